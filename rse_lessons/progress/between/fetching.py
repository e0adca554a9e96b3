"""Reading a file in a place that is not ours alone: a stick, a network share, a synced folder.

A link is not followed, what is no ordinary file is not opened, and what is too large is not read. Writing is
in `disk`.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from rse_lessons.progress.between.oddities import NotTakenError, Oddity

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_CHUNK = 1 << 20

_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE})


def fetch(path: Path, largest: int) -> bytes:
    """Read a whole file of at most `largest` bytes. Raises NotTakenError, and nothing else."""
    try:
        judge(path.lstat(), largest)
        opened = os.open(path, _FLAGS)
        try:
            # Looked at again: another file may have come into its place in the meantime.
            judge(os.fstat(opened), largest)
            return _all_of(opened, largest)
        finally:
            os.close(opened)
    except OSError as error:
        raise NotTakenError(oddity_of(error), str(error)) from error
    except ValueError as error:  # a name that the system cannot have
        raise NotTakenError(Oddity.UNREADABLE, str(error)) from error


def judge(found: os.stat_result, largest: int) -> None:
    """Raise NotTakenError unless it is an ordinary file that is not too large."""
    mode = found.st_mode
    if stat.S_ISLNK(mode) or _is_reparse_point(found):
        raise NotTakenError(Oddity.LINK)
    if stat.S_ISDIR(mode):
        raise NotTakenError(Oddity.FOLDER)
    if not stat.S_ISREG(mode):
        raise NotTakenError(Oddity.SPECIAL)
    if found.st_size > largest:
        raise NotTakenError(Oddity.HUGE, f"{found.st_size} bytes")


def oddity_of(error: OSError) -> Oddity:
    """Which oddity it is that a file could not be read."""
    if error.errno in _NOT_THERE:
        return Oddity.GONE
    if error.errno == errno.ELOOP:
        return Oddity.LINK
    return Oddity.FOLDER if error.errno == errno.EISDIR else Oddity.UNREADABLE


def _all_of(opened: int, largest: int) -> bytes:
    found = bytearray()
    while chunk := os.read(opened, _CHUNK):
        found += chunk
        if len(found) > largest:  # it grew while it was read
            raise NotTakenError(Oddity.HUGE)
    return bytes(found)


def _is_reparse_point(found: os.stat_result) -> bool:
    """Whether Windows would lead elsewhere; a file that a cloud keeps is an ordinary one."""
    tag = getattr(found, "st_reparse_tag", 0)
    links = {getattr(stat, name, -1) for name in ("IO_REPARSE_TAG_SYMLINK", "IO_REPARSE_TAG_MOUNT_POINT")}
    return tag in links
