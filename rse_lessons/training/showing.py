"""From a module to what a teacher of one nation sees: the nation's parts, placeholders in words.

Nothing here knows nations by name or what a term means: the code and `fill` are passed in. What
`{{source:…}}` says stands in the module itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rse_lessons.lesson.filling import filled
from rse_lessons.lesson.model import Picture, Text
from rse_lessons.training.model import ForNations, GuidanceSource, Module, ModuleBlock, ModulePart, Page

TO_BE_CHECKED = "to be checked"
_SOURCE = re.compile(r"\{\{[ \t]*source:([a-z0-9-]+)[ \t]*\}\}")


def as_shown(
    module: Module, nation: str, fill: Callable[[str], str], to_be_checked: str = TO_BE_CHECKED
) -> Module:
    """Give the module as a teacher of one nation reads it, every placeholder in words.

    `to_be_checked` says in the module's language that a source is.

    No `ForNations` is left. A page that has nothing for this nation is left out, and its time goes to
    the page before it.
    """
    sources = module.head.sources

    def in_words(text: str) -> str:
        return fill(_SOURCE.sub(lambda found: _named(found[1], sources, to_be_checked), text))

    return filled(for_nation(module, nation), in_words)


def for_nation(module: Module, nation: str) -> Module:
    """Give the module with one nation's parts, placeholders as they are written."""
    pages: list[Page] = []
    owed = 0.0
    for page in module.pages:
        parts = tuple(_parts(page.parts, nation))
        if page.parts and not parts:
            if pages and pages[-1].section is page.section:
                pages[-1] = replace(pages[-1], minutes=pages[-1].minutes + page.minutes)
            else:
                owed += page.minutes
        elif parts != page.parts or owed:
            pages.append(replace(page, parts=parts, minutes=page.minutes + owed))
            owed = 0.0
        else:
            pages.append(page)
    return module if tuple(pages) == module.pages else replace(module, pages=tuple(pages))


def cited(source: GuidanceSource, to_be_checked: str = TO_BE_CHECKED) -> str:
    """Name a source in a sentence: who issued it and the year, and whether it is to be checked."""
    sure = f", {to_be_checked}" if source.to_check else ""
    return f"{source.by or source.name} ({source.year}{sure})"


def blocks_in(parts: Iterable[ModulePart]) -> Iterator[ModuleBlock]:
    """Give every block among `parts`, those for some nations alone included."""
    for part in parts:
        if isinstance(part, ForNations):
            yield part
            yield from blocks_in(part.parts)
        elif not isinstance(part, Text | Picture):
            yield part


def _parts(parts: tuple[ModulePart, ...], nation: str) -> Iterator[ModulePart]:
    for part in parts:
        if not isinstance(part, ForNations):
            yield part
        elif nation in part.nations:
            yield from _parts(part.parts, nation)


def _named(name: str, sources: Mapping[str, GuidanceSource], to_be_checked: str) -> str:
    source = sources.get(name)
    return cited(source, to_be_checked) if source else name.replace("-", " ")
