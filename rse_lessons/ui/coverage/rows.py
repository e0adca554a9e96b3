"""One statement of a curriculum: its code, what it says, and a button for each lesson that serves it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.nation.coverage import Claim, Covered
from rse_lessons.ui.bands import AGES, ages_line, short_ages
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import StateBadge
from rse_lessons.ui.widgets.paint import board, fill, smooth
from rse_lessons.ui.widgets.words import Words

_CODE = 132
_SPINE = 9


class StatementRow(QWidget):
    """A statement above a thin line."""

    lesson_opened = Signal(str)

    def __init__(self, theme: Theme, row: Covered) -> None:
        super().__init__()
        self._theme = theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.px(_CODE))
        grid.addWidget(Words(theme, row.statement.code, bold=True, top=True), 0, 0)
        grid.addWidget(Words(theme, row.statement.text, top=True), 0, 1)
        line = 1
        if row.to_check:
            grid.addWidget(StateBadge(theme, "to-check", tr("To be checked"), "text-soft"), line, 1)
            line += 1
        if row.claims:
            lessons = QWidget()
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            lessons.setSizePolicy(policy)
            flow = Flow(lessons)
            for claim in row.claims:
                flow.addWidget(self._lesson(claim))
            grid.addWidget(lessons, line, 1)
        else:
            grid.addWidget(Words(theme, tr("No lesson yet"), "small", colour="text-soft"), line, 1)

    def _lesson(self, claim: Claim) -> Button:
        made = _LessonButton(self._theme, claim)
        made.clicked.connect(lambda: self.lesson_opened.emit(claim.lesson))
        return made

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        fill(painter, QRectF(0, 0, self.width(), 1), self._theme.colour("rule"))
        painter.end()


class _LessonButton(Button):
    """A lesson by its title, with the spine of its age band."""

    def __init__(self, theme: Theme, claim: Claim) -> None:
        super().__init__(theme, kind="secondary", wraps=True)
        self._band = claim.band
        known = claim.band in AGES
        ages = short_ages(claim.band) if known else ""
        title = f"{claim.title}  {ages}".rstrip()
        self.set_text(tr("{lesson}, to be checked").format(lesson=title) if claim.to_check else title)
        said = f"{claim.title}, {ages_line(claim.band)}"
        self.setAccessibleName(tr("{lesson}, to be checked").format(lesson=said) if claim.to_check else said)
        self.setToolTip(self.text())

    def sizeHint(self) -> QSize:
        """Ask for the words and the spine."""
        size = super().sizeHint()
        return QSize(size.width() + self._theme.px(_SPINE), size.height())

    def _inset(self) -> int:
        """Keep the words clear of the spine."""
        return self._theme.px(13 + _SPINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then the spine at its left."""
        super().paintEvent(event)
        if self._band not in AGES:
            return
        px = self._theme.px
        painter = smooth(QPainter(self))
        spine = QRectF(px(9), self.height() / 2 - px(9), px(8), px(18))
        fill(painter, board(spine, px(1), px(4)), self._theme.band(self._band).mark)
        painter.end()
