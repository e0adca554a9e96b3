"""A count under five is "fewer than five" wherever it is shown: grid, print, table, JSON, report, slides."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Option, Vote
from rse_lessons.presenting.vote import KIND, VoteState, masked
from rse_lessons.printing.document import Document, Para, Table
from rse_lessons.progress.facts.fields import FEWEST, Counts
from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.export import FEWER, as_csv, as_json
from rse_lessons.progress.views.grid import Grid, LessonLine, Records, Wanted, make_grid
from rse_lessons.progress.views.year import school_year
from rse_lessons.ui.progress.sheet import grid_sheet
from rse_lessons.ui.progress.words import count_words
from rse_lessons.ui.report_words import hands_words
from rse_lessons.ui.slide.describe import describe
from tests.ui_slide.made import HERE, look, slide

TODAY = date(2026, 11, 19)
YEAR = school_year(TODAY)
HANDS = st.dictionaries(st.sampled_from(["yes", "no", "unsure"]), st.integers(0, 40), min_size=1)
LINE = LessonLine("sharing", "Sharing", "ks3", 14, (("welcome", 120),), (("before", "after"),))
"""A lesson without a digit in its title."""
EXAMPLES = settings(max_examples=30, deadline=None)


def kept(hands: dict[str, int]) -> dict[str, int | None]:
    """What is kept of hands that were counted, by the program's own way."""
    found = KIND.data(VoteState(hands, taken=True))["counts"]
    assert isinstance(found, dict)
    assert not Counts().fault(found)
    return dict(found)


def grid_of(before: dict[str, int], after: dict[str, int]) -> tuple[Grid, Records]:
    now = Standing(
        "taught",
        13,
        14,
        "2026-11-03T11:20:00.000Z",
        tallies={"before": kept(before), "after": kept(after)},
        taught="2026-11-03T11:20:00.000Z",
        days=frozenset({"2026-11-03"}),
    )
    records = Records((ClassInfo("Oak", "ks3"),), (LINE,), {"Oak": ["sharing"]}, lambda _a, _b: now)
    return make_grid(records, Wanted(YEAR), ["ks3"]), records


@given(st.integers(-3, 60))
def test_what_is_kept_is_five_or_more_or_not_a_number(hands: int) -> None:
    found = masked(hands)
    assert found == (hands if hands >= FEWEST else None)
    for words in (count_words(found), hands_words(found)):
        assert words == (str(hands) if hands >= FEWEST else "fewer than 5")


@EXAMPLES
@given(HANDS, HANDS)
def test_the_table_tells_no_small_count_and_lets_none_be_worked_out(
    before: dict[str, int], after: dict[str, int]
) -> None:
    grid, records = grid_of(before, after)
    head, line = csv.reader(io.StringIO(as_csv(grid, records.standing).removeprefix("\ufeff")))
    told = dict(zip(head, line, strict=True))
    for column, whole, hands in (("before", "of all before", before), ("after", "of all after", after)):
        if told[column]:
            count = hands.get(told["answer"], 0)
            assert told[column] == (str(count) if count >= FEWEST else FEWER)
        # A sum beside the large counts would give the small one away.
        if any(count < FEWEST for count in hands.values()):
            assert told[whole] == ""


@EXAMPLES
@given(HANDS, HANDS)
def test_json_tells_no_small_count(before: dict[str, int], after: dict[str, int]) -> None:
    grid, records = grid_of(before, after)
    data = json.loads(as_json(grid, records.standing, year=YEAR, made="", app=""))
    (lesson,) = data["classes"][0]["lessons"]
    for block, hands in (("before", before), ("after", after)):
        for option, count in hands.items():
            assert lesson["votes"][block][option] == (count if count >= FEWEST else FEWER)


@EXAMPLES
@given(HANDS, HANDS)
def test_paper_tells_no_small_count(before: dict[str, int], after: dict[str, int]) -> None:
    grid, _records = grid_of(before, after)
    for told in paper(grid_sheet(grid, YEAR, TODAY)):
        found = re.search(r"before (.*), after (.*)$", told.replace("\\", ""))
        if found:
            for count in found.groups():
                assert count == "fewer than 5" or int(count) >= FEWEST


def paper(document: Document) -> list[str]:
    told = []
    for section in document.sections:
        for part in section.parts:
            if isinstance(part, Para):
                told.append(part.markdown)
            if isinstance(part, Table):
                told += [cell for row in part.rows for cell in row]
    return told


@EXAMPLES
@given(HANDS)
def test_a_slide_of_a_vote_that_comes_back_tells_no_small_count(hands: dict[str, int]) -> None:
    options = tuple(Option(name, name, HERE) for name in hands)
    vote = Vote("before", HERE, "Who is sure?", options)
    again = KIND.read(vote, {"counts": kept(hands)})
    assert isinstance(again, VoteState)
    told = [line.text for line in describe(slide(vote, title="Heading"), look(), {"before": again})]
    for option, count in hands.items():
        shown = next(text for text in told if text.startswith(f"{option}: ")).partition(": ")[2]
        assert shown == (str(count) if count >= FEWEST else "fewer than 5")
