"""The slide as text in native widgets, for screen readers and for whoever reads better so.

A line is there in the teacher's language, and under it as the class reads it, where that is another.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.compounds import held
from rse_lessons.ui.headings import HEADING, install
from rse_lessons.ui.locales import say_in
from rse_lessons.ui.slide.said import Said, Spoken
from rse_lessons.ui.theme import Theme


class _Paragraph(QLabel):
    """One line in one language, which can be chosen by Tab and by mouse."""

    def __init__(self, view: TextView, *, heading: bool) -> None:
        super().__init__(view)
        self._view = view
        self.words = ""
        self.line = 0
        self.language = ""
        self.heading = heading
        self.setObjectName("slide-heading" if heading else "slide-text")
        self.setProperty(HEADING, heading)
        self.setProperty("role", "section" if heading else "lead")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_said(self, line: int, said: Said, *, further: bool) -> None:
        """Show what a line says, counted from 0; `further` where it stands above in another language."""
        self.line, self.language = line, said.language
        say_in(self, said.language)
        role = "section" if self.heading else "soft" if further else "lead"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        words = said.text
        if words != self.words:
            self.words = words
            self.setAccessibleName(words)
            self.mark("", "")

    def holds(self, sentence: str) -> bool:
        """Tell whether a sentence stands in it."""
        return self._found(sentence) is not None

    def _found(self, sentence: str) -> re.Match[str] | None:
        pattern = r"\s+".join(map(re.escape, sentence.split()))
        return re.search(pattern, self.words) if pattern else None

    def mark(self, sentence: str, style: str) -> bool:
        """Mark a sentence in it; with an empty one, none. False when it is not there."""
        found = self._found(sentence)
        if found is None:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(held(self.words))
            return False
        start, end = found.span()
        before, marked, after = (
            html.escape(part) for part in (self.words[:start], self.words[start:end], self.words[end:])
        )
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(held(f'{before}<span style="{style}">{marked}</span>{after}'))
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the chosen one."""
        super().focusInEvent(event)
        self._view.choose(self)


class TextView(QFrame):
    """Headings, paragraphs, options and pictures' descriptions, one label each, each reachable by Tab."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        install()
        self._theme = theme
        self.paragraphs: list[_Paragraph] = []
        self._chosen: _Paragraph | None = None
        self._marked: _Paragraph | None = None
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("clear", "true")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._list.setSpacing(theme.px(12))
        self._list.addStretch(1)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.setAccessibleName(tr("The slide as text"))

    def show_lines(self, lines: Sequence[Spoken]) -> None:
        """Show lines in reading order, each in its languages."""
        parts = [
            (number, line.role, said, place > 0)
            for number, line in enumerate(lines)
            for place, said in enumerate(line.words)
        ]
        headings = [role == "heading" and not further for _number, role, _said, further in parts]
        # What has been said to be a heading stays one to a screen reader, so only its like takes its place.
        while [known.heading for known in self.paragraphs] != headings[: len(self.paragraphs)]:
            self._drop(self.paragraphs.pop())
        while len(self.paragraphs) < len(parts):
            paragraph = _Paragraph(self, heading=headings[len(self.paragraphs)])
            self._list.insertWidget(len(self.paragraphs), paragraph)
            self.paragraphs.append(paragraph)
        for paragraph, (number, _role, said, further) in zip(self.paragraphs, parts, strict=True):
            paragraph.show_said(number, said, further=further)

    def choose(self, paragraph: _Paragraph) -> None:
        """Take a paragraph as the chosen one."""
        self._chosen = paragraph

    def chosen(self) -> tuple[int, str] | None:
        """Give the line that was chosen, from 0, and its language, while the keyboard is not at the slide."""
        window = self.window()
        if not self.isVisible() or self._chosen is None or window.focusWidget() in (None, window):
            return None
        return self._chosen.line, self._chosen.language

    def mark(self, line: int | None, sentence: str) -> None:
        """Mark the sentence of a line that is being read and keep it in sight; with None, none."""
        here = [paragraph for paragraph in self.paragraphs if paragraph.line == line]
        paragraph = next((one for one in here if one.holds(sentence)), here[0] if here else None)
        if self._marked is not None and self._marked is not paragraph:
            self._marked.mark("", "")
        self._marked = paragraph
        if paragraph is not None:
            ground, ink = self._theme.hex("selected"), self._theme.hex("on-selected")
            paragraph.mark(sentence, f"background-color: {ground}; color: {ink};")
            self.area.ensureWidgetVisible(paragraph, 0, self._theme.px(24))

    def _drop(self, paragraph: _Paragraph) -> None:
        if self._chosen is paragraph:
            self._chosen = None
        if self._marked is paragraph:
            self._marked = None
        self._list.removeWidget(paragraph)
        paragraph.hide()
        paragraph.deleteLater()


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say words at once."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
