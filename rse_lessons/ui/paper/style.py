"""How paper looks: sizes, margins and inks. Lengths are tenths of a point on an upright A4 sheet.

Nothing here draws. `Sheet(scale=1.6)` gives large print: the words grow, the margins stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rse_lessons.ui.slide.look import Style
from rse_lessons.ui.theme import load_theme

UNITS_A_POINT = 10


@dataclass(frozen=True, slots=True)
class PaperInks:
    """The colours of a document, as `#RRGGBB`; paper itself is white."""

    text: str
    soft: str
    rule: str
    tint: str
    """Under what is to be kept in mind."""
    sunken: str
    """Under the head of a table."""
    deep: str
    """The band's own colour."""
    care: str
    care_ground: str


@dataclass(frozen=True)
class Sheet:
    """One size of paper, its margins and its type."""

    band: str = ""
    """The age band, which lends its colour."""
    scale: float = 1.0
    """The size of words against the usual; from 1.6 it is large print."""
    width: float = 5953
    height: float = 8419
    side: float = 560
    top: float = 520
    bottom: float = 680

    @property
    def wide(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def tall(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    def style(self, size: float, line: float = 1.5, *, bold: bool = False, align: str = "left") -> Style:
        """Give type of `size` points, its lines `line` times as high."""
        units = round(size * self.scale * UNITS_A_POINT)
        return Style(units, round(units * line), bold, align, printed=True)

    def points(self, number: float) -> float:
        """Give a length that grows with the words."""
        return number * self.scale * UNITS_A_POINT

    @cached_property
    def body(self) -> Style:
        """Give the type of ordinary words."""
        return self.style(10.5)

    @cached_property
    def ink(self) -> PaperInks:
        """Give the inks of the band."""
        theme = load_theme("light")
        band = theme.band(self.band)
        return PaperInks(
            text=theme.hex("text"),
            soft=theme.hex("text-soft"),
            rule=theme.hex("ledge"),
            tint=band.tint.name(),
            sunken=theme.hex("sunken"),
            deep=band.deep.name(),
            care=theme.hex("care"),
            care_ground=theme.hex("care-ground"),
        )
