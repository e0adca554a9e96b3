"""What is wrong with a lesson, said so that its author can mend it. Nothing here finds problems."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a problem is: an error keeps a lesson from being right, advice does not."""

    ERROR = "error"
    ADVICE = "advice"


class Problem(NamedTuple):
    """One problem, at one line; in order by file and line."""

    path: Path
    line: int
    severity: Severity
    sentence: str
    """What is wrong and what to do, in a sentence."""
    rule: str
    """The rule's name, such as `unknown-stage`."""

    def __str__(self) -> str:
        """Give `path:line: severity: sentence [rule]`."""
        return f"{self.path}:{self.line}: {self.severity}: {self.sentence} [{self.rule}]"
