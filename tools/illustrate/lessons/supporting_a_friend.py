"""Pictures of the lesson about supporting a friend: a kitchen, a trunk, two bicycles and a night's sleep."""

from __future__ import annotations

from ..hair import HAIR
from ..kit import Picture, circle, cut, group, mirrored, ring, slab, strip
from ..palette import (
    APRICOT,
    BLUEBELL,
    CORAL,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    MILK,
    OAT,
    PLUM,
    WOOD,
    WOOD_LIGHT,
)
from ..people import Arm, Face, arms_of, bust, head, standing
from ..things import mug, table
from ..things_post16 import (
    BOLA,
    DARA,
    GROUND,
    MEGAN,
    SORCHA,
    TUTOR,
    teapot,
    window,
)


def supporting_a_friend() -> Picture:
    """Draw the cover: Megan and Bola at a kitchen table in the evening."""
    telling = (Arm((-31, 72), (-50, 108), (-16, 122)), Arm((31, 72), (62, 108), (50, 90), "open", 24))
    listening = (Arm((-31, 72), (-66, 118), (-22, 46)), Arm((31, 72), (52, 110), (14, 122)))
    return Picture(
        "supporting-a-friend",
        "Megan and Bola sit at a kitchen table with tea in the evening. She talks, and he listens.",
        (
            GROUND,
            window(206, 26),
            bust(MEGAN, 150, 220, 1.42, Face("unsure", 5), arms=telling),
            bust(BOLA, 486, 216, 1.44, Face("calm", -6, tilt=-6), arms=listening),
            table(400),
            mirrored(mug(0, 0, 1, CORAL.fill, CORAL.tint), x=244, y=380, scale=1),
            mug(404, 380, 1, BLUEBELL.fill, BLUEBELL.tint),
            teapot(322, 362, 1),
        ),
    )


def _trunk(x: float, y: float) -> str:
    """Return a heavy trunk with a handle at each end, 232 wide, its foot at y."""
    body = slab(-104, -112, 208, 112, WOOD, corner=8) + slab(-104, -112, 208, 38, WOOD_LIGHT, corner=8)
    bands = slab(-70, -112, 16, 112, OAT.deep) + slab(54, -112, 16, 112, OAT.deep)
    handles = ring(-112, -60, 15, INK, 7) + ring(112, -60, 15, INK, 7)
    return group(handles, body, bands, slab(-14, -86, 28, 26, LAMP.fill, corner=4), x=x, y=y)


def carry_together() -> Picture:
    """Draw Megan and Bola lifting a trunk at its ends, and somebody with a lanyard coming to help."""
    left = (Arm((-31, 72), (-46, 110), (10, 140)), Arm((31, 72), (50, 104), (42, 132)))
    right = (Arm((-31, 72), (-50, 104), (-42, 132)), Arm((31, 72), (46, 110), (-8, 140)))
    coming = (Arm((-31, 72), (-62, 96), (-58, 62), "open", -24), Arm((31, 72), (46, 108), (40, 144)))
    lanyard = strip("M-12 50L0 92L12 50", CORAL.deep, 4) + slab(-11, 90, 22, 28, MILK, corner=4)
    return Picture(
        "carry-together",
        "Megan and Bola carry a heavy trunk, and a woman with a lanyard comes to take hold as well.",
        (
            GROUND,
            circle(300, 226, 206, PLUM.tint),
            slab(0, 420, 640, 60, PLUM.deep),
            standing(MEGAN, 84, 172, 1.16, Face("calm", 4), legs=70),
            standing(BOLA, 406, 162, 1.18, Face("small", -4), legs=72),
            _trunk(246, 368),
            group(*arms_of(MEGAN, left), x=84, y=172, scale=1.16),
            group(*arms_of(BOLA, right), x=406, y=162, scale=1.18),
            standing(TUTOR, 558, 138, 1.24, Face("smile", -6), arms=coming, held=lanyard, legs=76),
        ),
    )


def _bicycle(x: float, y: float, colour: str) -> str:
    """Return a bicycle whose wheels stand on y, 236 wide, its handlebars to the right."""
    wheels = ring(-72, -54, 48, INK, 8) + ring(72, -54, 48, INK, 8)
    bars = strip(
        "M-72 -54L-26 -112L52 -112L0 -54L-72 -54M-26 -112L0 -54M52 -112L72 -54M52 -112L46 -138", colour, 9
    )
    grip = strip("M46 -138H72", INK, 9) + strip("M-40 -124H-12", INK, 12) + strip("M-26 -112V-124", INK, 7)
    return group(wheels, bars, grip, circle(0, -54, 12, LAMP.fill), x=x, y=y)


def by_the_bicycles() -> Picture:
    """Draw Dara and Bola with their bicycles by a wall: Dara looks at the ground, Bola listens."""
    wall = slab(0, 262, 640, 170, APRICOT.tint) + slab(0, 252, 640, 18, OAT.deep, corner=4)
    holding_low = (Arm((-31, 72), (-44, 106), (-38, 134)), Arm((31, 72), (46, 108), (40, 144)))
    near_low = (Arm((-31, 72), (-46, 108), (-40, 144)), Arm((31, 72), (44, 106), (38, 134)))
    return Picture(
        "by-the-bicycles",
        "Dara and Bola stand by a wall with their bicycles. Dara looks down and speaks, and Bola listens.",
        (
            GROUND,
            circle(320, 212, 200, PLUM.tint),
            wall,
            slab(0, 430, 640, 50, PLUM.deep),
            standing(DARA, 238, 148, 1.22, Face("worried", 3, down=4, tilt=5), arms=holding_low, legs=72),
            standing(BOLA, 400, 138, 1.24, Face("calm", -6, tilt=-3), arms=near_low, legs=74),
            _bicycle(140, 446, LAGOON.fill),
            mirrored(_bicycle(0, 0, CORAL.fill), x=520, y=446),
        ),
    )


def sorcha_sleeps() -> Picture:
    """Draw Sorcha asleep under a blanket, her telephone face down on the window sill."""
    hair = HAIR[SORCHA.hair]
    sleeper = group(
        hair.back(SORCHA.hair_colour),
        head(SORCHA, Face("small", closed=True)),
        x=206,
        y=300,
        scale=1.3,
        turn=-16,
    )
    blanket = cut("M118 356Q206 326 306 344Q470 316 640 360V480H60Z", BLUEBELL.fill)
    fold = cut("M118 356Q206 326 306 344L300 372Q206 352 112 386Z", MILK)
    squares = "".join(
        slab(x, y, 34, 34, colour, corner=5)
        for x, y, colour in (
            (250, 404, LAMP.fill),
            (350, 388, CORAL.fill),
            (450, 398, LAGOON.fill),
            (552, 404, LEAF.fill),
        )
    )
    phone_down = slab(560, 244, 62, 10, INK, corner=5)
    return Picture(
        "sorcha-sleeps",
        "Sorcha sleeps under a blanket. Her phone lies face down on the window sill, and the moon is out.",
        (
            GROUND,
            circle(300, 226, 206, PLUM.tint),
            window(372, 12, 1),
            slab(356, 250, 284, 16, MILK, corner=6),
            phone_down,
            slab(20, 236, 44, 244, WOOD, corner=10),
            cut("M62 330Q62 286 108 286H290Q332 288 330 330L322 400H62Z", MILK),
            sleeper,
            blanket,
            fold,
            squares,
            slab(20, 452, 620, 28, PLUM.deep),
        ),
    )


PICTURES = (supporting_a_friend, carry_together, by_the_bicycles, sorcha_sleeps)
