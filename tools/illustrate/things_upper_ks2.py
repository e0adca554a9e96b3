"""The people of the stories for ages 9 to 11, and the things that several of those lessons share.

Whoever tells a story with them finds them here, so that they look the same in every picture.
"""

from __future__ import annotations

from .kit import circle, cut, group, ring, slab, strip
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
    darker,
)
from .people import Arm, Face, Look, arms_of, bust

GROUND = slab(0, 0, 640, 480, LEAF.fill)

LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 190))
RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 190))

KIT = Look(4, "crop", BLACK, CORAL.fill, INK, hearing_aid=True, head=0.96)
NOOR = Look(2, "plaits", BLACK, PLUM.fill, INK, glasses=True, head=0.96)
DEV = Look(3, "swoop", BLACK, LAMP.fill, BLUEBELL.deep, head=0.96)
MR_SINGH = Look(2, "bald", BLACK, BLUEBELL.fill, INK, beard=BLACK, head=0.86)

FFION = Look(0, "tail", GINGER, LAGOON.fill, INK, head=0.96)
CHIDI = Look(5, "afro", BLACK, APRICOT.fill, BLUEBELL.deep, head=0.96)
HANA = Look(1, "hijab", BLUEBELL.deep, BLUEBELL.fill, INK, head=0.96)
GRANDMA_IVY = Look(5, "bun", GREY, CORAL.fill, PLUM.deep, INK, glasses=True, head=0.88)

FINLAY = Look(0, "short", FAIR, BLUEBELL.fill, INK, head=0.96)
EOIN = Look(0, "curly", CHESTNUT, LAMP.fill, BLUEBELL.deep, head=0.96)
SAOIRSE = Look(4, "puffs", BLACK, CORAL.fill, INK, head=0.96)
MS_OKAFOR = Look(5, "bun", BLACK, LAGOON.fill, INK, glasses=True, head=0.86)

LUCA = Look(2, "curly", BLACK, CORAL.fill, BLUEBELL.deep, head=0.96)
MAYA = Look(3, "long", BROWN, LAMP.fill, INK, hearing_aid=True, head=0.96)
ZAC = Look(1, "patka", PLUM.deep, LAGOON.fill, INK, head=0.96)
MRS_PETROV = Look(0, "bob", GREY, PLUM.fill, INK, glasses=True, head=0.86)


def turban(cloth: str, under: str, size: float = 1) -> str:
    """Return a turban round the middle of a face of `size`, to be drawn after the head."""
    dome = cut("M-35 2C-50 -70 50 -70 35 2Q25 -19 0 -24Q-25 -19 -35 2Z", cloth)
    peak = cut("M-15 -21Q0 -42 15 -21Q0 -26 -15 -21Z", under)
    folds = strip("M-35 -14Q-12 -42 20 -50M35 -14Q18 -34 2 -40", darker(cloth, 0.4), 3.5)
    return group(dome, peak, folds, y=36 * (1 - size), scale=size)


def mr_singh(x: float, y: float, scale: float, face: Face, *, arms: tuple[Arm, ...]) -> str:
    """Return Mr Singh, a teacher with a beard, a turban and a lanyard."""
    lanyard = strip("M-12 52L0 96L12 52", LEAF.deep, 4) + slab(-11, 94, 22, 28, MILK, corner=4)
    body = bust(MR_SINGH, 0, 0, 1, face)
    hat = turban(LAGOON.deep, LAMP.fill, MR_SINGH.head)
    return group(body, hat, *arms_of(MR_SINGH, arms, lanyard), x=x, y=y, scale=scale)


def in_wheelchair(
    who: Look, x: float, y: float, scale: float, face: Face, *, arms: tuple[Arm, ...], held: str = ""
) -> str:
    """Return somebody who sits in a wheelchair and looks to the right, wheels on y 207 of their measure."""
    behind = strip("M-34 66V162H38", INK, 9) + strip("M-34 72H-46", INK, 8)
    legs = strip("M-10 128H46L52 182", who.trousers, 27) + strip("M54 192H68", who.shoes, 16)
    wheels = ring(-21, 154, 48, INK, 8) + circle(-21, 154, 9, LAMP.fill) + ring(40, 196, 11, INK, 6)
    return group(
        behind,
        bust(who, 0, 0, 1, face, hem=140),
        legs + wheels,
        *arms_of(who, arms, held),
        x=x,
        y=y,
        scale=scale,
    )


def phone_from_behind(x: float, y: float, scale: float = 1, *, turn: float = 0, case: str = INK) -> str:
    """Return the back of a telephone, 46 by 84, its middle at (x, y)."""
    eye = slab(-17, -36, 17, 25, darker(case, 0.3) if case != INK else "#3B4A59", corner=6)
    lenses = circle(-8.5, -29, 4.2, LAGOON.fill) + circle(-8.5, -18.5, 4.2, LAGOON.fill)
    return group(slab(-23, -42, 46, 84, case, corner=9), eye, lenses, x=x, y=y, scale=scale, turn=turn)


def tablet(x: float, y: float, scale: float = 1, *, turn: float = 0, shown: str = "") -> str:
    """Return a tablet lying sideways, 120 by 86, its middle at (x, y); `shown` is drawn on its screen."""
    body = slab(-60, -43, 120, 86, INK, corner=10) + slab(-51, -35, 102, 70, MILK, corner=4)
    return group(body, shown, x=x, y=y, scale=scale, turn=turn)
