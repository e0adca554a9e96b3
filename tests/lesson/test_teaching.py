"""What makes a lesson teach well: each rule has a change to a good lesson that breaks it and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson import teaching
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.reader import read_text
from rse_lessons.lesson.teaching.characters import told
from rse_lessons.lesson.teaching.checking import RULES, library_rules, thorough
from rse_lessons.lesson.teaching.said import chunks
from rse_lessons.lesson.teaching.subject import Subject
from tests.lesson.teaching_fixtures import FOLDER, changed, good, subject

SOURCES = Path(teaching.__file__).parent
IN_THE_LIBRARY = {"name-used-again", "one-sided"}
ON_SLIDES = {"too-much-text"}  # tests/ui_slide/test_room.py
IN_MEETINGS = {"meeting-length"}  # tests/training/test_shelf.py
ERRORS = {"answer-unexplained", "own-experience", "character-missing", "reading-age"}
FIXTURES = {file.stem for file in FOLDER.glob("*.change")}
WHERE = {
    "adaptations-missing": "[adaptations]",
    "answer-unexplained": "- [show] Put it up at night",
    "baseline-endpoint": "## Who chooses now? {stage=endpoint minutes=3}",
    "character-missing": 'Pip = "it, other"',
    "curriculum-missing": "[curriculum]",
    "endings-missing": "[endings]",
    "few-activities": "# The kite {stage=welcome minutes=1}",
    "few-misconceptions": "# The kite {stage=welcome minutes=1}",
    "hard-sentence": "Considering responsibility, anticipating disagreement",
    "lesson-length": "minutes = 25",
    "no-ground-rules": "## How we talk {stage=ground-rules minutes=3}",
    "no-home-note": "[home]",
    "no-question-box": "## Ask on paper {stage=close minutes=2}",
    "no-takeaway": "::: sort {id=answers}",
    "no-vocabulary": "title = ",
    "notes-incomplete": "::: notes",
    "outcome-i-can": "outcomes = ",
    "own-experience": "Say: “Turn to your partner. Has anyone ever asked you for a picture?”",
    "reading-age": 'band = "upper-ks2"',
    "slide-count": "minutes = 30",
    "stage-left-out": "minutes = 30",
    "stage-without-minutes": "## We leave the story {stage=distance}",
}


def test_a_good_lesson_has_no_problem() -> None:
    assert read_text(good(), FOLDER / "good.md").problems == ()
    assert thorough(subject(good())) == ()


@pytest.mark.parametrize("rule", sorted(FIXTURES - ON_SLIDES))
def test_a_change_breaks_its_rule_and_no_other(rule: str) -> None:
    text = changed(rule)
    (problem,) = thorough(subject(text))
    assert problem.rule == rule
    assert problem.severity is (Severity.ERROR if rule in ERRORS else Severity.ADVICE)
    assert text.split("\n")[problem.line - 1].startswith(WHERE[rule])
    assert problem.sentence[0].isupper() or problem.sentence[0] == "“"
    assert problem.sentence.endswith(".") or ": " in problem.sentence


@pytest.mark.parametrize("rule", sorted(FIXTURES))
def test_a_change_is_no_mistake_of_another_kind(rule: str) -> None:
    assert read_text(changed(rule), FOLDER / "good.md").problems == ()


def test_every_rule_has_a_change() -> None:
    named: set[str] = set()
    for file in SOURCES.glob("*.py"):
        found = re.findall(r'"([a-z]+(?:-[a-z]+)+)"\s*\)', file.read_text(encoding="utf-8"))
        named |= set(found)
    assert named - IN_THE_LIBRARY - IN_MEETINGS | ON_SLIDES == FIXTURES
    assert set(WHERE) == FIXTURES - ON_SLIDES


def test_each_rule_stands_once_in_the_list() -> None:
    assert len(set(RULES)) == len(RULES)


def test_a_file_without_a_head_is_not_judged() -> None:
    assert thorough(subject("# Words\n\nHave you ever sent a picture?\n")) == ()


def test_problems_come_in_order_of_lines() -> None:
    text = good()
    for rule in ("own-experience", "no-vocabulary", "no-takeaway"):
        was, now = re.findall(
            r"<<<\n(.*?)\n===\n(.*?)\n?>>>",
            (FOLDER / f"{rule}.change").read_text(encoding="utf-8"),
            re.DOTALL,
        )[0]
        text = text.replace(was, now)
    found = thorough(subject(text))
    assert [problem.rule for problem in found] == ["no-vocabulary", "own-experience", "no-takeaway"]


def test_a_compared_vote_has_to_be_the_one_of_the_baseline() -> None:
    text = good().replace("{stage=baseline minutes=3}", "{minutes=3}")
    (problem, stage) = sorted(thorough(subject(text)), key=lambda found: found.rule)
    assert (problem.rule, stage.rule) == ("baseline-endpoint", "stage-left-out")
    assert "before it begins to learn" in problem.sentence


# Several lessons together


def told_by(characters: str, name: str) -> Subject:
    text = re.sub(r"\[characters\]\n(?:.+\n)+", f"[characters]\n{characters}\n", good())
    return subject(text, name=name)


def test_a_name_is_one_person_in_a_library() -> None:
    first = told_by('Una = "she, helps"\n"Mr Ode" = "he, other"\nFox = "it, other"', "first")
    second = told_by('Una = "she, other"\n"Mrs Ode" = "she, other"\nFox = "it, other"', "second")
    found = library_rules([first, second])
    assert [(problem.rule, problem.path.stem, problem.line) for problem in found] == [
        ("name-used-again", "second", 10),
        ("name-used-again", "second", 11),
    ]
    assert "“first”" in found[0].sentence


def test_a_name_may_be_used_again_on_purpose() -> None:
    first, second = told_by('Una = "she, helps"', "first"), told_by('Una = "she, other, again"', "second")
    assert library_rules([first, second]) == ()


@pytest.mark.parametrize(
    ("she", "he", "they", "said"),
    [
        (5, 1, 0, True),
        (1, 5, 0, True),
        (4, 2, 0, False),
        (3, 3, 6, False),
        (5, 0, 9, False),
        (0, 0, 6, False),
    ],
)
def test_more_than_two_thirds_of_one_are_told(she: int, he: int, they: int, *, said: bool) -> None:
    each = ["she"] * she + ["he"] * he + ["they"] * they
    names = "\n".join(f'N{at} = "{pronoun}, harms"' for at, pronoun in enumerate(each))
    lessons = [told_by(names, "first")]
    found = library_rules(lessons)
    assert [problem.rule for problem in found] == (["one-sided"] if said else [])
    if said:
        assert found[0].path == FOLDER
        assert f"{she} are she and {he} are he" in found[0].sentence
    assert f"Those who harm: {she} she, {he} he, {they} they." in list(told(lessons))


# Where words stand


def test_words_are_found_in_the_line_where_they_begin() -> None:
    lesson = subject(good())
    lines = good().split("\n")
    for sentence in lesson.read_by_pupils:
        line = lines[lesson.line_of(sentence) - 1]
        assert " ".join(sentence.text.split()[:2]) in re.sub(r"\s+", " ", line), sentence


def test_what_pupils_read_leaves_out_what_adults_read() -> None:
    said = [sentence.text for sentence in subject(good()).read_by_pupils]
    assert "a yes from the person whose choice it is" in said
    assert said.count("Who says if it goes on the wall?") == 1, "a vote taken again is read once"
    for adults in ("made them up.”", "One card at a time", "We talked about Una"):
        assert not any(adults in text for text in said)


def test_markdown_falls_into_what_is_read_in_one_go() -> None:
    text = "## Head\nOne\nline.\n\n- a\n- b\n  more\n\n> Said.\n\n| A | B |\n|---|:-:|\n| c | |\n1. d"
    assert list(chunks(text)) == ["## Head", "One line.", "- a", "- b more", "Said.", "A", "B", "c", "1. d"]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab.?!“”| \n->#*{}=:…", max_size=200))
def test_no_text_of_a_lesson_breaks_the_checks(words: str) -> None:
    text = good().replace("Look out of the window.", words).replace("Listen for: “May I?”", words)
    lesson = read_text(text, FOLDER / "any.md").lesson
    if lesson is not None:
        from rse_lessons.lesson.splitter import split

        for problem in thorough(Subject(lesson, split(text))):
            assert 1 <= problem.line <= text.count("\n") + 1
