"""What can be said on the command line about records and learning. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rse_lessons.cli.lesson_verbs import verb_of
from rse_lessons.i18n.catalogues import tr

if TYPE_CHECKING:
    Verbs: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  it has no public name

_NATIONS = ("eng", "wls", "sct", "nir")


def add_to(verbs: Verbs) -> None:
    """Add the commands about records and learning."""
    _progress(verbs)
    _learning(verbs)


def _progress(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "progress",
        tr("look after the records of your classes"),
        "rse-lessons progress verify",
    )
    ways = verb.add_subparsers(dest="verb", metavar=tr("VERB"), required=True)
    verb_of(
        ways,
        "verify",
        tr(
            "read all records and backups, and say how safe they are; the status is 1 when something is wrong"
        ),
        "rse-lessons progress verify",
    )
    verb_of(ways, "backup", tr("make a backup now, and check it"), "rse-lessons progress backup")
    way = verb_of(
        ways,
        "restore",
        tr("go back to a day; the records as they are become a backup"),
        "rse-lessons progress restore 2026-11-20",
    )
    way.add_argument("day", help=tr("the day of a backup, or its file's name"))
    way = verb_of(
        ways,
        "export",
        tr("write all records into one file, for another PC"),
        "rse-lessons progress export monday.rserecords",
    )
    way.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("the file to write"))
    way.add_argument(
        "--words", action="store_true", help=tr("with the words of classes' own rules and prepared answers")
    )
    way.add_argument(
        "--reflections", action="store_true", help=tr("with what you wrote about your own learning")
    )
    way = verb_of(
        ways,
        "merge",
        tr("take in the records of another PC; doing it twice does no harm"),
        "rse-lessons progress merge monday.rserecords",
    )
    way.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("a file that another PC wrote"))


def _learning(verbs: Verbs) -> None:
    verb = verb_of(
        verbs,
        "learning",
        tr("check a certificate, or write your own learning and the modules into files"),
        "rse-lessons learning verify certificate.pdf",
    )
    ways = verb.add_subparsers(dest="way", metavar=tr("VERB"), required=True)
    way = verb_of(
        ways,
        "verify",
        tr("say whether a certificate is as it was made; the status is 1 when it is not"),
        "rse-lessons learning verify certificate.pdf",
    )
    way.add_argument(
        "file", type=Path, metavar=tr("FILE"), help=tr("a certificate, or the record beside one")
    )
    way.add_argument("--code", default="", help=tr("the code on the certificate; needed with a record"))
    way = verb_of(
        ways,
        "export",
        tr("write your own record of learning as JSON"),
        "rse-lessons learning export --to my-learning.json",
    )
    way.add_argument("--to", type=Path, required=True, metavar=tr("FILE"), help=tr("the file to write"))
    way.add_argument(
        "--words", action="store_true", help=tr("with reflections, evidence and notes in your words")
    )
    way = verb_of(
        ways,
        "scorm",
        tr("write modules as a SCORM 1.2 package for a learning platform"),
        "rse-lessons learning scorm --to modules.zip --nation wls",
    )
    way.add_argument("--to", type=Path, required=True, metavar=tr("FILE"), help=tr("the .zip file to write"))
    way.add_argument(
        "--module", action="append", default=[], metavar="ID", help=tr("this module only; may be given again")
    )
    way.add_argument("--nation", default="", choices=("", *_NATIONS), help=tr("as this nation reads it"))
    way = verb_of(
        ways,
        "xapi",
        tr("write your own record as xAPI statements for a record store"),
        'rse-lessons learning xapi --to record.json --name "A Teacher"',
    )
    way.add_argument("--to", type=Path, required=True, metavar=tr("FILE"), help=tr("the .json file to write"))
    way.add_argument("--name", required=True, help=tr("your name or number at the record store"))
    way.add_argument(
        "--home", default="", metavar=tr("ADDRESS"), help=tr("where that name holds, as an address")
    )
    way.add_argument("--reflections", action="store_true", help=tr("with the words of your reflections"))
