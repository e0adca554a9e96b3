"""A scene is the picture of states: told of another, it changes in place; pressed, it asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent

from rse_lessons.lesson import model
from rse_lessons.presenting.activity import (
    GroundRulesState,
    QuizState,
    RevealState,
    ScenarioState,
    VoteState,
)
from rse_lessons.presenting.moment import Focus
from rse_lessons.ui.slide.blocks.talk_timer import TalkFace, TimerFace
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.drawing import Box, PieceItem
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from tests.ui_slide.made import HERE, judge, look, options, picture, piece, quiz, said, slide


def texts(scene: SlideScene) -> list[str]:
    return [found.text for found in said(scene)]


def box(scene: SlideScene, key: str) -> Box:
    return next(op for op in piece(scene, key).ops if isinstance(op, Box))


def press(
    scene: SlideScene, key: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> list[tuple[str, str, str]]:
    asked: list[tuple[str, str, str]] = []
    scene.requested.connect(lambda press: asked.append((press.action, press.block, press.option)))
    area = piece(scene, key).area
    event = QGraphicsSceneMouseEvent(QGraphicsSceneMouseEvent.Type.GraphicsSceneMousePress)
    event.setScenePos(QPointF(area.x + area.w / 2, area.y + area.h / 2))
    event.setButton(button)
    scene.mousePressEvent(event)
    return asked


@pytest.fixture
def asked() -> SlideScene:
    block = quiz("Listen", "Wait", takeaway="It is never too late.", explanation="Because it helps.")
    return build_scene(slide(block, title="A question"), 3, look(), {})


def test_a_chosen_option_is_tinted_and_nothing_else_is_touched(asked: SlideScene) -> None:
    before = {item: item.piece for item in asked.items() if isinstance(item, PieceItem)}
    rest = box(asked, "q/option:o1")
    asked.apply("q", QuizState(("o0",)))
    changed = {item.piece.key for item, was in before.items() if item.piece != was}
    assert changed == {"q/option:o0"}
    assert box(asked, "q/option:o0").fill == asked.ink.selected
    assert box(asked, "q/option:o1") == rest


def test_revealing_marks_the_one_to_remember_and_explains_each_chosen_one(asked: SlideScene) -> None:
    asked.apply("q", QuizState(("o1",), revealed=True))
    assert box(asked, "q/option:o0").edge == asked.ink.good
    assert box(asked, "q/option:o1").dashed
    assert texts(asked).count("Because it helps.") == 2
    assert "It is never too late." in texts(asked)
    assert judge(asked) == []


def test_a_reset_looks_as_before(asked: SlideScene) -> None:
    before = {found.key: found for found in asked.pieces}
    asked.apply("q", QuizState(("o1",), revealed=True))
    asked.apply("q", QuizState())
    assert {found.key: found for found in asked.pieces} == before


def test_explanations_that_do_not_fit_lay_the_slide_out_again() -> None:
    long = quiz(*["An answer of some length"] * 4, explanation="A long and kind explanation. " * 9)
    scene = build_scene(slide(long, picture(), title="A question"), 3, look(), {})
    scene.apply("q", QuizState(("o2",), revealed=True))
    assert judge(scene) == []
    assert not scene.overfull


def test_options_ask_to_be_chosen(asked: SlideScene) -> None:
    assert press(asked, "q/option:o1") == [("choose", "q", "o1")]


def test_once_something_is_chosen_the_answers_can_be_asked_for(asked: SlideScene) -> None:
    assert not [found for found in asked.pieces if found.action == "reveal"]
    asked.apply("q", QuizState(("o0",)))
    assert press(asked, "q/reveal") == [("reveal", "q", "")]


def test_a_press_beside_everything_asks_for_nothing(asked: SlideScene) -> None:
    assert asked.piece_at(5, 890) is None
    assert press(asked, "heading") == []


def test_votes_count_up_and_down_and_mask_small_numbers() -> None:
    block = model.Vote("v", HERE, "Who is responsible?", options("The one who shared", "Not sure"))
    scene = build_scene(slide(block), 4, look(), {"v": VoteState({"o0": 0, "o1": 0})})
    assert press(scene, "v/option:o0") == [("tally", "v", "o0")]
    assert press(scene, "v/option:o1", Qt.MouseButton.RightButton) == [("untally", "v", "o1")]
    scene.apply("v", VoteState({"o0": 24, "o1": None}, taken=True))
    assert {"24", "fewer than 5"} <= set(texts(scene))


def test_a_vote_gives_nothing_away_before_it_is_counted() -> None:
    block = model.Vote("v", HERE, "Who?", options("One", "Two", "Three"), takeaway="It was One.")
    scene = build_scene(slide(block), 4, look(), {"v": VoteState({"o0": 0, "o1": 0, "o2": 0})})
    scene.apply("v", VoteState({"o0": 9, "o1": 0, "o2": 0}, taken=True))
    assert "It was One." not in texts(scene)
    scene.apply("v", VoteState({"o0": 9, "o1": 3, "o2": 0}, taken=True))
    assert "It was One." in texts(scene)


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
def test_what_was_counted_before_is_shown_once_the_new_count_has_begun(theme: str) -> None:
    before = VoteState({"o0": 20, "o1": 5}, taken=True)
    block = model.Vote("w", HERE, "Who?", options("One", "Two"), compare="v")
    scene = build_scene(slide(block), 4, look(theme=theme, compare=lambda _block: before), {})
    for state in (None, VoteState(), VoteState({"o0": 0, "o1": 0})):
        scene.apply("w", state)
        assert not {"20", "5", "Before", "Now"} & set(texts(scene))
        outlines = [op for op in piece(scene, "w/option:o0").ops if isinstance(op, Box)]
        assert [(op.fill, op.dashed) for op in outlines] == [("", True)]
    places = {found.key: found.area for found in scene.pieces}
    scene.apply("w", VoteState({"o0": 0, "o1": 1}, taken=True))
    assert {"20", "5", "Before", "Now"} <= set(texts(scene))
    assert judge(scene) == []
    after = {found.key: found.area for found in scene.pieces}
    assert after | places == after, "nothing that stood there moves"


OUTCOME = "The one who shared it."
ACTIVITIES = (
    model.Sort("a", HERE, "Which?", options("One", "Two"), options("Here", "There"), OUTCOME),
    model.Order("a", HERE, "In which order?", options("One", "Two"), OUTCOME),
    model.Line("a", HERE, "Where?", ("Agree", "Disagree"), options("One", "Two"), OUTCOME),
    model.Diamond("a", HERE, "What matters?", options(*"ABCDEFGHI"), OUTCOME),
    model.Scenario(
        "a", HERE, (model.Step("s", HERE, "Sam tells Ola.", "What now?", options("Listen", "Wait")),), OUTCOME
    ),
)


@pytest.mark.parametrize("block", ACTIVITIES, ids=lambda block: type(block).__name__)
def test_what_an_activity_leads_to_is_said_on_paper_alone(block: model.Part) -> None:
    for paper in (False, True):
        seen = look(paper=paper)
        assert (OUTCOME in texts(build_scene(slide(block), 4, seen, {}))) is paper
        assert (OUTCOME in [line.text for line in describe(slide(block), seen)]) is paper


def test_bars_grow_with_hands_and_before_is_hollow() -> None:
    before = VoteState({"o0": 20, "o1": 5}, taken=True)
    block = model.Vote("w", HERE, "Who?", options("One", "Two"), compare="v")
    scene = build_scene(slide(block), 4, look(compare=lambda _block: before), {})
    scene.apply("w", VoteState({"o0": 5, "o1": 20}, taken=True))
    bars = [op for op in piece(scene, "w/option:o0").ops if isinstance(op, Box)]
    assert bars[0].area.w > 3 * bars[1].area.w
    assert bars[0].fill == scene.ink.card
    assert bars[1].fill == scene.ink.fill


def test_lines_are_revealed_one_after_another() -> None:
    block = model.Reveal("e", HERE, "Which?", options("Stop", "Ask"))
    scene = build_scene(slide(block, title="Steps"), 1, look(), {"e": RevealState(0)})
    assert "Stop" not in texts(scene)
    assert press(scene, "e/whole") == [("next-item", "e", "")]
    scene.apply("e", RevealState(1))
    assert "Stop" in texts(scene)
    assert "Ask" not in texts(scene)


def test_what_to_take_away_comes_with_the_last_line() -> None:
    block = model.Reveal("e", HERE, "Which?", options("Stop", "Ask"), "Both are kind.")
    scene = build_scene(slide(block, title="Steps"), 1, look(), {"e": RevealState(1)})
    assert "Both are kind." not in texts(scene)
    scene.apply("e", RevealState(2))
    assert {"Ask", "Both are kind."} <= set(texts(scene))
    assert judge(scene) == []


def test_rules_are_ticked_as_they_are_agreed() -> None:
    block = model.GroundRules("g", HERE, options("We listen.", "We can pass."))
    scene = build_scene(slide(block, title="Agreed"), 1, look(), {"g": GroundRulesState()})
    assert press(scene, "g/rule:o1") == [("choose", "g", "o1")]
    before = piece(scene, "g/rule:o1")
    scene.apply("g", GroundRulesState(("o1",)))
    assert piece(scene, "g/rule:o1") != before


def test_the_timer_runs_on_the_slide_and_can_be_asked_for() -> None:
    block = model.Discuss("d", HERE, "What helps?", 180)
    scene = build_scene(slide(block, title="Talk"), 1, look(), {})
    assert "3:00" in texts(scene)
    scene.apply("d", TalkFace(0, TimerFace(67.4, 180, True)))
    assert "1:07" in texts(scene)
    assert press(scene, "d/timer") == [("timer", "d", "")]
    scene.apply("d", TalkFace())
    assert "3:00" in texts(scene)


def test_the_ring_follows_the_keyboard_and_stays_inside(asked: SlideScene) -> None:
    def seen() -> list[QGraphicsItem]:
        return [item for item in asked.items() if item.isVisible()]

    count = len(seen())
    for position in (0, 1):
        asked.set_focus(Focus("q", position))
        ring = max(seen(), key=lambda item: item.zValue())
        area = piece(asked, f"q/option:o{position}").area.qt()
        assert ring.sceneBoundingRect().contains(area)
        assert len(seen()) == count + 1
        assert judge(asked) == []
    asked.set_focus(None)
    assert len(seen()) == count


def test_an_unknown_block_changes_nothing(asked: SlideScene) -> None:
    before = asked.pieces
    asked.apply("nobody", QuizState())
    assert asked.pieces == before


def test_the_end_of_a_story_is_told_whole() -> None:
    end = (
        "Mrs Osei listens. “It isn’t your fault, Priya. Tomos chose that. I’ll talk with Tomos today, and "
        "you can both come to me again whenever you like.”"
    )
    story = model.Scenario(
        "t",
        HERE,
        (
            model.Step(
                "a",
                HERE,
                "Tomos pulls up the ladder.",
                "What now?",
                (model.Option("o0", "Tell", HERE, "", "b"),),
            ),
            model.Step("b", HERE, end),
        ),
        "You can tell an adult. A friend can come with you.",
    )
    shown = slide(picture(), story, title="The ladder is up", layout="picture-left")
    scene = build_scene(shown, 1, look(), {"t": ScenarioState(("o0",))})
    assert end in texts(scene)
    assert not scene.overfull
