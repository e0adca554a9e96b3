"""The story of Mei, who needs help, and of grown-ups who learn to listen, for ages 5 to 7."""

from __future__ import annotations

from ..cast import MEI
from ..hair import HAIR
from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from ..palette import (
    APRICOT,
    BARK,
    BLACK,
    BLUEBELL,
    BROWN,
    CORAL,
    GINGER,
    GREY,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    MILK,
    OAT,
    PLUM,
    WOOD,
    darker,
)
from ..people import Arm, Face, Look, bust, head, on_the_floor, standing
from ..things import book
from ..things_ks1 import card, tablet_from_behind

CALLUM = Look(3, "curly", BROWN, APRICOT.fill)
MRS_BELLO = Look(4, "bun", BLACK, LAGOON.fill, BLUEBELL.deep, INK, head=0.9)
MR_REES = Look(0, "short", GINGER, BLUEBELL.fill, INK, INK, beard=GINGER, head=0.88)
_FRIEND = Look(5, "puffs", BLACK, LEAF.fill)
_MUM = Look(1, "tail", BLACK, CORAL.fill)
_UNCLE = Look(1, "crop", BLACK, LEAF.fill, glasses=True)
_NURSE = Look(2, "hijab", BLUEBELL.deep, LAGOON.fill)
_LISTENER = Look(2, "swoop", BLACK, PLUM.fill, head=0.92)

_GROUND = slab(0, 0, 640, 480, CORAL.fill)
_EARTH = earth(CORAL.deep)
_FINGERS = ((172, 252), (244, 132), (326, 92), (408, 128), (474, 214))


def _hand(colour: str, width: float = 60, foot: float = 490) -> str:
    """Return a big open hand whose fingers end at `_FINGERS` and whose wrist ends at `foot`."""
    roots = ((280, 358), (288, 290), (324, 284), (362, 290), (382, 334))
    fingers = "".join(
        f"M{x} {y}L{tip_x} {tip_y}" for (x, y), (tip_x, tip_y) in zip(roots, _FINGERS, strict=True)
    )
    inset = (60 - width) / 2
    palm = slab(254 + inset, 262 + inset, 158 - 2 * inset, 164 - 2 * inset, colour, corner=58 - inset)
    wrist = slab(280 + inset, 380, 106 - 2 * inset, foot - 380, colour, corner=8)
    return strip(fingers, colour, width) + palm + wrist


def _portrait(who: Look, x: float, y: float, radius: float) -> str:
    """Return somebody's smiling face on a round piece of paper."""
    scale = radius / 58
    face = group(
        HAIR[who.hair].back(who.hair_colour), head(who, Face("smile")), x=x, y=y + radius * 0.08, scale=scale
    )
    return circle(x, y, radius, MILK) + face


def my_helping_hand() -> Picture:
    """Draw the cover: a big hand with a grown-up's face on every finger."""
    people = (MR_REES, _UNCLE, MRS_BELLO, _MUM, _NURSE)
    faces = "".join(_portrait(who, x, y, 40) for who, (x, y) in zip(people, _FINGERS, strict=True))
    return Picture(
        "my-helping-hand",
        "A big open hand. On every finger smiles a different grown-up.",
        (_GROUND, circle(322, 246, 208, CORAL.tint), _hand(LAMP.fill), faces, _EARTH),
    )


def mei_says_stop() -> Picture:
    """Draw Callum laughing over a tablet while Mei holds up a flat hand."""
    holding = (Arm((-31, 72), (-56, 108), (-40, 110)), Arm((31, 72), (56, 108), (40, 110)))
    stop = (Arm((-30, 74), (-66, 96), (-60, 44), "open", -6), Arm((31, 72), (44, 112), (38, 180)))
    return Picture(
        "mei-says-stop",
        "Callum looks at a tablet and laughs. Mei holds up a flat hand to say stop, and looks sad.",
        (
            _GROUND,
            circle(320, 246, 206, CORAL.tint),
            bust(CALLUM, 194, 222, 1.44, Face("open", 4, 2), arms=holding, held=tablet_from_behind(0, 104)),
            bust(MEI, 456, 226, 1.44, Face("worried", -5, brows="worried"), arms=stop),
            _EARTH,
        ),
    )


def mr_rees_is_busy() -> Picture:
    """Draw Mr Rees, who looks at the floor that he mops; behind him Mei asks for something."""
    mopping = (Arm((-31, 72), (-58, 96), (-60, 126)), Arm((31, 72), (10, 112), (-48, 96)))
    mop = strip("M-40 62L-92 226", WOOD, 8) + cut("M-118 246L-104 214H-82L-66 250Q-92 262 -118 246Z", MILK)
    asking = (Arm((-31, 72), (-66, 92), (-62, 46), "open", -8), Arm((31, 72), (44, 110), (36, 140)))
    puddle = oval(170, 440, 116, 20, LAGOON.tint) + oval(104, 458, 44, 10, LAGOON.tint)
    bucket = cut("M306 396H372L364 452H314Z", BLUEBELL.deep) + strip("M308 396Q339 356 370 396", INK, 5)
    return Picture(
        "mr-rees-is-busy",
        "Mr Rees mops the floor and looks down at a puddle. Behind him Mei asks for help.",
        (
            _GROUND,
            circle(332, 222, 200, CORAL.tint),
            earth(CORAL.deep, 84, 34),
            puddle,
            standing(MR_REES, 262, 142, 1.24, Face("calm", -7, 4, tilt=-6), arms=mopping, held=mop, legs=78),
            bucket,
            standing(MEI, 492, 214, 1.14, Face("unsure", -5, -2, brows="unsure"), arms=asking, legs=46),
        ),
    )


def mrs_bello_listens() -> Picture:
    """Draw Mrs Bello, who has sat down on the floor to be as low as Mei, and listens."""
    open_arms = (Arm((-31, 72), (-60, 100), (-66, 124), "open", -60), Arm((31, 72), (54, 104), (40, 128)))
    telling = (Arm((-31, 72), (-42, 108), (-34, 132)), Arm((31, 72), (62, 92), (58, 60), "open", 14))
    rug = oval(330, 428, 276, 46, MILK) + oval(330, 428, 252, 36, LAGOON.fill)
    return Picture(
        "mrs-bello-listens",
        "Mrs Bello sits on the rug, as low as Mei, looks at her and listens. Mei tells.",
        (
            _GROUND,
            circle(322, 214, 202, LAMP.tint),
            earth(CORAL.deep, 96, 34),
            rug,
            standing(MEI, 204, 200, 1.14, Face("small", 6), arms=telling, legs=40),
            on_the_floor(MRS_BELLO, 430, 210, 1.32, Face("smile", -6, tilt=-4), arms=open_arms),
            book(96, 438, 0.7, PLUM.fill, PLUM.deep),
        ),
    )


def mr_rees_says_sorry() -> Picture:
    """Draw Mr Rees without his mop, a hand on his heart, and Mei, who smiles a little."""
    heart = (Arm((-31, 72), (-66, 104), (-4, 92)), Arm((31, 72), (46, 112), (44, 176)))
    calm = (Arm((-31, 72), (-42, 112), (-36, 180)), Arm((31, 72), (42, 112), (36, 180)))
    mop = strip("M92 152L74 408", WOOD, 9) + cut("M50 450L58 402H92L104 450Q78 462 50 450Z", MILK)
    return Picture(
        "mr-rees-says-sorry",
        "The mop leans at the side. Mr Rees, a hand on his heart, turns to Mei, and Mei smiles a little.",
        (
            _GROUND,
            circle(340, 240, 204, CORAL.tint),
            mop,
            bust(MR_REES, 232, 186, 1.54, Face("small", 6, 2, tilt=4), arms=heart),
            bust(MEI, 474, 254, 1.36, Face("small", -5), arms=calm),
            _EARTH,
        ),
    )


def badger_is_busy() -> Picture:
    """Draw two puppets: a badger stirs a bowl and does not look; a rabbit waves."""
    fur = "#6B7078"
    badger = (
        cut("M-60 250V40C-60 -64 60 -64 60 40V250Z", fur),
        circle(-46, -32, 14, fur)
        + circle(46, -32, 14, fur)
        + circle(-46, -32, 6, MILK)
        + circle(46, -32, 6, MILK),
        cut("M-46 10C-44 -46 44 -46 46 10C44 42 24 58 0 58C-24 58 -44 42 -46 10Z", MILK),
        cut("M-38 -22Q-24 -36 -14 -30L-8 34Q-22 40 -32 30ZM38 -22Q24 -36 14 -30L8 34Q22 40 32 30Z", INK),
        circle(-22, 8, 4.5, MILK) + circle(22, 8, 4.5, MILK) + oval(0, 42, 11, 8, INK),
        slab(-60, 194, 120, 16, LAMP.fill),
    )
    bowl = cut("M-70 0H70Q62 62 0 62Q-62 62 -70 0Z", CORAL.deep) + slab(
        -76, -8, 152, 14, darker(CORAL.deep, 0.2), corner=7
    )
    spoon = strip("M6 -4L34 -92", WOOD, 9)
    paws = strip("M-50 108Q-78 132 -60 152M50 108Q84 96 44 82", darker(fur), 26)
    paws += circle(-58, 154, 14, darker(fur)) + circle(40, 82, 14, darker(fur))
    rabbit = (
        cut("M-36 -40C-56 -120 -34 -150 -22 -148C-8 -146 -8 -90 -12 -44ZM36 -40C56 -120 34 -150 22 -148"
            "C8 -146 8 -90 12 -44Z", OAT.deep),
        cut("M-31 -56C-38 -110 -30 -132 -23 -130C-16 -128 -16 -90 -20 -54ZM31 -56C38 -110 30 -132 23 -130"
            "C16 -128 16 -90 20 -54Z", CORAL.tint),
        cut("M-54 250V30C-54 -66 54 -66 54 30V250Z", OAT.deep),
        oval(0, 118, 34, 52, MILK),
        circle(-20, -10, 5.5, INK) + circle(20, -10, 5.5, INK) + oval(0, 8, 8, 6, CORAL.deep),
        cut("M-9 14C-3 24 3 24 9 14V30H-9Z", MILK) + strip("M-12 20Q-6 26 0 16Q6 26 12 20", INK, 3.5),
        slab(-54, 190, 108, 16, LAMP.fill),
        strip("M-46 92Q-84 84 -78 30", darker(OAT.deep), 26) + circle(-78, 26, 15, darker(OAT.deep)),
        strip("M46 92Q74 116 64 146", darker(OAT.deep), 26),
    )  # fmt: skip
    return Picture(
        "badger-is-busy",
        "A toy badger stirs a big bowl and looks at nothing else. A toy rabbit waves to be heard.",
        (
            _GROUND,
            circle(322, 246, 206, CORAL.tint),
            group(*badger, x=204, y=200, scale=1.12),
            group(bowl, spoon, x=204, y=372, scale=1.02),
            group(paws, x=204, y=200, scale=1.12),
            group(*rabbit, x=456, y=226, scale=1.1),
            _EARTH,
        ),
    )


def hand_to_draw() -> Picture:
    """Draw a sheet with the outline of a hand, a different sign on each finger, and three crayons."""
    signs = (
        circle(*_FINGERS[0], 15, CORAL.fill)
        + cut(f"M{_FINGERS[1][0]} {_FINGERS[1][1] - 18}l17 31h-34Z", LEAF.deep)
        + slab(_FINGERS[2][0] - 14, _FINGERS[2][1] - 14, 28, 28, BLUEBELL.deep, corner=4)
        + ring(*_FINGERS[3], 13, PLUM.deep, 7)
        + strip(
            f"M{_FINGERS[4][0] - 14} {_FINGERS[4][1]}h28M{_FINGERS[4][0]} {_FINGERS[4][1] - 14}v28",
            LAGOON.deep,
            8,
        )
    )
    outline = _hand(INK, 60, 424) + _hand(MILK, 50, 430)
    sheet = slab(96, 30, 448, 414, MILK, corner=8)
    crayons = "".join(
        group(
            slab(-13, -62, 26, 110, colour, corner=5),
            cut("M-13 -60H13L4 -86H-4Z", darker(colour, 0.25)),
            slab(-13, -34, 26, 12, MILK),
            x=x,
            y=y,
            turn=turn,
        )
        for x, y, turn, colour in (
            (556, 300, 14, CORAL.deep),
            (588, 330, 24, LEAF.deep),
            (66, 320, -18, BLUEBELL.deep),
        )
    )
    return Picture(
        "hand-to-draw",
        "A sheet of paper with the outline of a hand, a different sign on each finger, and crayons.",
        (
            slab(0, 0, 640, 480, CORAL.fill),
            earth(CORAL.deep, 60, 24),
            sheet,
            outline,
            signs,
            crayons,
        ),
    )


def paper_boat() -> Picture:
    """Draw a paper boat on a still pond with two ducklings."""
    boat = (
        cut("M-96 0H96L60 56H-60Z", MILK) + cut("M-52 0L0 -92L52 0Z", MILK) + cut("M0 -92L52 0H0Z", "#E3D4BA")
    )
    boat += cut("M-96 0H96L82 22H-82Z", "#E3D4BA")

    def duckling(x: float, y: float, scale: float) -> str:
        body = oval(0, 0, 34, 22, LAMP.fill) + circle(26, -24, 18, LAMP.fill) + circle(31, -28, 3, INK)
        body += cut("M42 -26L58 -20L42 -15Z", APRICOT.fill) + cut("M-32 -4L-46 -18L-22 -14Z", LAMP.fill)
        return group(body, x=x, y=y, scale=scale)

    reeds = strip("M590 420V300M606 424V330M574 424V336", LEAF.deep, 6)
    reeds += slab(584, 284, 13, 44, BARK, corner=6) + slab(600, 312, 13, 40, BARK, corner=6)
    return Picture(
        "paper-boat",
        "A paper boat floats on a still pond. Two ducklings swim behind it.",
        (
            slab(0, 0, 640, 480, CORAL.tint),
            circle(470, 118, 54, LAMP.tint),
            cut("M0 300Q320 262 640 300V480H0Z", LAGOON.fill),
            strip("M120 360H210M430 344H540M250 430H380M470 420H520", LAGOON.tint, 5),
            group(boat, x=300, y=300, scale=1.06),
            duckling(500, 372, 0.9),
            duckling(424, 398, 0.76),
            reeds,
            earth(LEAF.fill, 20, 26),
        ),
    )


def card_teacher() -> Picture:
    """Draw a teacher before a board."""
    board = slab(38, 26, 244, 150, LEAF.deep, corner=6) + strip(
        "M60 60H112M60 82H98M232 60H262", LEAF.tint, 6
    )
    return card("teacher", "A teacher.", LAMP.tint, board, bust(MRS_BELLO, 160, 112, 1.16, hem=112))


def card_lunch_helper() -> Picture:
    """Draw a lunchtime helper with a jug."""
    jug = slab(236, 140, 50, 66, LAGOON.fill, corner=8) + ring(290, 168, 15, LAGOON.fill, 8)
    apron = slab(-22, 64, 44, 60, MILK, corner=6) + strip("M-20 66L-12 46M20 66L12 46", MILK, 6)
    helper = group(bust(MR_REES, 0, 0, 1, hem=112), apron, x=140, y=110, scale=1.16)
    table = slab(0, 204, 320, 36, WOOD)
    return card("lunch-helper", "A lunchtime helper.", APRICOT.tint, helper, jug, table)


def card_listener() -> Picture:
    """Draw somebody with a headset who listens to a child on the telephone."""
    headset = strip("M-33 2C-38 -56 38 -56 33 2", INK, 6) + circle(-33, 6, 10, INK) + circle(33, 6, 10, INK)
    headset += strip("M-33 14Q-30 34 -10 30", INK, 4) + circle(-8, 29, 5, INK)
    listener = bust(_LISTENER, 0, 0, 1, Face("smile"), hem=112)
    return card(
        "listener",
        "Somebody with a headset listens.",
        LAGOON.tint,
        group(listener, group(headset, y=3, scale=0.92), x=160, y=112, scale=1.2),
    )


def card_two_friends() -> Picture:
    """Draw two friends side by side."""
    return card(
        "two-friends",
        "Two friends side by side.",
        CORAL.tint,
        bust(MEI, 106, 124, 1.08, Face("small", 3), hem=112),
        bust(_FRIEND, 214, 124, 1.08, Face("smile", -3), hem=112),
    )


def card_teddy() -> Picture:
    """Draw a teddy bear."""
    fur = "#B98252"
    light = "#E3C39B"
    bear = (
        oval(0, 88, 62, 58, fur)
        + circle(-40, -40, 22, fur)
        + circle(40, -40, 22, fur)
        + circle(-40, -40, 11, light)
        + circle(40, -40, 11, light)
        + circle(0, 0, 56, fur)
        + oval(0, 18, 26, 21, light)
        + circle(-20, -8, 5.5, INK)
        + circle(20, -8, 5.5, INK)
        + oval(0, 10, 9, 7, INK)
        + strip("M-8 24Q0 31 8 24", INK, 3.5)
        + oval(0, 92, 34, 34, light)
        + circle(-58, 66, 20, fur)
        + circle(58, 66, 20, fur)
        + cut("M-22 50L0 60L22 50V74L0 62L-22 74Z", CORAL.deep)
    )
    return card("teddy", "A teddy bear.", PLUM.tint, group(bear, x=160, y=94, scale=0.92))


def card_cat() -> Picture:
    """Draw a cat that sits and looks at us."""
    fur = GREY
    cat = (
        strip("M54 116Q104 108 92 54", fur, 20)
        + cut("M-62 132C-62 60 -34 40 0 40C34 40 62 60 62 132Z", fur)
        + cut("M-46 -10L-48 -62L-12 -40ZM46 -10L48 -62L12 -40Z", fur)
        + oval(0, 0, 50, 42, fur)
        + circle(-18, -4, 6, INK)
        + circle(18, -4, 6, INK)
        + cut("M-6 10H6L0 17Z", CORAL.deep)
        + strip("M-10 22Q-5 28 0 20Q5 28 10 22M-32 12H-58M-32 20L-56 26M32 12H58M32 20L56 26", INK, 3)
        + oval(0, 108, 28, 32, MILK)
    )
    return card("cat", "A cat.", LEAF.tint, group(cat, x=150, y=92))


PICTURES = (
    my_helping_hand,
    mei_says_stop,
    mr_rees_is_busy,
    mrs_bello_listens,
    mr_rees_says_sorry,
    badger_is_busy,
    hand_to_draw,
    paper_boat,
    card_teacher,
    card_lunch_helper,
    card_listener,
    card_two_friends,
    card_teddy,
    card_cat,
)
