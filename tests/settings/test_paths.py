"""Where things lie, also where nothing may be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rse_lessons.settings.paths import data_root, find_paths


def test_a_data_dir_holds_everything(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "usb stick")
    assert {path.parent for path in (paths.data, paths.config, paths.cache)} == {tmp_path / "usb stick"}
    assert all(path.is_dir() for path in (paths.data, paths.config, paths.cache))
    assert paths.messages == ()
    assert paths.records.parent == paths.data
    assert paths.preferences.parent == paths.config


@pytest.mark.skipif(os.name != "posix", reason="asks for the folders by their Unix variables")
def test_a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    paths = find_paths()
    assert paths.messages == ()
    assert paths.data.parent == tmp_path / "DATA"
    assert paths.config.parent == tmp_path / "CONFIG"
    assert paths.cache.parent == tmp_path / "CACHE"


def test_a_folder_that_cannot_be_made_is_replaced_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "home"
    in_the_way.write_text("a file where the home should be", encoding="utf-8")
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    paths = find_paths(in_the_way)
    assert len(paths.messages) == 2
    assert str(in_the_way) in paths.messages[0]
    assert str(paths.data) in paths.messages[0]
    for folder in (paths.data, paths.config, paths.cache):
        assert spare in folder.parents
        (folder / "it can be written to").touch()
    assert in_the_way.read_text(encoding="utf-8") == "a file where the home should be"


def test_what_came_with_the_app_is_found() -> None:
    root = data_root()
    assert all((root / name).is_dir() for name in ("content", "translations", "assets"))
