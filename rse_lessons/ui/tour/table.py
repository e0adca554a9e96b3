"""Every picture of the tour by name, and in which themes, sizes and text sizes it is taken.

A new window is a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.slides import slides_of
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.special import blank_scene, help_scene, safe_scene, waiting_scene
from rse_lessons.ui.theme import THEMES, Theme
from rse_lessons.ui.tour import (
    activities,
    aloud,
    asides,
    between,
    endings,
    giving,
    languages,
    my_learning,
    packs,
    panels,
    profiles,
    progress,
    records,
    rehearsals,
    shelves,
    small,
    teacher,
    teacher_blocks,
    times,
    tools,
    writing,
)
from rse_lessons.ui.tour.camera import Shown, host_on
from rse_lessons.ui.tour.given import FEATURED, Given

Make = Callable[[Given, Theme], Shown]
MakeSmall = Callable[[Given, Theme, QWidget], Shown]
SMALL, LARGE = QSize(1280, 720), QSize(1920, 1080)
SIZES = (SMALL, LARGE)
SCALES = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file's name without ending, how it is made, and in which theme and size."""

    name: str
    make: Make
    theme: str
    scale: float
    size: QSize


def windows(given: Given) -> dict[str, Make]:
    """Give every window of the teacher's."""
    pages = _pages([lesson for lesson in given.lessons if lesson.id in FEATURED])
    return {
        "library": shelves.library,
        "library-first-day": shelves.first_day,
        "library-empty": shelves.empty,
        "library-guests": profiles.guests,
        "library-no-results": shelves.no_results,
        **{f"coverage-{code}": partial(shelves.coverage, nation=code) for code in given.coverage},
        **progress.pages(given),
        "records": records.keeping,
        **my_learning.PAGES,
        **teacher.pages(given),
        **teacher_blocks.pages(given),
        **pages,
        "preview": writing.preview,
        "preview-problems": writing.mended,
        "preview-fine": writing.fine,
        "preview-unreadable": writing.unreadable,
        **(giving.consoles(given.lessons) if given.lessons else {}),
        **asides.offered(given.lessons),
        **(tools.consoles(given.lessons[-1]) if given.lessons else {}),
        **(aloud.consoles(given.lessons[-1]) if given.lessons else {}),
        **languages.consoles(given),
        **languages.read_again(given),
        **(rehearsals.PAGES if given.lessons else {}),
        **(activities.consoles(given.demonstration) if given.demonstration else {}),
    }


def _pages(lessons: Sequence[Lesson]) -> dict[str, Make]:
    return {f"lesson-{lesson.id}": partial(shelves.lesson_page, lesson=lesson) for lesson in lessons}


SMALL_ONES: Mapping[str, MakeSmall] = {
    "settings-looks": partial(small.settings, page=0),
    "settings-teaching": partial(small.settings, page=1),
    "settings-keys": partial(small.settings, page=2),
    "settings-languages": partial(small.settings, page=3),
    "settings-data": partial(small.settings, page=4),
    "settings-profiles": partial(small.settings, page=5),
    "keys": small.keys,
    "ask-new-class": small.new_class,
    "ask-new-lesson": writing.ask,
    "ask-new-lesson-wrong": partial(writing.ask, wrong=True),
    "ask-print": small.to_print,
    "ask-time-left": small.time_left,
    "report": partial(times.went, whole=True),
    "report-stopped": partial(times.went, whole=False),
    "class-rules": asides.class_rules,
    "class-rules-name": partial(asides.class_rules, asks=True),
    "question-box": asides.question_box,
    "answers": asides.answers,
    "answers-covered": asides.covered,
    "ask-privacy": asides.privacy,
    "help-lines": small.help_lines,
    "ask-end": small.end,
    "ask-passcode": aloud.unlock,
    "ask-passcode-wait": aloud.waits,
    "ask-passcode-forgotten": partial(aloud.unlock, forgotten=True),
    "passcode-new": partial(aloud.passcode, there=False),
    "passcode-change": partial(aloud.passcode, there=True),
    "ask-which-screen": partial(small.which_screen, many=False),
    "ask-which-screens": partial(small.which_screen, many=True),
    "ask-one-screen": small.one_screen,
    "ask-mirrored": small.mirrored,
    "wording": small.wording,
    "wording-empty": partial(small.wording, text=""),
    **between.WINDOWS,
    **packs.WINDOWS,
    **profiles.WINDOWS,
    **records.WINDOWS,
    **endings.WINDOWS,
    **my_learning.WINDOWS,
    **rehearsals.WINDOWS,
    **languages.WINDOWS,
}
"""Small windows, which fit themselves to the screen they are on."""


def _on_screen(make: MakeSmall, size: QSize) -> Make:
    """Make a small window on the screen of this size."""

    def made(given: Given, theme: Theme) -> Shown:
        host = host_on(size)
        return replace(make(given, theme, host), end=host.deleteLater)

    return made


def shots(given: Given, only: str = "") -> tuple[Shot, ...]:
    """Give the pictures whose names hold every word of `only`, by theme and text size."""
    found = [shot for theme in THEMES for scale in SCALES for shot in _of_theme(given, theme, scale)]
    words = only.casefold().split()
    return tuple(shot for shot in found if all(word in shot.name for word in words))


def _of_theme(given: Given, theme: str, scale: float) -> Iterator[Shot]:
    for size in SIZES:
        small_ones = {name: _on_screen(make, size) for name, make in SMALL_ONES.items()}
        usual = theme == "light" and scale == 1.0 and size == SMALL
        others = [lesson for lesson in given.lessons if usual and lesson.id not in FEATURED]
        for name, make in {**windows(given), **_pages(others), **small_ones}.items():
            text = f"-{scale:.0%}".rstrip("%") if scale != 1.0 else ""
            yield Shot(f"{name}-{theme}-{size.width()}{text}", make, theme, scale, size)
    # Slides know no dark theme, and their words do not follow the text size of windows.
    if scale == 1.0 and theme != "dark":
        for name, make in _class_sees(given).items():
            yield Shot(f"projector-{name}-{theme}-{LARGE.width()}", make, theme, scale, LARGE)


def _class_sees(given: Given) -> dict[str, Make]:
    made: dict[str, Make] = {**asides.class_sees(given.lessons), **languages.class_sees(given)}
    if given.demonstration:
        made.update({**activities.class_sees(given.demonstration), **times.talks(given.demonstration)})
    for lesson in given.lessons:
        for number, slide in enumerate(slides_of(lesson), 1):

            def scene(given: Given, theme: Theme, lesson=lesson, slide=slide, number=number) -> SlideScene:  # type: ignore[no-untyped-def]  # noqa: ANN001
                return build_scene(slide, number, given.look(lesson, theme))

            made[f"{lesson.id}-{number:02}"] = _seen(scene, slide.title)
    if given.lessons:
        made.update(tools.class_sees(given.lessons[-1]))
        made.update(panels.class_sees(given.lessons[0]))
        first = given.lessons[0]
        routes = given.routes[first.id]
        made["safe"] = _seen(lambda given, theme: safe_scene(given.look(first, theme)), "")
        made["help"] = _seen(lambda given, theme: help_scene(routes, given.look(first, theme)), "")
        made["black"] = _seen(lambda _given, _theme: blank_scene("black"), "")
        made["white"] = _seen(lambda _given, _theme: blank_scene("white"), "")
        made["waiting"] = _seen(lambda given, theme: waiting_scene(given.look(first, theme)), "")
        opening = slides_of(first)[0]
        made["one-screen"] = _seen(
            lambda given, theme: build_scene(opening, 1, given.look(first, theme)), opening.title, alone=True
        )
    return made


def _seen(scene: Callable[[Given, Theme], SlideScene], words: str, *, alone: bool = False) -> Make:
    return lambda given, theme: giving.projector(theme, scene(given, theme), words, alone=alone)
