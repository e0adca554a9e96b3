"""Sentences for the teacher in a small window: those that come together are said together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.theme import Theme


class Noting:
    """One window with all sentences that nobody has put away yet, not a heap of windows."""

    def __init__(self, theme: Callable[[], Theme], window: QWidget) -> None:
        self._theme = theme
        self._window = window
        self._noted: list[str] = []
        self._note: Question | None = None

    def say(self, sentence: str) -> None:
        """Say a sentence, with those that are in sight still."""
        self._noted = [*(self._noted if self._note is not None else []), sentence]
        words = "\n\n".join(dict.fromkeys(self._noted))
        before = self._note
        box = Question(self._theme(), tr("Please note"), words, [("", tr("Close"))], self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._put_away)
        self._note = box
        box.open()
        if before is not None:
            before.finished.disconnect(self._put_away)
            before.close()

    def _put_away(self) -> None:
        self._note = None
