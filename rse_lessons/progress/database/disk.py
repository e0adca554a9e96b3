"""Files that are whole or as they were, old content that is really gone, and one hand at a time.

Nothing here knows what is in a file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PART, GONE, WORK = ".part", ".gone", ".work"
"""Endings of a file being written, of one whose content is being overwritten, and of a working copy."""

_BLOCK = 1 << 20
_PATIENCE = 3.0
"""Seconds."""
_BINARY = getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes) -> None:
    """Write beside `path`, flush, and put it in its place. Raises OSError; then `path` is as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + PART)
    write_part(half, content)
    rename(half, path)
    flush_folder(path.parent)


def write_part(half: Path, content: bytes) -> None:
    """Write a file and flush it to the disk; nothing stays behind when that fails. Raises OSError."""
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def append(path: Path, content: bytes) -> None:
    """Add to the end of a file, and have it on the disk. Raises OSError; then a part may be there."""
    new = not path.exists()
    opened = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(opened, left) :]
        os.fsync(opened)
    finally:
        os.close(opened)
    if new:
        flush_folder(path.parent)


def flush_file(path: Path) -> None:
    """Have what other hands wrote into a file on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have what was renamed in a folder on the disk; Windows neither needs nor allows it."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def wipe(path: Path) -> None:
    """Overwrite a file with zeros, flush it, and remove it. Raises OSError. None there is fine.

    A disk may still keep traces of what it once held; more than this no program can do.
    """
    try:
        with path.open("rb+") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _BLOCK)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return
    flush_folder(path.parent)


def rename(source: Path, target: Path) -> None:
    """Put a file in the place of another. Raises OSError.

    Windows refuses while anybody reads the other one, as a window does for a moment: it is tried again.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if os.name == "posix" or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def swap_in(path: Path) -> None:
    """Put the flushed file `path`.part in the place of `path`, and overwrite what stood there.

    Raises OSError. Cut off at any point it is finished by `finish_swap`.
    """
    part, gone = path.with_name(path.name + PART), path.with_name(path.name + GONE)
    with suppress(FileNotFoundError):
        rename(path, gone)
    rename(part, path)
    flush_folder(path.parent)
    wipe(gone)


def finish_swap(path: Path) -> None:
    """Finish a `swap_in` that was cut off. Raises OSError. To be called before `path`.part is written."""
    part, gone = path.with_name(path.name + PART), path.with_name(path.name + GONE)
    if not gone.exists():
        return
    if not path.exists():
        # The part was whole on the disk before the old file gave way.
        rename(part if part.exists() else gone, path)
        flush_folder(path.parent)
    wipe(gone)


def identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def held(lock: Path, seconds: float) -> Iterator[None]:
    """Be the only one, among all programs on this PC, that holds this lock. Raises TimeoutError, OSError.

    The file stays, empty. The system lets go of the lock when a program ends, however it ends.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    opened = os.open(lock, os.O_RDWR | os.O_CREAT | _BINARY, 0o666)
    try:
        while not _take(opened):
            if time.monotonic() > until:
                raise TimeoutError(f"{lock.name} is held by another program")
            time.sleep(0.005)
        yield
    finally:
        os.close(opened)


def _take(opened: int) -> bool:
    try:
        if os.name == "posix":
            import fcntl  # noqa: PLC0415  only there

            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415  only there

            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except BlockingIOError:
        return False
    except PermissionError:
        return False  # how Windows says it
    return True
