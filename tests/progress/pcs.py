"""PCs of one teacher: each a real database in a folder of its own, with what is done to it by hand."""

from __future__ import annotations

import json
import os
import shutil
import weakref
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from rse_lessons.progress.between.merging import read_file, take_in, write_file
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.between.sharing import Outcome, Visit
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.progress.facts.events import Event, timestamp
from rse_lessons.progress.facts.summary import Summary
from tests.progress.beginning import begin

T = TypeVar("T")
START = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)


class Clock:
    """The same time for all PCs; it goes on by a second each time somebody looks."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


class Pc:
    """One PC, or one folder of records on it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder, clock
        self.path = folder / "progress.sqlite"
        self.visit: Visit | None = None
        self.open()

    def open(self) -> None:
        begin(self.path)
        self.journal = Journal(self.path, now=self.clock(), seconds=5, marks=self.folder / "marks.json")
        weakref.finalize(self, self.journal.close)

    def close(self) -> None:
        self.journal.close()

    def do(self, work: Callable[[Journal], T], /) -> T:
        return work(self.journal)

    def record(
        self,
        kind: str,
        label: str = "7B",
        lesson: str = "",
        words: str = "",
        **data: object,
    ) -> Event:
        event = self.event(kind, label, lesson, **data)
        return self.journal.append([event], {event.id: words} if words else {})[0]

    def event(self, kind: str, label: str, lesson: str, **data: object) -> Event:
        return Event(os.urandom(16).hex(), "", 0, timestamp(self.clock()), kind, lesson, label, "", data)

    def teach(self, lesson: str = "ask-first", label: str = "7B", upto: int = 3) -> None:
        """Give a lesson as far as a slide, all of it written at once."""
        slides = [self.event("slide", label, lesson, slide=slide) for slide in range(1, upto + 1)]
        self.journal.append([self.event("started", label, lesson, slides=12, slide=0), *slides])

    def clear(self, label: str | None = None) -> int:
        return self.journal.clear(timestamp(self.clock()), label)

    # Between PCs

    def merge_file(self, path: Path, *, with_words: bool = False) -> Path:
        write_file(path, self.path, self.do, with_words=with_words)
        return path

    def take(self, path: Path) -> int:
        return take_in(read_file(path, now=self.clock()), self.do)

    def share(self, chosen: Path, *, afresh: bool = False) -> Outcome:
        """Visit a shared folder; afresh, as after the app was started and knew nothing of earlier visits."""
        root = prepare(chosen)
        before = None if afresh else self.visit
        self.visit = Visit(root, self.path, self.do, self.clock())
        if before is not None:
            self.visit.seen, self.visit.clearings = before.seen, before.clearings
        return self.visit.make()

    # Fate

    def snapshot(self, to: Path) -> Path:
        """Copy the records as a backup does."""
        self.journal.close()
        shutil.copy2(self.path, to)
        self.open()
        return to

    def put_back(self, backup: Path) -> None:
        """Put an older copy in the place of the records, as somebody does by hand."""
        self.journal.close()
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        shutil.copy2(backup, self.path)
        self.open()

    # What is seen

    @property
    def events(self) -> frozenset[tuple[str, int, str, str, str, str]]:
        return frozenset(
            (event.device, event.counter, event.id, event.kind, event.class_label, event.lesson)
            for event in self.journal.events()
        )

    @property
    def summary(self) -> Summary:
        read = read_summary(self.path)
        assert read.sentence == ""
        return read.summary


def shown(summary: Summary) -> object:
    """Give what a summary shows, so that two can be compared."""
    lessons: Mapping[tuple[str, str], object] = {
        key: (standing.status, standing.slide, standing.when, json.dumps(standing.detail(), sort_keys=True))
        for key, standing in summary.lessons.items()
    }
    return summary.classes, dict(sorted(lessons.items()))
