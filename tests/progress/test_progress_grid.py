"""The grid of classes and lessons, made of real events."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.summary import Standing, Summary, fold
from rse_lessons.progress.views.covered import Served, class_coverage, lessons_of
from rse_lessons.progress.views.grid import (
    Cell,
    Grid,
    LessonLine,
    Records,
    State,
    Wanted,
    cell_of,
    entries,
    hands_of,
    make_grid,
    so_far,
)
from rse_lessons.progress.views.year import Entry, How, school_year

TODAY = date(2026, 11, 19)
YEAR = school_year(TODAY)
BANDS = ["ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16"]
STAGES = (("welcome", 120), ("explore", 600), ("signpost", 180))
LESSONS = (
    LessonLine("kind-clicks", "Kind clicks", "ks1", 12, STAGES),
    LessonLine("sharing", "Sharing pictures", "ks3", 14, STAGES, (("before", "after"),)),
    LessonLine("faked", "Faked but harmful", "ks3", 12, STAGES),
    LessonLine("upstanders", "Upstanders", "ks3", 12, STAGES),
)


def event(kind: str, lesson: str, label: str, time: str, data: Mapping[str, object] | None = None) -> Event:
    stamp = f"{time}T10:00:00.000Z"
    return Event(os.urandom(16).hex(), "here", 0, stamp, kind, lesson, label, "", data or {})


def made_of(*events: Event) -> Records:
    """What the grid is made of once these events happened, one after another."""
    return records(fold(replace(found, counter=place) for place, found in enumerate(events, 1)))


def records(summary: Summary) -> Records:
    met: dict[str, list[str]] = {}
    for label, lesson in summary.lessons:
        met.setdefault(label, []).append(lesson)
    return Records(summary.classes, LESSONS, met, summary.standing, UTC)


def a_class(label: str = "7B", band: str = "ks3") -> Event:
    return event("class-added", "", label, "2026-09-02", {"band": band})


def taught(lesson: str, day: str, label: str = "7B") -> list[Event]:
    """A lesson from its first slide to its end, with hands before and after."""
    return [
        event("started", lesson, label, day, {"slides": 14, "slide": 0}),
        event("slide", lesson, label, day, {"slide": 5}),
        event("tally", lesson, label, day, {"block": "before", "counts": {"yes": 12, "no": 9, "unsure": 7}}),
        event("stage", lesson, label, day, {"stage": "explore", "seconds": 500}),
        event("tally", lesson, label, day, {"block": "after", "counts": {"no": None, "yes": 25}}),
        event("finished", lesson, label, day),
    ]


def grid_of(found: Records, **wanted: bool) -> Grid:
    return make_grid(found, Wanted(YEAR, **wanted), BANDS)


def only(grid: Grid, lesson: str) -> Cell:
    return next(cell for cell in grid.cells if cell.lesson == lesson)


def test_a_lesson_taught_has_its_day_and_hands_before_and_after() -> None:
    cell = only(grid_of(made_of(a_class(), *taught("sharing", "2026-11-03"))), "sharing")
    assert (cell.state, cell.day) == (State.TAUGHT, date(2026, 11, 3))
    assert cell.hands is not None
    assert cell.hands == ("yes", 12, 25, 28, 0)  # of how many afterwards is not told: it would tell the few


def test_where_a_class_stopped_is_told_with_the_slide() -> None:
    begun = [
        event("started", "sharing", "7B", "2026-11-17", {"slides": 14, "slide": 0}),
        event("slide", "sharing", "7B", "2026-11-17", {"slide": 6}),
    ]
    cell = only(grid_of(made_of(a_class(), *begun)), "sharing")
    assert (cell.state, cell.slide, cell.slides, cell.day) == (State.BEGUN, 6, 14, date(2026, 11, 17))
    assert cell.next


def test_a_lesson_left_out_is_not_next_and_beginning_it_takes_it_in_again() -> None:
    skipped = event("lesson-skipped", "sharing", "7B", "2026-11-01", {"reason": "no-time"})
    found = grid_of(made_of(a_class(), skipped))
    assert (only(found, "sharing").state, only(found, "sharing").reason) == (State.SKIPPED, "no-time")
    assert next(found.rows).next == "faked"
    begun = event("started", "sharing", "7B", "2026-11-02", {"slides": 14, "slide": 0})
    assert only(grid_of(made_of(a_class(), skipped, begun)), "sharing").state is State.BEGUN


def test_a_day_planned_is_shown_until_the_lesson_is_taught() -> None:
    planned = event("lesson-planned", "sharing", "7B", "2026-11-01", {"day": "2026-11-30"})
    found = made_of(a_class(), planned)
    assert only(grid_of(found), "sharing").planned == date(2026, 11, 30)
    assert entries(found) == {date(2026, 11, 30): [Entry("7B", "sharing", How.PLANNED)]}
    earlier = made_of(a_class(), planned, *taught("sharing", "2026-11-24"))
    assert only(grid_of(earlier), "sharing").state is State.TAUGHT
    assert entries(earlier) == {date(2026, 11, 24): [Entry("7B", "sharing", How.TAUGHT)]}


def test_the_plan_says_what_comes_next() -> None:
    plan = event("plan-ordered", "", "7B", "2026-09-03", {"lessons": ["upstanders", "sharing", "faked"]})
    found = grid_of(made_of(a_class(), plan))
    assert next(found.rows).next == "upstanders"
    assert [cell.lesson for cell in found.cells if cell.next] == ["upstanders"]
    done = grid_of(made_of(a_class(), plan, *taught("upstanders", "2026-10-01")))
    assert next(done.rows).next == "sharing"


def test_when_all_is_taught_nothing_comes_next() -> None:
    events = [
        *taught("sharing", "2026-10-01"),
        *taught("faked", "2026-10-08"),
        *taught("upstanders", "2026-10-15"),
    ]
    assert next(grid_of(made_of(a_class(), *events)).rows).next == ""


def test_beginning_again_shows_the_new_run_and_another_year_shows_the_old() -> None:
    again = event("started", "sharing", "7B", "2026-11-18", {"slides": 14, "slide": 0})
    found = made_of(a_class(), *taught("sharing", "2025-11-03"), again)
    assert only(grid_of(found), "sharing").state is State.BEGUN
    before = make_grid(found, Wanted(school_year(date(2025, 11, 3))), BANDS)
    cell = only(before, "sharing")
    assert (cell.state, cell.day, cell.hands) == (State.TAUGHT, date(2025, 11, 3), None)


def test_a_year_in_which_nothing_happened_shows_nothing() -> None:
    found = made_of(a_class(), *taught("sharing", "2025-11-03"))
    assert only(grid_of(found), "sharing").state is State.NOT_YET
    assert next(grid_of(found).rows).next == "faked"  # what was taught last year need not be taught again


def test_each_band_is_a_section_with_its_own_lessons() -> None:
    found = grid_of(made_of(a_class("10A"), a_class("9A"), a_class("1 Beech", "ks1")))
    assert [section.band for section in found.sections] == ["ks1", "ks3"]
    assert [row.known.label for row in found.sections[1].rows] == ["9A", "10A"]
    assert [line.id for line in found.sections[0].lessons] == ["kind-clicks"]


def test_lessons_of_other_ages_stand_there_when_asked_for_or_met() -> None:
    found = made_of(a_class(), *taught("kind-clicks", "2026-10-01"))
    ids = [line.id for line in grid_of(found).sections[0].lessons]
    assert ids == ["sharing", "faked", "upstanders", "kind-clicks"]
    everything = grid_of(made_of(a_class("1 Beech", "ks1")), other_ages=True)
    assert len(everything.sections[0].lessons) == len(LESSONS)
    assert [cell.listed for cell in everything.cells] == [True, False, False, False]


def test_lessons_not_taught_yet_can_be_left_away_but_not_what_comes_next() -> None:
    found = made_of(a_class(), *taught("sharing", "2026-10-01"))
    ids = [line.id for line in grid_of(found, not_taught=False).sections[0].lessons]
    assert ids == ["sharing", "faked"]


def test_a_lesson_that_is_gone_is_still_told() -> None:
    found = grid_of(made_of(a_class(), *taught("of-our-own", "2026-10-01")))
    line = found.sections[0].lessons[-1]
    assert (line.id, line.here, only(found, "of-our-own").state) == ("of-our-own", False, State.TAUGHT)


def test_hands_are_told_only_when_they_were_counted_before_and_after() -> None:
    line = LESSONS[1]
    assert hands_of(line, Standing(tallies={"before": {"yes": 12}})) is None
    assert hands_of(line, Standing(tallies={"after": {"yes": 12}})) is None
    few = hands_of(line, Standing(tallies={"before": {"yes": None}, "after": {"yes": None, "no": None}}))
    assert few == ("yes", None, None, 0, 0)


def test_what_most_said_in_the_end_is_told_also_when_it_is_a_mistake() -> None:
    both = {"before": {"right": 20, "wrong": 8}, "after": {"right": 8, "wrong": 20}}
    assert hands_of(LESSONS[1], Standing(tallies=both)) == ("wrong", 8, 20, 28, 28)


def test_what_there_is_so_far() -> None:
    planned = event("lesson-planned", "upstanders", "7B", "2026-11-01", {"day": "2026-11-30"})
    begun = event("started", "faked", "7B", "2026-11-18", {"slides": 12, "slide": 0})
    found = grid_of(made_of(a_class(), a_class("9A"), *taught("sharing", "2026-11-03"), planned, begun))
    assert so_far(found) == (1, 1, 1, 1, 1)


COUNT = st.one_of(st.none(), st.integers(5, 40))
DAY = st.dates(date(2024, 1, 1), date(2028, 1, 1)).map(date.isoformat)
STANDINGS = st.builds(
    Standing,
    status=st.sampled_from(["", "begun", "taught"]),
    slide=st.integers(0, 20),
    slides=st.integers(0, 20),
    when=st.one_of(st.just(""), st.just("yesterday"), DAY.map(lambda day: f"{day}T09:00:00.000Z")),
    taught=st.one_of(st.just(""), DAY.map(lambda day: f"{day}T09:00:00.000Z")),
    tallies=st.dictionaries(
        st.sampled_from(["before", "after", "other"]),
        st.dictionaries(st.sampled_from(["yes", "no"]), COUNT, max_size=2),
    ),
    skipped=st.sampled_from(["", "no-time"]),
    planned=st.one_of(st.just(""), st.just("soon"), DAY),
    days=st.frozensets(st.one_of(DAY, st.just("someday")), max_size=3),
)


@settings(max_examples=60)
@given(STANDINGS, st.dates(date(2024, 1, 1), date(2028, 1, 1)))
def test_a_cell_is_of_its_year_and_tells_no_few(now: Standing, today: date) -> None:
    year = school_year(today)
    cell = cell_of("7B", LESSONS[1], now, year, UTC)
    for day in (cell.day, cell.planned):
        assert day is None or year.holds(day)
    assert 0 <= cell.slide <= max(cell.slides, 0)
    if cell.hands is not None:
        after = now.tallies["after"]
        assert cell.hands.after == after[cell.hands.option]
        assert cell.hands.of_after == 0 or None not in after.values()


def test_a_curriculum_is_served_as_far_as_its_lessons_have_come() -> None:
    begun = event("started", "faked", "7B", "2026-11-18", {"slides": 12, "slide": 0})
    skipped = event("lesson-skipped", "upstanders", "7B", "2026-11-01", {"reason": "other"})
    found = made_of(a_class(), *taught("sharing", "2026-11-03"), begun, skipped)
    lessons = lessons_of(found, found.classes[0])
    assert lessons == {"sharing": Served.TAUGHT, "faked": Served.BEGUN}
    serving = {"A": ["faked", "sharing"], "B": ["faked"], "C": ["upstanders"], "D": []}
    expected = {"A": Served.TAUGHT, "B": Served.BEGUN, "C": Served.NOT, "D": Served.NOT}
    assert class_coverage(lessons, serving) == expected
    new = made_of(a_class())
    assert set(lessons_of(new, new.classes[0]).values()) == {Served.COMING}
