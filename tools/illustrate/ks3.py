"""The story of Sam, Ola and Mr Khan, for ages 11 to 14."""

from __future__ import annotations

from .cast import OLA, SAM
from .kit import Picture, circle, cut, earth, group, slab, strip
from .palette import BARK, CORAL, INK, LAGOON, LAMP, MILK, PLUM, SKINS, WOOD, WOOD_LIGHT, darker
from .people import Arm, Face, arms_of, bust
from .things import plant

_GROUND = slab(0, 0, 640, 480, LAGOON.fill)


def _seated_legs(x: float, seat: float, foot: float, trousers: str) -> str:
    """Return two legs of somebody who sits facing us, 112 wide at the feet."""
    knees = slab(x - 58, seat - 18, 116, 40, trousers, 20)
    legs = strip(f"M{x - 42} {seat + 4}L{x - 43} {foot}M{x + 42} {seat + 4}L{x + 43} {foot}", trousers, 31)
    shoes = strip(f"M{x - 41} {foot + 8}H{x - 54}M{x + 41} {foot + 8}H{x + 54}", MILK, 20)
    return knees + legs + shoes


def _ball(x: float, y: float, radius: float) -> str:
    """Return a ball lying on y + radius."""
    panel = cut("M-26 0Q0 -20 26 0Q0 20 -26 0Z", CORAL.fill)
    return group(circle(0, 0, 26, LAMP.fill), panel, x=x, y=y, scale=radius / 26, turn=-24)


def if_an_image_is_shared() -> Picture:
    """Draw the cover: Sam and Ola on a bench, Ola's arm round Sam."""
    legs_of_bench = slab(122, 340, 18, 102, BARK) + slab(500, 340, 18, 102, BARK)
    hugging = strip("M352 282Q290 258 214 288", darker(OLA.top), 26)
    in_lap = (Arm((-31, 70), (-46, 104), (-14, 110)), Arm((31, 70), (46, 104), (14, 110)))
    on_knee = (Arm((32, 70), (48, 98), (24, 110)),)
    return Picture(
        "if-an-image-is-shared",
        "Sam and Ola sit on a bench. Ola has an arm round Sam.",
        (
            _GROUND,
            circle(320, 226, 202, LAGOON.tint),
            earth(LAGOON.deep, 60, 54),
            legs_of_bench,
            slab(92, 290, 456, 20, WOOD_LIGHT, 7),
            slab(84, 330, 472, 22, WOOD, 7),
            hugging,
            bust(SAM, 250, 206, 1.3, Face("small", 4), hem=116),
            bust(OLA, 390, 196, 1.38, Face("smile", -5), hem=106),
            _seated_legs(250, 346, 428, SAM.trousers),
            _seated_legs(392, 346, 428, OLA.trousers),
            group(*arms_of(SAM, in_lap), x=250, y=206, scale=1.3),
            group(*arms_of(OLA, on_knee), x=390, y=196, scale=1.38),
            circle(208, 289, 15, SKINS[OLA.skin]),
            plant(62, 408, 0.95, LAGOON.deep, CORAL.fill),
            _ball(590, 420, 28),
        ),
    )


PICTURES = (if_an_image_is_shared,)
