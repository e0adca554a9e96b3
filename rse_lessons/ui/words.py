"""The interface's words for what lessons and sessions name by id: stages, states, durations."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.session import Session, Shows


def stage_name(stage: Stage) -> str:
    """Name a stage as the lesson page does."""
    return {
        Stage.WELCOME: tr("Welcome"),
        Stage.GROUND_RULES: tr("What we agreed"),
        Stage.BASELINE: tr("Before"),
        Stage.EXPLORE: tr("Explore"),
        Stage.PRACTISE: tr("Practise"),
        Stage.CHECK: tr("Check"),
        Stage.ENDPOINT: tr("After"),
        Stage.DISTANCE: tr("Out of role"),
        Stage.SIGNPOST: tr("Where to get help"),
        Stage.CLOSE: tr("Closing"),
    }[stage]


def stage_word(stage: Stage) -> str:
    """Name a stage in a word or two, for a place with little room."""
    short = {Stage.GROUND_RULES: tr("Agreed"), Stage.SIGNPOST: tr("Help")}
    return short.get(stage) or stage_name(stage)


def shows_word(shows: Shows) -> str:
    """Name in a word what the class sees."""
    return {
        Shows.LIVE: tr("Live"),
        Shows.FROZEN: tr("Frozen"),
        Shows.PRIVATE: tr("Only you"),
        Shows.BLACK: tr("Black"),
        Shows.WHITE: tr("White"),
        Shows.SAFE: tr("Safe screen"),
        Shows.HELP: tr("Where to get help"),
    }[shows]


def shows_sentence(shows: Shows) -> str:
    """Say what the class sees, after its word."""
    return {
        Shows.LIVE: tr("the class sees this slide"),
        Shows.FROZEN: tr("you can look ahead; the class can’t see this"),
        Shows.PRIVATE: tr("the class doesn’t see this slide yet"),
        Shows.BLACK: tr("the class sees a black screen"),
        Shows.WHITE: tr("the class sees a white screen"),
        Shows.SAFE: tr("the class sees a calm picture"),
        Shows.HELP: tr("the class sees where to get help"),
    }[shows]


def class_sees(session: Session, *, away: bool = False, beside: bool = True) -> str:
    """Say what the class sees now; `beside` the teacher's slide, which then is "this slide"."""
    shows, number = session.shows, session.class_index + 1
    if away:
        return tr("but the projector is away")
    if shows in (Shows.PRIVATE, Shows.FROZEN) and session.nothing_shown:
        further = {
            Shows.PRIVATE: tr("the class sees a calm picture; Next shows this slide"),
            Shows.FROZEN: tr("the class sees a calm picture; you can look ahead"),
        }
        return further[shows]
    other = session.class_index != session.index or not beside
    if shows is Shows.PRIVATE:
        words = tr("the class still sees slide {number}; Next shows this one")
    elif shows is Shows.FROZEN and other:
        words = tr("the class still sees slide {number}; you can look ahead")
    elif shows is Shows.LIVE and not beside:
        words = tr("the class sees slide {number}")
    else:
        return shows_sentence(shows)
    return words.format(number=number)


def clock_words(seconds: float) -> str:
    """Write a duration as minutes and seconds, `2:14`."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def minutes_words(seconds: float) -> str:
    """Write a duration in whole minutes, at least one."""
    minutes = max(1, round(seconds / 60))
    return ntr("{count} minute", "{count} minutes", minutes)
