"""Ines and Thandi, who are good to each other; Hugo, who finds help; and a lake at the end."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, slab, strip
from ..palette import (
    APRICOT,
    BARK,
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
from ..people import Arm, Face, arms_of, bust, standing
from ..things import table, tulip
from ..things_ks3 import (
    COACH_REID,
    GROUND,
    HUGO,
    INES,
    LEFT_AT_REST,
    RIGHT_AT_REST,
    THANDI,
    dangling_legs,
    lanyard,
    message,
    phone_from_behind,
    phone_lying,
    round_light,
)


def _wall(top: float) -> str:
    """Return a low brick wall whose coping lies at `top`."""
    bricks = "".join(
        slab(x, top + 20 + row * 26, 62, 18, OAT.tint, corner=4)
        for row, xs in enumerate(((128, 282, 438), (168, 344, 476), (128, 250, 420)))
        for x in xs
    )
    return slab(104, top + 8, 438, 100, OAT.deep) + bricks + slab(92, top, 462, 16, WOOD_LIGHT, corner=6)


def healthy_online_relationships() -> Picture:
    """Draw the cover: Ines and Thandi laugh on a wall, and two telephones lie unused between them."""
    telling = (Arm((-31, 72), (-66, 100), (-58, 66), "open", -24), Arm((31, 72), (48, 104), (40, 118)))
    in_lap = (Arm((-31, 70), (-48, 104), (-12, 112)), Arm((31, 70), (46, 104), (12, 112)))
    return Picture(
        "healthy-online-relationships",
        "Ines and Thandi laugh together on a wall. Two phones lie beside them, and nobody looks at them.",
        (
            GROUND,
            round_light(322, 222, 198),
            earth(LAGOON.deep, 64, 44),
            _wall(330),
            bust(INES, 220, 194, 1.28, Face("open", 4, closed=True), hem=112),
            bust(THANDI, 424, 188, 1.3, Face("open", -4), hem=114),
            dangling_legs(220, 338, INES.trousers, INES.shoes, 1.04),
            dangling_legs(424, 338, THANDI.trousers, THANDI.shoes, 1.04),
            group(*arms_of(INES, in_lap), x=220, y=194, scale=1.28),
            group(*arms_of(THANDI, telling), x=424, y=188, scale=1.3),
            phone_lying(312, 331, INK, 0.84),
            phone_lying(308, 323, PLUM.deep, 0.76),
        ),
    )


def _pickets(left: float, right: float) -> str:
    """Return a garden fence from `left` to `right`."""
    boards = "".join(
        cut(f"M{x:g} 440V292L{x + 15:g} 276L{x + 30:g} 292V440Z", MILK)
        for x in range(int(left), int(right) - 20, 42)
    )
    return slab(left, 318, right - left, 12, OAT.deep) + slab(left, 396, right - left, 12, OAT.deep) + boards


def latch_inside() -> Picture:
    """Draw a garden gate with its latch on Ines's side, and Thandi waiting kindly outside."""
    gate = (
        slab(322, 262, 148, 176, WOOD_LIGHT, corner=8)
        + slab(336, 276, 120, 148, OAT.tint, corner=5)
        + strip("M342 418L450 284", WOOD_LIGHT, 12)
        + slab(312, 240, 16, 202, WOOD, corner=5)
        + slab(464, 240, 16, 202, WOOD, corner=5)
    )
    latch = slab(314, 316, 46, 14, INK, corner=6) + circle(322, 323, 10, LAMP.fill)
    waving = (Arm((31, 72), (70, 92), (66, 34), "open", 8), Arm((-31, 72), (-44, 108), (-36, 160)))
    at_latch = (Arm((31, 74), (66, 112), (80, 128)), Arm((-31, 74), (-66, 96), (-66, 52), "open", -10))
    return Picture(
        "latch-inside",
        "Ines stands in a garden with a hand on the latch of the gate. Thandi waits outside and waves.",
        (
            GROUND,
            round_light(322, 214, 194),
            bust(THANDI, 396, 174, 1.14, Face("smile", -4), arms=waving),
            _pickets(110, 312),
            _pickets(484, 580),
            gate,
            earth(LEAF.fill, 48, 22),
            standing(INES, 214, 182, 1.2, Face("smile", 6), arms=at_latch, legs=56),
            latch,
            tulip(122, 452, 0.9, CORAL.fill, LEAF.deep, lean=-6),
            tulip(152, 460, 0.76, LAMP.fill, LEAF.deep, lean=5),
            tulip(300, 462, 0.7, LAMP.fill, LEAF.deep, lean=-4),
            tulip(500, 456, 0.9, PLUM.tint, LEAF.deep, lean=5),
        ),
    )


def one_more_message() -> Picture:
    """Draw Hugo with a telephone, and one message above another coming to it."""
    holding = (Arm((-31, 74), (-54, 128), (18, 120)), Arm((31, 74), (60, 128), (38, 120)))
    held = phone_from_behind(28, 104, 1)
    return Picture(
        "one-more-message",
        "Hugo looks at a phone and is unsure. Message after message comes in.",
        (
            GROUND,
            round_light(320, 250, 200),
            message(372, 42, 128, LAMP),
            message(396, 116, 140, CORAL),
            message(380, 190, 112, APRICOT),
            message(404, 264, 132, LAMP),
            message(386, 338, 100, CORAL),
            bust(HUGO, 248, 208, 1.5, Face("unsure", 5, down=3, brows="unsure"), arms=holding, held=held),
            earth(LAGOON.deep),
        ),
    )


def _bat(x: float, y: float, colour: str, turn: float) -> str:
    """Return a table tennis bat lying at (x, y)."""
    return group(slab(-6, 18, 12, 34, WOOD, corner=5), circle(0, 0, 25, colour), x=x, y=y, turn=turn)


def coach_reid_listens() -> Picture:
    """Draw Ines, Hugo and Coach Reid at a table for table tennis: the game can wait."""
    talking = (Arm((-31, 74), (-44, 116), (-30, 150)), Arm((31, 74), (62, 108), (50, 78), "open", 30))
    beside = (Arm((31, 74), (54, 116), (30, 152)), LEFT_AT_REST)
    listening = (Arm((-31, 72), (-58, 122), (-34, 138)), RIGHT_AT_REST)
    top = cut("M40 404L96 346H544L600 404Z", LEAF.deep) + slab(40, 404, 560, 14, LEAF.fill)
    lines = strip("M64 399H576M320 350V399", MILK, 4)
    return Picture(
        "coach-reid-listens",
        "Hugo talks to Coach Reid, with Ines beside him. The game of table tennis can wait.",
        (
            GROUND,
            round_light(322, 220, 204),
            bust(INES, 158, 208, 1.26, Face("small", 6), arms=beside),
            bust(HUGO, 294, 196, 1.3, Face("open", 5), arms=talking),
            bust(
                COACH_REID,
                474,
                150,
                1.44,
                Face("small", -6, tilt=-4),
                arms=listening,
                held=lanyard(LAMP.fill),
            ),
            table(418, LAGOON.deep, LAGOON.deep),
            top,
            lines,
            _bat(206, 372, CORAL.deep, 76),
            _bat(440, 378, BLUEBELL.deep, -64),
            circle(372, 372, 9, LAMP.fill),
        ),
    )


def _boat(x: float, y: float, scale: float, hull: str, sail: str) -> str:
    """Return a small sailing boat floating on y."""
    sails = cut("M6 -18V-132Q64 -86 74 -18Z", sail) + cut("M-8 -18V-108Q-46 -68 -54 -18Z", MILK)
    body = cut("M-70 -14H82Q72 22 46 22H-36Q-62 18 -70 -14Z", hull)
    return group(slab(-3, -140, 6, 130, BARK, corner=3), sails, body, x=x, y=y, scale=scale)


def two_boats() -> Picture:
    """Draw a quiet lake with two boats side by side."""
    ripples = strip("M196 410H262M292 442H392M430 404H500", LAGOON.tint, 6)
    return Picture(
        "two-boats",
        "Two small boats sail side by side on a quiet lake.",
        (
            slab(0, 0, 640, 480, LAGOON.tint),
            circle(446, 108, 46, LAMP.fill),
            cut("M0 330Q120 236 262 306Q430 214 640 316V480H0Z", LEAF.fill),
            cut("M0 330Q320 310 640 330V480H0Z", LAGOON.fill),
            _boat(246, 366, 1.12, CORAL.fill, LAMP.fill),
            _boat(424, 352, 0.92, PLUM.fill, APRICOT.fill),
            ripples,
        ),
    )


PICTURES = (healthy_online_relationships, latch_inside, one_more_message, coach_reid_listens, two_boats)
