"""What can be said after `i18n` on the command line; `i18n` beside it does it. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rse_lessons.i18n.catalogues import tr


def add_to(verbs: Any) -> None:
    """Add the command to those of the command line."""
    help_text = tr("templates, catalogues and checks for those who translate")
    verb = verbs.add_parser(
        "i18n",
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog=f"{tr('example:')}\n  rse-lessons i18n status",
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
    way = ways.add_parser("take", help=tr("take in what a school changed and sent back"))
    way.add_argument("files", nargs="+", type=Path, metavar="FILE.po", help=tr("files that a school sent"))
    _preview(ways)
    way = ways.add_parser(
        "minor-edit", help=tr("after a slip in the English was put right: keep its translations")
    )
    way.add_argument("id", metavar="ID", help=tr("a lesson's or module's id, or the context of one passage"))


def _preview(ways: Any) -> None:
    way = ways.add_parser(
        "preview",
        help=tr("write a picture of a slide as it is translated"),
        epilog=f"{tr('example:')}\n  rse-lessons i18n preview ask-first --language cy --to slide.png",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    way.add_argument("id", metavar=tr("LESSON"), help=tr("a lesson's id, or a lesson file"))
    way.add_argument("--language", required=True, metavar=tr("LANG"), help=tr("such as cy"))
    way.add_argument(
        "--slide",
        type=int,
        default=1,
        metavar="N",
        help=tr("the slide, by the number that the catalogue gives it (default: 1)"),
    )
    way.add_argument("--to", type=Path, required=True, metavar="FILE.png", help=tr("the picture to write"))
    way.add_argument("--beside", action="store_true", help=tr("with the English beside it"))
    way.add_argument(
        "--nation",
        default="",
        choices=("", "eng", "wls", "sct", "nir"),
        help=tr("as this nation has it; without it, the one in Settings"),
    )
    way.add_argument("--answers", action="store_true", help=tr("with what is shown only later"))
    way.add_argument("--high-contrast", action="store_true", help=tr("slides in high contrast"))
