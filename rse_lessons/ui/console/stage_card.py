"""Where the lesson is: the stage, what is left of it, the pace, and the bar of all stages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.stages import Pace, StagePlan
from rse_lessons.ui.actions import label
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.words import minutes_words, stage_name, stage_word

TOLERANCE = 60
"""Seconds behind or ahead that are not worth a word."""


class StageCard(QFrame):
    """A sentence, the pace and the stage bar."""

    lost_time_requested = Signal()
    said = Signal(str)
    """The sentence and the pace, for where there is no room for the card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._theme = theme
        px = theme.px
        self.sentence = QLabel(self)
        self.sentence.setProperty("role", "lead-strong")
        self.pace = QLabel(self)
        self.pace.setProperty("role", "care")
        self.lost = QPushButton(self)
        self.lost.setProperty("kind", "quiet")
        self.lost.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lost.clicked.connect(self.lost_time_requested)
        self.bar = StageBar(theme, tall=True, parent=self)
        self.labels = _Labels(theme, self.bar, self)
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addWidget(self.sentence)
        head.addWidget(self.pace)
        head.addStretch(1)
        head.addWidget(self.lost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(12), px(24), px(12))
        layout.setSpacing(px(4))
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.labels)
        self._shown: tuple[str, str] = ("", "")
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        self.lost.setText("  " + label("lost-time"))
        self.lost.setAccessibleName(label("lost-time"))
        self.lost.setToolTip(label("lost-time"))
        size = self._theme.px(20)
        self.lost.setIconSize(QSize(size, size))
        self.lost.setIcon(icon("time-lost", self._theme.colour("text"), self._theme.px(20)))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self.retranslate()

    def show_pace(self, pace: Pace, plan: Sequence[StagePlan], part: float) -> None:
        """Say where the lesson is; `part` is how much of the stage's time has gone, 0 to 1."""
        here = next((number for number, item in enumerate(plan) if item.stage is pace.stage), 0)
        done = sum(item.seconds for item in plan[:here]) + plan[here].seconds * min(max(part, 0.02), 0.98)
        self.bar.set_stages([(str(item.stage), item.seconds) for item in plan], done)
        self.labels.show_stage(pace.stage)
        name = stage_name(pace.stage)
        if pace.stage_left > 0:
            left = round(pace.stage_left / 60)
            minutes = round(pace.stage_seconds / 60)
            if left < 1:
                words = tr("{stage}: less than a minute left of {minutes}").format(
                    stage=name, minutes=minutes
                )
            else:
                words = tr("{stage}: {left} minutes left of {minutes}").format(
                    stage=name, left=left, minutes=minutes
                )
        else:
            words = tr("{stage}: its time is over").format(stage=name)
        behind = self._behind(pace.behind)
        if (words, behind) != self._shown:
            self._shown = (words, behind)
            self.sentence.setText(words)
            self.pace.setText(behind)
            self.said.emit(f"{words}. {behind}".strip() if behind else words)
            self.bar.setAccessibleName(f"{words}. {behind}")

    def _behind(self, seconds: float) -> str:
        if abs(seconds) < TOLERANCE:
            return ""
        words = minutes_words(abs(seconds))
        return (
            tr("{time} behind").format(time=words) if seconds > 0 else tr("{time} in hand").format(time=words)
        )


class _Labels(QWidget):
    """The stages' names under their segments; a name that finds no room is left out."""

    def __init__(self, theme: Theme, bar: StageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = bar
        self._stage = Stage.WELCOME
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_stage(self, stage: Stage) -> None:
        if stage is not self._stage:
            self._stage = stage
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        taken: list[tuple[float, float]] = []
        segments = self._bar.segments()
        # The stage the class is in has its name first; others take what room is left.
        for name, box, _part in sorted(segments, key=lambda segment: segment[0] != str(self._stage)):
            here = name == str(self._stage)
            painter.setFont(self._theme.font(15, bold=here))
            words = stage_word(Stage(name))
            width = painter.fontMetrics().horizontalAdvance(words) + 2.0
            left = max(0.0, min(box.left(), self.width() - width))
            free = all(left >= end or left + width <= begin for begin, end in taken)
            if not here and (not free or left + width > box.right() + self._theme.px(40)):
                continue
            taken.append((left, left + width + self._theme.px(8)))
            painter.setPen(self._theme.colour("text" if here else "text-soft"))
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
