"""Pictures of a rehearsal: the question before it, a moment that comes up, and how it went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.presenting.report import report
from rse_lessons.training.rehearsal import Met
from rse_lessons.ui.dialogs.moment import MomentCard
from rse_lessons.ui.dialogs.rehearsal import AfterRehearsal, BeforeRehearsal
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour import giving
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given


def before(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Show the question before a rehearsal."""
    return Shown(BeforeRehearsal(theme, given.lessons[-1].front.title, host), fills=False)


def moment(given: Given, theme: Theme, *, answered: bool) -> Shown:
    """Show a moment over the teacher's screen, before or after a reply."""
    (make, *_others) = giving.consoles(given.lessons).values()
    shown = make(given, theme)
    found = next(one for one in given.moments if one.last)
    card = MomentCard(theme, found, shown.widget)

    def last() -> None:
        shown.last()
        card.come()
        if answered and card.chosen is None:
            card.replies.rows[1].click()
            QApplication.processEvents()

    return replace(shown, last=last)


def after(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Show how a rehearsal went."""
    first, second, third = given.moments[:3]
    lesson = given.lessons[-1]
    went = report(
        lesson,
        stage_seconds={str(slide.stage): slide.seconds * 0.8 for slide in lesson.slides},
        tallies={},
        seen=range(len(lesson.slides)),
        slide=len(lesson.slides) - 1,
        finished=True,
    )
    good = next(reply for reply in first.replies if not reply.better)
    other = next(reply for reply in second.replies if reply.better)
    met = [Met(first, good, 3), Met(second, other, 5), Met(third, None, 7)]
    return Shown(AfterRehearsal(theme, lesson.front.title, went, met, host), fills=False)


PAGES: Mapping[str, Callable[[Given, Theme], Shown]] = {
    "rehearsal-moment": partial(moment, answered=False),
    "rehearsal-moment-answered": partial(moment, answered=True),
}
WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "rehearsal-before": before,
    "rehearsal-after": after,
}
