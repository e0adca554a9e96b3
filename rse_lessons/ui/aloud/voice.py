"""This PC's voice: found when it is first needed, given one sentence at a time, silent at once.

The window never waits for it. What is read, and what is marked on the slide, is `ui.steering.aloud`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStandardPaths, Signal

from rse_lessons.ui.aloud.run import Run
from rse_lessons.ui.aloud.ways import Way, as_line, best_voice, ways_of_this_pc

SEARCH_MS = 6000
"""How long a program may take to list its voices; PowerShell takes seconds on an old PC."""
START_MS = 12_000
"""How long a voice may take for anything, besides its words."""
SLOWEST_MS = 300
"""How long it may take for a character."""
FASTEST = 0.008
"""Seconds a character in which nobody can speak: whoever is done sooner has made no sound."""


class Trouble(StrEnum):
    """Why a sentence was not heard."""

    SILENT = "silent"
    HUNG = "hung"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class _Found:
    """A voice: the way to speak with it, where the program lies, and the voice's name there."""

    way: Way
    program: str
    voice: str


class Voice(QObject):
    """Finds a voice for a language, and speaks with it."""

    found = Signal(bool)
    """A search that `find` began is over; True when there is a voice for the language."""
    said = Signal()
    """The sentence was spoken."""
    failed = Signal(Trouble)

    def __init__(self, ways: Sequence[Way] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = tuple(ways_of_this_pc() if ways is None else ways)
        self._known: dict[str, _Found] = {}
        self._voice: _Found | None = None
        self._run: Run | None = None
        self._characters = 0

    def find(self, language: str) -> None:
        """Look for a voice; `found` tells. What was found is not looked for again."""
        self.stop()
        self._voice = self._known.get(language)
        if self._voice is not None:
            self.found.emit(True)
        else:
            self._look(language, self._ways)

    def say(self, sentence: str) -> None:
        """Speak a sentence with the voice found; `said` or `failed` tells."""
        voice = self._voice
        if voice is None:
            return
        line = as_line(sentence) + "\n"
        limit = START_MS + SLOWEST_MS * len(line)
        self._characters = len(line.strip())
        if voice.way.lasting and self._run is not None:
            self._run.tell(line, limit_ms=limit)
            return
        run = self._begin(voice.program, voice.way.speaking(voice.voice))
        if voice.way.lasting:
            run.line.connect(self._done)
            run.start(f"{voice.voice}\n{line}", limit_ms=limit, more=True)
        else:
            run.start(line, limit_ms=limit)

    def stop(self) -> None:
        """Be silent at once."""
        run, self._run = self._run, None
        if run is None:
            return
        run.end()
        if self._voice is not None and self._voice.way.stopping:
            Run(self._voice.program, self._voice.way.stopping, self).start(limit_ms=SEARCH_MS)

    def close(self) -> None:
        """Be silent, and leave no program behind."""
        self.stop()
        for run in self.findChildren(Run):
            run.wait(2000)
            # Gone now: PySide6 frees a parent badly while a child of it waits to be deleted.
            QCoreApplication.sendPostedEvents(run, QEvent.Type.DeferredDelete.value)

    # Looking for one

    def _look(self, language: str, left: Sequence[Way]) -> None:
        """Ask the first program that is there for its voices."""
        for number, way in enumerate(left, 1):
            program = next(filter(None, map(_where, way.programs)), "")
            if program:
                run = self._run = Run(program, way.listing, self)
                found = _Found(way, program, "")
                run.ended.connect(partial(self._listed, run, found, language, left[number:]))
                run.hung.connect(partial(self._look, language, left[number:]))
                run.start(limit_ms=SEARCH_MS)
                return
        self._run = None
        self.found.emit(False)

    def _listed(self, run: Run, found: _Found, language: str, left: Sequence[Way], _well: bool) -> None:
        self._run = None
        voice = best_voice(found.way.voices(run.said.decode(errors="replace")), language)
        if voice:
            self._voice = self._known[language] = _Found(found.way, found.program, voice)
            self.found.emit(True)
        else:
            self._look(language, left)

    # Speaking with it

    def _begin(self, program: str, arguments: Sequence[str]) -> Run:
        run = self._run = Run(program, arguments, self)
        run.ended.connect(self._ended)
        run.hung.connect(partial(self._fail, Trouble.HUNG))
        return run

    def _ended(self, well: bool) -> None:
        if not well or (self._voice is not None and self._voice.way.lasting):
            self._fail(Trouble.BROKEN)
        else:
            self._done(over=True)

    def _done(self, *, over: bool = False) -> None:
        run = self._run
        if run is None:
            return
        heard = run.seconds() >= FASTEST * self._characters
        if over:
            self._run = None
        if heard:
            self.said.emit()
        else:
            self.stop()
            self.failed.emit(Trouble.SILENT)

    def _fail(self, trouble: Trouble) -> None:
        self._run = None
        # Whatever is wrong with this voice, another may be there when it is looked for anew.
        self._known.clear()
        self.failed.emit(trouble)


def _where(program: str) -> str:
    """Give the whole path of a program; empty when it is not there."""
    path = Path(program)
    if path.is_absolute() or "\\" in program:
        return program if path.is_file() else ""
    return QStandardPaths.findExecutable(program)
