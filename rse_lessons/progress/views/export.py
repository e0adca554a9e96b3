"""What was taught, as a table for spreadsheets and as JSON. Pure: text in memory, no file.

Nothing is in here that the grid does not show: whole classes only, and a count under five stays "fewer than
five". The formats are described in docs/progress.md.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from rse_lessons.progress.facts.summary import Standing
from rse_lessons.progress.views.grid import Cell, Count, Grid, LessonLine, Row, Section, State, as_day
from rse_lessons.progress.views.year import SchoolYear

FORMAT = "rse-lessons-progress"
VERSION = 1
FEWER = "fewer than 5"
STAGES = (
    *("welcome", "ground-rules", "baseline", "explore", "practise"),
    *("check", "endpoint", "distance", "signpost", "close"),
)
"""The stages of a lesson, in order."""
HEADS = (
    *("class", "ages", "nation", "lesson", "title", "state", "day", "slide", "slides", "planned for"),
    *(
        "skipped because",
        "days",
        "answer",
        "before",
        "of all before",
        "after",
        "of all after",
        "minutes",
        "minutes planned",
    ),
    *(f"{stage} minutes" for stage in STAGES),
)
"""Words over the columns."""
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula, also after a line break or a tab."""
_WIDE = str.maketrans({"＝": "=", "＋": "+", "－": "-", "＠": "@"})
"""Full-width signs, which some spreadsheets read as the plain ones."""

Standings = Callable[[str, str], Standing]


def harmless(text: str) -> str:
    """Give text that no spreadsheet takes for a formula: with an apostrophe before what begins like one."""
    first = text.lstrip(" \u00a0\ufeff").translate(_WIDE)
    return f"'{text}" if first.startswith(_RISKY) else text


def as_csv(grid: Grid, standing: Standings, heads: Sequence[str] = HEADS) -> str:
    """Write a line for each class and lesson, under `heads`: RFC 4180, with the mark that Excel looks for."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(head) for head in heads])
    for _section, row, line, cell in _lines(grid):
        now = standing(cell.label, cell.lesson)
        writer.writerow([harmless(str(value)) for value in _values(row, line, cell, now)])
    return "\ufeff" + text.getvalue()


def _lines(grid: Grid) -> Iterator[tuple[Section, Row, LessonLine, Cell]]:
    for section in grid.sections:
        for row in section.rows:
            for line, cell in zip(section.lessons, row.cells, strict=True):
                yield section, row, line, cell


def _values(row: Row, line: LessonLine, cell: Cell, now: Standing) -> Iterator[object]:
    hands = cell.hands
    yield from (cell.label, row.known.band, row.known.nation, cell.lesson, line.title, cell.state.value)
    yield _iso(cell.day)
    yield from (cell.slide + 1, cell.slides) if cell.slides else ("", "")
    yield from (_iso(cell.planned), cell.reason, " ".join(_days(now)))
    if hands is None:
        yield from ("", "", "", "", "")
    else:
        yield from (hands.option, _count(hands.before), hands.of_before or "")
        yield from (_count(hands.after), hands.of_after or "")
    spent = _stage_seconds(cell, now)
    yield from (_minutes(sum(spent.values())), _minutes(line.seconds))
    yield from (_minutes(spent.get(stage, 0)) for stage in STAGES)


def as_json(grid: Grid, standing: Standings, *, year: SchoolYear, made: str, app: str) -> str:
    """Write everything that the grid knows; `made` is the time in UTC, `app` the program's version."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "app": app,
        "made": made,
        "year": {"first": year.first.isoformat(), "last": year.last.isoformat()},
        "classes": [_class(row, section, standing) for section in grid.sections for row in section.rows],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _class(row: Row, section: Section, standing: Standings) -> dict[str, object]:
    known = row.known
    pairs = zip(section.lessons, row.cells, strict=True)
    return {
        "label": known.label,
        "band": known.band,
        "nation": known.nation,
        "plan": list(known.plan),
        "next": row.next,
        "lessons": [_lesson(line, cell, standing(cell.label, cell.lesson)) for line, cell in pairs],
    }


def _lesson(line: LessonLine, cell: Cell, now: Standing) -> dict[str, object]:
    begun = cell.state in (State.BEGUN, State.TAUGHT)
    return {
        "id": cell.lesson,
        "title": line.title,
        "state": cell.state.value,
        "day": _iso(cell.day),
        "days": _days(now),
        "slide": cell.slide + 1 if cell.slides else None,
        "slides": cell.slides or None,
        "planned_for": _iso(cell.planned),
        "skipped_because": cell.reason,
        "votes": {block: _counts(found) for block, found in now.tallies.items()} if begun else {},
        "compared": [list(pair) for pair in line.compared],
        "seconds": {stage: round(taken) for stage, taken in _stage_seconds(cell, now).items()},
        "planned_seconds": dict(line.stages),
    }


def _counts(counts: Mapping[str, Count]) -> dict[str, int | str]:
    return {option: FEWER if count is None else count for option, count in counts.items()}


def _stage_seconds(cell: Cell, now: Standing) -> dict[str, float]:
    """Give how long the stages took in the run that the cell is about."""
    told = bool(cell.slides) if cell.state is State.BEGUN else now.status == "taught"
    current = told and cell.state in (State.BEGUN, State.TAUGHT)
    return {stage: max(0.0, taken) for stage, taken in now.stage_seconds.items()} if current else {}


def _days(now: Standing) -> list[str]:
    return sorted(day for day in now.days if as_day(day))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _count(count: Count) -> int | str:
    return FEWER if count is None else count


def _minutes(seconds: float) -> int | str:
    return round(seconds / 60) if seconds else ""
