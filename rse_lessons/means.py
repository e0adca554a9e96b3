"""What the windows beside the library are made with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rse_lessons.progress.facts.summary import Summary
    from rse_lessons.progress.recording.store import Store
    from rse_lessons.school import School
    from rse_lessons.ui.library.window import LibraryWindow
    from rse_lessons.ui.theme import Theme


class Means(NamedTuple):
    """What every desk works with."""

    school: School
    window: LibraryWindow
    theme: Callable[[], Theme]
    store: Callable[[], Store]
    summary: Callable[[], Summary]
    prefer: Callable[..., None]
    refresh: Callable[[], None]
    """Look through the lessons' folders again."""
    tell: Callable[[str], None]
    """Say a sentence to the teacher."""
    teaching: Callable[[], bool]
    """Whether a lesson is being given; on any thread."""
