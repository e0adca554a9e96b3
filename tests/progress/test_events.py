"""What an event may hold, and above all what it may not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.facts.events import (
    CLEARINGS,
    EVIDENCE,
    KINDS,
    OF_A_CLASS,
    OF_A_MODULE,
    OF_NEITHER,
    OF_THE_TEACHER,
    TAKES_WORDS_AWAY,
    TRAINING,
    TRAINING_MARK,
    WORDED,
    Event,
    check,
    mark_of,
    timestamp,
)
from rse_lessons.progress.facts.labels import check_label

GOOD: Mapping[str, Mapping[str, object]] = {
    "class-added": {"band": "ks3"},
    "class-described": {"band": "ks3", "nation": "wls", "language": "cy", "days": [0, 3]},
    "class-reads": {"language": "cy", "second": "en", "arrangement": "beside"},
    "plan-ordered": {"lessons": ["ask-first", "who-decides"]},
    "class-removed": {},
    "rule-added": {"rule": "rule-1a2b"},
    "rule-changed": {"rule": "rule-1a2b"},
    "rule-removed": {"rule": "rule-1a2b"},
    "questions-counted": {"slips": 27, "passed": None},
    "answer-added": {"answer": "answer-1a2b", "how": "class"},
    "answer-changed": {"answer": "answer-1a2b", "how": "one-to-one"},
    "answer-given": {"answer": "answer-1a2b"},
    "answer-removed": {"answer": "answer-1a2b"},
    "lesson-skipped": {"reason": "no-time"},
    "lesson-unskipped": {},
    "lesson-planned": {"day": "2026-11-30"},
    "prepared": {"item": "tell", "done": True},
    "started": {"slides": 12, "slide": 0},
    "slide": {"slide": 3},
    "stage": {"stage": "ground-rules", "seconds": 61.5},
    "tally": {"block": "how-sure", "counts": {"very": 12, "not-at-all": None}},
    "block": {"block": "who", "state": {"chosen": ["a", "c"], "revealed": True}},
    "finished": {},
    "stroke": {"page": "0a1b2c3d", "place": 3, "pen": "blue", "width": 8, "points": [0, 0, 1600, 900]},
    "erased": {"page": "0a1b2c3d-2", "places": [0, 4]},
    "restarted": {},
    "module-opened": {},
    "module-page": {"page": "what-guidance-asks", "seconds": 42.5},
    "module-practised": {"block": "silly-girl", "path": ["staffroom/a", "thinks/b"]},
    "module-rewritten": {"block": "log-entry"},
    "module-reflected": {"block": "think-back"},
    "module-unreflected": {"block": "think-again"},
    "module-task": {"task": "tomorrow/tell-the-lead", "done": True},
    "module-tried": {"asked": ["q1", "q2"], "missed": ["q2"], "passed": False},
    "rehearsed": {"seconds": 1800, "moments": ["silence/wait"]},
    "evidence-added": {"entry": "e1", "what": "observed", "day": "2026-11-20", "minutes": 50},
    "evidence-changed": {"entry": "e1", "what": "co-taught", "day": "2026-11-20", "minutes": 45},
    "evidence-unworded": {"entry": "e2"},
    "evidence-removed": {"entry": "e3"},
    "mentor-noted": {"entry": "n1"},
    "mentor-note-removed": {"entry": "n2"},
    "certified": {"code": "0H3M-9KXZ-TT2A-71QD", "modules": ["a-safe-classroom", "age-and-nation"]},
    "classes-cleared": {"before": "2026-08-31T22:00:00.000Z", "mark": mark_of("7B")},
}


def try_it(kind: str, data: Mapping[str, object], lesson: str | None = None, label: str = "7B") -> None:
    about = ("" if kind in OF_A_CLASS | OF_NEITHER else "ask-first") if lesson is None else lesson
    label = "" if kind in OF_NEITHER | OF_A_MODULE and lesson is None else label
    check(kind, about, label, data, "Nobody has to speak." if kind in WORDED else "")


EVIDENCE_OF = GOOD["evidence-added"]
STROKE = {"page": "0a1b2c3d", "place": 0, "pen": "ink", "width": 8, "points": [1, 2]}


def test_there_is_an_example_of_each_kind() -> None:
    assert GOOD.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", GOOD)
def test_what_the_table_names_is_kept(kind: str) -> None:
    try_it(kind, GOOD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_a_further_field_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="holds"):
        try_it(kind, {**GOOD[kind], "pupil": "x"})


@pytest.mark.parametrize("kind", [kind for kind in GOOD if GOOD[kind]])
def test_a_missing_field_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="holds"):
        try_it(kind, {})


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("class-added", {"band": "Year 3"}),
        ("rule-added", {"rule": "Nobody has to speak."}),
        ("questions-counted", {"slips": 4, "passed": None}),
        ("questions-counted", {"slips": 27, "passed": 1}),
        ("questions-counted", {"slips": 27, "passed": 0}),
        ("answer-added", {"answer": "a", "how": "safeguarding"}),
        ("answer-added", {"answer": "a", "how": "Ask Jane"}),
        ("prepared", {"item": "tell", "done": 1}),
        ("prepared", {"item": "Told Mrs Jones", "done": True}),
        ("started", {"slides": 12, "slide": -1}),
        ("slide", {"slide": True}),
        ("slide", {"slide": "3"}),
        ("stage", {"stage": "explore", "seconds": float("nan")}),
        ("stage", {"stage": "explore", "seconds": 90_000}),
        ("tally", {"block": "a", "counts": {"very": 4}}),
        ("tally", {"block": "a", "counts": {"very": 0}}),
        ("tally", {"block": "a", "counts": {"very": -7}}),
        ("tally", {"block": "a", "counts": {"very": 12.0}}),
        ("tally", {"block": "a", "counts": {"Jane Smith": 12}}),
        ("tally", {"block": "a", "counts": {f"o{n}": None for n in range(41)}}),
        ("block", {"block": "a", "state": {"answer": "Because my brother did"}}),
        ("block", {"block": "a", "state": {"answer": ["Jane"]}}),
        ("block", {"block": "a", "state": {"Jane Smith": 1}}),
        ("block", {"block": "a", "state": {"counts": {"very": 3}}}),
        ("block", {"block": "a", "state": {"deeper": {"counts": {"very": 3}}}}),
        ("block", {"block": "a", "state": {"place": float("inf")}}),
        ("block", {"block": "a", "state": {"a": [[[[[1]]]]]}}),
        ("block", {"block": "a", "state": {"a": list(range(5000))}}),
        ("block", {"block": "a", "state": {"a": {1, 2}}}),
        ("block", {"block": "a", "state": {1: "a"}}),
        ("block", {"block": "a" * 101, "state": {}}),
        ("stroke", {**STROKE, "points": [1, 2, 3]}),
        ("stroke", {**STROKE, "points": []}),
        ("stroke", {**STROKE, "points": [1, 1601]}),
        ("stroke", {**STROKE, "points": [1.5, 2.5]}),
        ("stroke", {**STROKE, "points": "Jane"}),
        ("stroke", {**STROKE, "points": [1, 2] * 401}),
        ("stroke", {**STROKE, "pen": "Jane Smith"}),
        ("stroke", {**STROKE, "page": "What Jane said"}),
        ("erased", {"page": "0a1b2c3d", "places": ["Jane"]}),
        ("class-described", {**GOOD["class-described"], "nation": "fra"}),
        ("class-described", {**GOOD["class-described"], "language": "de"}),
        ("class-described", {**GOOD["class-described"], "days": [3, 0]}),
        ("class-described", {**GOOD["class-described"], "days": [0, 0]}),
        ("class-described", {**GOOD["class-described"], "days": [7]}),
        ("class-described", {**GOOD["class-described"], "days": "Monday"}),
        ("class-reads", {**GOOD["class-reads"], "language": "Welsh"}),
        ("class-reads", {**GOOD["class-reads"], "second": "cy-" + "x" * 9}),
        ("class-reads", {**GOOD["class-reads"], "second": None}),
        ("class-reads", {**GOOD["class-reads"], "arrangement": "one line each"}),
        ("plan-ordered", {"lessons": ["ask-first", "ask-first"]}),
        ("plan-ordered", {"lessons": [""]}),
        ("plan-ordered", {"lessons": ["x" * 121]}),
        ("plan-ordered", {"lessons": [f"lesson-{n}" for n in range(201)]}),
        ("lesson-skipped", {"reason": "Jane is upset"}),
        ("lesson-planned", {"day": "next week"}),
        ("lesson-planned", {"day": "20261130"}),
        ("lesson-planned", {"day": 3}),
        ("module-page", {"page": "why", "seconds": 601}),
        ("module-page", {"page": "Why it matters", "seconds": 60}),
        ("module-practised", {"block": "a", "path": ["What Jane said"]}),
        ("module-practised", {"block": "a", "path": ["a"]}),
        ("module-practised", {"block": "a", "path": ["a/b/c"]}),
        ("module-practised", {"block": "a", "path": "a/b"}),
        ("module-practised", {"block": "a", "path": ["a/b"] * 61}),
        ("module-task", {"task": "tell", "done": True}),
        ("module-task", {"task": "tomorrow/Jane", "done": True}),
        ("module-tried", {"asked": ["q1", "q1"], "missed": [], "passed": True}),
        ("module-tried", {"asked": ["Why?"], "missed": [], "passed": True}),
        ("module-tried", {"asked": [f"q{n}" for n in range(41)], "missed": [], "passed": True}),
        ("module-tried", {"asked": "q1", "missed": [], "passed": True}),
        ("module-tried", {"asked": [], "missed": [], "passed": 1}),
        ("rehearsed", {"seconds": 60, "moments": ["Jane/told"]}),
        ("evidence-added", {**EVIDENCE_OF, "what": "Watched Mrs Jones"}),
        ("evidence-added", {**EVIDENCE_OF, "day": ""}),
        ("evidence-added", {**EVIDENCE_OF, "minutes": 1441}),
        ("evidence-added", {**EVIDENCE_OF, "minutes": 7.5}),
        ("certified", {"code": "0H3M-9KXZ-TT2A-71Q", "modules": []}),
        ("certified", {"code": "0h3m-9kxz-tt2a-71qd", "modules": []}),
        ("certified", {"code": "OH3M-9KXZ-TT2A-71QD", "modules": []}),
        ("certified", {"code": "0H3M-9KXZ-TT2A-71QD", "modules": [f"m{n}" for n in range(41)]}),
        ("classes-cleared", {"before": "yesterday", "mark": ""}),
        ("classes-cleared", {"before": "2026-08-31T22:00:00.000Z", "mark": "7B"}),
    ],
)
def test_what_could_tell_of_a_pupil_or_makes_no_sense_is_refused(kind: str, data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=f"of {kind} is"):
        try_it(kind, data)


@pytest.mark.parametrize(
    ("kind", "lesson", "label"),
    [
        ("rumour", "ask-first", "7B"),
        ("slide", "", "7B"),
        ("slide", "x" * 121, "7B"),
        ("slide", "two\nlines", "7B"),
        ("class-added", "ask-first", "7B"),
        ("class-added", "", ""),
        ("classes-cleared", "", "7B"),
        ("classes-cleared", "ask-first", ""),
        ("module-opened", "", ""),
        ("module-opened", "a-safe-classroom", "7B"),
        ("rehearsed", "ask-first", "7B"),
        ("evidence-added", "a-safe-classroom", ""),
        ("mentor-noted", "", "7B"),
        ("certified", "a-safe-classroom", ""),
    ],
)
def test_an_event_is_about_a_lesson_or_a_class(kind: str, lesson: str, label: str) -> None:
    with pytest.raises(ValueError, match=r"kind|needs|about"):
        try_it(kind, GOOD.get(kind, {}), lesson, label)


IDS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)
STATES = st.dictionaries(
    IDS.filter(lambda key: key != "counts"),
    st.none() | st.booleans() | st.integers(-99, 99) | IDS | st.lists(IDS, max_size=5) | st.floats(0, 1),
    max_size=5,
)


@settings(max_examples=40)
@given(IDS, st.text(max_size=60), st.text(max_size=40), STATES, st.integers(1, 2**40))
def test_an_event_goes_to_data_and_back(
    event_id: str, lesson: str, label: str, state: dict[str, object], counter: int
) -> None:
    data = {"block": "a", "state": state}
    event = Event(event_id, "d1", counter, "2026-03-02T09:15:00.000Z", "block", lesson, label, "", data)
    assert Event.from_data(json.loads(json.dumps(event.to_data()))) == event
    try_it("block", data)


@pytest.mark.parametrize("change", [{"counter": "7"}, {"counter": True}, {"data": []}, {"kind": None}])
def test_data_that_is_no_event_is_refused(change: dict[str, object]) -> None:
    event = Event("a", "d", 1, "2026-03-02T09:15:00.000Z", "finished", "ask-first")
    with pytest.raises(ValueError, match=next(iter(change))):
        Event.from_data({**event.to_data(), **change})


def test_each_kind_is_about_one_thing() -> None:
    assert frozenset({"rule-added", "answer-added"}) <= OF_A_CLASS
    assert not OF_A_CLASS & TRAINING
    assert OF_A_MODULE | OF_THE_TEACHER == TRAINING
    assert not TRAINING & CLEARINGS
    assert KINDS.keys() >= OF_A_CLASS | TRAINING | CLEARINGS | TAKES_WORDS_AWAY
    assert {kind for kind in KINDS if kind.startswith(("module-", "evidence-", "mentor-"))} <= TRAINING
    assert not TAKES_WORDS_AWAY & WORDED.keys()


def test_evidence_may_be_of_a_few_sorts_and_needs_no_words() -> None:
    for what in EVIDENCE:
        check("evidence-added", "", "", {**EVIDENCE_OF, "what": what})
    with pytest.raises(ValueError, match="words that are kept"):
        check("evidence-added", "", "", EVIDENCE_OF, "x" * 401)
    with pytest.raises(ValueError, match="words that are kept"):
        check("module-reflected", "a-safe-classroom", "", {"block": "think-back"})


def test_a_reflection_may_have_paragraphs_and_a_line_of_evidence_not() -> None:
    check("module-reflected", "a-safe-classroom", "", {"block": "b"}, "I waited.\n\nThat helped.")
    with pytest.raises(ValueError, match="words that are kept"):
        check("module-reflected", "a-safe-classroom", "", {"block": "b"}, "I waited.\n\n\nThat helped.")
    with pytest.raises(ValueError, match="words that are kept"):
        check("evidence-added", "", "", EVIDENCE_OF, "Year 8.\n\nA quiet class.")


def test_no_class_has_the_mark_of_the_training() -> None:
    assert mark_of("\0training") == TRAINING_MARK
    with pytest.raises(ValueError, match="label"):
        check_label("\0training")


def test_moments_are_written_so_that_text_sorts_as_time_does() -> None:
    summer = datetime(2026, 7, 1, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    assert timestamp(summer) == "2026-07-01T09:00:00.000Z"
    assert timestamp(summer) < timestamp(datetime(2026, 7, 1, 9, 0, 0, 2000, tzinfo=UTC))
    with pytest.raises(ValueError, match="zone"):
        timestamp(datetime.fromisoformat("2026-07-01"))
