"""Let every call that writes fail in turn, once and for good, and see what is lost and what is said.

`python -m tests.faults.failing` takes each job as often as it has calls, times the ways to fail: no room, an
error of the disk, a disk that may only be read, no leave; and ends the program in place of each call. It ends
with a table, and with status 1 if a promise was broken. Linux with a C compiler only (see `shim`).
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from tests.faults import shim
from tests.faults.attempts import Attempt, Failing, attempt
from tests.faults.jobs import Promises, Work
from tests.faults.mutants import MUTANTS, chosen_works
from tests.faults.power import workshop
from tests.faults.shim import How
from tests.faults.telling import CANNOT, seed_of, tell
from tests.faults.upkeep import WORKS

ERRORS: Mapping[str, int] = {
    "no room": errno.ENOSPC,
    "error of the disk": errno.EIO,
    "disk to read only": errno.EROFS,
    "no leave": errno.EACCES,
}
WAYS: Mapping[str, tuple[How, int]] = {
    **{f"{name}, once": (How.ONCE, number) for name, number in ERRORS.items()},
    **{f"{name}, for good": (How.FOR_GOOD, number) for name, number in ERRORS.items()},
    "half written, then no room": (How.SHORT, errno.ENOSPC),
    "nothing may grow any more": (How.NO_ROOM, errno.ENOSPC),
    "killed there": (How.END, 0),
    "killed, half written": (How.END_TORN, 0),
}
"""Ways to fail, by what a table calls them."""


@dataclass(slots=True)
class Result:
    """What all the failures together came to."""

    tried: Counter[str] = field(default_factory=Counter)
    """By way."""
    by_job: Counter[str] = field(default_factory=Counter)
    calls: dict[str, int] = field(default_factory=dict)
    """Calls of each job that could fail."""
    promised: int = 0
    told: Counter[str] = field(default_factory=Counter)
    """Sentences that the teacher was told while the disk failed."""
    told_later: Counter[str] = field(default_factory=Counter)
    """And at the next start, which has a good disk."""
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return self.tried.total() > 0 and not self.wrong

    def rows(self) -> dict[str, int]:
        """What a table shows."""
        return {
            **{f"calls while {job}": count for job, count in self.calls.items()},
            **dict(self.tried),
            "tries": self.tried.total(),
            "acknowledged events looked for": self.promised,
            "promises broken": self.wrong.total(),
            "different sentences told": len(self.told),
        }


def run(
    folder: Path,
    seed: int,
    *,
    works: Mapping[str, Work] = WORKS,
    ways: Sequence[str] = tuple(WAYS),
    most: int = 0,
    show: bool = False,
) -> Result:
    """Try every call of every job in every way, or `most` of them, chosen by the dice."""
    dice, result = random.Random(seed), Result()  # noqa: S311 - a dice
    begun = {name: _Tries(work, folder / name, seed, result) for name, work in works.items()}
    result.calls = {name: tries.once(None, name).calls for name, tries in begun.items()}
    tries = [
        (name, way, nth)
        for name, calls in result.calls.items()
        for way in ways
        for nth in range(1, calls + 1)
    ]
    if most:
        tries = dice.sample(tries, min(most, len(tries)))
    for name, way, nth in tqdm(tries, desc="failures", disable=not show, leave=False):
        how, number = WAYS[way]
        begun[name].once(Failing(nth, how, number), f"{name}, call {nth}, {way}")
        result.tried[way] += 1
        result.by_job[name] += 1
    return result


@dataclass(slots=True)
class _Tries:
    """One job from its beginning, again and again."""

    work: Work
    kept: Path
    """The folder as it was before."""
    seed: int
    result: Result
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Always in the same place, for a database knows its own.
        folder = self.kept.with_name("tried")
        folder.mkdir(parents=True)
        self.said = self.work.prepare(folder, random.Random(self.seed))  # noqa: S311 - a dice
        folder.rename(self.kept)

    def once(self, failing: Failing | None, where: str) -> Attempt:
        """Try once, and put what came of it into the result."""
        folder, result = self.kept.with_name("tried"), self.result
        shutil.copytree(self.kept, folder)
        made = attempt(self.work, folder, self.seed, failing=failing)
        result.told.update(made.told)
        found = self.work.look(folder, [*self.said, *made.said])
        result.promised += len(Promises.of(made.said).there)
        result.told_later.update(found.told)
        for sentence in [*made.wrong, *found.wrong, *_silence(made, failing, self.work)]:
            result.wrong[f"{where}: {sentence}"] += 1
        shutil.rmtree(folder)
        return made


def _silence(made: Attempt, failing: Failing | None, work: Work) -> Iterator[str]:
    if failing is None and (made.tired or made.killed or (made.told and not work.tells)):
        yield "it does not work without any fault"
    if made.tired and not made.told:
        yield "something was not stored, and nobody was told"
    if failing and not failing.for_good and made.tired:
        yield "one failure was never got over"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=0, help="not every call, but so many, chosen by the dice")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument(
        "--only", choices=[*WORKS, *MUTANTS], action="append", metavar="JOB", help="one job alone, or several"
    )
    parser.add_argument("--way", choices=list(WAYS), action="append", help="one way alone, or several")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    chosen = parser.parse_args()
    if shim.why_not():
        print(shim.why_not(), file=sys.stderr)
        return CANNOT
    if not shim.is_here():
        os.execve(  # noqa: S606 - this program again, with the shim in it
            sys.executable, [sys.executable, "-m", "tests.faults.failing", *sys.argv[1:]], shim.environment()
        )
    seed = seed_of(chosen.seed)
    works = chosen_works(chosen.only)
    ways = chosen.way or tuple(WAYS)
    with workshop() as folder:
        result = run(folder, seed, works=works, ways=ways, most=chosen.most, show=not chosen.json)
    return tell(result, seed, as_json=chosen.json, told=None)


if __name__ == "__main__":
    sys.exit(main())
