"""On what was measured: the machine, the versions, the day."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def describe_machine() -> list[str]:
    """Return a few lines about this machine, for above the table."""
    system = _named("/etc/os-release", "PRETTY_NAME", "=") or platform.system()
    processor = _named("/proc/cpuinfo", "model name", ":") or platform.machine()
    kib = int((_named("/proc/meminfo", "MemTotal", ":") or "0 kB").split()[0])
    return [
        f"Measured on {datetime.now(UTC):%d %B %Y}, {_commit()}, load at the start {os.getloadavg()[0]:.1f}.",
        f"{processor}, {_cores()}, {kib / 2**20:.0f} GiB; {system}, Linux {platform.release()}.",
        f"Python {platform.python_version()}, PySide6 {version('PySide6-Essentials')}, Xvfb with openbox.",
    ]


def _cores() -> str:
    """Say how many cores there are, and how many of them may be used where that is fewer (taskset)."""
    there = os.cpu_count() or 1
    used = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else there
    return f"{there} cores" if used == there else f"{there} cores, {used} of them used"


def stolen(before: Sequence[int], after: Sequence[int]) -> float:
    """Return the share of the processors' time that a virtual machine's host took away, from 0 to 1.

    Both are from `processor_times`; without them, as outside Linux, it is 0.
    """
    taken = [late - early for early, late in zip(before, after, strict=False)]
    whole = sum(taken[:8], start=0)
    return taken[7] / whole if len(taken) > 7 and whole else 0.0


def processor_times() -> list[int]:
    """Return the ticks of all processors by what they did (proc(5), the first line of /proc/stat)."""
    try:
        line = Path("/proc/stat").read_text(encoding="utf-8").partition("\n")[0]
    except OSError:
        return []
    return [int(word) for word in line.split()[1:]]


def _named(path: str, name: str, part: str) -> str:
    """Return what a file of `name = value` lines says for a name, or nothing."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    found = (line.partition(part)[2] for line in lines if line.partition(part)[0].strip() == name)
    return next(found, "").strip().strip('"')


def _commit() -> str:
    done = subprocess.run(
        ["git", "log", "-1", "--format=commit %h"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout.strip() or "outside a checkout"
