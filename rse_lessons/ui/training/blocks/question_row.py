"""A thing to choose, drawn as in a slide's quiz: a circle, words, and how it fits once that is known.

What fits is green with a tick; what does not fit yet gets a dashed edge and a kind word, never a cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, disc, fill, pen, rounded, set_lines, smooth

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Base
else:
    _Base = object

OPEN, FITS, MISSED, OTHER = "open", "fits", "missed", "other"
"""How a row stands: nothing is known yet; it fits; it fits and was not chosen; it does not fit."""
WIDE = 560
"""From this width on, at 100%, words are larger."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def state_word(state: str) -> str:
    """Say how a row stands."""
    return {FITS: tr("This fits."), MISSED: tr("This fits too."), OTHER: tr("Not this one yet.")}.get(
        state, ""
    )


class RowLooks(_Base):
    """What all rows have in common; `sign` in its circle is a letter or a number, or nothing."""

    def dress(self, theme: Theme, text: str, *, sign: str = "", square: bool = False) -> None:
        """Take looks and words; called once, by whatever makes the row."""
        self.theme, self.text_, self.sign, self._square = theme, text, sign, square
        self._tall: dict[tuple[object, ...], int] = {}
        self.detail = ""
        """Softer words below."""
        self.told = ""
        """How it stands, in words, for those who cannot see it."""
        self.shows_told = True
        """Whether these words are seen as well; a tick needs none."""
        self.state = OPEN
        self.locked = False
        """Whether it can be read and no longer chosen."""
        self.beside = 0
        """Room on the right for what stands there, in px."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("painted", True)
        self.set_theme(theme)
        self._name()

    def say(self, text: str | None = None, *, detail: str | None = None, sign: str | None = None) -> None:
        """Say something else."""
        self.text_ = self.text_ if text is None else text
        self.detail = self.detail if detail is None else detail
        self.sign = self.sign if sign is None else sign
        self._name()
        self.updateGeometry()
        self.update()

    def stand(
        self, state: str, *, told: str | None = None, detail: str | None = None, aloud: bool = False
    ) -> None:
        """Show how it fits; `told` where other words than the usual say so, `aloud` if only aloud."""
        self.state = state
        self.shows_told = state != FITS and not aloud
        self.told = state_word(state) if told is None else told
        self.say(detail=detail)

    def _name(self) -> None:
        self.setAccessibleName(self.text_)
        self.setAccessibleDescription(" ".join(filter(None, (self.told, self.detail))))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.setProperty("corner", theme.px(10))
        self.updateGeometry()
        self.update()

    # Sizes

    def _left(self) -> int:
        return self.theme.px(18 + 26 + 14)

    def _lines(self, width: int) -> tuple[list[str], list[str], tuple[int, int]]:
        """Give the lines of the words and of what is softer, and the size and line height of the words."""
        theme = self.theme
        size = theme.type("lead" if width >= theme.px(WIDE) else "body")
        room = width - self._left() - theme.px(16) - self.beside
        words = broken(self.text_, theme.font(size[0]), room)
        softer = "\n".join(filter(None, (self.told if self.shows_told else "", self.detail)))
        return words, broken(softer, theme.font(15), room) if softer else [], size

    def hasHeightForWidth(self) -> bool:
        """Long words take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words and the room around; Qt asks very often."""
        px = self.theme.px
        key = (
            width,
            self.theme.scale,
            self.text_,
            self.told if self.shows_told else "",
            self.detail,
            self.beside,
        )
        if key not in self._tall:
            words, soft, (_size, line) = self._lines(width)
            high = max(px(26), len(words) * px(line)) + len(soft) * px(22) + px(28)
            self._tall[key] = max(high, self.minimumSizeHint().height())
        return self._tall[key]

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self.theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a word."""
        return QSize(self.theme.px(140) + self.beside, self.theme.px(54))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def hitButton(self, _pos: QPoint) -> bool:
        """Press anywhere in the box, as long as there is something to choose."""
        return not self.locked

    # Painting

    def _colours(self) -> tuple[str, str, str, int]:
        """Give the roles of ground, edge and ink, and the edge's width."""
        if self.state in (FITS, MISSED):
            return "good-ground", "good", "text", 3
        if self.state == OTHER:
            return "surface", "control-edge", "text", 2
        if self.isChecked() and not self.locked:
            return "selected", "selected-edge", "on-selected", 3
        if self.isDown() and not self.locked:
            return "pressed", "control-edge", "on-pressed", 2
        hover = self.underMouse() and not self.locked
        return "hover" if hover else "surface", "control-edge", "text", 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box in its state, the circle and the words."""
        theme, px = self.theme, self.theme.px
        ground, edge, ink, width = self._colours()
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        if self.state in (OTHER, MISSED):
            box(painter, rect, px(10), fill=theme.colour(ground))
            line = pen(theme.colour(edge), width)
            line.setDashPattern([3, 3])
            painter.strokePath(rounded(rect.adjusted(1.5, 1.5, -1.5, -1.5), px(10)), line)
        else:
            box(painter, rect, px(10), fill=theme.colour(ground), edge=theme.colour(edge), width=width)
        words, soft, (size, tall) = self._lines(self.width())
        top = px(14)
        middle = top + px(tall) / 2
        self._paint_sign(painter, QRectF(px(18), middle - px(13), px(26), px(26)), ink)
        at = (self._left(), top)
        below = set_lines(painter, words, theme.font(size), colour=theme.colour(ink), at=at, height=px(tall))
        quiet = theme.colour(ink if theme.high_contrast or ink == "on-pressed" else "text-soft")
        set_lines(painter, soft, theme.font(15), colour=quiet, at=(at[0], below), height=px(22))
        painter.end()

    def _paint_sign(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        theme, on = self.theme, self.isChecked() and not (self.locked and self.sign)
        radius = theme.px(7) if self._square else rect.height() / 2
        if self.state in (FITS, MISSED):
            full = self.state == FITS
            good = theme.colour("good")
            box(painter, rect, radius, fill=good if full else theme.colour("surface"), edge=good)
            _tick(painter, rect, theme.colour("surface") if full else good)
            return
        light = theme.high_contrast and ink != "text"
        edge = theme.colour(ink if light else "selected-edge" if on else "control-edge")
        ground = theme.colour("selected" if light and on else "surface")
        box(painter, rect, radius, fill=None if light and not on else ground, edge=edge)
        if self.sign:
            font = theme.font(15, bold=True)
            left = rect.center().x() - advance(self.sign, font) / 2
            letters = theme.colour(ink if light else "text")
            set_lines(painter, [self.sign], font, colour=letters, at=(left, rect.top()), height=rect.height())
        elif on and self._square:
            _tick(painter, rect, edge)
        elif on:
            fill(painter, disc(QPointF(rect.center()), rect.width() * 0.29), edge)


def _tick(painter: QPainter, square: QRectF, colour: QColor) -> None:
    k = square.width() / 28
    path = QPainterPath(QPointF(square.left() + 7.5 * k, square.top() + 14.5 * k))
    path.lineTo(square.left() + 12 * k, square.top() + 19 * k)
    path.lineTo(square.left() + 20.5 * k, square.top() + 9.5 * k)
    painter.strokePath(path, pen(colour, 2.8 * k))


class OneRow(RowLooks, QRadioButton):
    """One of several, of which one can be chosen."""

    def __init__(self, theme: Theme, text: str, parent: QWidget, *, sign: str = "") -> None:
        super().__init__(parent)
        self.dress(theme, text, sign=sign)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what an arrow leads to; Qt would wait for Space while nothing is chosen yet."""
        if self.locked and event.key() == Qt.Key.Key_Space:
            return
        super().keyPressEvent(event)
        now = QApplication.focusWidget()
        arrow = event.key() in _ARROWS and isinstance(now, OneRow) and now.parent() is self.parent()
        if arrow and isinstance(now, OneRow) and not now.locked:
            now.setChecked(True)


class SeveralRow(RowLooks, QCheckBox):
    """One of several, of which some can be chosen."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.dress(theme, text, square=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it as it is once it can only be read."""
        if not (self.locked and event.key() == Qt.Key.Key_Space):
            super().keyPressEvent(event)


class PressRow(RowLooks, QPushButton):
    """One of several that does something at once."""

    def __init__(self, theme: Theme, text: str, parent: QWidget, *, sign: str = "") -> None:
        super().__init__(parent)
        self.setAutoDefault(True)  # Return presses it too
        self.dress(theme, text, sign=sign)
