"""One lesson on the shelf: a board book, and what it is called below the ledge."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from rse_lessons.i18n.catalogues import ntr
from rse_lessons.ui.bands import ages_line, topic_words
from rse_lessons.ui.library.arrange import Card, whole_in
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.book import LEDGE, paint_ribbon
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.notices import paint_state
from rse_lessons.ui.widgets.paint import broken, fill, pen, rounded, set_lines, smooth

ROOM = 8
"""Room around the cover for the ring and for rising; inside the widget."""
RISE = 4
BELOW = 12
"""Between the ledge and the title."""
ABOVE_STATE = 4


def text_height(theme: Theme, title_lines: int, *, state_lines: int) -> int:
    """Give the height of what is written below a book."""
    px = theme.px
    small = px(theme.type("small")[1])
    height = title_lines * px(theme.type("card")[1]) + small
    return height + (small * state_lines + ABOVE_STATE if state_lines else 0)


def title_lines(theme: Theme, title: str, width: int) -> list[str]:
    """Break a title at the width of its book."""
    return broken(title, theme.font(theme.type("card")[0], bold=True), width)


def minutes_words(card: Card) -> str:
    """Say how long a lesson takes; a file that does not say it, how many slides it has."""
    if card.minutes:
        return ntr("{count} minute", "{count} minutes", card.minutes)
    return ntr("{count} slide", "{count} slides", card.slides)


def minutes_line(card: Card, most: int = 2, languages: str = "") -> str:
    """Give minutes and topics, two at most, `45 minutes · Consent, pictures`; languages stand between."""
    minutes = f"{minutes_words(card)} · {languages}" if languages else minutes_words(card)
    if not card.topics or not most:
        return minutes
    topics = [topic_words(topic) for topic in card.topics[:most]]
    topics[1:] = [topic[:1].lower() + topic[1:] for topic in topics[1:]]
    return f"{minutes} · {', '.join(topics)}"


class BookCard(QPushButton):
    """A book that can be opened. The shelf gives it another lesson when it scrolls."""

    moved = Signal(str)
    """`left`, `right`, `up`, `down`, `first`, `last`, `page-up` or `page-down` was pressed."""

    def __init__(self, theme: Theme, covers: Covers, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._covers = covers
        self._card: Card | None = None
        self._state: tuple[str, str, str] | None = None
        self._begun = False
        self._languages = ""
        self._cover = QSize(0, 0)
        self._ring = False
        self.number = -1
        """Which book of the shelf it is."""
        self.setProperty("painted", True)
        self.setProperty("ring", False)  # it paints its own, round the cover alone

    def show_card(
        self,
        card: Card,
        number: int,
        *,
        state: tuple[str, str, str] | None,
        begun: bool,
        cover: QSize,
        languages: Mapping[str, str] | None = None,
    ) -> None:
        """Be the lesson `card`, in a state of icon, words and colour role.

        It is said which of `languages`, tags with names, all of it is in.
        """
        self.number = number
        self._cover = cover
        spoken = whole_in(card, languages) if languages else ""
        if (card, state, spoken) != (self._card, self._state, self._languages):
            self._card, self._state, self._begun = card, state, begun
            self._languages = spoken
            self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say the lesson's name, age and length in the interface's language."""
        card, state = self._card, self._state
        if card is not None:
            said = [card.title, ages_line(card.band), minutes_line(card, languages=self._languages)]
            self.setAccessibleName(", ".join([*said, state[1]] if state else said))

    @property
    def card_id(self) -> str:
        """The lesson that it is now."""
        return self._card.id if self._card else ""

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Take the size that the shelf gives."""
        return self.size()

    def minimumSizeHint(self) -> QSize:
        """Take the size that the shelf gives."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the book, its ribbon, what is written below, and the ring round the cover."""
        card = self._card
        if card is None:
            return
        theme = self._theme
        painter = smooth(QPainter(self))
        lively = self.underMouse() or self._ring
        up = RISE if self.underMouse() and not self.isDown() else 0
        rect = QRectF(ROOM, ROOM - up, self._cover.width(), self._cover.height())
        band = str(card.band or "")
        book = self._covers.book(card.cover_path, band, self._cover, self.devicePixelRatioF(), theme)
        painter.drawPixmap(rect.topLeft(), book)
        if self._begun:
            paint_ribbon(painter, rect, theme)
        if self._ring:
            ring = rounded(rect.adjusted(-5, -5 + up, 5, 5 + up), 14)
            painter.strokePath(ring, pen(theme.colour("focus"), 3))
        self._paint_words(painter, card, underlined=lively)
        painter.end()

    def _paint_words(self, painter: QPainter, card: Card, *, underlined: bool) -> None:
        theme = self._theme
        px = theme.px
        width = self._cover.width()
        top = float(ROOM + self._cover.height() + LEDGE + BELOW)
        font, line = theme.font(theme.type("card")[0], bold=True), px(theme.type("card")[1])
        lines = title_lines(theme, card.title, width)
        ink = theme.colour("text")
        end = set_lines(painter, lines, font, colour=ink, at=(ROOM, top), height=line)
        if underlined:
            metrics = QFontMetricsF(font)
            for number, words in enumerate(lines):
                y = top + (number + 1) * line - px(2)
                fill(painter, QRectF(ROOM, y, metrics.horizontalAdvance(words), px(2)), ink)
        small, tall = theme.font(theme.type("small")[0]), px(theme.type("small")[1])
        metrics = QFontMetricsF(small)
        # A topic that has no room is left out whole; half a word says nothing.
        words = minutes_line(card, languages=self._languages)
        for most in (1, 0):
            if metrics.horizontalAdvance(words) > width:
                words = minutes_line(card, most, self._languages)
        if metrics.horizontalAdvance(words) > width:
            words = metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, width)
        soft = theme.colour("text-soft")
        end = set_lines(painter, [words], small, colour=soft, at=(ROOM, end), height=tall)
        if self._state:
            at = QPointF(ROOM, end + ABOVE_STATE)
            paint_state(painter, theme, self._state, at=at, ratio=self.devicePixelRatioF(), width=width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless the mouse brought the focus."""
        self._ring = event.reason() != QtCore.Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return; ask for another book with the arrows."""
        key = QtCore.Qt.Key
        moves: dict[int, str] = {
            key.Key_Left: "left",
            key.Key_Right: "right",
            key.Key_Up: "up",
            key.Key_Down: "down",
            key.Key_Home: "first",
            key.Key_End: "last",
            key.Key_PageUp: "page-up",
            key.Key_PageDown: "page-down",
        }
        if event.key() in {key.Key_Return, key.Key_Enter}:
            self.click()
        elif way := moves.get(event.key()):
            self.moved.emit(way)
        else:
            super().keyPressEvent(event)
