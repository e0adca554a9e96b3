"""Garbage is searched for on the windows' thread alone."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rse_lessons.ui import leftovers


class Ring(QObject):
    """Refers to itself, so that only a search finds that nobody else does."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.me = self
        self.destroyed.connect(lambda: gone.append(threading.current_thread().name))


def make_garbage() -> None:
    for _ in range(30_000):
        ring: list[object] = []
        ring.append(ring)


def test_windows_are_never_deleted_on_another_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_LOOK_MS", 10)
    owner, gone = QObject(), list[str]()
    gc.collect()
    leftovers.search_here(owner)
    for _ in range(5):
        Ring(gone)
    busy = threading.Thread(target=make_garbage, name="busy")
    busy.start()
    busy.join()
    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 5)
    assert set(gone) == {threading.main_thread().name}


def test_nothing_is_searched_while_little_was_made() -> None:
    gc.collect()
    gc.disable()
    searched: list[object] = []
    gc.callbacks.append(lambda _phase, info: searched.append(info))
    try:
        leftovers.search_if_due()
    finally:
        gc.callbacks.pop()
    assert searched == []
