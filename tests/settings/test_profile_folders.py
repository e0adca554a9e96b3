"""Profiles: who is on the list, what a damaged or hostile list does, and that deleting is real."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.settings.access import FIRST, OWNER, PRESENT_ONLY
from rse_lessons.settings.erasing import erase, finish
from rse_lessons.settings.passcode import Cost, Passcode
from rse_lessons.settings.paths import Paths, find_paths
from rse_lessons.settings.profile_list import LONGEST, alike, tidy_name
from rse_lessons.settings.profiles import MOST, ProfileError, Profiles
from tests.on_disk import contents

CHEAP = Cost(1 << 4, 8, 1)


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return find_paths(tmp_path / "school")


def names(profiles: Profiles) -> list[str]:
    return [profile.name for profile in profiles.all]


def all_bytes(folder: Path) -> bytes:
    return b"".join(contents(folder).values())


def test_todays_user_has_one_profile_and_no_file_is_made(home: Paths) -> None:
    profiles = Profiles(home)
    assert [profile.id for profile in profiles.all] == [FIRST]
    assert profiles.paths(FIRST) == home
    assert not profiles.asks
    assert profiles.messages == ()
    assert list(home.data.iterdir()) == []


def test_a_further_profile_has_folders_of_its_own_and_shares_the_lessons(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "cy")
    own = profiles.paths(made.id)
    assert own.records.parent.is_dir()
    assert own.preferences.parent.is_dir()
    assert not {own.records, own.preferences, own.passcode} & {home.records, home.preferences, home.passcode}
    assert own.common == home.data
    assert own.cache == home.cache
    again = Profiles(home)
    assert [(one.name, one.language) for one in again.all] == [("", "en"), ("Mr Rees", "cy")]
    assert again.asks


def test_a_passcode_alone_makes_the_program_ask(home: Paths) -> None:
    Passcode(home.passcode, cost=CHEAP).choose("hazel")
    profiles = Profiles(home)
    assert profiles.asks
    assert profiles.all[0].guarded


def test_a_passcode_whose_file_is_lost_is_still_asked_for(home: Paths) -> None:
    profiles = Profiles(home)
    Passcode(home.passcode, cost=CHEAP).choose("hazel")
    profiles.guard(FIRST, guarded=True)
    home.passcode.unlink()
    again = Profiles(home)
    assert again.all[0].guarded
    assert not again.passcode(FIRST).is_set


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", "empty"),
        (" \u200b\n ", "empty"),
        ("★", "empty"),
        ("x" * (LONGEST + 1), "long"),
        ("mrs  owen", "taken"),
        ("Mrs Öwen!", "taken"),
        ("Ｍｒｓ Owen", "taken"),
        ("Mrs Bowen", ""),
        ("王老师", ""),
        ("Siân ap Rhys", ""),
    ],
)
def test_a_name_is_free_text_and_no_two_are_alike(home: Paths, name: str, fault: str) -> None:
    profiles = Profiles(home)
    profiles.rename(FIRST, "Mrs Owen")
    assert profiles.fault(name) == fault
    if fault:
        with pytest.raises(ValueError, match=fault):
            profiles.add(name, "en")
    else:
        profiles.add(name, "en")
    assert profiles.fault("Mrs Owen", besides=FIRST) == ""
    assert len(Profiles(home).all) == (1 if fault else 2)


def test_there_is_an_end_to_profiles(home: Paths) -> None:
    profiles = Profiles(home)
    for number in range(MOST - 1):
        profiles.add(f"Teacher {number}", "en")
    with pytest.raises(ProfileError, match=str(MOST)):
        profiles.add("One more", "en")


def test_what_is_changed_is_there_at_the_next_start(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    profiles.rename(made.id, "Mr A. Rees")
    profiles.speak(made.id, "cy")
    profiles.use(made.id)
    again = Profiles(home)
    assert again.get(made.id) == replace(made, name="Mr A. Rees", language="cy")
    assert again.last == made.id


def test_two_windows_do_not_lose_each_others_changes(home: Paths) -> None:
    one, other = Profiles(home), Profiles(home)
    one.add("Mrs Owen", "en")
    other.add("Mr Rees", "en")
    one.rename(FIRST, "Ms Hall")
    assert names(Profiles(home)) == ["Ms Hall", "Mrs Owen", "Mr Rees"]
    with pytest.raises(ValueError, match="taken"):
        one.add("Mr Rees", "en")


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"[]", b"{", b"[" * 5000, b'{"profiles": 1' + b" " * (1 << 18)]
)
def test_a_damaged_list_loses_nobody_and_is_kept(home: Paths, content: bytes) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "cy")
    profiles.rename(FIRST, "Mrs Owen")
    profiles.file.write_bytes(content)
    damaged = Profiles(home)
    assert names(damaged) == ["Mrs Owen", "Mr Rees"]
    assert not damaged.get(made.id).listed  # type: ignore[union-attr]
    assert len(damaged.messages) == 1
    assert "untouched" in damaged.messages[0]
    damaged.mend()
    again = Profiles(home)
    assert names(again) == ["Mrs Owen", "Mr Rees"]
    assert again.messages == ()
    assert (home.data / "profiles.json.unreadable-1").read_bytes() == content
    again.file.write_bytes(content)
    Profiles(home).use(made.id)
    assert (home.data / "profiles.json.unreadable-2").read_bytes() == content


def test_a_folder_without_an_entry_is_offered_again(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    profiles.paths(made.id).records.write_bytes(b"records")
    profiles.file.unlink()
    (profiles.paths(made.id).config / "profile.json").unlink()
    (profiles.folder / "0123456789abcdef").mkdir()  # nothing in it: nobody's
    (profiles.folder / "letters").mkdir()
    found = Profiles(home)
    assert [(one.id, one.name, one.listed) for one in found.all] == [(FIRST, "", False), (made.id, "", False)]
    found.rename(made.id, "Mr Rees")
    assert Profiles(home).get(made.id) == made
    assert found.paths(made.id).records.read_bytes() == b"records"


def test_an_entry_whose_folder_is_away_waits_for_it(home: Paths, tmp_path: Path) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    (profiles.folder / made.id).rename(tmp_path / "away")
    gone = Profiles(home)
    assert [one.id for one in gone.all] == [FIRST]
    assert "Mr Rees" in gone.messages[0]
    assert finish(gone) == ()
    (home.data / "profiles").mkdir(exist_ok=True)
    (tmp_path / "away").rename(profiles.folder / made.id)
    assert Profiles(home).get(made.id) == made


def test_a_newer_list_can_be_used_and_is_not_overwritten(home: Paths) -> None:
    profiles = Profiles(home)
    profiles.add("Mr Rees", "en")
    raw = json.loads(profiles.file.read_text(encoding="utf-8"))
    newer = json.dumps({**raw, "version": 2, "photographs": {}})
    profiles.file.write_text(newer, encoding="utf-8")
    again = Profiles(home)
    assert names(again) == ["", "Mr Rees"]
    assert "newer" in again.messages[0]
    with pytest.raises(ProfileError, match="newer"):
        again.rename(FIRST, "Mrs Owen")
    again.mend()
    assert profiles.file.read_text(encoding="utf-8") == newer


# Deleting


def test_deleting_a_profile_leaves_nothing_of_it_and_everything_of_others(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    for paths, word in ((home, b"of-the-first"), (profiles.paths(made.id), b"of-the-other")):
        paths.records.write_bytes(word * 1000)
        paths.preferences.write_bytes(word)
    (home.data / "lessons").mkdir()
    (home.data / "lessons" / "ours.md").write_bytes(b"a lesson of the school")
    profiles.condemn(made.id)
    assert names(profiles) == [""]
    assert profiles.paths(made.id).records.exists(), "what is open may still be written to"
    assert finish(Profiles(home)) == ()
    left = all_bytes(home.data.parent)
    assert b"of-the-other" not in left
    assert b"Mr Rees" not in left
    assert b"of-the-first" * 1000 in left
    assert b"a lesson of the school" in left
    assert not profiles.folder.exists()


def test_deleting_the_first_profile_spares_lessons_and_other_profiles(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    profiles.rename(FIRST, "Mrs Owen")
    home.records.write_bytes(b"of-the-first")
    home.preferences.write_bytes(b"of-the-first")
    Passcode(home.passcode, cost=CHEAP).choose("hazel")
    (home.cache / "lessons.json").write_bytes(b"{}")
    (home.data / "backups").mkdir()
    (home.data / "backups" / "one.sqlite").write_bytes(b"of-the-first")
    (home.data / "lessons").mkdir()
    (home.data / "lessons" / "ours.md").write_bytes(b"a lesson")
    profiles.condemn(FIRST)
    assert finish(profiles) == ()
    assert [one.id for one in Profiles(home).all] == [made.id]
    left = sorted(path.relative_to(home.data.parent).as_posix() for path in home.data.parent.rglob("*"))
    assert [name for name in left if not name.startswith("data/profiles/")] == [
        "cache",
        "cache/lessons.json",
        "config",
        "data",
        "data/lessons",
        "data/lessons/ours.md",
        "data/profiles",
        "data/profiles.json",
    ]
    assert b"of-the-first" not in all_bytes(home.data.parent)


def test_when_all_folders_are_one_as_on_windows_the_same_is_spared(tmp_path: Path) -> None:
    one = tmp_path / "rse-lessons"
    home = Paths(one, one, one / "Cache")
    home.cache.mkdir(parents=True)
    (home.cache / "lessons.json").write_bytes(b"{}")
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    profiles.rename(FIRST, "Mrs Owen")
    home.records.write_bytes(b"of-the-first")
    profiles.condemn(FIRST)
    assert finish(profiles) == ()
    assert [profile.id for profile in Profiles(home).all] == [made.id]
    assert sorted(path.name for path in one.iterdir()) == ["Cache", "profiles", "profiles.json"]


def test_the_last_profile_deleted_leaves_a_first_one_that_is_new(home: Paths) -> None:
    profiles = Profiles(home)
    profiles.rename(FIRST, "Mrs Owen")
    home.records.write_bytes(b"records")
    profiles.condemn(FIRST)
    assert finish(profiles) == ()
    again = Profiles(home)
    assert [(one.id, one.name) for one in again.all] == [(FIRST, "")]
    assert not again.asks


def test_bytes_are_overwritten_before_a_file_goes_and_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"not ours")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "words").write_bytes(b"private words")
    handle = (folder / "words").open("rb")
    (folder / "link").symlink_to(outside)
    (folder / "all").symlink_to(tmp_path)
    os.link(outside, folder / "same")
    erase(folder)
    assert not folder.exists()
    assert outside.read_bytes() == b"not ours"
    with handle:
        assert handle.read() == bytes(len(b"private words"))


def test_a_profile_that_cannot_be_deleted_is_said_and_tried_again(home: Paths) -> None:
    profiles = Profiles(home)
    made = profiles.add("Mr Rees", "en")
    profiles.paths(made.id).records.write_bytes(b"records")
    profiles.condemn(made.id)
    # A folder in the way stands for a file that another window holds open.
    (profiles.folder / f".gone-{made.id}" / "in the way").mkdir(parents=True)
    (sentence,) = finish(profiles)
    assert "Mr Rees" in sentence
    assert made.id not in {one.id for one in Profiles(home).all}
    assert finish(Profiles(home)) == ()
    assert not (profiles.folder / made.id).exists()


def test_a_database_of_another_profile_is_never_touched(home: Paths) -> None:
    profiles = Profiles(home)
    one, other = profiles.add("Mr Rees", "en"), profiles.add("Ms Hall", "en")
    with closing(sqlite3.connect(profiles.paths(other.id).records)) as conn:
        conn.execute("create table kept (word text)")
        conn.execute("insert into kept values ('hers')")
        conn.commit()
    profiles.condemn(one.id)
    finish(profiles)
    with closing(sqlite3.connect(Profiles(home).paths(other.id).records)) as conn:
        assert conn.execute("select word from kept").fetchone() == ("hers",)


# Anything that a list may say

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
IDS = st.sampled_from(
    [FIRST, "0123456789abcdef", "00000000000000ff", "../escape", "", "/", "0123456789ABCDEF"]
)
ENTRIES = st.dictionaries(
    st.sampled_from(["id", "name", "language", "guarded", "removing", "more"]), JSON, max_size=6
) | st.fixed_dictionaries({"id": IDS, "name": st.text(max_size=60) | JSON, "language": JSON | st.just("cy")})
LISTS = st.fixed_dictionaries(
    {},
    optional={"version": JSON, "last": IDS | JSON, "profiles": st.lists(ENTRIES | JSON, max_size=5) | JSON},
)


@settings(max_examples=40, deadline=None)
@given(found=LISTS)
def test_whatever_a_list_says_profiles_are_told_apart_and_stay_inside(found: dict[str, object]) -> None:
    with TemporaryDirectory() as folder:
        home = find_paths(Path(folder))
        known = home.data / "profiles" / "0123456789abcdef" / "data"
        known.mkdir(parents=True)
        (known / "progress.sqlite").write_bytes(b"records")
        (home.data / "profiles.json").write_text(json.dumps(found), encoding="utf-8")
        profiles = Profiles(home)
        ids = [profile.id for profile in profiles.all]
        assert len(ids) == len(set(ids)) > 0
        said = [profile.name for profile in profiles.all if profile.name]
        assert all(name == tidy_name(name) and len(name) <= LONGEST for name in said)
        assert not any(alike(one, two) for one in said for two in said if one is not two)
        for profile in profiles.all:
            assert profiles.paths(profile.id).data.is_relative_to(home.data)
        assert (known / "progress.sqlite").read_bytes() == b"records"
        if not any("newer" in message for message in profiles.messages):
            made = profiles.add("A name that nobody has", "en")
            assert made.id in {profile.id for profile in Profiles(home).all}
            assert set(ids) <= {profile.id for profile in Profiles(home).all}


@settings(max_examples=25, deadline=None)
@given(content=st.binary(max_size=200))
def test_whatever_bytes_a_list_holds_nobody_is_lost(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        home = find_paths(Path(folder))
        made = Profiles(home).add("Mr Rees", "en")
        (home.data / "profiles.json").write_bytes(content)
        damaged = Profiles(home)
        damaged.mend()
        assert {FIRST, made.id} <= {profile.id for profile in Profiles(home).all}


def test_nothing_is_granted_but_to_whoever_opened_a_profile() -> None:
    granted = {name: (getattr(OWNER, name), getattr(PRESENT_ONLY, name)) for name in OWNER._fields}
    assert set(granted) == {"notes", "progress", "training", "settings", "authoring"}
    assert set(granted.values()) == {(True, False)}
