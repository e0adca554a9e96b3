"""What every test has: a classroom of two screens that nobody sees, and no network."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Qt's offscreen platform with a teacher's screen of 1280 x 720 beside a projector of 1920 x 1080;
# tests of rooms with more screens run by themselves, and name another file.
SCREENS = Path(__file__).parent / "fixtures" / os.environ.get("RSE_LESSONS_TEST_SCREENS", "screens.json")
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
os.environ.pop("QT_STYLE_OVERRIDE", None)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Delete after each test what it left for later; otherwise every test is slower than the last."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
