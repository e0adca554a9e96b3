"""Where the records are: looked at, backed up, gone back to and erased, on real files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.caretaking.safekeeping import Safekeeping
from rse_lessons.progress.database.backup import list_backups
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.keeping.page import KeepingPage
from rse_lessons.ui.keeping.rows import DayRow, FactRow
from rse_lessons.ui.widgets.typed_consent import TypedConsent
from tests.on_disk import holding
from tests.ui.meanwhile import meanwhile


def opened(qtbot: QtBot, main: Main) -> Safekeeping:
    records, keeping = main.school.paths.records, main.desks.records.safekeeping
    qtbot.waitUntil(lambda: main.desks.records._care is not None)
    with qtbot.waitSignal(main.desks.records.cared):
        main.desks.records.look_after()
    assert len(list_backups(records)) == 1, "the backup of the day is made by itself"
    main.window.progress_requested.emit()
    with qtbot.waitSignal(keeping.rested):
        main.desks.progressing.page.desk.records.click()
    return keeping


def done(qtbot: QtBot, keeping: Safekeeping, what: Callable[[], object]) -> str:
    """Do something, and give what the page says of it once the page has looked again."""
    what()
    qtbot.waitUntil(lambda: not keeping.busy, timeout=20_000)
    assert keeping.page.state.isVisible()
    return keeping.page.state.title.text()


def days(page: KeepingPage) -> list[DayRow]:
    return [row for row in page.findChildren(DayRow) if row.isVisible()]


def facts(page: KeepingPage) -> str:
    return " ".join(row.accessibleName() for row in page.findChildren(FactRow) if row.isVisible())


def test_the_page_says_where_they_are_and_how_they_are(qtbot: QtBot, main: Main) -> None:
    main.window.show()
    page = opened(qtbot, main).page
    assert main.window.pages.currentWidget() is page
    assert main.window.header.progress.current
    assert str(main.school.paths.records.parent) in facts(page)
    assert "1 step of 1 class" in facts(page)
    assert page.state.title.text() == "Your records are whole and backed up."


def test_one_goes_back_to_a_backup_and_the_shelves_follow(qtbot: QtBot, main: Main) -> None:
    main.window.show()
    keeping = opened(qtbot, main)
    assert done(qtbot, keeping, keeping.page.backup.click) == "Backed up just now."
    assert len(days(keeping.page)) == 2
    main.store.record("class-added", class_label="Added later", data={"band": "ks3"})
    assert main.store.flush(10)
    main.read_records()

    def agree(window: QDialog) -> None:
        assert isinstance(window, Question)
        window.answer = "back"
        window.accept()

    meanwhile(agree)
    qtbot.waitUntil(lambda: not keeping.busy, timeout=20_000)
    assert done(qtbot, keeping, days(keeping.page)[0].back.click) == "You are back."
    assert [info.label for info in main.summary.classes] == ["8 Hazel"]
    assert len(list_backups(main.school.paths.records)) == 3, "the records as they were are a backup, too"
    # And recording goes on.
    assert main.store.record("class-added", class_label="9A", data={"band": "ks3"}).wait(10)


def test_thinking_better_of_it_changes_nothing(qtbot: QtBot, main: Main) -> None:
    main.window.show()
    keeping = opened(qtbot, main)
    done(qtbot, keeping, keeping.page.backup.click)
    meanwhile(lambda window: window.reject(), lambda window: window.reject())
    days(keeping.page)[0].back.click()
    keeping.page.erase.click()
    assert [info.label for info in main.store.snapshot().classes] == ["8 Hazel"]


def test_everything_is_checked(qtbot: QtBot, main: Main) -> None:
    main.window.show()
    keeping = opened(qtbot, main)
    assert done(qtbot, keeping, keeping.page.check.click) == "Checked just now."
    assert "1 of 1 backups" in keeping.page.state.text.text()
    assert "The records are whole" in facts(keeping.page)


def test_a_damaged_backup_is_said_and_not_put_back(qtbot: QtBot, main: Main) -> None:
    main.window.show()
    keeping = opened(qtbot, main)
    done(qtbot, keeping, keeping.page.backup.click)
    backup, _ = list_backups(main.school.paths.records)
    backup.path.write_bytes(b"\0" * backup.size)
    assert done(qtbot, keeping, lambda: keeping.go_back(backup)) == "That was not possible."
    assert "damaged" in keeping.page.state.text.text()
    assert [info.label for info in main.store.snapshot().classes] == ["8 Hazel"]


def test_everything_is_erased_with_proof(qtbot: QtBot, main: Main) -> None:
    main.window.show()
    keeping = opened(qtbot, main)
    done(qtbot, keeping, keeping.page.backup.click)

    def type_it(window: QDialog) -> None:
        assert isinstance(window, TypedConsent)
        assert not window.confirm.isEnabled()
        window.field.setText("erase")
        window.confirm.click()

    meanwhile(type_it)
    assert done(qtbot, keeping, keeping.page.erase.click) == "Everything is erased."
    assert main.summary.classes == ()
    assert main.school.preferences.class_label == ""
    folder = main.school.paths.records.parent
    assert not holding(folder, "8 Hazel")
    # The next step begins new records.
    assert main.store.record("class-added", class_label="9A", data={"band": "ks3"}).wait(10)
    assert [info.label for info in main.store.snapshot().classes] == ["9A"]
