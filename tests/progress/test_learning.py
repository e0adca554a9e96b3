"""A teacher's own learning: what the journal makes of it, and that it is the same however it comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rse_lessons.progress.database.learning_rows import read_learning
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.learning import Certificate, Evidence, Learning, Rehearsal, join
from rse_lessons.progress.facts.learning_fold import learn
from rse_lessons.progress.recording.store import Store
from tests.progress.pcs import Clock, Pc

Opener = Callable[..., Store]
SAFE, AGE = "a-safe-classroom", "age-and-nation"
REFLECTION = "I waited longer.\n\nThat helped, môr braf."
NOTE, LINE = "I would like to talk about silence.", "Year 8, with a colleague of twenty years"
Steps = st.SearchStrategy[tuple[str, str, dict[str, object]]]
CODE = "0H3M-9KXZ-TT2A-71QD"


@pytest.fixture
def pcs(tmp_path: Path) -> Iterator[Callable[[str], Pc]]:
    clock, made = Clock(), dict[str, Pc]()
    yield lambda name: made.setdefault(name, Pc(tmp_path / name, clock))
    for one in made.values():
        one.close()


@pytest.fixture
def pc(pcs: Callable[[str], Pc]) -> Pc:
    return pcs("here")


def study(pc: Pc) -> None:
    """Everything that there is of training, once."""
    pc.record("module-opened", "", SAFE)
    pc.record("module-page", "", SAFE, page="why", seconds=60.5)
    pc.record("module-page", "", SAFE, page="guidance", seconds=90)
    pc.record("module-page", "", SAFE, page="why", seconds=10)
    pc.record("module-practised", "", SAFE, block="silence", path=["start/a", "on/b"])
    pc.record("module-practised", "", SAFE, block="silence", path=["start/b"])
    pc.record("module-practised", "", SAFE, block="silence", path=["start/a", "on/b"])
    pc.record("module-rewritten", "", SAFE, block="log")
    pc.record("module-reflected", "", SAFE, REFLECTION, block="think-back")
    pc.record("module-task", "", SAFE, task="tomorrow/tell", done=True)
    pc.record("module-task", "", SAFE, task="tomorrow/ask", done=True)
    pc.record("module-task", "", SAFE, task="tomorrow/ask", done=False)
    pc.record("module-tried", "", SAFE, asked=["q1", "q2"], missed=["q2"], passed=False)
    pc.record("module-tried", "", SAFE, asked=["q3", "q4"], missed=[], passed=True)
    pc.record("rehearsed", "", "ask-first", seconds=1500, moments=["silence/wait"])
    pc.record("evidence-added", "", "", LINE, entry="e1", what="observed", day="2026-02-27", minutes=50)
    pc.record("evidence-added", "", "", entry="e2", what="read", day="2026-01-10", minutes=20)
    pc.record("mentor-noted", "", "", NOTE, entry="n1")
    pc.record("certified", "", "", code=CODE, modules=[SAFE])


def shown(learning: Learning) -> object:
    return join([replace(learning, modules={key: learning.modules[key] for key in sorted(learning.modules)})])


# What events add up to


def test_everything_is_known_again(pc: Pc) -> None:
    study(pc)
    learning = read_learning(pc.path)
    record = learning.modules[SAFE]
    assert dict(record.pages) == {"why": 70.5, "guidance": 90}
    assert (record.seconds, record.last_page) == (160.5, "why")
    assert record.practised == {"silence": (("start/a", "on/b"), ("start/b",))}
    assert record.rewritten == {"log"}
    assert record.reflected == {"think-back": REFLECTION}
    assert record.tasks == {"tomorrow/tell"}
    assert [(one.asked, one.missed, one.passed) for one in record.tries] == [
        (("q1", "q2"), ("q2",), False),
        (("q3", "q4"), (), True),
    ]
    assert record.passed == record.tries[1].when == record.last
    assert record.opened < record.last
    assert {day: tuple(of) for day, of in record.days.items()} == {"2026-03-02": (160.5, 3, 2)}
    (rehearsal,) = learning.rehearsals
    assert rehearsal == Rehearsal("ask-first", rehearsal.when, 1500, ("silence/wait",))
    assert [one.id for one in learning.evidence] == ["e2", "e1"]
    assert learning.evidence[1] == Evidence("e1", "observed", "2026-02-27", 50, LINE)
    assert [(one.id, one.words) for one in learning.notes] == [("n1", NOTE)]
    assert learning.certificates == (Certificate(CODE, (SAFE,), learning.certificates[0].when),)


def test_nothing_of_it_is_a_class_or_a_lesson_that_was_taught(pc: Pc) -> None:
    study(pc)
    assert pc.summary.classes == ()
    assert dict(pc.summary.lessons) == {}
    assert dict(pc.summary.words) == {}
    pc.record("started", "", "ask-first", slides=9, slide=4)
    assert pc.summary.standing("", "ask-first").slide == 4
    pc.journal.rebuild()
    assert list(pc.summary.lessons) == [("", "ask-first")]


def test_a_change_takes_the_place_of_what_stood_there(pc: Pc) -> None:
    study(pc)
    pc.record("module-reflected", "", SAFE, "Shorter now.", block="think-back")
    pc.record(
        "evidence-changed", "", "", "Year 9", entry="e1", what="co-taught", day="2026-02-28", minutes=45
    )
    pc.record("mentor-noted", "", "", "About endings.", entry="n1")
    learning = read_learning(pc.path)
    assert learning.record(SAFE).reflected == {"think-back": "Shorter now."}
    assert learning.evidence[1] == Evidence("e1", "co-taught", "2026-02-28", 45, "Year 9")
    assert [one.words for one in learning.notes] == ["About endings."]
    assert {row[3] for row in pc.journal.words()} == {"Shorter now.", "Year 9", "About endings."}


def test_what_is_deleted_is_gone_with_its_words_and_from_every_byte(pc: Pc) -> None:
    study(pc)
    pc.record("module-unreflected", "", SAFE, block="think-back")
    pc.record("evidence-removed", "", "", entry="e1")
    pc.record("mentor-note-removed", "", "", entry="n1")
    learning = read_learning(pc.path)
    assert learning.record(SAFE).reflected == {}
    assert [one.id for one in learning.evidence] == ["e2"]
    assert learning.notes == ()
    assert pc.journal.words() == []
    for path in pc.folder.glob("progress.sqlite*"):
        content = path.read_bytes()
        assert not [words for words in (REFLECTION, LINE, NOTE) if words.encode() in content]


def test_words_of_evidence_may_go_and_its_hours_stay(pc: Pc) -> None:
    study(pc)
    pc.record("evidence-unworded", "", "", entry="e1")
    assert read_learning(pc.path).evidence[1] == Evidence("e1", "observed", "2026-02-27", 50, "", True)
    assert not any(row[0] == "e1" for row in pc.journal.words())
    pc.record("evidence-changed", "", "", "Again", entry="e1", what="observed", day="2026-02-27", minutes=50)
    assert read_learning(pc.path).evidence[1].words == "Again"


def test_an_entry_that_was_removed_does_not_come_back_by_a_change(pc: Pc) -> None:
    study(pc)
    pc.record("evidence-removed", "", "", entry="e1")
    pc.record("evidence-changed", "", "", LINE, entry="e1", what="read", day="2026-01-01", minutes=5)
    assert [one.id for one in read_learning(pc.path).evidence] == ["e2"]
    assert pc.journal.words() == [row for row in pc.journal.words() if row[0] != "e1"]


def test_events_of_two_pcs_add_up_to_the_same_on_both(pcs: Callable[[str], Pc], tmp_path: Path) -> None:
    here, there, file = pcs("here"), pcs("there"), tmp_path / "all.rserecords"
    study(here)
    study(there)
    for one, other in ((here, there), (there, here)):
        other.take(one.merge_file(file))
    here.clock.moment -= timedelta(days=3)  # somebody puts the clock back
    for one in (here, there):
        one.record("module-page", "", SAFE, page="why", seconds=5)
        one.record("module-unreflected", "", SAFE, block="think-back")
        one.record("evidence-changed", "", "", entry="e2", what="course", day="2026-01-10", minutes=25)
        one.record("evidence-removed", "", "", entry="e1")
        kept = read_learning(one.path)
        one.journal.rebuild()
        assert shown(read_learning(one.path)) == shown(kept)
        assert kept.record(SAFE).reflected == {}
        assert [(each.id, each.minutes) for each in kept.evidence] == [("e2", 25)]
    for one, other in ((here, there), (there, here)):
        other.take(one.merge_file(file))
    assert shown(read_learning(here.path)) == shown(read_learning(there.path))
    assert read_learning(here.path).record(SAFE).pages["why"] == 151
    assert not [row for row in here.journal.words() if row[3] in (REFLECTION, LINE)]


def test_an_older_file_tells_of_no_training(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    assert read_learning(path).is_empty
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("create table events (id text)")
    assert read_learning(path).is_empty


def test_rows_that_nobody_wrote_are_damage_and_no_crash(pc: Pc) -> None:
    study(pc)
    pc.close()
    for detail in ("[]", '{"module":{"opened":1}}', "nonsense", '{"evidence":[[1]]}'):
        with closing(sqlite3.connect(pc.path)) as conn, conn:
            conn.execute("update learnings set detail = ?", (detail,))
        with pytest.raises(sqlite3.DatabaseError):
            read_learning(pc.path)
    pc.open()
    pc.journal.rebuild()
    assert read_learning(pc.path).record(SAFE).passed


# The store


def test_what_is_not_on_the_disk_yet_is_known_too(open_store: Opener, path: Path) -> None:
    store = open_store()
    store.record("module-opened", lesson=SAFE)
    assert store.learning().record(SAFE).opened
    store.record("module-reflected", lesson=SAFE, data={"block": "b"}, words=REFLECTION)
    assert store.learning().record(SAFE).reflected == {"b": REFLECTION}
    assert store.flush(20)
    assert store.learning().record(SAFE).reflected == {"b": REFLECTION}
    store.record("module-unreflected", lesson=SAFE, data={"block": "b"})
    assert store.learning().record(SAFE).reflected == {}
    assert store.close()
    assert read_learning(path).record(SAFE).reflected == {}


def test_while_the_file_cannot_be_read_what_was_known_stands_in(open_store: Opener, path: Path) -> None:
    store = open_store()
    store.record("module-opened", lesson=SAFE).wait(20)
    assert store.learning().record(SAFE).opened
    assert store.close()
    path.rename(path.with_name("elsewhere"))
    path.mkdir()
    assert store.learning().record(SAFE).opened
    store.forget()
    assert store.learning().is_empty


# In any order

NAMES = st.sampled_from([SAFE, AGE])
BLOCKS = st.sampled_from(["a", "b"])
ENTRIES = st.sampled_from(["e1", "e2"])


SECOND = "2026-03-02T09:00:00"
NOBODY = st.just("")


def told(kind: str, lessons: st.SearchStrategy[str] = NOBODY, **data: st.SearchStrategy[object]) -> Steps:
    return st.tuples(st.just(kind), lessons, st.fixed_dictionaries(data))


STEPS = st.one_of(
    told("module-opened", NAMES),
    told("module-page", NAMES, page=BLOCKS, seconds=st.integers(0, 600)),
    told("module-practised", NAMES, block=BLOCKS, path=st.just(["x/y"])),
    told("module-reflected", NAMES, block=BLOCKS),
    told("module-unreflected", NAMES, block=BLOCKS),
    told("module-task", NAMES, task=st.just("t/a"), done=st.booleans()),
    told("module-tried", NAMES, asked=st.just(["q"]), missed=st.just([]), passed=st.booleans()),
    told("rehearsed", NAMES, seconds=st.integers(0, 600), moments=st.just([])),
    told(
        "evidence-added", entry=ENTRIES, what=st.just("read"), day=st.just("2026-01-01"), minutes=st.just(5)
    ),
    told("evidence-removed", entry=ENTRIES),
    told("evidence-unworded", entry=ENTRIES),
    told("mentor-noted", entry=ENTRIES),
    told("mentor-note-removed", entry=ENTRIES),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(STEPS, st.sampled_from("ab")), max_size=25), st.data())
def test_the_order_in_which_events_come_does_not_matter(
    steps: list[tuple[tuple[str, str, dict[str, object]], str]], data: st.DataObject
) -> None:
    events = [
        Event(
            f"{place:032x}",
            device,
            place + 1,
            f"2026-03-02T09:00:00.{place:03}Z",
            kind,
            lesson,
            "",
            "",
            found,
        )
        for place, ((kind, lesson, found), device) in enumerate(steps)
    ]
    once = learn(events)
    assert shown(learn(data.draw(st.permutations(events)))) == shown(once)
    half = data.draw(st.integers(0, len(events)))
    assert shown(learn(events[half:], start=learn(events[:half]))) == shown(once)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=15))
def test_rows_are_what_the_events_add_up_to(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, dict[str, object]]]
) -> None:
    pc = Pc(tmp_path_factory.mktemp("pc"), Clock())
    try:
        for kind, lesson, found in steps:
            words = "Words." if kind in ("module-reflected", "mentor-noted", "evidence-added") else ""
            pc.record(kind, "", lesson, words, **found)
        kept = read_learning(pc.path)
        words_of = {row[0]: row[3] for row in pc.journal.words()}
        assert shown(learn(list(pc.journal.events()), words_of)) == shown(kept)
        assert words_of.keys() <= kept.worded
        pc.journal.rebuild()
        assert shown(read_learning(pc.path)) == shown(kept)
    finally:
        pc.close()
