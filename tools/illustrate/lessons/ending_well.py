"""Pictures of the lesson about endings: a box, a wall, a common room and two ways on."""

from __future__ import annotations

from ..kit import Picture, circle, cut, group, slab, strip
from ..palette import (
    APRICOT,
    BLUEBELL,
    CORAL,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    OAT,
    PLUM,
    WOOD,
    WOOD_LIGHT,
    darker,
)
from ..people import Arm, Face, arms_of, bust, standing
from ..things import plant, tree, tulip
from ..things_post16 import (
    CHARLIE,
    EARTH,
    EWAN,
    GROUND,
    MR_LLOYD,
    NIAMH,
    scene,
    sitting_legs,
    sofa,
)


def _box(x: float, y: float) -> str:
    """Return an open cardboard box, 132 wide, with a jumper and a book looking out; its foot is at y."""
    jumper = cut("M-52 -70Q-52 -104 -26 -104H6Q30 -104 30 -70Z", LAMP.fill) + strip(
        "M-22 -104Q-10 -92 2 -104", darker(LAMP.fill), 6
    )
    book = group(
        slab(0, -52, 34, 60, CORAL.fill, corner=3), slab(5, -52, 5, 60, CORAL.deep), x=22, y=-66, turn=9
    )
    front = slab(-66, -74, 132, 74, WOOD_LIGHT, corner=4) + slab(-66, -74, 132, 10, WOOD, corner=3)
    return group(book, jumper, front, slab(-14, -48, 28, 10, WOOD, corner=5), x=x, y=y)


def ending_well() -> Picture:
    """Draw the cover: Niamh hands Ewan a box on a doorstep."""
    door = slab(30, 96, 150, 316, PLUM.deep, corner=6) + slab(46, 112, 118, 300, LAMP.tint, corner=3)
    giving = (Arm((-31, 72), (-30, 118), (36, 138)), Arm((31, 72), (56, 112), (70, 132)))
    taking = (Arm((-31, 72), (-56, 112), (-72, 132)), Arm((31, 72), (34, 118), (-34, 138)))
    return Picture(
        "ending-well",
        "Niamh hands Ewan a box with a jumper and a book, on a doorstep.",
        (
            GROUND,
            circle(352, 226, 206, PLUM.tint),
            door,
            slab(0, 412, 640, 68, PLUM.deep),
            slab(16, 400, 216, 16, OAT.deep, corner=4),
            plant(588, 380, 0.95, LEAF.deep, CORAL.fill),
            standing(NIAMH, 218, 156, 1.2, Face("calm", 4, tilt=3), legs=72),
            standing(EWAN, 466, 146, 1.24, Face("calm", -4, tilt=-3), legs=72),
            _box(342, 342),
            group(*arms_of(NIAMH, giving), x=218, y=156, scale=1.2),
            group(*arms_of(EWAN, taking), x=466, y=146, scale=1.24),
        ),
    )


def _bricks() -> str:
    """Return a low wall from y 330 to the foot of the picture."""
    wall = slab(0, 330, 640, 110, APRICOT.fill) + slab(0, 318, 640, 20, OAT.tint, corner=4)
    joints = "M0 374H640M0 410H640" + "".join(
        f"M{x} 338V374M{x + 40} 374V410M{x} 410V440" for x in range(40, 640, 80)
    )
    return wall + strip(joints, darker(APRICOT.fill), 4)


def on_the_wall() -> Picture:
    """Draw Ewan and Niamh on a low wall, some room between them."""
    telling = (Arm((-31, 72), (-48, 104), (-16, 118)), Arm((31, 72), (64, 104), (58, 80), "open", 34))
    listening = (Arm((-31, 72), (-46, 104), (-12, 116)), Arm((31, 72), (46, 104), (12, 116)))
    return scene(
        "on-the-wall",
        "Ewan and Niamh sit on a low wall with room between them. He speaks, and she listens.",
        tree(586, 348, 1.1, LEAF.deep, "#527B3B"),
        _bricks(),
        EARTH,
        bust(EWAN, 194, 184, 1.32, Face("unsure", 5, brows="unsure"), hem=116),
        sitting_legs(194, 330, 412, EWAN.trousers),
        group(*arms_of(EWAN, telling), x=194, y=184, scale=1.32),
        bust(NIAMH, 438, 184, 1.3, Face("calm", -5, down=2), hem=116),
        sitting_legs(438, 330, 412, NIAMH.trousers),
        group(*arms_of(NIAMH, listening), x=438, y=184, scale=1.3),
    )


def charlie_speaks_up() -> Picture:
    """Draw a common room: Charlie has stood up and holds out a flat hand; Niamh looks down at her lap."""
    holding = (Arm((-31, 72), (-50, 106), (-12, 118)), Arm((31, 72), (50, 106), (12, 118)))
    stopping = (Arm((-31, 72), (-78, 92), (-74, 44), "open", -10), Arm((31, 72), (44, 110), (36, 150)))
    little_phone = group(
        slab(-15, -25, 30, 50, INK, corner=6), slab(-11, -20, 22, 38, LAGOON.tint, corner=2), x=0, y=112
    )
    lamp = strip("M586 424V150", INK, 7) + cut("M544 156L562 96H610L628 156Z", LAMP.fill)
    return Picture(
        "charlie-speaks-up",
        "Charlie has stood up and calmly holds out a hand to stop. Niamh looks down at a phone.",
        (
            GROUND,
            circle(300, 226, 206, PLUM.tint),
            slab(0, 412, 640, 68, PLUM.deep),
            slab(556, 418, 60, 10, INK, corner=5),
            lamp,
            sofa(206, 434, 352, LAGOON.fill),
            bust(NIAMH, 176, 206, 1.28, Face("worried", 3, down=4, tilt=4), hem=120),
            sitting_legs(176, 356, 428, NIAMH.trousers),
            group(*arms_of(NIAMH, holding, little_phone), x=176, y=206, scale=1.28),
            standing(CHARLIE, 446, 138, 1.26, Face("calm", -5), arms=stopping, legs=76),
        ),
    )


def own_ways() -> Picture:
    """Draw a path that divides: Niamh goes one way with Charlie, Ewan the other with Mr Lloyd."""
    sun = circle(320, 204, 92, LAMP.fill)
    hills = cut("M0 300Q160 236 330 292T640 268V480H0Z", LEAF.fill)
    path = cut(
        "M250 480C270 430 262 400 150 366L36 344L44 328L168 346C262 364 306 386 324 410"
        "C344 382 392 360 478 344L604 324L610 342L500 364C400 392 378 426 396 480Z",
        OAT.tint,
    )
    return Picture(
        "own-ways",
        "A path divides. Niamh goes one way with Charlie, and Ewan the other with Mr Lloyd.",
        (
            slab(0, 0, 640, 480, PLUM.tint),
            circle(320, 204, 190, "#F8E3D4"),
            sun,
            hills,
            path,
            tulip(306, 356, 0.8, CORAL.fill, LEAF.deep, lean=-4),
            tulip(336, 350, 0.7, BLUEBELL.fill, LEAF.deep, lean=5),
            standing(CHARLIE, 78, 178, 0.76, Face("smile", 3), arms=_hanging(), legs=72),
            standing(NIAMH, 158, 190, 0.74, Face("small", -3), arms=_hanging(), legs=72),
            standing(EWAN, 494, 178, 0.76, Face("small", 3), arms=_hanging(), legs=72),
            standing(MR_LLOYD, 574, 164, 0.8, Face("smile", -3), arms=_hanging(), legs=74),
        ),
    )


def _hanging() -> tuple[Arm, Arm]:
    """Return two arms of somebody who walks at ease."""
    return Arm((-31, 72), (-46, 108), (-40, 144)), Arm((31, 72), (46, 108), (40, 144))


PICTURES = (ending_well, on_the_wall, charlie_speaks_up, own_ways)
