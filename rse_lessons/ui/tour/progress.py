"""Pictures of the progress window, with a year that is made up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from rse_lessons.lesson.card import Card
from rse_lessons.presenting.report import report
from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.grid import LessonLine, Records, cell_of
from rse_lessons.progress.views.year import school_year
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.progress.known import CellDetails, Known, days_of
from rse_lessons.ui.progress.page import ProgressPage
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import TODAY, Given

_CLASSES = (
    ("3 Alder", "lower-ks2"),
    ("4 Maple", "lower-ks2"),
    ("4 Willow", "lower-ks2"),
    ("5 Oak", "upper-ks2"),
    ("6 Rowan", "upper-ks2"),
    ("8B", "ks3"),
)
_TAUGHT = {
    "3 Alder": ((12, 21, "2026-09-24"), (10, 23, "2026-10-08")),
    "4 Maple": ((9, 22, "2026-11-06"),),
    "4 Willow": ((11, 19, "2026-11-05"),),
    "5 Oak": ((8, 24, "2026-10-01"), (14, 20, "2026-10-22"), (12, 25, "2026-11-12")),
    "6 Rowan": ((13, 26, "2026-10-02"), (None, 21, "2026-10-23")),
}
"""For each class its lessons in order: hands before and after, and the day."""
_BEGUN = {"4 Maple": (6, 14, "2026-11-17"), "6 Rowan": (3, 12, "2026-11-18")}
"""Where a class stopped: the slide, of how many, and the day."""
_PLANNED = {"4 Willow": 1, "5 Oak": 5}
"""In how many days a class has its next lesson."""


def pages(given: Given) -> dict[str, partial[Shown]]:
    """Name the pictures."""
    if not given.lessons:
        return {}
    return {
        "progress": partial(page),
        "progress-details": partial(page, opened=("4 Maple", 1)),
        "progress-taught": partial(page, opened=("5 Oak", 0)),
        "progress-class": partial(page, opened=("3 Alder", -1)),
        "progress-calendar": partial(page, view="calendar"),
        "progress-curriculum": partial(page, view="curriculum"),
        "progress-empty": partial(page, classes=()),
    }


def page(
    given: Given,
    theme: Theme,
    *,
    view: str = "classes",
    opened: tuple[str, int] | None = None,
    classes: tuple[tuple[str, str], ...] = _CLASSES,
) -> Shown:
    """Show the window with a view in front, or with a class's lesson, by its place, open beside it."""
    window = LibraryWindow(theme)
    window.set_nations(given.nations, given.nation.code)
    window.set_cards(given.cards)
    made = ProgressPage(theme, window.covers)
    known = _known(given, tuple(ClassInfo(label, band) for label, band in classes))
    made.details_wanted.connect(
        lambda label, lesson: made.show_details(_details(given, known, label, lesson))
    )
    made.show_known(known)
    made.show_view(view)
    window.show_page(made)

    def open_cell() -> None:
        if opened is not None:
            label, place = opened
            lessons = _lessons_of(known, label)
            made.grid.setCurrentIndex(made.grid.grid.find(label, lessons[place].id if place >= 0 else ""))
            made.open_details(label, lessons[place].id if place >= 0 else "")

    window.painted.connect(open_cell)
    return Shown(window)


def _known(given: Given, classes: tuple[ClassInfo, ...]) -> Known:
    lines = tuple(
        LessonLine(card.id, card.title, card.band, card.slides, card.stages, card.compared)
        for card in given.cards
        if isinstance(card, Card)
    )
    standings = {
        (known.label, lesson): standing
        for known in classes
        for lesson, standing in _standings(given, known, [line for line in lines if line.band == known.band])
    }
    met: dict[str, list[str]] = {}
    for label, lesson in standings:
        met.setdefault(label, []).append(lesson)
    areas = given.coverage.get(given.nation.code, ())
    return Known(
        Records(classes, lines, met, lambda label, lesson: standings.get((label, lesson), Standing())),
        TODAY,
        given.nation.code,
        areas[0][0] if areas else "",
        {band: phase.name for band, phase in given.nation.phases.items()},
        {card.id: card.cover_path for card in given.cards},
        tuple(areas[0][1]) if areas else (),
        date(2027, 8, 31),
    )


def _standings(given: Given, known: ClassInfo, lines: list[LessonLine]) -> list[tuple[str, Standing]]:
    found = []
    taught = _TAUGHT.get(known.label, ())
    for line, (before, after, day) in zip(lines, taught, strict=False):
        found.append((line.id, _taught(given, line, (before, after), day)))
    place = len(found)
    if place < len(lines) and known.label in _BEGUN:
        slide, slides, day = _BEGUN[known.label]
        when = f"{day}T10:40:00.000Z"
        times = {"welcome": 130, "ground-rules": 170, "baseline": 150, "explore": 600}
        found.append(
            (
                lines[place].id,
                Standing("begun", slide, slides, when, stage_seconds=times, days=frozenset({day})),
            )
        )
    elif place < len(lines) and known.label in _PLANNED:
        day = (TODAY + timedelta(days=_PLANNED[known.label])).isoformat()
        found.append((lines[place].id, Standing(planned=day)))
    if known.label == "3 Alder" and len(lines) > 3:
        found.append((lines[3].id, Standing(skipped="covered-elsewhere")))
    return found


def _taught(given: Given, line: LessonLine, hands: tuple[int | None, int | None], day: str) -> Standing:
    when = f"{day}T11:20:00.000Z"
    tallies: dict[str, Mapping[str, int | None]] = {}
    for pair in line.compared[:1]:
        options = _options(given, line.id, pair[1])
        for block, count, other in zip(pair, hands, (9, None), strict=True):
            tallies[block] = {name: count if not place else other for place, name in enumerate(options)}
    seconds = {stage: planned + (-40, 70, 0)[place % 3] for place, (stage, planned) in enumerate(line.stages)}
    return Standing(
        "taught",
        line.slides - 1,
        line.slides,
        when,
        tallies=tallies,
        stage_seconds=seconds,
        seen=frozenset(range(line.slides)),
        taught=when,
        days=frozenset({day}),
    )


def _options(given: Given, lesson: str, vote: str) -> list[str]:
    found = next(one for one in given.lessons if one.id == lesson)
    blocks = [part for slide in found.slides for part in slide.parts if getattr(part, "id", "") == vote]
    return [option.id for option in getattr(blocks[0], "options", ())]


def _lessons_of(known: Known, label: str) -> list[LessonLine]:
    band = next(info.band for info in known.records.classes if info.label == label)
    return [line for line in known.records.lessons if line.band == band]


def _details(given: Given, known: Known, label: str, lesson: str) -> CellDetails:
    line = next(line for line in known.records.lessons if line.id == lesson)
    now = known.records.standing(label, lesson)
    cell = cell_of(label, line, now, school_year(TODAY, known.nation))
    taught = next(one for one in given.lessons if one.id == lesson)
    told = (
        report(
            taught,
            stage_seconds=now.stage_seconds,
            tallies=now.tallies,
            seen=now.seen,
            slide=now.slide,
            finished=now.status == "taught",
        )
        if now.status
        else None
    )
    return CellDetails(cell, line, days_of(now), told)
