"""Where a teacher stands on the path, where to go on, and when a module is due again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.lesson.model import Place, Text
from rse_lessons.training.model import Module, ModuleHead, Page, Practice, Reply, Scene, Section
from rse_lessons.training.path import Done, Next, a_year_after, blocks_of, path_of, standing_of

HERE = Place(Path("a.md"), 1)
TODAY = date(2026, 11, 22)


def practice(name: str) -> Practice:
    scenes = (
        Scene("start", HERE, "…", "?", (Reply("a", "Yes", HERE, "end", "taken", "asks"),)),
        Scene("end", HERE, "…", next_step="Tell the lead."),
    )
    return Practice(name, HERE, name, scenes)


def module(name: str, number: int = 1) -> Module:
    def page(key: str, section: Section, minutes: float, *parts: Practice) -> Page:
        return Page(key, key, section, minutes, (Text("…", HERE), *parts), HERE)

    pages = (
        page("why", Section.WHY, 10),
        page("talk", Section.PRACTISE, 15, practice("silence"), practice("whisper")),
        page("bank", Section.CHECK, 12),
    )
    return Module(name, Path(f"{name}.md"), ModuleHead(name.title(), number, 37), pages)


MODULE = module("safe")
ALL = {"why", "talk", "bank"}
BOTH = {"silence", "whisper"}


def test_a_module_is_finished_when_all_was_read_walked_and_passed() -> None:
    done = Done(ALL, BOTH, TODAY)
    assert standing_of(MODULE, done, TODAY).state == "finished"
    for less in (
        Done(ALL - {"why"}, BOTH, TODAY),
        Done(ALL, BOTH - {"silence"}, TODAY),
        Done(ALL, BOTH, None),
        Done(opened=True),
    ):
        assert standing_of(MODULE, less, TODAY).state == "begun"
    assert standing_of(MODULE, Done()).state == "new"


def test_it_says_what_is_left() -> None:
    found = standing_of(MODULE, Done({"why"}, {"silence"}), TODAY)
    assert (found.pages_read, found.pages, found.practices_walked, found.practices) == (1, 3, 1, 2)
    assert (found.next_page, found.minutes_left) == ("talk", 27)
    assert standing_of(MODULE, Done(ALL, BOTH, TODAY)).minutes_left == 0
    assert standing_of(MODULE, Done(ALL, BOTH)).minutes_left == 1


def test_a_page_that_is_no_more_does_not_count() -> None:
    found = standing_of(MODULE, Done({"why", "gone"}, {"gone"}), TODAY)
    assert (found.pages_read, found.practices_walked) == (1, 0)


@pytest.mark.parametrize(
    ("days", "state", "soon"),
    [(0, "finished", False), (334, "finished", False), (335, "finished", True), (364, "finished", True),
     (365, "renew", True), (2000, "renew", True)],
)  # fmt: skip
def test_it_is_due_a_year_after_and_reminds_a_month_before(days: int, state: str, soon: bool) -> None:
    found = standing_of(MODULE, Done(ALL, BOTH, TODAY), TODAY + timedelta(days=days))
    assert (found.state, found.soon, found.due) == (state, soon, date(2027, 11, 22))


def test_what_is_not_finished_is_not_reminded_of() -> None:
    found = standing_of(MODULE, Done({"why"}, BOTH, date(2020, 1, 1)), TODAY)
    assert (found.state, found.soon) == ("begun", False)


@given(st.dates(max_value=date(9000, 1, 1)))
def test_a_year_has_365_or_366_days(day: date) -> None:
    assert a_year_after(day) - day in (timedelta(days=365), timedelta(days=366))


def test_one_goes_on_with_what_was_begun_then_with_what_is_due_then_with_what_is_new() -> None:
    path = [module("one"), module("two", 2), module("three", 3)]
    whole = Done(ALL, BOTH, TODAY)
    old = Done(ALL, BOTH, date(2025, 11, 1))
    assert path_of(path, {}, TODAY).next == Next("one")
    assert path_of(path, {"two": Done({"why"})}, TODAY).next == Next("two", "talk")
    assert path_of(path, {"one": whole, "two": Done(ALL, {"silence"}, TODAY)}, TODAY).next == Next(
        "two", "talk"
    )
    assert path_of(path, {"one": Done(ALL, BOTH)}, TODAY).next == Next("one", "bank")
    assert path_of(path, {"one": old}, TODAY).next == Next("one", again=True)
    assert path_of(path, {"one": whole}, TODAY).next == Next("two")
    every = dict.fromkeys(("one", "two", "three"), whole)
    assert path_of(path, every, TODAY).next is None
    assert path_of(path, every, TODAY + timedelta(days=340)).next == Next("one", again=True)
    assert path_of((), {}, TODAY).next is None


def test_the_path_counts_what_is_finished_and_what_is_left() -> None:
    path = path_of([module("one"), module("two", 2)], {"one": Done(ALL, BOTH, TODAY)}, TODAY)
    assert (path.finished, path.minutes_left) == (1, 37)


def test_blocks_are_found_by_their_ids() -> None:
    assert set(blocks_of(MODULE)) == BOTH
