"""Work that is cut off at one step after another, each time in a process of its own.

The processes are forked from a small one that is started once: to fork a test's own, with all that it has
loaded, takes long. A step is what Python tells its audit hooks: a file opened, renamed, removed or cut, a
database opened. Nothing is tidied up, as when the power goes. Needs a system that can fork.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

CutOff = Callable[..., bool]
"""Given a step, a function of a module and what it is called with; says whether it came to its end."""

STEPS = frozenset({"open", "os.rename", "os.remove", "os.truncate", "sqlite3.connect", "shutil.copyfile"})
DONE, FAILED, CUT_OFF = 0, 1, 9
ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def small_process() -> Iterator[CutOff]:
    """Start the small process, and give what has work done and cut off by it."""
    command = [sys.executable, "-m", "tests.progress.cutting"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as small:
        assert small.stdin is not None
        assert small.stdout is not None
        asks, answers = small.stdin, small.stdout

        def cut_off(step: int, work: Callable[..., object], *words: object) -> bool:
            pickle.dump((step, work, words), asks)
            asks.flush()
            code = pickle.load(answers)  # noqa: S301 - our own
            assert code in (DONE, CUT_OFF), f"the work failed by itself ({code})"
            return bool(code == DONE)

        yield cut_off
        asks.close()  # it ends then


def serve(asks: IO[bytes], answers: IO[bytes]) -> None:
    """Do what is asked until nobody asks any more."""
    while True:
        try:
            # What is unpickled here is imported here, once, and not in each child.
            step, work, words = pickle.load(asks)  # noqa: S301 - our own
        except EOFError:
            return
        child = os.fork()
        if child == 0:
            _do(step, work, words)
        pickle.dump(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), answers)
        answers.flush()


def _do(step: int, work: Callable[..., object], words: tuple[Any, ...]) -> None:
    left = step

    def watch(name: str, _values: tuple[object, ...]) -> None:
        nonlocal left
        if name in STEPS:
            left -= 1
            if left < 0:
                os._exit(CUT_OFF)

    try:
        sys.addaudithook(watch)
        work(*words)
        os._exit(DONE)
    except BaseException as error:  # noqa: BLE001 - the process ends here, and the test is to know why
        sys.stderr.write(f"{error!r}\n")
        os._exit(FAILED)


if __name__ == "__main__":
    import sqlite_utils  # noqa: F401 - the program imports it late, which would be steps of its own

    serve(sys.stdin.buffer, sys.stdout.buffer)
