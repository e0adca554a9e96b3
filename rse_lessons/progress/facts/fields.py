"""What the fields of an event's data may be: ids, numbers, days and words of the program's own.

There is none for free text, and a count under five pupils is refused unless it arrives as None ("fewer than
five"). Which event has which fields is `events`'s.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

FEWEST = 5
"""The smallest count of pupils that is kept as a number."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_MARK = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}")


class Field(Protocol):
    """What one field of an event's data may be."""

    def fault(self, value: object) -> str:
        """Say what is wrong with `value`, to stand after "is"; empty when nothing is."""


@dataclass(frozen=True, slots=True)
class Name:
    """An id: lower-case letters, digits, hyphens. Words that people type do not pass."""

    longest: int = 100

    def fault(self, value: object) -> str:
        """Say whether it is no id, or too long a one."""
        if not isinstance(value, str) or not _ID.fullmatch(value):
            return "not an id"
        return "too long" if len(value) > self.longest else ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two ends."""

    low: int
    high: int

    def fault(self, value: object) -> str:
        """Say whether it is no whole number, or outside the ends."""
        if not isinstance(value, int) or isinstance(value, bool):
            return "not a whole number"
        return "" if self.low <= value <= self.high else f"not between {self.low} and {self.high}"


@dataclass(frozen=True, slots=True)
class Seconds:
    """A length of time, up to a day."""

    longest: int = 86_400

    def fault(self, value: object) -> str:
        """Say whether it is no number, or not within the day."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return "not a number"
        return "" if 0 <= value <= self.longest else f"not between 0 and {self.longest}"


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def fault(self, value: object) -> str:
        """Say whether it is anything else."""
        return "" if isinstance(value, bool) else "neither true nor false"


@dataclass(frozen=True, slots=True)
class Counts:
    """Hands of the whole class for each option; None stands for fewer than five."""

    most: int = 40
    """Options."""

    def fault(self, value: object) -> str:
        """Say whether a small group could be told from it, or it is no table of counts."""
        if not isinstance(value, Mapping) or len(value) > self.most:
            return f"not a table of up to {self.most} counts"
        for option, count in value.items():
            if Name().fault(option):
                return f"for {option!r}, which is not an id"
            if count is not None and Whole(FEWEST, 1000).fault(count):
                return f"{count!r} for {option}, where only None or {FEWEST} to 1000 is kept"
        return ""


@dataclass(frozen=True, slots=True)
class Few:
    """A count of slips of paper; None stands for fewer than five, none included."""

    def fault(self, value: object) -> str:
        """Say whether one slip could be told from it, or it is no count."""
        if value is None or not Whole(FEWEST, 1000).fault(value):
            return ""
        return f"{value!r}, where only None or {FEWEST} to 1000 is kept"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words of the program's own."""

    words: tuple[str, ...]

    def fault(self, value: object) -> str:
        """Say whether it is any other."""
        return "" if value in self.words else f"none of {', '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Tag:
    """The tag of a language, such as `cy` or `sco-ulster`, or an empty text for none."""

    def fault(self, value: object) -> str:
        """Say whether it is anything else."""
        plain = isinstance(value, str) and (not value or _TAG.fullmatch(value))
        return "" if plain else "not the tag of a language"


@dataclass(frozen=True, slots=True)
class State:
    """Where an activity stands: ids and numbers only, few and shallow."""

    longest: int = 8_000
    """Characters as JSON."""
    deepest: int = 4

    def fault(self, value: object) -> str:
        """Say what in it is neither an id nor a number, or that it is too much."""
        if not isinstance(value, Mapping):
            return "not a table"
        wrong = self._wrong(value, self.deepest)
        if not wrong and len(json.dumps(value)) > self.longest:
            return "too long"
        return wrong

    def _wrong(self, value: object, depth: int) -> str:
        if value is None or isinstance(value, bool | int):
            return ""
        if isinstance(value, float):
            return "" if math.isfinite(value) else "not a finite number"
        if isinstance(value, str):
            return Name().fault(value) if value else ""
        return self._wrong_inside(value, depth) if depth else "too deep"

    def _wrong_inside(self, value: object, depth: int) -> str:
        if isinstance(value, list | tuple):
            return next(filter(None, (self._wrong(item, depth - 1) for item in value)), "")
        if isinstance(value, Mapping):
            return self._wrong_in_table(value, depth)
        return f"holding a {type(value).__name__}"

    def _wrong_in_table(self, table: Mapping[object, object], depth: int) -> str:
        for key, item in table.items():
            wrong = Name().fault(key)
            if wrong:
                return f"holding {key!r}, which is {wrong}"
            wrong = Counts().fault(item) if key == "counts" else self._wrong(item, depth - 1)
            if wrong:
                return f"holding {key}, which is {wrong}"
        return ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A row of whole numbers between 0 and an end: points of a line drawn, or places in a list."""

    most: int
    """Numbers in the row."""
    high: int
    pairs: bool = False

    def fault(self, value: object) -> str:
        """Say whether it is no such row, or too long a one."""
        if not isinstance(value, list | tuple) or not 1 <= len(value) <= self.most:
            return f"not a row of 1 to {self.most} numbers"
        if self.pairs and len(value) % 2:
            return "not made of pairs"
        # All at once: records may hold a million points, and each is looked at whenever they are read.
        if {int} == set(map(type, value)) and min(value) >= 0 and max(value) <= self.high:
            return ""
        wrong = next(filter(None, map(Whole(0, self.high).fault, value)), "")
        return f"holding a number that is {wrong}" if wrong else ""


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week on which a class is taught: numbers from 0 (Monday) to 6, rising."""

    def fault(self, value: object) -> str:
        """Say whether it is no such row."""
        if not isinstance(value, list | tuple) or any(map(Whole(0, 6).fault, value)):
            return "not a row of days from 0 to 6"
        return "" if list(value) == sorted(set(value)) else "not rising"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar such as `2026-11-30`, or an empty text for none."""

    needed: bool = False
    """Whether there has to be one."""

    def fault(self, value: object) -> str:
        """Say whether it is no such day."""
        if value == "" and not self.needed:
            return ""
        try:
            whole = isinstance(value, str) and date.fromisoformat(value).isoformat() == value
        except ValueError:
            whole = False
        return "" if whole else "not a day such as 2026-11-30"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as events carry it."""

    def fault(self, value: object) -> str:
        """Say whether it is written otherwise."""
        return "" if isinstance(value, str) and _MOMENT.fullmatch(value) else "not a moment in UTC"


@dataclass(frozen=True, slots=True)
class Mark:
    """The SHA-256 of a class label in 64 hexadecimal digits, or an empty text."""

    def fault(self, value: object) -> str:
        """Say whether it is anything else."""
        return "" if value == "" or (isinstance(value, str) and _MARK.fullmatch(value)) else "not a mark"


@dataclass(frozen=True, slots=True)
class Names:
    """A row of ids, none of them twice: the lessons of a plan, in order."""

    most: int = 200
    longest: int = 120

    def fault(self, value: object) -> str:
        """Say whether it is too long a row, or which of it is no id."""
        if not isinstance(value, list | tuple) or len(value) > self.most:
            return f"not a row of up to {self.most} names"
        wrong = next(filter(None, map(PlainId(self.longest).fault, value)), "")
        if wrong:
            return f"holding something that is {wrong}"
        return "" if len(set(value)) == len(value) else "holding a name twice"


@dataclass(frozen=True, slots=True)
class PlainId:
    """A lesson's id: the name of its file without the ending."""

    longest: int = 120

    def fault(self, value: object) -> str:
        """Say whether it cannot be one."""
        plain = isinstance(value, str) and 0 < len(value) <= self.longest and value.isprintable()
        return "" if plain else f"not a lesson's id of up to {self.longest} characters"


@dataclass(frozen=True, slots=True)
class Step:
    """Two ids with a slash between: a scene and the reply that was chosen in it, a list and what is in it."""

    def fault(self, value: object) -> str:
        """Say whether it is anything else."""
        parts = value.split("/") if isinstance(value, str) else ()
        plain = len(parts) == 2 and not any(map(Name().fault, parts))
        return "" if plain else "not two ids with a slash between"


@dataclass(frozen=True, slots=True)
class Steps:
    """A row of steps in their order: the way through a conversation."""

    most: int = 60

    def fault(self, value: object) -> str:
        """Say whether it is too long a row, or which of it is no step."""
        if not isinstance(value, list | tuple) or len(value) > self.most:
            return f"not a row of up to {self.most} steps"
        wrong = next(filter(None, map(Step().fault, value)), "")
        return f"holding something that is {wrong}" if wrong else ""


@dataclass(frozen=True, slots=True)
class Ids:
    """A row of ids, none of them twice: the questions of a try."""

    most: int = 40

    def fault(self, value: object) -> str:
        """Say whether it is too long a row, or which of it is no id."""
        if not isinstance(value, list | tuple) or len(value) > self.most:
            return f"not a row of up to {self.most} ids"
        wrong = next(filter(None, map(Name().fault, value)), "")
        if wrong:
            return f"holding something that is {wrong}"
        return "" if len(set(value)) == len(value) else "holding an id twice"


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a certificate: four groups of four digits and capital letters."""

    def fault(self, value: object) -> str:
        """Say whether it is anything else."""
        return "" if isinstance(value, str) and _CODE.fullmatch(value) else "not the code of a certificate"
