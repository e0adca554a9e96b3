"""The desk beside a lesson: the class, what to do before, Present, and what can be printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.model import Handout, Lesson, Preparation
from rse_lessons.lesson.words import plain
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.class_field import ClassField
from rse_lessons.ui.widgets.desk import OVERHANG, Desk
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words

_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+")
PRINTS = ("plan", "handouts", "parents")
_LOW = 360
"""Height at 100% below which Present stays at the foot alone."""
STAFF = "staff"
"""The readers of a staff meeting."""


def two_parts(text: str) -> tuple[str, str]:
    """Part a preparation into its first sentence, without its stop, and the rest."""
    words = plain(text)
    end = _SENTENCE_END.search(words)
    first, rest = (words[: end.end()].rstrip(), words[end.end() :]) if end else (words, "")
    return first.removesuffix("."), rest


def has_handouts(lesson: Lesson) -> bool:
    """Tell whether there is anything to hand out on paper."""
    return any(isinstance(part, Handout) for slide in lesson.slides for part in slide.parts)


class LessonDesk(Desk):
    """Everything between choosing a lesson and giving it."""

    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_kept_requested = Signal(str)
    present_requested = Signal(int)
    """The slide to begin with, from 0."""
    ticked = Signal(str, bool)
    """A preparation's id, and whether it is done."""
    print_requested = Signal(str)
    """`plan`, `handouts` or `parents`."""
    lines_requested = Signal()
    """The teacher wants to see the help lines that nobody has checked for a year."""
    share_requested = Signal()
    """The lesson is to go into a pack for another school."""
    rehearse_requested = Signal()
    """The teacher wants to give the lesson to an empty room first."""
    report_requested = Signal()
    """The teacher wants to see how the lesson went with this class."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk_theme = theme
        self._before: Sequence[Preparation] = ()
        self._standing: Standing | None = None
        self._class = ""
        self._staff = False
        self._start = -1
        self.classes = ClassField(theme)
        self.classes.chosen.connect(self.class_chosen)
        self.classes.add_requested.connect(self.class_add_requested)
        self.classes.kept_requested.connect(self.class_kept_requested)
        self.put(self.classes)
        self._begun = QVBoxLayout()
        self._begun.setContentsMargins(OVERHANG, 12, OVERHANG, 0)
        self._begun.setSpacing(0)
        self.column.addLayout(self._begun)
        self._low = False
        self._build_past(theme)
        self.column.addSpacing(28)
        self.head = Words(theme, role="desk", heading=True)
        self.put(self.head)
        self._list = QWidget()
        self._rows_place = QVBoxLayout(self._list)
        self._rows_place.setContentsMargins(0, 0, 0, 0)
        self._rows_place.setSpacing(0)
        self.rows: dict[str, CheckRow] = {}
        self._stale = 0
        self.stale_note = Words(theme, role="small", colour="care")
        self.stale = Button(theme, icon="signpost", wraps=True)
        self.stale.clicked.connect(self.lines_requested)
        self.put(self.stale_note)
        self._lines = QWidget()
        line = QHBoxLayout(self._lines)
        line.setContentsMargins(0, 8, 0, 12)
        line.addWidget(self.stale)
        line.addStretch(1)
        self.put(self._lines)
        self.put(self._list)
        self._build_present(theme)
        self._build_print(theme)
        self.column.addStretch(1)
        self.retranslate()

    def _build_past(self, theme: Theme) -> None:
        """Lead to how the lesson went with the class, and to giving it to an empty room."""
        self.report = Button(theme, kind="quiet", icon="clock", flush=True, wraps=True)
        self.report.clicked.connect(self.report_requested)
        self.rehearse = Button(theme, kind="quiet", icon="play", flush=True, wraps=True)
        self.rehearse.clicked.connect(self.rehearse_requested)
        self.rehearsed = Words(theme, role="small", colour="text-soft")
        self.rehearsed.hide()
        for button in (self.report, self.rehearse):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(button)
            row.addStretch(1)
            self.put(holder)
        self.put(self.rehearsed)

    def give(self, *, here: bool) -> None:
        """Present from the first slide; `here`, from where the button would begin."""
        if self.present.isEnabled():
            self.present_requested.emit(self.start if here else 0)

    def _build_present(self, theme: Theme) -> None:
        self.stopped = Words(theme, bold=True)
        self.present = Button(theme, kind="primary", icon="play-filled", big=True, wraps=True)
        self.again = Button(theme, kind="quiet", wraps=True)
        self.note = Words(theme, role="small", colour="text-soft", centred=True)
        self.present.clicked.connect(lambda: self.present_requested.emit(self.start))
        self.again.clicked.connect(lambda: self.present_requested.emit(0))
        for widget in (self.stopped, self.present, self.again, self.note):
            self.foot.addWidget(widget)
        self.foot.insertSpacing(1, 8)
        self.foot.insertSpacing(3, 8)
        self.show_foot(shown=True)

    def _build_print(self, theme: Theme) -> None:
        self.column.addSpacing(8)
        self.print_head = Words(theme, role="card", heading=True)
        self.put(Rule(theme))
        self.column.addSpacing(20)
        self.put(self.print_head)
        self.column.addSpacing(4)
        self.prints: dict[str, Button] = {}
        for kind in PRINTS:
            button = Button(theme, kind="quiet", icon="printer", wraps=True)
            button.clicked.connect(lambda _on=False, kind=kind: self.print_requested.emit(kind))
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(button)
            row.addStretch(1)
            self.column.addLayout(row)
            self.prints[kind] = button
        self.share = Button(theme, kind="quiet", icon="file-text", wraps=True)
        self.share.clicked.connect(self.share_requested)
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self.share)
        last.addStretch(1)
        self.column.addLayout(last)

    @property
    def start(self) -> int:
        """The slide that Present begins with: the one chosen, where the class stopped, or the first."""
        if self._start >= 0:
            return self._start
        standing = self._standing
        return standing.slide if standing and standing.status == "begun" else 0

    def set_start(self, slide: int) -> None:
        """Begin with this slide, from 0; -1 leaves it to the class's place."""
        self._start = slide
        self.retranslate()

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what to do before `lesson`."""
        self._before = lesson.front.before
        self._staff = lesson.front.readers == STAFF
        self._start = -1
        self.classes.setVisible(not self._staff)
        self.prints["parents"].setVisible(not self._staff)
        self.share.setVisible(not self._staff)
        self.rehearse.setVisible(not self._staff)
        self.set_rehearsed("")
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for item in self._before:
            title, detail = two_parts(item.text)
            row = CheckRow(self._desk_theme, title, detail)
            row.toggled.connect(lambda on, item=item.id: self.ticked.emit(item, on))
            self._rows_place.addWidget(row)
            self.rows[item.id] = row
        self._order()
        if self.rows:
            list(self.rows.values())[-1].set_last()
        self.prints["handouts"].setVisible(has_handouts(lesson))
        self.head.setVisible(bool(self.rows))
        self.retranslate()

    def set_rehearsed(self, words: str) -> None:
        """Say when the lesson was rehearsed; nothing while it was not."""
        self.rehearsed.setText(words)
        self.rehearsed.setVisible(bool(words))

    def set_stale(self, count: int) -> None:
        """Say how many help lines of the lesson nobody has checked for a year."""
        self._stale = count
        self.retranslate()

    def set_class(
        self, classes: Sequence[tuple[str, str]], current: str, standing: Standing | None, ready: int = 0
    ) -> None:
        """Show which class is taught, where it is in this lesson, and how many answers wait for it."""
        self._class, self._standing = current, standing
        self.classes.set_classes(classes, current, ready)
        prepared = standing.prepared if standing else frozenset()
        for item, row in self.rows.items():
            row.blockSignals(True)
            row.setChecked(item in prepared)
            row.blockSignals(False)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        self._desk_theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the note out where the list needs the room, and what else stands round Present."""
        super().resizeEvent(event)
        self._place_begun(low=self.height() < self._desk_theme.px(_LOW))
        self.retranslate()

    def _place_begun(self, *, low: bool) -> None:
        """In a low window, set below the class where it stopped: the foot would leave it no room."""
        if low == self._low:
            return
        self._low = low
        for widget in (self.stopped, self.again):
            (self.foot if low else self._begun).removeWidget(widget)
        if low:
            self._begun.addWidget(self.stopped)
            self._begun.addWidget(self.again)
        else:
            self.foot.insertWidget(0, self.stopped)
            self.foot.insertWidget(self.foot.indexOf(self.note), self.again)
        self._order()

    def _order(self) -> None:
        """Let Tab go on as the eye does; what came or moved last would be last."""
        rows = list(self.rows.values())
        stops: list[QWidget] = [self.classes.ready, self.report, self.rehearse, self.stale, *rows]
        stops.append(self.present)
        stops.insert(1 if self._low else len(stops), self.again)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.classes.retranslate()
        self.head.setText(tr("Before the meeting") if self._staff else tr("Before you teach"))
        self.stale_note.setVisible(self._stale > 0)
        self._lines.setVisible(self._stale > 0)
        self.stale_note.setText(
            ntr(
                "{count} help line of this lesson was not checked in the last year.",
                "{count} help lines of this lesson were not checked in the last year.",
                self._stale,
            )
        )
        self.stale.set_text(tr("Check it") if self._stale == 1 else tr("Check them"))
        standing = self._standing
        self.report.set_text(tr("How it went"))
        self.rehearse.set_text(tr("Rehearse"))
        self.rehearse.setToolTip(tr("Give the lesson to an empty room first, with moments that come up"))
        self.report.setVisible(standing is not None and bool(standing.stage_seconds))
        begun = standing is not None and standing.status == "begun" and self._start < 0
        self.stopped.setVisible(begun)
        self.again.setVisible(begun)
        self.again.set_text(tr("Start again"))
        if begun and standing is not None:
            words = tr("{class_label} stopped at slide {slide}.")
            self.stopped.setText(words.format(class_label=self._class, slide=standing.slide + 1))
            self.present.set_text(tr("Go on"))
        elif self._start > 0:
            self.present.set_text(tr("From slide {slide}").format(slide=self._start + 1))
            said = tr("Present from slide {slide}").format(slide=self._start + 1)
            self.present.setAccessibleName(said)
        else:
            self.present.set_text(tr("Present"))
        self.note.setText(tr("You can present before every box is ticked."))
        unticked = any(not row.isChecked() for row in self.rows.values())
        self.note.setVisible(unticked and self.height() >= self._desk_theme.px(560))
        if begun and self._staff and standing is not None:
            self.stopped.setText(tr("You stopped at slide {slide}.").format(slide=standing.slide + 1))
        self.present.setAccessibleDescription(self.note.text() if unticked else "")
        self.print_head.setText(tr("On paper, and for others"))
        printed = {
            "plan": (
                (tr("Session guide"), tr("Print the session guide"))
                if self._staff
                else (tr("Plan"), tr("Print the plan"))
            ),
            "handouts": (tr("Handouts"), tr("Print the handouts")),
            "parents": (tr("Page for families"), tr("Print the page for families")),
        }
        self.share.set_text(tr("Lesson pack"))
        self.share.setAccessibleName(tr("Share this lesson as a pack"))
        for kind, (text, name) in printed.items():
            self.prints[kind].set_text(text)
            self.prints[kind].setAccessibleName(name)
