"""Thousands of lessons: the first picture has what stands at the front, and shows what all of them would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.lessons import make_lessons
from rse_lessons.lesson.index import MANY
from rse_lessons.school import School
from rse_lessons.ui.theme import load_fonts
from tests.ui.conftest import PlainMain

LABEL = "8 Hazel"
COUNT = MANY + 80
WIDE = QSize(1280, 720)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder with many lessons of the school's own, looked through once."""
    folder = tmp_path_factory.mktemp("full")
    school = School(folder)
    make_lessons(school.own_lessons, COUNT)
    school.library.refresh()
    assert len(school.library.cards()) == COUNT + 24
    school.prefer(theme="light")
    return folder


@pytest.fixture
def opened(qtbot: QtBot, full: Path) -> Iterator[Callable[..., PlainMain]]:
    """Open the program on that folder, for a class or for none, as often as wanted; close all of it after."""
    made: list[PlainMain] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()

    def open_it(label: str = "") -> PlainMain:
        school = School(full)
        school.prefer(class_label=label)  # the folder may have been used by another test
        one = PlainMain(app, school)
        made.append(one)
        return one

    yield open_it
    for one in made:
        one.close()
        one.window.close()
        one.window.deleteLater()


def ended(qtbot: QtBot, main: PlainMain) -> None:
    with qtbot.waitSignal(main.refreshed):
        main.open()


def picture(main: PlainMain) -> QImage:
    """Give what is seen of the library, without the bar that says how much there is."""
    window = main.window
    window.setFixedSize(WIDE)
    seen = window.grab().toImage()
    bar = window.library.shelf.verticalScrollBar()
    return seen.copy(0, 0, seen.width() - bar.width() - 2, seen.height())


def test_the_first_picture_is_that_of_all(qtbot: QtBot, opened: Callable[..., PlainMain]) -> None:
    main = opened()
    main.show_lessons()
    assert len(main.window.library.cards) < COUNT
    first = picture(main)
    assert not picture_of_nothing(first)
    main.window.set_all(main.school.library.cards(), main.summary, "")
    assert len(main.window.library.cards) == COUNT + 24
    assert picture(main) == first


def picture_of_nothing(seen: QImage) -> bool:
    """Tell whether the lower half of a picture is of one colour."""
    half = seen.copy(0, seen.height() // 2, seen.width(), seen.height() // 2).scaled(64, 32)
    return len({half.pixel(x, y) for x in range(half.width()) for y in range(half.height())}) < 8


def test_all_are_there_once_it_is_painted(qtbot: QtBot, opened: Callable[..., PlainMain]) -> None:
    main = opened()
    seen: list[int] = []
    main.window.painted.connect(lambda: seen.append(len(main.window.library.cards)))
    ended(qtbot, main)
    assert seen == [COUNT + 24]
    page = main.window.library
    last = main.school.library.cards()[-1]
    page.head.search.setText(last.title)
    found = {book.card_id for book in page.shelf.books}
    assert last.id in found


def test_the_desk_shows_a_lesson_that_is_not_in_front(qtbot: QtBot, opened: Callable[..., PlainMain]) -> None:
    main = opened()
    ended(qtbot, main)
    front = {card.id for card in School(main.school.paths.data.parent).library.front()}
    deep = next(card for card in reversed(main.school.library.cards()) if card.id not in front)
    main.store.record("class-added", class_label=LABEL, data={"band": str(deep.band)})
    main.prefer(class_label=LABEL)
    main.present(deep.id)
    giving = main.giving
    assert giving is not None
    assert giving.classroom is not None
    giving.classroom.session.go_to(2)
    giving.end()
    main.close()
    again = opened(LABEL)
    again.show_lessons()
    assert again.window.library.desk.title.text() == deep.title
    assert len(again.window.library.cards) == COUNT + 24
