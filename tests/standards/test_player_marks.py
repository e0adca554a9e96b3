"""The package draws and marks as the program does: the same answers and the same chance, given to both."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from rse_lessons.standards.data import question_data
from rse_lessons.training.drawing import bank, draw
from rse_lessons.training.marking import mark, pair, result, right_answer
from rse_lessons.training.model import CheckKind, Question
from tests.standards.browser import why_not
from tests.standards.conftest import Place

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")


def answers(question: Question, random: Random) -> tuple[str, ...]:
    """Give an answer of any sort: right, nearly right, or nonsense."""
    ids = [one.id for one in question.options]
    rights = [one.id for one in question.rights]
    pairs = [pair(left, right) for left in ids for right in rights]
    among = pairs if question.kind is CheckKind.MATCH else [*ids, "other", "x:y"]
    chosen = random.choice(
        [
            right_answer(question),
            tuple(random.sample(among, random.randint(0, len(among)))),
            tuple(random.choices(among, k=random.randint(0, 6))),
            right_answer(question)[:-1],
            (*right_answer(question), *random.sample(ids, 1)),
        ]
    )
    return tuple(random.sample(chosen, len(chosen))) if random.random() < 0.5 else tuple(chosen)


def test_it_marks_as_the_program_does(place: Place) -> None:
    random = Random(20261122)  # noqa: S311  answers, no secrets
    questions = [one for module in place.modules.values() for one in bank(module)]
    assert {one.kind for one in questions} == set(CheckKind)
    cases = [(question, answers(question, random)) for question in questions for _ in range(25)]
    place.browser.open((place.folder / "good.html").as_uri())
    data = json.dumps({str(number): question_data(one) for number, one in enumerate(questions)})
    given = json.dumps([[str(questions.index(one)), answer] for one, answer in cases])
    code = f"(() => {{ const all = {data}; return {given}.map(([n, a]) => marking.mark(all[n], a)); }})()"
    marked = place.browser.evaluate(code)
    rights = 0
    for (question, answer), told in zip(cases, marked, strict=True):
        ours = mark(question, answer)
        assert told == {"right": ours.right, "wrong": [*ours.wrong], "missing": [*ours.missing]}, answer
        rights += ours.right
    assert len(cases) // 10 < rights < len(cases) * 9 // 10


class Ranked(Random):
    """Chance that is written down: things come in the order of their ranks."""

    def __init__(self, ranks: dict[str, int]) -> None:
        super().__init__(0)
        self.ranks = ranks

    def sample(self, population: Any, k: int, *, counts: Any = None) -> list[Any]:  # noqa: ARG002
        assert k == len(population)
        return sorted(population, key=lambda one: self.ranks[one.id])


def test_it_draws_and_passes_as_the_program_does(place: Place) -> None:
    random = Random(7)  # noqa: S311  questions are drawn, no secrets
    place.browser.open((place.folder / "good.html").as_uri())
    code = []
    expected = []
    for module in place.modules.values():
        questions = bank(module)
        data = json.dumps([question_data(one) for one in questions])
        for _ in range(12):
            some = random.sample(questions, random.randint(1, len(questions)))
            ids = [one.id for one in some]
            ranks = dict(zip(ids, random.sample(range(99), len(ids)), strict=True))
            asked = {one: random.randint(0, 3) for one in random.sample(ids, len(ids) // 2)}
            drawn = draw(some, asked, Ranked(ranks))
            given = {one.id: answers(one, random) for one in drawn if random.random() < 0.95}
            if random.random() < 0.5:
                given = {one.id: right_answer(one) for one in drawn}
            came = result(drawn, given)
            expected.append([list(came.asked), list(came.missed), came.passed])
            values = json.dumps([ids, ranks, asked, given])
            code.append(
                f"(([ids, ranks, asked, given]) => {{ const all = {data};"
                "const some = ids.map((id) => all.find((one) => one.id === id));"
                "const drawn = marking.draw(some, asked, (list) =>"
                "[...list].sort((a, b) => ranks[a.id] - ranks[b.id]));"
                "const came = marking.result(drawn, given);"
                f"return [came.asked, came.missed, came.passed]; }})({values})"
            )
    assert place.browser.evaluate(f"[{','.join(code)}]") == expected
    assert {passed for _asked, _missed, passed in expected} == {True, False}
