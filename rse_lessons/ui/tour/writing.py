"""Pictures of writing a lesson: the window that asks for it, and its preview in several states."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.lesson.load import NOT_UTF8
from rse_lessons.lesson.model import Band
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.reader import read_text
from rse_lessons.lesson.skeleton.frame import new_lesson
from rse_lessons.nation.fill_in import left_open
from rse_lessons.nation.profiles import routes_for
from rse_lessons.presenting.slides import for_nation, slides_of
from rse_lessons.ui.assets import assets
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.dialogs.new_lesson import NewLessonDialog
from rse_lessons.ui.preview.desk import Shown as OnDesk
from rse_lessons.ui.preview.window import PreviewWindow
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given

TITLE = "Kind words online"
_MENDED = (
    Problem(
        Path("kind-words-online.md"),
        96,
        Severity.ERROR,
        "The stage “practise” comes before “check”; move this slide up.",
        "stage-order",
    ),
    Problem(
        Path("kind-words-online.md"),
        192,
        Severity.ADVICE,
        "This slide has no notes; say what to say, what to listen for, and what if.",
        "no-notes",
    ),
)


def ask(given: Given, theme: Theme, host: QWidget, *, wrong: bool = False) -> Shown:
    """Ask for a new lesson; `wrong` says why a title cannot be one."""
    sentence = tr("There is already a lesson “{title}” ({file}). Please give yours another title.").format(
        title=given.title("ask-first"), file="ask-first.md"
    )
    bands = [(band, ages_line(band)) for band in AGES]
    dialog = NewLessonDialog(theme, bands, lambda _title: sentence if wrong else "", "ks3", host)
    dialog.field.setText(given.title("ask-first") if wrong else TITLE)
    if wrong:
        dialog.write.click()
    return Shown(dialog, fills=False)


def preview(
    given: Given, theme: Theme, *, slide: int = 0, problems: tuple[Problem, ...] | None = None
) -> Shown:
    """Show a lesson that was just begun, or one with these problems only."""
    window, shown = _window(given, theme, problems)
    window.go_to(slide)
    window.show_problems(shown, checking=False)
    for row in window.desk.rows:
        if problems is None and row.problem is not None and "the first column" in row.problem.sentence:
            row.click()
            return Shown(window, last=partial(window.desk.show_widget, row))
    return Shown(window)


def mended(given: Given, theme: Theme) -> Shown:
    """Show a lesson with a problem and a piece of advice."""
    return preview(given, theme, slide=9, problems=_MENDED)


def fine(given: Given, theme: Theme) -> Shown:
    """Show a lesson with nothing to put right."""
    return preview(given, theme, slide=11, problems=())


def unreadable(given: Given, theme: Theme) -> Shown:
    """Show the slides of a file that cannot be read just now."""
    window, _shown = _window(given, theme, ())
    problem = Problem(Path("kind-words-online.md"), 96, Severity.ERROR, NOT_UTF8, "not-utf8")
    window.show_unreadable(retold(NOT_UTF8))
    window.show_problems([OnDesk(problem, 3, "")], checking=False)
    return Shown(window)


def _window(
    given: Given, theme: Theme, problems: tuple[Problem, ...] | None
) -> tuple[PreviewWindow, list[OnDesk]]:
    text = new_lesson(TITLE, Band.KS3)
    path = assets() / "illustrations" / "kind-words-online.md"
    reading = read_text(text, path)
    if reading.lesson is None:
        raise ValueError("a new lesson can always be read")
    lesson = for_nation(reading.lesson, given.nation.code, left_open)
    slides, lines = slides_of(lesson), text.split("\n")
    window = PreviewWindow(theme, path.name, given.nations, given.nation.code)
    routes = routes_for(given.english or given.nation, str(Band.KS3))
    contrast = theme.high_contrast
    window.contrast.setChecked(contrast)
    look = SlideLook(
        str(Band.KS3),
        theme_name="high-contrast" if contrast else "light",
        routes=routes,
        nation=given.nation.code,
        language=lesson.language,
        pictures=given.pictures,
    )
    window.show_slides(slides, look)
    found = reading.problems if problems is None else problems
    shown = [
        OnDesk(one, sum(slide.place.line <= one.line for slide in slides) - 1, lines[one.line - 1])
        for one in found
    ]
    return window, shown
