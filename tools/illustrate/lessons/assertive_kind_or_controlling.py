"""The story of three friends and their kites, for ages 9 to 11."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, slab, strip
from ..palette import BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD, darker
from ..people import Arm, Face, bust, standing
from ..things import bubble, kite, mug, three_dots, tulip
from ..things_upper_ks2 import (
    CHIDI,
    FFION,
    GRANDMA_IVY,
    GROUND,
    HANA,
    LEFT_AT_REST,
    RIGHT_AT_REST,
    in_wheelchair,
)

_HILL = cut("M0 404Q200 330 400 388Q530 416 640 404V480H0Z", LEAF.deep)
_SKY = slab(0, 0, 640, 480, LEAF.fill) + circle(336, 226, 206, LEAF.tint)


def _line(start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float]) -> str:
    """Return the string of a kite from a hand to the sail."""
    return strip(f"M{start[0]} {start[1]}Q{bend[0]} {bend[1]} {end[0]} {end[1]}", INK, 3)


def assertive_kind_or_controlling() -> Picture:
    """Draw the cover: three friends on a hill, two kites in a wide sky."""
    holding = (LEFT_AT_REST, Arm((31, 70), (64, 78), (58, 34)))
    waving = (Arm((-31, 72), (-62, 88), (-58, 36), "open", -8), RIGHT_AT_REST)
    on_lap = (Arm((-30, 72), (-48, 100), (-20, 112)), Arm((30, 72), (66, 86), (60, 44)))
    return Picture(
        "assertive-kind-or-controlling",
        "Three friends fly two kites over a hill. One of them uses a wheelchair.",
        (
            _SKY,
            _line((290, 268), (296, 190), (326, 106)),
            _line((546, 292), (560, 220), (516, 110)),
            kite(326, 106, 0.7, CORAL, BLUEBELL.deep, turn=14),
            kite(516, 104, 0.62, PLUM, LAGOON.deep, turn=-16),
            standing(FFION, 122, 216, 1, Face("smile", 4, -2), arms=waving, legs=66),
            standing(CHIDI, 232, 234, 1, Face("open", 4, -4, tilt=6), arms=holding, legs=66),
            _HILL,
            in_wheelchair(HANA, 486, 248, 1, Face("smile", 2, -3), arms=on_lap),
            tulip(340, 440, 0.9, CORAL.fill, LEAF.fill, lean=-5),
            tulip(374, 448, 0.8, LAMP.fill, LEAF.fill, lean=6),
        ),
    )


def three_strings() -> Picture:
    """Draw three kites: one high on a long string, one beside it, and one held down on a short string."""
    pegs = slab(520, 392, 16, 44, WOOD, corner=6)
    short = _line((528, 396), (500, 360), (502, 296))
    clouds = slab(56, 120, 104, 30, MILK, corner=15) + slab(84, 104, 56, 34, MILK, corner=17)
    clouds += slab(446, 92, 116, 30, MILK, corner=15) + slab(474, 74, 56, 36, MILK, corner=18)
    return Picture(
        "three-strings",
        "Two kites fly high on long strings. A third is tied down on a short string.",
        (
            slab(0, 0, 640, 480, LAGOON.tint),
            clouds,
            _line((116, 424), (140, 280), (210, 132)),
            _line((262, 424), (300, 320), (362, 196)),
            kite(210, 132, 0.86, CORAL, BLUEBELL.deep, turn=18),
            kite(362, 196, 0.78, LAMP, LAGOON.deep, turn=-10),
            cut("M0 420Q320 364 640 420V480H0Z", LEAF.deep),
            short,
            kite(502, 290, 0.72, PLUM, CORAL.deep, turn=64),
            pegs,
            tulip(60, 452, 1, LAMP.fill, LEAF.fill, lean=-5),
            tulip(604, 452, 1, CORAL.fill, LEAF.fill, lean=5),
        ),
    )


def _sofa(y: float, colour: str) -> str:
    """Return a sofa as wide as the picture, its seat on y."""
    back = slab(36, y - 150, 568, 190, colour, corner=34)
    arms = slab(6, y - 70, 84, 150, darker(colour, 0.18), corner=30)
    arms += slab(550, y - 70, 84, 150, darker(colour, 0.18), corner=30)
    return back + arms


def chidi_and_grandma_ivy() -> Picture:
    """Draw Chidi on a sofa with a tablet whose back is to us, and his grandma, who has noticed."""
    holding = (Arm((-31, 74), (-50, 112), (-34, 124)), Arm((31, 74), (56, 112), (46, 124)))
    with_tea = (Arm((-31, 72), (-52, 110), (-28, 116)), Arm((31, 72), (50, 112), (30, 150)))
    shell = slab(-52, -36, 104, 72, INK, corner=10) + circle(36, -22, 5, LAGOON.fill)
    return Picture(
        "chidi-and-grandma-ivy",
        "Chidi sits on a sofa with a tablet and looks worried. Grandma Ivy sits beside him and notices.",
        (
            GROUND,
            circle(320, 214, 206, LEAF.tint),
            _sofa(380, PLUM.fill),
            bubble(70, 36, 96, 68, MILK, tail="right"),
            bubble(178, 22, 96, 68, MILK, tail="right"),
            three_dots(118, 70),
            three_dots(226, 56),
            bust(
                CHIDI,
                220,
                226,
                1.36,
                Face("worried", 3, 4, tilt=3, brows="worried"),
                arms=holding,
                held=group(shell, x=6, y=122),
            ),
            bust(
                GRANDMA_IVY,
                440,
                182,
                1.46,
                Face("small", -6, 2, tilt=-4),
                arms=with_tea,
                held=mug(-30, 94, 0.8, LAMP.fill),
            ),
            slab(0, 424, 640, 56, OAT.deep) + slab(0, 424, 640, 10, "#BFA679"),
        ),
    )


def hana_is_a_friend() -> Picture:
    """Draw Hana in her wheelchair, a kite on her lap, talking with Chidi."""
    talking = (Arm((-30, 72), (-50, 104), (-16, 112)), Arm((30, 72), (70, 92), (66, 54), "open", 16))
    listening = (Arm((-31, 72), (-46, 112), (-16, 122)), RIGHT_AT_REST)
    rolled = group(
        cut("M-46 0L0 -58L46 0L0 42Z", CORAL.fill) + cut("M-46 0H46L0 42Z", LAMP.fill), x=4, y=112, turn=-12
    )
    return Picture(
        "hana-is-a-friend",
        "Hana sits in her wheelchair with a kite on her lap and talks kindly with Chidi.",
        (
            GROUND,
            circle(320, 230, 212, LEAF.tint),
            in_wheelchair(HANA, 186, 168, 1.2, Face("open", 5), arms=talking, held=rolled),
            standing(CHIDI, 458, 158, 1.14, Face("small", -6), arms=listening, legs=66),
            cut("M0 424Q320 396 640 424V480H0Z", LEAF.deep),
            tulip(338, 452, 0.9, LAMP.fill, LEAF.fill, lean=5),
        ),
    )


def ffion_finds_words() -> Picture:
    """Draw Ffion, who says what she feels, and Hana and Chidi, who listen."""
    to_her_heart = (Arm((-31, 72), (-56, 112), (2, 92)), Arm((31, 74), (62, 114), (58, 84), "open", 24))
    at_ease = (LEFT_AT_REST, RIGHT_AT_REST)
    return Picture(
        "ffion-finds-words",
        "Ffion has a hand on her chest and says what she feels. Chidi and Hana listen.",
        (
            GROUND,
            circle(300, 236, 210, LAMP.tint),
            bubble(210, 40, 130, 88, MILK, tail="left"),
            strip("M238 70H312M238 96H290", LAGOON.deep, 8),
            bust(FFION, 166, 232, 1.44, Face("open", 5), arms=to_her_heart),
            bust(HANA, 556, 262, 1.2, Face("smile", -6), arms=at_ease),
            bust(CHIDI, 424, 226, 1.38, Face("small", -6), arms=at_ease),
            earth(LEAF.deep),
        ),
    )


def three_kites_together() -> Picture:
    """Draw three kites side by side in an evening sky over a hill."""
    return Picture(
        "three-kites-together",
        "Three kites fly side by side in a quiet evening sky.",
        (
            slab(0, 0, 640, 480, LEAF.tint),
            circle(320, 326, 150, LAMP.fill),
            _line((292, 420), (220, 300), (132, 148)),
            _line((320, 420), (326, 300), (320, 122)),
            _line((348, 420), (420, 300), (508, 148)),
            kite(132, 148, 0.74, CORAL, BLUEBELL.deep, turn=-14),
            kite(320, 122, 0.74, PLUM, LAGOON.deep),
            kite(508, 148, 0.74, LAGOON, PLUM.deep, turn=14),
            cut("M0 400Q320 352 640 400V480H0Z", LEAF.fill),
            earth(LEAF.deep, 40, 34),
            tulip(92, 456, 1, CORAL.fill, LEAF.fill, lean=-5),
            tulip(128, 460, 0.9, LAMP.fill, LEAF.fill, lean=6),
        ),
    )


PICTURES = (
    assertive_kind_or_controlling,
    three_strings,
    chidi_and_grandma_ivy,
    hana_is_a_friend,
    ffion_finds_words,
    three_kites_together,
)
