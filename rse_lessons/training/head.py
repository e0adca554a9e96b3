"""From the lines between `+++` to a `ModuleHead`: its fields, their types, the documents it rests on.

The reading of TOML and the lines of fields are the lesson's (`lesson.front_matter`). What the values
mean for the rest of the module is judged by `rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.front_matter import Field, Fields, cover_of, known_fields, line_of, read_toml
from rse_lessons.lesson.source import Numbered
from rse_lessons.lesson.words import is_id
from rse_lessons.nation.profiles import NATIONS
from rse_lessons.training.model import GuidanceSource, ModuleHead

SHORTEST, LONGEST = 30, 45
"""Minutes of a module."""
VERIFIED, CHECK = "verified", "check"
STATES = (VERIFIED, CHECK)
_MOST = 99


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST


def _is_minutes(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and SHORTEST <= value <= LONGEST


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(item) for item in value)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _is_nations(value: Any) -> bool:
    return _is_texts(value) and set(value) <= set(NATIONS)


_TEXT = "text in quotes"
_TEXTS = 'a list of texts, like ["one", "two"]'
FIELDS: Fields = {
    "title": Field(_is_text, _TEXT, needed=True),
    "number": Field(_is_number, f"a whole number from 1 to {_MOST}, without quotes"),
    "minutes": Field(_is_minutes, f"a number from {SHORTEST} to {LONGEST}, without quotes", needed=True),
    "summary": Field(_is_text, _TEXT, needed=True),
    "outcomes": Field(_is_texts, _TEXTS, needed=True),
    "cover": Field(_is_text, _TEXT),
    "cover-description": Field(_is_text, _TEXT),
    "lessons": Field(_is_texts, 'a list of lessons\' ids, like ["first-steps"]'),
    "sources": Field(_is_table, "tables like [sources.kcsie-2026]", needed=True),
}
SOURCE_FIELDS: Fields = {
    "name": Field(_is_text, _TEXT, needed=True),
    "by": Field(_is_text, _TEXT, needed=True),
    "year": Field(_is_text, 'text in quotes, like "2026"', needed=True),
    "status": Field(lambda value: value in STATES, f'"{VERIFIED}" or "{CHECK}"', needed=True),
    "note": Field(_is_text, _TEXT),
    "nations": Field(_is_nations, f"a list with some of {', '.join(NATIONS)}"),
}


def read_module_head(lines: tuple[Numbered, ...], findings: Findings) -> dict[str, Any] | None:
    """Read the head's TOML into a table of known fields of the right type; None when it is no TOML."""
    table = read_toml(lines, findings)
    return None if table is None else known_fields(table, FIELDS, "", lines, findings)


def module_head(
    table: Mapping[str, Any],
    lines: tuple[Numbered, ...],
    path: Path,
    *,
    fallback_title: str,
    find_picture: Callable[[str], Path | None],
    findings: Findings,
) -> ModuleHead:
    """Make the values of a head that `read_module_head` has read."""
    return ModuleHead(
        title=table.get("title", fallback_title).strip(),
        number=table.get("number", 0),
        minutes=table.get("minutes", 0),
        summary=table.get("summary", ""),
        outcomes=tuple(table.get("outcomes", ())),
        lessons=tuple(dict.fromkeys(table.get("lessons", ()))),
        sources=dict(_sources(table.get("sources", {}), lines, findings)),
        cover=cover_of(table, lines, path, find_picture),
    )


def _sources(
    table: Mapping[str, Any], lines: tuple[Numbered, ...], findings: Findings
) -> list[tuple[str, GuidanceSource]]:
    sources = []
    for name, said in table.items():
        where = f"sources.{name}"
        if not is_id(name):
            sentence = f"“{name[:60]}” cannot be an id; use lower-case letters, digits and single hyphens."
            findings.error(line_of(lines, where), sentence, "bad-id")
        elif not isinstance(said, dict):
            sentence = f"The field “{where}” has to be a table: [{where}] and its fields below it."
            findings.error(line_of(lines, name, "sources"), sentence, "wrong-type")
        else:
            sources.append((name, _source(name, known_fields(said, SOURCE_FIELDS, where, lines, findings))))
    return sources


def _source(name: str, table: Mapping[str, Any]) -> GuidanceSource:
    return GuidanceSource(
        id=name,
        name=table.get("name", name),
        by=table.get("by", ""),
        year=table.get("year", ""),
        to_check=table.get("status") != VERIFIED,  # what nobody vouched for has to be checked
        note=table.get("note", ""),
        nations=tuple(table.get("nations", ())),
    )
