"""Robin, whom Leo pressures; the friends who help; a glass under a tap; and a lamp at the end."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
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
from ..things import bubble, table, three_dots
from ..things_ks3 import (
    GROUND,
    LEFT_AT_REST,
    LEO,
    MALIK,
    MS_BEGUM,
    RIGHT_AT_REST,
    ROBIN,
    XIU,
    lanyard,
    phone_lying,
    round_light,
)


def _chair_behind() -> str:
    """Return the back and the handle of a wheelchair that faces left."""
    return strip("M34 66V162H-38", INK, 9) + strip("M34 72H48", INK, 8)


def _chair_before() -> str:
    """Return lap, legs and wheels before somebody in a wheelchair that faces left."""
    legs = strip("M10 128H-44L-50 186", XIU.trousers, 27) + strip("M-52 196H-66", MILK, 16)
    return legs + ring(21, 156, 50, INK, 8) + circle(21, 156, 9, LAMP.fill) + ring(-40, 198, 11, INK, 6)


def _dog(x: float, y: float, scale: float) -> str:
    """Return a small dog that stands on y and looks left."""
    legs = strip("M-34 -30V-6M-16 -30V-6M26 -30V-6M42 -30V-6", WOOD_LIGHT, 12)
    body = slab(-48, -62, 104, 40, WOOD_LIGHT, corner=20) + strip("M52 -52Q74 -66 70 -88", WOOD_LIGHT, 10)
    skull = (
        oval(-56, -78, 27, 24, WOOD_LIGHT) + oval(-76, -70, 17, 12, OAT.tint) + oval(-38, -76, 9, 19, BARK)
    )
    face = circle(-62, -84, 3.4, INK) + circle(-90, -73, 5, INK)
    collar = strip("M-48 -58Q-38 -52 -32 -58", CORAL.fill, 7)
    return group(legs, body, skull, face, collar, x=x, y=y, scale=scale)


def pressure_and_responsibility() -> Picture:
    """Draw the cover: Robin and Xiu out with a dog, talking."""
    leading = (Arm((-31, 74), (-52, 108), (-44, 146)), Arm((31, 74), (60, 104), (52, 72), "open", 22))
    pushing = (Arm((-30, 72), (-56, 100), (-34, 112)), Arm((30, 72), (48, 104), (30, 138)))
    lead = strip("M204 342Q160 352 130 384", CORAL.fill, 5)
    return Picture(
        "pressure-and-responsibility",
        "Robin and Xiu are out with a small dog. Robin talks, and Xiu listens.",
        (
            GROUND,
            round_light(322, 226, 204),
            earth(LAGOON.deep, 74, 40),
            lead,
            standing(ROBIN, 256, 170, 1.18, Face("small", 6), arms=leading, legs=66),
            group(
                _chair_behind(),
                bust(XIU, 0, 0, 1, Face("smile", -6), hem=140),
                _chair_before(),
                *arms_of(XIU, pushing),
                x=424,
                y=194,
                scale=1.14,
            ),
            _dog(158, 444, 0.86),
        ),
    )


def drop_by_drop() -> Picture:
    """Draw a tap over a glass that is full to its brim: each drop is small."""
    pipe = strip("M470 96H352Q320 96 320 128V152", "#8FA3A8", 34)
    handle = slab(398, 52, 18, 40, "#8FA3A8", corner=6) + slab(370, 36, 74, 20, CORAL.fill, corner=10)
    wall = slab(462, 58, 40, 78, OAT.deep, corner=8)
    drop = cut("M320 184Q339 214 320 226Q301 214 320 184Z", BLUEBELL.fill)
    water = cut("M250 282Q320 258 390 282L378 420H262Z", BLUEBELL.fill)
    glass = strip("M246 272L262 424H378L394 272", MILK, 12)
    runnels = strip("M244 282Q232 300 238 330M396 282Q408 304 402 352", BLUEBELL.fill, 8)
    splashes = oval(236, 352, 8, 12, BLUEBELL.fill) + oval(404, 378, 8, 12, BLUEBELL.fill)
    shine = strip("M280 306L288 392", BLUEBELL.tint, 8)
    return Picture(
        "drop-by-drop",
        "A tap drips. Each drop is small, and the glass under it is running over.",
        (
            GROUND,
            round_light(320, 254, 204),
            wall,
            pipe,
            handle,
            drop,
            slab(0, 428, 640, 52, OAT.tint),
            slab(0, 428, 640, 10, OAT.deep),
            water,
            glass,
            shine,
            runnels,
            splashes,
        ),
    )


def malik_decides() -> Picture:
    """Draw Malik, who thinks before he answers; Leo's bubble waits, and the telephone lies face down."""
    thinking = (Arm((-31, 74), (-70, 120), (-20, 48)), Arm((31, 74), (52, 116), (16, 132)))
    return Picture(
        "malik-decides",
        "Malik has put the phone face down and thinks. A message from Leo waits for an answer.",
        (
            GROUND,
            round_light(320, 250, 202),
            bubble(158, 92, 138, 84, APRICOT.fill, tail="left"),
            three_dots(227, 134),
            bust(MALIK, 350, 200, 1.5, Face("calm", -5, brows="up"), arms=thinking),
            table(398),
            phone_lying(226, 400, INK, 1.3),
        ),
    )


def a_no_is_fine() -> Picture:
    """Draw Leo, who has put his telephone down and says with both hands: all right."""
    both = (
        Arm((-31, 72), (-66, 104), (-60, 62), "open", -12),
        Arm((31, 72), (56, 116), (44, 96), "thumb", 6),
    )
    listening = (LEFT_AT_REST, RIGHT_AT_REST)
    phone = slab(-18, -9, 78, 9, INK, corner=4)
    return Picture(
        "a-no-is-fine",
        "Leo has put the phone down. An open hand and a thumb say that he has heard the no. Malik nods.",
        (
            GROUND,
            round_light(320, 240, 204),
            bust(LEO, 246, 208, 1.4, Face("small", 4, brows="up"), arms=both),
            bust(MALIK, 438, 204, 1.42, Face("smile", -6), arms=listening),
            table(402),
            group(phone, x=306, y=403, scale=1.2),
        ),
    )


def ms_begum_listens() -> Picture:
    """Draw Robin and Xiu with Ms Begum in a library."""
    talking = (Arm((-31, 72), (-44, 112), (-32, 150)), Arm((31, 72), (64, 108), (52, 76), "open", 28))
    at_rest = (LEFT_AT_REST, RIGHT_AT_REST)
    hands = (Arm((-31, 72), (-60, 124), (-14, 138)), Arm((31, 72), (60, 124), (14, 138)))
    colours = (CORAL.fill, LAMP.fill, PLUM.fill, BLUEBELL.fill, APRICOT.fill, LEAF.fill)
    books = "".join(
        slab(96 + i * 30, 52 + (i * 17) % 23, 22, 88 - (i * 17) % 23, colours[i % 6], corner=3)
        for i in range(15)
    )
    shelf = slab(80, 140, 480, 12, WOOD, corner=4)
    return Picture(
        "ms-begum-listens",
        "Robin talks to Ms Begum in the library, and Xiu sits with Robin.",
        (
            GROUND,
            round_light(320, 264, 206),
            books,
            shelf,
            bust(XIU, 152, 256, 1.28, Face("small", 6), arms=at_rest),
            bust(ROBIN, 296, 250, 1.32, Face("open", 5), arms=talking),
            bust(MS_BEGUM, 474, 218, 1.44, Face("small", -6), arms=hands, held=lanyard(CORAL.deep)),
            earth(LAGOON.deep),
        ),
    )


def evening_lamp() -> Picture:
    """Draw an armchair under a lamp, and a cat asleep on it."""
    chair = (
        slab(238, 238, 212, 150, CORAL.fill, corner=40)
        + slab(214, 306, 48, 108, CORAL.deep, corner=22)
        + slab(426, 306, 48, 108, CORAL.deep, corner=22)
        + slab(250, 352, 188, 62, CORAL.fill, corner=14)
        + slab(242, 410, 16, 26, WOOD, corner=4)
        + slab(430, 410, 16, 26, WOOD, corner=4)
    )
    cat = (
        oval(344, 336, 62, 30, INK)
        + circle(296, 322, 24, INK)
        + cut("M276 312L280 288L296 302ZM300 300L314 288L316 312Z", INK)
        + strip("M400 342Q420 360 380 364", INK, 12)
        + strip("M286 324Q291 328 296 324M302 324Q306 328 310 324", MILK, 2.6)
    )
    lamp = (
        slab(520, 190, 10, 236, BARK, corner=4)
        + slab(488, 424, 74, 14, BARK, corner=6)
        + cut("M480 196L498 118H552L570 196Z", LAMP.fill)
    )
    return Picture(
        "evening-lamp",
        "A cat sleeps on an armchair under a lamp.",
        (
            slab(0, 0, 640, 480, LAGOON.tint),
            circle(524, 190, 150, "#F6EBC6"),
            earth(LAGOON.fill, 58, 14),
            lamp,
            chair,
            cat,
        ),
    )


PICTURES = (
    pressure_and_responsibility,
    drop_by_drop,
    malik_decides,
    a_no_is_fine,
    ms_begum_listens,
    evening_lamp,
)
