"""The built-in modules and staff meetings: no problem, every path walked, every question drawn and marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from rse_lessons.authors.checking import Checker
from rse_lessons.nation.profiles import NATIONS
from rse_lessons.school import School
from rse_lessons.training.drawing import bank, draw
from rse_lessons.training.marking import mark
from rse_lessons.training.model import CheckKind, Module, Practice, Question
from rse_lessons.training.practice_rules import count_paths
from rse_lessons.training.reading import read_module
from rse_lessons.training.rules import all_blocks
from rse_lessons.training.showing import for_nation
from rse_lessons.training.walking import Walk, paths

CONTENT = Path(__file__).parents[2] / "content" / "training"
MODULES = sorted(CONTENT.glob("*.md"))
MEETINGS = sorted((CONTENT / "sessions").glob("*.md"))
IDS = (
    "responsibility-and-language",
    "a-safe-classroom",
    "age-and-nation",
    "consent-and-pressure",
    "when-a-pupil-tells-you",
    "when-there-is-a-picture",
    "everyone-included",
    "whole-school-and-families",
)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> School:
    return school_in(tmp_path_factory.mktemp("school"))


@pytest.fixture(scope="module")
def checker(school: School) -> Checker:
    return Checker(school)


@cache
def shown(path: Path, nation: str) -> Module:
    made = read_module(path).module
    assert made is not None
    return for_nation(made, nation)


def test_the_path_has_its_eight_modules_in_order(school: School) -> None:
    assert tuple(module.id for module in school.modules) == IDS
    assert tuple(module.head.number for module in school.modules) == tuple(range(1, 9))


def test_each_module_has_its_staff_meeting(school: School) -> None:
    assert {card.id for card in school.staff_meetings} == {f"{name}-meeting" for name in IDS}
    for name in IDS:
        card = school.staff_meeting(name)
        assert card is not None
        assert card.id == f"{name}-meeting"


@pytest.mark.parametrize("path", [*MODULES, *MEETINGS], ids=lambda path: path.stem)
def test_it_has_no_problem(path: Path, checker: Checker) -> None:
    assert [str(problem) for problem in checker.check(path).problems] == []


def practices(path: Path) -> Iterator[Practice]:
    seen: set[Practice] = set()
    for nation in NATIONS:
        for block in all_blocks(shown(path, nation)):
            if isinstance(block, Practice) and block not in seen:
                seen.add(block)
                yield block


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_path_of_every_conversation_ends_with_the_next_step(path: Path) -> None:
    for practice in practices(path):
        walked = set()
        for replies in paths(practice):
            walk = Walk(practice, replies)
            assert walk.ended, (practice.id, replies)
            assert walk.scene.next_step, (practice.id, replies)
            walked.add(replies)
        assert len(walked) == count_paths(practice)


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_question_of_every_bank_comes_up_and_can_be_answered(path: Path, nation: str) -> None:
    questions = bank(shown(path, nation))
    asked: dict[str, int] = {}
    for number in range(len(questions)):
        drawn = draw(questions, asked, Random(number))  # noqa: S311  no secret
        assert len({question.id for question in drawn}) == len(drawn) == 8
        assert sum(question.scenario for question in drawn) >= 2
        for question in drawn:
            asked[question.id] = asked.get(question.id, 0) + 1
    assert set(asked) == {question.id for question in questions}
    for question in questions:
        assert mark(question, right_answer(question)).right
        assert not mark(question, ()).right


def right_answer(question: Question) -> tuple[str, ...]:
    """What somebody gives who knows."""
    if question.kind is CheckKind.MATCH:
        return tuple(f"{left.id}:{left.goes_to}" for left in question.options)
    return question.answers
