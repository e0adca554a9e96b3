"""A class's plan: its lessons in order, what is left out and why, which day. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.dialogs.plan_list import PlanLine, PlanList
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class PlanWindow(SmallWindow):
    """Says what is asked for at once, line by line; `show_lines` shows what came of it."""

    reordered = Signal(list)
    """The ids of the lessons in their new order."""
    skip_wanted = Signal(str)
    unskip_wanted = Signal(str)
    day_wanted = Signal(str)
    opened = Signal(str)
    """A lesson's page is wanted."""

    def __init__(
        self, theme: Theme, class_label: str, lines: Sequence[PlanLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, wide=720, parent=parent)
        self._class = class_label
        self._hint = Words(theme, colour="text-soft")
        self.list = PlanList(theme)
        self._none = Words(theme)
        self.up, self.down = Button(theme, icon="arrow-up"), Button(theme, icon="arrow-down")
        self.day = Button(theme, icon="calendar")
        self.skip = Button(theme)
        self.close_button = Button(theme, kind="primary")
        self._tools = QWidget()
        tools = Flow(self._tools)
        for button in (self.up, self.down, self.day, self.skip):
            tools.addWidget(button)
        box = self.column.box
        for widget, space in ((self._hint, 16), (self._none, 0), (self.list, 16), (self._tools, 8)):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.up.clicked.connect(lambda: self.list.shift(-1))
        self.down.clicked.connect(lambda: self.list.shift(1))
        self.day.clicked.connect(lambda: self._ask(self.day_wanted))
        self.skip.clicked.connect(self._skip)
        self.list.moved.connect(self._moved)
        self.list.currentRowChanged.connect(self._follow_line)
        self.list.itemActivated.connect(lambda _item: self._ask(self.opened))
        self.close_button.clicked.connect(self.accept)
        self.show_lines(lines)
        self.retranslate()
        (self.list if lines else self.close_button).setFocus()

    def show_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show the plan as it is kept now."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._tools.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._hint.setVisible(bool(lines))
        self._follow_line()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Plan for {class_label}").format(class_label=self._class)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._hint.setText(
            tr("Drag a lesson to another place, or hold Alt and press an arrow. Enter opens its page.")
        )
        self._none.setText(tr("There are no lessons for the ages of this class yet."))
        self.list.setAccessibleName(title)
        self.up.set_text(tr("Earlier"))
        self.down.set_text(tr("Later"))
        self.day.set_text(tr("Plan a day…"))
        self.close_button.set_text(tr("Close"))
        self._follow_line()

    def fit(self) -> None:
        """Take the size of the list, up to what most screens show; then it scrolls by itself."""
        super().fit()
        self.ensurePolished()
        if layout := self.layout():
            layout.activate()
        self.list.setFixedHeight(min(self.list.tall(), self.theme.px(390)))
        super().fit()

    def _follow_line(self, _row: int = 0) -> None:
        line = self.list.current
        row = self.list.currentRow()
        self.skip.set_text(tr("Take in again") if line and line.left_out else tr("Leave out…"))
        if line is None:
            return
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < self.list.count() - 1)
        for button in (self.up, self.down, self.day, self.skip):
            button.setAccessibleDescription(line.title)

    def _moved(self) -> None:
        self.reordered.emit([line.lesson for line in self.list.lines])
        self._follow_line()
        place = {"place": self.list.currentRow() + 1, "count": self.list.count()}
        said = tr("{place} of {count}").format(**place)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _skip(self) -> None:
        line = self.list.current
        if line is not None:
            (self.unskip_wanted if line.left_out else self.skip_wanted).emit(line.lesson)

    def _ask(self, asked: SignalInstance) -> None:
        line = self.list.current
        if line is not None:
            asked.emit(line.lesson)
