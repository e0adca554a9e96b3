"""The desk beside the passages: the slide as the class sees it, how far the reading is, and its end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.review.words import FILTERS, filter_name, progress
from rse_lessons.ui.slide.view import SlideView
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button, Chip
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.desk import Desk
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.words import Words


class ReviewDesk(Desk):
    """What the teacher has beside the passages."""

    filter_chosen = Signal(str)
    finish_wanted = Signal()
    save_wanted = Signal()
    undo_wanted = Signal()
    answers_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._done = self._all = 0
        self.name = Words(theme, role="desk", heading=True)
        self.standing = Words(theme, role="small", colour="text-soft")
        self.told = Message(theme, "")
        self.told.hide()
        self.view = SlideView()
        self.where = Words(theme, role="small", colour="text-soft")
        self.answers = Chip(theme, "")
        self.progress = Words(theme, bold=True)
        self.filter = Chooser(theme, "chip")
        self.undo = Button(theme, kind="quiet", icon="undo-2", flush=True, wraps=True)
        self.save = Button(theme, kind="quiet", icon="file-text", flush=True, wraps=True)
        self.finish = Button(theme, kind="primary", icon="check", wraps=True)
        above: tuple[tuple[QWidget, int], ...] = (
            (self.name, 12),
            (self.told, 12),
            (self.view, 4),
            (self.where, 12),
            (self.standing, 12),
        )
        for widget, space in above:
            self.put(widget)
            self.column.addSpacing(space)
        below: tuple[tuple[QWidget, int], ...] = (
            (self.answers, 16),
            (self.filter, 8),
            (self.undo, 0),
            (self.save, 0),
        )
        for widget, space in below:
            self._left(widget)
            self.column.addSpacing(space)
        self.column.addStretch(1)
        self.foot.addWidget(self.progress)
        self.foot.addSpacing(8)
        self.foot.addWidget(self.finish)
        self.show_foot(shown=True)
        self.filter.chosen.connect(self.filter_chosen)
        self.finish.clicked.connect(self.finish_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.answers.toggled.connect(self.answers_wanted)
        self.begin()
        self.retranslate()

    def _left(self, widget: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.put(holder)

    def show_lesson(self, title: str, standing: str) -> None:
        """Say which lesson it is, and how far its translation is."""
        self.name.setText(title)
        self.standing.setText(standing)

    def show_progress(self, done: int, passages: int) -> None:
        """Say how much was looked at."""
        self._done, self._all = done, passages
        self.progress.setText(progress(done, passages))

    def tell(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say what came of something; without a title nothing more is said."""
        self.told.set_kind("good" if good else "care")
        self.told.say(title, text)
        self.told.setVisible(bool(title))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.answers.setText(tr("With answers"))
        self.filter.set_question(tr("Passages to show"))
        self.filter.set_choices(
            [Choice(name, filter_name(name)) for name in FILTERS], self.filter.value or FILTERS[0]
        )
        self.undo.set_text(tr("Undo"))
        self.save.set_text(tr("Save to send back"))
        self.save.setToolTip(tr("One file with your school’s changes, for those who make RSE Lessons"))
        self.finish.set_text(tr("I have read all of it"))
        self.progress.setText(progress(self._done, self._all))

    def set_window_width(self, window: int) -> None:
        """Take more than other desks do: the slide is to be read."""
        super().set_window_width(window)
        self.setFixedWidth(max(self.width(), round(window * 0.36)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the slide as wide as the desk."""
        super().resizeEvent(event)
        self.view.setFixedHeight(round(self.room() * 9 / 16))
