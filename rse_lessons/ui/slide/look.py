"""How a slide looks: what a caller chooses (`SlideLook`), the inks of its theme, and the steps of fitting.

All lengths are units of the 1600 x 900 scene. Nothing here draws; a size is looked up here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

from rse_lessons.i18n.catalogues import speaking
from rse_lessons.ui.slide.pictures import PictureStore
from rse_lessons.ui.slide.tongues import SIGNS, also
from rse_lessons.ui.theme import tokens

if TYPE_CHECKING:
    from rse_lessons.presenting.activity import VoteState
    from rse_lessons.presenting.ink import Drawing

WIDTH, HEIGHT = 1600.0, 900.0
UNIT = 900 / 1080
"""Slide tokens are px of a 1920 x 1080 projector."""
SPINE = 28 * UNIT
LEFT, TOP, RIGHT, BOTTOM = 84.0, 62.0, 1520.0, 846.0
RADIUS = 28 * UNIT
POINTS = 28
READABLE = POINTS * 96 / 72 * UNIT
"""The smallest words: 28 points, at the usual 96 dots to the inch, on a projector of 1080 lines."""
FLOOR = 44 * UNIT
"""No words but the page number are smaller, unless a slide would otherwise lose some."""


@dataclass(frozen=True, slots=True)
class SlideLook:
    """What a slide needs besides its own words."""

    band: str = ""
    theme_name: str = "light"
    """`light` or `high-contrast`; slides know no dark theme."""
    language: str = ""
    """The tag of the language of the slides; empty for that of the windows."""
    second: str = ""
    """The tag of a second language on them; empty for none."""
    arrangement: str = ""
    """How two languages stand on a slide, a word of `tongues.SIGNS`."""
    routes: Sequence[Any] = ()
    """Help routes in order: objects with `name`, `contact`, `hours`, `who` and `kind`."""
    english_routes: Sequence[Any] = ()
    """The same in English, for a slide that stayed English; empty where none did."""
    second_routes: Sequence[Any] = ()
    """The same in the second language."""
    nation: str = ""
    """Which `only` parts are shown; empty shows them all."""
    compare: Callable[[str], VoteState | None] = field(default=lambda _block: None)
    """Finds what was counted in an earlier vote."""
    paper: bool = False
    """True on paper and in files: what an activity leads to is said, for nobody still has to find it out."""
    drawn: Callable[[int], Drawing] = field(default=lambda _number: ())
    """Finds what a class's teacher drew over a slide, by its number from 1; for files, when it is wanted."""
    pictures: PictureStore = field(default_factory=PictureStore)


def routes_of(block: Any, look: SlideLook) -> Sequence[Any]:
    """Give the routes below a block's heading: in English where the heading stayed English."""
    return look.english_routes if block.english and look.english_routes else look.routes


@contextmanager
def speaking_in(look: SlideLook) -> Iterator[None]:
    """Have the program's own words in the languages of slides for a while."""
    sign = SIGNS.get(look.arrangement, "") if look.second else ""
    with speaking(look.language), also(look.second, sign):
        yield


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one theme and band, as `#RRGGBB`; an empty edge is not drawn."""

    dark: bool
    ground: str
    text: str
    soft: str
    card: str
    sunken: str
    ledge: str
    edge: str
    plate_edge: str
    """Parts a tinted box from its ground where the tint alone does not."""
    thick: str
    fill: str
    tint: str
    deep: str
    spine: str
    selected: str
    on_selected: str
    selected_edge: str
    good: str
    good_ground: str
    on_good: str
    help: str
    on_help: str
    help_edge: str
    focus: str
    cover: str
    on_cover: str
    care: str
    care_ground: str


def blend(one: str, other: str, share: float) -> str:
    """Mix `share` of `other` into `one`."""
    a, b = QColor(one), QColor(other)
    parts = [
        round(x + (y - x) * share)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    ]
    return QColor(*parts).name().upper()


@cache
def inks(theme_name: str, band: str) -> Inks:
    """Give the inks of a slide theme and an age band."""
    return _contrast(band) if theme_name == "high-contrast" else _light(band)


@cache
def softer(colour: str) -> str:
    """Give a softer ink for what stands small under words of a colour; only the ink of text has one."""
    for theme in ("light", "high-contrast"):
        ink = inks(theme, "")
        if colour == ink.text:
            return blend(ink.text, ink.soft, 0.5)
    return colour


def token(name: str) -> str:
    """Give a colour of the tokens, such as `tint.coral`."""
    return str(tokens()[name])


def _roles(theme: str) -> dict[str, str]:
    prefix = f"theme.{theme}."
    return {
        name.removeprefix(prefix): str(value) for name, value in tokens().items() if name.startswith(prefix)
    }


def _light(band: str) -> Inks:
    role, colour = _roles("light"), str(tokens().get(f"band.{band}", "oat"))
    milk = role["surface"]
    fill = token(f"palette.{colour}") if colour != "oat" else token("deep.oat")
    deep = token(f"deep.{colour}") if colour != "oat" else role["white"]
    tint = token(f"tint.{colour}")
    return Inks(
        dark=False,
        ground=blend(milk, tint, 0.4) if band == "ks1" else milk,
        text=role["text"],
        soft=role["text-soft"],
        card=milk,
        sunken=role["sunken"],
        ledge=role["ledge"],
        edge=role["control-edge"],
        plate_edge="",
        thick=role["text"],
        fill=fill,
        tint=blend(tint, fill, 0.12) if band == "ks1" else tint,
        deep=deep,
        spine=deep,
        selected=role["selected"],
        on_selected=role["on-selected"],
        selected_edge=role["selected-edge"],
        good=role["good"],
        good_ground=role["good-ground"],
        on_good=role["text"],
        help=role["help"],
        on_help=role["on-help"],
        help_edge=blend(role["help"], role["help-edge"], 0.4),
        focus=role["focus"],
        cover=fill,
        on_cover=role["text"],
        care=role["care"],
        care_ground=role["care-ground"],
    )


def _contrast(band: str) -> Inks:
    role, colour = _roles("high-contrast"), str(tokens().get(f"band.{band}", "oat"))
    white, black = role["text"], role["ground"]
    return Inks(
        dark=True,
        ground=black,
        text=white,
        soft=role["text-soft"],
        card=black,
        sunken=role["sunken"],
        ledge=white,
        edge=role["control-edge"],
        plate_edge=white,
        thick=white,
        fill=role["selected"],
        tint=black,
        deep=role["link"],
        spine=token(f"tint.{colour}"),
        selected=role["selected"],
        on_selected=role["on-selected"],
        selected_edge=role["selected-edge"],
        good=role["good"],
        good_ground=role["good-ground"],
        on_good=white,
        help=role["help"],
        on_help=role["on-help"],
        help_edge=role["help-edge"],
        focus=role["focus"],
        cover=black,
        on_cover=white,
        care=role["care"],
        care_ground=role["care-ground"],
    )


@dataclass(frozen=True, slots=True)
class Style:
    """One size of words: pixels and line height in units."""

    size: float
    line: float
    bold: bool = False
    align: str = "left"
    """`left`, `right` or `centre`."""
    printed: bool = False
    """Whether it is for paper, and for files that are searched: every sign stays as it was written."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One step of fitting: the sizes of words, the share of full gaps, the share of a full picture."""

    step: int
    body: float
    lead: float
    heading: float
    gap: float
    picture: float

    def style(self, role: str, *, bold: bool = False, align: str = "left") -> Style:
        """Give the style of `body`, `lead` or `heading`, which is bold."""
        return _style(role, getattr(self, role), bold, align)

    @property
    def last(self) -> bool:
        """Whether there is no smaller step."""
        return self.step == len(FITS) - 1


@cache
def _style(role: str, size: float, bold: bool, align: str) -> Style:
    share = {"body": 68 / 48, "lead": 82 / 60, "heading": 96 / 76}[role]
    return Style(size, size * share, bold or role == "heading", align)


_STEPS = (
    (60.0, 62.0, 72.0, 1.0, 1.0),
    (50.0, 56.0, 63.3, 1.0, 1.0),
    (40.0, 50.0, 63.3, 1.0, 1.0),
    (40.0, 50.0, 63.3, 0.7, 1.0),
    (40.0, 46.0, 60.0, 0.5, 0.95),
    (FLOOR, 42.0, 54.0, 0.45, 0.95),
    (FLOOR, 40.0, 50.0, 0.35, 0.8),
    (FLOOR, FLOOR, 46.0, 0.3, 0.65),
    (32.0, 33.0, 40.0, 0.3, 0.6),
    (28.0, 29.0, 36.0, 0.3, 0.6),
    (24.0, 25.0, 30.0, 0.25, 0.55),
    (20.0, 21.0, 24.0, 0.2, 0.5),
    (20.0, 20.0, 22.0, 0.0, 0.4),
)
FITS = tuple(Fit(step, *values) for step, values in enumerate(_STEPS))
"""Largest first: a few words alone; new readers; the usual; then less gap, words at their floor, a smaller
picture; last of all, smaller words."""
GRAND, ROOMY, USUAL = FITS[:3]
FOLIO = Style(36 * UNIT, 44 * UNIT, align="right")
TITLE = Style(148 * UNIT, 160 * UNIT * 1.02, bold=True)
NUMBER = Style(84 * UNIT, 96 * UNIT, bold=True)


def settle(height: float, start: Fit, need: Callable[[Fit], float]) -> Fit:
    """Find the roomiest step, not before `start`, at which `need` is at most `height`; else the last."""
    if need(start) <= height:
        return start
    low, high = start.step + 1, len(FITS) - 1
    while low < high:
        middle = (low + high) // 2
        if need(FITS[middle]) <= height:
            high = middle
        else:
            low = middle + 1
    return FITS[min(low, len(FITS) - 1)]
