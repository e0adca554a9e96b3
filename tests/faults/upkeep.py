"""The jobs of the files beside the database: backups, the repair, a shared folder, merge files.

Each is a `Work` like those of `jobs`. What they promise beside events is a line with a word of its own, which
`also` looks for at the next start.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from rse_lessons.progress.between import merging
from rse_lessons.progress.between.oddities import NotTakenError
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.between.sharing import Do, Outcome, Visit
from rse_lessons.progress.between.troubles import SENTENCES
from rse_lessons.progress.database.backup import Why, back_up, list_backups, verify
from rse_lessons.progress.database.faults import RecordsError
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_events
from rse_lessons.progress.deleting import cleaning, retention
from rse_lessons.progress.deleting.scrubbing import scrub
from rse_lessons.progress.deleting.year_end import YearEnd
from rse_lessons.progress.facts.events import timestamp
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.care import look_after
from rse_lessons.progress.upkeep.restoring import restore
from tests.faults.jobs import RECORDING, Hand, Promises, Work, clear, leaves, record, records, seeded, steps

T = TypeVar("T")

STICK, OURS, THEIRS = "stick", "ours.rserecords", "theirs.rserecords"
MANY_DAYS = 16
"""Days of use before the job begins."""


# Backups


def with_backups(folder: Path, dice: random.Random) -> list[str]:
    """Make records with a backup of each of many days, so that the next one thins them."""
    said = seeded(folder, dice, 60)
    for day in range(MANY_DAYS, 0, -1):
        back_up(records(folder), datetime.now(UTC) - timedelta(days=day))
    return said


def care(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Look after the records of today and of tomorrow, as the app does in the background, while recording."""
    doing = steps(dice)
    path = records(folder)
    with hand.open(folder) as store:
        for days in (0, 1):
            receipts = [store.record(**next(doing)) for _ in range(3)]
            hand.say_acknowledged(store, receipts)
            more = [store.record(**next(doing)) for _ in range(2)]
            now = datetime.now(UTC) + timedelta(days=days)
            if hand.try_to(partial(_look_after, path, now)):
                hand.say(f"backup {list_backups(path)[0].path.name}")
            hand.say_acknowledged(store, more)


def _look_after(path: Path, now: datetime) -> bool:
    look_after(path, now)
    return True


def backups_are_good(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look for every backup that was said to be made, and that those which are listed as good are good."""
    listed = list_backups(records(folder))
    promised = {line.split()[1] for line in said if line.startswith("backup ")}
    good = {backup.path.name for backup in listed if verify(backup).checked}
    if lacking := promised - good:
        yield f"backups are not there: {sorted(lacking)}"
    if wrong := {backup.path.name for backup in listed if backup.checked} - good:
        yield f"backups are not good and listed as if they were: {sorted(wrong)}"
    if len(good) < 12:
        yield f"only {len(good)} backups are left"


def cleared_with_backups(folder: Path, dice: random.Random) -> list[str]:
    """Make records with backups, and clear all classes; what is gone is still in the backups."""
    said = with_backups(folder, dice)
    clear(folder, dice, Hand(said.append))
    return said


def clean(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Take what was cleared out of every copy."""
    with hand.open(folder) as store:
        done = hand.try_to(lambda: scrub(records(folder)))
        if done and not done.left:
            hand.say("clean")
        hand.try_to(partial(_look_after, records(folder), datetime.now(UTC)))
        hand.say_acknowledged(store, [store.record(**next(steps(dice)))])


def copies_are_clean(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look whether what was cleared is in no copy, once that was said, or else after another round."""
    gone = Promises.of(said).gone
    if "clean" in said:
        yield from _left(folder, gone)
    look_after(records(folder), datetime.now(UTC))
    yield from _left(folder, gone)
    yield from backups_are_good(folder, said)


def _left(folder: Path, gone: set[str]) -> Iterator[str]:
    """Look through every byte on this PC; the shared folder is looked at by itself."""
    wanted = [key.encode() for key in gone]
    for path in sorted(folder.rglob("*")):
        if path.is_file() and STICK not in path.parts:
            content = path.read_bytes()
            if left := sum(key in content for key in wanted):
                yield f"{left} events that were cleared are in {path.name}"


# Going back to a day


def with_a_day(folder: Path, dice: random.Random) -> list[str]:
    """Make records with one backup, and go on."""
    said = seeded(folder, dice, 40)
    back_up(records(folder), datetime.now(UTC) - timedelta(days=1))
    record(folder, dice, Hand(said.append), most=20)
    return said


def go_back(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Go back to the day of the backup while something is recorded, which comes on top."""
    doing = steps(dice)
    path = records(folder)
    with hand.open(folder) as store:
        hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(2)])
        day = hand.try_to(lambda: list_backups(path)[-1])
        if day is None:
            return
        known = hand.try_to(lambda: {event.id for event in read_events(day.path)})
        before = all_ids(store, hand)
        if known and before:
            hand.say(f"leaving {' '.join(key for key in before.split() if key not in known)}")
            job = store.apart(lambda: restore(path, day, datetime.now(UTC)))
            if hand.done(store, job):
                hand.say(f"kept {before}")
        hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(2)])


def days_are_kept(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look whether the records as they were each time before going back are kept as a backup."""
    kept = [
        {event.id for event in read_events(backup.path)}
        for backup in list_backups(records(folder))
        if backup.why is Why.RESTORE and verify(backup).checked
    ]
    for line in said:
        word, *promised = line.split()
        if word == "kept" and not any(ids.issuperset(promised) for ids in kept):
            yield "the records as they were before going back are in no backup"


# The repair


def damaged(folder: Path, dice: random.Random) -> list[str]:
    """Make records with a backup and a side file, and then overwrite pages of the database."""
    said = seeded(folder, dice, 60)
    back_up(records(folder), datetime.now(UTC) - timedelta(days=1))
    record(folder, dice, Hand(said.append), most=20)
    path = records(folder)
    content = bytearray(path.read_bytes())
    for page in dice.sample(range(1, len(content) // 4096), 3):
        content[page * 4096 : (page + 1) * 4096] = dice.randbytes(4096)
    path.write_bytes(content)
    return said


def mend(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Begin with what is damaged, and record."""
    record(folder, dice, hand, most=6)


# A shared folder, and merge files


def doing_on(store: Store, hand: Hand) -> Do:
    """Give what has work done on the writer's thread, as a visit wants it."""

    def do(work: Callable[[Journal], T], /) -> T:
        job = store.do(work)
        if not hand.done(store, job):
            raise RecordsError("the disk does not answer")
        return job.result()

    return do


def all_ids(store: Store, hand: Hand) -> str:
    """Give the ids of all events that are stored; empty when the disk does not answer."""
    return (
        hand.try_to(lambda: doing_on(store, hand)(lambda journal: " ".join(e.id for e in journal.events())))
        or ""
    )


def visit_once(folder: Path, stick: Path, store: Store, hand: Hand) -> Outcome:
    """Visit the folder once."""
    return Visit(prepare(stick), records(folder), doing_on(store, hand), datetime.now(UTC)).make()


def quietly() -> Hand:
    """Give a hand that promises nothing."""
    return Hand(lambda _line: None)


def with_stick(folder: Path, dice: random.Random) -> list[str]:
    """Make records, and a folder to which another PC has given its own, and a merge file of a third."""
    said = seeded(folder, dice, 60)
    (folder / STICK).mkdir()
    with tempfile.TemporaryDirectory() as other, quietly().open(Path(other)) as store:
        seeded(Path(other), dice, 50)
        visit_once(Path(other), folder / STICK, store, quietly())
    with tempfile.TemporaryDirectory() as other, quietly().open(Path(other)) as store:
        seeded(Path(other), dice, 50)
        merging.write_file(folder / THEIRS, records(Path(other)), doing_on(store, quietly()), with_words=True)
    return said


def visit(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Take in what lies in the folder and give what is new, twice, with something recorded in between."""
    doing = steps(dice)
    with hand.open(folder) as store:
        for _ in range(2):
            hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(3)])
            outcome = hand.try_to(lambda: visit_once(folder, folder / STICK, store, hand))
            ids = all_ids(store, hand)
            if outcome and outcome.trouble is None and not outcome.findings and ids:
                hand.say(f"event {ids}")
                hand.say(f"given {ids}")
            elif outcome:
                _say_outcome(outcome, hand)


def _say_outcome(outcome: Outcome, hand: Hand) -> None:
    for finding in outcome.findings:
        hand.tell(finding.sentence)
    if outcome.trouble:
        hand.tell(SENTENCES[outcome.trouble])


def others_read_it(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look, as a third PC, whether all that was given can be read, and whether anything odd lies there."""
    promised = {key for line in said if line.startswith("given ") for key in line.split()[1:]}
    with tempfile.TemporaryDirectory() as third:
        with quietly().open(Path(third)) as store:
            outcome = visit_once(Path(third), folder / STICK, store, quietly())
        there = {event.id for event in read_events(records(Path(third)))}
    if lacking := promised - there:
        yield f"{len(lacking)} of {len(promised)} events that were given cannot be read by others"
    yield from (f"something odd lies in the folder: {finding.sentence}" for finding in outcome.findings)


def merge_files(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Take in the file of another PC while something is recorded, and then write one."""
    doing = steps(dice)
    with hand.open(folder) as store:
        do = doing_on(store, hand)
        receipts = [store.record(**next(doing)) for _ in range(3)]
        contents = hand.try_to(lambda: merging.read_file(folder / THEIRS, now=datetime.now(UTC)))
        if contents:
            ids = " ".join(event.id for event in contents.events)
            hand.say(f"coming {ids}")
            if hand.try_to(lambda: merging.take_in(contents, do)) is not None:
                hand.say(f"event {ids}")
        hand.say_acknowledged(store, receipts)
        ids = all_ids(store, hand)
        if hand.try_to(lambda: merging.write_file(folder / OURS, records(folder), do, with_words=True)):
            hand.say(f"written {ids}")


def the_file_is_whole(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look whether the merge file that was written can be read, and holds what it was said to hold."""
    promised = {key for line in said if line.startswith("written ") for key in line.split()[1:]}
    path = folder / OURS
    if not path.exists():
        if promised:
            yield "the merge file that was written is not there"
        return
    try:
        there = {event.id for event in merging.read_file(path, now=datetime.now(UTC)).events}
    except NotTakenError as error:
        yield f"the merge file cannot be read: {error!r}"
        return
    if lacking := promised - there:
        yield f"{len(lacking)} of {len(promised)} events that were written are not in the merge file"


# The end of a year


def with_a_year(folder: Path, dice: random.Random) -> list[str]:
    """Make records with backups, and a shared folder to which they were given."""
    said = with_stick(folder, dice)
    for days in (3, 2, 1):
        back_up(records(folder), datetime.now(UTC) - timedelta(days=days))
    with quietly().open(folder) as store:
        visit_once(folder, folder / STICK, store, quietly())
        said.append(f"event {all_ids(store, quietly())}")
    return said


def end_a_year(folder: Path, dice: random.Random, hand: Hand) -> None:
    """Clear the year that has ended, everywhere, while something is recorded."""
    doing = steps(dice)
    with hand.open(folder) as store:
        hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(3)])
        now = datetime.now(UTC)
        end = YearEnd(now.date(), timestamp(now))
        known = store.do(lambda journal: list(journal.events()))
        if not hand.done(store, known):
            return
        ids = " ".join(event.id for event in known.result() if leaves(event, None, end.before))
        hand.say(f"leaving {ids}")
        outcome = hand.try_to(lambda: _clear_year(folder, doing_on(store, hand), end))
        if outcome:
            hand.say(f"gone {ids}")
            if not outcome.left:
                hand.say("clean")
        time.sleep(0.002)  # what is recorded from now on is later than the clearing
        hand.say_acknowledged(store, [store.record(**next(doing)) for _ in range(3)])


def _clear_year(folder: Path, do: Do, end: YearEnd) -> retention.Outcome:
    now = datetime.now(UTC)
    return retention.clear_year(records(folder), do, end, now=now, shared=prepare(folder / STICK))


def the_year_is_gone(folder: Path, said: Sequence[str]) -> Iterator[str]:
    """Look whether the year is in no copy and not in our pieces, once that was said, or after a start."""
    gone = Promises.of(said).gone
    if "clean" in said:
        yield from _left(folder, gone)
    with quietly().open(folder) as store:
        do, now, shared = doing_on(store, quietly()), datetime.now(UTC), prepare(folder / STICK)
        outcome = retention.finish(records(folder), do, now=now, shared=shared)
        ours = cleaning.pieces(shared, do(lambda journal: journal.devices))
    yield from (f"after another start: {left.sentence}" for left in (outcome.left if outcome else ()))
    yield from _left(folder, gone)
    for piece in ours:
        if any(key.encode() in piece.read_bytes() for key in gone):
            yield f"what was cleared is in {piece.name}"


WORKS: Mapping[str, Work] = {
    **RECORDING,
    "backing up": Work(with_backups, care, backups_are_good),
    "cleaning copies": Work(cleared_with_backups, clean, copies_are_clean),
    "going back to a day": Work(with_a_day, go_back, days_are_kept),
    "clearing a year": Work(with_a_year, end_a_year, the_year_is_gone),
    "repairing": Work(damaged, mend, tells=True),
    "sharing a folder": Work(with_stick, visit, others_read_it),
    "merging a file": Work(with_stick, merge_files, the_file_is_whole),
}
"""Every job."""
