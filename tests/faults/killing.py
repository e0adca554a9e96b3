"""Kill a program at random moments of each of its jobs, and see whether anything promised was lost.

`python -m tests.faults.killing --times 2000` takes each job equally often, some of them two or three times
over before anybody looks. It ends with a table, and with status 1 if a promise was broken. Needs a system
that can fork. `run_kills` kills the app's store, and the real app, started as programs of their own.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tqdm import tqdm

from tests.faults.attempts import attempt
from tests.faults.jobs import WORKS, Promises, Work, look
from tests.faults.power import workshop

EVERY = 20
"""After so many kills the job begins with another folder."""


@dataclass(slots=True)
class Result:
    """What all the kills together found."""

    kills: int = 0
    by_job: Counter[str] = field(default_factory=Counter)
    too_late: int = 0
    """The job had come to its end before the kill."""
    promised: int = 0
    told: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return self.kills > 0 and not self.wrong and not self.told

    def rows(self) -> dict[str, int]:
        """What a table shows."""
        return {
            **{f"kills while {job}": count for job, count in self.by_job.items()},
            "kills": self.kills,
            "came too late and are not counted": self.too_late,
            "acknowledged events looked for": self.promised,
            "promises broken": self.wrong.total(),
            "times a teacher had to be told something": self.told.total(),
        }


def run(
    folder: Path, times: int, seed: int, *, works: Mapping[str, Work] = WORKS, show: bool = False
) -> Result:
    """Kill `times` times, each job equally often."""
    dice, result = random.Random(seed), Result()  # noqa: S311 - a dice
    bar = tqdm(total=times, desc="kills", disable=not show, leave=False)
    for place, (name, work) in enumerate(works.items()):
        share = times // len(works) + (place < times % len(works))
        while result.by_job[name] < share:
            some = min(EVERY, share - result.by_job[name])
            _kill_some(work, name, folder / f"{name} {result.by_job[name]}", some, dice, result)
            bar.update(some)
    return result


def _kill_some(work: Work, name: str, place: Path, some: int, dice: random.Random, result: Result) -> None:
    kept, tried = place / "kept", place / "tried"
    kept.mkdir(parents=True)
    before = work.prepare(kept, random.Random(dice.random()))  # noqa: S311 - a dice
    goal, longest = result.by_job[name] + some, _whole_run(work, kept, place / "whole", result, name)
    while result.by_job[name] < goal:
        shutil.copytree(kept, tried)
        said, seed, killed = list(before), dice.randrange(10**9), 0
        for _ in range(min(dice.choice((1, 1, 2, 3)), goal - result.by_job[name])):
            made = attempt(work, tried, seed, kill_after=dice.uniform(0, longest))
            said += made.said
            killed += made.killed
            result.wrong.update(f"while {name}: {sentence}" for sentence in made.wrong)
            result.told.update(made.told)
            result.too_late += not made.killed
            result.by_job[name] += made.killed
        result.kills += killed
        found = look(tried, said)
        result.promised += len(Promises.of(said).there)
        result.told.update(found.told)
        result.wrong.update(f"while {name}, seed {seed}: {sentence}" for sentence in found.wrong)
        shutil.rmtree(tried)
    shutil.rmtree(place)


def _whole_run(work: Work, kept: Path, folder: Path, result: Result, name: str) -> float:
    """Let the job come to its end once, and give how many seconds that took."""
    shutil.copytree(kept, folder)
    made = attempt(work, folder, 1)
    result.wrong.update(f"while {name}, not killed: {sentence}" for sentence in made.wrong)
    return made.seconds


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=2000, help="how many kills (2,000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument("--only", choices=list(WORKS), help="one job alone")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else random.randrange(10**9)  # noqa: S311 - a dice
    works = {name: work for name, work in WORKS.items() if name == chosen.only} or WORKS
    with workshop() as folder:
        result = run(folder, chosen.times, seed, works=works, show=not chosen.json)
    if chosen.json:
        print(json.dumps(asdict(result)))
        return 0 if result.good else 1
    print(f"{'seed':<46}{seed:>12}")
    for row, value in result.rows().items():
        print(f"{row:<46}{value:>12,}")
    for sentence, count in [*result.wrong.most_common(20), *result.told.most_common(10)]:
        print(f"{count} x {sentence}")
    return 0 if result.good else 1


if __name__ == "__main__":
    sys.exit(main())
