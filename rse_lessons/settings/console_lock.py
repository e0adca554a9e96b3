"""The passcode of the console: kept as a salted scrypt key, with what was tried, in one small file.

The passcode itself is written nowhere. Wrong tries are counted in the file before they are judged, so that
neither ending the program nor starting it anew gives a try back. There is no hint. Nothing here asks anybody.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from rse_lessons.settings.files import write_whole

SHORTEST, LONGEST = 4, 64
"""Characters of a passcode."""
FREE = 3
"""Wrong tries that cost no waiting."""
WAITS = (10, 20, 40, 80, 160, 300)
"""Seconds to wait after the next wrong tries; the last one holds from then on."""
LARGEST = 4096


class Answer(StrEnum):
    """What a try was."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt is asked to spend; 32 MiB and a quarter of a second, as OWASP advises for such memory."""

    n: int = 1 << 15
    r: int = 8
    p: int = 3

    @property
    def bearable(self) -> bool:
        """Whether a cost read from a file can be paid: whoever changed it must not stop this PC."""
        good = 1 <= self.r <= 16 and 1 <= self.p <= 16 and 2 <= self.n <= 1 << 18
        return good and self.n & (self.n - 1) == 0


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds."""

    salt: bytes
    key: bytes
    cost: Cost
    wrong: int = 0
    last: float = 0.0
    """When the last wrong try was, in seconds since 1970."""
    locked: bool = False


class ConsoleLock:
    """Knows whether there is a passcode, judges tries, and remembers that a console is locked."""

    def __init__(self, path: Path, *, now: Callable[[], float] = time.time, cost: Cost | None = None) -> None:
        self.path = path
        self._now = now
        self._cost = cost or Cost()
        self._kept = _read(path)

    @property
    def is_set(self) -> bool:
        """Whether there is a passcode."""
        return self._kept is not None

    @property
    def locked(self) -> bool:
        """Whether a console was locked and not unlocked since, in this run or an earlier one."""
        return self._kept is not None and self._kept.locked

    def wait(self) -> float:
        """Give the seconds until a try is judged again; 0 when it would be at once."""
        kept = self._kept
        if kept is None or kept.wrong <= FREE:
            return 0.0
        whole = float(WAITS[min(kept.wrong - FREE, len(WAITS)) - 1])
        gone = self._now() - kept.last
        # A clock put back does not make the wait longer than it is.
        return whole if gone < 0 else max(0.0, whole - gone)

    def choose(self, passcode: str) -> None:
        """Set a passcode, or another one. Raises ValueError when it is too short or too long; OSError."""
        import secrets  # noqa: PLC0415 - imported late: start-up

        words = _plain(passcode)
        if not SHORTEST <= len(words) <= LONGEST:
            raise ValueError(f"A passcode has {SHORTEST} to {LONGEST} characters.")
        salt = secrets.token_bytes(16)
        kept = _Kept(salt, _key(words, salt, self._cost), self._cost, locked=self.locked)
        _write(self.path, kept)
        self._kept = kept

    def forget(self) -> None:
        """Take the passcode away. Raises OSError."""
        self.path.unlink(missing_ok=True)
        self._kept = None

    def attempt(self, passcode: str) -> Answer:
        """Judge a try. Takes a moment on purpose: call it on a thread of its own."""
        import hmac  # noqa: PLC0415 - imported late: start-up

        if self._kept is None:
            return Answer.RIGHT
        # Another copy of the program may have counted since.
        there = _read(self.path)
        if there is not None and there.key == self._kept.key and there.wrong > self._kept.wrong:
            self._kept = there
        if self.wait() > 0:
            return Answer.WAIT
        kept = self._kept
        self._keep(replace(kept, wrong=kept.wrong + 1, last=self._now()))
        right = hmac.compare_digest(_key(_plain(passcode), kept.salt, kept.cost), kept.key)
        if right:
            self._keep(replace(kept, wrong=0, last=0.0))
        return Answer.RIGHT if right else Answer.WRONG

    def remember(self, *, locked: bool) -> None:
        """Keep that the console is locked, or no longer is, for the next start."""
        if self._kept is not None and self._kept.locked != locked:
            self._keep(replace(self._kept, locked=locked))

    def _keep(self, kept: _Kept) -> None:
        self._kept = kept
        # What cannot be written still holds until the program ends.
        with suppress(OSError):
            _write(self.path, kept)


def _plain(passcode: str) -> str:
    """Give the same characters whatever keyboard they were typed on."""
    import unicodedata  # noqa: PLC0415 - imported late: start-up

    return unicodedata.normalize("NFKC", passcode)


def _key(passcode: str, salt: bytes, cost: Cost) -> bytes:
    import hashlib  # noqa: PLC0415 - imported late: start-up

    room = 128 * cost.r * (cost.n + cost.p + 2) + (1 << 20)
    return hashlib.scrypt(passcode.encode(), salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=room, dklen=32)


def _write(path: Path, kept: _Kept) -> None:
    content = {
        "scrypt": {"n": kept.cost.n, "r": kept.cost.r, "p": kept.cost.p},
        "salt": kept.salt.hex(),
        "key": kept.key.hex(),
        "wrong": kept.wrong,
        "last": kept.last,
        "locked": kept.locked,
    }
    write_whole(path, json.dumps(content, indent=1).encode())


def _read(path: Path) -> _Kept | None:
    """Read the file; one that is missing or makes no sense holds no passcode, as one deleted by hand."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LARGEST))
        kept = _from(found)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return kept if kept.cost.bearable and len(kept.key) == 32 and len(kept.salt) >= 8 else None


def _from(found: Mapping[str, object]) -> _Kept:
    cost = found["scrypt"]
    if not isinstance(cost, Mapping):
        raise TypeError("scrypt has no cost")
    return _Kept(
        bytes.fromhex(str(found["salt"])),
        bytes.fromhex(str(found["key"])),
        Cost(_whole(cost["n"]), _whole(cost["r"]), _whole(cost["p"])),
        max(0, _whole(found.get("wrong", 0))),
        _seconds(found.get("last", 0.0)),
        found.get("locked") is True,
    )


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise TypeError("not a time")
    return float(value)
