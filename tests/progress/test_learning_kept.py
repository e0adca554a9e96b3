"""A teacher's learning among PCs, years and copies: what stays, what travels, and what is really deleted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rse_lessons.entrance.forgetting import forget_words
from rse_lessons.progress.between.merging import Written, preview, read_file, take_in, write_file
from rse_lessons.progress.database.backup import list_backups, verify
from rse_lessons.progress.database.learning_rows import read_learning
from rse_lessons.progress.database.reading import connect_to_read
from rse_lessons.progress.deleting.retention import (
    clear_year,
    delete_class,
    delete_training,
    find_due,
    finish,
)
from rse_lessons.progress.deleting.scrubbing import scrub
from rse_lessons.progress.facts.clearing import Cleared, is_dead
from rse_lessons.progress.facts.events import TRAINING, TRAINING_MARK, Event, timestamp
from rse_lessons.progress.facts.learning import Learning
from rse_lessons.progress.mending.repair import make_whole
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from rse_lessons.progress.mending.sidelines import read_side
from rse_lessons.progress.upkeep.restoring import restore
from tests.progress.test_learning import AGE, CODE, LINE, NOTE, REFLECTION, SAFE
from tests.progress.test_retention import END, NOW, OLD, Pc

WORDS = (REFLECTION.splitlines()[0], LINE, NOTE)


@pytest.fixture
def pcs(tmp_path: Path) -> Iterator[Callable[[str], Pc]]:
    made: dict[str, Pc] = {}
    yield lambda name: made.setdefault(name, Pc(tmp_path / name))
    for one in made.values():
        one.journal.close()


@pytest.fixture
def pc(pcs: Callable[[str], Pc]) -> Pc:
    return pcs("here")


def study(pc: Pc) -> None:
    """Some of each sort of training, in the year that has ended."""
    pc.record("module-opened", label="", lesson=SAFE)
    pc.record("module-page", label="", lesson=SAFE, page="why", seconds=60)
    pc.record("module-reflected", label="", lesson=SAFE, words=REFLECTION, block="think-back")
    pc.record("module-tried", label="", lesson=SAFE, asked=["q1"], missed=[], passed=True)
    pc.record("rehearsed", label="", lesson="ask-first", seconds=900, moments=["silence/wait"])
    pc.record(
        "evidence-added", label="", words=LINE, entry="e1", what="observed", day="2026-02-27", minutes=50
    )
    pc.record("mentor-noted", label="", words=NOTE, entry="n1")
    pc.record("certified", label="", code=CODE, modules=[SAFE, AGE])


def learnt(pc: Pc) -> Learning:
    return read_learning(pc.records)


def merge_file(pc: Pc, path: Path, *, with_words: bool = False, with_reflections: bool = False) -> Written:
    return write_file(path, pc.records, pc.do, with_words=with_words, with_reflections=with_reflections)


# What stays


def test_it_survives_the_end_of_the_year_and_the_deleting_of_a_class(pc: Pc) -> None:
    study(pc)
    pc.teach("7B")
    pc.record("started", label="", lesson="ask-first", slides=9, slide=4)
    pc.copy_everywhere()
    before = learnt(pc)
    assert clear_year(pc.records, pc.do, END, now=NOW, shared=pc.shared).left == ()
    assert dict(pc.summary.lessons) == {}
    assert learnt(pc) == before
    (backup,) = list_backups(pc.records)
    assert read_learning(backup.path) == before
    pc.teach("8C")
    delete_class(pc.records, pc.do, "8C", now=NOW)
    pc.journal.rebuild()
    assert learnt(pc) == before
    assert before.record(SAFE).reflected == {"think-back": REFLECTION}


def test_training_alone_is_no_year_to_be_cleared(pc: Pc) -> None:
    study(pc)
    assert find_due(pc.records, END) is None
    pc.teach("7B")
    due = find_due(pc.records, END)
    assert due is not None
    assert [one.label for one in due.classes] == ["7B"]


def test_a_clearing_takes_what_it_is_about_and_nothing_else() -> None:
    before = "2026-09-01T00:00:00.000Z"
    every, training = Cleared(before, ""), Cleared(before, TRAINING_MARK)
    for kind in TRAINING:
        event = Event("e", "d", 1, OLD, kind, SAFE)
        assert not is_dead(event, [every])
        assert is_dead(event, [training])
    taught = Event("e", "d", 1, OLD, "slide", "ask-first", "7B")
    assert is_dead(taught, [every])
    assert not is_dead(taught, [training])
    assert not is_dead(Event("e", "d", 1, OLD, "slide", "ask-first"), [training])
    assert not is_dead(Event("e", "d", 1, "2026-09-02T00:00:00.000Z", "certified"), [training])


def test_a_repair_brings_it_back_with_its_words(pc: Pc) -> None:
    study(pc)
    before = learnt(pc)
    pc.copy_everywhere()
    pc.record("mentor-noted", label="", words="The newest, beside the database", entry="n2")
    with closing(connect_to_read(pc.records, 1.0)) as conn:
        SideFile(pc.records).follow(conn)
    pc.journal.close()
    with pc.records.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    make_whole(pc.records, NOW)
    assert learnt(pc).record(SAFE) == before.record(SAFE)
    assert [one.words for one in learnt(pc).notes] == [NOTE, "The newest, beside the database"]
    assert learnt(pc).evidence == before.evidence
    pc.journal = type(pc.journal)(pc.records, now=NOW, seconds=5)


def test_a_restored_day_holds_it_but_not_what_was_deleted_since(pc: Pc) -> None:
    study(pc)
    pc.copy_everywhere()
    pc.record("mentor-note-removed", label="", entry="n1")
    pc.journal.close()
    (backup, *_) = list_backups(pc.records)
    restore(pc.records, backup, NOW)
    assert learnt(pc).record(SAFE).reflected == {"think-back": REFLECTION}
    assert [one.words for one in learnt(pc).notes] == [""]
    pc.journal = type(pc.journal)(pc.records, now=NOW, seconds=5)


# What travels


def test_another_pc_gets_all_but_the_words_through_the_shared_folder(pcs: Callable[[str], Pc]) -> None:
    here, there = pcs("here"), pcs("there")
    study(here)
    there.shared = here.shared
    assert here.share().given == 8
    assert not [path for path in here.shared.rglob("*") if path.is_file() and holds(path, *WORDS)]
    assert there.share().taken == 8
    learning = learnt(there)
    assert learning.record(SAFE).reflected == {"think-back": ""}
    assert learning.record(SAFE).passed == learnt(here).record(SAFE).passed
    assert [(one.minutes, one.words) for one in learning.evidence] == [(50, "")]
    assert [one.words for one in learning.notes] == [""]
    assert learning.rehearsals == learnt(here).rehearsals
    # Taken away there, the words are deleted here.
    there.record("module-unreflected", "2026-03-02T08:00:00.000Z", "", SAFE, block="think-back")
    there.share()
    here.share()
    assert learnt(here).record(SAFE).reflected == {}
    assert {row[3] for row in here.journal.words()} == {LINE, NOTE}


def holds(path: Path, *words: str) -> bool:
    content = path.read_bytes()
    return any(one.encode() in content or json.dumps(one)[1:-1].encode() in content for one in words)


@pytest.mark.parametrize(
    ("with_words", "with_reflections", "count"),
    [(False, False, 0), (True, False, 1), (False, True, 3), (True, True, 4)],
)
def test_a_merge_file_holds_reflections_and_notes_only_when_that_was_ticked(
    pcs: Callable[[str], Pc], tmp_path: Path, with_words: bool, with_reflections: bool, count: int
) -> None:
    here, there, path = pcs("here"), pcs("there"), tmp_path / "mine.rserecords"
    study(here)
    here.teach("7B")
    written = merge_file(here, path, with_words=with_words, with_reflections=with_reflections)
    assert written.words == count
    assert holds(path, *WORDS) is with_reflections
    contents = read_file(path, now=NOW)
    found = preview(contents, there.records)
    assert (found.training, found.words) == (8, count)
    assert [one.label for one in found.classes] == ["7B"]
    take_in(contents, there.do)
    assert learnt(there).record(SAFE).reflected == {"think-back": REFLECTION if with_reflections else ""}
    assert bool(there.summary.rules("7B")) is with_words


def test_a_full_page_of_letters_that_are_no_ascii_fits_into_a_line(pc: Pc, tmp_path: Path) -> None:
    page = "\U0001f4d6" * 4000
    pc.record("module-reflected", label="", lesson=SAFE, words=page, block="b")
    merge_file(pc, tmp_path / "mine.rserecords", with_reflections=True)
    (row,) = read_file(tmp_path / "mine.rserecords", now=NOW).words
    assert row[1:] == ("", OLD, page)
    pc.copy_everywhere()
    assert [row[3] for row in read_side(side_path(pc.records)).words.values()] == [page]


def test_words_of_something_that_was_deleted_here_are_not_taken_in(
    pcs: Callable[[str], Pc], tmp_path: Path
) -> None:
    here, there = pcs("here"), pcs("there")
    study(here)
    merge_file(here, tmp_path / "mine.rserecords", with_reflections=True)
    take_in(read_file(tmp_path / "mine.rserecords", now=NOW), there.do)
    there.record("module-unreflected", "2026-03-03T09:00:00.000Z", "", SAFE, block="think-back")
    take_in(read_file(tmp_path / "mine.rserecords", now=NOW), there.do)
    assert learnt(there).record(SAFE).reflected == {}
    assert {row[3] for row in there.journal.words()} == {LINE, NOTE}


# What is deleted


def test_all_of_it_can_be_deleted_from_every_byte_and_classes_stay(pc: Pc) -> None:
    study(pc)
    pc.teach("7B")
    pc.record("started", label="", lesson="ask-first", slides=9, slide=4)
    pc.copy_everywhere()
    gone = [event.id for event in pc.journal.events() if event.kind in TRAINING]
    assert len(gone) == 8
    assert len(pc.holding(*gone, *WORDS)) >= 6
    done = delete_training(pc.records, pc.do, now=NOW, shared=pc.shared)
    assert (done.events, done.left) == (8, ())
    assert pc.holding(*gone, *WORDS, CODE) == set()
    assert learnt(pc).is_empty
    assert [info.label for info in pc.summary.classes] == ["7B"]
    assert pc.summary.rules("7B")
    assert pc.summary.standing("", "ask-first").slide == 4
    (backup,) = list_backups(pc.records)
    assert verify(backup).checked
    assert read_learning(backup.path).is_empty
    pc.record("module-opened", timestamp(NOW), "", SAFE)
    assert learnt(pc).record(SAFE).opened > timestamp(NOW)
    assert finish(pc.records, pc.do, now=NOW) is None


def test_a_step_of_years_ahead_stays_and_is_said(pc: Pc) -> None:
    study(pc)
    pc.record("module-opened", "2031-01-01T00:00:00.000Z", "", AGE)
    done = delete_training(pc.records, pc.do, now=NOW)
    assert (done.events, done.ahead) == (8, True)
    assert list(learnt(pc).modules) == [AGE]


def test_what_was_deleted_does_not_come_back_and_other_pcs_follow(
    pcs: Callable[[str], Pc], tmp_path: Path
) -> None:
    here, there, path = pcs("here"), pcs("there"), tmp_path / "mine.rserecords"
    study(here)
    merge_file(here, path, with_reflections=True)
    take_in(read_file(path, now=NOW), there.do)
    delete_training(here.records, here.do, now=NOW)
    assert preview(read_file(path, now=NOW), here.records).new == 0
    take_in(read_file(path, now=NOW), here.do)
    assert learnt(here).is_empty
    assert here.journal.words() == []
    assert not learnt(there).is_empty
    merge_file(here, path)
    assert preview(read_file(path, now=NOW), there.records).training_gone == 8
    take_in(read_file(path, now=NOW), there.do)
    assert learnt(there).is_empty
    assert there.journal.words() == []
    there.journal.close()
    scrub(there.records)
    assert there.holding(*WORDS) == set()
    there.journal = type(there.journal)(there.records, now=NOW, seconds=5)


def test_one_reflection_goes_out_of_backups_too(pc: Pc) -> None:
    study(pc)
    pc.copy_everywhere()
    pc.record("module-unreflected", "2026-03-02T09:30:00.000Z", "", SAFE, block="think-back")
    pc.record("evidence-unworded", "2026-03-02T09:30:00.000Z", "", entry="e1")
    scrub(pc.records)
    backup = list_backups(pc.records)[-1]
    assert not holds(backup.path, REFLECTION, LINE)
    assert holds(backup.path, NOTE)


def test_the_way_back_without_a_passcode_deletes_the_words_and_leaves_the_hours(pc: Pc) -> None:
    study(pc)
    pc.copy_everywhere()
    pc.journal.close()
    forget_words(pc.records, lambda: NOW)
    assert {name for name in pc.holding(*WORDS) if not name.endswith(".rsepiece")} == set()
    learning = learnt(pc)
    assert learning.record(SAFE).passed
    assert learning.record(SAFE).reflected == {}
    assert [(one.minutes, one.words, one.unworded) for one in learning.evidence] == [(50, "", True)]
    assert learning.notes == ()
    pc.journal = type(pc.journal)(pc.records, now=NOW, seconds=5)
