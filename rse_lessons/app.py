"""The app put together: everything is made here once and passed in; nothing here paints.

What is needed for the first picture of the library comes first; the rest waits until it is painted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from rse_lessons.desks import Desks
from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.means import Means
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.school import LANGUAGES, School
from rse_lessons.shelving import languages_of, put_up, put_up_first, put_up_rest
from rse_lessons.ui.leftovers import search_here, set_aside_soon, take_back
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.nations import nations
from rse_lessons.ui.theme import apply, begin, load_fonts, load_theme, on_system_theme

if TYPE_CHECKING:
    from rse_lessons.in_class.giving import Giving
    from rse_lessons.in_class.rehearsing import Rehearsing
    from rse_lessons.lesson.problems import Problem
    from rse_lessons.progress.recording.store import Store


LEARNING_MS = 3_000
"""When Teacher mode is made ahead, after the pages that are needed sooner."""
AGAIN_MS = 100
"""What is asked for while the folders are being looked through waits so long."""


class Main(QObject):
    """The windows and what they ask for, from the first picture to the end."""

    told = Signal(str)
    """A sentence of the records, from whatever thread."""
    warmed = Signal()
    """What opening a lesson and looking after the records need is loaded."""
    lesson_ended = Signal()
    """A lesson was given and the library is back."""
    refreshed = Signal(bool)
    """The lessons' folders were looked through; True when something changed."""

    def __init__(self, app: QApplication, school: School) -> None:
        super().__init__()
        self._app = app
        self.school = school
        self._reader: Thread | None = None
        self._sentences = list(school.messages)
        self.giving: Giving | None = None
        self._store: Store | None = None
        preferences = school.preferences
        self.theme = load_theme(preferences.theme, preferences.text_scale / 100)
        begin(app, self.theme)
        self.summary, sentence = read_summary(school.paths.records)
        if sentence:
            self._sentences.append(sentence)
        self.window = LibraryWindow(self.theme)
        means = Means(
            school,
            self.window,
            lambda: self.theme,
            lambda: self.store,
            lambda: self.summary,
            self.prefer,
            self.refresh,
            self.tell,
            lambda: self.giving is not None,
        )
        self.desks = Desks(means, self)
        self._closed = False
        self._connect()

    def _connect(self) -> None:
        window, desks = self.window, self.desks
        desks.connect_library(window)
        desks.present_requested.connect(self.present)
        desks.rehearse_requested.connect(self.rehearse)
        desks.records_changed.connect(self.read_records)
        window.present_requested.connect(self.present)
        window.class_chosen.connect(lambda label: self.prefer(class_label=label))
        window.nation_chosen.connect(lambda code: self.prefer(nation=code))
        window.problems_requested.connect(lambda: desks.opening.show_problems(self._errors()))
        window.painted.connect(self._after_paint)
        window.closing.connect(self._app.quit)
        self.told.connect(self.tell)
        self.refreshed.connect(self._refreshed)
        self.refreshed.connect(desks.look_again)
        self.warmed.connect(self._warm)

    # The first picture, and what follows it

    def open(self) -> None:
        """Show the library."""
        self.show_lessons()
        geometry = self.school.preferences.windows.get("library", "")
        if not geometry or not self.window.restoreGeometry(bytes.fromhex(geometry)):
            area = self._app.primaryScreen().availableGeometry()
            self.window.resize(min(1440, area.width()), min(860, area.height()))
            if area.width() <= 1366:
                self.window.showMaximized()
        self.window.show()

    def show_lessons(self) -> None:
        """Give the library its lessons and its classes."""
        put_up_first(self.window, self.school, self.summary)

    def _after_paint(self) -> None:
        """Fetch what could wait: the nation's words, the records' writer, the folders' news."""
        search_here(self)
        load_fonts(("Italic",))
        apply(self._app, self.theme)
        self._show_nation()
        put_up_rest(self.window, self.school, self.summary)
        on_system_theme(self._restyle)
        self.store.open()
        self.refresh()
        self._app.applicationStateChanged.connect(self._look_again)
        for sentence in self._sentences:
            self.tell(sentence)
        self._sentences.clear()

    def refresh(self) -> None:
        """Look through the lessons' folders, while the teacher goes on; once more when it is being done."""
        if self._reader is not None and self._reader.is_alive():
            QTimer.singleShot(AGAIN_MS, self, self.refresh)
        elif not self._closed:
            self._reader = Thread(target=self._refresh, name="lessons", daemon=True)
            self._reader.start()

    def _look_again(self) -> None:
        """See what was put into the folders while the teacher was in another program."""
        if not self._closed and self.giving is None and self.window.isActiveWindow():
            self.refresh()

    def _refresh(self) -> None:
        """Look through the lessons' folders, then load what is needed soon; on its own thread."""
        self.refreshed.emit(self.school.library.refresh())
        import rse_lessons.caretaking.record_desks  # noqa: PLC0415  imported late: start-up
        import rse_lessons.in_class.giving  # noqa: PLC0415  imported late: start-up
        import rse_lessons.in_class.opening  # noqa: PLC0415  imported late: start-up
        import rse_lessons.overview.class_making  # noqa: PLC0415  imported late: start-up
        import rse_lessons.overview.progressing  # noqa: PLC0415  imported late: start-up
        import rse_lessons.staffroom.learning  # noqa: PLC0415  imported late: start-up

        rse_lessons.caretaking.record_desks.load()

        self.warmed.emit()
        if self.school.name_lessons(languages_of(self.summary)):
            self.refreshed.emit(True)

    def _refreshed(self, changed: bool) -> None:
        if self._closed:
            return
        if changed:
            put_up(self.window, self.school, self.summary)
        self.window.set_problems(len({problem.path for problem in self._errors()}))

    def _errors(self) -> list[Problem]:
        """Give what is wrong with lesson files; advice is for their authors alone."""
        return [problem for problem in self.school.library.problems() if problem.severity == "error"]

    def _warm(self) -> None:
        """Look after the records, and make pages while nobody waits for them."""
        if not self._closed:
            self.desks.records.begin()
        if self.giving is None and not self._closed:
            self.desks.opening.warm()
            self.desks.progressing.warm()
            # Later: the first thing that is opened is a lesson, and its page must not wait for this one.
            QTimer.singleShot(LEARNING_MS, self, self._warm_learning)

    def _warm_learning(self) -> None:
        if self.giving is None and not self._closed:
            self.desks.learning.warm()

    def _show_nation(self) -> None:
        nation = self.school.nation
        self.window.set_nations(nations(), nation.code)
        self.window.set_phases({band: phase.name for band, phase in nation.phases.items()})

    # What others lean on

    @property
    def store(self) -> Store:
        """The records; opened with the first need."""
        if self._store is None:
            from rse_lessons.progress.recording.store import Store  # noqa: PLC0415  imported late: start-up

            paths = self.school.paths
            self._store = Store(
                paths.records,
                now=lambda: datetime.now(UTC),
                tell=self.told.emit,
                marks=paths.device_marks,
                deleted=self.desks.records.look_after,
            )
        return self._store

    def tell(self, sentence: str) -> None:
        """Say a sentence to the teacher: during a lesson on the console, never before the class."""
        sentence = retold(sentence)
        if self.giving is not None and self.giving.classroom is not None:
            self.giving.tell(sentence)
            return
        self.desks.note(sentence)

    def prefer(self, **changes: object) -> None:
        """Change preferences, keep them, and show what they change.

        A class that is taught in a nation of its own brings its nation along.
        """
        label = changes.get("class_label")
        if label and "nation" not in changes:
            nation = self.summary.info(str(label)).nation
            changes |= {"nation": nation} if nation else {}
        sentence = self.school.prefer(**changes)
        if sentence:
            self.tell(sentence)
        if changes.keys() & {"theme", "text_scale"}:
            self._restyle()
        if "language" in changes:
            self._speak()
        if "nation" in changes:
            self._show_nation()
        if changes.keys() & LANGUAGES:
            put_up(self.window, self.school, self.summary)
            self._show_nation()
            self.refresh()
        if "class_label" in changes:
            self.window.set_summary(self.summary, self.school.preferences.class_label)
        # The nation's words are in the language of the windows.
        self.desks.show_again({*changes, *(("nation",) if "language" in changes else ())})

    def _speak(self) -> None:
        """Have everything that is open speak the language that was chosen."""
        from rse_lessons.speaking import speak  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.language import say_anew, speak_as_qt  # noqa: PLC0415  imported late: start-up

        speak(self.school.preferences.language, self.school.paths.cache, self.school.root)
        speak_as_qt(self.school.root / "translations")
        say_anew(self._app)
        self._show_nation()

    def read_records(self) -> None:
        """Take in what the records hold now."""
        self.summary = self.store.snapshot()
        self.window.set_summary(self.summary, self.school.preferences.class_label)
        self.desks.show_again({"summary"})

    def _restyle(self) -> None:
        preferences = self.school.preferences
        self.theme = load_theme(preferences.theme, preferences.text_scale / 100)
        apply(self._app, self.theme)
        self.window.set_theme(self.theme)

    # Giving a lesson

    def present_at_once(self, lesson: str, class_label: str, start: int | None) -> str:
        """Give a lesson named on the command line; gives a sentence when that cannot be."""
        search_here(self)
        apply(self._app, self.theme)
        load_fonts(("Italic",))
        self.school.library.refresh()
        if class_label:
            from rse_lessons.progress.facts.labels import LONGEST, check_label  # noqa: PLC0415  imported late: start-up

            try:
                check_label(class_label)
            except ValueError:
                wrong = tr("The name of a class has up to {count} characters and no space around it.")
                return wrong.format(count=LONGEST)
            self.school.prefer(class_label=class_label)
            self._know_class(class_label, lesson)
        self.show_lessons()
        self._show_nation()
        standing = self.summary.standing(class_label, lesson)
        first = standing.slide if standing.status == "begun" else 0
        return self.present(lesson, first if start is None else start - 1)

    def _know_class(self, label: str, lesson: str) -> None:
        """Keep a class that was named for the first time, of the age that its lesson is for."""
        card = self.school.library.card(lesson)
        if card is not None and card.band and all(known.label != label for known in self.summary.classes):
            self.store.record("class-added", class_label=label, data={"band": str(card.band)})

    def present(self, lesson: str, start: int = 0) -> str:
        """Give a lesson to the class chosen; gives a sentence when it cannot be shown."""
        reading = self.school.read(lesson)
        if reading.lesson is None or not reading.lesson.slides:
            sentence = (
                retold(reading.problems[0].sentence)
                if reading.problems
                else tr("This lesson has no slide to show.")
            )
            if self.window.isVisible():
                self.tell(sentence)
            return sentence
        from rse_lessons.in_class.giving import Giving  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.screens import Screens  # noqa: PLC0415  imported late: start-up

        staff = reading.lesson.front.audience
        label = "" if staff else self.school.preferences.class_label
        standing = self.summary.standing(label, reading.lesson.id)
        screens = Screens(self._app, self)
        self.giving = Giving(self.school, self.store, self.desks.class_desk, self.theme, screens)
        self.giving.box_requested.connect(lambda label: self.desks.keep_for_class("box", label))
        self.giving.preferred.connect(
            lambda new: (self.prefer if "language" in new else self.school.prefer)(**new)
        )
        self.giving.ended.connect(self._lesson_ended)
        again = standing.status == "begun" and start == 0 < standing.slide
        if self.giving.start(reading.lesson, label, standing, start, again=again):
            self.window.hide()
        else:
            self._lesson_ended()
        return ""

    def rehearse(self, lesson_id: str) -> None:
        """Give a lesson to an empty room, and show how it went."""
        lesson = self.school.read(lesson_id).lesson
        if lesson is None or not lesson.slides:
            self.tell(tr("This lesson has no slide to show."))
            return
        from rse_lessons.in_class.rehearsing import Rehearsing, ask_before  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.screens import Screens  # noqa: PLC0415  imported late: start-up

        count = ask_before(self.theme, lesson.front.title, self.window)
        if count is None:
            return
        made = Rehearsing(self.school, self.theme, Screens(self._app, self), self.school.prefer, self)
        made.ended.connect(lambda: self._rehearsed(made))
        self.giving = made.giving
        recent = [
            moment.partition("/")[0] for past in self.store.learning().rehearsals for moment in past.moments
        ]
        if made.start(lesson, count, recent):
            self.window.hide()
        else:
            self.giving = None

    def _rehearsed(self, made: Rehearsing) -> None:
        self.giving = None
        take_back()
        if self._closed or made.lesson is None:
            return
        lesson = made.lesson.id
        self.store.record("rehearsed", lesson=lesson, data=made.as_recorded())
        self._come_back()
        self.desks.show_again({"summary"})
        again = made.summarise(self.window)
        made.deleteLater()
        self.lesson_ended.emit()
        set_aside_soon(self)
        if again:
            self.rehearse(lesson)

    def _come_back(self) -> None:
        """Show the library after a lesson, with what the lesson left in the records."""
        self.store.flush(2.0)
        self.read_records()
        if self.window.size().width() < 800:
            self.open()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _lesson_ended(self) -> None:
        giving, self.giving = self.giving, None
        take_back()
        if self._closed:
            return  # closed out of a lesson, which may be locked: the library stays out of sight
        self._come_back()
        if giving is not None and giving.to_report is not None:
            self.desks.opening.report(giving.to_report)
        self.desks.records.lesson_ended()
        self.lesson_ended.emit()
        set_aside_soon(self)

    def close(self) -> None:
        """Leave nothing half done."""
        self._closed = True
        if self.giving is not None:
            self.giving.end()
        if self.window.size().width() >= 800:  # it was open
            state = bytes(self.window.saveGeometry().data()).hex()
            self.school.prefer(windows={**self.school.preferences.windows, "library": state})
        if self._reader is not None and self._reader.is_alive():
            self._reader.join(5.0)
        if self._store is not None:
            self.desks.records.end()
            self._store.close()
