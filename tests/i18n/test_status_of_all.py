"""What is promised of the translations as they are: whole windows, whole lessons, nothing stale or fuzzy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from rse_lessons.i18n.review import Standing
from rse_lessons.i18n.templates import INTERFACE
from rse_lessons.i18n.workshop import Count, Workshop
from rse_lessons.settings.files import write_whole
from tests.i18n.i18n_fixtures import ROOT, strings_found

WHOLE_LESSONS = {"cy": 24, "gd": 12, "ga": 12}
"""How many lessons are promised to be whole, at least."""
WHOLE = (Standing.DRAFT, Standing.REVIEWED, Standing.CHANGED)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    strings = tmp_path_factory.mktemp("strings") / "strings.json"
    strings.write_bytes(strings_found())
    return Workshop(ROOT, ROOT / "rse_lessons", ROOT / "translations", write_whole, strings)


Counts = Callable[[str], tuple[Count, ...]]


@pytest.fixture(scope="module")
def counts(workshop: Workshop) -> Counts:
    return cache(lambda tag: tuple(workshop.counts(tag)))


def test_every_language_that_is_begun_is_promised_something(workshop: Workshop) -> None:
    assert set(workshop.begun()) == set(WHOLE_LESSONS)


@pytest.mark.parametrize("tag", WHOLE_LESSONS)
def test_the_windows_are_whole(workshop: Workshop, counts: Counts, tag: str) -> None:
    windows = next(one for one in counts(tag) if one.name == INTERFACE)
    now = workshop.current(tag, INTERFACE)
    left = [entry.msgid for entry in now.live if not entry.usable] if now else []
    assert left == []
    assert (windows.done, windows.stale, windows.missing) == (windows.passages, 0, 0)


@pytest.mark.parametrize("tag", WHOLE_LESSONS)
def test_lessons_are_whole_as_promised(counts: Counts, tag: str) -> None:
    lessons = [one for one in counts(tag) if one.name.startswith("lessons/")]
    whole = [one for one in lessons if one.standing in WHOLE]
    assert len(whole) >= WHOLE_LESSONS[tag]
    # A lesson that is begun is whole, safety and all: none is left half way.
    assert [one.name for one in lessons if one.done and one not in whole] == []
    assert sum(one.safety_missing for one in whole) == 0


@pytest.mark.parametrize("tag", WHOLE_LESSONS)
def test_nothing_is_stale_and_nothing_fuzzy(workshop: Workshop, counts: Counts, tag: str) -> None:
    assert [one.name for one in counts(tag) if one.stale] == []
    fuzzy = [
        (name, entry.context or entry.msgid)
        for name in workshop.sources
        for entry in getattr(workshop.catalogue(tag, name), "live", ())
        if entry.fuzzy
    ]
    assert fuzzy == []


@pytest.mark.parametrize("tag", WHOLE_LESSONS)
def test_a_review_is_of_the_words_as_they_are(counts: Counts, tag: str) -> None:
    assert [one.name for one in counts(tag) if one.standing is Standing.CHANGED] == []
