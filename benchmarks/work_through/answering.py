"""Answering questions with keys; what is right comes from the module's own data."""

from __future__ import annotations

from benchmarks.work_through.keyboard import Keyboard, LostError
from rse_lessons.training.marking import right_answer
from rse_lessons.training.model import CheckKind, Question
from rse_lessons.ui.training.blocks.match import MatchBody
from rse_lessons.ui.training.blocks.order import OrderBody
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.question_body import ListBody
from rse_lessons.ui.training.blocks.spot import SpotBody


def answer(keys: Keyboard, card: QuestionCard, *, right: bool) -> None:
    """Answer a question, with or without understanding it, and send the answer with Return."""
    wanted = right_answer(card.question) if right else wrong_answer(card.question)
    body = card.body
    if isinstance(body, ListBody):
        _choose(keys, body, wanted)
    elif isinstance(body, OrderBody):
        _order(keys, body, wanted)
    elif isinstance(body, MatchBody):
        _pair(keys, body, dict(one.split(":") for one in wanted))
    elif isinstance(body, SpotBody):
        for id_, phrase in body.text.phrases.items():
            if id_ in wanted:
                keys.reach(phrase)
                keys.press("space")
    if set(card.body.answer()) != set(wanted):
        keys.note(f"{card.question.id}: chose {wanted}, and {card.body.answer()} is chosen")
    if isinstance(body, MatchBody):
        keys.press_on(card.send)
    else:
        keys.press("Return")
    keys.wait(lambda: card.marked is not None, f"an answer to {card.question.id}")
    if card.marked is None or card.marked.right is not right:
        raise LostError(f"{keys.where}: {card.question.id} is marked {card.marked}, not {right}.")


def wrong_answer(question: Question) -> tuple[str, ...]:
    """Give an answer that does not fit."""
    if question.kind is CheckKind.ORDER:
        first, second, *rest = question.answers
        return (second, first, *rest)
    if question.kind is CheckKind.MATCH:
        lefts = [one.id for one in question.options]
        rights = [one.goes_to for one in question.options]
        return tuple(f"{left}:{other}" for left, other in zip(lefts, rights[1:] + rights[:1], strict=True))
    others = tuple(one.id for one in question.options if one.id not in question.answers)
    return others[:1] or question.answers[:-1]


def _choose(keys: Keyboard, body: ListBody, wanted: tuple[str, ...]) -> None:
    """By number, or by Tab, the arrows and Space."""
    for place, (id_, row) in enumerate(body.rows.items(), 1):
        if id_ not in wanted or row.isChecked():
            continue
        if place % 2:
            keys.press(str(place))
        elif body.several:
            keys.reach(row)
            keys.press("space")
        else:
            keys.reach(row, "Down")
            if not row.isChecked():
                keys.press("space")


def _order(keys: Keyboard, body: OrderBody, wanted: tuple[str, ...]) -> None:
    for place, id_ in enumerate(wanted):
        row = body.rows[id_]
        if keys.at not in body.rows.values():
            keys.reach(body.rows[body.order[0]])
        at = next(spot for spot, one in enumerate(body.order) if body.rows[one] is keys.at)
        there = body.order.index(id_)
        keys.press("Down" if there > at else "Up", abs(there - at))
        if place % 2 and there > place:
            keys.press("space")
            keys.press("Up", there - place)
            keys.press("space")
        else:
            keys.press("alt+Up", there - place)
        if body.order.index(id_) != place or keys.at is not row:
            keys.note(f"{id_} does not come to place {place + 1} by keys")


def _pair(keys: Keyboard, body: MatchBody, wanted: dict[str, str]) -> None:
    for _ in wanted:
        free = [left for left in body.lefts if body.pairs.get(left) != wanted[left]]
        if not free:
            return
        left = free[0]
        if body.current != left:
            keys.reach(body.lefts[left])
            keys.press("space")
        keys.press_on(body.rights[wanted[left]], "space")
