"""Time on the console and on the class's slide: steps of a talk, the soft end, pace, and lost time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.model import Discuss, Stage
from rse_lessons.presenting.stages import Pace
from rse_lessons.ui.console.stage_card import StageCard
from rse_lessons.ui.dialogs.ask import TimeLeft
from rse_lessons.ui.plan_words import plan_words
from rse_lessons.ui.slide.blocks.talk_timer import TimerFace, caption
from rse_lessons.ui.slide.drawing import Words
from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.talk_words import over_words, time_words
from rse_lessons.ui.theme import load_theme
from tests.presenting.rooms import Room as Session
from tests.ui.room import Room, room

Key = Qt.Key
ACTIVITIES = Path(__file__).parents[1] / "fixtures" / "lessons" / "every-activity.md"


def talk_in(made: Room, *, steps: bool = False) -> tuple[int, str]:
    """Find the lesson's first discussion with steps, or without any."""
    for index, slide in enumerate(made.session.slides):
        for part in slide.parts:
            if isinstance(part, Discuss) and bool(part.talk_steps) is steps:
                return index, part.id
    raise AssertionError("the lesson has no discussion")


def press(made: Room, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(made.console, key)


def said(scene: SlideScene) -> list[str]:
    return [op.text for piece in scene.pieces for op in piece.ops if isinstance(op, Words) and op.text]


def seen(made: Room) -> list[str]:
    scene = made.projector.view.scene()
    assert isinstance(scene, SlideScene)
    return said(scene)


def test_next_alone_leads_through_the_steps_on_both_screens(qtbot: QtBot) -> None:
    with room(lesson=ACTIVITIES) as made:
        index, _ = talk_in(made, steps=True)
        made.session.go_to(index)
        console = made.console
        qtbot.waitUntil(lambda: console.next.name.text() == "starts Think, 30 seconds")
        captions, lefts = [], []
        for _ in range(3):
            press(made, Key.Key_Right)
            captions.append(console.timer.caption.text())
            lefts.append(console.timer.left.text())
        assert captions == ["Think, 1 of 3", "Pair, 2 of 3", "Share, 3 of 3"]
        assert lefts == ["0:30", "1:30", "2:00"]
        assert "2:00" in seen(made)
        assert made.session.index == index
        press(made, Key.Key_Right)
        assert made.session.index == index + 1


def test_the_teacher_goes_back_by_key_and_on_by_button_and_by_press(qtbot: QtBot) -> None:
    with room(lesson=ACTIVITIES) as made:
        index, block = talk_in(made, steps=True)
        made.session.go_to(index)
        press(made, Key.Key_R, Key.Key_R, Key.Key_U)
        assert getattr(made.session.states[block], "step", 0) == 1
        QTest.mouseClick(made.console.timer.after, Qt.MouseButton.LeftButton)
        assert getattr(made.session.states[block], "step", 0) == 2
        QTest.mouseClick(made.console.timer.before, Qt.MouseButton.LeftButton)
        assert getattr(made.session.states[block], "step", 0) == 1
        view = made.projector.view
        scene = view.scene()
        assert isinstance(scene, SlideScene)
        share = next(piece for piece in scene.pieces if piece.option == "share")
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.mapFromScene(share.area.qt().center()),
        )
        assert getattr(made.session.states[block], "step", 0) == 3
        assert not made.console.timer.after.isEnabled()


def test_a_discussion_without_steps_has_no_buttons_for_them(qtbot: QtBot) -> None:
    with room() as made:
        made.session.go_to(talk_in(made)[0])
        press(made, Key.Key_T)
        assert made.console.timer.before.isHidden()
        assert made.console.timer.after.isHidden()


def test_the_end_of_a_time_is_soft_and_counts_on(qtbot: QtBot) -> None:
    with room() as made:
        made.session.go_to(talk_in(made)[0])
        press(made, Key.Key_T)
        total = made.session.timer.total
        told = []
        for gone in (total - 20, 15, 10, 40, 60):
            made.now += gone
            made.classroom._tick()
            shown = seen(made)
            told.append(next((w for w in shown if "over" in w or "Nearly" in w or "Finish" in w), ""))
        assert told == ["", "Nearly time", "Finish your sentence", "Half a minute over", "1½ minutes over"]
        assert made.console.timer.left.text() == "1:45"
        assert made.console.timer.total.text() == "over"
        assert made.console.timer.accessibleName() == "1½ minutes over"
        QTest.keyClick(made.console, Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
        assert made.session.timer.left() == 60
        assert made.console.timer.left.text() == "1:00"


def test_time_goes_on_where_the_class_is_frozen_and_is_taken_off_when_stopped(qtbot: QtBot) -> None:
    with room() as made:
        made.session.go_to(talk_in(made)[0])
        press(made, Key.Key_T, Key.Key_F, Key.Key_Right)
        made.now += 30
        made.classroom._tick()
        left = made.console.timer.left.text()
        assert left in seen(made)
        press(made, Key.Key_T)
        assert left not in seen(made)


def test_the_minute_of_the_lesson_is_shown(qtbot: QtBot) -> None:
    with room() as made:
        made.now += 130
        made.classroom._tick()
        assert made.console.header.minute.text() == "minute 3 of 50"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, ""), (29, ""), (30, "Half a minute over"), (60, "1 minute over"), (95, "1½ minutes over"),
     (125, "2 minutes over"), (640, "10 minutes over")],
)  # fmt: skip
def test_what_is_over_is_said_by_half_minutes(seconds: float, words: str) -> None:
    assert over_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(20, "20 seconds"), (60, "1 minute"), (90, "1½ minutes"), (180, "3 minutes")]
)
def test_times_are_written_as_people_say_them(seconds: float, words: str) -> None:
    assert time_words(seconds) == words


def test_thinking_ends_with_a_thought() -> None:
    assert caption(TimerFace(-1, 60, running=True), "think") == "Finish your thought"
    assert caption(None, "think") == caption(TimerFace(30, 60, running=True), "think") == ""


@pytest.mark.parametrize(
    ("behind", "room_in", "words"),
    [
        (150, Stage.PRACTISE, "2 minutes behind in Explore. Practise could make up for it."),
        (70, None, "1 minute behind in Explore"),
        (-130, None, "2 minutes in hand"),
        (40, Stage.PRACTISE, ""),
    ],
)
def test_the_pace_names_its_stage_and_one_that_has_room(
    qtbot: QtBot, behind: float, room_in: Stage | None, words: str
) -> None:
    card = StageCard(load_theme("light"))
    qtbot.addWidget(card)
    plan = Session().session.plan
    card.show_pace(Pace(Stage.EXPLORE, 720, 300, behind, room_in), plan, 0.5)
    assert card.pace.text() == words


def test_lost_time_says_what_becomes_of_the_plan(qtbot: QtBot) -> None:
    made = Session(start=3)
    asked = TimeLeft(load_theme("light"), 28, becomes=lambda minutes: plan_words(made.session, minutes))
    qtbot.addWidget(asked)
    asked.show()
    assert asked.becomes.text() == (
        "Minutes: Explore 9½ instead of 12, Practise 7½ instead of 10. In all 28 minutes."
    )
    asked.minutes.setValue(60)
    assert asked.becomes.text() == "No stage gets shorter. In all 33 minutes."
    asked.minutes.setValue(5)
    assert "It still needs about 6 minutes" in asked.becomes.text()
    assert "Where to get help 1" not in asked.becomes.text()
