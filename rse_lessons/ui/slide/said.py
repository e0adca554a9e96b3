"""What a slide says, line by line, each with its language; the same in several languages, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from rse_lessons.i18n.catalogues import ENGLISH, speaking
from rse_lessons.lesson.model import Slide
from rse_lessons.ui.slide.describe import Line, describe
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.readings import Reading, Readings


@dataclass(frozen=True, slots=True)
class Said:
    """One line in one language."""

    text: str
    language: str
    """A tag; English where a lesson in another language says it in English."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line in each of the languages in which it is said; once where they say the same."""

    role: str
    """As in `lines`."""
    words: tuple[Said, ...]


Told = tuple[tuple[str, Said], ...]
"""Roles with lines of one language."""
SlideOf = Callable[[Reading], Slide]
"""Finds a slide in a lesson, or makes one of the program's own words."""


def told(
    readings: Readings, slide_of: SlideOf, language: str, look: SlideLook, states: Mapping[str, object]
) -> Told:
    """Say a slide in one language; what stayed English is said to be."""
    reading = readings.of(language)
    lines = _described(reading, slide_of, look, states)
    english: frozenset[str] = frozenset()
    source = readings.of(ENGLISH)
    if reading.language != source.language == ENGLISH:
        english = frozenset(line.text for line in _described(source, slide_of, look, states))
    return tuple(
        (line.role, Said(line.text, ENGLISH if line.text in english else reading.language)) for line in lines
    )


def together(*several: Told) -> tuple[Spoken, ...]:
    """Put lines of several languages beside one another, as far as they are the same lines."""
    roles = [[role for role, _ in one] for one in several]
    if any(other != roles[0] for other in roles[1:]):
        return tuple(Spoken(role, (said,)) for one in several for role, said in one)
    found = []
    for line in zip_longest(*several):
        words: dict[str, Said] = {}
        for _role, said in line:
            words.setdefault(said.text, said)
        found.append(Spoken(line[0][0], tuple(words.values())))
    return tuple(found)


def _described(
    reading: Reading, slide_of: SlideOf, look: SlideLook, states: Mapping[str, object]
) -> tuple[Line, ...]:
    with speaking(reading.language):
        slide = slide_of(reading)
    alone = replace(look, language=reading.language, routes=reading.routes, second="", arrangement="")
    return describe(slide, alone, states)
