"""The preview of a lesson, with real files saved as editors save them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.authors.previewing import Preview
from rse_lessons.lesson.model import Band
from rse_lessons.lesson.skeleton.frame import new_lesson
from rse_lessons.school import School
from rse_lessons.ui.preview.desk import ADVICE, FILLING, PROBLEMS
from rse_lessons.ui.theme import load_theme
from tests.ui_preview.conftest import ROOT, Open

NEW = "# Before all {stage=welcome minutes=1}\n\nWords.\n\n::: notes\nSay: Hello.\n:::\n---\n"


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def write_into(path: Path, text: str) -> None:
    """Save as editors do that write into the file."""
    path.write_text(text, encoding="utf-8")


def put_in_place(path: Path, text: str) -> None:
    """Save as editors do that write a new file and give it the name."""
    fresh = path.with_name(f".{path.name}.swp")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def move_away_first(path: Path, text: str) -> None:
    """Save as editors do that keep the old file as a backup."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


WAYS = (write_into, put_in_place, move_away_first)


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)


def headings(preview: Preview) -> list[str]:
    return [slide.title for slide in preview.window._slides]


def in_sight(preview: Preview) -> str:
    return headings(preview)[preview.window.index]


@pytest.mark.parametrize("save", WAYS)
def test_it_follows_every_way_of_saving_again_and_again(
    qtbot: QtBot, preview: Preview, lesson: Path, save: Callable[[Path, str], None]
) -> None:
    for number in range(3):
        changed = text_of(lesson).replace("# Asha, Ben and a camera", f"# Time {number}", 1)
        changed = changed.replace(f"# Time {number - 1} {{", f"# Time {number} {{", 1)
        with qtbot.waitSignal(preview.window.shown, timeout=5000):
            save(lesson, changed)
        assert headings(preview)[0] == f"Time {number}"


@pytest.mark.parametrize("save", WAYS)
def test_the_slide_in_sight_stays_when_others_come_above_it(
    qtbot: QtBot, preview: Preview, lesson: Path, save: Callable[[Path, str], None]
) -> None:
    preview.window.go_to(6)
    title = in_sight(preview)
    head, body = text_of(lesson).split("\n+++\n", 1)
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        save(lesson, f"{head}\n+++\n{NEW}{body}")
    assert preview.window.index == 7
    assert in_sight(preview) == title


def test_a_file_that_cannot_be_read_keeps_the_last_slides_and_says_so(
    qtbot: QtBot, preview: Preview, lesson: Path
) -> None:
    good = text_of(lesson)
    before = headings(preview)
    desk = preview.window.desk
    for bad in (b"", b"\xff\xfe#\0 \0A\0", b"# half a letter \xc3"):
        with qtbot.waitSignal(preview.saved, timeout=5000):
            lesson.write_bytes(bad)
        assert headings(preview) == before
        assert preview.window.view.isVisible()
        assert desk.stale.isVisible()
        assert "slides are those from before" in desk.stale.text.text()
        assert desk.rows, "what is wrong is told"
    with qtbot.waitSignal(preview.saved, timeout=5000):
        lesson.unlink()
    assert "cannot be read" in desk.stale.text.text()
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        write_into(lesson, good)
    assert not desk.stale.isVisible()
    assert headings(preview) == before


def test_a_file_without_slides_shows_them_as_soon_as_there_are_some(
    qtbot: QtBot, open_it: Open, tmp_path: Path
) -> None:
    path = tmp_path / "empty.md"
    path.write_text("", encoding="utf-8")
    preview = open_it(path)
    assert preview.window.empty.isVisible()
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        path.write_text("# One\n\nWords.\n", encoding="utf-8")
    assert not preview.window.empty.isVisible()
    assert headings(preview) == ["One"]


def test_problems_of_reading_come_at_once_and_the_thorough_ones_later(
    qtbot: QtBot, preview: Preview, lesson: Path
) -> None:
    changed = (
        text_of(lesson)
        .replace("minutes = 45", "minutes = 44", 1)
        .replace("Today is about pictures, friends and feelings.", "Have you ever sent a picture?", 1)
    )
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        write_into(lesson, changed)
    rules = {problem.rule for problem in preview.problems}
    assert "minutes-do-not-add-up" in rules
    assert "own-experience" not in rules
    with qtbot.waitSignal(preview.checked, timeout=30000):
        pass
    assert "own-experience" in {problem.rule for problem in preview.problems}
    assert any("Have you ever" in (row.accessibleName() or "") for row in preview.window.desk.rows)


def test_a_crowded_slide_is_told(qtbot: QtBot, preview: Preview, lesson: Path) -> None:
    words = " ".join(["There is much to say about this, and more."] * 40)
    changed = text_of(lesson).replace("Today is about pictures, friends and feelings.", words, 1)
    with qtbot.waitSignal(preview.checked, timeout=30000):
        write_into(lesson, changed)
    assert "too-much-text" in {problem.rule for problem in preview.problems}


def test_a_problem_leads_to_its_slide_and_shows_its_line(qtbot: QtBot, open_it: Open, tmp_path: Path) -> None:
    path = tmp_path / "frame.md"
    path.write_text(new_lesson("Kind", Band.KS3), encoding="utf-8")
    preview = open_it(path)
    desk = preview.window.desk
    assert desk.groups[FILLING].head.text() == "38 things to fill in"
    assert not desk.groups[PROBLEMS].isVisible()
    assert not desk.groups[ADVICE].isVisible()
    row = next(
        row
        for row in desk.rows
        if "first column" in row.accessibleName() and "A card" in row.accessibleName()
    )
    short = row.heightForWidth(row.width())
    row.click()
    assert in_sight(preview) == "Which side does it belong to?"
    assert row.isChecked()
    assert row.heightForWidth(row.width()) > short
    assert row.accessibleDescription() == "- {{fill-in: a card for the first column}} -> first"
    head = desk.rows[0]
    head.click()
    assert not row.isChecked()
    assert in_sight(preview) == "Which side does it belong to?", "the head is on no slide"
    assert head.accessibleName().startswith("Head, line 8.")


def test_the_chosen_problem_stays_chosen_when_its_line_moves(
    qtbot: QtBot, open_it: Open, tmp_path: Path
) -> None:
    path = tmp_path / "frame.md"
    path.write_text(new_lesson("Kind", Band.KS3), encoding="utf-8")
    preview = open_it(path)
    desk = preview.window.desk
    desk.rows[5].click()
    name = desk.rows[5].accessibleName().partition(". ")[2]
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        put_in_place(path, text_of(path).replace("+++\n", "+++\n# One line more.\n", 1))
    chosen = [row for row in desk.rows if row.isChecked()]
    assert [row.accessibleName().partition(". ")[2] for row in chosen] == [name]
    assert chosen[0].accessibleName() != desk.rows[0].accessibleName()


def test_a_picture_that_comes_or_changes_is_seen(qtbot: QtBot, preview: Preview, lesson: Path) -> None:
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        write_into(lesson, text_of(lesson).replace("(ask-first.svg)", "(my-own.svg)", 1))
    assert "picture-missing" in {problem.rule for problem in preview.problems}
    own = lesson.with_name("my-own.svg")
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        shutil.copy(ROOT / "assets" / "illustrations" / "calm-garden.svg", own)
    assert "picture-missing" not in {problem.rule for problem in preview._early}
    first = preview.window.view.grab().toImage()
    with qtbot.waitSignal(preview.window.shown, timeout=5000):
        put_in_place(own, text_of(ROOT / "assets" / "illustrations" / "thank-you.svg"))
    assert preview.window.view.grab().toImage() != first


def test_nation_contrast_and_answers_change_the_slides_alone(
    qtbot: QtBot, preview: Preview, school: School
) -> None:
    window = preview.window
    signpost = headings(preview).index("You can always ask for help")
    window.go_to(signpost)
    before = window.view.grab().toImage()
    with qtbot.waitSignal(window.shown):
        window.nation.chosen.emit("sct")
    assert window.index == signpost
    assert school.preferences.nation == "eng"
    with qtbot.waitSignal(window.shown):
        window.contrast.click()
    assert window.view.grab().toImage() != before
    order = headings(preview).index("How do we ask?")
    window.go_to(order)
    hidden = window.view.grab().toImage()
    with qtbot.waitSignal(window.shown):
        window.answers.click()
    assert window.view.grab().toImage() != hidden


def test_nothing_is_ever_written(qtbot: QtBot, preview: Preview, lesson: Path) -> None:
    before = (lesson.read_bytes(), lesson.stat().st_mtime_ns, sorted(lesson.parent.iterdir()))
    for index in range(len(headings(preview))):
        preview.window.go_to(index)
    preview.window.contrast.click()
    preview.window.nation.chosen.emit("wls")
    with qtbot.waitSignal(preview.checked, timeout=30000):
        pass
    assert (lesson.read_bytes(), lesson.stat().st_mtime_ns, sorted(lesson.parent.iterdir())) == before


def test_keys_alone_are_enough(qtbot: QtBot, open_it: Open, tmp_path: Path) -> None:
    path = tmp_path / "frame.md"
    path.write_text(new_lesson("Kind", Band.KS3), encoding="utf-8")
    preview = open_it(path)
    window, key = preview.window, Qt.Key
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.view)
    for pressed, index in (
        (key.Key_Right, 1),
        (key.Key_PageDown, 2),
        (key.Key_Left, 1),
        (key.Key_End, 13),
        (key.Key_PageDown, 13),
        (key.Key_PageUp, 12),
        (key.Key_Home, 0),
    ):
        press(pressed)
        assert window.index == index
    met: list[object] = []
    for _ in range(80):
        press(key.Key_Tab)
        here = QApplication.focusWidget()
        assert here not in met or here is met[0]
        if met and here is met[0]:
            break
        met.append(here)
    wanted = [*window.desk.rows, window.desk.editor, window.desk.folder]
    assert [one for one in met if one in wanted] == wanted
    assert {window.nation, window.contrast, window.answers, window.back, window.next, window.view} <= set(met)
    window.desk.rows[0].setFocus()
    press(key.Key_Down)
    assert QApplication.focusWidget() is window.desk.rows[1]
    QTest.keyClick(window.desk.rows[1], key.Key_PageDown)
    assert window.index == 1, "pages turn from everywhere"
    with qtbot.waitSignal(preview.closed):
        press(key.Key_Escape)


def test_everything_has_a_name(preview: Preview) -> None:
    buttons = preview.window.findChildren(QAbstractButton)
    for button in (one for one in buttons if one.isVisibleTo(preview.window)):
        assert button.accessibleName() or button.text(), button
    assert preview.window.view.accessibleName() == "Slide 1 of 16 · Welcome"
    assert "Today is about pictures" in preview.window.view.accessibleDescription()
    assert preview.window.windowTitle() == "Preview of mine.md"


class Handler(QObject):
    """Takes what the system would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_editor_and_the_folder_are_the_systems_own(preview: Preview, lesson: Path) -> None:
    handler = Handler()
    QDesktopServices.setUrlHandler("file", handler, "take")  # type: ignore[arg-type]
    try:
        preview.window.desk.editor.click()
        preview.window.desk.folder.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(name) for name in handler.opened] == [lesson, lesson.parent]


@pytest.mark.parametrize(("theme", "scale"), [("dark", 1.0), ("high-contrast", 2.0), ("light", 2.0)])
def test_it_follows_theme_and_text_size(preview: Preview, theme: str, scale: float) -> None:
    look = load_theme(theme, scale)
    preview._theme = lambda: look
    QApplication.sendEvent(preview.window, QEvent(QEvent.Type.StyleChange))
    assert preview.window._theme is look
    assert preview.window.desk.editor.height() >= look.px(44)
    bottom = preview.window.next.mapTo(preview.window, preview.window.next.rect().bottomLeft()).y()
    assert bottom <= preview.window.height()
