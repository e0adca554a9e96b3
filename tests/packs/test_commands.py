"""`pack` and `unpack` as somebody types them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rse_lessons.cli.commands import run
from rse_lessons.school import School
from tests.packs.parts import KEY, OTHER_KEY, pack_of, write_lesson


@pytest.fixture(autouse=True)
def indexed(tmp_path: Path, school_in: Callable[[Path], School]) -> None:
    """Have schools that were started before; others of a test are new."""
    for name in ("school", "ours", "theirs"):
        school_in(tmp_path / name)


def at(folder: Path, *words: object) -> int:
    return run(["--data-dir", str(folder), *map(str, words)])


def test_from_one_school_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours, theirs, file = tmp_path / "ours", tmp_path / "theirs", tmp_path / "two.rsepack"
    lesson = write_lesson(School(ours).own_lessons, "kind-words", title="Kind words")
    words = (
        "pack",
        "ask-first",
        "kind-words",
        "--title",
        "Two lessons",
        "--author",
        "Ann",
        "--sign",
        "--to",
        file,
    )
    assert at(ours, *words) == 0
    said = capsys.readouterr().out
    assert "2 lessons" in said
    assert "Your fingerprint is" in said
    assert "signing-key.pem" in said
    assert at(theirs, "unpack", file, "--yes") == 0
    said = capsys.readouterr().out
    assert "Made by Ann on" in said
    assert "Signed, by somebody new here" in said
    assert "[Here already, just the same]" in said
    assert "1 lesson was added. 1 lesson was left out." in said
    assert at(theirs, "list") == 0
    assert "Kind words" in capsys.readouterr().out
    (added,) = School(theirs).own_lessons.rglob("kind-words.md")
    assert added.read_bytes() == lesson.read_bytes()


def test_without_a_yes_nothing_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "one.rsepack"
    file.write_bytes(pack_of(write_lesson(tmp_path / "made", "one")))
    assert at(tmp_path / "school", "unpack", file) == 1
    told = capsys.readouterr()
    assert "Not signed" in told.out
    assert told.err == "Nothing was added. To add these lessons, say --yes.\n"
    assert at(tmp_path / "school", "unpack", file, "--yes") == 0
    assert at(tmp_path / "school", "unpack", file, "--yes") == 1
    assert "all of it is here already" in capsys.readouterr().err


def test_another_signer_needs_a_word_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for number, key in enumerate((KEY, OTHER_KEY)):
        lesson = write_lesson(tmp_path / str(number), f"lesson-{number}")
        files.append(tmp_path / f"{number}.rsepack")
        files[-1].write_bytes(pack_of(lesson, key=key))
    assert at(tmp_path / "school", "unpack", files[0], "--yes") == 0
    assert at(tmp_path / "school", "unpack", files[1], "--yes") == 1
    told = capsys.readouterr()
    assert "Not the same signer as last time" in told.out
    assert "--other-signer" in told.err
    assert at(tmp_path / "school", "unpack", files[1], "--yes", "--other-signer") == 0


@pytest.mark.parametrize(("wish", "ids"), [("keep", {"one"}), ("take", {"one"}), ("both", {"one", "one-2"})])
def test_what_to_do_with_a_name_that_is_here(tmp_path: Path, wish: str, ids: set[str]) -> None:
    school = School(tmp_path / "school")
    write_lesson(school.own_lessons, "one", title="Mine")
    file = tmp_path / "one.rsepack"
    file.write_bytes(pack_of(write_lesson(tmp_path / "made", "one", title="Theirs")))
    assert at(tmp_path / "school", "unpack", file, "--yes", "--if-here", wish) == 0
    school.library.refresh()
    found = {
        card.id: card.title for card in school.library.cards() if card.path.is_relative_to(school.own_lessons)
    }
    assert set(found) == ids
    assert found["one"] == ("Theirs" if wish == "take" else "Mine")


def test_what_cannot_be_packed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.rsepack"
    assert at(tmp_path, "pack", "no-such-lesson", "--to", target) == 1
    assert "No pack was written" in capsys.readouterr().err
    assert at(tmp_path, "pack", "ask-first", "if-an-image-is-shared", "--to", target) == 1
    assert "--title" in capsys.readouterr().err
    assert not target.exists()


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert at(tmp_path / "school", "pack", "ask-first", "--to", tmp_path / "file" / "x.rsepack") == 1
    assert "could not be written" in capsys.readouterr().err
    school = tmp_path / "other"
    School(school)
    (school / "data" / "lessons").write_text("in the way", encoding="utf-8")
    file = tmp_path / "one.rsepack"
    file.write_bytes(pack_of(write_lesson(tmp_path / "made", "one")))
    assert at(school, "unpack", file, "--yes") == 1
    told = capsys.readouterr().err
    assert "cannot be used" in told
    assert "Nothing was added" in told


def test_check_leaves_out_what_gave_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    school = School(tmp_path / "school")
    write_lesson(school.own_lessons, "one", title="Mine")
    file = tmp_path / "one.rsepack"
    file.write_bytes(pack_of(write_lesson(tmp_path / "made", "one", title="Theirs")))
    assert at(tmp_path / "school", "unpack", file, "--yes", "--if-here", "take") == 0
    at(tmp_path / "school", "check", school.own_lessons)
    assert "1 lesson file(s) read" in capsys.readouterr().err
