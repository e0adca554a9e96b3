"""Why sharing through a folder, or writing a merge file, ended early, and the sentence about each.

The sentences are constants, so that a window can say them in its own language.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path


class Trouble(StrEnum):
    """What ended it."""

    NO_FOLDER = "no-folder"
    GONE = "gone"
    READ_ONLY = "read-only"
    FULL = "full"
    BROKEN = "broken"
    NOT_STORED = "not-stored"
    BUSY = "busy"
    STOPPED = "stopped"
    TOO_MUCH = "too-much"


SENTENCES: Mapping[Trouble, str] = {
    Trouble.NO_FOLDER: (
        "The shared folder is not there. Your records on this PC are safe. Put the stick in or connect the"
        " network drive and share again, or choose another folder."
    ),
    Trouble.GONE: (
        "The shared folder went away in the middle. Your records on this PC are safe, and what was taken in"
        " until then is kept. Put the stick back in, or connect the drive again, and share once more."
    ),
    Trouble.READ_ONLY: (
        "RSE Lessons may not write in the shared folder. What your other PCs put there was taken in, but"
        " nothing of this PC was given. Ask whoever looks after the folder to let you write there."
    ),
    Trouble.FULL: (
        "The disk of the shared folder is full. What your other PCs put there was taken in, but not"
        " everything of this PC was given. Free some space there and share again."
    ),
    Trouble.BROKEN: (
        "The shared folder could not be used to the end. Your records on this PC are safe. Check the stick or"
        " the connection and share again."
    ),
    Trouble.NOT_STORED: (
        "Your records on this PC cannot be written just now, so sharing stopped. Nothing is lost, and the"
        " folder is as it was. Share again when the records are stored."
    ),
    Trouble.BUSY: (
        "Records are being shared already, perhaps by a second window of RSE Lessons. Wait a moment and share"
        " again."
    ),
    Trouble.STOPPED: (
        "Sharing was stopped before it was done. What was taken in until then is kept, and the rest follows"
        " the next time."
    ),
    Trouble.TOO_MUCH: (
        "There are more records than one file can hold. Nothing was written. Share through a folder instead:"
        " a folder has no such limit."
    ),
}

_BY_ERRNO: Mapping[int, Trouble] = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
}


def trouble_of(error: OSError, folder: Path) -> Trouble:
    """Which trouble an error of the disk is, met while working in this folder."""
    try:
        there = folder.is_dir()
    except OSError:
        there = False
    if not there:
        return Trouble.GONE
    return _BY_ERRNO.get(error.errno or 0, Trouble.BROKEN)
