"""The colours of the pictures: the theme's named colours, and those of skin, hair and wood.

Every colour of the look is read from assets/themes/tokens.toml, so a change there reaches the pictures.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_TOKENS = tomllib.loads((ROOT / "assets" / "themes" / "tokens.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Hue:
    """One named colour in three strengths: grounds, shapes, and strips of earth."""

    tint: str
    fill: str
    deep: str


def _hue(name: str) -> Hue:
    return Hue(_TOKENS["tint"][name], _TOKENS["palette"][name], _TOKENS["deep"][name])


def darker(colour: str, part: float = 0.12) -> str:
    """Return `colour` (#RRGGBB) moved towards ink by `part`, from 0 to 1."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(INK[1:]), strict=True)
    return "#" + "".join(f"{round(one + (ink - one) * part):02X}" for one, ink in pairs)


INK: str = _TOKENS["palette"]["ink"]
MILK: str = _TOKENS["palette"]["milk"]
OAT = _hue("oat")
LAMP = _hue("lamp")
CORAL = _hue("coral")
APRICOT = _hue("apricot")
LEAF = _hue("leaf")
LAGOON = _hue("lagoon")
BLUEBELL = _hue("bluebell")
PLUM = _hue("plum")

BARK = "#6F4A2F"
WOOD = "#8B5E3C"
WOOD_LIGHT = "#A4724A"

SKINS = ("#F7D7BE", "#EABB95", "#CF9468", "#AF744B", "#8A5836", "#6B432A")
CHEEKS = ("#F0B49B", "#DF9A78", "#BB7750", "#965A3A", "#734427", "#54311C")

BLACK = "#27211F"
BROWN = "#5B3A29"
CHESTNUT = "#8A4B2A"
GINGER = "#C2622F"
FAIR = "#DDB15E"
GREY = "#A7A39B"
