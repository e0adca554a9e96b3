"""What was learnt as xAPI statements, each judged by a library of others."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement

from rse_lessons.progress.facts.events import EVIDENCE as KINDS_OF_EVIDENCE
from rse_lessons.progress.facts.events import TRAINING, Event
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.staffroom.standard_files import record_of
from rse_lessons.standards.activities import EVIDENCE, Known
from rse_lessons.standards.xapi import HOME, Learner, Statement, statements, written
from rse_lessons.training.path import practices_of
from tests.standards.packages import hostile, small

VERBS = "http://adlnet.gov/expapi/verbs/"
PRIVATE = "I went quiet when Sam, who is in 9B, spoke."
ME = Learner("a.teacher", "https://learning.example.org")
_numbers = count(1)


def event(kind: str, lesson: str = "good", *, time: str = "", **data: object) -> Event:
    number = next(_numbers)
    when = time or f"2026-11-22T09:{number // 60 % 60:02}:{number % 60:02}.000Z"
    return Event(f"{number:032x}", "d" * 32, number, when, kind, lesson, "", "", data)


def a_whole_module() -> list[Event]:
    """Everything that a module can bring about, up to its end."""
    module = small()
    found = [event("module-opened")]
    found += [event("module-page", page=page.id, seconds=61.25) for page in module.pages]
    found += [
        event("module-practised", block=one.id, path=["start/a", "b/c"]) for one in practices_of(module)
    ]
    found += [
        event("module-rewritten", block="anew"),
        event("module-reflected", block="think"),
        event("module-task", task="tomorrow/ask", done=True),
        event("module-tried", asked=["a", "b", "c", "d"], missed=["d"], passed=False),
        event("module-tried", asked=["a", "b", "c", "d"], missed=[], passed=True),
        event("rehearsed", "ask-first", seconds=600, moments=["joke/stop"]),
        event("evidence-added", "", entry="e1", what="course", day="2026-11-20", minutes=90),
        event("mentor-noted", "", entry="n1"),
        event("certified", "", code="ABCD-EFGH-JKMN-PQRS", modules=["good"]),
    ]
    return found


def made(events: list[Event], known: Known | None = None, **words: Any) -> list[Statement]:
    known = known or Known({"good": small()}, {"ask-first": "Ask first"})
    return statements(events, ME, known, app="RSE Lessons", version="1.2.3", **words)


def verbs(found: list[Statement]) -> list[str]:
    return [str(one["verb"]["id"]).removeprefix(VERBS) for one in found]


def judged(found: list[Statement]) -> list[Statement]:
    """Have every statement judged, as it is read back from its file."""
    back: list[Statement] = json.loads(written(found))
    for one in back:
        BaseXapiStatement.model_validate(one)
        # Beyond that library: what the specification has for every record store to refuse.
        assert "T" in one["timestamp"]
        assert one["timestamp"].endswith("Z")
        assert all(":" in name for name in (one["object"]["id"], one["verb"]["id"]))
    return back


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one.pop("verb"),
        lambda one: one["verb"].update(id="passed"),
        lambda one: one.update(id="1"),
        lambda one: one["result"].update(duration="61"),
        lambda one: one.update(result={"score": {"scaled": 1.5}}),
        lambda one: one.update(mood="good"),
        lambda one: one["actor"]["account"].update(homePage="here"),
        lambda one: one["object"]["definition"].update(name={"not a language": "x"}),
        lambda one: one.update(timestamp="yesterday"),
    ],
)
def test_the_judge_is_strict(spoil: Callable[[Statement], object]) -> None:
    one = copy.deepcopy(made([event("module-page", page="first", seconds=61)])[0])
    BaseXapiStatement.model_validate(one)
    spoil(one)
    with pytest.raises(ValidationError):
        BaseXapiStatement.model_validate(one)


def test_a_whole_module_is_told_in_adls_verbs() -> None:
    events = a_whole_module()
    found = judged(made(events))
    told = verbs(found)
    pages, practices = len(small().pages), len(practices_of(small()))
    assert told.count("initialized") == 1
    assert told.count("experienced") == pages + 1
    assert told.count("answered") == 8
    assert told.count("attempted") == told.count("passed") == told.count("attended") == 1
    assert told.count("completed") == practices + 2  # the task, and the module itself
    assert "failed" not in told
    assert "commented" not in told
    assert len({one["id"] for one in found}) == len(found)
    assert all(UUID(one["id"]).version == 5 for one in found)
    assert [one["timestamp"] for one in found] == sorted(one["timestamp"] for one in found)
    assert all(one["context"]["revision"] == "1.2.3" for one in found)
    assert all(one["actor"]["account"] == {"homePage": ME.home, "name": ME.name} for one in found)


def test_what_a_try_came_to() -> None:
    found = judged(made([event("module-tried", asked=list("abcdefgh"), missed=["c"], passed=False)]))
    assert verbs(found) == ["answered"] * 8 + ["attempted"]
    assert [one["result"] for one in found[:8]] == [{"success": name != "c"} for name in "abcdefgh"]
    assert found[8]["result"] == {
        "success": False,
        "completion": True,
        "score": {"scaled": 0.875, "raw": 7, "min": 0, "max": 8},
    }
    assert found[8]["object"]["id"] == "urn:rse-lessons:module:good:check"
    assert found[8]["context"]["contextActivities"]["parent"][0]["id"] == "urn:rse-lessons:module:good"


def test_how_long_a_page_was_read() -> None:
    found = judged(made([event("module-page", page=small().pages[0].id, seconds=61.256)]))
    assert found[0]["result"] == {"duration": "PT61.26S"}
    assert found[0]["object"]["definition"]["name"] == {"en": small().pages[0].title}
    assert "result" not in made([event("module-page", page="x", seconds=0)])[0]


def test_a_module_is_completed_once_and_only_when_everything_is_done() -> None:
    events = a_whole_module()
    module = "urn:rse-lessons:module:good"

    def completed(some: list[Event]) -> int:
        return sum(
            one["object"]["id"] == module for one in made(some) if one["verb"]["id"].endswith("completed")
        )

    assert completed(events) == 1
    assert completed([*events, event("module-tried", asked=["a"], missed=[], passed=True)]) == 1
    for left_out in ("module-page", "module-practised"):
        last = max(place for place, one in enumerate(events) if one.kind == left_out)
        assert completed(events[:last] + events[last + 1 :]) == 0
    assert completed([one for one in events if one.data.get("passed") is not True]) == 0


def test_a_record_given_twice_is_known_again() -> None:
    events = a_whole_module()
    first = {one["id"]: one for one in made(events)}
    later = {one["id"]: one for one in made([*events[::-1], event("module-opened", "other")])}
    assert first.items() <= later.items()


def test_only_the_last_of_a_task_an_entry_and_a_reflection_counts() -> None:
    day: dict[str, Any] = {"what": "read", "day": "2026-11-20", "minutes": 5}
    events = [
        event("module-task", task="t/a", done=True),
        event("module-task", task="t/a", done=False),
        event("evidence-added", "", entry="e1", **day),
        event("evidence-changed", "", entry="e1", **{**day, "minutes": 20}),
        event("evidence-added", "", entry="e2", **day),
        event("evidence-removed", "", entry="e2"),
        event("module-reflected", block="think"),
        event("module-unreflected", block="think"),
    ]
    found = judged(made(events, words={("good", "think"): "gone"}))
    assert verbs(found) == ["experienced"]
    assert found[0]["result"] == {"duration": "PT1200S"}
    assert found[0]["timestamp"] == "2026-11-20T12:00:00.000Z"


def test_words_of_a_reflection_go_only_when_they_are_handed_in() -> None:
    events = a_whole_module()
    assert b"went quiet" not in written(made(events))
    found = judged(made(events, words={("good", "think"): PRIVATE}))
    told = [one for one in found if one["verb"]["id"].endswith("commented")]
    assert [one["result"] for one in told] == [{"response": PRIVATE}]


def test_every_kind_of_evidence_has_words() -> None:
    assert EVIDENCE.keys() == set(KINDS_OF_EVIDENCE)
    events = [
        event("evidence-added", "", entry=what, what=what, day="2026-02-28", minutes=0)
        for what in KINDS_OF_EVIDENCE
    ]
    assert len(judged(made(events))) == len(KINDS_OF_EVIDENCE)


def test_hostile_words_and_ids_are_only_words() -> None:
    module = hostile()
    known = Known({module.id: module}, {})
    odd = 'a b/"ü<>{}\u202e🙂:'
    events = [
        event("module-opened", module.id),
        event("module-page", module.id, page=odd, seconds=1),
        event("module-practised", "gone", block=odd, path=[odd]),
        event("rehearsed", odd, seconds=1, moments=[]),
    ]
    found = judged(made(events, known))
    assert len(found) == 4
    assert all(str(one["object"]["id"]).isascii() for one in found)


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "x" * 201])
def test_a_name_is_needed(name: str) -> None:
    with pytest.raises(ValueError, match="name by which"):
        statements([], Learner(name), Known(), app="RSE Lessons", version="1")


@pytest.mark.parametrize(
    "home", ["", "example.org", "javascript:alert(1)", "https://", "https://a b", "urn:x"]
)
def test_an_address_begins_as_addresses_do(home: str) -> None:
    assert "https://" in Learner("me", home).fault()


@pytest.mark.parametrize("home", [HOME, "https://moodle.school.example", "http://10.0.0.4/moodle?x=1"])
def test_addresses_that_will_do(home: str) -> None:
    assert Learner("me", home).fault() == ""
    judged(statements([event("module-opened")], Learner("me", home), Known(), app="RSE Lessons", version="1"))


ids = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30)
any_event = st.one_of(
    st.builds(event, st.just("module-opened"), ids),
    st.builds(event, st.just("module-page"), ids, page=ids, seconds=st.floats(0, 600)),
    st.builds(event, st.just("module-practised"), ids, block=ids, path=st.lists(ids, max_size=3)),
    st.builds(
        event,
        st.just("module-tried"),
        ids,
        asked=st.lists(ids, max_size=9, unique=True),
        missed=st.lists(ids, max_size=3),
        passed=st.booleans(),
    ),
    st.builds(event, st.just("module-task"), ids, task=ids, done=st.booleans()),
    st.builds(event, st.just("rehearsed"), ids, seconds=st.integers(0, 20_000), moments=st.just([])),
)


@settings(max_examples=25)
@given(st.lists(any_event, max_size=5))
def test_whatever_was_recorded_makes_statements_that_hold(events: list[Event]) -> None:
    judged(made(events))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(
        School(tmp_path).paths.records, now=lambda: datetime(2026, 11, 22, tzinfo=UTC), tell=pytest.fail
    )
    yield kept
    kept.close()


def test_it_comes_from_the_records_on_the_disk(store: Store, tmp_path: Path) -> None:
    school = School(tmp_path)
    module = next(one for one in school.modules if one.head.number)
    store.record("module-opened", lesson=module.id)
    page = {"page": module.pages[0].id, "seconds": 30}
    store.record("module-page", lesson=module.id, data=page)
    store.record("module-reflected", lesson=module.id, data={"block": "think"}, words=PRIVATE)
    read = {"entry": "e", "what": "read", "day": "2026-11-20", "minutes": 5}
    store.record("evidence-added", data=read, words=f"Read: {PRIVATE}")
    store.record("mentor-noted", data={"entry": "n"}, words=PRIVATE)
    store.record("started", lesson="ask-first", class_label="2 Oak", data={"slides": 12, "slide": 0})
    assert store.flush(10)
    plain = record_of(school, ME)
    assert b"went quiet" not in plain.content
    assert b"Oak" not in plain.content
    assert plain.count == 3
    with_words = record_of(school, ME, with_reflections=True)
    found = judged(json.loads(with_words.content))
    assert with_words.content.count(b"went quiet") == 1  # the reflection, and neither evidence nor note
    assert found[-1]["timestamp"] >= found[0]["timestamp"]
    assert module.head.title in with_words.content.decode()


def test_without_records_there_is_nothing_to_say(tmp_path: Path) -> None:
    empty = record_of(School(tmp_path), ME)
    assert (json.loads(empty.content), empty.count) == ([], 0)


def test_no_kind_of_learning_is_forgotten() -> None:
    told = {one.kind for one in a_whole_module()} | {"module-unreflected", "evidence-changed"}
    told |= {"evidence-removed", "evidence-unworded", "mentor-note-removed"}
    assert told == TRAINING
