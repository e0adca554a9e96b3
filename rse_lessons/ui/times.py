"""The times of a lesson on the console: the clock, the pace, and the timer for talking."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Discuss
from rse_lessons.presenting import discuss
from rse_lessons.presenting.discuss import DiscussState
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.slides import blocks_of
from rse_lessons.presenting.timing import TALK_SECONDS
from rse_lessons.ui.console.timer_card import TimerSays
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.slide.blocks.talk_timer import TimerFace
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.talk_words import talk_way, talk_whom, time_words


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
    gone = session.seconds_in_lesson()
    console.header.show_minute(gone, gone + session.seconds_planned())
    _show_timer(session, console, book)
    show_pace(session, console)


def _show_timer(session: Session, console: ConsoleWindow, book: SceneBook) -> None:
    timer, talk = session.timer, _talk(session)
    state = session.states.get(talk.id) if talk else None
    state = state if isinstance(state, DiscussState) else DiscussState()
    planned = float(discuss.seconds(talk, state) if talk else TALK_SECONDS) or TALK_SECONDS
    face = TimerFace(timer.left() - timer.over(), timer.total, timer.running) if timer.started else None
    book.show_timer(session.timer_block, face)
    way = _way(talk, state)
    console.timer.show_time(
        TimerSays(
            caption=_title(talk, state, way),
            left=face.left if face else planned,
            total=timer.total if face else planned,
            running=timer.running,
            started=timer.started,
            step=state.step,
            steps=len(talk.talk_steps) if talk and talk is _on_slide(session) else 0,
        )
    )
    console.next.say_first(*_first(_on_slide(session), session))


def _on_slide(session: Session) -> Discuss | None:
    blocks = blocks_of([session.slides[session.index]])
    return next((block for block in blocks.values() if isinstance(block, Discuss)), None)


def _talk(session: Session) -> Discuss | None:
    """Give the discussion that the timer is for: the one it was started on, or the one of the slide."""
    if session.timer.started and session.timer_block:
        block = blocks_of(session.slides).get(session.timer_block)
        return block if isinstance(block, Discuss) else None
    return _on_slide(session)


def _way(talk: Discuss | None, state: DiscussState) -> str:
    step = discuss.here(talk, state) if talk else None
    return step.way if step else talk.how if talk else ""


def _title(talk: Discuss | None, state: DiscussState, way: str) -> str:
    if talk is None:
        return tr("Timer")
    if not talk.talk_steps:
        return talk_whom(way)
    if not state.step:
        return tr("Think, pair, share")
    return tr("{step}, {number} of {count}").format(
        step=talk_way(way), number=state.step, count=len(talk.talk_steps)
    )


def _first(talk: Discuss | None, session: Session) -> tuple[str, ...]:
    """Say which step Next leads to before it leaves the slide, in fewer words too; empty when it leaves."""
    state = session.states.get(talk.id) if talk else None
    if talk is None or not isinstance(state, DiscussState) or not discuss.has_more(talk, state):
        return ()
    step = talk.talk_steps[state.step]
    way, time = talk_way(step.way), time_words(step.seconds)
    return tr("starts {step}, {time}").format(step=way, time=time), tr("starts {step}").format(step=way)
