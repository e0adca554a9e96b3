"""Looks for what Python left over on the windows' thread alone, and at a moment of rest where it takes long.

A search on another thread, whenever Python chose, would delete windows there that nobody refers to any more:
Qt allows that on their own thread only, and the program would end.

Python's full search for garbage reads every object that is alive: 20 ms with a lesson open, at a moment
that it chooses, which may be between a key and the slide that it shows. What is there when the
program rests stays for long, so it is taken out of later searches (`gc.freeze`); what comes after is little,
and is looked through in a moment.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from rse_lessons.ui.memory import return_what_is_free

_LOOK_MS = 1000
REST_MS = 300
"""How long after a change of window nothing more is expected to be made."""


def search_here(owner: QObject) -> None:
    """From now on search for garbage on this thread, now and then, as long as `owner` is there."""
    gc.disable()
    timer = QTimer(owner)
    timer.setInterval(_LOOK_MS)
    timer.timeout.connect(search_if_due)
    timer.start()


def search_if_due() -> None:
    """Search as Python itself would by now: what is youngest, or more when more has gathered."""
    limits, counts = gc.get_threshold(), gc.get_count()
    due = [generation for generation, limit in enumerate(limits) if counts[generation] > limit]
    if due:
        gc.collect(due[-1])


def set_aside_soon(owner: QObject) -> None:
    """Search once when `owner`, if still there, is at rest; what is alive then is not searched again."""
    QTimer.singleShot(REST_MS, owner, _set_aside)


def take_back() -> None:
    """Let everything be searched again: what was long alive, a lesson's windows, is over."""
    gc.unfreeze()


def _set_aside() -> None:
    gc.collect()
    gc.freeze()
    return_what_is_free()
