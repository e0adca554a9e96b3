"""The box under an answer: a tick and why, or calmly what is not there yet, or the next step to take."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.notices import Icon
from rse_lessons.ui.widgets.paint import box, fill, rounded, smooth
from rse_lessons.ui.widgets.words import Words

GOOD, LAMP, PLAIN = "good", "lamp", "plain"
_ICONS = {GOOD: ("check", "good"), LAMP: ("info", "text"), PLAIN: ("info", "text-soft")}


class AnswerBox(QFrame):
    """Bold words and softer ones on a ground: green for what fits, lamp for what comes next."""

    def __init__(
        self, theme: Theme, kind: str = PLAIN, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._icon = theme, kind, icon
        self._row = QHBoxLayout(self)
        self.mark = Icon(theme, *_ICONS[kind])
        sign = QVBoxLayout()
        sign.addSpacing(3)
        sign.addWidget(self.mark)
        sign.addStretch(1)
        self._row.addLayout(sign)
        self.title = Words(theme, bold=True)
        self.text = Words(theme)
        self.column = QVBoxLayout()
        self.column.setSpacing(2)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self._row.addLayout(self.column, 1)
        self.set_theme(theme)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Be of a kind from now on."""
        self._kind = kind
        icon, colour = _ICONS[kind]
        self.mark.set_icon(self._icon or icon, colour)
        self.update()

    def say(self, title: str, text: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setText(text)
        self.text.setVisible(bool(text))

    def said(self) -> str:
        """Give all of it, for a screen reader."""
        return " ".join(filter(None, (self.title.text(), self.text.text())))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        px = theme.px
        self._row.setContentsMargins(px(20), px(16), px(20), px(16))
        self._row.setSpacing(px(14))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground. Where it cannot be light, an edge or a strip of lamp yellow says what it is."""
        theme = self._theme
        painter = smooth(QPainter(self))
        rect, radius = QRectF(self.rect()), theme.px(12)
        if self._kind == GOOD:
            edge = theme.colour("good") if theme.high_contrast else None
            box(painter, rect, radius, fill=theme.colour("good-ground"), edge=edge)
        elif self._kind == LAMP and not theme.dark:
            box(painter, rect, radius, fill=QColor(theme.tints["lamp"]))
        else:
            edge = theme.colour("rule") if theme.dark else None
            box(painter, rect, radius, fill=theme.colour("sunken" if theme.dark else "ground"), edge=edge)
        if self._kind == LAMP:
            painter.setClipPath(rounded(rect, radius))
            fill(painter, QRectF(0, 0, theme.px(6), rect.height()), theme.colour("help"))
        painter.end()
