"""Cut the power at any moment of a job, thousands of times, and see whether anything promised was lost.

`python -m tests.faults.power --times 1000` records each job once with every write, sync and change of a
name, and then makes the folder again and again as a cut after some operation would leave it (see `disk`):
what was not synced dropped, torn or out of order. It ends with a table, and with status 1 if a promise was
broken. Linux with a C compiler only (see `shim`).
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tqdm import tqdm

from tests.faults import shim
from tests.faults.disk import Disk, Names, lay_down, lying_in
from tests.faults.jobs import Hand, Looked, Promises, Work
from tests.faults.mutants import MUTANTS, chosen_works
from tests.faults.shim import How, Step
from tests.faults.telling import CANNOT, seed_of, tell
from tests.faults.upkeep import WORKS


@dataclass(slots=True)
class Result:
    """What all the cuts together found."""

    cuts: int = 0
    operations: int = 0
    """Writes, syncs and changes of names that were recorded."""
    syncs: int = 0
    failed_syncs: int = 0
    promised: int = 0
    """Events that were acknowledged before the cut, over all cuts."""
    by_job: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return self.cuts > 0 and not self.wrong

    def rows(self) -> dict[str, int]:
        """What a table shows."""
        return {
            **{f"cuts while {job}": count for job, count in self.by_job.items()},
            "cuts": self.cuts,
            "operations recorded": self.operations,
            "of them syncs": self.syncs,
            "syncs that failed": self.failed_syncs,
            "acknowledged events looked for": self.promised,
            "promises broken": self.wrong.total(),
            "times a teacher had to be told something": self.told.total(),
        }


@dataclass(slots=True)
class Session:
    """One job, recorded."""

    work: Work
    said: list[str]
    """What was promised before it began."""
    steps: list[Step]
    before: Mapping[int, tuple[str, bytes]]
    """What lay in the folder."""


def record_session(work: Work, place: Path, seed: int, failing_sync: int = 0) -> Session:
    """Let a job run under the shim, in a child of this program, and give what it did.

    One of its syncs may fail: what it was to keep is forgotten then (see `disk`).
    """
    folder, log = place / "folder", place / "log"
    folder.mkdir(parents=True)
    said = work.prepare(folder, random.Random(seed))  # noqa: S311 - a dice
    before = lying_in(folder)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            shim.begin(folder, log=log, nth=failing_sync, error=errno.EIO, how=How.SYNC)
            lines = os.open(log, os.O_WRONLY | os.O_APPEND)
            work.run(folder, random.Random(seed + 1), Hand(partial(shim.say, lines)))  # noqa: S311 - a dice
            shim.end()
            status = 0
        except BaseException:  # noqa: BLE001 - the process ends here, and whoever reads this is to know why
            traceback.print_exc()
        os._exit(status)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        raise AssertionError("the job did not come to its end")
    return Session(work, said, list(shim.read_log(log)), before)


def check_recording(session: Session, place: Path) -> None:
    """Whether the log holds all that was done: played to its end it gives the folder as it lies there."""
    disk = Disk(place / "folder", session.before)
    for step in session.steps:
        disk.do(step)
    there = dict(lying_in(place / "folder").values())
    seen = disk.content()
    differing = {
        name
        for name in there.keys() | seen.keys()
        if there.get(name) != seen.get(name) and not name.endswith("-shm")
    }
    assert not differing, f"the log does not tell all that was done to {sorted(differing)}"


def cut(
    session: Session, place: Path, times: int, dice: random.Random, *, lies: bool = False
) -> Iterator[tuple[list[str], Looked, str]]:
    """Cut the power `times` times: what was said before, what the next start found, and where it was."""
    disk = Disk(place / "folder", session.before, lies=lies)
    shutil.rmtree(place / "folder")
    moments = Counter(dice.randint(1, len(session.steps)) for _ in range(times))
    said = list(session.said)
    for number, step in enumerate(session.steps, 1):
        disk.do(step)
        if step.what == "A":
            said.append(step.data.decode())
        for turn in range(moments[number]):
            names = dice.choice(tuple(Names))
            folder = place / "folder"  # the same place, for a database knows its own
            lay_down(folder, disk.cut(names, dice))
            yield (
                said,
                session.work.look(folder, said),
                f"{names}, operation {number} of {len(session.steps)}, cut {turn}",
            )
            shutil.rmtree(folder)


def run(
    folder: Path,
    times: int,
    seed: int,
    *,
    works: Mapping[str, Work] = WORKS,
    lies: bool = False,
    show: bool = False,
) -> Result:
    """Record each job, and cut the power `times` times over all of them."""
    dice, result = random.Random(seed), Result()  # noqa: S311 - a dice
    bar = tqdm(total=times, desc="cuts", disable=not show, leave=False)
    for number, (name, work) in enumerate(works.items()):
        share = times // len(works) + (number < times % len(works))
        syncs = 0
        # Once with a good disk, and once with one that fails a sync before the power goes.
        for place, some in ((f"{number} good", share - share // 4), (f"{number} failing", share // 4)):
            if not some:
                continue
            failing_sync = dice.randint(1, syncs) if syncs else 0
            session = record_session(work, folder / place, dice.randrange(10**9), failing_sync)
            check_recording(session, folder / place)
            syncs = sum(step.what == "S" for step in session.steps)
            result.operations += sum(step.what != "A" for step in session.steps)
            result.syncs += sum(step.what in "SD" for step in session.steps)
            result.failed_syncs += sum(step.what == "S" and step.failed for step in session.steps)
            for said, found, where in cut(session, folder / place, some, dice, lies=lies):
                result.cuts += 1
                result.by_job[name] += 1
                result.promised += len(Promises.of(said).there)
                result.wrong.update(f"while {name} ({where}): {sentence}" for sentence in found.wrong)
                result.told.update(found.told)
                bar.update()
    return result


@contextmanager
def workshop() -> Iterator[Path]:
    """Give a folder to work in: in memory where there is one, for what is synced there costs nothing."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000, help="how many cuts (1,000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument(
        "--only", choices=[*WORKS, *MUTANTS], action="append", metavar="JOB", help="one job alone, or several"
    )
    parser.add_argument("--lies", action="store_true", help="a drive that takes no notice of a sync")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    chosen = parser.parse_args()
    if shim.why_not():
        print(shim.why_not(), file=sys.stderr)
        return CANNOT
    if not shim.is_here():
        os.execve(  # noqa: S606 - this program again, with the shim in it
            sys.executable, [sys.executable, "-m", "tests.faults.power", *sys.argv[1:]], shim.environment()
        )
    seed = seed_of(chosen.seed)
    works = chosen_works(chosen.only)
    with workshop() as folder:
        result = run(folder, chosen.times, seed, works=works, lies=chosen.lies, show=not chosen.json)
    return tell(result, seed, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
