"""Damage records in a thousand ways, and see what the next start makes of them.

`python -m tests.faults.damaging --times 1000` ends with a table, and with status 1 if an event was lost that
the side file or a good backup holds, if the records could not be used afterwards, or if what a teacher was
told is no sentence. What is beside the database is damaged, too, in some cases.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tqdm import tqdm

from rse_lessons.progress.database.backup import back_up, list_backups
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.mending.sidefile import side_path
from rse_lessons.progress.mending.sidelines import read_side
from rse_lessons.progress.upkeep.examine import examine
from rse_lessons.progress.upkeep.health import health
from tests.faults.jobs import NOT_ADDED_UP, Hand, Looked, Work, record, records, seeded
from tests.faults.power import workshop
from tests.faults.telling import seed_of, tell

PAGE = 4096
Damage = Callable[[bytearray, random.Random], None]


def _pages(content: bytearray, dice: random.Random) -> list[int]:
    count = max(1, len(content) // PAGE)
    return dice.sample(range(count), min(count, dice.choice((1, 1, 2, 5))))


def _over(content: bytearray, page: int, with_what: bytes) -> None:
    content[page * PAGE : (page + 1) * PAGE] = with_what[: len(content) - page * PAGE]


def zeroed(content: bytearray, dice: random.Random) -> None:
    """Pages of noughts."""
    for page in _pages(content, dice):
        _over(content, page, bytes(PAGE))


def overwritten(content: bytearray, dice: random.Random) -> None:
    """Pages of anything."""
    for page in _pages(content, dice):
        _over(content, page, dice.randbytes(PAGE))


def swapped(content: bytearray, dice: random.Random) -> None:
    """Two pages, each in the other's place."""
    one, other = (dice.randrange(max(1, len(content) // PAGE)) for _ in range(2))
    first, second = (bytes(content[page * PAGE : (page + 1) * PAGE]) for page in (one, other))
    _over(content, one, second)
    _over(content, other, first)


def doubled(content: bytearray, dice: random.Random) -> None:
    """One page also in the place of another: a write that went astray."""
    one, other = (dice.randrange(max(1, len(content) // PAGE)) for _ in range(2))
    _over(content, other, bytes(content[one * PAGE : (one + 1) * PAGE]))


def flipped(content: bytearray, dice: random.Random) -> None:
    """Single bits, some of them where only words stand."""
    for _ in range(dice.choice((1, 10, 200))):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def sectors_gone(content: bytearray, dice: random.Random) -> None:
    """Sectors of 512 bytes that read as noughts."""
    for _ in range(dice.choice((1, 4, 20))):
        at = dice.randrange(max(1, len(content) // 512)) * 512
        content[at : at + 512] = bytes(len(content[at : at + 512]))


def cut_off(content: bytearray, dice: random.Random) -> None:
    """Only a beginning, on a page's end or not."""
    kept = dice.randrange(1, len(content))
    del content[kept - kept % PAGE if dice.random() < 0.5 else kept :]


def header(content: bytearray, dice: random.Random) -> None:
    """The first hundred bytes, all or some."""
    for at in range(100) if dice.random() < 0.5 else dice.sample(range(100), 3):
        content[at : at + 1] = dice.randbytes(1)


def emptied(content: bytearray, dice: random.Random) -> None:
    """Nothing."""
    content.clear()


def other_file(content: bytearray, dice: random.Random) -> None:
    """A file of another kind under the same name."""
    kinds = (b"\x89PNG\r\n\x1a\n" + dice.randbytes(3000), b"Dear parents,\n" * 200, b"PK\x03\x04" + bytes(50))
    content[:] = dice.choice(kinds)


def other_database(content: bytearray, dice: random.Random) -> None:
    """Another program's database under the same name."""
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute(dice.choice(("create table bookmarks (url text)", "create table events (id text)")))
        conn.commit()
        content[:] = conn.serialize()


def longer(content: bytearray, dice: random.Random) -> None:
    """Something behind its end."""
    content.extend(dice.randbytes(dice.choice((10, 512, 3 * PAGE))))


DAMAGES: Mapping[str, Damage] = {
    "pages zeroed": zeroed,
    "pages overwritten": overwritten,
    "pages swapped": swapped,
    "a page doubled": doubled,
    "bits flipped": flipped,
    "sectors gone": sectors_gone,
    "cut off": cut_off,
    "header overwritten": header,
    "emptied": emptied,
    "a file of another kind": other_file,
    "another program's database": other_database,
    "something behind its end": longer,
}
"""What is done to the content of a file, by what a table calls it."""


@dataclass(slots=True)
class Result:
    """What all the damages together came to."""

    cases: Counter[str] = field(default_factory=Counter)
    promised: int = 0
    """Events that the side file or a good backup held, over all cases."""
    altered: int = 0
    """Events, and places in lessons, that came out other than they went in: nobody can notice a bit inside
    a word."""
    silent: int = 0
    """Cases in which nothing had to be told."""
    told: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return self.cases.total() > 0 and not self.wrong

    def rows(self) -> dict[str, int]:
        """What a table shows."""
        return {
            **dict(sorted(self.cases.items())),
            "cases": self.cases.total(),
            "events that the side file or a backup held": self.promised,
            "promises broken": self.wrong.total(),
            "cases in which nothing had to be told": self.silent,
            "events or places that came out altered": self.altered,
        }


@dataclass(slots=True)
class Case:
    """Records as they lie there when the damage comes."""

    folder: Path
    """Where they lie; the same for every case, for a database knows its place."""
    kept: Path
    dice: random.Random
    before: dict[str, Event] = field(default_factory=dict)

    def make(self) -> None:
        """Make records with two backups and a side file; half of them as a killed program leaves them."""
        seeded(self.folder, self.dice, 150)
        for days in (2, 1):
            back_up(records(self.folder), datetime.now(UTC) - timedelta(days=days))
            record(self.folder, self.dice, Hand(lambda _line: None), most=40)
        if self.dice.random() < 0.5:
            self._leave_open()
        self.before = {event.id: event for event in read_events(records(self.folder))}
        self.folder.rename(self.kept)

    def _leave_open(self) -> None:
        # What lies there while it is open is what a kill leaves: a write-ahead log that is not written back.
        kept = self.folder.with_name(self.folder.name + "-open")
        with Hand(lambda _line: None).open(self.folder) as store:
            for slide in range(12):
                receipt = store.record("slide", lesson="open", class_label="7B", data={"slide": slide})
                assert receipt.wait(60)
            shutil.copytree(self.folder, kept)
        shutil.rmtree(self.folder)
        kept.rename(self.folder)


def spoil(path: Path, damage: Damage, dice: random.Random) -> None:
    """Damage one file."""
    content = bytearray(path.read_bytes())
    if content:
        damage(content, dice)
    path.write_bytes(content)


def break_it(folder: Path, dice: random.Random) -> str:
    """Damage what lies in the folder, and say what was done."""
    path = records(folder)
    log = path.with_name(path.name + "-wal")
    done = []
    if log.exists() and dice.random() < 0.6:
        name = dice.choice(("missing", *DAMAGES))
        if name == "missing":
            log.unlink()
        else:
            spoil(log, DAMAGES[name], dice)
        done.append(f"its log: {name}")
    if not done or dice.random() < 0.5:
        name = dice.choice(("gone", *DAMAGES))
        if name == "gone":
            path.unlink()
        else:
            spoil(path, DAMAGES[name], dice)
        done.append(name)
    more, beside = dice.random(), side_path(path).exists()
    if more < 0.15 and beside:
        side = side_path(path)
        spoil(side, dice.choice((flipped, cut_off, sectors_gone)), dice)
        done.append("the side file, too")
    elif more < 0.3 and beside:
        backup = dice.choice(list_backups(path))
        spoil(backup.path, dice.choice(tuple(DAMAGES.values())), dice)
        done.append("a backup, too")
    return ", ".join(done)


def held(folder: Path, before: Mapping[str, Event]) -> set[str]:
    """Give the ids that the side file and the good backups hold: what must be there afterwards."""
    path = records(folder)
    ids = set(read_side(side_path(path)).events)
    for backup in list_backups(path):
        try:
            with closing(sqlite3.connect(f"{backup.path.as_uri()}?immutable=1", uri=True)) as conn:
                if conn.execute("pragma integrity_check").fetchall() == [("ok",)]:
                    ids |= {row[0] for row in conn.execute("select id from events")}
        except sqlite3.DatabaseError:
            continue
    return ids & before.keys()


def run(folder: Path, times: int, seed: int, *, bare: bool = False, show: bool = False) -> Result:
    """Damage records `times` times; `bare` ones have neither a side file nor a backup to be made whole of."""
    dice, result = random.Random(seed), Result()  # noqa: S311 - a dice
    work = Work(lambda _folder, _dice: [], record, tells=True)
    tried = folder / "tried"
    case = Case(tried, folder / "kept", dice)
    for number in tqdm(range(times), desc="damages", disable=not show, leave=False):
        if number % 50 == 0:
            shutil.rmtree(case.kept, ignore_errors=True)
            case.make()
        shutil.copytree(case.kept, tried)
        if bare:
            side_path(records(tried)).unlink()
            shutil.rmtree(tried / "backups")
        name = break_it(tried, dice)
        promised = set(case.before) if bare else held(tried, case.before)
        _look(work, tried, result, name=name, promised=promised, before=case.before)
        shutil.rmtree(tried)
    return result


def _look(
    work: Work, folder: Path, result: Result, *, name: str, promised: set[str], before: Mapping[str, Event]
) -> None:
    found = Looked()
    try:
        # As the first window, the page of the records and the commands do it.
        read_summary(records(folder))
        health(folder)
        examine(records(folder))
        found = work.look(folder, [f"event {' '.join(promised)}"])
    except Exception as error:  # noqa: BLE001 - whatever it is, a teacher would have met it
        result.wrong[f"{name}: it ended with {error!r} {traceback.format_exc().splitlines()[-3]}"] += 1
    result.cases[name.partition(",")[0]] += 1
    result.promised += len(promised)
    result.told.update(found.told)
    result.silent += not found.told
    for sentence in found.wrong:
        if sentence == NOT_ADDED_UP and "bits flipped" in name:
            result.altered += 1  # a bit inside a word of what is only derived
        else:
            result.wrong[f"{name}: {sentence}"] += 1
    with suppress(sqlite3.Error):  # said already
        after = {event.id: event for event in read_events(records(folder))}
        result.altered += sum(after[key] != event for key, event in before.items() if key in after)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000, help="how many cases (1,000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument("--bare", action="store_true", help="without a side file and a backup")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    chosen = parser.parse_args()
    seed = seed_of(chosen.seed)
    with workshop() as folder:
        result = run(folder, chosen.times, seed, bare=chosen.bare, show=not chosen.json)
    return tell(result, seed, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
