"""Pictures of lessons in other languages: the class's slides in one and in two, the console, the panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ENGLISH
from rse_lessons.lesson.model import Lesson
from rse_lessons.ui.dialogs.languages import LanguagesWindow
from rse_lessons.ui.language_words import standing_words
from rse_lessons.ui.lesson_languages import in_short
from rse_lessons.ui.slide.readings import Readings, Reads
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.slide.tongues import SIGNS
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour import giving
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.widgets.chooser import Choice

Picture = Callable[[Given, Theme], Shown]
LANGUAGE, SECOND = "cy", "en"
LESSON = "ask-first"
NAMES = {"cy": "welsh", "ga": "irish", "gd": "gaelic"}
"""What a language is called in the name of a picture."""


def other(given: Given) -> str:
    """Give the language beside English: that of the windows where lessons are there in it, or Welsh."""
    known = given.language != ENGLISH and given.language in dict(given.lessons_in)
    return given.language if known else LANGUAGE


def readings_of(given: Given, lesson: Lesson, theme: Theme) -> Readings:
    """Give a lesson in its languages."""
    return Readings(lesson, given.look(lesson, theme), partial(given.in_language, lesson.id))


def class_sees(given: Given) -> dict[str, Picture]:
    """Name the pictures of one lesson's slides in a language, and in two in each arrangement."""
    lesson = next((one for one in given.lessons if one.id == LESSON), None)
    if lesson is None:
        return {}
    tag = other(given)
    wanted = {f"in-{NAMES.get(tag, tag)}": Reads(tag)}
    wanted |= {f"in-two-{how}": Reads(tag, SECOND, how) for how in SIGNS}
    return {
        f"{name}-{index + 1:02}": partial(_slide, lesson=lesson, index=index, reads=reads)
        for name, reads in wanted.items()
        for index in range(len(lesson.slides))
    }


def _slide(given: Given, theme: Theme, *, lesson: Lesson, index: int, reads: Reads) -> Shown:
    readings = readings_of(given, lesson, theme)
    look = readings.look(reads)
    slide, other = readings.slide(index, look)
    return giving.projector(theme, build_scene(slide, index + 1, look, {}, other), slide.title)


def consoles(given: Given) -> dict[str, Picture]:
    """Name the pictures of the teacher's window while the class reads another language, or two."""
    lesson = next((one for one in given.lessons if one.id == LESSON), None)
    if lesson is None:
        return {}
    tag = other(given)
    wanted = {
        f"console-in-{NAMES.get(tag, tag)}": (Reads(tag), ()),
        **{f"console-in-two-{how}": (Reads(tag, SECOND, how), ()) for how in SIGNS},
        "console-in-two-as-text": (Reads(tag, SECOND), (giving.does("text-view"),)),
    }
    made: dict[str, Picture] = {
        name: partial(_console, lesson=lesson, slide=1, reads=reads, steps=steps)
        for name, (reads, steps) in wanted.items()
    }
    made["console-one-fits"] = partial(
        _console, lesson=lesson, slide=8, reads=Reads(tag, SECOND), steps=(giving.does("reveal"),)
    )
    return made


def _console(
    given: Given, theme: Theme, *, lesson: Lesson, slide: int, reads: Reads, steps: tuple[giving.Step, ...]
) -> Shown:
    readings = readings_of(given, lesson, theme)
    return giving.console(given, theme, lesson, slide, *steps, readings=readings, reads=reads)


def panel(given: Given, theme: Theme, host: QWidget, *, two: bool) -> Shown:
    """Choose in the middle of a lesson what the class reads."""
    known = given.languages_of(LESSON)
    offered = [Choice(*given.lessons_in[0]), *(Choice(one.tag, one.name, in_short(one)) for one in known)]
    owns = [Choice(one.tag, one.name, standing_words(one)) for one in given.windows_in]
    window = LanguagesWindow(theme, offered, owns, class_label="2 Oak", parent=host)
    window.show_chosen(Reads(other(given), SECOND if two else "", "small"), given.language)
    return Shown(window, fills=False)


def read_again(given: Given) -> dict[str, Picture]:
    """Name the picture of the window in which a translation is read, where one is there."""
    tag = other(given)
    if given.read_again is None or all(one.tag != tag for one in given.languages_of(LESSON)):
        return {}
    return {"review": partial(_read_again, tag=tag)}


def _read_again(given: Given, theme: Theme, *, tag: str) -> Shown:
    if given.read_again is None:
        raise ValueError("nothing reads translations here")
    window, end = given.read_again(LESSON, tag, theme)
    return Shown(window, end=end)


WINDOWS = {
    "languages": partial(panel, two=False),
    "languages-two": partial(panel, two=True),
}
