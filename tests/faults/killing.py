"""Kill a program at random moments of each of its jobs, and see whether anything promised was lost.

`python -m tests.faults.killing --times 2000` takes each job equally often, some of them two or three times
over before anybody looks. It ends with a table, and with status 1 if a promise was broken. Needs a system
that can fork. `run_kills` kills the app's store, and the real app, started as programs of their own.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from tests.faults.attempts import attempt
from tests.faults.jobs import Promises, Work
from tests.faults.mutants import MUTANTS, chosen_works
from tests.faults.power import workshop
from tests.faults.telling import seed_of, tell
from tests.faults.upkeep import WORKS

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
        return self.kills > 0 and not self.wrong

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
            with tempfile.TemporaryDirectory(dir=folder) as begun:
                kills = _Kills(work, name, Path(begun), dice, result)
                while some > 0:
                    some -= kills.one(some)
            bar.n = result.kills
            bar.refresh()
    return result


@dataclass(slots=True)
class _Kills:
    """One job from one beginning, killed again and again."""

    work: Work
    name: str
    place: Path
    dice: random.Random
    result: Result
    said: list[str] = field(default_factory=list)
    seconds: float = 0.0
    """How long the job takes when nobody kills it."""

    def __post_init__(self) -> None:
        # Always in the same place, for a database knows its own.
        tried, kept = self.place / "tried", self.place / "kept"
        tried.mkdir()
        self.said = self.work.prepare(tried, random.Random(self.dice.random()))  # noqa: S311 - a dice
        tried.rename(kept)
        for _ in range(2):  # the first one also loads what it needs
            shutil.copytree(kept, tried)
            made = attempt(self.work, tried, 1)
            self._note("not killed", [*made.wrong, *self.work.look(tried, [*self.said, *made.said]).wrong])
            self.seconds = made.seconds
            shutil.rmtree(tried)

    def one(self, most: int) -> int:
        """Kill it, perhaps at its next try again, and look; gives how many kills there were."""
        tried, said, seed, killed = self.place / "tried", [*self.said], self.dice.randrange(10**9), 0
        shutil.copytree(self.place / "kept", tried)
        for _ in range(min(self.dice.choice((1, 1, 2, 3)), most)):
            made = attempt(self.work, tried, seed, kill_after=self.dice.uniform(0, self.seconds))
            said += made.said
            killed += made.killed
            self._note(f"seed {seed}", made.wrong)
            self.result.told.update(made.told)
            self.result.too_late += not made.killed
        found = self.work.look(tried, said)
        self.result.kills += killed
        self.result.by_job[self.name] += killed
        self.result.promised += len(Promises.of(said).there)
        self.result.told.update(found.told)
        self._note(f"seed {seed}", found.wrong)
        shutil.rmtree(tried)
        return killed

    def _note(self, where: str, sentences: Sequence[str]) -> None:
        self.result.wrong.update(f"while {self.name}, {where}: {sentence}" for sentence in sentences)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=2000, help="how many kills (2,000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument(
        "--only", choices=[*WORKS, *MUTANTS], action="append", metavar="JOB", help="one job alone, or several"
    )
    parser.add_argument("--json", action="store_true", help="for a program to read")
    chosen = parser.parse_args()
    seed = seed_of(chosen.seed)
    works = chosen_works(chosen.only)
    with workshop() as folder:
        result = run(folder, chosen.times, seed, works=works, show=not chosen.json)
    return tell(result, seed, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
