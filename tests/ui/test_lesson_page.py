"""The page of a lesson: everything at a glance, ticks, slides, and Present always in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.reader import read_lesson
from rse_lessons.nation.profiles import Nation, load_nation
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.lesson_page.desk import PRINTS, two_parts
from rse_lessons.ui.lesson_page.grid import Thumb, spans
from rse_lessons.ui.lesson_page.page import LessonPage
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import load_theme
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.words import Words
from tests.ui.shelves import focusable, open_library, pressable, settle

ROOT = Path(__file__).parents[2]
CLASSES = [("4 Maple", "lower-ks2"), ("8 Hazel", "ks3")]
HEAD = """+++
title = "Ask first"
band = "ks1"
minutes = 40
summary = "Practising how to *ask*."
outcomes = ["I can ask before I take a picture.", "I can say no."]
topics = ["consent"]
[vocabulary]
permission = "saying that something is all right"
[curriculum]
eng = ["P-OSA-1", "P-NO-SUCH-9?"]
wls = ["W-1"]
[before]
tell = "Tell the safeguarding lead. The date, the class and the topic."
box = "Put out the question box."
words = "Have your words ready: “Thank you for telling me.” Never promise to keep a secret."
[adaptations]
send = "Use the picture cards."
[endings]
picture = "Draw one person you could ask."
+++
"""
SLIDES = """# Ask first {stage=welcome minutes=2}
---
## Who asks? {stage=explore minutes=10}

::: handout {id=cards title="Cards"}
Cut them out.
:::
---
## And then?
---
## Who helps? {stage=signpost minutes=4}
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    file = tmp_path / "ask-first.md"
    file.write_text(HEAD + SLIDES, encoding="utf-8")
    read = read_lesson(file, picture_folders=()).lesson
    assert read is not None
    return read


@pytest.fixture
def england() -> Nation:
    return load_nation("eng", ROOT / "content" / "nations")


class Pictures:
    """Stands for whoever draws slides, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, _lesson: Lesson, index: int, width: int) -> QPixmap:
        self.asked.append(index)
        picture = QPixmap(width, width * 9 // 16)
        picture.fill(QColor("#9CBF80"))
        return picture


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture
def page(qtbot: QtBot, lesson: Lesson, england: Nation, pictures: Pictures) -> Iterator[LessonPage]:
    window, made = opened(qtbot, lesson, england, pictures)
    yield made
    window.close()


def opened(
    qtbot: QtBot,
    lesson: Lesson,
    nation: Nation,
    pictures: Pictures,
    *,
    scale: float = 1.0,
    size: tuple[int, int] = (1280, 720),
) -> tuple[LibraryWindow, LessonPage]:
    window = open_library(scale=scale, size=size)
    qtbot.addWidget(window)
    page = LessonPage(load_theme("light", scale), window.covers)
    page.show_lesson(lesson, thumbnail=pictures, nation=nation)
    page.set_class(CLASSES, "8 Hazel", Standing(prepared=frozenset({"box"})))
    window.show_page(page)
    settle()
    return window, page


def said(page: LessonPage) -> set[str]:
    return {words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)}


def test_a_file_with_problems_says_so_and_leads_to_them(
    qtbot: QtBot, page: LessonPage, lesson: Lesson, pictures: Pictures
) -> None:
    assert not page.faulty.isVisible()
    page.show_lesson(lesson, thumbnail=pictures, problems=2)
    assert page.faulty.isVisible()
    assert page.faulty.title.text() == "This file has 2 problems."
    with qtbot.waitSignal(page.problems_requested) as asked:
        page.what_is_wrong.click()
    assert asked.args == ["ask-first"]
    page.show_lesson(replace(lesson, front=replace(lesson.front, minutes=0)), thumbnail=pictures)
    assert not page.faulty.isVisible()
    assert page.measure.text() == "4 slides"


def test_tab_goes_from_top_to_bottom_and_all_is_seen(page: LessonPage) -> None:
    desk = page.desk
    desk.classes.chooser.setFocus()
    rows = list(desk.rows.values())
    for expected in (
        desk.rehearse,
        *rows,
        desk.present,
        *(desk.prints[kind] for kind in PRINTS),
        desk.share,
        page.back,
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        settle()
        assert QApplication.focusWidget() is expected
        assert not expected.visibleRegion().isEmpty()
        assert expected.visibleRegion().boundingRect() == expected.rect()
        (ring,) = page.window().findChildren(Ring)
        assert ring.isVisible()
    QTest.keyClick(page.back, Qt.Key.Key_Backtab)
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    page.back.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert page.back.visibleRegion().boundingRect() == page.back.rect()


def test_everything_is_said_at_a_glance(page: LessonPage) -> None:
    words = said(page)
    assert "Ages 5 to 7, Key Stage 1" in words
    assert "Ask first" in words
    assert "Practising how to ask." in words
    assert "40 minutes · 4 slides" in words
    assert "I can say no." in words
    assert "Where to get help keeps its 4 minutes, however short the lesson." in words
    assert {"permission", "saying that something is all right"} <= words
    assert {"For pupils with SEND", "Use the picture cards."} <= words
    assert {"With a picture", "Draw one person you could ask."} <= words


def test_codes_of_the_nation_are_shown_and_doubts_said(page: LessonPage) -> None:
    words = said(page)
    assert "In the curriculum of England" in words
    assert "P-NO-SUCH-9" in words
    assert "To be checked by your lead" in words
    assert "W-1" not in words


def test_what_to_do_first_is_bold_and_ticked_as_the_class_left_it(qtbot: QtBot, page: LessonPage) -> None:
    rows = page.desk.rows
    assert list(rows) == ["tell", "box", "words"]
    assert [row.isChecked() for row in rows.values()] == [False, True, False]
    with qtbot.waitSignal(page.ticked) as ticked:
        rows["tell"].click()
    assert ticked.args == ["ask-first", "tell", True]
    with qtbot.waitSignal(page.ticked) as ticked:
        QTest.keyClick(rows["box"], Qt.Key.Key_Space)
    assert ticked.args == ["ask-first", "box", False]


def test_a_preparation_is_parted_after_its_first_sentence() -> None:
    assert two_parts("Tell the lead. The date.") == ("Tell the lead", "The date.")
    assert two_parts("Put out the question box.") == ("Put out the question box", "")
    assert two_parts("Be ready: “Thank you.” Never promise.") == ("Be ready: “Thank you.”", "Never promise.")
    assert two_parts("") == ("", "")


def test_present_begins_at_the_first_slide_where_the_class_stopped_or_at_the_one_chosen(
    qtbot: QtBot, page: LessonPage
) -> None:
    desk = page.desk
    assert desk.present.text() == "Present"
    with qtbot.waitSignal(page.present_requested) as asked:
        desk.present.click()
    assert asked.args == ["ask-first", 0]
    page.set_class(CLASSES, "8 Hazel", Standing("begun", 2, 4))
    assert desk.present.text() == "Go on"
    assert desk.stopped.text() == "8 Hazel stopped at slide 3."
    with qtbot.waitSignal(page.present_requested) as asked:
        desk.present.click()
    assert asked.args == ["ask-first", 2]
    with qtbot.waitSignal(page.present_requested) as asked:
        desk.again.click()
    assert asked.args == ["ask-first", 0]
    page.grid.thumbs[1].click()
    assert desk.present.accessibleName() == "Present from slide 2"
    with qtbot.waitSignal(page.present_requested) as asked:
        desk.present.click()
    assert asked.args == ["ask-first", 1]
    page.grid.thumbs[1].click()
    assert desk.present.text() == "Go on"


def test_f5_begins_at_the_first_slide_and_with_shift_where_the_button_would(
    qtbot: QtBot, page: LessonPage
) -> None:
    def pressed(held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> object:
        with qtbot.waitSignal(page.present_requested) as asked:
            QTest.keyClick(page.desk.classes, Qt.Key.Key_F5, held)
        return asked.args

    shift = Qt.KeyboardModifier.ShiftModifier
    assert (pressed(), pressed(shift)) == (["ask-first", 0], ["ask-first", 0])
    page.set_class(CLASSES, "8 Hazel", Standing("begun", 2, 4))
    assert (pressed(), pressed(shift)) == (["ask-first", 0], ["ask-first", 2])
    page.grid.thumbs[1].click()
    assert (pressed(), pressed(shift)) == (["ask-first", 0], ["ask-first", 1])


def test_present_is_in_sight_at_every_size(
    qtbot: QtBot, lesson: Lesson, england: Nation, pictures: Pictures
) -> None:
    for size, scale in (((1280, 720), 1.0), ((1280, 720), 2.0), ((1920, 1080), 1.5)):
        window, page = opened(qtbot, lesson, england, pictures, scale=scale, size=size)
        present = page.desk.present
        place = QRect(present.mapTo(window, present.rect().topLeft()), present.size())
        assert window.rect().contains(place)
        assert present.visibleRegion().boundingRect() == present.rect()
        window.close()


def test_only_what_there_is_can_be_printed(
    qtbot: QtBot, page: LessonPage, lesson: Lesson, england: Nation, pictures: Pictures
) -> None:
    prints = page.desk.prints
    with qtbot.waitSignal(page.print_requested) as asked:
        prints["parents"].click()
    assert asked.args == ["ask-first", "parents"]
    assert prints["handouts"].isVisibleTo(page)
    page.show_lesson(replace(lesson, slides=lesson.slides[2:]), thumbnail=pictures, nation=england)
    assert not prints["handouts"].isVisibleTo(page)


def test_slides_are_drawn_after_the_page_is_shown_one_at_a_time(
    qtbot: QtBot, lesson: Lesson, england: Nation, pictures: Pictures
) -> None:
    window = open_library()
    qtbot.addWidget(window)
    page = LessonPage(load_theme("light"), window.covers)
    page.show_lesson(lesson, thumbnail=pictures, nation=england)
    settle()
    assert pictures.asked == []
    window.show_page(page)
    qtbot.waitUntil(lambda: pictures.asked[-4:] == [0, 1, 2, 3])


def test_stages_span_their_slides(lesson: Lesson) -> None:
    found = [(span.stage, span.first, span.count, span.seconds) for span in spans(lesson.slides)]
    assert found == [("welcome", 0, 1, 120), ("explore", 1, 2, 600), ("signpost", 3, 1, 240)]


def test_arrows_walk_over_slides_and_escape_goes_back(qtbot: QtBot, page: LessonPage) -> None:
    page.grid.thumbs[0].setFocus()
    for key, number in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Home, 0),
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        focus = QApplication.focusWidget()
        assert isinstance(focus, Thumb)
        assert focus.number == number
    assert [thumb.number for thumb in page.grid.thumbs if thumb.focusPolicy().value & 1] == [0]
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page.grid.thumbs[0], Qt.Key.Key_Escape)


def test_an_unchecked_file_is_called_so(page: LessonPage, lesson: Lesson, pictures: Pictures) -> None:
    assert not page.unchecked.isVisibleTo(page)
    page.show_lesson(replace(lesson, checked=False), thumbnail=pictures)
    assert page.unchecked.isVisibleTo(page)


@pytest.mark.parametrize("look", [((1280, 720), 1.0), ((1920, 1080), 2.0), ((1280, 720), 2.0)])
def test_names_sizes_and_words(
    qtbot: QtBot,
    lesson: Lesson,
    england: Nation,
    pictures: Pictures,
    look: tuple[tuple[int, int], float],
) -> None:
    _window, page = opened(qtbot, lesson, england, pictures, size=look[0], scale=look[1])
    for widget in focusable(page):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name).strip(), widget
    for button in pressable(page):
        assert button.width() >= 24
        assert button.height() >= 24
        if button not in page.grid.thumbs and button.visibleRegion().boundingRect().width():
            assert button.visibleRegion().boundingRect().width() == button.width(), button.accessibleName()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
    inside = page.area.widget()
    assert inside is not None
    assert inside.width() <= page.area.viewport().width()


def test_every_lesson_of_ours_opens(page: LessonPage, england: Nation, pictures: Pictures) -> None:
    files = sorted((ROOT / "content").glob("*ary/*.md"))
    assert len(files) >= 24
    for file in files:
        read = read_lesson(file, picture_folders=(ROOT / "assets" / "illustrations",)).lesson
        assert read is not None
        page.show_lesson(read, thumbnail=pictures, nation=england)
        assert page.title.text() == read.front.title
        assert len(page.grid.thumbs) == len(read.slides)
    settle()
