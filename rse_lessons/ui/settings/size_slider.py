"""A size to choose: a slider, its number, and a line of words in that size."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from rse_lessons.ui.theme import FAMILY, Theme
from rse_lessons.ui.widgets.paint import box, broken, set_lines, smooth
from rse_lessons.ui.widgets.words import Words


class _Slider(QSlider):
    """A slider that lets the wheel scroll the page instead of changing a size unnoticed."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on."""
        event.ignore()


class Sample(QWidget):
    """Words in a size given in px, on a page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._size = "", 17
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, size: int) -> None:
        """Show `text`, `size` px high."""
        self._text, self._size = text, size
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def _font(self) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(self._size)
        return font

    def hasHeightForWidth(self) -> bool:
        """Large words take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines, and of the page around them."""
        return math.ceil(len(broken(self._text, self._font(), width - 40)) * self._size * 1.5) + 28

    def sizeHint(self) -> QSize:
        """Ask for a line of it."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Give room for a few letters."""
        return QSize(160, math.ceil(self._size * 1.5) + 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page and its words."""
        painter = smooth(QPainter(self))
        theme = self._theme
        box(
            painter, QRectF(self.rect()), 12, fill=theme.colour("surface"), edge=theme.colour("rule"), width=1
        )
        lines = broken(self._text, self._font(), self.width() - 40)
        ink = theme.colour("text")
        set_lines(painter, lines, self._font(), colour=ink, at=(20, 14), height=self._size * 1.5)
        painter.end()


class SizeSlider(QWidget):
    """Chooses a whole number in steps; the sample follows the hand, the rest follows when it lets go."""

    changed = Signal(int)

    def __init__(
        self, theme: Theme, *, ends: tuple[int, int], step: int, words: Callable[[int], str], value: int
    ) -> None:
        super().__init__()
        self._theme = theme
        self._step, self._words = step, words
        self._text = ""
        self._pixels: Callable[[int], int] = int
        self._said = value
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(*ends)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(max(4, step * 2))
        self.slider.setValue(value)
        self.slider.setProperty("corner", 12)
        self.number = Words(theme, role="card", wraps=False)
        self.sample = Sample(theme)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.sample)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self._settled)
        self._show()

    def set_sample(self, text: str, pixels: Callable[[int], int]) -> None:
        """Show `text` as large as `pixels` makes a value."""
        self._text, self._pixels = text, pixels
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Keep the numbers in one place, however wide they are, in the new size."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        value = self.slider.value()
        self.number.setText(self._words(value))
        metrics = QFontMetricsF(self.number.face())
        widest = max(
            metrics.horizontalAdvance(self._words(end))
            for end in (self.slider.minimum(), self.slider.maximum())
        )
        self.number.setMinimumWidth(math.ceil(widest) + 2)
        self.sample.show_text(self._text, max(1, self._pixels(value)))

    def _moved(self, value: int) -> None:
        low = self.slider.minimum()
        stepped = low + round((value - low) / self._step) * self._step
        if stepped != value:
            self.slider.setValue(stepped)
            return
        self._show()
        if not self.slider.isSliderDown():
            self._settled()

    def _settled(self) -> None:
        value = self.slider.value()
        if value != self._said:
            self._said = value
            self.changed.emit(value)
