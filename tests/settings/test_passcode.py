"""What the passcode does beyond the console's: a cost that rises, and clocks that somebody sets."""

from __future__ import annotations

import json
from pathlib import Path

from rse_lessons.settings.passcode import FREE, WAITS, Answer, Cost, Passcode

CHEAP, DEARER = Cost(1 << 4, 8, 1), Cost(1 << 5, 8, 1)


class Clock:
    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def test_the_cost_rises_with_the_next_right_try(tmp_path: Path) -> None:
    file = tmp_path / "passcode.json"
    Passcode(file, cost=CHEAP).choose("hazel")
    before = json.loads(file.read_text(encoding="utf-8"))
    today = Passcode(file, cost=DEARER)
    assert today.attempt("wrong") is Answer.WRONG
    assert json.loads(file.read_text(encoding="utf-8"))["salt"] == before["salt"]
    assert today.attempt("hazel") is Answer.RIGHT
    after = json.loads(file.read_text(encoding="utf-8"))
    assert after["scrypt"] == {"n": 1 << 5, "r": 8, "p": 1}
    assert (after["wrong"], after["salt"] == before["salt"]) == (0, False)
    assert Passcode(file, cost=DEARER).attempt("hazel") is Answer.RIGHT
    assert Passcode(file, cost=CHEAP).attempt("hazel") is Answer.RIGHT
    assert json.loads(file.read_text(encoding="utf-8")) == after, "a lower cost never takes its place"


def test_a_clock_that_is_set_does_not_change_a_wait(tmp_path: Path) -> None:
    wall, steady = Clock(), Clock(50.0)
    lock = Passcode(tmp_path / "passcode.json", now=wall, steady=steady, cost=CHEAP)
    lock.choose("hazel")
    for _ in range(FREE + 1):
        lock.attempt("wrong")
    wall.now += 1_000_000
    assert lock.wait() == WAITS[0]
    wall.now -= 5_000_000
    assert lock.wait() == WAITS[0]
    steady.now += WAITS[0] - 1
    assert lock.wait() == 1
    steady.now += 1
    assert lock.attempt("hazel") is Answer.RIGHT


def test_a_clock_put_back_before_the_start_makes_the_wait_neither_shorter_nor_endless(tmp_path: Path) -> None:
    wall, steady = Clock(), Clock(50.0)
    lock = Passcode(tmp_path / "passcode.json", now=wall, steady=steady, cost=CHEAP)
    lock.choose("hazel")
    for _ in range(FREE + 2):
        lock.attempt("wrong")
        steady.now += WAITS[0]
    wall.now -= 30 * 86_400
    again = Passcode(lock.path, now=wall, steady=steady, cost=CHEAP)
    assert again.wait() == WAITS[1]
    steady.now += WAITS[1]
    assert again.wait() == 0.0
    assert again.attempt("hazel") is Answer.RIGHT


def test_a_try_does_not_undo_a_passcode_that_another_window_has_set(tmp_path: Path) -> None:
    one = Passcode(tmp_path / "passcode.json", cost=CHEAP)
    one.choose("hazel")
    other = Passcode(one.path, cost=CHEAP)
    other.choose("rowan")
    one.attempt("wrong")
    assert Passcode(one.path, cost=CHEAP).attempt("rowan") is Answer.RIGHT


def test_a_file_that_makes_no_sense_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "passcode.json"
    assert not Passcode(file).unreadable
    file.write_text("{}", encoding="utf-8")
    assert Passcode(file).unreadable
    assert not Passcode(file).is_set
