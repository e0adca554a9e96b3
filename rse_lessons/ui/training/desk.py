"""The desk of Teacher mode: the path of modules, and below it what one takes away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.known import Path
from rse_lessons.ui.training.path_row import PathRow
from rse_lessons.ui.training.words import finished_words, path_title
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.desk import OVERHANG, Desk
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.words import Words


class PathDesk(Desk):
    """Lists the modules in their order, the school's own after them."""

    module_chosen = Signal(str)
    my_learning_wanted = Signal()
    meetings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._plain = theme
        self.path = Path()
        self._current = ""
        self._roomy = False
        self.rows: dict[str, PathRow] = {}
        self.title = Words(theme, role="desk", heading=True)
        self.count = Words(theme, colour="text-soft")
        self.own_head = Words(theme, role="card", heading=True)
        self.damaged = Words(theme, role="small", colour="care")
        self.put(self.title)
        self.column.addSpacing(2)
        self.put(self.count)
        self.column.addSpacing(16)
        self._places = QVBoxLayout(), QVBoxLayout()
        for place in self._places:
            place.setContentsMargins(0, 0, 0, 0)
            place.setSpacing(theme.px(2))
        self.column.addLayout(self._places[0])
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 20, 0, 0)
        own.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        head.addWidget(self.own_head)
        own.addLayout(head)
        own.addLayout(self._places[1])
        self.column.addWidget(self._own)
        self.put(self.damaged)
        self.column.addStretch(1)
        self._last = QVBoxLayout()
        self._last.setContentsMargins(OVERHANG, 16, OVERHANG, 0)
        self.column.addLayout(self._last)
        self.learning = Button(theme, icon="file-text", wraps=True)
        self.learning.clicked.connect(self.my_learning_wanted)
        self.meetings = Button(theme, kind="quiet", icon="users", wraps=True)
        self.meetings.clicked.connect(self.meetings_wanted)
        below = QWidget()
        self._flow = flow = Flow(below)
        flow.addWidget(self.learning)
        flow.addWidget(self.meetings)
        self._below = below
        self._in_foot: bool | None = None
        self._place_below(in_foot=True)
        self.begin()
        self.retranslate()

    def show_path(self, path: Path, current: str) -> None:
        """Show the modules, with the one that is open marked; rows that were there stay."""
        same = [line.id for line in path.lines] == list(self.rows)
        self.path, self._current = path, current
        if same:
            self.retranslate()
            return
        known = {line.id for line in path.lines}
        for gone in self.rows.keys() - known:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for line in path.lines:
            if line.id not in self.rows:
                self.rows[line.id] = self._row(line.id)
        self.rows = {line.id: self.rows[line.id] for line in path.lines}
        before: QWidget | None = None
        for line in path.lines:
            row = self.rows[line.id]
            place = self._places[0 if line.number else 1]
            place.removeWidget(row)
            place.addWidget(row)
            if before is not None:
                QWidget.setTabOrder(before, row)
            before = row
        if before is not None:
            QWidget.setTabOrder(before, self.learning)
            QWidget.setTabOrder(self.learning, self.meetings)
        self.retranslate()

    def _row(self, module: str) -> PathRow:
        line = next(line for line in self.path.lines if line.id == module)
        row = PathRow(self._plain, line)
        row.set_roomy(roomy=self._roomy)
        row.clicked.connect(lambda: self.module_chosen.emit(module))
        row.moved.connect(lambda step: self._move(module, step))
        return row

    def _move(self, module: str, step: int) -> None:
        order = list(self.rows)
        place = order.index(module) + step
        if 0 <= place < len(order):
            self.rows[order[place]].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        self._plain = theme

    def set_window(self, width: int, height: int) -> None:
        """Take what suits a window of this size."""
        self.set_window_width(width)
        self._roomy = height >= self._plain.px(900)
        for row in self.rows.values():
            row.set_roomy(roomy=self._roomy)
        # In a low window what stays in sight would leave no room for the path.
        self._place_below(in_foot=height >= self._plain.px(480))

    def _place_below(self, *, in_foot: bool) -> None:
        if in_foot == self._in_foot:
            return
        self._in_foot = in_foot
        if in_foot:
            self._last.removeWidget(self._below)
            self.foot.addWidget(self._below)
        else:
            self.foot.removeWidget(self._below)
            self._last.addWidget(self._below)
        self.show_foot(shown=in_foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the buttons below as many lines as they need."""
        super().resizeEvent(event)
        room = self.width() - 1 - 2 * OVERHANG
        self._below.setFixedHeight(self._flow.heightForWidth(min(room, self.room())))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        path = self.path
        self.title.setText(path_title(path))
        self.count.setText(finished_words(path) if path.lines else "")
        self.count.setVisible(bool(path.lines))
        own = any(not line.number for line in path.lines)
        self.own_head.setText(tr("Your school’s own"))
        self._own.setVisible(own)
        self.damaged.setText("\n".join(path.damaged))
        self.damaged.setVisible(bool(path.damaged))
        self.learning.set_text(tr("My learning"))
        self.meetings.set_text(tr("For staff meetings"))
        for line in path.lines:
            self.rows[line.id].show_line(line, current=line.id == self._current)
