"""My learning with keys alone: the log, a note for a mentor, the certificate, the portfolio."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TypeVar

from benchmarks.machine import ROOT
from benchmarks.work_through.keyboard import Keyboard, LostError
from rse_lessons.app import Main
from rse_lessons.ui.my_learning.page import MyLearningPage
from rse_lessons.ui.my_learning.writing import EvidenceWindow, WritingWindow
from rse_lessons.ui.widgets.buttons import Button

Window = TypeVar("Window", EvidenceWindow, WritingWindow)
SOON = 900
"""Milliseconds until a window for files is surely there."""


class Papers:
    """Takes away what was learnt."""

    def __init__(self, main: Main, keys: Keyboard, folder: Path) -> None:
        self.main, self.keys, self.folder = main, keys, folder

    @property
    def page(self) -> MyLearningPage:
        """The page My learning."""
        return self.main.desks.evidencing.page

    def open(self) -> None:
        """Go there from Teacher mode."""
        keys = self.keys
        keys.where = "my learning"
        desk = self.main.desks.learning.page.desk
        keys.press_on(desk.learning)
        keys.wait(lambda: self.main.window.pages.currentWidget() is self.page, "My learning")
        keys.wait(lambda: not self.main.desks.evidencing.reading, "the records")
        keys.look("opening My learning")

    def leave(self) -> None:
        """Go back to the modules."""
        self.keys.press_on(self.page.desk.modules)
        learning = self.main.desks.learning.page
        self.keys.wait(lambda: self.main.window.pages.currentWidget() is learning, "Teacher mode")

    def part(self, name: str) -> None:
        """Go to a part of the page."""
        keys = self.keys
        keys.where = f"my learning, {name}"
        keys.press_on(self.page.desk.rows[name])
        keys.wait(lambda: self.page.part == name, "the part")
        keys.pause(0.2)
        keys.picture(f"my-learning-{name}")

    def log(self) -> None:
        """Add to the log, and write a note for a mentor."""
        keys = self.keys
        self.part("path")
        self.part("evidence")
        view = self.page.evidence
        keys.press_on(view.add if view.empty.isHidden() else view.empty.button)
        window = self._asked(EvidenceWindow)
        keys.reach(window.minutes)
        keys.press("ctrl+a")
        keys.write("45")
        keys.reach(window.field)
        keys.write("Observed a lesson about trust with my mentor.")
        keys.picture("my-learning-evidence-window")
        keys.press_on(window.keep)
        self._gone("the log")
        keys.picture("my-learning-evidence-added")
        self.part("notes")
        notes = self.page.notes
        keys.press_on(notes.add if notes.empty.isHidden() else notes.empty.button)
        written = self._asked(WritingWindow)
        keys.reach(written.field)
        keys.write("How do you end a lesson in which somebody cried?")
        keys.picture("my-learning-note-window")
        keys.press_on(written.keep)
        self._gone("the note")
        keys.picture("my-learning-note-added")
        self.part("reflections")

    def _asked(self, kind: type[Window]) -> Window:
        desk = self.main.desks.evidencing
        self.keys.wait(lambda: isinstance(desk.asking, kind) and desk.asking.isActiveWindow(), "the window")
        if not isinstance(desk.asking, kind):
            raise LostError(f"{self.keys.where}: no window was opened.")
        return desk.asking

    def _gone(self, what: str) -> None:
        self.keys.wait(lambda: self.main.desks.evidencing.asking is None, f"keeping {what}")
        self.keys.wait(self.main.window.isActiveWindow, "the main window")
        self.keys.look(f"keeping {what}")

    def certificate(self, name: str) -> str:
        """Save the certificate, and have it verified by the command; gives its code's sentence."""
        self.part("take")
        target = self.folder / f"{name}.pdf"
        self._save(self.page.taking.certificate, target, "certificate")
        return self._verified(target)

    def portfolio(self) -> str:
        """Save the portfolio with everything in it, and have its record verified."""
        taking = self.page.taking
        self.keys.press_on(taking.with_reflections, "space")
        self.keys.press_on(taking.with_notes, "space")
        target = self.folder / "portfolio.pdf"
        self._save(taking.portfolio, target, "portfolio")
        return self._verified(target)

    def _save(self, button: Button, target: Path, name: str) -> None:
        keys, taking = self.keys, self.main.desks.evidencing.taking
        keys.press_on(button)
        keys.wait(lambda: taking.naming is not None and taking.naming.isActiveWindow(), "the name")
        keys.write("Sam Teacher")
        keys.picture(f"my-learning-{name}-name")
        keys.afterwards(SOON, f"my-learning-{name}-file", f"type {target}", "Return")
        keys.press("Return", look=False)
        keys.wait(lambda: target.exists() and self.main.window.isActiveWindow(), f"saving the {name}")
        keys.pause(0.5)
        keys.look(f"saving the {name}")
        keys.picture(f"my-learning-{name}-saved")

    def _verified(self, target: Path) -> str:
        command = [sys.executable, "-m", "rse_lessons", "learning", "verify", str(target)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            self.keys.note(f"{target.name} is not verified: {done.stderr.strip()}")
            return "no"
        return done.stdout.splitlines()[0]
