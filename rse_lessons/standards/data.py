"""A module as shown, as the plain values that the player works with. Answers are ids; texts are HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Option
from rse_lessons.standards.naming import KEY, keys
from rse_lessons.standards.prose import line, plain, rich
from rse_lessons.standards.words import SAID
from rse_lessons.training.drawing import bank
from rse_lessons.training.model import (
    Arrange,
    CheckKind,
    Match,
    Module,
    ModulePart,
    Practice,
    Question,
    Scene,
    Tasks,
)
from rse_lessons.training.showing import blocks_in

FORMAT = 1
"""Of these values; the player refuses what it does not know."""


def player_data(module: Module, nation: str) -> dict[str, Any]:
    """Give what the player needs; `module` is as it is shown in `nation`."""
    parts = tuple(_parts(module))
    questions = {one.id: question_data(one) for one in map(_as_question, parts) if one is not None}
    practices = {one.id: _practice(one) for one in parts if isinstance(one, Practice)}
    tasks = [f"{one.id}/{task.id}" for one in parts if isinstance(one, Tasks) for task in one.tasks]
    asked = [one.id for one in bank(module)]
    # Pages, conversations and so on have rows of their own in the state: the same id in two is no matter.
    known = keys([*(page.id for page in module.pages), *practices, *questions, *tasks])
    return {
        "format": FORMAT,
        "module": module.id,
        "title": plain(module.head.title),
        "nation": nation,
        "width": len(next(iter(known.values()), "")) or KEY,
        "keys": dict(known),
        "pages": [{"id": page.id, "title": plain(page.title)} for page in module.pages],
        "bank": asked,
        "questions": questions,
        "practices": practices,
        "words": {name: tr(words) for name, words in SAID.items()},
    }


def question_data(question: Question) -> dict[str, Any]:
    """Give a question, and what is right about it."""
    return {
        "id": question.id,
        "kind": str(question.kind),
        "prompt": rich(question.prompt),
        "options": [_option(one) for one in question.options],
        "answers": list(question.answers),
        "rights": [
            {"id": one.id, "html": line(one.text), "said": plain(one.text)} for one in question.rights
        ],
        "text": rich(question.text),
        "page": question.page,
        "scenario": question.scenario,
        "takeaway": rich(question.takeaway),
    }


def _parts(module: Module) -> Iterator[ModulePart]:
    for page in module.pages:
        yield from blocks_in(page.parts)


def _as_question(part: ModulePart) -> Question | None:
    """Give what is answered as a question is, whether it counts or is there to try out."""
    if isinstance(part, Question):
        return part
    if isinstance(part, Arrange):
        right = tuple(step.id for step in part.steps)
        return Question(
            part.id,
            part.place,
            CheckKind.ORDER,
            part.prompt,
            part.steps,
            right,
            takeaway=part.takeaway,
        )
    if isinstance(part, Match):
        return Question(
            part.id,
            part.place,
            CheckKind.MATCH,
            part.prompt,
            part.lefts,
            (),
            part.rights,
            takeaway=part.takeaway,
        )
    return None


def _option(option: Option) -> dict[str, str]:
    return {
        "id": option.id,
        "html": line(option.text),
        "said": plain(option.text),
        "why": line(option.explanation),
        "to": option.goes_to,
    }


def _practice(practice: Practice) -> dict[str, Any]:
    scenes: Mapping[str, Any] = {scene.id: _scene(scene) for scene in practice.scenes}
    return {
        "id": practice.id,
        "title": line(practice.title),
        "first": practice.scenes[0].id if practice.scenes else "",
        "scenes": scenes,
        "takeaway": rich(practice.takeaway),
    }


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "text": rich(scene.text),
        "question": line(scene.question),
        "next": rich(scene.next_step),
        "replies": [
            {
                "id": reply.id,
                "html": line(reply.text),
                "to": reply.goes_to,
                "taken": line(reply.taken),
                "asks": line(reply.asks),
                "better": line(reply.better),
            }
            for reply in scene.replies
        ],
    }
