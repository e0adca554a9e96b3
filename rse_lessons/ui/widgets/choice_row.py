"""One of several: a circle, bold words and a softer line in a box; the whole box can be pressed.

`Choices` holds a few of them, of which one is chosen. A longer list belongs into `chooser`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.flow import Columns
from rse_lessons.ui.widgets.paint import advance, box, broken, set_lines, smooth

_GAP = 10
_LARGE = 1.4
"""From this text size on, choices stand below one another."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ChoiceRow(QRadioButton):
    """One choice. Its edge keeps its room in every state, so that choosing moves nothing."""

    PICTURE = 0
    """Height at 100% of what is painted above the words."""

    def __init__(self, theme: Theme, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice = choice
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)
        self.set_choice(choice)

    def set_choice(self, choice: Choice) -> None:
        """Say this choice's words."""
        self.choice, self._least = choice, 0
        self.setAccessibleName(choice.text)
        self.setAccessibleDescription(choice.detail)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme, self._least = theme, 0
        self.setProperty("corner", theme.px(10))
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        px = self._theme.px
        return px(14) + px(24) + px(12) + (px(18) if self.choice.swatch else 0)

    def _texts(self, width: int) -> tuple[list[str], list[str]]:
        theme, choice = self._theme, self.choice
        room = width - self._left() - theme.px(10)
        bold = broken(choice.text, theme.font(bold=True), room)
        return bold, broken(choice.detail, theme.font(15), room) if choice.detail else []

    def _picture_room(self) -> int:
        return self._theme.px(self.PICTURE + 12) if self.PICTURE else 0

    def hasHeightForWidth(self) -> bool:
        """Long words take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words and the room around."""
        px = self._theme.px
        bold, soft = self._texts(width)
        return self._picture_room() + len(bold) * px(26) + len(soft) * px(22) + px(22)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def least(self) -> int:
        """Give the width at which its longest word is still whole."""
        if not self._least:  # layouts ask a thousand times for each row
            theme, choice = self._theme, self.choice
            words = [advance(word, theme.font(bold=True)) for word in choice.text.split()]
            words += [advance(word, theme.font(15)) for word in choice.detail.split()]
            self._least = self._left() + math.ceil(max(words, default=0.0)) + theme.px(10) + 1
        return self._least

    def minimumSizeHint(self) -> QSize:
        """Give a width for a word."""
        return QSize(self._theme.px(140), self._theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """Press anywhere in the box."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what an arrow leads to; Qt would wait for Space while nothing is chosen yet."""
        super().keyPressEvent(event)
        now = QApplication.focusWidget()
        if event.key() in _ARROWS and isinstance(now, ChoiceRow) and now.parent() is self.parent():
            now.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box in its state, the picture, the circle and the words."""
        theme, on = self._theme, self.isChecked()
        px = theme.px
        painter = smooth(QPainter(self))
        ground = (
            "selected" if on else "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        )
        edge = theme.colour("selected-edge" if on else "control-edge")
        box(painter, QRectF(self.rect()), px(10), fill=theme.colour(ground), edge=edge, width=3 if on else 2)
        top = px(11) + self._picture_room()
        if self.PICTURE:
            self.paint_picture(painter, QRectF(px(12), px(12), self.width() - px(24), px(self.PICTURE)))
        ink = {"selected": "on-selected", "pressed": "on-pressed"}.get(ground, "text")
        self._paint_circle(painter, QRectF(px(14), top + px(1), px(24), px(24)), ink)
        if self.choice.swatch:
            self._paint_swatch(painter, top, ink)
        bold, soft = self._texts(self.width())
        at = (self._left(), top)
        below = set_lines(
            painter, bold, theme.font(bold=True), colour=theme.colour(ink), at=at, height=px(26)
        )
        quiet = theme.colour(ink if theme.high_contrast or ground == "pressed" else "text-soft")
        set_lines(painter, soft, theme.font(15), colour=quiet, at=(at[0], below), height=px(22))
        painter.end()

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what stands above the words; nothing, but in a choice that has a picture."""

    def _paint_circle(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        theme, on = self._theme, self.isChecked()
        light = theme.high_contrast and on
        edge = theme.colour(ink if light else "selected-edge" if on else "control-edge")
        box(
            painter, rect, rect.height() / 2, fill=theme.colour("selected" if light else "surface"), edge=edge
        )
        if on:
            painter.setPen(theme.colour("selected") if light else theme.colour("surface"))
            painter.setBrush(edge)
            painter.drawEllipse(QPointF(rect.center()), rect.width() * 0.29, rect.width() * 0.29)

    def _paint_swatch(self, painter: QPainter, top: float, ink: str) -> None:
        theme = self._theme
        rect = QRectF(theme.px(14 + 24 + 12), top + theme.px(3), theme.px(8), theme.px(20))
        hidden = theme.high_contrast and self.isChecked()
        colour = theme.colour(ink) if hidden else theme.band(self.choice.swatch).mark
        box(painter, rect, theme.px(3), fill=colour)


class Choices(QWidget):
    """A few choices, of which one is chosen; the arrows go from one to the next."""

    chosen = Signal(str)
    """The value of the choice that was taken."""

    def __init__(
        self,
        theme: Theme,
        *,
        columns: int = 1,
        row: type[ChoiceRow] = ChoiceRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._row = row
        self._group = QButtonGroup(self)
        self.rows: list[ChoiceRow] = []
        self._value = ""
        self._beside = Columns(self._fitting, self, gap=_GAP)

    @property
    def value(self) -> str:
        """What is chosen; empty while nothing is."""
        return self._value

    def set_choices(self, choices: Sequence[Choice], value: str) -> None:
        """Offer `choices`, of which `value` is chosen; those that stay keep the keyboard."""
        if [row.choice.value for row in self.rows] == [choice.value for choice in choices]:
            for row, choice in zip(self.rows, choices, strict=True):
                row.set_choice(choice)
        else:
            self._make(choices)
        self._value = value
        for row in self.rows:
            row.blockSignals(True)
            row.setChecked(row.choice.value == value)
            row.blockSignals(False)
            row.update()
        self._stop_once()

    def set_question(self, question: str) -> None:
        """Say what is chosen here, for those who cannot see it."""
        self.setAccessibleName(question)

    def set_theme(self, theme: Theme) -> None:
        """Take as many columns as the text size leaves room for."""
        self._theme = theme
        self._beside.invalidate()

    def row_of(self, value: str) -> ChoiceRow:
        """Give the row of a choice."""
        return next(row for row in self.rows if row.choice.value == value)

    def _make(self, choices: Sequence[Choice]) -> None:
        for row in self.rows:
            self._group.removeButton(row)
            self._beside.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(self._theme, choice, self) for choice in choices]
        before: QWidget = self
        # Qt orders only what can have the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for row in self.rows:
            self._group.addButton(row)
            self._beside.addWidget(row)
            # New widgets come last in the tab order; these belong where their group is.
            QWidget.setTabOrder(before, row)
            before = row
            row.toggled.connect(self._toggled)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _stop_once(self) -> None:
        """Let Tab stop at what is chosen and nowhere else; Qt itself would stop at the first row."""
        policy = Qt.FocusPolicy
        chosen = [row for row in self.rows if row.isChecked()] or self.rows[:1]
        for row in self.rows:
            row.setFocusPolicy(policy.StrongFocus if row in chosen else policy.ClickFocus)

    def _fitting(self, width: int) -> int:
        """Give the number of columns at `width`: fewer for large text, and where a word would be broken."""
        wide = self._columns
        if self._theme.scale >= _LARGE:
            wide = (wide + 1) // 2 if wide > 2 else 1
        least = max((row.least() for row in self.rows), default=0)
        fit = min(wide, max(1, (width + _GAP) // (least + _GAP)))
        if fit == wide:
            return wide
        lines = -(-len(self.rows) // fit)
        return -(-len(self.rows) // lines) if lines else 1  # as many in each line, where they go on below

    def _toggled(self, on: bool) -> None:
        row = self.sender()
        if on and isinstance(row, ChoiceRow) and row.choice.value != self._value:
            self._value = row.choice.value
            self._stop_once()
            self.chosen.emit(self._value)
