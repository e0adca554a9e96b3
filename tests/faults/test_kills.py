"""The short form of `run_kills`; the long form is run by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.progress.facts.events import Event

ROOT = Path(__file__).resolve().parents[2]
LESSON, CLASS = "if-an-image-is-shared", "8 Hazel"


@pytest.mark.slow
def test_six_kills_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from tests.faults.run_kills import run

    result = run(tmp_path, 6, seed=7)
    assert result.kills == 6
    assert result.acknowledged > 0
    assert result.good, result


@pytest.mark.slow
def test_the_app_killed_while_presenting_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from tests.faults.presenting_kills import run

    result = run(tmp_path, 2, seed=7, longest=1.0)
    assert result.kills == 2
    assert result.acknowledged > 0
    assert result.good, result


def test_an_offer_of_another_slide_than_the_last_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from tests.faults.presenting_kills import Result, compare

    places = [("started", {"slides": 9, "slide": 0}), ("slide", {"slide": 4})]
    events = [
        Event(f"id{count}", "here", count, "2026-03-02T09:15:00Z", kind, LESSON, CLASS, "", data)
        for count, (kind, data) in enumerate(places)
    ]
    result = Result()
    for said in (
        ["offered 4", "at 4"],
        ["offered 0", "at 0"],
        ["offered 4", "at 3"],
        ["offered nothing"],
        [],
    ):
        compare(result, events, {("here", 0, "id0"), ("here", 1, "id1")}, said)
    compare(result, [], set(), ["offered nothing"])
    compare(result, [], set(), ["offered 4", "at 4"])
    assert len(result.wrong_offers) == 5
    assert (result.offers, result.offers_written, result.nothing_to_go_on) == (5, 0, 2)
