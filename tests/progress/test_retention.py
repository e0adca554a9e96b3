"""Deleting a year, or one class: gone from every byte, not brought back, and what is left is named."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from rse_lessons.progress.between.merging import read_file, take_in, write_file
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.between.sharing import Outcome, Visit
from rse_lessons.progress.database.backup import AT_WORK, back_up, list_backups, verify
from rse_lessons.progress.database.disk import GONE, PART, WORK
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import connect_to_read, read_summary
from rse_lessons.progress.deleting.retention import (
    Part,
    clear_year,
    delete_class,
    find_due,
    finish,
    note_path,
)
from rse_lessons.progress.deleting.year_end import YearEnd, latest_end
from rse_lessons.progress.facts.events import Event, mark_of, timestamp
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from tests.on_disk import holding
from tests.progress.beginning import begin

T = TypeVar("T")
NOW = datetime(2026, 9, 12, 8, 0, tzinfo=UTC)
END = latest_end("", "eng", NOW, UTC)
RULE, ANSWER = "We knock before we come in", "The nurse is there on Tuesdays, môr braf"
OLD, NEW = "2026-03-02T09:00:00.000Z", "2026-09-08T09:00:00.000Z"


class Pc:
    """A PC with records, a backup, a side file, older copies and a shared folder."""

    def __init__(self, folder: Path) -> None:
        self.records = folder / "data" / "progress.sqlite"
        self.shared = folder / "stick"
        self.shared.mkdir(parents=True)
        begin(self.records)
        self.journal = Journal(self.records, now=NOW, seconds=5)

    def do(self, work: Callable[[Journal], T], /) -> T:
        return work(self.journal)

    def record(
        self, kind: str, time: str = OLD, label: str = "7B", lesson: str = "", words: str = "", **data: object
    ) -> None:
        number = sum(1 for _ in self.journal.events())
        event = Event(mark_of(f"{self.records}{number}")[:32], "", 0, time, kind, lesson, label, data=data)
        self.journal.append([event], {event.id: words} if words else None)

    def teach(self, label: str, time: str = OLD) -> None:
        self.record("class-added", time, label, band="ks3")
        self.record("started", time, label, "ask-first", slides=9, slide=4)
        self.record("tally", time, label, "ask-first", block="how-sure", counts={"very": 12, "not": None})
        self.record("rule-added", time, label, words=f"{RULE}, {label}", rule=f"rule-{mark_of(label)[:6]}")

    def copy_everywhere(self) -> None:
        """Have what is recorded so far wherever it may be copied to."""
        back_up(self.records, NOW)
        with closing(connect_to_read(self.records, 1.0)) as conn:
            SideFile(self.records).follow(conn, everything=True)
        for name in ("version-3-2026-01-01T000000", "damaged-2026-02-01T000000"):
            with closing(connect_to_read(self.records, 1.0)) as conn:
                conn.execute("vacuum into ?", (str(self.records.with_name(f"progress-{name}.sqlite")),))
        damaged = self.records.with_name("progress-damaged-2026-02-01T000000.sqlite")
        with damaged.open("rb+") as file:
            file.seek(4096)
            file.write(bytes(512))
        assert self.share().trouble is None

    def share(self) -> Outcome:
        return Visit(prepare(self.shared), self.records, self.do, NOW).make()

    def holding(self, *words: str) -> set[str]:
        """Name the files that hold any of these words, in the data folder and on the stick."""
        return holding(self.records.parent.parent, *words)

    @property
    def summary(self) -> Summary:
        return read_summary(self.records).summary


@pytest.fixture
def pcs(tmp_path: Path) -> Iterator[Callable[[str], Pc]]:
    made: dict[str, Pc] = {}

    def pc(name: str) -> Pc:
        return made.setdefault(name, Pc(tmp_path / name))

    yield pc
    for one in made.values():
        one.journal.close()


@pytest.fixture
def pc(pcs: Callable[[str], Pc]) -> Pc:
    return pcs("here")


# A year


def test_a_year_is_gone_from_every_byte_and_the_new_one_stays(pc: Pc) -> None:
    pc.teach("Oak 7B")
    pc.teach("9A")
    pc.record("answer-added", label="9A", words=ANSWER, answer="answer-9a", how="class")
    pc.record("slide", NEW, "9A", "ask-first", slide=6)
    pc.copy_everywhere()
    gone = [event.id for event in pc.journal.events() if event.time == OLD]
    sought = (*gone, "Oak 7B", RULE, "nurse is there", "môr braf")
    assert len(pc.holding(*sought)) >= 6
    done = clear_year(pc.records, pc.do, END, now=NOW, shared=pc.shared)
    assert (done.events, done.left) == (len(gone), ())
    assert done.files >= 4
    assert pc.holding(*sought) == set()
    assert not note_path(pc.records).exists()
    assert [info.label for info in pc.summary.classes] == ["9A"]
    assert pc.summary.standing("9A", "ask-first").slide == 6
    assert pc.summary.rules("9A") == ()


def test_backups_stay_good_and_hold_what_was_not_cleared(pc: Pc) -> None:
    pc.teach("Oak 7B")
    pc.record("slide", NEW, "9A", "ask-first", slide=6)
    pc.copy_everywhere()
    clear_year(pc.records, pc.do, END, now=NOW, shared=pc.shared)
    (backup,) = list_backups(pc.records)
    assert verify(backup).checked
    assert verify(backup).made == backup.made
    kept = read_summary(backup.path).summary
    assert kept.standing("9A", "ask-first").slide == 6
    assert side_path(pc.records).read_bytes().count(b'"9A"') == 1


def test_what_was_cleared_does_not_come_back_from_another_pc(
    pcs: Callable[[str], Pc], tmp_path: Path
) -> None:
    here, there = pcs("here"), pcs("there")
    here.teach("Oak 7B")
    write_file(tmp_path / "year.rserecords", here.records, here.do)
    take_in(read_file(tmp_path / "year.rserecords", now=NOW), there.do)
    clear_year(here.records, here.do, END, now=NOW)
    take_in(read_file(tmp_path / "year.rserecords", now=NOW), here.do)
    assert here.summary.classes == ()
    # The other PC follows with the next merge.
    assert there.summary.classes != ()
    write_file(tmp_path / "after.rserecords", here.records, here.do)
    take_in(read_file(tmp_path / "after.rserecords", now=NOW), there.do)
    assert there.summary.classes == ()
    assert find_due(there.records, END) is None


def test_a_class_that_was_made_for_the_new_year_is_taken_along(pc: Pc) -> None:
    pc.teach("9A")
    pc.record("class-added", "2026-08-25T09:00:00.000Z", "8C", band="ks3")
    pc.record("plan-ordered", "2026-08-25T09:01:00.000Z", "8C", lessons=["ask-first", "who-decides"])
    pc.record("rule-added", "2026-08-25T09:02:00.000Z", "8C", words=RULE, rule="rule-1")
    pc.record("lesson-planned", "2026-08-25T09:03:00.000Z", "8C", "ask-first", day="2026-09-21")
    due = find_due(pc.records, END)
    assert due is not None
    assert {one.label: one.fresh for one in due.classes} == {"9A": False, "8C": True}
    done = clear_year(pc.records, pc.do, END, now=NOW, keep=["8C"])
    assert done.left == ()
    (known,) = pc.summary.classes
    assert (known.label, known.band, known.plan) == ("8C", "ks3", ("ask-first", "who-decides"))
    assert [rule.text for rule in pc.summary.rules("8C")] == [RULE]
    assert pc.summary.standing("8C", "ask-first").planned == "2026-09-21"
    assert find_due(pc.records, END) is None


def test_nothing_is_deleted_when_the_records_cannot_be_written(pc: Pc) -> None:
    pc.teach("9A")

    def refuse(_work: Callable[[Journal], object], /) -> object:
        raise PermissionError("no")

    with pytest.raises(PermissionError):
        clear_year(pc.records, refuse, END, now=NOW)  # type: ignore[arg-type]
    assert [info.label for info in pc.summary.classes] == ["9A"]
    assert finish(pc.records, pc.do, now=NOW) is None


# When it is due


def test_a_year_is_due_once_and_tells_what_it_holds(pc: Pc) -> None:
    assert find_due(pc.records, END) is None
    pc.teach("9A")
    pc.record("slide", NEW, "9A", "ask-first", slide=6)
    pc.record("started", label="", lesson="who-decides", slides=9, slide=0)
    due = find_due(pc.records, END)
    assert due is not None
    assert [(one.label, one.lessons, one.goes_on, one.fresh) for one in due.classes] == [
        ("", 1, False, False),
        ("9A", 1, True, False),
    ]
    clear_year(pc.records, pc.do, END, now=NOW)
    assert find_due(pc.records, END) is None


def test_what_happened_in_the_new_year_alone_is_not_due(pc: Pc) -> None:
    pc.teach("9A", NEW)
    assert find_due(pc.records, END) is None


def test_classes_made_for_the_new_year_alone_are_no_reason_to_ask(pc: Pc) -> None:
    pc.record("class-added", "2026-08-25T09:00:00.000Z", "8C", band="ks3")
    assert find_due(pc.records, END) is None


def test_records_that_are_not_there_are_not_due(tmp_path: Path) -> None:
    assert find_due(tmp_path / "progress.sqlite", END) is None
    assert not (tmp_path / "progress.sqlite").exists()


# One class


@pytest.mark.parametrize("label", ["7B", "Oak 7B", "Ddraig Gôch"])
def test_a_class_is_gone_from_every_byte_and_the_others_stay(pc: Pc, label: str) -> None:
    pc.teach(label)
    pc.teach("9A")
    pc.record("slide", NEW, label, "ask-first", slide=6)
    # A clock that runs fast.
    pc.record("slide", timestamp(NOW + timedelta(hours=9)), label, "ask-first", slide=7)
    pc.copy_everywhere()
    gone = [event.id for event in pc.journal.events() if event.class_label == label]
    done = delete_class(pc.records, pc.do, label, now=NOW, shared=pc.shared)
    assert (done.events, done.left) == (len(gone), ())
    assert pc.holding(*gone, f"{RULE}, {label}", f'"{label}"', f"{label}{{", f"{label}ask-first") == set()
    assert [info.label for info in pc.summary.classes] == ["9A"]
    assert [rule.text for rule in pc.summary.rules("9A")] == [f"{RULE}, 9A"]
    (backup,) = list_backups(pc.records)
    assert verify(backup).checked
    assert [info.label for info in read_summary(backup.path).summary.classes] == ["9A"]


def test_a_step_of_years_ahead_stays_and_is_said(pc: Pc, tmp_path: Path) -> None:
    """A clearing that reached so far would be refused by every other PC, and all that comes with it."""
    pc.teach("7B")
    pc.record("slide", "2031-01-01T00:00:00.000Z", "7B", "ask-first", slide=7)
    done = delete_class(pc.records, pc.do, "7B", now=NOW)
    assert (done.events, done.ahead) == (4, True)
    write_file(tmp_path / "after.rserecords", pc.records, pc.do)
    assert read_file(tmp_path / "after.rserecords", now=NOW).events


def test_a_deleted_class_may_be_made_again(pc: Pc) -> None:
    pc.teach("7B")
    delete_class(pc.records, pc.do, "7B", now=NOW)
    pc.record("class-added", timestamp(NOW), "7B", band="ks3")
    assert [info.label for info in pc.summary.classes] == ["7B"]
    assert pc.summary.standing("7B", "ask-first").status == ""


# What is left, and tried again


def test_a_stick_that_is_not_plugged_in_is_named_and_tried_again(pc: Pc) -> None:
    pc.teach("Oak 7B")
    pc.copy_everywhere()
    drawer = pc.shared.with_name("in the drawer")
    pc.shared.rename(drawer)
    done = clear_year(pc.records, pc.do, END, now=NOW, shared=pc.shared)
    assert [left.part for left in done.left] == [Part.SHARED]
    assert str(pc.shared) in done.left[0].sentence
    again = finish(pc.records, pc.do, now=NOW, shared=pc.shared)
    assert again is not None
    assert again.left == done.left
    drawer.rename(pc.shared)
    assert "Oak 7B" not in note_path(pc.records).read_text(encoding="utf-8")
    assert pc.holding("Oak 7B") != set()
    last = finish(pc.records, pc.do, now=NOW, shared=pc.shared)
    assert last is not None
    assert last.left == ()
    assert pc.holding("Oak 7B") == set()
    assert finish(pc.records, pc.do, now=NOW, shared=pc.shared) is None


def test_a_backup_that_cannot_be_changed_is_named_and_tried_again(pc: Pc) -> None:
    pc.teach("Oak 7B")
    back_up(pc.records, NOW)
    (backup,) = list_backups(pc.records)
    in_the_way = backup.path.with_name(backup.path.name + WORK)
    (in_the_way / "something").mkdir(parents=True)
    done = clear_year(pc.records, pc.do, END, now=NOW)
    assert [(left.part, left.path) for left in done.left] == [(Part.BACKUP, backup.path)]
    assert backup.path.name in done.left[0].sentence
    shutil.rmtree(in_the_way)
    again = finish(pc.records, pc.do, now=NOW)
    assert again is not None
    assert again.left == ()
    assert pc.holding("Oak 7B") == set()


def test_a_file_in_which_something_is_left_is_named(pc: Pc) -> None:
    pc.teach("Oak 7B")
    (pc.records.parent / "notes.txt").write_text("Oak 7B is lively", encoding="utf-8")
    (pc.records.parent / "lessons").mkdir()
    (pc.records.parent / "lessons" / "own.md").write_text("# For Oak 7B", encoding="utf-8")
    done = clear_year(pc.records, pc.do, END, now=NOW)
    assert [(left.part, left.path.name) for left in done.left] == [(Part.TRACE, "notes.txt")]


def test_a_damaged_file_in_which_nothing_can_be_read_goes_when_a_trace_is_in_it(pc: Pc) -> None:
    pc.teach("Oak 7B")
    aside = pc.records.with_name("progress-damaged-2026-02-01T000000.sqlite")
    aside.write_bytes(bytes(9000) + next(pc.journal.events()).id.encode() + bytes(9000))
    other = pc.records.with_name("progress-damaged-2026-02-02T000000.sqlite")
    other.write_bytes(bytes(9000))
    assert clear_year(pc.records, pc.do, END, now=NOW).left == ()
    assert (aside.exists(), other.exists()) == (False, True)


def test_what_fails_after_the_deletion_was_stored_goes_on(pc: Pc) -> None:
    pc.teach("Oak 7B")
    pc.copy_everywhere()

    def fail_once(work: Callable[[Journal], T], /) -> T:
        known = len(pc.journal.cleared())
        found = work(pc.journal)
        if len(pc.journal.cleared()) > known:
            raise OSError("the disk went away")
        return found

    done = clear_year(pc.records, fail_once, END, now=NOW, shared=pc.shared)
    assert (done.events, done.left) == (4, ())
    assert pc.holding("Oak 7B") == set()


@pytest.mark.parametrize("earlier", [0, 1])
def test_what_was_cut_off_is_finished_at_the_next_start(pc: Pc, earlier: int) -> None:
    if earlier:
        pc.teach("9A")
        delete_class(pc.records, pc.do, "9A", now=datetime(2026, 4, 1, tzinfo=UTC))
    pc.teach("Oak 7B")
    pc.copy_everywhere()

    class Killed(BaseException):
        """The program ends here."""

    def end_after_the_deletion(work: Callable[[Journal], T], /) -> T:
        known = len(pc.journal.cleared())
        found = work(pc.journal)
        if len(pc.journal.cleared()) > known:
            raise Killed
        return found

    with pytest.raises(Killed):
        clear_year(pc.records, end_after_the_deletion, END, now=NOW, shared=pc.shared)
    assert pc.holding("Oak 7B") != set()
    again = finish(pc.records, pc.do, now=NOW, shared=pc.shared)
    assert again is not None
    assert again.left == ()
    assert pc.holding("Oak 7B") == set()
    # And one that ended before it: nothing was deleted, and nothing is to be done.
    note_path(pc.records).write_text(f'{{"known": {earlier + 1}}}', encoding="utf-8")
    assert finish(pc.records, pc.do, now=NOW) is None


def test_a_note_without_a_clearing_is_nothing_to_do(pc: Pc) -> None:
    pc.teach("9A")
    note_path(pc.records).write_bytes(b"{}")
    assert finish(pc.records, pc.do, now=NOW) is None
    assert not note_path(pc.records).exists()
    assert [info.label for info in pc.summary.classes] == ["9A"]


def test_the_end_is_a_moment_of_the_year() -> None:
    assert YearEnd(END.day, "2026-08-31T23:59:59.999Z") == END


def test_a_backup_that_is_just_being_swapped_is_waited_for(pc: Pc) -> None:
    pc.teach("7B")
    path = back_up(pc.records, NOW).path
    part, gone = path.with_name(path.name + PART), path.with_name(path.name + GONE)
    told: list[object] = []

    def clear() -> None:
        with closing(Journal(pc.records, now=NOW, seconds=5)) as journal:
            told.append(clear_year(pc.records, lambda work: work(journal), end=END, now=NOW))

    clearing = threading.Thread(target=clear)
    with AT_WORK:
        shutil.copyfile(path, part)
        path.rename(gone)
        clearing.start()
        clearing.join(0.3)
        assert part.exists(), "somebody is writing it"
        assert gone.exists()
        part.rename(path)
        gone.unlink()
    clearing.join(30)
    assert [outcome.left for outcome in told] == [()]  # type: ignore[attr-defined]
    assert [one.checked for one in list_backups(pc.records)] == [True]
