"""Writing a new lesson's file: safe, unique, whole, and a sentence when it cannot be."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rse_lessons.authors.writing import NotWrittenError, write_lesson
from rse_lessons.cli.commands import run
from rse_lessons.lesson.model import Band
from rse_lessons.school import School


@pytest.fixture
def school(tmp_path: Path, school_in: Callable[[Path], School]) -> School:
    return school_in(tmp_path / "school")


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_it_stands_on_the_shelves(school: School) -> None:
    path = write_lesson(school, "Kind and brave", Band.KS3, 50)
    assert path == school.lesson_folders[-1] / "kind-and-brave.md"
    assert names_in(path.parent) == ["kind-and-brave.md"]
    assert school.library.refresh()
    card = school.library.card("kind-and-brave")
    assert card is not None
    assert (card.title, card.band, card.minutes, card.slides) == ("Kind and brave", "ks3", 50, 14)


@pytest.mark.parametrize("title", ["Kind and brave", "KIND AND BRAVE!", "kind   and brave"])
def test_it_never_overwrites(school: School, title: str) -> None:
    path = write_lesson(school, "Kind and brave", Band.KS3)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(NotWrittenError, match="another title"):
        write_lesson(school, title, Band.KS1)
    assert path.read_text(encoding="utf-8") == "mine"
    assert names_in(path.parent) == ["kind-and-brave.md"]


def test_a_file_with_other_capitals_is_in_the_way_too(school: School, tmp_path: Path) -> None:
    (tmp_path / "Fair-Play.MD").write_text("mine", encoding="utf-8")
    with pytest.raises(NotWrittenError, match=r"already a file fair-play\.md"):
        write_lesson(school, "Fair play", Band.KS1, folder=tmp_path)


def test_a_built_in_lesson_keeps_its_name(school: School) -> None:
    with pytest.raises(NotWrittenError, match="already a lesson “Ask first”"):
        write_lesson(school, "Ask first", Band.KS1)


def test_without_links_it_is_whole_too(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_args: object) -> None:
        raise OSError(errno.EPERM, "no links on this stick")

    monkeypatch.setattr(os, "link", no_links)
    path = write_lesson(school, "On a stick", Band.KS1)
    assert path.read_text(encoding="utf-8").startswith("+++\n")
    assert names_in(path.parent) == ["on-a-stick.md"]
    with pytest.raises(NotWrittenError):
        write_lesson(school, "On a stick", Band.KS1)


def test_somebody_faster_is_not_overwritten(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = school.lesson_folders[-1]
    real = os.fsync

    def sync(file: int) -> None:
        (folder / "a-race.md").write_text("theirs", encoding="utf-8")
        real(file)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(NotWrittenError, match="already a file"):
        write_lesson(school, "A race", Band.KS1)
    assert (folder / "a-race.md").read_text(encoding="utf-8") == "theirs"
    assert names_in(folder) == ["a-race.md"]


def test_a_full_disk_leaves_nothing(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWrittenError, match=r"No space left on device\. Nothing was changed"):
        write_lesson(school, "Too much", Band.KS1)
    assert names_in(school.lesson_folders[-1]) == []


def test_a_folder_that_is_a_file_is_a_sentence(school: School, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError, match="could not be written"):
        write_lesson(school, "Kind", Band.KS1, folder=tmp_path / "file" / "inside")


def test_the_command_says_where_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my lessons"
    words = ["--data-dir", str(tmp_path / "data"), "new", "Kind words", "--band", "ks1", "--in", str(folder)]
    assert run(words) == 0
    said = capsys.readouterr()
    assert said.out == f"{folder / 'kind-words.md'}\n"
    assert f'rse-lessons preview "{folder / "kind-words.md"}"' in said.err
    assert run(words) == 1
    assert "already a file kind-words.md" in capsys.readouterr().err
    assert run([*words[:3], "Other words", *words[4:], "--minutes", "90"]) == 1
    assert "30 to 60 minutes" in capsys.readouterr().err


def test_the_command_needs_no_qt(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys; from rse_lessons.cli.commands import run; "
        f"run(['--data-dir', {str(tmp_path)!r}, 'new', 'Kind words', '--band', 'ks1']); "
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
