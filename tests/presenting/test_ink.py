"""Drawings as values: what is drawn is kept as it is, and nothing else gets in."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.presenting import ink
from rse_lessons.presenting.ink import Drawing, Pen, Stroke
from tests.presenting.rooms import LESSON, SLIDES

PAGES = ink.pages(LESSON.slides)
POINTS = st.tuples(st.integers(0, ink.WIDE), st.integers(0, ink.TALL))
STROKES = st.builds(
    Stroke,
    st.sampled_from(Pen),
    st.sampled_from(ink.WIDTHS),
    st.lists(POINTS, min_size=1, max_size=30).map(tuple),
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.dictionaries(st.sampled_from(["pen", "width", "points", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=40)
@given(stroke=STROKES)
def test_a_stroke_comes_back_from_what_is_kept_of_it(stroke: Stroke) -> None:
    assert ink.stroke_from(json.loads(json.dumps(stroke.to_data()))) == stroke


@settings(max_examples=40)
@given(junk=JUNK)
def test_what_makes_no_sense_is_passed_over(junk: object) -> None:
    good = Stroke(Pen.BLUE, 8, ((1, 2), (3, 4)))
    found = ink.drawings_from({PAGES[0]: [junk, good.to_data()], "elsewhere": [good.to_data()]}, PAGES)
    assert found[PAGES[0]][-1] == good
    assert set(found) == {PAGES[0]}
    assert ink.drawings_from(junk, PAGES) == {}


@settings(max_examples=40)
@given(data=st.fixed_dictionaries({"pen": JUNK, "width": JUNK, "points": JUNK}))
def test_a_stroke_that_is_not_one_is_refused_or_whole(data: Mapping[str, object]) -> None:
    stroke = ink.stroke_from(data)
    assert stroke is None or ink.stroke_from(stroke.to_data()) == stroke


@settings(max_examples=30)
@given(points=st.lists(POINTS, min_size=1, max_size=600))
def test_a_finished_stroke_keeps_its_ends_and_its_limit(points: list[ink.Point]) -> None:
    stroke = ink.finished(Pen.INK, 8, points)
    assert stroke.points[0] == points[0]
    assert stroke.points[-1] == points[-1]
    assert len(stroke.points) <= ink.MOST_POINTS
    assert set(stroke.points) <= set(points)


def test_a_straight_line_of_many_points_is_two() -> None:
    line = [(x, 300) for x in range(100, 900, 3)]
    assert ink.finished(Pen.INK, 8, line).points == ((100, 300), line[-1])


@settings(max_examples=30)
@given(before=st.lists(STROKES, max_size=6), after=st.lists(STROKES, max_size=4), data=st.data())
def test_the_journal_says_how_one_drawing_became_another(
    before: list[Stroke], after: list[Stroke], data: st.DataObject
) -> None:
    kept = [stroke for stroke in before if data.draw(st.booleans())]
    new: list[Stroke] = list(kept)
    for stroke in after:
        new.insert(data.draw(st.integers(0, len(new))), stroke)
    events = list(ink.events({"page": tuple(before)}, {"page": tuple(new)}))
    assert folded(tuple(before), events) == tuple(new)


def folded(drawing: Drawing, events: list[ink.Event]) -> Drawing:
    """Put a drawing together as the records do."""
    strokes = list(drawing)
    for kind, data in events:
        if kind == "erased":
            gone = data["places"]
            assert isinstance(gone, list)
            strokes = [stroke for place, stroke in enumerate(strokes) if place not in gone]
        else:
            stroke = ink.stroke_from(data)
            assert stroke is not None
            assert isinstance(data["place"], int)
            strokes.insert(data["place"], stroke)
    return tuple(strokes)


def test_the_eraser_takes_what_it_touches_and_nothing_beside() -> None:
    across = Stroke(Pen.INK, 8, ((100, 100), (700, 100)))
    below = Stroke(Pen.INK, 8, ((100, 300), (700, 300)))
    dot = Stroke(Pen.INK, 8, ((400, 600),))
    drawing = (across, below, dot)
    assert ink.erased(drawing, (400, 110), (400, 110)) == (below, dot)
    assert ink.erased(drawing, (400, 200), (400, 200)) is drawing
    assert ink.erased(drawing, (50, 600), (800, 600)) == (across, below)
    assert ink.erased(drawing, (300, 0), (300, 500)) == (dot,)


def test_every_slide_has_a_page_of_its_own() -> None:
    twice = [*SLIDES, *SLIDES]
    assert len(set(ink.pages(twice))) == len(twice)
    # A slide keeps its page when another is put before it.
    assert set(ink.pages(SLIDES)) == set(ink.pages([SLIDES[3], *[s for s in SLIDES if s is not SLIDES[3]]]))


def test_a_lesson_holds_so_many_points_and_no_more() -> None:
    long = Stroke(Pen.INK, 8, tuple((x, 5) for x in range(ink.MOST_POINTS)))
    kept = {page: [long.to_data()] * 40 for page in PAGES}
    found = ink.drawings_from(kept, PAGES)
    assert sum(len(s.points) for d in found.values() for s in d) <= ink.MOST_IN_LESSON
    dots = {PAGES[0]: [Stroke(Pen.INK, 8, ((1, 1),)).to_data()] * 1000}
    assert len(ink.drawings_from(dots, PAGES)[PAGES[0]]) == ink.MOST_STROKES
