"""The page My learning: the desk at the left, one of its parts at the right.

It shows what it is given and asks through signals; it reads nothing and keeps nothing. Parts are made with
the first look at them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from rse_lessons.ui.my_learning.desk import PARTS, LearningDesk
from rse_lessons.ui.my_learning.known import Known
from rse_lessons.ui.my_learning.lists import EvidenceView, NotesView, ReflectionsView
from rse_lessons.ui.my_learning.path_view import PathView
from rse_lessons.ui.my_learning.taking import TakingView
from rse_lessons.ui.theme import Theme


class MyLearningPage(QWidget):
    """What one has done, and what one makes of it."""

    module_wanted = Signal(str, str)
    """A module is to be opened, at a page or at its front."""
    modules_wanted = Signal()
    reflection_change_wanted = Signal(str, str)
    """A module and a block."""
    reflection_delete_wanted = Signal(str, str)
    evidence_add_wanted = Signal()
    evidence_change_wanted = Signal(str)
    evidence_delete_wanted = Signal(str)
    note_add_wanted = Signal()
    note_change_wanted = Signal(str)
    note_delete_wanted = Signal(str)
    certificate_wanted = Signal(str)
    """`save` or `print`."""
    portfolio_wanted = Signal(str, bool, bool)
    """`save` or `print`, and whether reflections and notes are in it."""
    standards_wanted = Signal(str)
    """`xapi` or `scorm`."""
    copy_wanted = Signal()
    check_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("my-learning")
        self._theme = theme
        self.known = Known(reading=True)
        self.part = PARTS[0]
        self._views: dict[str, Any] = {}
        self._stale: set[str] = set()
        self._makers: Mapping[str, Callable[[], QWidget]] = {
            "path": self._make_path,
            "evidence": self._make_evidence,
            "reflections": self._make_reflections,
            "notes": self._make_notes,
            "take": self._make_taking,
        }
        self.desk = LearningDesk(theme)
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.desk)
        row.addWidget(self.stack, 1)
        self.desk.part_chosen.connect(self.show_part)
        self.desk.modules_wanted.connect(self.modules_wanted)
        self.desk.go_on_wanted.connect(self._go_on)
        self.desk.show_known(self.known)
        self.show_part(self.part)

    # The parts

    @property
    def path(self) -> PathView:
        """The path at a glance."""
        view: PathView = self._view("path")
        return view

    @property
    def evidence(self) -> EvidenceView:
        """The log."""
        view: EvidenceView = self._view("evidence")
        return view

    @property
    def reflections(self) -> ReflectionsView:
        """What was written at the end of modules."""
        view: ReflectionsView = self._view("reflections")
        return view

    @property
    def notes(self) -> NotesView:
        """What is for the mentor."""
        view: NotesView = self._view("notes")
        return view

    @property
    def taking(self) -> TakingView:
        """What one takes away."""
        view: TakingView = self._view("take")
        return view

    def _view(self, part: str) -> Any:
        if part not in self._views:
            self._views[part] = self._makers[part]()
            self.stack.addWidget(self._views[part])
            self._stale.add(part)
        return self._views[part]

    def _make_path(self) -> PathView:
        view = PathView(self._theme)
        view.module_wanted.connect(lambda module: self.module_wanted.emit(module, ""))
        return view

    def _make_evidence(self) -> EvidenceView:
        view = EvidenceView(self._theme)
        view.add_wanted.connect(self.evidence_add_wanted)
        view.change_wanted.connect(self.evidence_change_wanted)
        view.delete_wanted.connect(self.evidence_delete_wanted)
        return view

    def _make_reflections(self) -> ReflectionsView:
        view = ReflectionsView(self._theme)
        view.change_wanted.connect(self.reflection_change_wanted)
        view.delete_wanted.connect(self.reflection_delete_wanted)
        return view

    def _make_notes(self) -> NotesView:
        view = NotesView(self._theme)
        view.add_wanted.connect(self.note_add_wanted)
        view.change_wanted.connect(self.note_change_wanted)
        view.delete_wanted.connect(self.note_delete_wanted)
        return view

    def _make_taking(self) -> TakingView:
        view = TakingView(self._theme)
        view.certificate_wanted.connect(self.certificate_wanted)
        view.portfolio_wanted.connect(self.portfolio_wanted)
        view.standards_wanted.connect(self.standards_wanted)
        view.copy_wanted.connect(self.copy_wanted)
        view.check_wanted.connect(self.check_wanted)
        view.delete_wanted.connect(self.delete_wanted)
        return view

    # Showing

    def begin(self) -> None:
        """Be opened anew: what was said last time is old."""
        if "take" in self._views:
            self.taking.hush()

    def show_part(self, part: str) -> None:
        """Show a part of the page."""
        self.part = part
        view = self._view(part)
        self._follow(part)
        self.stack.setCurrentWidget(view)
        self.desk.show_part(part)

    def show_known(self, known: Known) -> None:
        """Show what is known now; parts that are out of sight follow when they are looked at."""
        self.known = known
        self.desk.show_known(known)
        self._stale.update(self._views)
        self._follow(self.part)

    def _follow(self, part: str) -> None:
        if part in self._stale:
            self._stale.discard(part)
            self._views[part].show_known(self.known)

    def _go_on(self) -> None:
        step = self.known.next
        if step is not None:
            self.module_wanted.emit(step.module, step.page)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to where one is."""
        super().focusInEvent(event)
        self.desk.rows[self.part].setFocus(event.reason())

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` for what is made from now on; what is there is told itself."""
        self._theme = theme
        self.desk.set_window_width(self.window().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk its width."""
        super().resizeEvent(event)
        self.desk.set_window_width(self.width())

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.desk.retranslate()
        for view in self._views.values():
            view.retranslate()
