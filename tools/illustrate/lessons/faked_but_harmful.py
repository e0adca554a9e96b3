"""Eilidh, of whom Freya made a fake picture; Ciarán and Mr Stone, who help; and a stream at the end."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, slab, strip
from ..palette import APRICOT, BARK, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, WOOD, WOOD_LIGHT
from ..people import Arm, Face, arms_of, bust, standing
from ..things import plant, table, tree
from ..things_ks3 import (
    CIARAN,
    EILIDH,
    FREYA,
    GROUND,
    LEFT_AT_REST,
    MR_STONE,
    RIGHT_AT_REST,
    dangling_legs,
    lanyard,
    phone_lying,
    round_light,
)


def _paper_figure(x: float, y: float, scale: float) -> str:
    """Return a figure cut from paper, with tabs and an empty face; its head is round (x, y)."""
    tabs = slab(-50, 60, 16, 22, OAT.deep) + slab(34, 60, 16, 22, OAT.deep)
    tail = strip("M18 -27Q50 -22 44 24", OAT.tint, 17)
    body = cut("M-37 150C-41 72 -31 44 -12 42H12C31 44 41 72 37 150Q0 160 -37 150Z", OAT.tint)
    legs = strip("M-14 140V208M14 140V208", OAT.tint, 22)
    foot = slab(-44, 206, 88, 14, OAT.deep, corner=4)
    skull = circle(0, 0, 33, OAT.tint) + oval(0, 2, 23, 25, MILK)
    dashes = strip("M-24 88H-16M-4 88H4M16 88H24M-24 118H-16M-4 118H4M16 118H24", OAT.deep, 4)
    return group(
        tabs, tail, legs, foot, body, slab(-9, 24, 18, 26, OAT.tint), skull, dashes, x=x, y=y, scale=scale
    )


def faked_but_harmful() -> Picture:
    """Draw the cover: Ciarán turns to the real Eilidh; behind them stands a figure of paper."""
    talking = (Arm((-31, 72), (-64, 106), (-56, 72), "open", -22), Arm((31, 72), (44, 108), (36, 146)))
    listening = (Arm((-31, 72), (-46, 108), (-38, 146)), Arm((31, 72), (58, 104), (40, 112)))
    return Picture(
        "faked-but-harmful",
        "Ciarán and Eilidh talk. Behind them stands a paper figure with an empty face: somebody made it up.",
        (
            GROUND,
            round_light(290, 226, 196),
            earth(LAGOON.deep, 74, 40),
            _paper_figure(500, 208, 1),
            standing(CIARAN, 206, 178, 1.18, Face("small", 6), arms=listening, legs=62),
            standing(EILIDH, 344, 178, 1.18, Face("small", -6), arms=talking, legs=62),
        ),
    )


def real_feelings() -> Picture:
    """Draw Eilidh at a window, hands on her chest; the telephone lies face down."""
    window = slab(132, 52, 376, 250, MILK, corner=10) + slab(148, 68, 344, 218, BLUEBELL.tint, corner=4)
    rain = "".join(
        strip(f"M{x} {y}l-8 22", BLUEBELL.fill, 5)
        for x, y in (
            (186, 96),
            (236, 152),
            (206, 220),
            (430, 92),
            (462, 168),
            (424, 236),
            (300, 84),
            (380, 120),
        )
    )
    bars = slab(314, 68, 12, 218, MILK) + slab(148, 172, 344, 12, MILK)
    hands = (Arm((-31, 74), (-60, 132), (-8, 100)), Arm((31, 74), (60, 132), (10, 112)))
    return Picture(
        "real-feelings",
        "Eilidh stands at a rainy window with both hands on her chest. Her phone lies face down.",
        (
            GROUND,
            window,
            rain,
            bars,
            bust(EILIDH, 326, 206, 1.46, Face("worried", -2, brows="worried"), arms=hands),
            table(404),
            phone_lying(194, 406, INK, 1.3),
        ),
    )


def ciaran_stays() -> Picture:
    """Draw Ciarán and Eilidh on the steps at lunch."""
    steps = slab(96, 322, 448, 60, OAT.tint) + slab(96, 322, 448, 12, OAT.deep)
    steps += slab(70, 382, 500, 56, OAT.tint) + slab(70, 382, 500, 12, OAT.deep)
    offering = (Arm((-31, 72), (-46, 106), (-18, 112)), Arm((31, 72), (62, 100), (66, 92)))
    taking = (Arm((-31, 72), (-60, 104), (-52, 94)), Arm((31, 72), (46, 106), (16, 112)))
    lunch = slab(-22, -15, 44, 13, WOOD_LIGHT, corner=6) + slab(-22, -3, 44, 5, LEAF.fill)
    lunch += slab(-22, 1, 44, 12, WOOD_LIGHT, corner=6)
    return Picture(
        "ciaran-stays",
        "Ciarán sits beside Eilidh on the steps and shares a sandwich.",
        (
            GROUND,
            round_light(320, 226, 202),
            tree(566, 424, 0.8, LEAF.deep, LEAF.fill),
            earth(LAGOON.deep, 66, 10),
            steps,
            bust(CIARAN, 226, 182, 1.28, Face("smile", 5), hem=112),
            bust(EILIDH, 410, 182, 1.28, Face("small", -5), hem=112),
            dangling_legs(226, 330, CIARAN.trousers, CIARAN.shoes, 0.9),
            dangling_legs(410, 330, EILIDH.trousers, EILIDH.shoes, 0.9),
            group(*arms_of(CIARAN, offering), x=226, y=182, scale=1.28),
            group(*arms_of(EILIDH, taking), x=410, y=182, scale=1.28),
            group(lunch, x=326, y=296, scale=1.1),
        ),
    )


def mr_stone_listens() -> Picture:
    """Draw Eilidh and Ciarán with Mr Stone, who has no telephone before him, only paper and a pen."""
    talking = (LEFT_AT_REST, Arm((31, 72), (62, 110), (50, 80), "open", 28))
    at_rest = (LEFT_AT_REST, RIGHT_AT_REST)
    writing = (Arm((-31, 72), (-66, 128), (-38, 150)), Arm((31, 72), (62, 124), (22, 150)))
    sheet = cut("M404 424L420 398H506L512 424Z", MILK) + strip("M414 410H440", INK, 3)
    pen = strip("M440 398L456 366", CORAL.deep, 6)
    return Picture(
        "mr-stone-listens",
        "Eilidh talks to Mr Stone, and Ciarán sits with her. Mr Stone listens; no phone is on the table.",
        (
            GROUND,
            round_light(320, 244, 204),
            bust(CIARAN, 152, 226, 1.28, Face("small", 6), arms=at_rest),
            bust(EILIDH, 292, 218, 1.32, Face("open", 5), arms=talking),
            table(392, WOOD_LIGHT, WOOD),
            bust(MR_STONE, 474, 168, 1.46, Face("small", -6, tilt=-3), arms=at_rest, held=lanyard(LAMP.fill)),
            table(392, WOOD_LIGHT, WOOD),
            group(*arms_of(MR_STONE, writing), x=474, y=168, scale=1.46),
            sheet,
            pen,
        ),
    )


def freya_begins() -> Picture:
    """Draw Freya, who begins to put it right, and Mr Stone, who helps her."""
    sorry = (Arm((-31, 72), (-58, 124), (-10, 104)), Arm((31, 72), (54, 118), (22, 132)))
    kind = (Arm((-31, 72), (-62, 116), (-62, 84), "open", -28), RIGHT_AT_REST)
    return Picture(
        "freya-begins",
        "Freya tells Mr Stone what she did. He listens, and he will help her to put it right.",
        (
            GROUND,
            round_light(320, 240, 204),
            bust(FREYA, 214, 222, 1.42, Face("unsure", 5, brows="worried"), arms=sorry),
            bust(MR_STONE, 432, 170, 1.54, Face("small", -6), arms=kind, held=lanyard(LAMP.fill)),
            earth(LAGOON.deep),
            plant(560, 420, 1.0, LEAF.deep, APRICOT.fill),
        ),
    )


def stepping_stones() -> Picture:
    """Draw a stream with stepping stones between two meadows."""
    stream = cut(
        "M640 318C540 328 470 352 400 376C320 404 270 436 240 480H500C510 446 560 404 640 384Z", LAGOON.fill
    )
    stones = "".join(
        oval(x, y + 6, across, down, LAGOON.deep) + oval(x, y, across, down, OAT.tint)
        for x, y, across, down in (
            (326, 450, 40, 14),
            (402, 420, 34, 12),
            (470, 392, 29, 10),
            (532, 368, 24, 8),
        )
    )
    reeds = strip("M560 462Q556 424 562 396M578 464Q582 424 576 388M592 462Q598 434 602 410", LEAF.deep, 6)
    heads = strip("M562 402V386M576 394V374M602 418V402", BARK, 12)
    return Picture(
        "stepping-stones",
        "Stepping stones lead across a quiet stream.",
        (
            slab(0, 0, 640, 480, LAGOON.tint),
            circle(384, 122, 46, LAMP.fill),
            cut("M0 392Q220 330 380 344T640 292V480H0Z", LEAF.fill),
            tree(512, 338, 0.74, LEAF.deep, LEAF.fill),
            stream,
            stones,
            reeds,
            heads,
        ),
    )


PICTURES = (
    faked_but_harmful,
    real_feelings,
    ciaran_stays,
    mr_stone_listens,
    freya_begins,
    stepping_stones,
)
