"""Merging as a set union: any number of PCs, any order, twice, with copies and older backups among them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from rse_lessons.progress.between.merging import (
    OfClass,
    Preview,
    TooMuchError,
    preview,
    read_file,
    take_in,
    write_file,
)
from rse_lessons.progress.between.oddities import NotTakenError, Oddity
from rse_lessons.progress.between.sharing import GRACE, StoppedError
from rse_lessons.progress.facts.clearing import is_dead
from rse_lessons.progress.facts.events import OF_A_CLASS, Event
from rse_lessons.progress.recording.store import Store
from tests.progress.pcs import Clock, Pc, shown

Maker = Callable[[str], Pc]
LABELS, LESSONS = ("7B", "8C", "Hazel"), ("ask-first", "kind-words")


@pytest.fixture
def pc(tmp_path: Path) -> Maker:
    clock = Clock()
    return lambda name: Pc(tmp_path / name, clock)


def test_a_merge_file_brings_everything_that_is_known(pc: Maker, tmp_path: Path) -> None:
    a, b, c = pc("a"), pc("b"), pc("c")
    a.record("class-added", band="ks3")
    a.teach(upto=5)
    b.take(a.merge_file(tmp_path / "one.rserecords"))
    b.teach("kind-words")
    assert c.take(b.merge_file(tmp_path / "two.rserecords")) == 11
    assert c.events == b.events
    assert shown(c.summary) == shown(b.summary)
    assert [info.label for info in c.summary.classes] == ["7B"]


def test_taking_the_same_file_in_again_changes_nothing(pc: Maker, tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    file = a.merge_file(tmp_path / "one.rserecords")
    assert (b.take(file), b.take(file), a.take(file)) == (4, 0, 0)
    assert a.events == b.events


def test_words_come_along_only_when_they_are_wanted(pc: Maker, tmp_path: Path) -> None:
    a, b, c = pc("a"), pc("b"), pc("c")
    a.record("rule-added", words="We take turns to speak.", rule="r1")
    plain, whole = tmp_path / "plain.rserecords", tmp_path / "whole.rserecords"
    assert b"turns" not in a.merge_file(plain).read_bytes()
    assert b"turns" in a.merge_file(whole, with_words=True).read_bytes()
    b.take(plain)
    assert b.summary.rules("7B") == ()
    for one in (b, c):
        one.take(whole)
        assert [rule.text for rule in one.summary.rules("7B")] == ["We take turns to speak."]


def test_words_of_a_rule_that_was_removed_here_do_not_come_back(pc: Maker, tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    a.record("rule-added", words="We take turns to speak.", rule="r1")
    file = a.merge_file(tmp_path / "one.rserecords", with_words=True)
    b.take(file)
    b.record("rule-removed", rule="r1")
    b.take(file)
    assert b.summary.rules("7B") == ()
    assert b.journal.words() == []


def test_a_cleared_class_does_not_come_back_by_a_file(pc: Maker, tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    a.record("class-added", band="ks3")
    a.teach()
    old = a.merge_file(tmp_path / "old.rserecords")
    b.take(old)
    b.clear("7B")
    assert b.take(old) == 0
    assert b.summary.lessons == {}
    a.take(b.merge_file(tmp_path / "new.rserecords"))
    assert (a.summary.lessons, a.summary.classes) == ({}, ())
    assert b"7B" not in b.merge_file(tmp_path / "new.rserecords").read_bytes()


def test_taking_in_can_be_stopped_between_its_parts(
    pc: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rse_lessons.progress.between.merging.AT_ONCE", 3)
    a, b = pc("a"), pc("b")
    a.teach(upto=9)
    contents = read_file(a.merge_file(tmp_path / "one.rserecords"), now=a.clock())
    answers = iter([False, False, True])
    ticks: list[tuple[int, int]] = []
    with pytest.raises(StoppedError):
        take_in(contents, b.do, stopped=lambda: next(answers), tick=lambda *told: ticks.append(told))
    assert len(b.events) == 6
    assert ticks == [(0, 10), (3, 10)]
    assert take_in(contents, b.do) == 4
    assert a.events == b.events


def test_a_file_can_be_written_and_taken_in_through_the_store(tmp_path: Path) -> None:
    clock, told = Clock(), list[str]()
    one, two = (
        Store(tmp_path / name / "progress.sqlite", now=clock, tell=told.append) for name in ("one", "two")
    )

    def through(store: Store) -> Any:
        def do(work: Callable[[Any], Any], /) -> Any:
            job = store.do(work)
            assert job.wait(20)
            return job.result()

        return do

    one.record("started", lesson="ask-first", class_label="7B", data={"slides": 12, "slide": 0})
    one.record("slide", lesson="ask-first", class_label="7B", data={"slide": 4})
    path = tmp_path / "file.rserecords"
    written = write_file(path, tmp_path / "one" / "progress.sqlite", through(one))
    assert (written.events, written.words) == (2, 0)
    assert take_in(read_file(path, now=clock()), through(two)) == 2
    assert two.snapshot().standing("7B", "ask-first").slide == 4
    assert one.close()
    assert two.close()
    assert told == []


def test_more_than_a_file_can_hold_is_not_written(
    pc: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = pc("a")
    a.teach()
    monkeypatch.setattr("rse_lessons.progress.between.merging.MOST_IN_A_FILE", 3)
    with pytest.raises(TooMuchError):
        a.merge_file(tmp_path / "one.rserecords")
    assert not (tmp_path / "one.rserecords").exists()


def test_a_file_of_another_kind_is_said_to_be_one(tmp_path: Path, pc: Maker) -> None:
    other = tmp_path / "letter.docx"
    other.write_bytes(b"PK\3\4 a letter")
    named_as_ours = tmp_path / "letter.rserecords"
    named_as_ours.write_bytes(other.read_bytes())
    for path, oddity in ((other, Oddity.FOREIGN), (named_as_ours, Oddity.CHANGED)):
        with pytest.raises(NotTakenError) as caught:
            read_file(path, now=pc("a").clock())
        assert caught.value.oddity is oddity


# What it would change


def seen(a: Pc, b: Pc, tmp_path: Path) -> Preview:
    """Look at what a's records would change at b, and hold it against what then happens."""
    contents = read_file(a.merge_file(tmp_path / "looked-at.rserecords"), now=a.clock())
    looked = preview(contents, b.path)
    before = b.events
    told = b.summary
    assert take_in(contents, b.do) == looked.new
    after = b.summary
    new = {info.label for info in after.classes} - {info.label for info in told.classes}
    gone = {info.label for info in told.classes} - {info.label for info in after.classes}
    assert {one.label for one in looked.classes if one.new} == new
    assert {one.label for one in looked.classes if one.gone} == gone
    assert bool(looked.classes) <= (b.events != before)
    return looked


def test_a_preview_says_which_lessons_are_new_and_which_change(pc: Maker, tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    for one in (a, b):
        one.record("class-added", band="ks3")
        one.teach("both")
    a.teach("only-here", upto=2)
    a.record("class-added", "9D", band="ks3")
    a.teach("third", "9D")
    a.teach("both", upto=7)
    assert seen(a, b, tmp_path).classes == (
        OfClass("7B", lessons_new=1, lessons_changed=1),
        OfClass("9D", new=True, lessons_new=1),
    )
    assert seen(a, b, tmp_path) == Preview(len(a.events), 0)


def test_a_preview_says_what_was_cleared_elsewhere(pc: Maker, tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    a.record("class-added", band="ks3")
    a.teach("one")
    a.teach("two")
    b.take(a.merge_file(tmp_path / "one.rserecords"))
    a.clear("7B")
    assert seen(a, b, tmp_path).classes == (OfClass("7B", gone=True, lessons_gone=2),)


def test_a_preview_writes_nothing(pc: Maker, tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    contents = read_file(a.merge_file(tmp_path / "one.rserecords"), now=a.clock())
    assert preview(contents, tmp_path / "none" / "progress.sqlite").new == 4
    assert not (tmp_path / "none").exists()
    preview(contents, b.path)
    assert b.events == frozenset()


# The union


def histories(draw: Callable[[Any], Any], pcs: Sequence[Pc]) -> None:
    """Let each PC record something of its own."""
    for one in pcs:
        for _ in range(draw(st.integers(0, 4))):
            act(
                one,
                draw(st.sampled_from(ACTS)),
                draw(st.sampled_from(LABELS)),
                draw(st.sampled_from(LESSONS)),
            )


ACTS = ("start", "slide", "slide", "finish", "restart", "add", "remove", "rule", "tally", "skip", "clear")


def act(one: Pc, what: str, label: str, lesson: str) -> None:
    number = one.clock().second
    match what:
        case "start":
            one.record("started", label, lesson, slides=60, slide=0)
        case "slide":
            one.record("slide", label, lesson, slide=number)
        case "finish":
            one.record("finished", label, lesson)
        case "restart":
            one.record("restarted", label, lesson)
        case "add":
            one.record("class-added", label, band="ks3")
        case "remove":
            one.record("class-removed", label)
        case "rule":
            one.record("rule-added", label, words="We listen.", rule=f"rule-{number}")
        case "tally":
            one.record("tally", label, lesson, block="b", counts={"yes": 5 + number, "no": None})
        case "skip":
            one.record("lesson-skipped", label, lesson, reason="no-time")
        case "clear":
            one.clear(label)


def came(one: Pc) -> frozenset[tuple[str, int, str, str, str, str]]:
    """Give the events that came from elsewhere.

    A PC itself only tells again of a class that was cleared elsewhere and has been taught since.
    """
    return frozenset(event for event in one.events if event[0] != one.journal.device)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_order_and_any_pairing_end_the_same(data: st.DataObject) -> None:
    """Commutative, associative, idempotent: three files in each order, alone and through one another."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pcs = [Pc(folder / f"pc-{number}", clock) for number in range(3)]
        histories(data.draw, pcs)
        a, b, c = (one.merge_file(folder / f"{number}.rserecords") for number, one in enumerate(pcs))
        # In each order, the first one twice; and (b + c) + a by way of a file of its own.
        ends = []
        for number, order in enumerate(permutations((a, b, c))):
            ends.append(Pc(folder / f"end-{number}", clock))
            for file in (*order, order[0]):
                ends[-1].take(file)
        between, last = Pc(folder / "between", clock), Pc(folder / "last", clock)
        between.take(b)
        between.take(c)
        last.take(between.merge_file(folder / "both.rserecords"))
        last.take(a)
        ends.append(last)
        own = {one.journal.device for one in (between, *ends)}
        union = [frozenset(event for event in came(one) if event[0] not in own) for one in ends]
        assert all(events == union[0] for events in union)
        # What PCs told again reaches the others like anything else; then all show the same.
        for _ in range(2):
            for number, one in enumerate(ends):
                file = one.merge_file(folder / f"round-{number}.rserecords")
                for other in ends:
                    other.take(file)
        assert len({one.events for one in ends}) == 1
        assert all(shown(one.summary) == shown(ends[0].summary) for one in ends)
        for one in (*pcs, between, *ends):
            one.close()


class FiveDevices(RuleBasedStateMachine):
    """Up to five PCs that teach, clear, share, carry files, are copied and put back, in any order."""

    pcs = Bundle("pcs")
    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="five-"))
        self.clock = Clock()
        self.made: list[Pc] = []
        self.recorded: dict[str, Event] = {}
        self.number = 0
        self.stick = self.folder / "stick"
        self.stick.mkdir()

    def teardown(self) -> None:
        self.everybody_shares()
        for one in self.made:
            one.close()
        shutil.rmtree(self.folder)

    def new(self) -> Pc:
        one = Pc(self.folder / f"pc-{len(self.made)}", self.clock)
        self.made.append(one)
        return one

    def name(self) -> Path:
        self.number += 1
        return self.folder / f"file-{self.number}"

    @initialize(target=pcs)
    def two_pcs(self) -> Any:
        return multiple(self.new(), self.new())

    @precondition(lambda self: len(self.made) < 5)
    @rule(target=pcs)
    def another_pc(self) -> Pc:
        return self.new()

    @rule(one=pcs, what=st.sampled_from(ACTS), label=st.sampled_from(LABELS), lesson=st.sampled_from(LESSONS))
    def teach(self, one: Pc, what: str, label: str, lesson: str) -> None:
        act(one, what, label, lesson)
        self.remember(one)

    def remember(self, one: Pc) -> None:
        """Keep what was recorded, so that nothing may be missing in the end."""
        for event in one.journal.events(one.journal.device):
            self.recorded.setdefault(event.id, event)

    @rule(one=pcs)
    def share(self, one: Pc) -> None:
        assert one.share(self.stick).trouble is None

    @rule(one=pcs)
    def share_after_a_new_start(self, one: Pc) -> None:
        assert one.share(self.stick, afresh=True).trouble is None

    @rule(target=files, one=pcs, with_words=st.booleans())
    def write(self, one: Pc, with_words: bool) -> Path:
        return one.merge_file(self.name(), with_words=with_words)

    @rule(one=pcs, file=files)
    def take(self, one: Pc, file: Path) -> None:
        one.take(file)

    @precondition(lambda self: len(self.made) < 5)
    @rule(target=pcs, one=pcs)
    def copy(self, one: Pc) -> Pc:
        """Copy the records to another folder, as to a new PC."""
        folder = self.folder / f"pc-{len(self.made)}"
        folder.mkdir()
        one.snapshot(folder / "progress.sqlite")
        copied = Pc(folder, self.clock)
        assert copied.journal.device != one.journal.device
        self.made.append(copied)
        return copied

    @rule(one=pcs, label=st.sampled_from(LABELS), lesson=st.sampled_from(LESSONS), marked=st.booleans())
    def put_back(self, one: Pc, label: str, lesson: str, marked: bool) -> None:
        """Put an older copy back, after events that left this PC; without its mark, as on a new disk."""
        backup = one.snapshot(self.name())
        act(one, "slide", label, lesson)
        self.remember(one)
        one.share(self.stick)
        if not marked:
            (one.folder / "marks.json").unlink(missing_ok=True)
        one.put_back(backup)

    @invariant()
    def what_is_shown_is_what_the_events_add_up_to(self) -> None:
        for one in self.made[-1:]:
            before = shown(one.summary)
            one.journal.rebuild()
            assert shown(one.summary) == before

    def everybody_shares(self) -> None:
        """Share until nobody has anything new: then all know the same, and nothing is missing."""
        for one in self.made:
            self.remember(one)
        # Under an id that no PC counts under any more, what was cleared is taken out after some time.
        self.clock.moment += GRACE
        for _ in range(4):
            outcomes = [one.share(self.stick, afresh=True) for one in self.made]
        assert all((told.taken, told.given, told.trouble) == (0, 0, None) for told in outcomes)
        known = [one.events for one in self.made]
        assert all(events == known[0] for events in known)
        assert len({repr(shown(one.summary)) for one in self.made}) <= 1
        self.nothing_is_lost()

    def nothing_is_lost(self) -> None:
        if not self.made:
            return
        cleared = self.made[0].journal.cleared()
        ids = {event_id for _, _, event_id, *_ in self.made[0].events}
        alive = {key for key, event in self.recorded.items() if not is_dead(event, cleared)}
        assert alive <= ids
        dead = {key for key, event in self.recorded.items() if is_dead(event, cleared)}
        assert not dead & ids
        for path in self.stick.rglob("*.rsepiece"):
            assert not any(key.encode() in path.read_bytes() for key in dead)


FiveDevices.TestCase.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestFiveDevices = FiveDevices.TestCase


def test_the_kinds_that_the_machine_plays_are_of_classes_and_of_lessons() -> None:
    assert {"class-added", "class-removed", "rule-added"} <= OF_A_CLASS
