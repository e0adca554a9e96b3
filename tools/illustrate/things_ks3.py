"""The people of three stories for ages 11 to 14, and things for more than one of their pictures."""

from __future__ import annotations

from .kit import circle, cut, group, slab, strip
from .palette import (
    APRICOT,
    BLACK,
    BLUEBELL,
    BROWN,
    CHESTNUT,
    CORAL,
    FAIR,
    GINGER,
    GREY,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    MILK,
    PLUM,
    Hue,
)
from .people import Arm, Look

INES = Look(3, "long", BROWN, CORAL.fill, INK, head=0.92)
THANDI = Look(5, "bun", BLACK, LAMP.fill, PLUM.deep, glasses=True, head=0.92)
COACH_REID = Look(2, "crop", GREY, PLUM.deep, head=0.86)

LEO = Look(1, "swoop", BROWN, APRICOT.fill, INK, head=0.92)
ROBIN = Look(2, "bob", BLACK, BLUEBELL.fill, INK, glasses=True, head=0.92)
XIU = Look(1, "bun", BLACK, CORAL.fill, PLUM.deep, head=0.92)
CIARAN = Look(0, "curly", GINGER, LEAF.deep, INK, head=0.92)
MS_BEGUM = Look(3, "hijab", BLUEBELL.deep, PLUM.fill, head=0.86)

FREYA = Look(0, "plaits", FAIR, PLUM.fill, INK, head=0.92)
HUGO = Look(4, "curly", BLACK, LAMP.fill, BLUEBELL.deep, head=0.92)
MALIK = Look(3, "short", BLACK, BLUEBELL.fill, INK, head=0.92)
EILIDH = Look(1, "tail", CHESTNUT, CORAL.fill, INK, hearing_aid=True, head=0.92)
MR_STONE = Look(5, "bald", BLACK, BLUEBELL.deep, glasses=True, beard=BLACK, head=0.86)

GROUND = slab(0, 0, 640, 480, LAGOON.fill)
LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 190))
RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 190))


def round_light(x: float = 320, y: float = 250, radius: float = 204) -> str:
    """Return the pale disc that people stand before."""
    return circle(x, y, radius, LAGOON.tint)


def phone_from_behind(x: float, y: float, scale: float = 1, *, turn: float = 0) -> str:
    """Return the back of a telephone with two lenses, 44 wide and 78 high, its middle at (x, y)."""
    lenses = circle(-10, -26, 4.5, MILK) + circle(-10, -14, 4.5, MILK)
    return group(slab(-22, -39, 44, 78, INK, corner=8), lenses, x=x, y=y, scale=scale, turn=turn)


def phone_lying(x: float, y: float, colour: str, scale: float = 1) -> str:
    """Return a telephone that lies flat on something, seen from the side; it rests on y."""
    return group(slab(-40, -9, 80, 9, colour, corner=4), x=x, y=y, scale=scale)


def message(x: float, y: float, width: float, hue: Hue) -> str:
    """Return a message from its top left corner, 46 high: a bubble with a line in place of words."""
    point = cut(f"M{x + 16:g} {y + 42:g}L{x + 6:g} {y + 64:g}L{x + 40:g} {y + 42:g}Z", hue.fill)
    line = strip(f"M{x + 18:g} {y + 23:g}H{x + width - 18:g}", hue.deep, 7)
    return slab(x, y, width, 46, hue.fill, corner=23) + point + line


def lanyard(colour: str) -> str:
    """Return a card on a ribbon, to be worn by somebody drawn with `bust`."""
    return strip("M-12 50L0 96L12 50", colour, 4) + slab(-11, 94, 22, 28, MILK, corner=4)


def dangling_legs(x: float, seat: float, trousers: str, shoes: str, scale: float = 1) -> str:
    """Return the legs of somebody who sits on something high and faces us; `seat` is where they bend."""
    thighs = slab(-40, -12, 80, 28, trousers, corner=14)
    legs = strip("M-24 6V84M24 6V84", trousers, 24)
    feet = strip("M-23 92H-33M23 92H33", shoes, 16)
    return group(thighs, legs, feet, x=x, y=seat, scale=scale)
