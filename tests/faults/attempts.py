"""A job in a child of this program: with a call of the system's that fails, or killed at some moment.

The child says what it promises through a pipe, so that what was said before its end is known whatever ends
it. Linux and other systems that can fork.
"""

from __future__ import annotations

import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import shim
from tests.faults.jobs import Hand, Screams, Work, is_sentence
from tests.faults.shim import How

LONGEST = 120.0
"""Seconds after which a job hangs."""


@dataclass(frozen=True, slots=True)
class Failing:
    """Which call fails, and how."""

    nth: int
    how: How
    error: int = 0

    @property
    def ends(self) -> bool:
        """Whether the program is killed by it."""
        return self.how in (How.END, How.END_TORN)

    @property
    def for_good(self) -> bool:
        """Whether the disk stays as it is then."""
        return self.how in (How.FOR_GOOD, How.SHORT, How.NO_ROOM)


@dataclass(slots=True)
class Attempt:
    """What came of it."""

    said: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    calls: int = 0
    """How many calls there were that could have failed; 0 when it was killed."""
    tired: bool = False
    """Something was not stored, or not done."""
    status: int = 0
    seconds: float = 0.0

    @property
    def killed(self) -> bool:
        """Whether it was killed before it came to its end."""
        return self.status == -signal.SIGKILL

    def hear(self, line: str) -> None:
        """Take a line that the child wrote."""
        word, _, rest = line.partition(" ")
        if word == "told":
            self.told.append(rest)
        elif word == "wrong":
            self.wrong.append(rest.replace("\x1f", "\n"))
        elif word == "calls":
            self.calls = int(rest)
        elif word == "tired":
            self.tired = True
        else:
            self.said.append(line)


def attempt(
    work: Work, folder: Path, seed: int, *, failing: Failing | None = None, kill_after: float | None = None
) -> Attempt:
    """Run the job in a child, kill it after so many seconds if it is to be, and give what came of it."""
    reading, writing = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(work, folder, seed, failing, lambda line: _write(writing, line))
    os.close(writing)
    made, whole = Attempt(), bytearray()
    for more in _read(reading, child, LONGEST if kill_after is None else kill_after):
        whole += more
    os.close(reading)
    made.status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    made.seconds = time.monotonic() - began
    if kill_after is None and made.seconds > LONGEST:
        made.wrong.append(f"it hung for {LONGEST:.0f} seconds")
    for line in whole.decode().splitlines(keepends=True):
        if line.endswith("\n"):
            made.hear(line[:-1])
    if made.status != 0 and not made.killed:
        made.wrong.append(f"it ended with status {made.status}")
    made.wrong += [f"this is no sentence: {words}" for words in made.told if not is_sentence(words)]
    return made


def _read(reading: int, child: int, seconds: float) -> Iterator[bytes]:
    """Give what the child writes until it ends, which is at the latest after so many seconds."""
    end = time.monotonic() + seconds
    while select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
        more = os.read(reading, 1 << 16)
        if not more:
            return
        yield more
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 1 << 16):
        yield more


def _be_the_child(
    work: Work, folder: Path, seed: int, failing: Failing | None, write: Callable[[str], None]
) -> None:
    status = 1
    try:
        patience = 0.1 if failing and failing.for_good else 60.0
        hand = Hand(write, lambda words: write(f"told {words}"), patience=patience)
        counts = shim.is_here()
        if counts and failing:
            shim.begin(folder, nth=failing.nth, error=failing.error, how=failing.how)
        elif counts:
            shim.begin(folder)
        with Screams() as screams:
            work.run(folder, random.Random(seed), hand)  # noqa: S311 - a dice
        calls = shim.end() if counts else 0
        for words in screams.heard:
            write("wrong " + words.replace("\n", "\x1f"))
        if hand.tired:
            write("tired")
        write(f"calls {calls}")
        status = 0
    except BaseException:  # noqa: BLE001 - the process ends here, and whoever reads this is to know why
        write("wrong " + traceback.format_exc().replace("\n", "\x1f"))
    os._exit(status)


def _write(to: int, line: str) -> None:
    data = f"{line}\n".encode()
    while data:
        data = data[os.write(to, data) :]
