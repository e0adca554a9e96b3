"""Your data: what is kept, what never is, where it lies on this PC, and the passcode that hides it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QResizeEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.settings.year_end import YearEnd
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Icon
from rse_lessons.ui.widgets.words import Words


class PathField(QPlainTextEdit):
    """A place on this PC, to be selected and copied; as high as its lines."""

    def __init__(self, theme: Theme, path: str) -> None:
        super().__init__(path)
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("ring", True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the height that the new size needs."""
        self._theme = theme
        self.setProperty("corner", theme.px(10))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the lines of the path at this width."""
        return QSize(240, self._tall())

    def minimumSizeHint(self) -> QSize:
        """Never less than all lines."""
        return QSize(160, self._tall())

    def _tall(self) -> int:
        px = self._theme.px
        lines = max(1, int(self.document().size().height()))
        return lines * math.ceil(self.fontMetrics().lineSpacing()) + 2 * px(6) + 2 * px(2) + 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard selects from."""
        super().focusInEvent(event)
        self.setCursorWidth(2)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be only words again."""
        super().focusOutEvent(event)
        self.setCursorWidth(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()


class _Place(QWidget):
    """What lies somewhere, where, and a button that copies it."""

    def __init__(self, theme: Theme, label: str, path: Path | str) -> None:
        super().__init__()
        self.label = label
        self.words = Words(theme, bold=True)
        self.field = PathField(theme, str(path))
        self.copy = Button(theme, kind="secondary")
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.toPlainText())
        self.copy.set_text(tr("Copied"))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.words.setText(self.label)
        self.field.setAccessibleName(self.label)
        self.copy.set_text(tr("Copy"))
        self.copy.setAccessibleName(tr("Copy: {what}").format(what=self.label))


class _Lines(QWidget):
    """A few lines, each after the same icon."""

    def __init__(self, theme: Theme, icon: str, colour: str, count: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._words: list[Words] = []
        for _number in range(count):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Icon(theme, icon, colour), 0, Qt.AlignmentFlag.AlignTop)
            words = Words(theme)
            self._words.append(words)
            row.addWidget(words, 1)
            column.addLayout(row)

    def say(self, *lines: str) -> None:
        """Say the lines."""
        for words, line in zip(self._words, lines, strict=True):
            words.setText(line)


class _Passcode(QWidget):
    """Whether there is a passcode, and what can be done about it."""

    asked = Signal(str)
    """`choose` or `remove`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._there = False
        self.words = Words(theme)
        self.choose, self.remove = (
            Button(theme, icon="lock", wraps=True),
            Button(theme, kind="quiet", wraps=True),
        )
        self.choose.clicked.connect(lambda: self.asked.emit("choose"))
        self.remove.clicked.connect(lambda: self.asked.emit("remove"))
        buttons = QWidget()
        row = Flow(buttons)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(buttons)

    def show_state(self, *, there: bool) -> None:
        """Say whether there is one."""
        self._there = there
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        there = self._there
        self.words.setText(tr("A passcode is set.") if there else tr("No passcode is set: K unlocks, too."))
        self.choose.set_text(tr("Change the passcode") if there else tr("Set a passcode"))
        self.remove.set_text(tr("Take it away"))
        self.remove.setVisible(there)


class DataPage(Page):
    """The last page: what is kept and what is never, where, and what keeps it from others' eyes."""

    passcode_requested = Signal(str)
    """`choose` or `remove`."""

    def __init__(
        self, theme: Theme, paths: Sequence[tuple[str, Path | str]], preferences: Preferences
    ) -> None:
        super().__init__(theme)
        self._never_lines = _Lines(theme, "x", "care", 3)
        self._kept_lines = _Lines(theme, "check", "good", 7)
        self.places = [_Place(theme, label, path) for label, path in paths]
        self.passcode = _Passcode(theme)
        self.passcode.asked.connect(self.passcode_requested)
        self._lock = self.part(self.passcode)
        self.year_end = YearEnd(theme, preferences.year_end, preferences.nation)
        self.year_end.chosen.connect(lambda day: self.changed.emit({"year_end": day}))
        self._year = self.part(self.year_end)
        self._never, self._kept = self.part(self._never_lines), self.part(self._kept_lines)
        self._where = self.part(*self.places)
        self.box.addStretch(1)
        self.retranslate()

    def set_paths(self, paths: Sequence[tuple[str, Path | str]]) -> None:
        """Take what the places are called in the interface's language; they stay where they are."""
        for place, (label, _path) in zip(self.places, paths, strict=True):
            place.label = label

    def show_passcode(self, *, there: bool) -> None:
        """Say whether the console has a passcode."""
        self.passcode.show_state(there=there)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Your data"))
        self.soft.setText(tr("Everything stays on this PC. RSE Lessons never uses a network."))
        self.say(self._never, tr("Never kept"))
        self._never_lines.say(
            tr("The name of a pupil, or what one pupil answered"),
            tr("What is put into the question box"),
            tr("Anything that a pupil tells you"),
        )
        self.say(self._kept, tr("Kept, so that a lesson goes on where it stopped"))
        self._kept_lines.say(
            tr("The names that you give to classes, and their ages"),
            tr("Which lesson and slide a class reached, when, and how long each stage took"),
            tr("What the class chose together, and hands counted; under 5 is kept as “fewer than 5”"),
            tr("The rules that a class made for itself, in words that you typed"),
            tr("Your own answers to the question box, until you have given them"),
            tr("How many slips were in the question box; under 5 is kept as “fewer than 5”"),
            tr("What you ticked before a lesson"),
        )
        self.say(self._where, tr("Where it lies"))
        for place in self.places:
            place.retranslate()
        self.say(
            self._lock,
            tr("Passcode for your locked screen"),
            tr("While you present, K hides your notes from whoever comes to your PC."),
        )
        self.passcode.retranslate()
        self.say(
            self._year,
            tr("The end of the school year"),
            tr("Then you are asked whether to delete what is known of its classes; never without asking."),
        )
        self.year_end.retranslate()
