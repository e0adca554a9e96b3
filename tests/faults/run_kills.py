"""Kill a presenting program at random moments, and see whether anything acknowledged was lost.

`python -m tests.faults.run_kills --times 200` ends with a table, and with status 1 if anything was lost. With
`--presenting` it is the real app that is killed, while it gives a lesson (see `presenting_kills`).
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.summary import fold
from tests.faults import presenting_kills

ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Result:
    """What all the kills together found."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unsound: int = 0
    wrong_summaries: int = 0
    complaints: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return not (self.lost or self.unsound or self.wrong_summaries or self.complaints)

    def rows(self) -> dict[str, int]:
        """What a table shows."""
        return {
            "kills": self.kills,
            "events acknowledged": self.acknowledged,
            "acknowledged and lost": self.lost,
            "databases not sound": self.unsound,
            "summaries not what the events add up to": self.wrong_summaries,
        }


def kill_once(path: Path, seed: int, seconds: float, *, early: bool) -> tuple[set[tuple[str, int, str]], str]:
    """Start the program, kill it, and give what it had acknowledged.

    The kill comes `seconds` after the first acknowledgement or, when `early`, after the start.
    """
    command = [sys.executable, "-m", "tests.faults.killer", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        first = b"" if early else program.stdout.readline()
        time.sleep(seconds)  # the moment of the kill is what is tested
        program.kill()
        lines = (first + program.stdout.read()).decode().splitlines(keepends=True)
        complaint = program.stderr.read().decode()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {(device, int(counter), event_id) for device, counter, event_id in whole}, complaint


def run(folder: Path, times: int, seed: int, *, show: bool = False) -> Result:
    """Kill the program `times` times on one database, and look at the database after each."""
    dice, result, path = random.Random(seed), Result(), folder / "progress.sqlite"  # noqa: S311 - a dice
    promised: set[tuple[str, int, str]] = set()
    for _ in tqdm(range(times), desc="kills", disable=not show, leave=False):
        early = dice.random() < 0.2  # while it starts, migrates, opens
        moment = dice.uniform(0, 0.4 if early else 0.15)
        said, complaint = kill_once(path, dice.randrange(10**9), moment, early=early)
        promised |= said
        result.kills += 1
        result.complaints += complaint
        events = list(read_events(path)) if promised else []
        result.lost += len(promised - {(event.device, event.counter, event.id) for event in events})
        with closing(sqlite3.connect(path)) as conn:  # as the next start does: what was cut short is undone
            result.unsound += conn.execute("pragma integrity_check").fetchall() != [("ok",)]
        wanted = fold(events).standing("7B", "ask-first")
        result.wrong_summaries += read_summary(path).summary.standing("7B", "ask-first") != wanted
    result.acknowledged = len(promised)
    return result


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many kills (200)")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument("--presenting", action="store_true", help="kill the real app, giving a lesson")
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else random.randrange(10**9)  # noqa: S311 - a dice
    with tempfile.TemporaryDirectory() as folder:
        result: Result | presenting_kills.Result
        if chosen.presenting:
            result = presenting_kills.run(Path(folder), chosen.times, seed, show=True)
            words = [*result.wrong_offers, *result.complaints]
        else:
            result = run(Path(folder), chosen.times, seed, show=True)
            words = [result.complaints]
    print(f"{'seed':<46}{seed:>12}")
    for name, value in result.rows().items():
        print(f"{name:<46}{value:>12,}")
    print("\n".join(filter(None, words)))
    return 0 if result.good else 1


if __name__ == "__main__":
    sys.exit(main())
