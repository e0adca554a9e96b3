"""How a teacher's learning comes of the events of the journal. Pure; no disk, no clock.

For each module, and for what is the teacher's own, events are counted in one order whoever brings them, as
`summary` does it for lessons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.learning import (
    Certificate,
    DayOf,
    Evidence,
    Learning,
    ModuleRecord,
    Note,
    Rehearsal,
    Try,
)
from rse_lessons.progress.facts.summary import in_order

if TYPE_CHECKING:
    from rse_lessons.progress.facts.events import Event

_Words: TypeAlias = Mapping[str, str]


@dataclass(slots=True)
class _Own:
    """What is about no module, while it is counted."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    certificates: list[Certificate] = field(default_factory=list)


def learn(
    events: Iterable[Event], words: _Words = MappingProxyType({}), start: Learning | None = None
) -> Learning:
    """Add events to what is known; `words` are those that came with them, by their ids.

    They may come in any order, but those that `start` was made of came before. Events of other kinds change
    nothing.
    """
    base = start or Learning()
    groups: dict[str, list[Event]] = {}
    for event in events:
        if event.kind in _MODULE or event.kind in _OWN or event.kind == "rehearsed":
            groups.setdefault(event.lesson, []).append(event)
    modules, rehearsals = dict(base.modules), list(base.rehearsals)
    evidence, notes = ({one.id: one for one in kept} for kept in (base.evidence, base.notes))
    own = _Own(evidence, notes, list(base.certificates))  # type: ignore[arg-type]  # each of its own sort
    for name, found in groups.items():
        for event in in_order(found):
            if event.kind == "rehearsed":
                rehearsals.append(_rehearsal(event))
            elif event.kind in _MODULE:
                known = modules.get(name) or ModuleRecord()
                modules[name] = _MODULE[event.kind](known, event, words)
            else:
                _OWN[event.kind](own, event, words)
    return Learning(
        modules,
        tuple(sorted(rehearsals, key=lambda one: (one.when, one.lesson))),
        tuple(sorted(own.evidence.values(), key=lambda one: (one.day, one.id))),
        tuple(sorted(own.notes.values(), key=lambda one: (one.when, one.id))),
        tuple(sorted(own.certificates, key=lambda one: (one.when, one.code))),
    )


def _opened(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    return _touched(record, event)


def _page(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    page, seconds = _text(event, "page"), _number(event, "seconds")
    pages = {**record.pages, page: record.pages.get(page, 0) + seconds}
    return _on_day(_touched(record, event, pages=pages, last_page=page), event, seconds=seconds)


def _practised(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    block, path = _text(event, "block"), _row(event, "path")
    known = record.practised.get(block, ())
    practised = {**record.practised, block: known if path in known else (*known, path)}
    return _on_day(_touched(record, event, practised=practised), event, practised=1)


def _rewritten(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    return _touched(record, event, rewritten=record.rewritten | {_text(event, "block")})


def _reflected(record: ModuleRecord, event: Event, words: _Words) -> ModuleRecord:
    block = _text(event, "block")
    text = words.get(subject(event)) or record.reflected.get(block, "")
    return _touched(
        record,
        event,
        reflected={**record.reflected, block: text},
        reflected_when={**record.reflected_when, block: event.time},
    )


def _unreflected(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    gone = _text(event, "block")
    return _touched(
        record,
        event,
        reflected={block: text for block, text in record.reflected.items() if block != gone},
        reflected_when={block: when for block, when in record.reflected_when.items() if block != gone},
    )


def _task(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    task = {_text(event, "task")}
    done = event.data.get("done") is True
    return _touched(record, event, tasks=record.tasks | task if done else record.tasks - task)


def _tried(record: ModuleRecord, event: Event, _words: _Words) -> ModuleRecord:
    passed = event.data.get("passed") is True
    one = Try(event.time, _row(event, "asked"), _row(event, "missed"), passed)
    return _on_day(_touched(record, event, tries=(*record.tries, one)), event, tries=1)


def _touched(record: ModuleRecord, event: Event, **changes: Any) -> ModuleRecord:
    return replace(record, opened=record.opened or event.time, last=event.time, **changes)


def _on_day(
    record: ModuleRecord, event: Event, *, seconds: float = 0, practised: int = 0, tries: int = 0
) -> ModuleRecord:
    day = event.time[:10]
    was = record.days.get(day) or DayOf()
    now = DayOf(was.seconds + seconds, was.practised + practised, was.tries + tries)
    return replace(record, days={**record.days, day: now})


def _rehearsal(event: Event) -> Rehearsal:
    return Rehearsal(event.lesson, event.time, _number(event, "seconds"), _row(event, "moments"))


def _evidence(own: _Own, event: Event, words: _Words) -> None:
    entry = subject(event)
    known = own.evidence.get(entry)
    if event.kind == "evidence-changed" and known is None:
        return  # it was taken away elsewhere meanwhile, and stays so
    text = words.get(entry) or (known.words if known else "")
    minutes = event.data.get("minutes")
    own.evidence[entry] = Evidence(
        entry,
        _text(event, "what"),
        _text(event, "day"),
        minutes if isinstance(minutes, int) else 0,
        text,
    )


def _evidence_unworded(own: _Own, event: Event, _words: _Words) -> None:
    known = own.evidence.get(subject(event))
    if known is not None:
        own.evidence[known.id] = known._replace(words="", unworded=True)


def _evidence_removed(own: _Own, event: Event, _words: _Words) -> None:
    own.evidence.pop(subject(event), None)


def _noted(own: _Own, event: Event, words: _Words) -> None:
    entry = subject(event)
    known = own.notes.get(entry)
    own.notes[entry] = Note(entry, event.time, words.get(entry) or (known.words if known else ""))


def _note_removed(own: _Own, event: Event, _words: _Words) -> None:
    own.notes.pop(subject(event), None)


def _certified(own: _Own, event: Event, _words: _Words) -> None:
    own.certificates.append(Certificate(_text(event, "code"), _row(event, "modules"), event.time))


_MODULE: Mapping[str, Callable[[ModuleRecord, Event, _Words], ModuleRecord]] = {
    "module-opened": _opened,
    "module-page": _page,
    "module-practised": _practised,
    "module-rewritten": _rewritten,
    "module-reflected": _reflected,
    "module-unreflected": _unreflected,
    "module-task": _task,
    "module-tried": _tried,
}

_OWN: Mapping[str, Callable[[_Own, Event, _Words], None]] = {
    "evidence-added": _evidence,
    "evidence-changed": _evidence,
    "evidence-unworded": _evidence_unworded,
    "evidence-removed": _evidence_removed,
    "mentor-noted": _noted,
    "mentor-note-removed": _note_removed,
    "certified": _certified,
}


def _text(event: Event, name: str) -> str:
    return str(event.data.get(name, ""))


def _number(event: Event, name: str) -> float:
    value = event.data.get(name)
    return value if isinstance(value, int | float) else 0


def _row(event: Event, name: str) -> tuple[str, ...]:
    value = event.data.get(name)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
