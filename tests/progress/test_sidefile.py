"""The side file: everything acknowledged is in it, nothing deleted is, and whatever stands in it is borne."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.database.faults import SIDE_BEHIND
from rse_lessons.progress.facts.events import Event
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from rse_lessons.progress.mending.sidelines import _line, event_line, place_line, read_side, words_line
from tests.progress.making import add_rule, events_in, keeping, record, remove_rule, steps


def side_events(path: Path) -> dict[str, Event]:
    return read_side(side_path(path)).events


def test_what_is_recorded_is_in_the_side_file(path: Path) -> None:
    written = record(path, steps(12))
    side = read_side(side_path(path))
    assert list(side.events.values()) == written
    assert (side.wrong, side.torn, side.cut) == (0, False, False)
    assert record(path, steps(3, start=12)) == list(side_events(path).values())[12:]


def test_what_comes_in_by_a_merge_is_in_it_too(path: Path) -> None:
    record(path, steps(2))
    kept = keeping(path)
    others = [replace(event, device="d2", counter=n) for n, event in enumerate(steps(40, start=100), 1)]
    kept.opened().take_in(others, [("r9", "7B", "2026-03-02T09:00:00.000Z", "Nobody has to speak.")])
    kept.follow(everything=True)
    kept.let_go()
    assert side_events(path) == events_in(path)


def test_two_programs_write_one_file(path: Path) -> None:
    first, second = keeping(path), keeping(path)
    for number in range(6):
        kept = (first, second)[number % 2]
        kept.opened().append(steps(2, start=2 * number))
        kept.follow()
    for kept in (first, second):
        kept.let_go()
    assert side_events(path) == events_in(path)
    lines = side_path(path).read_bytes().splitlines()
    assert len(lines) == 12 + 1, "an event has one line, whoever wrote it; the other line says the place"


def test_a_line_that_was_cut_off_costs_nothing_but_itself(path: Path) -> None:
    record(path, steps(4))
    with side_path(path).open("ab") as file:
        file.write(event_line(99, ("x",) * 10)[:50])
    assert read_side(side_path(path)).torn
    record(path, steps(4, start=4))
    assert side_events(path) == events_in(path)
    record(path, steps(1, start=8))  # opened again: the piece of a line is gone
    side = read_side(side_path(path))
    assert (side.wrong, len(side.events)) == (0, 9)


def test_a_side_file_that_was_lost_or_spoilt_is_made_again(path: Path) -> None:
    record(path, steps(20))
    side_path(path).unlink()
    record(path, steps(1, start=20))
    assert side_events(path) == events_in(path)
    content = bytearray(side_path(path).read_bytes())
    content[len(content) // 2] ^= 1
    side_path(path).write_bytes(content)
    assert read_side(side_path(path)).wrong == 1
    record(path, steps(1, start=21))
    assert side_events(path) == events_in(path)
    assert read_side(side_path(path)).wrong == 0


def test_what_the_database_forgot_comes_back(path: Path, tmp_path: Path) -> None:
    record(path, steps(5))
    older = path.read_bytes()
    record(path, steps(5, start=5))
    path.write_bytes(older)  # an older copy, put back by hand
    record(path, steps(1, start=10))
    assert set(events_in(path)) == {event.id for event in steps(11)}
    counters = [(event.device, event.counter) for event in events_in(path).values()]
    assert len(set(counters)) == 11, "and no number was given twice"


def test_words_that_are_taken_away_are_gone_from_every_byte(path: Path) -> None:
    add_rule(path, "r1", "Whoever speaks holds the stone.")
    add_rule(path, "r2", "Phones stay in bags.", number=910)
    assert b"holds the stone" in side_path(path).read_bytes()
    remove_rule(path, "r1")
    assert read_side(side_path(path)).words.keys() == {"r2"}
    for found in path.parent.rglob("*"):
        assert not found.is_file() or b"holds the stone" not in found.read_bytes(), found


def test_words_of_a_deletion_that_was_cut_off_are_gone_at_the_next_start(path: Path) -> None:
    add_rule(path, "r1", "Whoever speaks holds the stone.")
    kept = keeping(path)
    time = "2026-03-03T12:00:00.000Z"
    gone = Event("c" * 32, "", 0, time, "rule-removed", "", "7B", "", {"rule": "r1"})
    kept.opened().append([gone])
    kept.let_go()  # cut off between the commit and the side file
    assert read_side(side_path(path)).words
    record(path, steps(1))
    assert not read_side(side_path(path)).words
    assert b"holds the stone" not in side_path(path).read_bytes()


def test_what_is_cleared_leaves_the_side_file(path: Path) -> None:
    record(path, steps(10, label="Oak 9") + steps(10, start=10, label="Elm 8"))
    kept = keeping(path)
    kept.opened().clear("2026-03-03T00:00:00.000Z", "Oak 9")
    kept.follow(everything=True)
    kept.let_go()
    assert {event.class_label for event in side_events(path).values()} == {"Elm 8", ""}
    assert b"Oak 9" not in side_path(path).read_bytes()
    record(path, steps(1, start=20, label="Elm 8"))
    assert side_events(path) == events_in(path), "and what was cleared does not come back from it"


def test_a_clearing_that_was_cut_off_is_finished_and_not_undone(path: Path) -> None:
    record(path, steps(10, label="Oak 9"))
    kept = keeping(path)
    kept.opened().clear("2026-03-03T00:00:00.000Z", "Oak 9")
    kept.let_go()
    assert b"Oak 9" in side_path(path).read_bytes()
    record(path, steps(1, start=20, label="Elm 8"))
    assert b"Oak 9" not in side_path(path).read_bytes()
    assert len(events_in(path)) == 2, "the tombstone and the new step"


def test_a_side_file_that_cannot_be_written_holds_nothing_up(path: Path) -> None:
    told: list[str] = []
    record(path, steps(2))
    kept = keeping(path, told)
    kept.opened()
    side_path(path).unlink()
    side_path(path).mkdir()
    for number in range(2, 5):
        kept.opened().append(steps(1, start=number))
        kept.follow()
    assert told == [SIDE_BEHIND], "told once"
    side_path(path).rmdir()
    kept.opened().append(steps(1, start=5))
    kept.follow()
    kept.let_go()
    assert side_events(path) == events_in(path), "and it has caught up"


def test_events_that_backups_hold_leave_it_and_it_goes_on(path: Path) -> None:
    written = record(path, steps(10))
    assert SideFile(path).leave_out([event.id for event in written[:7]]) == 7
    assert list(side_events(path)) == [event.id for event in written[7:]]
    record(path, steps(2, start=10))
    assert list(side_events(path)) == [event.id for event in steps(12)[7:]]


@pytest.mark.parametrize("present", [(".gone",), (".gone", ".part"), ("", ".gone"), ("", ".gone", ".part")])
def test_a_rewriting_that_was_cut_off_is_finished(path: Path, present: tuple[str, ...]) -> None:
    record(path, steps(6))
    side, whole = side_path(path), side_path(path).read_bytes()
    side.unlink()
    for ending in present:
        side.with_name(side.name + ending).write_bytes(whole)
    record(path, steps(1, start=6))
    assert side_events(path) == events_in(path)
    assert [found.name for found in path.parent.glob("*.gone")] == []


# What somebody else may have written into it

EVENT = ("e1", "d1", 1, "2026-03-02T09:00:00.000Z", "slide", "x", "7B", "", '{"slide":4}', 2)


def test_a_line_of_ours_is_read(tmp_path: Path) -> None:
    file = tmp_path / "side"
    file.write_bytes(event_line(1, EVENT) + place_line((1, "e1")))
    side = read_side(file)
    assert (list(side.events), side.place, side.wrong) == (["e1"], (1, "e1"), 0)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, "x" * 65),
        (0, "' or 1=1"),
        (1, ""),
        (2, 0),
        (2, True),
        (2, 2**60),
        (3, "yesterday"),
        (4, "disclosure"),
        (5, ""),
        (5, "a\nb"),
        (6, "x" * 41),
        (7, "p" * 101),
        (8, "{"),
        (8, "[]"),
        (8, '{"slide":4,"name":"Jane"}'),
        (8, '{"slide":' + "[" * 5000 + "]" * 5000 + "}"),
        (8, '{"slide":"' + "x" * 50_000 + '"}'),
        (9, 0),
        (9, "2"),
    ],
)
def test_a_line_that_no_program_of_ours_writes_is_left_out(tmp_path: Path, place: int, value: object) -> None:
    row: tuple[object, ...] = (*EVENT[:place], value, *EVENT[place + 1 :])
    file = tmp_path / "side"
    file.write_bytes(
        event_line(1, EVENT) + _line({"row": 2, "event": list(row)}) + words_line(("", "", "", ""))
    )
    side = read_side(file)
    assert list(side.events) == ["e1"]
    assert (side.wrong, side.words) == (2, {})


@pytest.mark.parametrize(
    "content", [[], None, {"row": 1}, {"event": []}, {"place": [1]}, {"row": "1", "event": [1]}]
)
def test_json_that_is_no_line_is_left_out(tmp_path: Path, content: object) -> None:
    file = tmp_path / "side"
    file.write_bytes(_line(content))  # type: ignore[arg-type]  # on purpose
    assert read_side(file).wrong == 1


@given(st.binary(max_size=400), st.integers(0, 2000))
@settings(max_examples=60, deadline=None)
def test_any_bytes_anywhere_are_borne(rubbish: bytes, where: int) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "side"
        ours = b"".join(event_line(n, (f"e{n}", "d1", n, *EVENT[3:])) for n in range(1, 9))
        at = where % (len(ours) + 1)
        file.write_bytes(ours[:at] + rubbish + ours[at:])
        side = read_side(file)
        assert side.events.keys() <= {f"e{n}" for n in range(1, 9)}
        lines = rubbish.count(b"\n")
        assert len(side.events) >= 7 if not lines else len(side.events) >= 6


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    file = tmp_path / "side"
    with file.open("wb") as target:
        target.write(event_line(1, EVENT))
        target.truncate(30 << 20)  # a hole: no bytes on the disk
    side = read_side(file)
    assert list(side.events) == ["e1"]
    assert side.wrong > 0


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="there a flush does not say of which file")
def test_the_line_is_on_the_disk_before_anybody_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order in which the program asks the system: commit, line, flush."""
    synced: list[str] = []
    real = os.fsync

    def fsync(opened: int) -> None:
        synced.append(Path(f"/proc/self/fd/{opened}").readlink().name)
        real(opened)

    record(path, steps(1))
    kept = keeping(path)
    kept.opened()
    monkeypatch.setattr(os, "fsync", fsync)
    kept.opened().append(steps(1, start=1))
    kept.follow()
    kept.let_go()
    assert synced == [side_path(path).name]
