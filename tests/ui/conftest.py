"""The main window for tests: the real program on a folder of its own, with one class."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.school import School
from rse_lessons.ui.theme import load_fonts

LABEL = "8 Hazel"


class PlainMain(Main):
    """Makes each page when it is first opened, as a slow PC may have to.

    The program makes three of them ahead, in a moment of rest. Nearly no test is about these, and they would
    take a third of the time; tests of two rooms, of the locked program and of whole programs have them.
    """

    def _warm(self) -> None:
        if not self._closed:
            self.desks.records.begin()


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[Main]:
    """Open the library, with the class chosen; close everything afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    school = school_in(tmp_path)
    school.prefer(class_label=LABEL, theme="light")
    made = PlainMain(app, school)
    made.store.record("class-added", class_label=LABEL, data={"band": "ks3"})
    with qtbot.waitSignal(made.refreshed):
        made.open()
    assert made.store.flush(10)
    made.read_records()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
