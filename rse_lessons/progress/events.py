"""The events of the journal, and the table of everything that an event may hold.

The table is the privacy of this program: what is not in it cannot be stored. There is no field for free
text, and a count under five pupils is refused unless it arrives as None ("fewer than five"). The words of
a class's own rules and of a teacher's answers come beside their events and lie apart from them, where they
can be deleted (`WORDED`). Writing to disk is `store`'s, what events add up to is `summary`'s.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from rse_lessons.progress.class_words import LONGEST_ANSWER, LONGEST_RULE, check_words

VERSION = 1
"""The version of the table below; it is stored with each event."""

LONGEST_LESSON = 120
"""Characters of a lesson's id, which is a file name without its ending."""

FEWEST = 5
"""The smallest count of pupils that is kept as a number."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. It is never changed once it is written."""

    id: str
    """32 hexadecimal digits, given when it happened; writing it twice does no harm."""
    device: str
    """Which database wrote it."""
    counter: int
    """Counted from 1 for each device: (device, counter) is unique everywhere."""
    time: str
    """UTC, such as `2026-03-02T09:15:00.000Z`."""
    kind: str
    lesson: str = ""
    class_label: str = ""
    """Empty when no class was chosen."""
    profile: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    version: int = VERSION

    def to_data(self) -> dict[str, object]:
        """Give the event as plain values, fit for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> Event:
        """Make an event of what `to_data` gave. Raises ValueError if a field is missing or wrong."""
        values: dict[str, object] = {}
        for name in cls.__slots__:
            wanted: type = int if name in {"counter", "version"} else Mapping if name == "data" else str
            value = data.get(name)
            if not isinstance(value, wanted) or isinstance(value, bool):
                raise ValueError(f"an event's {name} is {value!r}")
            values[name] = value
        return cls(**values)  # type: ignore[arg-type]  # the loop above has checked each


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
        wrong = next(filter(None, map(Whole(0, self.high).fault, value)), "")
        return f"holding a number that is {wrong}" if wrong else ""


_SLIDE = Whole(0, 999)
_HOW = OneOf(("class", "one-to-one"))

KINDS: Mapping[str, Mapping[str, Field]] = {
    "class-added": {"band": Name(20)},
    "class-removed": {},
    "rule-added": {"rule": Name()},
    "rule-changed": {"rule": Name()},
    "rule-removed": {"rule": Name()},
    "questions-counted": {"slips": Few(), "passed": Few()},
    "answer-added": {"answer": Name(), "how": _HOW},
    "answer-changed": {"answer": Name(), "how": _HOW},
    "answer-given": {"answer": Name()},
    "answer-removed": {"answer": Name()},
    "prepared": {"item": Name(), "done": Flag()},
    "started": {"slides": Whole(0, 1000), "slide": _SLIDE},
    "slide": {"slide": _SLIDE},
    "stage": {"stage": Name(20), "seconds": Seconds()},
    "tally": {"block": Name(), "counts": Counts()},
    "block": {"block": Name(), "state": State()},
    "stroke": {
        "page": Name(20),
        "place": Whole(0, 999),
        "pen": Name(20),
        "width": Whole(1, 99),
        "points": Numbers(800, 1600, pairs=True),
    },
    "erased": {"page": Name(20), "places": Numbers(1000, 999)},
    "finished": {},
    "restarted": {},
}
"""Every kind of event, and every field that its data has. Each field is needed; no other may be there."""

WORDED: Mapping[str, int] = {
    "rule-added": LONGEST_RULE,
    "rule-changed": LONGEST_RULE,
    "answer-added": LONGEST_ANSWER,
    "answer-changed": LONGEST_ANSWER,
}
"""Kinds that come with words of the teacher's, and how many characters. No other kind may."""

OF_A_CLASS = frozenset(
    {"class-added", "class-removed", "questions-counted", "rule-removed", "answer-given", "answer-removed"}
) | frozenset(WORDED)
"""Kinds that are about a class; all others are about a lesson."""


def check(kind: str, lesson: str, class_label: str, data: Mapping[str, object], words: str = "") -> None:
    """Raise ValueError when the table has no room for this event: our fault, never the teacher's."""
    if kind not in KINDS:
        raise ValueError(f"there is no kind of event called {kind!r}")
    if kind in OF_A_CLASS and (lesson or not class_label):
        raise ValueError(f"{kind} is about a class, and not about a lesson")
    if kind not in OF_A_CLASS and not _is_plain(lesson, LONGEST_LESSON):
        raise ValueError(f"{kind} needs a lesson's id of up to {LONGEST_LESSON} characters")
    fields = KINDS[kind]
    if data.keys() != fields.keys():
        raise ValueError(f"{kind} holds {sorted(fields)}, and not {sorted(map(str, data))}")
    for name, wanted in fields.items():
        wrong = wanted.fault(data[name])
        if wrong:
            raise ValueError(f"{name} of {kind} is {wrong}")
    if kind in WORDED:
        check_words(words, WORDED[kind])
    elif words:
        raise ValueError(f"{kind} comes without words")


def timestamp(moment: datetime) -> str:
    """Write a moment as events carry it: UTC to the millisecond, so that text sorts as time does."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _is_plain(text: str, longest: int) -> bool:
    return 0 < len(text) <= longest and text.isprintable()
