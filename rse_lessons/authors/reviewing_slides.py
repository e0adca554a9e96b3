"""The slide of a passage whose translation is read, as the class sees it, in the words of now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from rse_lessons.i18n.corrections import Corrections
from rse_lessons.i18n.localise import Localised
from rse_lessons.i18n.passages import Form
from rse_lessons.i18n.putting_together import english_lines
from rse_lessons.in_class.giving import look_of
from rse_lessons.in_words import filling
from rse_lessons.lesson.model import Lesson, Slide
from rse_lessons.lesson.reader import Tongue
from rse_lessons.nation.profiles import NATIONS, routes_for
from rse_lessons.presenting.activity import State
from rse_lessons.presenting.slides import for_nation
from rse_lessons.school import School
from rse_lessons.ui.paper.slides import states_on_paper, with_english_marked
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.theme import Theme


class Slides:
    """Gives slides of one lesson."""

    def __init__(
        self, school: School, path: Path, english: Lesson | None, theme: Callable[[], Theme]
    ) -> None:
        self._school, self._path, self._english, self._theme = school, path, english, theme
        self._read: tuple[Localised | None, Lesson | None] = None, None

    def slide(
        self, corrections: Corrections, number: int, *, answers: bool
    ) -> tuple[Slide, SlideLook, Mapping[str, State] | None] | None:
        """Give a slide by its number in the file, from 1, and how it looks; None where there is none.

        With `answers` every hidden line is shown, and what an activity leads to.
        """
        lesson = self._of_nation(corrections, number)
        if lesson is None:
            return None
        nation = self._school.nation_of(self._school.preferences.nation, lesson.language)
        look = replace(
            look_of(self._school, lesson, self._theme()),
            language=lesson.language,
            routes=routes_for(nation, lesson.front.readers),
            english_routes=self._school.english_routes(lesson),
            paper=answers,
        )
        return lesson.slides[0], look, states_on_paper(lesson) if answers else None

    def _of_nation(self, corrections: Corrections, number: int) -> Lesson | None:
        """Give the lesson with this slide alone: of the teacher's nation, else of the first that has it."""
        english, now = self._english, self._localised(corrections)
        if english is None or now is None or number > min(len(now.slides), len(english.slides)):
            return None
        wanted = self._school.preferences.nation
        for code in (wanted, *(code for code in NATIONS if code != wanted)):
            shown, source = (self._one(lesson, number, code, english) for lesson in (now, english))
            if any(slide.parts for slide in shown.slides) or not now.slides[number - 1].parts:
                return with_english_marked(shown, source)
        return None

    def _localised(self, corrections: Corrections) -> Lesson | None:
        shown = corrections.localised()
        if self._read[0] is shown:
            return self._read[1]
        conditions = (slot.passage for slot in shown.document.slots if slot.form is Form.LABEL)
        labels = frozenset(one.line for one in conditions if one.context not in shown.english)
        tongue = Tongue(corrections.language.tag, english_lines(shown), labels)
        lesson = self._school.read_text(shown.text, self._path, tongue).lesson
        self._read = shown, lesson
        return lesson

    def _one(self, lesson: Lesson, number: int, code: str, english: Lesson) -> Lesson:
        one = replace(lesson, slides=(lesson.slides[number - 1],))
        source = english.slides[number - 1] if lesson.english_lines else None
        return for_nation(one, code, filling(self._school, code, lesson.language, source))
