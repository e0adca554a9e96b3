"""Each rule has a fixture that breaks it and nothing else; the problem stands at the right line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rse_lessons.lesson import block_rules, item_rules, rules, source_rules
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.reader import Reading, read_lesson, read_text

FIXTURES = Path(__file__).parents[1] / "fixtures" / "lessons"
SOURCES = Path(rules.__file__).parent
ADVICE = {
    "no-notes",
    "raw-html",
    "no-head",
    "step-unreachable",
    "discuss-too-long",
    "many-items",
    "long-item",
}
SHOWN_ELSEWHERE = {
    "file-too-big",  # a megabyte does not belong among fixtures: test_hostile
    "lesson-outside",  # links of the file system: test_hostile
    "unreadable",
    "too-many-problems",
    "duplicate-lesson",  # the library's own: test_library
    "lesson-missing",
    "index-not-kept",
}
FORTY = "".join(f"- Card {number} -> a\n" for number in range(40))
NO_RULES = {"help-routes", "latin-1", "utf-8"}
EXPECTED = {
    "answer-missing": 19,
    "bad-attribute": 17,
    "bad-id": 19,
    "bad-link": 19,
    "bad-toml": 3,
    "block-in-block": 21,
    "column-missing": 22,
    "compare-missing": 19,
    "discuss-times": 19,
    "discuss-too-long": 19,
    "duplicate-id": 25,
    "empty-block": 19,
    "empty-item": 22,
    "ends-missing": 19,
    "long-item": 22,
    "long-line": 19,
    "many-items": 33,
    "minutes-do-not-add-up": 4,
    "misconception-without-correction": 19,
    "missing-attribute": 19,
    "missing-field": 2,
    "missing-id": 19,
    "missing-stage": 9,
    "nested-too-deep": 24,
    "no-head": 1,
    "no-notes": 17,
    "no-signposting": 25,
    "no-slides": 8,
    "not-utf8": 19,
    "nul": 19,
    "picture-description-missing": 19,
    "picture-in-text": 19,
    "picture-kind": 19,
    "picture-missing": 19,
    "picture-outside": 19,
    "picture-unsafe": 19,
    "raw-html": 19,
    "same-text": 23,
    "scenario-endless": 20,
    "scenario-loop": 28,
    "stage-order": 17,
    "step-missing": 24,
    "step-unreachable": 33,
    "stray-closing": 21,
    "stray-text": 22,
    "to-fill-in": 19,
    "too-few": 21,
    "too-many-items": 81,
    "too-many-slides": 1201,
    "unclosed-block": 19,
    "unclosed-head": 1,
    "unknown-attribute": 17,
    "unknown-band": 3,
    "unknown-block": 19,
    "unknown-code": 9,
    "unknown-field": 7,
    "unknown-nation": 19,
    "unknown-placeholder": 19,
    "unknown-stage": 17,
    "unknown-value": 17,
    "wrong-number": 19,
    "wrong-type": 4,
}


def read(name: str) -> Reading:
    return read_lesson(
        FIXTURES / "problems" / f"{name}.md",
        picture_folders=[FIXTURES / "pictures"],
        known_codes={"eng": {"P-BS-1"}},
        known_placeholders={"term:subject"},
    )


@pytest.mark.parametrize("rule", EXPECTED)
def test_fixture_shows_its_rule_and_no_other(rule: str) -> None:
    problems = read(rule).problems
    assert [(found.rule, found.line) for found in problems] == [(rule, EXPECTED[rule])]
    wanted = Severity.ADVICE if rule in ADVICE else Severity.ERROR
    assert problems[0].severity is wanted
    assert problems[0].sentence[0].isupper() or problems[0].sentence[0] == "“"


def test_every_fixture_is_expected() -> None:
    assert {file.stem for file in (FIXTURES / "problems").glob("*.md")} == set(EXPECTED)


def test_every_rule_in_the_code_has_a_fixture() -> None:
    named: set[str] = set()
    for file in SOURCES.glob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"\s*\)', text)) - NO_RULES
    assert named - SHOWN_ELSEWHERE <= set(EXPECTED)


def test_lists_of_rules_hold_each_function_once() -> None:
    for module, rows in (
        (source_rules, source_rules.SOURCE_RULES),
        (rules, rules.RULES),
        (block_rules, block_rules.BLOCK_RULES),
        (item_rules, item_rules.ITEM_RULES),
    ):
        assert len(set(rows)) == len(rows)
        assert {row.__module__ for row in rows} == {module.__name__}


def test_problem_reads_as_path_line_severity_sentence_rule() -> None:
    (problem,) = read("unknown-stage").problems
    assert re.fullmatch(
        r".*unknown-stage\.md:17: error: There is no stage .*\. \[unknown-stage\]", str(problem)
    )


def test_every_problem_comes_in_one_pass_in_order_of_lines() -> None:
    reading = read_lesson(FIXTURES / "many-problems.md")
    found = [(problem.line, problem.rule) for problem in reading.problems]
    assert [line for line, _ in found] == sorted(line for line, _ in found)
    assert {rule for _, rule in found} >= {
        "missing-field",
        "unknown-band",
        "unknown-field",
        "unknown-stage",
        "unknown-block",
        "answer-missing",
        "missing-id",
        "misconception-without-correction",
        "unclosed-block",
        "no-signposting",
    }
    assert reading.lesson is not None


def test_lesson_with_problems_is_still_a_lesson() -> None:
    refused = {"nul", "not-utf8", "long-line", "too-many-slides", "no-slides", "unclosed-head"}
    for rule in EXPECTED:
        assert (read(rule).lesson is None) == (rule in refused), rule


@pytest.mark.parametrize(
    ("block", "line", "rule", "said"),
    [
        ("sort {id=x}\ncolumns: [a] One | [b] Two\n:::", 5, "empty-block", "nothing in this block"),
        ("order {id=x}\n1. Only\n:::", 5, "wrong-number", "nothing to choose"),
        ("line {id=x}\nends: A | B\n- One\n- One\n:::", 8, "same-text", "line 7"),
        ("vote {id=x}\n- [a] Yes\n- [b] **Yes**\n:::", 7, "same-text", "line 6"),
        ("scenario {id=x}\n@\nWords.\n:::", 6, "missing-id", "after the @"),
        ("scenario {id=x}\n@ a\nWords.\n:::", 5, "too-few", "choose anything"),
        ("scenario {id=x}\n@ a\nGo.\n- On -> b\n\n@ b\n:::", 10, "empty-item", "“b” says nothing"),
        ("scenario {id=x}\n@ a\nGo.\n- On -> a\n:::", 6, "scenario-endless", "never ends"),
        ("quiz {id=x answer=a}\n- [a]\n- [b] No\n:::", 6, "empty-item", "neither words nor a picture"),
        ("line {id=x}\nends: A | B\n- " + "word " * 300 + "\n:::", 7, "long-item", "300 words"),
        (f"sort {{id=x}}\ncolumns: [a] One | [b] Two\n{FORTY}:::", 23, "many-items", "40 in all"),
        ("diamond\n- One\n:::", 5, "missing-id", "needs an id"),
    ],
)  # fmt: skip
def test_bad_input_of_an_activity_is_said_with_its_line(block: str, line: int, rule: str, said: str) -> None:
    text = f"# Title\n\n---\n# Two\n::: {block}\n"
    problems = read_text(text, FIXTURES / "made.md").problems
    found = [problem for problem in problems if problem.rule == rule]
    assert [problem.line for problem in found] == [line], problems
    assert said in found[0].sentence
