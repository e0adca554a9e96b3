"""Slides in two languages at once: under one another or side by side, whole, readable, one to press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QGraphicsSceneMouseEvent

from rse_lessons.lesson import model
from rse_lessons.presenting.activity import PlacingState, QuizState, ScenarioState, blank
from rse_lessons.presenting.moment import Focus
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.drawing import Area, Piece, Press
from rse_lessons.ui.slide.look import READABLE, SlideLook, Style, softer
from rse_lessons.ui.slide.markup import Grid, inline, passages, plain
from rse_lessons.ui.slide.pairing import marked, paired
from rse_lessons.ui.slide.readings import Readings, Reads
from rse_lessons.ui.slide.room import _further
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.tongues import (
    ABOVE,
    SIGNS,
    SMALL,
    TWIN,
    bare,
    both,
    each,
    joined,
    named,
    own,
    parted,
)
from tests.ui.tongues import ASK_FIRST, readings_of, taught
from tests.ui_slide.in_two import DEMONSTRATION, MADE_UP, accented, demonstration
from tests.ui_slide.made import HERE, judge, look, quiz, said, slide

HOWS = ("small", "above", "beside")


def in_two(*, without: str = "") -> Readings:
    """Give the demonstration lesson in its made-up language and in English."""
    english = demonstration("en")

    def read(language: str) -> tuple[model.Lesson, Any]:
        return demonstration(language, without=without), look().routes

    return Readings(english, look(band="upper-ks2"), read)


def states_of(slide: model.Slide) -> Iterator[dict[str, object]]:
    """Give the states of a slide's blocks: untouched, and all that they may come to show."""
    untouched: dict[str, object] = {name: blank(block) for name, block in blocks_of([slide]).items()}
    untouched = {name: state for name, state in untouched.items() if state is not None}
    yield untouched
    for part in slide.parts:
        for _line, _what, state in _further(part):
            yield {**untouched, part.id: state}  # type: ignore[union-attr]


def scenes(readings: Readings, tag: str, how: str) -> Iterator[tuple[int, SlideScene]]:
    """Give every slide in every state in two languages."""
    seen = readings.look(Reads(tag, "en", how))
    for index, one in enumerate(readings.of(tag).slides):
        first, second = readings.slide(index, seen)
        for states in states_of(one):
            yield index, build_scene(first, index + 1, seen, states, second)


def text_of(scene: SlideScene) -> str:
    return " ".join(plain(own(one.text)) for one in said(scene))


@pytest.mark.parametrize(
    ("lesson", "how"), [*(("every-activity", how) for how in HOWS), ("ask-first", "above")]
)
def test_every_slide_shows_both_languages_whole(how: str, lesson: str) -> None:
    readings = (
        in_two()
        if lesson == "every-activity"
        else readings_of(ASK_FIRST, SlideLook(band="ks1", nation="eng"), "cy")
    )
    tag = MADE_UP if lesson == "every-activity" else "cy"
    alone = []
    for index, scene in scenes(readings, tag, how):
        assert judge(scene) == [], (index, how)
        if not scene.arrangement:
            alone.append(index)
            continue
        assert not scene.overfull, (index, how)
        title = [readings.of(language).notes[index].title for language in (tag, "en")]
        shown = text_of(scene)
        assert all(one in shown for one in title), (index, how, scene.arrangement)
        for one in said(scene):
            small = words.runs(one.text, one.style)[-1][1].size
            assert small >= min(READABLE, one.style.size) - 0.01
    # Only activities that nearly fill a slide in one language have it for themselves.
    if lesson == "every-activity":
        assert set(alone) <= {6, 7, 10, 12, 13, 14, 15, 16, 20}
    else:
        assert len(set(alone)) <= 2  # it is reworded now and then


def test_what_both_say_is_said_once() -> None:
    both_say = slide(model.Text("Sam and Ola", HERE), title="Childline 0800 1111")
    seen = look(language=MADE_UP, second="en", arrangement="small", second_routes=look().routes)
    scene = build_scene(both_say, 1, seen, {}, both_say)
    assert [plain(one.text) for one in said(scene)].count("Sam and Ola") == 1
    assert not any(parted(one.text)[1] for one in said(scene))


@pytest.mark.parametrize("how", HOWS)
def test_a_passage_that_stayed_english_is_named_and_shown_once(how: str) -> None:
    readings = in_two(without="photo")
    seen = readings.look(Reads(MADE_UP, "en", how))
    sort = next(
        index for index, one in enumerate(readings.of("en").slides) if one.title == "Do they need to ask?"
    )
    first, second = readings.slide(sort, seen)
    scene = build_scene(first, 1, seen, {}, second)
    shown = text_of(scene)
    # The heading is translated; the activity stayed English whole, and is named once.
    assert accented("Do they need to ask?") in shown
    copies = 2 if scene.arrangement == "beside" else 1
    assert shown.count("A photo of Ben") == copies
    named_once = [
        one for one in said(scene) if "English" in words.document(one.text, one.style, 900)[0].toPlainText()
    ]
    assert len(named_once) == 1


def test_a_slide_in_one_language_names_what_stayed_english() -> None:
    source = slide(model.Text("One.\n\nTwo goes\non here.\n\n- three\n- four", HERE), title="Title")
    found = marked(source, source, frozenset({HERE.line + 2, HERE.line + 6}), "Saesneg")
    (part,) = found.parts
    assert isinstance(part, model.Text)
    texts = [one.text for one in passages(part.markdown) if not isinstance(one, Grid)]
    assert [(plain(text), "Saesneg" in text) for text in texts] == [
        ("One.", False),
        ("Two goes on here.", True),
        ("three", False),
        ("four", True),
    ]
    assert found.title == "Title"


# Side by side


def pressed(scene: SlideScene, piece: Piece, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    for kind in (
        QGraphicsSceneMouseEvent.Type.GraphicsSceneMousePress,
        QGraphicsSceneMouseEvent.Type.GraphicsSceneMouseRelease,
    ):
        event = QGraphicsSceneMouseEvent(kind)
        event.setScenePos(middle(piece.area))
        event.setButton(button)
        QApplication.sendEvent(scene, event)


def moved(scene: SlideScene, piece: Piece, to: QPointF) -> None:
    types = QGraphicsSceneMouseEvent.Type
    spot = middle(piece.area)
    for kind, place in (
        (types.GraphicsSceneMousePress, spot),
        (types.GraphicsSceneMouseMove, spot + (to - spot) * 0.5),
        (types.GraphicsSceneMouseMove, to),
        (types.GraphicsSceneMouseRelease, to),
    ):
        event = QGraphicsSceneMouseEvent(kind)
        event.setScenePos(place)
        event.setButton(Qt.MouseButton.LeftButton)
        QApplication.sendEvent(scene, event)


def middle(area: Area) -> QPointF:
    return area.qt().center()


def beside(block: model.Block, states: dict[str, object] | None = None) -> SlideScene:
    """Give a slide with one block in two languages side by side."""
    first = slide(paired_block(block), title=accented("Title"))
    seen = look(language=MADE_UP, second="en", arrangement="beside", second_routes=look().routes)
    scene = build_scene(first, 1, seen, states or {}, slide(block, title="Title"))
    assert scene.arrangement == "beside"
    return scene


def paired_block(block: Any) -> Any:
    """Give a block in the made-up language: what stands in an option, a prompt or a question is a text."""
    changes: dict[str, Any] = {}
    for name in ("prompt", "question", "claim", "correction", "takeaway"):
        if getattr(block, name, ""):
            changes[name] = accented(getattr(block, name))
    for name in ("options", "cards", "columns", "items", "rules", "steps"):
        if getattr(block, name, ()):
            changes[name] = tuple(replace(one, text=accented(one.text)) for one in getattr(block, name))
    return replace(block, **changes)


SORT = model.Sort(
    "s",
    HERE,
    "Where does it go?",
    (model.Option("ask", "Ask first", HERE), model.Option("free", "No need to ask", HERE)),
    (
        model.Option("gran", "A photo of Gran", HERE, "Gran chooses.", "ask"),
        model.Option("cat", "A drawing of a cat", HERE, "", "free"),
    ),
)


def test_a_press_in_either_half_asks_for_the_same() -> None:
    scene = beside(quiz("Ask", "Take it"))
    heard: list[Press] = []
    scene.requested.connect(heard.append)
    for side in (MADE_UP, "en"):
        (option,) = (one for one in scene.pieces if one.option == "o1" and one.side == side)
        pressed(scene, option)
    assert heard == [Press("choose", "q", "o1")] * 2


def test_a_card_is_dropped_in_either_half() -> None:
    scene = beside(SORT)
    heard: list[Press] = []
    scene.requested.connect(heard.append)
    for card_side in (MADE_UP, "en"):
        for tray_side in (MADE_UP, "en"):
            (card,) = (
                one for one in scene.pieces if one.drags and one.option == "gran" and one.side == card_side
            )
            (tray,) = (one for one in scene.pieces if one.target == "ask" and one.side == tray_side)
            moved(scene, card, middle(tray.area))
    assert heard == [Press("place", "s", "gran", "ask")] * 4


def test_both_halves_show_each_state_and_the_focus() -> None:
    block = quiz("Ask", "Take it", takeaway="Asking is kind.", explanation="Then he can choose.")
    scene = beside(block)
    keys = {
        side: {one.key.partition(":")[2] for one in scene.pieces if one.side == side}
        for side in (MADE_UP, "en")
    }
    assert keys[MADE_UP] == keys["en"] != set()
    before = {one.key: one for one in scene.pieces}
    scene.apply("q", QuizState(("o1",)))
    changed = [one for one in scene.pieces if one.option == "o1" and one != before[one.key]]
    assert [one.side for one in changed] == [MADE_UP, "en"]
    scene.set_focus(Focus("q", 1))
    rings = [ring for ring in scene._rings if ring.isVisible()]
    assert [
        ring.boundingRect().intersects(one.area.qt()) for ring, one in zip(rings, changed, strict=True)
    ] == [True, True]
    scene.set_focus(None)
    assert not any(ring.isVisible() for ring in rings)
    scene.apply("q", QuizState(("o1",), True))
    shown = text_of(scene)
    assert "Then he can choose." in shown


def test_rows_of_both_halves_stand_at_the_same_heights() -> None:
    long = quiz("Ask", "Go and ask somebody whom you trust, and wait for what they say", "Stop")
    scene = beside(long)
    rows = {
        side: [one.area for one in scene.pieces if one.option and one.side == side]
        for side in (MADE_UP, "en")
    }
    assert [(area.y, area.h) for area in rows[MADE_UP]] == [(area.y, area.h) for area in rows["en"]]
    assert rows["en"][0].x > rows[MADE_UP][0].right


def test_pictures_stand_once_beside_two_languages() -> None:
    readings = in_two()
    seen = readings.look(Reads(MADE_UP, "en", "beside"))
    with_picture = [
        index
        for index, one in enumerate(readings.of("en").slides)
        if any(isinstance(part, model.Picture) for part in one.parts) and one.layout not in ("title", "calm")
    ]
    assert with_picture
    for index in with_picture:
        first, second = readings.slide(index, seen)
        scene = build_scene(first, index + 1, seen, {}, second)
        assert [one.key for one in scene.pieces if one.key.startswith("picture:")] == ["picture:0"]


def test_a_slide_that_has_no_room_for_both_stays_in_the_first_alone() -> None:
    full = slide(
        *(quiz(*[f"A rather long answer, number {n}, that goes on and on" for n in range(8)]),), title="Much"
    )
    crowded = replace(full, parts=(paired_block(full.parts[0]),), title=accented("Much"))
    seen = look(language=MADE_UP, second="en", arrangement="above", second_routes=look().routes)
    scene = build_scene(crowded, 1, seen, {}, full)
    assert scene.arrangement == ""
    assert accented("Much") in text_of(scene)
    assert "A rather long answer" not in text_of(scene)
    assert not scene.overfull


# The program's own words


@pytest.mark.parametrize("how", HOWS)
def test_states_of_other_kinds_are_shown_in_two_languages(how: str) -> None:
    ask = model.Option("ask", "Ask Nia", HERE, "He asks.", "b")
    story = model.Scenario(
        "c",
        HERE,
        (
            model.Step("a", HERE, "Kit has a painting.", "What now?", (ask,)),
            model.Step("b", HERE, "Nia says yes.", ""),
        ),
    )  # fmt: skip
    other = replace(
        story,
        steps=tuple(
            replace(
                step,
                text=accented(step.text),
                choices=tuple(
                    replace(one, text=accented(one.text), explanation=accented(one.explanation))
                    for one in step.choices
                ),
            )
            for step in story.steps
        ),
    )
    seen = look(language=MADE_UP, second="en", arrangement=how, second_routes=look().routes)
    scene = build_scene(
        slide(other, title="x"), 1, seen, {"c": ScenarioState(("ask",))}, slide(story, title="x")
    )
    shown = text_of(scene)
    for words_ in ("Ask Nia", "He asks.", "Nia says yes."):
        assert words_ in shown
        assert accented(words_) in shown


def test_one_way_to_see_it_explains_each_card_in_both_languages() -> None:
    seen = look(language=MADE_UP, second="en", arrangement="small", second_routes=look().routes)
    other = paired_block(SORT)
    other = replace(
        other, cards=tuple(replace(one, explanation=accented(one.explanation)) for one in other.cards)
    )
    scene = build_scene(slide(other), 1, seen, {"s": PlacingState(shown=True)}, slide(SORT))
    (card,) = (one for one in said(scene) if "Gran" in one.text)
    first, sign, second = parted(card.text)
    assert sign == SMALL
    assert plain(first) == accented("A photo of Gran – Gran chooses.")
    assert plain(second) == "A photo of Gran – Gran chooses."


# Texts of two runs

TEXTS = st.text(st.characters(exclude_categories=["Co", "Cs"]), max_size=40)


@given(TEXTS, TEXTS, st.sampled_from(sorted(SIGNS.values())))
def test_runs_come_apart_as_they_were_put_together(one: str, other: str, sign: str) -> None:
    first, found, second = parted(joined(one, other, sign))
    if found:
        assert (first, found, second) == (one, sign, other)
        assert one.strip() != other.strip()
    else:
        assert first in {one, other}


@given(TEXTS, TEXTS)
def test_making_one_text_of_several_keeps_languages_apart(one: str, other: str) -> None:
    made = each(lambda text, why: f"[{text}|{why}]", joined(one, other, ABOVE), "same")
    runs = [run for run in parted(made)[::2] if run]
    assert runs in ([f"[{one}|same]", f"[{other}|same]"], [f"[{one}|same]"], [f"[{other}|same]"])


@given(TEXTS)
def test_the_name_of_a_language_leaves_words_as_they_are(text: str) -> None:
    first = text.partition("\n")[0]
    assert bare(named(text, "Saesneg")) == text
    assert "Saesneg" in named(first, "Saesneg")


def test_a_slide_paired_with_itself_is_the_same() -> None:
    for one in slides_of(demonstration("en")):
        assert paired(one, one, SMALL) == one


def test_pairs_keep_ids_and_differ_in_words_alone() -> None:
    for one, other in zip(slides_of(demonstration(MADE_UP)), slides_of(demonstration("en")), strict=True):
        both_ = paired(one, other, TWIN)
        assert list(blocks_of([both_])) == list(blocks_of([one])) == list(blocks_of([other]))
        assert both_.place == one.place
        assert parted(both_.title) == (one.title, TWIN, other.title)


def test_programs_words_are_once_where_nobody_asks_for_two() -> None:
    assert both(lambda: "Undo") == "Undo"


def test_small_words_are_softer_and_can_be_read() -> None:
    style = Style(40.0, 56.0, bold=True)
    second = words.second_style(style, SMALL)
    assert second.size == pytest.approx(READABLE)
    assert not second.bold
    assert words.second_style(style, ABOVE) == style
    assert softer("#123456") == "#123456"
    made, _ = words.document(f"{inline('Un')}{SMALL}{inline('One')}", style, 900)
    assert made.toPlainText() == "Un\nOne"
    assert made.soft == [(3, 6)]
    assert words.measured(f"Un{SMALL}One", style, 900)[0] == pytest.approx(style.line + second.line)


def test_lessons_of_other_languages_hang_on_one_skeleton() -> None:
    assert DEMONSTRATION.is_file()
    for tag in ("cy", "ga"):
        one, other = slides_of(taught(ASK_FIRST, tag)), slides_of(taught(ASK_FIRST, "en"))
        assert [list(blocks_of([each_])) for each_ in one] == [list(blocks_of([each_])) for each_ in other]


def test_a_lesson_of_another_shape_is_read_in_english() -> None:
    english = demonstration("en")
    shorter = replace(english, slides=english.slides[1:], language=MADE_UP)
    readings = Readings(english, look(), lambda _tag: (shorter, look().routes))
    assert readings.of(MADE_UP).language == "en"
    assert readings.look(Reads(MADE_UP, "en", "small")).second == ""
