"""All slides at once, and go-to by number: seen by the teacher, never by the class."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme


class _Grid(QListWidget):
    """The slides; digits gather to a number, Enter goes, Esc and Tab leave."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("overview", "true")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setUniformItemSizes(True)
        self.typed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text().isdigit():
            self.typed = (self.typed + event.text())[-3:]
            self.setCurrentRow(min(max(int(self.typed) - 1, 0), self.count() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.currentRow())
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_G):
            self.left.emit()
        else:
            self.typed = ""
            super().keyPressEvent(event)


class Overview(QFrame):
    """A grid of every slide; the one chosen is asked for."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("room", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        px = theme.px
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.hint = QLabel(self)
        self.hint.setProperty("role", "soft")
        self.hint.setWordWrap(True)
        self.close_button = QPushButton(self)
        self.close_button.clicked.connect(self.left)
        self.grid = _Grid(self)
        self.grid.chosen.connect(self.chosen)
        self.grid.left.connect(self.left)
        self.grid.itemClicked.connect(lambda item: self.chosen.emit(self.grid.row(item)))
        head = QHBoxLayout()
        head.setSpacing(px(24))
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(40), px(24), px(40), px(24))
        layout.setSpacing(px(16))
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)
        self._paint: Callable[[int, int], QPixmap] | None = None
        self._waiting: list[int] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._paint_one)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        self.title.setText(tr("All slides"))
        self.hint.setText(tr("Only you see this. Choose with the arrow keys or type a number, then press Enter."))
        self.close_button.setText(tr("Back to the slide"))
        self.grid.setAccessibleName(tr("All slides"))

    def show_slides(self, titles: Sequence[str], current: int, paint: Callable[[int, int], QPixmap]) -> None:
        """Fill the grid; `paint(index, width)` gives a picture and is called bit by bit."""
        self._paint = paint
        width = self._picture_width()
        if self.grid.count() != len(titles) or self.grid.iconSize().width() != width:
            self.grid.clear()
            self.grid.setIconSize(QSize(width, width * 9 // 16))
            line = self._theme.px(27)
            self.grid.setGridSize(QSize(width + self._theme.px(24), width * 9 // 16 + 2 * line + self._theme.px(24)))
            for number, title in enumerate(titles, start=1):
                item = QListWidgetItem(tr("{number}  {title}").format(number=number, title=title))
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
                self.grid.addItem(item)
            self._waiting = list(range(len(titles)))
            self._timer.start()
        self.grid.typed = ""
        self.grid.setCurrentRow(current)
        self.grid.scrollToItem(self.grid.item(current))
        self.grid.setFocus()

    def forget_pictures(self) -> None:
        """Have every picture painted anew when the grid is next shown."""
        self.grid.clear()

    def _picture_width(self) -> int:
        return max(220, min(self._theme.px(320), self.width() // 3 - 60))

    def _paint_one(self) -> None:
        if not self._waiting or self._paint is None or not self.isVisible():
            self._timer.stop()
            return
        index = self._waiting.pop(0)
        item = self.grid.item(index)
        if item is not None:
            item.setIcon(QIcon(self._paint(index, self.grid.iconSize().width())))
