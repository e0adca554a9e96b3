"""Where the lesson is: the stage, what is left of it, the pace, and the bar of all stages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.model import Stage
from rse_lessons.presenting.stages import Pace, StagePlan
from rse_lessons.ui.actions import label
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.elided import Elided
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.words import minutes_words, stage_name, stage_word

TOLERANCE = 60
"""Seconds behind or ahead that are not worth a word."""


class StageCard(QFrame):
    """A sentence, the pace and the stage bar."""

    lost_time_requested = Signal()
    said = Signal(list)
    """The sentence and the pace, then less and less of it, for where there is no room for the card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._theme = theme
        px = theme.px
        self.sentence = Elided(self)
        self.sentence.setProperty("role", "lead-strong")
        self.pace = Elided(self)
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
        head.addWidget(self.pace, 1)
        head.addWidget(self.lost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(12), px(24), px(12))
        layout.setSpacing(px(4))
        layout.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.labels)
        layout.addStretch(1)
        self._shown: tuple[str, str, str] = ("", "", "")
        self._head = head
        self._sentences: tuple[str, ...] = ("",)
        self._paces: tuple[str, ...] = ("",)
        """The sentence and the pace, in more and in fewer words."""
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        self.lost.setAccessibleName(label("lost-time"))
        self.lost.setToolTip(label("lost-time"))
        size = self._theme.px(20)
        self.lost.setIconSize(QSize(size, size))
        self.lost.setIcon(icon("time-lost", self._theme.colour("text"), self._theme.px(20)))
        self._fit()

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
        name, short = stage_name(pace.stage), stage_word(pace.stage)
        if pace.stage_left > 0:
            left = round(pace.stage_left / 60)
            minutes = round(pace.stage_seconds / 60)
            if left < 1:
                words = tr("{stage}: less than a minute left of {minutes}").format(
                    stage=name, minutes=minutes
                )
            else:
                time = ntr("{count} minute", "{count} minutes", left)
                words = tr("{stage}: {time} left of {minutes}").format(stage=name, time=time, minutes=minutes)
                short = tr("{time} left").format(time=time)
        else:
            words = tr("{stage}: its time is over").format(stage=name)
        behind, further = self._behind(pace), self._room(pace)
        if (words, behind, further) != self._shown:
            self._shown = (words, behind, further)
            self._sentences = (words, short)
            self._paces = tuple(
                dict.fromkeys((f"{behind}. {further}" if further else behind, behind, self._amount(pace)))
            )
            self._fit()
            shortest = ntr("{count} min", "{count} min", max(0, round(pace.stage_left / 60)))
            self.said.emit([*([f"{words}. {behind}"] if behind else []), words, short, shortest])
            self.bar.setAccessibleName(f"{words}. {behind}")

    def _fit(self) -> None:
        """Say as much as there is room for, and all of that whole; the button keeps its sign."""
        room = self._head_room()
        whole = [(self._sentences[0], pace) for pace in self._paces]
        least = [(sentence, self._paces[-1]) for sentence in self._sentences]
        words = "  " + label("lost-time")
        tries = [*((*said, words) for said in whole), *((*said, "") for said in (*whole[1:], *least))]
        for sentence, pace, button in tries:
            self.lost.setText(button)
            said = ((self.sentence, sentence), (self.pace, pace))
            needed = sum(shown.fontMetrics().horizontalAdvance(text) + 2 for shown, text in said)
            if needed + self.lost.sizeHint().width() <= room or not self.isVisible():
                break
        self.sentence.set_words(sentence)
        self.pace.set_words(pace)
        for shown, text in ((self.sentence, self._sentences[0]), (self.pace, self._paces[0])):
            shown.setToolTip(text)
            shown.setAccessibleName(text)

    def _head_room(self) -> int:
        layout = self.layout()
        if layout is None:
            return self.width()
        margins = layout.contentsMargins()
        return self.width() - margins.left() - margins.right() - 2 * self._head.spacing()

    def showEvent(self, event: QShowEvent) -> None:
        """Say as much as there is room for."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _amount(self, pace: Pace) -> str:
        """Say how much behind or in hand; empty for what is not worth a word."""
        if abs(pace.behind) < TOLERANCE:
            return ""
        behind = tr("{time} behind") if pace.behind > 0 else tr("{time} in hand")
        return behind.format(time=minutes_words(abs(pace.behind)))

    def _behind(self, pace: Pace) -> str:
        """Say it with the stage that the class is in."""
        amount = self._amount(pace)
        if pace.behind <= 0 or not amount:
            return amount
        time = minutes_words(pace.behind)
        return tr("{time} behind in {stage}").format(time=time, stage=stage_name(pace.stage))

    def _room(self, pace: Pace) -> str:
        """Say which later stage could make up for it."""
        if pace.room is None or not self._amount(pace):
            return ""
        return tr("{stage} could make up for it.").format(stage=stage_name(pace.room))


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
        for name, left, width in self.placed():
            here = name == str(self._stage)
            painter.setFont(self._theme.font(15, bold=here))
            painter.setPen(self._theme.colour("text" if here else "text-soft"))
            place = QRectF(left, 0, width, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, stage_word(Stage(name)))
        painter.end()

    def placed(self) -> list[tuple[str, float, float]]:
        """Give each name that is shown, its left edge and its width."""
        gap, found = float(self._theme.px(8)), list[tuple[str, float, float]]()
        for name, box, _part in sorted(self._bar.segments(), key=self._rank):
            metrics = QFontMetricsF(self._theme.font(15, bold=name == str(self._stage)))
            width = metrics.horizontalAdvance(stage_word(Stage(name))) + 2.0
            beside = [spot for begin, end in _spans(found) for spot in (begin - gap - width, end + gap)]
            starts = [box.left(), *beside]
            for start in starts:
                left = max(0.0, min(start, self.width() - width))
                free = all(left >= end + gap or left + width + gap <= begin for begin, end in _spans(found))
                if free and abs(left + width / 2 - box.center().x()) < max(width, box.width()) / 2 + gap:
                    found.append((name, left, width))
                    break
        return found

    def _rank(self, segment: tuple[str, QRectF, float]) -> int:
        """Name the stage that the class is in first, then where help is; others take what room is left."""
        return (str(self._stage), str(Stage.SIGNPOST), segment[0]).index(segment[0])


def _spans(found: Sequence[tuple[str, float, float]]) -> list[tuple[float, float]]:
    return [(left, left + width) for _, left, width in found]
