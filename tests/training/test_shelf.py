"""A school's modules and staff meetings: found, read once, in order, and apart from pupils' lessons."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rse_lessons.authors.checking import Checker, is_module
from rse_lessons.cli import commands
from rse_lessons.nation.profiles import routes_for_adults
from rse_lessons.printing.plan import teachers_plan
from rse_lessons.printing.where import Where
from rse_lessons.school import SESSIONS, TRAINING, School
from rse_lessons.training.reading import ModuleReading
from rse_lessons.training.shelf import ModuleShelf
from tests.training.module_fixtures import FOLDER, change, good

MEETING = FOLDER / SESSIONS / "small-acts-meeting.md"


@pytest.fixture
def school(school_in: Callable[[Path], School], tmp_path: Path) -> School:
    return school_in(tmp_path / "data")


def put(folder: Path, text: str, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.md"
    file.write_text(text, encoding="utf-8")
    if not (folder / "safe.svg").exists():
        shutil.copy(FOLDER / "safe.svg", folder)
    return file


def own_folder(school: School) -> Path:
    return school.training_folders[-1]


# Modules


def test_modules_stand_by_number_then_title_and_own_ones_last(tmp_path: Path, school: School) -> None:
    unnumbered = good().replace("number = 1\n", "")
    put(tmp_path, good().replace("number = 1\n", "number = 2\n"), "b-second")
    put(tmp_path, good(), "z-first")
    put(tmp_path, unnumbered.replace("Small acts", "Zebra"), "c-own")
    put(tmp_path, unnumbered.replace("Small acts", "apple"), "y-own")
    for name in ("_hidden", ".hidden", "README"):
        put(tmp_path, good(), name)
    (tmp_path / "folder.md").mkdir()
    shelf = ModuleShelf([tmp_path, tmp_path / "nowhere"], school.read_module)
    assert [module.id for module in shelf.modules()] == ["z-first", "b-second", "y-own", "c-own"]


def test_a_module_is_read_again_only_when_its_file_or_a_missing_picture_changes(
    tmp_path: Path, school: School
) -> None:
    read: list[Path] = []

    def reading(path: Path) -> ModuleReading:
        read.append(path)
        return school.read_module(path)

    file, other = put(tmp_path, good(), "one"), put(tmp_path, good(), "two")
    shelf = ModuleShelf([tmp_path], reading)
    assert shelf.module("one") is shelf.modules()[0]
    assert shelf.module("nobody") is None
    shelf.modules()
    assert read == [file, other]
    file.write_text(good().replace("Small acts", "Smaller acts"), encoding="utf-8")
    assert [module.head.title for module in shelf.modules()] == ["Small acts", "Smaller acts"]
    assert read == [file, other, file]
    file.write_text(good().replace("kite above a hill.](safe.svg)", "kite.](kite.svg)"), encoding="utf-8")
    shelf.modules()
    shelf.modules()
    assert len(read) == 4
    shutil.copy(FOLDER / "safe.svg", tmp_path / "kite.svg")
    os.utime(tmp_path, ns=(1, 1))
    assert not any(problem.rule.startswith("picture-") for problem in shelf.problems())
    file.unlink()
    assert [module.id for module in shelf.modules()] == ["two"]


def test_a_schools_own_module_overrides_none(school: School) -> None:
    built_in = school.modules[0]
    file = put(own_folder(school), good().replace("number = 1\n", ""), built_in.id)
    mine = put(own_folder(school), good().replace("number = 1\n", ""), "small-acts")
    assert school.module(built_in.id) == built_in
    assert [module.id for module in school.modules][-1] == "small-acts"
    assert school.module("small-acts") is school.modules[-1]
    problems = school.module_shelf.problems()
    (twice,) = (problem for problem in problems if problem.rule == "duplicate-module")
    assert (twice.path, twice.line) == (file, 1)
    assert str(school.training_folders[0]) in twice.sentence
    assert not [problem for problem in problems if problem.path == mine]


def test_a_refused_module_stands_nowhere_and_is_told(school: School) -> None:
    file = put(own_folder(school), "# A\n" + "x" * 3_000, "long")
    assert school.module("long") is None
    told = {problem.rule for problem in school.module_shelf.problems() if problem.path == file}
    assert "long-line" in told


def test_a_module_is_shown_once_for_each_nation(school: School) -> None:
    module = school.modules[0]
    shown = school.module_as_shown(module)
    assert school.module_as_shown(module) is shown
    school.prefer(nation="sct")
    other = school.module_as_shown(module)
    assert other is not shown
    assert "{{" not in repr(other)


def test_modules_are_no_lessons(school: School) -> None:
    put(own_folder(school), good(), "small-acts")
    school.library.refresh()
    assert school.library.card("small-acts") is None
    assert not [card for card in school.library.cards() if TRAINING in Path(card.file).parts]


# Staff meetings


def test_staff_meetings_are_read_by_their_id_and_stand_on_no_shelf(school: School) -> None:
    put(own_folder(school), good().replace("number = 1\n", ""), "small-acts")
    put(own_folder(school) / SESSIONS, MEETING.read_text(encoding="utf-8"), MEETING.stem)
    assert school.library.card(MEETING.stem) is None
    assert MEETING.stem in [card.id for card in school.staff_meetings]
    lesson = school.read(MEETING.stem).lesson
    assert lesson is not None
    assert (lesson.front.audience, lesson.front.module, lesson.front.band) == ("staff", "small-acts", None)
    card = school.staff_meeting("small-acts")
    assert card is not None
    assert card.id == MEETING.stem
    assert school.staff_meeting("nothing") is None
    school.library.refresh()
    assert MEETING.stem not in [card.id for card in school.library.cards()]


@pytest.mark.parametrize("nation", ["eng", "sct"])
def test_a_staff_meeting_shows_the_lines_for_adults(school: School, nation: str) -> None:
    school.prefer(nation=nation)
    lesson = school.read_file(MEETING).lesson
    assert lesson is not None
    routes = school.routes(lesson)
    assert routes == routes_for_adults(school.nation, "staff")
    assert routes
    assert all("staff" in route.bands for route in routes)


def test_a_good_staff_meeting_has_no_problem_but_its_module(school: School) -> None:
    checker = Checker(school)
    found = checker.check(MEETING).problems
    assert [(problem.rule, problem.line) for problem in found] == [("module-missing", 1)]
    put(own_folder(school), good().replace("number = 1\n", ""), "small-acts")
    assert checker.check(MEETING).problems == ()


@pytest.mark.parametrize(
    ("was", "now", "rule"),
    [
        ("minutes = 60", "minutes = 55", "meeting-length"),
        ('audience = "staff"', 'audience = "staff"\nband = "ks1"', "unknown-field"),
        ('audience = "staff"', 'audience = "pupils"', "wrong-type"),
        ('audience = "staff"\n', "", "unknown-field"),
        ('module = "small-acts"\n', "", "missing-field"),
        ('module = "small-acts"', 'module = "nothing"', "module-missing"),
        ("::: help-routes\n:::", "They do.", "no-signposting"),
        ("Say: Thank you for coming.\n", None, "notes-incomplete"),
        ("I can say", "We say", "outcome-i-can"),
    ],
)
def test_mistakes_of_a_staff_meeting_are_told(school: School, was: str, now: str | None, rule: str) -> None:
    put(own_folder(school), good().replace("number = 1\n", ""), "small-acts")
    text = MEETING.read_text(encoding="utf-8")
    assert was in text
    found = Checker(school).check_text(text.replace(was, now or ""), MEETING).problems
    assert rule in {problem.rule for problem in found}


# The command


def test_a_file_is_a_module_when_its_folder_says_so(tmp_path: Path) -> None:
    assert is_module(tmp_path / TRAINING / "a.md")
    assert not is_module(tmp_path / TRAINING / SESSIONS / "a.md")
    assert not is_module(tmp_path / "lessons" / "a.md")


@pytest.mark.usefixtures("qapp")
def test_the_command_checks_modules_and_meetings_of_a_folder(
    tmp_path: Path, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    own = own_folder(school)
    put(own, change("answer-missing").text.replace("number = 1\n", ""), "small-acts")
    put(own / SESSIONS, MEETING.read_text(encoding="utf-8").replace("= 60", "= 50"), MEETING.stem)
    status = commands.run(["--data-dir", str(tmp_path / "data"), "check", str(own)])
    said = capsys.readouterr()
    assert status == 1
    lines = said.out.splitlines()
    assert sum("[answer-missing]" in line and "small-acts.md:" in line for line in lines) == 1
    assert sum("[meeting-length]" in line for line in lines) == 1
    assert "2 lesson file(s) read" in said.err


def test_a_staff_meeting_has_a_plan_for_colleagues_and_nothing_for_families(
    tmp_path: Path, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = school.read_file(MEETING).lesson
    assert lesson is not None
    headings = [section.heading for section in teachers_plan(school.as_taught(lesson), Where()).sections]
    assert "What colleagues can do afterwards" in headings
    assert "What pupils can do afterwards" not in headings
    words = ["--data-dir", str(tmp_path / "data"), "export", str(MEETING), "--as", "parents"]
    assert commands.run([*words, "--to", str(tmp_path / "home.pdf")]) == 1
    assert "staff meeting" in capsys.readouterr().err
    assert not (tmp_path / "home.pdf").exists()
