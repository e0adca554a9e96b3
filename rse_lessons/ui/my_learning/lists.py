"""What the teacher wrote: rows of words with what can be done with them, and the views that hold them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui.my_learning.known import EvidenceLine, Known, NoteLine, ReflectionLine
from rse_lessons.ui.my_learning.view import FIRST, MORE, View, in_a_row, spaced
from rse_lessons.ui.my_learning.words import (
    day_words,
    evidence_title,
    evidence_words,
    hours_words,
    time_words,
)
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.notices import Empty
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.words import Words


class WrittenRow(QWidget):
    """A line over it, bold words, the teacher's words, and two buttons; its words can be reached by Tab."""

    change_wanted = Signal()
    delete_wanted = Signal()

    def __init__(
        self, theme: Theme, over: str, title: str, text: str, *, about: str, offers: bool = True
    ) -> None:
        """`about` names it for the buttons; without `offers` there are none."""
        super().__init__()
        self.over = Words(theme, over, "small", colour="text-soft")
        self.title = Words(theme, title, bold=True)
        self.text = Words(theme, text)
        for part in (self.text, self.title):
            if not part.text():
                part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(2)
        for part in (self.over, self.title, self.text):
            column.addWidget(part)
        if offers:
            self.change = Button(theme, kind="quiet", icon="pencil", flush=True)
            self.delete = Button(theme, kind="quiet", icon="trash-2")
            self.change.set_text(tr("Change"))
            self.delete.set_text(tr("Delete"))
            self.change.setAccessibleName(tr("Change: {about}").format(about=about))
            self.delete.setAccessibleName(tr("Delete: {about}").format(about=about))
            self.change.setAccessibleDescription(text)
            self.change.clicked.connect(self.change_wanted)
            self.delete.clicked.connect(self.delete_wanted)
            column.addWidget(in_a_row([self.change, self.delete], gap=8))
        else:
            # A stop, so that the keyboard reads and scrolls it.
            self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.title.setProperty("ring", True)
            self.title.setAccessibleDescription(f"{over} {text}".strip())
        column.addSpacing(10)
        column.addWidget(Rule(theme))


def _has_keyboard(row: QWidget) -> bool:
    now = row.window().focusWidget()
    return now is not None and row.isAncestorOf(now)


class ListView(View):
    """Rows, a few at a time."""

    add_wanted = Signal()

    def __init__(self, theme: Theme, *, adds: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.known = Known()
        self._most = FIRST
        self.add = Button(theme, icon="plus")
        if not adds:
            self.add.hide()
        self.add.clicked.connect(self.add_wanted)
        self.empty = Empty(theme, primary=False)
        self.more = Button(theme, kind="quiet", icon="plus", flush=True, wraps=True)
        self.more.clicked.connect(self._show_more)
        self.rows: list[WrittenRow] = []
        self._held = QWidget()
        self.top = in_a_row([self.add])
        self.column.addWidget(self.top)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._held)
        self.column.addSpacing(12)
        self.column.addWidget(in_a_row([self.more]))
        self.column.addStretch(1)
        self.empty.pressed.connect(self.add_wanted)

    def show_known(self, known: Known) -> None:
        """Show what is known now."""
        began = self.window().focusWidget() is self.empty.button
        self.known = known
        self.retranslate()
        if began and self.empty.isHidden():  # the first thing was added, and what added it is gone
            self.add.setFocus()

    def _fill(self, rows: list[WrittenRow], every: int) -> None:
        had = self._focused()
        self.rows = rows
        self._held = self.swap(self._held, rows)
        left = every - len(rows)
        self.more.setVisible(left > 0)
        self.more.set_text(ntr("Show {count} more", "Show {count} more", min(left, MORE)))
        # New widgets come last in the tab order; these belong between what stands above and below them.
        before: QWidget = self.add
        for row in rows:
            stops: list[QWidget] = [*row.findChildren(Button)] or [row.title]
            for widget in stops:
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self.more)
        if had >= 0:
            self._focus(had)

    def _focused(self) -> int:
        """Give the place of the row that has the keyboard; -1 when none has."""
        return next((place for place, row in enumerate(self.rows) if _has_keyboard(row)), -1)

    def _focus(self, place: int) -> None:
        """Let the keyboard stay where it was, though the row is another, or gone."""
        if self.rows:
            row = self.rows[min(place, len(self.rows) - 1)]
            buttons = row.findChildren(Button)
            (buttons[0] if buttons else row.title).setFocus()
        else:
            (self.add if self.empty.isHidden() else self.empty.button).setFocus()

    def _show_more(self) -> None:
        first = len(self.rows)
        self._most += MORE
        self.retranslate()
        if len(self.rows) > first:
            self._focus(first)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""


class ReflectionsView(ListView):
    """What the teacher wrote at the end of modules."""

    change_wanted = Signal(str, str)
    """A module and a block."""
    delete_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, adds=False, parent=parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Reflections"))
        self.about.setText(
            tr(
                "What you wrote at the end of modules, for you alone: it stays on this PC, behind your "
                "passcode if you have one, and goes into your portfolio only when you tick it."
            )
        )
        lines = self.known.reflections
        self.empty.setVisible(not lines)
        self.empty.say(
            tr("No reflections yet"), tr("Each module ends with a question to think and write about."), ""
        )
        self._fill([self._row(line) for line in lines[: self._most]], len(lines))

    def _row(self, line: ReflectionLine) -> WrittenRow:
        over = " · ".join(part for part in (line.title, day_words(line.day)) if part)
        text = line.words or tr("Written on another PC: its words stayed there.")
        about = line.prompt or line.title
        row = WrittenRow(self.theme, over, line.prompt, text, about=about)
        row.change_wanted.connect(lambda: self.change_wanted.emit(line.module, line.block))
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(line.module, line.block))
        return row


class NotesView(ListView):
    """What the teacher wants to tell or ask a mentor."""

    change_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, adds=True, parent=parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Notes for a mentor"))
        self.about.setText(
            tr(
                "What you want to ask, show or tell when you meet: for you, until you put it into your "
                "portfolio. No pupil’s name, and nothing that a pupil told you."
            )
        )
        self.add.set_text(tr("Write a note…"))
        lines = self.known.notes
        self.add.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.empty.say(
            tr("No notes yet"),
            tr("A question for your next meeting, or something that went well."),
            tr("Write a note…"),
        )
        self._fill([self._row(line) for line in lines[: self._most]], len(lines))

    def _row(self, line: NoteLine) -> WrittenRow:
        text = line.words or tr("Written on another PC: its words stayed there.")
        row = WrittenRow(self.theme, day_words(line.day), "", text, about=text[:80])
        row.change_wanted.connect(lambda: self.change_wanted.emit(line.id))
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(line.id))
        return row


class EvidenceView(ListView):
    """The log: what the app knows by itself, and what the teacher adds."""

    change_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, adds=True, parent=parent)
        self.shown = Chooser(theme, "chip")
        self.shown.chosen.connect(self._chosen)
        layout = self.top.layout()
        if layout is not None:
            layout.addWidget(self.shown)
        self.hours = Words(theme, bold=True)
        self.column.insertWidget(self.column.indexOf(self.top), spaced(self.hours, 12))
        self.retranslate()

    def _chosen(self, _value: str) -> None:
        self._most = FIRST
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Evidence"))
        self.about.setText(
            tr(
                "Modules and rehearsals come here by themselves. Add what you did elsewhere: a lesson "
                "that you observed, a course, a talk with the safeguarding lead. No pupil’s name, and "
                "nothing that a "
                "pupil told you."
            )
        )
        self.hours.setText(hours_words(self.known))
        self.hours.setVisible(bool(self.known.evidence))
        self.add.set_text(tr("Add to the log…"))
        self.shown.set_question(tr("Shown"))
        choices = [
            Choice("", tr("Everything")),
            Choice("own", tr("Added by me")),
            Choice("app", tr("From this app")),
        ]
        self.shown.set_choices(choices, self.shown.value)
        wanted = self.shown.value
        lines = [one for one in self.known.evidence if not wanted or bool(one.id) is (wanted == "own")]
        nothing = not self.known.evidence
        self.top.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self.empty.say(
            tr("Nothing in your log yet"),
            tr("It fills while you learn here. What you did before, you can add."),
            tr("Add to the log…"),
        )
        self._fill([self._row(line) for line in lines[: self._most]], len(lines))

    def _row(self, line: EvidenceLine) -> WrittenRow:
        over = [day_words(line.day), time_words(line.minutes)]
        if not line.id:
            over.append(tr("from this app"))
        title = evidence_title(line)
        about = tr("{what}, {day}").format(what=title, day=day_words(line.day))
        row = WrittenRow(
            self.theme, " · ".join(over), title, evidence_words(line), about=about, offers=bool(line.id)
        )
        row.change_wanted.connect(lambda: self.change_wanted.emit(line.id))
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(line.id))
        return row
