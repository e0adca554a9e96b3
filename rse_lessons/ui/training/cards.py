"""What stands in boxes on a page: what guidance says, worked examples, misconceptions, things to do."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Misconception
from rse_lessons.lesson.words import plain
from rse_lessons.training.model import Example, Guidance, GuidanceSource, Tasks
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.prose import prose, steps_prose
from rse_lessons.ui.training.words import source_words
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.notices import Icon, StateBadge
from rse_lessons.ui.widgets.paint import box, smooth
from rse_lessons.ui.widgets.words import Words


class Card(QFrame):
    """A box with its parts one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 28)
        self.column.setSpacing(12)
        self._theme = theme

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below the others."""
        for widget in widgets:
            self.column.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for what is made from now on; what is there is told itself."""
        self._theme = theme


class Plate(QWidget):
    """A tinted ground for what to keep in mind; `kind` is `good`, `care` or `selected`."""

    def __init__(self, theme: Theme, kind: str = "good", *, icon: str = "check") -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        if icon:
            mark = Icon(theme, icon, kind if kind != "selected" else "selected-edge")
            holder = QVBoxLayout()
            holder.setContentsMargins(0, 3, 0, 0)
            holder.addWidget(mark)
            holder.addStretch(1)
            row.addLayout(holder)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        row.addLayout(self.column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_kind(self, kind: str) -> None:
        """Be of another kind from now on."""
        self._kind = kind
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, with an edge where grounds are all black."""
        painter = smooth(QPainter(self))
        theme = self._theme
        role = "selected-edge" if self._kind == "selected" else self._kind
        edge = theme.colour(role) if theme.high_contrast else None
        ground = theme.colour("surface" if theme.high_contrast else _GROUNDS[self._kind])
        box(painter, QRectF(self.rect()), theme.px(12), fill=ground, edge=edge)
        painter.end()


_GROUNDS = {"good": "good-ground", "care": "care-ground", "selected": "selected"}


def _plate(theme: Theme, head: Words, body: Sequence[QWidget], kind: str = "good") -> Plate:
    made = Plate(theme, kind, icon="check" if kind == "good" else "info")
    made.column.addWidget(head)
    for widget in body:
        made.column.addWidget(widget)
    return made


class GuidanceBox(Card):
    """What a document asks, with its name, its year, and how sure it is."""

    def __init__(self, theme: Theme, guidance: Guidance, source: GuidanceSource | None) -> None:
        super().__init__(theme)
        self._source = source
        self.head = Words(theme, role="small", colour="link", bold=True)
        self.source = Words(theme, role="body", bold=True)
        self.add(self.head, self.source)
        self.add(*prose(theme, guidance.markdown))
        self.mark: StateBadge | None = None
        self.note = Words(theme, role="small", colour="text-soft")
        if source is not None and source.to_check:
            self.mark = StateBadge(theme, "to-check", "", "care")
            self.column.addSpacing(4)
            self.add(self.mark, self.note)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language; the guidance is the module's own words."""
        self.head.setText(tr("What guidance says"))
        source = self._source
        self.source.setText(source_words(source) if source else "")
        self.source.setVisible(source is not None)
        if self.mark is not None and source is not None:
            self.mark.set_state("to-check", tr("To be checked"), "care")
            self.note.setText(plain(source.note))
            self.note.setVisible(bool(source.note))


class ExampleCard(Card):
    """A situation, what somebody does in it and why, and what to take from it."""

    def __init__(self, theme: Theme, example: Example) -> None:
        super().__init__(theme)
        self.head = Words(theme, role="small", colour="text-soft")
        self.title = Words(theme, plain(example.title), role="card", heading=True)
        self.column.setSpacing(8)
        self.add(self.head, self.title)
        self.column.addSpacing(4)
        self.add(*prose(theme, example.situation))
        self.column.addSpacing(4)
        if example.steps:
            self.add(steps_prose(theme, [(step.text, step.explanation) for step in example.steps]))
        self.take = Words(theme, bold=True)
        self.column.addSpacing(8)
        self.add(_plate(theme, self.take, prose(theme, example.takeaway)))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.head.setText(tr("An example"))
        self.take.setText(tr("What to take from it"))


class MisconceptionCard(Card):
    """What people say, and what is true."""

    def __init__(self, theme: Theme, block: Misconception) -> None:
        super().__init__(theme)
        self.said = Words(theme, role="small", colour="text-soft", bold=True)
        self.true = Words(theme, bold=True)
        self.column.setSpacing(4)
        self.add(self.said)
        self.add(*prose(theme, block.claim))
        self.column.addSpacing(12)
        self.add(_plate(theme, self.true, prose(theme, block.correction)))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.said.setText(tr("What people say"))
        self.true.setText(tr("What is true"))


class TasksCard(Card):
    """Things to do, to be ticked off."""

    task = Signal(str, bool)
    """`block/item`, and whether it is done."""

    def __init__(self, theme: Theme, tasks: Tasks, done: Collection[str]) -> None:
        super().__init__(theme)
        self.head = Words(theme, role="small", colour="text-soft")
        self.column.setSpacing(4)
        self.add(self.head)
        self.add(*prose(theme, tasks.prompt))
        self.column.addSpacing(4)
        self.rows: dict[str, CheckRow] = {}
        for item in tasks.tasks:
            name = f"{tasks.id}/{item.id}"
            row = CheckRow(theme, plain(item.text), plain(item.explanation))
            row.setChecked(name in done)
            row.toggled.connect(lambda on, name=name: self.task.emit(name, on))
            self.rows[name] = row
            self.add(row)
        if self.rows:
            list(self.rows.values())[-1].set_last()
        self.note = Words(theme, role="small", colour="text-soft")
        self.add(self.note)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.head.setText(tr("To do"))
        self.note.setText(tr("What you tick stays ticked, in your own records on this PC."))
