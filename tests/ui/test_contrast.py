"""Every pair of roles that meet is read easily: 4.5 to 1 for words, 3 for edges, 7 in high contrast."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import pytest

from rse_lessons.ui.assets import assets
from rse_lessons.ui.theme import THEMES, tokens

WORDS = (
    *(("text", ground) for ground in ("ground", "surface", "sunken", "hover", "good-ground", "care-ground")),
    *(("text-soft", ground) for ground in ("ground", "surface", "sunken")),
    *(("on-primary", ground) for ground in ("primary", "primary-hover", "primary-pressed")),
    *(("on-state", ground) for ground in ("live", "frozen", "private", "black", "white", "safe")),
    *(("link", ground) for ground in ("ground", "surface")),
    *(("disabled-text", ground) for ground in ("ground", "surface")),
    *(("care", ground) for ground in ("ground", "surface", "care-ground")),
    *(("good", ground) for ground in ("surface", "good-ground")),
    ("on-selected", "selected"),
    ("on-pressed", "pressed"),
    ("on-help", "help"),
    ("placeholder", "surface"),
)
EDGES = (
    *(("control-edge", ground) for ground in ("ground", "surface")),
    *(("primary", ground) for ground in ("ground", "surface")),
    *(("selected-edge", ground) for ground in ("ground", "surface")),
    *(("help-edge", ground) for ground in ("ground", "surface")),
    *(("focus", ground) for ground in ("ground", "surface", "sunken")),
    *((state, "ground") for state in ("live", "frozen", "private", "black", "white", "safe")),
    ("good", "surface"),
    ("care", "surface"),
)
BANDS = ("ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16")


@cache
def file() -> dict[str, Any]:
    return tomllib.loads((assets() / "themes" / "tokens.toml").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_stand_out(theme: str, ink: str, ground: str) -> None:
    roles = file()["theme"][theme]
    assert ratio(roles[ink], roles[ground]) >= (7 if theme == "high-contrast" else 4.5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_stand_out(theme: str, edge: str, ground: str) -> None:
    roles = file()["theme"][theme]
    assert ratio(roles[edge], roles[ground]) >= (7 if theme == "high-contrast" else 3)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_selected_has_an_edge(theme: str) -> None:
    roles = file()["theme"][theme]
    assert ratio(roles["selected-edge"], roles["selected"]) >= 3


@pytest.mark.parametrize("band", BANDS)
def test_band_colours_can_be_read(band: str) -> None:
    data = file()
    name = data["band"][band]
    fill, tint, deep = data["palette"][name], data["tint"][name], data["deep"][name]
    ink, milk, oat = (data["palette"][colour] for colour in ("ink", "milk", "oat"))
    soft = data["theme"]["light"]["text-soft"]
    for one, other in ((ink, fill), (ink, tint), (soft, tint), (deep, milk), (deep, oat), (deep, tint)):
        assert ratio(one, other) >= 4.5
    assert ratio(deep, data["theme"]["light"]["sunken"]) >= 3
    for ground in ("ground", "surface"):
        assert ratio(fill, data["theme"]["dark"][ground]) >= 4.5
        assert ratio(fill, data["theme"]["high-contrast"][ground]) >= 7


def test_there_is_no_red() -> None:
    for theme in THEMES:
        for role, colour in file()["theme"][theme].items():
            red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
            assert not (red > 150 and green < 80 and blue < 80), role


def test_the_fast_reader_reads_what_toml_says() -> None:
    flat: dict[str, object] = {}

    def walk(table: dict[str, Any], before: str) -> None:
        for key, value in table.items():
            if isinstance(value, dict):
                walk(value, f"{before}{key}.")
            else:
                flat[before + key] = tuple(value) if isinstance(value, list) else value

    walk(file(), "")
    assert dict(tokens()) == flat
