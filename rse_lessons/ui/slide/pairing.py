"""A slide in two languages as one slide, and a slide that says which of its passages stayed English.

Two slides of one lesson differ in words and in nothing else, so that what differs is a text. Ids, files and
times are the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from rse_lessons.lesson.model import Handout, HelpRoutes, Notes, Only, Part, Picture, Place, Slide, Text
from rse_lessons.ui.slide.tongues import joined, named

Value = TypeVar("Value")


def paired(one: Value, other: Value, sign: str) -> Value:
    """Give a value with every text that differs in both runs; what is not of one shape stays as in `one`."""
    return _paired(one, other, sign)  # type: ignore[return-value]


def _paired(one: object, other: object, sign: str) -> object:
    if one is other or type(one) is not type(other):
        return one
    if isinstance(one, str) and isinstance(other, str):
        return one if isinstance(one, Enum) else joined(one, other, sign)
    if isinstance(one, tuple) and isinstance(other, tuple):
        if len(one) != len(other):
            return one
        return tuple(_paired(left, right, sign) for left, right in zip(one, other, strict=True))
    kind: Any = type(one)
    names = _names(kind)
    if not names:
        return one
    changes: dict[str, Any] = {
        name: _paired(getattr(one, name), getattr(other, name), sign) for name in names
    }
    return replace(one, **changes)  # type: ignore[type-var]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Give the fields of a dataclass that a slide shows; notes are the teacher's, and are in one language."""
    if issubclass(kind, Enum | Path | Place | Notes | Picture) or not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind))


# What stayed English


def marked(slide: Slide, source: Slide, english: frozenset[int], name: str) -> Slide:
    """Give a slide with the language's `name` on what stayed English; `source` is the slide in English.

    `english` are the lines on which it begins. A block that stayed English whole is named once.
    """
    if not english:
        return slide
    title = slide.title
    if title and title == source.title and slide.place.line in english:
        title = named(title, name)
    headed = slide.place.line in english
    parts = (
        replace(part, english=True)
        if isinstance(part, HelpRoutes) and (headed or part.place.line in english)
        else part
        for part in _marked_parts(slide.parts, source.parts, english, name)
    )
    return replace(slide, title=title, parts=tuple(parts))


def _marked_parts(
    parts: tuple[Part, ...], sources: tuple[Part, ...], english: frozenset[int], name: str
) -> tuple[Part, ...]:
    if len(parts) != len(sources):
        return parts
    return tuple(_marked(part, source, english, name) for part, source in zip(parts, sources, strict=True))


def _marked(part: Part, source: Part, english: frozenset[int], name: str) -> Part:
    if isinstance(part, Text):
        return replace(part, markdown=_marked_text(part, english, name))
    if isinstance(part, Only) and isinstance(source, Only):
        return replace(part, parts=_marked_parts(part.parts, source.parts, english, name))
    if isinstance(part, Picture | Handout) or type(part) is not type(source):
        return part
    block: Part = _marked_block(part, source, english, name)
    return block


def _marked_text(part: Text, english: frozenset[int], name: str) -> str:
    lines = part.markdown.split("\n")
    return "\n".join(
        named(line, name) if line.strip() and part.place.line + at in english else line
        for at, line in enumerate(lines)
    )


_FIRST = ("prompt", "question", "claim", "intro")
"""What a block says first; a story begins with its first step."""
_NEAR = 4
"""Within so many lines of its block's beginning such words begin, where no items come after them."""


def _marked_block(part: Any, source: Any, english: frozenset[int], name: str) -> Any:
    whole = part.place.line in english
    items = [(field, value) for field, value in _items(part) if len(value) == len(getattr(source, field))]
    first = next((field for field in _FIRST if getattr(part, field, "")), "")
    changes: dict[str, Any] = {}
    if first and getattr(part, first) == getattr(source, first):
        ends = [item.place.line for _, value in items for item in value if item.place.line > part.place.line]
        if whole or english.intersection(range(part.place.line, min(ends, default=part.place.line + _NEAR))):
            changes[first] = named(getattr(part, first), name)
    for field, value in items:
        found = [
            at
            for at, (item, other) in enumerate(zip(value, getattr(source, field), strict=True))
            if item.text and item.text == other.text and (whole or item.place.line in english)
        ]
        if whole:  # said once, on the first words that there are
            found = [] if changes else found[:1]
        if found:
            changes[field] = tuple(
                replace(item, text=named(item.text, name)) if at in found else item
                for at, item in enumerate(value)
            )
    return replace(part, **changes) if changes else part


def _items(part: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Give the fields of a block that hold what has a line of its own."""
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, tuple) and value and hasattr(value[0], "text"):
            yield field.name, value
