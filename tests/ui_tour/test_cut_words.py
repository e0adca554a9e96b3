"""The tour finds words that are not shown whole, and says nothing of those that are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.lesson.model import Text
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.slide.view import SlideView
from rse_lessons.ui.theme import Theme, apply, load_fonts, load_theme
from rse_lessons.ui.tour.cut_words import not_whole
from rse_lessons.ui.widgets.elided import Elided
from rse_lessons.ui.widgets.words import Words
from tests.ui_slide import made


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    theme = load_theme("light")
    apply(qapp, theme)  # an earlier test may have left another
    return theme


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(600, 400)
    yield made
    made.deleteLater()


def _found(window: QWidget) -> set[tuple[str, str]]:
    window.show()
    return {(one.how, one.text) for one in not_whole(window)}


def _put(window: QWidget, widget: QWidget, place: tuple[int, int, int, int]) -> None:
    widget.setParent(window)
    widget.setGeometry(*place)


def test_words_without_room_are_named(window: QWidget, theme: Theme) -> None:
    short = Elided()
    short.set_words("A long title that has no room here")
    _put(window, QLabel("One line in a narrow place"), (0, 0, 60, 40))
    _put(window, QPushButton("A button with many words"), (0, 50, 60, 40))
    _put(window, Words(theme, "Two lines of words that wrap"), (0, 100, 100, 26))
    _put(window, Words(theme, "Schulgemeinschaft"), (0, 150, 100, 80))
    _put(window, short, (0, 240, 100, 40))
    _put(window, Words(theme, "beyond the edge of the window"), (500, 300, 300, 40))
    found = _found(window)
    assert {
        ("cut", "One line in a narrow place"),
        ("cut", "A button with many words"),
        ("cut", "words that"),
        ("broken", "Schulgemeinschaft"),
        ("cut", "beyond the edge of the window"),
        ("too wide", "beyond the edge of the window"),
    } <= found
    (cut,) = (text for how, text in found if how == "shortened")
    assert short.toolTip().startswith(cut.removesuffix("…"))


def test_a_button_too_small_for_its_words_is_named(window: QWidget, qapp: QApplication) -> None:
    load_fonts()
    apply(qapp, load_theme("light", 2.0))
    _put(window, QPushButton("Nowhere"), (0, 0, 50, 40))
    _put(window, QPushButton("Somewhere"), (0, 100, 400, 100))
    assert _found(window) == {("cut", "Nowhere")}


def test_words_that_a_layout_puts_on_one_another_are_named(window: QWidget, theme: Theme) -> None:
    row = QHBoxLayout(window)
    for text in ("One word", "Another"):
        row.addWidget(Words(theme, text))
    assert _found(window) == set()
    for child in window.findChildren(Words):
        child.setGeometry(0, 0, 200, 40)
    assert ("covered", "Another") in _found(window)


def test_a_window_with_room_is_left_alone(window: QWidget, theme: Theme) -> None:
    column = QVBoxLayout(window)
    area = QScrollArea()
    inside = Words(theme, "Many words that wrap and are scrolled to. " * 40)
    inside.setFixedSize(300, inside.heightForWidth(300))
    area.setWidget(inside)
    for widget in (QLabel("Some words"), QPushButton("New class…"), area):
        column.addWidget(widget)
    assert _found(window) == set()


def test_what_an_author_leaves_open_is_whole_and_what_a_slide_leaves_out_is_not(window: QWidget) -> None:
    view = SlideView()
    _put(window, view, (0, 0, 600, 340))
    open_end = build_scene(made.slide(Text("I could say …", made.HERE), title="Finish it"), 1, made.look())
    view.show_scene(open_end)
    assert _found(window) == set()
    too_much = "Somebody asks, and somebody says no, and that is all right. " * 300
    full = build_scene(made.slide(Text(too_much, made.HERE), title="Long"), 1, made.look())
    assert full.overfull
    view.show_scene(full)
    assert [how for how, text in _found(window) if text.endswith("…")] == ["cut"]
