"""Lessons into a pack for another school: which ones, what it is called, by whom, signed or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.packs.form import MAX_WORDS
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class ShareWindow(SmallWindow):
    """Stays open after a pack was written, so that how it went can be said."""

    save_requested = Signal()
    """The pack is wanted as it is described; its owner asks for the place."""

    def __init__(
        self,
        theme: Theme,
        lessons: Sequence[tuple[str, str, str]],
        chosen: Collection[str],
        *,
        author: str = "",
        mark: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer lessons by id, title and what else to know; `mark` is the fingerprint of a known key."""
        super().__init__(theme, wide=680, parent=parent)
        self._mark = mark
        self._hint = Words(theme, colour="text-soft")
        self._which, self._title_words, self._author_words = (Words(theme, bold=True) for _ in range(3))
        self.rows = {lesson: CheckRow(theme, title, detail) for lesson, title, detail in lessons}
        self.title, self.author = QLineEdit(), QLineEdit()
        self.signed = CheckRow(theme, "")
        self.signed.set_last()
        self.good, self.care = Message(theme, "", kind="good"), Message(theme, "", icon="info")
        self.save, self.cancel = Button(theme, kind="primary", icon="file-text"), Button(theme, kind="quiet")
        self._lay()
        for lesson, row in self.rows.items():
            row.setChecked(lesson in chosen)
            row.toggled.connect(self._quiet)
        if len(chosen) == 1:
            self.title.setText(next(title for lesson, title, _ in lessons if lesson in chosen)[:MAX_WORDS])
        self.author.setText(author)
        for field in (self.title, self.author):
            field.setMaxLength(MAX_WORDS)
            field.textEdited.connect(self._quiet)
        self.signed.toggled.connect(self._quiet)
        self.save.setDefault(True)
        self.save.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.retranslate()
        self.title.setFocus()

    @property
    def chosen(self) -> list[str]:
        """The ids of the lessons that are ticked."""
        return [lesson for lesson, row in self.rows.items() if row.isChecked()]

    def _lay(self) -> None:
        box = self.column.box
        parts: list[tuple[QWidget, int]] = [(self._hint, 16), (self.good, 0), (self.care, 0)]
        parts += [
            (self._title_words, 6),
            (self.title, 16),
            (self._author_words, 6),
            (self.author, 12),
            (self.signed, 12),
            (self._which, 8),
        ]
        for widget, space in parts:
            box.addWidget(widget)
            box.addSpacing(space)
        for row in self.rows.values():
            box.addWidget(row)
        if self.rows:
            list(self.rows.values())[-1].set_last()
        if len(self.rows) == 1:
            # A single lesson was chosen before this window opened.
            self._which.hide()
            next(iter(self.rows.values())).hide()
        box.addStretch(1)
        self.good.hide()
        self.care.hide()
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Share lessons"))
        self.heading.setText(tr("Share lessons"))
        self._hint.setText(
            tr(
                "Lessons and their pictures go into one file, for another school. Nothing about a class is "
                "in it."
            )
        )
        self._which.setText(tr("Which lessons"))
        for label, field, name in (
            (self._title_words, self.title, tr("What the pack is called")),
            (self._author_words, self.author, tr("Who made it, as others are to read it")),
        ):
            label.setText(name)
            field.setAccessibleName(name)
        self.author.setPlaceholderText(tr("Your name or your school’s; it may stay empty"))
        mark = tr("Others see that your next packs are from the same person. Your fingerprint is {mark}.")
        new = tr("Others see that your next packs are from the same person. A key is made for it on this PC.")
        self.signed.set_words(tr("Sign it"), mark.format(mark=self._mark) if self._mark else new)
        self.save.set_text(tr("Save the pack…"))
        self.cancel.set_text(tr("Close"))

    def _check(self) -> None:
        self._quiet()
        if not self.chosen:
            self.say(tr("No lesson is ticked."), tr("Tick at least one."), good=False)
            next(iter(self.rows.values()), self.cancel).setFocus()
        elif not self.title.text().strip():
            self.say(tr("The pack has no name yet."), tr("Type what others are to call it."), good=False)
            self.title.setFocus()
        else:
            self.save_requested.emit()

    def say(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say how it went, in words that stay until something else is chosen."""
        self._quiet()
        message = self.good if good else self.care
        message.say(title, text)
        message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {text}".strip()))
        self.fit()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(message))

    def _quiet(self, _what: object = None) -> None:
        self.good.hide()
        self.care.hide()
