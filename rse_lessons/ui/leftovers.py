"""Looks for what Python left over at a moment of rest, so that it need not while somebody waits.

Python's full search for garbage reads every object that is alive: 20 ms with a lesson open, at a moment
that it chooses, which may be between a key and the slide that it shows. What is there when the
program rests stays for long, so it is taken out of later searches (`gc.freeze`); what comes after is little,
and is looked through in a moment.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from rse_lessons.ui.memory import return_what_is_free

REST_MS = 300
"""How long after a change of window nothing more is expected to be made."""


def set_aside_soon(owner: QObject) -> None:
    """Search once when `owner`, if still there, is at rest; what is alive then is not searched again."""
    QTimer.singleShot(REST_MS, owner, _set_aside)


def take_back() -> None:
    """Let everything be searched again: what was long alive, a lesson's windows, is over."""
    gc.unfreeze()


def _set_aside() -> None:
    if gc.isenabled():
        gc.collect()
        gc.freeze()
        return_what_is_free()
