"""Writing lessons from within the app: the real main window, the school's own folder, real files."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.lesson.model import Band
from rse_lessons.lesson.skeleton.frame import new_lesson
from rse_lessons.ui.dialogs.new_lesson import NewLessonDialog
from tests.ui.conftest import main  # noqa: F401  the fixture


def with_dialog(do: Callable[[NewLessonDialog], None]) -> None:
    """Do something in the window that asks for a new lesson, as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewLessonDialog)
        do(dialog)

    QTimer.singleShot(0, look)


def own_files(app: Main) -> list[str]:
    folder = app.school.lesson_folders[-1]
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_a_lesson_is_written_shown_and_stands_on_the_shelf(qtbot: QtBot, main: Main) -> None:  # noqa: F811
    def fill(dialog: NewLessonDialog) -> None:
        dialog.field.setText("Kind words")
        dialog.bands.set_choices(dialog._choices(), "ks1")
        dialog.time.setValue(35)
        dialog.write.click()

    button = main.window.library.desk.write
    assert button is not None
    assert button.text() == "Write a lesson"
    with_dialog(fill)
    with qtbot.waitSignal(main.refreshed, check_params_cb=lambda changed: changed):
        button.click()
    assert own_files(main) == ["kind-words.md"]
    (preview,) = main.desks.authoring.previews.values()
    assert preview.window.isVisible()
    assert preview.window.windowTitle() == "Preview of kind-words.md"
    card = main.school.library.card("kind-words")
    assert card is not None
    assert (card.band, card.minutes) == ("ks1", 35)
    qtbot.waitUntil(lambda: main.window.library.desk.problems is not None)
    with qtbot.waitSignal(preview.closed):
        preview.window.close()
    assert main.desks.authoring.previews == {}


def test_what_is_wrong_is_said_where_it_was_typed(main: Main) -> None:  # noqa: F811
    said: list[str] = []

    def fill(dialog: NewLessonDialog) -> None:
        for title in ("", "Ask first", "日本", "Kind words"):
            dialog.field.setText(title)
            dialog.write.click()
            assert dialog.message.isVisible()
            said.append(f"{dialog.message.title.text()} {dialog.message.text.text()}")
        dialog.cancel.click()

    with_dialog(fill)
    main.desks.authoring.ask()
    assert "no title yet" in said[0]
    assert "already a lesson “Ask first”" in said[1]
    assert "no letter from a to z" in said[2]
    assert "ages are not chosen" in said[3]
    assert own_files(main) == []


def test_an_own_lesson_offers_its_preview_and_the_page_follows(qtbot: QtBot, main: Main) -> None:  # noqa: F811
    own = main.school.lesson_folders[-1]
    own.mkdir(parents=True)
    path = own / "kind-words.md"
    path.write_text(new_lesson("Kind words", Band.KS1), encoding="utf-8")
    main.refresh()
    qtbot.waitUntil(lambda: main.school.library.card("kind-words") is not None)
    main.window.lesson_opened.emit("ask-first")
    page = main.desks.opening.page
    assert not page.preview.isVisible()
    main.window.lesson_opened.emit("kind-words")
    assert page.preview.isVisible()
    page.preview.click()
    (preview,) = main.desks.authoring.previews.values()
    page.preview.click()
    assert list(main.desks.authoring.previews.values()) == [preview], "one window a file"
    path.write_text(new_lesson("Kinder words", Band.KS1), encoding="utf-8")
    qtbot.waitUntil(lambda: page.title.text() == "Kinder words")
    assert preview.window._slides[0].title == "Kinder words"


def test_lessons_put_into_the_folder_are_there_when_one_looks_again(qtbot: QtBot, main: Main) -> None:  # noqa: F811
    own = main.school.lesson_folders[-1]
    own.mkdir(parents=True)
    (own / "good.md").write_text("# Good\n\nWords.\n", encoding="utf-8")
    (own / "bad.md").write_bytes(b"# Bad \0")
    qtbot.waitUntil(lambda: main._reader is None or not main._reader.is_alive())
    main.window.activateWindow()
    qtbot.waitUntil(main.window.isActiveWindow)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with qtbot.waitSignal(main.refreshed, timeout=20_000):
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert "good" in {card.id for card in main.window.library.cards}
    button = main.window.library.desk.problems
    assert button is not None
    assert button.text() == "1 file has problems"


def test_no_preview_is_in_sight_while_a_lesson_is_given(main: Main) -> None:  # noqa: F811
    main.desks.authoring.preview(main.school.lesson_folders[0] / "ask-first.md")
    (preview,) = main.desks.authoring.previews.values()
    assert main.present("ask-first") == ""
    assert not preview.window.isVisible()
    assert main.giving is not None
    main.giving.end()
    assert preview.window.isVisible()
    main.desks.authoring.end()


@pytest.mark.parametrize("theme", ["dark", "high-contrast"])
def test_an_open_preview_follows_the_settings(qtbot: QtBot, main: Main, theme: str) -> None:  # noqa: F811
    path = main.school.lesson_folders[0] / "ask-first.md"
    main.desks.authoring.preview(path)
    (preview,) = main.desks.authoring.previews.values()
    main.prefer(theme=theme, text_scale=150)
    qtbot.waitUntil(lambda: preview.window._theme is main.theme)
    main.prefer(theme="light", text_scale=100)
    main.desks.authoring.end()
