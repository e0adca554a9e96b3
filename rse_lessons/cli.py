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
from rse_lessons.cli_i18n_verbs import add_to as add_i18n

if TYPE_CHECKING:
    Verbs: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  it has no public name

BANDS = ("ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16")
"""The ages of lessons, said here too so that `--help` need not load what knows them."""
EPILOG = """\
examples:
  rse-lessons                                   open the app
  rse-lessons list                              the lessons, a line each
  rse-lessons present ask-first --class "2 Oak" give a lesson at once
  rse-lessons new "Kind words" --band ks1       begin a lesson of your own
  rse-lessons preview my-lesson.md              see a lesson while you write it
  rse-lessons check my-lesson.md                what is wrong with a lesson file
  rse-lessons export ask-first --to slides.pdf  a lesson as a PDF

Without a screen, these work: list, check, new, pack, unpack, export, tour, doctor.
"""


_NATIONS = ("eng", "wls", "sct", "nir")


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
    _new(verbs)
    _preview(verbs)
    _export(verbs)
    _packs(verbs)
    _progress(verbs)
    _learning(verbs)
    add_i18n(verbs)
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


def _new(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "new",
        "begin a lesson of your own",
        'rse-lessons new "Kind words" --band lower-ks2 --minutes 40',
    )
    verb.add_argument("title", help="what stands on its cover; the file's name is made from it")
    verb.add_argument("--band", required=True, choices=BANDS, help="the age it is for")
    verb.add_argument("--minutes", type=int, default=45, metavar="N", help="30 to 60 (default: 45)")
    verb.add_argument(
        "--in",
        dest="folder",
        type=Path,
        metavar="FOLDER",
        help="write it there; without, into the folder of your own lessons, and so onto the shelves",
    )


def _preview(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "preview",
        "show a lesson's slides and problems while you write it",
        "rse-lessons preview my-lesson.md",
    )
    verb.add_argument("file", type=Path, metavar="FILE", help="the lesson's file")


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


def _packs(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "pack",
        "write lessons and their pictures into one file, for another school",
        'rse-lessons pack ask-first my-lesson --title "Asking first" --to asking.rsepack --sign',
    )
    verb.add_argument("lessons", nargs="+", metavar="LESSON", help="a lesson's id, or a lesson file")
    verb.add_argument("--to", type=Path, required=True, metavar="FILE.rsepack", help="the file to write")
    verb.add_argument(
        "--title", default="", metavar="WORDS", help="what the pack is called; for one lesson, its own title"
    )
    verb.add_argument("--author", default="", metavar="NAME", help="who made it, as others are to read it")
    verb.add_argument(
        "--id", default="", metavar="ID", help="the short name by which editions of a pack are known"
    )
    verb.add_argument("--sign", action="store_true", help="sign it with your key, which is made when needed")
    verb = _verb(
        verbs,
        "unpack",
        "show what is in a lesson pack, and add it to the school's own lessons",
        "rse-lessons unpack asking.rsepack",
    )
    verb.add_argument("file", type=Path, metavar="FILE.rsepack", help="the pack")
    verb.add_argument("--yes", action="store_true", help="add it without being asked")
    verb.add_argument(
        "--if-here",
        default="keep",
        choices=("keep", "take", "both"),
        help="for lessons whose names are here: keep yours, take theirs, or have both (default: keep)",
    )
    verb.add_argument(
        "--other-signer", action="store_true", help="add it although it is not signed as it was last time"
    )


def _progress(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "progress",
        "look after the records of your classes",
        "rse-lessons progress verify",
    )
    ways = verb.add_subparsers(dest="verb", metavar="VERB", required=True)
    _verb(
        ways,
        "verify",
        "read all records and backups, and say how safe they are; the status is 1 when something is wrong",
        "rse-lessons progress verify",
    )
    _verb(ways, "backup", "make a backup now, and check it", "rse-lessons progress backup")
    way = _verb(
        ways,
        "restore",
        "go back to a day; the records as they are become a backup",
        "rse-lessons progress restore 2026-11-20",
    )
    way.add_argument("day", help="the day of a backup, or its file's name")
    way = _verb(
        ways,
        "export",
        "write all records into one file, for another PC",
        "rse-lessons progress export monday.rserecords",
    )
    way.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    way.add_argument(
        "--words", action="store_true", help="with the words of classes' own rules and prepared answers"
    )
    way.add_argument("--reflections", action="store_true", help="with what you wrote about your own learning")
    way = _verb(
        ways,
        "merge",
        "take in the records of another PC; doing it twice does no harm",
        "rse-lessons progress merge monday.rserecords",
    )
    way.add_argument("file", type=Path, metavar="FILE", help="a file that another PC wrote")


def _learning(verbs: Verbs) -> None:
    verb = _verb(
        verbs,
        "learning",
        "check a certificate, or write your own learning and the modules into files",
        "rse-lessons learning verify certificate.pdf",
    )
    ways = verb.add_subparsers(dest="way", metavar="VERB", required=True)
    way = _verb(
        ways,
        "verify",
        "say whether a certificate is as it was made; the status is 1 when it is not",
        "rse-lessons learning verify certificate.pdf",
    )
    way.add_argument("file", type=Path, metavar="FILE", help="a certificate, or the record beside one")
    way.add_argument("--code", default="", help="the code on the certificate; needed with a record")
    way = _verb(
        ways,
        "export",
        "write your own record of learning as JSON",
        "rse-lessons learning export --to my-learning.json",
    )
    way.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    way.add_argument(
        "--words", action="store_true", help="with reflections, evidence and notes in your words"
    )
    way = _verb(
        ways,
        "scorm",
        "write modules as a SCORM 1.2 package for a learning platform",
        "rse-lessons learning scorm --to modules.zip --nation wls",
    )
    way.add_argument("--to", type=Path, required=True, metavar="FILE", help="the .zip file to write")
    way.add_argument(
        "--module", action="append", default=[], metavar="ID", help="this module only; may be given again"
    )
    way.add_argument("--nation", default="", choices=("", *_NATIONS), help="as this nation reads it")
    way = _verb(
        ways,
        "xapi",
        "write your own record as xAPI statements for a record store",
        'rse-lessons learning xapi --to record.json --name "A Teacher"',
    )
    way.add_argument("--to", type=Path, required=True, metavar="FILE", help="the .json file to write")
    way.add_argument("--name", required=True, help="your name or number at the record store")
    way.add_argument("--home", default="", metavar="ADDRESS", help="where that name holds, as an address")
    way.add_argument("--reflections", action="store_true", help="with the words of your reflections")


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
    if options.command in (None, "present", "preview"):
        return _in_a_window(options)
    if options.command in ("list", "check", "new"):
        return _with_lessons(options)
    if options.command in ("pack", "unpack", "progress", "learning", "i18n"):
        return _with_files(options)
    if options.command == "export":
        from rse_lessons.cli_export import export  # noqa: PLC0415

        return export(options)
    if options.command == "tour":
        from rse_lessons.cli_tour import tour  # noqa: PLC0415

        return tour(options)
    from rse_lessons.cli_doctor import doctor  # noqa: PLC0415

    return doctor(options)


def _in_a_window(options: argparse.Namespace) -> int:
    from rse_lessons.starting import AtOnce, open_app, open_preview  # noqa: PLC0415

    if options.command == "preview":
        return open_preview(options.data_dir, options.file)
    present = options.command == "present"
    at_once = AtOnce(options.lesson, options.class_label, options.start) if present else None
    return open_app(options.data_dir, at_once)


def _with_lessons(options: argparse.Namespace) -> int:
    if options.command == "new":
        from rse_lessons.cli_writing import new  # noqa: PLC0415

        return new(options)
    if options.command == "check" and options.text is not None:
        from rse_lessons.cli_wording import check_words  # noqa: PLC0415

        return check_words(options.text, as_json=options.json)
    from rse_lessons import cli_lessons  # noqa: PLC0415

    return cli_lessons.list_lessons(options) if options.command == "list" else cli_lessons.check(options)


def _about_learning(options: argparse.Namespace) -> int:
    if options.way in ("scorm", "xapi"):
        from rse_lessons import cli_standards  # noqa: PLC0415

        return cli_standards.run(options)
    from rse_lessons import cli_learning  # noqa: PLC0415

    return cli_learning.run(options)


def _with_files(options: argparse.Namespace) -> int:
    if options.command == "learning":
        return _about_learning(options)
    if options.command == "i18n":
        from rse_lessons import cli_i18n  # noqa: PLC0415

        return cli_i18n.run(options)
    if options.command == "progress":
        from rse_lessons import cli_progress  # noqa: PLC0415

        return cli_progress.run(options)
    from rse_lessons import cli_packs  # noqa: PLC0415

    return cli_packs.run(options)
