"""Merge files: everything known here in one file, and what such a file would change before it is taken in.

Taking in is a set union: events that are here already change nothing, whichever file or folder they come by,
and in whatever order. A merge file holds no words of the teacher's unless they were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rse_lessons.progress.between.fetching import fetch
from rse_lessons.progress.between.oddities import NotTakenError, Oddity
from rse_lessons.progress.between.pieces import (
    LARGEST_FILE,
    MERGE_ENDING,
    MOST_IN_A_FILE,
    WordRow,
    event_line,
    seal,
)
from rse_lessons.progress.between.sharing import Do, StoppedError
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.between.verifying import Contents, Tick, verify_file
from rse_lessons.progress.database.disk import write_whole
from rse_lessons.progress.database.reading import read_events
from rse_lessons.progress.facts.clearing import cleared_by, is_dead
from rse_lessons.progress.facts.events import OF_A_CLASS, TRAINING, Event
from rse_lessons.progress.facts.summary import ClassInfo, Key, Summary, fold, sort_classes

if TYPE_CHECKING:
    from rse_lessons.progress.database.journal import Journal

Stopped: TypeAlias = Callable[[], bool]

AT_ONCE = 20_000
"""Events that are taken in together; between two such parts other steps are stored."""

_TICK = 1_000


class TooMuchError(Exception):
    """More than one file can hold."""

    trouble = Trouble.TOO_MUCH


@dataclass(frozen=True, slots=True)
class Written:
    """What was written into a merge file."""

    path: Path
    events: int
    words: int


@dataclass(frozen=True, slots=True)
class OfClass:
    """What a file would change for one class."""

    label: str
    new: bool = False
    """Whether the class is not known here yet."""
    gone: bool = False
    """Whether it is known here, and would not be any more."""
    lessons_new: int = 0
    """Lessons of which nothing is known here yet."""
    lessons_changed: int = 0
    """Lessons that would stand elsewhere than they do now."""
    lessons_gone: int = 0
    """Lessons of which nothing would be left, for they were cleared elsewhere."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a file in would change."""

    events: int
    """Events in the file."""
    new: int
    """Those of them that are not known here, and that no clearing took."""
    classes: tuple[OfClass, ...] = ()
    """Classes for which something changes, in the order in which people count."""
    words: int = 0
    """Words of the teacher's in the file."""
    training: int = 0
    """Those of the new events that are about the teacher's own learning."""
    training_gone: int = 0
    """Events about it that are known here, and would be deleted, for they were deleted elsewhere."""


def write_file(
    path: Path,
    records: Path,
    do: Do,
    *,
    with_words: bool = False,
    with_reflections: bool = False,
    tick: Tick | None = None,
) -> Written:
    """Write everything known here into a file.

    `with_words` are those of rules and answers, `with_reflections` those of the teacher's own learning.

    Raises OSError when it cannot be written, TooMuchError, sqlite3.Error, and whatever `tick` raises.
    """

    def gather(journal: Journal) -> tuple[str, list[WordRow]]:
        # What was recorded until now is on the disk. A copy put back later knows what was given.
        own = journal.device
        journal.has_left(max((event.counter for event in journal.events(own)), default=0))
        return own, [row for row in journal.words() if (with_words if row[1] else with_reflections)]

    device, words = do(gather)
    lines: list[bytes] = []
    events: list[Event] = []
    for event in read_events(records):
        if tick is not None and len(events) % _TICK == 0:
            tick(len(events), 0)
        events.append(event)
        lines.append(event_line(event))
    if len(events) + len(words) > MOST_IN_A_FILE:
        raise TooMuchError
    _, content = seal(lines, events, device=device, words=sorted(words))
    if len(content) > LARGEST_FILE:
        raise TooMuchError
    write_whole(path, content)
    return Written(path, len(events), len(words))


def read_file(path: Path, *, now: datetime, tick: Tick | None = None) -> Contents:
    """Read and judge a merge file. Raises NotTakenError, and whatever `tick` raises."""
    try:
        return verify_file(fetch(path, LARGEST_FILE), now=now, tick=tick)
    except NotTakenError as error:
        # A name says nothing here: whatever the teacher called the file, its content counts.
        if error.oddity is Oddity.FOREIGN and path.name.endswith(MERGE_ENDING):
            raise NotTakenError(Oddity.CHANGED, error.detail) from error
        raise


def preview(contents: Contents, records: Path) -> Preview:
    """Give what taking the file in would change. Raises sqlite3.Error; writes nothing."""
    known = list(read_events(records)) if records.exists() else []
    ids = {event.id for event in known}
    here = frozenset(cleared_by(known))
    told = frozenset(cleared_by(contents.events)) - here
    new = [event for event in contents.events if event.id not in ids and not is_dead(event, here | told)]
    touched = {_key(event) for event in new}
    touched |= {_key(event) for event in known if told and is_dead(event, told)}
    before = [event for event in known if _key(event) in touched]
    after = [event for event in before if not is_dead(event, told)] + new
    changes = compare(fold(before), fold(after))
    training = sum(event.kind in TRAINING for event in new)
    lost = sum(event.kind in TRAINING and is_dead(event, told) for event in known) if told else 0
    return Preview(len(contents.events), len(new), changes, len(contents.words), training, lost)


def compare(before: Summary, after: Summary) -> tuple[OfClass, ...]:
    """Give what is other for each class; lessons that were only prepared are not counted."""
    old, new = ({info.label for info in summary.classes} for summary in (before, after))
    counts: dict[str, list[int]] = {label: [0, 0, 0] for label in old ^ new}
    for label, lesson in before.lessons.keys() | after.lessons.keys():
        was, is_now = before.standing(label, lesson), after.standing(label, lesson)
        if was == is_now or not (was.status or is_now.status):
            continue
        which = 0 if not was.status else 1 if is_now.status else 2
        counts.setdefault(label, [0, 0, 0])[which] += 1
    ordered = [info.label for info in sort_classes(ClassInfo(label, "") for label in counts)]
    return tuple(OfClass(label, label in new - old, label in old - new, *counts[label]) for label in ordered)


def take_in(contents: Contents, do: Do, *, tick: Tick | None = None, stopped: Stopped = lambda: False) -> int:
    """Take a file in and give how many events were new. Raises StoppedError, sqlite3.Error.

    Ended early, what was taken in until then stays, and is whole; taking the file in again goes on.
    """
    new, events = 0, contents.events
    # Words come with the last part: until then a rule may not be known that they belong to.
    for start in range(0, max(len(events), 1), AT_ONCE):
        if stopped():
            raise StoppedError
        if tick is not None:
            tick(start, len(events))
        part = events[start : start + AT_ONCE]
        words = contents.words if start + AT_ONCE >= len(events) else ()
        new += do(partial(_take_part, events=part, words=words))
    if tick is not None:
        tick(len(events), len(events))
    return new


def _take_part(journal: Journal, events: Sequence[Event], words: Sequence[WordRow]) -> int:
    return journal.take_in(events, words)


def _key(event: Event) -> Key:
    return event.class_label, "" if event.kind in OF_A_CLASS else event.lesson
