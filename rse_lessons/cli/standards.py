"""The commands `learning scorm` and `learning xapi`: files for a learning platform. They need no screen."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from pathlib import Path

from rse_lessons.cli.export import bar
from rse_lessons.cli.passcode import admitted
from rse_lessons.i18n.catalogues import ntr, ptr, tr
from rse_lessons.nation.profiles import NationError
from rse_lessons.progress.database.faults import UNREADABLE, RecordsError
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from rse_lessons.staffroom.standard_files import NoModuleError, package_of, record_of
from rse_lessons.standards.xapi import HOME, Learner


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when the file is written, 1 with a sentence when not."""
    school = School(options.data_dir)
    return _scorm(school, options) if options.way == "scorm" else _xapi(school, options)


def _scorm(school: School, options: argparse.Namespace) -> int:
    target = _with_ending(options.to, ".zip")
    try:
        nation = school.nation_of(options.nation) if options.nation else None
        with bar(ptr("unit", "module")) as progress:
            made = package_of(school, options.module, nation, progress)
    except NoModuleError as error:
        known = ", ".join(module.id for module in school.modules)
        print(
            tr("There is no module “{name}”. Nothing was written. There are: {known}.").format(
                name=error, known=known
            ),
            file=sys.stderr,
        )
        return 1
    except NationError as error:
        print(f"{error} {tr('Nothing was written.')}", file=sys.stderr)
        return 1
    except OSError as error:
        return _not_made(target, error)
    if not _write(target, made.content):
        return 1
    modules = ntr("{count} module", "{count} modules", made.count)
    size = f"{len(made.content) / 1000:.0f}"
    print(tr("{modules}, {size} KB, written to {file}.").format(modules=modules, size=size, file=target))
    print(tr("It is a SCORM 1.2 package: add it to a course in your learning platform. Nothing was sent."))
    return 0


def _xapi(school: School, options: argparse.Namespace) -> int:
    target = _with_ending(options.to, ".json")
    if not admitted(school.paths):
        return 1
    learner = Learner(options.name, options.home or HOME)
    try:
        school.library.refresh()
        made = record_of(school, learner, with_reflections=options.reflections)
    except ValueError as error:
        print(f"{error} {tr('Nothing was written.')}", file=sys.stderr)
        return 1
    except (sqlite3.Error, RecordsError):
        print(tr(UNREADABLE), file=sys.stderr)
        return 1
    except OSError as error:
        return _not_made(target, error)
    if not _write(target, made.content):
        return 1
    count = ntr("{count} statement", "{count} statements", made.count)
    print(tr("{statements} written to {file}. Nothing was sent.").format(statements=count, file=target))
    return 0


def _with_ending(target: Path, ending: str) -> Path:
    return target if target.suffix.lower() == ending else target.with_name(target.name + ending)


def _write(target: Path, content: bytes) -> bool:
    try:
        write_whole(target, content)
    except OSError as error:
        _not_made(target, error)
        return False
    return True


def _not_made(target: Path, error: OSError) -> int:
    reason = error.strerror or error
    print(
        tr("{file} could not be written: {reason}. Your records are safe.").format(
            file=target, reason=reason
        ),
        file=sys.stderr,
    )
    return 1
