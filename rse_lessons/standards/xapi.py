"""What was learnt as statements of the Experience API, version 1.0.3: plain values, fit for JSON.

A statement's id is made from that of the journal's event, so that a record store that is given the same
record twice has it once. Words of a reflection are in it only when they are handed in; notes for a mentor,
the words of an entry of evidence and what was answered to a question never are.

Activities are named by URNs of this program's own, `urn:rse-lessons:…`. They are names and lead nowhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

from rse_lessons.standards.activities import Activities, Known
from rse_lessons.standards.naming import percent

Statement: TypeAlias = dict[str, Any]
HOME = "urn:rse-lessons:people"
"""Where a name belongs that no learning platform has given."""
LONGEST_NAME = 200
_VERBS = "http://adlnet.gov/expapi/verbs/"
_ADDRESS = re.compile(r"(?:https?://[^\s<>\"{}|\\^`]+|urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:[^\s<>\"{}|\\^`]+)")
_OURS = uuid5(NAMESPACE_URL, "urn:rse-lessons:statements")


class Happening(Protocol):
    """What is needed of an event of the journal."""

    @property
    def id(self) -> str:
        """Give 32 hexadecimal digits, which are its own for ever."""

    @property
    def time(self) -> str:
        """Give the UTC time, such as `2026-03-02T09:15:00.000Z`."""

    @property
    def kind(self) -> str:
        """Give what sort of thing happened."""

    @property
    def lesson(self) -> str:
        """Give the module's id, or the rehearsed lesson's; empty when it is about neither."""

    @property
    def data(self) -> Mapping[str, object]:
        """Give what further there is to know."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Who learnt, as the record store is to know them."""

    name: str
    """An account's name: what the teacher typed."""
    home: str = HOME
    """The address of the system whose account it is."""

    def fault(self) -> str:
        """Say what is wrong with it, in a sentence; empty when it can be used."""
        if not self.name.strip() or len(self.name) > LONGEST_NAME or not self.name.isprintable():
            return "Type the name by which your learning platform knows you."
        if not _ADDRESS.fullmatch(self.home):
            return "The platform’s address begins with https://, as its page does in a browser."
        return ""


@dataclass(slots=True)
class _Way:
    """How far a module has been gone, while its events are read."""

    pages: set[str] = field(default_factory=set)
    practices: set[str] = field(default_factory=set)
    passed: bool = False
    finished: bool = False


class _Writer:
    """Makes statements of happenings, one after another."""

    def __init__(self, learner: Learner, known: Known, app: str, version: str) -> None:
        self.actor = {
            "objectType": "Agent",
            "name": learner.name.strip(),
            "account": {"homePage": learner.home, "name": learner.name.strip()},
        }
        self.activities = Activities(known)
        self.module = cache(self.activities.module)
        self.page = cache(self.activities.page)
        self.parts = cache(known.parts)
        self.platform, self.version = app, version
        self.ways: dict[str, _Way] = {}

    def statement(
        self,
        one: Happening,
        verb: str,
        activity: Statement,
        result: Statement | None = None,
        *,
        part: str = "",
        parent: Statement | None = None,
        time: str = "",
    ) -> Statement:
        """Make one; `part` tells several of one event apart."""
        context: Statement = {"platform": self.platform, "revision": self.version, "language": "en"}
        if parent is not None:
            context["contextActivities"] = {"parent": [parent]}
        made: Statement = {
            "id": str(_statement_id(one.id, part)),
            "timestamp": time or one.time,
            "actor": self.actor,
            "verb": {"id": _VERBS + verb, "display": {"en": verb}},
            "object": activity,
            "context": context,
        }
        if result:
            made["result"] = result
        return made

    def tell(self, one: Happening) -> Iterator[Statement]:
        """Give what there is to say of one event of a module, or of a rehearsal."""
        if one.kind == "rehearsed":
            seconds = _number(one, "seconds")
            yield self.statement(one, "experienced", self.activities.lesson(one.lesson), _lasting(seconds))
            return
        module = self.module(one.lesson)
        way = self.ways.setdefault(one.lesson, _Way())
        if one.kind == "module-opened":
            yield self.statement(one, "initialized", module)
        elif one.kind == "module-page":
            page = _text(one, "page")
            way.pages.add(page)
            activity = self.page(one.lesson, page)
            yield self.statement(
                one, "experienced", activity, _lasting(_number(one, "seconds")), parent=module
            )
        elif one.kind == "module-practised":
            block = _text(one, "block")
            way.practices.add(block)
            activity = self.activities.practice(one.lesson, block)
            result: Statement = {"completion": True}
            if _row(one, "path"):  # nothing may be empty in a statement
                result["response"] = "[,]".join(_row(one, "path"))
            yield self.statement(one, "completed", activity, result, parent=module)
        elif one.kind == "module-rewritten":
            activity = self.activities.rewrite(one.lesson, _text(one, "block"))
            yield self.statement(one, "interacted", activity, parent=module)
        elif one.kind == "module-tried":
            yield from self._tried(one, module, way)
        yield from self._finished(one, module, way)

    def _tried(self, one: Happening, module: Statement, way: _Way) -> Iterator[Statement]:
        """Give each question of a try, and what it came to. What was answered is nowhere kept."""
        asked, missed = _row(one, "asked"), _row(one, "missed")
        passed = one.data.get("passed") is True
        way.passed = way.passed or passed
        check = self.activities.check(one.lesson)
        for question in asked:
            activity = self.activities.question(one.lesson, question)
            result: Statement = {"success": question not in missed}
            yield self.statement(one, "answered", activity, result, part=question, parent=check)
        right = sum(question not in missed for question in asked)
        result = {"success": passed, "completion": True}
        if asked:
            result["score"] = {
                "scaled": round(right / len(asked), 4),
                "raw": right,
                "min": 0,
                "max": len(asked),
            }
        # Whoever has not passed yet has tried; "failed" is no word for it.
        yield self.statement(one, "passed" if passed else "attempted", check, result, parent=module)

    def _finished(self, one: Happening, module: Statement, way: _Way) -> Iterator[Statement]:
        """Say once that nothing of a module is left to do for the first time."""
        pages, practices = self.parts(one.lesson)
        done = pages and pages <= way.pages and practices <= way.practices and way.passed
        if done and not way.finished:
            way.finished = True
            yield self.statement(one, "completed", module, {"completion": True}, part="finished")

    def last(self, one: Happening, words: Mapping[tuple[str, str], str]) -> Iterator[Statement]:
        """Give what there is to say of the last event about a task, an entry or a reflection."""
        if one.kind == "module-task" and one.data.get("done") is True:
            module = self.activities.module(one.lesson)
            activity = self.activities.task(one.lesson, _text(one, "task"))
            yield self.statement(one, "completed", activity, {"completion": True}, parent=module)
        elif one.kind == "module-reflected" and words.get((one.lesson, _text(one, "block"))):
            block = _text(one, "block")
            result = {"response": words[one.lesson, block]}
            activity = self.activities.reflection(one.lesson, block)
            module = self.activities.module(one.lesson)
            yield self.statement(one, "commented", activity, result, parent=module)
        elif one.kind in ("evidence-added", "evidence-changed"):
            what = _text(one, "what")
            verb = "attended" if what in ("course", "meeting") else "experienced"
            # The day alone is known; noon in London lies on it in winter and in summer.
            noon = f"{_text(one, 'day')}T12:00:00.000Z"
            lasting = _lasting(_number(one, "minutes") * 60)
            yield self.statement(one, verb, self.activities.evidence(what), lasting, time=noon)


_LASTING = {
    "module-task": "task",
    "module-reflected": "block",
    "module-unreflected": "block",
    "evidence-added": "entry",
    "evidence-changed": "entry",
    "evidence-removed": "entry",
}
"""Kinds of which the last alone counts, with the field that says about what."""
_GROUPS = {"module-unreflected": "module-reflected", "evidence-changed": "evidence-added"}
_GROUPS["evidence-removed"] = "evidence-added"
_TOLD = ("module-opened", "module-page", "module-practised", "module-rewritten", "module-tried", "rehearsed")


def statements(
    happenings: Iterable[Happening],
    learner: Learner,
    known: Known,
    *,
    app: str,
    version: str,
    words: Mapping[tuple[str, str], str] | None = None,
) -> list[Statement]:
    """Give the statements of a record, by time.

    `words` are those of reflections, by module and block, that the teacher ticked. Raises ValueError, with a
    sentence, when `learner` cannot be used.
    """
    fault = learner.fault()
    if fault:
        raise ValueError(fault)
    writer = _Writer(learner, known, app, version)
    made: list[Statement] = []
    last: dict[tuple[str, str, str], Happening] = {}
    for one in sorted(happenings, key=lambda one: (one.time, one.id)):
        if one.kind in _TOLD:
            made += writer.tell(one)
        elif one.kind in _LASTING:
            last[_GROUPS.get(one.kind, one.kind), one.lesson, _text(one, _LASTING[one.kind])] = one
    for one in last.values():
        made += writer.last(one, words or {})
    return sorted(made, key=lambda statement: str(statement["timestamp"]))


def written(made: Iterable[Statement]) -> bytes:
    """Write statements as a record store takes them: one JSON list, a line each."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in made)
    return f"[\n{lines}\n]\n".encode("utf-8", "replace")


def _statement_id(event: str, part: str) -> UUID:
    return uuid5(_OURS, f"{event}/{percent(part)}" if part else event)


def _lasting(seconds: float) -> Statement:
    """Give a duration as ISO 8601 has it; nothing for none."""
    return {"duration": f"PT{round(seconds, 2):.10g}S"} if seconds > 0 else {}


def _text(one: Happening, name: str) -> str:
    return str(one.data.get(name, ""))


def _number(one: Happening, name: str) -> float:
    value = one.data.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0


def _row(one: Happening, name: str) -> tuple[str, ...]:
    value = one.data.get(name)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
