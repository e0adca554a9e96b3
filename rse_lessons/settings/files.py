"""Writing a small file so that it is whole or as it was, never half.

What is written is the business of `preferences`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident

EVERYBODY, OWNER = 0o666, 0o600
"""Who may read and write a new file, as far as the account's own settings allow."""


def write_whole(path: Path, content: bytes, *, mode: int = EVERYBODY) -> None:
    """Write to a file beside it, flush it to the disk, and put it in the place of `path`. Raises OSError.

    With OWNER it is never readable to others, not even for a moment. Where several threads or programs write
    at the same time, the last one counts, whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        half.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(half, flags, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Have what was renamed in a folder on the disk; Windows neither needs nor allows it."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
