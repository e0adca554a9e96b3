"""What is timed from inside the program, in a process of its own: `python -m benchmarks.inside VERB ...`.

Here is what needs no window; `inside_windows.py` has the rest. One line of JSON is printed: values by name,
times in milliseconds.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rse_lessons.lesson.reader import Reading, read_lesson
from rse_lessons.nation.profiles import known_codes, known_placeholders
from rse_lessons.school import School

Values = dict[str, list[float]]


def index(args: argparse.Namespace) -> Values:
    """Read every lesson of a data folder and write the index, as the first start does."""
    library = School(args.data_dir).library
    return {"index": [_timed(library.refresh)], "lessons": [float(len(library.cards()))]}


def parse(args: argparse.Namespace) -> Values:
    """Read one lesson whole, again and again; the first time loads the Markdown library."""
    school = School(args.data_dir)
    nations = school.root / "content" / "nations"
    codes, placeholders = known_codes(nations), known_placeholders(nations)

    def read() -> Reading:
        pictures = (args.lesson.parent, school.illustrations)
        return read_lesson(
            args.lesson, picture_folders=pictures, known_codes=codes, known_placeholders=placeholders
        )

    first, reading = _timed(read), read()
    if reading.lesson is None:
        raise SystemExit(f"{args.lesson} could not be read: {reading.problems[0].sentence}")
    return {"first": [first], "again": [_timed(read) for _ in range(args.n)]}


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside", description=__doc__)
    parser.add_argument("verb", choices=("index", "parse", "search", "opening", "activity", "preview"))
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--lesson", type=Path, help="a lesson file, to parse")
    parser.add_argument("--lesson-id", default="", help="a lesson's id, to open")
    parser.add_argument("-n", type=int, default=10)
    args = parser.parse_args()
    if args.verb in ("index", "parse"):
        found = {"index": index, "parse": parse}[args.verb](args)
    else:
        from benchmarks import inside_windows  # noqa: PLC0415  imported late: parsing is timed without Qt

        found = {
            "search": inside_windows.search,
            "opening": inside_windows.opening,
            "activity": inside_windows.activity,
            "preview": inside_windows.preview,
        }[args.verb](args)
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
