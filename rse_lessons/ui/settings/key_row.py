"""One action with its keys, as a row that opens when it is pressed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui import icons
from rse_lessons.ui.actions import label, shown
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import box, broken, set_lines, smooth

_WIDE = 560
"""From this width at 100% on, keys stand beside the words; below, under them."""
_GAP = 6


class KeyRow(QPushButton):
    """Words at the left, keys as caps, a pencil at the right."""

    def __init__(self, theme: Theme, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.action = action
        self._keys: tuple[str, ...] = ()
        self._changed = False
        self._known: dict[tuple[int, str], tuple[float, float]] = {}
        self._tall: dict[tuple[int, str], int] = {}
        self.setAutoDefault(True)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def show_keys(self, keys: Sequence[str], *, changed: bool) -> None:
        """Show keys by their portable names; `changed` when they are not those of the table."""
        self._keys, self._changed = tuple(shown(key) for key in keys), changed
        self._forget()
        said = tr("no key") if not self._keys else ", ".join(self._keys)
        self.setAccessibleName(f"{label(self.action)}: {said}")
        words = tr("Opens to change the keys")
        self.setAccessibleDescription(f"{tr('Changed by you')}. {words}" if changed else words)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self._forget()
        self.setProperty("corner", theme.px(10))
        self.updateGeometry()
        self.update()

    def _forget(self) -> None:
        """Measure everything anew."""
        self._known.clear()
        self._tall.clear()

    # Where things stand

    def _left(self, width: int) -> float:
        """Give the left edge of the keys."""
        px = self._theme.px
        return px(12) if width < px(_WIDE) else px(12) + (width - px(24)) * 0.46

    def _lines(self, width: int) -> list[str]:
        px = self._theme.px
        room = width - px(24) - px(36) if width < px(_WIDE) else self._left(width) - px(28)
        return broken(label(self.action), self._theme.font(), room)

    def _caps(self, width: int) -> list[tuple[str, QRectF]]:
        """Give each key's place, counted from the top of the keys."""
        px = self._theme.px
        metrics = QFontMetricsF(self._theme.font(15, bold=True))
        left, right = self._left(width), width - px(12) - px(36)
        x, y = left, 0.0
        caps = []
        for key in self._keys:
            wide = max(px(32), metrics.horizontalAdvance(key) + px(18))
            if x > left and x + wide > right:
                x, y = left, y + px(30) + _GAP
            caps.append((key, QRectF(x, y, wide, px(30))))
            x += wide + _GAP
        return caps

    def _heights(self, width: int) -> tuple[float, float]:
        known = self._known.get((width, label(self.action)))
        if known is not None:
            return known
        px = self._theme.px
        words = len(self._lines(width)) * px(26) + (px(22) if self._changed else 0)
        caps = self._caps(width)
        found = self._known[width, label(self.action)] = (words, caps[-1][1].bottom() if caps else px(30))
        return found

    def hasHeightForWidth(self) -> bool:
        """Many keys take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of words and keys."""
        at = width, label(self.action)
        if (tall := self._tall.get(at)) is not None:
            return tall  # layouts ask a thousand times for each row
        px = self._theme.px
        words, keys = self._heights(width)
        inner = max(words, keys) if width >= px(_WIDE) else words + px(6) + keys
        tall = self._tall[at] = math.ceil(inner) + px(18)
        return tall

    def sizeHint(self) -> QSize:
        """As wide as the page."""
        width = self._theme.px(_WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a long key."""
        return QSize(self._theme.px(200), self._theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row in its state."""
        theme, width = self._theme, self.width()
        px = theme.px
        painter = smooth(QPainter(self))
        wide = width >= px(_WIDE)
        ink = "text"
        if self.isDown():
            box(painter, QRectF(self.rect()), px(10), fill=theme.colour("pressed"))
            ink = "on-pressed"
        elif self.isChecked() or self.underMouse():
            box(painter, QRectF(self.rect()), px(10), fill=theme.colour("hover"))
        else:
            painter.fillRect(QRectF(px(12), self.height() - 1, width - px(24), 1), theme.colour("rule"))
        words, keys = self._heights(width)
        middle = self.height() / 2
        top = middle - words / 2 if wide else px(9)
        lines = self._lines(width)
        face = theme.font(bold=self.isChecked())
        below = set_lines(painter, lines, face, colour=theme.colour(ink), at=(px(12), top), height=px(26))
        if self._changed:
            at = (px(12), below)
            colour = theme.colour(ink if self.isDown() else "selected-edge")
            set_lines(painter, [tr("Changed by you")], theme.font(15), colour=colour, at=at, height=px(22))
        self._paint_keys(painter, middle - keys / 2 if wide else px(9) + words + px(6), ink)
        picture = icons.pixmap(
            "pencil", theme.hex(ink if self.isDown() else "text-soft"), px(18), self.devicePixelRatioF()
        )
        at_pencil = QRectF(width - px(12) - px(18), middle - px(9) if wide else px(13), px(18), px(18))
        painter.drawPixmap(at_pencil.topLeft(), picture)
        painter.end()

    def _paint_keys(self, painter: QPainter, top: float, ink: str) -> None:
        theme = self._theme
        px = theme.px
        font = theme.font(15, bold=True)
        if not self._keys:
            at = (self._left(self.width()), top)
            colour = theme.colour(ink if self.isDown() else "text-soft")
            set_lines(painter, [tr("no key")], theme.font(15), colour=colour, at=at, height=px(30))
        for key, place in self._caps(self.width()):
            rect = place.translated(0, top)
            paint_cap(painter, rect, theme)
            advance = QFontMetricsF(font).horizontalAdvance(key)
            at = (rect.center().x() - advance / 2, rect.top() - px(1))
            set_lines(painter, [key], font, colour=theme.colour("text"), at=at, height=px(30))


def paint_cap(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint a key: a cap that is thicker below."""
    px = theme.px
    box(painter, rect, px(7), fill=theme.colour("control-edge"))
    inner = rect.adjusted(1.5, 1.5, -1.5, -px(3.5))
    box(painter, inner, px(6), fill=theme.colour("surface"))
