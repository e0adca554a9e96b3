"""A shared folder: every device writes its own pieces, reads others', and nothing odd does harm."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.between import sharing
from rse_lessons.progress.between.oddities import Finding, Oddity
from rse_lessons.progress.between.pieces import MOST_IN_A_PIECE, PieceName, header_line, name_for, name_in
from rse_lessons.progress.between.shared_folder import ABOUT, FOLDER, MOST_TAILS, look_over, plan, prepare
from rse_lessons.progress.between.sharing import GRACE, Seen, Visit, keep_seen, seen_again
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.between.verifying import read_header
from rse_lessons.progress.facts.events import VERSION as EVENTS_VERSION
from tests.progress.pcs import Clock, Pc, shown

Maker = Callable[[str], Pc]


@pytest.fixture
def pc(tmp_path: Path) -> Maker:
    clock = Clock()
    return lambda name: Pc(tmp_path / name, clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def pieces(stick: Path) -> list[Path]:
    return sorted(path for path in (stick / FOLDER).iterdir() if name_in(path.name))


def oddities(findings: Sequence[Finding]) -> dict[str, Oddity]:
    return {finding.path.name: finding.oddity for finding in findings}


# What a teacher does


def test_monday_in_one_room_and_thursday_in_another(pc: Maker, stick: Path) -> None:
    room_a, room_b = pc("a"), pc("b")
    room_a.record("class-added", band="ks3")
    room_a.teach(upto=5)
    first = room_a.share(stick)
    assert (first.taken, first.given, first.trouble, first.findings) == (0, 7, None, ())
    second = room_b.share(stick)
    assert (second.taken, second.given, second.devices) == (7, 0, (room_a.journal.device,))
    standing = room_b.summary.standing("7B", "ask-first")
    assert (standing.status, standing.slide) == ("begun", 5)
    room_b.record("slide", lesson="ask-first", slide=6)
    room_b.record("finished", lesson="ask-first")
    assert room_b.share(stick).given == 2
    back = room_a.share(stick)
    assert (back.taken, back.given) == (2, 0)
    assert room_a.summary.standing("7B", "ask-first").status == "taught"
    assert room_a.events == room_b.events


def test_sharing_again_changes_nothing(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    b.teach("kind-words")
    for one in (a, b, a):
        one.share(stick)
    before = {path: path.stat().st_mtime_ns for path in pieces(stick)}
    for one in (a, b):
        again = one.share(stick, afresh=True)
        assert (again.taken, again.given, again.findings) == (0, 0, ())
    assert {path: path.stat().st_mtime_ns for path in pieces(stick)} == before


def test_a_device_writes_files_of_its_own_only(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    a.share(stick)
    theirs = {path: path.read_bytes() for path in pieces(stick)}
    b.teach("kind-words")
    b.share(stick)
    assert {path: path.read_bytes() for path in theirs} == theirs
    assert {path.name[:16] for path in pieces(stick)} == {a.journal.device, b.journal.device}


def test_many_visits_leave_few_pieces(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    for number in range(6 * MOST_TAILS):
        a.teach(f"lesson-{number}", upto=14)
        assert a.share(stick).given == 15
    assert len(a.events) == 720 > MOST_IN_A_PIECE
    assert len(pieces(stick)) <= 1 + MOST_TAILS
    assert b.share(stick).taken == 720
    assert b.events == a.events


def test_a_third_pc_that_comes_late_gets_everything(pc: Maker, stick: Path) -> None:
    a, b, c = pc("a"), pc("b"), pc("c")
    a.teach()
    b.teach("kind-words")
    a.share(stick)
    b.share(stick)
    assert c.share(stick).taken == len(a.events) + 4
    assert shown(c.summary) == shown(b.summary)


def test_words_stay_on_their_pc(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.record("rule-added", words="We take turns to speak.", rule="r1")
    a.share(stick)
    b.share(stick)
    assert b.summary.book("7B").rules == ("r1",)
    assert b.summary.rules("7B") == ()
    assert not any(b"turns" in path.read_bytes() for path in (stick / FOLDER).iterdir())


def test_the_folder_says_what_it_is_for(pc: Maker, stick: Path) -> None:
    assert "RSE Lessons" in (prepare(stick) / ABOUT).read_text(encoding="utf-8")
    assert prepare(stick / FOLDER) == stick / FOLDER
    assert pc("a").share(stick).findings == ()


# Clearing


def test_a_cleared_class_is_gone_from_the_folder_too(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    for label in ("7B", "8C"):
        a.record("class-added", label, band="ks3")
        a.teach(label=label)
        b.teach("kind-words", label)
    for one in (a, b, a):
        one.share(stick)
    a.clear("7B")
    a.share(stick)
    told = b.share(stick)
    assert told.waiting == ()
    a.share(stick)
    for one in (a, b):
        assert {label for _, _, _, _, label, _ in one.events} == {"", "8C"}
        assert [info.label for info in one.summary.classes] == ["8C"]
    assert not any(b'"7B"' in path.read_bytes() for path in (stick / FOLDER).iterdir())
    assert any(b'"8C"' in path.read_bytes() for path in (stick / FOLDER).iterdir())
    c = pc("c")
    c.share(stick)
    assert c.events == a.events == b.events


def test_a_cleared_class_does_not_come_back_by_a_pc_that_was_away(pc: Maker, stick: Path) -> None:
    a, away = pc("a"), pc("away")
    a.record("class-added", band="ks3")
    a.teach()
    a.share(stick)
    away.share(stick)
    away.teach("kind-words")
    a.clear()
    a.share(stick)
    away.share(stick)
    assert {kind for _, _, _, kind, _, _ in away.events} == {"classes-cleared"}
    a.share(stick, afresh=True)
    assert {kind for _, _, _, kind, _, _ in a.events} == {"classes-cleared"}
    assert not any(b'"7B"' in path.read_bytes() for path in (stick / FOLDER).iterdir())


def test_what_a_pc_that_never_comes_back_left_is_taken_out_by_another(pc: Maker, stick: Path) -> None:
    a, lost = pc("a"), pc("lost")
    lost.teach(label="7B")
    lost.teach(label="8C")
    lost.share(stick)
    a.share(stick)
    a.clear("7B")
    a.share(stick)
    assert any(b'"7B"' in path.read_bytes() for path in pieces(stick))
    a.clock.moment += GRACE
    told = a.share(stick)
    assert (told.trouble, told.waiting) == (None, ())
    assert not any(b'"7B"' in path.read_bytes() for path in pieces(stick))
    late = pc("late")
    late.share(stick)
    assert late.events == a.events
    assert {label for _, _, _, _, label, _ in late.events} == {"", "8C"}


def test_who_still_has_to_take_out_what_was_cleared_is_named(pc: Maker, stick: Path) -> None:
    a, away = pc("a"), pc("away")
    away.teach()
    away.share(stick)
    a.share(stick)
    a.clear("7B")
    first, second = a.share(stick), a.share(stick)
    assert first.waiting in ((), (away.journal.device,))
    assert second.waiting == (away.journal.device,)
    away.share(stick)
    assert a.share(stick).waiting == ()


# Copies and restores


def test_an_older_copy_that_is_put_back_gets_its_own_events_again(
    pc: Maker, stick: Path, tmp_path: Path
) -> None:
    a = pc("a")
    a.teach(upto=4)
    backup = a.snapshot(tmp_path / "backup.sqlite")
    a.teach("kind-words")
    a.share(stick)
    everything, device = a.events, a.journal.device
    a.put_back(backup)
    assert a.journal.device != device  # the mark outside told it
    assert a.share(stick, afresh=True).taken == 4
    assert a.events == everything
    a.teach("new-lesson")
    a.share(stick)
    assert {path.name[:16] for path in pieces(stick)} == {device, a.journal.device}


def test_a_copy_without_its_mark_notices_by_the_folder(pc: Maker, stick: Path, tmp_path: Path) -> None:
    a = pc("a")
    a.teach(upto=4)
    backup = a.snapshot(tmp_path / "backup.sqlite")
    a.teach("kind-words")
    a.share(stick)
    everything, device = a.events, a.journal.device
    (a.folder / "marks.json").unlink()
    a.put_back(backup)
    assert a.journal.device == device
    a.record("slide", lesson="other", slide=9)  # gives a number that was given before
    own = a.events - everything
    told = a.share(stick, afresh=True)
    assert Oddity.SAME_DEVICE in {finding.oddity for finding in told.findings}
    assert a.journal.device != device
    assert a.events == everything | own
    b = pc("b")
    b.share(stick)
    assert b.events == a.events
    assert a.share(stick, afresh=True).findings == ()


def test_a_copy_notices_even_when_the_piece_that_tells_it_is_spoilt(
    pc: Maker, stick: Path, tmp_path: Path
) -> None:
    a = pc("a")
    a.teach(upto=4)
    backup = a.snapshot(tmp_path / "backup.sqlite")
    a.teach("kind-words")
    a.share(stick)
    device = a.journal.device
    (only,) = pieces(stick)
    only.write_bytes(only.read_bytes()[:-3])
    (a.folder / "marks.json").unlink()
    a.put_back(backup)
    told = a.share(stick, afresh=True)
    assert [finding.oddity for finding in told.findings] == [Oddity.HALF, Oddity.SAME_DEVICE]
    assert a.journal.device != device
    assert only.exists()  # it may still arrive whole


# What is odd


def test_whatever_is_odd_is_named_and_does_no_harm(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    for lesson in ("one", "two", "three", "four", "five", "six"):
        a.teach(lesson)
        a.share(stick)
    root = stick / FOLDER
    half, changed, renamed, linked, folder, gone = pieces(stick)
    good = changed.read_bytes()
    half.write_bytes(half.read_bytes()[:-10])
    changed.write_bytes(good.replace(b'"slide":1', b'"slide":9'))
    (root / renamed.name).rename(root / renamed.name.replace(renamed.name[:16], "0" * 16))
    linked.rename(stick / "elsewhere")
    linked.symlink_to(stick / "elsewhere")
    folder.unlink()
    folder.mkdir()
    (root / f"{changed.stem} (1).rsepiece").write_bytes(good)
    (root / f"{changed.stem}-PC2.rsepiece").write_bytes(good)
    (root / f"{changed.stem} (conflicted copy 2026-03-02).rsepiece").write_bytes(good)
    (root / "records.rsepiece").write_bytes(good)
    (root / "holiday.jpg").write_bytes(b"JFIF")
    (root / "desktop.ini").write_bytes(b"[.ShellClassInfo]")
    (root / ".DS_Store").write_bytes(b"\0")
    os.mkfifo(root / f"{'1' * 16}-000000001-000000002-{'2' * 16}.rsepiece")
    huge = root / f"{'3' * 16}-000000001-000000002-{'4' * 16}.rsepiece"
    with huge.open("wb") as file:
        file.truncate(200 << 20)
    told = b.share(stick)
    found = oddities(told.findings)
    assert found == {
        half.name: Oddity.HALF,
        changed.name: Oddity.CHANGED,
        renamed.name.replace(renamed.name[:16], "0" * 16): Oddity.RENAMED,
        linked.name: Oddity.LINK,
        folder.name: Oddity.FOLDER,
        f"{changed.stem} (1).rsepiece": Oddity.COPY,
        f"{changed.stem}-PC2.rsepiece": Oddity.COPY,
        f"{changed.stem} (conflicted copy 2026-03-02).rsepiece": Oddity.COPY,
        "records.rsepiece": Oddity.RENAMED,
        "holiday.jpg": Oddity.FOREIGN,
        f"{'1' * 16}-000000001-000000002-{'2' * 16}.rsepiece": Oddity.SPECIAL,
        huge.name: Oddity.HUGE,
    }
    assert told.taken == 4  # the one that is as it was
    assert told.trouble is None
    assert gone.exists()
    # The PC that they are from mends what can be mended, and the next visit brings the rest.
    folder.rmdir()
    linked.unlink()
    a.share(stick, afresh=True)
    b.share(stick)
    assert a.events == b.events


def test_a_newer_piece_waits_for_a_newer_version(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    a.share(stick)
    (only,) = pieces(stick)
    first, body = only.read_bytes().split(b"\n", 1)
    newer = body.replace(b'"version":%d' % EVENTS_VERSION, b'"version":9')
    header = read_header(first)
    changed = replace(header, length=len(newer), sha256=sha256(newer).hexdigest())
    only.unlink()
    (stick / FOLDER / str(name_for(changed))).write_bytes(header_line(changed) + newer)
    told = b.share(stick)
    assert [finding.oddity for finding in told.findings] == [Oddity.NEWER]
    assert b.events == frozenset()
    assert (stick / FOLDER / str(name_for(changed))).exists()


def test_a_spoilt_piece_of_our_own_is_written_anew(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    a.share(stick)
    (only,) = pieces(stick)
    good = only.read_bytes()
    only.write_bytes(good[:50])
    a.share(stick, afresh=True)
    assert only.read_bytes() == good
    assert b.share(stick).findings == ()


def test_a_piece_of_our_own_that_somebody_deleted_is_written_anew(pc: Maker, stick: Path) -> None:
    a = pc("a")
    a.teach()
    a.share(stick)
    shutil.rmtree(stick / FOLDER)
    prepare(stick)
    assert a.share(stick).given == 4
    assert len(pieces(stick)) == 1


def test_what_was_half_written_before_is_cleared_away(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    a.share(stick)
    (only,) = pieces(stick)
    for ending in (".part", ".gone"):
        only.with_name(only.name + ending).write_bytes(b"half")
    assert b.share(stick).findings == ()
    assert only.with_name(only.name + ".part").exists()  # not b's
    a.share(stick)
    assert {path.name for path in (stick / FOLDER).iterdir()} == {only.name, ABOUT}


def test_no_link_leads_what_is_deleted_out_of_the_folder(pc: Maker, stick: Path) -> None:
    a = pc("a")
    a.teach()
    a.share(stick)
    (only,) = pieces(stick)
    diary, letter = stick / "diary.txt", stick / "letter.txt"
    for file in (diary, letter):
        file.write_text("mine", encoding="utf-8")
    only.with_name(only.name + ".gone").symlink_to(diary)
    other = only.with_name(only.name.replace("-000000004-", "-000000003-"))
    os.link(letter, other)  # a second name of a file of somebody's
    good = only.read_bytes()
    only.unlink()
    only.with_name(only.name + ".part").symlink_to(diary)
    told = oddities(a.share(stick).findings)
    assert told[only.name + ".gone"] is Oddity.LINK
    assert only.read_bytes() == good
    assert not other.exists()  # it was no piece, under a name of ours
    assert [file.read_text(encoding="utf-8") for file in (diary, letter)] == ["mine", "mine"]


# When the folder fails


NUMBERS = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT]


# Every pair: of error and sort of write, of sort of write and call, of error and call.
@pytest.mark.parametrize(
    ("number", "what", "at"),
    [
        (number, what, (first + second) % 3)
        for first, number in enumerate(NUMBERS)
        for second, what in enumerate(["write_part", "flush_folder", "wipe"])
    ],
)
def test_each_write_that_fails_is_said_and_made_good(
    pc: Maker, stick: Path, monkeypatch: pytest.MonkeyPatch, *, number: int, what: str, at: int
) -> None:
    a, b = pc("a"), pc("b")
    for label in ("7B", "8C"):
        for lesson in range(3):
            a.teach(f"lesson-{lesson}", label)
            a.share(stick)
    a.clear("7B")
    a.teach("after", "8C")
    before = a.events
    real, calls = getattr(sharing, what), iter(range(1000))

    def failing(*args: Any) -> Any:
        if next(calls) == at:
            raise OSError(number, os.strerror(number))
        return real(*args)

    monkeypatch.setattr(sharing, what, failing)
    first = a.share(stick)
    happened = next(calls) > at
    monkeypatch.undo()
    assert a.events == before
    if happened and what != "wipe":
        assert first.trouble in (Trouble.FULL, Trouble.BROKEN, Trouble.READ_ONLY)
    assert a.share(stick, afresh=True).trouble is None
    b.share(stick)
    assert b.events == a.events
    assert not any(b'"7B"' in path.read_bytes() for path in (stick / FOLDER).iterdir())


def test_a_folder_that_is_not_there_is_said(pc: Maker, stick: Path) -> None:
    a = pc("a")
    a.teach()
    before = a.events
    outcome = Visit(stick / FOLDER, a.path, a.do, a.clock()).make()
    assert outcome.trouble is Trouble.GONE
    assert a.events == before


@pytest.mark.parametrize("at", range(8))
def test_the_stick_pulled_out_at_each_step(pc: Maker, stick: Path, tmp_path: Path, at: int) -> None:
    a, b = pc("a"), pc("b")
    for number in range(4):
        a.teach(f"lesson-{number}")
        a.share(stick)
    b.teach("kind-words")
    steps = iter(range(100))

    def pull(_done: int, _total: int) -> None:
        if next(steps) == at:
            stick.rename(tmp_path / "in the pocket")

    root = prepare(stick)
    visit = Visit(root, b.path, b.do, b.clock(), tick=pull)
    outcome = visit.make()
    pulled = (tmp_path / "in the pocket").exists()
    assert outcome.trouble is (Trouble.GONE if pulled else None)
    assert outcome.findings == ()
    taken = len(b.events) - 4
    assert taken == outcome.taken
    if pulled:
        (tmp_path / "in the pocket").rename(stick)
    b.share(stick, afresh=True)
    a.share(stick)
    assert a.events == b.events
    assert len(a.events) == 20


def test_a_visit_can_be_stopped_and_goes_on_the_next_time(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    for number in range(4):
        a.teach(f"lesson-{number}")
        a.share(stick)
    asked = iter([False, False, True])
    visit = Visit(prepare(stick), b.path, b.do, b.clock(), stopped=lambda: next(asked))
    outcome = visit.make()
    assert (outcome.trouble, outcome.given) == (Trouble.STOPPED, 0)
    assert b.share(stick).trouble is None
    assert a.events == b.events


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_still_gives_what_is_in_it(pc: Maker, stick: Path) -> None:
    a, b = pc("a"), pc("b")
    a.teach()
    a.share(stick)
    b.teach("kind-words")
    (stick / FOLDER).chmod(0o500)
    outcome = b.share(stick)
    (stick / FOLDER).chmod(0o700)
    assert (outcome.trouble, outcome.taken) == (Trouble.READ_ONLY, 4)


def test_a_file_where_the_folder_should_be_is_a_trouble(pc: Maker, stick: Path) -> None:
    a = pc("a")
    (stick / FOLDER).write_bytes(b"not a folder")
    assert Visit(stick / FOLDER, a.path, a.do, a.clock()).make().trouble is Trouble.GONE


def test_a_folder_with_too_many_files_is_looked_at_in_part(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rse_lessons.progress.between.shared_folder.MOST_FILES", 5)
    for number in range(9):
        (stick / f"{number}.txt").touch()
    found = look_over(stick)
    assert Oddity.TOO_MANY in {finding.oddity for finding in found.findings}
    assert len(found.findings) == 6


# The plan


def names_of(cuts: Sequence[tuple[int, int]]) -> list[PieceName]:
    return [PieceName("a" * 16, first, last, f"{number:016x}") for number, (first, last) in enumerate(cuts)]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, 1600)), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 60)), max_size=8))
def test_after_a_plan_the_pieces_hold_each_event_once_and_no_other(
    counters: set[int], places: list[tuple[int, int]]
) -> None:
    ordered = sorted(counters)
    # A piece begins and ends with an event.
    cuts = [
        (ordered[low % len(ordered)], ordered[min(low % len(ordered) + more, len(ordered) - 1)])
        for low, more in places
        if ordered
    ]
    pieces = names_of(cuts)
    found = plan(ordered, pieces)
    left = [(name.first, name.last) for name in pieces if name not in found.removes]
    after = [*left, *found.writes]
    held = [counter for first, last in after for counter in ordered if first <= counter <= last]
    assert sorted(held) == ordered
    for first, last in after:
        assert (first - 1) // MOST_IN_A_PIECE == (last - 1) // MOST_IN_A_PIECE
    # Done once, there is nothing left to do.
    again = plan(ordered, names_of(after))
    assert (again.writes, again.removes) == ((), ())


def test_numbers_that_were_given_twice_stay_together() -> None:
    doubled = sorted([*range(1, 501), *range(300, 501)])
    found = plan(doubled, [])
    assert len(found.writes) == 2
    assert all(
        sum(first <= one <= last for one in doubled) <= MOST_IN_A_PIECE for first, last in found.writes
    )
    assert plan(doubled, names_of(found.writes)).writes == ()


def test_what_was_seen_is_kept_as_plain_values() -> None:
    name = PieceName("a" * 16, 1, 500, "b" * 16)
    seen = {name: Seen(498, 1 << 127, 2)}
    assert seen_again(keep_seen(seen)) == seen
    assert seen_again({"nonsense": [1, 2], str(name): ["x"], "": 3}) == {}
    assert seen_again([1]) == {}
