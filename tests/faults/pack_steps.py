"""Add a pack to a school and be cut off at one step after another: killed, or told that the disk is full.

`python -m tests.faults.pack_steps kill full` tries each step in both ways (or in one of them) and says what
the next start found. A
step is an action that Python tells its audit hooks: a file opened, renamed or removed, a folder made. Each
attempt is a process forked from this one, so that a hundred take seconds. Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import errno
import gc
import json
import os
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.authors.arriving import Reception
from rse_lessons.packs.arrival import Wish
from rse_lessons.packs.form import PackError
from rse_lessons.school import School
from tests.packs.parts import pack_of, state_of, write_lesson

STEPS = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir", "os.listdir"})
Looked = tuple[dict[str, str], list[tuple[str, str]]]
"""What lies in the folder of lessons, and the lessons on the shelves."""
DONE, REFUSED, BROKEN, PASSED, KILLED = range(5)
"""How an attempt ends; `PASSED` came through although a step failed."""


@dataclass
class Found:
    """What the next start found, over all steps."""

    steps: int = 0
    found: Counter[str] = field(default_factory=Counter)
    """`as it was`, `whole` or what it was instead."""
    wrong: list[str] = field(default_factory=list)


def set_up(folder: Path) -> Path:
    """Make a school with lessons of its own and an added pack; gives a pack that takes the place of some."""
    school = School(folder / "school")
    write_lesson(school.own_lessons, "ours", title="Ours")
    write_lesson(school.own_lessons, "stays", title="Stays")
    made = folder / "made"
    older = [write_lesson(made / "1", "first", title="Older")]
    newer = [write_lesson(made / "2", name, title="Newer") for name in ("first", "second", "ours")]
    for number, lessons in enumerate((older, newer), 1):
        (folder / f"{number}.rsepack").write_bytes(pack_of(*lessons, title="Words"))
    school.library.refresh()
    with Reception(school) as reception:
        reception.accept(reception.receive(folder / "1.rsepack"))
    return folder / "2.rsepack"


def look(folder: Path) -> Looked:
    """Start anew, and give what lies in the folder of lessons and what stands on the shelves."""
    school = School(folder)
    school.library.refresh()
    cards = [(card.id, card.title) for card in school.library.cards() if card.path.is_relative_to(folder)]
    state = state_of(school.own_lessons)
    # Where lessons that gave way lie has an ending of its own each time.
    named = {re.sub(r"(_replaced/[a-z-]+-)[a-z0-9_]{8}", r"\1x", name): kept for name, kept in state.items()}
    return named, sorted(cards)


def run(folder: Path, hows: Sequence[str]) -> dict[str, Found]:
    """Cut off at the first step, the second and so on, each time from the same state, in each of the ways."""
    pack = set_up(folder)
    school, kept = folder / "school", folder / "kept"
    before = look(school)
    shutil.copytree(school, kept)
    gc.freeze()  # a child that searched for garbage would have all that it shares with this process copied
    return {how: _each_step(school, kept, pack, how, before) for how in hows}


def _each_step(school: Path, kept: Path, pack: Path, how: str, before: Looked) -> Found:
    found = Found()
    shutil.rmtree(school)
    shutil.copytree(kept, school)
    status = _fork(school, pack, 0, how)
    whole = look(school)
    if status != DONE or whole == before:
        found.wrong.append(f"it does not work without any fault: {status}")
    status = PASSED
    while status != DONE and not found.wrong:
        shutil.rmtree(school)
        shutil.copytree(kept, school)
        found.steps += 1
        status = _fork(school, pack, found.steps, how)
        seen = look(school)
        named = {str(before): "as it was", str(whole): "whole"}.get(str(seen), "neither")
        found.found[named] += 1
        told_done = status in (DONE, PASSED)
        if named == "neither" or status == BROKEN or (told_done and named != "whole"):
            found.wrong.append(f"step {found.steps}, status {status}: {named} {seen}")
    return found


def _fork(school: Path, pack: Path, step: int, how: str) -> int:
    child = os.fork()
    if child == 0:
        os._exit(_add(school, pack, step, how))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _add(folder: Path, pack: Path, step: int, how: str) -> int:
    """Add the pack, cut off at a step; 0 for none."""
    school = School(folder)
    school.library.refresh()
    seen, place = 0, str(school.own_lessons)

    def hook(event: str, words: tuple[object, ...]) -> None:
        nonlocal seen
        if event in STEPS and any(str(word).startswith(place) for word in words):
            seen += 1
            if seen == step and how == "kill":
                os._exit(KILLED)
            if seen == step:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    try:
        sys.addaudithook(hook)
        with Reception(school) as reception:
            reception.accept(reception.receive(pack), Wish.TAKE)
    except PackError:
        return REFUSED
    except BaseException:  # noqa: BLE001 - the process ends here, and whoever reads this is to know why
        traceback.print_exc()
        return BROKEN
    return DONE if seen < step or step == 0 else PASSED


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "how", nargs="+", choices=("kill", "full"), help="end the program there, or fail for want of room"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder), chosen.how)
    told = {how: {"steps": one.steps, **one.found, "wrong": one.wrong} for how, one in found.items()}
    print(json.dumps(told))
    return 1 if any(one.wrong for one in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
