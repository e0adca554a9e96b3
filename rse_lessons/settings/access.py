"""What somebody may come to, and the id of the first profile: all that a start without a question needs."""

from __future__ import annotations

from typing import NamedTuple

FIRST = "first"
"""The id of the profile that the data folder itself is."""


class Access(NamedTuple):
    """What somebody may come to. Windows are put together by it: what is not granted is not made."""

    notes: bool = False
    """What only the teacher reads."""
    progress: bool = False
    """Classes, what they were taught, and writing any of it down."""
    training: bool = False
    settings: bool = False
    authoring: bool = False
    """Lessons that are written, packs, and what is printed."""


OWNER = Access(notes=True, progress=True, training=True, settings=True, authoring=True)
"""Whoever opened a profile."""
PRESENT_ONLY = Access()
"""Whoever did not: lessons can be given, and that is all."""
