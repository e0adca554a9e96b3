"""What the checks of teaching look at: a lesson, its file, and the words that a nation gives it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from rse_lessons.lesson.front_matter import line_of
from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import Numbered, Source
from rse_lessons.lesson.teaching.said import Passage, Sentence, pieces, pupil_passages, sentences
from rse_lessons.lesson.words import plain

_SAME = str.maketrans("‘’“”", "''\"\"")
_LENGTHS = (9, 6, 4, 2, 1)
"""So many words of a sentence are looked for, until it is found."""


def _as_written(text: str) -> str:
    return text


@dataclass(frozen=True)
class Words:
    """What a nation's files say: what stands for placeholders, and which names are nobody's to simplify."""

    fill: Callable[[str], str] = _as_written
    names: frozenset[str] = frozenset()
    """Names of services and of people's work, such as `Childline`."""


NO_WORDS = Words()


@dataclass(frozen=True)
class Subject:
    """A lesson with a head, as its checks see it."""

    lesson: Lesson
    source: Source
    words: Words = NO_WORDS

    @cached_property
    def for_pupils(self) -> tuple[Passage, ...]:
        """All that pupils read, piece by piece."""
        return tuple(pieces(pupil_passages(self.lesson), self.words.fill))

    @cached_property
    def read_by_pupils(self) -> tuple[Sentence, ...]:
        """All that pupils read, sentence by sentence."""
        return tuple(sentences(self.for_pupils))

    @property
    def head(self) -> tuple[Numbered, ...]:
        """The lines of the head."""
        return self.source.head or ()

    def field(self, name: str, inside: str = "") -> int:
        """Give the line of a field of the head; the head's first line when it is not there."""
        return line_of(self.head, name, inside)

    def line_of(self, sentence: Sentence) -> int:
        """Give the line in which a sentence begins."""
        return self.find(sentence.text, sentence.line)

    def find(self, text: str, start: int = 1) -> int:
        """Give the line where words begin, looked for from a line on; that line when they are not there."""
        flat, starts, numbers = self._flat
        begin = starts[min(bisect_right(numbers, max(1, start) - 1), len(starts) - 1)]
        said = text.translate(_SAME).split()
        for length in _LENGTHS:
            words = " ".join(said[:length])
            if length <= max(1, len(said)) and words and (at := flat.find(words, begin)) >= 0:
                return numbers[bisect_right(starts, at) - 1]
        return start

    @cached_property
    def _flat(self) -> tuple[str, list[int], list[int]]:
        """Give all of the file's words on one line, where each line's begin there, and its number."""
        lines = sorted(
            (*self.head, *((s.line, s.title) for s in self.source.slides), *self.source.body_lines())
        )
        pieces, starts, numbers, length = [], [], [], 0
        for number, text in lines:
            words = _unmarked(text)
            pieces.append(words)
            starts.append(length)
            numbers.append(number)
            length += len(words) + 1
        return " ".join(pieces), starts, numbers

    def error(self, line: int, sentence: str, rule: str) -> Problem:
        """Make an error of this lesson."""
        return Problem(self.lesson.path, line, Severity.ERROR, sentence, rule)

    def advice(self, line: int, sentence: str, rule: str) -> Problem:
        """Make a piece of advice on this lesson."""
        return Problem(self.lesson.path, line, Severity.ADVICE, sentence, rule)


Rule = Callable[[Subject], Iterable[Problem]]
_CELLS = re.compile(r"\s*\|\s*")


def _unmarked(line: str) -> str:
    return plain(_CELLS.sub(" ", line)).translate(_SAME)
