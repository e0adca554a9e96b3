"""Lesson packs in the app: dropped onto the window, shown, added or refused; lessons shared from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.authors.arriving import Reception
from rse_lessons.packs.form import PackError
from rse_lessons.packs.unpacking import open_pack
from rse_lessons.ui.dialogs.pack import PackWindow
from rse_lessons.ui.dialogs.share import ShareWindow
from tests.packs.parts import KEY, OTHER_KEY, pack_of, state_of, write_lesson
from tests.ui import meanwhile as modal

Key = Qt.Key


def meanwhile(step: Callable[[QDialog], object]) -> list[QDialog]:
    """Do a step in the next window and close it, also when something in the step is not as it should be."""

    def closing(window: QDialog) -> None:
        try:
            step(window)
        finally:
            window.reject()

    return modal.meanwhile(closing)


def make(tmp_path: Path, *names: str, **label: object) -> Path:
    lessons = [write_lesson(tmp_path / "made", name) for name in names]
    file = tmp_path / f"{names[0]}.rsepack"
    file.write_bytes(pack_of(*lessons, **label))  # type: ignore[arg-type]
    return file


def said(window: QDialog) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def focus(window: QDialog) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def shown(qtbot: QtBot, window: QDialog) -> PackWindow:
    assert isinstance(window, PackWindow)
    qtbot.waitUntil(lambda: window.arrival is not None or window.outcome.isVisible(), timeout=20_000)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window


def titles(main: Main) -> set[str]:
    return {
        card.title
        for card in main.school.library.cards()
        if card.path.is_relative_to(main.school.own_lessons)
    }


def add(main: Main, qtbot: QtBot, file: Path) -> None:
    def agree(window: QDialog) -> None:
        shown(qtbot, window).add.click()

    with qtbot.waitSignal(main.refreshed):
        meanwhile(agree)
        main.window.pack_requested.emit(str(file))


def test_a_pack_is_shown_then_added_and_stands_on_the_shelf(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    file = make(tmp_path, "kind-words", "more-words", title="Words", author="Ann")
    told: list[str] = []

    def agree(window: QDialog) -> None:
        pack = shown(qtbot, window)
        told.append(said(pack))
        assert not titles(main)
        assert pack.focusWidget() is pack.add
        QTest.keyClick(pack.add, Key.Key_Return)
        told.append(said(pack))
        QTest.keyClick(pack.cancel, Key.Key_Return)

    with qtbot.waitSignal(main.refreshed):
        meanwhile(agree)
        main.window.pack_requested.emit(str(file))
    for words in ("Made by Ann", "Not signed", "Kind-Words", "Ages 5 to 7 · New"):
        assert words in told[0]
    assert "2 lessons were added. Now on your shelves: “Kind-Words”, “More-Words”." in told[1]
    assert titles(main) == {"Kind-Words", "More-Words"}
    qtbot.waitUntil(lambda: "kind-words" in {card.id for card in main.window.library.cards})
    with Reception(main.school):
        pass  # the folder is free again


def test_a_no_leaves_everything_as_it_was(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    file = make(tmp_path, "kind-words")
    before = state_of(main.school.own_lessons)
    meanwhile(lambda window: QTest.keyClick(shown(qtbot, window), Key.Key_Escape))
    main.window.pack_requested.emit(str(file))
    assert state_of(main.school.own_lessons) == before


def test_leaving_while_it_is_looked_through_takes_everything_away(
    main: Main, qtbot: QtBot, tmp_path: Path
) -> None:
    file = make(tmp_path, *(f"lesson-{number}" for number in range(30)))
    before = state_of(main.school.own_lessons)
    meanwhile(lambda window: window.reject())
    main.window.pack_requested.emit(str(file))

    def gone() -> bool:
        try:
            with Reception(main.school):
                return state_of(main.school.own_lessons) == before
        except PackError:
            return False

    qtbot.waitUntil(gone, timeout=20_000)


def test_a_changed_pack_is_refused_in_the_window(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    file = make(tmp_path, "kind-words")
    file.write_bytes(file.read_bytes().replace(b"We ask first.", b"We ask last. "))
    told: list[str] = []

    def look(window: QDialog) -> None:
        pack = shown(qtbot, window)
        told.append(said(pack))
        assert not pack.add.isVisible()
        assert pack.focusWidget() is pack.cancel
        pack.cancel.click()

    meanwhile(look)
    main.window.pack_requested.emit(str(file))
    assert "This pack is not added" in told[0]
    assert "Nothing was added, and your lessons are as they were." in told[0]


def test_another_signer_has_to_be_ticked(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    add(main, qtbot, make(tmp_path, "one", key=KEY))
    other = make(tmp_path, "two", key=OTHER_KEY)

    def look(window: QDialog) -> None:
        pack = shown(qtbot, window)
        assert "Not the same signer as last time" in said(pack)
        assert not pack.add.isEnabled()
        assert focus(pack) is pack.sure
        QTest.keyClick(pack.sure, Key.Key_Space)
        assert pack.add.isEnabled()

    meanwhile(look)
    main.window.pack_requested.emit(str(other))

    def same(window: QDialog) -> None:
        pack = shown(qtbot, window)
        assert "Signed by the same signer as last time" in said(pack)
        assert pack.add.isEnabled()

    meanwhile(same)
    main.window.pack_requested.emit(str(make(tmp_path, "three", key=KEY)))


@pytest.mark.parametrize(("arrows", "title"), [(0, "Mine"), (1, "Kind-Words")])
def test_what_is_here_is_kept_unless_one_says_otherwise(
    main: Main, qtbot: QtBot, tmp_path: Path, arrows: int, title: str
) -> None:
    write_lesson(main.school.own_lessons, "kind-words", title="Mine")
    main.school.library.refresh()
    file = make(tmp_path, "kind-words", "other")

    def choose(window: QDialog) -> None:
        pack = shown(qtbot, window)
        assert pack.wishes.accessibleName().startswith("1 lesson has the name")
        assert focus(pack) is pack.wishes.row_of("keep")
        for _ in range(arrows):
            QTest.keyClick(focus(pack), Key.Key_Right)
        pack.add.click()

    with qtbot.waitSignal(main.refreshed):
        meanwhile(choose)
        main.window.pack_requested.emit(str(file))
    assert titles(main) == {title, "Other"}


def test_by_tab_one_comes_by_everything_that_is_asked(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    write_lesson(main.school.own_lessons, "kind-words", title="Mine")
    main.school.library.refresh()
    add(main, qtbot, make(tmp_path, "first", key=KEY))
    file = make(tmp_path, "kind-words", "other", key=OTHER_KEY)
    stops: list[object] = []

    def walk(window: QDialog) -> None:
        pack = shown(qtbot, window)
        pack.sure.setFocus()
        for _ in range(5):
            stops.append(focus(pack))
            QTest.keyClick(focus(pack), Key.Key_Tab)
        assert stops == [pack.sure, pack.wishes.row_of("keep"), *pack.lessons, pack.cancel]
        assert all(words.accessibleDescription() for words in pack.lessons)

    meanwhile(walk)
    main.window.pack_requested.emit(str(file))


def test_enter_adds_nothing_before_every_question_was_seen(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    write_lesson(main.school.own_lessons, "kind-words", title="Mine")
    main.school.library.refresh()
    add(main, qtbot, make(tmp_path, "first", key=KEY))
    file = make(tmp_path, "kind-words", key=OTHER_KEY)
    asked: list[str] = []

    def press_enter(window: QDialog) -> None:
        pack = shown(qtbot, window)
        pack.add_requested.connect(asked.append)
        QTest.keyClick(focus(pack), Key.Key_Space)
        QTest.keyClick(focus(pack), Key.Key_Return)
        assert focus(pack) is pack.wishes.row_of("keep")
        assert asked == []

    meanwhile(press_enter)
    main.window.pack_requested.emit(str(file))


def test_another_window_that_adds_a_pack_is_waited_for(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    file = make(tmp_path, "kind-words")
    told: list[str] = []

    def look(window: QDialog) -> None:
        told.append(said(shown(qtbot, window)))

    with Reception(main.school):
        meanwhile(look)
        main.window.pack_requested.emit(str(file))
    assert "Another window of RSE Lessons is adding a pack" in told[0]


# Dropped onto the window


def drop(main: Main, *urls: QUrl) -> bool:
    mime = QMimeData()
    mime.setUrls(list(urls))
    actions, button, held = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(300, 300), actions, mime, button, held)
    enter.ignore()
    QApplication.sendEvent(main.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(main.window, QDropEvent(QPointF(300, 300), actions, mime, button, held))
    return enter.isAccepted()


def test_a_pack_that_is_dropped_is_shown(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    file = make(tmp_path, "kind-words")
    with qtbot.waitSignal(main.window.pack_requested) as asked:
        seen = meanwhile(lambda window: window.reject())
        assert drop(main, QUrl.fromLocalFile(str(file)))
    assert asked.args == [str(file)]
    assert [type(window) for window in seen] == [PackWindow]


def test_what_is_no_pack_is_not_taken(main: Main, tmp_path: Path) -> None:
    pack = QUrl.fromLocalFile(str(make(tmp_path, "kind-words")))
    picture = QUrl.fromLocalFile(str(tmp_path / "picture.png"))
    for urls in ([picture], [pack, pack], [QUrl("https://example.org/a.rsepack")], []):
        assert not drop(main, *urls)


# Sharing


def test_a_lesson_is_shared_from_its_page(main: Main, qtbot: QtBot, tmp_path: Path) -> None:
    main.window.lesson_opened.emit("ask-first")
    target = tmp_path / "out.rsepack"

    def write(window: QDialog) -> None:
        assert isinstance(window, ShareWindow)
        assert window.title.text() == "Ask first"
        assert window.focusWidget() is window.title
        QTest.keyClicks(window.author, "Ann")
        window.signed.setChecked(True)
        main.desks.packing.write(window, target)
        assert "The pack is saved" in said(window)
        assert "Your fingerprint is" in said(window)

    meanwhile(write)
    main.desks.opening.page.desk.share.click()
    opened = open_pack(target.read_bytes())
    assert (opened.manifest.title, opened.manifest.author) == ("Ask first", "Ann")
    assert opened.signer
    assert main.school.preferences.pack_author == "Ann"


def test_several_are_ticked_in_the_library(main: Main, tmp_path: Path) -> None:
    target = tmp_path / "out.rsepack"

    def write(window: QDialog) -> None:
        assert isinstance(window, ShareWindow)
        window.save.click()
        assert "No lesson is ticked." in said(window)
        for row in list(window.rows.values())[:2]:
            row.click()
        window.save.click()
        assert "The pack has no name yet." in said(window)
        assert window.focusWidget() is window.title
        QTest.keyClicks(window.title, "Two of ours")
        main.desks.packing.write(window, target)

    meanwhile(write)
    assert main.window.library.desk.packs is not None
    main.window.library.desk.packs.share.click()
    opened = open_pack(target.read_bytes())
    assert len([listed for listed in opened.manifest.files if listed.path.startswith("lessons/")]) == 2
    assert opened.signer == ""


def test_a_pack_that_cannot_be_written_is_said(main: Main, tmp_path: Path) -> None:
    def write(window: QDialog) -> None:
        assert isinstance(window, ShareWindow)
        (tmp_path / "file").write_text("in the way", encoding="utf-8")
        main.desks.packing.write(window, tmp_path / "file" / "x.rsepack")
        assert "No pack was written" in said(window)
        assert "could not be written" in said(window)

    meanwhile(write)
    main.desks.packing.share(["ask-first"])
