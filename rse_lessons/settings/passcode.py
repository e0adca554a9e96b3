"""One passcode in one small file: a salted scrypt key with its cost, and the tries that were wrong.

A file may bear a mark that its owner keeps elsewhere, too. Then one with another mark, or with none, counts
for nothing: whoever copies a file here whose passcode they know does not come in by it.

The passcode itself is written nowhere. A try is counted in the file before it is judged, so that neither
ending the program nor starting it anew gives a try back. There is no hint. Nothing here asks anybody.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from rse_lessons.settings.files import write_whole
from rse_lessons.settings.sentences import in_english

SHORTEST, LONGEST = 4, 64
"""Characters of a passcode."""
FREE = 3
"""Wrong tries that cost no waiting."""
WAITS = (10, 20, 40, 80, 160, 300)
"""Seconds to wait after the next wrong tries; the last one holds from then on."""
LARGEST = 4096
"""Bytes of the file."""


class Answer(StrEnum):
    """What a try was."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt is asked to spend; 32 MiB and a quarter of a second, as OWASP advises for such memory.

    These are today's numbers. When they are raised, a key of a lower cost is made anew at the next right try.
    """

    n: int = 1 << 15
    r: int = 8
    p: int = 3

    @property
    def bearable(self) -> bool:
        """Whether a cost read from a file can be paid: whoever changed it must not stop this PC."""
        good = 1 <= self.r <= 16 and 1 <= self.p <= 16 and 2 <= self.n <= 1 << 18
        return good and self.n & (self.n - 1) == 0

    @property
    def work(self) -> int:
        """How much a guess costs, to be compared with another cost."""
        return self.n * self.r * self.p


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds."""

    salt: bytes
    key: bytes
    cost: Cost
    wrong: int = 0
    last: float = 0.0
    """When the last wrong try was, in seconds since 1970."""
    more: Mapping[str, object] = field(default_factory=dict)
    """What else a kind of passcode keeps beside it."""
    mark: str = ""
    """What binds the key to its owner; empty for none."""


class Passcode:
    """Knows whether there is a passcode, and judges tries."""

    MORE: ClassVar[Mapping[str, object]] = {}
    """What else the file holds, as it is at first."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], float] = time.time,
        steady: Callable[[], float] | None = None,
        cost: Cost | None = None,
        mark: str = "",
    ) -> None:
        """`steady` is a clock that nobody can set; it goes by `now` where only that is given.

        With a `mark`, a file counts only when it bears that one.
        """
        self.path = path
        self._mark = mark
        self._now = now
        self._steady = steady or (time.monotonic if now is time.time else now)
        self._cost = cost or Cost()
        self._kept: Kept | None = None
        self._since, self._gone = 0.0, 0.0
        self._take(self._read())

    @property
    def is_set(self) -> bool:
        """Whether there is a passcode."""
        return self._kept is not None

    @property
    def unreadable(self) -> bool:
        """Whether there is a file that holds no passcode which could be judged."""
        return self._kept is None and self.path.exists()

    def wait(self) -> float:
        """Give the seconds until a try is judged again; 0 when it would be at once."""
        kept = self._kept
        if kept is None or kept.wrong <= FREE:
            return 0.0
        whole = float(WAITS[min(kept.wrong - FREE, len(WAITS)) - 1])
        return max(0.0, whole - self._gone - max(0.0, self._steady() - self._since))

    def choose(self, passcode: str) -> None:
        """Set a passcode, or another one. Raises ValueError when it is too short or too long; OSError."""
        words = _plain(passcode)
        if not SHORTEST <= len(words) <= LONGEST:
            raise ValueError(
                in_english("A passcode has {least} to {most} characters.", least=SHORTEST, most=LONGEST)
            )
        more = self._kept.more if self._kept is not None else dict(self.MORE)
        kept = self._made(words, more, self._mark)
        _write(self.path, kept)
        self._take(kept)

    def forget(self) -> None:
        """Take the passcode away. Raises OSError."""
        self.path.unlink(missing_ok=True)
        self._kept = None

    def attempt(self, passcode: str) -> Answer:
        """Judge a try. Takes a moment on purpose: call it on a thread of its own."""
        import hmac  # noqa: PLC0415 - imported late: start-up

        kept = self._kept
        if kept is None:
            return Answer.RIGHT
        there = self._read()
        if there is not None and there.key == kept.key and there.wrong > kept.wrong:
            kept = there  # another copy of the program has counted since
            self._take(there)
        if self.wait() > 0:
            return Answer.WAIT
        self._keep(replace(kept, wrong=kept.wrong + 1, last=self._now()))
        words = _plain(passcode)
        right = hmac.compare_digest(_key(words, kept.salt, kept.cost, kept.mark), kept.key)
        if right:
            mark = kept.mark or self._new_mark()
            anew = self._cost.work > kept.cost.work or mark != kept.mark
            self._keep(self._made(words, kept.more, mark) if anew else replace(kept, wrong=0, last=0.0))
        return Answer.RIGHT if right else Answer.WRONG

    def _new_mark(self) -> str:
        """Give the mark for a key that has none; empty when it is to have none."""
        return ""

    def _made(self, words: str, more: Mapping[str, object], mark: str) -> Kept:
        import secrets  # noqa: PLC0415 - imported late: start-up

        salt = secrets.token_bytes(16)
        return Kept(salt, _key(words, salt, self._cost, mark), self._cost, more=more, mark=mark)

    def _take(self, kept: Kept | None) -> None:
        """Go by what is kept. From here on the steady clock counts: setting the other changes no wait.

        A clock that was put back before the program started makes the wait neither shorter nor endless.
        """
        self._kept = kept
        self._since = self._steady()
        self._gone = max(0.0, self._now() - kept.last) if kept is not None else 0.0

    def _keep(self, kept: Kept) -> None:
        before = self._kept
        there = self._read()
        self._take(kept)
        if there is not None and before is not None and there.key != before.key:
            return  # another copy of the program has set another passcode: that one stays
        # What cannot be written still holds until the program ends.
        with suppress(OSError):
            _write(self.path, kept)

    def _read(self) -> Kept | None:
        """Read the file; None when it is missing, makes no sense, or bears another mark."""
        try:
            with self.path.open("rb") as file:
                found = json.loads(file.read(LARGEST))
            kept = _from(found, self.MORE)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        good = kept.cost.bearable and len(kept.key) == 32 and len(kept.salt) >= 8
        return kept if good and self._mark in ("", kept.mark) else None


def _plain(passcode: str) -> str:
    """Give the same characters whatever keyboard they were typed on."""
    import unicodedata  # noqa: PLC0415 - imported late: start-up

    return unicodedata.normalize("NFKC", passcode)


def _key(passcode: str, salt: bytes, cost: Cost, mark: str) -> bytes:
    """Make the key. The mark is in it: to write another mark into a file does not make its key fit."""
    import hashlib  # noqa: PLC0415 - imported late: start-up

    room = 128 * cost.r * (cost.n + cost.p + 2) + (1 << 20)
    return hashlib.scrypt(
        passcode.encode(), salt=salt + mark.encode(), n=cost.n, r=cost.r, p=cost.p, maxmem=room, dklen=32
    )


def _write(path: Path, kept: Kept) -> None:
    content = {
        "scrypt": {"n": kept.cost.n, "r": kept.cost.r, "p": kept.cost.p},
        "salt": kept.salt.hex(),
        "key": kept.key.hex(),
        "wrong": kept.wrong,
        "last": kept.last,
        **({"mark": kept.mark} if kept.mark else {}),
        **kept.more,
    }
    write_whole(path, json.dumps(content, indent=1).encode())


def _from(found: Mapping[str, object], more: Mapping[str, object]) -> Kept:
    cost = found["scrypt"]
    if not isinstance(cost, Mapping):
        raise TypeError("scrypt has no cost")
    return Kept(
        bytes.fromhex(str(found["salt"])),
        bytes.fromhex(str(found["key"])),
        Cost(_whole(cost["n"]), _whole(cost["r"]), _whole(cost["p"])),
        max(0, _whole(found.get("wrong", 0))),
        _seconds(found.get("last", 0.0)),
        {name: found.get(name, usual) for name, usual in more.items()},
        _mark(found.get("mark", "")),
    )


def _mark(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise TypeError("not a mark")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise TypeError("not a time")
    return float(value)
