"""Puts words in the place of placeholders, in any value made of frozen dataclasses, tuples and texts.

What a placeholder means is passed in. Ids, files and places hold no `{{`, so every text may be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from rse_lessons.lesson.model import Place

Value = TypeVar("Value")
Fill = Callable[[str], str]


def filled(value: Value, fill: Fill) -> Value:
    """Give a value with every placeholder in words; what holds none is given as it is."""
    return _filled(value, fill)  # type: ignore[return-value]


def in_both(english: object, fill: Fill, fill_english: Fill) -> Fill:
    """Fill a text line by line: `fill_english` takes the lines that stand so in the `english` value.

    So what stayed English in another language is filled with English words.
    """
    lines = frozenset(line for text in _texts(english) for line in text.split("\n") if "{{" in line)

    def by_line(text: str) -> str:
        return "\n".join((fill_english if line in lines else fill)(line) for line in text.split("\n"))

    return by_line if lines else fill


def _texts(value: object) -> Iterator[str]:
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    _filled(value, keep)
    yield from found


def _filled(value: object, fill: Fill) -> object:
    if isinstance(value, str):
        return fill(value) if "{{" in value and not isinstance(value, Enum) else value
    if isinstance(value, tuple):
        items = tuple(_filled(item, fill) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    names = _names(type(value))  # type: ignore[arg-type]
    if names:
        changed: dict[str, Any] = {}
        for name in names:
            old = getattr(value, name)
            new = _filled(old, fill)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value  # type: ignore[type-var]
    if isinstance(value, Mapping):
        return {key: _filled(item, fill) for key, item in value.items()}
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Give the fields of a dataclass that may hold texts; none for anything else."""
    if issubclass(kind, Enum | Path | Place) or not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind))
