"""Change the profiles and be cut off at one step after another: the list is whole, and nobody is lost.

`python -m tests.settings.profile_steps FOLDER CHANGE...` tries each step of these changes, killed there and
told that the disk is full, and prints how many steps there were of each. A step is an action that Python
tells its audit hooks. Each attempt is a process forked from this one, which is small: a test's own would
take long to fork. Needs a system that can fork.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from rse_lessons.settings.access import FIRST
from rse_lessons.settings.erasing import finish
from rse_lessons.settings.passcode import Cost, Passcode
from rse_lessons.settings.paths import Paths, find_paths
from rse_lessons.settings.profile_list import entries_of, parsed
from rse_lessons.settings.profiles import ProfileError, Profiles
from tests.on_disk import contents

STEPS = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"})
DONE, FAILED, KILLED = 0, 1, 7
CHEAP = Cost(1 << 4, 8, 1)


def set_up(folder: Path) -> str:
    """Two profiles with records; gives the id of the second."""
    home = find_paths(folder)
    profiles = Profiles(home)
    profiles.rename(FIRST, "Mrs Owen")
    made = profiles.add("Mr Rees", "en")
    home.records.write_bytes(b"of-the-first")
    profiles.paths(made.id).records.write_bytes(b"of-the-second")
    return made.id


def add(profiles: Profiles, _second: str) -> None:
    profiles.add("Ms Hall", "cy")


def rename(profiles: Profiles, second: str) -> None:
    profiles.rename(second, "Mr A. Rees")


def guard(profiles: Profiles, second: str) -> None:
    Passcode(profiles.paths(second).passcode, cost=CHEAP).choose("hazel")
    profiles.guard(second, guarded=True)


def remove(profiles: Profiles, second: str) -> None:
    profiles.condemn(second)
    finish(profiles)


def remove_first(profiles: Profiles, _second: str) -> None:
    profiles.condemn(FIRST)
    finish(profiles)


def attempt(folder: Path, change: Callable[[Profiles, str], None], second: str, step: int, how: str) -> int:
    """Carry out a change in a process of its own, cut off at a step; 0 for none."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seen = 0

    def hook(event: str, words: tuple[object, ...]) -> None:
        nonlocal seen
        if event in STEPS and any(str(word).startswith(str(folder)) for word in words):
            seen += 1
            if seen == step and how == "kill":
                os._exit(KILLED)
            if seen == step:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    status = FAILED
    try:
        sys.addaudithook(hook)
        change(Profiles(find_paths(folder)), second)
        status = DONE if seen < step or step == 0 else FAILED
    except (OSError, ProfileError):
        pass
    finally:
        os._exit(status)


def look(home: Paths, second: str) -> None:
    """What must hold whatever happened."""
    file = home.data / "profiles.json"
    if file.exists():
        assert entries_of(parsed(file))
    profiles = Profiles(home)
    assert not [message for message in profiles.messages if "understood" in message]
    ids = {profile.id for profile in profiles.all}
    going = {profile.id for profile in profiles.condemned()}
    if FIRST in ids:
        assert home.records.read_bytes() == b"of-the-first"
    if second in ids:
        assert profiles.paths(second).records.read_bytes() == b"of-the-second"
        assert profiles.get(second).name in {"Mr Rees", "Mr A. Rees"}  # type: ignore[union-attr]
    assert len(ids | going) >= 1


CHANGES = {change.__name__: change for change in (add, rename, guard, remove, remove_first)}


def try_each_step(folder: Path, change: Callable[[Profiles, str], None], how: str) -> int:
    """Be cut off at each step in turn, and look each time; gives how many steps there were."""
    school, kept = folder / "school", folder / "kept"
    second = set_up(school)
    shutil.copytree(school, kept)
    status, steps = KILLED, 0
    while status != DONE:
        shutil.rmtree(school)
        shutil.copytree(kept, school)
        steps += 1
        assert steps < 200
        status = attempt(school, change, second, steps, how)
        home = find_paths(school)
        look(home, second)
        finish(Profiles(home))
        look(home, second)
        profiles = Profiles(home)
        assert not list(profiles.folder.glob(".*")), "what was begun is cleared away"
        ids = {profile.id for profile in profiles.all}
        if change not in (remove, remove_first):
            assert {FIRST, second} <= ids
        elif (second if change is remove else FIRST) not in ids:
            left = b"".join(contents(school).values())
            assert (b"of-the-second" if change is remove else b"of-the-first") not in left
    return steps


if __name__ == "__main__":
    for name in sys.argv[2:]:
        for how in ("kill", "full"):
            print(name, how, try_each_step(Path(sys.argv[1]) / f"{name}-{how}", CHANGES[name], how))
