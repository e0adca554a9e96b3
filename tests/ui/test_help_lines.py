"""Help lines that nobody has checked for a year: named before presenting, ticked off, and then quiet."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from rse_lessons.app import Main
from rse_lessons.ui.dialogs.help_lines import HelpLinesWindow
from tests.ui.meanwhile import meanwhile

LESSON = "if-an-image-is-shared"


def test_the_page_names_them_and_a_tick_lasts(main: Main) -> None:
    main.desks.opening.open(LESSON)
    desk = main.desks.opening.page.desk
    assert desk.stale.isVisibleTo(desk)
    waiting = int(desk.stale_note.text().split()[0])
    assert waiting > 1
    seen: list[str] = []

    def tick_the_first(window: QDialog) -> None:
        assert isinstance(window, HelpLinesWindow)
        seen.extend(window.rows)
        row = window.rows[seen[0]]
        assert row.accessibleName()
        row.click()
        window.close_button.click()

    meanwhile(tick_the_first)
    desk.stale.click()
    assert len(seen) == waiting
    assert "emergency" not in seen
    assert desk.stale_note.text().split()[0] == str(waiting - 1)
    kept = main.school.preferences.routes_checked
    assert list(kept) == [seen[0]]


def test_nothing_is_said_when_all_were_checked(main: Main) -> None:
    main.desks.opening.open(LESSON)
    desk = main.desks.opening.page.desk

    def tick_all(window: QDialog) -> None:
        assert isinstance(window, HelpLinesWindow)
        for row in window.rows.values():
            row.click()
        window.close_button.click()

    meanwhile(tick_all)
    desk.stale.click()
    assert not desk.stale.isVisibleTo(desk)
    assert not desk.stale_note.isVisibleTo(desk)


def test_another_nation_asks_for_its_own(main: Main) -> None:
    main.desks.opening.open(LESSON)
    names: list[set[str]] = []

    def look(window: QDialog) -> None:
        assert isinstance(window, HelpLinesWindow)
        names.append(set(window.rows))
        window.close_button.click()

    for nation in ("eng", "wls"):
        main.prefer(nation=nation)
        meanwhile(look)
        main.desks.opening.page.desk.stale.click()
    assert "meic" in names[1] - names[0]
