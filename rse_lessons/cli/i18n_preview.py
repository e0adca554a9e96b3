"""The way `i18n preview`: one slide as it is in a language, as a picture, with English beside it on wish.

It needs no screen. Slides have the numbers that they have in the catalogue, for whichever nation they are.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.in_words import filling
from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.load import load
from rse_lessons.nation.profiles import NATIONS, routes_for
from rse_lessons.presenting.slides import for_nation
from rse_lessons.school import School

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from rse_lessons.i18n.assembled import Assembled
    from rse_lessons.lesson.model import Lesson

WIDTH = 1280
"""Pixels of one slide's picture."""
GAP = 16


class NotShownError(Exception):
    """Nothing can be shown; the words say why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One slide of a lesson in two languages."""

    english: Lesson
    other: Lesson | None
    """None where nothing is translated."""
    left: int
    """Passages of the slide that are in English."""
    passages: int


def preview(options: argparse.Namespace) -> int:
    """Write the picture; 0 when it is there, 1 with a sentence when not."""
    school = School(options.data_dir)
    school.library.refresh()
    if options.folder is not None:
        school.in_languages.lay_over(options.folder)
    try:
        asked = _asked(school, options)
        _write(school, asked, options)
    except NotShownError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        told = tr("{file} could not be used: {reason}.")
        print(told.format(file=options.to, reason=error.strerror or error), file=sys.stderr)
        return 1
    print(tr("Slide {number} written to {file}.").format(number=options.slide, file=options.to))
    if asked.left:
        count = ntr("{count} passage is", "{count} passages are", asked.left)
        words = tr("{passages} in English, of {all} on this slide and in its notes.")
        print(words.format(passages=count, all=asked.passages))
    return 0


def _asked(school: School, options: argparse.Namespace) -> Asked:
    reading = school.read(options.id)
    path = school.path_of(options.id)
    text = load(path, Findings(path)) if path is not None else None
    if reading.lesson is None or path is None or text is None:
        none = tr("There is no lesson “{lesson}”. `rse-lessons list` names the lessons there are.")
        raise NotShownError(none.format(lesson=options.id))
    count = len(reading.lesson.slides)
    if not 1 <= options.slide <= count:
        words = ntr("This lesson has {count} slide.", "This lesson has {count} slides.", count)
        raise NotShownError(words)
    found = school.in_languages.read_text(text, path, options.language)
    passages = _passages(path, text, options.slide)
    if found is None:
        return Asked(reading.lesson, None, len(passages), len(passages))
    for trouble in found[0].troubles:
        print(f"{trouble.path}: {retold(trouble.sentence)}", file=sys.stderr)
    other = found[1].lesson if found[0].shown else None
    return Asked(reading.lesson, other, _english(found[0], passages), len(passages))


def _passages(path: Path, text: str, number: int) -> list[str]:
    from rse_lessons.i18n.documents import document  # noqa: PLC0415  imported late: only here

    return [one.context for one in document(path, text).passages if one.slide == number]


def _english(made: Assembled, passages: list[str]) -> int:
    return sum(one in made.english for one in passages)


def _write(school: School, asked: Asked, options: argparse.Namespace) -> None:
    # Imported late: words that were not understood are answered without loading Qt.
    from rse_lessons.settings.files import write_whole  # noqa: PLC0415
    from rse_lessons.ui.export import as_png  # noqa: PLC0415
    from rse_lessons.ui.paper.slides import with_english_marked  # noqa: PLC0415
    from rse_lessons.ui.without_screen import painting_app  # noqa: PLC0415

    app = painting_app()
    english = _of_nation(school, asked.english, options, asked.english)
    shown = english
    if asked.other is not None:
        shown = with_english_marked(_of_nation(school, asked.other, options, asked.english), english)
    pictures = [_picture(school, shown, options)]
    if options.beside:
        pictures.insert(0, _picture(school, english, options))
    write_whole(options.to.expanduser().absolute(), as_png(_side_by_side(pictures)))
    del app  # it had to live until here


def _of_nation(school: School, lesson: Lesson, options: argparse.Namespace, english: Lesson) -> Lesson:
    """Give the one slide as a nation has it: the one asked for, or the first that has it."""
    one = replace(lesson, slides=(lesson.slides[options.slide - 1],))
    wanted = options.nation or school.preferences.nation
    for code in (wanted, *(code for code in NATIONS if not options.nation)):
        source = english if lesson.english_lines else None
        made = for_nation(one, code, filling(school, code, lesson.language, source))
        if any(slide.parts or not one.slides[0].parts for slide in made.slides):
            return made
    raise NotShownError(tr("This nation has no such slide; name another one: --nation."))


def _picture(school: School, lesson: Lesson, options: argparse.Namespace) -> QImage:
    # Imported late: with Qt.
    from rse_lessons.ui.paper.slides import states_on_paper  # noqa: PLC0415
    from rse_lessons.ui.slide.look import SlideLook  # noqa: PLC0415
    from rse_lessons.ui.slide.paint import scene_image  # noqa: PLC0415
    from rse_lessons.ui.slide.scene import build_scene  # noqa: PLC0415

    nation = school.nation_of(options.nation or school.preferences.nation, lesson.language)
    look = SlideLook(
        band=str(lesson.front.band or ""),
        theme_name="high-contrast" if options.high_contrast else "light",
        language=lesson.language,
        routes=routes_for(nation, lesson.front.readers),
        english_routes=routes_for(school.nation_of(nation.code), lesson.front.readers),
        paper=options.answers,
    )
    return scene_image(build_scene(lesson.slides[0], options.slide, look, states_on_paper(lesson)), WIDTH)


def _side_by_side(pictures: list[QImage]) -> QImage:
    from PySide6.QtCore import QPoint  # noqa: PLC0415  imported late: with Qt
    from PySide6.QtGui import QColor, QImage, QPainter  # noqa: PLC0415

    if len(pictures) == 1:
        return pictures[0]
    width = sum(one.width() for one in pictures) + GAP * (len(pictures) - 1)
    both = QImage(width, pictures[0].height(), QImage.Format.Format_RGB32)
    both.fill(QColor("#857762"))
    painter = QPainter(both)
    at = 0
    for one in pictures:
        painter.drawImage(QPoint(at, 0), one)
        at += one.width() + GAP
    painter.end()
    return both
