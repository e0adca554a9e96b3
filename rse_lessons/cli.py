"""The command line: what can be said, and which module does it.

Exit status: 0 done, 1 something was wrong and said, 2 the words were not understood, 130 stopped.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rse_lessons import __version__

if TYPE_CHECKING:
    Verbs: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  it has no public name

EPILOG = """\
examples:
  rse-lessons                                   open the app
  rse-lessons list                              the lessons, a line each
  rse-lessons present ask-first --class "2 Oak" give a lesson at once
  rse-lessons check my-lesson.md                what is wrong with a lesson file
  rse-lessons export ask-first --to slides.pdf  a lesson as a PDF

Without a screen, these work: list, check, export, tour, doctor.
"""


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="rse-lessons",
        description="Lessons on healthy digital relationships, given offline on a projector.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"RSE Lessons {__version__}")
    top.add_argument(
        "--data-dir", type=Path, metavar="FOLDER", help="keep records and settings in this folder"
    )
    verbs = top.add_subparsers(dest="command", metavar="COMMAND")
    _present(verbs)
    _list(verbs)
    _check(verbs)
    _export(verbs)
    _tour(verbs)
    _verb(
        verbs, "doctor", "say what this PC has, which screens, and where the data lie", "rse-lessons doctor"
    )
    return top


def _verb(verbs: Verbs, name: str, help_text: str, example: str) -> argparse.ArgumentParser:
    return verbs.add_parser(
        name,
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _present(verbs: Verbs) -> None:
    verb = _verb(
        verbs, "present", "give a lesson at once", 'rse-lessons present ask-first --class "2 Oak" --from 3'
    )
    verb.add_argument("lesson", help="a lesson's id, or a lesson file")
    verb.add_argument(
        "--class", dest="class_label", default="", metavar="LABEL", help="the class; never a pupil's name"
    )
    verb.add_argument("--from", dest="start", type=int, metavar="N", help="begin at slide N")


def _list(verbs: Verbs) -> None:
    verb = _verb(verbs, "list", "list the lessons", "rse-lessons list --json")
    verb.add_argument("--json", action="store_true", help="as JSON")


def _check(verbs: Verbs) -> None:
    verb = _verb(
        verbs, "check", "say what is wrong with lesson files", "rse-lessons check lessons/my-lesson.md"
    )
    verb.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders; without any, every lesson"
    )
    verb.add_argument(
        "--text",
        metavar="FILE",
        help="instead of lessons, the words of any text, a sentence a line; - reads standard input",
    )
    verb.add_argument("--json", action="store_true", help="as JSON")


def _export(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "export",
        "write a lesson to PDF or PNG",
        "rse-lessons export ask-first --to plan.pdf --as plan",
    )
    verb.add_argument("lesson", help="a lesson's id, or a lesson file")
    verb.add_argument(
        "--to", type=Path, required=True, metavar="FILE.pdf|FOLDER", help="a .pdf file, or a folder for PNG"
    )
    what = verb.add_mutually_exclusive_group()
    what.add_argument(
        "--as",
        dest="what",
        default="slides",
        choices=("slides", "notes", "plan", "parents", "handouts"),
        help="slides, slides with notes, the plan, the parent pack or the handouts (default: slides)",
    )
    what.add_argument(
        "--worksheets",
        choices=("blank", "filled"),
        help="each activity on a sheet to write on and cut out, or filled in one way to see it",
    )
    verb.add_argument("--high-contrast", action="store_true", help="slides in high contrast")
    verb.add_argument("--large-print", action="store_true", help="documents in large print")
    verb.add_argument(
        "--drawings", action="store_true", help="with what was drawn over the slides with the class"
    )
    verb.add_argument(
        "--class", dest="class_label", default="", metavar="LABEL", help="the class whose drawings are meant"
    )


def _tour(verbs: Verbs) -> None:
    verb = _verb(verbs, "tour", "write a picture of every window in every theme", "rse-lessons tour pictures")
    verb.add_argument("folder", type=Path, help="where the pictures go")
    verb.add_argument(
        "--only", default="", metavar="WORDS", help="only pictures whose names hold these words"
    )


def run(words: Sequence[str]) -> int:
    """Carry out the command line; gives the exit status."""
    options = parser().parse_args(words)
    try:
        return _do(options)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _do(options: argparse.Namespace) -> int:
    # Each command's module is imported late: start-up.
    if options.command in (None, "present"):
        from rse_lessons.starting import AtOnce, open_app  # noqa: PLC0415

        present = options.command == "present"
        at_once = AtOnce(options.lesson, options.class_label, options.start) if present else None
        return open_app(options.data_dir, at_once)
    if options.command == "check" and options.text is not None:
        from rse_lessons.cli_wording import check_words  # noqa: PLC0415

        return check_words(options.text, as_json=options.json)
    if options.command in ("list", "check"):
        from rse_lessons import cli_lessons  # noqa: PLC0415

        return cli_lessons.list_lessons(options) if options.command == "list" else cli_lessons.check(options)
    if options.command == "export":
        from rse_lessons.cli_export import export  # noqa: PLC0415

        return export(options)
    if options.command == "tour":
        from rse_lessons.cli_tour import tour  # noqa: PLC0415

        return tour(options)
    from rse_lessons.cli_doctor import doctor  # noqa: PLC0415

    return doctor(options)
