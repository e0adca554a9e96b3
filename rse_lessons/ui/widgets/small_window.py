"""What small windows share: a heading, a column that scrolls, a foot of buttons, a ring, a fitting size."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.words import Words

ROOM = 24
"""What stays in sight above and below what has the keyboard."""


class Column(QScrollArea):
    """A column that scrolls downwards only, without frame or ring, and follows the keyboard."""

    def __init__(self, *, margins: tuple[int, int, int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ring", False)
        self.inside = QWidget()
        self.inside.setProperty("clear", "true")
        self.box = QVBoxLayout(self.inside)
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(0)
        self.setWidget(self.inside)

    def show_widget(self, widget: QWidget | None) -> None:
        """Scroll until `widget` is in sight with some room, if it lies in here."""
        if widget is None or not self.inside.isAncestorOf(widget):
            return
        if widget.height() + 2 * ROOM > self.viewport().height():
            self.ensureWidgetVisible(widget, 0, ROOM)
        else:  # Qt would show no more of a field than its cursor
            middle = widget.mapTo(self.inside, widget.rect().center())
            self.ensureVisible(0, middle.y(), 0, widget.height() // 2 + ROOM)

    def follow(self) -> None:
        """Show what has the keyboard, once everything has found its place."""
        QTimer.singleShot(0, self, lambda: self.show_widget(QApplication.focusWidget()))

    def height_at(self, width: int) -> int:
        """Give the height of everything inside at `width`."""
        return (
            self.box.totalHeightForWidth(width)
            if self.box.hasHeightForWidth()
            else self.box.sizeHint().height()
        )


def room_on_screen(window: QWidget) -> QSize:
    """Give the most that a window may take of its screen, its title bar left out."""
    return window.screen().availableGeometry().size() - QSize(24, 56)


def keep_on_screen(window: QWidget) -> None:
    """Move a window that has grown back onto its screen."""
    area = window.screen().availableGeometry()
    frame = window.frameGeometry()
    x = max(area.left(), min(frame.left(), area.right() - frame.width()))
    y = max(area.top(), min(frame.top(), area.bottom() - frame.height()))
    if (x, y) != (frame.left(), frame.top()):
        window.move(x, y)


class SmallWindow(QDialog):
    """A window that asks for one thing. It is as high as its words, or scrolls where the screen ends."""

    def __init__(self, theme: Theme, *, wide: int = 600, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wide = wide
        self.setModal(True)
        self.heading = Words(theme, role="section", heading=True)
        self.column = Column(margins=(32, 8, 32, 8))
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(32, 0, 32, 0)
        self.foot.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(32, 0, 32, 0)
        head.addWidget(self.heading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 24, 0, 24)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.column, 1)
        self._rule = QFrame()
        self._rule.setProperty("rule", "true")
        whole.addWidget(self._rule)
        whole.addSpacing(8)
        whole.addLayout(self.foot)
        # A line tells words that go on below the foot from words that end there.
        self.column.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: self._rule.setVisible(high > 0 and not self.column.isHidden())
        )
        self._rule.hide()
        self.ring = Ring(self, theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self:
            self.column.follow()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything inside with `theme`."""
        self.theme = theme
        pass_on(self, theme)
        self.fit()

    def fit(self) -> None:
        """Take the size that the words need, as far as the screen allows."""
        room = room_on_screen(self)
        wanted = max(self.theme.px(self._wide), self.foot.minimumSize().width())
        width = min(wanted, room.width())
        around = (
            24 + self.heading.heightForWidth(width - 64) + 8 + 1 + 24 + self.foot.sizeHint().height() + 24
        )
        height = min(self.column.height_at(width) + around, room.height())
        self.setMinimumSize(min(320, width), min(240, height))
        self.resize(width, height)
        keep_on_screen(self)
        self.column.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right size before the first picture."""
        self.fit()
        super().showEvent(event)
