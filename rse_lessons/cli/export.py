"""The command `export`: a lesson to a PDF or a folder of pictures. It needs no screen."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.i18n.catalogues import ntr, ptr, retold, tr
from rse_lessons.in_class.on_paper import drawn, where
from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.reader import Reading
from rse_lessons.school import School

if TYPE_CHECKING:
    from rse_lessons.presenting.ink import Drawing


def say_why(reading: Reading) -> None:
    """Say why a lesson cannot be read; one that is not there has no file to name."""
    for problem in reading.problems:
        said = retold(problem.sentence)
        missing = problem.rule == "lesson-missing"
        print(said if missing else problem._replace(sentence=said), file=sys.stderr)


def export(options: argparse.Namespace) -> int:
    """Write the lesson; 0 when it is there whole, 1 with a sentence when not, 130 when stopped."""
    school = School(options.data_dir)
    school.library.refresh()
    reading = school.read(options.lesson, options.language)
    if reading.lesson is None:
        say_why(reading)
        print(tr("Nothing was written. `rse-lessons list` names the lessons there are."), file=sys.stderr)
        return 1
    if reading.lesson.front.audience and options.what == "parents":
        print(
            tr("This is a staff meeting; it has nothing to send home. Nothing was written."), file=sys.stderr
        )
        return 1
    if options.language not in ("", reading.lesson.language):
        print(_not_there(school, options), file=sys.stderr)
        return 1
    return _write(school, school.as_taught(reading.lesson), options)


def _not_there(school: School, options: argparse.Namespace) -> str:
    """Say that a lesson is not there in a language, and in which it is."""
    there = ", ".join(f"{one.tag} ({one.name})" for one in school.languages_of(options.lesson))
    words = tr("Nothing was written: nothing of this lesson is in the language “{language}”.")
    said = words.format(language=options.language)
    return (
        tr("{sentence} Besides English it is in {languages}.").format(sentence=said, languages=there)
        if there
        else said
    )


def _write(school: School, lesson: Lesson, options: argparse.Namespace) -> int:
    # Imported late: words that were not understood are answered without loading Qt.
    from rse_lessons.ui.export import ExportError, What  # noqa: PLC0415
    from rse_lessons.ui.export import export as write  # noqa: PLC0415
    from rse_lessons.ui.paper.pages import StoppedError  # noqa: PLC0415
    from rse_lessons.ui.slide.look import SlideLook  # noqa: PLC0415
    from rse_lessons.ui.without_screen import painting_app  # noqa: PLC0415

    app = painting_app()
    look = SlideLook(
        band=str(lesson.front.band or ""),
        theme_name="high-contrast" if options.high_contrast else "light",
        routes=school.routes(lesson),
        english_routes=school.english_routes(lesson),
    )
    if options.drawings:
        drawings = _drawings(school, lesson, options)
        if not drawings:
            return 1
        look = replace(look, drawn=lambda number: drawings.get(number, ()))
    sheets = {"blank": What.WORKSHEETS, "filled": What.FILLED}
    what = sheets.get(options.worksheets) or What(options.what)
    try:
        with stop_asked() as stopped, bar(ptr("unit", "page")) as progress:
            count = write(
                drawn(school, lesson, what),
                look,
                options.to,
                what,
                where=where(school, lesson, what),
                large=options.large_print,
                progress=progress,
                stopped=stopped,
            )
    except ExportError as error:
        print(error, file=sys.stderr)
        return 1
    except StoppedError:
        print(tr("Stopped. Nothing was written."), file=sys.stderr)
        return 130
    del app  # it had to live until here
    print(_done(count, options.to, pictures=options.to.suffix.lower() != ".pdf"))
    return 0


def _drawings(school: School, lesson: Lesson, options: argparse.Namespace) -> dict[int, Drawing]:
    """Find what was drawn over slides with a class, by their numbers; for none, say so and give none."""
    from rse_lessons.presenting import ink  # noqa: PLC0415  imported late: only when it is wanted
    from rse_lessons.presenting.slides import slides_of  # noqa: PLC0415
    from rse_lessons.progress.database.reading import read_summary  # noqa: PLC0415

    if options.worksheets or options.what not in ("slides", "notes"):
        print(tr("Drawings are on slides. Write slides, or slides with notes."), file=sys.stderr)
        return {}
    read = read_summary(school.paths.records)
    if read.sentence:
        print(read.sentence, file=sys.stderr)
        return {}
    pages = ink.pages(slides_of(lesson))
    kept = ink.drawings_from(read.summary.standing(options.class_label, lesson.id).drawings, pages)
    if not any(kept.values()):
        none = tr(
            "Nothing was written: no drawings are kept for this lesson without a class; name one: --class."
        )
        if options.class_label:
            none = tr("Nothing was written: no drawings are kept for this lesson with the class “{label}”.")
        print(none.format(label=options.class_label), file=sys.stderr)
        return {}
    return {number: kept.get(page, ()) for number, page in enumerate(pages, 1)}


def _done(count: int, target: Path, *, pictures: bool) -> str:
    if pictures:
        many = ntr("{count} picture", "{count} pictures", count)
        return tr("{pictures} written into {folder}.").format(pictures=many, folder=target)
    many = ntr("{count} page", "{count} pages", count)
    return tr("{pages} written to {file}.").format(pages=many, file=target)


@contextmanager
def stop_asked() -> Iterator[Callable[[], bool]]:
    """Turn Ctrl+C into a question that work asks between pages, so that nothing is left half-done."""
    asked = False

    def note(*_: object) -> None:
        nonlocal asked
        asked = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def bar(unit: str) -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how far the work is."""
    from tqdm import tqdm  # noqa: PLC0415  imported late: start-up

    shown = tqdm(unit=unit, leave=False, disable=not sys.stderr.isatty())

    def progress(done: int, total: int) -> None:
        shown.total = total
        shown.update(done - shown.n)

    try:
        yield progress
    finally:
        shown.close()
