"""Try everything that docs/reliability.md promises, at length, and print the figures; `--write` keeps them.

Takes about half an hour on one core; `--quick` a few minutes. Linux with a C compiler only. What is tried is
in tests/faults, where each part can also be run by itself.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from benchmarks.machine import ROOT, describe_machine
from benchmarks.table import put_between
from tests.faults.upkeep import WORKS

PAGE = ROOT / "docs" / "reliability.md"
LESSON = "giving a lesson"
"""The job of which every call is failed in every way; of the others so many are chosen by the dice."""
HEAD = ("What was done", "Times", "Acknowledged events looked for", "Lost", "Other promises broken")


@dataclass(slots=True)
class Figures:
    """The figures of one kind of fault, over all its runs."""

    what: str
    times: int = 0
    promised: int = 0
    lost: int = 0
    broken: int = 0
    jobs: Counter[str] = field(default_factory=Counter)
    """How often of that each job was done."""
    details: Counter[str] = field(default_factory=Counter)
    """More figures, by what they are."""
    wrong: list[str] = field(default_factory=list)

    def add(self, times: int, found: Mapping[str, Any]) -> None:
        """Add what one run found."""
        self.times += times
        self.promised += found["promised"]
        for sentence, count in found["wrong"].items():
            lost = re.search(r"(\d+) of \d+ acknowledged events are lost", sentence)
            self.lost += count * int(lost[1]) if lost else 0
            self.broken += 0 if lost else count
            self.wrong.append(sentence)

    def row(self) -> tuple[str, ...]:
        """Give it as a row of the table."""
        return (self.what, *(f"{number:,}" for number in (self.times, self.promised, self.lost, self.broken)))


def main(words: Sequence[str] | None = None) -> int:
    """Try it; return 0 when nothing was lost and no promise broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a glance: a twentieth of it")
    parser.add_argument("--only", action="append", choices=list(PARTS), metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--at-once", type=int, default=1, help="programs that run at one time (1)")
    parser.add_argument("--seed", type=int, default=2026, help="repeat a run with another dice")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.relative_to(ROOT)}")
    chosen = parser.parse_args(words)
    if chosen.write and (chosen.quick or chosen.only):
        parser.error("only a whole run is written down: leave out --quick and --only")
    os.nice(10)
    machine = describe_machine()[:2]
    figures = []
    for name, part in PARTS.items():
        if not chosen.only or name in chosen.only:
            began = time.monotonic()
            figures.append(part(20 if chosen.quick else 1, chosen.seed, chosen.at_once))
            print(f"{name}: {time.monotonic() - began:,.0f} seconds", file=sys.stderr, flush=True)
    print("\n".join([*machine, "", *as_lines(figures)]))
    for one in figures:
        print("\n".join(one.wrong[:20]))
    if chosen.write:
        page = put_between(
            PAGE.read_text(encoding="utf-8"), "\n".join([*bullets(machine), "", *as_lines(figures), ""])
        )
        PAGE.write_text(page, encoding="utf-8")
    return 1 if any(one.lost or one.broken for one in figures) else 0


def run_power(less: int, seed: int, at_once: int) -> Figures:
    """Cut the power while each job is done."""
    figures = Figures("Power cuts at any moment")
    runs = [("power", name, "--times", str(200 // less)) for name in WORKS]
    for name, found in run_all(runs, seed, at_once):
        figures.add(found["cuts"], found)
        figures.details["operations recorded"] += found["operations"]
        figures.jobs[name] = found["cuts"]
    return figures


def run_failing(less: int, seed: int, at_once: int) -> Figures:
    """Fail every call in every way while a lesson is given, and so many calls of each other job."""
    figures = Figures("Calls that failed, or ended the program")
    runs = []
    for name in WORKS:
        whole = name == LESSON and less == 1
        runs.append(("failing", name, *(() if whole else ("--most", str(200 // less)))))
    for name, found in run_all(runs, seed, at_once):
        figures.add(sum(found["tried"].values()), found)
        figures.jobs[name] = sum(found["tried"].values())
        figures.details.update(found["tried"])
        figures.details["different sentences told"] = max(
            len(found["told"]), figures.details["different sentences told"]
        )
    return figures


def run_killing(less: int, seed: int, at_once: int) -> Figures:
    """Kill each job at random moments."""
    figures = Figures("Kills at random moments")
    runs = [("killing", name, "--times", str(150 // less)) for name in WORKS]
    for name, found in run_all(runs, seed, at_once):
        figures.add(found["kills"], found)
        figures.jobs[name] = found["kills"]
    return figures


def run_damaging(less: int, seed: int, at_once: int) -> Figures:
    """Damage the records in every way."""
    figures = Figures("Damaged records")
    for _, found in run_all([("damaging", "", "--times", str(1500 // less))], seed, at_once):
        figures.add(sum(found["cases"].values()), found)
        figures.details.update(found["cases"])
        figures.details["cases in which nothing had to be told"] += found["silent"]
        figures.details["events or places that came out altered"] += found["altered"]
    return figures


PARTS = {"power": run_power, "failing": run_failing, "killing": run_killing, "damaging": run_damaging}
"""In the order of the table."""


def run_all(
    runs: Sequence[tuple[str, ...]], seed: int, at_once: int
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Run programs of tests/faults, so many at one time, and give what each found."""
    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(lambda words: (words[1], run_one(words, seed)), runs)


def run_one(words: Sequence[str], seed: int) -> Mapping[str, Any]:
    """Run one, and give what it found."""
    module, only, *more = words
    job = ("--only", only) if only else ()
    command = [sys.executable, "-m", f"tests.faults.{module}", "--json", "--seed", str(seed), *job, *more]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    found: Mapping[str, Any] = json.loads(done.stdout)
    print(f"  {module} {only}: {len(found['wrong'])} wrong", file=sys.stderr, flush=True)
    return found


def as_lines(figures: Sequence[Figures]) -> list[str]:
    """Give the tables for the page: all in one, by job, and what was done how often."""
    lines = rows_of(HEAD, [one.row() for one in figures])
    by_job = [one for one in figures if one.jobs]
    if by_job:
        jobs = [(name, *(f"{one.jobs[name]:,}" for one in by_job)) for name in by_job[0].jobs]
        lines += ["", *rows_of(("Job", *(one.what for one in by_job)), jobs)]
    for one in figures:
        if one.details:
            details = [(what, f"{count:,}") for what, count in sorted(one.details.items())]
            lines += ["", *rows_of((one.what, "Times"), details)]
    return lines


def rows_of(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give a table in Markdown."""
    return ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]


def bullets(machine: Sequence[str]) -> list[str]:
    """Give what was measured on as a list."""
    return [f"- {line}" for line in machine]


if __name__ == "__main__":
    sys.exit(main())
