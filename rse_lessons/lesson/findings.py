"""A list that problems are put into while a file is read. Which problems there are lives in the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rse_lessons.lesson.problems import Problem, Severity

AT_MOST = 200
"""So many problems are told of one file; a file with more has one cause, not thousands."""


class Findings:
    """Collects the problems of one file; each stands at a line of it."""

    def __init__(self, path: Path, last_line: int = sys.maxsize) -> None:
        """Collect for `path`; lines beyond `last_line` are brought back into the file."""
        self._path = path
        self._last_line = max(1, last_line)
        self._problems: dict[Problem, None] = {}

    def error(self, line: int, sentence: str, rule: str) -> None:
        """Add something that keeps the lesson from being right."""
        self._add(line, Severity.ERROR, sentence, rule)

    def advice(self, line: int, sentence: str, rule: str) -> None:
        """Add something that could be better."""
        self._add(line, Severity.ADVICE, sentence, rule)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems that a rule found."""
        for problem in problems:
            if len(self._problems) > AT_MOST:
                return  # no more are taken, and none has to be put into words
            self._add(problem.line, problem.severity, problem.sentence, problem.rule)

    def _add(self, line: int, severity: Severity, sentence: str, rule: str) -> None:
        if len(self._problems) <= AT_MOST:
            line = min(max(1, line), self._last_line)
            self._problems[Problem(self._path, line, severity, sentence, rule)] = None

    def __iter__(self) -> Iterator[Problem]:
        """Give the problems in the order they were found."""
        return iter(self._problems)

    def in_order(self) -> tuple[Problem, ...]:
        """Give the problems line by line; of very many, the first ones and a word about the rest."""
        found = sorted(self._problems)
        if len(found) <= AT_MOST:
            return tuple(found)
        sentence = f"There are more problems than these {AT_MOST}; mend these first and check again."
        last = Problem(self._path, found[AT_MOST - 1].line, Severity.ADVICE, sentence, "too-many-problems")
        return (*found[:AT_MOST], last)
