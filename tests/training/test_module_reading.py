"""Facilitation modules are read: a good one without a word, and each mistake is said with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from rse_lessons import training
from rse_lessons.lesson import source_rules as shared
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.training import practice_rules, question_rules, rules, source_rules
from rse_lessons.training.model import CheckKind, Example, Match, Module, Practice, Question, Rewrite, Section
from rse_lessons.training.reading import read_module_text
from rse_lessons.training.rules import all_blocks
from rse_lessons.training.wording import check_module
from tests.training.module_fixtures import FOLDER, change, good, names

SOURCES = Path(training.__file__).parent
PLACE = FOLDER / "good.md"
ADVICE = {"many-items", "out-of-place", "outcome-i-can", "raw-html", "source-unused"}
ERRORS_TOO = {"out-of-place--in-the-bank"}
SHOWN_ELSEWHERE = {
    "duplicate-module",  # test_shelf
    "too-many-items",  # test_module_hostile
    "no-head",
    "unknown-section",  # below: what stands there then is out of its section
}
JUDGING = ("rules", "head", "build", "blocks", "conversation", "wording", "shelf")


def problems(text: str) -> Sequence[Problem]:
    """All that `rse-lessons check` says about a module."""
    reading = read_module_text(
        text,
        PLACE,
        known_placeholders={"term:subject", "term:safeguarding-lead"},
        known_lessons={"ask-first"},
    )
    found = set(reading.problems)
    if reading.module is not None:
        found |= set(check_module(text, PLACE, reading.module))
    return sorted(found)


def module() -> Module:
    made = read_module_text(good(), PLACE).module
    assert made is not None
    return made


def test_a_good_module_has_no_problem() -> None:
    assert problems(good()) == []


@pytest.mark.parametrize("name", names())
def test_a_change_breaks_its_rule_and_no_other(name: str) -> None:
    made = change(name)
    found = problems(made.text)
    assert [(problem.rule, problem.line) for problem in found] == [(made.rule, made.line)], name
    advice = made.rule in ADVICE and name not in ERRORS_TOO
    assert found[0].severity is (Severity.ADVICE if advice else Severity.ERROR)
    assert found[0].sentence[0].isupper() or found[0].sentence[0] in "“["
    assert found[0].sentence.endswith((".", "…")) or ": " in found[0].sentence


def test_every_rule_has_a_change() -> None:
    named: set[str] = set()
    for file in (*SOURCES.glob("*_rules.py"), *(SOURCES / f"{name}.py" for name in JUDGING)):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"\s*\)', text))
    assert named - SHOWN_ELSEWHERE <= {change(name).rule for name in names()}
    assert named >= SHOWN_ELSEWHERE


@pytest.mark.parametrize("lists", [source_rules, rules, question_rules, practice_rules])
def test_lists_of_rules_hold_each_rule_of_their_file_once(lists: object) -> None:
    rows = next(value for name, value in vars(lists).items() if name.endswith("_RULES"))
    assert len(set(rows)) == len(rows)
    written = {
        value
        for value in vars(lists).values()
        if callable(value)
        and getattr(value, "__module__", "") == lists.__name__  # type: ignore[attr-defined]
        and (getattr(value, "__doc__", "") or "").startswith("Ask ")
    }
    assert written == {row for row in rows if row.__module__ == lists.__name__}  # type: ignore[attr-defined]


def test_what_modules_and_lessons_share_is_asked_of_both() -> None:
    assert shared.unknown_block in shared.SOURCE_RULES
    found = problems(good().replace("::: tasks", "::: notes", 1))
    assert {problem.rule for problem in found} >= {"unknown-block"}
    (told,) = (problem for problem in found if problem.rule == "unknown-block")
    assert "practice" in told.sentence
    assert "discuss" not in told.sentence


def test_a_file_without_a_head_is_no_module() -> None:
    found = problems("# Words {section=why minutes=3}\n\nJust words.\n")
    assert ("no-head", 1) in [(problem.rule, problem.line) for problem in found]


def test_every_section_left_out_is_named_once() -> None:
    text = good()[: good().index("---\n## Practise")]
    found = [problem.sentence for problem in problems(text) if problem.rule == "section-left-out"]
    assert [re.findall("“(.*?)”", sentence)[0] for sentence in found] == [
        "check",
        "practise",
        "reading",
        "reflect",
        "tomorrow",
    ]


def test_an_unknown_section_is_named_with_those_that_there_are() -> None:
    found = problems(good().replace("section=tomorrow", "section=today"))
    told = next(problem for problem in found if problem.rule == "unknown-section")
    assert all(section in told.sentence for section in Section)


# What is read


def test_pages_carry_their_section_on_and_have_ids() -> None:
    text = good().replace(
        "---\n## Tomorrow", "---\n## A second thought, yes?\n\nThink again.\n\n---\n## Tomorrow"
    )
    made = read_module_text(text, PLACE).module
    assert made is not None
    (page,) = (page for page in made.pages if page.id == "a-second-thought-yes")
    assert page.section is Section.REFLECT
    assert page.minutes == 0


def test_the_head_is_read() -> None:
    head = module().head
    assert (head.title, head.number, head.minutes, head.lessons) == ("Small acts", 1, 30, ("ask-first",))
    assert head.cover is not None
    assert head.cover.path == FOLDER / "safe.svg"
    assert not head.sources["guide-2026"].to_check
    north = head.sources["north-2021"]
    assert (north.to_check, north.nations, north.note) == (True, ("sct",), "Read from a copy.")


def test_a_conversation_is_read() -> None:
    practice = next(block for block in all_blocks(module()) if isinstance(block, Practice))
    assert [scene.id for scene in practice.scenes] == ["start", "listens", "bristles", "agrees", "unsure"]
    first = practice.scenes[0]
    assert first.text == "A colleague says: “It was a silly thing to do.”"
    assert first.question == "What do you say?"
    good_one, poor_one = first.replies
    assert (good_one.id, good_one.goes_to, good_one.good) == ("see", "listens", True)
    assert good_one.taken == "The colleague listens."
    assert good_one.asks == "Name who is responsible."
    assert poor_one.better == "“I see it differently. Can I say why?”"
    assert practice.scenes[3].next_step == "Tell the {{term:safeguarding-lead}} today."
    assert practice.takeaway == "Keep the person, challenge the words."
    assert practice_rules.count_paths(practice) == 6


def test_what_is_said_in_a_conversation_may_go_on_in_the_next_line() -> None:
    text = good().replace("  taken: The colleague listens.\n", "  taken: The colleague\n  listens.\n", 1)
    text = text.replace(
        "@ agrees The colleague nods.\n", "@ agrees The colleague nods.\n\nA bell rings.\n", 1
    )
    text = text.replace("today.\n\n@ unsure", "today,\nand write it down.\n\n@ unsure", 1)
    made = read_module_text(text, PLACE).module
    assert made is not None
    practice = next(block for block in all_blocks(made) if isinstance(block, Practice))
    assert practice.scenes[0].replies[0].taken == "The colleague listens."
    assert practice.scenes[3].text == "The colleague nods.\n\nA bell rings."
    assert practice.scenes[3].next_step == "Tell the {{term:safeguarding-lead}} today, and write it down."


def test_questions_are_read() -> None:
    by_id = {block.id: block for block in all_blocks(module()) if isinstance(block, Question)}
    single, several = by_id["single-1"], by_id["several-1"]
    assert (single.kind, single.answers, single.page, single.scenario) == (
        CheckKind.SINGLE,
        ("a",),
        "asks",
        True,
    )
    assert (several.answers, several.scenario) == (("a", "c"), False)
    assert by_id["order-1"].answers == ("listen", "write-it-down", "pass-it-on")
    match = by_id["match-1"]
    assert match.answers == ()
    assert [left.goes_to for left in match.options] == [right.id for right in match.rights]
    assert match.rights[0].text == "Any adult"
    spot = by_id["spot-1"]
    assert spot.text == "The picture came out on Monday, and the boy who shared it was spoken to."
    assert all(option.text in spot.text for option in spot.options)


def test_pairs_examples_and_rewrites_are_read() -> None:
    blocks = list(all_blocks(module()))
    match = next(block for block in blocks if isinstance(block, Match))
    assert {left.id: left.goes_to for left in match.lefts} == {
        "listens": "any-adult",
        "decides": "the-lead",
        "investigates": "the-police",
    }
    example = next(block for block in blocks if isinstance(block, Example))
    assert (example.title, example.situation) == ("In the corridor", "Two pupils laugh at a third.")
    assert example.steps[0].explanation == "It names who acts."
    rewrite = next(block for block in blocks if isinstance(block, Rewrite))
    assert rewrite.prompt == "Write this entry of a log anew."
    assert rewrite.given == "She put herself at risk. She should have known better."
    assert rewrite.model == "A boy of her year shared the picture without her yes."
    assert [reason.text for reason in rewrite.reasons] == [
        "She put herself at risk",
        "should have known better",
    ]


def test_paragraphs_of_a_quoted_text_stay_apart() -> None:
    text = good().replace("> She put herself at risk. She", "> She put herself at risk.\n>\n> She", 1)
    made = read_module_text(text, PLACE).module
    assert made is not None
    rewrite = next(block for block in all_blocks(made) if isinstance(block, Rewrite))
    assert rewrite.given == "She put herself at risk.\n\nShe should have known better."


# Words


def test_words_that_the_module_puts_right_are_left_alone() -> None:
    blame = "She should have known better."
    for was, now in (
        ("“It takes two.”", f"“{blame}”"),
        ("= To trust is not to share.\n:::\n\n::: check {id=single-2 ", None),
        ("> The picture came out on Monday, and\n", None),
    ):
        assert was in good()
        if now:
            assert problems(good().replace(was, now, 1)) == []
    wrong = good().replace("- [b] The one who trusted\n", f"- [b] {blame}\n", 1)
    assert problems(wrong) == []
    right = good().replace("- [a] The one who shared it\n", f"- [a] {blame}\n", 1)
    assert [problem.rule for problem in problems(right)] == ["wording-known-better"]
    better = good().replace("“Stop that!” -> bristles", f"“{blame}” -> bristles", 1)
    assert problems(better) == []
    no_better = good().replace("“I see it differently.” -> listens", f"“{blame}” -> listens", 1)
    assert [problem.rule for problem in problems(no_better)] == ["wording-known-better"]
    heard = good().replace("“It was a silly thing to do.”", f"“{blame}”", 1)
    assert problems(heard) == []
    told = good().replace("@ agrees The colleague nods.", f"@ agrees The colleague nods. {blame}", 1)
    assert [problem.rule for problem in problems(told)] == ["wording-known-better"]


def test_an_exception_with_its_reason_holds_on_its_page() -> None:
    text = good().replace("Two pupils laugh at a third.", "She should have known better.", 1)
    (problem,) = problems(text)
    allowed = (
        "::: comment\nwording: allow known-better: because the example is about these very words\n:::\n\n"
    )
    assert problems(text.replace("::: example {id=corridor", f"{allowed}::: example {{id=corridor", 1)) == []
    assert problem.line == text.split("\n").index("She should have known better.") + 1
