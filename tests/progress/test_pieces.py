"""Files for other PCs: written, judged, and never taken in when anything is wrong with them."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.merging import DEVICE, NOW, judge_spoilt, small_file
from benchmarks.spoilt import SPOILERS, seal_again
from rse_lessons.progress.between.fetching import fetch
from rse_lessons.progress.between.oddities import SENTENCES, Finding, NotTakenError, Oddity, shown
from rse_lessons.progress.between.pieces import (
    LONGEST_LINE,
    VERSION,
    Header,
    PieceName,
    event_line,
    name_for,
    name_in,
    write_down,
)
from rse_lessons.progress.between.troubles import SENTENCES as TROUBLES
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.between.verifying import Contents, read_header, verify_file, verify_piece
from rse_lessons.progress.facts.events import KINDS, Event
from rse_lessons.progress.facts.events import VERSION as EVENTS_VERSION

OTHER = "ffeeddccbbaa9988"


def event(counter: int, kind: str = "slide", device: str = DEVICE, **changes: object) -> Event:
    values = {"lesson": "ask-first", "class_label": "7B", "data": {"slide": 3}, **changes}
    number = f"{counter:032x}"
    return Event(number, device, counter, "2026-03-02T09:15:00.000Z", kind, **values)  # type: ignore[arg-type]


def piece(*events: Event, device: str = DEVICE) -> tuple[PieceName, bytes]:
    header, content = write_down(events, device=device)
    return name_for(header), content


def refused(content: bytes, name: PieceName | None = None) -> Oddity:
    with pytest.raises(NotTakenError) as caught:
        verify_piece(content, name, now=NOW) if name else verify_file(content, now=NOW)
    return caught.value.oddity


def parts(content: bytes) -> tuple[Header, list[bytes]]:
    first, *lines = content.split(b"\n")[:-1]
    return read_header(first), lines


def test_what_is_written_is_read_as_it_was() -> None:
    events = [event(3), event(1), event(2, "finished", data={})]
    name, content = piece(*events)
    assert verify_piece(content, name, now=NOW).events == (events[1], events[2], events[0])
    assert str(name).startswith(f"{DEVICE}-000000001-000000003-")
    assert name_in(str(name)) == name


def test_the_first_line_says_what_follows() -> None:
    _, content = piece(event(4), event(6))
    first, body = content.split(b"\n", 1)
    told = json.loads(first)
    assert told == {
        "format": "rse-lessons-records",
        "version": 1,
        "device": DEVICE,
        "first": 4,
        "last": 6,
        "count": 2,
        "words": 0,
        "length": len(body),
        "sha256": told["sha256"],
    }


def test_the_same_events_always_give_the_same_bytes() -> None:
    one = event(1, "block", data={"block": "b", "state": {"z": 1, "a": [True, None]}})
    again = event(1, "block", data={"state": {"a": [True, None], "z": 1}, "block": "b"})
    assert piece(one, event(2)) == piece(event(2), again)


def test_an_empty_file_of_records_is_a_good_one() -> None:
    _, content = write_down([], device=DEVICE)
    assert verify_file(content, now=NOW) == Contents(read_header(content.split(b"\n")[0]), ())


def test_the_longest_event_has_room_in_a_line() -> None:
    long = "a" * 120
    plan = [f"{number:03}{long}"[:120] for number in range(200)]
    wide = "\U0001f642" * 40
    longest = event(999_999_999, "plan-ordered", lesson="", class_label=wide, data={"lessons": plan})
    assert len(event_line(longest)) < LONGEST_LINE
    _, content = write_down([longest], device=DEVICE)
    assert verify_file(content, now=NOW).events == (longest,)


@pytest.mark.parametrize("version", [1, EVENTS_VERSION])
def test_events_of_an_older_version_are_understood(version: int) -> None:
    _, content = write_down([event(1, version=version)], device=DEVICE)
    assert verify_file(content, now=NOW).events[0].version == version


def test_a_newer_version_is_named_and_left_alone() -> None:
    _, content = piece(event(1))
    header, lines = parts(content)
    assert refused(seal_again(header, lines, version=VERSION + 1)) is Oddity.NEWER
    newer = event(1, "pupil-mood", data={"mood": 3}, version=EVENTS_VERSION + 1)
    assert refused(write_down([newer], device=DEVICE)[1]) is Oddity.NEWER
    assert "newer version" in SENTENCES[Oddity.NEWER]


def test_a_piece_holds_events_of_its_own_device_only() -> None:
    name, content = piece(event(1), event(2, device=OTHER))
    assert refused(content, name) is Oddity.WRONG


def test_a_piece_has_no_more_than_five_hundred_events() -> None:
    name, content = piece(*(event(number) for number in range(1, 502)))
    assert refused(content, name) is Oddity.WRONG


def test_a_piece_holds_no_words() -> None:
    added = event(1, "rule-added", lesson="", data={"rule": "r1"})
    row = ("r1", "7B", "2026-03-02T09:15:00.000Z", "We listen.")
    header, content = write_down([added], device=DEVICE, words=[row])
    assert verify_file(content, now=NOW).words == (row,)
    assert refused(content, name_for(header)) is Oddity.WRONG


def test_a_piece_has_the_name_that_its_content_gives_it() -> None:
    name, content = piece(event(1), event(2))
    for other in (
        PieceName(OTHER, name.first, name.last, name.mark),
        PieceName(name.device, 2, name.last, name.mark),
        PieceName(name.device, name.first, 3, name.mark),
        PieceName(name.device, name.first, name.last, "0" * 16),
    ):
        assert refused(content, other) is Oddity.RENAMED


def test_words_longer_than_their_kind_are_refused() -> None:
    added = event(1, "rule-added", lesson="", data={"rule": "r1"})
    for text in ("x" * 101, "two\nlines", "", " x"):
        row = ("r1", "7B", "2026-03-02T09:15:00.000Z", text)
        assert refused(write_down([added], device=DEVICE, words=[row])[1]) is Oddity.WRONG


def test_a_clearing_of_days_to_come_is_doubted() -> None:
    def cleared(before: str) -> bytes:
        data = {"before": before, "mark": ""}
        tombstone = event(1, "classes-cleared", lesson="", class_label="", data=data)
        return write_down([tombstone], device=DEVICE)[1]

    assert verify_file(cleared("2026-07-21T09:00:00.000Z"), now=NOW).events  # a clock may be a day off
    assert refused(cleared("2026-08-31T22:59:59.999Z")) is Oddity.AHEAD
    assert refused(cleared("9999-12-31T23:59:59.999Z")) is Oddity.AHEAD


@pytest.mark.parametrize("where", range(0, 400, 7))
def test_a_file_cut_off_anywhere_is_told_to_be_half(where: int) -> None:
    _, content = piece(event(1), event(2))
    assert refused(content[:where]) is Oddity.HALF


def test_two_hundred_spoilt_files_are_each_refused_with_a_sentence(tmp_path: Path) -> None:
    judged = judge_spoilt(tmp_path / "spoilt", 200)
    assert judged.faults == []
    assert judged.files == 200
    assert judged.taken < 30  # lines put in another order, and the like
    assert {Oddity.HALF, Oddity.CHANGED, Oddity.WRONG, Oddity.AHEAD} <= set(judged.oddities)
    assert len(SPOILERS) == 20


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_sentence(noise: bytes) -> None:
    assert refused(noise) in SENTENCES
    content = _small_file()
    assert refused(content[: len(content) // 2] + noise) in SENTENCES


@cache
def _small_file() -> bytes:
    return small_file()[0]


texts = st.text(max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.dictionaries(texts, values, max_size=3), texts, texts, texts)
def test_no_free_text_comes_in(kind: str, data: dict[str, object], lesson: str, label: str, who: str) -> None:
    """Whatever a sealed file holds: what is taken in has the fields of the table and nothing else."""
    odd = event(1, kind, lesson=lesson, class_label=label, data=data, profile=who)
    try:
        found = verify_file(write_down([odd], device=DEVICE)[1], now=NOW)
    except NotTakenError:
        return
    for name, field in KINDS[kind].items():
        assert field.fault(found.events[0].data[name]) == ""
    assert found.events[0].data.keys() == KINDS[kind].keys()


# Fetching


def fetched(path: Path) -> Oddity:
    with pytest.raises(NotTakenError) as caught:
        fetch(path, 1000)
    return caught.value.oddity


def test_only_ordinary_files_are_opened(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"x" * 1000)
    assert fetch(real, 1000) == b"x" * 1000
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "huge").write_bytes(b"x" * 1001)
    told = {name: fetched(tmp_path / name) for name in ("link", "folder", "pipe", "huge", "gone", "a\0b")}
    assert told == {
        "link": Oddity.LINK,
        "folder": Oddity.FOLDER,
        "pipe": Oddity.SPECIAL,
        "huge": Oddity.HUGE,
        "gone": Oddity.GONE,
        "a\0b": Oddity.UNREADABLE,
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.write_bytes(b"x")
    closed.chmod(0)
    assert fetched(closed) is Oddity.UNREADABLE


# Sentences


def test_every_oddity_and_trouble_has_a_whole_sentence() -> None:
    assert SENTENCES.keys() == set(Oddity)
    assert TROUBLES.keys() == set(Trouble)
    for sentence in SENTENCES.values():
        assert sentence.startswith("“{file}” ")
        assert sentence.endswith(".")
        assert len(sentence) < 300
    for sentence in TROUBLES.values():
        assert sentence.endswith(".")


def test_a_name_cannot_turn_its_sentence_round() -> None:
    name = "a\u202eb\nc" + "x" * 300
    told = Finding(Path("/shared") / name, Oddity.FOREIGN).sentence
    assert told.isprintable()
    assert len(shown(Path(name))) <= 100
    assert "a·b·c" in told
