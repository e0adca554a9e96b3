"""Pictures of Teacher mode, with a path that is made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path as FilePath

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.load import NOT_UTF8
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.training.model import Example, Guidance, Module, Reflect, Rewrite, Tasks
from rse_lessons.training.path import practices_of
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.training.known import Line, Opened, Path
from rse_lessons.ui.training.page import TeacherModePage
from rse_lessons.ui.training.rewrite import RewriteCard

_HERE, _FINISHED, _REWRITES = "when-a-pupil-tells-you", 4, "responsibility-and-language"
_BLAMES = "She should have known better than to send it. He passed it on to the year group."
_DAY = date(2026, 10, 12)


def pages(given: Given) -> dict[str, Callable[[Given, Theme], Shown]]:
    """Name the pictures."""
    if not any(module.id == _HERE for module in given.modules):
        return {}
    return {
        "teacher-mode": partial(front, read=3),
        "teacher-mode-first": partial(front, module=_REWRITES, finished=0),
        "teacher-mode-finished": partial(front, state="finished"),
        "teacher-mode-renew": partial(front, state="renew", own="Our own playground"),
        "teacher-mode-none": none,
        "teacher-page-text": partial(page, kind=None),
        "teacher-page-guidance": partial(page, kind=Guidance),
        "teacher-page-example": partial(page, kind=Example),
        "teacher-page-rewrite": partial(page, kind=Rewrite, module=_REWRITES),
        "teacher-page-rewrite-model": partial(page, kind=Rewrite, module=_REWRITES, revealed=True),
        "teacher-page-reflect": partial(page, kind=Reflect),
        "teacher-page-tasks": partial(page, kind=Tasks),
    }


def none(given: Given, theme: Theme) -> Shown:
    """Show the page in a copy without modules, with a file that cannot be read."""
    window, made = _window(given, theme)
    problem = Problem(FilePath("ours.md"), 1, Severity.ERROR, NOT_UTF8, "not-utf8")
    made.show_path(Path((), given.damaged([problem], ())))
    return Shown(window)


def front(
    given: Given,
    theme: Theme,
    *,
    module: str = _HERE,
    finished: int = _FINISHED,
    read: int = 0,
    state: str = "",
    own: str = "",
) -> Shown:
    """Show a module's front page, with so many of its pages read or all done."""
    window, made = _window(given, theme)
    made.show_path(_path(given, module, finished, state or ("begun" if read else "new"), own))
    made.show_module(_opened(given, _named(given, module), read, state))
    return Shown(window)


def page(
    given: Given, theme: Theme, *, kind: type | None, module: str = _HERE, revealed: bool = False
) -> Shown:
    """Show the first page of a module that has a block of a kind; its first page without one."""
    window, made = _window(given, theme)
    made.show_path(_path(given, module, _FINISHED if module == _HERE else 0, "begun"))
    shown = _named(given, module)
    found = (one.id for one in shown.pages if kind and any(isinstance(part, kind) for part in one.parts))
    at = next(found, shown.pages[0].id)
    order = [one.id for one in shown.pages].index(at)
    made.show_module(_opened(given, shown, order, ""))
    made.open_page(at)

    def begin(widget: QWidget = made) -> None:
        for card in widget.findChildren(RewriteCard):
            card.field.setPlainText(_BLAMES)
            card.checker.take(_BLAMES)
            if revealed:
                card.reveal()

    window.painted.connect(begin)
    return Shown(window)


def _window(given: Given, theme: Theme) -> tuple[LibraryWindow, TeacherModePage]:
    window = LibraryWindow(theme)
    window.set_nations(given.nations, given.nation.code)
    window.set_cards(given.cards)
    made = TeacherModePage(theme)
    window.show_page(made)
    return window, made


def _named(given: Given, name: str) -> Module:
    return next(module for module in given.modules if module.id == name)


def _path(given: Given, here: str, finished: int, state: str, own: str = "") -> Path:
    lines = []
    for module in given.modules:
        head = module.head
        how = "finished" if head.number <= finished else state if module.id == here else "new"
        left = 0 if how in {"finished", "renew"} else head.minutes - (15 if how == "begun" else 0)
        lines.append(Line(module.id, head.title, head.number, how, left))
    return Path((*lines, *((Line("own", own),) if own else ())))


def _opened(given: Given, module: Module, read: int, state: str) -> Opened:
    every = [page.id for page in module.pages]
    done = state in {"finished", "renew"}
    titles = {card.id: card.title for card in given.cards}
    return Opened(
        module,
        read=frozenset(every if done else every[:read]),
        state=state or ("begun" if read else "new"),
        go_on="" if done else every[read],
        walks={one.id: (("start/a",),) for one in practices_of(module)} if done else {},
        passed=tr("{date} {year}").format(date=day_and_month(_DAY), year=_DAY.year) if done else "",
        lessons=[(lesson, titles[lesson]) for lesson in module.head.lessons if lesson in titles],
        meeting=True,
    )
