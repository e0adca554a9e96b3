"""All slides at once, and go-to by number: seen by the teacher, never by the class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.console.slide_frame import StateTab
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, broken, set_lines

Index = QModelIndex | QPersistentModelIndex
LINES = (2, 6)
"""Of a title: as many as the longest needs; what has no room in the most of them ends in …"""
_MARK = Qt.ItemDataRole.UserRole + 1


class Mark(StrEnum):
    """What there is to know of a slide that is marked sensitive."""

    FIRST = "first"
    """The teacher sees it first."""
    SHOWN = "shown"
    """It was looked at first, and then shown."""
    HIDDEN = "hidden"
    """It was not shown yet, and others may see these tiles."""


class _Tile(QStyledItemDelegate):
    """Paints a slide's picture with its number and title below; the chosen one in a thick frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.width = 280
        self.count = LINES[0]
        """Lines for a title."""

    def size(self) -> QSize:
        """How much room a tile takes."""
        px = self._theme.px
        return QSize(self.width + px(20), self.width * 9 // 16 + px(24) + self.count * px(28))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give the same for every slide."""
        return self.size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile."""
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(option.rect).adjusted(px(4), px(4), -px(4), -px(4))
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("selected-edge"), 3))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(box, 10, 10)
        picture = QRectF(box.left() + px(6), box.top() + px(6), self.width, self.width * 9 / 16)
        pixmap = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(pixmap, QPixmap) and not pixmap.isNull():
            painter.drawPixmap(picture, pixmap, QRectF(pixmap.rect()))
        else:
            painter.fillRect(picture, theme.colour("sunken"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("control-edge"), 1))
        painter.drawRect(picture)
        font = theme.font(17, bold=chosen)
        lines = self.lines(str(index.data(Qt.ItemDataRole.DisplayRole)), bold=chosen)
        ink = theme.colour("on-selected" if chosen else "text")
        at = (picture.left(), picture.bottom() + px(4))
        set_lines(painter, lines, font, colour=ink, at=at, height=px(26))
        if index.data(_MARK) in (Mark.FIRST, Mark.SHOWN):
            self._paint_mark(painter, picture, index.data(_MARK))
        painter.restore()

    def lines(self, title: str, *, bold: bool = False) -> list[str]:
        """Give a title in lines of this width; the last ends in … where there is more."""
        font = self._theme.font(17, bold=bold)
        lines = broken(title, font, self.width)
        if len(lines) <= self.count:
            return lines
        rest = " ".join(lines[self.count - 1 :])
        last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, self.width)
        return [*lines[: self.count - 1], last]

    def make_room(self, titles: Iterable[str]) -> None:
        """Take as many lines as the longest of the titles needs, within reason."""
        font = self._theme.font(17, bold=True)
        longest = max((len(broken(title, font, self.width)) for title in titles), default=LINES[0])
        self.count = min(max(LINES[0], longest), LINES[1])

    def _paint_mark(self, painter: QPainter, picture: QRectF, mark: str) -> None:
        """Paint a closed eye, or an open one once the class has seen the slide, on the picture's corner."""
        theme, px = self._theme, self._theme.px
        side, first = px(32), mark == Mark.FIRST
        plate = QRectF(picture.right() - side - px(6), picture.top() + px(6), side, side)
        painter.setPen(QPen(theme.colour("on-state" if first else "private"), 2))
        painter.setBrush(theme.colour("private" if first else "surface"))
        painter.drawRoundedRect(plate, px(8), px(8))
        ink, size = theme.colour("on-state" if first else "private"), px(20)
        left, top = round(plate.center().x() - size / 2), round(plate.center().y() - size / 2)
        icon("eye-off" if first else "eye", ink, size).paint(painter, left, top, size, size)


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
        self.tab = StateTab(theme, self, chip=True)
        self.close_button = QPushButton(self)
        self.close_button.clicked.connect(self.left)
        self.grid = _Grid(self)
        self._tile = _Tile(theme, self)
        self.grid.setItemDelegate(self._tile)
        self.grid.chosen.connect(self.chosen)
        self.grid.left.connect(self.left)
        self.grid.itemClicked.connect(lambda item: self.chosen.emit(self.grid.row(item)))
        head = QHBoxLayout()
        head.setSpacing(px(24))
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        head.addStretch(0)
        head.addWidget(self.tab)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(40), px(24), px(40), px(24))
        layout.setSpacing(px(16))
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)
        self._paint: Callable[[int, int], QPixmap] | None = None
        self._titles: Sequence[str] = ()
        self._marks: Mapping[int, Mark] = {}
        self._alone = False
        self._waiting: list[int] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._paint_one)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        self.title.setText(tr("All slides"))
        self._hint()
        self.close_button.setText(tr("Back to the slide"))
        self.grid.setAccessibleName(tr("All slides"))

    def set_alone(self, *, alone: bool) -> None:
        """Say whether the class sees these tiles, too: on the only screen it does."""
        self._alone = alone
        self.tab.setVisible(not alone)
        self._hint()

    def show_state(self, shows: Shows, sentence: str) -> None:
        """Say what the class sees meanwhile."""
        self.tab.show_state(shows, sentence)

    def _hint(self) -> None:
        how = tr("Choose with the arrow keys or type a number, then press Enter.")
        seen = tr("The class sees this, too.") if self._alone else tr("Only you see this.")
        first = tr("Slides with a closed eye come to you first.")
        self.hint.setText(f"{seen} {how} {first}" if Mark.FIRST in self._marks.values() else f"{seen} {how}")

    def show_slides(
        self,
        titles: Sequence[str],
        current: int,
        paint: Callable[[int, int], QPixmap],
        marks: Mapping[int, Mark],
    ) -> None:
        """Fill the grid; `paint(index, width)` gives a picture and is called bit by bit."""
        self._paint, self._titles, self._marks = paint, titles, marks
        self._hint()
        width, count = self._picture_width(), self._tile.count
        named = [self._named(number, title, marks.get(number - 1)) for number, title in enumerate(titles, 1)]
        before, self._tile.width = self._tile.width, width
        self._tile.make_room(named)
        if self.grid.count() != len(titles) or (before, count) != (width, self._tile.count):
            self.grid.clear()
            self.grid.setGridSize(self._tile.size() + QSize(self._theme.px(8), self._theme.px(8)))
            for _title in titles:
                self.grid.addItem(QListWidgetItem())
        for index, title in enumerate(titles):
            self._name(self.grid.item(index), index + 1, title, marks.get(index))
        self._waiting = [index for index in range(len(titles)) if marks.get(index) is not Mark.HIDDEN]
        self._timer.start()
        self.grid.typed = ""
        self.grid.setCurrentRow(current)
        self._show_current()
        self.grid.setFocus()

    @staticmethod
    def _named(number: int, title: str, mark: Mark | None) -> str:
        shown = tr("Not shown yet") if mark is Mark.HIDDEN else title
        return tr("{number}  {title}").format(number=number, title=shown)

    def _name(self, item: QListWidgetItem, number: int, title: str, mark: Mark | None) -> None:
        """Name a slide, and say what there is to know of it; one that is hidden has a number alone."""
        shown = tr("Not shown yet") if mark is Mark.HIDDEN else title
        words = self._named(number, title, mark)
        first, seen = tr("You see this slide first."), tr("The class has seen this slide.")
        said = {Mark.FIRST: first, Mark.SHOWN: seen}.get(mark, "") if mark else ""
        item.setText(words)
        item.setData(_MARK, mark)
        item.setToolTip(f"{title}. {said}" if said else shown)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}. {said}" if said else words)
        if mark is Mark.HIDDEN:
            item.setData(Qt.ItemDataRole.UserRole, None)

    def _show_current(self) -> None:
        """Bring the chosen slide into sight, whole where there is room for it."""
        hint = QAbstractItemView.ScrollHint.EnsureVisible
        if self.grid.viewport().height() < 2 * self.grid.gridSize().height():
            hint = QAbstractItemView.ScrollHint.PositionAtTop
        self.grid.scrollToItem(self.grid.currentItem(), hint)

    def minimumSizeHint(self) -> QSize:
        """Never push the window over its screen's edge."""
        return QSize(480, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where the slides need the room, and the title where the head does."""
        super().resizeEvent(event)
        px = self._theme.px
        crowded = self.width() < px(1000)
        self.hint.setVisible(not crowded)
        parts = (self.title, self.tab, self.close_button)
        self.title.setVisible(sum(part.minimumSizeHint().width() for part in parts) + px(90) < self.width())
        margin = px(12) if crowded else px(24)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(
                px(20) if crowded else px(40), margin, px(20) if crowded else px(40), margin
            )
            layout.activate()
        if self._paint is not None and self.isVisible():
            self.show_slides(self._titles, self.grid.currentRow(), self._paint, self._marks)

    def _picture_width(self) -> int:
        """Give the width at which rows are full, and a row with its titles is in sight whole."""
        px, layout = self._theme.px, self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        room = self.width() - margins.left() - margins.right() - px(20)
        tall = self.height() - margins.top() - margins.bottom() - self.close_button.height() - px(16)
        most = max(200, min(px(300), (tall - px(96)) * 16 // 9))
        count = max(1, -(-room // (most + px(28))))
        # No word of a title is parted.
        words = {word for title in self._titles for word in title.split()}
        longest = max((advance(word, self._theme.font(17, bold=True)) for word in words), default=0.0)
        while count > 1 and room // count - px(28) < longest + 1:
            count -= 1
        return room // count - px(28)

    def _paint_one(self) -> None:
        if not self._waiting or self._paint is None or not self.isVisible():
            self._timer.stop()
            return
        index = self._waiting.pop(0)
        item = self.grid.item(index)
        if item is not None:
            item.setData(Qt.ItemDataRole.UserRole, self._paint(index, self._tile.width))
