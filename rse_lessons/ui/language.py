"""Qt speaks the interface's language: its own words, its names of keys, its dates and numbers.

Qt's words are in the interface's catalogue, under a context `Qt:` with Qt's own after it. Where Qt ships a
language of its own accord (Scottish Gaelic), that answers what the catalogue does not.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable

from PySide6.QtCore import QTranslator

CONTEXT = "Qt:"
_PLAIN = "%n"
"""What Qt fills in by itself where something is counted."""


class GettextTranslator(QTranslator):
    """Answers Qt out of a gettext catalogue. With `heard`, it tells of all that Qt asks for."""

    def __init__(
        self,
        words: gettext.NullTranslations,
        heard: Callable[[str, str, str], object] | None = None,
    ) -> None:
        super().__init__()
        self._words, self._heard = words, heard

    def isEmpty(self) -> bool:
        """Qt asks only translators that have something."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Give Qt's words in this language; None, where the catalogue has none, sends Qt on to the next."""
        if self._heard is not None:
            self._heard(context, source, disambiguation or "")
        if not source:
            return None
        key = CONTEXT + context
        found = self._words.npgettext(key, source, source, n) if n >= 0 else self._words.pgettext(key, source)
        return None if found == source else found
