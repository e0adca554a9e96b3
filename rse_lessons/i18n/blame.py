"""Names what a translation says that would better not be said, as lessons and modules are read in English.

The whole file is read and not passage by passage, for what puts a sentence right may be the next passage.
What stayed English is left to the checks of English.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from rse_lessons.i18n.faults import Fault
from rse_lessons.i18n.localise import Localised
from rse_lessons.i18n.passages import Document, Kind
from rse_lessons.lesson.problems import Problem, Severity

PREFIX = "wording-"
_EXCEPTION = f"{PREFIX}exception"
"""Exceptions are written for the English; whether one is needed in a language is not asked."""


def blame_faults(language: str, shown: Localised) -> Iterator[Fault]:
    """Name the passages of a file in a language that blame, frighten or shame a child.

    Nothing is said of a language without rules. Sentences are in English, but for the better words.
    """
    lines = {one.line: one for one in reversed(shown.document.passages)}
    starts = sorted(lines)
    for problem in _problems(language, shown.document):
        at = bisect_right(starts, problem.line) - 1
        context = lines[starts[at]].context if at >= 0 else ""
        if context in shown.english or not problem.rule.startswith(PREFIX) or problem.rule == _EXCEPTION:
            continue
        yield Fault(context, problem.rule, problem.sentence, problem.severity is Severity.ERROR)


def _problems(language: str, made: Document) -> tuple[Problem, ...]:
    # Imported late: what shows lessons reads faults, and has no need of the rules.
    from rse_lessons.lesson.wording.lessons import check_lesson  # noqa: PLC0415
    from rse_lessons.lesson.wording.rulebook import languages  # noqa: PLC0415

    if language not in languages():
        return ()
    text = made.text.replace(made.newline, "\n")
    if made.kind in (Kind.LESSON, Kind.MEETING):
        return check_lesson(text, made.path, language=language, reasons="en")
    if made.kind is not Kind.MODULE:
        return ()
    from rse_lessons.training.reading import read_module_text  # noqa: PLC0415
    from rse_lessons.training.wording import check_module  # noqa: PLC0415

    module = read_module_text(text, made.path, language=language).module
    return () if module is None else check_module(text, made.path, module, language=language, reasons="en")
