"""How events are written into a file that goes to another PC: a merge file, or a piece in a shared folder.

The first line says what follows: format, version, who wrote it, first and last counter, how many, the length
of the rest and its SHA-256. Each further line is an event, or words of the teacher's, as JSON. The
same events always give the same bytes, so that a piece can be named after what is in it and is never changed.
Reading and judging is in `verifying`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rse_lessons.progress.facts.events import Event

FORMAT = "rse-lessons-records"
VERSION = 1
"""The version of the format; an event says the version of its own table."""

PIECE_ENDING, MERGE_ENDING = ".rsepiece", ".rserecords"

MOST_IN_A_PIECE = 500
"""Events of one piece."""
MOST_IN_A_FILE = 250_000
"""Events and words of one merge file: about five years of a school with 30 classes."""

LONGEST_HEADER = 600
LONGEST_LINE = 32_768
"""Bytes. The longest event, a plan of 200 lessons, has about 26,000."""
LARGEST_PIECE = LONGEST_HEADER + MOST_IN_A_PIECE * LONGEST_LINE
LARGEST_FILE = 128 << 20
"""Bytes of a whole file."""

LARGEST_COUNTER = 999_999_999

DEVICE = re.compile(r"[0-9a-f]{16}")

WordRow: TypeAlias = tuple[str, str, str, str]
"""The id of a rule, an answer, a reflection or an entry, its class or none, the time in UTC, its words."""

_NAME = re.compile(r"([0-9a-f]{16})-(\d{9})-(\d{9})-([0-9a-f]{16})" + re.escape(PIECE_ENDING))
_json = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_plain_json = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
"""A page of words that are no ASCII would be longer than a line may be, had each letter its number."""
_ORDER = attrgetter("device", "counter", "id")


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a file."""

    version: int
    device: str
    """Whose events a piece holds; who wrote a merge file."""
    first: int
    last: int
    """The lowest and the highest counter of any event in it; 0 when there is none."""
    count: int
    """Events."""
    words: int
    """Lines of words after the events."""
    length: int
    """Bytes after the first line."""
    sha256: str
    """Of these bytes, hexadecimal."""


@dataclass(frozen=True, slots=True)
class PieceName:
    """What the name of a piece says: enough to know a piece again that was read before."""

    device: str
    first: int
    last: int
    mark: str
    """The first 16 digits of the SHA-256."""

    def __str__(self) -> str:
        return f"{self.device}-{self.first:09}-{self.last:09}-{self.mark}{PIECE_ENDING}"


def name_in(text: str) -> PieceName | None:
    """Read a piece's name; None when a file of this name is no piece."""
    found = _NAME.fullmatch(text)
    return PieceName(found[1], int(found[2]), int(found[3]), found[4]) if found else None


def name_for(header: Header) -> PieceName:
    """Give the name of a piece with this first line."""
    return PieceName(header.device, header.first, header.last, header.sha256[:16])


def event_line(event: Event) -> bytes:
    """Write one event as a line."""
    values = {
        "id": event.id,
        "device": event.device,
        "counter": event.counter,
        "time": event.time,
        "kind": event.kind,
        "lesson": event.lesson,
        "class_label": event.class_label,
        "profile": event.profile,
        "data": event.data,
        "version": event.version,
    }
    return _json(values).encode() + b"\n"


def words_line(row: WordRow) -> bytes:
    """Write the words of a rule, an answer, a reflection or an entry as a line."""
    values = dict(zip(("words", "class_label", "at", "text"), row, strict=True))
    return _plain_json(values).encode() + b"\n"


def write_down(
    events: Iterable[Event], *, device: str, words: Collection[WordRow] = ()
) -> tuple[Header, bytes]:
    """Write events, and words if there are any, as the content of a file; gives its first line, too."""
    ordered = sorted(events, key=_ORDER)
    return seal([event_line(event) for event in ordered], ordered, device=device, words=sorted(words))


def seal(
    lines: Sequence[bytes], events: Sequence[Event], *, device: str, words: Collection[WordRow] = ()
) -> tuple[Header, bytes]:
    """Put the first line before lines that stand in their order."""
    body = b"".join([*lines, *map(words_line, words)])
    counters = [event.counter for event in events]
    header = Header(
        VERSION,
        device,
        min(counters, default=0),
        max(counters, default=0),
        len(counters),
        len(words),
        len(body),
        hashlib.sha256(body).hexdigest(),
    )
    return header, header_line(header) + body


def header_line(header: Header) -> bytes:
    """Write the first line."""
    values = {"format": FORMAT, **{name: getattr(header, name) for name in header.__slots__}}
    return json.dumps(values, separators=(",", ":")).encode() + b"\n"
