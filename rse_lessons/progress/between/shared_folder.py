"""What lies in a shared folder, and which pieces of our own belong there.

Looking opens nothing: names and kinds of files are enough. `plan` is pure. Taking in and writing is in
`sharing`.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.progress.between.oddities import Finding, Oddity
from rse_lessons.progress.between.pieces import MOST_IN_A_PIECE, PIECE_ENDING, PieceName, name_in
from rse_lessons.progress.database.disk import GONE, PART

FOLDER = "RSE Lessons records"
"""The folder that is made inside the one that the teacher chose."""

ABOUT = "about this folder.txt"
_ABOUT_WORDS = """\
RSE Lessons keeps pieces of lesson records here, so that several PCs of one teacher know of each other's
lessons. There is no name and no answer of any pupil in them. Each PC writes files of its own only. They may
be copied; please do not change or rename them.
"""

MOST_FILES = 20_000
"""As many names are looked at."""

MOST_TAILS = 8
"""Pieces that one range of 500 may have before they are written as one."""

_PIECE_INSIDE = re.compile(r"[0-9a-f]{16}-\d{9}-\d{9}-[0-9a-f]{16}", re.IGNORECASE)
_LITTER = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", ABOUT})


@dataclass(slots=True)
class Listing:
    """What was found in the folder."""

    pieces: dict[PieceName, Path] = field(default_factory=dict)
    leftovers: list[Path] = field(default_factory=list)
    """What a PC was writing or deleting when it stopped."""
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done about the pieces of one device."""

    writes: tuple[tuple[int, int], ...] = ()
    """Ranges of counters, each of which becomes a piece."""
    removes: tuple[PieceName, ...] = ()
    """Pieces to delete once these are written."""


def prepare(chosen: Path) -> Path:
    """Make the folder for records inside the one that was chosen, and give it. Raises OSError."""
    root = chosen if chosen.name == FOLDER else chosen / FOLDER
    root.mkdir(exist_ok=True)
    about = root / ABOUT
    if not about.exists():
        with suppress(OSError):  # it helps people and nothing else
            about.write_text(_ABOUT_WORDS, encoding="utf-8")
    return root


def look_over(root: Path) -> Listing:
    """Give what lies in the folder. Raises OSError when it cannot be listed."""
    found = Listing()
    with os.scandir(root) as entries:
        for number, entry in enumerate(entries):
            if number == MOST_FILES:
                found.findings.append(Finding(root, Oddity.TOO_MANY))
                break
            _sort(entry, root / entry.name, found)
    found.findings.sort(key=lambda finding: finding.path.name)
    return found


def _sort(entry: os.DirEntry[str], path: Path, found: Listing) -> None:
    name = entry.name
    piece = name_in(name)
    if piece is None and (name.startswith((".", "~")) or name.casefold() in _LITTER):
        return  # what systems and sync programs leave everywhere
    oddity = _kind_of(entry)
    if piece is None and oddity is None and name.endswith((PART, GONE)) and name_in(name.rpartition(".")[0]):
        found.leftovers.append(path)
        return
    if oddity is None and piece is not None:
        found.pieces[piece] = path
    elif piece is not None or oddity is Oddity.LINK:
        found.findings.append(Finding(path, oddity or Oddity.FOREIGN))
    elif _PIECE_INSIDE.search(name):
        found.findings.append(Finding(path, Oddity.COPY))
    elif name.casefold().endswith(PIECE_ENDING):
        found.findings.append(Finding(path, Oddity.RENAMED))
    else:
        found.findings.append(Finding(path, Oddity.FOREIGN))


def _kind_of(entry: os.DirEntry[str]) -> Oddity | None:
    try:
        if entry.is_symlink() or _is_junction(entry):
            return Oddity.LINK
        if entry.is_dir(follow_symlinks=False):
            return Oddity.FOLDER
        return None if entry.is_file(follow_symlinks=False) else Oddity.SPECIAL
    except OSError:
        return Oddity.UNREADABLE


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether Windows leads elsewhere from here; Python tells from 3.12 on, and `fetching` looks again."""
    asked = getattr(entry, "is_junction", None)
    return bool(asked and asked())


def plan(counters: Sequence[int], pieces: Iterable[PieceName]) -> Plan:
    """Give what is to be done, so that the pieces hold these counters and nothing else.

    `counters` are those of one device's events, in order; `pieces` are those of its pieces that hold just the
    events of their range. No piece reaches over a range of 500.
    """
    writes: list[tuple[int, int]] = []
    removes: list[PieceName] = []
    good: dict[int, list[PieceName]] = {}
    for name in pieces:
        block = _block(name.first)
        if _block(name.last) != block:
            removes.append(name)
        else:
            good.setdefault(block, []).append(name)
    for block, low, high in _blocks(counters):
        own = sorted(good.pop(block, []), key=lambda name: (name.first, name.last))
        ended = counters[-1] >= (block + 1) * MOST_IN_A_PIECE
        wanted = _for_block(counters[low:high], own, ended=ended)
        writes += wanted
        # What is written anew takes the place of what lay there; to a range's end only something is added.
        removes += [
            name for name in own if any(low <= name.last and name.first <= high for low, high in wanted)
        ]
    for left in good.values():
        removes += left
    return Plan(tuple(writes), tuple(removes))


def _for_block(counters: Sequence[int], own: Sequence[PieceName], *, ended: bool) -> list[tuple[int, int]]:
    """Give what is to be written of one range of 500."""
    whole = _parts(counters)
    reached = 0
    for name in own:
        if name.first <= reached:
            return whole  # two that overlap: one is written in their place
        reached = name.last
    missing = [counter for counter in counters if not any(name.first <= counter <= name.last for name in own)]
    if not missing:
        return whole if ended and len(own) > len(whole) else []
    if ended or missing[0] < reached or len(own) >= MOST_TAILS:
        return whole
    return _parts(missing)


def _parts(counters: Sequence[int]) -> list[tuple[int, int]]:
    """Deal counters out into ranges of at most 500 events.

    In one range of 500 there are more where a database was copied unnoticed: both gave the same numbers.
    """
    parts, low = [], 0
    while low < len(counters):
        high = min(low + MOST_IN_A_PIECE, len(counters))
        while high < len(counters) and high > low + 1 and counters[high] == counters[high - 1]:
            high -= 1  # those of one number stay together
        parts.append((counters[low], counters[high - 1]))
        low = high
    return parts


def _block(counter: int) -> int:
    return (counter - 1) // MOST_IN_A_PIECE


def _blocks(counters: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Give each range of 500 that has counters: its number, and from where to where they stand."""
    low = 0
    while low < len(counters):
        block = _block(counters[low])
        high = bisect_right(counters, (block + 1) * MOST_IN_A_PIECE, low)
        yield block, low, high
        low = high
