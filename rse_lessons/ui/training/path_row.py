"""A module on the path: a circle with its number or a tick, its title, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.known import Line
from rse_lessons.ui.training.words import state_words
from rse_lessons.ui.widgets.desk import OVERHANG
from rse_lessons.ui.widgets.paint import advance, box, broken, disc, fill, pen, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton

_CIRCLE, _GAP = 34, 16


class PathRow(TallButton):
    """Pressed, it opens its module."""

    def __init__(self, theme: Theme, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.line = line
        self.current = self.roomy = False
        self.show_line(line)

    def show_line(self, line: Line, *, current: bool = False) -> None:
        """Show how far the module is, and whether it is the one that is open."""
        number = tr("{number}. {title}").format(number=line.number, title=line.title)
        said = [number if line.number else line.title]
        done = tr("finished") if line.state == "finished" else ""
        said += [words for words in (state_words(line), done, tr("open now") if current else "") if words]
        name = ", ".join(said)
        if (line, current, name) == (self.line, self.current, self.accessibleName()):
            return  # the seven others, each time that a module is opened
        self.line, self.current = line, current
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_roomy(self, *, roomy: bool) -> None:
        """Take more room where the window has it."""
        if roomy != self.roomy:
            self.roomy = roomy
            self.updateGeometry()

    def _faces(self) -> tuple[QFont, QFont]:
        return self._theme.font(17, bold=self.current), self._theme.font(15)

    def _texts(self, width: int) -> tuple[Sequence[str], Sequence[str]]:
        px = self._theme.px
        room = width - 2 * OVERHANG - px(_CIRCLE) - px(_GAP)
        state = state_words(self.line)
        # As tall as with bold words, so that opening it moves nothing.
        title = broken(self.line.title, self._theme.font(17, bold=True), room)
        return title, broken(state, self._faces()[1], room) if state else ()

    def heightForWidth(self, width: int) -> int:
        """Give the height of circle or words, and the room around."""
        px = self._theme.px
        title, state = self._texts(width)
        return max(px(_CIRCLE), len(title) * px(26) + len(state) * px(22)) + px(22 if self.roomy else 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground where one is, the circle, and the words."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else ""
        ground = ground or ("ground" if self.current else "")
        if ground:
            edge = theme.colour("control-edge") if self.current and theme.high_contrast else None
            box(painter, rect, px(10), fill=theme.colour(ground), edge=edge)
        ink = theme.colour("on-pressed" if self.isDown() else "text")
        soft = ink if self.isDown() else theme.colour("text-soft")
        self._paint_circle(painter, ink)
        title, state = self._texts(self.width())
        left = OVERHANG + px(_CIRCLE) + px(_GAP)
        tall = len(title) * px(26) + len(state) * px(22)
        top = (self.height() - tall) / 2
        face, small = self._faces()
        top = set_lines(painter, title, face, colour=ink, at=(left, top), height=px(26))
        set_lines(painter, state, small, colour=soft, at=(left, top), height=px(22))
        painter.end()

    def _paint_circle(self, painter: QPainter, ink: QColor) -> None:
        theme, size = self._theme, self._theme.px(_CIRCLE)
        centre = QPointF(OVERHANG + size / 2, self.height() / 2)
        state, number = self.line.state, str(self.line.number or "")
        filled = "good" if state == "finished" else "primary" if self.current else ""
        inner = theme.colour("surface") if state == "finished" else theme.colour("on-primary")
        if filled:
            fill(painter, disc(centre, size / 2), theme.colour(filled))
        else:
            inner = ink
            fill(painter, disc(centre, size / 2 - 1), theme.colour("surface"))
            edge = "care" if state == "renew" else "control-edge"
            painter.strokePath(disc(centre, size / 2 - 1), pen(theme.colour(edge), 2))
            if not self.isDown():
                inner = theme.colour("text")
        icon = {"finished": "check", "renew": "rotate-ccw"}.get(state, "" if number else "file-text")
        if icon:
            wide = theme.px(20)
            picture = icons.pixmap(icon, inner, wide, self.devicePixelRatioF())
            painter.drawPixmap(centre - QPointF(wide / 2, wide / 2), picture)
            return
        face = theme.font(17, bold=True)
        at = (centre.x() - advance(number, face) / 2, centre.y() - theme.px(13))
        set_lines(painter, [number], face, colour=inner, at=at, height=theme.px(26))
