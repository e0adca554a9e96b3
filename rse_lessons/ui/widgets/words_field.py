"""A field for one paragraph that wraps and grows with its words.

Enter and Tab go on to what comes next: what is written here has no lines of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme

_AROUND = 20
"""Padding and edge above and below the words, as the stylesheet has them."""


class WordsField(QPlainTextEdit):
    """Two lines high, and as high as its words need, up to eight lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", True)
        self.setProperty("corner", 10)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self.set_theme(theme)

    def text(self) -> str:
        """Give what was written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Put other words in."""
        self.setPlainText(text)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("placeholder"))
        self.setPalette(colours)
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted as one paragraph, without its looks."""
        self.insertPlainText(" ".join(source.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to what comes next with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def sizeHint(self) -> QSize:
        """Ask for the height of the words."""
        return QSize(self._theme.px(320), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Give the least width, and the height of the words."""
        return QSize(self._theme.px(160), self._tall())

    def _tall(self) -> int:
        lines = min(8, max(2, round(self.document().size().height())))
        return self.fontMetrics().lineSpacing() * lines + _AROUND

    def _grow(self) -> None:
        tall = self._tall()
        over = round(self.document().size().height()) > 8
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        if tall != self.height():
            self.setFixedHeight(tall)
            self.updateGeometry()
