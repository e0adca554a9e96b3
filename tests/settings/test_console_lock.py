"""The passcode's file: what it holds, what wrong tries cost, and that a new start gives nothing back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.settings.console_lock import FREE, WAITS, Answer, ConsoleLock, Cost

CHEAP = Cost(1 << 4, 8, 1)


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def start(tmp_path: Path, clock: Clock) -> Callable[[], ConsoleLock]:
    """Start the program anew on the same folder."""
    return lambda: ConsoleLock(tmp_path / "console-lock.json", now=clock, cost=CHEAP)


def content(lock: ConsoleLock) -> dict[str, Any]:
    found = json.loads(lock.path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_without_a_passcode_there_is_no_file_and_nothing_is_locked(start: Callable[[], ConsoleLock]) -> None:
    lock = start()
    lock.remember(locked=True)
    assert (lock.is_set, lock.locked, lock.wait()) == (False, False, 0.0)
    assert lock.attempt("anything") is Answer.RIGHT
    assert not lock.path.exists()


def test_the_file_holds_a_salted_scrypt_key_with_its_cost_and_not_the_passcode(tmp_path: Path) -> None:
    lock = ConsoleLock(tmp_path / "console-lock.json")
    lock.choose("hazel nut 42")
    held = content(lock)
    assert held["scrypt"] == {"n": 1 << 15, "r": 8, "p": 3}
    key = hashlib.scrypt(
        b"hazel nut 42", salt=bytes.fromhex(held["salt"]), n=1 << 15, r=8, p=3, maxmem=1 << 26, dklen=32
    )
    assert held["key"] == key.hex()
    assert "hazel" not in lock.path.read_text(encoding="utf-8")
    assert set(held) == {"scrypt", "salt", "key", "wrong", "last", "locked"}


def test_two_equal_passcodes_have_different_salts(tmp_path: Path) -> None:
    one, two = (ConsoleLock(tmp_path / name, cost=CHEAP) for name in ("one", "two"))
    one.choose("same one")
    two.choose("same one")
    assert content(one)["salt"] != content(two)["salt"]
    assert content(one)["key"] != content(two)["key"]


def test_right_and_wrong_after_a_new_start(start: Callable[[], ConsoleLock]) -> None:
    start().choose("hazel")
    assert start().attempt("Hazel") is Answer.WRONG
    assert start().attempt("hazel") is Answer.RIGHT
    assert content(start())["wrong"] == 0


@pytest.mark.parametrize("typed", ["Caf\u00e9 7", "Cafe\u0301 7"])
def test_an_accent_is_the_same_from_any_keyboard(start: Callable[[], ConsoleLock], typed: str) -> None:
    lock = start()
    lock.choose("Caf\u00e9 7")
    assert lock.attempt(typed) is Answer.RIGHT


@pytest.mark.parametrize("passcode", ["", "abc", "x" * 65])
def test_too_short_and_too_long_are_refused(start: Callable[[], ConsoleLock], passcode: str) -> None:
    lock = start()
    with pytest.raises(ValueError, match="4 to 64"):
        lock.choose(passcode)
    assert not lock.is_set


def test_waiting_grows_and_a_new_start_gives_nothing_back(
    start: Callable[[], ConsoleLock], clock: Clock
) -> None:
    start().choose("hazel")
    for _ in range(FREE):
        assert start().attempt("wrong") is Answer.WRONG
        assert start().wait() == 0.0
    for wait in (*WAITS, WAITS[-1]):
        assert start().attempt("wrong") is Answer.WRONG
        assert start().wait() == wait
        clock.now += wait - 1
        assert start().attempt("hazel") is Answer.WAIT
        clock.now += 1
    assert start().attempt("hazel") is Answer.RIGHT
    assert start().wait() == 0.0


def test_a_clock_put_back_does_not_lock_out_for_longer(
    start: Callable[[], ConsoleLock], clock: Clock
) -> None:
    lock = start()
    lock.choose("hazel")
    for _ in range(FREE + 1):
        lock.attempt("wrong")
    clock.now -= 1_000_000
    assert start().wait() == WAITS[0]


def test_a_try_is_counted_before_it_is_judged(
    start: Callable[[], ConsoleLock], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = start()
    lock.choose("hazel")

    def killed(*_words: object, **_more: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(hashlib, "scrypt", killed)
    with pytest.raises(KeyboardInterrupt):
        lock.attempt("wrong")
    assert content(lock)["wrong"] == 1


def test_two_copies_of_the_program_count_together(start: Callable[[], ConsoleLock]) -> None:
    start().choose("hazel")
    one, two = start(), start()
    for lock in (one, two, one, two):
        lock.attempt("wrong")
    assert one.attempt("hazel") is Answer.WAIT


def test_deleting_the_file_does_not_open_a_program_that_runs(start: Callable[[], ConsoleLock]) -> None:
    lock = start()
    lock.choose("hazel")
    lock.path.unlink()
    assert lock.is_set
    assert lock.attempt("wrong") is Answer.WRONG
    assert not start().locked


def test_a_locked_console_is_still_locked_after_a_new_start(start: Callable[[], ConsoleLock]) -> None:
    lock = start()
    lock.choose("hazel")
    lock.remember(locked=True)
    again = start()
    assert again.locked
    again.remember(locked=False)
    assert not start().locked


def test_forgetting_takes_the_file_away(start: Callable[[], ConsoleLock]) -> None:
    lock = start()
    lock.choose("hazel")
    lock.forget()
    assert not lock.path.exists()
    assert not start().is_set


def test_where_nothing_can_be_written_tries_still_count_until_the_end(
    start: Callable[[], ConsoleLock], clock: Clock
) -> None:
    lock = start()
    lock.choose("hazel")
    lock.path.unlink()
    lock.path.mkdir()
    for _ in range(FREE + 1):
        lock.attempt("wrong")
    assert lock.wait() == WAITS[0]


@pytest.mark.parametrize(
    "change",
    [
        {"scrypt": {"n": 1 << 40, "r": 8, "p": 1}},
        {"scrypt": {"n": 1000, "r": 8, "p": 1}},
        {"scrypt": {"n": 16, "r": 8, "p": 10**9}},
        {"scrypt": [16, 8, 1]},
        {"salt": "zz"},
        {"key": ""},
        {"wrong": True},
        {"last": "yesterday"},
    ],
)
def test_a_file_that_makes_no_sense_holds_no_passcode(
    start: Callable[[], ConsoleLock], change: dict[str, object]
) -> None:
    lock = start()
    lock.choose("hazel")
    lock.path.write_text(json.dumps({**content(lock), **change}), encoding="utf-8")
    assert not start().is_set


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(tmp_path_factory: pytest.TempPathFactory, held: bytes) -> None:
    path = tmp_path_factory.mktemp("lock") / "console-lock.json"
    path.write_bytes(held)
    assert not ConsoleLock(path).is_set
