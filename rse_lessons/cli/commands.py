"""The command line: what can be said, and which module does it.

Exit status: 0 done, 1 something was wrong and said, 2 the words were not understood, 130 stopped.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rse_lessons import __version__
from rse_lessons.cli import i18n_verbs, lesson_verbs, record_verbs
from rse_lessons.cli.language import speak_as_argparse, speak_for
from rse_lessons.i18n.catalogues import ptr, tr


def _epilog() -> str:
    examples = (
        ("", tr("open the app")),
        ("list", tr("the lessons, a line each")),
        ('present ask-first --class "2 Oak"', tr("give a lesson at once")),
        ('new "Kind words" --band ks1', tr("begin a lesson of your own")),
        ("preview my-lesson.md", tr("see a lesson while you write it")),
        ("check my-lesson.md", tr("what is wrong with a lesson file")),
        ("export ask-first --to slides.pdf", tr("a lesson as a PDF")),
    )
    rows = [f"  {'rse-lessons ' + said:<45} {what}" for said, what in examples]
    without = tr("Without a screen, these work: {commands}.").format(commands=", ".join(WITHOUT_SCREEN))
    return "\n".join([tr("examples:"), *rows, "", without])


WITHOUT_SCREEN = ("list", "check", "new", "pack", "unpack", "export", "tour", "doctor")


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line, in the language of the interface."""
    speak_as_argparse()
    top = argparse.ArgumentParser(
        prog="rse-lessons",
        description=tr("Lessons on healthy digital relationships, given offline on a projector."),
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"RSE Lessons {__version__}",
        help=ptr("argparse", "show program's version number and exit"),
    )
    top.add_argument(
        "--data-dir", type=Path, metavar=tr("FOLDER"), help=tr("keep records and settings in this folder")
    )
    verbs = top.add_subparsers(dest="command", metavar=tr("COMMAND"))
    lesson_verbs.add_to(verbs)
    record_verbs.add_to(verbs)
    i18n_verbs.add_to(verbs)
    lesson_verbs.add_tour(verbs)
    what = tr("say what this PC has, which screens, and where the data lie")
    lesson_verbs.verb_of(verbs, "doctor", what, "rse-lessons doctor")
    return top


def run(words: Sequence[str]) -> int:
    """Carry out the command line; gives the exit status."""
    speak_for(words)
    options = parser().parse_args(words)
    try:
        return _do(options)
    except KeyboardInterrupt:
        print(tr("Stopped."), file=sys.stderr)
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
        from rse_lessons.cli.export import export  # noqa: PLC0415

        return export(options)
    if options.command == "tour":
        from rse_lessons.cli.tour import tour  # noqa: PLC0415

        return tour(options)
    from rse_lessons.cli.doctor import doctor  # noqa: PLC0415

    return doctor(options)


def _in_a_window(options: argparse.Namespace) -> int:
    from rse_lessons.starting import AtOnce, open_app, open_preview  # noqa: PLC0415

    if options.command == "preview":
        return open_preview(options.data_dir, options.file, options.language)
    present = options.command == "present"
    at_once = AtOnce(options.lesson, options.class_label, options.start) if present else None
    return open_app(options.data_dir, at_once)


def _with_lessons(options: argparse.Namespace) -> int:
    if options.command == "new":
        from rse_lessons.cli.writing import new  # noqa: PLC0415

        return new(options)
    if options.command == "check" and options.text is not None:
        from rse_lessons.cli.wording import check_words  # noqa: PLC0415

        return check_words(options.text, as_json=options.json, language=options.language)
    from rse_lessons.cli import lessons  # noqa: PLC0415

    return lessons.list_lessons(options) if options.command == "list" else lessons.check(options)


def _about_learning(options: argparse.Namespace) -> int:
    if options.way in ("scorm", "xapi"):
        from rse_lessons.cli import standards  # noqa: PLC0415

        return standards.run(options)
    from rse_lessons.cli import learning  # noqa: PLC0415

    return learning.run(options)


def _with_files(options: argparse.Namespace) -> int:
    if options.command == "learning":
        return _about_learning(options)
    if options.command == "i18n":
        from rse_lessons.cli import i18n  # noqa: PLC0415

        return i18n.run(options)
    if options.command == "progress":
        from rse_lessons.cli import progress  # noqa: PLC0415

        return progress.run(options)
    from rse_lessons.cli import packs  # noqa: PLC0415

    return packs.run(options)
