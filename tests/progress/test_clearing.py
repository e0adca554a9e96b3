"""A year is cleared: gone from the file, and not brought back by anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.clearing import Cleared, is_dead, later
from rse_lessons.progress.facts.events import Event, mark_of
from tests.progress.beginning import begin

Make = Callable[[str], Journal]

SUMMER = "2026-08-31T22:00:00.000Z"
BAND: dict[str, object] = {"band": "ks3"}


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Open the database of a PC, by its name."""
    opened: dict[str, Journal] = {}

    def journal(name: str) -> Journal:
        if name not in opened:
            path = tmp_path / name / "progress.sqlite"
            begin(path)
            opened[name] = Journal(path, now=datetime.now(UTC), seconds=5)
        return opened[name]

    yield journal
    for one in opened.values():
        one.close()


def happened(
    kind: str, time: str = "2026-03-02T09:00:00.000Z", *, label: str = "7B", lesson: str = "", **data: object
) -> Event:
    identity = f"{kind}-{time}-{label}-{lesson}-{sorted(data.items())}"
    return Event(mark_of(identity)[:32], "", 0, time, kind, lesson, label, data=data)


def a_year(label: str = "7B") -> list[Event]:
    return [
        happened("class-added", label=label, band="ks3"),
        happened("started", label=label, lesson="ask-first", slides=12, slide=0),
        happened("slide", label=label, lesson="ask-first", slide=4),
        happened("rule-added", label=label, rule="rule-1"),
    ]


def test_what_is_cleared_leaves_no_trace_in_the_files(make: Make, tmp_path: Path) -> None:
    here = make("here")
    events = a_year("Oak 7B")
    here.append(events, {events[-1].id: "Nobody has to speak."})
    here.append(a_year("9A"))
    assert here.clear(SUMMER, "Oak 7B") == 4
    assert {event.class_label for event in here.events()} == {"9A", ""}
    assert here.words() == []
    summary = read_summary(tmp_path / "here" / "progress.sqlite").summary
    assert [info.label for info in summary.classes] == ["9A"]
    assert {label for label, _ in summary.lessons} == {"9A"}
    for file in (tmp_path / "here").iterdir():
        assert b"Oak 7B" not in file.read_bytes()
        assert b"Nobody has to speak" not in file.read_bytes()


def test_a_cleared_class_does_not_come_back_by_a_merge(make: Make) -> None:
    here, there = make("here"), make("there")
    here.append(a_year())
    there.take_in(here.events())
    here.clear(SUMMER)
    assert here.take_in(there.events()) == 0
    assert [event.kind for event in here.events()] == ["classes-cleared"]
    # And it is gone there, too, once the other hears of it.
    assert there.take_in(here.events()) == 1
    assert list(there.events()) == list(here.events())
    assert there.cleared() == here.cleared() == (Cleared(SUMMER, ""),)


def test_the_tombstone_may_come_before_what_it_cleared(make: Make) -> None:
    here, there, third = make("here"), make("there"), make("third")
    here.append(a_year())
    there.take_in(here.events())
    here.clear(SUMMER, "7B")
    third.take_in(here.events())
    assert third.take_in(there.events()) == 0
    assert third.cleared() == (Cleared(SUMMER, mark_of("7B")),)


def test_another_class_and_what_came_later_stay(make: Make, tmp_path: Path) -> None:
    here = make("here")
    autumn = happened("slide", "2026-09-08T09:00:00.000Z", lesson="ask-first", slide=1)
    here.append([*a_year(), *a_year("9A"), autumn])
    here.clear(SUMMER, "7B")
    summary = read_summary(tmp_path / "here" / "progress.sqlite").summary
    assert summary.standing("9A", "ask-first").slide == 4
    assert summary.standing("7B", "ask-first").slide == 1
    assert summary.standing("7B", "ask-first").slides == 0
    # The class was taught since: it is still known, with what was known of it.
    assert [info.label for info in summary.classes] == ["7B", "9A"]
    assert summary.classes[0].band == "ks3"


def test_a_class_taught_since_keeps_its_days_and_its_plan(make: Make, tmp_path: Path) -> None:
    here = make("here")
    described = happened("class-described", band="ks3", nation="wls", language="cy", days=[1, 3])
    reads = happened("class-reads", language="cy", second="en", arrangement="above")
    planned = happened("plan-ordered", lessons=["who-decides", "ask-first"])
    autumn = happened("slide", "2026-09-08T09:00:00.000Z", lesson="ask-first", slide=1)
    here.append([*a_year(), described, reads, planned, autumn])
    here.clear(SUMMER)
    (info,) = read_summary(tmp_path / "here" / "progress.sqlite").summary.classes
    assert info == ("7B", "ks3", "wls", "cy", (1, 3), ("who-decides", "ask-first"), "en", "above")


def test_what_happens_after_a_clearing_is_not_taken_by_it_though_the_clock_went_back(make: Make) -> None:
    here = make("here")
    here.clear(SUMMER)
    (written,) = here.append([happened("class-added", "2026-08-30T10:00:00.000Z", band="ks3")])
    assert written.time == later(SUMMER) == "2026-08-31T22:00:00.001Z"
    assert not is_dead(written, here.cleared())


def test_clearing_twice_does_no_more(make: Make) -> None:
    here = make("here")
    here.append(a_year())
    assert here.clear(SUMMER) == 4
    assert here.clear(SUMMER) == 0


def test_events_of_no_class_go_with_all_and_stay_with_one(make: Make) -> None:
    here = make("here")
    here.append([happened("slide", label="", lesson="ask-first", slide=2)])
    assert here.clear(SUMMER, "7B") == 0
    assert here.clear(SUMMER) == 1


def test_a_database_that_was_cleared_opens_whole(make: Make, tmp_path: Path) -> None:
    here = make("here")
    here.append(a_year())
    here.clear(SUMMER)
    here.close()
    path = tmp_path / "here" / "progress.sqlite"
    with closing(Journal(path, now=datetime.now(UTC), seconds=1)) as again:
        assert again.is_sound()
        again.rebuild()
        assert again.cleared() == (Cleared(SUMMER, ""),)
    assert [event.kind for event in read_events(path)] == ["classes-cleared"]
