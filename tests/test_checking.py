"""Everything that is said about lesson files in one pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rse_lessons.authors.checking import Checker
from rse_lessons.lesson.problems import Severity
from rse_lessons.nation.profiles import NATIONS
from rse_lessons.school import School


def test_help_lines_without_a_day_are_named_for_each_nation(tmp_path: Path) -> None:
    found = list(Checker(School(tmp_path)).check_nations(date(2026, 11, 22)))
    assert [problem.path.stem for problem in found] == list(NATIONS)
    assert {(problem.rule, problem.severity) for problem in found} == {
        ("help-line-unchecked", Severity.ADVICE)
    }
    wales = next(problem for problem in found if problem.path.stem == "wls")
    assert "Meic" in wales.sentence
    assert "Shout" not in wales.sentence


def test_a_year_later_those_that_had_a_day_wait_too(tmp_path: Path) -> None:
    checker = Checker(School(tmp_path))
    england = next(iter(checker.check_nations(date(2027, 11, 22))))
    assert "Shout" in england.sentence
    assert "Police, fire, ambulance" not in england.sentence
