"""Whatever a lesson holds, everything stands inside the slide and no words lie on others."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rse_lessons.lesson import model
from rse_lessons.lesson.model import Option, Part
from rse_lessons.presenting.activity import QuizState, RevealState, VoteState
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks.cards import grid
from rse_lessons.ui.slide.drawing import Image, Words
from rse_lessons.ui.slide.look import FLOOR, USUAL
from rse_lessons.ui.slide.scene import build_scene
from tests.ui_slide.made import HERE, ROUTES, judge, look, options, picture, piece, quiz, said, slide

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
WORDS = st.sampled_from(
    ["ask", "a", "picture", "gyfrifoldeb", "cydsyniad", "rhannu", "“No,”", "cyfrinachedd", "somebody’s", LONG]
)
LINE = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=90).map(" ".join)
OWN = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def some(most: int = 8) -> st.SearchStrategy[tuple[Option, ...]]:
    return st.lists(LINE, min_size=1, max_size=most).map(lambda texts: options(*texts, explanation=texts[0]))


OPTIONAL = st.one_of(st.just(""), LINE)
BLOCKS: dict[str, st.SearchStrategy[Part]] = {
    "text": PARAGRAPH.map(lambda text: model.Text(f"{text}\n\n- {text}\n- a\n\n> {text}", HERE)),
    "discuss": st.builds(
        lambda prompt, points, how: model.Discuss("d", HERE, prompt, 90, how, tuple(points)),
        LINE,
        st.lists(LINE, max_size=5),
        st.sampled_from(["think", "pairs", "groups", "class"]),
    ),
    "quiz": st.builds(
        lambda found, end: model.Quiz("q", HERE, "Which?", found, ("o0",), end), some(), OPTIONAL
    ),
    "sort": st.builds(
        lambda heads, cards, end: model.Sort("s", HERE, "Where?", heads, cards, end),
        some(4),
        some(40),
        OPTIONAL,
    ),
    "order": st.builds(lambda steps, end: model.Order("r", HERE, "Order?", steps, end), some(14), OPTIONAL),
    "line": st.builds(lambda a, b, cards: model.Line("l", HERE, "", (a, b), cards), LINE, LINE, some()),
    "diamond": some(9).map(lambda cards: model.Diamond("m", HERE, "What matters?", cards)),
    "scenario": st.builds(
        lambda text, ask, found: model.Scenario("c", HERE, (model.Step("a", HERE, text, ask, found),), ask),
        PARAGRAPH,
        LINE,
        some(5),
    ),
    "vote": st.builds(
        lambda ask, found, compare: model.Vote("v", HERE, ask, found, compare),
        LINE,
        some(6),
        st.sampled_from(["", "u"]),
    ),
    "reveal": st.builds(
        lambda ask, found, keep: model.Reveal("e", HERE, ask, found, keep), LINE, some(10), LINE
    ),
    "ground-rules": some(10).map(lambda rules: model.GroundRules("g", HERE, rules)),
    "question-box": PARAGRAPH.map(lambda text: model.QuestionBox("b", HERE, text)),
    "help-routes": OPTIONAL.map(lambda text: model.HelpRoutes(HERE, text)),
    "misconception": st.builds(lambda a, b: model.Misconception("i", HERE, a, b), LINE, PARAGRAPH),
}


@pytest.mark.parametrize("kind", BLOCKS)
@OWN
@given(data=st.data())
def test_every_kind_of_block_stays_inside_and_apart(kind: str, data: st.DataObject) -> None:
    block = data.draw(BLOCKS[kind])
    parts: list[Part] = [block, *([picture()] if data.draw(st.booleans()) else [])]
    counted = VoteState({f"o{at}": count for at, count in enumerate([0, None, 99, 5, 12, 7])}, taken=True)
    band, theme = (
        data.draw(st.sampled_from(["ks1", "ks3"])),
        data.draw(st.sampled_from(["light", "high-contrast"])),
    )
    made = slide(*parts, title=data.draw(OPTIONAL), layout=data.draw(st.sampled_from(["", "calm", "title"])))
    states = {"q": QuizState(("o0",), revealed=True), "v": counted, "e": RevealState(1)}
    for state in ({}, states):
        scene = build_scene(made, 12, look(band, theme, compare=lambda _block: counted), state)
        assert judge(scene) == []


@OWN
@given(st.lists(st.sampled_from(list(BLOCKS)), min_size=2, max_size=4, unique=True), st.data())
def test_several_blocks_share_a_slide(kinds: list[str], data: st.DataObject) -> None:
    parts = [data.draw(BLOCKS[kind]) for kind in kinds]
    assert judge(build_scene(slide(*parts, title="Together"), 3, look())) == []


@pytest.mark.parametrize("layout", ["title", "calm", "picture-left", "picture-right", ""])
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_pictures_find_their_place(layout: str, count: int) -> None:
    parts: list[Part] = [model.Text("We ask before we take or share a picture.", HERE), *[picture()] * count]
    assert judge(build_scene(slide(*parts, title="Ask first", layout=layout), 1, look("ks1"))) == []


def test_a_missing_picture_is_said_in_words() -> None:
    lost = model.Picture("lost.svg", "Two friends on a bench.", HERE)
    scene = build_scene(slide(model.Text("Words.", HERE), lost, title="Title"), 1, look())
    assert any("Two friends on a bench." in found.text for found in said(scene))
    assert judge(scene) == []


def test_usual_content_is_never_smaller_than_the_floor() -> None:
    block = quiz("Listen", "Go along to an adult", "Wait, and hope", takeaway="Rowan is responsible.")
    scene = build_scene(slide(block, picture(), title="A friend tells you"), 5, look())
    sizes = [found.style.size for found in said(scene) if found.text not in {"5", "A", "B", "C"}]
    assert min(sizes) >= FLOOR - 0.01


def test_forty_cards_and_a_card_of_three_hundred_words_are_never_cut_silently() -> None:
    cards = options(*[f"Card number {number}" for number in range(39)], " ".join(["word"] * 300))
    block = model.Sort("s", HERE, "Where do they go?", options("Here", "There"), cards)
    scene = build_scene(slide(block, title="Sorting"), 2, look())
    assert judge(scene) == []
    if scene.overfull:
        assert piece(scene, "overfull").ops


def test_a_slide_that_holds_too_much_says_so() -> None:
    scene = build_scene(
        slide(model.Text("\n\n".join(["Many words. " * 90] * 9), HERE), title="Long"), 2, look()
    )
    assert scene.overfull
    assert any("more words than fit" in found.text for found in said(scene))
    assert any(found.text.endswith("…") for found in said(scene))
    assert judge(scene) == []


def test_help_is_never_left_out_for_want_of_room() -> None:
    long = model.Text("\n\n".join(["Many words. " * 60] * 9), HERE)
    scene = build_scene(slide(long, quiz("One", "Two"), model.HelpRoutes(HERE), title="Help"), 2, look())
    assert scene.overfull
    shown = {found.text for found in said(scene)}
    assert {route.contact for route in ROUTES} <= shown
    assert judge(scene) == []


def test_only_parts_of_another_nation_are_left_out() -> None:
    parts = (
        model.Only(HERE, ("wls",), (model.Text("In Wales.", HERE),)),
        model.Only(HERE, ("sct",), (model.Text("In Scotland.", HERE),)),
    )
    shown = [found.text for found in said(build_scene(slide(*parts, title="Law"), 1, look(nation="wls")))]
    assert "In Wales." in shown
    assert "In Scotland." not in shown


def test_a_question_that_says_the_same_as_the_heading_takes_its_place() -> None:
    scene = build_scene(slide(quiz("One", "Two"), title="What could Ola do first?"), 1, look())
    assert [found.text for found in said(scene)].count("What could Ola do first?") == 1


def test_an_empty_slide_is_a_calm_page() -> None:
    assert judge(build_scene(slide(), 0, look())) == []


def _route(name: str, contact: str, who: str, kind: str) -> SimpleNamespace:
    return SimpleNamespace(name=name, contact=contact, hours="", who=who, kind=kind)


SIX_ROUTES = (
    _route("An adult you trust", "", "at home, at school or in a club; keep asking", "person"),
    _route("Childline", "0800 1111", "free, for anyone under 19, about any worry", "number"),
    _route("Report Remove", "childline.org.uk", "helps under-18s get a nude picture taken down", "web"),
    _route("CEOP Safety Centre", "ceop.police.uk/safety-centre", "online abuse, under 18", "web"),
    _route("Shout: text SHOUT to", "85258", "any time, for anyone in the UK", "text"),
    _route("Police, fire, ambulance", "999", "if anyone is in danger, day or night", "number"),
)


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
def test_six_routes_can_be_read_from_the_back_of_the_room(theme: str) -> None:
    seen = replace(look(theme=theme), routes=SIX_ROUTES)
    scene = build_scene(slide(model.HelpRoutes(HERE)), 15, seen)
    sizes = {found.text: found.style.size for found in said(scene)}
    for route in SIX_ROUTES:
        assert sizes[route.name] >= FLOOR - 0.1
        assert not route.contact or sizes[route.contact] >= FLOOR - 0.1
        assert sizes[route.who] >= 29
    assert judge(scene) == []
    assert not scene.overfull


@pytest.mark.parametrize("title", ["How we look after each other", "Asha wants to show everyone"])
def test_a_heading_leaves_no_word_alone_in_its_last_line(title: str) -> None:
    block = quiz("Show everyone", "Ask Ben again")
    scene = build_scene(slide(block, picture(), title=title), 2, look("ks1"))
    head = next(found for found in said(scene) if found.text == title)
    made, _ = words.document(head.text, head.style, head.area.w)
    lines = words.lines_of(made)
    assert len(lines) == 2
    assert lines[1][1].naturalTextWidth() > 0.6 * lines[0][1].naturalTextWidth()
    assert judge(scene) == []


@pytest.mark.parametrize("count", range(1, 13))
def test_cards_stand_in_even_rows(count: int) -> None:
    found = grid(options(*["Sandcastle"] * count), 1436, USUAL)
    last = count - found.columns * (len(found.rows) - 1)
    assert found.columns - last < max(2, len(found.rows))


def test_a_picture_on_a_wide_card_stands_whole_beside_its_words() -> None:
    cards = tuple(replace(option, picture=picture()) for option in options("Gran", "Friend", "Baby"))
    columns = options("Ask first", "No need")
    scene = build_scene(slide(model.Sort("s", HERE, "Which?", columns, cards)), 9, look("ks1"))
    face = piece(scene, "s/card:o0")
    image = next(op for op in face.ops if isinstance(op, Image))
    text = next(op for op in face.ops if isinstance(op, Words))
    assert text.area.x >= image.area.right
    assert image.area.h > 0.9 * image.spot.h
