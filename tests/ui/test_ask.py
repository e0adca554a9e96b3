"""Small questions: whatever their buttons say is whole, and all of them stay on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rse_lessons.ui.dialogs.ask import Question, TimeLeft
from rse_lessons.ui.dialogs.before_and_after import alone_question, end_question
from rse_lessons.ui.dialogs.private import privacy_question
from rse_lessons.ui.theme import load_theme
from rse_lessons.ui.widgets.small_window import room_on_screen


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", ["mirrored", "one-screen", "end", "end-box", "private"])
def test_no_button_is_narrower_than_its_words(qtbot: QtBot, kind: str, scale: float) -> None:
    asked = _question(kind, scale)
    qtbot.addWidget(asked)
    asked.show()
    QApplication.processEvents()
    for button in asked.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width() or asked.width() == room_on_screen(asked).width()
        assert button.height() >= button.sizeHint().height()
    assert asked.height() <= room_on_screen(asked).height()
    assert asked.width() <= room_on_screen(asked).width()


def test_long_answers_stand_below_one_another(qtbot: QtBot) -> None:
    answers = [
        ("a", "An answer with so many words in it that no other stands beside it"),
        ("b", "Another one, with just as many words in it as the first"),
        ("", "No"),
    ]
    asked = Question(load_theme("light"), "Which?", "Words.", answers)
    qtbot.addWidget(asked)
    asked.show()
    QApplication.processEvents()
    first, second, no = (
        next(found for found in asked.findChildren(QPushButton) if found.text() == text)
        for text in (answers[0][1], answers[1][1], "No")
    )
    assert no.y() < second.y() < first.y()
    assert first.isDefault()


def test_what_becomes_of_the_plan_scrolls_rather_than_leave_the_screen(qtbot: QtBot) -> None:
    asked = TimeLeft(load_theme("light", 2.0), 18, becomes=lambda minutes: f"{minutes} minutes. " * 60)
    qtbot.addWidget(asked)
    asked.show()
    QApplication.processEvents()
    asked.minutes.setValue(12)
    QApplication.processEvents()
    assert asked.height() <= room_on_screen(asked).height()
    assert asked.column.verticalScrollBar().maximum() > 0
    for button in asked.findChildren(QPushButton):
        assert asked.rect().contains(button.geometry())


def _question(kind: str, scale: float) -> Question:
    theme = load_theme("light", scale)
    if kind == "private":
        return privacy_question(theme)
    if kind.startswith("end"):
        return end_question(theme, 6, 14, box=kind == "end-box")
    return alone_question(theme, mirrored=kind == "mirrored")
