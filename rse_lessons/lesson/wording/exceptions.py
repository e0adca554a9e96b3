"""Exceptions that somebody considered and wrote into the file with the reason, and whether they are sound.

In a `comment` block of a slide, for that slide, or behind a `#` in the head, for the head:

    wording: allow known-better: because the pupils rewrite this sentence on the next slide
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import Numbered

RULE = "wording-exception"
_ALLOW = re.compile(r"\s*#?\s*wording:\s*allow\b[ \t]*([\w-]*)[ \t]*:?[ \t]*(.*)", re.IGNORECASE)
_BECAUSE = re.compile(r"(?:because|since)?[\s:,.]*", re.IGNORECASE)


@dataclass
class Exceptions:
    """The exceptions of one place of a file."""

    allowed: dict[str, int] = field(default_factory=dict)
    """The line by the rule."""
    unsound: list[tuple[int, str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def allows(self, rule: str) -> bool:
        """Say whether a rule is allowed to be broken here, and remember that it was."""
        if rule not in self.allowed:
            return False
        self.used.add(rule)
        return True

    def problems(self, path: Path) -> Iterator[Problem]:
        """Tell of what has no reason, is not known, or was not needed."""
        for line, sentence in self.unsound:
            yield Problem(path, line, Severity.ERROR, sentence, RULE)
        for rule, line in self.allowed.items():
            if rule not in self.used:
                sentence = f"Nothing here needs the exception for “{rule}” any more; take it away."
                yield Problem(path, line, Severity.ADVICE, sentence, RULE)


def read_exceptions(lines: Iterable[Numbered], rules: Collection[str]) -> Exceptions:
    """Read the exceptions among some lines."""
    found = Exceptions()
    for number, text in lines:
        match = _ALLOW.match(text)
        if match is None:
            continue
        rule = match[1].lower().removeprefix("wording-")
        if rule not in rules:
            found.unsound.append((number, f"There is no wording rule “{rule}” to make an exception from."))
        elif len(_BECAUSE.sub("", match[2], count=1).split()) < 3:
            sentence = f"This exception needs its reason: “wording: allow {rule}: because …”."
            found.unsound.append((number, sentence))
        else:
            found.allowed[rule] = number
    return found
