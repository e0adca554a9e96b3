"""How the screens stand beside one another, painted small, each with its number and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.screens import Stand
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, set_lines, smooth

TALL = 144
"""Height at 100%."""


def role_words(role: str) -> str:
    """Say whose a screen is: `class`, `own`, `more` or nobody's."""
    return {"class": tr("The class"), "own": tr("You"), "more": tr("The class too")}.get(role, "")


class RoomPicture(QWidget):
    """A press on a screen asks for it. What it shows is said by the choices below it, too."""

    chosen = Signal(str)
    """The name of the screen that was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stands: tuple[Stand, ...] = ()
        self._roles: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_stands(self, stands: Sequence[Stand], roles: Mapping[str, str]) -> None:
        """Paint these screens; `roles` says by name whose each is."""
        self._stands, self._roles = tuple(stands), dict(roles)
        said = [f"{stand.number}: {stand.title}, {role_words(roles.get(stand.name, ''))}" for stand in stands]
        self.setAccessibleName("; ".join(line.rstrip(", ") for line in said))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, and of a fixed height."""
        return QSize(self._theme.px(480), self._theme.px(TALL))

    def minimumSizeHint(self) -> QSize:
        """Grow narrow if need be."""
        return QSize(self._theme.px(160), self._theme.px(TALL))

    def places(self) -> dict[str, QRectF]:
        """Give where each screen is painted, by name."""
        if not self._stands:
            return {}
        whole = QRect()
        for stand in self._stands:
            whole = whole.united(stand.area)
        px = self._theme.px
        room = QRectF(self.rect()).adjusted(px(16), px(10), -px(16), -px(10))
        factor = min(room.width() / whole.width(), room.height() / whole.height())
        corner = room.center() - QPointF(whole.width() * factor, whole.height() * factor) / 2
        found = {}
        for stand in self._stands:
            at = (stand.area.topLeft() - whole.topLeft()).toPointF() * factor + corner
            size = stand.area.size().toSizeF() * factor
            found[stand.name] = QRectF(at, size).adjusted(px(3), px(3), -px(3), -px(3))
        return found

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the screen under the pointer."""
        for name, place in self.places().items():
            if place.contains(event.position()):
                self.chosen.emit(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wall, and the screens on it."""
        theme = self._theme
        painter = smooth(QPainter(self))
        edge = theme.colour("rule") if theme.high_contrast else None
        box(painter, QRectF(self.rect()), theme.px(10), fill=theme.colour("sunken"), edge=edge)
        places = self.places()
        for stand in self._stands:
            self._paint_screen(painter, places[stand.name], stand)
        painter.end()

    def _paint_screen(self, painter: QPainter, place: QRectF, stand: Stand) -> None:
        theme = self._theme
        px = theme.px
        role = self._roles.get(stand.name, "")
        seen = role in ("class", "more")
        ground = "selected" if seen else "surface"
        edge = "selected-edge" if seen else "control-edge"
        box(
            painter,
            place,
            px(8),
            fill=theme.colour(ground),
            edge=theme.colour(edge),
            width=4 if role == "class" else 2,
        )
        ink = theme.colour("on-selected" if seen else "text")
        words = role_words(role)
        small = theme.font(15)
        fits = bool(words) and place.height() >= px(46) and advance(words, small) < place.width() - px(8)
        size = max(14.0, min(32.0, (place.height() / theme.scale - (22 if fits else 0)) * 0.7))
        number, face, line = str(stand.number), theme.font(size, bold=True), px(size * 1.2)
        top = place.center().y() - (line + (px(22) if fits else 0)) / 2
        at = (place.center().x() - advance(number, face) / 2, top)
        set_lines(painter, [number], face, colour=ink, at=at, height=line)
        if fits:
            at = (place.center().x() - advance(words, small) / 2, top + line)
            set_lines(painter, [words], small, colour=ink, at=at, height=px(22))
