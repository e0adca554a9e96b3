"""Starting: the library painted, beside an empty window, with few lessons and with a full folder."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bench import Bench, BenchError
from benchmarks.figures import Base, Limit, Row
from benchmarks.lessons import make_lessons
from benchmarks.machine import ROOT
from benchmarks.rig.eyes import Eyes
from benchmarks.rig.programs import program
from benchmarks.rig.room import room


def measure_starting(bench: Bench) -> list[Row]:
    """Start all by turns, so that whatever else the machine does falls on all of them alike."""
    few, full, welsh = bench.data("few"), full_folder(bench), bench.data("welsh")
    built_in = bench.inside("index", few)
    bench.inside("index", welsh)
    bench.prefer(welsh, 'language = "cy"\n')
    empty = [sys.executable, str(ROOT / "benchmarks" / "empty_window.py")]
    contests = {
        "empty": (empty, r"^Empty window$"),
        "few": (bench.app(few), r"^RSE Lessons$"),
        "welsh": (bench.app(welsh), r"^RSE Lessons$"),
        "full": (bench.app(full), r"^RSE Lessons$"),
    }
    taken: dict[str, list[float]] = {name: [] for name in contests}
    with room() as here:
        eyes = Eyes(here.display)
        for turn in range(bench.n + 1):
            for name, (command, title) in contests.items():
                milliseconds = start_once(eyes, command, here.display, title)
                if turn:  # the first turn warms the disk's cache and Python's
                    taken[name].append(milliseconds)
        eyes.close()
    count = int(built_in["lessons"][0])
    floor = Base("the empty window", tuple(taken["empty"]))
    usual = Base(f"the start with {count}", tuple(taken["few"]))
    return [
        Row("Empty PySide6 window with nine labels, painted", tuple(taken["empty"])),
        Row(
            f"Library painted, {count} lessons",
            tuple(taken["few"]),
            limits=(Limit("ratio", 1.4),),
            base=floor,
        ),
        Row(
            f"The same in Welsh, {count} lessons",
            tuple(taken["welsh"]),
            limits=(Limit("ratio", 1.1),),
            base=usual,
        ),
        Row(
            f"Library painted, {bench.many:,} lessons more, second start",
            tuple(taken["full"]),
            limits=(Limit("ratio", 1.3),),
            base=usual,
        ),
    ]


def full_folder(bench: Bench) -> Path:
    """Return a data folder with thousands of lessons, indexed; made once a run."""
    full = bench.data("full")
    if not (full / "data" / "lessons").is_dir():
        make_lessons(full / "data" / "lessons", bench.many)
        bench.inside("index", full)
    return full


def start_once(eyes: Eyes, command: Sequence[str], display: str, title: str) -> float:
    """Start a program; return the milliseconds from the launch until its window is painted."""
    end = time.perf_counter() + 10
    while eyes.find(title) and time.perf_counter() < end:
        time.sleep(0.02)
    time.sleep(0.3)
    eyes.forget()
    with tempfile.TemporaryFile() as words:
        start = time.perf_counter()
        with program(command, display, output=words.fileno()) as process:
            when = eyes.wait_painted(title, lambda: process.poll() is None)
            time.sleep(1.0)
        if when is None:
            words.seek(0)
            said = words.read().decode(errors="replace")[-2000:]
            raise BenchError(f"{' '.join(command)} painted no window. {said}")
    return (when - start) * 1000
