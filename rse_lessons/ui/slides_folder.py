"""A folder of pictures that is there whole or not at all, and never replaces anybody else's files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from rse_lessons.i18n.catalogues import tr

CONTENTS = "contents.txt"
"""Names the pictures; by its first line a folder of ours is known again."""
FIRST_LINE = "Slides written by RSE Lessons"


class ForeignFilesError(Exception):
    """Raised when a folder holds what is not ours; its text is a sentence for a person."""


def write_folder(target: Path, write: Callable[[Path], Sequence[tuple[str, str]]]) -> None:
    """Let `write` fill a new folder, and put that in the place of `target`.

    `write` gives each file's name with words about it. Raises ForeignFilesError, OSError, and whatever
    `write` raises; then `target` is as it was.
    """
    target = Path(os.path.realpath(target))
    check(target)
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir()
    try:
        listed = write(half)
        lines = [FIRST_LINE, "", *(f"{name}\t{words}" for name, words in listed)]
        (half / CONTENTS).write_text("\n".join(lines) + "\n", encoding="utf-8")
        for file in half.iterdir():
            with file.open("rb+") as written:
                os.fsync(written.fileno())
        _put_in_place(half, target)
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        shutil.rmtree(half, ignore_errors=True)
        raise


def check(target: Path) -> None:
    """Make sure that `target` may be replaced. Raises ForeignFilesError and OSError."""
    if not target.exists():
        return
    if not target.is_dir():
        raise ForeignFilesError(
            tr("{target} is a file. Give the name of a folder for the pictures; nothing was written.").format(
                target=target
            )
        )
    there = {entry.name for entry in target.iterdir()}
    foreign = sorted(there - _ours(target))
    if foreign:
        raise ForeignFilesError(
            tr(
                "The folder {target} holds files that RSE Lessons did not write, such as {name}. "
                "Nothing was changed. Give the name of a new folder."
            ).format(target=target, name=foreign[0])
        )


def _ours(folder: Path) -> set[str]:
    try:
        lines = (folder / CONTENTS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    if not lines or lines[0] != FIRST_LINE:
        return set()
    return {CONTENTS, *(line.partition("\t")[0] for line in lines[2:])}


def _put_in_place(half: Path, target: Path) -> None:
    if not target.exists():
        half.rename(target)
        return
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    shutil.rmtree(old, ignore_errors=True)
    target.rename(old)
    try:
        half.rename(target)
    except OSError:
        with suppress(OSError):
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
