"""A class's own rules and the answers to its question box: what is kept, and what is really gone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.class_book import ClassBook, Worded, book_after
from rse_lessons.progress.facts.events import OF_A_CLASS, WORDED, Event
from rse_lessons.progress.facts.summary import Summary, fold, in_order
from rse_lessons.progress.recording.store import Store

Opener = Callable[..., Store]
RULE = "Nobody has to say anything about themselves."
ANSWER = "A trusted adult is anybody whom you feel safe with."


def add_rule(store: Store, rule: str, text: str, label: str = "7B", kind: str = "rule-added") -> None:
    assert store.record(kind, class_label=label, data={"rule": rule}, words=text).wait(20)


def add_answer(store: Store, answer: str, text: str, how: str = "class") -> None:
    data = {"answer": answer, "how": how}
    assert store.record("answer-added", class_label="7B", data=data, words=text).wait(20)


def on_disk(path: Path) -> bytes:
    """Every byte of the records, with what lies beside them."""
    return b"".join(found.read_bytes() for found in sorted(path.parent.iterdir()))


def test_rules_stay_with_their_class(open_store: Opener, path: Path) -> None:
    store = open_store()
    add_rule(store, "r1", RULE)
    add_rule(store, "r2", "We listen to the end.")
    add_rule(store, "r3", "Hands up first.", "8C")
    assert store.close()
    summary = read_summary(path).summary
    assert summary.rules("7B") == (Worded("r1", RULE), Worded("r2", "We listen to the end."))
    assert [rule.text for rule in summary.rules("8C")] == ["Hands up first."]
    assert summary.rules("9A") == ()


def test_words_are_never_in_the_journal(open_store: Opener, path: Path) -> None:
    store = open_store()
    add_rule(store, "r1", RULE)
    add_answer(store, "a1", ANSWER)
    for event in read_events(path):
        assert RULE not in json.dumps(event.to_data())
        assert ANSWER not in json.dumps(event.to_data())


def test_a_rule_taken_away_is_gone_from_the_disk(open_store: Opener, path: Path) -> None:
    store = open_store()
    add_rule(store, "r1", RULE)
    assert RULE.encode() in on_disk(path)
    assert store.record("rule-removed", class_label="7B", data={"rule": "r1"}).wait(20)
    assert RULE.encode() not in on_disk(path)
    assert store.snapshot().rules("7B") == ()


def test_changed_words_take_the_place_of_the_old_ones(open_store: Opener, path: Path) -> None:
    store = open_store()
    add_rule(store, "r1", RULE)
    add_rule(store, "r2", "Hands up first.")
    add_rule(store, "r1", "Nobody has to speak.", kind="rule-changed")
    assert [rule.text for rule in store.snapshot().rules("7B")] == ["Nobody has to speak.", "Hands up first."]
    assert RULE.encode() not in on_disk(path)


@pytest.mark.parametrize("kind", ["answer-given", "answer-removed"])
def test_an_answer_that_was_given_is_gone_from_the_disk(open_store: Opener, path: Path, kind: str) -> None:
    store = open_store()
    add_answer(store, "a1", ANSWER)
    add_answer(store, "a2", "I will look it up.", "one-to-one")
    assert store.record(kind, class_label="7B", data={"answer": "a1"}).wait(20)
    assert ANSWER.encode() not in on_disk(path)
    assert store.snapshot().answers("7B") == (Worded("a2", "I will look it up.", "one-to-one"),)


def test_a_removed_class_takes_its_words_along(open_store: Opener, path: Path) -> None:
    store = open_store()
    add_rule(store, "r1", RULE)
    add_answer(store, "a1", ANSWER)
    add_rule(store, "r2", "Hands up first.", "8C")
    assert store.record("class-removed", class_label="7B").wait(20)
    assert RULE.encode() not in on_disk(path)
    assert ANSWER.encode() not in on_disk(path)
    assert store.record("class-added", class_label="7B", data={"band": "ks3"}).wait(20)
    assert store.snapshot().book("7B") == ClassBook()
    assert [rule.text for rule in store.snapshot().rules("8C")] == ["Hands up first."]


def test_while_another_reads_words_go_as_soon_as_it_has_read(open_store: Opener, path: Path) -> None:
    store = open_store()
    add_rule(store, "r1", RULE)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from words").fetchone()
        assert store.record("rule-removed", class_label="7B", data={"rule": "r1"}).wait(20)
        reader.execute("rollback")
    assert store.record("class-added", class_label="7B", data={"band": "ks3"}).wait(20)
    assert RULE.encode() not in on_disk(path)


def test_what_waits_for_the_disk_is_shown_already(open_store: Opener, path: Path, told: list[str]) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        store = open_store()
        store.record("rule-added", class_label="7B", data={"rule": "r1"}, words=RULE)
        store.record("answer-added", class_label="7B", data={"answer": "a1", "how": "class"}, words=ANSWER)
        store.record("answer-given", class_label="7B", data={"answer": "a1"})
        assert [rule.text for rule in store.snapshot().rules("7B")] == [RULE]
        assert store.snapshot().answers("7B") == ()
        other.execute("rollback")
    assert store.flush(20)
    assert [rule.text for rule in store.snapshot().rules("7B")] == [RULE]
    assert ANSWER.encode() not in on_disk(path)


def test_only_counts_of_the_box_are_kept(open_store: Opener) -> None:
    store = open_store()
    assert store.record("questions-counted", class_label="7B", data={"slips": 27, "passed": None}).wait(20)
    book = store.snapshot().book("7B")
    assert (book.slips, book.passed, book.counted[:10]) == (27, None, "2026-03-02")


def test_a_damaged_file_gives_back_the_words_that_still_stand(open_store: Opener, path: Path) -> None:
    first = open_store()
    add_rule(first, "r1", RULE)
    add_answer(first, "a1", ANSWER)
    first.record("answer-given", class_label="7B", data={"answer": "a1"})
    assert first.close()
    with closing(sqlite3.connect(path)) as conn:
        page = conn.execute("select rootpage from sqlite_master where name = 'standings'").fetchone()[0]
        size = conn.execute("pragma page_size").fetchone()[0]
    with path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    again = open_store()
    add_rule(again, "r2", "Hands up first.")
    assert [rule.text for rule in again.snapshot().rules("7B")] == [RULE, "Hands up first."]
    assert again.snapshot().answers("7B") == ()


@pytest.mark.parametrize(
    "words",
    ["", " a", "a ", "two  spaces", "a\nb", "a\u202eb", "a\u200bb", "\x00", "e\u0301", "x" * 501],
)
@pytest.mark.parametrize("kind", sorted(WORDED.keys() & OF_A_CLASS))
def test_words_that_are_not_tidy_are_refused(open_store: Opener, kind: str, words: str) -> None:
    data = {"rule": "r"} if kind.startswith("rule") else {"answer": "r", "how": "class"}
    with pytest.raises(ValueError, match="words that are kept"):
        open_store().record(kind, class_label="7B", data=data, words=words)


def test_no_other_event_may_bring_words(open_store: Opener) -> None:
    with pytest.raises(ValueError, match="without words"):
        open_store().record("answer-given", class_label="7B", data={"answer": "a"}, words="Jane asked")
    with pytest.raises(ValueError, match="without words"):
        open_store().record(
            "questions-counted", class_label="7B", data={"slips": None, "passed": None}, words="Why?"
        )


IDS = st.sampled_from(["a", "b", "c"])
STEPS = st.one_of(
    st.tuples(
        st.sampled_from(["rule-added", "rule-changed", "rule-removed"]),
        st.fixed_dictionaries({"rule": IDS}),
    ),
    st.tuples(
        st.sampled_from(["answer-added", "answer-changed"]),
        st.fixed_dictionaries({"answer": IDS, "how": st.sampled_from(["class", "one-to-one"])}),
    ),
    st.tuples(st.sampled_from(["answer-given", "answer-removed"]), st.fixed_dictionaries({"answer": IDS})),
    st.tuples(
        st.just("questions-counted"),
        st.fixed_dictionaries({"slips": st.none() | st.integers(5, 40), "passed": st.none()}),
    ),
    st.tuples(st.just("class-added"), st.just({"band": "ks3"})),
    st.tuples(st.just("class-removed"), st.just({})),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events of up to three devices whose clocks may jump."""
    counters: dict[str, int] = {}
    events: list[Event] = []
    for kind, data in draw(st.lists(STEPS, max_size=25)):
        device = draw(st.sampled_from(["d1", "d2", "d3"]))
        counter = counters[device] = counters.get(device, 0) + 1
        time = f"2026-03-02T09:{draw(st.integers(0, 59)):02}:00.000Z"
        label = draw(st.sampled_from(["7B", "8C"]))
        events.append(Event(f"{device}-{counter}", device, counter, time, kind, "", label, "", data))
    return events


@settings(max_examples=30)
@given(histories(), st.randoms())
def test_any_order_and_doubles_give_the_same_books(events: list[Event], random: Any) -> None:
    shuffled = [*events, *events[:5]]
    random.shuffle(shuffled)
    assert fold(shuffled).books == fold(events).books


@settings(max_examples=30)
@given(histories(), st.lists(st.integers(0, 12), max_size=4))
def test_counting_in_pieces_is_counting_at_once(events: list[Event], cuts: list[int]) -> None:
    ordered = [list(in_order(e for e in events if e.class_label == label)) for label in ("7B", "8C")]
    summary, start = Summary(), 0
    for cut in [*sorted(cuts), len(events)]:
        summary = fold((event for found in ordered for event in found[start:cut]), summary)
        start = max(start, cut)
    whole = fold(events)
    assert (summary.books, summary.classes) == (whole.books, whole.classes)


@settings(max_examples=40)
@given(
    st.sampled_from(["rule-added", "answer-added", "questions-counted", "?"]),
    st.dictionaries(st.text(), JSON),
)
def test_hostile_events_do_no_harm(kind: str, data: dict[str, object]) -> None:
    book = book_after(ClassBook(), Event("e", "d", 1, "t", kind, "", "7B", "", data))
    assert ClassBook.from_data(json.loads(json.dumps(book.to_data()))) == book


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["rules", "answers", "slips", "passed", "counted"]), JSON))
def test_hostile_books_do_no_harm(data: dict[str, object]) -> None:
    book = ClassBook.from_data(data)
    summary = Summary(books={"7B": book}, words={"x": "y"})
    assert isinstance(summary.rules("7B"), tuple)
    assert isinstance(summary.answers("7B"), tuple)
    assert all(isinstance(key, str) for key in book.ids)
