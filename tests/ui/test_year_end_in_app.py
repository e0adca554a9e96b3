"""The end of a school year in the real app: asked after the start, not in a lesson, and gone for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.facts.events import Event, mark_of, timestamp
from rse_lessons.school import School
from rse_lessons.ui.theme import load_fonts
from tests.on_disk import holding

LABEL = "Oak 8H"
LONG = 60_000
"""Milliseconds that a slow PC may take."""


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[Main]:
    """Open the library over records of two years ago."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    school = school_in(tmp_path)
    school.prefer(class_label=LABEL, theme="light")
    then = timestamp(datetime.now(UTC) - timedelta(days=700))
    journal = Journal(school.paths.records, now=datetime.now(UTC), seconds=5)
    for kind, lesson, data in (
        ("class-added", "", {"band": "ks3"}),
        ("started", "if-an-image-is-shared", {"slides": 14, "slide": 4}),
    ):
        journal.append([Event(mark_of(kind)[:32], "", 0, then, kind, lesson, LABEL, data=data)])
    journal.close()
    made = Main(app, school)
    with qtbot.waitSignal(made.refreshed):
        made.open()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


def test_it_is_asked_after_the_start_and_deleted_after_two_answers(
    qtbot: QtBot, main: Main, tmp_path: Path
) -> None:
    ending = main.desks.records.ending
    qtbot.waitUntil(lambda: ending.window is not None, timeout=LONG)
    window = ending.window
    assert window is not None
    assert [known.label for known in main.summary.classes] == [LABEL]
    window.on.click()
    window.sure.setChecked(True)
    window.delete.click()
    qtbot.waitUntil(lambda: not window.working, timeout=LONG)
    assert window.heading.text() == "Deleted for good"
    assert main.summary.classes == ()
    assert main.school.preferences.class_label == ""
    assert holding(tmp_path, LABEL) == set()
    window.close()


def test_closed_without_an_answer_nothing_is_deleted(qtbot: QtBot, main: Main) -> None:
    ending = main.desks.records.ending
    qtbot.waitUntil(lambda: ending.window is not None, timeout=LONG)
    assert ending.window is not None
    ending.window.close()
    assert [known.label for known in main.store.snapshot().classes] == [LABEL]
