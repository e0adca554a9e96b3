"""Asking in a terminal for a profile's passcode, before a command gives away what the window would hide."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.access import FIRST
from rse_lessons.settings.passcode import Answer
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.profiles import Profiles

TRIES = 3
NOT_HERE = (
    "Your profile has a passcode, and this command gives out what it hides. Start the command in a terminal,"
    " where you can type the passcode, or do it in the window of RSE Lessons. Nothing was written."
)
UNREADABLE = (
    "The passcode of your profile cannot be read: its file is missing, damaged or another’s. Nothing was"
    " written. Start RSE Lessons; “I have forgotten it” opens the profile without its private words."
)
WRONG = "That is not the passcode."
SHUT = "Nothing was written."
WAIT = "The passcode was wrong several times. Try again in {seconds} seconds. Nothing was written."


def _typed() -> str | None:
    """Have the passcode typed without showing it; None where nobody can type."""
    if not sys.stdin.isatty():
        return None
    from getpass import getpass  # noqa: PLC0415  imported late: few need it

    try:
        return getpass(tr("Passcode of your profile: "))
    except EOFError:
        return None


def admitted(paths: Paths, typed: Callable[[], str | None] = _typed) -> bool:
    """Ask for the passcode of the first profile, whose records commands use; True when it has none.

    `typed` gives what somebody types. What is wrong is said on standard error.
    """
    profiles = Profiles(paths)
    profile = profiles.get(FIRST)
    if not paths.passcode.exists() and (profile is None or not profile.guarded):
        return True
    passcode = profiles.passcode(FIRST)
    if not passcode.is_set:
        return _refused(UNREADABLE)
    for _try in range(TRIES):
        words = typed()
        if words is None:
            return _refused(NOT_HERE)
        answer = passcode.attempt(words)
        if answer is Answer.RIGHT:
            return True
        if answer is Answer.WAIT:
            return _refused(WAIT, seconds=math.ceil(passcode.wait()))
        print(tr(WRONG), file=sys.stderr)
    return _refused(SHUT)


def _refused(sentence: str, **told: int) -> bool:
    print(tr(sentence).format(**told), file=sys.stderr)
    return False
