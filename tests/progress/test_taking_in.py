"""Events of other PCs are taken in: once, in any order, and under their own numbers."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.database.places import place_of, read_mark, write_mark
from rse_lessons.progress.database.reading import read_events, read_summary
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.facts.summary import fold
from rse_lessons.progress.recording.store import Store
from tests.progress.beginning import begin

Opener = Callable[..., Store]


def opened(path: Path, marks: Path | None = None) -> Journal:
    begin(path)
    return Journal(path, now=datetime.now(UTC), seconds=5, marks=marks)


def slide(number: int, *, label: str = "7B", minute: int = 0) -> Event:
    time = f"2026-03-02T09:{minute:02}:00.000Z"
    return Event(f"{number:032x}", "", 0, time, "slide", "ask-first", label, data={"slide": number % 12})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "here" / "progress.sqlite"


@pytest.fixture
def here(path: Path) -> Iterator[Journal]:
    with closing(opened(path)) as journal:
        yield journal


def test_events_keep_their_device_and_counter(here: Journal, tmp_path: Path) -> None:
    with closing(opened(tmp_path / "there" / "p.sqlite")) as there:
        there.append([slide(1), slide(2, minute=1)])
        theirs = list(there.events())
    here.append([slide(3, label="9A")])
    assert here.take_in(theirs) == 2
    assert here.take_in(theirs) == 0
    assert list(here.events(theirs[0].device)) == theirs
    assert list(here.events(theirs[0].device, after=1)) == theirs[1:]
    assert here.device not in {event.device for event in theirs}


def test_people_are_told_how_far_it_is(here: Journal) -> None:
    told: list[tuple[int, int]] = []
    events = [replace(slide(n), device="d1", counter=n) for n in range(1, 1202)]
    here.take_in(events, tick=lambda done, total: told.append((done, total)))
    assert told == [(0, 1201), (500, 1201), (1000, 1201), (1201, 1201)]


def test_nothing_is_taken_in_when_it_is_broken_off(here: Journal) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done:
            raise StoppedError

    with pytest.raises(StoppedError):
        here.take_in([replace(slide(n), device="d1", counter=n) for n in range(1, 1202)], tick=stop)
    assert list(here.events()) == []


EVENTS = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 30), st.sampled_from(["7B", "9A"])),
    max_size=12,
    unique_by=lambda made: made[:2],
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, int, str]], dice: object
) -> None:
    events = [
        replace(slide(n + 100 * "abc".index(device), label=label, minute=n), device=device, counter=n + 1)
        for device, n, label in made
    ]
    shuffled = list(events)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis's own random
    folder = tmp_path_factory.mktemp("union")
    found = []
    for name, parts in (("one", [events]), ("two", [shuffled[:5], shuffled[3:], shuffled[:5]])):
        with closing(opened(folder / name / "p.sqlite")) as journal:
            for part in parts:
                journal.take_in(part)
            found.append(sorted(journal.events(), key=lambda event: event.id))
        summary = read_summary(folder / name / "p.sqlite").summary
        folded = fold(events)
        assert {key: summary.lessons[key] for key in summary.lessons} == dict(folded.lessons)
    assert found[0] == found[1] == sorted(events, key=lambda event: event.id)


def test_words_of_two_pcs_the_later_ones_stay(here: Journal) -> None:
    rule = Event("a" * 32, "d1", 1, "2026-03-02T09:00:00.000Z", "rule-added", "", "7B", data={"rule": "r1"})
    early = ("r1", "7B", "2026-03-02T09:00:00.000Z", "Nobody has to speak.")
    late = ("r1", "7B", "2026-03-03T09:00:00.000Z", "Anybody may pass.")
    here.take_in([rule], [early])
    here.take_in([rule], [late])
    here.take_in([rule], [early])
    assert here.words() == [late]


def test_words_of_a_rule_that_was_removed_do_not_come_back(here: Journal) -> None:
    rule = Event("a" * 32, "d1", 1, "2026-03-02T09:00:00.000Z", "rule-added", "", "7B", data={"rule": "r1"})
    gone = replace(rule, id="b" * 32, counter=2, kind="rule-removed", time="2026-03-02T09:01:00.000Z")
    here.take_in([rule, gone])
    here.take_in([rule], [("r1", "7B", "2026-03-02T09:00:00.000Z", "Nobody has to speak.")])
    assert here.words() == []


def test_what_is_taken_away_here_comes_after_its_making_elsewhere_though_the_clock_went_back(
    here: Journal,
) -> None:
    rule = Event("a" * 32, "zz", 1, "2026-03-02T09:00:00.000Z", "rule-added", "", "7B", data={"rule": "r1"})
    here.take_in([rule], [("r1", "7B", "2026-03-02T09:00:00.000Z", "Nobody has to speak.")])
    (gone,) = here.append([replace(rule, id="b" * 32, kind="rule-removed", time="2026-03-01T09:00:00.000Z")])
    assert gone.time == "2026-03-02T09:00:00.001Z"
    assert here.words() == []


# A copy notices that it is one


def test_a_copy_in_another_place_counts_under_an_id_of_its_own(here: Journal, path: Path) -> None:
    here.append([slide(1)])
    first = here.device
    here.close()
    other = path.parent.parent / "stick" / "progress.sqlite"
    other.parent.mkdir()
    shutil.copy(path, other)
    with closing(opened(other)) as copy:
        assert copy.device != first
        (written,) = copy.append([slide(2)])
        assert (written.device, written.counter) == (copy.device, 1)
    with closing(opened(path)) as again:
        assert again.device == first
        assert again.devices == (first,)


def test_an_older_copy_put_back_in_its_place_is_known_by_the_mark(path: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks.json"
    with closing(opened(path, marks)) as journal:
        journal.append([slide(1)])
        first = journal.device
    old = shutil.copy(path, tmp_path / "old.sqlite")
    with closing(opened(path, marks)) as journal:
        journal.append([slide(2)])
        journal.has_left(2)
        assert journal.device == first
    shutil.copy(old, path)
    with closing(opened(path, marks)) as journal:
        assert journal.device != first
        assert journal.devices == (journal.device, first), "its events of before are still handed on"


def test_an_older_copy_without_a_mark_is_known_by_its_own_events_coming_in(
    path: Path, tmp_path: Path
) -> None:
    with closing(opened(path)) as journal:
        journal.append([slide(1)])
    old = shutil.copy(path, tmp_path / "old.sqlite")
    with closing(opened(path)) as journal:
        journal.append([slide(2)])
        left = list(journal.events())
    shutil.copy(old, path)
    with closing(opened(path)) as journal:
        first = journal.device
        journal.append([slide(3)])  # under the number that slide 2 has
        assert journal.take_in(left) == 1, "the other event of that number is kept, too"
        assert journal.device != first
        assert len(list(journal.events(first))) == 3
        assert {event.id for event in journal.events()} == {slide(n).id for n in (1, 2, 3)}
    assert read_summary(path).summary.standing("7B", "ask-first") == fold(read_events(path)).standing(
        "7B", "ask-first"
    )


def test_taking_in_own_events_that_are_known_is_no_sign_of_a_copy(here: Journal) -> None:
    here.append([slide(1)])
    first = here.device
    assert here.take_in(list(here.events())) == 0
    assert here.device == first


def test_a_database_in_place_of_a_damaged_one_hands_its_events_on(here: Journal) -> None:
    here.take_over([replace(slide(1), device="d0", counter=4)])
    assert here.devices == (here.device, "d0")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 3}', "\0" * 50, '{"PLACE": ["d", true]}'])
def test_a_file_of_marks_that_makes_no_sense_is_no_mark(tmp_path: Path, text: str) -> None:
    file = tmp_path / "marks.json"
    place = place_of(tmp_path / "p.sqlite")
    file.write_text(text.replace("PLACE", place), encoding="utf-8")
    assert read_mark(file, place) is None
    write_mark(file, place, "d1", 7)
    assert read_mark(file, place) == ("d1", 7)
    assert [found.name for found in tmp_path.iterdir()] == ["marks.json"]


# Work on the writer's thread


def test_work_comes_after_what_was_recorded_before_it(open_store: Opener) -> None:
    store = open_store()
    for number in range(3):
        store.record("slide", lesson="x", class_label="7B", data={"slide": number})
    job = store.do(lambda journal: (threading.current_thread().name, len(list(journal.events()))))
    assert job.wait(20)
    assert job.result() == ("records", 3)


def test_a_fault_of_the_work_is_its_askers_and_recording_goes_on(open_store: Opener) -> None:
    store = open_store()

    def fail(journal: Journal) -> None:
        raise LookupError("no such thing")

    job = store.do(fail)
    assert job.wait(20)
    with pytest.raises(LookupError, match="no such thing"):
        job.result()
    assert store.record("slide", lesson="x", data={"slide": 1}).wait(20)


def test_a_result_is_asked_for_once_it_is_there(open_store: Opener) -> None:
    store, may = open_store(), threading.Event()
    job = store.do(lambda _journal: may.wait(20))
    with pytest.raises(RuntimeError, match="not done"):
        job.result()
    may.set()
    assert job.wait(20)
    assert job.result()


def test_work_that_cannot_be_done_before_the_end_says_so(tmp_path: Path, open_store: Opener) -> None:
    (tmp_path / "here").write_text("a file where the folder should be", encoding="utf-8")
    store = open_store()
    job = store.do(lambda journal: journal.device)
    store.close()
    assert job.wait(20)
    with pytest.raises(Exception, match="closed"):
        job.result()
    with pytest.raises(RuntimeError, match="closed"):
        store.do(lambda journal: journal.device)
