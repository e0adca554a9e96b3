"""Pictures of the lesson Consent plus care: a canoe, an open gate, and Jude, Imran and Catrin."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, slab, strip
from ..palette import BARK, BLUEBELL, CORAL, LAMP, LEAF, MILK, OAT, WOOD, WOOD_LIGHT
from ..people import Arm, Face, arms_of, bust
from ..things import mug, plant, table, three_dots, tulip
from ..things_ks4 import (
    CATRIN,
    GROUND,
    IMRAN,
    JUDE,
    pine,
    ripples,
    sun,
)

_WATER = cut("M0 352H640V480H0Z", BLUEBELL.deep)
_WAVE = "#5670B4"


def _hull(colour: str, inside: str) -> str:
    """Return a canoe 420 long, its rim at y 0."""
    body = cut("M-214 -22Q-180 -4 -150 0H150Q180 -4 214 -22Q204 40 150 62H-150Q-204 40 -214 -22Z", colour)
    return body + strip("M-172 22Q0 30 172 22", inside, 6)


def _paddle(turn: float, x: float, y: float) -> str:
    """Return a paddle with its grip at (x, y), hanging down and turned."""
    blade = cut("M-13 128Q-17 170 0 184Q17 170 13 128Q6 118 0 116Q-6 118 -13 128Z", LAMP.fill)
    return group(
        strip("M0 0V130", WOOD_LIGHT, 8), strip("M-11 0H11", WOOD_LIGHT, 9), blade, x=x, y=y, turn=turn
    )


def consent_plus_care() -> Picture:
    """Draw the cover: Jude and Imran in one canoe, each with a paddle."""
    jude = (Arm((-31, 72), (-52, 96), (-50, 58)), Arm((31, 72), (20, 112), (-44, 108)))
    imran = (Arm((31, 72), (52, 96), (50, 58)), Arm((-31, 72), (-20, 112), (44, 108)))
    left = _paddle(10, -50, 52)
    right = _paddle(-10, 50, 52)
    return Picture(
        "consent-plus-care",
        "Jude and Imran sit in one canoe, and each has a paddle.",
        (
            GROUND,
            circle(320, 230, 200, BLUEBELL.tint),
            sun(452, 104, 34),
            cut("M0 330Q120 262 250 318T480 300T640 316V360H0Z", LEAF.fill),
            pine(66, 336, 0.9, LEAF.deep),
            pine(592, 332, 0.8, LEAF.deep),
            pine(120, 342, 0.66, LEAF.deep),
            _WATER,
            bust(JUDE, 232, 190, 1.24, Face("smile", 6), hem=156),
            bust(IMRAN, 408, 190, 1.24, Face("open", -6), hem=156),
            group(_hull(CORAL.fill, CORAL.deep), x=320, y=344, scale=1.06),
            group(*arms_of(JUDE, jude, left), x=232, y=190, scale=1.24),
            group(*arms_of(IMRAN, imran, right), x=408, y=190, scale=1.24),
            ripples(_WAVE, (40, 420, 90), (500, 428, 100), (250, 448, 120), (110, 460, 70), (420, 466, 70)),
        ),
    )


def open_gate() -> Picture:
    """Draw a garden gate that stands open; the path leads through it and back."""
    post = slab(-13, -176, 26, 190, WOOD, corner=6) + circle(0, -180, 17, WOOD_LIGHT)
    bars = "".join(
        slab(20 + 33 * step, -136 + 8 * step, 15, 130 + 2 * step, MILK, corner=7) for step in range(5)
    )
    leaf_of_gate = strip("M6 -112L156 -80M6 -36L156 8", MILK, 12) + bars
    path = cut(
        "M190 480C236 424 266 388 278 340C284 314 302 300 306 284H332C334 302 356 316 362 340"
        "C370 388 406 426 452 480Z",
        OAT.tint,
    )
    hedge = "".join(
        circle(x, y, radius, colour)
        for x, y, radius, colour in (
            (24, 330, 62, LEAF.deep),
            (104, 322, 66, "#4B7533"),
            (186, 334, 58, LEAF.deep),
            (462, 334, 58, "#4B7533"),
            (540, 322, 66, LEAF.deep),
            (622, 332, 62, "#4B7533"),
        )
    )
    return Picture(
        "open-gate",
        "A garden gate stands open. The path leads through it, and back.",
        (
            GROUND,
            circle(320, 216, 186, BLUEBELL.tint),
            sun(320, 168, 40),
            cut("M0 310Q160 262 320 284Q480 270 640 304V480H0Z", LEAF.fill),
            hedge,
            cut("M0 346Q320 326 640 346V480H0Z", LEAF.fill),
            path,
            group(post, x=252, y=358),
            group(leaf_of_gate, post, x=392, y=358),
            tulip(76, 440, 0.9, CORAL.fill, LEAF.deep, lean=-5),
            tulip(118, 452, 0.8, LAMP.fill, LEAF.deep, lean=5),
            tulip(506, 462, 0.8, LAMP.fill, LEAF.deep, lean=-4),
            tulip(596, 456, 0.9, CORAL.fill, LEAF.deep, lean=6),
        ),
    )


def jude_thinks() -> Picture:
    """Draw Jude at a table, thinking; the bubble over Jude is not filled yet."""
    thinking = (Arm((-31, 74), (-72, 120), (-20, 47)), Arm((31, 72), (52, 118), (-6, 146)))
    thought = (
        oval(430, 126, 108, 68, MILK)
        + circle(360, 108, 40, MILK)
        + circle(352, 204, 15, MILK)
        + circle(330, 230, 9, MILK)
    )
    return Picture(
        "jude-thinks",
        "Jude sits at a table and thinks. The thought is not finished.",
        (
            GROUND,
            circle(300, 246, 206, BLUEBELL.tint),
            thought,
            three_dots(424, 124, gap=38, radius=10),
            bust(JUDE, 236, 214, 1.46, Face("unsure", 5, down=-2, tilt=-5, brows="unsure"), arms=thinking),
            table(404),
            plant(520, 366, 1.3, LEAF.deep, CORAL.fill),
            mug(372, 372, 1.0, LAMP.fill),
        ),
    )


def imran_and_catrin() -> Picture:
    """Draw Imran talking with Catrin on a wall; she listens, her hands in her lap."""
    talking = (Arm((-31, 72), (-40, 112), (-16, 122)), Arm((31, 72), (66, 112), (54, 80), "open", 24))
    quiet = (Arm((-31, 72), (-46, 108), (-10, 122)), Arm((31, 72), (46, 108), (10, 122)))
    bricks = "".join(
        slab(x, y, 76, 26, "#C9B48F", corner=5)
        for y, start in ((396, 14), (432, -30))
        for x in range(start, 640, 90)
    )
    wall = slab(0, 366, 640, 114, OAT.deep) + bricks + slab(0, 356, 640, 22, OAT.tint, corner=4)
    return Picture(
        "imran-and-catrin",
        "Imran talks with Catrin, who listens with her hands in her lap.",
        (
            GROUND,
            circle(326, 216, 196, BLUEBELL.tint),
            group(slab(-11, -150, 22, 200, BARK, corner=8), circle(0, -178, 84, LEAF.fill), x=590, y=330),
            group(slab(-11, -110, 22, 160, BARK, corner=8), circle(0, -140, 66, LEAF.deep), x=44, y=330),
            bust(IMRAN, 214, 196, 1.36, Face("small", 6), hem=150),
            bust(CATRIN, 434, 200, 1.36, Face("calm", -6, down=2, tilt=-4), hem=150),
            wall,
            strip("M176 372V480M250 372V480", IMRAN.trousers, 40),
            strip("M398 372V480M472 372V480", CATRIN.trousers, 40),
            slab(152, 346, 122, 46, IMRAN.trousers, corner=22),
            slab(374, 346, 122, 46, CATRIN.trousers, corner=22),
            group(*arms_of(IMRAN, talking), x=214, y=196, scale=1.36),
            group(*arms_of(CATRIN, quiet), x=434, y=200, scale=1.36),
        ),
    )


def canoe_ashore() -> Picture:
    """Draw the canoe on the bank in the evening, both paddles leaning on it."""
    return Picture(
        "canoe-ashore",
        "The canoe lies on the bank in the evening sun, with both paddles in it.",
        (
            slab(0, 0, 640, 480, BLUEBELL.tint),
            circle(320, 250, 118, LAMP.fill),
            cut("M0 258Q130 196 270 250Q400 268 486 230Q570 196 640 236V300H0Z", BLUEBELL.fill),
            slab(0, 286, 640, 194, BLUEBELL.deep),
            ripples(LAMP.fill, (270, 316, 100), (290, 340, 64)),
            ripples(_WAVE, (60, 318, 90), (470, 326, 100), (420, 356, 70)),
            cut("M0 396Q220 330 420 372Q540 392 640 366V480H0Z", LEAF.fill),
            pine(86, 372, 1.15, LEAF.deep),
            pine(148, 378, 0.8, LEAF.deep),
            group(
                strip("M-96 -2L-180 -96M110 -2L196 -88", WOOD_LIGHT, 9),
                group(cut("M-13 0Q-15 -38 0 -58Q15 -38 13 0Z", LAMP.fill), x=-176, y=-90, turn=-42),
                group(cut("M-13 0Q-15 -38 0 -58Q15 -38 13 0Z", LAMP.fill), x=192, y=-82, turn=44),
                _hull(CORAL.fill, CORAL.deep),
                x=390,
                y=372,
                scale=0.9,
            ),
            earth(BLUEBELL.deep, 22, 24),
        ),
    )


PICTURES = (consent_plus_care, open_gate, jude_thinks, imran_and_catrin, canoe_ashore)
