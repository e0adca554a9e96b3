"""The end of a year in the app: asked at the right time, never during a lesson, done in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from rse_lessons.caretaking.ending import Ending
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.database.backup import back_up
from rse_lessons.progress.deleting.retention import note_path
from tests.ui_ending.conftest import AUTUMN, LONG, SPRING, House


def asks(ending: Ending) -> bool:
    return ending.window is not None


def agree(qtbot: QtBot, ending: Ending) -> None:
    """Answer both questions with yes, and wait until it is done."""
    window = ending.window
    assert window is not None
    window.on.click()
    window.sure.setChecked(True)
    window.delete.click()
    qtbot.waitUntil(lambda: not window.working, timeout=LONG)


def test_a_year_that_ended_while_the_app_was_closed_is_asked_about(
    qtbot: QtBot, house: House, ending: Ending, look: Callable[[], bool]
) -> None:
    house.teach("Oak 7B")
    house.prefer(class_label="Oak 7B")
    back_up(house.records, SPRING)
    assert not look()
    house.now = AUTUMN
    house.teach("9A")
    assert look()
    assert house.labels == ["9A", "Oak 7B"]
    with qtbot.waitSignal(ending.cleared, timeout=LONG):
        agree(qtbot, ending)
    assert house.labels == ["9A"]
    assert house.preferences.class_label == ""
    assert ending.window is not None
    assert ending.window.heading.text() == "Deleted for good"
    assert not any(
        b"Oak 7B" in path.read_bytes() for path in house.records.parent.rglob("*") if path.is_file()
    )
    ending.window.close()
    assert not asks(ending)
    assert not look()


def test_nothing_is_deleted_without_both_answers(
    house: House, ending: Ending, look: Callable[[], bool]
) -> None:
    house.teach("7B")
    house.now = AUTUMN + timedelta(days=900)
    for _ in range(3):
        assert look()
        assert ending.window is not None
        ending.window.on.click()
        ending.window.close()
    assert house.labels == ["7B"]


@pytest.mark.parametrize("days", [7, 30])
def test_it_is_asked_again_when_the_time_is_over(
    house: House, ending: Ending, look: Callable[[], bool], days: int
) -> None:
    house.teach("7B")
    house.now = AUTUMN
    assert look()
    assert ending.window is not None
    ending.window.waits[days].click()
    assert not look()
    house.now = AUTUMN + timedelta(days=days - 1)
    assert not look()
    house.now = AUTUMN + timedelta(days=days)
    assert look()


def test_it_is_never_asked_while_a_lesson_is_given(
    qtbot: QtBot, house: House, ending: Ending, look: Callable[[], bool]
) -> None:
    house.teach("7B")
    house.now = AUTUMN
    house.busy = True
    ending.look()
    ending.open()
    ending.delete_class("7B")
    assert not asks(ending)
    # A lesson that begins while it is being looked is not disturbed either.
    house.busy = False
    with qtbot.waitSignal(ending.looked, timeout=LONG):
        ending.look()
        house.busy = True
    assert not asks(ending)
    house.busy = False
    assert look()


def test_a_class_is_deleted_for_good_and_others_stay(qtbot: QtBot, house: House, ending: Ending) -> None:
    house.teach("Oak 7B")
    house.teach("9A")
    ending.delete_class("Oak 7B")
    assert ending.window is not None
    assert any(line.startswith("1 lesson ") for line in ending.window._told.goes)
    agree(qtbot, ending)
    assert house.labels == ["9A"]
    assert house.store.snapshot().standing("9A", "ask-first").slide == 4


def test_it_can_be_done_before_the_year_is_over(qtbot: QtBot, house: House, ending: Ending) -> None:
    ending.open()
    assert house.told == ["There are no records of classes to delete."]
    house.teach("7B")
    house.now = SPRING + timedelta(days=100)
    ending.open()
    assert ending.window is not None
    assert "31 August" in ending.window._told.lead
    agree(qtbot, ending)
    assert house.labels == []


def test_a_stick_that_is_missing_is_named_and_cleaned_later(
    qtbot: QtBot, house: House, ending: Ending, look: Callable[[], bool]
) -> None:
    house.teach("7B")
    house.shared = house.stick
    house.now = AUTUMN
    assert look()
    agree(qtbot, ending)
    assert ending.window is not None
    assert str(house.stick) in ending.window.left.title.text()
    ending.window.close()
    assert note_path(house.records).exists()
    assert not look()
    assert str(house.stick) in house.told[-1]
    # Another folder may have been chosen since; it is the old one that is waited for.
    house.shared = None
    assert not look()
    assert str(house.stick) in house.told[-1]
    house.stick.mkdir()
    prepare(house.stick)
    assert not look()
    assert not note_path(house.records).exists()
    assert house.told[-1] == "What you deleted is now gone everywhere."


def test_what_is_told_as_not_done_is_not_done_later(
    qtbot: QtBot, house: House, ending: Ending, look: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    house.teach("7B")
    house.now = AUTUMN
    assert look()
    monkeypatch.setattr("rse_lessons.caretaking.ending.LONGEST", 0.05)
    release = threading.Event()
    held = house.store.do(lambda _journal: release.wait(20))
    agree(qtbot, ending)
    assert ending.window is not None
    assert ending.window.heading.text() == "Nothing was deleted"
    release.set()
    assert held.wait(20)
    assert house.store.do(lambda journal: len(list(journal.events()))).wait(20)
    assert house.labels == ["7B"]
