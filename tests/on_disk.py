"""What lies in a folder while the program may be at work in it: a file may go between look and reading."""

from __future__ import annotations

from pathlib import Path

_LOOKS = 1_000


def contents(folder: Path, pattern: str = "*") -> dict[Path, bytes]:
    """Read every file below `folder` whose name fits, as they stood at one time.

    A file that is renamed or deleted after it was listed makes the whole look begin again, so that
    what it held is not missed under its new name.
    """
    for _ in range(_LOOKS):
        try:
            return {path: path.read_bytes() for path in folder.rglob(pattern) if path.is_file()}
        except FileNotFoundError:
            continue
    raise AssertionError(f"{folder} never came to rest")


def holding(folder: Path, *words: str) -> set[str]:
    """Name the files below `folder` that hold any of these words."""
    return {
        path.name for path, held in contents(folder).items() if any(word.encode() in held for word in words)
    }
