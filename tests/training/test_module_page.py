"""docs/training-format.md names everything that a module may hold, and every rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.splitter import split
from rse_lessons.training.blocks import KINDS, PAGE_ATTRIBUTES
from rse_lessons.training.conversation import ANSWERS, MAX_SCENES, NEXT
from rse_lessons.training.head import FIELDS, SOURCE_FIELDS, read_module_head
from rse_lessons.training.model import CheckKind, Section
from rse_lessons.training.practice_rules import MOST_PATHS
from tests.training.module_fixtures import names
from tests.training.test_module_reading import SHOWN_ELSEWHERE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "training-format.md").read_text(encoding="utf-8")
SHARED = (ROOT / "docs" / "lesson-format.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_head_is_told(name: str) -> None:
    assert f"`{name}`" in PAGE or f"`[{name}." in PAGE


@pytest.mark.parametrize("name", SOURCE_FIELDS)
def test_every_field_of_a_source_is_told(name: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| `[sources.ID]`"))
    assert f"`{name}`" in row


@pytest.mark.parametrize("name", KINDS)
def test_every_block_is_told_with_what_it_carries(name: str) -> None:
    rows = re.findall(rf"^\| `{name}[ `].*", PAGE, re.MULTILINE)
    assert rows
    for attribute in KINDS[name].attributes:
        assert f"{attribute}=" in " ".join(rows) or f"`{attribute}=" in PAGE, attribute


@pytest.mark.parametrize("word", [*Section, *CheckKind])
def test_every_section_and_kind_of_question_has_its_row(word: str) -> None:
    assert re.search(rf"^\| (?:`\w+`, )?`{word}`", PAGE, re.MULTILINE)


@pytest.mark.parametrize(
    "word", [*(f"{name}=" for name in sorted(PAGE_ATTRIBUTES)), *(f"{name}:" for name in sorted(ANSWERS))]
)
def test_every_word_of_pages_and_conversations_is_told(word: str) -> None:
    assert word in PAGE
    assert f"`{NEXT}:`" in PAGE


@pytest.mark.parametrize("rule", sorted({name.partition("--")[0] for name in names()} | SHOWN_ELSEWHERE))
def test_every_rule_is_told(rule: str) -> None:
    told = PAGE if not rule.startswith("picture-") else SHARED
    assert f"`{rule}`" in told or rule.startswith("wording-")


def test_every_rule_of_the_tables_is_a_rule() -> None:
    table = PAGE.partition("## Problems")[2].partition("## Words")[0]
    told = {
        name
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for name in re.findall("`(.*?)`", row)
    }
    known = {name.partition("--")[0] for name in names()} | SHOWN_ELSEWHERE
    assert told - known == {"no-pages", "too-many-pages", "meeting-length", "module-missing"}


def test_the_limits_are_told() -> None:
    limits = PAGE.partition("## Limits")[2].partition("\n## ")[0]
    assert f"a conversation {MAX_SCENES} scenes" in limits
    assert f"{MOST_PATHS:,} paths" in limits


def test_the_head_of_the_example_is_read_as_it_says(tmp_path: Path) -> None:
    example = re.findall(r"^```\n(\+\+\+\n.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[0]
    findings = Findings(tmp_path / "example.md")
    table = read_module_head(split(example).head or (), findings)
    assert table is not None
    assert list(findings) == []
    assert set(table) == set(FIELDS)
