"""The place where pages and front pages are read: it scrolls, and turns from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.following import follow_keyboard
from rse_lessons.ui.widgets.page_area import PageArea


class _Bar(QScrollBar):
    """Keeps its room while there is nothing to scroll, so that nothing moves when it comes."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it while it does something."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class Scrolled(QWidget):
    """Shows one widget that may be longer than the window; the keyboard scrolls it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.area = PageArea()
        self.area.setVerticalScrollBar(_Bar())
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.shown: QWidget | None = None
        self._measured: tuple[QWidget | None, int] = (None, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        follow_keyboard(self.area, self.area.inside)

    def show_widget(self, widget: QWidget) -> None:
        """Put `widget` in the place of what was shown, and let go of that."""
        old, self.shown = self.shown, widget
        column = self.area.column
        if old is not None:
            column.removeWidget(old)
            old.hide()
            old.deleteLater()
        column.insertWidget(0, widget)
        if column.count() == 1:
            column.addStretch(1)
        self.fit()
        self.measure(widget)
        widget.show()

    def measure(self, widget: QWidget) -> None:
        """Give what is about to be shown its size: shown in another, it would be laid out twice."""
        room = self.room()
        if self._measured == (widget, room):
            return  # it was made ahead, for this very room
        self._measured = widget, room
        fit = getattr(widget, "fit", None)
        if fit is not None:
            fit(room)
        wide = min(self.room(), widget.maximumWidth())
        widget.resize(wide, max(widget.heightForWidth(wide), self.height()))
        layout = widget.layout()
        if layout is not None:
            layout.activate()

    def begin(self, heading: QWidget, said: str) -> None:
        """Go to the top, to the heading, and say where one is."""
        self.area.verticalScrollBar().setValue(0)
        if not self.isVisible():
            return
        heading.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @property
    def place(self) -> int:
        """How far it is scrolled."""
        return self.area.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        """Scroll to where one was, once what is shown has its height."""
        self.area.inside.adjustSize()
        self.area.verticalScrollBar().setValue(place)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        self.fit()

    def side(self) -> int:
        """Give the margin at both sides."""
        return 64 if self.width() >= 1200 else 28

    def room(self) -> int:
        """Give the width of what is shown."""
        return self.width() - 2 * self.side()

    def fit(self) -> None:
        """Give what is shown the margins and the width that suit the window."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        side = self.side()
        fit = getattr(self.shown, "fit", None)
        if fit is not None:
            fit(self.room())
        # What may not be as wide as the room is given less of it: Qt would reckon its height from all of it.
        spare = max(0, self.room() - self.shown.maximumWidth()) if self.shown is not None else 0
        self.area.column.setContentsMargins(side, 28 if side > 28 else 20, side - bar + spare, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a page, by some lines, or to an end."""
        bar = self.area.verticalScrollBar()
        page = max(40, self.area.viewport().height() - self._theme.px(60))
        line = self._theme.px(60)
        key = Qt.Key
        ways = {
            key.Key_PageDown: bar.value() + page,
            key.Key_Space: bar.value() + page,
            key.Key_PageUp: bar.value() - page,
            key.Key_Down: bar.value() + line,
            key.Key_Up: bar.value() - line,
            key.Key_Home: 0,
            key.Key_End: bar.maximum(),
        }
        place = ways.get(key(event.key()))
        if place is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(place)
