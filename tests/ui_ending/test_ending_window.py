"""The window of an end: what it says, asked twice, by keyboard, at every size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.progress.deleting.retention import Due, Left, OfClass, Outcome, Part
from rse_lessons.progress.deleting.year_end import YearEnd
from rse_lessons.ui.ending.window import EndingWindow
from rse_lessons.ui.ending.words import Told, class_words, done_words, now_words, year_words
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles

DUE = Due(
    YearEnd(date(2026, 8, 31), "2026-08-31T22:59:59.999Z"),
    (
        OfClass("", 1, goes_on=False, fresh=False),
        OfClass("2 Oak", 9, goes_on=False, fresh=False),
        OfClass("7B", 6, goes_on=True, fresh=False),
        OfClass("3 Rowan", 0, goes_on=False, fresh=True),
    ),
)
SEPTEMBER = date(2026, 9, 3)
LEFT = (Left(Part.SHARED, Path("/media/stick")), Left(Part.BACKUP, Path("/data/backups/progress-1.sqlite")))


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    yield
    dressed()


def asking(qtbot: QtBot, told: Told | None = None) -> EndingWindow:
    return shown(qtbot, EndingWindow(dressed(), told or year_words(DUE, SEPTEMBER)))


def test_it_says_what_goes_and_what_stays() -> None:
    told = year_words(DUE, SEPTEMBER)
    assert "31 August" in told.lead
    assert told.goes[0] == "2 classes: 2 Oak, 7B"
    assert told.goes[1].startswith("16 lessons ")
    assert told.keep.endswith(": 3 Rowan")
    assert told.late == ""
    assert year_words(DUE, date(2026, 10, 12)).late == "That was 6 weeks ago."
    assert year_words(replace(DUE, classes=DUE.classes[:1]), SEPTEMBER).goes[0].startswith("1 lesson ")
    many = tuple(OfClass(f"{number}A", 1, goes_on=False, fresh=False) for number in range(12))
    assert year_words(Due(DUE.end, many), SEPTEMBER).goes[0].endswith("7A, 4 more")


def test_before_the_end_it_says_when_it_is() -> None:
    told = now_words(DUE, date(2027, 8, 31))
    assert "31 August" in told.lead
    assert not told.may_wait


def test_enter_alone_deletes_nothing(qtbot: QtBot) -> None:
    window = asking(qtbot)
    with qtbot.assertNotEmitted(window.confirmed), qtbot.waitSignal(window.finished):
        press(Key.Key_Return)
    window = asking(qtbot)
    tab_to(window, window.on)
    press(Key.Key_Return)
    assert QApplication.focusWidget() is window.back
    assert not window.delete.isEnabled()
    with qtbot.assertNotEmitted(window.confirmed):
        press(Key.Key_Return)
    assert window.on.isVisible()


def test_the_keyboard_alone_deletes_after_a_second_answer(qtbot: QtBot) -> None:
    window = asking(qtbot)
    tab_to(window, window.on)
    press(Key.Key_Return)
    tab_to(window, window.sure)
    press(Key.Key_Space)
    tab_to(window, window.delete)
    with qtbot.waitSignal(window.confirmed) as asked:
        press(Key.Key_Return)
    assert asked.args == [True]
    assert window.working
    # Nothing closes it while it works.
    window.close()
    settle()
    assert window.isVisible()
    window.show_done(Outcome(12, (), 4))
    assert window.heading.text() == "Deleted for good"
    assert QApplication.focusWidget() is window.cancel
    with qtbot.waitSignal(window.finished):
        press(Key.Key_Escape)


def test_the_tick_of_the_second_question_does_not_stay(qtbot: QtBot) -> None:
    window = asking(qtbot)
    window.on.click()
    window.sure.setChecked(True)
    assert window.delete.isEnabled()
    window.back.click()
    window.on.click()
    assert not window.sure.isChecked()
    assert not window.delete.isEnabled()


def test_classes_for_the_new_year_may_be_let_go(qtbot: QtBot) -> None:
    window = asking(qtbot)
    window.keep.setChecked(False)
    window.on.click()
    window.sure.setChecked(True)
    with qtbot.waitSignal(window.confirmed) as asked:
        window.delete.click()
    assert asked.args == [False]


@pytest.mark.parametrize("days", [7, 30])
def test_it_can_be_put_off(qtbot: QtBot, days: int) -> None:
    window = asking(qtbot)
    tab_to(window, window.waits[days])
    with qtbot.waitSignal(window.put_off) as asked:
        press(Key.Key_Return)
    assert asked.args == [days]
    assert not window.isVisible()


@pytest.mark.parametrize("what", ["csv", "json", "records"])
def test_a_copy_comes_first_and_says_how_it_went(qtbot: QtBot, what: str) -> None:
    window = asking(qtbot)
    tab_to(window, window.copies[what])
    with qtbot.waitSignal(window.export_requested) as asked:
        press(Key.Key_Return)
    assert asked.args == [what]
    window.say_saved("Saved", "here.csv")
    assert window.saved.isVisible()
    window.say_saved("Not saved", "The disk is full.", good=False)
    assert window.not_saved.isVisible()
    assert not window.saved.isVisible()


def test_a_class_has_no_waiting_and_tells_of_other_pcs(qtbot: QtBot) -> None:
    told = class_words("7B", 6)
    window = asking(qtbot, told)
    assert not any(button.isVisible() for button in window.waits.values())
    assert not window.keep.isVisible()
    assert any("other PCs" in line for line in told.goes)
    assert window.heading.text() == "Delete 7B for good"


def test_what_is_left_is_named() -> None:
    title, sentences = done_words(Outcome(12, LEFT, 9, waiting=2))
    assert "not everywhere" in title
    assert "/media/stick" in sentences[0]
    assert "progress-1.sqlite" in sentences[1]
    assert any("next start" in sentence for sentence in sentences)
    assert sentences[-1].startswith("2 other PCs")
    assert done_words(Outcome(12, (), 1))[1] == (
        "Every byte of 1 file was searched afterwards: nothing of it is left.",
    )


def test_steps_of_the_future_are_said() -> None:
    title, sentences = done_words(Outcome(12, (), 9, ahead=True))
    assert title != "Deleted for good"
    assert any("dated in the future" in sentence for sentence in sentences)


def test_a_failure_says_that_nothing_was_deleted(qtbot: QtBot) -> None:
    window = asking(qtbot)
    window.show_failure("The disk is full.")
    assert window.heading.text() == "Nothing was deleted"
    assert window.left.title.text() == "The disk is full."


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
@pytest.mark.parametrize("page", ["offer", "late", "sure", "working", "done", "left", "class"])
def test_nothing_is_clipped(qtbot: QtBot, theme: str, scale: float, page: str) -> None:
    day = date(2026, 12, 12) if page == "late" else SEPTEMBER
    told = class_words("Ddraig Goch", 6) if page == "class" else year_words(DUE, day)
    window = shown(qtbot, EndingWindow(dressed(theme, scale), told))
    if page in ("sure", "working"):
        window.on.click()
    if page == "working":
        window.sure.setChecked(True)
        window.delete.click()
    elif page in ("done", "left"):
        window.show_done(Outcome(12, LEFT if page == "left" else (), 9, 1))
    settle()
    assert troubles(window) == []
    assert window.height() <= 720
