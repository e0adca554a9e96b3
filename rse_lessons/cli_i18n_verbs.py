"""What can be said after `i18n` on the command line; `cli_i18n` does it. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rse_lessons.i18n.catalogues import tr


def add_to(verbs: Any) -> None:
    """Add the command to those of the command line."""
    help_text = "templates, catalogues and checks for those who translate"
    verb = verbs.add_parser(
        "i18n",
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog="example:\n  rse-lessons i18n status",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verb.add_argument(
        "--in",
        dest="folder",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("the folder of the languages; without it, the program's own"),
    )
    ways = verb.add_subparsers(dest="way", metavar=tr("VERB"), required=True)
    way = ways.add_parser("extract", help=tr("write a template of every catalogue"))
    way.add_argument(
        "--to",
        type=Path,
        metavar=tr("FOLDER"),
        default=Path("out/templates"),
        help=tr("where the templates go (default: out/templates)"),
    )
    way = ways.add_parser(
        "update", help=tr("bring catalogues up to the English of today; a new language begins so")
    )
    way.add_argument(
        "languages", nargs="*", metavar=tr("LANG"), help=tr("such as cy; without any, all that are begun")
    )
    way = ways.add_parser("status", help=tr("count, by language, what is whole, reviewed, stale and missing"))
    way.add_argument("--json", action="store_true", help=tr("as JSON, with every catalogue"))
    way = ways.add_parser(
        "check", help=tr("say what is wrong with translations; the status is 1 for an error")
    )
    way.add_argument(
        "languages", nargs="*", metavar=tr("LANG"), help=tr("such as cy; without any, all that are begun")
    )
    way = ways.add_parser(
        "minor-edit", help=tr("after a slip in the English was put right: keep its translations")
    )
    way.add_argument("id", metavar="ID", help=tr("a lesson's or module's id, or the context of one passage"))
