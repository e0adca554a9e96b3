"""What events add up to, one after another and however they are dealt out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.database.reading import class_of
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.summary import ClassInfo, Standing, Summary, fold, in_order


def story(
    *steps: tuple[str, Mapping[str, object]], label: str = "7B", lesson: str = "ask-first"
) -> list[Event]:
    """Events a minute apart, of one device."""
    return [
        Event(f"e{n}", "d1", n, f"2026-03-02T09:{n:02}:00.000Z", kind, lesson, label, "", data)
        for n, (kind, data) in enumerate(steps, 1)
    ]


HALF: tuple[tuple[str, dict[str, Any]], ...] = (
    ("prepared", {"item": "tell", "done": True}),
    ("prepared", {"item": "print", "done": True}),
    ("prepared", {"item": "print", "done": False}),
    ("started", {"slides": 12, "slide": 0}),
    ("slide", {"slide": 1}),
    ("stage", {"stage": "welcome", "seconds": 60}),
    ("tally", {"block": "before", "counts": {"sure": 9, "unsure": None}}),
    ("block", {"block": "before", "state": {"counts": {"sure": 9, "unsure": None}}}),
    ("slide", {"slide": 4}),
    ("stage", {"stage": "welcome", "seconds": 30}),
)


def test_a_lesson_left_in_the_middle() -> None:
    summary = fold(story(*HALF))
    assert summary.standing("7B", "ask-first") == Standing(
        status="begun",
        slide=4,
        slides=12,
        when="2026-03-02T09:10:00.000Z",
        states={"before": {"counts": {"sure": 9, "unsure": None}}},
        tallies={"before": {"sure": 9, "unsure": None}},
        stage_seconds={"welcome": 90},
        seen=frozenset({1, 4}),
        prepared=frozenset({"tell"}),
        days=frozenset({"2026-03-02"}),
    )
    assert summary.stopped("7B") == ("ask-first", summary.standing("7B", "ask-first"))
    assert summary.stopped("8C") is None
    assert summary.stopped("") is None


def test_going_on_the_next_week_keeps_what_was_there() -> None:
    standing = fold(story(*HALF, ("started", {"slides": 12, "slide": 4}))).standing("7B", "ask-first")
    assert (standing.slide, standing.stage_seconds, set(standing.tallies)) == (4, {"welcome": 90}, {"before"})


def test_taught_to_the_end() -> None:
    summary = fold(story(*HALF, ("finished", {}), ("slide", {"slide": 2})))
    standing = summary.standing("7B", "ask-first")
    assert standing.status == "taught"
    assert standing.taught == "2026-03-02T09:11:00.000Z"
    assert summary.stopped("7B") is None


@pytest.mark.parametrize(("before", "taught"), [("restarted", ""), ("finished", "2026-03-02T09:11:00.000Z")])
def test_begun_anew_only_preparing_and_the_date_stay(before: str, taught: str) -> None:
    again = story(*HALF, (before, {}), ("started", {"slides": 12, "slide": 0}))
    standing = fold(again).standing("7B", "ask-first")
    assert (standing.status, standing.slide, standing.slides) == ("begun", 0, 12)
    assert (standing.states, standing.tallies, standing.stage_seconds) == ({}, {}, {})
    assert standing.seen == frozenset()
    assert standing.prepared == {"tell"}
    assert standing.taught == taught


def test_preparing_is_not_beginning() -> None:
    summary = fold(story(("prepared", {"item": "tell", "done": True})))
    assert summary.standing("7B", "ask-first") == Standing(prepared=frozenset({"tell"}))
    assert summary.stopped("7B") is None


def test_the_newest_lesson_begun_is_the_one_to_go_on_with() -> None:
    first = story(("started", {"slides": 9, "slide": 0}), lesson="ask-first")
    second = story(("prepared", {"item": "a", "done": True}), ("slide", {"slide": 2}), lesson="trust")
    found = fold([*first, *(Event(**{**e.to_data(), "device": "d2"}) for e in second)]).stopped("7B")  # type: ignore[arg-type]
    assert found is not None
    assert found[0] == "trust"


def test_no_class_chosen_is_a_standing_of_its_own() -> None:
    summary = fold(story(("started", {"slides": 9, "slide": 3}), label=""))
    assert summary.standing("", "ask-first").slide == 3
    assert summary.stopped("") is not None
    assert summary.classes == ()


def test_classes_stand_in_the_order_in_which_people_count() -> None:
    added = [
        Event(f"c{n}", "d1", n, "2026-03-02T09:00:00.000Z", "class-added", "", label, "", {"band": "ks3"})
        for n, label in enumerate(["10A", "Owls", "9B", "9A", "Year 10", "Year 9"], 1)
    ]
    gone = Event("x", "d1", 9, "2026-03-02T10:00:00.000Z", "class-removed", "", "9B")
    labels = [known.label for known in fold([*added, gone]).classes]
    assert labels == ["9A", "10A", "Owls", "Year 9", "Year 10"]
    assert fold(added).classes[0] == ClassInfo("9A", "ks3")


def test_what_a_class_reads_is_what_was_chosen_last() -> None:
    def told(n: int, kind: str, **data: object) -> Event:
        return Event(f"c{n}", "d1", n, f"2026-03-02T09:00:0{n}.000Z", kind, "", "7B", "", data)

    reads = {"language": "ga", "second": "en", "arrangement": "beside"}
    events = [
        told(1, "class-added", band="ks3"),
        told(2, "class-described", band="ks3", nation="nir", language="cy", days=[1]),
        told(3, "class-reads", **reads),
    ]
    expected = ClassInfo("7B", "ks3", "nir", "ga", (1,), second="en", arrangement="beside")
    assert fold(events).info("7B") == expected
    # Described anew by an older version, which knows nothing of a second language.
    older = told(4, "class-described", band="ks4", nation="nir", language="cy", days=[1])
    assert fold([*events, older]).info("7B") == expected._replace(band="ks4", language="cy")


def test_a_row_of_an_older_version_is_a_class_without_a_second_language() -> None:
    row = '{"nation": "wls", "language": "cy", "days": [2], "plan": ["ask-first"]}'
    assert class_of("7B", "ks3", row) == ClassInfo("7B", "ks3", "wls", "cy", (2,), ("ask-first",))


def test_kinds_and_data_of_other_versions_do_no_harm() -> None:
    odd = story(("hologram", {"x": 1}), ("slide", {"slide": "x"}), ("tally", {"block": 3}), ("stage", {}))
    assert fold(odd).standing("7B", "ask-first").status == "begun"


IDS = st.sampled_from(["a", "b", "c"])
STEPS = st.one_of(
    st.tuples(st.just("prepared"), st.fixed_dictionaries({"item": IDS, "done": st.booleans()})),
    st.tuples(st.just("started"), st.fixed_dictionaries({"slides": st.just(9), "slide": st.integers(0, 8)})),
    st.tuples(st.just("slide"), st.fixed_dictionaries({"slide": st.integers(0, 8)})),
    st.tuples(st.just("stage"), st.fixed_dictionaries({"stage": IDS, "seconds": st.integers(0, 900)})),
    st.tuples(
        st.just("tally"),
        st.fixed_dictionaries({"block": IDS, "counts": st.dictionaries(IDS, st.none() | st.integers(5, 30))}),
    ),
    st.tuples(
        st.just("block"),
        st.fixed_dictionaries({"block": IDS, "state": st.dictionaries(IDS, st.booleans())}),
    ),
    st.tuples(
        st.just("stroke"),
        st.fixed_dictionaries({"page": IDS, "place": st.integers(0, 3), "points": st.just([1, 2])}),
    ),
    st.tuples(
        st.just("erased"),
        st.fixed_dictionaries({"page": IDS, "places": st.lists(st.integers(0, 3), max_size=2)}),
    ),
    st.tuples(st.just("finished"), st.just({})),
    st.tuples(st.just("restarted"), st.just({})),
    st.tuples(st.just("class-added"), st.fixed_dictionaries({"band": IDS})),
    st.tuples(st.just("class-removed"), st.just({})),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events of up to three devices whose clocks may jump."""
    counters: dict[str, int] = {}
    events: list[Event] = []
    for kind, data in draw(st.lists(STEPS, max_size=25)):
        device = draw(st.sampled_from(["d1", "d2", "d3"]))
        counters[device] = counters.get(device, 0) + 1
        time = f"2026-03-02T09:{draw(st.integers(0, 59)):02}:00.000Z"
        label = draw(st.sampled_from(["7B", "8C"]))
        lesson = "" if kind.startswith("class-") else draw(st.sampled_from(["ask-first", "trust"]))
        counter = counters[device]
        events.append(Event(f"{device}-{counter}", device, counter, time, kind, lesson, label, "", data))
    return events


def plain(summary: Summary) -> object:
    lessons = {
        key: (s.status, s.slide, s.slides, s.when, json.dumps(s.detail(), sort_keys=True))
        for key, s in summary.lessons.items()
    }
    return summary.classes, lessons


@settings(max_examples=30)
@given(histories(), st.randoms())
def test_any_order_and_doubles_give_the_same_summary(events: list[Event], random: Any) -> None:
    shuffled = [*events, *events[:5]]
    random.shuffle(shuffled)
    assert plain(fold(shuffled)) == plain(fold(events))


@settings(max_examples=30)
@given(histories(), st.lists(st.integers(0, 12), max_size=4))
def test_folding_in_pieces_is_folding_at_once(events: list[Event], cuts: list[int]) -> None:
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        groups.setdefault((event.class_label, event.lesson), []).append(event)
    ordered = [list(in_order(found)) for found in groups.values()]
    summary, start = Summary(), 0
    for cut in [*sorted(cuts), len(events)]:
        summary = fold((event for found in ordered for event in found[start:cut]), summary)
        start = max(start, cut)
    assert plain(summary) == plain(fold(events))
