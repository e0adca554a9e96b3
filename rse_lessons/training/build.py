"""From a split file to pages: sections carried on, ids given, blocks made.

Judges nothing beyond what only the text shows; the rules do.
"""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.blocks import minutes_to_seconds
from rse_lessons.lesson.build import text_parts
from rse_lessons.lesson.items import Maker
from rse_lessons.lesson.source import RawBlock, RawPart, RawSlide, RawText, Source
from rse_lessons.lesson.words import is_id, plain, slug
from rse_lessons.training.blocks import KINDS
from rse_lessons.training.model import ForNations, ModulePart, Page, Section

_SECTIONS = frozenset(Section)


def build_pages(source: Source, make: Maker) -> tuple[Page, ...]:
    """Make the pages of a module."""
    builder = _Builder(make)
    return tuple(builder.page(raw) for raw in source.slides)


class _Builder:
    """Remembers, from page to page, the section and which ids were given out."""

    def __init__(self, make: Maker) -> None:
        self._make = make
        self._section = Section.WHY
        self._counts: dict[str, int] = {}

    def page(self, raw: RawSlide) -> Page:
        section = raw.attributes.get("section")
        if section in _SECTIONS:
            self._section = Section(section)
        title = plain(raw.title)
        return Page(
            id=self._page_id(raw.attributes.get("id"), title),
            title=title,
            section=self._section,
            minutes=(minutes_to_seconds(raw.attributes.get("minutes")) or 0) / 60,
            parts=tuple(self._parts(raw.parts)),
            place=self._make.place(raw.line),
        )

    def _page_id(self, written: str, title: str) -> str:
        return written if is_id(written) else slug(title) or self._numbered("page")

    def _parts(self, raws: tuple[RawPart, ...]) -> Iterator[ModulePart]:
        for raw in raws:
            if isinstance(raw, RawText):
                yield from text_parts(raw, self._make)
            elif raw.name == "only":
                nations = tuple(part.strip() for part in raw.attributes.get("nation").split(","))
                inner = tuple(self._parts(raw.parts))
                yield ForNations(self._make.place(raw.line), tuple(filter(None, nations)), inner)
            else:
                kind = KINDS.get(raw.name)
                if kind and kind.make:
                    yield kind.make(raw, self._id(raw), self._make)

    def _id(self, raw: RawBlock) -> str:
        """Give the block's id; one without gets a number, so that it can still be shown."""
        written = raw.attributes.get("id")
        return written if is_id(written) else self._numbered(raw.name)

    def _numbered(self, name: str) -> str:
        number = self._counts[name] = self._counts.get(name, 0) + 1
        return f"{name}-{number}"
