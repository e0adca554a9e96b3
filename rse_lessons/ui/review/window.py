"""Read the translation: a lesson's passages in order, the English beside the language, one of them in hand.

It keeps nothing: its owner hears what was typed or found right, keeps it, and shows what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.corrections import Reading, State
from rse_lessons.ui.headings import install
from rse_lessons.ui.review.desk import ReviewDesk
from rse_lessons.ui.review.editor import Editor
from rse_lessons.ui.review.row import PassageRow
from rse_lessons.ui.review.words import EVERYTHING, passes, slide_heading
from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.small_window import ROOM, Column
from rse_lessons.ui.widgets.words import Words


class _Heading(QWidget):
    """The name of a slide, with room above it."""

    def __init__(self, theme: Theme, slide: int, title: str) -> None:
        super().__init__()
        self._slide, self._title = slide, title
        self.words = Words(theme, role="card", heading=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20 if slide else 0, 12, 8)
        column.addWidget(self.words)

    def retranslate(self) -> None:
        """Say it in the interface's language."""
        self.words.setText(slide_heading(self._slide, self._title))


class ReviewWindow(QWidget):
    """Passages, the one that is read, and the desk."""

    chosen = Signal(str)
    """A passage is read now; its context."""
    typed = Signal(str, str)
    """A passage's context and the words in its field."""
    right_wanted = Signal(str)
    back_wanted = Signal(str)
    undo_wanted = Signal()
    closing = Signal()
    restyled = Signal()

    def __init__(self, theme: Theme, tag: str) -> None:
        """`tag` is the language that is read."""
        super().__init__()
        install()
        self._theme, self._tag = theme, tag
        self._filter = EVERYTHING
        self._title = self._language = ""
        self._scene: SlideScene | None = None
        self.rows: dict[str, PassageRow] = {}
        self.unkept: dict[str, str] = {}
        """What was typed and has an error, by context: it waits here until it is put right."""
        self._headings: list[tuple[_Heading, list[PassageRow]]] = []
        self._current: PassageRow | None = None
        self.setProperty("room", True)
        self.setMinimumSize(640, 480)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.desk = ReviewDesk(theme)
        row.addWidget(self.desk)
        self.column = Column(margins=(20, 20, 20, 28))
        self.none = Words(theme, colour="text-soft")
        self.none.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.box.addWidget(self.none)
        self.column.box.addLayout(self._list)
        self.column.box.addStretch(1)
        row.addWidget(self.column, 1)
        self.editor = Editor(theme)
        self.editor.hide()
        self._connect()
        self.ring = Ring(self, theme)
        self.retranslate()

    def _connect(self) -> None:
        editor, desk = self.editor, self.desk
        editor.typed.connect(self.typed)
        editor.grown.connect(self._show_editor_soon)
        editor.right_wanted.connect(self._say_right)
        editor.back_wanted.connect(self._take_back)
        editor.field.undo_wanted.connect(self.undo_wanted)
        desk.filter_chosen.connect(self.set_filter)
        desk.undo_wanted.connect(self.undo_wanted)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self._say_right,
            "Ctrl+Enter": self._say_right,
            "Alt+Down": lambda: self.step(1),
            "Alt+Up": lambda: self.step(-1),
            "Ctrl+Z": self.undo_wanted.emit,
        }
        for key, what in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(what)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    # What it shows

    def show_lesson(self, title: str, language: str, standing: str) -> None:
        """Say which lesson is read in which language, and how far that is."""
        self._title, self._language = title, language
        self.desk.show_lesson(title, standing)
        self.retranslate()

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Show all passages, under the headings of their slides."""
        slide = -1
        mine: list[PassageRow] = []
        for one in readings:
            passage = one.passage
            if passage.slide != slide:
                slide, mine = passage.slide, []
                heading = _Heading(self._theme, slide, passage.slide_title)
                self._list.addWidget(heading)
                self._headings.append((heading, mine))
            row = PassageRow(self._theme, one, self._tag, self.column.inside)
            row.clicked.connect(lambda _on=False, row=row: self.choose(row.reading.passage.context))
            row.moved.connect(lambda step, row=row: self._move(row, step))
            self._list.addWidget(row)
            mine.append(row)
            self.rows[passage.context] = row
        self.retranslate()
        self.show_again(readings)

    def show_again(self, readings: Iterable[Reading]) -> None:
        """Show passages as they are now."""
        for one in readings:
            row = self.rows[one.passage.context]
            if row.reading != one:
                row.show_reading(one)
            if row is self._current:
                self.editor.show_reading(one)
        done = sum(row.reading.state is State.RIGHT for row in self.rows.values())
        self.desk.show_progress(done, len(self.rows))

    def show_slide(self, scene: SlideScene | None, where: str, description: str = "") -> None:
        """Show a slide as the class sees it; None where there is none to show."""
        view = self.desk.view
        view.setVisible(scene is not None)
        self.desk.where.setText(where)
        if scene is None:
            return
        before, self._scene = self._scene, scene
        view.set_margin_colour(self._theme.colour("surface"))
        view.show_scene(scene)
        view.setAccessibleName(where)
        view.setAccessibleDescription(description)
        if before is not None:
            before.deleteLater()

    @property
    def context(self) -> str:
        """The passage that is read; empty for none."""
        return self._current.reading.passage.context if self._current else ""

    # Going through the lesson

    def choose(self, context: str) -> None:
        """Read a passage."""
        row = self.rows.get(context)
        if row is None:
            return
        self.editor.flush()
        self._put_away()
        self._current = row
        self._list.insertWidget(self._list.indexOf(row), self.editor)
        row.hide()
        self.editor.show()
        self.editor.begin(row.reading, self._tag, self.unkept.get(context, ""))
        self._order()
        self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_editor_soon()
        self.chosen.emit(context)

    def _show_editor_soon(self) -> None:
        """Have the passage that is read in sight once everything has found its place."""
        QTimer.singleShot(0, self, self._show_editor)

    def _show_editor(self) -> None:
        column, editor = self.column, self.editor
        bar, tall = column.verticalScrollBar(), column.viewport().height()
        top = editor.mapTo(column.inside, QPoint(0, 0)).y() - ROOM
        below = top + editor.height() + 2 * ROOM - tall
        if editor.isVisible():
            bar.setValue(min(max(bar.value(), below), top))

    def step(self, by: int) -> None:
        """Read the next passage that the filter shows, or the one before."""
        rows = list(self.rows.values())
        at = rows.index(self._current) if self._current in rows else -1 if by > 0 else len(rows)
        beyond = rows[at + 1 :] if by > 0 else list(reversed(rows[: max(at, 0)]))
        following = next((row for row in beyond if not row.filtered), None)
        if following is not None:
            self.choose(following.reading.passage.context)
        else:
            self.editor.flush()
            self.announce(tr("There is no further passage here."))

    def set_filter(self, name: str) -> None:
        """Show what passes a filter, and what is read just now."""
        self.editor.flush()
        self._filter = name
        self.column.inside.setUpdatesEnabled(False)
        seen = 0
        for heading, rows in self._headings:
            left = False
            for row in rows:
                row.filtered = not passes(row.reading, name)
                row.setVisible(not row.filtered and row is not self._current)
                left |= not row.filtered or row is self._current
                seen += not row.filtered
            heading.setVisible(left)
        self.none.setVisible(not seen)
        self.column.inside.setUpdatesEnabled(True)
        first = next((row for row in self.rows.values() if not row.filtered), None)
        if first is not None and (self._current is None or self._current.filtered):
            self.choose(first.reading.passage.context)

    def _put_away(self) -> None:
        row, self._current = self._current, None
        if row is not None:
            self._list.removeWidget(self.editor)
            row.setVisible(not row.filtered)

    def _say_right(self) -> None:
        if self._current is not None:
            self.editor.flush()
            self.right_wanted.emit(self.context)

    def _take_back(self) -> None:
        if self._current is not None:
            self.editor.flush()
            self.back_wanted.emit(self.context)

    def _move(self, row: PassageRow, step: int) -> None:
        rows = [one for one in self.rows.values() if one.isVisible()]
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].setFocus()

    def _order(self) -> None:
        """Let Tab go from the passage that is read to what stands below it."""
        if self._current is None:
            return
        rows = list(self.rows.values())
        at = rows.index(self._current)
        before: QWidget = rows[at - 1] if at else self.desk.finish
        for widget in (self.editor.field, self.editor.right, self.editor.back, *rows[at + 1 : at + 2]):
            QWidget.setTabOrder(before, widget)
            before = widget

    def flush(self) -> None:
        """Have what was typed kept now."""
        self.editor.flush()

    def announce(self, words: str) -> None:
        """Say something to who cannot see the window."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # How it looks

    def set_theme(self, theme: Theme) -> None:
        """Paint everything inside with `theme`."""
        if theme is not self._theme:
            self._theme = theme
            pass_on(self, theme)
            self._fit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(
            tr("Read the translation: {lesson}, {language}").format(
                lesson=self._title, language=self._language
            )
            if self._title
            else tr("Read the translation")
        )
        self.none.setText(tr("No passage is of this kind."))
        for heading, _rows in self._headings:
            heading.retranslate()
        self.desk.retranslate()
        self.editor.retranslate()

    def _fit(self) -> None:
        self.desk.set_window_width(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk the width that suits the window."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say when the application looks another way, and keep what was typed when another window comes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "editor"):
            self.restyled.emit()
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.flush()

    def sizeHint(self) -> QSize:
        """Ask for a window in which both languages have room."""
        return QSize(1440, 860)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed."""
        self.flush()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, and say that it goes."""
        self.flush()
        self.closing.emit()
        super().closeEvent(event)
