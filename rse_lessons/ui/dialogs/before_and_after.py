"""The questions before a lesson begins on one screen, and when it is to end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.theme import Theme


def alone_question(
    theme: Theme, parent: QWidget | None = None, *, mirrored: bool = False, sharing: bool = False
) -> Question:
    """Say that the class will see this screen; `go` presents here, `share` in a window for a video call."""
    if mirrored:
        title = tr("Both screens show the same picture")
        words = tr(
            "The class will see this screen, so your notes stay hidden. To see notes on your own screen, "
            "extend the desktop: on Windows press the Windows key and P, then choose Extend; on a Mac choose "
            "Displays, Arrange, and turn mirroring off; on Linux choose Settings, Displays, Join. You can do "
            "that at any time during the lesson."
        )
    else:
        title = tr("There is one screen")
        words = tr(
            "The class will see this screen, so your notes stay hidden. To see notes on your own screen, "
            "connect the projector and extend the desktop: on Windows press the Windows key and P, then "
            "choose Extend; on a Mac choose Displays, Arrange, and turn mirroring off; on Linux choose "
            "Settings, Displays, Join. You can do that at any time during the lesson."
        )
    here, shared = ("go", tr("Present on this screen")), ("share", tr("Share in a video call"))
    # What was chosen last time is the likely one.
    likely = [shared, here] if sharing else [here, shared]
    return Question(theme, title, words, [*likely, ("", tr("Not yet"))], parent)


def end_question(
    theme: Theme,
    number: int,
    count: int,
    parent: QWidget | None = None,
    *,
    finished: bool = False,
    box: bool = False,
    recorded: bool = True,
    rehearsal: bool = False,
) -> Question:
    """Ask whether to end at slide `number` of `count`; `end` ends, `box` then opens the question box."""
    if rehearsal:
        title = tr("End the rehearsal?")
        words = tr("You are at slide {number} of {count}. A summary comes next.").format(
            number=number, count=count
        )
        answers = [("end", tr("End the rehearsal")), ("", tr("Go on with it"))]
        return Question(theme, title, words, answers, parent)
    if not recorded:
        words = tr("You are at slide {number} of {count}. Nothing is written down.").format(
            number=number, count=count
        )
    elif finished:
        words = tr("The class has reached the end. It is recorded as taught.")
    else:
        words = tr("You are at slide {number} of {count}. Next time you can go on from here.").format(
            number=number, count=count
        )
    more = [("box", tr("End it, then the question box"))] if box else []
    answers = [("end", tr("End the lesson")), *more, ("", tr("Go on with it"))]
    return Question(theme, tr("End the lesson?"), words, answers, parent)
