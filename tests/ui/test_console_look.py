"""What the teacher's window says and shows at the sizes it comes in: no word cut short, one minute is one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.model import NotePart, Notes, Place, Stage
from rse_lessons.presenting.session import Shows
from rse_lessons.presenting.stages import Pace, StagePlan
from rse_lessons.ui.console.header import HeaderBar
from rse_lessons.ui.console.notes import NotesPanel
from rse_lessons.ui.console.notice import Notice
from rse_lessons.ui.console.notice_window import NoticeWindow
from rse_lessons.ui.console.slide_frame import StateTab
from rse_lessons.ui.console.stage_card import StageCard
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.keys import KeySheet, key_lines
from rse_lessons.ui.theme import apply, load_fonts, load_theme
from rse_lessons.ui.tour.cut_words import not_whole
from rse_lessons.ui.widgets.elided import Elided
from tests.ui.room import room

AT = Place(Path("made.md"), 1)
PLAN = tuple(StagePlan(stage, 120 if stage is not Stage.EXPLORE else 800, (0,)) for stage in Stage)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    load_fonts()
    apply(qapp, load_theme("light"))


def card(qtbot: QtBot, wide: int, left: float, stage: Stage = Stage.WELCOME) -> StageCard:
    made = StageCard(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(wide, made.sizeHint().height())
    made.show()
    made.show_pace(Pace(stage, 120, left, 0), PLAN, 0.5)
    return made


def test_one_minute_is_said_as_one(qtbot: QtBot) -> None:
    one, two = card(qtbot, 800, 61), card(qtbot, 800, 119)
    assert one.sentence.text() == "Welcome: 1 minute left of 2"
    assert two.sentence.text() == "Welcome: 2 minutes left of 2"


@pytest.mark.parametrize("wide", [500, 620, 800, 1120])
@pytest.mark.parametrize("stage", list(Stage))
def test_the_stage_and_where_help_is_are_named_and_no_names_meet(
    qtbot: QtBot, wide: int, stage: Stage
) -> None:
    made = card(qtbot, wide, 61, stage)
    labels = made.labels
    placed = labels.placed()
    named = {name for name, _, _ in placed}
    assert str(stage) in named
    assert str(Stage.SIGNPOST) in named or wide < 800
    spans = sorted((left, left + width) for _, left, width in placed)
    assert all(end < begin for (_, end), (begin, _) in pairwise(spans))
    assert spans[0][0] >= 0
    assert spans[-1][1] <= labels.width()


@pytest.mark.parametrize("wide", range(120, 720, 40))
def test_a_tab_says_its_sentence_whole_or_half_or_not_at_all(qtbot: QtBot, wide: int) -> None:
    tab = StateTab(load_theme("light"), None)  # type: ignore[arg-type]
    qtbot.addWidget(tab)
    sentence = "the class still sees slide 5; you can look ahead"
    tab.show_state(Shows.FROZEN, sentence)
    tab.resize(wide, 46)
    assert tab._said() in (sentence, "the class still sees slide 5", "")
    assert tab.accessibleName().endswith(sentence)


def test_where_there_is_little_room_fewer_words_are_said_and_the_clock_stands_right(qtbot: QtBot) -> None:
    theme = load_theme("light", 2.0)
    header = HeaderBar(theme, theme.colour("text"))
    qtbot.addWidget(header)
    header.show_clock("10:12", "10:46")
    header.set_crowded(True)
    header.show_pace(
        ["Explore: 12 minutes left of 13. 3 minutes behind", "Explore: 12 minutes left", "12 left"]
    )
    header.resize(1280, 90)
    header.show()
    assert header.title.text().startswith("Explore: 12 minutes left of 13.")
    after = header.slides.x() - header.clock.geometry().right()
    assert after < header.clock.x() - header.title.geometry().right() + theme.px(40)


def test_a_picture_is_said_to_be_one_once() -> None:
    with room(start=3) as made:
        made.classroom.do("text-view")
        said = [label.text() for label in made.console.text.findChildren(QLabel)]
        pictures = [words for words in said if words.startswith("Picture:")]
        assert pictures
        assert not any("Picture: Picture:" in words for words in said)


def test_a_locked_screen_gives_the_slide_its_room() -> None:
    with room(start=3) as made:
        made.console.showNormal()
        made.console.resize(QSize(1920, 1080))
        QApplication.processEvents()
        before = made.console.slide.view.width()
        made.classroom.do("lock")
        QApplication.processEvents()
        assert made.console.slide.view.width() > before * 1.05
        made.classroom.do("lock")
        QApplication.processEvents()
        assert made.console.slide.view.width() == before


def test_the_likely_answer_stands_last_and_is_the_default(qtbot: QtBot) -> None:
    asked = Question(load_theme("light"), "End the lesson?", "Words.", [("end", "End"), ("", "Go on")])
    qtbot.addWidget(asked)
    asked.show()
    end, back = (
        next(found for found in asked.findChildren(QPushButton) if found.text() == text)
        for text in ("End", "Go on")
    )
    assert end.isDefault()
    assert asked.focusWidget() is end
    assert end.x() > back.x()
    assert back.nextInFocusChain() is end


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_key_is_a_cap_that_shows_whole(qtbot: QtBot, scale: float) -> None:
    theme = load_theme("light", scale)
    sheet = KeySheet(theme, {})
    qtbot.addWidget(sheet)
    sheet.show()
    QApplication.processEvents()
    said = [label.text() for label in sheet.findChildren(QLabel)]
    for _, rows in key_lines({}):
        for keys, words in rows:
            assert words in said
            assert set(keys) <= set(said)
    for cap in sheet.findChildren(QLabel):
        parent = cap.parentWidget()
        if isinstance(parent, QWidget) and cap.styleSheet():
            assert cap.geometry().right() <= parent.width()
            assert cap.geometry().bottom() <= parent.height()


def test_fewer_words_are_shown_where_there_is_room_for_no_more(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.set_words("Notes, only for you", "Notes")
    label.resize(label.fontMetrics().horizontalAdvance("Notes, on"), 30)
    short = Elided()
    qtbot.addWidget(short)
    short.set_words("Notes")
    short.resize(label.size())
    assert label.grab().toImage() == short.grab().toImage()
    assert label.accessibleName() == "Notes, only for you"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_message_leaves_the_slide_its_room_and_is_read_in_a_window(qtbot: QtBot, scale: float) -> None:
    theme = load_theme("light", scale)
    apply(QApplication.instance(), theme)  # type: ignore[arg-type]
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(theme, window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(notice)
    column.addStretch(1)
    window.resize(1280, 720)
    window.show()
    rest = "On Linux, have the package espeak-ng installed; it speaks English, Welsh, Irish and Gaelic. " * 2
    notice.say("No voice was found on this PC.", rest)
    qtbot.waitUntil(lambda: notice.height() > 0)
    assert notice.folded is (scale > 1)
    assert notice.height() < 720 // 4
    assert notice.close_button.accessibleName()
    if notice.folded:
        notice.more.click()
        (whole,) = window.findChildren(NoticeWindow)
        assert whole.words.text() == rest
        notice.hold(held=True)  # others may see this screen now
        assert not whole.isVisible()


@pytest.mark.parametrize(("wide", "spelt"), [(1280, False), (1920, True)])
def test_buttons_give_up_words_before_the_lesson_s_name_is_cut(qtbot: QtBot, wide: int, spelt: bool) -> None:
    header = HeaderBar(load_theme("light"), QColor("black"))
    qtbot.addWidget(header)
    header.resize(wide, header.sizeHint().height())
    header.show()
    header.show_lesson("When 18 changes the law, and what it leaves", "8B")
    header.show_minute(600, 3360)
    header.show_clock("10:12", "10:46")
    header.layout().activate()  # type: ignore[union-attr]
    needed = header.title.fontMetrics().horizontalAdvance(header.title.text())
    assert header.title.width() >= needed
    assert bool(header.screens.text()) is spelt
    assert header.screens.accessibleName()


def test_no_word_of_a_notes_label_is_parted_and_every_note_is_whole(qtbot: QtBot) -> None:
    panel = NotesPanel(load_theme("light"), 24)
    qtbot.addWidget(panel)
    panel.resize(700, 900)
    panel.show()
    for times in (1, 12):
        said = NotePart("If somebody oversimplifies", "Two words to say, and then more. " * times)
        panel.show_notes(Notes((said, NotePart("Say", "This too. " * times)), AT))
        QApplication.processEvents()
        assert not_whole(panel) == []
