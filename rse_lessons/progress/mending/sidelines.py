"""The lines of the side file: how one is written, and how a whole file of them is read, whatever is in it.

A line is a checksum, a space, JSON and a line break. Keeping the file in step with the database is
`sidefile`'s.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TypeAlias

from rse_lessons.progress.database.reading import COLUMNS
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.sound import sound_event, sound_words

WordRow: TypeAlias = tuple[str, str, str, str]
"""A rule's or answer's id, its class, the time in UTC, and its words."""

Place: TypeAlias = tuple[int, str]
"""How far the database is in the side file: the row number of an event, and the event's id."""

NOWHERE: Place = (0, "")

_SUM = 32
"""Hexadecimal digits of SHA-256 before each line."""
_LONGEST = 64_000
"""Bytes of a line; ours are far shorter."""
_MOST, _MOST_LINES = 512 << 20, 2_000_000
"""Bytes and lines of a file that are looked at."""


@dataclass(slots=True)
class Side:
    """What a side file holds."""

    ids_only: bool = False
    """Whether only the ids of events are kept: after a merge there may be a hundred thousand."""
    exists: bool = False
    events: dict[str, Event] = field(default_factory=dict)
    """By their ids, in the order of their lines."""
    ids: set[str] = field(default_factory=set)
    words: dict[str, WordRow] = field(default_factory=dict)
    """By the ids of their rules and answers; of several lines the last."""
    place: Place = NOWHERE
    wrong: int = 0
    """Lines that are not as they were written."""
    torn: bool = False
    """Whether the last line has no end: a write that was cut off, which was never acknowledged."""
    cut: bool = False
    """Whether the file is too large to be ours, and its end was not looked at."""


def event_line(row_number: int, row: tuple[object, ...]) -> bytes:
    """Write the line of an event: its row's number, and its values in the order of `reading.COLUMNS`."""
    return _line({"row": row_number, "event": list(row)})


def line_of(event: Event) -> bytes:
    """Write the line of an event whose row is not known."""
    data = json.dumps(event.data, separators=(",", ":"))
    values = event.to_data() | {"data": data}
    return event_line(0, tuple(values[name] for name in COLUMNS.split(", ")))


def words_line(row: WordRow) -> bytes:
    """Write the line of words."""
    return _line({"words": list(row)})


def place_line(place: Place) -> bytes:
    """Write the line which says how far the database was in the file when it was written anew."""
    return _line({"place": list(place)})


def read_side(path: Path, *, ids_only: bool = False) -> Side:
    """Read a side file. Raises OSError; what is in the file never raises."""
    side = Side(ids_only)
    try:
        with path.open("rb") as file:
            side.exists = True
            take_lines(side, _lines(file, side))
    except FileNotFoundError:
        pass
    return side


def take_lines(side: Side, lines: Iterable[bytes]) -> None:
    """Add whole lines to what a side file holds."""
    for line in lines:
        if line.strip() and not _take(side, line):
            side.wrong += 1


def _lines(file: IO[bytes], side: Side) -> Iterator[bytes]:
    read = lines = 0
    while line := file.readline(_LONGEST):
        read, lines = read + len(line), lines + 1
        side.torn = not line.endswith(b"\n")
        if read > _MOST or lines > _MOST_LINES:
            side.cut = True
            return
        if not side.torn:
            yield line
        elif len(line) == _LONGEST:
            side.wrong += 1  # no line of ours; what follows it up to the next break is none either


def _take(side: Side, line: bytes) -> bool:
    found = _content(line)
    if found is None:
        return False
    match found:
        case {"row": int(number), "event": list(row)}:
            event = sound_event(row)
            if row and isinstance(row[0], str):
                side.place = (number, row[0])
            if event is None:
                return False
            side.ids.add(event.id)
            if not side.ids_only:
                side.events[event.id] = event
        case {"words": list(row)}:
            words = sound_words(row)
            if words is None:
                return False
            side.words[words[0]] = words
        case {"place": [int(number), str(event_id)]}:
            side.place = (number, event_id)
        case _:
            return False
    return True


def _content(line: bytes) -> dict[str, object] | None:
    given, _, text = line.rstrip(b"\n").partition(b" ")
    if given != _sum(text):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


_encode = json.JSONEncoder(separators=(",", ":")).encode
"""Made once: `json.dumps` makes one for each call that wants no spaces."""


def _line(content: dict[str, object]) -> bytes:
    text = _encode(content).encode("ascii")
    return b"%s %s\n" % (_sum(text), text)


def _sum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:_SUM].encode("ascii")
