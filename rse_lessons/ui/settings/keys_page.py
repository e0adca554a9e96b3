"""Keys: the table of actions, each with its keys, which can be changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import ACTIONS, GROUPS, group_title
from rse_lessons.ui.settings.key_book import KeyBook
from rse_lessons.ui.settings.key_editor import KeyEditor
from rse_lessons.ui.settings.key_row import KeyRow
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.words import Words


class KeysPage(Page):
    """The third page. One action at a time is open."""

    def __init__(self, theme: Theme, rebound: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(theme)
        self.book = KeyBook(rebound)
        self.editor = KeyEditor(theme, self.book)
        self.editor.hide()
        self.reset_all = Button(theme, icon="rotate-ccw", wraps=True)
        self.sure = Message(theme, "", icon="rotate-ccw")
        self.yes, self.no = Button(theme), Button(theme)
        self._buttons = self._row(self.reset_all)
        self._answers = self._row(self.yes, self.no)
        self.sure.hide()
        self._answers.hide()
        for widget in (self._buttons, self.sure, self._answers):
            self.box.addSpacing(12)
            self.box.addWidget(widget)
        self._titles: dict[str, Words] = {}
        self.rows: dict[str, KeyRow] = {}
        self._add_rows()
        self.box.addStretch(1)
        self.editor.changed.connect(self._changed)
        self.editor.closed.connect(self._close)
        self.reset_all.clicked.connect(lambda: self._ask(asking=True))
        self.yes.clicked.connect(self._put_back)
        self.no.clicked.connect(lambda: self._ask(asking=False))
        self.retranslate()

    @staticmethod
    def _row(*buttons: Button) -> QWidget:
        widget = QWidget()
        flow = Flow(widget)
        for button in buttons:
            flow.addWidget(button)
        return widget

    def _add_rows(self) -> None:
        for group, _title in GROUPS:
            self._titles[group] = Words(self.theme, role="card")
            self.box.addSpacing(24)
            self.box.addWidget(self._titles[group])
            self.box.addSpacing(4)
            for action in ACTIONS:
                if action.group == group:
                    row = KeyRow(self.theme, action.id)
                    row.clicked.connect(lambda _=False, row=row: self._open(row))
                    self.rows[action.id] = row
                    self.box.addWidget(row)

    def retranslate(self) -> None:
        """Say everything in the interface's language, as the book has it."""
        self.title.setText(tr("Keys"))
        self.soft.setText(
            tr(
                "These are the keys while you present. Press an action to change its keys."
                " A remote control works as it is."
            )
        )
        self.reset_all.set_text(tr("Put all keys back"))
        self.sure.say(tr("Put all keys back to how they came?"), tr("The keys that you chose are forgotten."))
        self.yes.set_text(tr("Put them back"))
        self.no.set_text(tr("Keep mine"))
        for group, title in self._titles.items():
            title.setText(group_title(group))
        self.editor.retranslate()
        self._show()

    def _show(self) -> None:
        for action, row in self.rows.items():
            row.show_keys(self.book.keys(action), changed=self.book.changed(action))
        any_changed = self.book.any_changed()
        self.reset_all.setEnabled(any_changed)
        self.reset_all.setToolTip("" if any_changed else tr("All keys are as they came."))

    def _changed(self) -> None:
        self._show()
        self.changed.emit({"keys": self.book.rebound()})

    # One action open

    def _open(self, row: KeyRow) -> None:
        again = self.editor.isVisible() and not row.isChecked()
        self._shut()
        if again:
            return
        row.setChecked(True)
        self.box.removeWidget(self.editor)
        self.box.insertWidget(self.box.indexOf(row) + 1, self.editor)
        self.editor.open(row.action)
        self.editor.show()
        # The tab order follows what is seen: from the row into what it opened, and on to the next row.
        self._order(row)
        QTimer.singleShot(0, self, lambda: self._show_open(row))

    def _show_open(self, row: KeyRow) -> None:
        self.show_widget(self.editor)
        self.show_widget(row)

    def _order(self, row: KeyRow) -> None:
        before: QWidget = row
        for widget in (
            *self.editor.caps,
            self.editor.give,
            self.editor.leave,
            self.editor.add,
            self.editor.catch,
        ):
            QWidget.setTabOrder(before, widget)
            before = widget
        for widget in (self.editor.done, self.editor.reset):
            QWidget.setTabOrder(before, widget)
            before = widget
        rows = list(self.rows.values())
        following = rows[rows.index(row) + 1 :][:1]
        for widget in following:
            QWidget.setTabOrder(before, widget)

    def _shut(self) -> KeyRow | None:
        self.editor.hide()
        was = None
        for row in self.rows.values():
            was = row if row.isChecked() and was is None else was
            row.setChecked(False)
        return was

    def _close(self) -> None:
        row = self._shut()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_widget(row)

    # All of them back

    def _ask(self, *, asking: bool) -> None:
        self.sure.setVisible(asking)
        self._answers.setVisible(asking)
        self._buttons.setVisible(not asking)
        (self.no if asking else self.reset_all).setFocus()

    def _put_back(self) -> None:
        self.book.reset_all()
        self._shut()
        self._show()
        self._ask(asking=False)
        self.changed.emit({"keys": self.book.rebound()})
        next(iter(self.rows.values())).setFocus()
