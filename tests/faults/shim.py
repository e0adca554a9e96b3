"""Building the shim, telling it what to do, and reading the log that it writes. Linux alone.

The shim is `shim.c`: it stands between a program and the calls that change files under one folder. A
program has it in it when it was started with `environment`; then `begin` tells it, also in a forked child,
which call is to fail and how.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import platform
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
_LINE = struct.Struct("<IBBHQq")


class How(IntEnum):
    """What happens at the nth call."""

    NOTHING = 0
    ONCE = 1
    """It fails, and the next one does not."""
    FOR_GOOD = 2
    """It fails, and all that follow."""
    SHORT = 3
    """If it writes, half of it is written; all that follow fail."""
    END = 4
    """The program is killed in its place."""
    END_TORN = 5
    """If it writes, half of it is written; then the program is killed."""
    NO_ROOM = 6
    """From now on whatever needs more room fails: growing a file, making one."""
    SYNC = 7
    """Not the nth call, but the nth sync of a file fails, once."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the log: what the program did to the folder, or said meanwhile."""

    what: str
    """C file made, T cut to `place`, W `data` written at `place`, S synced, D folder synced, R renamed,
    L linked, U unlinked, M folder made, X folder removed, A `data` acknowledged, F call number `place` failed
    on purpose, ! not seen by the shim."""
    failed: bool
    file: int
    """The inode's number, of what is about an open file."""
    place: int
    path: str
    data: bytes = b""
    """What was written or said; of R and L the new path."""


def why_not() -> str:
    """Say why the shim cannot be built here; empty when it can."""
    if not sys.platform.startswith("linux") or struct.calcsize("P") != 8:
        return "the shim is written for 64-bit Linux"
    if platform.libc_ver()[0] != "glibc":
        return "the shim is written for glibc"
    return "" if _compiler() else "the shim needs a C compiler (cc or gcc), and there is none"


@functools.cache
def built() -> Path:
    """Build the shim, once for each state of its source, and give the library."""
    compiler = _compiler()
    assert compiler, why_not()
    mark = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    library = Path(tempfile.gettempdir()) / f"rse-lessons-faults-{os.getuid()}" / f"shim-{mark}.so"
    if not library.exists():
        library.parent.mkdir(mode=0o700, exist_ok=True)
        half = library.with_suffix(f".{os.getpid()}")
        command = [compiler, "-shared", "-fPIC", "-O2", "-Wall", "-o", str(half), str(SOURCE), "-lpthread"]
        subprocess.run(command, check=True)
        half.replace(library)
    return library


def environment() -> dict[str, str]:
    """Give the environment of a program that is to have the shim in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FAULTS_")}
    return {**kept, "LD_PRELOAD": str(built())}


def is_here() -> bool:
    """Whether this program has the shim in it."""
    return hasattr(_own(), "faults_begin")


def begin(
    folder: Path, *, log: Path | None = None, nth: int = 0, error: int = 0, how: How = How.ONCE
) -> None:
    """From now on write calls under `folder` down, or let the nth fail. This program must have the shim."""
    _own().faults_begin(
        os.fsencode(folder.resolve()),
        os.fsencode(log) if log else None,
        ctypes.c_long(nth),
        ctypes.c_int(error),
        ctypes.c_int(int(how) if nth else 0),
    )


def end() -> int:
    """Let every call through again, and give how many were counted."""
    counted = calls()
    _own().faults_begin(None, None, ctypes.c_long(0), ctypes.c_int(0), ctypes.c_int(0))
    return counted


def calls() -> int:
    """Give how many calls were counted since `begin`."""
    counted = _own().faults_calls
    counted.restype = ctypes.c_long
    return int(counted())


def say(log: int, words: str) -> None:
    """Put into the log, opened to append, that something was acknowledged: in its place among the calls."""
    data = words.encode()
    os.write(log, _LINE.pack(len(data), ord("A"), 0, 0, 0, 0) + data)


def read_log(log: Path) -> Iterator[Step]:
    """Give what the log holds, in the order in which it happened."""
    whole, at = log.read_bytes(), 0
    while at < len(whole):
        size, what, failed, first, file, place = _LINE.unpack_from(whole, at)
        at += _LINE.size
        path, data = whole[at : at + first], whole[at + first : at + size]
        assert len(path) + len(data) == size, "the log breaks off"
        yield Step(chr(what), bool(failed), file, place, os.fsdecode(path), data)
        at += size


def _compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


@functools.cache
def _own() -> ctypes.CDLL:
    return ctypes.CDLL(None)
