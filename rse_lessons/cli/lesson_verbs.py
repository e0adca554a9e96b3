"""What can be said on the command line about lessons. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rse_lessons.i18n.catalogues import tr

if TYPE_CHECKING:
    Verbs: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  it has no public name

BANDS = ("ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16")
"""The ages of lessons, said here too so that `--help` need not load what knows them."""


def verb_of(verbs: Verbs, name: str, help_text: str, example: str) -> argparse.ArgumentParser:
    """Add a verb with its help and an example."""
    return verbs.add_parser(
        name,
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog=f"{tr('example:')}\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_to(verbs: Verbs) -> None:
    """Add the commands about lessons."""
    for add in (_present, _list, _check, _new, _preview, _export, _packs):
        add(verbs)


def _present(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "present",
        tr("give a lesson at once"),
        'rse-lessons present ask-first --class "2 Oak" --from 3',
    )
    verb.add_argument("lesson", help=tr("a lesson's id, or a lesson file"))
    verb.add_argument(
        "--class",
        dest="class_label",
        default="",
        metavar=tr("LABEL"),
        help=tr("the class; never a pupil's name"),
    )
    verb.add_argument("--from", dest="start", type=int, metavar="N", help=tr("begin at slide N"))


def _list(verbs: Verbs) -> None:
    verb = verb_of(verbs, "list", tr("list the lessons"), "rse-lessons list --json")
    verb.add_argument("--json", action="store_true", help=tr("as JSON"))


def _check(verbs: Verbs) -> None:
    verb = verb_of(
        verbs, "check", tr("say what is wrong with lesson files"), "rse-lessons check lessons/my-lesson.md"
    )
    verb.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar=tr("PATH"),
        help=tr("files or folders; without any, every lesson"),
    )
    verb.add_argument(
        "--text",
        metavar=tr("FILE"),
        help=tr("instead of lessons, the words of any text, a sentence a line; - reads standard input"),
    )
    verb.add_argument(
        "--language",
        metavar=tr("LANG"),
        default="",
        help=tr("the language of that text, such as cy (default: the interface's language)"),
    )
    verb.add_argument("--json", action="store_true", help=tr("as JSON"))


def _new(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "new",
        tr("begin a lesson of your own"),
        'rse-lessons new "Kind words" --band lower-ks2 --minutes 40',
    )
    verb.add_argument("title", help=tr("what stands on its cover; the file's name is made from it"))
    verb.add_argument("--band", required=True, choices=BANDS, help=tr("the age it is for"))
    verb.add_argument("--minutes", type=int, default=45, metavar="N", help=tr("30 to 60 (default: 45)"))
    verb.add_argument(
        "--in",
        dest="folder",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("write it there; without, into the folder of your own lessons, and so onto the shelves"),
    )


def _preview(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "preview",
        tr("show a lesson's slides and problems while you write it"),
        "rse-lessons preview my-lesson.md",
    )
    verb.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("the lesson's file, or a lesson's id"))
    verb.add_argument(
        "--language",
        default="",
        metavar=tr("LANG"),
        help=tr("as it is translated, following its catalogue; such as cy"),
    )


def _export(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "export",
        tr("write a lesson to PDF or PNG"),
        "rse-lessons export ask-first --to plan.pdf --as plan",
    )
    verb.add_argument("lesson", help=tr("a lesson's id, or a lesson file"))
    verb.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE.pdf|FOLDER",
        help=tr("a .pdf file, or a folder for PNG"),
    )
    what = verb.add_mutually_exclusive_group()
    what.add_argument(
        "--as",
        dest="what",
        default="slides",
        choices=("slides", "notes", "plan", "parents", "handouts"),
        help=tr("slides, slides with notes, the plan, the parent pack or the handouts (default: slides)"),
    )
    what.add_argument(
        "--worksheets",
        choices=("blank", "filled"),
        help=tr("each activity on a sheet to write on and cut out, or filled in one way to see it"),
    )
    verb.add_argument(
        "--language",
        default="",
        metavar=tr("LANG"),
        help=tr("as far as it is in this language, such as cy; without it, in English"),
    )
    verb.add_argument("--high-contrast", action="store_true", help=tr("slides in high contrast"))
    verb.add_argument("--large-print", action="store_true", help=tr("documents in large print"))
    verb.add_argument(
        "--drawings", action="store_true", help=tr("with what was drawn over the slides with the class")
    )
    verb.add_argument(
        "--class",
        dest="class_label",
        default="",
        metavar=tr("LABEL"),
        help=tr("the class whose drawings are meant"),
    )


def add_tour(verbs: Verbs) -> None:
    """Add the command that takes pictures."""
    verb = verb_of(
        verbs, "tour", tr("write a picture of every window in every theme"), "rse-lessons tour pictures"
    )
    verb.add_argument("folder", type=Path, help=tr("where the pictures go"))
    verb.add_argument(
        "--only", default="", metavar=tr("WORDS"), help=tr("only pictures whose names hold these words")
    )
    verb.add_argument(
        "--language",
        default="",
        metavar=tr("LANG"),
        help=tr("the windows in this language, such as cy; qps is English in brackets, a third longer"),
    )


def _packs(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "pack",
        tr("write lessons and their pictures into one file, for another school"),
        'rse-lessons pack ask-first my-lesson --title "Asking first" --to asking.rsepack --sign',
    )
    verb.add_argument("lessons", nargs="+", metavar=tr("LESSON"), help=tr("a lesson's id, or a lesson file"))
    verb.add_argument("--to", type=Path, required=True, metavar="FILE.rsepack", help=tr("the file to write"))
    verb.add_argument(
        "--title",
        default="",
        metavar=tr("WORDS"),
        help=tr("what the pack is called; for one lesson, its own title"),
    )
    verb.add_argument(
        "--author", default="", metavar=tr("NAME"), help=tr("who made it, as others are to read it")
    )
    verb.add_argument(
        "--id", default="", metavar="ID", help=tr("the short name by which editions of a pack are known")
    )
    verb.add_argument(
        "--sign", action="store_true", help=tr("sign it with your key, which is made when needed")
    )
    verb = verb_of(
        verbs,
        "unpack",
        tr("show what is in a lesson pack, and add it to the school's own lessons"),
        "rse-lessons unpack asking.rsepack",
    )
    verb.add_argument("file", type=Path, metavar="FILE.rsepack", help=tr("the pack"))
    verb.add_argument("--yes", action="store_true", help=tr("add it without being asked"))
    verb.add_argument(
        "--if-here",
        default="keep",
        choices=("keep", "take", "both"),
        help=tr("for lessons whose names are here: keep yours, take theirs, or have both (default: keep)"),
    )
    verb.add_argument(
        "--other-signer", action="store_true", help=tr("add it although it is not signed as it was last time")
    )
