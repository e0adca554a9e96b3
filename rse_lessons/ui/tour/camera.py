"""Showing a window, waiting until it is painted whole, and taking its picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QBuffer,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QIODevice,
    QObject,
    QPoint,
    QRectF,
    QSize,
    QTimer,
)
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QScreen
from PySide6.QtWidgets import QWidget

from rse_lessons.ui.theme import Theme

PATIENCE = 60.0
"""Seconds after which a picture is taken as things are: for a window that never comes to rest."""
CALM_ROUNDS = 4
"""So many times without an event that was waiting, and nothing more is expected."""
_AT_ONCE = QEventLoop.ProcessEventsFlag.AllEvents
_SLEEPING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def nothing() -> None:
    """Leave everything as it is."""


def nothing_of(_window: QWidget) -> None:
    """See nothing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A window to be photographed."""

    widget: QWidget
    fills: bool = True
    """Whether it takes the whole screen; a small window stands in the middle of it."""
    last: Callable[[], object] = nothing
    """Done right before the picture, such as putting the clock right."""
    end: Callable[[], object] = nothing
    """Takes away what was made for it."""
    owner: QObject | None = None
    """What else is waited for, besides the window itself."""


def photograph(
    shown: Shown, size: QSize, theme: Theme, look: Callable[[QWidget], object] = nothing_of
) -> QImage:
    """Show a window at a size, take its picture as wide and high as the screen, and take it away.

    It is given to `look` right after the picture.
    """
    widget = shown.widget
    place(widget, size, fills=shown.fills)
    settle(widget, shown.owner)
    if shown.fills and widget.size() != size:
        # A window that fills its screen by itself has taken that screen's size.
        widget.setFixedSize(size)
        settle(widget, shown.owner)
    shown.last()
    picture = widget.grab().toImage()
    look(widget)
    if not shown.fills:
        picture = _on_ground(picture, size, theme)
    widget.hide()
    shown.end()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return picture


def place(widget: QWidget, size: QSize, *, fills: bool) -> None:
    """Put a window onto a screen of the size asked for."""
    screen = screen_of(size)
    widget.setScreen(screen)
    # A small window that was not moved goes to wherever the mouse is.
    widget.move(screen.geometry().topLeft() + QPoint(40, 40) * (not fills))
    if fills:
        if widget.isVisible():
            widget.showNormal()
        widget.resize(size)
    widget.show()
    if fills and widget.size() != size:
        widget.resize(size)


def host_on(size: QSize) -> QWidget:
    """Give a window that nobody sees, on a screen of this size, to be the parent of small ones."""
    host = QWidget()
    screen = screen_of(size)
    host.setScreen(screen)
    host.setGeometry(screen.geometry())
    host.winId()  # only a window that the system knows lends its screen
    return host


def screen_of(size: QSize) -> QScreen:
    """Give the screen that has this size, else the first."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen.size() == size), screens[0])


def settle(*watched: QObject | None) -> None:
    """Let everything happen that waits for the window to be seen: pictures drawn one by one, late parts.

    Not a clock says when that is, but that no event is left: on a busy PC each takes longer, and all come.
    """
    events = QAbstractEventDispatcher.instance()
    until = time.monotonic() + PATIENCE
    calm = 0
    while calm < CALM_ROUNDS and time.monotonic() < until:
        waits = any(_waits(one) for one in watched if one is not None)
        # With nothing else to do it sleeps until the timer that is waited for.
        sleeps = waits and calm > 0
        came = events.processEvents(_SLEEPING if sleeps else _AT_ONCE)
        calm = 0 if came or sleeps else calm + 1


def _waits(watched: QObject) -> bool:
    timers = watched.findChildren(QTimer)
    return any(timer.isActive() and timer.isSingleShot() and timer.interval() < 500 for timer in timers)


def _on_ground(picture: QImage, size: QSize, theme: Theme) -> QImage:
    """Put the picture of a small window in the middle of an empty screen."""
    whole = QImage(size, QImage.Format.Format_RGB32)
    whole.fill(theme.colour("sunken"))
    across, down = picture.width() / picture.devicePixelRatio(), picture.height() / picture.devicePixelRatio()
    corner = QPoint(round((size.width() - across) / 2), round((size.height() - down) / 2))
    painter = QPainter(whole)
    edge = QRectF(corner.x(), corner.y(), across, down).adjusted(-1, -1, 1, 1)
    painter.fillRect(edge, QColor(theme.hex("control-edge")))
    painter.drawImage(corner, picture)
    painter.end()
    return whole


def as_png(picture: QImage) -> bytes:
    """Give a picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "PNG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
