"""The library's index on disk: thousands of cards soon, the first of them before the first paint.

Two lines of JSON. The first says what the index is for and, where there are thousands of lessons, holds
those that stand first in each band once more: they are read in a few milliseconds. The second has
everything, a list for each field of a card: thousands of short lists would take longer to read than the
text in them. An index that is damaged, from another version or for other folders is as good as none;
the library then reads the lessons again.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from rse_lessons import __version__
from rse_lessons.lesson.card import Card
from rse_lessons.lesson.problems import Problem, Severity

_FORMAT = 4
MANY = 500
"""More lessons than these have a front: fewer are read as fast without one."""
IN_FRONT = 80
"""How many lessons of each band are in the front; a window that fills a screen of 4K shows some seventy."""
_TEXTS = (
    *("id", "file", "title", "band", "summary", "cover"),
    *("cover_file", "cover_description", "search", "codes", "stage_seconds", "topics", "votes"),
    "languages",
)
_NUMBERS = ("minutes", "slides", "errors")
_DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Index(NamedTuple):
    """Everything known of the lessons in some folders."""

    cards: tuple[Card, ...] = ()
    """One for each file that could be read, by folder and name; an id may stand twice."""
    stamps: Mapping[str, str] = MappingProxyType({})
    """For each file, read or refused, what it looked like: `mtime_ns size`. Empty to read it again."""
    problems: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})
    """The problems of each file that has any."""


def load_index(file: Path, folders: tuple[Path, ...]) -> Index:
    """Read the index; an empty one when there is none that fits."""
    try:
        with _no_collection():
            head, _end, whole = file.read_bytes().partition(b"\n")
            if not _fits(json.loads(head.decode("ascii")), folders):
                return Index()
            data = json.loads(whole.decode("ascii"))
            return Index(
                _cards(data["cards"]), _stamps(data["files"], data["stamps"]), _problems(data["problems"])
            )
    except _DAMAGED:
        return Index()


def load_front(file: Path, folders: tuple[Path, ...]) -> tuple[Card, ...]:
    """Read the lessons that stand first in each band, in the index's order; none where all are as fast."""
    try:
        with _no_collection(), file.open("rb") as stream:
            data = json.loads(stream.readline().decode("ascii"))
            return _cards(data["front"]) if _fits(data, folders) else ()
    except _DAMAGED:
        return ()


def front_of(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Give the cards that stand first in each band, in their order; none where there are not many."""
    if len(cards) <= MANY:
        return ()
    counts: dict[str, int] = {}
    ids: set[str] = set()
    front: list[Card] = []
    for card in cards:
        if card.id not in ids and counts.get(card.band, 0) < IN_FRONT:
            counts[card.band] = counts.get(card.band, 0) + 1
            front.append(card)
        ids.add(card.id)
    return tuple(front)


def save_index(file: Path, folders: tuple[Path, ...], index: Index) -> None:
    """Write the index beside the old one, then put it in its place. Raises OSError."""
    import tempfile  # noqa: PLC0415  imported late: start-up

    problems = {
        name: [[found.line, str(found.severity), found.sentence, found.rule] for found in group]
        for name, group in index.problems.items()
    }
    head = {
        "version": _version(),
        "folders": [str(folder) for folder in folders],
        "front": _columns(front_of(index.cards)),
    }
    whole = {
        "cards": _columns(index.cards),
        "files": list(index.stamps),
        "stamps": list(index.stamps.values()),
        "problems": problems,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(number, "w", encoding="ascii", newline="\n") as stream:
            stream.writelines(json.dumps(part, separators=(",", ":")) + "\n" for part in (head, whole))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _version() -> list[Any]:
    return [_FORMAT, __version__, list(Card._fields)]


def _fits(head: dict[str, Any], folders: tuple[Path, ...]) -> bool:
    return bool(head["version"] == _version() and head["folders"] == [str(folder) for folder in folders])


def _columns(cards: Sequence[Card]) -> dict[str, Sequence[Any]]:
    if not cards:
        return {}
    columns: dict[str, Sequence[Any]] = dict(zip(Card._fields, zip(*cards, strict=True), strict=True))
    return {**columns, "topics": ["|".join(topics) for topics in columns["topics"]]}


def _cards(columns: dict[str, list[Any]]) -> tuple[Card, ...]:
    """Put the columns together again. Raises KeyError, TypeError or ValueError for a damaged index."""
    if not columns:
        return ()
    for names, kind in ((_TEXTS, str), (_NUMBERS, int), (("checked",), bool)):
        if any(set(map(type, columns[name])) != {kind} for name in names):
            raise TypeError
    columns["topics"] = [tuple(topics.split("|")) if topics else () for topics in columns["topics"]]
    rows = zip(*(columns[name] for name in Card._fields), strict=True)
    return tuple(tuple.__new__(Card, row) for row in rows)  # `_make` takes three times as long


def _stamps(files: list[str], stamps: list[str]) -> dict[str, str]:
    if set(map(type, [*files, *stamps])) - {str}:
        raise TypeError
    return dict(zip(files, stamps, strict=True))


def _problems(problems: dict[str, list[list[Any]]]) -> dict[str, tuple[Problem, ...]]:
    return {
        name: tuple(
            Problem(Path(name), int(line), Severity(severity), str(sentence), str(rule))
            for line, severity, sentence, rule in group
        )
        for name, group in problems.items()
    }


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector off: reading makes many values and no garbage, and it would look at each."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
