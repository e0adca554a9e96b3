"""The story of Sam, Ola and Mr Khan, for ages 11 to 14."""

from __future__ import annotations

from .cast import DEE, KAI, MR_KHAN, OLA, SAM, ZARA
from .kit import Picture, circle, cut, earth, group, mirrored, slab, strip
from .palette import (
    APRICOT,
    BARK,
    BLUEBELL,
    CORAL,
    INK,
    LAGOON,
    LAMP,
    MILK,
    PLUM,
    SKINS,
    WOOD,
    WOOD_LIGHT,
    darker,
)
from .people import Arm, Face, arms_of, bust
from .things import bubble, frame, mug, plant, table, three_dots

_GROUND = slab(0, 0, 640, 480, LAGOON.fill)
_LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 190))
_RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 190))


def _seated_legs(x: float, seat: float, foot: float, trousers: str) -> str:
    """Return two legs of somebody who sits facing us, 112 wide at the feet."""
    knees = slab(x - 58, seat - 18, 116, 40, trousers, corner=20)
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
            slab(92, 290, 456, 20, WOOD_LIGHT, corner=7),
            slab(84, 330, 472, 22, WOOD, corner=7),
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


def ola_listens() -> Picture:
    """Draw Sam talking and Ola listening, chin in hand, with a mug each."""
    telling = (Arm((-31, 72), (-42, 110), (-36, 180)), Arm((31, 72), (66, 112), (50, 84), "open", 36))
    listening = (Arm((-31, 74), (-70, 118), (-20, 46)), Arm((31, 72), (46, 110), (34, 180)))
    return Picture(
        "ola-listens",
        "Sam talks and Ola listens. Two mugs stand on the table.",
        (
            _GROUND,
            circle(330, 222, 200, LAGOON.tint),
            bubble(262, 38, 116, 76, MILK),
            three_dots(320, 76),
            bust(SAM, 188, 218, 1.4, Face("open", 5), arms=telling),
            bust(OLA, 458, 212, 1.44, Face("small", -6, tilt=-5), arms=listening),
            table(386),
            mirrored(mug(0, 0, 1, CORAL.fill, CORAL.tint), x=292, y=374, scale=1.1),
            mug(372, 374, 1.1, BLUEBELL.fill, BLUEBELL.tint),
        ),
    )


def mr_khan_helps() -> Picture:
    """Draw Sam and Ola with Mr Khan, an older teacher, who listens with open hands."""
    open_hands = (Arm((-31, 72), (-48, 122), (-58, 104), "open", -62), Arm((31, 72), (50, 112), (30, 150)))
    lanyard = strip("M-12 50L0 96L12 50", CORAL.deep, 4) + slab(-11, 94, 22, 28, MILK, corner=4)
    return Picture(
        "mr-khan-helps",
        "Sam and Ola talk with Mr Khan, an older teacher with glasses and a grey beard.",
        (
            _GROUND,
            circle(320, 238, 214, LAGOON.tint),
            bust(OLA, 262, 196, 1.38, Face("smile", 5), arms=(_LEFT_AT_REST, _RIGHT_AT_REST)),
            bust(SAM, 136, 232, 1.38, Face("open", 6), arms=(_LEFT_AT_REST, _RIGHT_AT_REST)),
            bust(MR_KHAN, 470, 156, 1.56, Face("smile", -6), arms=open_hands, held=lanyard),
            earth(LAGOON.deep),
        ),
    )


def easier_to_tell() -> Picture:
    """Draw two pupils talking, a plain bubble over each."""
    talking = (Arm((31, 74), (66, 104), (54, 64), "open", 14), _LEFT_AT_REST)
    return Picture(
        "easier-to-tell",
        "Two pupils talk about what makes it easier to tell.",
        (
            _GROUND,
            circle(320, 258, 200, LAGOON.tint),
            bubble(92, 40, 188, 112, LAMP.fill, tail="right"),
            bubble(356, 40, 188, 112, CORAL.fill, tail="left"),
            bust(DEE, 196, 252, 1.42, Face("open", 5), arms=talking),
            bust(ZARA, 446, 256, 1.42, Face("smile", -2), arms=(_LEFT_AT_REST, _RIGHT_AT_REST)),
            earth(LAGOON.deep),
        ),
    )


def taking_down() -> Picture:
    """Draw somebody carefully lifting an empty picture off a wall of frames."""
    lifting = (Arm((-31, 72), (-20, 126), (44, 92)), Arm((31, 72), (92, 96), (138, 68)))
    lifted = group(frame(38, -26, 106, 122, WOOD_LIGHT), turn=4)
    wall = (
        frame(36, 40, 112, 92, LAMP.fill)
        + frame(186, 20, 84, 68, CORAL.fill)
        + frame(512, 44, 100, 126, PLUM.deep)
        + frame(30, 168, 84, 112, BLUEBELL.deep)
        + frame(534, 206, 84, 84, APRICOT.fill)
    )
    gap = slab(352, 78, 118, 136, "#C3E1DC", corner=6) + circle(411, 92, 6, INK)
    return Picture(
        "taking-down",
        "Somebody carefully takes an empty picture down from a wall of frames.",
        (
            _GROUND,
            circle(320, 258, 204, LAGOON.tint),
            wall,
            gap,
            bust(KAI, 226, 222, 1.4, Face("small", 7), arms=lifting, held=lifted),
            earth(LAGOON.deep),
        ),
    )


PICTURES = (if_an_image_is_shared, ola_listens, mr_khan_helps, easier_to_tell, taking_down)
