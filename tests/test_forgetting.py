"""The way back into a profile: its private words are gone from every byte, and what was taught is there."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rse_lessons.entrance.forgetting import forget_words, open_again
from rse_lessons.progress.database.backup import back_up, list_backups, verify
from rse_lessons.progress.database.reading import connect_to_read, read_summary
from rse_lessons.progress.mending.sidefile import SideFile, side_path
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.access import FIRST
from rse_lessons.settings.passcode import Cost, Passcode
from rse_lessons.settings.paths import Paths, find_paths
from rse_lessons.settings.profiles import Profiles
from tests.on_disk import holding

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
RULE, ANSWER = "We knock before we come in", "The school nurse is there on Tuesdays"
CHEAP = Cost(1 << 4, 8, 1)


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    """Records with words in them, in a backup, in the side file and in a copy from before an update."""
    home = find_paths(tmp_path / "school")
    store = Store(home.records, now=lambda: NOW, tell=print)
    store.record("class-added", class_label="7B", data={"band": "ks3"})
    store.record("started", lesson="ask-first", class_label="7B", data={"slides": 9, "slide": 4})
    store.record("rule-added", class_label="7B", data={"rule": "rule-1"}, words=RULE)
    store.record("answer-added", class_label="7B", data={"answer": "answer-1", "how": "class"}, words=ANSWER)
    assert store.close()
    back_up(home.records, NOW)
    with closing(connect_to_read(home.records, 1.0)) as conn:
        SideFile(home.records).follow(conn, everything=True)
    shutil.copy(home.records, home.data / "progress-version-1-2026-01-01T000000.sqlite")
    return home


def test_the_words_are_in_no_byte_and_what_was_taught_is_there(home: Paths) -> None:
    assert len(holding(home.data, RULE, ANSWER)) >= 3
    forget_words(home.records, lambda: NOW)
    assert holding(home.data, RULE, ANSWER) == set()
    summary = read_summary(home.records).summary
    assert summary.standing("7B", "ask-first").slide == 4
    assert [known.label for known in summary.classes] == ["7B"]
    assert (summary.rules("7B"), summary.answers("7B"), dict(summary.words)) == ((), (), {})
    (backup,) = list_backups(home.records)
    assert verify(backup).checked
    assert side_path(home.records).exists()


def test_words_that_no_event_speaks_of_go_too(home: Paths) -> None:
    store = Store(home.records, now=lambda: NOW, tell=print)
    job = store.do(
        lambda journal: journal.take_in((), [("rule-9", "8C", "2026-01-01T00:00:00.000Z", "Orphan words")])
    )
    assert job.wait(10)
    assert store.close()
    forget_words(home.records, lambda: NOW)
    assert holding(home.data, "Orphan words") == set()


def test_only_then_the_passcode_goes(home: Paths) -> None:
    profiles = Profiles(home)
    profiles.rename(FIRST, "Mrs Owen")
    Passcode(home.passcode, cost=CHEAP).choose("hazel")
    profiles.guard(FIRST, guarded=True)
    assert open_again(profiles, FIRST) == ""
    assert not home.passcode.exists()
    assert not Profiles(home).asks
    assert holding(home.data, RULE, ANSWER) == set()


def test_another_profile_keeps_its_words(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    Passcode(profiles.paths(made.id).passcode, cost=CHEAP).choose("hazel")
    assert open_again(profiles, made.id) == ""
    assert not profiles.get(made.id).guarded  # type: ignore[union-attr]
    assert "progress.sqlite" in holding(home.data, RULE)


def test_while_the_records_cannot_be_opened_the_passcode_stays(home: Paths) -> None:
    profiles = Profiles(home)
    Passcode(home.passcode, cost=CHEAP).choose("hazel")
    home.records.unlink()
    home.records.mkdir()
    assert open_again(profiles, FIRST, seconds=0.5) != ""
    assert home.passcode.exists()


def test_a_damaged_file_is_repaired_and_its_copy_goes(home: Paths) -> None:
    content = bytearray(home.records.read_bytes())
    content[4096:4196] = b"\xff" * 100
    home.records.write_bytes(content)
    forget_words(home.records, lambda: NOW)
    assert holding(home.data, RULE, ANSWER) == set()
    assert not list(home.data.glob("progress-damaged-*"))
