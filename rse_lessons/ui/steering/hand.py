"""A hand on a slide, by mouse, pen or finger, while a tool is in use.

It takes the events of a view before the slide does, and says in units of the slide what was done.
Qt makes mouse events of what a finger or a tablet's pen does, so those need nothing of their own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from rse_lessons.presenting.session import Session
from rse_lessons.presenting.tools import Tool
from rse_lessons.ui.slide.view import SlideView

FOOT, SIDE = 0.84, 0.94
"""Beyond these shares of a class's screen the mouse, not pressed, also brings up the buttons there."""
_CURSORS = {
    Tool.POINTER: Qt.CursorShape.BlankCursor,
    Tool.SPOTLIGHT: Qt.CursorShape.CrossCursor,
    Tool.PEN: Qt.CursorShape.CrossCursor,
    Tool.ERASER: Qt.CursorShape.CrossCursor,
    Tool.ZOOM: Qt.CursorShape.OpenHandCursor,
    Tool.CURTAIN: Qt.CursorShape.SizeVerCursor,
}
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOUSE = (*_PRESSES, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)


class Hand(QObject):
    """Works the session's tool through one view."""

    def __init__(
        self, view: SlideView, session: Session, may: Callable[[], bool], *, has_buttons: bool
    ) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._may = may
        self._has_buttons = has_buttons
        self._shape: Tool | None = None
        view.viewport().installEventFilter(self)

    def show_tool(self, tool: Tool | None) -> None:
        """Give the mouse the shape of a tool."""
        if tool is self._shape:
            return
        self._shape = tool
        if tool is None:
            self._view.viewport().unsetCursor()
        else:
            self._view.viewport().setCursor(_CURSORS[tool])

    def spot(self) -> tuple[int, int] | None:
        """Give the place on the slide that the mouse is at, or None while it is elsewhere."""
        viewport = self._view.viewport()
        if not viewport.isVisible() or not viewport.underMouse():
            return None
        place = self._view.mapToScene(viewport.mapFromGlobal(viewport.cursor().pos()))
        return round(place.x()), round(place.y())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what the hand does; leave everything else to the slide."""
        if event.type() == QEvent.Type.Wheel:
            # A zoomed slide would be scrolled in this window alone.
            return self._turn(event)
        tool = self._session.tools.tool
        if event.type() not in _MOUSE or tool is None or not self._may():
            return False
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseMove and not event.buttons() and self._at_buttons(event):
            return False
        self.show_tool(tool)
        place = self._view.viewportTransform().inverted()[0].map(event.position())
        if event.type() == QEvent.Type.MouseMove:
            self._session.move_tool(place.x(), place.y())
        elif event.button() == Qt.MouseButton.LeftButton:
            if event.type() in _PRESSES:
                self._session.press_tool(place.x(), place.y())
            else:
                self._session.release_tool()
        return True

    def _at_buttons(self, event: QMouseEvent) -> bool:
        view, place = self._view.viewport(), event.position()
        return self._has_buttons and (place.y() > FOOT * view.height() or place.x() > SIDE * view.width())

    def _turn(self, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and self._may() and event.angleDelta().y():
            self._session.size_tool(1 if event.angleDelta().y() > 0 else -1)
        return True
