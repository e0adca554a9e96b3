"""A label of one line that ends in … where there is no room for all of it. All of it is its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption


class Elided(QLabel):
    """Shows what fits; a screen reader is given the whole."""

    _shorter: tuple[str, ...] = ()

    def set_words(self, words: str, *shorter: str) -> None:
        """Show these words, or the first of `shorter` ones that has room."""
        if shorter != self._shorter:
            self._shorter = shorter
            self.update()
        if words != self.text():
            self.setText(words)
            self.setToolTip(words)
            self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        """Never ask for more than a few letters."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self.fontMetrics().averageCharWidth() * 6), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, cut short where they must be."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        metrics, whole = self.fontMetrics(), (self.text(), *self._shorter)
        fits = (words for words in whole if metrics.horizontalAdvance(words) <= self.width())
        words = metrics.elidedText(next(fits, whole[-1]), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignVCenter | self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask,
            words,
        )
        painter.end()
