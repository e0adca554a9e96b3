"""The window that the class sees: one scene, full screen or in a window that is shared, and nothing else.

It knows no notes. With one screen it carries a bar of buttons that comes with the mouse; on a touch
panel, where the teacher wishes it, large buttons that stay.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QGraphicsScene, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.locales import say_in
from rse_lessons.ui.projector.bar import ProjectorBar
from rse_lessons.ui.projector.touch_bar import Doing, TouchBar
from rse_lessons.ui.screens import move_to
from rse_lessons.ui.slide.view import SlideView
from rse_lessons.ui.theme import Theme

CURSOR_MS = 2500
SMALLEST = QSize(480, 300)
"""A window that is shared is never smaller."""


class ProjectorWindow(QWidget):
    """Shows what it is given; asks for everything else."""

    key_pressed = Signal(QKeyEvent)
    action_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, theme: Theme, *, framed: bool = False) -> None:
        frame = Qt.WindowType.Window if framed else Qt.WindowType.FramelessWindowHint
        super().__init__(None, Qt.WindowType.Window | frame)
        self._theme = theme
        self._framed = framed
        self.setObjectName("projector")
        if framed:
            self.setMinimumSize(SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = SlideView(self)
        self.view.setMouseTracking(True)
        self.view.viewport().setMouseTracking(True)
        self.view.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view)
        self.touch: TouchBar | None = None
        self.bar = ProjectorBar(theme, self)
        self.bar.requested.connect(self.action_requested)
        self.bar.resized.connect(self._place_bar)
        self.bar.put_away()
        self._alone = False
        self._idle = QTimer(self, interval=CURSOR_MS, singleShot=True)
        self._idle.timeout.connect(self._hide_cursor)
        self.set_margin(QColor("#000000"))
        self.retranslate()

    def retranslate(self) -> None:
        """Put the window's words into the interface's language."""
        shared = tr("RSE Lessons: share this window")
        self.setWindowTitle(shared if self._framed else tr("RSE Lessons: what the class sees"))
        self.setAccessibleName(tr("What the class sees"))
        self.bar.retranslate()
        if self.touch is not None:
            self.touch.retranslate()

    def set_margin(self, colour: QColor) -> None:
        """Colour the room beside a slide on a screen that is not 16:9."""
        self.view.set_margin_colour(colour)

    def set_alone(self, alone: bool) -> None:
        """Say whether this is the only screen, so that the teacher's buttons come here."""
        self._alone = alone
        if self.touch is not None:
            self.touch.set_alone(alone)
        if not alone:
            self.bar.put_away()

    def set_touch(self, on: bool) -> None:
        """Keep large buttons at the foot, or take them away; a shared window never has them."""
        if on == (self.touch is not None) or self._framed:
            return
        layout = self.layout()
        if self.touch is not None:
            self.touch.hide()
            self.touch.deleteLater()
            self.touch = None
        elif layout is not None:
            self.touch = TouchBar(self._theme, self)
            self.touch.requested.connect(self.action_requested)
            self.touch.set_alone(self._alone)
            self.touch.fit_screen(self.size())
            layout.addWidget(self.touch)
            self.bar.put_away()

    def show_doing(self, doing: Doing) -> None:
        """Tell the large buttons what the class sees, and what the slide has to do."""
        if self.touch is not None:
            self.touch.show_doing(doing)

    def show_scene(
        self, scene: QGraphicsScene, description: str, language: str = "en", *, now: bool = True
    ) -> None:
        """Show a scene, at once or soon; `description` is what a screen reader says of it, in a language."""
        self.view.show_scene(scene, now=now and self.isVisible())
        say_in(self.view, language)
        self.view.setAccessibleName(description)

    def open_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        geometry = screen.geometry()
        self.setScreen(screen)  # where a system places windows itself, this is how it knows
        move_to(self, geometry)
        if not self.isVisible() or not self.isFullScreen():
            self.showFullScreen()
        if self.geometry() != geometry:
            move_to(self, geometry)

    def open_window(self, area: QRect) -> None:
        """Stand as an ordinary window on a part of the desktop."""
        move_to(self, area)
        self.showNormal()

    def focusNextPrevChild(self, _following: bool) -> bool:
        """Leave Tab to its action."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys to whoever gives the lesson."""
        self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask instead of closing: a lesson ends on purpose only."""
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar in the slide's margin, and the large buttons as large as the screen asks."""
        super().resizeEvent(event)
        self._place_bar()
        if self.touch is not None and event.size() != event.oldSize():
            self.touch.fit_screen(event.size())

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Show the pointer, and alone the bar, when the mouse moves."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._mouse_moved()
        return False

    def _mouse_moved(self) -> None:
        self.view.viewport().unsetCursor()
        if self._alone and self.touch is None:
            self.show_bar()
        self._idle.start()

    def show_bar(self) -> None:
        """Bring the teacher's buttons up in the slide's margin."""
        self._place_bar()
        self.bar.show_over()

    def _hide_cursor(self) -> None:
        if self.bar.in_hand():
            self._idle.start()
            return
        self.bar.put_away()
        if QApplication.activeWindow() is self:
            self.view.viewport().setCursor(Qt.CursorShape.BlankCursor)

    def _place_bar(self) -> None:
        view = self.view.viewport()
        shown = self.view.mapFromScene(self.view.sceneRect()).boundingRect().intersected(view.rect())
        self.bar.fit(shown.translated(view.mapTo(self, QPoint())) if shown.width() > 1 else self.rect())
