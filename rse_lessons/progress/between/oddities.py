"""What can be odd about a file that comes from another PC, and the one sentence that people read about each.

None of it does harm: nothing is taken from such a file, and it stays where it lies. The sentences are
constants with a place for the file's name, so that a window can say them in its own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Oddity(StrEnum):
    """Why nothing was taken from a file."""

    HALF = "half"
    CHANGED = "changed"
    WRONG = "wrong"
    NEWER = "newer"
    AHEAD = "ahead"
    RENAMED = "renamed"
    COPY = "copy"
    FOREIGN = "foreign"
    LINK = "link"
    FOLDER = "folder"
    SPECIAL = "special"
    HUGE = "huge"
    GONE = "gone"
    UNREADABLE = "unreadable"
    STUCK = "stuck"
    TOO_MANY = "too-many"
    SAME_DEVICE = "same-device"


SENTENCES: Mapping[Oddity, str] = {
    Oddity.HALF: (
        "“{file}” is not whole: its end is missing. Nothing was taken from it. If it is still being copied,"
        " wait a moment and try again."
    ),
    Oddity.CHANGED: (
        "“{file}” is not as RSE Lessons wrote it: it was changed or damaged on the way. Nothing was taken"
        " from it. Have it written again on the PC that it comes from."
    ),
    Oddity.WRONG: (
        "“{file}” holds something that lesson records never hold. Nothing was taken from it, and your records"
        " are as they were. Ask where the file comes from before you use it."
    ),
    Oddity.NEWER: (
        "“{file}” was made by a newer version of RSE Lessons, so this version leaves it alone. Install the"
        " newest version on this PC; then it is taken in."
    ),
    Oddity.AHEAD: (
        "“{file}” says that records were cleared on a day that has not come yet. Nothing was taken from it."
        " Check the date of this PC, and of the PC that the file comes from."
    ),
    Oddity.RENAMED: (
        "“{file}” does not have the name that RSE Lessons gave it. Nothing was taken from it. Give it its own"
        " name again, or delete it: the PC that it comes from writes it anew."
    ),
    Oddity.COPY: (
        "“{file}” looks like a second copy that a sync program or somebody made. Nothing was taken from it;"
        " the file that it was copied from counts. You can delete this one."
    ),
    Oddity.FOREIGN: (
        "“{file}” does not come from RSE Lessons, so it was left alone. It does no harm; in another folder it"
        " would be easier to find."
    ),
    Oddity.LINK: (
        "“{file}” is a link to somewhere else, and links are not followed. Nothing was taken from it. You can"
        " delete the link."
    ),
    Oddity.FOLDER: (
        "“{file}” is a folder where RSE Lessons keeps a file. It was left alone. Move it elsewhere; the file"
        " is then written anew."
    ),
    Oddity.SPECIAL: (
        "“{file}” is no ordinary file, so it was not opened. Nothing was taken from it. You can delete it."
    ),
    Oddity.HUGE: (
        "“{file}” is larger than lesson records can be, so it was not read. Nothing was taken from it. Ask"
        " where the file comes from before you use it."
    ),
    Oddity.GONE: (
        "“{file}” was taken away while it was being read. Nothing was taken from it; it is read when it is"
        " there again."
    ),
    Oddity.UNREADABLE: (
        "“{file}” could not be read. Nothing was taken from it. Check the stick or the connection, and"
        " whether this account may open the file; then try again."
    ),
    Oddity.STUCK: (
        "“{file}” could not be deleted, though a newer file has taken its place. It does no harm, but it may"
        " hold records that were cleared: delete it by hand."
    ),
    Oddity.TOO_MANY: (
        "“{file}” holds so many files that not all of them were looked at. Share through a folder of its own,"
        " with nothing else in it."
    ),
    Oddity.SAME_DEVICE: (
        "“{file}” comes from a copy of your records that counted on under the same mark as this PC. Nothing"
        " is lost: both are kept, and this PC has a new mark from now on."
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One file that was odd."""

    path: Path
    oddity: Oddity
    detail: str = ""
    """What exactly was found, in the program's own terms: for reports, not for teachers."""

    @property
    def sentence(self) -> str:
        """Say it in plain English."""
        return SENTENCES[self.oddity].format(file=shown(self.path))


class NotTakenError(Exception):
    """Nothing may be taken from a file."""

    def __init__(self, oddity: Oddity, detail: str = "") -> None:
        super().__init__(f"{oddity}: {detail}")
        self.oddity, self.detail = oddity, detail


def shown(path: Path) -> str:
    """Give a file's name as it may be shown: short, on one line, with no sign that turns what follows."""
    name = "".join(sign if sign.isprintable() else "·" for sign in path.name) or "?"
    return name if len(name) <= 100 else f"{name[:60]}…{name[-30:]}"
