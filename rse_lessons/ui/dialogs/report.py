"""How a lesson went, in a calm window: each stage's time, hands before and after, a sentence for next time.

It shows what it is given; saving, printing and what the teacher prefers are its owner's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.words import plain
from rse_lessons.presenting.report import Counted, Next, Report, StageTime, Way
from rse_lessons.ui.report_words import (
    advice_words,
    hands_words,
    left_out_words,
    row_words,
    stage_words,
    when_word,
    whole_words,
)
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.paint import box, smooth
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.words import stage_name

_CARE = frozenset({Next.GO_ON, Next.SHOW_HELP, Next.OUT_OF_ROLE})


class StageTimes(QWidget):
    """Two bars of one stage: planned in outline, taken filled, on the scale of the longest of all."""

    def __init__(self, theme: Theme, entry: StageTime, longest: int) -> None:
        super().__init__()
        self._theme, self._entry, self._longest = theme, entry, max(1, longest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{stage_name(entry.stage)}: {stage_words(entry)}")

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(180), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """Give a width at which bars still differ."""
        return QSize(self._theme.px(90), self._theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both bars."""
        theme, entry = self._theme, self._entry
        px = theme.px
        painter = smooth(QPainter(self))
        tall, top = px(11), (self.height() - px(26)) / 2
        help_stage = entry.stage.value == "signpost"
        fill = theme.colour("help" if help_stage else "primary")
        edge = theme.colour("help-edge" if help_stage else "control-edge")
        for seconds, at, filled in ((entry.planned, top, False), (entry.taken, top + px(15), True)):
            if seconds <= 0 or (filled and entry.way is not Way.TAKEN):
                continue
            wide = max(px(6), (self.width() - 2) * seconds / self._longest)
            ground = fill if filled else theme.colour("surface")
            box(painter, QRectF(1, at, wide, tall), px(3), fill=ground, edge=edge)
        painter.end()


def _grid(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(20))
    grid.setVerticalSpacing(theme.px(2))
    return grid


def stage_grid(theme: Theme, stages: Sequence[StageTime]) -> QGridLayout:
    """Lay out each stage's name, its two bars and its time in words."""
    grid = _grid(theme)
    longest = max((max(entry.planned, entry.taken) for entry in stages), default=1)
    for row, entry in enumerate(stages):
        grid.addWidget(Words(theme, stage_name(entry.stage), bold=True, wraps=False), row, 0)
        grid.addWidget(StageTimes(theme, entry, longest), row, 1)
        soft = "text" if entry.way is Way.TAKEN else "text-soft"
        grid.addWidget(Words(theme, stage_words(entry), colour=soft), row, 2)
    grid.setColumnStretch(1, 3)
    grid.setColumnStretch(2, 4)
    return grid


class ReportWindow(SmallWindow):
    """One report. Enter and Esc close it."""

    save_requested = Signal()
    print_requested = Signal()
    wanted = Signal(bool)
    """Whether such a window is to be shown after every lesson."""

    def __init__(
        self,
        theme: Theme,
        report: Report,
        title: str,
        about: str = "",
        *,
        always: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=760, parent=parent)
        self._report, self._about, self._lesson = report, about, title
        self.lesson = Words(theme, colour="text-soft")
        kind = "care" if report.advice.next in _CARE else "good"
        self.advice = Message(theme, "", kind=kind, icon="signpost" if kind == "care" else "check")
        self.left_out = Words(theme)
        self.key = Words(theme, role="small", colour="text-soft")
        self.note = Words(theme, role="small", colour="text-soft")
        self.after_lessons = CheckRow(theme, "")
        self.after_lessons.set_last()
        self.after_lessons.setChecked(always)
        self.after_lessons.toggled.connect(self.wanted)
        self.said = Message(theme, "", kind="good")
        self.said.hide()
        self.print = Button(theme, icon="printer")
        self.save = Button(theme, icon="file-text")
        self.close_button = Button(theme, kind="primary")
        self.print.clicked.connect(self.print_requested)
        self.save.clicked.connect(self.save_requested)
        self.close_button.clicked.connect(self.accept)
        self._heads: list[tuple[Words, Counted]] = []
        self._lay()
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.retranslate()

    def _lay(self) -> None:
        box, px = self.column.box, self.theme.px
        box.addWidget(self.lesson)
        box.addSpacing(px(16))
        box.addWidget(self.advice)
        box.addSpacing(px(20))
        box.addLayout(stage_grid(self.theme, self._report.stages))
        box.addSpacing(px(4))
        box.addWidget(self.key)
        if self._report.left_out:
            box.addSpacing(px(12))
            box.addWidget(self.left_out)
        self.left_out.setVisible(bool(self._report.left_out))
        for counted in self._report.counted:
            box.addSpacing(px(20))
            box.addLayout(self._hands(counted))
        if self._report.counted:
            box.addSpacing(px(8))
            box.addWidget(self.note)
        self.note.setVisible(bool(self._report.counted))
        box.addSpacing(px(12))
        box.addWidget(self.said)
        box.addWidget(self.after_lessons)
        box.addStretch(1)
        self.foot.addWidget(self.print)
        self.foot.addWidget(self.save)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def _hands(self, counted: Counted) -> QGridLayout:
        grid = _grid(self.theme)
        head = Words(self.theme, plain(counted.question), bold=True)
        grid.addWidget(head, 0, 0)
        for column, when in enumerate(counted.when, 1):
            grid.addWidget(Words(self.theme, when_word(when), colour="text-soft", wraps=False), 0, column)
        for row, (text, hands) in enumerate(counted.rows, 1):
            said = Words(self.theme, plain(text))
            said.setAccessibleName(row_words(counted, (text, hands)))
            grid.addWidget(said, row, 0)
            for column, count in enumerate(hands, 1):
                grid.addWidget(Words(self.theme, hands_words(count), bold=True, wraps=False), row, column)
        grid.setColumnStretch(0, 1)
        return grid

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("How “{lesson}” went").format(lesson=self._lesson))
        self.heading.setText(tr("How it went"))
        whole = whole_words(self._report)
        self.lesson.setText(" · ".join(part for part in (self._lesson, self._about, whole) if part))
        self.advice.say(tr("Next time"), advice_words(self._report.advice))
        self.left_out.setText(left_out_words(self._report))
        self.key.setText(tr("Outlined: as planned. Filled: as it was."))
        self.note.setText(tr("Hands of the whole class. A count under five is kept as “fewer than 5”."))
        self.after_lessons.set_words(tr("Show this after every lesson"))
        self.print.set_text(tr("Print…"))
        self.save.set_text(tr("Save as PDF…"))
        self.close_button.set_text(tr("Close"))

    def say(self, title: str, text: str = "") -> None:
        """Say how saving or printing went."""
        self.said.say(title, text)
        self.said.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {text}".strip()))
        self.fit()
        QTimer.singleShot(0, self, lambda: self.column.show_widget(self.said))
