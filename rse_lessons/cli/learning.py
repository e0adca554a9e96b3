"""The command `learning`: whether a certificate is as it was made, and one's own record as JSON."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

from rse_lessons import __version__
from rse_lessons.cli.passcode import admitted
from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.database.faults import UNREADABLE, RecordsError
from rse_lessons.progress.database.learning_rows import read_learning
from rse_lessons.progress.views.learning_export import as_json
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from rse_lessons.training.certificate import LARGEST_PDF, Verdict, check
from rse_lessons.ui.my_learning.words import checked_words


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when all is well, 1 with a sentence when not."""
    school = School(options.data_dir)
    return _verify(options) if options.way == "verify" else _export(school, options)


def _verify(options: argparse.Namespace) -> int:
    path: Path = options.file
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_PDF + 1)
    except OSError as error:
        print(
            tr("{file} could not be read: {reason}.").format(file=path, reason=error.strerror or error),
            file=sys.stderr,
        )
        return 1
    checked = check(content, options.code)
    title, text, good = checked_words(checked)
    print(title if good else f"{title} {text}", file=sys.stdout if good else sys.stderr)
    if good:
        print(text)
    if checked.record is not None and checked.verdict is Verdict.GOOD:
        for one in checked.record.modules:
            right = tr("{right} of {asked}").format(right=one.right, asked=one.asked)
            print(f"- {one.title}: {one.passed}, {right}")
    return 0 if good else 1


def _export(school: School, options: argparse.Namespace) -> int:
    target: Path = options.to
    if not admitted(school.paths):
        return 1
    try:
        learning = read_learning(school.paths.records)
    except (sqlite3.Error, OSError, RecordsError):
        print(tr(UNREADABLE), file=sys.stderr)
        return 1
    made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    text = as_json(learning, made=made, app=__version__, with_words=options.words)
    try:
        write_whole(target, text.encode())
    except OSError as error:
        reason = error.strerror or error
        print(
            tr("{file} could not be written: {reason}. Your records are safe.").format(
                file=target, reason=reason
            ),
            file=sys.stderr,
        )
        return 1
    modules = ntr("{count} module", "{count} modules", len(learning.modules))
    entries = ntr("{count} entry", "{count} entries", len(learning.evidence))
    said = tr("{modules} and {entries} written to {file}.")
    print(said.format(modules=modules, entries=entries, file=target))
    return 0
