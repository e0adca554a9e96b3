"""From what is done on the page to the records, and back onto the page."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.training.marking import right_answer
from rse_lessons.ui.training.blocks.practice import PracticeWidget
from rse_lessons.ui.training.blocks.try_widget import TryWidget
from rse_lessons.ui.training.cards import TasksCard
from rse_lessons.ui.training.front import still_to_do
from rse_lessons.ui.training.known import steps
from rse_lessons.ui.training.reflecting import ReflectCard
from rse_lessons.ui.training.rewrite import RewriteCard
from tests.ui_training.conftest import Room

OWN = "small-acts"
Key = Qt.Key
Block = TypeVar("Block", bound=QWidget)


def one(room: Room, kind: type[Block]) -> Block:
    """Give the block of a kind on the page in front, or the first of several."""
    sheet = room.page.sheet
    assert sheet is not None
    found: list[Block] = sheet.findChildren(kind)
    assert found, f"no {kind.__name__} on {room.page.page_id}"
    return found[0]


def walk(practice: PracticeWidget) -> None:
    """Take the first reply each time, to the end."""
    for _ in range(20):
        if practice.walk.ended and not practice.told:
            return
        QTest.keyClick(practice, Key.Key_Return if practice.told else Key.Key_1)
    raise AssertionError("the conversation does not end")


def try_right(widget: TryWidget) -> None:
    """Answer every question of a try as it should be."""
    widget.begin()
    for question in widget.questions:
        widget._take(right_answer(question))
        widget.go_on()


def test_a_module_is_worked_through_and_finished(opened: Room) -> None:
    opened.learning.open_module(OWN)
    page = opened.page
    module = page.opened.module if page.opened else None
    assert module is not None
    assert page.front is not None
    page.front.go.click()
    for place, step in enumerate(steps(module)):
        assert page.page_id == step.id, place
        sheet = page.sheet
        assert sheet is not None
        for practice in sheet.findChildren(PracticeWidget):
            walk(practice)
        for tried in sheet.findChildren(TryWidget):
            try_right(tried)
        sheet.on.click()
    assert page.front is not None
    record = opened.record(OWN)
    assert set(record.pages) == {step.id for step in module.pages}
    assert set(record.practised) == {"staffroom", "gate"}
    assert record.passed
    assert record.tries[0].missed == ()
    QTest.qWait(0)
    opened.learning._fill()
    assert opened.page.desk.rows[OWN].line.state == "finished"
    assert page.opened is not None
    assert still_to_do(page.opened) == []
    assert page.front.standing_head.text() == "You have finished this module."


def test_what_is_opened_is_recorded_once_until_another_is(opened: Room) -> None:
    opened.learning.open_module(OWN)
    assert "module-opened" not in opened.kinds()
    for name in ("why", "asks"):
        opened.page.open_page(name)
    assert opened.kinds().count("module-opened") == 1
    opened.learning.open_module("a-safe-classroom")
    opened.page.turn(1)
    assert opened.kinds().count("module-opened") == 2


def test_a_reflection_is_kept_on_leaving_and_taken_away_when_it_is_emptied(opened: Room) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("reflect")
    card = one(opened, ReflectCard)
    card.field.setPlainText("“Silly girl.”\n\nI say what he did.")
    opened.page.turn(1)
    assert opened.record(OWN).reflected == {"my-words": "“Silly girl.”\n\nI say what he did."}
    opened.page.turn(-1)
    card = one(opened, ReflectCard)
    assert card.typed == "“Silly girl.”\n\nI say what he did."
    card.field.setFocus()
    card.field.clear()
    card.save.setFocus()
    assert opened.record(OWN).reflected == {}
    card.save.click()
    assert opened.kinds().count("module-unreflected") == 1, "what was told already is not told again"


def test_a_reflection_is_kept_in_a_rest_from_writing(opened: Room, qtbot: QtBot) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("reflect")
    card = one(opened, ReflectCard)
    assert not card.resting.isActive()
    card.resting.setInterval(1)
    with qtbot.waitSignal(card.reflected):
        card.field.setPlainText("Half a thought")
    assert opened.record(OWN).reflected == {"my-words": "Half a thought"}
    assert card.state.text() == "Saved."
    assert not card.resting.isActive()


def test_a_reflection_holds_no_more_than_is_kept(opened: Room) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("reflect")
    card = one(opened, ReflectCard)
    card.field.setPlainText("a" * 5_000)
    card.save.click()
    assert card.state.text() == "Saved."
    assert opened.record(OWN).reflected == {"my-words": "a" * 4_000}


def test_what_was_written_elsewhere_is_shown_and_never_written_over(opened: Room, qtbot: QtBot) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("reflect")
    card = one(opened, ReflectCard)
    opened.store.record("module-reflected", lesson=OWN, data={"block": "my-words"}, words="In My learning.")
    with qtbot.waitSignal(opened.learning.ready, timeout=10_000):
        opened.learning.open()
    assert card.typed == "In My learning."
    card.field.setPlainText("Half a thought")
    opened.store.record("module-unreflected", lesson=OWN, data={"block": "my-words"})
    with qtbot.waitSignal(opened.learning.ready, timeout=10_000):
        opened.learning.open()
    assert card.typed == "Half a thought"


def test_tasks_stay_ticked(opened: Room) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("tomorrow")
    rows = one(opened, TasksCard).rows
    first, second = rows
    rows[first].click()
    rows[second].click()
    rows[second].click()
    assert opened.record(OWN).tasks == {first}
    opened.learning.open_module(OWN)
    opened.page.open_page("tomorrow")
    assert [row.isChecked() for row in one(opened, TasksCard).rows.values()] == [True, False]


def test_what_is_done_while_the_records_are_read_is_not_forgotten(opened: Room, qtbot: QtBot) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("tomorrow")
    opened.learning.read()
    first = next(iter(one(opened, TasksCard).rows.values()))
    with qtbot.waitSignal(opened.learning.ready, timeout=10_000):
        first.click()
    opened.learning.open_module(OWN)
    opened.page.open_page("tomorrow")
    assert next(iter(one(opened, TasksCard).rows.values())).isChecked()


def test_a_rewrite_is_recorded_when_the_model_is_seen_and_its_words_never(opened: Room, qtbot: QtBot) -> None:
    opened.learning.open_module(OWN)
    sheet_of_rewrite = next(
        page.id
        for page in opened.page.opened.module.pages  # type: ignore[union-attr]
        if any(type(part).__name__ == "Rewrite" for part in page.parts)
    )
    opened.page.open_page(sheet_of_rewrite)
    card = one(opened, RewriteCard)
    assert card.model.isHidden()
    with qtbot.waitSignal(card.checker.looked, timeout=10_000):
        card.field.setPlainText("She should have known better than to trust him.")
    assert card.cards, "the checker marks what blames"
    assert card.cards[0].finding.reason
    card.show_model.click()
    card.reveal()
    assert not card.model.isHidden()
    assert opened.record(OWN).rewritten == {card.block.id}
    assert opened.kinds().count("module-rewritten") == 1
    opened.page.turn(1)
    opened.page.turn(-1)
    assert one(opened, RewriteCard).typed == "", "what was written is gone with the page"
    raw = b"".join(file.read_bytes() for file in opened.store._path.parent.glob("progress.sqlite*"))
    assert b"trust him" not in raw


def test_a_pass_of_more_than_a_year_ago_asks_to_be_renewed(opened: Room) -> None:
    test_a_module_is_worked_through_and_finished(opened)
    opened.today = date(2030, 1, 1)
    opened.learning._fill()
    assert opened.page.desk.rows[OWN].line.state == "renew"
    opened.learning.open_module(OWN)
    front = opened.page.front
    assert front is not None
    assert front.go.text() == "Take the check again"
    front.go.click()
    assert opened.page.page_id == "check"


def test_nothing_is_made_or_recorded_for_whoever_may_not_learn(room: Room) -> None:
    room.allowed = False
    room.learning.open()
    room.learning.open_module(OWN)
    room.learning.warm()
    room.learning.show_again({"nation"})
    assert room.window.pages.count() == 1
    with pytest.raises(PermissionError):
        _ = room.learning.page
    assert room.kinds() == []


def test_locking_while_the_page_is_open_records_nothing_more(opened: Room) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("why")
    before = opened.kinds()
    opened.allowed = False
    opened.page.turn(1)
    opened.learning.open_module("a-safe-classroom")
    assert opened.page.module_id == OWN
    assert opened.kinds() == before


def test_closing_the_window_tells_of_the_visit_and_keeps_what_was_written(opened: Room) -> None:
    opened.learning.open_module(OWN)
    opened.page.open_page("reflect")
    one(opened, ReflectCard).field.setPlainText("Tomorrow I ask.")
    opened.window.close()
    record = opened.record(OWN)
    assert record.reflected == {"my-words": "Tomorrow I ask."}
    assert record.pages.keys() == {"reflect"}


def test_signs_of_life_in_the_window_count_as_attention(opened: Room, qtbot: QtBot) -> None:
    page, now = opened.page, [0.0]
    page.attention._clock = lambda: now[0]
    opened.learning.open_module(OWN)
    page.open_page("why")
    window = opened.window.windowHandle()
    now[0] = 60
    QTest.mouseMove(window, QPoint(600, 400))
    now[0] = 90
    QTest.keyClick(window, Key.Key_Down)
    now[0] = 1_000  # nobody was there
    QApplication.sendEvent(opened.window, QEvent(QEvent.Type.WindowDeactivate))
    now[0] = 2_000
    QApplication.sendEvent(opened.window, QEvent(QEvent.Type.WindowActivate))
    now[0] = 2_010
    opened.window.show_library()
    assert opened.record(OWN).pages == {"why": 90 + 120 + 10}
    now[0] = 2_100
    QTest.mouseMove(window, QPoint(620, 400))
    opened.learning.open()
    now[0] = 2_105
    with qtbot.waitSignal(page.page_left):
        page.turn(1)
    assert opened.record(OWN).pages["why"] == 225, "the library's time is not the page's"
