"""The order of a class's lessons, and which comes next."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.planning import coming, order_of


class Lesson(NamedTuple):
    id: str
    band: str | None


SHELF = [
    Lesson("a", "ks3"),
    Lesson("b", "ks3"),
    Lesson("c", "ks3"),
    Lesson("old", "ks4"),
    Lesson("any", None),
]


def test_without_a_plan_it_is_the_order_of_the_shelf() -> None:
    assert order_of(ClassInfo("7B", "ks3"), SHELF) == ("a", "b", "c")


def test_a_plan_comes_first_and_a_new_lesson_stands_at_the_end() -> None:
    assert order_of(ClassInfo("7B", "ks3", plan=("c", "old", "gone", "a")), SHELF) == ("c", "old", "a", "b")


def test_a_class_without_ages_has_what_was_planned() -> None:
    assert order_of(ClassInfo("7B", ""), SHELF) == ()
    assert order_of(ClassInfo("7B", "", plan=("any",)), SHELF) == ("any",)


def test_what_was_begun_taught_or_left_out_does_not_come_next() -> None:
    standings = {
        "a": Standing(status="taught"),
        "b": Standing(skipped="no-time"),
        "c": Standing(status="begun"),
        "d": Standing(prepared=frozenset({"tell"})),
        "e": Standing(taught="2026-03-02T09:00:00.000Z"),
    }
    assert coming("abcdef", standings) == ("d", "f")


@given(st.lists(st.sampled_from("abcxyz"), unique=True), st.sampled_from(["ks3", "ks4", ""]))
def test_nothing_stands_twice_and_nothing_of_its_ages_is_missing(plan: list[str], band: str) -> None:
    order = order_of(ClassInfo("7B", band, plan=tuple(plan)), SHELF)
    assert len(set(order)) == len(order)
    assert {lesson.id for lesson in SHELF if band and lesson.band == band} <= set(order)
    assert [lesson for lesson in order if lesson in plan] == [lesson for lesson in plan if lesson in order]
