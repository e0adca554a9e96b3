"""One module, from the path to the last page, with keys alone."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from benchmarks.work_through.answering import answer
from benchmarks.work_through.keyboard import Keyboard, LostError
from rse_lessons.app import Main
from rse_lessons.training.model import Practice
from rse_lessons.training.walking import paths
from rse_lessons.ui.training.blocks.practice import PracticeWidget
from rse_lessons.ui.training.blocks.question import QuestionCard
from rse_lessons.ui.training.blocks.try_result import ResultCard
from rse_lessons.ui.training.blocks.try_widget import BeforeCard, TryWidget
from rse_lessons.ui.training.cards import TasksCard
from rse_lessons.ui.training.page import TeacherModePage
from rse_lessons.ui.training.reflecting import ReflectCard
from rse_lessons.ui.training.rewrite import RewriteCard
from rse_lessons.ui.training.sheet import Sheet

MOST_PICTURES = 8
"""Of one page, each a window further down."""
VERSION = "A picture of a pupil was passed on without consent. The ones who passed it on chose to."
THOUGHTS = "I shall say the first sentence slowly, and ask nothing more."


@dataclass
class Came:
    """What working through a module came to."""

    module: str
    pages: int = 0
    keys: int = 0
    seconds: float = 0.0
    endings: list[str] = field(default_factory=list)
    """Of each conversation, the ids of the scenes that it ended in."""
    tries: list[bool] = field(default_factory=list)
    verified: str = "no"


class Working:
    """Goes through a module as its reader does."""

    def __init__(self, main: Main, keys: Keyboard, module: str) -> None:
        self.main, self.keys = main, keys
        self.came = Came(module)

    @property
    def page(self) -> TeacherModePage:
        """The page of Teacher mode."""
        return self.main.desks.learning.page

    @property
    def sheet(self) -> Sheet:
        """The page of the module that is open."""
        sheet = self.page.sheet
        if sheet is None:
            raise LostError(f"{self.keys.where}: no page is open.")
        return sheet

    def work(self) -> Came:
        """Go through it all."""
        started, keys = time.monotonic(), self.keys.keys
        self._begin()
        while True:
            here = self.page.page_id
            self._one_page()
            if self.sheet.place.after is None:
                break
            if self.page.page_id == here:  # what was done there may have led on by itself
                self._turn()
        self.keys.press_on(self.sheet.on)
        self.keys.wait(lambda: self.page.front is not None, "the front page at the end")
        self.keys.pause(0.5)
        self.keys.picture(f"{self.came.module}-front-at-the-end")
        self.came.keys, self.came.seconds = self.keys.keys - keys, time.monotonic() - started
        return self.came

    def _begin(self) -> None:
        keys, module = self.keys, self.came.module
        keys.where = f"{module}, path"
        header = self.main.window.header
        if self.main.window.pages.currentWidget() is not vars(self.main.desks.learning).get("page"):
            keys.press_on(header.learning, by="shift+Tab")
        learning = self.main.desks.learning
        keys.wait(lambda: not learning.reading and bool(learning.page.desk.rows), "the path")
        desk = learning.page.desk
        first = next(iter(desk.rows.values()))
        keys.reach(first)
        keys.reach(desk.rows[module], "Down")
        keys.press("Return")
        keys.wait(lambda: self.page.module_id == module and self.page.front is not None, "the front page")
        keys.pause(0.3)
        self._pictures("front")
        front = self.page.front
        if front is not None:
            keys.press_on(front.go)
        keys.wait(lambda: self.page.sheet is not None, "the first page")

    def _turn(self) -> None:
        """Go on with the button, or with the keys for it."""
        before = self.page.page_id
        if self.sheet.place.at % 2:
            self.keys.press("alt+Right")
        else:
            self.keys.press_on(self.sheet.on)
        self.keys.wait(lambda: self.page.page_id != before, "turning the page")

    def _one_page(self) -> None:
        sheet = self.sheet
        self.keys.where = f"{self.came.module}, {sheet.page.id}"
        self.came.pages += 1
        self._at_top()
        self._pictures(f"page{sheet.place.at + 1:02d}")
        self.keys.press("Home")
        for made in sheet.parts:
            for widget in made.widgets:
                self._do(widget)

    def _at_top(self) -> None:
        keys, page = self.keys, self.page
        if page.view.place:
            keys.note(f"the page does not begin at its top, but at {page.view.place}")
        if keys.at is not self.sheet.heading:
            keys.note("the heading has not got the keyboard")
        wider = page.view.area.inside.width() - page.view.area.viewport().width()
        if wider > 0:
            keys.note(f"wider than the window by {wider}")

    def _pictures(self, name: str) -> None:
        """Take pictures of the page, window by window."""
        keys, bar = self.keys, self.page.view.area.verticalScrollBar()
        for count in range(MOST_PICTURES):
            keys.pause(0.1)
            keys.picture(f"{self.came.module}-{name}-{count + 1}")
            if keys.pictures is None or bar.value() >= bar.maximum():
                return
            keys.press("Next", look=False)
        keys.note(f"longer than {MOST_PICTURES} windows")

    # What there is to do

    def _do(self, widget: QWidget) -> None:
        if isinstance(widget, PracticeWidget):
            self._practise(widget)
        elif isinstance(widget, QuestionCard):
            self._try_out(widget)
        elif isinstance(widget, RewriteCard):
            self._rewrite(widget)
        elif isinstance(widget, ReflectCard):
            self._reflect(widget)
        elif isinstance(widget, TasksCard):
            for row in widget.rows.values():
                self.keys.press_on(row, "space")
            if not all(row.isChecked() for row in widget.rows.values()):
                self.keys.note("a task is not ticked by Space")
            self.keys.picture(f"{self.came.module}-tasks")
        elif isinstance(widget, TryWidget):
            self._try(widget)

    def _try_out(self, card: QuestionCard) -> None:
        """Answer a question on a page: first as it does not fit, then as it does."""
        keys, name = self.keys, f"{self.came.module}-{card.question.id}"
        if not card.isAncestorOf(keys.at or card):
            self._into(card)
        answer(keys, card, right=False)
        keys.picture(f"{name}-not-yet")
        keys.press_on(card.again)
        keys.wait(lambda: card.marked is None, "another go")
        self._into(card)
        answer(keys, card, right=True)
        keys.picture(f"{name}-fits")

    def _into(self, widget: QWidget) -> None:
        for _ in range(60):
            now = self.keys.at
            body = getattr(widget, "body", widget)
            if now is not None and body.isAncestorOf(now):
                return
            self.keys.press("Tab")
        raise LostError(f"{self.keys.where}: Tab does not come to what is to be done.")

    def _practise(self, widget: PracticeWidget) -> None:
        """Walk two ways to two endings, take a reply back, and put both side by side."""
        keys, block = self.keys, widget.block
        first, second = two_ways(block)
        self._into(widget.choices)
        self._walk(widget, first, back=True)
        keys.picture(f"{self.came.module}-{block.id}-end")
        keys.press_on(widget.again)
        self._walk(widget, second, back=False)
        keys.press_on(widget.compare)
        keys.wait(lambda: widget.comparing, "two walks side by side")
        keys.picture(f"{self.came.module}-{block.id}-compared")
        keys.press("BackSpace")
        if widget.comparing:
            keys.note("Backspace does not lead back from the comparison")

    def _walk(self, widget: PracticeWidget, replies: tuple[str, ...], *, back: bool) -> None:
        keys = self.keys
        for step, reply in enumerate(replies):
            number = next(at for at, one in enumerate(widget.walk.scene.replies, 1) if one.id == reply)
            if step % 2:
                keys.press_on(widget.rows[number - 1])
            else:
                keys.press(str(number))
            keys.wait(lambda: widget.told, "what comes of a reply")
            if back and not step:
                keys.picture(f"{self.came.module}-{widget.block.id}-told")
                keys.press("BackSpace")
                if widget.walk.replies:
                    keys.note("Backspace does not take a reply back")
                keys.press(str(number))
                keys.wait(lambda: widget.told, "the reply said again")
            if keys.at is not widget.on:
                keys.note("Go on has not got the keyboard after a reply")
            keys.press_on(widget.on)
            keys.wait(lambda: not widget.told, "going on")
        if not widget.walk.ended:
            raise LostError(f"{keys.where}: the conversation did not end with {replies}.")
        self.came.endings.append(f"{widget.block.id}/{widget.walk.scene.id}")

    def _rewrite(self, card: RewriteCard) -> None:
        keys = self.keys
        keys.reach(card.field)
        keys.write("She should have known better, silly girl. ")
        keys.settle(lambda: bool(card.cards), most=4.0)
        keys.picture(f"{self.came.module}-rewrite-marked")
        keys.press("ctrl+a")
        keys.write(VERSION)
        keys.pause(1.0)
        keys.press_on(card.show_model)
        keys.wait(card.model.isVisible, "one good way")
        keys.pause(0.3)
        keys.picture(f"{self.came.module}-rewrite-model")

    def _reflect(self, card: ReflectCard) -> None:
        keys = self.keys
        keys.reach(card.field)
        keys.write(THOUGHTS)
        keys.press_on(card.save)
        if not card.state.text():
            keys.note("nothing says that the reflection is saved")
        keys.picture(f"{self.came.module}-reflected")

    # The knowledge check

    def _try(self, widget: TryWidget) -> None:
        """Miss a scene, read its page again, try other questions, and pass at last."""
        keys, name = self.keys, self.came.module
        asked = [self._one_try(widget, miss=True)]
        result = self._result(widget)
        keys.picture(f"{name}-try-missed")
        page, button = next(iter(result.pages.items()))
        check = self.page.page_id
        keys.press_on(button)
        keys.wait(lambda: self.page.page_id == page, "the page to read again")
        self._at_top()
        keys.press("Escape")
        keys.wait(lambda: self.page.front is not None, "the front page after Escape")
        keys.picture(f"{name}-front-before-passing")
        front = self.page.front
        if front is not None:
            keys.press_on(front.go)
        keys.wait(lambda: self.page.sheet is not None, "going on")
        while self.page.page_id != check:  # pages that were not opened yet come first
            keys.press("alt+Left")
        again = next(one for made in self.sheet.parts for one in made.widgets if isinstance(one, TryWidget))
        asked.append(self._one_try(again, miss=True))
        keys.press_on(self._result(again).again)
        asked.append(self._one_try(again, miss=False))
        if not asked[2] - asked[1]:
            keys.note("the next try asked the same questions")
        keys.picture(f"{name}-try-passed")
        result = self._result(again)
        if not result.result.passed:
            raise LostError(f"{keys.where}: everything was right, and the try is not passed.")
        keys.press_on(result.on)
        keys.wait(lambda: self.page.page_id != check, "going on from the check")
        keys.pause(0.3)
        keys.picture(f"{name}-after-passing")

    def _one_try(self, widget: TryWidget, *, miss: bool) -> set[str]:
        """Answer the questions of a try; one scene of them not as it fits."""
        keys = self.keys
        if isinstance(widget.front, BeforeCard):
            keys.press_on(widget.front.begin)
        keys.wait(lambda: widget.in_the_middle, "the first question")
        missed = not miss
        asked: set[str] = set()
        while isinstance(widget.front, QuestionCard):
            card = widget.front
            asked.add(card.question.id)
            right = missed or not card.question.scenario
            missed = missed or not right
            if len(self.came.tries) == 2 or not right:
                keys.picture(f"{self.came.module}-try-{card.question.id}")
            answer(keys, card, right=right)
            if len(self.came.tries) == 2 or not right:
                keys.picture(f"{self.came.module}-try-{card.question.id}-answered")
            if keys.at is not card.on:
                keys.note(f"Go on has not got the keyboard after {card.question.id}")
            keys.press("Return")
            keys.wait(lambda card=card: widget.front is not card, "the next question")  # type: ignore[misc]
        result = self._result(widget).result
        self.came.tries.append(result.passed)
        if result.passed is miss:
            raise LostError(f"{keys.where}: a try came to {result}.")
        return asked

    def _result(self, widget: TryWidget) -> ResultCard:
        if not isinstance(widget.front, ResultCard):
            raise LostError(f"{self.keys.where}: the try came to no end.")
        return widget.front


def two_ways(block: Practice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the replies of two ways to two endings, the first by what has a better wording."""
    scenes = {scene.id: scene for scene in block.scenes}

    def start(way: tuple[str, ...]) -> int:
        scene, poor = block.scenes[0], 0
        for chosen in way:
            reply = next(one for one in scene.replies if one.id == chosen)
            poor, scene = poor + bool(reply.better), scenes[reply.goes_to]
        return -poor

    def ending(way: tuple[str, ...]) -> str:
        scene = block.scenes[0]
        for chosen in way:
            scene = scenes[next(one.goes_to for one in scene.replies if one.id == chosen)]
        return scene.id

    ways = sorted(paths(block), key=start)
    first = ways[0]
    other = next((way for way in reversed(ways) if ending(way) != ending(first)), ways[-1])
    return first, other
