"""What the teacher prefers, as far as a lesson needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray

from rse_lessons.settings.console_lock import ConsoleLock
from rse_lessons.ui.screens import Wish
from rse_lessons.ui.slide.readings import Reads


@dataclass(frozen=True, slots=True)
class Wishes:
    """All of it, with what holds when nothing is said."""

    screens: Wish = field(default_factory=Wish)
    """The remembered screens."""
    big_buttons: bool = False
    """Whether the class's screen is a touch panel with large buttons at its foot."""
    shared_at: QByteArray = field(default_factory=QByteArray)
    """Where the window to share stood last."""
    notes_size: int = 24
    layout: str = "even"
    """Of the teacher's screen."""
    keys: Mapping[str, tuple[str, ...]] | None = None
    lock: ConsoleLock | None = None
    """Where the console's passcode is kept."""
    reads: Reads = field(default_factory=Reads)
    """What the class reads."""
