"""`rse-lessons check`: every kind of problem in one pass, in order, and what lessons say together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rse_lessons.authors.checking import Checker
from rse_lessons.cli import commands
from rse_lessons.school import School
from tests.lesson.teaching_fixtures import FOLDER, changed, good


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path / "data")


def put(folder: Path, text: str, name: str = "kite") -> Path:
    file = folder / f"{name}.md"
    file.write_text(text, encoding="utf-8")
    return file


def test_all_kinds_of_problem_come_in_one_pass_by_line(tmp_path: Path, school: School) -> None:
    text = changed("own-experience").replace("{stage=close minutes=2}", "{stage=close minutes=3}")
    text = text.replace("A no is about the picture.", "He should have known better.")
    found = Checker(school).check(put(tmp_path, text)).problems
    assert [problem.rule for problem in found] == [
        "minutes-do-not-add-up",
        "own-experience",
        "wording-known-better",
    ]
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)


def test_what_cannot_be_read_is_told_and_nothing_else(tmp_path: Path, school: School) -> None:
    checked = Checker(school).check(tmp_path / "nowhere.md")
    assert [problem.rule for problem in checked.problems] == ["unreadable"]
    assert Checker(school).check_together([checked]) == ()


def test_text_is_checked_as_it_is_written(school: School) -> None:
    checker = Checker(school)
    assert checker.check_text(good(), FOLDER / "good.md").problems == ()
    assert [
        found.rule for found in checker.check_text(changed("no-takeaway"), FOLDER / "good.md").problems
    ] == ["no-takeaway"]


@pytest.mark.usefixtures("qapp")
def test_the_command_tells_what_several_lessons_say_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, good(), "one")
    put(tmp_path, good(), "two")
    assert commands.run(["--data-dir", str(tmp_path / "data"), "check", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.out.count("[name-used-again]") == 2
    assert "Those who help: 2 she, 0 he, 0 they." in said.err
    assert "2 lesson file(s) read: 0 error(s), 2 piece(s) of advice." in said.err


@pytest.mark.usefixtures("qapp")
def test_the_command_asks_for_room_on_slides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = put(tmp_path, changed("too-much-text"))
    assert commands.run(["--data-dir", str(tmp_path / "data"), "check", "--json", str(file)]) == 1
    said = capsys.readouterr()
    assert [(found["rule"], found["line"]) for found in json.loads(said.out)] == [("too-much-text", 138)]
    assert "Those who" not in said.err
