"""The shared painted widgets, each by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.ui.days import day_and_month, is_today, local_day, when_words
from rse_lessons.ui.theme import Theme, load_fonts, load_theme
from rse_lessons.ui.widgets.buttons import Button, Chip
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.notices import Empty, Message, StateBadge
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.widgets.words import Words
from tests.ui.shelves import ILLUSTRATIONS, settle


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    load_fonts()
    return load_theme("light")


def test_words_wrap_grow_and_keep_their_line_height(qtbot: QtBot, theme: Theme) -> None:
    words = Words(theme, "A title that is longer than its place", "card")
    qtbot.addWidget(words)
    one = words.heightForWidth(2000)
    assert one == 28
    assert words.heightForWidth(260) == 2 * one
    words.set_theme(load_theme("light", 2.0))
    assert words.heightForWidth(4000) == 56
    assert words.heightForWidth(10) > 56


@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet", "help"])
def test_buttons_are_44_or_64_high_and_pressed_by_return(qtbot: QtBot, theme: Theme, kind: str) -> None:
    for big, height in ((False, 44), (True, 64)):
        button = Button(theme, "Go on", kind, icon="plus", big=big)
        qtbot.addWidget(button)
        assert button.sizeHint().height() == height
        assert button.minimumSizeHint().width() > 80
        button.show()
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Return)
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Space)


def test_words_that_have_no_room_stay_whole(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(190, 400)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    button = Button(theme, "Page for all the families", icon="printer", wraps=True)
    heading = Words(theme, "Meòrachaidhean", "section")
    choices = Choices(theme, columns=2)
    choices.set_choices([Choice("one", "Responsibility"), Choice("two", "Help")], "one")
    for widget in (button, heading, choices):
        column.addWidget(widget)
    column.addStretch(1)
    holder.show()
    settle()
    assert holder.width() == 190
    assert button.height() == button.heightForWidth(190) > 44
    assert heading.lines(190) == ["Meòrachaidhean"]
    first, second = choices.rows
    assert first.width() >= first.least()
    assert second.y() > first.y()
    holder.resize(900, 400)
    settle()
    assert button.height() == 44
    assert second.y() == first.y()


def test_choosing_a_chip_does_not_change_its_size(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "11–14", swatch="ks3")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_each_state_of_a_button_looks_its_own(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Print")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    rest = button.grab().toImage()
    button.setDown(True)
    down = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    assert len({rest.cacheKey(), down.cacheKey()}) == 2
    assert rest != down
    assert button.grab().toImage() not in (rest, down)


def test_a_row_is_pressed_anywhere_and_says_both_its_lines(qtbot: QtBot, theme: Theme) -> None:
    row = CheckRow(theme, "Tell the lead", "The date and the class.")
    qtbot.addWidget(row)
    row.resize(300, row.heightForWidth(300))
    row.show()
    assert row.accessibleName() == "Tell the lead The date and the class."
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() / 2)
    assert row.isChecked()
    assert row.heightForWidth(120) > row.heightForWidth(600)


def test_the_stage_bar_parts_done_from_to_come(qtbot: QtBot, theme: Theme) -> None:
    bar = StageBar(theme)
    qtbot.addWidget(bar)
    bar.resize(300, 10)
    bar.set_stages([("welcome", 2), ("explore", 10), ("signpost", 4)], 7)
    segments = bar.segments()
    assert [part for _stage, _rect, part in segments] == [1.0, 0.5, 0.0]
    widths = [rect.width() for _stage, rect, _part in segments]
    assert widths[1] > widths[2] > widths[0]
    assert segments[-1][1].right() == pytest.approx(300)
    picture = bar.grab().toImage()
    centre = segments[2][1].center().toPoint()
    assert picture.pixelColor(centre) == theme.colour("help")
    bar.set_stages([], 0)
    assert bar.segments() == []


def test_the_ring_follows_the_keyboard_and_leaves_the_mouse_alone(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, button = QLineEdit(), Button(theme, "Print")
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ring = Ring(window, theme)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.widget() is button
    settle()
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.widget() is field
    field.clearFocus()
    assert ring.widget() is None


def test_the_ring_comes_with_what_scrolls_into_sight(qtbot: QtBot, theme: Theme) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    first, last = Button(theme, "First"), Button(theme, "Last")
    column.addWidget(first)
    column.addSpacing(900)
    column.addWidget(last)
    area.setWidget(inside)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    ring = Ring(area, theme)
    for button in (last, first, last):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        area.ensureWidgetVisible(button)
        settle()
        assert ring.isVisible()
        held = ring.parentWidget()
        assert held is not None
        at = held.mapFromGlobal(button.mapToGlobal(QPoint(0, 0)))
        assert ring.geometry().contains(QRect(at, button.size()))
    assert ring.mask().isEmpty(), "a mask would cut the corners of a round ring off"


def test_covers_are_drawn_at_once_for_a_while_and_then_one_by_one(qtbot: QtBot, theme: Theme) -> None:
    covers = Covers()
    files = sorted(ILLUSTRATIONS.glob("*.svg"))[:20]
    size = QSize(300, 225)
    first = covers.book(files[0], "ks1", size, 1.0, theme)
    assert first.toImage().pixelColor(150, 110) == covers.book(
        files[0], "ks1", size, 1.0, theme
    ).toImage().pixelColor(150, 110)
    covers._left = 0.0
    bare = covers.book(files[1], "ks1", size, 1.0, theme)
    with qtbot.waitSignal(covers.drawn):
        pass
    assert covers.book(files[1], "ks1", size, 1.0, theme).toImage() != bare.toImage()


@pytest.mark.qt_log_ignore("svg", "SVG", extend=True)
@pytest.mark.parametrize(
    "content", ["", "<svg", "not a picture", "<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_a_cover_that_cannot_be_read_is_a_plain_book(
    qtbot: QtBot, theme: Theme, tmp_path: Path, content: str
) -> None:
    for ending in ("svg", "png"):
        file = tmp_path / f"cover.{ending}"
        file.write_text(content, encoding="utf-8")
        book = Covers().book(file, "ks1", QSize(120, 90), 2.0, theme)
        assert book.size() == QSize(240, 180)
        assert book.toImage().pixelColor(4, 90) == theme.band("ks1").deep


def test_messages_and_empty_places_say_what_to_do(qtbot: QtBot, theme: Theme) -> None:
    message = Message(theme, "The projector has gone", "It comes back by itself.")
    empty = Empty(theme)
    badge = StateBadge(theme, "check", "Taught 6 November", "good")
    for widget in (message, empty, badge):
        qtbot.addWidget(widget)
        widget.show()
    message.say("Saved")
    assert message.title.text() == "Saved"
    assert not message.text.isVisible()
    empty.say("No class here yet", "Give it a name.", "New class")
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()
    empty.say("Nothing", "", "")
    assert not empty.button.isVisible()
    badge.set_state("part-way", "Part way", "care")
    assert not badge.grab().isNull()


def test_days_are_said_as_people_say_them() -> None:
    today = local_day("2026-11-22T12:00:00+00:00")
    assert today is not None
    for when, words in (
        ("2026-11-22T08:00:00+00:00", "today"),
        ("2026-11-21T12:00:00+00:00", "yesterday"),
        ("2026-11-19T12:00:00+00:00", "on Thursday"),
        ("2026-11-06T12:00:00+00:00", "on 6 November"),
    ):
        day = local_day(when)
        assert day is not None
        assert when_words(day, today) == words
    assert local_day("") is None
    assert local_day("soon") is None
    assert day_and_month(today) == "22 November"
    assert is_today(datetime.now(UTC).isoformat())
    assert not is_today("2020-11-19T12:00:00+00:00")
    assert not is_today("")
