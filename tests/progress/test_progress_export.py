"""The grid as a table for spreadsheets and as JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rse_lessons.progress.facts.labels import LONGEST
from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.export import FEWER, HEADS, as_csv, as_json, harmless
from rse_lessons.progress.views.grid import Grid, LessonLine, Records, Wanted, make_grid
from rse_lessons.progress.views.year import school_year

YEAR = school_year(date(2026, 11, 19))
LINE = LessonLine(
    "sharing", "Sharing pictures", "ks3", 14, (("welcome", 120), ("explore", 600)), (("before", "after"),)
)
TAUGHT = Standing(
    "taught",
    13,
    14,
    "2026-11-03T11:20:00.000Z",
    tallies={"before": {"yes": 12, "no": 16}, "after": {"yes": 25, "no": None}},
    stage_seconds={"welcome": 150.0, "explore": 660.0},
    taught="2026-11-03T11:20:00.000Z",
    days=frozenset({"2026-11-03", "2026-10-27"}),
)


def made(label: str = "7B", title: str = "Sharing pictures", now: Standing = TAUGHT) -> tuple[Grid, Records]:
    lessons = (LINE._replace(title=title),)
    records = Records((ClassInfo(label, "ks3", "wls"),), lessons, {label: ["sharing"]}, lambda _a, _b: now)
    return make_grid(records, Wanted(YEAR), ["ks3"]), records


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_line_for_each_class_and_lesson_under_its_heads() -> None:
    grid, records = made()
    head, line = rows(as_csv(grid, records.standing))
    assert tuple(head) == HEADS
    assert len(set(HEADS)) == len(HEADS)
    told = dict(zip(head, line, strict=True))
    assert (told["class"], told["title"], told["state"]) == ("7B", "Sharing pictures", "taught")
    assert (told["day"], told["days"]) == ("2026-11-03", "2026-10-27 2026-11-03")
    assert (told["answer"], told["before"], told["of all before"]) == ("yes", "12", "28")
    assert (told["after"], told["of all after"]) == ("25", "")
    assert (told["minutes"], told["minutes planned"], told["explore minutes"]) == ("14", "12", "11")


def test_a_count_under_five_is_never_a_number() -> None:
    few = Standing("taught", taught=TAUGHT.taught, tallies={"before": {"yes": None}, "after": {"yes": None}})
    grid, records = made(now=few)
    told = dict(zip(*rows(as_csv(grid, records.standing)), strict=True))
    assert (told["before"], told["after"]) == (FEWER, FEWER)
    data = json.loads(as_json(grid, records.standing, year=YEAR, made="", app="1"))
    assert data["classes"][0]["lessons"][0]["votes"] == {"before": {"yes": FEWER}, "after": {"yes": FEWER}}


@pytest.mark.parametrize(
    "label", ["=1+1", "+7B", "-7B", "@7B", "=HYPERLINK('x')", " =1", "＝1", "\t=1", "＠a", "－1", "＋1"]
)
def test_no_cell_is_a_formula(label: str) -> None:
    assert harmless(label).startswith("'")
    grid, records = made(label, f"{label} title")
    for line in rows(as_csv(grid, records.standing)):
        assert not any(cell.strip()[:1] in set("=+-@＝＋－＠") for cell in line)


@pytest.mark.parametrize("label", ["7B", "Année 3", "Blwyddyn 4", "7=B", "", "'quoted'"])
def test_ordinary_words_stay_as_they_are(label: str) -> None:
    assert harmless(label) == label


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=LONGEST)


@settings(max_examples=60)
@given(TEXT, TEXT)
@example("=cmd|' /C calc'!A0", '"\r\n=1+1')
@example("a\r=1", "b\n+1")
def test_any_words_come_back_and_are_no_formula(label: str, title: str) -> None:
    grid, records = made(label, title)
    _head, line = rows(as_csv(grid, records.standing))
    assert line[0] in {label, f"'{label}"}
    assert line[4] in {title, f"'{title}"}
    assert not any(cell.lstrip(" \u00a0\ufeff")[:1] in set("=+-@\t\r\n＝＋－＠") for cell in line if cell)


def test_json_holds_all_of_it_with_its_version() -> None:
    grid, records = made()
    text = as_json(grid, records.standing, year=YEAR, made="2026-11-19T10:00:00Z", app="0.1.0")
    data = json.loads(text)
    assert (data["format"], data["version"], data["made"]) == (
        "rse-lessons-progress",
        1,
        "2026-11-19T10:00:00Z",
    )
    assert data["year"] == {"first": "2026-09-01", "last": "2027-08-31"}
    (known,) = data["classes"]
    assert (known["label"], known["band"], known["nation"], known["next"]) == ("7B", "ks3", "wls", "")
    (lesson,) = known["lessons"]
    assert (lesson["state"], lesson["day"], lesson["slide"]) == ("taught", "2026-11-03", None)
    assert lesson["compared"] == [["before", "after"]]
    assert lesson["seconds"] == {"welcome": 150, "explore": 660}
    assert lesson["planned_seconds"] == {"welcome": 120, "explore": 600}


def test_what_the_grid_does_not_show_is_not_taken_out() -> None:
    """Drawings, states of activities and what was ticked stay in the records."""
    rich = Standing(
        "taught",
        taught=TAUGHT.taught,
        states={"quiz": {"picked": "secret-choice"}},
        drawings={"3": ({"pen": "secret-pen", "points": [1, 2]},)},
        prepared=frozenset({"secret-item"}),
    )
    grid, records = made(now=rich)
    for text in (
        as_csv(grid, records.standing),
        as_json(grid, records.standing, year=YEAR, made="", app="1"),
    ):
        assert "secret" not in text
