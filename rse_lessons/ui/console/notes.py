"""The notes, only for the teacher: labelled parts that scroll and grow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import ptr, tr
from rse_lessons.lesson.model import NotePart, Notes
from rse_lessons.lesson.words import plain
from rse_lessons.ui.compounds import held
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.elided import Elided
from rse_lessons.ui.widgets.paint import advance
from rse_lessons.ui.widgets.words import Words

SIZES = (17, 40)
WIDE = 560
"""From this width on, labels stand beside the words; below, above them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that belongs to a slide, offered over its notes."""

    action: str
    words: str
    icon: str = ""


@lru_cache(maxsize=512)
def _html(markdown: str) -> str:
    from rse_lessons.lesson.html import to_html  # noqa: PLC0415  imported late: start-up

    return held(to_html(markdown))


def warm(notes: Notes | None) -> None:
    """Turn a slide's notes into HTML before they are shown."""
    for part in notes.parts if notes else ():
        _html(part.markdown)


def label_words(label: str) -> str:
    """Give a part's label in the interface's language; an `If …` label is the lesson's own words."""
    return _labels().get(label, label)


def is_condition(label: str) -> bool:
    """Tell whether a label is the lesson's own words: when what stands there is to be done."""
    return bool(label) and label not in _labels()


def _labels() -> dict[str, str]:
    return {
        "Say": ptr("notes", "Say"),
        "Ask": ptr("notes", "Ask"),
        "Do": ptr("notes", "Do"),
        "Listen for": ptr("notes", "Listen for"),
        "Adapt": ptr("notes", "Adapt"),
        "Time": ptr("notes", "Time"),
    }


class _Row(QFrame):
    """One part: its label and its words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.label = Words(theme, bold=True, top=True, parent=self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rule = QFrame(self)
        self.rule.setProperty("rule", "true")
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._wide: tuple[bool, int] | None = None

    def show_part(self, part: NotePart, colour: str, *, first: bool) -> None:
        self.label.setText(label_words(part.label))
        self.label.setVisible(bool(part.label))
        self.label.set_colour(colour)
        self.words.setText(_html(part.markdown))
        said = plain(part.markdown)
        self.words.setAccessibleName(f"{self.label.text()}: {said}" if part.label else said)
        self.rule.setVisible(not first)

    def set_size(self, size: int) -> None:
        font = self._theme.font(17)
        font.setPixelSize(size)
        self.words.setFont(font)

    def arrange(self, *, wide: bool, label: int = 0) -> None:
        """Put the label, `label` px wide, beside the words, or above them."""
        if (wide, label) == self._wide:
            return
        self._wide = (wide, label)
        px = self._theme.px
        for widget in (self.rule, self.label, self.words):
            self._layout.removeWidget(widget)
        self._layout.setVerticalSpacing(px(12) if wide else px(4))
        self._layout.setHorizontalSpacing(px(24))
        self._layout.addWidget(self.rule, 0, 0, 1, 2)
        self._layout.addWidget(self.label, 1, 0, 1, 1 if wide else 2)
        self._layout.addWidget(self.words, 1 if wide else 2, 1 if wide else 0, 1, 1 if wide else 2)
        self.label.setFixedWidth(label if wide else 16777215)
        self.label.setMinimumWidth(label if wide else 0)
        self._layout.setColumnStretch(1, 1)


class _Care(QFrame):
    """The slide's content note, in a box over all other notes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("content-note")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme.px
        self.setStyleSheet(
            f"#content-note {{ background: {theme.hex('care-ground')}; border: 2px solid {theme.hex('care')};"
            f" border-radius: {px(12)}px; }}"
        )
        self.label = Words(theme, bold=True, colour="care", parent=self)
        self.sees = Words(theme, parent=self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(12), px(16), px(12))
        layout.setSpacing(px(4))
        layout.addWidget(self.label)
        layout.addWidget(self.sees)
        layout.addWidget(self.words)
        self.hide()

    def show_note(self, words: str, sees: str) -> None:
        """Show the note; `sees` says what the class sees while it may not see the slide yet."""
        self.label.setText(tr("Before you show this slide") if sees else tr("Take care"))
        self.sees.setText(sees)
        self.sees.setVisible(bool(sees))
        self.words.setText(held(words))
        self.words.setAccessibleName(f"{self.label.text()}: {words}")
        self.setVisible(bool(words))

    def set_size(self, size: int) -> None:
        font = self._theme.font(17)
        font.setPixelSize(size)
        self.words.setFont(font)


class NotesPanel(QFrame):
    """The card with the notes of the slide the teacher is at."""

    size_requested = Signal(int)
    requested = Signal(str)
    """An action that was offered."""

    def __init__(self, theme: Theme, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._theme = theme
        self._size = size
        self._notes: Notes | None = None
        self._accent = theme.hex("link")
        self._rows: list[_Row] = []
        self.offers: dict[str, Button] = {}
        self.title = Elided(self)
        self.title.setProperty("role", "card")
        self.smaller = self._size_button("A−", -1)
        self.larger = self._size_button("A+", 1)
        self.empty = QLabel(self)
        self.empty.setProperty("role", "soft")
        self.empty.setWordWrap(True)
        self.care = _Care(theme, self)
        self._care = ("", "")
        self._build()
        self.set_size(size)
        self.retranslate()

    def _size_button(self, text: str, step: int) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("narrow", "true")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.size_requested.emit(step))
        return button

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.smaller)
        head.addWidget(self.larger)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setProperty("ring", True)
        inside = QWidget()
        inside.setProperty("clear", "true")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, px(12), 0)
        self._list.setSpacing(px(12))
        self._list.addWidget(self.care)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(px(8))
        self._list.addLayout(self._offers)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(16), px(16), px(16))
        layout.setSpacing(px(12))
        layout.addLayout(head)
        layout.addWidget(self.area, 1)

    def retranslate(self) -> None:
        """Put the card's words into the interface's language."""
        self.title.set_words(tr("Notes, only for you"), tr("Notes"))
        self._fit_title()
        self.smaller.setAccessibleName(tr("Smaller notes"))
        self.larger.setAccessibleName(tr("Larger notes"))
        self.area.setAccessibleName(tr("Notes"))
        self.empty.setText(tr("This slide has no notes."))
        self.show_notes(self._notes)
        self.care.show_note(*self._care)

    def set_accent(self, colour: str) -> None:
        """Colour the labels as the lesson's band."""
        self._accent = colour

    def show_notes(self, notes: Notes | None) -> None:
        """Show a slide's notes from their beginning."""
        self._notes = notes
        parts = notes.parts if notes else ()
        self.empty.setVisible(not parts)
        while len(self._rows) < len(parts):
            row = _Row(self._theme, self)
            row.set_size(self._pixels())
            self._list.insertWidget(self._list.count() - 1, row)
            self._rows.append(row)
        wide, label = self._is_wide(), self._label_width()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(parts))
            if number < len(parts):
                row.arrange(wide=wide, label=label)
                care = is_condition(parts[number].label)
                colour = self._theme.hex("care") if care else self._accent
                row.show_part(parts[number], colour, first=number == 0)
        self._measure()
        self.area.verticalScrollBar().setValue(0)

    def _measure(self) -> None:
        """Have every part's height asked for anew: Qt keeps that of other words, or of another size."""
        for row in self._rows:
            for widget in (row.words, row.label, row):
                widget.updateGeometry()
            row.layout().invalidate()  # type: ignore[union-attr]
        self._list.invalidate()

    def show_care(self, care: str, sees: str) -> None:
        """Show the slide's content note; `sees` says what the class sees while it may not see the slide."""
        if (care, sees) != self._care:
            self._care = (care, sees)
            self.care.show_note(care, sees)
            self.area.verticalScrollBar().setValue(0)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer actions over the notes; the button of one that was there already keeps the keyboard."""
        for action in self.offers.keys() - {one.action for one in offers}:
            button = self.offers.pop(action)
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        for one in offers:
            if one.action not in self.offers:
                button = self.offers[one.action] = Button(self._theme, icon=one.icon, wraps=True)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(lambda _=False, action=one.action: self.requested.emit(action))
                self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.offers[one.action].set_text(one.words)
            said = one.words.replace("\u00a0", " ")  # what holds a line together is not said
            self.offers[one.action].setAccessibleName(said)
            self.offers[one.action].setToolTip(said)

    def set_size(self, size: int) -> None:
        """Set the size of the words, in px at 100%."""
        self._size = size
        self.care.set_size(self._pixels())
        for row in self._rows:
            row.set_size(self._pixels())
        self._measure()
        self.smaller.setEnabled(size > SIZES[0])
        self.larger.setEnabled(size < SIZES[1])

    def scroll_by(self, step: int) -> None:
        """Scroll by about a third of the card, down or up."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + step * self.area.viewport().height() // 3)

    def _pixels(self) -> int:
        """Give the size of the words: a little smaller where the card is narrow."""
        return self._theme.px(self._size * (1.0 if self._is_wide() else 0.8))

    def _label_width(self) -> int:
        """Give the width for labels beside the words, in which no word of a label is parted."""
        parts = self._notes.parts if self._notes else ()
        words = {word for part in parts for word in label_words(part.label).split()}
        longest = max((advance(word, self._theme.font(17, bold=True)) for word in words), default=0.0)
        return max(self._theme.px(112), math.ceil(longest) + 1)

    def _is_wide(self) -> bool:
        return self.width() >= self._theme.px(WIDE)

    def _fit_title(self) -> None:
        """Leave the title out where even its short form would be cut: notes are known for what they are."""
        shortest = self.title.fontMetrics().horizontalAdvance(tr("Notes"))
        buttons = self.smaller.sizeHint().width() + self.larger.sizeHint().width()
        self.title.setVisible(shortest + buttons + self._theme.px(24 + 16 + 2 * 8) <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels beside or above the words."""
        super().resizeEvent(event)
        self.care.set_size(self._pixels())
        self._fit_title()
        for row in self._rows:
            row.arrange(wide=self._is_wide(), label=self._label_width())
            row.set_size(self._pixels())
        self._measure()
