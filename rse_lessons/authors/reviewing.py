"""A lesson's translation that is read and put right in the app: kept at once, shown at once, sent back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rse_lessons.authors.reviewing_slides import Slides
from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.corrections import Corrections, Reading, State
from rse_lessons.i18n.documents import read as read_document
from rse_lessons.i18n.file_names import catalogue_of
from rse_lessons.i18n.glossary import GlossaryError, load_glossary
from rse_lessons.i18n.po import PoError
from rse_lessons.i18n.review import ReviewError
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.forward import come_forward
from rse_lessons.ui.leftovers import search_here
from rse_lessons.ui.lesson_languages import told
from rse_lessons.ui.review.window import ReviewWindow
from rse_lessons.ui.review.words import before_marking, left_to_read, not_kept, slide_heading
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.theme import Theme

UNREADABLE = (PoError, ReviewError, GlossaryError, OSError, UnicodeDecodeError)
"""What keeps a translation from being opened; nothing is written then."""
LATER_MS = 700
"""So long after a change the other windows follow: they read the whole lesson anew."""


class Review(QObject):
    """One lesson in one language, and the window in which it is read."""

    kept = Signal(str)
    """A change was kept; the lesson's id."""
    closed = Signal()

    def __init__(
        self,
        school: School,
        lesson: str,
        language: str,
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        """Read what is there. Raises one of UNREADABLE when it cannot be read."""
        super().__init__(parent)
        path = school.path_of(lesson)
        if path is None:
            raise FileNotFoundError(lesson)
        self._school, self._theme = school, theme
        self.lesson, self.path = lesson, path
        here = school.in_languages
        self._english = school.read(lesson).lesson
        self._slides = Slides(school, path, self._english, theme)
        self.corrections = Corrections(
            read_document(path),
            here.assembly.described(language),
            name=catalogue_of(path),
            folders=here.folders,
            write_file=write_whole,
            glossary=load_glossary(here.folders[0] / "glossary.toml"),
        )
        self._answers = False
        self._unwritten = ""
        self._done: list[tuple[str, str, bool]] = []
        """What can be undone: a passage's context, the school's words for it before, whether it was right."""
        self._begun: tuple[str, str, bool] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._tell)
        self.window = ReviewWindow(theme(), language)
        self._connect()
        self.window.show_readings(self.corrections.readings)
        self._say_standing()
        self._begin()

    def _connect(self) -> None:
        window, desk = self.window, self.window.desk
        window.chosen.connect(self._choose)
        window.typed.connect(self._keep)
        window.right_wanted.connect(self._mark)
        window.back_wanted.connect(self._take_back)
        window.undo_wanted.connect(self.undo)
        window.restyled.connect(self._restyle)
        window.closing.connect(self.closed)
        desk.finish_wanted.connect(self.finish)
        desk.save_wanted.connect(self._ask_where)
        desk.answers_wanted.connect(self._show_answers)

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        search_here(self)
        come_forward(self.window)

    def _begin(self) -> None:
        """Take the reading up at the first passage that nobody has looked at."""
        readings = self.corrections.readings
        first = next((one for one in readings if one.state is not State.RIGHT), None)
        if first or readings:
            self.window.choose((first or readings[0]).passage.context)

    # Reading and putting right

    def _choose(self, context: str) -> None:
        one = self.corrections.reading(context)
        self._remember()
        self._begun = context, one.own, one.state is State.RIGHT
        self._show_slide(one)

    def _remember(self) -> None:
        """Keep how a passage was before it was changed, to be undone."""
        before, self._begun = self._begun, None
        if before is not None:
            one = self.corrections.reading(before[0])
            if (one.own, one.state is State.RIGHT) != before[1:]:
                self._done.append(before)

    def _keep(self, context: str, text: str) -> None:
        one = self._written(lambda: self.corrections.keep(context, text))
        if one is not None:
            if text and text != one.said:
                self.window.unkept[context] = text
            else:
                self.window.unkept.pop(context, None)
            self._follow(one)

    def _follow(self, one: Reading) -> None:
        """Show what came of a change: here, on the slide, and a moment later wherever the lesson is shown."""
        self.window.show_again(self.corrections.readings)
        if self.window.context == one.passage.context:
            self.window.editor.show_faults(one)
        self._show_slide(one)
        self._later.start()

    def _tell(self) -> None:
        """Have the lesson shown as it is now, here and elsewhere."""
        self._later.stop()
        self._say_standing()
        self.kept.emit(self.lesson)

    def _mark(self, context: str) -> None:
        one = self.corrections.reading(context)
        text = self.window.editor.text
        if not one.said or (text and text != one.said):
            self.window.announce(self.window.editor.findings.title.text())
            return  # what is wrong with it stands below the field
        marked = self._written(lambda: self.corrections.mark(context, right=True))
        if marked is not None:
            self.window.show_again([marked])
            self.window.step(1)

    def _take_back(self, context: str) -> None:
        one = self._written(lambda: self.corrections.take_back(context))
        if one is not None:
            self.window.unkept.pop(context, None)
            self.window.editor.put(one.said)
            self._follow(one)

    def undo(self) -> None:
        """Take back what was done last, passage by passage."""
        self.window.flush()
        self._remember()
        if not self._done:
            self.window.announce(tr("There is nothing to undo."))
            return
        context, own, right = self._done.pop()

        def as_it_was() -> Reading:
            corrections = self.corrections
            one = corrections.keep(context, own) if own else corrections.take_back(context)
            return corrections.mark(context, right=right) if one.said else one

        one = self._written(as_it_was)
        if one is not None:
            self._begun = None
            self.window.unkept.pop(context, None)
            self._follow(one)
            if self.window.context == context:
                self.window.editor.put(one.said)
                self._begun = context, own, right
            else:
                self.window.choose(context)

    def _written(self, work: Callable[[], Reading]) -> Reading | None:
        """Write something; what could not be written is said, and stays in the window."""
        try:
            made = work()
        except (PoError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self._unwritten = reason
            self.window.desk.tell(tr("That did not work"), not_kept(reason), good=False)
            return None
        if self._unwritten:
            self._unwritten = ""
            self.window.desk.tell("")
        return made

    # The slide

    def _show_answers(self, on: bool) -> None:
        self._answers = on
        if self.window.context:
            self._show_slide(self.corrections.reading(self.window.context))

    def _show_slide(self, one: Reading) -> None:
        """Show the slide of a passage as the class sees it, in the words of now."""
        number = max(1, one.passage.slide)
        found = self._slides.slide(self.corrections, number, answers=self._answers)
        if found is None:
            self.window.show_slide(None, "")
        else:
            slide, look, states = found
            said = " ".join(line.text for line in describe(slide, look))
            scene = build_scene(slide, number, look, states)
            self.window.show_slide(scene, slide_heading(number, slide.title), said)

    # The end of the reading

    def finish(self) -> None:
        """Mark all of it as read, or go to what was not looked at yet."""
        self.window.flush()
        left = [one for one in self.corrections.readings if one.state is not State.RIGHT]
        if left:
            self.window.desk.tell(left_to_read(len(left)), tr("The next of them is shown."), good=False)
            self.window.choose(left[0].passage.context)
            return
        today = date.today()  # noqa: DTZ011  the teacher's own day
        title, words = before_marking(self.corrections.language.name, today)
        answers = [("yes", tr("Yes, mark it as read")), ("", tr("Not yet"))]
        if self._asked(title, words, answers) != "yes":
            return
        try:
            self.corrections.finish(today)
        except (ReviewError, PoError, OSError) as error:
            self.window.desk.tell(tr("That did not work"), not_kept(str(error)), good=False)
            return
        self._tell()
        thanks = tr("If your school changed anything, others would be glad of it: save it to send back.")
        self.window.desk.tell(tr("Thank you. It is marked as read."), thanks)

    def _ask_where(self) -> None:
        from rse_lessons.i18n.sent_back import file_name  # noqa: PLC0415  few need it

        self.window.flush()
        if not any(one.own for one in self.corrections.readings) and not self.corrections.review_holds:
            words = tr("Your school has changed nothing here yet, and not marked it as read.")
            self.window.desk.tell(tr("There is nothing to send back yet."), words, good=False)
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents or str(Path.home()))
        offered = str(folder / file_name(self.corrections))
        kinds = tr("Translations (*.po)")
        chosen, _ = QFileDialog.getSaveFileName(self.window, tr("Save to send back"), offered, kinds)
        if chosen:
            self.save(Path(chosen if chosen.lower().endswith(".po") else f"{chosen}.po"))

    def save(self, file: Path) -> None:
        """Write the school's changes and its review into one file."""
        from rse_lessons.i18n.sent_back import to_send_back  # noqa: PLC0415  few need it

        try:
            write_whole(file, to_send_back(self.corrections))
        except (PoError, ReviewError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            words = tr("{file} could not be used: {reason}.").format(file=file.name, reason=reason)
            self.window.desk.tell(tr("That did not work"), words, good=False)
            return
        words = tr("Your school’s changes are in {file}. Nothing was sent.")
        self.window.desk.tell(tr("Saved"), words.format(file=file.name))

    # The window

    def _say_standing(self) -> None:
        tag, name = self.corrections.language.tag, self.corrections.language.name
        front = self._english.front if self._english else None
        nation, readers = self._school.preferences.nation, front.readers if front else ""
        found = self._school.in_languages.languages_of(self.path, nation, readers, only=tag)
        title = front.title if front else self.lesson
        self.window.show_lesson(title, name, told(found[0]) if found else "")

    def _restyle(self) -> None:
        self.window.set_theme(self._theme())
        if self.window.context:
            self._show_slide(self.corrections.reading(self.window.context))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.window.retranslate()
        self._say_standing()

    def _asked(self, title: str, words: str, answers: list[tuple[str, str]]) -> str:
        question = Question(self._theme(), title, words, answers, self.window)
        question.exec()
        question.deleteLater()
        return question.answer

    def end(self) -> None:
        """Keep what was typed, and take the window away."""
        self.window.flush()
        if self._later.isActive():
            self._tell()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()


class Reviewing(QObject):
    """The translations that are read, each in a window of its own."""

    kept = Signal(str)
    """Something of a lesson was changed or marked; its id."""
    failed = Signal(str)
    """A sentence: a translation cannot be opened."""

    def __init__(self, school: School, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._school, self._theme = school, theme
        self.open_now: dict[tuple[str, str], Review] = {}
        self._away: list[Review] = []
        window.installEventFilter(self)

    def open(self, lesson: str, language: str) -> None:
        """Read a lesson's translation, or bring the window in which it is read to the front."""
        key = lesson, language
        known = self.open_now.get(key)
        if known is None:
            try:
                known = Review(self._school, lesson, language, self._theme, self)
            except UNREADABLE as error:
                words = tr("This translation cannot be read: {reason} Nothing was changed.")
                self.failed.emit(words.format(reason=error))
                return
            known.kept.connect(self.kept)
            known.closed.connect(lambda: self._forget(key))
            self.open_now[key] = known
        known.open()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for review in self.open_now.values():
            review.retranslate()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Go with the main window while a lesson is given: a class may see this screen."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._away = [one for one in self.open_now.values() if one.window.isVisible()]
            for one in self._away:
                one.window.hide()
        elif event.type() == QEvent.Type.Show and not event.spontaneous():
            for one in self._away:
                one.window.show()
            self._away = []
        return False

    def end(self) -> None:
        """Close every window; what was typed is kept."""
        for review in list(self.open_now.values()):
            review.end()
        self._away = []
        self.open_now.clear()

    def _forget(self, key: tuple[str, str]) -> None:
        review = self.open_now.pop(key, None)
        if review is not None:
            review.end()
