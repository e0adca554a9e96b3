"""The page "Where your records are": it shows what it is given and asks through signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.keeping.rows import Day, DayRow, Fact, FactRow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.following import follow_keyboard
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.page_area import PageArea
from rse_lessons.ui.widgets.words import Words

FEW = 6
"""Days that are shown before somebody asks for all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that the page shows."""

    title: str = ""
    """How the records are, in a few words."""
    text: str = ""
    good: bool = True
    where: Sequence[Fact] = ()
    safe: Sequence[Fact] = ()
    days: Sequence[Day] = ()


class KeepingPage(QWidget):
    """Where, how safe, back to a day, take along, delete."""

    folder_wanted = Signal()
    check_wanted = Signal()
    backup_wanted = Signal()
    restore_wanted = Signal(str)
    """The name of the backup's file."""
    move_wanted = Signal()
    export_wanted = Signal()
    sheet_wanted = Signal()
    assessment_wanted = Signal()
    year_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept = Kept()
        self._all_days = False
        self._busy = ""
        self._said: tuple[str, str, bool] | None = None
        self.setObjectName("keeping")
        self.area = PageArea()
        self._column = self.area.column
        self.title = Words(theme, role="page", heading=True)
        self.about = Words(theme)
        self.state = Message(theme, "", kind="good")
        self.heads = {
            name: Words(theme, role="desk", heading=True)
            for name in ("where", "safe", "days", "papers", "end")
        }
        self.hints = {name: Words(theme, colour="text-soft") for name in ("days", "papers", "end")}
        self._rows = {name: QWidget() for name in ("where", "safe", "days")}
        self.folder, self.export, self.move_button = Button(theme), Button(theme), Button(theme)
        self.check, self.backup = Button(theme, icon="check"), Button(theme)
        self.more_days = Button(theme, kind="quiet", icon="plus", flush=True)
        self.sheet, self.assessment = Button(theme, icon="printer"), Button(theme, icon="printer")
        self.year, self.erase = Button(theme), Button(theme, icon="trash-2")
        self._lay()
        self._connect()
        self.retranslate()

    def _lay(self) -> None:
        column = self._column
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(self.about)
        column.addSpacing(20)
        column.addWidget(self.state)
        for name, buttons in (
            ("where", (self.folder, self.move_button, self.export)),
            ("safe", (self.check, self.backup)),
            ("days", (self.more_days,)),
            ("papers", (self.sheet, self.assessment)),
            ("end", (self.year, self.erase)),
        ):
            column.addSpacing(32)
            column.addWidget(self.heads[name])
            column.addSpacing(4)
            if name in self.hints:
                column.addWidget(self.hints[name])
                column.addSpacing(8)
            if name in self._rows:
                column.addWidget(self._rows[name])
            column.addSpacing(8)
            column.addWidget(_in_a_row(buttons))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        follow_keyboard(self.area, self.area.inside)

    def _connect(self) -> None:
        for button, wanted in (
            (self.folder, self.folder_wanted),
            (self.move_button, self.move_wanted),
            (self.export, self.export_wanted),
            (self.check, self.check_wanted),
            (self.backup, self.backup_wanted),
            (self.sheet, self.sheet_wanted),
            (self.assessment, self.assessment_wanted),
            (self.year, self.year_wanted),
            (self.erase, self.erase_wanted),
        ):
            button.clicked.connect(wanted)
        self.more_days.clicked.connect(self._show_all_days)

    def show_kept(self, kept: Kept) -> None:
        """Show how the records are now."""
        self._kept = kept
        self._fill()

    def say(self, title: str, text: str = "", *, good: bool = True) -> None:
        """Say what came of something, aloud too; it stands there until the page is opened anew."""
        self._said = title, text, good
        self._speak()

    def begin(self) -> None:
        """Be opened anew: what was said last time is old."""
        self._said = None

    def set_busy(self, what: str) -> None:
        """Say what is being done, and let nothing else be begun; empty when it is done."""
        self._busy = what
        for button in (self.check, self.backup, self.erase, self.year, self.export, *self._back_buttons()):
            button.setEnabled(not what)
        if what:
            self._speak()

    def _speak(self) -> None:
        self._show_state()
        words = f"{self.state.title.text()} {self.state.text.text()}".strip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.area.verticalScrollBar().setValue(0)

    def _back_buttons(self) -> list[Button]:
        return [row.back for row in self.findChildren(DayRow)]

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for rows made from now on; those that exist are told themselves."""
        self._theme = theme
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the margins that suit its width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = 50 if self.width() >= 1600 else 28
        spare = max(0, self.width() - 2 * side - self._theme.px(860))
        self._column.setContentsMargins(side, 28, side + spare, 40)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Where your records are"))
        self.about.setText(
            tr(
                "Everything that RSE Lessons remembers of your classes lies on this PC and nowhere else,"
                " unless you carry it there yourself. No pupil is in it."
            )
        )
        heads = {
            "where": tr("Where they are"),
            "safe": tr("How safe they are"),
            "days": tr("Go back to a day"),
            "papers": tr("Papers for your school"),
            "end": tr("When they are no longer needed"),
        }
        for name, words in heads.items():
            self.heads[name].setText(words)
        self.hints["days"].setText(
            tr(
                "A backup is made on every day of use. Going back keeps the records of today as a backup,"
                " too, and what you have deleted stays deleted."
            )
        )
        self.hints["papers"].setText(
            tr("What is kept, where, how long, and who can read it: for your data protection lead.")
        )
        self.hints["end"].setText(
            tr("Deleting is real: the records, their backups and what lies in your shared folder.")
        )
        self.folder.set_text(tr("Show the folder"))
        self.move_button.set_text(tr("Move between PCs…"))
        self.export.set_text(tr("Save a copy of everything…"))
        self.check.set_text(tr("Check them now"))
        self.backup.set_text(tr("Back up now"))
        self.sheet.set_text(tr("Data protection sheet…"))
        self.assessment.set_text(tr("Impact assessment…"))
        self.year.set_text(tr("End the school year…"))
        self.erase.set_text(tr("Erase everything…"))
        self._fill()

    def _fill(self) -> None:
        kept = self._kept
        self._show_state()
        self._put("where", [FactRow(self._theme, fact) for fact in kept.where])
        self._put("safe", [FactRow(self._theme, fact) for fact in kept.safe])
        days = kept.days if self._all_days else kept.days[:FEW]
        rows = [DayRow(self._theme, day) for day in days]
        for row in rows:
            row.restore_wanted.connect(self.restore_wanted)
            row.back.setEnabled(not self._busy)
        none = Fact(tr("No backup yet. The first is made on the next day of use, or now with “Back up now”."))
        self._put("days", rows or [FactRow(self._theme, none)])
        left = len(kept.days) - len(days)
        self.more_days.setVisible(left > 0)
        self.more_days.set_text(tr("Show {count} more").format(count=left))

    def _show_state(self) -> None:
        kept = self._kept
        said = (self._busy, "", True) if self._busy else self._said
        title, text, good = said or (kept.title, kept.text, kept.good)
        self.state.set_kind("good" if good else "care")
        self.state.say(title, text)
        self.state.setVisible(bool(title))

    def _put(self, name: str, rows: Sequence[QWidget]) -> None:
        old, new = self._rows[name], QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        self._column.replaceWidget(old, new)
        self._rows[name] = new
        old.hide()
        old.deleteLater()
        new.show()
        if name == "days":
            # New widgets come last in the tab order; these belong behind what stands above them.
            before: QWidget = self.backup
            for row in rows:
                if isinstance(row, DayRow):
                    QWidget.setTabOrder(before, row.back)
                    before = row.back
            QWidget.setTabOrder(before, self.more_days)

    def _show_all_days(self) -> None:
        self._all_days = True
        self._fill()
        rows = self._back_buttons()
        if len(rows) > FEW:
            rows[FEW].setFocus()


def _in_a_row(buttons: Sequence[Button]) -> QWidget:
    row = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    flow = Flow(row, gap=12)
    for button in buttons:
        flow.addWidget(button)
    return row
