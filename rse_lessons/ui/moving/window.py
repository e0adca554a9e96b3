"""The window "Move between PCs": a folder that several PCs share, and records in one file.

It moves nothing itself; it asks its owner, and shows what came of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.between.sharing import Outcome
from rse_lessons.progress.between.sharing_log import Log
from rse_lessons.ui.moving.parts import Going, Oddities
from rse_lessons.ui.moving.words import outcome_words, waiting_words, when_shared
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class MovingWindow(SmallWindow):
    """Stays open while something goes on, so that how it went can be said."""

    folder_requested = Signal()
    forget_requested = Signal()
    share_requested = Signal()
    stop_requested = Signal()
    preferred = Signal(dict)
    """`at_start` or `at_end` with its new value."""
    save_requested = Signal(bool, bool)
    """A file is wanted; whether words about classes go into it, and those about own learning."""
    take_requested = Signal()

    def __init__(self, theme: Theme, log: Log, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=780, parent=parent)
        self._log = log
        self._today = date.today()  # noqa: DTZ011  the teacher's own day
        self._folder_head, self._file_head = (Words(theme, role="card", heading=True) for _ in range(2))
        self._folder_about, self._file_about = Words(theme), Words(theme)
        self.folder = Words(theme, bold=True)
        self.choose = Button(theme, kind="secondary")
        self.share = Button(theme, kind="primary", icon="arrow-right-left")
        self.forget = Button(theme, kind="quiet")
        self.going = Going(theme)
        self.good, self.care = Message(theme, "", kind="good"), Message(theme, "", icon="info")
        self.waiting = Words(theme, colour="text-soft")
        self.oddities = Oddities(theme)
        self.at_start, self.at_end = CheckRow(theme, ""), CheckRow(theme, "")
        self.with_words, self.with_reflections = CheckRow(theme, ""), CheckRow(theme, "")
        self.save, self.take = Button(theme, icon="file-text"), Button(theme, icon="plus")
        self.file_good, self.file_care = Message(theme, "", kind="good"), Message(theme, "", icon="info")
        self.close_button = Button(theme, kind="quiet")
        self._lay()
        self._connect()
        self.retranslate()
        for message in (self.file_good, self.file_care):
            message.hide()
        self.show_log(log)
        self.set_busy("")

    def _lay(self) -> None:
        buttons, files = QWidget(), QWidget()
        for holder, some in (
            (buttons, (self.share, self.choose, self.forget)),
            (files, (self.save, self.take)),
        ):
            row = Flow(holder, gap=12)
            for button in some:
                row.addWidget(button)
        self._between = Rule(self.theme)
        self.at_end.set_last()
        self.with_reflections.set_last()
        parts: list[tuple[QWidget, int]] = [
            (self._folder_head, 4), (self._folder_about, 12), (self.folder, 12), (buttons, 16),
            (self._stacked(self.going, self.good, self.care, self.waiting, self.oddities), 8),
            (self.at_start, 0), (self.at_end, 12), (self._between, 16),
            (self._file_head, 4), (self._file_about, 4), (self.with_words, 0),
            (self.with_reflections, 12), (files, 16),
            (self._stacked(self.file_good, self.file_care), 8),
        ]  # fmt: skip
        for widget, space in parts:
            self.column.box.addWidget(widget)
            self.column.box.addSpacing(space)
        self.column.box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def _stacked(self, *parts: QWidget) -> QWidget:
        """Put parts below one another; those that are hidden take no room."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part)
        return holder

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_requested)
        self.forget.clicked.connect(self.forget_requested)
        self.share.clicked.connect(self.share_requested)
        self.going.stopped.connect(self._stop)
        self.at_start.toggled.connect(lambda on: self.preferred.emit({"at_start": on}))
        self.at_end.toggled.connect(lambda on: self.preferred.emit({"at_end": on}))
        self.save.clicked.connect(
            lambda: self.save_requested.emit(self.with_words.isChecked(), self.with_reflections.isChecked())
        )
        self.take.clicked.connect(self.take_requested)
        self.close_button.clicked.connect(self.reject)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Move between PCs")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._folder_head.setText(tr("A folder that your PCs share"))
        self._file_head.setText(tr("One file"))
        self._file_about.setText(
            tr(
                "Save all that this PC knows into a file and take it in on another PC. To take a file in"
                " twice does no harm."
            )
        )
        self.share.set_text(tr("Share now"))
        self.forget.set_text(tr("Stop sharing"))
        self.at_start.set_words(
            tr("Share when RSE Lessons opens"), tr("While you go on; never while you teach.")
        )
        self.at_end.set_words(tr("Share when RSE Lessons closes"))
        self.with_words.set_words(
            tr("With words of my own"),
            tr("Rules of classes and answers to the question box. Leave it off if others may see the file."),
        )
        self.with_reflections.set_words(
            tr("With my reflections and notes"),
            tr("What you wrote in Teacher mode and in your log of evidence. Tick it for your own PC alone."),
        )
        self.save.set_text(tr("Save a file…"))
        self.take.set_text(tr("Take a file in…"))
        self.close_button.set_text(tr("Close"))
        self.going.retranslate()
        self._say_folder()

    # The shared folder

    def show_log(self, log: Log) -> None:
        """Show which folder is shared and what came of it the last time."""
        self._log = log
        for row, on in ((self.at_start, log.at_start), (self.at_end, log.at_end)):
            row.blockSignals(True)
            row.setChecked(on)
            row.blockSignals(False)
        self._say_folder()
        for part in (self.folder, self.share, self.forget, self.at_start, self.at_end):
            part.setVisible(bool(log.folder))
        self._show_last(log.last if log.folder else None)
        self._order()
        self._fit_soon()

    def _say_folder(self) -> None:
        there = bool(self._log.folder)
        self.folder.setText(self._log.folder)
        self.folder.setAccessibleName(tr("Shared folder: {folder}").format(folder=self._log.folder))
        self.choose.set_text(tr("Another folder…") if there else tr("Choose a folder…"))
        words = (
            tr(
                "Each PC puts its own records there and reads those of the others. No words that you typed"
                " go along but the names of your classes."
            )
            if there
            else tr(
                "Choose a folder of your own: on a stick, on a network drive, or one that a sync program"
                " keeps alike. Choose the same folder on each of your PCs."
            )
        )
        self._folder_about.setText(words)

    def _show_last(self, last: Outcome | None) -> None:
        self.good.setVisible(last is not None and last.trouble is None)
        self.care.setVisible(last is not None and last.trouble is not None)
        waiting = waiting_words(last) if last is not None else ""
        self.waiting.setText(waiting)
        self.waiting.setVisible(bool(waiting))
        self.oddities.show_findings(last.findings if last is not None else ())
        if last is not None:
            for message in (self.good, self.care):
                message.say(when_shared(last, self._today), outcome_words(last))

    def show_outcome(self, log: Log, outcome: Outcome) -> None:
        """Show what came of sharing just now, and say it."""
        self.show_log(replace(log, last=outcome))
        message = self.good if outcome.trouble is None else self.care
        self._say(f"{message.title.text()}. {message.text.text()}")
        self.share.setFocus()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(message))

    def say_folder_trouble(self, sentence: str) -> None:
        """Say why a folder cannot be shared."""
        self.good.hide()
        self.care.show()
        self.care.say(tr("This folder cannot be shared"), sentence)
        self._say(f"{self.care.title.text()}. {sentence}")
        self.choose.setFocus()
        self._fit_soon()

    # What goes on

    def set_busy(self, words: str) -> None:
        """Show what goes on; with no words, nothing does."""
        going = bool(words)
        if going:
            self.going.begin(words)
            self.file_good.hide()
            self.file_care.hide()
        held = self.focusWidget()
        self.going.setVisible(going)
        for button in (self.share, self.choose, self.forget, self.save, self.take):
            button.setEnabled(not going)
        if going and held is not None and not held.isEnabled():
            self.going.stop.setFocus()
        self._fit_soon()

    def show_part(self, done: int, total: int) -> None:
        """Show how far it has come."""
        self.going.bar.show_part(done, total)

    def _stop(self) -> None:
        self.going.stop.setEnabled(False)
        self.stop_requested.emit()

    # Files

    def say_file(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say how saving a file went."""
        self.file_good.setVisible(good)
        self.file_care.setVisible(not good)
        message = self.file_good if good else self.file_care
        message.say(title, text)
        self._say(f"{title}. {text}")
        self._fit_soon()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(message))

    def _order(self) -> None:
        """Let Tab go down the page."""
        parts: list[QWidget] = [
            self.share, self.choose, self.forget, self.going.stop, *self.oddities.rows, self.at_start,
            self.at_end, self.with_words, self.with_reflections, self.save, self.take, self.close_button,
        ]  # fmt: skip
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self.fit)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
