"""Rules and answers during a lesson: typed out of the class's sight, shown once they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from rse_lessons.in_class.aside import Aside
from rse_lessons.in_class.class_desk import ClassDesk
from rse_lessons.presenting.class_rules import has_box, has_rules
from rse_lessons.presenting.session import Shows
from rse_lessons.progress.facts.class_book import Worded
from rse_lessons.progress.recording.store import Store
from rse_lessons.ui.dialogs.answers import AnswersWindow
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.class_rules import ClassRulesWindow
from rse_lessons.ui.dialogs.private import PrivateWindow
from rse_lessons.ui.slide.describe import describe
from tests.ui.meanwhile import meanwhile
from tests.ui.room import Room, room

Key = Qt.Key
INPUTS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
RULE = "We let everybody finish."
ANSWER = "A trusted adult is anybody whom you feel safe with."


class Lesson:
    """A lesson with records, and the desk of its class beside it."""

    def __init__(self, made: Room, path: Path) -> None:
        self.room = made
        self.store = Store(path, now=lambda: datetime.now(UTC), tell=lambda _sentence: None)
        self.desk = ClassDesk(lambda: self.store, self.store.snapshot, lambda: made.theme)
        self.aside = Aside(made.classroom, self.desk, made.theme, self._parent)

    def _parent(self) -> QWidget:
        alone = self.room.classroom.placement.alone
        return self.room.projector if alone else self.room.console

    def put_answer(self, answer: str, text: str, how: str = "class") -> None:
        data = {"answer": answer, "how": how}
        self.store.record("answer-added", class_label="8 Hazel", data=data, words=text)

    def to(self, wanted: Callable[..., bool]) -> None:
        session = self.room.session
        session.go_to(next(index for index in range(len(session.slides)) if wanted(session, index)))
        QApplication.processEvents()

    def press(self, key: Key) -> None:
        window = self._parent()
        QTest.keyClick(window, key)


@pytest.fixture
def lesson(
    qapp: QApplication,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Lesson]:
    with ExitStack() as stack:
        made = stack.enter_context(room(**getattr(request, "param", {})))
        lesson = Lesson(made, tmp_path / "progress.sqlite")
        stack.callback(lesson.store.close)
        yield lesson


def on_class_screen(made: Room) -> list[QWidget]:
    """Every widget, of whatever window, that can be seen on a screen the class looks at."""
    plugged = made.sockets.plugged
    screens = [made.sockets.projector] if made.sockets.projector in plugged else list(plugged)
    return [
        widget
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        and any(screen.geometry().intersects(window.frameGeometry()) for screen in screens)
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisible()
    ]


def nothing_for_the_teacher(made: Room) -> bool:
    """Whether the class sees neither an input nor one of the teacher's small windows."""
    return not any(isinstance(widget, (*INPUTS, PrivateWindow)) for widget in on_class_screen(made))


def words_on_slide(made: Room) -> str:
    pieces = made.classroom.book.class_scene().pieces
    return " ".join(str(getattr(op, "text", "")) for piece in pieces for op in piece.ops)


def test_a_rule_typed_on_the_console_comes_to_the_slide(lesson: Lesson) -> None:
    made = lesson.room
    lesson.to(has_rules)

    def type_it(window: QDialog) -> None:
        assert isinstance(window, ClassRulesWindow)
        QTest.keyClicks(window.field, RULE)
        assert nothing_for_the_teacher(made)
        assert RULE not in words_on_slide(made), "typed is not yet kept"
        QTest.keyClick(window.field, Key.Key_Return)
        window.accept()

    seen = meanwhile(type_it)
    lesson.press(Key.Key_O)
    assert seen
    assert RULE in words_on_slide(made)
    assert made.session.shows is Shows.LIVE
    assert nothing_for_the_teacher(made)


def test_own_rules_are_agreed_one_by_one_and_recorded_by_id_only(lesson: Lesson) -> None:
    made = lesson.room
    lesson.store.record("rule-added", class_label="8 Hazel", data={"rule": "rule-1"}, words=RULE)
    meanwhile(lambda window: window.accept())
    lesson.to(has_rules)
    lesson.press(Key.Key_O)
    QTest.keyClick(made.console, Key.Key_A)
    for _ in range(12):
        QTest.keyClick(made.console, Key.Key_Down)
    QTest.keyClick(made.console, Key.Key_Space)
    kind, data = made.recorded[-1]
    assert kind == "block"
    assert "rule-1" in str(data)
    assert RULE not in str(made.recorded)


def test_a_rule_taken_away_leaves_the_slide(lesson: Lesson) -> None:
    made = lesson.room
    lesson.store.record("rule-added", class_label="8 Hazel", data={"rule": "rule-1"}, words=RULE)
    meanwhile(lambda window: window.accept())
    lesson.to(has_rules)
    lesson.press(Key.Key_O)
    assert RULE in words_on_slide(made)

    def take_away(window: QDialog) -> None:
        assert isinstance(window, ClassRulesWindow)
        window.rows[0].remove.click()
        window.accept()

    meanwhile(take_away)
    lesson.press(Key.Key_O)
    assert RULE not in words_on_slide(made)
    assert lesson.store.flush(20)


def test_signs_in_a_rule_are_shown_as_typed(lesson: Lesson) -> None:
    words = "We *wait* <b>&amp;</b> {{helpline:childline}} ![x](http://x.y)"
    lesson.store.record("rule-added", class_label="8 Hazel", data={"rule": "rule-1"}, words=words)
    meanwhile(lambda window: window.accept())
    lesson.to(has_rules)
    lesson.press(Key.Key_O)
    assert "We *wait* &lt;b&gt;&amp;amp;&lt;/b&gt; {{helpline:childline}} ![x](http://x.y)" in words_on_slide(
        lesson.room
    )
    session, book = lesson.room.session, lesson.room.classroom.book
    assert words in [line.text for line in describe(session.slides[session.index], book.look, session.states)]


def test_answers_that_wait_are_offered_where_they_are_needed(lesson: Lesson) -> None:
    made = lesson.room
    assert "answers" not in made.console.notes.offers
    lesson.put_answer("a1", ANSWER)
    lesson.put_answer("a2", "We can look at that together.", "one-to-one")
    lesson.aside._follow()
    assert made.console.notes.offers["answers"].accessibleName() == "2 answers are ready for 8 Hazel"
    lesson.to(has_rules)
    assert list(made.console.notes.offers) == ["class-rules"]
    lesson.to(has_box)
    assert list(made.console.notes.offers) == ["answers"]


def test_given_answers_are_deleted_and_never_come_to_the_class(lesson: Lesson) -> None:
    made = lesson.room
    lesson.put_answer("a1", ANSWER)
    lesson.put_answer("a2", "We can look at that together.")
    lesson.aside._follow()
    lesson.to(has_box)

    def give(window: QDialog) -> None:
        assert isinstance(window, AnswersWindow)
        assert nothing_for_the_teacher(made)
        window.answers[0].tick.setChecked(True)
        window.close_button.click()

    seen = meanwhile(give)
    made.console.notes.offers["answers"].click()
    assert seen
    left = lesson.store.snapshot().answers("8 Hazel")
    assert left == (Worded("a2", "We can look at that together.", "class"),)
    assert made.console.notes.offers["answers"].accessibleName() == "1 answer is ready for 8 Hazel"
    assert ANSWER not in words_on_slide(made)


@pytest.mark.parametrize("lesson", [{"alone": True}], indirect=True)
def test_on_one_screen_the_teacher_is_asked_and_the_class_sees_the_safe_screen(lesson: Lesson) -> None:
    made = lesson.room
    lesson.to(has_rules)

    def agree(window: QDialog) -> None:
        assert isinstance(window, Question)
        assert nothing_for_the_teacher(made)
        window._answer("go")

    def type_it(window: QDialog) -> None:
        assert isinstance(window, ClassRulesWindow)
        assert made.session.shows is Shows.SAFE
        QTest.keyClicks(window.field, RULE)
        window.keep.click()
        window.accept()

    seen = meanwhile(agree, type_it)
    lesson.press(Key.Key_O)
    assert len(seen) == 2
    assert made.session.shows is Shows.LIVE
    assert RULE in words_on_slide(made)


@pytest.mark.parametrize("lesson", [{"alone": True}], indirect=True)
def test_on_one_screen_nothing_opens_when_the_class_can_see(lesson: Lesson) -> None:
    made = lesson.room
    seen = meanwhile(lambda window: window.reject())
    lesson.press(Key.Key_Q)
    assert [type(window) for window in seen] == [Question]
    assert made.session.shows is Shows.LIVE
    assert nothing_for_the_teacher(made)


@pytest.mark.parametrize("lesson", [{"alone": True}], indirect=True)
def test_a_safe_screen_that_was_there_before_stays(lesson: Lesson) -> None:
    made = lesson.room
    made.session.show(Shows.SAFE)
    seen = meanwhile(lambda window: window._answer("go"), lambda window: window.accept())  # type: ignore[attr-defined]
    lesson.press(Key.Key_Q)
    assert len(seen) == 2
    assert made.session.shows is Shows.SAFE


def test_a_cable_pulled_covers_what_is_being_typed(lesson: Lesson) -> None:
    made = lesson.room
    lesson.to(has_rules)
    found: list[bool] = []

    def pull(window: QDialog) -> None:
        assert isinstance(window, ClassRulesWindow)
        QTest.keyClicks(window.field, "We wait")
        made.sockets.pull(made.sockets.projector)
        QApplication.processEvents()
        found.append(window.covered)
        found.append(not any(isinstance(widget, INPUTS) for widget in on_class_screen(made)))
        window.uncover.click()
        found.append(not window.covered and window.field.text() == "We wait")
        made.sockets.plug(made.sockets.projector)
        QApplication.processEvents()
        found.append(not window.covered)
        window.accept()

    meanwhile(pull)
    lesson.press(Key.Key_O)
    assert found == [True, True, True, True]


@pytest.mark.usefixtures("qapp")
def test_without_a_class_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    with room() as made:
        made.session._class_label = ""
        lesson = Lesson(made, tmp_path / "progress.sqlite")
        lesson.press(Key.Key_O)
        assert "No class" in made.console.notice.title.text()
        lesson.to(has_rules)
        assert not made.console.notes.offers
        lesson.store.close()
