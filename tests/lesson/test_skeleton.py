"""The frame of a new lesson: whole for every age and time, and honest about what is still to fill in."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.authors.checking import Checker
from rse_lessons.lesson.model import Band, Scenario, Sort, Stage
from rse_lessons.lesson.reader import read_text
from rse_lessons.lesson.rules import all_blocks
from rse_lessons.lesson.skeleton.frame import LEAST, MOST, minutes_of, new_lesson
from rse_lessons.lesson.skeleton.naming import TitleError, id_of, tidy_title
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.teaching.shape import LONGEST, SHORTEST
from rse_lessons.lesson.words import is_id
from rse_lessons.nation.fill_in import TO_FILL_IN, left_open
from rse_lessons.presenting.slides import filled
from rse_lessons.school import School

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "assets" / "illustrations"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(School(tmp_path_factory.mktemp("school")))


def filled_in(text: str) -> str:
    """Write something in every place, no two alike."""
    count = iter(range(1000))
    return TO_FILL_IN.sub(lambda _: f"A dog can go {'b' * (next(count) + 1)}.", text)


@pytest.mark.parametrize(("band", "minutes"), list(zip(Band, cycle([LEAST, 45, MOST]), strict=False)))
def test_nothing_but_what_is_to_fill_in_is_wrong(checker: Checker, band: Band, minutes: int) -> None:
    text = new_lesson("Kind and brave", band, minutes)
    problems = checker.check_text(text, Path("kind-and-brave.md")).problems
    assert {problem.rule for problem in problems} == {"to-fill-in"}
    lines = text.split("\n")
    assert all("{{fill-in:" in lines[problem.line - 1] for problem in problems)
    assert len(problems) == text.count("{{fill-in:")
    assert checker.check_text(filled_in(text), Path("kind-and-brave.md")).problems == ()


@pytest.mark.parametrize("band", Band)
def test_it_is_a_whole_lesson(band: Band) -> None:
    lesson = read_text(new_lesson("Kind", band), PICTURES / "kind.md").lesson
    assert lesson is not None
    assert [stage for stage in Stage if stage not in {slide.stage for slide in lesson.slides}] == []
    assert {Sort, Scenario} <= {type(block) for block in all_blocks(lesson)}
    for slide in lesson.slides:
        assert slide.notes is not None
        labels = [part.label for part in slide.notes.parts]
        assert {"Say", "Listen for", "Adapt", "Time"} <= set(labels), slide.title
        assert any(label.startswith("If") for label in labels), slide.title
    assert {code.framework for code in lesson.front.curriculum} == {"eng", "wls", "sct", "nir", "efcw"}
    assert all(code.to_check for code in lesson.front.curriculum)


def test_guidance_and_marks_never_come_before_a_class() -> None:
    text = new_lesson("Kind", Band.KS3)
    assert len([block for block in split(text).blocks() if block.name == "comment"]) >= 6
    lesson = read_text(text, PICTURES / "kind.md").lesson
    shown = repr(filled(lesson, left_open))
    assert "{{fill-in" not in shown
    assert "{{term:safeguarding-lead}}" in shown, "only what is to fill in becomes dots"
    assert "A class never sees it" not in shown


@given(st.integers(LEAST, MOST))
def test_minutes_add_up(minutes: int) -> None:
    shared = minutes_of(minutes)
    assert sum(shared.values()) == minutes
    assert min(shared.values()) >= 1


@pytest.mark.parametrize("minutes", [LEAST - 1, MOST + 1, 0, -5])
def test_other_times_are_a_sentence(minutes: int) -> None:
    with pytest.raises(ValueError, match="30 to 60 minutes"):
        new_lesson("Kind", Band.KS1, minutes)


def test_its_times_are_those_that_checks_ask_for() -> None:
    assert (LEAST, MOST) == (SHORTEST, LONGEST)


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Cs"]), max_size=70)


@settings(max_examples=25, deadline=None)
@given(TITLES)
def test_any_title_comes_back_as_it_was(title: str) -> None:
    try:
        words = tidy_title(title)
    except TitleError:
        return
    reading = read_text(new_lesson(words, Band.UPPER_KS2), PICTURES / "made.md")
    assert reading.lesson is not None
    assert reading.lesson.front.title == words
    assert reading.lesson.slides[0].title == words
    assert {problem.rule for problem in reading.problems} == {"to-fill-in"}


@settings(max_examples=100, deadline=None)
@given(TITLES)
def test_any_id_is_a_plain_name(title: str) -> None:
    try:
        made = id_of(title)
    except TitleError:
        return
    assert is_id(made)
    assert made not in {"readme", "con", "nul", "com1"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kind and brave", "kind-and-brave"),
        ("  What’s   next?  ", "whats-next"),
        ("Ciarán & Siân", "ciaran-sian"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\me", "c-windows-me"),
        ("_Hidden", "hidden"),
        ("24/7", "24-7"),
    ],
)
def test_the_name_is_made_from_the_title(title: str, name: str) -> None:
    assert id_of(tidy_title(title)) == name


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "no title"),
        (" \n ", "no title"),
        ("a" * 81, "81 characters"),
        ("bad\x07bell", "cannot be kept"),
        ("{{term:subject}}", "Double braces"),
        ("日本語", "no letter from a to z"),
        ("README", "cannot be called"),
        ("Con", "cannot be called"),
        ("LPT1", "cannot be called"),
    ],
)
def test_what_cannot_be_a_title_is_a_sentence(title: str, said: str) -> None:
    with pytest.raises(TitleError, match=said):
        id_of(tidy_title(title))


@pytest.mark.parametrize(
    "line",
    [
        "## {{fill-in: a heading}} {stage=explore minutes=5}",
        "Words {{fill-in: here}}.",
        '::: handout {id=x title="{{fill-in: its title}}"}\nWords.\n:::',
        "::: reveal {id=x}\nLook.\n- {{ fill-in: with a space }}\n- two\n:::",
        "::: comment\n{{fill-in: even here}}\n:::",
        f"{{{{fill-in: {'long ' * 60}}}}}",
    ],
)
def test_a_mark_is_found_wherever_it_stands(line: str) -> None:
    text = f"# One {{stage=welcome minutes=5}}\n\nWords.\n\n---\n{line}\n"
    found = [problem for problem in read_text(text, Path("x.md")).problems if problem.rule == "to-fill-in"]
    assert len(found) == 1
    other = {problem.rule for problem in read_text(text, Path("x.md")).problems}
    assert "unknown-placeholder" not in other


def test_a_mark_in_a_remark_of_the_head_is_found() -> None:
    head = '+++\ntitle = "x"\n# {{fill-in: add more, and delete this line}}\n+++\n'
    text = f"{head}# One {{stage=welcome}}\n\nWords.\n"
    (problem,) = [one for one in read_text(text, Path("x.md")).problems if one.rule == "to-fill-in"]
    assert problem.line == 3
    assert problem.sentence == "Still to fill in: add more, and delete this line."


def test_a_mark_that_is_not_closed_is_told_as_before() -> None:
    reading = read_text("# One\n\nWords {{fill-in: and on\n", Path("x.md"))
    assert "unknown-placeholder" in {problem.rule for problem in reading.problems}


@given(st.text("{}fill-n: \t", max_size=300))
def test_looking_for_marks_ends_soon(text: str) -> None:
    assert len(TO_FILL_IN.findall(text * 6)) <= len(text)
