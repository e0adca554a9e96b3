"""A line of a checklist: a box of 28 px, a bold line, a soft line, a rule. It never blocks anything."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import box, broken, fill, pen, set_lines, smooth


class CheckRow(QCheckBox):
    """One thing to do; the whole row can be pressed."""

    def __init__(self, theme: Theme, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rule = True
        self.set_words(title, detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("corner", 10)

    def set_words(self, title: str, detail: str = "") -> None:
        """Say something else."""
        self._title, self._detail = title, detail
        self.setAccessibleName(f"{title} {detail}".strip())
        self.updateGeometry()
        self.update()

    def set_last(self) -> None:
        """Leave the rule under the last row out."""
        self._rule = False
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _texts(self, width: int) -> tuple[list[str], list[str]]:
        theme = self._theme
        room = width - theme.px(44)
        bold = broken(self._title, theme.font(bold=True), room)
        soft = broken(self._detail, theme.font(15), room) if self._detail else []
        return bold, soft

    def hasHeightForWidth(self) -> bool:
        """Long words take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of both texts and the room around."""
        px = self._theme.px
        bold, soft = self._texts(width)
        return max(px(28), len(bold) * px(26) + len(soft) * px(22)) + px(24)

    def sizeHint(self) -> QSize:
        """As wide as the desk."""
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a word or two."""
        return QSize(self._theme.px(120), self._theme.px(52))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """Press anywhere on the row."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, words and rule."""
        theme = self._theme
        px = theme.px
        painter = smooth(QPainter(self))
        top = px(12)
        square = QRectF(0, top, px(28), px(28))
        on = self.isChecked()
        ground = "selected-edge" if on else "hover" if self.underMouse() else "surface"
        edge = theme.colour("selected-edge" if on else "control-edge")
        box(painter, square, px(7), fill=theme.colour(ground), edge=edge)
        if on:
            self._tick(painter, square)
        bold, soft = self._texts(self.width())
        ink = theme.colour("text")
        y = set_lines(painter, bold, theme.font(bold=True), colour=ink, at=(px(44), top), height=px(26))
        set_lines(
            painter, soft, theme.font(15), colour=theme.colour("text-soft"), at=(px(44), y), height=px(22)
        )
        if self._rule:
            fill(painter, QRectF(0, self.height() - 1, self.width(), 1), theme.colour("rule"))
        painter.end()

    def _tick(self, painter: QPainter, square: QRectF) -> None:
        k = square.width() / 28
        path = QPainterPath(QPointF(square.left() + 7 * k, square.top() + 14.5 * k))
        path.lineTo(square.left() + 12 * k, square.top() + 19.5 * k)
        path.lineTo(square.left() + 21 * k, square.top() + 9.5 * k)
        line = pen(self._theme.colour("surface"), 3 * k)
        painter.strokePath(path, line)
