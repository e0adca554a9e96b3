"""The commands `pack` and `unpack`: lessons to a file for another school, and back. They need no screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from rse_lessons.authors.arriving import Reception
from rse_lessons.authors.sharing import Label, share
from rse_lessons.cli.export import say_why
from rse_lessons.i18n.catalogues import ntr, ptr, retold, tr
from rse_lessons.lesson.model import Lesson
from rse_lessons.packs.arrival import Arrival, Wish
from rse_lessons.packs.form import ENDING, PackError
from rse_lessons.packs.names import quoted
from rse_lessons.school import School
from rse_lessons.ui.pack_words import (
    added_words,
    here_words,
    maker_words,
    problems_words,
    signature_words,
)

MOST = 5
"""As many problems of a lesson as are told; `check` tells all once it was added."""


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when it is done, 1 with a sentence when not."""
    school = School(options.data_dir)
    school.library.refresh()
    try:
        return _pack(school, options) if options.command == "pack" else _unpack(school, options)
    except PackError as error:
        print(error, file=sys.stderr)
        return 1


def _pack(school: School, options: argparse.Namespace) -> int:
    lessons = _lessons(school, options.lessons)
    if not lessons:
        return 1
    title = options.title or (lessons[0].front.title if len(lessons) == 1 else "")
    if not title:
        print(tr("Say with --title what the pack is called. Nothing was written."), file=sys.stderr)
        return 1
    target: Path = options.to
    if target.suffix != ENDING:
        target = target.with_name(target.name + ENDING)
    label = Label(title, options.author, options.id)
    shared = share(school, lessons, label, target, signed=options.sign, today=date.today())  # noqa: DTZ011  the teacher's own day
    what = tr("{lessons} and {pictures} written to {file}.")
    many = ntr("{count} lesson", "{count} lessons", len(lessons))
    pictures = ntr("{count} picture", "{count} pictures", shared.pictures)
    print(what.format(lessons=many, pictures=pictures, file=target))
    if shared.mark:
        print(tr("Signed. Your fingerprint is {mark}.").format(mark=shared.mark))
    if shared.new_key:
        print(
            tr("A key of yours was made for it. It lies in {file}; keep it to yourself.").format(
                file=school.paths.signing_key
            )
        )
    return 0


def _lessons(school: School, names: Sequence[str]) -> list[Lesson]:
    """Read the lessons, each once; none when one of them cannot be read, which is said."""
    found: list[Lesson] = []
    for name in dict.fromkeys(names):
        reading = school.read(name)
        if reading.lesson is None:
            say_why(reading)
            print(tr("No pack was written. `rse-lessons list` names the lessons there are."), file=sys.stderr)
            return []
        if reading.errors:
            errors = ntr("{count} error", "{count} errors", len(reading.errors))
            said = tr("{file}: {errors}. It goes into the pack as it is.")
            print(said.format(file=reading.lesson.path.name, errors=errors), file=sys.stderr)
        found.append(reading.lesson)
    return found


def _unpack(school: School, options: argparse.Namespace) -> int:
    with Reception(school) as reception:
        arrival = reception.receive(options.file)
        try:
            for line in _told(arrival):
                print(line)
            if not _agreed(arrival, options):
                return 1
            added = reception.accept(arrival, Wish(options.if_here))
        finally:
            arrival.unpacked.discard()
    print(added_words(added))
    school.library.refresh()
    return 0


def _told(arrival: Arrival) -> Iterator[str]:
    """Tell what a pack holds, line by line."""
    yield quoted(arrival.unpacked.manifest.title)
    yield maker_words(arrival)
    title, text = signature_words(arrival)
    yield f"{title}. {text}"
    for found in arrival.lessons:
        lesson = found.lesson
        band = lesson.front.band or "-"
        yield f"  {quoted(lesson.id)}  {band}  {quoted(lesson.front.title)}  [{here_words(found)}]"
        if found.problems:
            yield f"    {problems_words(found)}:"
        for problem in found.problems[:MOST]:
            line = tr("line {number}").format(number=problem.line)
            yield f"    {line}: {problem.severity}: {_plain(retold(problem.sentence))}"


def _plain(sentence: str) -> str:
    """Leave out signs that would do something to a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in sentence)


def _agreed(arrival: Arrival, options: argparse.Namespace) -> bool:
    if arrival.standing.doubtful and not options.other_signer:
        print(
            tr("Nothing was added. When the author has told you that this is right, add --other-signer."),
            file=sys.stderr,
        )
        return False
    if not arrival.wanted:
        print(tr("Nothing was added: all of it is here already."), file=sys.stderr)
        return False
    if options.yes:
        return True
    if not sys.stdin.isatty():
        print(tr("Nothing was added. To add these lessons, say --yes."), file=sys.stderr)
        return False
    answer = input(tr("Add these lessons? [y/N] "))
    # Translators: what may be typed for yes, to a question that ends with [y/N]; a space between several.
    if answer.strip().casefold() in ("y", "yes", *ptr("answer", "y yes").casefold().split()):
        return True
    print(tr("Nothing was added."), file=sys.stderr)
    return False
