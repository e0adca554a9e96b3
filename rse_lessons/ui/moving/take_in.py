"""A merge file that somebody wants to take in: looked through, shown, taken in, or refused in a sentence."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.between.merging import Preview
from rse_lessons.ui.moving.parts import Going
from rse_lessons.ui.moving.words import class_words, preview_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

MOST_CLASSES = 60
"""Classes that are told one by one."""


class TakeInWindow(SmallWindow):
    """Asks whether to take a file in; closing it before is a no. It takes nothing in itself."""

    take_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, file: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=680, parent=parent)
        self.file = Words(theme, file, colour="text-soft")
        self.going = Going(theme)
        self.good, self.care = Message(theme, "", kind="good"), Message(theme, "", icon="info")
        self.told = QWidget()
        self._lines = QVBoxLayout(self.told)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.classes: list[Words] = []
        self.take, self.cancel = Button(theme, kind="primary", icon="plus"), Button(theme, kind="quiet")
        self.column.box.addWidget(self.file)
        self.column.box.addSpacing(16)
        for part in (self.going, self.good, self.care, self.told):
            self.column.box.addWidget(part)
        self.column.box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.take)
        self.take.clicked.connect(self.take_requested)
        self.cancel.clicked.connect(self.reject)
        self.going.stopped.connect(self._stop)
        self.retranslate()
        self.going.begin(tr("Looking through the file. Nothing is taken in yet."))
        self.going.stop.hide()  # to cancel stops it
        self._show_only(self.going)
        self.cancel.setFocus()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Take a file in")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.take.set_text(tr("Take it in"))
        self.cancel.set_text(tr("Cancel"))
        self.going.retranslate()

    def show_part(self, done: int, total: int) -> None:
        """Show how far it has come."""
        self.going.bar.show_part(done, total)

    def show_preview(self, preview: Preview) -> None:
        """Show what the file would change, and ask."""
        theme = self.theme
        self._put(Words(theme, preview_words(preview)), 16)
        for found in preview.classes[:MOST_CLASSES]:
            name, changes = class_words(found)
            head = Words(theme, name, "card", heading=True)
            head.setFocusPolicy(
                Qt.FocusPolicy.TabFocus
            )  # a stop, so that the keyboard reads and scrolls them
            head.setProperty("ring", True)
            head.setAccessibleDescription(changes)
            self.classes.append(head)
            self._put(head, 2)
            self._put(Words(theme, changes, colour="text-soft"), 14)
        more = len(preview.classes) - MOST_CLASSES
        if more > 0:
            self._put(Words(theme, ntr("{count} class more.", "{count} classes more.", more)), 14)
        if preview.words:
            words = ntr(
                "With {count} text of your own.",
                "With {count} texts of your own.",
                preview.words,
            )
            self._put(Words(theme, words), 8)
        self._show_only(self.told)
        useful = bool(preview.new or preview.words)
        self.take.setVisible(useful)
        if not useful:
            self.cancel.set_text(tr("Close"))
        (self.take if useful else self.cancel).setFocus()
        parts = [*self.classes, self.cancel, self.take]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        self._say(preview_words(preview))

    def show_taking(self) -> None:
        """Show that it is being taken in."""
        self.going.begin(tr("Taking the file in"))
        self.going.stop.show()
        self._show_only(self.going)
        self.cancel.hide()
        self.going.stop.setFocus()

    def show_taken(self, text: str) -> None:
        """Say what was taken in."""
        self._end(self.good, tr("Done"), text)

    def show_refusal(self, sentence: str) -> None:
        """Say why nothing, or not everything, was taken in."""
        self._end(self.care, tr("This file is not taken in"), sentence)

    def show_stopped(self, *, begun: bool) -> None:
        """Say what being stopped means; `begun` when something may have been taken in."""
        kept = tr("What was taken in until then is kept. Take the file in again for the rest.")
        words = kept if begun else tr("Nothing was taken in.")
        self._end(self.care, tr("Stopped"), words)

    def _stop(self) -> None:
        self.going.stop.setEnabled(False)
        self.stop_requested.emit()

    def _end(self, message: Message, title: str, text: str) -> None:
        message.say(title, text)
        self._show_only(message)
        self.cancel.set_text(tr("Close"))
        self.cancel.show()
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self._say(f"{title}. {text}")

    def _put(self, widget: QWidget, space: int) -> None:
        self._lines.addWidget(widget)
        self._lines.addSpacing(space)

    def _show_only(self, widget: QWidget) -> None:
        for part in (self.going, self.good, self.care, self.told):
            part.setVisible(part is widget)
        self.take.setVisible(widget is self.told)
        QTimer.singleShot(0, self, self.fit)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
