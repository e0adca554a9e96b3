"""The focus ring: 3 px, 2 px outside whatever has the keyboard, without moving anything."""

from __future__ import annotations

import weakref
from functools import cache

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QProxyStyle,
    QScrollBar,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from rse_lessons.ui.theme import Theme

_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)
_ROOM = 6


class _RingStyle(QProxyStyle):
    """Gives the ring room around its widget and lays it over what lies beside."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Six px on each side."""
        return _ROOM if metric in _MARGINS else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  Qt's own name
    ) -> int:
        """Above, so that a neighbour's ground never covers it, and whole.

        Qt would cut the widget's rectangle out of it: the corners of a round ring lie inside that.
        """
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)


@cache
def _shared_style() -> _RingStyle:
    """Give the one style of all rings; it lives as long as the app, so no ring outlives its style."""
    made = _RingStyle("Fusion")
    made.setParent(QApplication.instance())
    return made


def name_kinds() -> None:
    """Name what the ring asks of Qt; PySide makes a name's types with its first use, 20 ms in all."""
    _ = QtCore.Qt.MouseButton.NoButton
    for name in dir(QtWidgets):
        if name.startswith("QStyleOption"):
            _ = getattr(QtWidgets, name).StyleOptionType


class Ring(QFocusFrame):
    """One ring for a window. It follows the keyboard, and stays away from what the mouse pressed."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self.setStyle(_shared_style())
        self._owner = window
        self._bar: QScrollBar | None = None
        # Round nothing yet: without this it would come with its window, and have nothing to follow.
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            _follow(app, weakref.ref(self))
        self.move_to(QApplication.focusWidget())

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def move_to(self, new: QWidget | None) -> None:
        """Go round the widget that has the keyboard now, when it is one of this window's."""
        self._heed(None)
        if new is None or new.window() is not self._owner or new is self._owner:
            self.setWidget(None)  # type: ignore[arg-type]
            return
        pressed = QGuiApplication.mouseButtons() != QtCore.Qt.MouseButton.NoButton
        written_in = isinstance(new, QLineEdit | QComboBox)
        no_stop = new.focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus
        wished = new.property("ring")
        plain = no_stop or wished is False or (isinstance(new, QAbstractScrollArea) and wished is not True)
        hidden = plain or (pressed and not written_in)
        self.setWidget(None if hidden else new)  # type: ignore[arg-type]
        if not hidden:
            self.raise_()
            if self.isHidden():  # it lies outside its scroll area, which is about to bring it into sight
                self._heed(new)

    def _heed(self, widget: QWidget | None) -> None:
        """Go round `widget` once its scroll area has moved; Qt leaves the ring hidden then."""
        if self._bar is not None and isValid(self._bar):
            self._bar.valueChanged.disconnect(self._scrolled)
        self._bar = None
        area = widget.parentWidget() if widget is not None else None
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        if area is not None:
            self._bar = area.verticalScrollBar()
            self._bar.valueChanged.connect(self._scrolled)

    def _scrolled(self) -> None:
        widget = self.widget()
        self.setWidget(None)  # type: ignore[arg-type]
        self.move_to(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring along the shape of its widget."""
        widget = self.widget()
        corner = widget.property("corner")
        radius = float(corner) if corner else float(self._theme.px(10))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hex("focus")), 3))
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = min(radius + 4, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()


def _follow(app: QApplication, ring: weakref.ref[Ring]) -> None:
    """Tell a ring where the keyboard goes until its window is gone.

    The keyboard also leaves a window while it is being destroyed: a slot of the ring's own would then be
    called on half a ring.
    """

    def moved(_old: QWidget | None, new: QWidget | None) -> None:
        there = ring()
        if there is not None and isValid(there):
            there.move_to(new)
        else:
            app.focusChanged.disconnect(moved)

    app.focusChanged.connect(moved)
