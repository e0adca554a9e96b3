"""The desk of the preview: which file, how it stands, what is wrong with it, and the way into an editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.ui.preview.row import ProblemRow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.desk import OVERHANG, Desk
from rse_lessons.ui.widgets.notices import Message, StateBadge
from rse_lessons.ui.widgets.words import Words

FILL_IN = "to-fill-in"
PROBLEMS, FILLING, ADVICE = "problems", "filling", "advice"
GROUPS = (PROBLEMS, FILLING, ADVICE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A problem with what the desk says of it."""

    problem: Problem
    slide: int
    """Counted from 0; -1 for the head of the file."""
    source: str
    """The line of the file."""


def group_of(problem: Problem) -> str:
    """Say under which heading a problem stands."""
    if problem.rule == FILL_IN:
        return FILLING
    return ADVICE if problem.severity is Severity.ADVICE else PROBLEMS


class _Group(QWidget):
    """Problems of one kind under their heading; rows are used again, so that the keyboard stays there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(0)
        self.head = Words(theme, role="card", heading=True)
        head = QVBoxLayout()
        head.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        head.addWidget(self.head)
        column.addLayout(head)
        column.addSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.rows: list[ProblemRow] = []

    def take(self, count: int) -> list[ProblemRow]:
        """Give so many rows; the fresh ones are the last."""
        while len(self.rows) > count:
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        fresh = []
        while len(self.rows) < count:
            row = ProblemRow(self._theme, self)
            self._list.addWidget(row)
            self.rows.append(row)
            fresh.append(row)
        return fresh

    def set_theme(self, theme: Theme) -> None:
        """Make rows with `theme` from now on."""
        self._theme = theme


class PreviewDesk(Desk):
    """What an author needs beside the slides."""

    chosen = Signal(object)
    """A `Shown`: its slide and its line are wanted."""
    editor_requested = Signal()
    folder_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[Shown, ...] = ()
        self._checking = False
        self.name = Words(theme, role="desk", heading=True)
        self.put(self.name)
        self.state = StateBadge(theme, "check", "", "good")
        self.put(self.state)
        self.stale = Message(theme, "", icon="clock")
        self.stale.hide()
        self._gap = QWidget()
        self._gap.setFixedHeight(12)
        self._gap.hide()
        self.put(self._gap)
        self.put(self.stale)
        self.groups = {name: _Group(theme) for name in GROUPS}
        for group in self.groups.values():
            self.column.addWidget(group)
            group.hide()
        self.fine = Words(theme, colour="text-soft")
        self.put(self.fine)
        self.column.addStretch(1)
        self.editor = Button(theme, kind="primary", icon="pencil", wraps=True)
        self.folder = Button(theme, kind="quiet", wraps=True)
        self.editor.clicked.connect(self.editor_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.foot.addWidget(self.editor)
        self.foot.addSpacing(8)
        self.foot.addWidget(self.folder)
        self.show_foot(shown=True)
        self.begin()
        self.retranslate()

    @property
    def rows(self) -> list[ProblemRow]:
        """All problems in sight, from above."""
        return [row for name in GROUPS for row in self.groups[name].rows]

    def show_name(self, name: str) -> None:
        """Say which file it is."""
        self.name.setText(name)

    def show_problems(self, shown: Sequence[Shown], *, checking: bool) -> None:
        """Show problems by kind; `checking` says that more may come in a moment."""
        self._shown, self._checking = tuple(shown), checking
        before = next((row.problem for row in self.rows if row.isChecked()), None)
        for name, group in self.groups.items():
            mine = [one for one in self._shown if group_of(one.problem) == name]
            for row in group.take(len(mine)):
                row.clicked.connect(lambda _on=False, row=row: self._press(row))
                row.moved.connect(lambda step, row=row: self._move(row, step))
            for row, one in zip(group.rows, mine, strict=True):
                row.show_problem(one.problem, self._where(one), _sentence(one.problem), one.source)
                row.choose(before is not None and _alike(one.problem, before))
            group.setVisible(bool(mine))
        self._order()
        self.retranslate()

    def show_unreadable(self, sentence: str, *, slides: bool) -> None:
        """Say why the file cannot be read just now, or by no words that it can; `slides` are still shown."""
        unreadable = bool(sentence)
        self.stale.setVisible(unreadable)
        self._gap.setVisible(unreadable)
        self.state.setVisible(not unreadable)
        kept = tr("The slides are those from before. They follow as soon as the file can be read.")
        none = tr("Its slides come as soon as it can be read.")
        self.stale.say(tr("The file cannot be shown just now."), f"{sentence} {kept if slides else none}")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        counts = {name: len(group.rows) for name, group in self.groups.items()}
        heads = {
            PROBLEMS: ntr("{count} problem", "{count} problems", counts[PROBLEMS]),
            FILLING: ntr("{count} thing to fill in", "{count} things to fill in", counts[FILLING]),
            ADVICE: ntr("{count} piece of advice", "{count} pieces of advice", counts[ADVICE]),
        }
        for name, group in self.groups.items():
            group.head.setText(heads[name])
        words = tr("As it was last saved")
        self.state.set_state("check", words, "good")
        self.state.setAccessibleName(words)
        self.fine.setText(
            tr("Looking at words and teaching…") if self._checking else tr("There is nothing to put right.")
        )
        self.fine.setVisible(self._checking or not any(counts.values()))
        self.editor.set_text(tr("Open in your editor"))
        self.folder.set_text(tr("Open the folder"))

    def _where(self, one: Shown) -> str:
        if one.slide < 0:
            return tr("Head, line {line}").format(line=one.problem.line)
        return tr("Slide {slide}, line {line}").format(slide=one.slide + 1, line=one.problem.line)

    def _press(self, row: ProblemRow) -> None:
        for other in self.rows:
            other.choose(other is row)
        row.choose(True)
        row.updateGeometry()
        if (problem := row.problem) is not None:
            self.chosen.emit(next(one for one in self._shown if one.problem == problem))

    def _move(self, row: ProblemRow, step: int) -> None:
        rows = self.rows
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].setFocus()

    def _order(self) -> None:
        """Let Tab come by the rows from above, and then by the buttons: new rows would come last."""
        before: QWidget | None = None
        for widget in (*self.rows, self.editor, self.folder):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget


def _sentence(problem: Problem) -> str:
    """Leave out, under their own heading, the words that all of them begin with."""
    if problem.rule == FILL_IN:
        words = problem.sentence.partition(": ")[2] or problem.sentence
        return words[:1].upper() + words[1:]
    return retold(problem.sentence)


def _alike(one: Problem, other: Problem) -> bool:
    """Tell whether it is the same problem, perhaps in another line by now."""
    return (one.rule, one.sentence) == (other.rule, other.sentence)
