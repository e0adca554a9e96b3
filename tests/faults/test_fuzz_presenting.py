"""Random keys and clicks in a real classroom; `fuzz_presenting` runs the same for long."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.faults.fuzz_presenting import LESSON, Fuzz
from tests.ui.room import room


@pytest.mark.parametrize("seed", range(2))
def test_after_any_keys_and_clicks_the_lesson_goes_on(qtbot: QtBot, seed: int) -> None:
    with room(lesson=LESSON) as made:
        Fuzz(made, seed).run(12)
