"""Preferences: round trips, values that make no sense, keys of other versions, folders not to be written."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.settings.preferences import CHECKS, LARGEST, Preferences, load, save

LINE = st.text(st.characters(exclude_categories=("C", "Z")), max_size=40)


def made(**chosen: Any) -> Preferences:
    return Preferences(**chosen)


PREFERENCES = st.fixed_dictionaries(
    {
        "theme": st.sampled_from(["light", "dark", "high-contrast", "system"]),
        "text_scale": st.integers(100, 200),
        "reduced_motion": st.booleans(),
        "nation": st.sampled_from(["eng", "wls", "sct", "nir"]),
        "language": st.sampled_from(["", "en", "cy", "gd", "ga", "en_GB"]),
        "class_label": LINE,
        "projector": LINE,
        "notes_size": st.integers(12, 72),
        "console_layout": st.sampled_from(["even", "slide", "notes"]),
        "slide_theme": st.sampled_from(["auto", "light", "high-contrast"]),
        "keys": st.dictionaries(LINE, st.lists(LINE, max_size=3).map(tuple), max_size=4),
        "windows": st.dictionaries(LINE, LINE, max_size=3),
    }
).map(lambda chosen: made(**chosen))


@given(PREFERENCES, PREFERENCES)
@settings(deadline=None, max_examples=25)
def test_what_is_saved_is_loaded(first: Preferences, second: Preferences) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        for chosen in (first, second):
            assert save(path, chosen) == ""
            assert load(path) == (chosen, ())


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == (Preferences(), ())


def test_every_preference_is_checked_and_its_default_passes() -> None:
    assert CHECKS.keys() == set(Preferences._fields)
    for name in Preferences._fields:
        assert CHECKS[name](getattr(Preferences(), name)) == getattr(Preferences(), name)


@pytest.mark.parametrize(
    "line",
    [
        'theme = "purple"',
        "text-scale = 99",
        "text-scale = true",
        'text-scale = "150"',
        'reduced-motion = "yes"',
        'nation = "fra"',
        'year-end = "31 August"',
        'year-end = "02-29"',
        'year-end = "7-21"',
        "year-end = 0",
        'year-put-off = "next week"',
        'year-put-off = "20261130"',
        'language = "../en"',
        "class-label = 7",
        f'class-label = "{"x" * 41}"',
        'projector = "a\\nb"',
        "notes-size = 1000",
        "slide-theme = []",
        'keys = "B"',
        'keys = {black = "B"}',
        "keys = {black = [1]}",
        "windows = {library = 3}",
    ],
)
def test_a_bad_value_falls_back_with_a_sentence(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    beside = 'theme = "dark"' if not line.startswith("theme") else 'nation = "wls"'
    path.write_text(f"{beside}\n{line}\n", encoding="utf-8")
    prefs, sentences = load(path)
    assert len(sentences) == 1
    assert str(path) in sentences[0]
    assert line.partition(" ")[0] in sentences[0]
    wanted = Preferences(theme="dark") if "theme =" in beside else Preferences(nation="wls")
    assert prefs == wanted


def test_unknown_keys_survive(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('from-tomorrow = [1, 2]\ntext-scale = 150\n[hologram]\nroom = "B12"\n', encoding="utf-8")
    prefs, sentences = load(path)
    assert sentences == ()
    assert save(path, prefs._replace(text_scale=100, keys={"black": ("B", ".")})) == ""
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    assert kept["from-tomorrow"] == [1, 2]
    assert kept["hologram"] == {"room": "B12"}
    assert kept["text-scale"] == 100
    assert load(path)[0].keys == {"black": ("B", ".")}


def test_only_what_was_chosen_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save(path, Preferences(nation="sct"))
    assert path.read_text(encoding="utf-8") == 'nation = "sct"\n'
    assert [found.name for found in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe\x00t", b"a = 1\na = 2", b"#" * (LARGEST + 1), b"a = " + b"[" * 5000]
)
def test_a_file_that_cannot_be_understood_is_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    prefs, sentences = load(path)
    assert prefs == Preferences()
    assert len(sentences) == 1
    assert save(path, Preferences(nation="nir")) == ""
    assert load(path) == (Preferences(nation="nir"), ())
    assert path.with_name("settings.toml.unreadable").read_bytes() == content


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xef\xbb\xbfnation = 'wls'\r\n")
    assert load(path) == (Preferences(nation="wls"), ())


def test_a_folder_in_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    prefs, sentences = load(path)
    assert prefs == Preferences()
    assert "cannot be read" in sentences[0]
    assert "could not be stored" in save(path, prefs)
    assert [found.name for found in tmp_path.iterdir()] == ["settings.toml"]


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    in_the_way = tmp_path / "config"
    in_the_way.touch()
    sentence = save(in_the_way / "settings.toml", Preferences(theme="dark"))
    assert str(in_the_way) in sentence
    assert "safe" in sentence
