"""From a file to its text. Refuses, with a sentence, what is too big, not text or not where it should be.

No lesson is understood here. Nothing but an ordinary file is opened, so that a device or a pipe
placed among lessons can neither hang nor fill the program. Whoever shows such a sentence says it in the
interface's language (`i18n.catalogues.retold`).
"""

from __future__ import annotations

import stat
from pathlib import Path

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.source import MAX_BYTES
from rse_lessons.settings.sentences import in_english

NOT_UTF8 = in_english("This line is not in UTF-8; save the file again as UTF-8.")
_LINK = in_english("This is a link to a file in another folder; put the file itself into this folder.")
_TOO_BIG = in_english("The file is larger than 1 MiB; it is for text, so keep pictures apart.")
_UTF16_SAVED = in_english("The file is saved as UTF-16; save it again as UTF-8.")
_NUL = in_english("There is a NUL character here; this is not a text file.")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = "\ufeff"


def read_bytes(path: Path, limit: int) -> bytes:
    """Read an ordinary file, at most one byte more than `limit`, so that the caller sees it is too big.

    Raises OSError, also for what is not an ordinary file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        message = "it is not an ordinary file"
        raise OSError(message)
    with path.open("rb") as stream:
        return stream.read(limit + 1)


def inside(path: Path, folder: Path) -> bool:
    """Say whether `path`, links followed, still lies in `folder` itself or below it."""
    return path.resolve().is_relative_to(folder.resolve())


def load(path: Path, findings: Findings) -> str | None:
    """Give the text of a lesson file with its line ends made alike, or None and a finding."""
    try:
        if path.is_symlink() and not inside(path, path.parent):
            findings.error(1, _LINK, "lesson-outside")
            return None
        data = read_bytes(path, MAX_BYTES)
    except (OSError, RuntimeError) as error:  # Python 3.11 and 3.12 raise RuntimeError for a loop of links
        reason = getattr(error, "strerror", None) or str(error)
        findings.error(1, in_english("The file cannot be read: {reason}.", reason=reason), "unreadable")
        return None
    return decode(data, findings)


def decode(data: bytes, findings: Findings) -> str | None:
    """Give the text in `data`, or None and a finding."""
    if len(data) > MAX_BYTES:
        findings.error(1, _TOO_BIG, "file-too-big")
        return None
    if data.startswith(_UTF16):
        findings.error(1, _UTF16_SAVED, "not-utf8")
        return None
    nul = data.find(b"\0")
    if nul >= 0:
        line = _line_at(data, nul)
        findings.error(line, _NUL, "nul")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line_at(data, error.start)
        findings.error(line, NOT_UTF8, "not-utf8")
        return None
    return with_plain_line_ends(text)


def with_plain_line_ends(text: str) -> str:
    """Take off a byte order mark and make every line end a single newline."""
    return text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _line_at(data: bytes, offset: int) -> int:
    return with_plain_line_ends(data[:offset].decode("latin-1")).count("\n") + 1
