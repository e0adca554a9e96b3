"""Pictures of what is done in a module: questions of each kind, a conversation, a try and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from random import Random
from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.training.marking import right_answer
from rse_lessons.training.model import CheckKind, Module, Practice, Question
from rse_lessons.training.walking import paths
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.training.blocks.match import MatchBody
from rse_lessons.ui.training.blocks.order import OrderBody
from rse_lessons.ui.training.blocks.practice import PracticeWidget
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.question_body import ListBody
from rse_lessons.ui.training.blocks.spot import SpotBody
from rse_lessons.ui.training.blocks.try_widget import TryWidget
from rse_lessons.ui.widgets.page_area import PageArea

Make = Callable[[Given, Theme], Shown]
Part = TypeVar("Part")
WIDE = 820
"""As wide as a block is on its page, at 100%."""
SEED = 7


def pages(given: Given) -> dict[str, Make]:
    """Give the pictures; none without modules."""
    if not given.modules:
        return {}
    made: dict[str, Make] = {}
    for kind in CheckKind:
        made[f"block-{kind}-not-yet"] = partial(question, kind=kind, right=False)
    made["block-order"] = partial(question, kind=CheckKind.ORDER, right=None)
    made["block-single-fits"] = partial(question, kind=CheckKind.SINGLE, right=True)
    made["practice-told"] = practice_told
    made["practice-ended"] = partial(practice_walked, compared=False)
    made["practice-compared"] = partial(practice_walked, compared=True)
    made["try-passed"] = partial(tried, missed=1)
    made["try-not-yet"] = partial(tried, missed=4)
    return made


def _parts(module: Module, kind: type[Part]) -> Iterator[Part]:
    return (part for page in module.pages for part in page.parts if isinstance(part, kind))


def _on_page(theme: Theme, block: QWidget) -> Shown:
    """Put a block onto a page of its own."""
    area = PageArea()
    area.column.setContentsMargins(24, 24, 24, 24)
    block.setMaximumWidth(max(WIDE, theme.px(WIDE)))
    row = QHBoxLayout()  # of all layouts it alone asks how high a block is at the most that it may have
    row.addStretch(1)
    row.addWidget(block, 100)
    row.addStretch(1)
    area.column.addLayout(row)
    area.column.addStretch(1)
    window = QWidget()
    window.setProperty("room", "true")
    window.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
    filled = QVBoxLayout(window)
    filled.setContentsMargins(0, 0, 0, 0)
    filled.addWidget(area)
    return Shown(window)


def _answer(card: QuestionCard, *, right: bool) -> None:
    """Choose what is right, or something that is not, and answer."""
    body, asked = card.body, card.question
    if isinstance(body, MatchBody):
        rights = [option.goes_to for option in asked.options]
        for id_ in rights if right else [*rights[1:], rights[0]]:
            body.put(id_)
    elif isinstance(body, OrderBody):
        wanted = list(right_answer(asked))
        while right and body.order != wanted:
            place = next(place for place, id_ in enumerate(wanted) if body.order[place] != id_)
            body.shift(body.rows[wanted[place]], -1)
    else:
        other = [option.id for option in asked.options if option.id not in asked.answers]
        for id_ in asked.answers if right else [*asked.answers[:-1], *other[:1]]:
            if isinstance(body, ListBody):
                body.rows[id_].setChecked(True)
            elif isinstance(body, SpotBody):
                body.text.phrases[id_].setChecked(True)
    card.answer()


def question(given: Given, theme: Theme, *, kind: CheckKind, right: bool | None) -> Shown:
    """Show a question of a kind; `right` is None while it is not answered."""
    found = (one for module in given.modules for one in _parts(module, Question) if one.kind is kind)
    card = QuestionCard(next(found), theme)
    if right is not None:
        _answer(card, right=right)
    return _on_page(theme, card)


def _practice(given: Given) -> Practice:
    return next(one for module in given.modules for one in _parts(module, Practice))


def practice_told(given: Given, theme: Theme) -> Shown:
    """Show what is said of a reply that could be better."""
    talk = PracticeWidget(_practice(given), theme)
    replies = talk.walk.scene.replies
    talk.choose(next((one.id for one in replies if not one.good), replies[0].id))
    return _on_page(theme, talk)


def practice_walked(given: Given, theme: Theme, *, compared: bool) -> Shown:
    """Show the end of a conversation that was walked twice, or both walks side by side."""
    talk = PracticeWidget(_practice(given), theme)
    ways = list(islice(paths(talk.block), 12))
    for way in (ways[0], ways[-1]):
        talk.walk_again()
        for reply in way:
            talk.choose(reply)
            talk.go_on()
    if compared:
        talk.show_compared()
    return _on_page(theme, talk)


def tried(given: Given, theme: Theme, *, missed: int) -> Shown:
    """Show the end of a try in which some answers, none of them about a scene, did not fit."""
    made = TryWidget(given.modules[0], theme, random=Random(SEED))  # noqa: S311  the same try in each tour
    made.begin()
    while isinstance(made.front, QuestionCard):
        card = made.front
        right = card.question.scenario or missed == 0
        missed -= not right
        _answer(card, right=right)
        made.go_on()
    return _on_page(theme, made)
