"""Moving between PCs in the app: real windows, real records, a real folder; by keyboard alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.caretaking.moving import Moving
from rse_lessons.caretaking.moving_work import MovingWork
from rse_lessons.progress.between import sharing_log
from rse_lessons.progress.between.shared_folder import FOLDER
from rse_lessons.progress.between.sharing_log import NAME, load_log, prefer
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.facts.events import Event, timestamp
from rse_lessons.progress.recording.store import Store
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.moving.take_in import TakeInWindow
from rse_lessons.ui.moving.window import MovingWindow
from rse_lessons.ui.theme import Theme, load_fonts, load_theme
from tests.progress.pcs import Clock, Pc

Key = Qt.Key
PATIENCE = 20_000


def now() -> datetime:
    return datetime.now(UTC)


class Here:
    """This PC: a store, and what moves records from and to it."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "here"
        self.records = self.data / "progress.sqlite"
        self.sentences: list[str] = []
        self.store = Store(self.records, now=now, tell=self.sentences.append, marks=self.data / "marks.json")
        self.teaching = False
        self.window = QWidget()
        self.theme: Theme = load_theme("light", 1.0)
        self.moving = Moving(self.work, lambda: self.theme, self.window)

    def work(self) -> MovingWork:
        return MovingWork(self.data, self.records, lambda: self.store, lambda: self.teaching)

    def teach(self, lesson: str = "ask-first", slides: int = 3) -> None:
        self.store.record("started", lesson=lesson, class_label="7B", data={"slides": 12, "slide": 0})
        for slide in range(1, slides):
            self.store.record("slide", lesson=lesson, class_label="7B", data={"slide": slide})
        assert self.store.flush(20)

    @property
    def log_file(self) -> Path:
        return self.data / NAME


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Here]:
    load_fonts()
    made = Here(tmp_path)
    yield made
    made.store.close()
    made.window.deleteLater()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Pc]:
    other = Pc(tmp_path / "there", Clock())
    yield other
    other.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


W = TypeVar("W", bound=QDialog)


def in_next(kind: type[W], step: Callable[[W], object]) -> None:
    """Do a step in the next window of this kind, and close it whatever comes of the step."""

    def act() -> None:
        window = QApplication.activeModalWidget()
        if not isinstance(window, kind):
            QTimer.singleShot(5, act)
            return
        try:
            step(window)
        finally:
            window.reject()

    QTimer.singleShot(0, act)


def said(window: QDialog) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def opened(here: Here, step: Callable[[MovingWindow], None]) -> None:
    """Open the window, do a step in it, and close it."""

    in_next(MovingWindow, step)
    here.moving.open()


def idle(qtbot: QtBot, window: MovingWindow) -> None:
    qtbot.waitUntil(lambda: not window.going.isVisibleTo(window), timeout=PATIENCE)


def desk_of(here: Here) -> object:
    return next(child for child in here.moving.children() if type(child).__name__ == "_Desk")


def test_a_folder_is_chosen_shared_and_told_of(here: Here, there: Pc, stick: Path, qtbot: QtBot) -> None:
    here.teach()

    def choose(window: MovingWindow) -> None:
        assert not window.share.isVisibleTo(window)
        desk_of(here).use(stick)  # type: ignore[attr-defined]
        idle(qtbot, window)
        qtbot.waitUntil(lambda: window.good.isVisibleTo(window), timeout=PATIENCE)
        words = said(window)
        assert str(stick / FOLDER) in words
        assert "3 steps of this PC were added." in words
        assert "No other PC has shared here yet." in words
        assert window.share.isVisibleTo(window)

    opened(here, choose)
    assert there.share(stick).taken == 3
    there.teach("kind-words")
    there.share(stick)
    changed: list[bool] = []
    here.moving.changed.connect(lambda: changed.append(True))

    def share(window: MovingWindow) -> None:
        window.activateWindow()
        window.share.setFocus()
        QTest.keyClick(window.share, Key.Key_Return)
        idle(qtbot, window)
        assert "4 new steps came from other PCs." in said(window)
        assert "1 other PC shares here." in said(window)

    opened(here, share)
    assert changed == [True]
    assert here.store.snapshot().standing("7B", "kind-words").slide == 3
    last = load_log(here.log_file).last
    assert last is not None
    assert (last.taken, last.trouble) == (4, None)


def test_records_of_others_are_asked_about_before_they_come_in(
    here: Here, there: Pc, stick: Path, qtbot: QtBot
) -> None:
    there.teach()
    there.share(stick)
    asked: list[str] = []

    def choose(window: MovingWindow) -> None:
        in_next(Question, lambda question: asked.append(said(question)))
        desk_of(here).use(stick)  # type: ignore[attr-defined]
        idle(qtbot, window)

    opened(here, choose)
    assert "Records of 1 other PC" in asked[0]
    assert load_log(here.log_file).folder == ""
    assert here.store.snapshot().lessons == {}


def test_what_was_odd_is_told_in_sentences_that_the_keyboard_reaches(
    here: Here, there: Pc, stick: Path, qtbot: QtBot
) -> None:
    there.teach()
    there.share(stick)
    (piece,) = (stick / FOLDER).glob("*.rsepiece")
    piece.write_bytes(piece.read_bytes()[:-5])
    (stick / FOLDER / "letter.docx").write_bytes(b"PK")
    prefer(here.log_file, folder=str(stick / FOLDER))

    def share(window: MovingWindow) -> None:
        window.share.click()
        idle(qtbot, window)
        assert "2 files were left alone" in said(window)
        assert f"“{piece.name}” is not whole" in said(window)
        window.activateWindow()
        window.share.setFocus()
        reached = set()
        for _ in range(20):
            QTest.keyClick(window.focusWidget() or window, Key.Key_Tab)
            reached.add(window.focusWidget())
        assert set(window.oddities.rows) <= reached
        assert {window.at_start, window.at_end, window.with_words, window.save, window.take} <= reached
        assert window.oddities.rows[0].accessibleDescription().startswith("“")

    opened(here, share)

    def look_again(window: MovingWindow) -> None:
        assert "letter.docx" in said(window)  # what happened the last time is kept

    opened(here, look_again)


def test_a_stick_that_is_not_there_is_a_sentence(here: Here, stick: Path, qtbot: QtBot) -> None:
    prefer(here.log_file, folder=str(stick / FOLDER))

    def share(window: MovingWindow) -> None:
        window.share.click()
        idle(qtbot, window)
        assert "The shared folder is not there." in said(window)
        assert "Not finished today" in said(window)

    opened(here, share)
    assert not (stick / FOLDER).exists()  # nothing is made where a stick should be


def test_sharing_can_be_wished_for_at_the_start_and_the_end(here: Here, stick: Path) -> None:
    prefer(here.log_file, folder=str(stick / FOLDER))

    def wish(window: MovingWindow) -> None:
        assert window.at_start.isChecked()
        window.at_start.click()
        window.at_end.click()

    opened(here, wish)
    log = load_log(here.log_file)
    assert (log.at_start, log.at_end) == (False, False)


def test_sharing_can_be_given_up(here: Here, stick: Path) -> None:
    prefer(here.log_file, folder=str(stick / FOLDER))
    opened(here, lambda window: window.forget.click())
    assert load_log(here.log_file).folder == ""


# When the app opens and closes


def test_the_app_shares_when_it_opens_and_when_it_closes(
    here: Here, there: Pc, stick: Path, qtbot: QtBot
) -> None:
    there.teach()
    there.share(stick)
    prefer(here.log_file, folder=str(stick / FOLDER))
    with qtbot.waitSignal(here.moving.changed, timeout=PATIENCE):
        here.moving.begin()
    assert here.store.snapshot().standing("7B", "ask-first").slide == 3
    here.teach("kind-words")
    here.moving.end()
    assert there.share(stick).taken == 3
    assert here.sentences == []


def test_closed_in_the_middle_of_a_visit_it_shares_all_the_same(
    here: Here, there: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefer(here.log_file, folder=str(stick / FOLDER))
    (stick / FOLDER).mkdir()
    here.teach()
    is_there, going_on, go_on = sharing_log._is_there, threading.Event(), threading.Event()

    def slowly(folder: Path) -> bool:
        if not going_on.is_set():
            going_on.set()
            assert go_on.wait(PATIENCE / 1000)
        return is_there(folder)

    monkeypatch.setattr(sharing_log, "_is_there", slowly)
    here.moving.begin()
    assert going_on.wait(PATIENCE / 1000)
    threading.Timer(0.2, go_on.set).start()  # the first visit ends when the last is already wanted
    here.moving.end(PATIENCE / 1000)
    assert there.share(stick).taken == 3


def test_nothing_is_shared_while_a_lesson_is_given(here: Here, there: Pc, stick: Path, qtbot: QtBot) -> None:
    there.teach()
    there.share(stick)
    prefer(here.log_file, folder=str(stick / FOLDER))
    here.teaching = True
    here.moving.begin()
    qtbot.waitUntil(lambda: not here.moving._worker.busy, timeout=PATIENCE)
    last = load_log(here.log_file).last
    assert last is not None
    assert (last.trouble, last.taken) == (Trouble.STOPPED, 0)


def test_closing_waits_for_no_dead_network_drive(
    here: Here, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefer(here.log_file, folder=str(stick / FOLDER))
    let_go = threading.Event()
    monkeypatch.setattr(MovingWork, "share", lambda _work: let_go.wait(60))
    ended = threading.Event()
    here.moving.end(0.05)
    ended.set()
    assert ended.is_set()
    assert not let_go.is_set()
    let_go.set()


def test_what_went_wrong_in_the_background_is_said_once(
    here: Here, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / FOLDER).mkdir()
    prefer(here.log_file, folder=str(stick / FOLDER))
    here.teach()

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rse_lessons.progress.between.sharing.write_part", full)
    with qtbot.waitSignal(here.moving.told, timeout=PATIENCE) as told:
        here.moving.begin()
    assert "is full" in told.args[0]


# Files


def test_a_file_is_saved_and_taken_in_on_another_pc(
    here: Here, there: Pc, tmp_path: Path, qtbot: QtBot
) -> None:
    here.teach()
    here.store.record("rule-added", class_label="7B", data={"rule": "r1"}, words="We listen.")
    assert here.store.flush(20)
    path = tmp_path / "records.rserecords"

    def save(window: MovingWindow) -> None:
        desk_of(here).write(path, with_words=window.with_words.isChecked())  # type: ignore[attr-defined]
        idle(qtbot, window)
        assert "The file is saved 4 steps in" in said(window)

    opened(here, save)
    assert b"listen" not in path.read_bytes()
    assert there.take(path) == 4


def take(here: Here, file: Path, step: Callable[[TakeInWindow], None]) -> None:
    def begin(_window: MovingWindow) -> None:
        in_next(TakeInWindow, step)
        desk_of(here).take(file)  # type: ignore[attr-defined]

    opened(here, begin)


def test_a_file_is_shown_before_it_is_taken_in(here: Here, there: Pc, tmp_path: Path, qtbot: QtBot) -> None:
    here.teach()
    there.record("class-added", "8 Hazel", band="ks3")
    there.teach("kind-words", "8 Hazel")
    there.teach("ask-first", upto=9)
    file = there.merge_file(tmp_path / "one.rserecords")
    changed: list[bool] = []
    here.moving.changed.connect(lambda: changed.append(True))

    def agree(window: TakeInWindow) -> None:
        qtbot.waitUntil(lambda: window.take.isVisibleTo(window), timeout=PATIENCE)
        assert [head.text() for head in window.classes] == ["7B", "8 Hazel"]
        assert "new class · 1 lesson is new" in said(window)
        assert here.store.snapshot().standing("8 Hazel", "kind-words").status == ""
        assert window.focusWidget() is window.take
        QTest.keyClick(window.take, Key.Key_Return)
        qtbot.waitUntil(lambda: window.good.isVisibleTo(window), timeout=PATIENCE)
        assert "15 new steps are in your records now." in said(window)

    take(here, file, agree)
    assert changed == [True]
    assert here.store.snapshot().standing("8 Hazel", "kind-words").slide == 3

    def again(window: TakeInWindow) -> None:
        qtbot.waitUntil(lambda: window.told.isVisibleTo(window), timeout=PATIENCE)
        assert "is here already" in said(window)
        assert not window.take.isVisibleTo(window)

    take(here, file, again)


def test_a_spoilt_file_is_refused_in_a_sentence(here: Here, there: Pc, tmp_path: Path, qtbot: QtBot) -> None:
    there.teach()
    file = there.merge_file(tmp_path / "one.rserecords")
    file.write_bytes(file.read_bytes().replace(b'"slide":1', b'"slide":7'))

    def refused(window: TakeInWindow) -> None:
        qtbot.waitUntil(lambda: window.care.isVisibleTo(window), timeout=PATIENCE)
        assert "“one.rserecords” is not as RSE Lessons wrote it" in said(window)
        assert not window.take.isVisibleTo(window)
        assert window.focusWidget() is window.cancel

    take(here, file, refused)
    assert here.store.snapshot().lessons == {}


def test_a_file_that_is_left_changes_nothing(here: Here, there: Pc, tmp_path: Path, qtbot: QtBot) -> None:
    there.teach()
    file = there.merge_file(tmp_path / "one.rserecords")

    def leave(window: TakeInWindow) -> None:
        qtbot.waitUntil(lambda: window.take.isVisibleTo(window), timeout=PATIENCE)
        QTest.keyClick(window, Key.Key_Escape)

    take(here, file, leave)
    assert here.store.snapshot().lessons == {}


def test_a_place_that_takes_no_file_is_a_sentence(here: Here, tmp_path: Path, qtbot: QtBot) -> None:
    here.teach()
    (tmp_path / "a file").write_bytes(b"")

    def save(window: MovingWindow) -> None:
        desk_of(here).write(tmp_path / "a file" / "x.rserecords", with_words=False)  # type: ignore[attr-defined]
        idle(qtbot, window)
        assert "No file was saved" in said(window)

    opened(here, save)


def test_a_merge_while_steps_are_recorded_loses_none(here: Here, there: Pc, tmp_path: Path) -> None:
    for number in range(40):
        there.teach(f"lesson-{number}")
    file = there.merge_file(tmp_path / "one.rserecords")
    work = here.work()
    looked = work.look(file)
    receipts = []
    thread = threading.Thread(target=lambda: work.take(looked.contents))  # type: ignore[union-attr]
    thread.start()
    for slide in range(50):
        receipts.append(
            here.store.record("slide", lesson="ask-first", class_label="7B", data={"slide": slide})
        )
    thread.join(20)
    assert all(receipt.wait(20) for receipt in receipts)
    assert here.store.close()
    journal = Journal(here.records, now=now(), seconds=5)
    known: list[Event] = list(journal.events())
    journal.close()
    assert len(known) == 160 + 50
    assert timestamp(now()) >= max(event.time for event in known)
