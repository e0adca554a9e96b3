"""The page of Teacher mode: the path at the left, a module's front page or one of its pages at the right.

It shows what it is given and asks through signals; it reads nothing and keeps nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.ahead import Ahead
from rse_lessons.ui.training.attention import Attention, Watch
from rse_lessons.ui.training.desk import PathDesk
from rse_lessons.ui.training.front import Front
from rse_lessons.ui.training.known import Opened, Path, joined, steps
from rse_lessons.ui.training.parts import Telling, made_of
from rse_lessons.ui.training.reflecting import ReflectCard
from rse_lessons.ui.training.sheet import Place, Sheet
from rse_lessons.ui.training.taking_over import take_over
from rse_lessons.ui.training.view import Scrolled
from rse_lessons.ui.widgets.notices import Empty

TOLD_MS = 60
"""When a visit is told of after a page is turned: writing it down would keep the next from being painted."""


class TeacherModePage(QWidget):
    """The path, and what of it is open."""

    module_wanted = Signal(str)
    """A module is to be opened; `show_module` follows."""
    page_opened = Signal(str, str)
    """A module and one of its pages."""
    page_left = Signal(str, str, int)
    """A module, its page, and the seconds of attention that the visit had."""
    practised = Signal(str, str, list)
    """A module, a conversation and the `scene/reply` that were chosen up to an ending."""
    rewritten = Signal(str, str)
    reflected = Signal(str, str, str)
    """A module, a block and the words; without words they were taken away."""
    task = Signal(str, str, bool)
    """A module, `block/item`, and whether it is done."""
    tried = Signal(str, list, list, bool)
    """A module, the questions asked and missed, and whether the try was passed."""
    lesson_wanted = Signal(str)
    rehearse_wanted = Signal(str)
    meeting_wanted = Signal(str)
    """A staff meeting on a module, or, with nothing, all of them."""
    my_learning_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("teacher-mode")
        self._theme = theme
        self.opened: Opened | None = None
        self._page = ""
        self._telling = Telling(self)
        self.attention = Attention(clock)
        self._watch = Watch(self, self.attention)
        self._counting = ""
        """The page whose visit is being counted."""
        self._left: list[tuple[str, str, int]] = []
        """Visits that ended and are still to be told of: module, page, seconds."""
        self.desk = PathDesk(theme)
        self.view = Scrolled(theme)
        self._ahead = Ahead(self.view, self._make_sheet)
        self.empty = Empty(theme, primary=False)
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(28, 28, 28, 28)
        column.addWidget(self.empty)
        column.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._nothing)
        self.stack.addWidget(self.view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.desk)
        row.addWidget(self.stack, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        desk, told = self.desk, self._telling
        desk.module_chosen.connect(self.module_wanted)
        desk.my_learning_wanted.connect(self.my_learning_wanted)
        desk.meetings_wanted.connect(lambda: self.meeting_wanted.emit(""))
        told.practised.connect(lambda block, path: self.practised.emit(self.module_id, block, path))
        told.rewritten.connect(lambda block: self.rewritten.emit(self.module_id, block))
        told.reflected.connect(lambda block, words: self.reflected.emit(self.module_id, block, words))
        told.task.connect(lambda task, done: self.task.emit(self.module_id, task, done))
        told.tried.connect(lambda asked, missed, ok: self.tried.emit(self.module_id, asked, missed, ok))
        told.page_wanted.connect(self.open_page)
        told.on_wanted.connect(lambda: self.turn(1))
        for keys, step in (("Alt+Right", 1), ("Ctrl+PgDown", 1), ("Alt+Left", -1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(lambda step=step: self.turn(step))

    @property
    def module_id(self) -> str:
        """The module that is open."""
        return self.opened.module.id if self.opened else ""

    @property
    def page_id(self) -> str:
        """The page that is open; empty on a module's front page."""
        return self._page

    @property
    def front(self) -> Front | None:
        """The front page, while it is shown."""
        return self.view.shown if isinstance(self.view.shown, Front) else None

    @property
    def sheet(self) -> Sheet | None:
        """The page that is open, while one is."""
        return self.view.shown if isinstance(self.view.shown, Sheet) else None

    # What it shows

    def show_path(self, path: Path) -> None:
        """Show the modules on the desk."""
        self.desk.show_path(path, self.module_id)
        self._say_empty()

    def show_module(self, opened: Opened) -> None:
        """Open a module at its front page."""
        self.finish_visit()
        self._page = ""
        self.opened = opened
        self.desk.show_path(self.desk.path, opened.module.id)
        self._show_front(begin=True)

    def know(self, opened: Opened) -> None:
        """Take what was recorded of the open module, for what is opened next; nothing is shown anew."""
        if opened.module.id == self.module_id:
            self.opened = opened

    def follow(self, opened: Opened) -> None:
        """Show the open module as it is now: another nation's words, or what was recorded meanwhile.

        The page and the place on it stay, and so does what was typed and begun.
        """
        before, self.opened = self.opened, opened
        if before is None:
            self.desk.show_path(self.desk.path, opened.module.id)
        if not self._page:
            if self.front is None or self.front.opened != opened:
                place = self.view.place
                self._show_front(begin=before is None)
                self.view.go_to(place)
            return
        pages = steps(opened.module)
        page = next((page for page in pages if page.id == self._page), None)
        sheet = self.sheet
        if page is None or sheet is None:
            self.show_module(opened)
        elif page != sheet.page or [one.id for one in pages] != [one.id for one in sheet.place.pages]:
            place, here = self.view.place, self._has_keyboard()
            self._show_sheet(sheet)
            if here and not self._has_keyboard() and self.sheet is not None:
                self.sheet.heading.setFocus()
            self.view.go_to(place)
        for card in self._fields():
            card.know(opened.reflected.get(card.block.id, ""))

    def _has_keyboard(self) -> bool:
        now = self.window().focusWidget()
        return now is not None and self.view.isAncestorOf(now)

    def close_module(self) -> None:
        """Show no module: the one that was open is gone."""
        self.finish_visit()
        self.opened, self._page = None, ""
        self.stack.setCurrentWidget(self._nothing)
        self.desk.show_path(self.desk.path, "")

    def open_page(self, page: str) -> None:
        """Open a page of the module."""
        if self.opened is None or page not in {one.id for one in self.opened.module.pages}:
            return
        self._end_visit()
        self._page = joined(self.opened.module, page)[0]
        self._show_sheet(None)
        sheet = self.sheet
        if sheet is not None:
            self.view.begin(sheet.heading, sheet.said())
        self.page_opened.emit(self.module_id, self._page)
        self._come()
        QTimer.singleShot(TOLD_MS, self, self._tell_visits)

    def turn(self, step: int) -> None:
        """Go to the next page (1) or to the one before (-1); beyond both ends is the front page."""
        if self.opened is None:
            return
        pages = [page.id for page in steps(self.opened.module)]
        if not self._page:
            if step > 0 and self.front is not None:
                self.front.go.click()
            return
        place = pages.index(self._page) + step
        if 0 <= place < len(pages):
            self.open_page(pages[place])
        else:
            self.module_wanted.emit(self.module_id)

    def _show_front(self, *, begin: bool) -> None:
        if self.opened is None:
            return
        front = Front(self._theme, self.opened)
        front.page_wanted.connect(self.open_page)
        front.lesson_wanted.connect(self.lesson_wanted)
        front.rehearse_wanted.connect(self.rehearse_wanted)
        front.meeting_wanted.connect(self.meeting_wanted)
        self.view.show_widget(front)
        self.stack.setCurrentWidget(self.view)
        self._ahead.want(front.next_page)
        if begin:
            self.view.begin(front.heading, front.said())

    def _show_sheet(self, before: Sheet | None) -> None:
        opened = self.opened
        if opened is None:
            return
        ready = self._ahead.take(self._page, opened) if before is None else None
        sheet = ready or self._make_sheet(self._page, before)
        if sheet is not None:
            self.view.show_widget(sheet)
            self.stack.setCurrentWidget(self.view)
            after = sheet.place.after
            self._ahead.want(after.id if after else "")

    def _make_sheet(self, page: str, before: Sheet | None = None) -> Sheet | None:
        opened = self.opened
        pages = steps(opened.module) if opened is not None else ()
        at = next((place for place, one in enumerate(pages) if one.id == page), -1)
        if opened is None or at < 0:
            return None
        parts = made_of(pages[at], opened, self._theme, self._telling)
        if before is not None:
            parts = take_over(parts, before.parts)
        sheet = Sheet(self._theme, opened, Place(pages, at), parts)
        sheet.back_wanted.connect(lambda: self.turn(-1))
        sheet.on_wanted.connect(lambda: self.turn(1))
        return sheet

    def _fields(self) -> list[ReflectCard]:
        """Give the fields to reflect in on the page that is open."""
        parts = self.sheet.parts if self.sheet is not None else ()
        return [one for made in parts for one in made.widgets if isinstance(one, ReflectCard)]

    # Attention

    def _come(self) -> None:
        """Begin to count a visit, if the page can be seen."""
        if self._page and self.isVisible() and not self._counting:
            self._counting = self._page
            self._watch.start()
            self.attention.begin(here=self.isActiveWindow())

    def finish_visit(self) -> None:
        """Have kept what was written, and tell of the visit that ends, if there is one."""
        self._end_visit()
        self._tell_visits()

    def _end_visit(self) -> None:
        for card in self._fields():
            card.keep()
        page, self._counting = self._counting, ""
        if page and self.opened is not None:
            seconds = self.attention.seconds()
            self._watch.stop()
            for place, one in enumerate(joined(self.opened.module, page)):
                self._left.append((self.module_id, one, 0 if place else seconds))

    def _tell_visits(self) -> None:
        left, self._left = self._left, []
        for visit in left:
            self.page_left.emit(*visit)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin a visit."""
        super().showEvent(event)
        self._come()

    def hideEvent(self, event: QHideEvent) -> None:
        """End a visit."""
        self.finish_visit()
        super().hideEvent(event)

    # The window

    def focusInEvent(self, event: QEvent) -> None:
        """Hand the keyboard on to where one is."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        shown = self.sheet or self.front
        if shown is not None:
            shown.heading.setFocus()
        elif self.desk.rows:
            next(iter(self.desk.rows.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from a page to the module's front page with Escape."""
        if event.key() == Qt.Key.Key_Escape and self._page:
            self.module_wanted.emit(self.module_id)
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        self._ahead.forget()
        self.desk.set_window(self.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk what suits the window."""
        self.desk.set_window(self.width(), self.height())
        super().resizeEvent(event)

    def _say_empty(self) -> None:
        path = self.desk.path
        if path.reading:
            self.empty.say(tr("One moment"), tr("The modules are being read."), "")
        elif not path.lines:
            self.empty.say(
                tr("No module is here"),
                tr("Something is missing from this copy of RSE Lessons. Install it anew; your records stay."),
                "",
            )
        else:
            self.empty.say(tr("Choose a module"), tr("Begin with the first, or with what you need now."), "")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(tr("Teacher mode"))
        self.desk.retranslate()
        self._say_empty()
        for widget in self.view.findChildren(QWidget):
            again = getattr(widget, "retranslate", None)
            if again is not None:
                again()
