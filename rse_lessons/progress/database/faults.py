"""What can go wrong with the file of records, and the one sentence that people read about each.

The sentences are constants, so that a window can show them in its own language. When they are said is
`store`'s.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Mapping
from enum import StrEnum


class Fault(StrEnum):
    """Why records cannot be written just now."""

    LOCKED = "locked"
    FULL = "full"
    READ_ONLY = "read-only"
    NEWER = "newer"
    DAMAGED = "damaged"
    OTHER = "other"


class RecordsError(Exception):
    """The file of records cannot be used, though SQLite itself has no complaint."""


class NewerDatabaseError(RecordsError):
    """The file was made by a newer version of this program; it has not been touched."""


class DamagedDatabaseError(RecordsError):
    """The file opens, but not all of it is sound."""


SENTENCES: Mapping[Fault, str] = {
    Fault.LOCKED: (
        "Another program is using your lesson records just now. You can go on presenting; what you do is"
        " remembered and will be stored as soon as the other program lets go."
    ),
    Fault.FULL: (
        "This disk is full, so your lesson records cannot be stored just now. Everything stored earlier is"
        " safe and you can go on presenting; free some space before you close RSE Lessons, and the rest is"
        " stored by itself."
    ),
    Fault.READ_ONLY: (
        "RSE Lessons is not allowed to write in the folder of your lesson records. Everything stored earlier"
        " is safe and you can go on presenting; ask whoever looks after this PC to let you write there before"
        " you close RSE Lessons."
    ),
    Fault.NEWER: (
        "Your lesson records were made by a newer version of RSE Lessons, so this version leaves them as they"
        " are. You can go on presenting, but where the class stops is not stored; install the newest version"
        " to go on recording."
    ),
    Fault.DAMAGED: (
        "Your lesson records are damaged, and RSE Lessons could not put the damaged file aside to begin a new"
        " one. Nothing has been deleted and you can go on presenting; ask whoever looks after this PC to"
        " check the folder and the disk before you close RSE Lessons."
    ),
    Fault.OTHER: (
        "Your lesson records cannot be reached just now. You can go on presenting; what you do is remembered"
        " and tried again. If this stays, check the disk or the network drive that holds them."
    ),
}

SET_ASIDE = (
    "Your lesson records were damaged. The damaged file is kept beside the new one, with the date in its"
    " name, and everything that could still be read is in the new one. You can go on presenting, and new"
    " steps are stored; please check where your classes are."
)

MADE_WHOLE = (
    "Your lesson records were damaged and have been made whole again; nothing that was stored is missing. The"
    " damaged file is kept beside the new one, with the date in its name. You can go on presenting."
)

FOUND_AGAIN = (
    "The file of your lesson records was gone and has been made again out of the copies that are kept beside"
    " it; nothing that was stored is missing. You can go on presenting."
)

NO_BACKUP_TODAY = (
    "Your lesson records are stored, but today's backup of them could not be made. Nothing is missing; it is"
    " tried again later. If this stays, check that the disk has room and that RSE Lessons may write there."
)

SIDE_BEHIND = (
    "Your lesson records are stored, but the safety copy of the newest steps cannot be written just now. You"
    " can go on presenting; it is tried again with each step. If this stays, check that the disk has room."
)

RECOVERED = "Your lesson records are being stored again. Nothing you did in the meantime is missing."

NOT_STORED = (
    "Some of the last steps could not be stored before RSE Lessons closed. Everything stored earlier is safe;"
    " next time, check which slide the class had reached."
)

UNREADABLE = (
    "Your lesson records could not be read just now, so lessons are shown without where your classes are. You"
    " can present as usual; nothing has been changed."
)

_BY_CODE: Mapping[int, Fault] = {
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Fault.LOCKED,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_AUTH: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}

_BY_ERRNO: Mapping[int, Fault] = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
    errno.EROFS: Fault.READ_ONLY,
    errno.ENOTDIR: Fault.READ_ONLY,
    errno.EEXIST: Fault.READ_ONLY,
}


_OF_A_SPOILT_HEAD = ("unsupported file format", "must use the same text encoding", "malformed")
"""What SQLite says, as a mere mistake, of a file whose first bytes are not as it wrote them."""


TROUBLE = (sqlite3.Error, OSError, RecordsError, UnicodeDecodeError)
"""What the disk, or a file on it, can raise. SQLite's own complaint may quote what is no text."""


def fault_of(error: sqlite3.Error | OSError | RecordsError | UnicodeDecodeError) -> Fault:
    """Which fault an error is. The lowest eight bits of SQLite's code are its kind."""
    if isinstance(error, RecordsError):
        return Fault.NEWER if isinstance(error, NewerDatabaseError) else Fault.DAMAGED
    if isinstance(error, TimeoutError):
        return Fault.LOCKED  # another copy of the app is at work beside the file
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, Fault.OTHER)
    code = getattr(error, "sqlite_errorcode", None)
    said = str(error)
    # Text that is no UTF-8 comes without a code: it can only stand on an overwritten page.
    if (code is None and "decode" in said.lower()) or any(words in said for words in _OF_A_SPOILT_HEAD):
        return Fault.DAMAGED
    return _BY_CODE.get((code or 0) & 0xFF, Fault.OTHER)
