"""The command `progress`: the records in a terminal. It needs no screen."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from rse_lessons.cli.export import bar
from rse_lessons.cli.passcode import admitted
from rse_lessons.i18n.catalogues import ntr, ptr, tr
from rse_lessons.progress.between.merging import preview, read_file, take_in, write_file
from rse_lessons.progress.between.oddities import SENTENCES as ODDITIES
from rse_lessons.progress.between.oddities import NotTakenError, shown
from rse_lessons.progress.between.pieces import MERGE_ENDING
from rse_lessons.progress.database.backup import Backup, StoppedError, back_up, list_backups, verify
from rse_lessons.progress.database.faults import SENTENCES, RecordsError, fault_of
from rse_lessons.progress.database.journal import Journal
from rse_lessons.progress.recording.store import Store
from rse_lessons.progress.upkeep.care import look_after
from rse_lessons.progress.upkeep.health import Health, health
from rse_lessons.progress.upkeep.restoring import NOT_GOOD, BackupNotGoodError, restore
from rse_lessons.school import School
from rse_lessons.ui.keeping.words import kept_words, said_words

T = TypeVar("T")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when it is done and all is well, 1 with a sentence when not."""
    school = School(options.data_dir)
    verbs: dict[str, Callable[[School, argparse.Namespace], int]] = {
        "verify": _verify,
        "backup": _back_up,
        "restore": _restore,
        "export": _export,
        "merge": _merge,
    }
    try:
        return verbs[options.verb](school, options)
    except BackupNotGoodError:
        print(tr(NOT_GOOD), file=sys.stderr)
    except NotTakenError as error:
        print(tr(ODDITIES[error.oddity]).format(file=shown(options.file)), file=sys.stderr)
    except TimeoutError:
        print(
            tr("RSE Lessons is open and at work on these records. Close it and try again."), file=sys.stderr
        )
    except (sqlite3.Error, OSError, RecordsError) as error:
        print(tr(SENTENCES[fault_of(error)]), file=sys.stderr)
    except StoppedError:
        print(tr("Stopped. Nothing is half done."), file=sys.stderr)
    return 1


def _verify(school: School, _options: argparse.Namespace) -> int:
    """Say what the page "Where your records are" says, after reading everything."""
    records = school.paths.records
    backups = [verify(backup) for backup in list_backups(records)]
    found = health(records.parent, records.name)
    _say(found)
    bad = [backup.path.name for backup in backups if not backup.checked]
    for name in bad:
        print(tr("- The backup {name} is damaged, and will not be used.").format(name=name))
    return 0 if found.is_sound and not bad else 1


def _say(found: Health) -> None:
    kept = kept_words(found, datetime.now(UTC))
    print(f"{kept.title} {kept.text}".strip())
    for fact in (*kept.where, *kept.safe):
        print(f"- {fact.title}. {fact.detail}" if fact.good is not None else f"- {fact.title}: {fact.detail}")
    for day in kept.days:
        print(f"- {day.key}: {day.title}, {day.detail}")


def _back_up(school: School, _options: argparse.Namespace) -> int:
    records = school.paths.records
    if not records.exists():
        print(tr("Nothing is recorded yet, so there is nothing to back up."), file=sys.stderr)
        return 1
    look_after(records, datetime.now(UTC))
    made = back_up(records, datetime.now(UTC))
    steps = ntr(
        "{count} step is backed up and checked", "{count} steps are backed up and checked", made.events
    )
    print(f"{steps}: {made.path}")
    return 0


def _restore(school: School, options: argparse.Namespace) -> int:
    records = school.paths.records
    backup = _backup(list_backups(records), options.day)
    if backup is None:
        print(
            tr("There is no backup {day}. `progress verify` names those there are.").format(day=options.day),
            file=sys.stderr,
        )
        return 1
    print(said_words(restore(records, backup, datetime.now(UTC)).sentences))
    return 0


def _backup(backups: list[Backup], wanted: str) -> Backup | None:
    """Give the newest backup of a day, or the one of this name."""
    named = (one for one in backups if wanted in (one.path.name, f"{one.made:%Y-%m-%d}"))
    return next(named, None)


def _export(school: School, options: argparse.Namespace) -> int:
    target: Path = options.file
    if (options.words or options.reflections) and not admitted(school.paths):
        return 1
    if target.suffix != MERGE_ENDING:
        target = target.with_name(target.name + MERGE_ENDING)
    try:
        with _opened(school) as store, bar(ptr("unit", "step")) as tick:
            written = write_file(
                target,
                school.paths.records,
                _waiting(store),
                with_words=options.words,
                with_reflections=options.reflections,
                tick=tick,
            )
    except OSError as error:
        reason = error.strerror or error
        print(
            tr("{file} could not be written: {reason}. Your records are safe.").format(
                file=target, reason=reason
            ),
            file=sys.stderr,
        )
        return 1
    steps = ntr("{count} step", "{count} steps", written.events)
    print(tr("{steps} written to {file}.").format(steps=steps, file=written.path))
    return 0


def _merge(school: School, options: argparse.Namespace) -> int:
    with bar(ptr("unit", "step")) as tick:
        contents = read_file(options.file, now=datetime.now(UTC), tick=tick)
    found = preview(contents, school.paths.records)
    with _opened(school) as store, bar(ptr("unit", "step")) as tick:
        new = take_in(contents, _waiting(store), tick=tick)
    classes = ", ".join(one.label for one in found.classes)
    print(tr("{new} of {steps} steps were new.").format(new=new, steps=len(contents.events)))
    if classes:
        print(tr("Classes: {classes}.").format(classes=classes))
    return 0


@contextmanager
def _opened(school: School) -> Iterator[Store]:
    def tell(sentence: str) -> None:
        print(sentence, file=sys.stderr)

    paths = school.paths
    store = Store(paths.records, now=lambda: datetime.now(UTC), tell=tell, marks=paths.device_marks)
    try:
        yield store
    finally:
        store.close()


def _waiting(store: Store) -> Callable[[Callable[[Journal], T]], T]:
    def do(work: Callable[[Journal], T]) -> T:
        job = store.do(work)
        job.wait()
        return job.result()

    return do
