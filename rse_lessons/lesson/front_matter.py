"""From the lines between `+++` to a `FrontMatter`: a table of fields, their types, and what is missing.

TOML gives no line numbers, so fields are looked for in the lines again to point at them. What the
values mean for the rest of the lesson (do the minutes add up, is a code known) is judged by `rules`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from rse_lessons.lesson.characters import Character, Pronoun, Role
from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.model import (
    Band,
    Code,
    FrontMatter,
    Home,
    Picture,
    Place,
    Preparation,
)
from rse_lessons.lesson.source import Numbered
from rse_lessons.lesson.words import is_id

FRAMEWORKS = ("eng", "wls", "sct", "nir", "efcw")
ADAPTATIONS = ("send", "eal", "quicker", "slower")
ENDINGS = ("card", "picture", "sentence", "line")
_MAX_HEAD_LINES = 1_000
_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_TABLE = re.compile(r"""\s*\[\s*["']?([\w.-]+)["']?\s*\]""")
_Check = Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_minutes(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 5 <= value <= 120


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _is_some_texts(value: Any) -> bool:
    return _is_texts(value) and bool(value)


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_text(item) for item in value.values())


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _is_characters(value: Any) -> bool:
    return _is_texts(value) or (_is_words(value) and all(_character(*item) for item in value.items()))


def _character(name: str, says: str) -> Character | None:
    """Read `she, helps` or `he, harms, helps, again`; None when it says something else."""
    pronoun, *rest = [word.strip() for word in says.split(",")]
    roles = [word for word in rest if word != "again"]
    if pronoun not in set(Pronoun) or not set(roles) <= set(Role):
        return None
    return Character(name, Pronoun(pronoun), frozenset(map(Role, roles)), "again" in rest)


class Field(NamedTuple):
    """What a field of a head has to be."""

    check: _Check
    wanted: str
    """The same in words."""
    needed: bool = False


_TEXT = "text in quotes"
_TEXTS = 'a list of texts, like ["one", "two"]'
_CHARACTERS = (
    'a table like Asha = "she, helps": she, he, they or it; then harms, harmed, helps or other; '
    "“again” when the name is another lesson’s too"
)
Fields = Mapping[str, Field]
STAFF = "staff"
"""The audience of a staff meeting."""
_FIELDS: Mapping[str, Field] = {
    "title": Field(_is_text, _TEXT, needed=True),
    "band": Field(_is_text, _TEXT, needed=True),
    "minutes": Field(_is_minutes, "a whole number from 5 to 120, without quotes", needed=True),
    "summary": Field(_is_text, _TEXT, needed=True),
    "outcomes": Field(_is_some_texts, _TEXTS, needed=True),
    "topics": Field(_is_some_texts, _TEXTS, needed=True),
    "cover": Field(_is_text, _TEXT),
    "cover-description": Field(_is_text, _TEXT),
    "characters": Field(_is_characters, _CHARACTERS),
    "vocabulary": Field(_is_words, 'a table of words, like permission = "its meaning"'),
    "curriculum": Field(_is_table, "a table with a list of codes for each nation"),
    "before": Field(_is_words, 'a table, like tell = "Tell the safeguarding lead."'),
    "adaptations": Field(_is_words, "a table of texts"),
    "endings": Field(_is_words, "a table of texts"),
    "home": Field(_is_table, "a table with `about` and `questions`"),
    "audience": Field(lambda value: value == STAFF, f'"{STAFF}", for a staff meeting'),
    "module": Field(_is_text, _TEXT),
}
_NEEDLESS = frozenset({"topics"})
"""What the head of a staff meeting may leave out and a lesson's may not."""
_STAFF_FIELDS: Fields = {
    name: Field(field.check, field.wanted, (field.needed or name == "module") and name not in _NEEDLESS)
    for name, field in _FIELDS.items()
    if name != "band"
}
_INNER: Mapping[str, Mapping[str, Field]] = {
    "curriculum": {name: Field(_is_texts, 'a list of codes, like ["P-BS-1"]') for name in FRAMEWORKS},
    "adaptations": {name: Field(_is_text, _TEXT) for name in ADAPTATIONS},
    "endings": {name: Field(_is_text, _TEXT) for name in ENDINGS},
    "home": {"about": Field(_is_text, _TEXT), "questions": Field(_is_texts, _TEXTS)},
}


def read_head(lines: tuple[Numbered, ...], findings: Findings) -> dict[str, Any] | None:
    """Read the head's TOML into a table that holds only known fields of the right type.

    None, and a finding, when it is not TOML at all.
    """
    table = read_toml(lines, findings)
    if table is None:
        return None
    staff = table.get("audience") == STAFF
    if "module" in table and not staff:
        sentence = f'“module” is for a staff meeting; write audience = "{STAFF}" beside it, or take it away.'
        findings.error(line_of(lines, "module"), sentence, "unknown-field")
    return known_fields(table, _STAFF_FIELDS if staff else _FIELDS, "", lines, findings, inner=_INNER)


def read_toml(lines: tuple[Numbered, ...], findings: Findings) -> dict[str, Any] | None:
    """Read the TOML of a head; None, and a finding, when it is none."""
    first = lines[0].number if lines else 2
    if len(lines) > _MAX_HEAD_LINES:
        sentence = f"The head has more than {_MAX_HEAD_LINES} lines; is the closing +++ in its place?"
        findings.error(first, sentence, "bad-toml")
        return None
    try:
        return tomllib.loads("\n".join(line.text for line in lines))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = first + int(place[1]) - 1 if place else first + max(0, len(lines) - 1)
        reason = _TOML_PLACE.sub("", str(error)).removesuffix("(at end of document)").strip()
        findings.error(line, f"The head is not valid TOML here: {reason}.", "bad-toml")
        return None
    except (RecursionError, ValueError):  # ValueError: a number with more digits than Python will read
        findings.error(first, "The head is nested too deeply or holds a number too long to read.", "bad-toml")
        return None


def known_fields(
    table: Mapping[str, Any],
    fields: Fields,
    inside: str,
    lines: tuple[Numbered, ...],
    findings: Findings,
    *,
    inner: Mapping[str, Fields] = MappingProxyType({}),
) -> dict[str, Any]:
    """Keep the fields that are known and right, and say what is wrong with the others."""
    kept: dict[str, Any] = {}
    for name, value in table.items():
        shown = f"{inside}.{name}" if inside else name
        if name not in fields:
            sentence = f"There is no field “{shown[:60]}”; there are {', '.join(fields)}."
            findings.error(line_of(lines, name, inside), sentence, "unknown-field")
        elif not fields[name].check(value):
            sentence = f"The field “{shown}” has to be {fields[name].wanted}."
            findings.error(line_of(lines, name, inside), sentence, "wrong-type")
        elif name in inner:
            kept[name] = known_fields(value, inner[name], name, lines, findings)
        else:
            kept[name] = value
    start = line_of(lines, inside)
    where = f"[{inside}]" if inside else "head"
    for name, field in fields.items():
        if field.needed and name not in table:
            sentence = f"The {where} has no “{name}”; it has to be {field.wanted}."
            findings.error(start, sentence, "missing-field")
    return kept


def line_of(lines: tuple[Numbered, ...], name: str, inside: str = "") -> int:
    """Give the line where a field or a table of the head stands; its first line when it cannot be found."""
    if not name:
        return lines[0].number if lines else 1
    field = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*[=.]""")
    header = re.compile(rf"""\s*\[\s*["']?{re.escape(name)}["']?\s*[\].]""")
    table = ""
    for number, text in lines:
        if match := _TABLE.match(text):
            table = match[1]
        if (table == inside and field.match(text)) or (not inside and header.match(text)):
            return number
    if inside:
        return line_of(lines, inside)
    return lines[0].number if lines else 1


def line_of_text(lines: tuple[Numbered, ...], text: str) -> int:
    """Give the line of the head in which a quoted text stands; the head's first line when there is none."""
    for number, line in lines:
        if f'"{text}"' in line or f"'{text}'" in line:
            return number
    return lines[0].number if lines else 1


def front_matter(
    table: Mapping[str, Any],
    lines: tuple[Numbered, ...],
    path: Path,
    *,
    fallback_title: str,
    find_picture: Callable[[str], Path | None],
    findings: Findings,
) -> FrontMatter:
    """Make the values of a head that `read_head` has read."""
    home = table.get("home", {})
    return FrontMatter(
        title=table.get("title", fallback_title).strip(),
        band=_band(table, lines, findings),
        minutes=table.get("minutes", 0),
        summary=table.get("summary", ""),
        outcomes=tuple(table.get("outcomes", ())),
        topics=tuple(table.get("topics", ())),
        vocabulary=dict(table.get("vocabulary", {})),
        curriculum=_codes(table.get("curriculum", {})),
        before=_preparations(table.get("before", {}), lines, findings),
        cover=cover_of(table, lines, path, find_picture),
        characters=_characters(table.get("characters", [])),
        adaptations=dict(table.get("adaptations", {})),
        endings=dict(table.get("endings", {})),
        home=Home(home.get("about", ""), tuple(home.get("questions", ()))),
        audience=table.get("audience", ""),
        module=table.get("module", "").strip(),
    )


def _band(table: Mapping[str, Any], lines: tuple[Numbered, ...], findings: Findings) -> Band | None:
    name = table.get("band")
    if name is None:
        return None
    if name in {str(band) for band in Band}:
        return Band(name)
    bands = ", ".join(Band)
    sentence = f"There is no band “{name}”; there are {bands}."
    findings.error(line_of(lines, "band"), sentence, "unknown-band")
    return None


def _codes(table: Mapping[str, list[str]]) -> tuple[Code, ...]:
    codes = []
    for framework in FRAMEWORKS:
        for code in table.get(framework, ()):
            codes.append(Code(framework, code.removesuffix("?").strip(), code.endswith("?")))
    return tuple(codes)


def _characters(said: list[str] | dict[str, str]) -> tuple[Character, ...]:
    if isinstance(said, list):
        return tuple(Character(name) for name in said)
    return tuple(found for item in said.items() if (found := _character(*item)))


def _preparations(
    table: Mapping[str, str], lines: tuple[Numbered, ...], findings: Findings
) -> tuple[Preparation, ...]:
    for name in table:
        if not is_id(name):
            sentence = f"“{name}” cannot be an id; use lower-case letters, digits and single hyphens."
            findings.error(line_of(lines, name, "before"), sentence, "bad-id")
    return tuple(Preparation(name, text) for name, text in table.items())


def cover_of(
    table: Mapping[str, Any],
    lines: tuple[Numbered, ...],
    path: Path,
    find_picture: Callable[[str], Path | None],
) -> Picture | None:
    """Make the picture on the cover; None where the head names none."""
    file = table.get("cover")
    if not file:
        return None
    place = Place(path, line_of(lines, "cover"))
    return Picture(file, table.get("cover-description", ""), place, find_picture(file))
