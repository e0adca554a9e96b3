"""Conversations: every path walked by keys, going back, comparing, in every size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.training.walking import Walk, paths
from rse_lessons.ui.theme import THEMES
from rse_lessons.ui.training.blocks.practice import PracticeWidget
from tests.training.made import practice
from tests.ui_settings.small import dressed, settle
from tests.ui_training.stage import Key, clipped, press, said, staged, tab_to

TALK = practice()
LONG = "You say what you have seen and heard, who helps now, and what will happen next, in plain words. " * 2


def spoken(shown: PracticeWidget) -> list[str]:
    return [speech.words.text() for speech in shown.said]


def test_every_path_is_walked_by_keys_and_told_at_its_end(qtbot: QtBot) -> None:
    shown = staged(qtbot, PracticeWidget(TALK, dressed()))
    told = QSignalSpy(shown.practised)
    shown.take_keys()
    ways = list(paths(TALK))
    for replies in ways:
        walk = Walk(TALK)
        for id_ in replies:
            number = [reply.id for reply in walk.scene.replies].index(id_)
            press(Key(Key.Key_1.value + number))
            assert shown.panel is not None
            assert (shown.panel.good is not None) == walk.scene.replies[number].good
            assert f"Taken {id_}." in shown.panel.said()
            assert f"Asked {id_}." in shown.panel.said()
            walk = walk.choose(id_)
            assert spoken(shown)[-1] == f"Say {id_}"  # what you chose stays to be read
            press(Key.Key_Return)
        assert shown.end.isVisible()
        assert walk.scene.next_step in shown.end.text.text()
        assert told.at(told.count() - 1) == ["waits", list(walk.path)]
        assert QApplication.focusWidget() is shown.again
        press(Key.Key_Return)
        assert spoken(shown) == [TALK.scenes[0].text]
    assert told.count() == len(ways)
    assert len(shown.walks) == len(ways)


def test_backspace_goes_back_one_step_from_wherever_one_is(qtbot: QtBot) -> None:
    shown = staged(qtbot, PracticeWidget(TALK, dressed()))
    told = QSignalSpy(shown.practised)
    shown.take_keys()
    press(Key.Key_Backspace)  # at the beginning there is nothing to go back to
    press(Key.Key_2, Key.Key_Backspace)
    assert shown.walk == Walk(TALK)
    assert not shown.end.isVisible()
    press(Key.Key_2, Key.Key_Return, Key.Key_2, Key.Key_Return)
    assert told.at(0) == ["waits", ["start/hush", "quiet/leave"]]
    press(Key.Key_Backspace)
    assert [row.text_ for row in shown.rows] == ["Say sorry", "Say leave"]
    assert spoken(shown) == ["A pupil waits.", "Say hush", "The pupil looks down."]
    press(Key.Key_9)  # no such reply
    press(Key.Key_1, Key.Key_Return)
    tab_to(shown.back)
    press(Key.Key_Space)
    assert shown.walk == Walk(TALK, ("hush",))


def test_walks_are_compared_with_those_that_were_kept(qtbot: QtBot) -> None:
    kept = [("start/thank", "more/listen", "last/lead"), ("start/gone-since",), ("start/thank",)]
    shown = staged(qtbot, PracticeWidget(TALK, dressed(), kept), width=900)
    assert len(shown.walks) == 1  # one is of an earlier wording, one has no end
    shown.take_keys()
    press(Key.Key_1, Key.Key_Return, Key.Key_2, Key.Key_Return)
    assert not shown.compare.isVisible()
    press(Key.Key_2, Key.Key_Return)
    assert "2 different ways, of 7" in shown.counted.text()
    tab_to(shown.compare)
    press(Key.Key_Return)
    assert shown.comparing
    assert QApplication.focusWidget() is shown.compared.choosers[0]
    assert not shown.talk.isVisible()
    compared = shown.compared
    words = said(compared)
    assert "The same up to here" in words
    assert compared.where.text() == "The pupil goes on.\nAnd now?"
    assert "Write it down today." in words
    assert "Tell the lead what you saw, today." in words
    assert compared.sides[0].x() < compared.sides[1].x()
    assert [chooser.accessibleName() for chooser in compared.choosers] == [
        "The first walk: Walk 1",
        "The second walk: Walk 2",
    ]
    compared.choosers[1].chosen.emit("0")
    settle()
    assert compared.part_head.text() == "These are the same walk"
    shown.compare.setFocus()
    press(Key.Key_Backspace)
    assert shown.talk.isVisible()
    assert not shown.comparing


def test_a_conversation_goes_on_in_the_words_of_another_nation(qtbot: QtBot) -> None:
    kept = [("start/thank", "more/listen", "last/lead")]
    shown = staged(qtbot, PracticeWidget(TALK, dressed(), kept))
    shown.take_keys()
    press(Key.Key_2, Key.Key_Return, Key.Key_1)
    first, *others = TALK.scenes
    other = staged(
        qtbot, PracticeWidget(replace(TALK, scenes=(replace(first, text="Elsewhere."), *others)), dressed())
    )
    other.take_over(shown)
    assert (other.walk.path, other.told) == (shown.walk.path, True)
    assert spoken(other)[0] == "Elsewhere."
    assert [walk.path for walk in other.walks] == kept
    gone = staged(qtbot, PracticeWidget(replace(TALK, scenes=tuple(others)), dressed()))
    gone.take_over(shown)
    assert gone.walk.replies == ()


@pytest.mark.parametrize(("name", "scale", "width"), [(THEMES[0], 2.0, 640), (THEMES[1], 1.0, 420)])
def test_nothing_is_clipped_or_lost(qtbot: QtBot, name: str, scale: float, width: int) -> None:
    scenes = tuple(
        replace(
            scene,
            text=LONG,
            next_step=scene.next_step and LONG,
            replies=tuple(replace(one, text=LONG + one.id, taken=LONG, asks=LONG) for one in scene.replies),
        )
        for scene in TALK.scenes
    )
    shown = staged(qtbot, PracticeWidget(replace(TALK, scenes=scenes), dressed(name, scale)), width=width)
    assert clipped(shown) == []
    for replies in (("hush", "leave"), ("hush", "sorry", "lead")):
        for id_ in replies:
            shown.choose(id_)
            settle()
            assert clipped(shown) == []
            shown.go_on()
        settle()
        assert clipped(shown) == []
        last = replies[-1] == "lead"
        if not last:
            shown.walk_again()
    shown.show_compared()
    shown.retranslate()
    settle()
    assert clipped(shown) == []
    shown.grab()
    assert shown.compared.sides[0].y() < shown.compared.sides[1].y()
    dressed()


def test_a_change_of_theme_reaches_what_is_said(qtbot: QtBot) -> None:
    from rse_lessons.ui.theme import load_theme, pass_on

    shown = staged(qtbot, PracticeWidget(TALK, dressed()))
    shown.choose("hush")
    settle()
    before = shown.said[0].height()
    dressed("light", 1.5)
    pass_on(shown.window(), load_theme("light", 1.5))
    settle()
    assert shown.said[0].height() > before
    assert clipped(shown) == []
    dressed()
