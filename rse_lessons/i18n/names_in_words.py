"""Which ids a file's readers made from English words, line by line.

In another language the words are others and the ids must not be, so a localised file names them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

from rse_lessons.lesson.build import build_slides
from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.items import Maker
from rse_lessons.lesson.model import Option, Place
from rse_lessons.lesson.source import Source
from rse_lessons.training.build import build_pages
from rse_lessons.training.model import Reply


@dataclass(slots=True)
class Ids:
    """Ids by the line on which the words stand."""

    items: dict[int, str] = field(default_factory=dict)
    targets: dict[int, str] = field(default_factory=dict)
    """Where a card goes: the id of its column."""
    rights: dict[int, str] = field(default_factory=dict)
    """The right sides of pairs."""
    columns: dict[int, list[str]] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)

    def in_order(self) -> tuple[str, ...]:
        """Give all of them without their lines, in an order that no translation changes."""
        columns = (name for names in self.columns.values() for name in names)
        found = (self.items, self.targets, self.rights, self.pages)
        return (*(name for names in found for name in names.values()), *columns)


def ids_of(source: Source, path: Path, *, module: bool) -> Ids:
    """Give the ids of a split file."""
    make = Maker(path, lambda _: None, Findings(path))
    ids = Ids()
    if module:
        pages = build_pages(source, make)
        ids.pages = {page.place.line: page.id for page in pages}
        for page in pages:
            _gather(page.parts, "parts", ids)
    else:
        for slide in build_slides(source, make):
            _gather(slide.parts, "parts", ids)
    return ids


def _gather(values: Iterable[Any], name: str, ids: Ids) -> None:
    for value in values:
        if isinstance(value, Option | Reply):
            line = value.place.line
            if name == "rights":
                ids.rights.setdefault(line, value.id)
            elif name == "columns":
                ids.columns.setdefault(line, []).append(value.id)
            else:
                ids.items.setdefault(line, value.id)
                ids.targets.setdefault(line, value.goes_to)
        else:
            for inner in _fields(type(value)):
                found = getattr(value, inner)
                if isinstance(found, tuple):
                    _gather(found, inner, ids)


_FIELDS: dict[type, tuple[str, ...]] = {}


def _fields(kind: type) -> tuple[str, ...]:
    """Give the fields of a dataclass; none for anything else."""
    if kind not in _FIELDS:
        of_words = is_dataclass(kind) and not issubclass(kind, Place)
        _FIELDS[kind] = tuple(one.name for one in fields(kind)) if of_words else ()
    return _FIELDS[kind]
