"""Whether words have room on their slides, measured as they are shown, in all that a slide can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.lesson import model
from rse_lessons.lesson.model import Lesson, Option, Part, Place
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.reader import read_text
from rse_lessons.nation.profiles import load_nation, routes_for
from rse_lessons.ui.slide.look import FLOOR, READABLE
from rse_lessons.ui.slide.room import Room
from tests.lesson.teaching_fixtures import changed, good
from tests.ui_slide.made import HERE, options, slide

FILE = Path("lesson.md")
LONG = "Una can ask again, and Mr Ode can say yes or no, and both of them can still be friends. "
ROUTES = routes_for(load_nation("eng", Path(__file__).resolve().parents[2] / "content" / "nations"), "ks3")
FRONT = model.FrontMatter("A lesson", model.Band.KS3, 40)


def at(line: int, text: str, explanation: str = "", goes_to: str = "") -> Option:
    return Option(f"o{line}", text, Place(FILE, line), explanation, goes_to)


def measured(*parts: Part, layout: str = "", nation: str = "eng") -> list[Problem]:
    lesson = Lesson("lesson", FILE, FRONT, (slide(*parts, title="A slide", layout=layout),))
    return list(Room()(lesson, nation, ROUTES))


def test_the_least_is_28_points_and_under_the_looks_own_floor() -> None:
    assert pytest.approx(28 * 96 / 72) == READABLE / 900 * 1080
    assert READABLE < FLOOR


@pytest.mark.usefixtures("qapp")
def test_a_change_that_crowds_a_slide_is_told_and_the_good_lesson_is_not() -> None:
    for text, lines in ((good(), []), (changed("too-much-text"), [138])):
        lesson = read_text(text, FILE).lesson
        assert lesson is not None
        found = Room()(lesson, "eng", ROUTES)
        assert [(problem.rule, problem.line) for problem in found] == [
            ("too-much-text", line) for line in lines
        ]
        assert all(problem.severity is Severity.ERROR for problem in found)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("layout", ["", "title", "calm"])
def test_words_alone_are_measured_in_every_layout(layout: str) -> None:
    assert measured(model.Text(LONG, HERE), layout=layout) == []
    (found,) = measured(model.Text(LONG * 24, HERE), layout=layout)
    assert (found.line, found.severity) == (HERE.line, Severity.ERROR)


@pytest.mark.usefixtures("qapp")
def test_each_answer_is_measured_with_what_explains_it() -> None:
    answers = (at(10, "Ask again", LONG * 2), at(11, "Wait", LONG * 14))
    (found,) = measured(model.Quiz("q", HERE, "What now?", answers, ("o10",)))
    assert (found.line, found.severity) == (11, Severity.ERROR)


@pytest.mark.usefixtures("qapp")
def test_each_step_of_a_story_is_measured() -> None:
    steps = (
        model.Step(
            "a", Place(FILE, 5), "Go.", "Where?", (at(6, "On", goes_to="b"), at(7, "Off", goes_to="c"))
        ),
        model.Step("b", Place(FILE, 8), LONG * 16, "And now?", (at(9, "On", goes_to="c"),)),
        model.Step("c", Place(FILE, 10), "The end."),
        model.Step("nowhere", Place(FILE, 11), LONG * 16),
    )
    assert [found.line for found in measured(model.Scenario("s", HERE, steps))] == [8]


@pytest.mark.usefixtures("qapp")
def test_an_activity_with_all_that_explains_it_is_advice_until_words_are_left_out() -> None:
    columns = (Option("yes", "Yes", HERE), Option("no", "No", HERE))
    for explained, wanted in (("", []), (LONG, [Severity.ADVICE]), (LONG * 4, [Severity.ERROR])):
        cards = tuple(at(20 + n, f"Card {n}", explained, "yes") for n in range(5))
        block = model.Sort("s", Place(FILE, 19), "Where?", columns, cards)
        found = measured(block)
        assert [problem.severity for problem in found] == wanted
        assert [problem.line for problem in found] == [19] * len(wanted)


@pytest.mark.usefixtures("qapp")
def test_what_is_the_same_in_another_nation_is_measured_once() -> None:
    room = Room()
    parts = (
        model.Only(HERE, ("eng",), (model.Text("Few words.", HERE),)),
        model.Only(HERE, ("wls",), (model.Text(LONG * 24, HERE),)),
    )
    both = (slide(*parts, title="A slide"), slide(model.Text(LONG * 24, HERE), title="Another"))
    lesson = Lesson("lesson", FILE, FRONT, both)
    first = room(lesson, "eng", ROUTES)
    second = room(lesson, "wls", ROUTES)
    assert (len(first), len(second)) == (1, 1)
    assert room(lesson, "wls", ROUTES) == ()


@pytest.mark.usefixtures("qapp")
def test_a_vote_and_its_bars_have_room() -> None:
    assert measured(model.Vote("v", HERE, "Who chooses?", options("Una", "Mr Ode", "Not sure"))) == []
