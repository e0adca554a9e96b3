"""The soft sound at the end of a timer: what it is, and when it is played."""

from __future__ import annotations

import struct
import wave
from io import BytesIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rse_lessons.ui import chime
from rse_lessons.ui.chime import Chime, sound
from tests.presenting.rooms import Room


def test_it_is_soft_and_comes_and_goes_without_a_click() -> None:
    with wave.open(BytesIO(sound())) as file:
        frames = file.readframes(file.getnframes())
        levels = [abs(level) / 32_768 for (level,) in struct.iter_unpack("<h", frames)]
        assert file.getnframes() / file.getframerate() == pytest.approx(1.4, abs=0.01)
    assert 0.03 < max(levels) < 0.2
    assert max(levels[:20]) < 0.01
    assert max(levels[-20:]) < 0.01


def test_each_timer_is_heard_once_at_its_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # a PC without a player: nothing is started
    assert chime.player() == ""
    room = Room()
    made = Chime(room.session, tmp_path)
    heard = []
    for step in ("start", "wait", "wait", "more", "wait", "stop"):
        if step == "start":
            room.session.start_timer(30)
        elif step == "more":
            room.session.add_time(30)
        elif step == "stop":
            room.session.stop_timer()
        else:
            room.clock.turn(40)
        made.look()
        heard.append(made.played)
    assert heard == [0, 1, 1, 1, 2, 2]
    assert (tmp_path / "timer-is-over.wav").read_bytes() == sound()


def test_where_nothing_may_be_written_nothing_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    room = Room()
    made = Chime(room.session, tmp_path / "file")
    room.session.start_timer(10)
    room.clock.turn(11)
    made.look()
    assert made.played == 1
