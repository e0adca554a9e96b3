"""What the events add up to: which class stands where in which lesson. Pure; no disk, no clock.

For each class and lesson, events are counted in one order whoever brings them and however they are dealt
out: each device's by its counter (a clock may be put back, a counter never), several devices' by time.
"""

from __future__ import annotations

import heapq
import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from rse_lessons.progress.facts.class_book import ClassBook, Worded, book_after

if TYPE_CHECKING:
    from rse_lessons.progress.facts.events import Event

Key: TypeAlias = tuple[str, str]
"""A class label and a lesson's id."""


class ClassInfo(NamedTuple):
    """A class as the teacher named it."""

    label: str
    band: str
    nation: str = ""
    """The nation's code; empty for the one that the teacher chose for the app."""
    language: str = ""
    """The code of the language that its lessons are given in; empty for that of the app."""
    days: tuple[int, ...] = ()
    """Days of the week on which it is taught, from 0 (Monday)."""
    plan: tuple[str, ...] = ()
    """Ids of its lessons in the order in which they come; empty for the order of the library."""
    second: str = ""
    """The code of a second language on its slides; empty for none."""
    arrangement: str = ""
    """How two languages stand on its slides, a word of `events.ARRANGEMENTS`; empty for the app's own."""

    def detail(self) -> dict[str, object]:
        """Everything but label and band, as plain values fit for JSON."""
        plain = {"nation": self.nation, "language": self.language}
        two = {"second": self.second, "arrangement": self.arrangement}
        return {**plain, "days": list(self.days), "plan": list(self.plan), **two}


_READS = ("language", "second", "arrangement")


class Standing(NamedTuple):
    """Where one class stands in one lesson, in the run of it that was begun last."""

    status: str = ""
    """`begun`, `taught`, or empty while it is only being prepared."""
    slide: int = 0
    """The slide shown last, from 0."""
    slides: int = 0
    """How many slides the class's lesson had; 0 when unknown."""
    when: str = ""
    """UTC time of the last step of the lesson."""
    states: Mapping[str, Mapping[str, object]] = MappingProxyType({})
    """Activity states by block."""
    tallies: Mapping[str, Mapping[str, int | None]] = MappingProxyType({})
    """Hands up by block and option; None is fewer than five."""
    stage_seconds: Mapping[str, float] = MappingProxyType({})
    drawings: Mapping[str, tuple[Mapping[str, object], ...]] = MappingProxyType({})
    """Strokes drawn over slides, by page, lowest first."""
    seen: frozenset[int] = frozenset()
    """Slides that the class was shown on its way, from 0; it may have begun at another."""
    prepared: frozenset[str] = frozenset()
    """Ids of what was ticked in "before"; it outlasts a new run, for ticking comes before presenting."""
    taught: str = ""
    """UTC time when it was last taught to the end, also while it is being taught again."""
    skipped: str = ""
    """Why the class leaves this lesson out, a word of `events.SKIP_REASONS`; empty when it does not."""
    planned: str = ""
    """The day for which it is planned, such as `2026-11-30`; empty when there is none."""
    days: frozenset[str] = frozenset()
    """Days, in UTC, on which slides were shown to the class, in any run."""

    def detail(self) -> dict[str, object]:
        """Everything but status, slide, slides and when, as plain values fit for JSON."""
        return {
            "states": {block: dict(state) for block, state in self.states.items()},
            "tallies": {block: dict(counts) for block, counts in self.tallies.items()},
            "stages": dict(self.stage_seconds),
            "drawings": {page: [dict(stroke) for stroke in kept] for page, kept in self.drawings.items()},
            "seen": sorted(self.seen),
            "prepared": sorted(self.prepared),
            "taught": self.taught,
            "skipped": self.skipped,
            "planned": self.planned,
            "days": sorted(self.days),
        }


class Summary(NamedTuple):
    """Everything that the windows show of progress."""

    classes: tuple[ClassInfo, ...] = ()
    """In the order in which people count: 9A before 10A."""
    lessons: Mapping[Key, Standing] = MappingProxyType({})
    books: Mapping[str, ClassBook] = MappingProxyType({})
    """What each class keeps beside its lessons, by its label."""
    words: Mapping[str, str] = MappingProxyType({})
    """The words of rules and answers by their ids; of those that were deleted there are none."""

    def info(self, class_label: str) -> ClassInfo:
        """Give what is known of a class; nothing but its label when it is not known."""
        found = (known for known in self.classes if known.label == class_label)
        return next(found, ClassInfo(class_label, ""))

    def book(self, class_label: str) -> ClassBook:
        """Give what this class keeps beside its lessons."""
        return self.books.get(class_label) or ClassBook()

    def rules(self, class_label: str) -> tuple[Worded, ...]:
        """Give the class's own rules, oldest first."""
        found = ((rule, self.words.get(rule, "")) for rule in self.book(class_label).rules)
        return tuple(Worded(rule, text) for rule, text in found if text)

    def answers(self, class_label: str) -> tuple[Worded, ...]:
        """Give the prepared answers that this class has not been given yet, oldest first."""
        found = ((key, self.words.get(key, ""), how) for key, how in self.book(class_label).answers.items())
        return tuple(Worded(key, text, how) for key, text, how in found if text)

    def standing(self, class_label: str, lesson: str) -> Standing:
        """Where this class stands in this lesson; a standing without a status when nothing happened yet."""
        return self.lessons.get((class_label, lesson), Standing())

    def standings(self, class_label: str) -> dict[str, Standing]:
        """Give where this class stands, by lesson, in each that anything is known of."""
        return {lesson: self.lessons[label, lesson] for label, lesson in self.lessons if label == class_label}

    def stopped(self, class_label: str) -> tuple[str, Standing] | None:
        """Find the lesson that this class began last and has not finished, or None."""
        begun = [
            (lesson, standing)
            for lesson, standing in self.standings(class_label).items()
            if standing.status == "begun"
        ]
        return max(begun, key=lambda found: (found[1].when, found[0]), default=None)


def fold(events: Iterable[Event], start: Summary | None = None) -> Summary:
    """Add events to a summary. They may come in any order.

    Of each class and lesson, those that `start` was made of must come before those that are added.
    """
    from rse_lessons.progress.facts.events import (  # noqa: PLC0415 - imported late: start-up
        CLEARINGS,
        OF_A_CLASS,
        TRAINING,
    )

    base = start or Summary()
    groups: dict[Key, list[Event]] = {}
    for event in events:
        if event.kind not in CLEARINGS and event.kind not in TRAINING:
            key = (event.class_label, "" if event.kind in OF_A_CLASS else event.lesson)
            groups.setdefault(key, []).append(event)
    classes = {known.label: known for known in base.classes}
    changed: dict[Key, Standing] = {}
    books: dict[str, ClassBook] = {}
    for (label, lesson), found in groups.items():
        ordered = in_order(found)
        if lesson:
            known = base.lessons.get((label, lesson), Standing())
            changed[label, lesson] = reduce(after, ordered, known)
            continue
        info, books[label] = class_after(classes.pop(label, None), base.book(label), ordered)
        if info is not None:
            classes[label] = info
    lessons = ChainMap(changed, base.lessons) if base.lessons else changed  # type: ignore[arg-type]  # only read
    return Summary(sort_classes(classes.values()), lessons, {**base.books, **books}, base.words)


def class_after(
    info: ClassInfo | None, book: ClassBook, events: Iterable[Event]
) -> tuple[ClassInfo | None, ClassBook]:
    """Give a class, or None once it was removed, and its book after events in their order."""
    for event in events:
        info = _info_after(info, event)
        book = book_after(book, event)
    return info, book


def _info_after(info: ClassInfo | None, event: Event) -> ClassInfo | None:
    band = str(event.data.get("band", ""))
    if event.kind == "class-added":
        # Added on another PC too: its plan and its days stay.
        return info._replace(band=band) if info else ClassInfo(event.class_label, band)
    if event.kind == "class-removed" or info is None:
        return None
    if event.kind == "class-described":
        nation, language = str(event.data.get("nation", "")), str(event.data.get("language", ""))
        days = tuple(day for day in _row(event, "days") if isinstance(day, int))
        return info._replace(band=band or info.band, nation=nation, language=language, days=days)
    if event.kind == "class-reads":
        language, second, arrangement = (str(event.data.get(name, "")) for name in _READS)
        return info._replace(language=language, second=second, arrangement=arrangement)
    if event.kind == "plan-ordered":
        return info._replace(plan=tuple(str(lesson) for lesson in _row(event, "lessons")))
    return info


def in_order(events: Iterable[Event]) -> Iterator[Event]:
    """Put the events of one class and lesson in the order in which they are counted, doubles left out.

    A database that was copied unnoticed may have given one number twice; both events count.
    """
    devices: dict[str, dict[tuple[int, str], Event]] = {}
    for event in events:
        devices.setdefault(event.device, {})[event.counter, event.id] = event
    each = [[counted[place] for place in sorted(counted)] for counted in devices.values()]
    if len(each) == 1:
        return iter(each[0])
    return heapq.merge(*each, key=lambda event: (event.time, event.device))


def sort_classes(classes: Iterable[ClassInfo]) -> tuple[ClassInfo, ...]:
    """Classes in the order in which people count."""

    def parts(known: ClassInfo) -> list[tuple[bool, int, str]]:
        found: list[str] = re.findall(r"\d+|\D+", known.label.casefold())
        words = [(False, int(part), "") if part.isdecimal() else (True, 0, part) for part in found]
        return [*words, (True, 0, known.label)]

    return tuple(sorted(classes, key=parts))


def after(standing: Standing, event: Event) -> Standing:
    """Give the standing once the event has happened. A kind that is not known changes nothing."""
    change = _CHANGES.get(event.kind)
    return change(standing, event) if change else standing


def _begun(standing: Standing, event: Event, **changes: Any) -> Standing:
    return standing._replace(status=standing.status or "begun", when=event.time, **changes)


def _started(standing: Standing, event: Event) -> Standing:
    # Starting what was taught to the end is a new run; starting what was left in the middle goes on.
    run = _restarted(standing, event) if standing.status == "taught" else _begun(standing, event)
    # What was to be left out and is given after all is no longer left out.
    return run._replace(slide=_whole(event, "slide"), slides=_whole(event, "slides"), skipped="")


def _restarted(standing: Standing, event: Event) -> Standing:
    return Standing(
        status="begun",
        slides=standing.slides,
        when=event.time,
        prepared=standing.prepared,
        taught=standing.taught,
        skipped=standing.skipped,
        planned=standing.planned,
        days=standing.days,
    )


def _slide(standing: Standing, event: Event) -> Standing:
    slide = _whole(event, "slide")
    days = standing.days | {event.time[:10]}
    return _begun(standing, event, slide=slide, seen=standing.seen | {slide}, days=days)


def _stage(standing: Standing, event: Event) -> Standing:
    stage, seconds = str(event.data.get("stage", "")), event.data.get("seconds")
    spent = standing.stage_seconds.get(stage, 0) + (seconds if isinstance(seconds, int | float) else 0)
    return _begun(standing, event, stage_seconds={**standing.stage_seconds, stage: spent})


def _tally(standing: Standing, event: Event) -> Standing:
    counts = _table(event, "counts")
    kept = {option: count if isinstance(count, int) else None for option, count in counts.items()}
    return _begun(standing, event, tallies={**standing.tallies, _block(event): kept})


def _state(standing: Standing, event: Event) -> Standing:
    return _begun(standing, event, states={**standing.states, _block(event): _table(event, "state")})


def _stroke(standing: Standing, event: Event) -> Standing:
    data = {name: event.data[name] for name in ("pen", "width", "points") if name in event.data}
    page, place = str(event.data.get("page", "")), _whole(event, "place")
    drawn = tuple(standing.drawings.get(page, ()))
    return _drawn(standing, event, page, (*drawn[:place], data, *drawn[place:]))


def _erased(standing: Standing, event: Event) -> Standing:
    page, places = str(event.data.get("page", "")), event.data.get("places")
    gone = set(places) if isinstance(places, list | tuple) else set()
    drawn = standing.drawings.get(page, ())
    return _drawn(standing, event, page, (one for place, one in enumerate(drawn) if place not in gone))


def _drawn(standing: Standing, event: Event, page: str, strokes: Iterable[Mapping[str, object]]) -> Standing:
    drawings = {**standing.drawings, page: tuple(strokes)}
    kept = {name: drawing for name, drawing in drawings.items() if drawing}
    return _begun(standing, event, drawings=kept)


def _finished(standing: Standing, event: Event) -> Standing:
    return standing._replace(status="taught", when=event.time, taught=event.time)


def _prepared(standing: Standing, event: Event) -> Standing:
    item = {str(event.data.get("item", ""))}
    done = event.data.get("done") is True
    return standing._replace(prepared=standing.prepared | item if done else standing.prepared - item)


def _skipped(standing: Standing, event: Event) -> Standing:
    return standing._replace(skipped=str(event.data.get("reason", "")))


def _planned(standing: Standing, event: Event) -> Standing:
    return standing._replace(planned=str(event.data.get("day", "")))


_CHANGES: Mapping[str, Callable[[Standing, Event], Standing]] = {
    "lesson-skipped": _skipped,
    "lesson-unskipped": _skipped,
    "lesson-planned": _planned,
    "prepared": _prepared,
    "started": _started,
    "slide": _slide,
    "stage": _stage,
    "tally": _tally,
    "block": _state,
    "stroke": _stroke,
    "erased": _erased,
    "finished": _finished,
    "restarted": _restarted,
}


def _block(event: Event) -> str:
    return str(event.data.get("block", ""))


def _whole(event: Event, name: str) -> int:
    value = event.data.get(name)
    return value if isinstance(value, int) else 0


def _table(event: Event, name: str) -> dict[str, object]:
    value = event.data.get(name)
    return dict(value) if isinstance(value, Mapping) else {}


def _row(event: Event, name: str) -> Sequence[object]:
    value = event.data.get(name)
    return value if isinstance(value, list | tuple) else ()
