"""Using the library: a lesson indexed, parsed, searched for and opened. Timed from inside the program."""

import shutil
from collections import defaultdict
from pathlib import Path

from benchmarks.bench import LESSON, LESSON_FILE, Bench
from benchmarks.figures import Limit, Row
from benchmarks.lessons import cut_lesson, make_lessons
from benchmarks.machine import ROOT
from benchmarks.rig.room import room
from benchmarks.starting import full_folder

PREVIEWED = ROOT / "content" / "primary" / "ask-first.md"


def measure_parsing(bench: Bench) -> list[Row]:
    """Read a lesson of 200 lines, and the whole one that it was cut from."""
    data = bench.data("parse")
    cut = data / "cut.md"
    lines = cut_lesson(LESSON_FILE, cut, 200)
    times = str(10 * bench.n)
    short = bench.inside("parse", data, "--lesson", str(cut), "-n", times)
    whole = bench.inside("parse", data, "--lesson", str(LESSON_FILE), "-n", times)
    long = LESSON_FILE.read_text(encoding="utf-8").count("\n")
    return [
        Row(f"A lesson of {lines} lines parsed whole", tuple(short["again"]), limits=(Limit("median", 20),)),
        Row(f"The lesson of {long} lines that it was cut from", tuple(whole["again"])),
        Row("The first lesson of a run, the Markdown library loaded with it", tuple(short["first"])),
    ]


def measure_indexing(bench: Bench) -> list[Row]:
    """Read thousands of lessons for the first time, and look through them again."""
    data = bench.data("index")
    make_lessons(data / "data" / "lessons", bench.many)
    first, again = bench.inside("index", data), bench.inside("index", data)
    return [
        Row(
            f"{bench.many:,} lessons indexed for the first time",
            tuple(ms / 1000 for ms in first["index"]),
            unit="s",
        ),
        Row(f"{bench.many:,} lessons looked through, nothing changed", tuple(again["index"])),
    ]


def measure_searching(bench: Bench) -> list[Row]:
    """Put a full library up whole, after the first picture of it, and type into its search field."""
    full = full_folder(bench)
    with room() as here:
        found = bench.inside("search", full, "-n", str(10 * bench.n), display=here.display)
    limits = (Limit("median", 16),)
    return [
        Row(
            f"All of {bench.many:,} lessons put on the shelves, after the picture with the first of them",
            tuple(found["rest"]),
        ),
        Row(
            f"Filter keystroke, {bench.many:,} lessons, to the painted shelf",
            tuple(found["key"]),
            limits=limits,
        ),
    ]


def measure_preview(bench: Bench) -> list[Row]:
    """Save a lesson of sixteen slides while its preview is open."""
    data = bench.data("preview")
    lesson = Path(shutil.copy(PREVIEWED, data / "mine.md"))
    with room() as here:
        words = ("--lesson", str(lesson), "-n", str(2 * bench.n))
        found = bench.inside("preview", data, *words, display=here.display)
    return [
        Row(
            "A lesson saved in an editor, to its painted slide in the preview",
            tuple(found["saved"]),
            limits=(Limit("p95", 300),),
        ),
        Row("The same, until every check of its words and its teaching is done", tuple(found["checked"])),
    ]


def measure_opening(bench: Bench) -> list[Row]:
    """Open a lesson's page and present it, each time in a new process."""
    taken: dict[str, list[float]] = defaultdict(list)
    with room() as here:
        for turn in range(bench.n):
            data = bench.data(f"opening-{turn}")
            found = bench.inside("opening", data, "--lesson-id", LESSON, "-n", "3", display=here.display)
            for name, values in found.items():
                taken[name] += values
    page, projector = (Limit("median", 60),), (Limit("median", 120),)
    return [
        Row("Lesson opened to its page, the first of a run", tuple(taken["page-first"]), limits=page),
        Row("Lesson opened to its page, again", tuple(taken["page-again"]), limits=page),
        Row("From its page to the projector", tuple(taken["projector"]), limits=projector),
    ]
