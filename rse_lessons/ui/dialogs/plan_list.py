"""A class's lessons in order, as a list that can be dragged or moved with keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import box, broken, fill, set_lines, smooth

_LINE = Qt.ItemDataRole.UserRole
_LEFT, _RIGHT = 56, 48


class PlanLine(NamedTuple):
    """One lesson of the plan."""

    lesson: str
    title: str
    detail: str
    """Where the class stands in it, in words."""
    left_out: bool = False
    done: bool = False
    """It was taught or left out: it waits no longer."""


class _Lines(QStyledItemDelegate):
    """Paints a place, a title, a softer line and a handle."""

    def __init__(self, theme: Theme, parent: PlanList) -> None:
        super().__init__(parent)
        self.theme = theme
        self._list = parent

    def _texts(self, line: PlanLine, width: int) -> tuple[list[str], list[str]]:
        px = self.theme.px
        room = width - px(_LEFT) - px(_RIGHT)
        return broken(line.title, self.theme.font(bold=True), room), broken(
            line.detail, self.theme.font(15), room
        )

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of both texts and the room around."""
        px = self.theme.px
        width = self._list.viewport().width()
        bold, soft = self._texts(index.data(_LINE), width)
        return QSize(width, len(bold) * px(26) + len(soft) * px(22) + px(20))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line of the plan."""
        theme, line = self.theme, index.data(_LINE)
        px = theme.px
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        if chosen:
            box(painter, rect.adjusted(1, 2, -1, -2), 10, fill=theme.colour("selected"))
        fill(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("rule"))
        ink = theme.colour("on-selected" if chosen else "text-soft" if line.done else "text")
        soft_ink = theme.colour("on-selected" if chosen else "text-soft")
        bold, soft = self._texts(line, int(rect.width()))
        top = rect.top() + px(10)
        left = rect.left() + px(_LEFT)
        number = theme.font(bold=True)
        set_lines(
            painter, [str(index.row() + 1)], number, colour=ink, at=(rect.left() + px(16), top), height=px(26)
        )
        end = set_lines(painter, bold, theme.font(bold=True), colour=ink, at=(left, top), height=px(26))
        set_lines(painter, soft, theme.font(15), colour=soft_ink, at=(left, end), height=px(22))
        size = px(22)
        grip = icons.pixmap("grip-vertical", soft_ink.name(), size, self._list.devicePixelRatioF())
        painter.drawPixmap(
            int(rect.right() - px(14) - size), int(rect.center().y() - size / 2), size, size, grip
        )
        painter.restore()


class PlanList(QListWidget):
    """The lessons in order; Alt with Up and Down moves the one that is chosen."""

    moved = Signal()
    """The order is another."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(theme, self)
        self.setItemDelegate(self._lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("painted", True)
        self.setProperty("corner", 10)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._lines.theme = theme
        self.doItemsLayout()
        self.viewport().update()

    @property
    def lines(self) -> list[PlanLine]:
        """The lines in the order that they have now."""
        return [self.item(row).data(_LINE) for row in range(self.count())]

    @property
    def current(self) -> PlanLine | None:
        """The line that is chosen."""
        row = self.currentRow()
        return self.lines[row] if row >= 0 else None

    def show_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show these lines; the lesson that is chosen stays chosen."""
        held = self.current
        self.clear()
        for place, line in enumerate(lines):
            item = QListWidgetItem()
            item.setData(_LINE, line)
            self._name(item, place, len(lines))
            self.addItem(item)
        there = [line.lesson for line in lines]
        waiting = [place for place, line in enumerate(lines) if not line.done]
        first = waiting[0] if waiting else 0
        self.setCurrentRow(there.index(held.lesson) if held and held.lesson in there else first)

    def shift(self, steps: int) -> None:
        """Move the chosen line by so many places."""
        row = self.currentRow()
        to = row + steps
        if row >= 0 and 0 <= to < self.count():
            item = self.takeItem(row)
            self.insertItem(to, item)
            self.setCurrentRow(to)
            self._moved()

    def tall(self) -> int:
        """Give the height of all lines at the width that there is."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew: their heights hang on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow; everything else as a list does."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(steps)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell that something was dragged to another place."""
        before = [line.lesson for line in self.lines]
        super().dropEvent(event)
        if [line.lesson for line in self.lines] != before:
            self._moved()

    def _moved(self) -> None:
        for place in range(self.count()):
            self._name(self.item(place), place, self.count())
        self.viewport().update()
        self.moved.emit()

    @staticmethod
    def _name(item: QListWidgetItem, place: int, count: int) -> None:
        line: PlanLine = item.data(_LINE)
        where = tr("{place} of {count}").format(place=place + 1, count=count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}. {line.detail}. {where}")
