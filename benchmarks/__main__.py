"""Measure everything in one run and print the table; with --write put it into docs/performance.md."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.activities import measure_activities
from benchmarks.bench import Bench, BenchError
from benchmarks.calm import TRIES, Calmest, at_calmest, how_calm
from benchmarks.figures import Row
from benchmarks.languages import measure_languages
from benchmarks.machine import ROOT, describe_machine
from benchmarks.my_learning import measure_my_learning
from benchmarks.presenting import measure_presenting
from benchmarks.progress_window import measure_progress
from benchmarks.records import measure_records
from benchmarks.rig.room import RoomError
from benchmarks.starting import measure_starting
from benchmarks.table import as_markdown, as_text, put_between
from benchmarks.teacher_mode import measure_teacher_mode
from benchmarks.using import (
    measure_indexing,
    measure_opening,
    measure_parsing,
    measure_preview,
    measure_searching,
)

PAGE = ROOT / "docs" / "performance.md"
# In the order of the table.
MEASUREMENTS: Mapping[str, Callable[[Bench], list[Row]]] = {
    "starting": measure_starting,
    "records": measure_records,
    "searching": measure_searching,
    "opening": measure_opening,
    "preview": measure_preview,
    "progress": measure_progress,
    "teacher-mode": measure_teacher_mode,
    "my-learning": measure_my_learning,
    "presenting": measure_presenting,
    "activities": measure_activities,
    "languages": measure_languages,
    "parsing": measure_parsing,
    "indexing": measure_indexing,
}


def main(words: Sequence[str] | None = None) -> int:
    """Measure; return 0 when every figure is reached, 1 when one is not or could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a glance: few repeats, 500 lessons instead of 5,000"
    )
    parser.add_argument(
        "--only", action="append", choices=list(MEASUREMENTS), metavar="NAME", help=", ".join(MEASUREMENTS)
    )
    parser.add_argument("-n", type=int, default=0, help="how often a whole start is repeated (default: 9)")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.relative_to(ROOT)}")
    args = parser.parse_args(words)
    if args.write and (args.quick or args.only):
        parser.error("only a whole run is written down: leave out --quick and --only")
    machine = describe_machine()
    done: dict[str, Calmest[list[Row]]] = {}
    failed = False
    with tempfile.TemporaryDirectory(prefix="rse-benchmarks-") as folder:
        compile_into(Path(folder) / "compiled")
        benches = [
            Bench(
                Path(folder) / f"try-{number}",
                args.n or (3 if args.quick else 9),
                500 if args.quick else 5000,
            )
            for number in range(TRIES)
        ]
        for one in benches:
            one.folder.mkdir()
        for name, measure in MEASUREMENTS.items():
            if args.only and name not in args.only:
                continue
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            try:
                done[name] = at_calmest(measure, benches)
            except (BenchError, RoomError) as problem:
                print(f"{name}: {problem}", file=sys.stderr)
                failed = True
    rows = [row for part in done.values() for row in part.made]
    machine.append(how_calm(done))
    print("\n".join([*machine, "", as_text(rows)]))
    if args.write and not failed:
        PAGE.write_text(
            put_between(PAGE.read_text(encoding="utf-8"), as_markdown(rows, machine)), encoding="utf-8"
        )
    return 1 if failed or any(row.met is False for row in rows) else 0


def compile_into(folder: Path) -> None:
    """Let the programs that are measured find compiled Python there, as installed ones do at a second start.

    Otherwise a checkout would be measured with, and its dependencies without, the time that compiling takes.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


if __name__ == "__main__":
    sys.exit(main())
