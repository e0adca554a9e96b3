"""What the console says when screens come and go: what happened, what is safe, what to do."""

from __future__ import annotations

from enum import StrEnum

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.console.notice import Notice


class News(StrEnum):
    """What there is to say."""

    NONE = "none"
    AWAY = "away"
    """The class's screen has gone, and there is no other for it."""
    ELSEWHERE = "elsewhere"
    """The class's screen has gone, and the slide is on another."""
    COVERED = "covered"
    """The console is on a screen that the class may see."""
    SHARED = "shared"
    """The class's slide is in a window to share."""


def say(notice: Notice, news: News) -> None:
    """Say it; nothing takes away what was said before."""
    kept = tr("The slide and the timer are kept.")
    if news is News.NONE:
        notice.hide()
    elif news is News.AWAY:
        notice.say(
            tr("The projector has gone."),
            tr("The slide and the timer are kept. The projector comes back by itself when the cable does."),
            "alone",
            tr("Go on with this screen alone"),
        )
    elif news is News.ELSEWHERE:
        notice.say(
            tr("The class’s screen has gone."),
            kept + " " + tr("The class’s slide is on another screen, and goes back when the cable does."),
            "which-screen",
            tr("Choose the screen"),
        )
    elif news is News.COVERED:
        notice.say(
            tr("The class may be able to see this screen."),
            kept + " " + tr("Your notes are covered until you say that only you see it."),
            "which-screen",
            tr("Choose the screen"),
        )
    else:
        notice.say(
            tr("The class’s slide is in a window of its own."),
            tr(
                "In the video call, share the window “RSE Lessons: share this window”, never the whole "
                "screen: your notes are on it."
            ),
        )
