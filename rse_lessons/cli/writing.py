"""The command `new`, which writes the frame of a lesson. It needs no screen."""

from __future__ import annotations

import argparse
import sys

from rse_lessons.authors.writing import NotWrittenError, write_lesson
from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Band
from rse_lessons.school import School


def new(options: argparse.Namespace) -> int:
    """Write a new lesson and say where it is and what to do with it; 1 with a sentence when it cannot be."""
    school = School(options.data_dir)
    school.library.refresh()
    folder = options.folder.expanduser().absolute() if options.folder is not None else None
    try:
        path = write_lesson(school, options.title, Band(options.band), options.minutes, folder)
    except NotWrittenError as error:
        print(error, file=sys.stderr)
        return 1
    print(path)
    name = f'"{path}"' if " " in str(path) else str(path)
    print(
        tr("Open it in any editor for plain text, and write your own words wherever it says {mark}.").format(
            mark="{{fill-in: …}}"
        ),
        f"{tr('See it while you write:')} rse-lessons preview {name}",
        f"{tr('What is still to do:')} rse-lessons check {name}",
        sep="\n",
        file=sys.stderr,
    )
    return 0
