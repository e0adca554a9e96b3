"""The events of the journal, and the table of everything that an event may hold.

The table is the privacy of this program: what is not in it cannot be stored. There is no field for free
text, and a count under five pupils is refused unless it arrives as None ("fewer than five"). The words of
a class's own rules and of a teacher's answers, reflections, evidence and notes come beside their events and
lie apart from them, where they can be deleted (`WORDED`). Writing to disk is `store`'s, what events add up to
is `summary`'s, and what a teacher has learnt `learning`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rse_lessons.progress.facts.class_words import (
    LONGEST_ANSWER,
    LONGEST_EVIDENCE,
    LONGEST_REFLECTION,
    LONGEST_RULE,
    check_words,
)
from rse_lessons.progress.facts.fields import (
    Code,
    Counts,
    Day,
    Days,
    Few,
    Field,
    Flag,
    Ids,
    Mark,
    Moment,
    Name,
    Names,
    Numbers,
    OneOf,
    PlainId,
    Seconds,
    State,
    Step,
    Steps,
    Tag,
    Whole,
)

VERSION = 4
"""The version of the table below; it is stored with each event."""

LONGEST_LESSON = 120
"""Characters of a lesson's id, which is a file name without its ending."""


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


_LESSON = PlainId(LONGEST_LESSON)
_SLIDE = Whole(0, 999)
_HOW = OneOf(("class", "one-to-one"))

SKIP_REASONS = ("covered-elsewhere", "no-time", "not-for-this-class", "with-the-lead", "other")
"""Why a class leaves a lesson of its plan out."""

ARRANGEMENTS = ("small", "above", "beside")
"""How two languages stand on the slides of a class."""

EVIDENCE = ("observed", "co-taught", "taught", "read", "course", "meeting", "talked-with-lead", "other")
"""What a teacher may log as evidence of learning, beside what the app knows by itself."""

LONGEST_VISIT = 600
"""Seconds of attention that one visit to a page of a module may count: who went away was not reading."""

_EVIDENCE: Mapping[str, Field] = {
    "entry": Name(),
    "what": OneOf(EVIDENCE),
    "day": Day(needed=True),
    "minutes": Whole(0, 1440),
}

KINDS: Mapping[str, Mapping[str, Field]] = {
    "class-added": {"band": Name(20)},
    "class-described": {
        "band": Name(20),
        "nation": OneOf(("", "eng", "wls", "sct", "nir")),
        "language": OneOf(("", "en", "cy", "ga", "gd")),
        "days": Days(),
    },
    "class-reads": {"language": Tag(), "second": Tag(), "arrangement": OneOf(("", *ARRANGEMENTS))},
    "plan-ordered": {"lessons": Names()},
    "class-removed": {},
    "rule-added": {"rule": Name()},
    "rule-changed": {"rule": Name()},
    "rule-removed": {"rule": Name()},
    "questions-counted": {"slips": Few(), "passed": Few()},
    "answer-added": {"answer": Name(), "how": _HOW},
    "answer-changed": {"answer": Name(), "how": _HOW},
    "answer-given": {"answer": Name()},
    "answer-removed": {"answer": Name()},
    "lesson-skipped": {"reason": OneOf(SKIP_REASONS)},
    "lesson-unskipped": {},
    "lesson-planned": {"day": Day()},
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
    "module-opened": {},
    "module-page": {"page": Name(), "seconds": Seconds(LONGEST_VISIT)},
    "module-practised": {"block": Name(), "path": Steps()},
    "module-rewritten": {"block": Name()},
    "module-reflected": {"block": Name()},
    "module-unreflected": {"block": Name()},
    "module-task": {"task": Step(), "done": Flag()},
    "module-tried": {"asked": Ids(), "missed": Ids(), "passed": Flag()},
    "rehearsed": {"seconds": Seconds(), "moments": Steps()},
    "evidence-added": _EVIDENCE,
    "evidence-changed": _EVIDENCE,
    "evidence-unworded": {"entry": Name()},
    "evidence-removed": {"entry": Name()},
    "mentor-noted": {"entry": Name()},
    "mentor-note-removed": {"entry": Name()},
    "certified": {"code": Code(), "modules": Names(most=40)},
    "classes-cleared": {"before": Moment(), "mark": Mark()},
}
"""Every kind of event, and every field that its data has. Each field is needed; no other may be there."""

WORDED: Mapping[str, int] = {
    "rule-added": LONGEST_RULE,
    "rule-changed": LONGEST_RULE,
    "answer-added": LONGEST_ANSWER,
    "answer-changed": LONGEST_ANSWER,
    "module-reflected": LONGEST_REFLECTION,
    "evidence-added": LONGEST_EVIDENCE,
    "evidence-changed": LONGEST_EVIDENCE,
    "mentor-noted": LONGEST_REFLECTION,
}
"""Kinds that come with words of the teacher's, and how many characters. No other kind may."""

MAY_BE_WORDLESS = frozenset({"evidence-added", "evidence-changed"})
"""Kinds of `WORDED` that may come without words: day, minutes and what was done say enough."""

IN_PARAGRAPHS = frozenset({"module-reflected", "mentor-noted"})
"""Kinds of `WORDED` whose words may be several paragraphs."""

OF_A_CLASS = frozenset(
    {
        *("class-added", "class-described", "class-reads", "plan-ordered", "class-removed"),
        *("rule-added", "rule-changed", "rule-removed"),
        *("questions-counted", "answer-added", "answer-changed", "answer-given", "answer-removed"),
    }
)
"""Kinds that are about a class."""

OF_A_MODULE = frozenset(kind for kind in KINDS if kind.startswith("module-")) | {"rehearsed"}
"""Kinds that are about a facilitation module or a rehearsed lesson, whose id is the event's lesson."""

OF_THE_TEACHER = frozenset(
    {
        *("evidence-added", "evidence-changed", "evidence-unworded", "evidence-removed"),
        *("mentor-noted", "mentor-note-removed", "certified"),
    }
)
"""Kinds that are about what the teacher learnt, and about neither a class nor a lesson."""

CLEARINGS = frozenset({"classes-cleared"})
"""Kinds that say that something was deleted for good. They are never deleted themselves."""

TRAINING = OF_A_MODULE | OF_THE_TEACHER
"""Kinds of the teacher's own learning. A year's end and the deleting of a class leave them alone."""

OF_NEITHER = OF_THE_TEACHER | CLEARINGS
"""Kinds that are about neither a class nor a lesson. What is in none of these sets is about a lesson."""

TAKES_WORDS_AWAY = frozenset(
    {
        *("rule-removed", "answer-given", "answer-removed", "class-removed"),
        *("module-unreflected", "evidence-unworded", "evidence-removed", "mentor-note-removed"),
    }
)
"""Kinds after which words are gone."""


def check(kind: str, lesson: str, class_label: str, data: Mapping[str, object], words: str = "") -> None:
    """Raise ValueError when the table has no room for this event: our fault, never the teacher's."""
    check_event(kind, lesson, class_label, data)
    if kind in WORDED:
        if words or kind not in MAY_BE_WORDLESS:
            check_words(words, WORDED[kind], paragraphs=kind in IN_PARAGRAPHS)
    elif words:
        raise ValueError(f"{kind} comes without words")


def check_event(kind: str, lesson: str, class_label: str, data: Mapping[str, object]) -> None:
    """Raise ValueError when the table has no room for this event, whose words are looked at elsewhere."""
    if kind not in KINDS:
        raise ValueError(f"there is no kind of event called {kind!r}")
    if kind in OF_NEITHER and (lesson or class_label):
        raise ValueError(f"{kind} is about neither a class nor a lesson")
    if kind in OF_A_CLASS and (lesson or not class_label):
        raise ValueError(f"{kind} is about a class, and not about a lesson")
    if kind in OF_A_MODULE and class_label:
        raise ValueError(f"{kind} is about the teacher alone, and not about a class")
    if kind not in OF_A_CLASS and kind not in OF_NEITHER and _LESSON.fault(lesson):
        raise ValueError(f"{kind} needs a lesson's id of up to {LONGEST_LESSON} characters")
    fields = KINDS[kind]
    if data.keys() != fields.keys():
        raise ValueError(f"{kind} holds {sorted(fields)}, and not {sorted(map(str, data))}")
    for name, wanted in fields.items():
        wrong = wanted.fault(data[name])
        if wrong:
            raise ValueError(f"{name} of {kind} is {wrong}")


def mark_of(class_label: str) -> str:
    """Give the mark by which a deleted class is known again without its label: SHA-256, hexadecimal."""
    import hashlib  # noqa: PLC0415  imported late: start-up

    return hashlib.sha256(class_label.encode()).hexdigest()


TRAINING_MARK = "da601994b5172a29719d74e573178f7178bc9423987312d3d1c4326f631d9ae7"
"""The mark with which a clearing names the training: that of "\\0training", which no label can be."""


def timestamp(moment: datetime) -> str:
    """Write a moment as events carry it: UTC to the millisecond, so that text sorts as time does."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
