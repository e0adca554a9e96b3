"""The times of a lesson on the console: the clock, the pace, and the timer for talking."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Discuss
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.timing import TALK_SECONDS
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.slide.book import SceneBook


def show_pace(session: Session, console: ConsoleWindow) -> None:
    """Say where the lesson is in its stages."""
    pace = session.pace()
    part = 1 - max(0.0, pace.stage_left) / pace.stage_seconds if pace.stage_seconds else 1.0
    console.stage.show_pace(pace, session.plan, part)


def show_times(session: Session, console: ConsoleWindow, book: SceneBook) -> None:
    """Show every time anew; called some times a second."""
    now = QDateTime.currentDateTime()
    ends = now.addSecs(round(session.seconds_planned()))
    locale = QLocale()
    clock = (locale.toString(moment.time(), "HH:mm") for moment in (now, ends))
    console.header.show_clock(*clock)
    talk = _talk(session)
    timer = session.timer
    planned = float(talk.seconds if talk and talk.seconds else TALK_SECONDS)
    total = timer.total if timer.started else planned
    left = timer.left() if timer.started else total
    console.timer.show_time(_talk_words(talk), left, total, running=timer.running, started=timer.started)
    if session.timer_block:
        book.set_timer(session.index, left, total, running=timer.running)
    show_pace(session, console)


def _talk(session: Session) -> Discuss | None:
    parts = session.slides[session.index].parts
    return next((part for part in parts if isinstance(part, Discuss)), None)


def _talk_words(talk: Discuss | None) -> str:
    ways = {"think": tr("Think alone"), "pairs": tr("Talk in pairs"), "groups": tr("Talk in groups")}
    return ways.get(talk.how, tr("Talk together")) if talk else tr("Timer")
