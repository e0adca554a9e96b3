"""docs/lesson-format.md names everything that a lesson may hold, and its example is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

from rse_lessons.lesson import front_matter
from rse_lessons.lesson.blocks import HOW, KINDS, LAYOUTS, SLIDE_ATTRIBUTES
from rse_lessons.lesson.model import Band, Stage
from rse_lessons.lesson.reader import read_text
from rse_lessons.lesson.teaching.reading_age import LIMITS
from rse_lessons.nation.profiles import NATIONS, load_nation

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "lesson-format.md").read_text(encoding="utf-8")


def test_every_field_of_the_head_is_told() -> None:
    inner = (*front_matter.FRAMEWORKS, *front_matter.ADAPTATIONS, *front_matter.ENDINGS, "about", "questions")
    for name in (*front_matter._FIELDS, *inner):
        assert re.search(rf"`\[?{name}\]?`", PAGE), name


def test_every_block_attribute_stage_and_band_is_told() -> None:
    for name, kind in KINDS.items():
        rows = re.findall(rf"^\| `{name}[ `].*", PAGE, re.MULTILINE)
        assert rows, name
        assert all(f"{attribute}=" in " ".join(rows) for attribute in kind.attributes), name
    for name in (*Stage, *Band):
        assert f"`{name}`" in PAGE
    for name in (*HOW, *LAYOUTS, *SLIDE_ATTRIBUTES):
        assert name in PAGE


def test_every_rule_is_told() -> None:
    fixtures = ROOT / "tests" / "fixtures" / "lessons"
    rules = {file.stem for file in (fixtures / "problems").glob("*.md")}
    rules |= {file.stem for file in (fixtures / "teaching").glob("*.change")} | {
        "name-used-again",
        "one-sided",
    }
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in PAGE] == []


def test_the_limits_of_reading_age_are_told() -> None:
    row = re.search(r"^\| Grade at most \|(.*)\|$", PAGE, re.MULTILINE)
    assert row
    assert [float(cell) for cell in row[1].split("|")] == list(LIMITS.values())
    assert "| | " + " | ".join(f"`{band}`" for band in LIMITS) + " |" in PAGE


def test_every_term_is_told() -> None:
    nation = load_nation(NATIONS[0], ROOT / "content" / "nations")
    for name in (*nation.terms, *nation.settings):
        assert f"`{name}`" in PAGE


def test_the_example_is_only_too_short() -> None:
    found = re.search(r"```\n(\+\+\+.*?)```", PAGE, re.DOTALL)
    assert found
    reading = read_text(found[1], ROOT / "content" / "primary" / "ask-first.md")
    rules = {problem.rule for problem in reading.problems} - {"picture-missing"}
    assert rules == {"minutes-do-not-add-up", "no-signposting", "no-notes"}
