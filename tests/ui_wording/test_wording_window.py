"""The window that checks pasted words: by mouse, by keyboard, by ear, in every theme, and keeping nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rse_lessons.ui.theme import THEMES
from rse_lessons.ui.widgets.words_to_check import LONGEST
from rse_lessons.ui.wording.window import MOST, WordingWindow
from tests.ui_settings.small import Key, dressed, press, settle, shown, tab_to, troubles

LETTER = "Dear families,\n\nThe pupil should have known better. We saw two cases of sexting.\n"


@pytest.fixture(autouse=True, scope="module")
def _plain_afterwards() -> Iterator[None]:
    yield
    dressed()


def opened(qtbot: QtBot, text: str = "") -> WordingWindow:
    window = shown(qtbot, WordingWindow(dressed()))
    if text:
        window.field.setPlainText(text)
        window.take(text)
        settle()
    return window


def test_what_is_typed_is_checked_when_the_typing_rests(qtbot: QtBot) -> None:
    window = opened(qtbot)
    assert window.count.text() == "Nothing to look at yet"
    assert QApplication.focusWidget() is window.field
    QTest.keyClicks(window.field, "She asked for it.")
    assert not window.cards
    qtbot.waitUntil(lambda: len(window.cards) == 1, timeout=10_000)
    assert window.count.text() == "1 place to say another way"
    assert "someone chose to harm them" in window.cards[0].accessibleName()
    window.field.selectAll()
    QTest.keyClicks(window.field, "Thank you for telling me.")
    qtbot.waitUntil(lambda: window.count.text() == "Nothing found", timeout=10_000)
    assert not window.cards


def test_errors_and_advice_are_underlined_in_place_and_listed_in_order(qtbot: QtBot) -> None:
    window = opened(qtbot, LETTER)
    assert [card.finding.rule for card in window.cards] == ["known-better", "sexting"]
    marked = [selection.cursor.selectedText() for selection in window.field.extraSelections()]
    assert marked == ["should have known better", "sexting"]
    styles = [selection.format.underlineStyle() for selection in window.field.extraSelections()]
    assert styles[0] != styles[1]
    assert window.count.text() == "1 place to say another way, 1 place to think about"


def test_the_keyboard_reaches_each_finding_and_puts_better_words_in(qtbot: QtBot) -> None:
    window = opened(qtbot, LETTER)
    tab_to(window, window.cards[1])
    assert window.field.textCursor().position() == LETTER.index("sexting") + len("sexting")
    button = window.cards[1].put
    assert button is not None
    tab_to(window, button)
    press(Key.Key_Return)
    assert "two cases of sharing nudes and semi-nudes." in window.field.toPlainText()
    qtbot.waitUntil(lambda: [card.finding.rule for card in window.cards] == ["known-better"], timeout=10_000)
    assert QApplication.focusWidget() is window.field
    window.field.undo()
    assert window.field.toPlainText() == LETTER


def test_with_large_words_the_list_waits_for_a_text_and_cards_keep_their_edge(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rse_lessons.ui.wording.window.room_on_screen", lambda _window: QSize(1256, 664))
    window = shown(qtbot, WordingWindow(dressed(scale=2.0)))
    settle()
    assert window.lead.isVisible()
    assert window.count.isHidden()
    window.field.setPlainText(LETTER)
    window.take(LETTER)
    settle()
    assert window.lead.isHidden()
    assert window.count.geometry().top() >= window.field.geometry().bottom()
    window.resize(1600, 900)
    settle()
    assert window.list.inside.width() <= window.list.viewport().width()


NAMES = (("en", "English"), ("cy", "Cymraeg"), ("br", "Brezhoneg"))


def test_another_language_of_the_text_is_chosen_by_keyboard(qtbot: QtBot) -> None:
    window = shown(qtbot, WordingWindow(dressed(), names=NAMES))
    text = "She asked for it. Ei bai hi oedd hyn."
    window.field.setPlainText(text)
    window.take(text)
    assert [card.finding.rule for card in window.cards] == ["asked-for-it"]
    tab_to(window, window.language)
    assert window.language.accessibleName() == "Language of the text: English"
    press(Key.Key_Space)
    menu = window.language.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["English", "Cymraeg   draft"]
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    qtbot.waitUntil(lambda: [card.finding.rule for card in window.cards] == ["own-fault"], timeout=10_000)
    assert window.language.value == "cy"
    said = window.cards[0].accessibleName()
    assert "y person a ddewisodd wneud niwed sy'n gyfrifol" in said
    assert "It gives the child a share in what somebody else chose to do." in said


def test_where_there_is_one_language_nobody_has_to_choose(qtbot: QtBot) -> None:
    assert opened(qtbot).language.isHidden()


def test_letters_beyond_the_first_plane_do_not_move_what_is_underlined(qtbot: QtBot) -> None:
    window = opened(qtbot, "Thank you 🙂🙂. She asked for it.")
    (selection,) = window.field.extraSelections()
    assert selection.cursor.selectedText() == "She asked for it"[4:]


def test_of_many_findings_the_first_are_listed(qtbot: QtBot) -> None:
    window = opened(qtbot, "We had sexting.\n\n" * (MOST + 3))
    assert len(window.cards) == MOST
    assert window.more.text() == "3 places more."


def test_a_very_long_text_is_taken_in_as_far_as_there_is_room(qtbot: QtBot) -> None:
    window = opened(qtbot)
    pasted = QMimeData()
    pasted.setText("a letter\n" * (LONGEST // 9 + 5))
    window.field.insertFromMimeData(pasted)
    assert len(window.field.toPlainText()) == LONGEST


def test_closing_while_words_are_looked_at_is_safe(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.field.setPlainText("She asked for it. " * 400)
    window.checker.check()
    press(Key.Key_Escape)
    assert not window.isVisible()
    qtbot.waitUntil(lambda: not window.checker._work.busy)


def test_nothing_is_kept(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    window = opened(qtbot, LETTER)
    window.clear.click()
    settle()
    assert window.field.toPlainText() == ""
    window.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", THEMES)
def test_nothing_is_clipped(qtbot: QtBot, name: str, scale: float) -> None:
    window = shown(qtbot, WordingWindow(dressed(name, scale)))
    window.field.setPlainText(LETTER)
    window.take(LETTER)
    settle()
    assert troubles(window) == []
    assert window.field.height() >= window.fontMetrics().lineSpacing() * 2
