"""Keeps what Python makes of the modules inside PySide6, which are compiled anew at every start otherwise.

It lies where Python keeps its own (PEP 3147), under the same conditions: nothing is written where Python is
told not to, or may not; a file of another version of Python or of PySide6, or a damaged one, is made anew.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType

LONGEST = 1 << 20
"""Of a file with more bytes nothing is read: ours has a tenth."""

Kept = dict[str, tuple[bytes, CodeType]]
"""By the name of a module's file: the hash of its source, and what came of it."""


class Compiled:
    """What PySide6 compiles while it is imported."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or Path(cache_from_source(__file__)).with_suffix(".inside-pyside")
        self._usual = builtins.compile
        self._kept = read(self._path)
        self._is_new = False

    def compile(self, source: bytes | str, filename: str, *rest: object, **more: object) -> CodeType:
        """Do as the built-in `compile` does, or give what came of it the last time."""
        if rest != ("exec",) or more:
            made: CodeType = self._usual(source, filename, *rest, **more)  # type: ignore[call-overload]
            return made
        hashed = source_hash(source.encode() if isinstance(source, str) else source)
        before = self._kept.get(filename)
        if before is None or before[0] != hashed:
            before = self._kept[filename] = hashed, self._usual(source, filename, "exec")
            self._is_new = True
        return before[1]

    def keep(self) -> None:
        """Write what is new, for the next start; without it, that is slower and nothing else."""
        if self._is_new and not sys.dont_write_bytecode:
            write(self._path, self._kept)


def read(path: Path) -> Kept:
    """Read what was kept, or nothing where it is not whole or not of this Python."""
    try:
        with path.open("rb") as file:
            written = file.read(LONGEST)
    except OSError:
        return {}
    head, rest = written[: len(MAGIC_NUMBER) + 8], written[len(MAGIC_NUMBER) + 8 :]
    if head != MAGIC_NUMBER + source_hash(rest):
        return {}
    kept: Kept = marshal.loads(rest)  # noqa: S302  whole, by its hash, and from where Python keeps its own
    return kept


def write(path: Path, kept: Kept) -> None:
    """Write what is to be kept, whole or not at all."""
    rest = marshal.dumps(kept)
    part = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(MAGIC_NUMBER + source_hash(rest) + rest)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
