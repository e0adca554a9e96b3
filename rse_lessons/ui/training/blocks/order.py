"""Steps to put in order: by dragging, with buttons, with Alt and the arrows, or picked up with Space."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.marking import Answer, Marked
from rse_lessons.training.model import Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_body import GAP, Body
from rse_lessons.ui.training.blocks.question_row import FITS, OPEN, OTHER, RowLooks
from rse_lessons.ui.training.blocks.question_said import announce, bring_into_sight, paragraphs
from rse_lessons.ui.widgets.buttons import Button

_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


class StepRow(RowLooks, QPushButton):
    """One step, with its place in the circle and two buttons that move it."""

    def __init__(self, theme: Theme, text: str, body: OrderBody) -> None:
        super().__init__(body)
        self._body = body
        self._pressed: QPoint | None = None
        self.up = Button(theme, kind="quiet", icon="arrow-up", parent=self)
        self.down = Button(theme, kind="quiet", icon="arrow-down", parent=self)
        for button in (self.up, self.down):  # the row itself moves by keyboard
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.up.clicked.connect(lambda: body.shift(self, -1))
        self.down.clicked.connect(lambda: body.shift(self, 1))
        self.beside = 0
        self.dress(theme, text)
        self.beside = self.room_beside()
        self.setCheckable(True)  # checked while it is held

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        for button in (self.up, self.down):
            button.set_theme(theme)
        self.theme = theme
        if self.beside:
            self.beside = self.room_beside()
        super().set_theme(theme)

    def room_beside(self) -> int:
        """Give the room that the two buttons take."""
        return self.up.sizeHint().width() * 2 + self.theme.px(8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons at the right."""
        super().resizeEvent(event)
        size = self.up.sizeHint()
        top = (self.height() - size.height()) // 2
        right = self.width() - self.theme.px(8) - size.width()
        self.down.setGeometry(QRect(QPoint(right, top), size))
        self.up.setGeometry(QRect(QPoint(right - size.width(), top), size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks it up and lets it go; the arrows move it then, and with Alt at any time."""
        key = event.key()
        if key in (_UP, _DOWN):
            way = -1 if key == _UP else 1
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if (alt or self.isChecked()) and not self.locked:
                self._body.shift(self, way)
            else:
                self._body.go(self, way)
        elif key == Qt.Key.Key_Space:
            if not self.locked:
                self._body.hold(self, on=not self.isChecked())
        elif key == Qt.Key.Key_Escape and self.isChecked():
            self._body.hold(self, on=False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the question takes it as the answer
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be taken."""
        self._pressed = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Be dragged to another place."""
        here = event.position().toPoint()
        if self._pressed is None or self.locked:
            return
        if not self.isChecked():
            far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if not far:
                return
            self._body.hold(self, on=True)
        self._body.drag(self, self.mapToParent(here).y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Be let go."""
        self._pressed = None
        if self.isChecked():
            self._body.hold(self, on=False)


class OrderBody(Body):
    """Steps one below another, in the order given so far."""

    def __init__(
        self, question: Question, theme: Theme, order: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        options = {option.id: option for option in question.options}
        self.order = list(order)
        self._given: list[str] = []
        """The order that was answered with, while it can only be read."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.rows = {id_: StepRow(theme, paragraphs(options[id_].text), self) for id_ in self.order}
        self._reasons = {id_: paragraphs(option.explanation) for id_, option in options.items()}
        self._place()

    def answer(self) -> Answer:
        """Give the ids in the order that is shown."""
        return tuple(self.order)

    def ready(self) -> bool:
        """Any order can be given."""
        return bool(self.order)

    # Moving

    def shift(self, row: StepRow, way: int) -> None:
        """Move a step up (-1) or down (1), as far as there is room."""
        here = self._at(row)
        there = here + way
        if row.locked or not 0 <= there < len(self.order):
            return
        self.order[here], self.order[there] = self.order[there], self.order[here]
        self._place()
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(row, row)
        announce(row, self._place_words(there))
        self.changed.emit()

    def go(self, row: StepRow, way: int) -> None:
        """Go to the step above or below."""
        there = self._at(row) + way
        if 0 <= there < len(self.order):
            self.rows[self.order[there]].setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self, row: StepRow, *, on: bool) -> None:
        """Take a step up, or let it go."""
        for other in self.rows.values():
            other.setChecked(on and other is row)
        said = tr("Taken up. The arrows move it, Space lets it go.") if on else tr("Let go.")
        announce(row, f"{said} {self._place_words(self._at(row))}")

    def drag(self, row: StepRow, y: int) -> None:
        """Move a held step to wherever the mouse is."""
        here = self._at(row)
        above = self.rows[self.order[here - 1]] if here else None
        below = self.rows[self.order[here + 1]] if here + 1 < len(self.order) else None
        if above is not None and y < above.geometry().center().y():
            self.shift(row, -1)
        elif below is not None and y > below.geometry().center().y():
            self.shift(row, 1)

    def _at(self, row: StepRow) -> int:
        return next(place for place, id_ in enumerate(self.order) if self.rows[id_] is row)

    def _place(self) -> None:
        """Put the rows into their order; for the keyboard too."""
        before: QWidget | None = None
        for place, id_ in enumerate(self.order):
            row = self.rows[id_]
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            if before is not None:
                QWidget.setTabOrder(before, row)
            before = row
        self._column.activate()
        self.retranslate()

    def _place_words(self, place: int) -> str:
        return tr("Step {place} of {count}").format(place=place + 1, count=len(self.order))

    # Being marked

    def show_marked(self, marked: Marked, *, reveal: bool) -> None:
        """Mark the steps that are where they fit; with `reveal` put all of them there."""
        self._given = self._given or list(self.order)
        if reveal and not marked.right:
            self.order = list(self.question.answers)
            self._place()
        for id_, row in self.rows.items():
            row.setChecked(False)
            self._lock(row, on=True)
            fits = id_ not in marked.wrong
            state = FITS if fits else OPEN if reveal else OTHER
            told = tr("It fits here.") if fits else "" if reveal else tr("Not here yet.")
            row.stand(state, told=told, detail=self._reasons[id_] if reveal else "")
        self.retranslate()

    def not_yet(self, marked: Marked, *, reveal: bool) -> tuple[str, str]:
        """Say how many steps are where they fit."""
        if reveal:
            return tr("Not this order yet"), tr("Now the steps stand in an order that makes sense.")
        fits = len(self.order) - len(marked.wrong)
        if not fits:
            return tr("Not this order yet"), tr("Each step has another place.")
        words = ntr("{count} step is where it fits.", "{count} steps are where they fit.", fits)
        return tr("Not this order yet"), words

    def reset(self) -> None:
        """Let the steps be moved once more, from where they were put."""
        self.order, self._given = self._given or self.order, []
        self._place()
        for row in self.rows.values():
            self._lock(row, on=False)
            row.stand(OPEN, told="", detail="")
        self.retranslate()
        self.changed.emit()

    def _lock(self, row: StepRow, *, on: bool) -> None:
        row.locked = on
        for button in (row.up, row.down):
            button.setVisible(not on)
        row.beside = 0 if on else row.room_beside()

    def take_keys(self) -> None:
        """Go to the first step."""
        if self.order:
            self.rows[self.order[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say where each step is and what can be done."""
        last = len(self.order) - 1
        for place, id_ in enumerate(self.order):
            row = self.rows[id_]
            row.say(sign=str(place + 1))
            row.setAccessibleName(f"{self._place_words(place)}: {row.text_}")
            row.up.setAccessibleName(tr("Move up: {words}").format(words=row.text_))
            row.down.setAccessibleName(tr("Move down: {words}").format(words=row.text_))
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < last)
            if row.state == OPEN and not row.locked:
                row.setAccessibleDescription(tr("Alt and the arrows move it, or Space takes it up."))
