"""One lesson in the languages that it is read in: the class's, a second one on its slides, the teacher's.

All are the same slides with the same ids in other words, so that a session knows nothing of them. A lesson is
read when its language is first asked for, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rse_lessons.i18n.catalogues import ENGLISH, interface_language, speaking
from rse_lessons.lesson.model import Lesson, Slide
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.ui.aloud.ways import language_name
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.pairing import marked

Routes = Sequence[Any]
Read = Callable[[str], tuple[Lesson, Routes] | None]
"""Gives the lesson as it is taught in a language, with its help routes; None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What a class reads."""

    language: str = ""
    """The tag of a language; empty for that of the windows."""
    second: str = ""
    """A second language on its slides; empty for none."""
    arrangement: str = "small"


@dataclass(frozen=True, slots=True)
class Reading:
    """A lesson in one language."""

    lesson: Lesson
    slides: tuple[Slide, ...]
    """As the class sees them: what stayed English is named."""
    notes: tuple[Slide, ...]
    """As the teacher reads them."""
    routes: Routes

    @property
    def language(self) -> str:
        """The tag of its language; English where nothing is translated."""
        return self.lesson.language


class Readings:
    """Reads a lesson in other languages, and says how its slides look in them."""

    def __init__(
        self, lesson: Lesson, look: SlideLook, read: Read | None = None, offered: Sequence[str] = ()
    ) -> None:
        """`lesson` is what the session gives; `offered` are the languages to have ready."""
        self._look = look
        self._read = read
        self.offered = tuple(offered)
        slides = slides_of(lesson)
        self._source = Reading(lesson, slides, slides, look.routes)
        self._known: dict[str, Reading] = {lesson.language: self._source}

    def has(self, language: str) -> bool:
        """Tell whether a language was read already."""
        return language in self._known

    def of(self, language: str) -> Reading:
        """Give the lesson in a language, as far as it is there; an empty tag is that of the windows."""
        tag = language or interface_language()
        found = self._known.get(tag)
        if found is None:
            found = self._known[tag] = self._made(tag)
        return found

    @property
    def own(self) -> Reading:
        """The lesson in the teacher's language."""
        return self.of(interface_language())

    def look(self, reads: Reads) -> SlideLook:
        """Give the look of slides for a class."""
        first = self.of(reads.language)
        english = self._source.routes if first.lesson.english_lines else ()
        second = self.of(reads.second) if reads.second else first
        if second.language == first.language:
            return replace(
                self._look,
                language=first.language,
                routes=first.routes,
                english_routes=english,
                second="",
                second_routes=(),
            )
        return replace(
            self._look,
            language=first.language,
            routes=first.routes,
            english_routes=english,
            second=second.language,
            second_routes=second.routes,
            arrangement=reads.arrangement,
        )

    def slide(self, index: int, look: SlideLook) -> tuple[Slide, Slide | None]:
        """Give a slide as a look shows it, and the same in its second language, if it has one."""
        second = self.of(look.second).slides[index] if look.second else None
        return self.of(look.language).slides[index], second

    def _made(self, tag: str) -> Reading:
        found = self._read(tag) if self._read is not None else None
        if found is None:
            return self._source
        lesson, routes = found
        slides, source = slides_of(lesson), self._source.slides
        if not _alike(slides, source):
            return self._source
        with speaking(lesson.language):
            name = language_name(ENGLISH)
        pairs = list(zip(slides, source, strict=True))
        return Reading(
            lesson,
            tuple(marked(slide, other, lesson.english_lines, name) for slide, other in pairs),
            slides,
            routes,
        )


def _alike(slides: Sequence[Slide], source: Sequence[Slide]) -> bool:
    """Whether two lessons hang on one skeleton."""
    if len(slides) != len(source):
        return False
    return all(
        list(blocks_of([one])) == list(blocks_of([two])) for one, two in zip(slides, source, strict=True)
    )
