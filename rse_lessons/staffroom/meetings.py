"""Staff meetings: which there are, and what was counted where one was held."""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.card import Card
from rse_lessons.lesson.model import Lesson, Vote
from rse_lessons.lesson.words import plain
from rse_lessons.means import Means
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.days import day_and_month, local_day
from rse_lessons.ui.dialogs.pick import Asked, PickWindow
from rse_lessons.ui.report_words import hands_words
from rse_lessons.ui.widgets.chooser import Choice


def ask(means: Means) -> str:
    """Offer the staff meetings by their modules' order; gives the id of one, or nothing for not now."""
    school, summary = means.school, means.summary()
    order = {module.id: number for number, module in enumerate(school.modules)}

    def place(card: Card) -> tuple[int, str]:
        lesson = school.read(card.id).lesson
        return (order.get(lesson.front.module, len(order)) if lesson else len(order), card.title)

    cards = sorted(school.staff_meetings, key=place)
    if not cards:
        means.tell(
            tr("There is no guide for a staff meeting here. Your lessons and records are as they were.")
        )
        return ""
    choices = [
        Choice(card.id, card.title, detail=_detail(means, card, summary.standing("", card.id)))
        for card in cards
    ]
    asked = Asked(
        tr("Lead a staff meeting"),
        tr("Each has slides for the screen, an agenda with times, questions to talk about, and handouts."),
        tr("Open the session guide"),
    )
    window = PickWindow(means.theme(), asked, choices, parent=means.window)
    chosen = window.value if window.exec() else ""
    window.deleteLater()
    return chosen


def _detail(means: Means, card: Card, standing: Standing) -> str:
    """Say how long it takes, when it was held, and what colleagues thought before and after."""
    said = [ntr("{count} minute", "{count} minutes", card.minutes)]
    day = local_day(standing.when) if standing.when else None
    if day is not None:
        held = tr("held on {day}") if standing.status == "taught" else tr("begun on {day}")
        said.append(held.format(day=day_and_month(day)))
    lesson = means.school.read(card.id, means.school.language).lesson
    if lesson is not None:
        said.extend(_counted(lesson, card, standing))
    return " · ".join(said)


def _counted(lesson: Lesson, card: Card, standing: Standing) -> Iterator[str]:
    votes = {key: block for key, block in blocks_of(slides_of(lesson)).items() if isinstance(block, Vote)}
    for before, after in card.compared:
        first, then = standing.tallies.get(before), standing.tallies.get(after)
        if first and then and after in votes:
            for option in votes[after].options:
                words = tr("“{answer}”: {before} before, {after} after")
                yield words.format(
                    answer=plain(option.text),
                    before=hands_words(first.get(option.id)),
                    after=hands_words(then.get(option.id)),
                )
