"""What a class keeps beside its lessons: its own rules, and the teacher's answers to the question box.

The journal knows rules and answers by their ids alone, and that some were taken away. Their words lie in a
table of their own, out of which they are really deleted; see `journal`. Pure; no disk, no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rse_lessons.progress.facts.events import Event


class Worded(NamedTuple):
    """Words of the teacher's, as they are kept for a class."""

    id: str
    text: str
    how: str = ""
    """Of an answer: `class` or `one-to-one`; empty for a rule."""


class ClassBook(NamedTuple):
    """What stands now; every id has words, unless a disk lost them."""

    rules: tuple[str, ...] = ()
    """Ids of the class's own rules, in the order in which they were made."""
    answers: Mapping[str, str] = MappingProxyType({})
    """How each prepared answer that is not given yet will be given, by its id."""
    slips: int | None = None
    """Slips in the box when it was last counted; None is fewer than five, or never counted."""
    passed: int | None = None
    """How many of them went to the safeguarding lead; None is fewer than five, none included."""
    counted: str = ""
    """UTC time of that count; empty when there was none."""

    @property
    def ids(self) -> frozenset[str]:
        """Everything whose words are kept."""
        return frozenset(self.rules) | frozenset(self.answers)

    def to_data(self) -> dict[str, object]:
        """Give it as plain values, fit for JSON."""
        return {
            "rules": list(self.rules),
            "answers": dict(self.answers),
            "slips": self.slips,
            "passed": self.passed,
            "counted": self.counted,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> ClassBook:
        """Make it of what `to_data` gave; what makes no sense is left out."""
        rules, answers = data.get("rules"), data.get("answers")
        return cls(
            tuple(rule for rule in rules if isinstance(rule, str)) if isinstance(rules, list) else (),
            {str(key): str(how) for key, how in answers.items()} if isinstance(answers, Mapping) else {},
            _count(data.get("slips")),
            _count(data.get("passed")),
            str(data.get("counted") or ""),
        )


def book_after(book: ClassBook, event: Event) -> ClassBook:
    """Give the book once the event has happened. A kind that is not known changes nothing."""
    change = _CHANGES.get(event.kind)
    return change(book, event) if change else book


def subject(event: Event) -> str:
    """Give the id of the words that an event is about: a rule's, an answer's, a reflection's, an entry's.

    Empty for events that have no words to do with them.
    """
    if event.kind in ("module-reflected", "module-unreflected"):
        return reflection_id(event.lesson, str(event.data.get("block", "")))
    return str(event.data.get("rule") or event.data.get("answer") or event.data.get("entry") or "")


def reflection_id(module: str, block: str) -> str:
    """Give the id of the words that a teacher wrote at a block of a module: short, however long these are."""
    import hashlib  # noqa: PLC0415  imported late: start-up

    return hashlib.sha256(f"{module}\n{block}".encode()).hexdigest()[:32]


def _rule_added(book: ClassBook, event: Event) -> ClassBook:
    rule = subject(event)
    return book._replace(rules=(*book.rules, rule)) if rule and rule not in book.rules else book


def _rule_removed(book: ClassBook, event: Event) -> ClassBook:
    return book._replace(rules=tuple(rule for rule in book.rules if rule != subject(event)))


def _answer_added(book: ClassBook, event: Event) -> ClassBook:
    how = str(event.data.get("how", ""))
    return book._replace(answers={**book.answers, subject(event): how}) if subject(event) else book


def _answer_changed(book: ClassBook, event: Event) -> ClassBook:
    # What was given or taken away on another PC in the meantime stays so.
    return _answer_added(book, event) if subject(event) in book.answers else book


def _answer_gone(book: ClassBook, event: Event) -> ClassBook:
    answers = {answer: how for answer, how in book.answers.items() if answer != subject(event)}
    return book._replace(answers=answers)


def _counted(book: ClassBook, event: Event) -> ClassBook:
    slips, passed = _count(event.data.get("slips")), _count(event.data.get("passed"))
    return book._replace(slips=slips, passed=passed, counted=event.time)


_CHANGES: Mapping[str, Callable[[ClassBook, Event], ClassBook]] = {
    "class-removed": lambda _book, _event: ClassBook(),
    "rule-added": _rule_added,
    "rule-removed": _rule_removed,
    "questions-counted": _counted,
    "answer-added": _answer_added,
    "answer-changed": _answer_changed,
    "answer-given": _answer_gone,
    "answer-removed": _answer_gone,
}


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
