"""The story of Elin, Jaden and a castle in a game, for ages 5 to 7."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from ..palette import (
    APRICOT,
    BARK,
    BLACK,
    BLUEBELL,
    CHESTNUT,
    CORAL,
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
from ..people import Arm, Face, Look, bust, features
from ..things import bubble, question_mark
from ..things_ks1 import (
    card,
    castle,
    fallen_castle,
    heart,
    smiley,
    tablet,
    tablet_from_behind,
    three_faces,
)

ELIN = Look(0, "plaits", CHESTNUT, LEAF.fill)
JADEN = Look(4, "curly", BLACK, PLUM.fill)
TARIQ = Look(2, "short", BLACK, LAMP.fill)
GRANDPA_JOE = Look(1, "bald", GREY, LAGOON.fill, beard=GREY, head=0.9)

_GROUND = slab(0, 0, 640, 480, CORAL.fill)
_EARTH = earth(CORAL.deep)
_HOLDING = (Arm((-31, 70), (-56, 100), (-38, 100)), Arm((31, 70), (56, 100), (38, 100)))


def _house(x: float, wall: str, roof: str, inside: str) -> str:
    """Return a house 208 wide whose window is 156 by 190, its left wall at x."""
    front = slab(x, 186, 208, 280, wall) + cut(f"M{x:g} 196V180L{x + 104:g} 92L{x + 208:g} 180V196Z", roof)
    return front + slab(x + 18, 214, 172, 196, MILK, corner=8) + slab(x + 26, 222, 156, 182, inside, corner=4)


def kind_clicks() -> Picture:
    """Draw the cover: two houses, a child with a tablet in each window, a smile on its way between them."""
    way = strip("M190 128Q252 56 320 56T450 128", CORAL.fill, 7)
    left, right = 90, 342
    sills = slab(left, 402, 208, 18, LEAF.deep, corner=5) + slab(right, 402, 208, 18, BLUEBELL.deep, corner=5)
    held = tablet_from_behind(0, 88)
    return Picture(
        "kind-clicks",
        "Two houses. In each window a child holds a tablet, and a smile travels from one to the other.",
        (
            _GROUND,
            circle(320, 250, 214, CORAL.tint),
            way,
            _house(left, LEAF.tint, LEAF.deep, LAMP.tint),
            _house(right, BLUEBELL.tint, BLUEBELL.deep, LAMP.tint),
            bust(ELIN, left + 104, 288, 1.08, Face("smile", 3), arms=_HOLDING, held=held, hem=108),
            bust(JADEN, right + 104, 288, 1.08, Face("open", -3), arms=_HOLDING, held=held, hem=108),
            sills,
            circle(320, 84, 54, MILK),
            smiley(320, 84, 40),
            _EARTH,
        ),
    )


def cup_telephone() -> Picture:
    """Draw two children with a telephone of two paper cups and a string."""
    speaking = (Arm((-31, 72), (-44, 112), (-36, 170)), Arm((31, 72), (66, 84), (52, 26)))
    hearing = (Arm((-31, 72), (-70, 92), (-52, 22)), Arm((31, 72), (44, 112), (36, 170)))
    cup = cut("M0 -20L34 -13V13L0 20Z", LAMP.fill) + slab(28, -14, 7, 28, MILK)
    other = cut("M0 -20L-34 -13V13L0 20Z", LAMP.fill) + slab(-35, -14, 7, 28, MILK)
    return Picture(
        "cup-telephone",
        "Two children with a telephone of paper cups. One speaks and the other listens.",
        (
            _GROUND,
            circle(320, 240, 210, CORAL.tint),
            strip("M252 249Q320 300 388 238", INK, 4),
            bust(ELIN, 150, 226, 1.44, Face("open", 6), arms=speaking, held=group(cup, x=38, y=16)),
            bust(JADEN, 490, 218, 1.44, Face("smile", -6), arms=hearing, held=group(other, x=-38, y=14)),
            _EARTH,
        ),
    )


def _sill(x: float, colour: str) -> str:
    """Return the lower part of a round window whose middle is at (x, 158)."""
    return cut(f"M{x - 94:g} 244C{x - 62:g} 299 {x + 62:g} 299 {x + 94:g} 244Z", colour)


def _two_windows(left: Face, right: Face, game: str, *more: str) -> tuple[str, ...]:
    """Return Elin and Jaden, each in a round window of their own home, over one big screen with `game`."""
    return (
        _GROUND,
        circle(150, 158, 128, LEAF.tint),
        bust(ELIN, 150, 128, 1.16, left, hem=110),
        _sill(150, LEAF.deep),
        ring(150, 158, 128, MILK, 10),
        circle(490, 158, 128, BLUEBELL.tint),
        bust(JADEN, 490, 128, 1.16, right, hem=110),
        _sill(490, BLUEBELL.deep),
        ring(490, 158, 128, MILK, 10),
        _EARTH,
        strip("M196 284L226 316M444 284L414 316", MILK, 7),
        tablet(
            320, 352, 296, 208, game, cut("M-134 62H134V84Q134 90 128 90H-128Q-134 90 -134 84Z", LEAF.fill)
        ),
        *more,
    )


def castle_falls() -> Picture:
    """Draw Elin laughing and Jaden sad, each at home; on the screen lies the castle in a heap."""
    return Picture(
        "castle-falls",
        "In a game a castle has fallen. In one home Elin laughs; in another Jaden looks sad.",
        _two_windows(Face("open", 3), Face("worried", -3, 2, brows="worried"), fallen_castle(-8, 64, 36)),
    )


def castle_again() -> Picture:
    """Draw both children calm, each at home; on the screen the castle stands again."""
    return Picture(
        "castle-again",
        "The castle stands again. Elin and Jaden, each at home, smile a little.",
        _two_windows(Face("small", 3), Face("small", -3), castle(-4, 64, 34), heart(320, 60, 1.3, LAMP.fill)),
    )


def smiling_figure() -> Picture:
    """Draw a block figure that smiles on a screen, and over it Jaden, who looks sad."""
    figure = (
        slab(-46, -4, 92, 78, PLUM.fill, corner=8)
        + slab(-76, 2, 26, 60, LAMP.fill, corner=8)
        + slab(50, 2, 26, 60, LAMP.fill, corner=8)
        + slab(-44, -88, 88, 80, LAMP.fill, corner=14)
        + group(features(Face("open"), INK, APRICOT.fill), y=-50, scale=1.4)
    )
    ground = cut("M-134 62H134V84Q134 90 128 90H-128Q-134 90 -134 84Z", LEAF.fill)
    return Picture(
        "smiling-figure",
        "A toy figure on a screen smiles. Above it Jaden, at home, looks sad.",
        (
            _GROUND,
            circle(210, 158, 128, BLUEBELL.tint),
            bust(JADEN, 210, 128, 1.16, Face("worried", 3, 2, brows="worried"), hem=110),
            _sill(210, BLUEBELL.deep),
            ring(210, 158, 128, MILK, 10),
            _EARTH,
            tablet(402, 330, 296, 232, group(ground, y=12), group(figure, y=6, scale=0.98)),
        ),
    )


def tariq_tells() -> Picture:
    """Draw Tariq on a sofa, showing a tablet to Grandpa Joe, who listens."""
    showing = (Arm((-31, 72), (-46, 108), (0, 118)), Arm((31, 72), (62, 104), (70, 120)))
    listening = (Arm((-31, 72), (-48, 110), (-20, 130)), Arm((31, 72), (48, 110), (20, 130)))
    sofa = slab(64, 214, 512, 214, BLUEBELL.deep, corner=46) + slab(
        86, 330, 468, 110, BLUEBELL.fill, corner=26
    )
    return Picture(
        "tariq-tells",
        "Tariq sits on a sofa and tells Grandpa Joe, who turns to him and listens.",
        (
            _GROUND,
            circle(320, 214, 200, CORAL.tint),
            sofa,
            bust(TARIQ, 222, 196, 1.3, Face("unsure", 6, brows="unsure"), arms=showing,
                 held=tablet_from_behind(36, 110), hem=150),
            bust(GRANDPA_JOE, 432, 156, 1.48, Face("small", -6, 2, tilt=-4), arms=listening, hem=158),
            slab(40, 300, 70, 150, BLUEBELL.deep, corner=30),
            slab(530, 300, 70, 150, BLUEBELL.deep, corner=30),
            slab(86, 372, 468, 80, BLUEBELL.fill, corner=14),
            _EARTH,
        ),
    )  # fmt: skip


def whale_drawing() -> Picture:
    """Draw a tablet with a child's drawing of a whale, and three empty bubbles waiting beside it."""
    whale = (
        cut(
            "M-120 20C-120 -48 -30 -60 20 -34C52 -18 70 -6 104 -4Q96 60 20 64C-70 68 -120 60 -120 20Z",
            BLUEBELL.fill,
        ),
        cut("M92 4Q116 -8 122 -46Q140 -30 138 -12Q150 -18 164 -12Q150 22 104 26Z", BLUEBELL.fill),
        cut("M-112 38C-70 62 -10 66 40 62Q0 72 -50 68Q-100 62 -112 38Z", MILK),
        circle(-78, 8, 7, INK),
        strip("M-96 30Q-84 40 -70 34", INK, 5),
        strip("M-42 -56V-84M-42 -84Q-44 -104 -64 -100M-42 -84Q-40 -104 -20 -100", LAGOON.fill, 8),
    )
    sea = cut("M-176 84Q-140 70 -104 84T-32 84T40 84T112 84T176 84V122H-176Z", LAGOON.fill)
    return Picture(
        "whale-drawing",
        "A tablet shows a child's drawing of a whale. Three empty bubbles wait for kind words.",
        (
            _GROUND,
            group(tablet(0, 0, 380, 272, *whale, sea, ground=LAMP.tint), x=320, y=300, scale=0.96),
            bubble(40, 74, 132, 82, MILK, tail="right"),
            bubble(254, 34, 132, 82, MILK),
            bubble(468, 74, 132, 82, MILK),
            _EARTH,
        ),
    )


def sleeping_tablet() -> Picture:
    """Draw a tablet that rests in a basket, and a cat asleep beside it."""
    weave = strip("M96 356H304M104 384H296M112 412H288", OAT.tint, 5)
    basket = cut("M84 330H316L292 436H108Z", WOOD) + weave + slab(74, 318, 252, 24, BARK, corner=12)
    cat = (
        oval(452, 392, 116, 62, APRICOT.fill)
        + strip("M560 400Q572 446 470 442Q410 440 384 424", APRICOT.deep, 24)
        + cut("M338 360L336 314L366 334ZM404 354L414 312L384 332Z", APRICOT.fill)
        + oval(374, 366, 46, 40, APRICOT.fill)
        + strip("M350 362Q357 369 364 362M384 362Q391 369 398 362", INK, 4)
        + strip("M366 380Q370 385 374 381Q378 385 382 380", INK, 3.5)
        + strip("M440 342Q446 352 444 362M470 338Q476 348 474 358M500 344Q506 352 504 362", APRICOT.deep, 6)
    )
    return Picture(
        "sleeping-tablet",
        "A tablet rests in a basket. A cat sleeps beside it.",
        (
            slab(0, 0, 640, 480, CORAL.tint),
            circle(330, 150, 92, LAMP.fill),
            circle(372, 130, 84, CORAL.tint),
            earth(CORAL.fill, 78, 34),
            group(tablet(0, 0, 176, 128, ground=darker(BLUEBELL.deep, 0.6)), x=200, y=288, turn=-7),
            basket,
            cat,
        ),
    )


def _drawing(*over: str) -> str:
    """Return a tablet with a child's drawing of a house and a sun on it, and what lies over the drawing."""
    house = cut("M-62 12L-14 -34L34 12Z", CORAL.fill) + slab(-50, 10, 72, 58, APRICOT.fill)
    house += slab(-24, 32, 20, 36, WOOD) + circle(64, -42, 17, LAMP.fill)
    return tablet(160, 120, 236, 184, house, *over, ground=MILK)


def card_smile_sticker() -> Picture:
    """Draw a drawing of a house with a smile put on it."""
    sticker = smiley(62, 30, 36)
    return card("smile-sticker", "A drawing with a smile on it.", LEAF.tint, _drawing(sticker))


def card_yuck() -> Picture:
    """Draw the same drawing with a face put on it that says yuck."""
    tongue = cut("M51 45Q62 40 73 45V55Q62 67 51 55Z", CORAL.fill)
    brows = strip("M44 16L55 21M80 16L69 21", INK, 4)
    face = circle(62, 30, 36, PLUM.fill) + circle(51, 28, 4, INK) + circle(73, 28, 4, INK)
    return card("yuck", "A drawing with a rude face on it.", PLUM.tint, _drawing(face, brows, tongue))


def card_come_and_play() -> Picture:
    """Draw three round faces in a game, all together round a ball."""
    ball = circle(0, 40, 20, CORAL.fill) + strip("M-19 36Q0 26 19 36", MILK, 5)
    faces = three_faces(0, -22, 30, Face("smile", 3), Face("open"), Face("smile", -3))
    return card(
        "come-and-play",
        "Three players in a game, all together.",
        LAMP.tint,
        tablet(160, 120, 256, 190, faces, ball),
    )


def card_left_out() -> Picture:
    """Draw two players close together and one alone behind a line."""
    two = smiley(-76, -8, 30, Face("smile", 3)) + smiley(-14, -8, 30, Face("smile", -3))
    alone = smiley(80, 22, 30, Face("worried", -3, 2, brows="worried"), colour=BLUEBELL.fill)
    wall = strip("M34 -66V66", INK, 6)
    return card(
        "left-out",
        "Two players are together. One is alone behind a line.",
        BLUEBELL.tint,
        tablet(160, 120, 256, 190, two, wall, alone),
    )


def card_are_you_ok() -> Picture:
    """Draw a speech bubble with a question mark and a heart."""
    question = group(question_mark(0, 0), x=122, y=100, scale=1.5)
    return card(
        "are-you-ok",
        "A question mark and a heart in a bubble.",
        APRICOT.tint,
        bubble(40, 30, 240, 140, MILK),
        question,
        heart(206, 100, 1.35, CORAL.fill),
    )


def card_again_and_again() -> Picture:
    """Draw a screen full of the same bubble."""
    places = [(column * 72, row * 50) for row in (-1, 0, 1) for column in (-1, 0, 1)]
    bubbles = "".join(
        slab(x - 29, y - 18, 58, 30, PLUM.fill, corner=12)
        + cut(f"M{x - 18} {y + 8}l-4 14l18 -14Z", PLUM.fill)
        for x, y in places
    )
    return card(
        "again-and-again",
        "A screen full of the same message.",
        PLUM.tint,
        tablet(160, 120, 256, 190, bubbles),
    )


PICTURES = (
    kind_clicks,
    cup_telephone,
    castle_falls,
    castle_again,
    smiling_figure,
    tariq_tells,
    whale_drawing,
    sleeping_tablet,
    card_smile_sticker,
    card_yuck,
    card_come_and_play,
    card_left_out,
    card_are_you_ok,
    card_again_and_again,
)
