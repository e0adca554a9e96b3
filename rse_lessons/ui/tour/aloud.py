"""Pictures of reading aloud, of the locked console, and of the small windows for its passcode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from rse_lessons.lesson.model import Discuss, HelpRoutes, Lesson, Quiz
from rse_lessons.settings.console_lock import FREE, ConsoleLock, Cost
from rse_lessons.ui.aloud.sentences import sentences_of
from rse_lessons.ui.aloud.ways import what_to_install
from rse_lessons.ui.classroom import Classroom
from rse_lessons.ui.dialogs.passcode import PasscodeDialog
from rse_lessons.ui.dialogs.unlock import UnlockDialog
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.reading_mark import ReadingMark, lines_read
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given, first_with
from rse_lessons.ui.tour.giving import answer, console, does

Picture = Callable[[Given, Theme], Shown]
NEVER_USED = "a passcode of the tour"


def reads(room: Classroom, number: int) -> None:
    """Mark a sentence of the slide, and of the text beside it, as while it is read."""
    session, scene = room.session, room.book.class_scene()
    lines = describe(session.slides[session.index], room.book.look, session.states)
    sentences = [
        found for found in sentences_of([line.text for line in lines]) if lines_read(scene, found.text)
    ]
    found = sentences[min(number, len(sentences) - 1)]
    scene.addItem(ReadingMark(lines_read(scene, found.text, found.nth), scene.ink))
    room.console.slide.read.show_state("stop")
    room.console.text.mark(found.line, found.text)


def lacks_a_voice(room: Classroom) -> None:
    """Say that there is no voice, and what to install."""
    room.console.slide.read.show_state("install")
    room.console.notice.say(room.aloud.missing, what_to_install("en", "linux"))


def consoles(lesson: Lesson) -> dict[str, Picture]:
    """Name the pictures of the teacher's window that this lesson has slides for."""
    wanted: tuple[tuple[str, type[object], tuple[Callable[[Classroom], object], ...]], ...] = (
        ("reading", Discuss, (lambda room: reads(room, 2),)),
        ("reading-quiz", Quiz, (answer, lambda room: reads(room, 3))),
        ("reading-help", HelpRoutes, (lambda room: reads(room, 2),)),
        ("reading-text", Quiz, (answer, does("text-view"), lambda room: reads(room, 3))),
        ("no-voice", Discuss, (lacks_a_voice,)),
    )
    pictures: dict[str, Picture] = {}
    for name, kind, steps in wanted:
        slide = first_with(lesson, kind)
        if slide is not None:
            pictures[f"console-{name}"] = _console(lesson, slide, steps)
    return pictures


def _console(lesson: Lesson, slide: int, steps: tuple[Callable[[Classroom], object], ...]) -> Picture:
    return lambda given, theme: console(given, theme, lesson, slide, *steps)


@contextmanager
def _lock(*, wrong: int = 0) -> Iterator[ConsoleLock]:
    with TemporaryDirectory() as folder:
        lock = ConsoleLock(Path(folder) / "console-lock.json", now=lambda: 0.0, cost=Cost(1 << 4))
        lock.choose(NEVER_USED)
        for _ in range(wrong):
            lock.attempt("")
        yield lock


def unlock(_given: Given, theme: Theme, host: QWidget, *, wrong: int = 0, forgotten: bool = False) -> Shown:
    """Ask for the passcode."""
    with _lock(wrong=wrong) as lock:
        dialog = UnlockDialog(theme, lock, host)
    if forgotten:
        dialog.forgotten.click()
    return Shown(dialog, fills=False)


def waits(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask for the passcode after several wrong ones."""
    return unlock(given, theme, host, wrong=FREE + 2)


def passcode(_given: Given, theme: Theme, host: QWidget, *, there: bool) -> Shown:
    """Choose a passcode, or another one."""
    if not there:
        return Shown(PasscodeDialog(theme, ConsoleLock(Path("console-lock.json")), host), fills=False)
    with _lock() as lock:
        return Shown(PasscodeDialog(theme, lock, host), fills=False)
