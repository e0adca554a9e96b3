"""What the signs of the grid mean, each beside its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, fill, pen, rounded, set_lines, smooth

_SIGN = 22
_BETWEEN = 22


class Legend(QWidget):
    """Signs with their words, in as many lines as needed; an empty sign is words alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._signs: tuple[tuple[str, str], ...] = ()
        self._band = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, signs: Sequence[tuple[str, str]], band: str) -> None:
        """Explain these signs, in the colours of an age band."""
        self._signs, self._band = tuple(signs), band
        self.setAccessibleName(". ".join(words for _sign, words in signs))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> tuple[list[tuple[str, list[str], float, float]], float]:
        """Give each sign with its lines and place, and the height of all."""
        width -= self.contentsMargins().right()
        px, font = self._theme.px, self._theme.font(15)
        places: list[tuple[str, list[str], float, float]] = []
        left, top, tall = 0.0, 0.0, 0.0
        for sign, words in self._signs:
            before = px(_SIGN + 8) if sign else 0
            lines = broken(words, font, max(40, width - before))
            wide = before + max(advance(line, font) for line in lines)
            if left and left + wide > width:
                left, top, tall = 0.0, top + tall, 0.0
            places.append((sign, lines, left, top))
            left += wide + px(_BETWEEN)
            tall = max(tall, len(lines) * px(24))
        return places, top + tall

    def hasHeightForWidth(self) -> bool:
        """Take more lines in a narrow window."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines."""
        return round(self._places(width)[1])

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        """Give a width for the longest words, broken."""
        return QSize(160, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint signs and words."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        soft, font = theme.colour("text-soft"), theme.font(15)
        for sign, lines, left, top in self._places(self.width())[0]:
            if sign:
                self._paint_sign(painter, sign, QRectF(left, top, px(_SIGN), px(24)))
            at = (left + (px(_SIGN + 8) if sign else 0), top)
            set_lines(painter, lines, font, colour=soft, at=at, height=px(24))
        painter.end()

    def _paint_sign(self, painter: QPainter, sign: str, place: QRectF) -> None:
        if sign in {"before", "after"}:
            self._paint_bar(painter, place, filled=sign == "after")
        elif sign == "ribbon":
            self._paint_ribbon(painter, place)
        elif sign == "dashed":
            rect = QRectF(place.left() + 1, place.center().y() - self._theme.px(8), place.width() - 2, 0)
            self._paint_dashes(painter, rect.adjusted(0, 0, 0, self._theme.px(16)))
        elif sign in {"full", "half", "planned"}:
            self._paint_mark(painter, sign, place)
        else:
            name, colour = {"tick": ("check", "good"), "part-way": ("part-way", "care")}.get(
                sign, (sign, "text-soft")
            )
            size = self._theme.px(18)
            picture = icons.pixmap(name, self._theme.hex(colour), size, self.devicePixelRatioF())
            painter.drawPixmap(
                QPointF(place.left() + self._theme.px(2), place.center().y() - size / 2), picture
            )

    def _paint_bar(self, painter: QPainter, place: QRectF, *, filled: bool) -> None:
        theme, px = self._theme, self._theme.px
        colours = theme.band(self._band)
        ground = theme.colour("text") if theme.high_contrast else colours.fill
        edge = theme.colour("text") if theme.dark else colours.deep
        if not filled:
            ground, edge = theme.colour("surface"), theme.colour("control-edge")
        bar = QRectF(place.left(), place.center().y() - px(6), place.width(), px(12))
        box(painter, bar, px(3), fill=ground, edge=edge, width=1.75)

    def _paint_ribbon(self, painter: QPainter, place: QRectF) -> None:
        px, middle = self._theme.px, place.center().y()
        ribbon = QPainterPath(QPointF(place.left() + px(5), middle - px(9)))
        for x, y in ((17, -9), (17, 9), (11, 4), (5, 9)):
            ribbon.lineTo(place.left() + px(x), middle + px(y))
        ribbon.closeSubpath()
        fill(painter, ribbon, self._theme.band("post-16").deep)
        if self._theme.dark:
            painter.strokePath(ribbon, pen(self._theme.colour("text")))

    def _paint_dashes(self, painter: QPainter, rect: QRectF) -> None:
        line = QPen(self._theme.colour("control-edge"), 2)
        line.setDashPattern([2.4, 2])
        painter.strokePath(rounded(rect, self._theme.px(4)), line)

    def _paint_mark(self, painter: QPainter, sign: str, place: QRectF) -> None:
        px = self._theme.px
        mark = QRectF(place.left() + px(7), place.center().y() - px(8), px(8), px(16))
        paint_mark(painter, mark, sign, self._band, self._theme)


def paint_mark(painter: QPainter, mark: QRectF, sign: str, band: str, theme: Theme) -> None:
    """Paint the mark of a day's lesson: `full` for taught, `half` for part of it, `planned` in dashes."""
    if sign == "planned":
        line = QPen(theme.colour("control-edge"), 1.5)
        line.setDashPattern([2, 1.6])
        painter.strokePath(rounded(mark.adjusted(0.75, 0.75, -0.75, -0.75), 2), line)
        return
    fill(painter, rounded(mark, 2), theme.band(band).mark)
    if sign == "half":
        inner = mark.adjusted(1.5, mark.height() / 2, -1.5, -1.5)
        fill(painter, rounded(inner, 1), theme.colour("surface"))
