"""The story of Luca and an island game, and stones across a stream, for ages 9 to 11."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, slab, strip
from ..palette import APRICOT, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD, WOOD_LIGHT
from ..people import Arm, Face, bust, on_the_floor, standing
from ..things import bubble, mug, plant, table, three_dots, tree, tulip
from ..things_upper_ks2 import (
    GROUND,
    LEFT_AT_REST,
    LUCA,
    MAYA,
    MRS_PETROV,
    RIGHT_AT_REST,
    ZAC,
)

_BOOKS = (CORAL.fill, LAMP.fill, PLUM.fill, BLUEBELL.fill, LAGOON.fill, APRICOT.fill, LEAF.deep)


def _stone(x: float, y: float, across: float) -> str:
    """Return a flat stone in water, its upper face round (x, y)."""
    return oval(x, y + 9, across, 17, OAT.deep) + oval(x, y, across, 16, OAT.tint)


def _stream(*stones: tuple[float, float, float]) -> str:
    """Return a stream between two banks, with its stones."""
    water = cut("M0 330Q320 286 640 330V480H0Z", LAGOON.fill)
    waves = strip("M214 352q14 -9 28 0t28 0M372 336q12 -8 24 0t24 0M300 448q14 -9 28 0t28 0", LAGOON.tint, 5)
    banks = cut("M0 306Q150 300 196 372Q150 440 60 480H0Z", LEAF.deep)
    banks += cut("M640 300Q500 296 450 356Q500 430 590 480H640Z", LEAF.deep)
    return water + waves + banks + "".join(_stone(*stone) for stone in stones)


def _shelf(x: float, y: float, width: float, first: int) -> str:
    """Return a shelf on y with books of many colours from `x` on."""
    shapes = [slab(x, y, width, 12, WOOD, corner=3)]
    at, number = x + 10, first
    while at + 26 < x + width:
        wide, high = 16 + 5 * (number % 3), 56 + 9 * (number * 2 % 4)
        shapes.append(slab(at, y - high, wide, high, _BOOKS[number % 7], corner=3))
        at, number = at + wide + 4, number + 1
    return "".join(shapes)


def first_steps() -> Picture:
    """Draw the cover: Luca on a stone in a stream, Maya behind him, Mrs Petrov before him."""
    balancing = (
        Arm((-31, 72), (-60, 84), (-70, 58)),
        Arm((31, 72), (58, 92), (68, 62), "open", 24),
    )
    waving = (LEFT_AT_REST, Arm((31, 72), (62, 92), (60, 44), "open", 8))
    reaching = (Arm((-31, 72), (-56, 108), (-70, 92), "open", -62), RIGHT_AT_REST)
    return Picture(
        "first-steps",
        "Luca crosses a stream on stones. Maya waves behind him, and Mrs Petrov holds out a hand.",
        (
            GROUND,
            circle(330, 214, 196, LEAF.tint),
            tree(572, 316, 0.86, LEAF.deep, "#527B3B"),
            _stream((218, 412, 44), (306, 392, 46), (394, 374, 42)),
            standing(MAYA, 118, 178, 0.98, Face("smile", 4), arms=waving, legs=66),
            standing(LUCA, 306, 176, 0.94, Face("open", 5), arms=balancing, legs=66),
            standing(MRS_PETROV, 500, 126, 1.06, Face("smile", -5), arms=reaching, legs=66),
            tulip(40, 452, 0.9, LAMP.fill, LEAF.fill, lean=-5),
            tulip(606, 452, 0.9, CORAL.fill, LEAF.fill, lean=5),
        ),
    )


def luca_and_the_island() -> Picture:
    """Draw Luca at a table with a tablet whose back is to us; an island floats over it."""
    holding = (Arm((-31, 74), (-50, 112), (-40, 124)), Arm((31, 74), (52, 112), (44, 124)))
    shell = slab(-54, -38, 108, 76, INK, corner=10) + circle(38, -24, 5, LAGOON.fill)
    sea = slab(388, 46, 196, 138, LAGOON.fill, corner=50)
    island = cut("M414 150Q486 96 558 150Q486 168 414 150Z", OAT.tint)
    hut = slab(502, 100, 36, 34, CORAL.fill) + cut("M494 102L520 78L546 102Z", CORAL.deep)
    palm = strip("M456 134Q456 104 466 84", WOOD, 7)
    palm += cut("M466 84Q440 70 428 92Q446 84 466 84ZM466 84Q490 66 506 88Q488 80 466 84Z", LEAF.deep)
    palm += cut("M466 84Q452 56 432 62Q452 68 466 84ZM466 84Q480 54 498 64Q480 68 466 84Z", LEAF.deep)
    dots = circle(392, 206, 12, LAGOON.fill) + circle(368, 228, 7, LAGOON.fill)
    return Picture(
        "luca-and-the-island",
        "Luca holds a tablet with its back to us and looks worried. He thinks of an island in a game.",
        (
            GROUND,
            circle(270, 236, 204, LEAF.tint),
            sea + island + palm + hut + dots,
            bubble(54, 52, 104, 72, MILK, tail="right"),
            three_dots(106, 88),
            bust(
                LUCA,
                258,
                214,
                1.46,
                Face("worried", 2, 4, tilt=-3, brows="worried"),
                arms=holding,
                held=group(shell, x=2, y=124),
            ),
            table(412),
            plant(548, 374, 1, LEAF.deep, LAMP.fill),
            mug(92, 396, 1, CORAL.fill, CORAL.tint),
        ),
    )


def maya_listens() -> Picture:
    """Draw Luca and Maya on the floor of a library, talking."""
    telling = (Arm((-31, 72), (-52, 104), (-38, 128)), Arm((31, 72), (62, 108), (54, 76), "open", 24))
    listening = (Arm((-31, 72), (-52, 104), (-14, 124)), Arm((31, 72), (52, 104), (14, 124)))
    return Picture(
        "maya-listens",
        "Luca and Maya sit on the floor of a library. He talks, and she listens.",
        (
            GROUND,
            circle(320, 232, 204, LEAF.tint),
            _shelf(24, 120, 190, 0),
            _shelf(426, 120, 190, 3),
            _shelf(24, 232, 130, 5),
            _shelf(490, 232, 126, 1),
            bubble(262, 40, 116, 80, MILK, tail="left"),
            three_dots(320, 80),
            oval(320, 418, 290, 62, LAGOON.deep),
            oval(320, 410, 290, 62, LAGOON.fill),
            on_the_floor(LUCA, 206, 212, 1.28, Face("open", 5), arms=telling),
            on_the_floor(MAYA, 438, 212, 1.28, Face("small", -6, tilt=-4), arms=listening),
        ),
    )


def mrs_petrov_helps() -> Picture:
    """Draw Mrs Petrov at a library table with Luca, and Zac beside him."""
    open_hands = (
        Arm((-31, 72), (-56, 118), (-54, 98), "open", -44),
        Arm((31, 72), (52, 116), (24, 130)),
    )
    calm = (Arm((-31, 72), (-48, 112), (-14, 122)), Arm((31, 72), (48, 112), (14, 122)))
    hand_on_back = (LEFT_AT_REST, Arm((31, 72), (52, 112), (34, 150)))
    return Picture(
        "mrs-petrov-helps",
        "Luca and Zac sit with Mrs Petrov, the librarian, who listens with open hands.",
        (
            GROUND,
            circle(330, 220, 206, LAMP.tint),
            _shelf(24, 104, 170, 2),
            _shelf(446, 104, 170, 6),
            bust(ZAC, 118, 202, 1.34, Face("small", 6), arms=hand_on_back),
            bust(LUCA, 268, 218, 1.36, Face("smile", 5), arms=calm),
            bust(MRS_PETROV, 476, 178, 1.5, Face("small", -6), arms=open_hands),
            table(404),
            slab(64, 388, 96, 16, CORAL.fill, corner=4) + slab(72, 374, 84, 14, LAGOON.deep, corner=4),
            mug(376, 392, 1, BLUEBELL.fill, BLUEBELL.tint),
        ),
    )


def helpers_lantern() -> Picture:
    """Draw a lantern on a post beside a path, with a bench near it."""
    glass = cut("M-34 -10H34L26 -86H-26Z", LAMP.fill) + cut("M-14 -10H14L10 -86H-10Z", LAMP.tint)
    roof = cut("M-40 -86H40L14 -118H-14Z", INK) + circle(0, -122, 8, INK)
    lantern = slab(-8, -4, 16, 214, INK, corner=6) + slab(-42, -14, 84, 12, INK, corner=5) + glass + roof
    bench = slab(0, 0, 190, 15, WOOD_LIGHT, corner=6) + slab(0, 30, 190, 17, WOOD, corner=6)
    bench += slab(20, 4, 13, 92, WOOD) + slab(157, 4, 13, 92, WOOD)
    path = cut("M250 480Q330 408 236 340L276 336Q400 404 390 480Z", OAT.tint)
    return Picture(
        "helpers-lantern",
        "A lantern shines beside a path, and there is a bench to sit on.",
        (
            slab(0, 0, 640, 480, LEAF.tint),
            circle(190, 176, 142, LAMP.tint),
            cut("M0 372Q200 312 400 346T640 330V480H0Z", LEAF.fill),
            path,
            group(lantern, x=190, y=208),
            tree(586, 352, 0.62, LEAF.deep, "#527B3B"),
            group(bench, x=330, y=326),
            earth(LEAF.deep, 30, 26),
        ),
    )


def across_the_stream() -> Picture:
    """Draw the stream with its stones in the evening, with nobody there."""
    return Picture(
        "across-the-stream",
        "Stones lead across a quiet stream. The sun is low.",
        (
            slab(0, 0, 640, 480, LEAF.tint),
            circle(330, 292, 132, LAMP.fill),
            _stream((222, 408, 48), (316, 388, 48), (408, 370, 44)),
            tulip(60, 382, 1, CORAL.fill, LEAF.fill, lean=-5),
            tulip(100, 396, 0.9, LAMP.fill, LEAF.fill, lean=6),
            tulip(566, 388, 1, CORAL.fill, LEAF.fill, lean=5),
        ),
    )


PICTURES = (
    first_steps,
    luca_and_the_island,
    maya_listens,
    mrs_petrov_helps,
    helpers_lantern,
    across_the_stream,
)
