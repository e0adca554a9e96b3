"""The passages that stand in TOML: heads of lessons and modules, moments, nations' files.

A table says which fields hold words, who reads them and what they are; whatever is not in it (ids, codes,
numbers, addresses, files) is never a passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from rse_lessons.i18n.block_passages import Frame, Gatherer
from rse_lessons.i18n.passages import Form, Kind, Reader, Register, has_words
from rse_lessons.i18n.stretches import Stretch
from rse_lessons.i18n.toml_texts import TomlText, texts

LONGEST_WHO = 45
"""Characters of a help route's line on a slide (docs of the nations' files)."""


class Field(NamedTuple):
    """Where words stand, and what they are."""

    pattern: str
    """The path, parted by dots: `*` is any name, `#` any number."""
    reader: Reader
    register: Register = Register.ADULTS
    role: str = ""
    safety: bool = False
    longest: int | None = None


_PUPILS, _STAFF, _HOME = Reader.PUPILS, Reader.TEACHERS, Reader.FAMILIES
_CHILD, _CLASS = Register.CHILD, Register.CLASS
_HEAD = (
    Field("title", _PUPILS, _CLASS),
    Field("summary", _STAFF),
    Field("cover-description", _PUPILS, _CLASS, "picture"),
    Field("outcomes.#", _PUPILS, _CHILD, "outcome"),
)
_WORD = Field("", _PUPILS, _CHILD, "vocabulary-word")
_MEANING = Field("", _PUPILS, _CHILD, "vocabulary")
LESSON = (
    *_HEAD,
    Field("before.*", _STAFF),
    Field("adaptations.*", _STAFF),
    Field("endings.*", _PUPILS, _CHILD),
    Field("home.about", _HOME),
    Field("home.questions.#", _HOME),
)
MODULE = (
    *(field._replace(reader=_STAFF, register=Register.ADULTS) for field in _HEAD),
    Field("sources.*.name", _STAFF, role="source-name"),
    Field("sources.*.by", _STAFF, role="source-by"),
    Field("sources.*.year", _STAFF),
    Field("sources.*.note", _STAFF),
)
MOMENTS = tuple(
    Field(f"moments.#.{name}", _STAFF) for name in ("title", "situation", "question", "next")
) + tuple(Field(f"moments.#.replies.#.{name}", _STAFF) for name in ("text", "taken", "asks", "better"))
NATION = (
    Field("name", _PUPILS, _CLASS),
    Field("subject", _STAFF),
    Field("terms.safeguarding-lead", _STAFF, safety=True),
    Field("terms.safeguarding-lead-long", _STAFF, safety=True),
    Field("terms.*", _STAFF),
    Field("phases.*.name", _STAFF),
    Field("phases.*.years", _STAFF),
    Field("phases.*.ages", _STAFF),
    Field("settings.*.value", _STAFF),
    Field("settings.*.text", _STAFF),
    Field("routes.#.name", _PUPILS, _CHILD, safety=True),
    Field("routes.#.who", _PUPILS, _CHILD, safety=True, longest=LONGEST_WHO),
    Field("routes.#.details", _HOME, safety=True),
    Field("routes.#.hours", _PUPILS, _CHILD, safety=True),
    Field("routes.#.ages", _PUPILS, _CHILD, safety=True),
    Field("statements.#.heading", _STAFF),
    Field("statements.#.codes.*", _STAFF),
    Field("sources.*", _STAFF),
)
FIELDS = {
    Kind.LESSON: LESSON,
    Kind.MEETING: LESSON,
    Kind.MODULE: MODULE,
    Kind.MOMENTS: MOMENTS,
    Kind.NATION: NATION,
}
_NAMES = {Kind.MOMENTS: "moment", Kind.NATION: "nation"}


def toml_passages(gather: Gatherer, kind: Kind, text: str, start: int) -> None:
    """Collect the passages of TOML that begins at a place of the file, in the file's order."""
    found = texts(text)
    ids = {one.path[:-1]: one.value for one in found if one.path[-1] == "id" and not one.is_key}
    words = [one for one in found if one.is_key and _is_word(one.path)]
    frame = Frame("", _NAMES.get(kind, "head"), 0, "", _STAFF, Register.ADULTS)
    if kind in (Kind.LESSON, Kind.MEETING):
        for number, one in enumerate(words, 1):
            # Known by its place: its own letters are what is translated.
            group = replace(frame, group=f"vocabulary/{number}")
            _add(gather, group, one, f"vocabulary/{number}/word", _WORD, start=start)
            for meaning in (other for other in found if not other.is_key and other.path == one.path):
                _add(gather, group, meaning, f"vocabulary/{number}/meaning", _MEANING, start=start)
    for one in found:
        if not one.is_key and (field := _field(FIELDS[kind], one.path)):
            _add(gather, frame, one, _name(one.path, ids), field, start=start)


def _is_word(path: Sequence[str | int]) -> bool:
    return len(path) == 2 and path[0] == "vocabulary"


def _add(gather: Gatherer, frame: Frame, one: TomlText, name: str, field: Field, *, start: int) -> None:
    if not has_words(one.value):
        return
    line = gather.lines.number(start + one.start)
    stretch = Stretch(start + one.start, start + one.end, one.value, "", line)
    inner = replace(frame, reader=field.reader, register=field.register, safety=field.safety)
    role = field.role or name.rpartition("/")[2]
    gather.add_stretch(inner, name, stretch, role=role, form=Form.TOML, longest=field.longest)


def _field(fields: Iterable[Field], path: Sequence[str | int]) -> Field | None:
    for field in fields:
        steps = _steps(field.pattern)
        if len(steps) == len(path) and all(map(_fits, steps, path)):
            return field
    return None


@cache
def _steps(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split("."))


def _fits(wanted: str, step: str | int) -> bool:
    if isinstance(step, int):
        return wanted == "#"
    return wanted in ("*", step)


def _name(path: Sequence[str | int], ids: dict[tuple[str | int, ...], str]) -> str:
    """Name a field by its path; an entry of a list by its id, where it has one."""
    steps: list[str] = []
    for number, step in enumerate(path):
        here = ids.get(tuple(path[: number + 1]))
        steps.append(
            here if isinstance(step, int) and here else str(step + 1 if isinstance(step, int) else step)
        )
    return "/".join(step for step in steps)
