"""A lesson's file while it is written: read when it is saved, shown, and checked a moment later.

Nothing is ever written to it. What reading finds is shown at once. How it teaches and what it says is
looked at on a thread of its own, because that takes longer; the room on slides, which only Qt knows, slide by
slide whenever there is nothing else to do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.in_languages import UNUSABLE
from rse_lessons.in_words import filling
from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.load import load
from rse_lessons.lesson.model import Lesson, Slide
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.reader import Reading
from rse_lessons.lesson.rules import all_pictures
from rse_lessons.nation.profiles import NATIONS, Nation, fill, routes_for
from rse_lessons.presenting.slides import for_nation, slides_of
from rse_lessons.school import ENGLISH, School
from rse_lessons.ui.forward import come_forward
from rse_lessons.ui.leftovers import search_here
from rse_lessons.ui.own_folder import open_file, open_folder
from rse_lessons.ui.paper.slides import with_english_marked
from rse_lessons.ui.preview.desk import Shown
from rse_lessons.ui.preview.watching import FileWatch
from rse_lessons.ui.preview.window import PreviewWindow
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.pictures import PictureStore
from rse_lessons.ui.slide.room import Room
from rse_lessons.ui.theme import Theme

if TYPE_CHECKING:
    from rse_lessons.authors.checking import Checker

LATER_MS = 300
"""The thorough checks wait so long after a save: who saves often is not to be slowed down."""


class Preview(QObject):
    """One file and the window that shows it."""

    saved = Signal()
    """The file was read anew."""
    checked = Signal()
    """The thorough checks of what was saved last are done."""
    closed = Signal()
    _found = Signal(int, object)

    def __init__(
        self, school: School, path: Path, theme: Callable[[], Theme], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._school = school
        self.path = path
        self._theme = theme
        # What a school writes itself is English; translations ask for theirs.
        self._nation = school.nation_of(school.preferences.nation)
        self._language = ENGLISH
        self._lesson: Lesson | None = None
        self._other: Lesson | None = None
        """The same in the language that is shown, where that is not English."""
        self._as_seen: Lesson | None = None
        """What is shown, as it is taught."""
        self._lines: Sequence[str] = ()
        self._text = ""
        self._slides: tuple[Slide, ...] = ()
        self._early: tuple[Problem, ...] = ()
        self._late: tuple[Problem, ...] = ()
        self._crowded: tuple[Problem, ...] = ()
        self._checking = False
        self._turn = 0
        self._thread: Thread | None = None
        self._ended = False
        self._checker: Checker | None = None
        self._pictures = PictureStore()
        nations = [(code, school.nation_of(code).name) for code in NATIONS]
        self.window = PreviewWindow(theme(), path.name, nations, self._nation.code)
        self.watch = FileWatch(path, self)
        self._offer_languages()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._check)
        self._connect()
        self._read()

    def _connect(self) -> None:
        window = self.window
        self.watch.changed.connect(self._changed)
        window.nation_chosen.connect(self._take_nation)
        window.language_chosen.connect(self.choose_language)
        window.look_changed.connect(self._show)
        window.restyled.connect(lambda: window.set_theme(self._theme()))
        window.editor_requested.connect(lambda: self._tell(open_file(self.path)))
        window.folder_requested.connect(lambda: self._tell(open_folder(self.path.parent)))
        window.looked_at.connect(self.watch.look)
        window.closing.connect(self.closed)
        self._found.connect(self._take_found)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is known to be wrong, line by line."""
        return tuple(sorted({*self._early, *self._late, *self._crowded}))

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        search_here(self)
        come_forward(self.window)

    # Reading and showing

    def _changed(self, pictures: bool) -> None:
        if pictures:
            self._pictures = PictureStore()
        self._read()

    def _read(self) -> None:
        """Read the file as it is now. What cannot be read leaves the slides as they were."""
        findings = Findings(self.path)
        text = load(self.path, findings)
        reading = Reading(None, findings.in_order()) if text is None else self._reading(text)
        if reading.lesson is None or not reading.lesson.slides or text is None:
            # The thorough checks of what is no longer there say nothing.
            self._turn += 1
            self._later.stop()
            self._early, self._late, self._crowded, self._checking = reading.problems, (), (), False
            self._lines = (text or "").split("\n")
            self.window.show_unreadable(retold(reading.problems[0].sentence) if reading.problems else "")
            self._say()
        else:
            self._text, self._lesson, self._lines = text, reading.lesson, text.split("\n")
            self._other, troubles = self._translated(text)
            self._early, self._checking = (*reading.problems, *troubles), True
            self.watch.watch(_pictures_of(reading.lesson) | self._catalogues())
            self._offer_languages()
            self.window.show_unreadable("")
            self._show()
            self._turn += 1
            self._later.start()
        self.saved.emit()

    def _reading(self, text: str) -> Reading:
        return self._school.read_text(text, self.path)

    def _show(self) -> None:
        """Show the slides in the nation and the look that are chosen."""
        if self._lesson is None:
            return
        nation, window = self._nation, self.window
        taught = _taught(self._lesson, nation)
        self._slides = slides_of(taught)
        nation = self._nation_shown()
        shown = self._as_seen = taught
        if self._other is not None:
            fill_in = filling(self._school, nation.code, self._other.language, self._lesson)
            shown = self._as_seen = for_nation(self._other, nation.code, fill_in)
        band = str(taught.front.band or "")
        look = SlideLook(
            band=band,
            theme_name="high-contrast" if window.contrast.isChecked() else "light",
            routes=routes_for(nation, taught.front.readers),
            english_routes=routes_for(self._nation, taught.front.readers) if self._other is not None else (),
            nation=nation.code,
            language=shown.language,
            paper=window.answers.isChecked(),
            pictures=self._pictures,
        )
        window.show_slides(slides_of(with_english_marked(shown, taught)), look)
        self._say()

    def _say(self) -> None:
        first = [slide.place.line for slide in self._slides]
        shown = [
            Shown(problem, bisect_right(first, problem.line) - 1, self._line(problem.line))
            for problem in self.problems
        ]
        self.window.show_problems(shown, checking=self._checking)

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _take_nation(self, code: str) -> None:
        """Show another nation here, and leave the teacher's own choice alone."""
        self._nation = self._school.nation_of(code)
        self._show()

    # In another language

    def choose_language(self, language: str) -> None:
        """Show the slides as they are translated, and follow the catalogue too."""
        self._language = language
        self._read()

    def _offer_languages(self) -> None:
        """Offer the languages that there is a catalogue of this lesson for."""
        here = self._school.in_languages
        tags = [tag for tag in here.assembly.tags() if any(here.looks(self.path, tag))]
        chosen = [self._language] if self._language not in (ENGLISH, *tags) else []
        self.window.set_languages(here.called([*tags, *chosen]), self._language)

    def _catalogues(self) -> set[Path]:
        """Give the catalogues of the language that is shown, and those that others may begin with."""
        here = self._school.in_languages
        tags = {self._language, *here.assembly.tags()} - {ENGLISH}
        return {file for tag in tags for file in here.files(self.path, tag)}

    def _translated(self, text: str) -> tuple[Lesson | None, tuple[Problem, ...]]:
        """Give the lesson in the language that is shown, and what is wrong with its catalogues."""
        found = self._school.in_languages.read_text(text, self.path, self._language)
        if found is None:
            return None, ()
        troubles = (
            problem._replace(sentence=f"{problem.path.name}: {retold(problem.sentence)}")
            for problem in found[1].problems
            if problem.rule == UNUSABLE
        )
        return (found[1].lesson if found[0].shown else None), tuple(troubles)

    def _nation_shown(self) -> Nation:
        return self._school.nation_of(self._nation.code, self._other.language if self._other else "")

    # The thorough checks

    def _check(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._later.start()  # one at a time; what was saved meanwhile comes after
            return
        turn, text = self._turn, self._text
        self._thread = Thread(target=self._look_closely, args=(turn, text), name="checks", daemon=True)
        self._thread.start()

    def _look_closely(self, turn: int, text: str) -> None:
        """Check what was saved; on its own thread."""
        if self._checker is None:
            from rse_lessons.authors.checking import Checker  # noqa: PLC0415  imported late: it takes a while to load

            self._checker = Checker(self._school)
        problems = self._checker.check_text(text, self.path).problems
        with suppress(RuntimeError):  # the program may have ended meanwhile, and this with it
            self._found.emit(turn, problems)

    def _take_found(self, turn: int, problems: Iterable[Problem]) -> None:
        if self._ended:
            self.deleteLater()  # it was closed while it was looked at
        elif turn == self._turn:
            self._late, self._crowded = tuple(problems), ()
            self._measure(turn, Room(), 0, [])

    def _measure(self, turn: int, room: Room, index: int, found: list[Problem]) -> None:
        """Look for room on one slide, and then let everything else have its turn."""
        lesson = self._lesson
        if turn != self._turn or lesson is None:
            return
        if lesson.checked and index < len(self._slides):
            seen, nation = self._as_seen or lesson, self._nation_shown()
            one = replace(seen, slides=(slides_of(seen)[index],))
            told = room(one, nation.code, routes_for(nation, lesson.front.readers))
            # A translation has other lines than its file.
            line = 0 if self._other is None else self._slides[index].place.line
            found += [problem._replace(line=line or problem.line) for problem in told]
            QTimer.singleShot(0, self, lambda: self._measure(turn, room, index + 1, found))
            return
        self._crowded, self._checking = tuple(found), False
        self._say()
        self.checked.emit()

    def _tell(self, sentence: str) -> None:
        if sentence:
            from rse_lessons.ui.dialogs.ask import Question  # noqa: PLC0415  few need it

            told = Question(
                self._theme(), tr("That did not work"), sentence, [("", tr("Close"))], self.window
            )
            told.exec()
            told.deleteLater()

    def end(self, *, wait: bool = False) -> None:
        """Take the window away; what is being checked comes to its end first, and `wait` waits for it."""
        self._ended = True
        self._turn += 1
        self._later.stop()
        self.window.hide()
        self.window.deleteLater()
        if self._thread is not None and wait:
            self._thread.join(30.0)
        if self._thread is None or not self._thread.is_alive():
            self.deleteLater()


def _taught(lesson: Lesson, nation: Nation) -> Lesson:
    return for_nation(lesson, nation.code, lambda text: fill(text, nation))


def _pictures_of(lesson: Lesson) -> set[Path]:
    """Give the files of a lesson's pictures, those that are still to come beside it too."""
    beside = lesson.path.parent
    named = set(all_pictures(lesson))
    there = {picture.path for picture in named if picture.path is not None}
    to_come = {beside / picture.file for picture in named if Path(picture.file).name == picture.file}
    return there | to_come
