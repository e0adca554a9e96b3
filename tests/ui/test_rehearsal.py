"""A rehearsal in the real program: given like a lesson, recorded in no class, summed up at its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.in_class.rehearsing import Rehearsing
from rse_lessons.progress.database.reading import read_events
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.moment import MomentCard
from rse_lessons.ui.dialogs.rehearsal import AfterRehearsal, BeforeRehearsal
from rse_lessons.ui.screens import Screens, Wish
from rse_lessons.ui.widgets.words import Words
from tests.ui.meanwhile import meanwhile

LESSON = "if-an-image-is-shared"


def begun(main: Main, count: str = "7") -> Rehearsing:
    def begin(window: QDialog) -> None:
        assert isinstance(window, BeforeRehearsal)
        assert window.count == 4
        window.moments.row_of(count).click()
        window.begin.click()

    meanwhile(begin)
    main.rehearse(LESSON)
    made = main.findChild(Rehearsing)
    assert isinstance(made, Rehearsing)
    return made


def led(made: Rehearsing, act: Callable[[MomentCard], None]) -> list[str]:
    """Go through all slides, and do this with every card that comes up."""
    assert made.giving.classroom is not None
    session = made.giving.classroom.session
    came = []
    for index in range(1, len(session.slides)):
        session.go_to(index)
        if session.pending:
            session.show_this()
        if made.card is not None:
            came.append(made.card.accessibleName())
            act(made.card)
    return came


def ended(main: Main, made: Rehearsing, look: Callable[[AfterRehearsal], None]) -> None:
    def answer(window: QDialog) -> None:
        assert isinstance(window, Question)
        window._answer("end")

    def summary(window: QDialog) -> None:
        assert isinstance(window, AfterRehearsal)
        look(window)
        window.close_button.click()

    seen = meanwhile(answer, summary)
    assert made.giving.classroom is not None
    made.giving.classroom.do("end")
    assert [type(window) for window in seen] == [Question, AfterRehearsal]
    assert main.giving is None
    assert main.window.isVisible()


def said(window: AfterRehearsal) -> str:
    return "\n".join(words.text() for words in window.findChildren(Words))


def choose_first(card: MomentCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_1)
    assert card.chosen is not None
    assert card.told.isVisibleTo(card)
    QTest.keyClick(card, Qt.Key.Key_Return)


def test_moments_come_up_and_are_summed_up(qtbot: QtBot, main: Main) -> None:
    made = begun(main)
    assert not main.window.isVisible()
    came = led(made, choose_first)
    assert len(came) >= 5
    texts: list[str] = []
    ended(main, made, lambda window: texts.append(said(window)))
    assert all(title in texts[0] for title in came)
    assert "A better wording" in texts[0] or all(not met.reply.better for met in made.met if met.reply)
    (event,) = [event for event in read_events(main.school.paths.records) if event.kind == "rehearsed"]
    assert event.lesson == LESSON
    assert event.class_label == ""
    assert event.data["moments"] == [f"{met.moment.id}/{met.moment.replies[0].id}" for met in made.met]


def test_the_lessons_page_leads_there_says_when_and_nothing_of_it_is_in_a_class(
    qtbot: QtBot, main: Main
) -> None:
    before = main.summary
    main.window.lesson_opened.emit(LESSON)
    desk = main.desks.opening.page.desk

    def begin(window: QDialog) -> None:
        assert isinstance(window, BeforeRehearsal)
        window.moments.row_of("0").click()
        window.begin.click()

    meanwhile(begin)
    desk.rehearse.click()
    made = main.findChild(Rehearsing)
    assert isinstance(made, Rehearsing)
    assert led(made, choose_first) == []
    ended(main, made, lambda _window: None)
    assert desk.rehearsed.isVisible()
    assert desk.rehearsed.text().startswith("You rehearsed it on ")
    assert main.summary.lessons == before.lessons
    kinds = {event.kind for event in read_events(main.school.paths.records)}
    assert kinds == {"class-added", "rehearsed"}


def test_a_card_keeps_the_keys_to_itself_and_put_aside_is_told_and_not_recorded(
    qtbot: QtBot, main: Main
) -> None:
    made = begun(main, "2")
    assert made.giving.classroom is not None
    session = made.giving.classroom.session

    def press(card: MomentCard) -> None:
        index, shows = session.index, session.shows
        for key in (Qt.Key.Key_Right, Qt.Key.Key_B, Qt.Key.Key_Space, Qt.Key.Key_9):
            QTest.keyClick(card, key)
        assert (session.index, session.shows) == (index, shows)
        assert card.chosen is None
        stops = set()
        for _ in range(6):
            QTest.keyClick(card, Qt.Key.Key_Tab)
            stops.add(card.window().focusWidget())
        assert all(stop is not None and card.isAncestorOf(stop) for stop in stops)
        assert len(stops) == len(card.replies.rows) + 1
        QTest.keyClick(card, Qt.Key.Key_Escape)

    assert led(made, press)
    texts: list[str] = []
    ended(main, made, lambda window: texts.append(said(window)))
    assert "You put it aside" in texts[0]
    (event,) = [event for event in read_events(main.school.paths.records) if event.kind == "rehearsed"]
    assert event.data["moments"] == []


def test_not_now_begins_nothing(main: Main) -> None:
    meanwhile(lambda window: window.reject())
    main.rehearse(LESSON)
    assert main.giving is None
    assert main.window.isVisible()


def test_on_one_screen_the_notes_stay(qtbot: QtBot, main: Main) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = Rehearsing(main.school, main.theme, Screens(app, main), main.school.prefer, main)
    made.giving.wish = Wish(sharing=True, rehearsing=True)  # what `for_rehearsal` gives for one screen
    lesson = main.school.read(LESSON).lesson
    assert lesson is not None
    assert made.start(lesson, 0)
    classroom = made.giving.classroom
    assert classroom is not None
    assert classroom.console.isVisible()
    assert not classroom.console.notes_covered
    assert classroom.console.notice.isHidden()
    assert not classroom.projector.isVisible()
    assert classroom.more.shared is None
    made.giving.end()
