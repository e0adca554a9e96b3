"""`rse-lessons check --text`: checks the words of any text, a sentence a line. Keeps nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rse_lessons.i18n.catalogues import interface_language, ntr, tr
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import Finding, check_text
from rse_lessons.lesson.wording.rulebook import language_of_rules, languages

STANDARD_INPUT = "-"


def check_words(source: str, *, as_json: bool, language: str = "") -> int:
    """Print `line:column: severity: found "…"; say "…": reason [rule]`; 1 when there is an error.

    `language` is the text's; without it, that of the interface where it has rules, else English.
    """
    here = interface_language()
    language = language or language_of_rules(here)
    if language not in languages():
        known = ", ".join(languages())
        print(
            tr("There are no rules about words in “{language}”. There are rules for: {known}.").format(
                language=language, known=known
            ),
            file=sys.stderr,
        )
        return 1
    try:
        lines = _lines(source)
    except OSError as error:
        print(
            tr("The text {source} cannot be read: {reason}.").format(
                source=source, reason=error.strerror or error
            ),
            file=sys.stderr,
        )
        return 1
    worst = False
    count = 0
    shown: list[dict[str, object]] = []
    for number, found in _findings(lines, language, here):
        worst = worst or found.severity is Severity.ERROR
        count += 1
        if as_json:
            shown.append(_entry(number, found))
        else:
            print(
                f"{number}:{found.column}: {found.severity}: "
                f'found "{found.found}"; say "{found.say}": {found.reason} [{found.rule}]'
            )
    if as_json:
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(
            ntr("{count} finding.", "{count} findings.", count) if count else tr("No finding."),
            file=sys.stderr,
        )
    return 1 if worst else 0


def _lines(source: str) -> Iterable[str]:
    if source != STANDARD_INPUT:
        return Path(source).read_bytes().decode("utf-8-sig", errors="replace").split("\n")
    return (line.decode("utf-8", errors="replace").removeprefix("\ufeff") for line in sys.stdin.buffer)


def _findings(lines: Iterable[str], language: str, reasons: str) -> Iterator[tuple[int, Finding]]:
    for number, line in enumerate(lines, 1):
        for found in check_text(line.rstrip("\r\n").replace("\r", " "), language=language, reasons=reasons):
            yield number, found


def _entry(number: int, found: Finding) -> dict[str, object]:
    return {
        "line": number,
        "column": found.column,
        "length": found.length,
        "found": found.found,
        "say": found.say,
        "reason": found.reason,
        "rule": found.rule,
        "severity": str(found.severity),
        "source": found.source,
    }
