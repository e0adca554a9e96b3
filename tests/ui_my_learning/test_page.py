"""The page My learning and its small windows: whole in each size and theme, and to be used by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rse_lessons.training.certificate import CertifiedModule, Record, check, written
from rse_lessons.ui.my_learning.certify import CheckWindow, NameWindow, tidy_name
from rse_lessons.ui.my_learning.day_box import DayBox, read_day
from rse_lessons.ui.my_learning.desk import PARTS
from rse_lessons.ui.my_learning.known import EvidenceLine, Known
from rse_lessons.ui.my_learning.page import MyLearningPage
from rse_lessons.ui.my_learning.view import FIRST, MORE
from rse_lessons.ui.my_learning.words import time_words
from rse_lessons.ui.my_learning.writing import EvidenceWindow
from rse_lessons.ui.tour.my_learning import known
from tests.ui_settings.small import Key, dressed, press, settle, shown, tab_to, troubles

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(qtbot: QtBot) -> MyLearningPage:
    made = MyLearningPage(dressed())
    qtbot.addWidget(made)
    made.resize(1280, 660)
    made.show_known(known(TODAY))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle()
    return made


@pytest.mark.parametrize(
    ("theme", "scale", "size"),
    [
        ("light", 1.0, QSize(1280, 660)),
        ("dark", 1.0, QSize(1920, 1020)),
        ("high-contrast", 2.0, QSize(1280, 660)),
    ],
)
def test_nothing_is_clipped_and_nothing_scrolls_sideways(
    qtbot: QtBot, theme: str, scale: float, size: QSize
) -> None:
    made = MyLearningPage(dressed(theme, scale))
    qtbot.addWidget(made)
    made.resize(size)
    made.show_known(known(TODAY))
    made.show()
    for part in PARTS:
        made.show_part(part)
        settle()
        assert troubles(made) == [], part
        area = made._views[part].area
        assert area.inside.width() <= area.viewport().width(), part


def test_the_keyboard_reaches_every_button(page: MyLearningPage) -> None:
    for part in PARTS:
        page.show_part(part)
        settle()
        page.desk.rows[part].setFocus()
        wanted = [one for one in page.stack.findChildren(QPushButton) if one.isVisible()]
        assert wanted or part == "path"
        for button in wanted:
            if button.isEnabled():
                tab_to(page, button)


def test_arrows_go_through_the_parts_and_enter_shows_one(page: MyLearningPage) -> None:
    page.desk.rows["path"].setFocus()
    press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert page.part == "reflections"
    assert "shown now" in page.desk.rows["reflections"].accessibleName()
    assert "shown now" not in page.desk.rows["path"].accessibleName()
    assert page.stack.currentWidget() is page.reflections


def test_it_asks_for_what_was_pressed(page: MyLearningPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.module_wanted) as wanted:
        page.desk.go_on.click()
    assert wanted.args == ["when-a-pupil-tells-you", "what-guidance-asks"]
    with qtbot.waitSignal(page.module_wanted) as wanted:
        page.path.cards["age-and-nation"].click()
    assert wanted.args == ["age-and-nation", ""]
    taking = page.taking
    page.show_part("take")
    taking.with_notes.setChecked(True)
    for button, signal, said in (
        (taking.certificate, page.certificate_wanted, ["save"]),
        (taking.print_certificate, page.certificate_wanted, ["print"]),
        (taking.portfolio, page.portfolio_wanted, ["save", False, True]),
        (taking.xapi, page.standards_wanted, ["xapi"]),
        (taking.scorm, page.standards_wanted, ["scorm"]),
        (taking.copy, page.copy_wanted, []),
        (taking.check, page.check_wanted, []),
        (taking.delete, page.delete_wanted, []),
    ):
        with qtbot.waitSignal(signal) as asked:
            button.click()
        assert asked.args == said


def test_the_reminder_names_what_is_due_and_why(page: MyLearningPage) -> None:
    reminder = page.path.reminder
    assert reminder.isVisible()
    assert "Responsibility and language" in reminder.text.text()
    assert "once a year" in reminder.text.text()
    lines = [one._replace(soon=False) for one in page.known.modules]
    page.show_known(replace(page.known, modules=lines))
    assert reminder.isHidden()


def test_parts_out_of_sight_follow_when_they_are_looked_at(page: MyLearningPage) -> None:
    page.show_part("notes")
    page.show_part("path")
    page.show_known(replace(page.known, notes=()))
    assert len(page.notes.rows) == 1
    page.show_part("notes")
    assert page.notes.rows == []
    assert page.notes.empty.isVisible()


def test_a_long_log_is_shown_a_part_at_a_time(page: MyLearningPage) -> None:
    lines = [
        EvidenceLine(f"e{n}", "read", TODAY - timedelta(days=n), 20) if n % 2 else
        EvidenceLine("", "module", TODAY - timedelta(days=n), 20, "", "Age and nation")
        for n in range(90)
    ]  # fmt: skip
    page.show_known(replace(page.known, evidence=lines))
    page.show_part("evidence")
    view = page.evidence
    assert len(view.rows) == FIRST
    view.more.setFocus()
    press(Key.Key_Return)
    assert len(view.rows) == FIRST + MORE
    assert view.rows[FIRST].title.hasFocus()
    view.shown.chosen.emit("own")
    view.shown._value = "own"
    view.retranslate()
    assert {row.findChildren(QPushButton) != [] for row in view.rows} == {True}


def test_the_keyboard_stays_where_a_row_was_deleted(page: MyLearningPage) -> None:
    page.show_part("reflections")
    page.reflections.rows[0].delete.setFocus()
    page.show_known(replace(page.known, reflections=page.known.reflections[1:]))
    assert page.reflections.rows[0].change.hasFocus()
    page.show_part("notes")
    page.notes.rows[0].delete.setFocus()
    noted = page.known.notes
    page.show_known(replace(page.known, notes=()))
    assert page.notes.empty.button.hasFocus()
    page.show_known(replace(page.known, notes=noted))
    assert page.notes.add.hasFocus()


def test_before_anything_was_done_nothing_can_be_taken_away(qtbot: QtBot) -> None:
    made = MyLearningPage(dressed())
    qtbot.addWidget(made)
    assert made.desk.done.text() == "One moment…"
    lines = [one._replace(state="new", passed=None, due=None, soon=False) for one in known(TODAY).modules]
    made.show_known(Known(lines, today=TODAY))
    made.show_part("take")
    taking = made.taking
    assert not any(
        one.isEnabled() for one in (taking.certificate, taking.portfolio, taking.copy, taking.delete)
    )
    assert taking.check.isEnabled()
    assert taking.scorm.isEnabled()


# Small windows


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 November 2026", date(2026, 11, 3)),
        ("3 nov 2026", date(2026, 11, 3)),
        ("3/11/26", date(2026, 11, 3)),
        ("03.11.2026", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("31/2/2026", None),
        ("3 ju 2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


def test_a_day_is_typed_and_is_never_later_than_today(qtbot: QtBot) -> None:
    box = DayBox(dressed(), TODAY)
    qtbot.addWidget(box)
    box.set_day(TODAY)
    box.lineEdit().setText("3/11/26")
    box.interpretText()
    assert (box.day, box.text()) == (date(2026, 11, 3), "3 November 2026")
    box.stepBy(400)
    assert box.day == TODAY
    box.lineEdit().setText("tomorrow")
    box.interpretText()
    assert box.day == TODAY


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_small_windows_are_whole_and_used_by_keyboard(qtbot: QtBot, scale: float) -> None:
    theme = dressed("light", scale)
    entry = shown(qtbot, EvidenceWindow(theme, TODAY))
    assert troubles(entry) == []
    for part in (entry.day, entry.minutes, entry.field, entry.cancel, entry.keep):
        tab_to(entry, part)
    with qtbot.waitSignal(entry.entered) as entered:
        press(Key.Key_Return)
    assert entered.args == ["observed", TODAY, 60, ""]
    name = shown(qtbot, NameWindow(theme, "Certificate", "Save", name="Siân Owen"))
    assert troubles(name) == []
    with qtbot.waitSignal(name.named) as named:
        press(Key.Key_Return)
    assert named.args == ["Siân Owen"]
    checking = shown(qtbot, CheckWindow(theme))
    module = CertifiedModule("a", "A", "2026-11-20", 8, 7, 2)
    checking.show_checked(check(written(Record("N", "2026-11-22", "Wales", "App", (module,), 5))))
    settle()
    assert troubles(checking) == []
    assert checking.answer.isVisible()


def test_a_name_has_no_sign_that_cannot_be_seen() -> None:
    assert tidy_name("  Sia\u0302n\u202e  Owen\n") == "Siân Owen"
    assert len(tidy_name("x" * 200)) == 80


def test_times_are_said_as_people_say_them() -> None:
    said = [time_words(minutes) for minutes in (0, 1, 59, 60, 150)]
    assert said == ["0 minutes", "1 minute", "59 minutes", "1 hour", "2 hours 30 minutes"]
