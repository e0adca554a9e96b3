"""Small files are whole or as they were, whoever else writes them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rse_lessons.settings.files import OWNER, write_whole


def test_several_threads_write_one_file(tmp_path: Path) -> None:
    """A try at a passcode is counted on a thread of its own, while another one may be set."""
    file = tmp_path / "new" / "passcode.json"
    contents = [str(number).encode() * 5_000 for number in range(8)]
    with ThreadPoolExecutor(len(contents)) as threads:
        for _ in range(25):
            list(threads.map(lambda content: write_whole(file, content, mode=OWNER), contents))
            assert file.read_bytes() in contents
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_place_that_cannot_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "settings.toml"
    folder.mkdir()
    with pytest.raises(OSError, match=r"settings\.toml"):
        write_whole(folder, b"words")
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]
