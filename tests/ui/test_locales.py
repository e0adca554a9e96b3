"""Dates, days and the order of words are those of the language, as Qt knows it; English stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rse_lessons.i18n import catalogues
from rse_lessons.settings.paths import data_root
from rse_lessons.ui.days import day_and_month, month_name
from rse_lessons.ui.locales import in_order, known_to_qt
from rse_lessons.ui.my_learning.day_box import read_day
from rse_lessons.ui.weekdays import weekday, weekday_inside, weekday_short

FOLDER = data_root() / "translations"
WELSH = [
    "ci",
    "cwm",
    "chwech",
    "da",
    "dyn",
    "dda",
    "ffa",
    "gwŷr",
    "ngwlad",
    "lan",
    "llan",
    "phen",
    "ras",
    "rhad",
    "ti",
    "tŷ",
    "thrwm",
]


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    catalogues.use("en", FOLDER)


@pytest.mark.parametrize(
    ("tag", "stands", "in_date"),
    [
        ("en", "November", "November"),
        ("cy", "Tachwedd", "Tachwedd"),
        ("ga", "Samhain", "Samhain"),
        ("gd", "An t-Samhain", "dhen t-Samhain"),
        ("sco", "November", "November"),
    ],
)
def test_months_stand_as_the_language_has_them(tag: str, stands: str, in_date: str) -> None:
    catalogues.use(tag, FOLDER.parent / "none")
    assert month_name(11) == stands
    assert day_and_month(date(2026, 11, 6)) == f"6 {in_date}"
    # What is written so is read so.
    assert read_day(f"6 {in_date} 2026") == read_day(f"6 {stands} 2026") == date(2026, 11, 6)


def test_days_of_the_week_are_said_in_the_language() -> None:
    assert (weekday(0), weekday_short(6)) == ("Monday", "Sun")
    catalogues.use("cy", FOLDER.parent / "none")
    assert (weekday(0), weekday_short(6)) == ("Dydd Llun", "Sul")
    catalogues.use("cy", FOLDER)
    assert (weekday(0), weekday_inside(0)) == ("Dydd Llun", "dydd Llun")
    catalogues.use("gd", FOLDER)
    assert weekday_short(3) == "DiarD", "Qt's word is “Dia”, which is God"
    catalogues.use("qps", FOLDER.parent / "none")
    assert known_to_qt("qps") is None
    assert weekday(0) == "Monday"


def test_welsh_sorts_its_digraphs_as_letters(qtbot: QtBot) -> None:
    catalogues.use("cy", FOLDER.parent / "none")
    assert in_order(reversed(WELSH), str) == WELSH
    catalogues.use("en", FOLDER.parent / "none")
    assert in_order(["cwm", "chwech", "10", "9", "Élan", "eb"], str) == [
        "9",
        "10",
        "chwech",
        "cwm",
        "eb",
        "Élan",
    ]
