"""Reading rows out of a damaged database page by page, where SQLite itself finds no way to them.

Each page of a table that can still be told for one is taken for itself, with the write-ahead log's newer
copy of it where there is one. What is found is checked by whoever asked: a row may be anything. The layout is
that of SQLite's file format, https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_LEAF = 13
"""The first byte of a page that holds rows of a table."""
_FIRST = 100
"""Bytes of the file's own header, on its first page."""
_WAL_HEADER, _FRAME_HEADER = 32, 24
_LONGEST = 64_000
"""Bytes of a row; ours are shorter."""
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number, by how it is stored."""


def carve(path: Path, columns: frozenset[int]) -> Iterator[tuple[object, ...]]:
    """Give every row that has one of these numbers of columns. Raises OSError."""
    with path.open("rb") as file:
        pages = _Pages(file, path.with_name(path.name + "-wal"))
        for number in range(1, pages.count + 1):
            page = pages.page(number)
            start = _FIRST if number == 1 else 0
            if len(page) >= start + 8 and page[start] == _LEAF:
                yield from _rows(page, start, pages, columns)


class _Pages:
    """The pages of a file, the log's newer copies before the file's own."""

    def __init__(self, file: IO[bytes], log: Path) -> None:
        self._file = file
        self.size = _page_size(file.read(_FIRST))
        self._newer = _frames(log, self.size)
        length = file.seek(0, 2)
        self.count = max([-(-length // self.size), *self._newer])

    def page(self, number: int) -> bytes:
        """Give a page; shorter or empty when it is not there."""
        if number in self._newer:
            return self._newer[number]
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)


def _page_size(header: bytes) -> int:
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    sensible = 512 <= size <= 65536 and not size & (size - 1)
    return size if sensible else 4096


def _frames(log: Path, size: int) -> dict[int, bytes]:
    """Give the newest copy of each page in a write-ahead log; none when it is not this database's."""
    found: dict[int, bytes] = {}
    try:
        content = log.read_bytes()
    except OSError:
        return found
    if len(content) < _WAL_HEADER or int.from_bytes(content[8:12], "big") not in (size, size & 1):
        return found
    salt = content[16:24]
    for at in range(_WAL_HEADER, len(content) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number = int.from_bytes(content[at : at + 4], "big")
        # A frame of an earlier round is older than the file.
        if content[at + 8 : at + 16] == salt and 0 < number < 1 << 24:
            found[number] = content[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
    return found


def _rows(page: bytes, start: int, pages: _Pages, columns: frozenset[int]) -> Iterator[tuple[object, ...]]:
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    pointers = page[start + 8 : start + 8 + 2 * cells]
    for at in range(0, len(pointers) - 1, 2):
        offset = int.from_bytes(pointers[at : at + 2], "big")
        try:
            row = _row(_payload(page, offset, pages), columns)
        except (IndexError, ValueError, struct.error):
            continue  # no row, or not any more
        if row is not None:
            yield row


def _payload(page: bytes, at: int, pages: _Pages) -> bytes:
    """Give a row's bytes, gathered from the pages over which they are spread."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    if length > _LONGEST:
        raise ValueError("too long to be ours")
    usable = pages.size
    most = usable - 35
    if length <= most:
        return page[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    local = local if local <= most else least
    parts, more = [page[at : at + local]], int.from_bytes(page[at + local : at + local + 4], "big")
    missing = length - local
    while missing > 0 and 0 < more <= pages.count:
        beyond = pages.page(more)
        part = beyond[4 : 4 + min(missing, usable - 4)]
        parts.append(part)
        if not part:
            break
        missing, more = missing - len(part), int.from_bytes(beyond[:4], "big")
    return b"".join(parts)


def _row(payload: bytes, columns: frozenset[int]) -> tuple[object, ...] | None:
    header, at = _varint(payload, 0)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
        if len(kinds) > max(columns):
            return None
    if at != header or len(kinds) not in columns:
        return None
    values: list[object] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values) if at == len(payload) else None


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    size = _INTEGERS.get(kind, 8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else -1)
    part = payload[at : at + size]
    if size < 0 or len(part) != size:
        raise ValueError("not a value")
    if kind >= 12:
        return (part.decode("utf-8") if kind % 2 else part), at + size
    if kind == 7:
        return struct.unpack(">d", part)[0], at + size
    return int.from_bytes(part, "big", signed=True), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("no number")
