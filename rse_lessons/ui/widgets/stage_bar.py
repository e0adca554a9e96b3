"""The bar of a lesson's stages: done in ink, to come in outline, help always lamp yellow.

A sentence beside it says the same; the bar's accessible name is that sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import fill, pen, rounded, smooth

HELP_STAGE = "signpost"


class StageBar(QWidget):
    """Segments as long as their stages; `tall` is the console's, with a marker where one is."""

    def __init__(self, theme: Theme, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tall = tall
        self._stages: tuple[tuple[str, float], ...] = ()
        self._done = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stages(self, stages: Sequence[tuple[str, float]], done: float) -> None:
        """Show stages by id with their lengths, of which `done` (in the same measure) is behind."""
        self._stages = tuple((str(stage), float(length)) for stage, length in stages)
        self._done = done
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be; 10 high, or 32 with a marker."""
        return QSize(280, self._theme.px(32 if self._tall else 10))

    def minimumSizeHint(self) -> QSize:
        """Give a width at which every stage can be seen."""
        return QSize(120, self.sizeHint().height())

    def segments(self) -> list[tuple[str, QRectF, float]]:
        """Give stage, place and the part done (0 to 1) of each segment."""
        if not self._stages:
            return []
        px = self._theme.px
        gap, least = px(4), px(10)
        top = px(8) if self._tall else 0
        total = sum(length for _stage, length in self._stages) or 1.0
        room = max(1.0, self.width() - gap * (len(self._stages) - 1) - least * len(self._stages))
        left, before = 0.0, 0.0
        result = []
        for stage, length in self._stages:
            width = least + room * length / total
            part = 0.0 if length <= 0 else min(1.0, max(0.0, (self._done - before) / length))
            result.append((stage, QRectF(left, top, width, self.height() - top), part))
            left += width + gap
            before += length
        return result

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every segment, and the marker on the one that is part done."""
        theme = self._theme
        painter = smooth(QPainter(self))
        ink, paper = theme.colour("primary"), theme.colour("surface")
        for stage, rect, part in self.segments():
            inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
            path = rounded(inner, theme.px(3))
            is_help = stage == HELP_STAGE
            now = 0 < part < 1
            edge = theme.colour("help-edge") if is_help else ink if part > 0 else theme.colour("control-edge")
            fill(painter, path, theme.colour("help") if is_help else ink if part >= 1 else paper)
            if now and not is_help:
                self._fill_part(painter, path, inner, part, ink)
            painter.strokePath(path, pen(edge, 1.5))
            if now and self._tall:
                self._mark(painter, inner, part)
        painter.end()

    @staticmethod
    def _fill_part(painter: QPainter, path: QPainterPath, rect: QRectF, part: float, ink: QColor) -> None:
        painter.save()
        painter.setClipPath(path)
        fill(painter, QRectF(rect.left(), rect.top(), rect.width() * part, rect.height()), ink)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRectF, part: float) -> None:
        size = self._theme.px(6)
        x = rect.left() + rect.width() * part
        marker = QPainterPath(QPointF(x - size, 0))
        marker.lineTo(x + size, 0)
        marker.lineTo(x, size * 1.2)
        marker.closeSubpath()
        fill(painter, marker, self._theme.colour("text"))
        painter.strokePath(_down(x, self.height()), pen(self._theme.colour("text"), 2))


def _down(x: float, height: float) -> QPainterPath:
    line = QPainterPath(QPointF(x, 2))
    line.lineTo(x, height)
    return line
