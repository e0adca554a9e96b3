"""Kill the real app while it gives a lesson, and see what the next start knows.

After each kill: every acknowledged event must be there, the file must be sound, and the library must
offer to go on at the slide that the class saw last, as far as that was on the disk.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from rse_lessons.progress.database.reading import read_events
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.summary import fold
from tests.faults.presenter import CLASS, LESSON

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "tests" / "fixtures" / "screens.json"
PLACES = ("started", "slide")
"""Kinds of events that say where the class is."""
Kept = set[tuple[str, int, str]]


@dataclass(slots=True)
class Result:
    """What all the kills together found."""

    kills: int = 0
    before_anything: int = 0
    """Kills of a program that had acknowledged nothing yet."""
    acknowledged: int = 0
    lost: int = 0
    unsound: int = 0
    offers: int = 0
    """Starts that offered to go on at a slide."""
    offers_written: int = 0
    """Those whose slide was on the disk, though the kill came before it was acknowledged."""
    nothing_to_go_on: int = 0
    """Starts that rightly offered nothing: nothing was begun, or the class had come to the end."""
    wrong_offers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return not (self.lost or self.unsound or self.wrong_offers or self.complaints)

    def rows(self) -> dict[str, int]:
        """What a table shows."""
        return {
            "kills": self.kills,
            "of them before the first acknowledgement": self.before_anything,
            "events acknowledged": self.acknowledged,
            "acknowledged and lost": self.lost,
            "databases not sound": self.unsound,
            "starts that offered to go on": self.offers,
            "of them at a slide written, not yet said so": self.offers_written,
            "starts with nothing to go on with": self.nothing_to_go_on,
            "offers of a wrong slide": len(self.wrong_offers),
            "complaints of the app": len(self.complaints),
        }


@dataclass(frozen=True, slots=True)
class Said:
    """What a program printed before it ended."""

    lines: Sequence[str]
    complaints: Sequence[str]

    @property
    def kept(self) -> Kept:
        """The events that it had acknowledged."""
        words = [line.split() for line in self.lines if line.startswith("kept ")]
        return {(device, int(counter), event_id) for _, device, counter, event_id in words}

    @property
    def others(self) -> list[str]:
        """What it said of the offer to go on."""
        return [line for line in self.lines if not line.startswith("kept ")]


def start(data: Path, *words: str, seconds: float | None = None, early: bool = False) -> Said:
    """Start the app, and wait until it ends or kill it.

    The kill comes `seconds` after the first acknowledgement or, when `early`, after the start.
    """
    command = [sys.executable, "-m", "tests.faults.presenter", str(data), *words]
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={SCREENS}"}
    with (data / "errors.txt").open("w+b") as errors:
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            bufsize=0,  # `communicate` does not see what a buffer would have read ahead
        ) as program:
            assert program.stdout is not None
            first = b"" if early else program.stdout.readline()
            if seconds is not None:
                time.sleep(seconds)  # the moment of the kill is what is tested
                program.kill()
            output = first + program.communicate(timeout=60)[0]
        errors.seek(0)
        said = errors.read().decode().splitlines()
    lines = [line[:-1] for line in output.decode().splitlines(keepends=True) if line.endswith("\n")]
    # The offscreen platform has no window manager, and says so.
    complaints = [line for line in said if not line.startswith("This plugin does not support")]
    if seconds is None and program.returncode:
        complaints.append(f"The app ended with {program.returncode}.")
    return Said(lines, complaints)


def run(folder: Path, times: int, seed: int, *, longest: float = 3.0, show: bool = False) -> Result:
    """Kill the app `times` times on one database, and start it again after each.

    Most kills come half a second to `longest` seconds after the first acknowledgement.
    """
    dice, result, data = random.Random(seed), Result(), folder / "app"  # noqa: S311 - a dice
    data.mkdir()
    path = data / "data" / "progress.sqlite"
    promised: Kept = set()
    for _ in tqdm(range(times), desc="kills", disable=not show, leave=False):
        early = dice.random() < 0.2  # while it starts and opens, or soon after
        moment = dice.uniform(0, 2) if early else dice.uniform(0.5, longest)
        killed = start(data, str(dice.randrange(10**9)), seconds=moment, early=early)
        promised |= killed.kept
        result.kills += 1
        result.before_anything += not killed.kept
        events = list(read_events(path)) if path.exists() else []
        result.lost += len(promised - {(event.device, event.counter, event.id) for event in events})
        result.unsound += not is_sound(path)
        again = start(data)
        promised |= again.kept
        compare(result, events, promised, again.others)
        result.complaints += [*killed.complaints, *again.complaints]
    events = list(read_events(path))
    result.lost += len(promised - {(event.device, event.counter, event.id) for event in events})
    result.acknowledged = len(promised)
    return result


def is_sound(path: Path) -> bool:
    """Ask SQLite, which first undoes what was cut short, as the next start does."""
    if not path.exists():
        return True
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("pragma quick_check").fetchall() == [("ok",)]


def compare(result: Result, events: Sequence[Event], promised: Kept, said: Sequence[str]) -> None:
    """Compare what the next start offered with what was on the disk and with what was acknowledged."""
    standing = fold(events).standing(CLASS, LESSON)
    if standing.status != "begun":
        result.nothing_to_go_on += 1
        if said != ["offered nothing"]:
            result.wrong_offers.append(f"nothing was to be offered, and it said {said}")
        return
    result.offers += 1
    places = [event for event in events if event.kind in PLACES]
    acknowledged = [event for event in places if (event.device, event.counter, event.id) in promised]
    last = acknowledged[-1] if acknowledged else None
    if last is None or places[-1] is not last:
        result.offers_written += 1
    slide = places[-1].data["slide"]
    if said != [f"offered {slide}", f"at {slide}"]:
        result.wrong_offers.append(f"slide {slide} was to be offered, and it said {said}")
