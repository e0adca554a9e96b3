"""Judging a file that comes from another PC, before anything is taken from it.

Everything in it is looked at: the first line, length and SHA-256, the version, and each field of each event
against the table of what may be kept. The first thing that is wrong ends it with `NotTakenError`. It is
given bytes; fetching them from a disk is in `fetching`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NoReturn

from rse_lessons.progress.between.oddities import NotTakenError, Oddity
from rse_lessons.progress.between.pieces import (
    DEVICE,
    FORMAT,
    LARGEST_COUNTER,
    LARGEST_FILE,
    LARGEST_PIECE,
    LONGEST_HEADER,
    LONGEST_LINE,
    MOST_IN_A_FILE,
    MOST_IN_A_PIECE,
    VERSION,
    Header,
    PieceName,
    WordRow,
    name_for,
)
from rse_lessons.progress.facts import events as table
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.class_words import check_words
from rse_lessons.progress.facts.events import CLEARINGS, IN_PARAGRAPHS, WORDED, Event, check_event, timestamp
from rse_lessons.progress.facts.labels import check_label

LONGEST_PROFILE = 64
"""Characters of the mark of whose records they are."""
AHEAD = timedelta(days=2)
"""As far may the clock of another PC be ahead of this one's, before a clearing is doubted."""

_TICK = 1000
_ID = re.compile(r"[0-9a-f]{32}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}\.[0-9]{3}Z")
_SUM = re.compile(r"[0-9a-f]{64}")
_WORDS_FIELDS = frozenset({"words", "class_label", "at", "text"})
_EVENT_FIELDS = frozenset(Event.__slots__)
_TYPES: list[type] = [
    {"counter": int, "version": int, "data": dict}.get(name, str) for name in Event.__slots__
]

Tick = Callable[[int, int], None]
"""Told now and then how many of how many are done; it may raise to end the work."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, all of it in order."""

    header: Header
    events: tuple[Event, ...]
    words: tuple[WordRow, ...] = ()


def verify_piece(content: bytes, name: PieceName, *, now: datetime) -> Contents:
    """Give what a piece holds, whose file has this name. Raises NotTakenError."""
    if len(content) > LARGEST_PIECE:
        raise NotTakenError(Oddity.HUGE)
    header, body = _opened(content)
    if name_for(header) != name:
        raise NotTakenError(Oddity.RENAMED, "the name says something else than the first line")
    if header.words or header.count > MOST_IN_A_PIECE:
        _wrong("words, or too many events, in a piece")
    found = _all_of(header, body, now, None)
    for before, event in zip((None, *found.events), found.events, strict=False):
        if event.device != header.device:
            _wrong("an event of another device")
        if before is not None and (before.counter, before.id) >= (event.counter, event.id):
            _wrong("events out of their order")
    return found


def verify_file(content: bytes, *, now: datetime, tick: Tick | None = None) -> Contents:
    """Give what a merge file holds. Raises NotTakenError, and whatever `tick` raises."""
    if len(content) > LARGEST_FILE:
        raise NotTakenError(Oddity.HUGE)
    header, body = _opened(content)
    if header.count + header.words > MOST_IN_A_FILE:
        raise NotTakenError(Oddity.HUGE, "too many events")
    return _all_of(header, body, now, tick)


def read_header(line: bytes) -> Header:
    """Read a first line, without its end. Raises NotTakenError."""
    try:
        found = _loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotTakenError(Oddity.FOREIGN)
    version = found.get("version")
    if type(version) is not int or version < 1:
        _wrong("no version")
    if version > VERSION:
        raise NotTakenError(Oddity.NEWER, f"format {version}")
    if found.keys() != {"format", *Header.__slots__}:
        _wrong("other fields in the first line")
    header = Header(**{name: found[name] for name in Header.__slots__})
    numbers = (header.first, header.last, header.count, header.words, header.length)
    if any(type(number) is not int or not 0 <= number <= LARGEST_COUNTER for number in numbers):
        _wrong("a number in the first line")
    texts = isinstance(header.device, str) and isinstance(header.sha256, str)
    if not texts or not DEVICE.fullmatch(header.device) or not _SUM.fullmatch(header.sha256):
        _wrong("a device or a sum in the first line")
    return header


def _opened(content: bytes) -> tuple[Header, bytes]:
    """Take the first line off, and see whether the rest is what it says."""
    if not content:
        raise NotTakenError(Oddity.HALF, "empty")
    start = b'{"format":"' + FORMAT.encode()
    if not content.startswith(start[: len(content)]):
        raise NotTakenError(Oddity.FOREIGN)
    line, end, _ = content[: LONGEST_HEADER + 1].partition(b"\n")
    if not end:
        raise NotTakenError(Oddity.HALF if len(content) <= LONGEST_HEADER else Oddity.WRONG, "no first line")
    header = read_header(line)
    body = content[len(line) + 1 :]
    if len(body) < header.length:
        raise NotTakenError(Oddity.HALF, f"{len(body)} of {header.length} bytes")
    if len(body) > header.length or hashlib.sha256(body).hexdigest() != header.sha256:
        raise NotTakenError(Oddity.CHANGED, "another length or sum")
    return header, body


def _all_of(header: Header, body: bytes, now: datetime, tick: Tick | None) -> Contents:
    lines = body.split(b"\n")
    if lines.pop() or len(lines) != header.count + header.words:
        _wrong("another number of lines")
    latest = timestamp(now + AHEAD)
    events: list[Event] = []
    for start in range(0, header.count, _TICK):
        if tick is not None:
            tick(start, len(lines))
        stop = min(start + _TICK, header.count)
        events += [_event(_line(line), latest) for line in lines[start:stop]]
    _agree(header, events)
    words = _words(lines[header.count :], events)
    if tick is not None:
        tick(len(lines), len(lines))
    return Contents(header, tuple(events), words)


def _agree(header: Header, events: list[Event]) -> None:
    """See whether the events are those that the first line tells of, and each is there once."""
    counters = [event.counter for event in events]
    if (header.first, header.last) != (min(counters, default=0), max(counters, default=0)):
        _wrong("other counters than the first line says")
    if len({event.id for event in events}) != len(events):
        _wrong("an event twice")


def _line(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        _wrong("a line is too long")
    try:
        found = _loads(line)
    except ValueError as error:
        _wrong(str(error))
    except RecursionError:
        _wrong("too deep")
    if not isinstance(found, dict):
        _wrong("a line that is no table")
    return found


def _event(data: dict[str, Any], latest: str) -> Event:
    version = data.get("version")
    if type(version) is int and version > table.VERSION:
        raise NotTakenError(Oddity.NEWER, f"events {version}")
    if type(version) is not int or version < 1 or data.keys() != _EVENT_FIELDS:
        _wrong("other fields than an event has")
    if [type(data[name]) for name in Event.__slots__] != _TYPES:
        _wrong("a field of another type")
    event = Event(**data)
    try:
        if not _ID.fullmatch(event.id) or not 1 <= event.counter <= LARGEST_COUNTER:
            _wrong("no id or no counter")
        _check_texts(event.device, event.profile, event.class_label)
        check_moment(event.time)
        check_event(event.kind, event.lesson, event.class_label, event.data)
        if event.kind in CLEARINGS:
            _check_clearing(event.data, latest)
    except ValueError as error:
        _wrong(str(error))
    return event


@lru_cache(maxsize=256)
def _check_texts(device: str, profile: str, class_label: str) -> None:
    """Raise ValueError unless these may stand in an event; thousands of events have the same ones."""
    if not DEVICE.fullmatch(device):
        raise ValueError("no device")
    if len(profile) > LONGEST_PROFILE or not profile.isprintable():
        raise ValueError("a profile")
    check_label(class_label)


def _check_clearing(data: Mapping[str, object], latest: str) -> None:
    # A clock that runs years ahead, or an ill wish, would clear what has not been taught yet.
    before = str(data["before"])
    check_moment(before)
    if before > latest:
        raise NotTakenError(Oddity.AHEAD, before)


def _words(lines: list[bytes], events: list[Event]) -> tuple[WordRow, ...]:
    """Read the words, each of which belongs to a rule, an answer or an entry that an event here tells of."""
    if not lines:
        return ()
    kinds = {(subject(event), event.class_label): event.kind for event in events if event.kind in WORDED}
    found: dict[str, WordRow] = {}
    for line in lines:
        data = _line(line)
        if data.keys() != _WORDS_FIELDS or not all(isinstance(value, str) for value in data.values()):
            _wrong("other fields than words have")
        row = (data["words"], data["class_label"], data["at"], data["text"])
        kind = kinds.get(row[:2])
        if kind is None or row[0] in found:
            _wrong("words of nothing")
        try:
            check_moment(row[2])
            check_words(row[3], WORDED[kind], paragraphs=kind in IN_PARAGRAPHS)
        except ValueError as error:
            _wrong(str(error))
        found[row[0]] = row
    return tuple(found.values())


def check_moment(text: str) -> None:
    """Raise ValueError unless the text is a moment as events carry it, of a day that there is."""
    if not _MOMENT.fullmatch(text):
        raise ValueError("not a moment in UTC")
    _check_day(text[:10])


@lru_cache(maxsize=512)
def _check_day(text: str) -> None:
    date.fromisoformat(text)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


# `decode` would look for space around each line, which takes longer than reading it.
_scan = json.JSONDecoder(parse_constant=_constant).scan_once  # type: ignore[attr-defined]  # typeshed lacks it


def _loads(line: bytes) -> Any:
    """Read one line of JSON, with no space around it. Raises ValueError, RecursionError."""
    text = line.decode()
    try:
        found, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end != len(text):
        raise ValueError("more than one thing in a line")
    return found


def _wrong(detail: str) -> NoReturn:
    raise NotTakenError(Oddity.WRONG, detail)
