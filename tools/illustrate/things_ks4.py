"""The people of the lessons for ages 14 to 16, and a few things that several of their pictures need."""

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
)
from .people import Arm, Look

GROUND = slab(0, 0, 640, 480, BLUEBELL.fill)
LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 190))
RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 190))

JUDE = Look(1, "bun", BLACK, LEAF.fill, INK, head=0.88)
IMRAN = Look(2, "short", BLACK, LAMP.fill, BLUEBELL.deep, head=0.88)
CATRIN = Look(0, "tail", GINGER, CORAL.fill, INK, head=0.88)

LEILA = Look(3, "hijab", LAGOON.deep, CORAL.fill, INK, head=0.9)
MAREK = Look(0, "crop", FAIR, LEAF.fill, INK, hearing_aid=True, head=0.88)
MR_HUANG = Look(1, "short", GREY, PLUM.deep, glasses=True, head=0.85)

RHYS = Look(0, "curly", CHESTNUT, LAMP.fill, INK, head=0.88)
NGOZI = Look(5, "afro", BLACK, CORAL.fill, PLUM.deep, head=0.88)
NURSE_PATEL = Look(3, "short", BLACK, LAGOON.fill, beard=BLACK, head=0.85)

KWAME = Look(5, "crop", BLACK, APRICOT.fill, INK, head=0.88)
SKYE = Look(1, "swoop", LAGOON.deep, PLUM.fill, INK, head=0.88)
AIDAN = Look(2, "swoop", BROWN, LEAF.fill, INK, head=0.88)
ORLA = Look(0, "long", BROWN, CORAL.fill, INK, glasses=True, head=0.88)
MS_GRANT = Look(4, "bun", GREY, LAGOON.fill, glasses=True, head=0.85)


def lanyard(colour: str) -> str:
    """Return a lanyard with an empty card, for somebody who works in a school."""
    return strip("M-12 50L0 96L12 50", colour, 4) + slab(-11, 94, 22, 28, MILK, corner=4)


def hills(far: str, near: str) -> str:
    """Return two lines of hills, one behind the other, across a 640 by 480 picture."""
    return cut("M0 356Q120 268 268 326Q390 368 500 316Q580 282 640 318V480H0Z", far) + cut(
        "M0 398Q170 330 350 378Q500 416 640 366V480H0Z", near
    )


def pine(x: float, y: float, scale: float, green: str) -> str:
    """Return a pine of three tiers standing at (x, y), 120 high."""
    tiers = "".join(
        cut(f"M0 {-120 + 30 * step}L{24 + 8 * step} {-58 + 28 * step}H{-24 - 8 * step}Z", green)
        for step in range(3)
    )
    return group(slab(-5, -8, 10, 12, BROWN), tiers, x=x, y=y, scale=scale)


def ripples(colour: str, *places: tuple[float, float, float]) -> str:
    """Return short waves, each (left, y, length)."""
    return "".join(
        strip(f"M{x} {y}q{length / 4} -7 {length / 2} 0t{length / 2} 0", colour, 4) for x, y, length in places
    )


def sun(x: float, y: float, radius: float) -> str:
    """Return a lamp-yellow sun."""
    return circle(x, y, radius, LAMP.fill)
