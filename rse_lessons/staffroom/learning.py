"""Teacher mode in the main window: from modules and records to its page, and from its page to the records.

Modules are read on a thread of their own, and so is what the records hold; what is recorded here is added to
what is known at once. Whoever may not learn here gets none of it made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rse_lessons.means import Means
from rse_lessons.progress.facts.class_book import subject
from rse_lessons.progress.facts.class_words import tidy_paragraphs
from rse_lessons.progress.facts.learning import Learning as Learnt
from rse_lessons.progress.facts.learning_fold import learn
from rse_lessons.staffroom.learning_path import path_for
from rse_lessons.staffroom.learning_words import damaged, line_of, met_modules, opened_of
from rse_lessons.training.model import Module
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.training.known import Opened, Path
from rse_lessons.ui.training.page import TeacherModePage
from rse_lessons.waking import Waking

if TYPE_CHECKING:
    from rse_lessons.lesson.problems import Problem

WRITTEN_MS = 60
"""When the visit to a page is written down: what was opened next is painted before."""
SOON = 40
"""Milliseconds after a record until the path follows: the page that is turned to comes first."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was found on the disk."""

    nation: str
    count: int
    """How much had been recorded here when it was looked at."""
    modules: tuple[Module, ...]
    """As they are written, for every nation."""
    problems: tuple[Problem, ...]
    meetings: frozenset[str]
    """The modules with a guide for a staff meeting."""
    learnt: Learnt


def _always() -> bool:
    return True


class Learning(QObject):
    """Shows the page of Teacher mode, and records what is done there."""

    told = Signal(str)
    """A sentence for the teacher."""
    lesson_wanted = Signal(str)
    rehearse_wanted = Signal(str)
    meeting_wanted = Signal(str)
    """A staff meeting on a module, or, with nothing, all of them."""
    my_learning_wanted = Signal()
    recorded = Signal()
    """Something was done that My learning shows."""
    ready = Signal()
    """Modules and records were read, and the page shows them."""

    def __init__(
        self,
        means: Means,
        allowed: Callable[[], bool] = _always,
        today: Callable[[], date] = lambda: datetime.now().astimezone().date(),
    ) -> None:
        """Make nothing yet; where `allowed` says that nobody may learn here, nothing is made or recorded."""
        super().__init__(means.window)
        self._means, self._allowed, self._today = means, allowed, today
        self._read: Read | None = None
        self._begun = ""
        self._count = 0
        self._met: dict[tuple[FilePath, int], str] = {}
        self._again = False
        self._wanted: tuple[str, str] | None = None
        """The module and the page to be shown once they are read."""
        self._reader = Elsewhere()
        self._reader.done.connect(self._take)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self._fill)
        self._written = Waking(means.store, WRITTEN_MS, self)
        means.window.closing.connect(self.end)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)  # also where the window stays open to the last

    @cached_property
    def page(self) -> TeacherModePage:
        """The page, made with the first need."""
        if not self._allowed():
            raise PermissionError("Teacher mode is not granted to whoever is here")
        page = TeacherModePage(self._means.theme())
        page.module_wanted.connect(self.open_module)
        page.page_opened.connect(lambda module, _page: self._begin(module))
        page.page_left.connect(self._page_left)
        page.practised.connect(
            lambda module, block, path: self._keep(
                "module-practised", module, {"block": block, "path": list(path)}
            )
        )
        page.rewritten.connect(lambda module, block: self._keep("module-rewritten", module, {"block": block}))
        page.reflected.connect(self._reflected)
        page.task.connect(
            lambda module, task, done: self._keep("module-task", module, {"task": task, "done": done})
        )
        page.tried.connect(self._tried)
        page.lesson_wanted.connect(self.lesson_wanted)
        page.rehearse_wanted.connect(self.rehearse_wanted)
        page.meeting_wanted.connect(self.meeting_wanted)
        page.my_learning_wanted.connect(self.my_learning_wanted)
        return page

    @property
    def reading(self) -> bool:
        """Whether modules and records are being looked at."""
        return self._reader.busy

    # Showing

    def open(self) -> None:
        """Show the page, as far as it is known; what has changed meanwhile follows."""
        if not self._allowed():
            return
        if self._read is None:
            self.page.show_path(Path(reading=True))
        self._means.window.show_page(self.page)
        self.read()

    def open_module(self, module_id: str) -> None:
        """Show a module's front page."""
        module = self._module(module_id)
        if module is None or not self._allowed():
            return
        self.page.finish_visit()
        if self._means.window.pages.currentWidget() is not self.page:
            self._means.window.show_page(self.page)
        self.page.show_module(self._opened(module))

    def open_at(self, module_id: str, page: str = "") -> None:
        """Show a module at a page, or at its front; once modules and records are read."""
        self.open()
        if self._read is None:
            self._wanted = (module_id, page)
            return
        self._wanted = None
        self.open_module(module_id)
        if page and self._allowed() and self.page.module_id == module_id:
            self.page.open_page(page)

    def warm(self) -> None:
        """Read the modules and make the page while nobody waits for them."""
        if self._allowed() and self._read is None:
            self.read()

    def read(self) -> None:
        """Look at modules and records, while the teacher goes on; once more when that is being done."""
        if self._reader.busy:
            self._again = True
            return
        self._again = False
        school, store = self._means.school, self._means.store()
        nation, count, met = school.preferences.nation, self._count, self._met

        def look() -> Read:
            modules = school.modules
            for module in modules:
                school.module_as_shown(module)  # kept by the school, for when it is shown
            problems, meetings = school.module_shelf.problems(), met_modules(school, met)
            return Read(nation, count, modules, problems, meetings, store.learning())

        self._reader.do(look)

    def show_again(self, changed: Collection[str]) -> None:
        """Follow what changed: names of preferences, `summary` for the records, `modules` for files."""
        if self._read is None or "page" not in vars(self):
            return
        if "nation" in changed:
            self._follow_nation()
        elif {"summary", "modules"} & set(changed) and self.page.isVisible():
            self.read()

    def end(self) -> None:
        """Have everything recorded that was begun: the program closes."""
        if "page" in vars(self):
            self.page.finish_visit()

    def _take(self, read: Read) -> None:
        now = self._means.school.preferences.nation, self._count
        if self._again or (read.nation, read.count) != now:
            self.read()
            return
        if not self._allowed():
            return
        self._read = read
        self._fill()
        if self._wanted is not None:
            self.open_at(*self._wanted)
        self.ready.emit()
        if self._means.window.pages.indexOf(self.page) < 0:
            self._means.window.pages.addWidget(self.page)
            QTimer.singleShot(0, self, self._paint_once)

    def _paint_once(self) -> None:
        """Have the page dressed, laid out and painted, while another is in front."""
        read = self._read
        if not self.page.isVisible() and read is not None:
            self.page.resize(self._means.window.pages.size())
            self.page.grab()

    def _fill(self) -> None:
        """Show path and module as they are known now."""
        read = self._read
        if read is None:
            return
        modules = [self._means.school.module_as_shown(module) for module in read.modules]
        path = path_for(modules, read.learnt, self._today())
        lines = tuple(line_of(module, path.modules[module.id]) for module in modules)
        self.page.show_path(Path(lines, damaged(read.problems, {line.id for line in lines})))
        open_now = self.page.module_id
        module = self._module(open_now or (path.next.module if path.next else ""))
        if module is not None:
            self.page.follow(self._opened(module))
        elif open_now:
            self.page.close_module()

    def _follow_nation(self) -> None:
        """Show the open module's words for another nation at once; the path follows."""
        module = self._module(self.page.module_id)
        if module is not None:
            self.page.follow(self._opened(module))
        self.read()

    def _module(self, module_id: str) -> Module | None:
        """Give a module as the chosen nation reads it."""
        found = self._read.modules if self._read else ()
        module = next((module for module in found if module.id == module_id), None)
        return self._means.school.module_as_shown(module) if module is not None else None

    def _opened(self, module: Module) -> Opened:
        read = self._read
        learnt = read.learnt if read else Learnt()
        cards = self._means.school.library
        titles = [(card.id, card.title) for one in module.head.lessons if (card := cards.card(one))]
        meeting = read is not None and module.id in read.meetings
        return opened_of(module, learnt, self._today(), lessons=titles, meeting=meeting)

    # Recording

    def _begin(self, module: str) -> None:
        """Note that a module was opened: once, until another is."""
        if module != self._begun:
            self._begun = module
            self._keep("module-opened", module, {})

    def _page_left(self, module: str, page: str, seconds: int) -> None:
        self._keep("module-page", module, {"page": page, "seconds": seconds})

    def _reflected(self, module: str, block: str, words: str) -> None:
        words = tidy_paragraphs(words)
        kind = "module-reflected" if words else "module-unreflected"
        self._keep(kind, module, {"block": block}, words)

    def _tried(self, module: str, asked: list[str], missed: list[str], passed: bool) -> None:
        data = {"asked": list(asked), "missed": list(missed), "passed": passed}
        self._keep("module-tried", module, data)

    def _keep(self, kind: str, module: str, data: Mapping[str, object], words: str = "") -> None:
        """Record what was done, and know it at once."""
        if not self._allowed():
            return
        self._count += 1
        # What somebody wrote or decided is written at once; that a page was read, once the next is painted.
        waits = kind in _PASSING
        receipt = self._means.store().record(kind, lesson=module, data=data, words=words, waits=waits)
        if waits:
            self._written.soon()
        read = self._read
        if read is not None:
            event = replace(receipt.event, device="", counter=0)
            learnt = learn([event], {subject(event): words} if words else {}, read.learnt)
            self._read = replace(read, learnt=learnt)
            known = self._module(module)
            if known is not None:
                self.page.know(self._opened(known))
            if kind in _CHANGES_PATH:
                self._later.start()
        self.recorded.emit()


_PASSING = frozenset({"module-opened", "module-page"})
_CHANGES_PATH = frozenset({"module-opened", "module-page", "module-practised", "module-tried"})
