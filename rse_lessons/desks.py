"""The windows beside the library, each made with the first need of it, and what they ask of one another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rse_lessons.means import Means
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.nations import nations

if TYPE_CHECKING:
    from rse_lessons.authors.authoring import Authoring
    from rse_lessons.authors.packing import Packing
    from rse_lessons.authors.reviewing import Reviewing
    from rse_lessons.caretaking.record_desks import RecordDesks
    from rse_lessons.in_class.class_desk import ClassDesk
    from rse_lessons.in_class.opening import Opening
    from rse_lessons.noting import Noting
    from rse_lessons.overview.class_making import ClassMaking
    from rse_lessons.overview.covering import Covering
    from rse_lessons.overview.progressing import Progressing
    from rse_lessons.staffroom.evidencing import Evidencing
    from rse_lessons.staffroom.learning import Learning
    from rse_lessons.staffroom.platforming import Platforming


class Desks(QObject):
    """Opens the windows that the library asks for."""

    present_requested = Signal(str, int)
    """A lesson's id, and the slide to begin with, from 0."""
    rehearse_requested = Signal(str)
    """A lesson's id."""
    settings_opened = Signal(object)
    """The window of settings, before it is shown."""
    records_changed = Signal()
    """Something was recorded, and the windows should show it."""

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self.teacher: Callable[[], str] = str
        """The name of whoever opened a profile; empty for the only one."""

    def connect_library(self, window: LibraryWindow) -> None:
        """Answer what the library asks for, but presenting."""
        window.lesson_opened.connect(lambda lesson: self.opening.open(lesson))  # noqa: PLW0108  made with the first lesson
        window.class_add_requested.connect(self._add_class)
        window.class_kept_requested.connect(self.keep_for_class)
        window.folder_requested.connect(self._open_own_folder)
        window.settings_requested.connect(self._settings)
        window.coverage_requested.connect(lambda: self.covering.open())  # noqa: PLW0108  made with the first need
        window.learning_requested.connect(lambda: self.learning.open())  # noqa: PLW0108  made with the first need
        window.progress_requested.connect(lambda: self.progressing.open())  # noqa: PLW0108  made with the first need
        window.write_requested.connect(lambda: self.authoring.ask())  # noqa: PLW0108  made with the first need
        window.pack_requested.connect(lambda file: self.packing.add(file))  # noqa: PLW0108  made with the first need
        window.share_requested.connect(lambda: self.packing.share())  # noqa: PLW0108  made with the first need
        window.wording_requested.connect(self._check_wording)

    def show_again(self, changed: Collection[str]) -> None:
        """Show what has changed in the windows that are there: names of preferences, or `summary`."""
        if "opening" in vars(self):
            self.opening.show_again(changed)
        if "nation" in changed and "covering" in vars(self):
            self.covering.show_again()
        if "progressing" in vars(self):
            self.progressing.show_again()
        if "learning" in vars(self):
            self.learning.show_again(changed)
        if "evidencing" in vars(self):
            self.evidencing.show_again(changed)
        if "records" in vars(self):
            self.records.show_again()
        if "reviewing" in vars(self) and "language" in changed:
            self.reviewing.retranslate()

    def look_again(self, changed: bool) -> None:
        """Show the lesson that is open as its file now is; `changed` says that some file was saved."""
        if "opening" in vars(self):
            self.opening.look_again(changed)
        if "learning" in vars(self) and changed:
            self.learning.show_again({"modules"})

    def note(self, sentence: str) -> None:
        """Say a sentence in the library."""
        self._noting.say(sentence)

    # Each with the first need

    @cached_property
    def opening(self) -> Opening:
        """The page of the lesson that is open."""
        from rse_lessons.in_class.opening import Opening  # noqa: PLC0415  imported late: start-up

        means = self._means
        made = Opening(
            means.school,
            means.window,
            means.theme,
            means.summary,
            lambda: means.store().learning().rehearsals,
        )
        made.rehearse_requested.connect(self.rehearse_requested)
        made.present_requested.connect(self.present_requested)
        made.class_chosen.connect(lambda label: means.prefer(class_label=label))
        made.class_add_requested.connect(self._add_class)
        made.class_kept_requested.connect(self.keep_for_class)
        made.ticked.connect(self._tick)
        made.lines_checked.connect(lambda kept: means.prefer(routes_checked=kept))
        made.print_requested.connect(self._print)
        made.folder_requested.connect(self._open_own_folder)
        made.preview_requested.connect(lambda lesson: self.authoring.preview_lesson(lesson))  # noqa: PLW0108  made with the first need
        made.share_requested.connect(lambda lesson: self.packing.share([lesson]))
        made.review_requested.connect(lambda lesson, tag: self.reviewing.open(lesson, tag))  # noqa: PLW0108  made with the first need
        made.unreadable.connect(means.tell)
        return made

    @cached_property
    def covering(self) -> Covering:
        """What the lessons serve of the curriculum."""
        from rse_lessons.overview.covering import Covering  # noqa: PLC0415  imported late: start-up

        made = Covering(self._means.school, self._means.window, self._means.theme)
        made.lesson_opened.connect(self.opening.open)
        return made

    @cached_property
    def learning(self) -> Learning:
        """Teacher mode."""
        from rse_lessons.staffroom.learning import Learning  # noqa: PLC0415  imported late: start-up

        made = Learning(self._means)
        made.told.connect(self._means.tell)
        made.lesson_wanted.connect(self.opening.open)
        made.rehearse_wanted.connect(self.rehearse_requested)
        made.meeting_wanted.connect(self._meetings)
        made.my_learning_wanted.connect(lambda: self.evidencing.open())  # noqa: PLW0108  made with the first need
        made.recorded.connect(lambda: self._tell_evidencing())  # noqa: PLW0108  it may not be made yet
        return made

    @cached_property
    def evidencing(self) -> Evidencing:
        """My learning."""
        from rse_lessons.staffroom.evidencing import Evidencing  # noqa: PLC0415  imported late: start-up

        made = Evidencing(self._means, name=self._teacher)
        made.module_wanted.connect(self.learning.open_at)
        made.modules_wanted.connect(self.learning.open)
        made.changed.connect(lambda: self.learning.show_again({"summary"}))
        made.standards_wanted.connect(lambda what: self._platforming.export(what))  # noqa: PLW0108  made with the first need
        return made

    @cached_property
    def _platforming(self) -> Platforming:
        from rse_lessons.staffroom.platforming import Platforming  # noqa: PLC0415  imported late: few need it

        page = self.evidencing.page
        return Platforming(
            self._means,
            lambda title, text, good: page.taking.say(title, text, good=good),
            name=self._teacher,
        )

    def _tell_evidencing(self) -> None:
        if "evidencing" in vars(self):
            self.evidencing.show_again({"summary"})

    def _teacher(self) -> str:
        return self.teacher()

    @cached_property
    def progressing(self) -> Progressing:
        """What every class has been taught."""
        from rse_lessons.overview.progressing import Progressing, Surroundings  # noqa: PLC0415  imported late: start-up

        means = self._means
        window, making = means.window, self.class_making
        made = Progressing(Surroundings(means.school, window, means.theme, means.summary))
        page = made.page
        page.new_class_wanted.connect(self._add_class)
        page.class_wanted.connect(lambda label: making.edit(label, window))
        page.plan_wanted.connect(lambda label: making.plan(label, window))
        page.plan_day_wanted.connect(lambda label, lesson: making.plan_day(label, lesson, window))
        page.skip_wanted.connect(lambda label, lesson: making.skip(label, lesson, window))
        page.unskip_wanted.connect(making.unskip)
        page.present_wanted.connect(self._present_to)
        page.lesson_wanted.connect(self.opening.open)
        page.desk.records_wanted.connect(lambda: self.records.safekeeping.open())  # noqa: PLW0108  made with the first need
        made.told.connect(means.tell)
        return made

    @cached_property
    def records(self) -> RecordDesks:
        """What looks after the records."""
        from rse_lessons.caretaking.record_desks import RecordDesks  # noqa: PLC0415  imported late: start-up

        made = RecordDesks(self._means, self)
        made.changed.connect(self.records_changed)
        return made

    @cached_property
    def authoring(self) -> Authoring:
        """Lessons that are being written."""
        from rse_lessons.authors.authoring import Authoring  # noqa: PLC0415  imported late: start-up

        made = Authoring(self._means.school, self._means.window, self._means.theme)
        made.saved.connect(self._means.refresh)
        made.failed.connect(self._means.tell)
        self._means.window.closing.connect(made.end)
        return made

    @cached_property
    def reviewing(self) -> Reviewing:
        """Translations that are read by who speaks the language."""
        from rse_lessons.authors.reviewing import Reviewing  # noqa: PLC0415  imported late: few need it

        made = Reviewing(self._means.school, self._means.window, self._means.theme)
        made.kept.connect(self.opening.show_corrected)
        made.failed.connect(self._means.tell)
        self._means.window.closing.connect(made.end)
        return made

    @cached_property
    def packing(self) -> Packing:
        """Lesson packs that are added and made."""
        from rse_lessons.authors.packing import Packing  # noqa: PLC0415  imported late: start-up

        means = self._means
        return Packing(means.school, means.window, means.theme, means.refresh, means.prefer)

    @cached_property
    def class_desk(self) -> ClassDesk:
        """What is kept for classes beside their lessons."""
        from rse_lessons.in_class.class_desk import ClassDesk  # noqa: PLC0415  imported late: start-up

        made = ClassDesk(self._means.store, self._means.summary, self._means.theme, self)
        made.changed.connect(self.records_changed)
        return made

    @cached_property
    def class_making(self) -> ClassMaking:
        """Classes and their plans."""
        from rse_lessons.overview.class_making import ClassMaking  # noqa: PLC0415  imported late: start-up

        made = ClassMaking(self._means.school, self._means.store, self._means.theme, self)
        made.changed.connect(self.records_changed)
        made.lesson_requested.connect(self.opening.open)
        made.deletion_requested.connect(lambda label: self.records.ending.delete_class(label))  # noqa: PLW0108  made with the first need
        return made

    @cached_property
    def _noting(self) -> Noting:
        from rse_lessons.noting import Noting  # noqa: PLC0415  imported late: start-up

        return Noting(self._means.theme, self._means.window)

    def _meetings(self, module: str) -> None:
        """Show the guide for the staff meeting on a module, or offer all of them."""
        from rse_lessons.staffroom.meetings import ask  # noqa: PLC0415  imported late: few need it

        card = self._means.school.staff_meeting(module) if module else None
        chosen = card.id if card is not None else ask(self._means)
        if chosen:
            self.opening.open(chosen)

    def _present_to(self, label: str, lesson: str, slide: int) -> None:
        self._means.prefer(class_label=label)
        self.present_requested.emit(lesson, slide)

    # Small windows

    def keep_for_class(self, what: str, label: str = "") -> None:
        """Open `rules`, `box`, `answers`, `plan` or `about` for a class, or for the one that is chosen."""
        chosen = label or self._means.school.preferences.class_label
        if what == "plan":
            self.class_making.plan(chosen, self._means.window)
            return
        if what == "about":
            self.class_making.edit(chosen, self._means.window)
            return
        self.class_desk.open(what, chosen, self._means.window)

    def _add_class(self) -> None:
        label = self.class_making.add(self._means.window)
        if label:
            self._means.prefer(class_label=label)

    def _tick(self, lesson: str, item: str, done: bool) -> None:
        label = self._means.school.preferences.class_label
        data = {"item": item, "done": done}
        self._means.store().record("prepared", lesson=lesson, class_label=label, data=data)

    def _print(self, lesson_id: str, what: str) -> None:
        school = self._means.school
        lesson = school.read(lesson_id, self.opening.offering.language(lesson_id)).lesson
        if lesson is None:
            return
        from rse_lessons.in_class.paperwork import Paperwork  # noqa: PLC0415  imported late: start-up

        Paperwork(school, school.as_taught(lesson), self._means.theme(), self._means.window).ask(what)

    def _check_wording(self) -> None:
        from rse_lessons.ui.wording.window import WordingWindow  # noqa: PLC0415  imported late: start-up

        names = self._means.school.in_languages.named()
        dialog = WordingWindow(self._means.theme(), self._means.window, names=names)
        dialog.exec()
        dialog.deleteLater()

    def _settings(self) -> None:
        from rse_lessons.preferring import show_settings  # noqa: PLC0415  imported late: start-up

        means = self._means
        opened = self.settings_opened.emit
        show_settings(
            means.school,
            means.theme,
            means.prefer,
            nations,
            means.window,
            opened=opened,
            read=lambda lesson, tag: self.reviewing.open(lesson, tag),  # noqa: PLW0108  made with the first need
        )

    def _open_own_folder(self) -> None:
        from rse_lessons.ui.own_folder import open_folder  # noqa: PLC0415  imported late: start-up

        if sentence := open_folder(self._means.school.lesson_folders[-1]):
            self._means.tell(sentence)
