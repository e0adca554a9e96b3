"""The zip around a pack: written in one way, and read only when every byte of it is written so.

Python's `zipfile` believes the directory at the end of a file, reads all of it before any limit, and passes
over whatever lies between and before. Here headers are compared with the only ones that a pack can have, and
the files stand one after another without gaps, so that nothing can be hidden, doubled or laid over another.
Nothing is compressed: what is to be unpacked is as large as what came. Any zip program opens a pack.

The format of headers: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from rse_lessons.i18n.catalogues import tr
from rse_lessons.packs.form import MAX_FILES, MAX_PACK, PackError, ask_author
from rse_lessons.packs.names import quoted

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION, _MADE_BY = 20, 3 << 8 | 20
_DAY = 1 << 5 | 1
"""1 January 1980: a pack's day stands in its manifest."""
_FILE = (stat.S_IFREG | 0o644) << 16
_UTF8, _ENCRYPTED = 0x800, 0x2041
"""Bits of the flags: a name in UTF-8; the three that say that something is encrypted."""
_DOS_FOLDER = 0x10


class Entry(NamedTuple):
    """A file in a zip."""

    name: str
    start: int
    size: int
    crc: int


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """Give the zip that holds these files in this order."""
    body, directory = bytearray(), bytearray()
    for name, content in files.items():
        entry = Entry(name, len(body), len(content), zlib.crc32(content))
        body += _local(entry)
        directory += _central(entry)
        body += content
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + end)


def read_zip(data: bytes) -> dict[str, memoryview]:
    """Give the files of a zip by name. Raises PackError for all that `write_zip` would not have written."""
    if len(data) > MAX_PACK:
        raise PackError(tr("This file is larger than 64 MiB, which no lesson pack is."), ask_author())
    if len(data) < _END.size or data[:2] != b"PK":
        raise PackError(tr("This file is not a lesson pack, or its beginning is damaged."))
    count, size, offset = _end(data)
    whole = memoryview(data)
    found: dict[str, memoryview] = {}
    at, place = offset, 0
    for _ in range(count):
        entry, at = _read_entry(data, at, offset + size)
        if entry.name in found:
            raise PackError(
                tr("The file “{name}” is in it twice.").format(name=quoted(entry.name)), ask_author()
            )
        place = _check_place(data, entry, place, offset)
        content = whole[place - entry.size : place]
        if zlib.crc32(content) != entry.crc:
            raise PackError(tr("The file “{name}” in it is damaged.").format(name=quoted(entry.name)))
        found[entry.name] = content
    if at != offset + size or place != offset:
        raise _not_ours()
    return found


def _end(data: bytes) -> tuple[int, int, int]:
    """Give how many files there are, and the size and place of the directory."""
    sign, disk, first, here, count, size, offset, comment = _END.unpack_from(data, len(data) - _END.size)
    if sign != b"PK\5\6":
        raise PackError(tr("The end of the pack is missing, or something was added to it."))
    if count > MAX_FILES + 2:
        raise PackError(tr("There are more than {most} files in it.").format(most=MAX_FILES), ask_author())
    if disk or first or comment or here != count or offset + size != len(data) - _END.size:
        raise _not_ours()
    return count, size, offset


def _read_entry(data: bytes, at: int, end: int) -> tuple[Entry, int]:
    """Read one line of the directory, and refuse what is no ordinary file."""
    if at + _CENTRAL.size > end:
        raise _not_ours()
    sign, _by, _needs, flags, method, _time, _day, crc, packed, size, *rest = _CENTRAL.unpack_from(data, at)
    length, extra, comment, _disk, _inner, attributes, start = rest
    after = at + _CENTRAL.size + length
    if sign != b"PK\1\2" or extra or comment or after > end:
        raise _not_ours()
    name = _name(data[at + _CENTRAL.size : after])
    if flags & _ENCRYPTED:
        raise PackError(tr("Parts of it are encrypted, so nobody can see what they hold."), ask_author())
    kind = stat.S_IFMT(attributes >> 16)
    if kind not in (0, stat.S_IFREG) or attributes & _DOS_FOLDER or name.endswith("/"):
        message = tr("“{name}” in it is a link, a folder or something else that is no ordinary file.")
        raise PackError(message.format(name=quoted(name)), ask_author())
    if method or packed != size:
        message = tr("“{name}” in it is compressed, which packs never are: it could grow without end.")
        raise PackError(message.format(name=quoted(name)), ask_author())
    entry = Entry(name, start, size, crc)
    if data[at:after] != _central(entry):
        raise _not_ours()
    return entry, after


def _name(written: bytes) -> str:
    try:
        return written.decode()
    except UnicodeDecodeError:
        raise _not_ours() from None


def _check_place(data: bytes, entry: Entry, place: int, limit: int) -> int:
    """See that a file begins where the one before it ended, under the same header; gives where it ends."""
    header = _local(entry)
    end = place + len(header) + entry.size
    if entry.start != place or end > limit:
        raise PackError(tr("The files in it lie over one another, or with gaps between them."), ask_author())
    if data[place : place + len(header)] != header:
        name = quoted(entry.name)
        message = tr("What it says about “{name}” at one place is not what it says at another.")
        raise PackError(message.format(name=name), ask_author())
    return end


def _local(entry: Entry) -> bytes:
    name = entry.name.encode()
    sizes = entry.crc, entry.size, entry.size
    fixed = _LOCAL.pack(b"PK\3\4", _VERSION, _flags(name), 0, 0, _DAY, *sizes, len(name), 0)
    return fixed + name


def _central(entry: Entry) -> bytes:
    name = entry.name.encode()
    sizes = entry.crc, entry.size, entry.size
    head = b"PK\1\2", _MADE_BY, _VERSION, _flags(name), 0, 0, _DAY, *sizes
    return _CENTRAL.pack(*head, len(name), 0, 0, 0, 0, _FILE, entry.start) + name


def _flags(name: bytes) -> int:
    return 0 if name.isascii() else _UTF8


def _not_ours() -> PackError:
    return PackError(tr("The pack is not put together as RSE Lessons puts packs together, or it is damaged."))
