"""From an unpacked pack to lessons on the shelf, by one renaming; and finishing what a crash left.

A pack becomes a folder of its own among the school's lessons. What is to be done is first written into the
unpacked folder. Then the folder is renamed from `.unpacking-…` to `.installing-…`: before that moment a
crash leaves the library as it was, after it the work is finished at the next start. Nothing is deleted:
lessons that give way go into `_replaced`.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from rse_lessons.i18n.catalogues import tr
from rse_lessons.packs.form import MANIFEST, PackError
from rse_lessons.packs.leftovers import INSTALLING, UNPACKING, has_leftovers
from rse_lessons.packs.manifest import from_bytes
from rse_lessons.packs.unpacking import Unpacked, write_new
from rse_lessons.settings.files import flush_folder

REPLACED = "_replaced"
"""Where lessons go that gave way to those of a pack. The library reads no folder whose name begins so."""
_PLAN = ".plan.json"
_LOCK = ".packs.lock"


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of an unpacked pack."""

    leave_out: tuple[str, ...] = ()
    """Names of lesson files that are not wanted."""
    rename: dict[str, str] = field(default_factory=dict)
    """New names of lesson files, by their names in the pack."""
    give_way: tuple[Path, ...] = ()
    """The school's own lesson files whose place the pack's take."""


def install(made: Unpacked, plan: Plan, own: Path) -> Path:
    """Put a pack in its place, and give its folder. Raises PackError, whose words say what is safe."""
    try:
        for name in plan.leave_out:
            (made.folder / name).unlink()
        for name, other in plan.rename.items():
            (made.folder / name).rename(made.folder / other)
        write_new(made.folder / _PLAN, json.dumps(_to_move(plan.give_way, own)).encode())
        flush_folder(made.folder)
        ready = made.folder.with_name(made.folder.name.replace(UNPACKING, INSTALLING, 1))
        made.folder.rename(ready)
    except OSError as error:
        made.discard()
        message = tr("The lessons could not be put into {folder} ({reason}).")
        raise PackError(
            message.format(folder=own, reason=error.strerror or error),
            tr("Make room there, or ask whoever looks after this PC to let you write there."),
        ) from None
    try:
        flush_folder(own)
        return _finish(ready, own)
    except OSError as error:
        message = tr("The pack is ready, but could not be put in its place yet ({reason}).")
        raise PackError(
            message.format(reason=error.strerror or error),
            tr("Close RSE Lessons and open it again: it then finishes the work by itself."),
            tr("Nothing is lost."),
        ) from None


def _to_move(files: Iterable[Path], own: Path) -> list[str]:
    """Give what is to be put aside: lesson files, or a pack's whole folder when none of its lessons stays."""
    leaving = set(files)
    found: list[Path] = []
    for folder in sorted({file.parent for file in leaving}):
        whole = folder != own and set(folder.glob("*.md")) <= leaving
        found += [folder] if whole else sorted(file for file in leaving if file.parent == folder)
    return [str(path.relative_to(own)) for path in found]


def _finish(ready: Path, own: Path) -> Path:
    """Carry out what the plan says; whatever of it was done before is passed over. Raises OSError."""
    pack = from_bytes((ready / MANIFEST).read_bytes()).id
    aside = own / REPLACED / f"{pack}-{ready.name.removeprefix(INSTALLING)}"
    for name in _read_plan(ready):
        source, target = own / name, aside / name
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
            flush_folder(target.parent)
            flush_folder(source.parent)
    (ready / _PLAN).unlink(missing_ok=True)
    place = _free(own, pack)
    ready.rename(place)
    flush_folder(own)
    return place


def _read_plan(ready: Path) -> list[str]:
    """Give what has still to give way; without a plan all of it has."""
    try:
        return [str(name) for name in json.loads((ready / _PLAN).read_bytes())]
    except FileNotFoundError:
        return []


def _free(own: Path, pack: str) -> Path:
    """Give a folder for a pack that is not taken; an earlier edition keeps its own."""
    number, place = 1, own / pack
    while place.exists():
        number += 1
        place = own / f"{pack}-{number}"
    return place


# What a crash left, and two windows at once


@contextmanager
def alone(own: Path) -> Iterator[bool]:
    """Have the folder of lessons for oneself; False while another window adds a pack.

    The system takes the lock back when the program ends, however it ends.
    """
    own.mkdir(parents=True, exist_ok=True)
    with (own / _LOCK).open("ab") as file:
        yield _lock(file)


def _lock(file: IO[bytes]) -> bool:
    try:
        if os.name == "posix":
            import fcntl  # noqa: PLC0415  only there

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415  only there

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return os.name == "posix"  # a drive that knows no locks
    return True


def tidy(own: Path) -> None:
    """Finish packs that were accepted and take away those that were not; leaves what cannot be done now."""
    if not has_leftovers(own):
        return
    with suppress(OSError), alone(own) as ours:
        if not ours:
            return
        for folder in sorted(own.iterdir()):
            if folder.name.startswith(UNPACKING):
                shutil.rmtree(folder, ignore_errors=True)
            elif folder.name.startswith(INSTALLING):
                # A plan that cannot be read is the disk's doing; the folder stays for a person to see.
                with suppress(OSError, ValueError, TypeError, PackError):
                    _finish(folder, own)
