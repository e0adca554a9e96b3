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


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[Main]:
    """Open the library, with the class chosen; close everything afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    school = school_in(tmp_path)
    school.prefer(class_label=LABEL, theme="light")
    made = Main(app, school)
    made.store.record("class-added", class_label=LABEL, data={"band": "ks3"})
    with qtbot.waitSignal(made.refreshed):
        made.open()
    assert made.store.flush(10)
    made.read_records()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
