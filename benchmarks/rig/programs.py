"""Programs that run in the room, each in a process group of its own, and the memory they take."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from benchmarks.rig.room import environment

Process = subprocess.Popen[bytes]


@contextmanager
def program(
    command: Sequence[str], display: str, *, output: IO[bytes] | int = subprocess.DEVNULL
) -> Iterator[Process]:
    """Run a command on that display; end its whole group when done. Both its streams go to `output`."""
    process = subprocess.Popen(
        command, env=environment(display), start_new_session=True, stdout=output, stderr=output
    )
    try:
        yield process
    finally:
        _end(process)


def memory_mib(group: int) -> float:
    """Return the PSS of a process group in MiB: pages shared with others count by their share."""
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if os.getpgid(int(entry.name)) == group:
                lines = (entry / "smaps_rollup").read_text(encoding="utf-8").splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except OSError:  # ended while we looked, or not ours to read
            continue
    return total / 1024


def _end(process: Process, patience: float = 3.0) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        end = time.monotonic() + patience
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
    process.wait()
