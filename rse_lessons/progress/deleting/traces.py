"""Looking for what was deleted in the bytes of files, so that "deleted" is a finding and not a promise.

What is looked for is what was there before and is not there any more: the ids of events, the labels of
classes, the words of rules and answers. An id has 32 digits and is found wherever it stands. A short label
such as "7B" may stand anywhere by chance, so it counts where it stands as a record has it: in quotation
marks, or right before what follows a label in a row. Nothing is changed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.progress.database.reading import connect_to_read

SHORT = 5
"""A label of fewer bytes may stand in a file by chance."""

_DIGITS = 32
_RUN = re.compile(rb"[0-9a-f]{32,}")
_BLOCK, _OVERLAP = 8 << 20, 4096
"""Bytes that are looked at together, and those that are looked at again with the next ones."""


@dataclass(frozen=True, slots=True)
class Content:
    """What records hold that could be found again."""

    ids: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    """Ids of lessons and bands: what stands right after a label in a row."""

    @property
    def is_something(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.ids or self.labels or self.words)

    def gone(self, now: Content) -> Content:
        """Give what is here and not in `now`."""
        return Content(self.ids - now.ids, self.labels - now.labels, self.words - now.words, self.beside)


@dataclass(slots=True)
class Search:
    """What a search came to."""

    found: list[Path] = field(default_factory=list)
    """Files in which something was found."""
    unread: list[Path] = field(default_factory=list)
    files: int = 0
    """Files that were read from end to end."""
    size: int = 0
    """Their bytes."""


def content_of(records: Path) -> Content:
    """Give what the records hold. Raises sqlite3.Error."""
    if not records.exists():
        return Content()
    with closing(connect_to_read(records, 5.0)) as conn:
        conn.execute("begin")  # one moment's view
        rows = conn.execute("select id, class_label, lesson from events").fetchall()
        classes = conn.execute("select label, band from classes").fetchall()
        words = conn.execute("select class_label, text from words").fetchall()
    labels = {row[1] for row in rows} | {row[0] for row in classes} | {row[0] for row in words}
    beside = {row[2] for row in rows} | {row[1] for row in classes}
    return Content(
        frozenset(row[0] for row in rows),
        frozenset(labels - {""}),
        frozenset(row[1] for row in words),
        frozenset(beside - {""}),
    )


def search(files: Iterable[Path], sought: Content) -> Search:
    """Read every file from end to end, and give those in which something of `sought` stands."""
    done, looked = Search(), _Look(sought)
    for path in files:
        try:
            hit = any(looked.finds(block) for block in _blocks(path))
            done.size += path.stat().st_size
        except FileNotFoundError:
            continue  # SQLite takes its own files away
        except OSError:
            done.unread.append(path)
            continue
        done.files += 1
        if hit:
            done.found.append(path)
    return done


class _Look:
    """What is looked for, as bytes."""

    def __init__(self, sought: Content) -> None:
        self._ids = frozenset(one.encode() for one in sought.ids)
        plain: set[bytes] = set()
        self._short: dict[bytes, tuple[bytes, ...]] = {}
        follows = (b"{", *(one.encode() for one in sought.beside))
        for label in sought.labels:
            raw = label.encode()
            plain.add(json.dumps(label).encode("ascii"))
            if len(raw) < SHORT:
                self._short[raw] = follows
            else:
                plain.add(raw)
        for words in sought.words:
            plain |= {words.encode(), json.dumps(words)[1:-1].encode("ascii")}
        plain |= {one for one in self._ids if len(one) != _DIGITS}
        self._plain = sorted(plain - {b""})

    def finds(self, block: bytes) -> bool:
        """Whether anything stands in these bytes."""
        return (
            any(one in block for one in self._plain)
            or any(self._stands(block, label, follows) for label, follows in self._short.items())
            or self._has_id(block)
        )

    def _stands(self, block: bytes, label: bytes, follows: Collection[bytes]) -> bool:
        at = block.find(label)
        while at >= 0:
            if block.startswith(tuple(follows), at + len(label)):
                return True
            at = block.find(label, at + 1)
        return False

    def _has_id(self, block: bytes) -> bool:
        if not self._ids:
            return False
        for run in _RUN.finditer(block):
            digits = run.group()
            # In a row the digits of other columns may stand right beside an id.
            every = (digits[at : at + _DIGITS] for at in range(len(digits) - _DIGITS + 1))
            if not self._ids.isdisjoint(every):
                return True
        return False


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        before = b""
        while new := file.read(_BLOCK):
            yield before + new
            before = new[-_OVERLAP:]
