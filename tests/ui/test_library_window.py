"""The library as a teacher meets it: by eye, by keyboard, at every size."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.progress.facts.summary import ClassInfo, Standing, Summary
from rse_lessons.ui.library.book_card import BookCard, minutes_line
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import THEMES, apply, load_theme
from rse_lessons.ui.widgets.words import Words
from tests.ui.shelves import BOOKS, SUMMARY, TODAY, Book, focusable, open_library, pressable, settle

MANY = tuple(Book(f"Lesson {number}", band=BOOKS[number % 7].band) for number in range(5000))


def shown(window: LibraryWindow) -> list[str]:
    titles = {book.id: book.title for book in BOOKS}
    return [titles[book.card_id] for book in window.library.shelf.books]


def press(
    key: Qt.Key, *, times: int = 1, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)


# What it says


def test_books_say_what_they_are_and_where_the_class_is(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    names = [book.accessibleName() for book in window.library.shelf.books]
    assert names[0] == "Friends online and off, Ages 7 to 9, 45 minutes · Friendship, Taught 6 November"
    assert names[1].endswith("45 minutes · Consent, pictures, Part way: slide 7 of 14")


def test_the_desk_says_where_the_class_stopped(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    desk = window.library.desk
    assert desk.stopped_head.text() == "Where 4 Maple stopped"
    assert desk.title.text() == "My picture, your choice"
    assert desk.where.text() == "Slide 7 of 14, on Thursday. About 26 minutes are left."
    assert desk.bar.accessibleName() == desk.where.text()
    assert [row.card_id for row in desk.rows] == ["when-somebody-pushes", "who-is-it-really?"]
    with qtbot.waitSignal(window.present_requested) as going_on:
        desk.go_on.click()
    assert going_on.args == ["my-picture,-your-choice", 6]
    with qtbot.waitSignal(window.present_requested) as again:
        desk.again.click()
    assert again.args == ["my-picture,-your-choice", 0]


def test_another_class_has_its_own_shelf_and_desk(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    window.set_summary(SUMMARY, "8 Hazel", TODAY)
    settle()
    assert not window.library.desk.stopped.isVisible()
    assert shown(window)[0] == "If a picture is shared"
    headings = [words.text() for words in window.library.shelf.findChildren(Words) if words.isVisible()]
    assert "For 8 Hazel" in headings


def test_no_class_yet(qtbot: QtBot) -> None:
    window = open_library(summary=Summary(), label="")
    qtbot.addWidget(window)
    desk = window.library.desk
    assert desk.empty.isVisible()
    assert not desk.classes.isVisible()
    assert desk.empty.text.text() == "Give it the name that you use. No pupil is named."
    with qtbot.waitSignal(window.class_add_requested):
        desk.empty.button.click()


def test_the_first_class_takes_the_keyboard_over(qtbot: QtBot) -> None:
    window = open_library(summary=Summary(), label="")
    qtbot.addWidget(window)
    window.library.desk.empty.button.setFocus()
    window.set_summary(SUMMARY, "8 Hazel", TODAY)
    settle()
    assert QApplication.focusWidget() is window.library.desk.classes.chooser


def test_a_class_is_chosen_from_the_list_or_a_new_one_asked_for(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    chooser = window.library.desk.classes.chooser
    assert chooser.accessibleName() == "You are teaching: 4 Maple Ages 7 to 9"
    chooser.click()
    menu = chooser.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text().split("   ")[0]: action for action in menu.actions() if action.text()}
    kept = ["Plan of its lessons…", "Our own rules…", "Question box…", "About this class…"]
    assert list(actions) == ["4 Maple", "8 Hazel", "New class…", *kept]
    with qtbot.waitSignal(window.class_chosen) as chosen:
        actions["8 Hazel"].trigger()
    assert chosen.args == ["8 Hazel"]
    with qtbot.waitSignal(window.class_add_requested):
        actions["New class…"].trigger()
    menu.close()


def test_no_lessons_at_all(qtbot: QtBot) -> None:
    window = open_library(books=())
    qtbot.addWidget(window)
    assert window.library.nothing.isVisible()
    assert window.library.nothing.title.text() == "No lessons found"
    with qtbot.waitSignal(window.folder_requested):
        window.library.nothing.button.click()


def test_files_with_problems_are_told_of_quietly(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    desk = window.library.desk
    window.set_problems(0)
    assert "problems" not in " ".join(button.text() for button in pressable(window))
    window.set_problems(2)
    assert desk.problems is not None
    assert desk.problems.text() == "2 files have problems"
    assert desk.packs is not None
    desk.packs.wording.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.problems
    with qtbot.waitSignal(window.problems_requested):
        press(Qt.Key.Key_Return)
    window.set_problems(0)
    assert not desk.problems.isVisible()


def test_a_file_that_says_no_minutes_says_its_slides() -> None:
    assert minutes_line(Book("My own talk", minutes=0, topics=())) == "14 slides"


# Looking for a lesson


def test_searching_narrows_while_typing_and_says_when_nothing_is_left(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    library = window.library
    QTest.keyClicks(library.head.search, "picture")
    settle()
    assert window.library.shelf.shown == 3
    assert shown(window)[0] == "My picture, your choice"
    assert library.head.found.text() == "3 lessons"
    QTest.keyClicks(library.head.search, " zebra")
    settle()
    assert shown(window) == []
    assert library.nothing.title.text() == "No lesson has all of that"
    library.nothing.button.click()
    settle()
    assert len(shown(window)) >= 4
    assert library.head.search.text() == ""
    assert not library.nothing.isVisible()


def test_ages_topic_and_length_narrow_and_can_be_cleared(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    head = window.library.head
    with qtbot.waitSignal(window.filter_changed) as changed:
        head.chips["lower-ks2"].click()
    assert changed.args is not None
    assert changed.args[0].band == "lower-ks2"
    assert window.library.shelf.shown == 4
    head.length.set_choices(head.length._choices, "short")
    head.wanted_changed.emit(head.wanted)
    assert shown(window) == ["Who is it really?"]
    head.clear.click()
    assert window.library.shelf.shown == len(BOOKS)
    assert head.chips[""].isChecked()
    assert not head.clear.isVisible()


def test_slash_and_ctrl_f_go_to_the_search_field(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    window.library.shelf.focus_current()
    press(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is window.library.head.search
    window.library.shelf.focus_current()
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.library.head.search
    QTest.keyClicks(window.library.head.search, "ask")
    press(Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), BookCard)
    press(Qt.Key.Key_Escape)
    assert window.library.head.search.text() == ""


def test_enter_opens_what_was_searched_for(qtbot: QtBot) -> None:
    window = open_library(label="8 Hazel")
    qtbot.addWidget(window)
    search = window.library.head.search
    search.setFocus()
    QTest.keyClicks(search, "picture")
    settle()
    with qtbot.waitSignal(window.lesson_opened) as first:
        press(Qt.Key.Key_Return)
    assert first.args == ["if-a-picture-is-shared"], "the first on the shelves"
    search.clear()
    QTest.keyClicks(search, "my picture")
    with qtbot.waitSignal(window.lesson_opened) as called:
        press(Qt.Key.Key_Return)
    assert called.args == ["my-picture,-your-choice"]
    opened: list[str] = []
    window.lesson_opened.connect(opened.append)
    QTest.keyClicks(search, " zebra")
    press(Qt.Key.Key_Return)
    assert opened == []
    assert QApplication.focusWidget() is search
    search.clear()
    press(Qt.Key.Key_Return)
    assert opened == []
    assert isinstance(QApplication.focusWidget(), BookCard)


def test_what_shows_everything_again_stands_once(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    library = window.library
    QTest.keyClicks(library.head.search, "picture")
    settle()
    assert library.head.clear.isVisible()
    QTest.keyClicks(library.head.search, " zebra")
    settle()
    assert library.nothing.button.isVisible()
    assert not library.head.clear.isVisible()


def test_a_line_below_a_book_never_ends_in_half_a_word() -> None:
    card = Book("Sharing", topics=("sharing-images", "responsibility", "consent"), minutes=50)
    assert minutes_line(card) == "50 minutes · Sharing images, responsibility"
    assert minutes_line(card, 1) == "50 minutes · Sharing images"
    assert minutes_line(card, 0) == "50 minutes"


@pytest.mark.parametrize("title", ["Ask first", "Llanfairpwllgwyngyll asks first, and then it asks again"])
def test_go_on_is_in_sight_with_large_text(qtbot: QtBot, title: str) -> None:
    book = Book(title)
    standing = Standing("begun", 6, 14, "2026-11-19T10:00:00Z")
    summary = Summary((ClassInfo("4 Maple", "lower-ks2"),), {("4 Maple", book.id): standing})
    window = open_library(books=(book, *BOOKS), summary=summary, scale=2.0, size=(1280, 700))
    qtbot.addWidget(window)
    go_on = window.library.desk.go_on
    assert go_on.visibleRegion().boundingRect() == go_on.rect()
    window.set_summary(SUMMARY, "8 Hazel", TODAY)
    settle()
    assert not go_on.isVisible()
    window.set_summary(summary, "4 Maple", TODAY)
    window.resize(1280, 1900)
    settle()
    assert window.library.desk.cover.isVisible()
    assert window.library.desk.stopped.isAncestorOf(go_on)
    assert go_on.visibleRegion().boundingRect() == go_on.rect()


# By keyboard alone


def test_what_gets_the_keyboard_is_scrolled_into_sight(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    window.library.shelf.focus_current()
    press(Qt.Key.Key_End)
    settle()
    assert window.library.shelf.verticalScrollBar().value() > 0
    assert window.library.desk.packs is not None
    window.library.desk.packs.wording.setFocus()
    press(Qt.Key.Key_Tab)
    settle()
    search = window.library.head.search
    assert QApplication.focusWidget() is search
    assert search.visibleRegion().boundingRect() == search.rect()


def test_the_place_where_one_is_keeps_the_keyboard(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    window.header.lessons.setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.header.lessons


def test_tab_goes_through_desk_and_filters_to_one_book_and_on(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    first = window.header.lessons
    first.setFocus()
    order: list[QWidget] = []
    for _ in range(40):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is first:
            break
        assert focus not in order, "a trap"
        order.append(focus)
    library = window.library
    assert library.desk.packs is not None
    expected = [
        window.header.learning,
        window.header.progress,
        window.header.coverage,
        window.header.nation,
        window.header.settings,
        library.desk.classes.chooser,
        library.desk.go_on,
        library.desk.again,
        *library.desk.rows,
        library.desk.write,
        library.desk.packs.add,
        library.desk.packs.share,
        library.desk.packs.wording,
        library.head.search,
        library.head.chips[""],
        library.head.topic,
        library.head.length,
    ]
    assert order[: len(expected)] == expected
    assert [type(widget) for widget in order].count(BookCard) == 1


def test_arrows_walk_over_rows_and_return_opens(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    shelf = window.library.shelf
    shelf.focus_current()

    def here() -> str:
        focus = QApplication.focusWidget()
        assert isinstance(focus, BookCard)
        return focus.card_id

    assert here() == "friends-online-and-off"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert here() == "when-somebody-pushes"
    press(Qt.Key.Key_Down)
    assert here() == "who-is-it-really?"
    press(Qt.Key.Key_Up)
    assert here() == "friends-online-and-off"
    press(Qt.Key.Key_End)
    assert here() == "if-a-picture-is-shared"
    with qtbot.waitSignal(window.lesson_opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == ["if-a-picture-is-shared"]
    press(Qt.Key.Key_Home)
    assert here() == "friends-online-and-off"


def test_a_page_shown_and_left_brings_back_the_book_that_was_opened(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    window.library.shelf.focus_current()
    press(Qt.Key.Key_Right)
    window.show_page(QWidget())
    assert not window.library.isVisible()
    window.header.lessons.click()
    settle()
    focus = QApplication.focusWidget()
    assert isinstance(focus, BookCard)
    assert focus.card_id == "my-picture,-your-choice"


# Thousands


def test_of_five_thousand_lessons_only_those_in_sight_are_widgets(qtbot: QtBot) -> None:
    window = open_library(books=MANY, size=(1920, 1080))
    qtbot.addWidget(window)
    shelf = window.library.shelf
    assert shelf.shown == 5000
    bar = shelf.verticalScrollBar()
    for part in (0.1, 0.5, 0.9, 1.0, 0.0):
        bar.setValue(round(bar.maximum() * part))
        settle()
        assert 4 <= len(shelf.books) <= 24
        assert len(shelf.findChildren(BookCard)) <= 32
        for book in shelf.books:
            assert book.accessibleName()


def test_the_keyboard_goes_to_the_very_last_of_thousands(qtbot: QtBot) -> None:
    window = open_library(books=MANY)
    qtbot.addWidget(window)
    window.library.shelf.focus_current()
    press(Qt.Key.Key_End)
    focus = QApplication.focusWidget()
    assert isinstance(focus, BookCard)
    assert focus.number == 4999
    assert not focus.visibleRegion().isEmpty()
    window.library.shelf.verticalScrollBar().setValue(0)
    settle()
    press(Qt.Key.Key_Left)
    focus = QApplication.focusWidget()
    assert isinstance(focus, BookCard)
    assert focus.number == 4998


# For everybody


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_the_keyboard_reaches_has_a_name(qtbot: QtBot, scale: float) -> None:
    window = open_library(scale=scale)
    qtbot.addWidget(window)
    found = list(focusable(window))
    assert len(found) > 10
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name).strip(), widget


def test_no_two_keys_do_different_things(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    letters = [letter for button in pressable(window) for letter in re.findall(r"&(\w)", button.text())]
    assert len(letters) == len(set(letters))


ACROSS = {(1280, 1.0): 3, (1920, 1.0): 4, (1920, 2.0): 2, (1280, 2.0): 1}
"""Books side by side, in a window so wide with text so large."""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_is_whole_and_large_enough_and_books_stand_as_there_is_room(qtbot: QtBot, scale: float) -> None:
    window = open_library(size=(1024, 768), scale=scale)
    qtbot.addWidget(window)
    for size in ((1024, 768), (1920, 1080), (1280, 720)):
        window.resize(*size)
        settle()
        no_words_are_cut_off(window)
        for button in pressable(window):
            assert button.width() >= 24, button.accessibleName()
            assert button.height() >= 24, button.accessibleName()
        across = window.library.shelf.across
        assert across == ACROSS.get((size[0], scale), across)


def no_words_are_cut_off(window: LibraryWindow) -> None:
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    desk = window.library.desk
    inside = QRect(desk.mapTo(window, desk.rect().topLeft()), desk.size())
    for widget in (desk.classes.chooser, desk.go_on, desk.again, desk.bar, *desk.rows):
        place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
        assert inside.left() <= place.left(), widget
        assert place.right() <= inside.right(), widget
        assert widget.width() >= widget.minimumSizeHint().width(), widget
    for book in window.library.shelf.books:
        room = book.parentWidget()
        assert room is not None
        assert book.geometry().right() <= room.width()


def test_a_theme_is_changed_while_it_is_open(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    before = window.grab().toImage()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for name in THEMES:
        look = load_theme(name, 1.5)
        apply(app, look)
        window.set_theme(look)
        settle()
        after = window.grab().toImage()
        assert after != before
        corner = after.pixelColor(window.width() - 40, window.height() - 8)
        assert corner == look.colour("ground")
        before = after


@pytest.mark.parametrize("name", THEMES)
def test_the_stylesheet_that_comes_later_changes_no_dot(qtbot: QtBot, name: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
    window = open_library(theme=name, styled=False)
    qtbot.addWidget(window)
    before = window.grab().toImage()
    apply(app, load_theme(name))
    settle()
    assert window.grab().toImage() == before


def test_nation_and_settings_are_asked_for(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.settings_requested):
        window.header.settings.click()
    assert window.header.nation.accessibleName() == "Nation: England"


@pytest.mark.parametrize("width", [1280, 640])
def test_large_text_leaves_the_words_of_the_tabs_whole(qtbot: QtBot, width: int) -> None:
    window = open_library(scale=2.0, size=(width, 720))
    qtbot.addWidget(window)
    header = window.header
    tabs = header.lessons, header.learning, header.progress, header.coverage
    assert all(tab.width() >= tab.sizeHint().width() for tab in tabs)
    right = header.settings.geometry().right()
    assert right < width
    assert len({tab.y() for tab in tabs}) == (1 if width == 1280 else 2)


def test_a_class_whose_lesson_has_gone_still_opens(qtbot: QtBot) -> None:
    summary = Summary((ClassInfo("4 Maple", "no-such-band"),), SUMMARY.lessons)
    window = open_library(books=BOOKS[4:], summary=summary)
    qtbot.addWidget(window)
    assert not window.library.desk.stopped.isVisible()
    assert window.library.shelf.shown == 3


def test_typing_anywhere_on_the_shelves_begins_a_search(qtbot: QtBot) -> None:
    window = open_library()
    qtbot.addWidget(window)
    window.library.shelf.focus_current()
    focus = QApplication.focusWidget()
    assert isinstance(focus, BookCard)
    QTest.keyClicks(focus, "F")
    assert QApplication.focusWidget() is window.library.head.search
    QTest.keyClicks(window.library.head.search, "riends")
    assert window.library.head.search.text() == "Friends"
    assert "Friends online and off" in shown(window)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.AltModifier)
    assert window.library.head.search.text() == "Friends"
