"""The heading of what is read: large where there is room, and a step smaller where there is little."""

from __future__ import annotations

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.words import Words


class Heading(Words):
    """A heading that takes the keyboard when its page is turned to; Tab passes it by."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, role="page", heading=True)

    def fit(self, *, large: bool) -> None:
        """Be as large as a window's title, or as a section's."""
        role = "page" if large else "section"
        if role != self._role:
            self._role = role
            self._heights.clear()
            self.updateGeometry()
            self.update()
