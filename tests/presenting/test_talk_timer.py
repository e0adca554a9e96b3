"""The countdown: its soft end, holding, more time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.presenting.timer import Timer
from tests.presenting.rooms import Clock


def test_it_counts_down_to_a_soft_end() -> None:
    clock = Clock()
    timer = Timer(clock)
    assert (timer.left(), timer.running, timer.done, timer.started) == (0, False, False, False)
    timer.start(120)
    clock.turn(30)
    assert (timer.left(), timer.running, timer.done, timer.over()) == (90, True, False, 0)
    clock.turn(100)
    assert (timer.left(), timer.running, timer.done, timer.over()) == (0, False, True, 10)


def test_time_added_after_the_end_begins_now() -> None:
    clock = Clock()
    timer = Timer(clock)
    timer.start(60)
    clock.turn(90)
    timer.add(60)
    assert (timer.left(), timer.total, timer.running) == (60, 120, True)


def test_time_taken_away_ends_it_and_no_more() -> None:
    timer = Timer(Clock())
    timer.start(60)
    timer.add(-500)
    assert timer.left() == 0
    assert timer.done
    timer.add(-10)
    assert timer.done


def test_it_restarts_with_the_time_it_had() -> None:
    clock = Clock()
    timer = Timer(clock)
    timer.restart()
    assert not timer.started
    timer.start(60)
    clock.turn(59)
    timer.pause()
    timer.restart()
    assert (timer.left(), timer.running) == (60, True)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["start", "pause", "resume", "add", "restart", "stop", "turn"]),
            st.integers(-90, 300),
        )
    )
)
def test_whatever_is_done_its_words_agree(steps: list[tuple[str, int]]) -> None:
    clock = Clock()
    timer = Timer(clock)
    for name, number in steps:
        if name == "turn":
            clock.turn(abs(number))
        elif name in ("start", "add"):
            getattr(timer, name)(number)
        else:
            getattr(timer, name)()
        assert timer.left() >= 0
        assert timer.left() <= timer.total + 1e-6
        assert timer.over() == pytest.approx(0) or timer.done
        assert [timer.running, timer.paused and not timer.done, timer.done, not timer.started].count(
            True
        ) == 1
