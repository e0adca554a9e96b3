"""Monday in one room, Thursday in another: the real program on two data folders and one shared folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.progress.between.shared_folder import FOLDER, prepare
from rse_lessons.progress.between.sharing_log import NAME, load_log, prefer
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.school import School
from rse_lessons.ui.theme import load_fonts

LABEL, LESSON = "8 Hazel", "ask-first"
PATIENCE = 20_000
SchoolIn = Callable[[Path], School]


class Room:
    """One run of the program, from its start to its end."""

    def __init__(self, folder: Path, school_in: SchoolIn, qtbot: QtBot) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        load_fonts()
        school = school_in(folder)
        school.prefer(class_label=LABEL, theme="light")
        self.main, self.log, self.qtbot = Main(app, school), school.paths.data / NAME, qtbot
        with qtbot.waitSignal(self.main.refreshed, timeout=PATIENCE):
            self.main.open()

    def give(self, *slides: int) -> None:
        store = self.main.store
        if slides[0] == 1:
            store.record("class-added", class_label=LABEL, data={"band": "ks3"})
            store.record("started", lesson=LESSON, class_label=LABEL, data={"slides": 12, "slide": 0})
        for slide in slides:
            store.record("slide", lesson=LESSON, class_label=LABEL, data={"slide": slide})
        assert store.flush(20)

    @property
    def slide(self) -> int:
        return self.main.summary.standing(LABEL, LESSON).slide

    def wait_for(self, slide: int) -> None:
        self.qtbot.waitUntil(lambda: self.slide == slide, timeout=PATIENCE)

    def close(self) -> None:
        self.main.close()
        self.main.window.close()
        self.main.window.deleteLater()


def test_monday_in_one_room_and_thursday_in_another(
    qtbot: QtBot, tmp_path: Path, school_in: SchoolIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "rse_lessons.caretaking.moving.AT_END", PATIENCE / 1000
    )  # a busy PC may need longer to share
    stick = tmp_path / "stick"
    stick.mkdir()
    root = prepare(stick)
    monday = Room(tmp_path / "room-4", school_in, qtbot)
    prefer(monday.log, folder=str(root))
    monday.give(1, 2, 3)
    monday.close()
    assert list(root.glob("*.rsepiece"))  # the program has shared when it closed

    prefer_first = school_in(tmp_path / "room-9").paths.data / NAME
    prefer(prefer_first, folder=str(root))
    thursday = Room(tmp_path / "room-9", school_in, qtbot)
    thursday.wait_for(3)  # and when it opened
    assert [known.label for known in thursday.main.summary.classes] == [LABEL]
    thursday.give(4, 5)
    stick.rename(tmp_path / "in the pocket")  # pulled out before the program was closed
    thursday.close()
    last = load_log(thursday.log).last
    assert last is not None
    assert last.trouble is Trouble.NO_FOLDER
    assert not stick.exists()

    (tmp_path / "in the pocket").rename(stick)
    again = Room(tmp_path / "room-9", school_in, qtbot)
    qtbot.waitUntil(lambda: len(list((stick / FOLDER).glob("*.rsepiece"))) == 2, timeout=PATIENCE)
    again.close()
    monday = Room(tmp_path / "room-4", school_in, qtbot)
    monday.wait_for(5)
    monday.close()
