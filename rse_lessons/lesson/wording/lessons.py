"""Checks the words of a whole lesson and gives problems with the file's lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.load import load
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.source import Numbered
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.wording.checking import Finding, check_text, words_of_rules
from rse_lessons.lesson.wording.exceptions import Exceptions, read_exceptions
from rse_lessons.lesson.wording.passages import Passage, comments, head_passages, slide_passages
from rse_lessons.lesson.wording.rulebook import rule_book

_BAND = re.compile(r"""\s*band\s*=\s*["']([\w-]+)["']""")
SHORT = 4_000
"""Letters of a passage whose findings are kept; a longer one is nobody's paragraph."""


def check_lesson(text: str, path: Path, *, language: str = "en", reasons: str = "") -> tuple[Problem, ...]:
    """Find what a lesson file would better not say, in order of lines; `text` has plain line ends.

    `reasons` is the language in which it is said why. Raises LookupError for a language without rules.
    """
    source = split(text)
    rules = rule_book(language).ids
    head = source.head or ()
    band = next((found[1] for line in head if (found := _BAND.match(line.text))), "")
    places = [(read_exceptions(comments_of_head(head), rules), list(head_passages(head)))]
    for slide in source.slides:
        places.append((read_exceptions(comments(slide.parts), rules), list(slide_passages(slide))))
    return check_places(places, path, language=language, band=band, reasons=reasons)


def check_places(
    places: Iterable[tuple[Exceptions, Iterable[Passage]]],
    path: Path,
    *,
    language: str = "en",
    band: str = "",
    reasons: str = "",
) -> tuple[Problem, ...]:
    """Find what passages would better not say, each with the exceptions that hold where it stands."""

    def found(passage: Passage) -> tuple[Finding, ...]:
        check = _kept if len(passage.text) <= SHORT else check_text
        return check(passage.text, language=language, audience=passage.reader, band=band, reasons=reasons)

    problems = [
        problem for exceptions, passages in places for problem in _problems(passages, exceptions, path, found)
    ]
    return tuple(sorted(dict.fromkeys(problems)))


def check_lesson_file(path: Path, *, language: str = "en") -> tuple[Problem, ...]:
    """Check a lesson in a file; one that cannot be read has no words, and its reader tells of it."""
    text = load(path, Findings(path))
    return check_lesson(text, path, language=language) if text is not None else ()


def comments_of_head(head: Iterable[Numbered]) -> Iterator[Numbered]:
    """Give the remarks of a head, where exceptions may stand."""
    return (line for line in head if line.text.lstrip().startswith("#"))


def _problems(
    passages: Iterable[Passage],
    exceptions: Exceptions,
    path: Path,
    check: Callable[[Passage], tuple[Finding, ...]],
) -> Iterator[Problem]:
    for passage in passages:
        if (
            exceptions.allowed
        ):  # one whose words stand there is needed, though today little else speaks for it
            for rule, _ in words_of_rules(passage.text):
                exceptions.allows(rule)
        for found in check(passage):
            if not exceptions.allows(found.rule):
                line = passage.lines[found.line - 1].number
                yield Problem(path, line, found.severity, sentence_of(found), f"wording-{found.rule}")
    yield from exceptions.problems(path)


_kept = lru_cache(maxsize=4_000)(check_text)
"""While a lesson is written it is checked again and again, and most passages stay as they are."""


def sentence_of(found: Finding) -> str:
    """Say a finding in words: what, what instead, why."""
    return f"Found “{found.found}”; say “{found.say}”: {found.reason[0].lower() + found.reason[1:]}"
