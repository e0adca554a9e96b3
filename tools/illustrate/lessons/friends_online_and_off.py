"""The story of Priya, Tomos and Lin, who build a treehouse in a game, for ages 7 to 9."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, slab, strip
from ..palette import APRICOT, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD
from ..people import Arm, Face, bust, standing
from ..things import bubble, mug, table, three_dots, tulip
from ..things_lower_ks2 import (
    GROUND,
    LEFT_AT_REST,
    LEFT_WAVES,
    LIN,
    MRS_OSEI,
    PRIYA,
    RIGHT_AT_REST,
    RIGHT_WAVES,
    TOMOS,
    bookcase,
    ladder,
    tablet,
    treehouse,
)

_EARTH = earth(APRICOT.deep)
_MEADOW = cut("M0 404Q320 352 640 404V480H0Z", LEAF.fill)
_SKY = slab(0, 0, 640, 480, LAGOON.tint)


def friends_online_and_off() -> Picture:
    """Draw the cover: Priya and Tomos at a table, and Lin waving to them from a screen."""
    stand = cut("M286 424L304 392H336L354 424Z", INK)
    lin = bust(LIN, 320, 302, 0.92, Face("open"), arms=(LEFT_WAVES,), hem=80)
    return Picture(
        "friends-online-and-off",
        "Priya and Tomos wave to Lin, who waves back from a screen.",
        (
            GROUND,
            circle(320, 222, 204, APRICOT.tint),
            bust(PRIYA, 128, 218, 1.34, Face("smile", 5), arms=(LEFT_WAVES, RIGHT_AT_REST)),
            bust(TOMOS, 512, 218, 1.34, Face("open", -5), arms=(LEFT_AT_REST, RIGHT_WAVES)),
            table(412, APRICOT.deep, "#A25A1A"),
            stand,
            tablet(216, 236, 208, 158, lin),
            slab(216, 376, 208, 18, INK, corner=8),
        ),
    )


def many_names() -> Picture:
    """Draw Tomos beside a tall tablet full of plain round badges; his face is unsure."""
    colours = (LAGOON.fill, PLUM.fill, LEAF.fill, CORAL.fill, BLUEBELL.fill, OAT.deep)
    badges = "".join(
        circle(364 + 44 * column, 92 + 44 * row, 15, colours[(row * 2 + column * 5) % 6])
        for row in range(7)
        for column in range(5)
    )
    holding = (Arm((-31, 72), (-42, 110), (-36, 190)), Arm((31, 72), (66, 116), (98, 92)))
    return Picture(
        "many-names",
        "Tomos looks at a tablet full of round badges, all without a face. He is unsure.",
        (
            GROUND,
            circle(286, 250, 210, APRICOT.tint),
            tablet(324, 50, 256, 352, badges, screen=MILK),
            bust(TOMOS, 196, 216, 1.44, Face("unsure", 7, tilt=4), arms=holding),
            _EARTH,
        ),
    )


def _house(x: float, foot: float, wall: str, roof: str) -> str:
    """Return a little house 84 wide that stands at `foot`, its door and its window lit."""
    walls = slab(-42, -74, 84, 76, wall, corner=3) + cut("M-56 -70L0 -124L56 -70Z", roof)
    return group(walls, slab(-28, -50, 26, 52, MILK, corner=4), circle(20, -40, 12, LAMP.fill), x=x, y=foot)


def far_away() -> Picture:
    """Draw two houses on two hills far apart, and a paper plane on its way from one to the other."""
    dots = ((164, 156), (182, 140), (202, 127), (224, 117), (247, 110), (271, 105), (295, 103))
    way = "".join(circle(x, y, 3.5, APRICOT.deep) for x, y in dots)
    plane = cut("M-34 -16L40 0L-26 8Z", MILK) + cut("M-26 8L40 0L-16 26Z", OAT.deep)
    return Picture(
        "far-away",
        "Two houses stand on hills far apart. A paper plane flies from one to the other.",
        (
            GROUND,
            circle(330, 214, 176, APRICOT.tint),
            cut("M0 300Q120 214 300 330T470 470H0Z", LEAF.fill),
            cut("M640 262Q500 226 380 344T250 480H640Z", LEAF.deep),
            _house(136, 290, CORAL.fill, PLUM.deep),
            _house(516, 286, LAGOON.fill, BLUEBELL.deep),
            way,
            group(plane, x=344, y=106, turn=-4),
            _EARTH,
        ),
    )


def ladder_up() -> Picture:
    """Draw Priya below the treehouse, whose ladder Tomos has pulled up."""
    rolled = group(
        circle(0, 0, 22, OAT.deep), circle(0, 0, 13, APRICOT.deep), circle(0, 0, 7, OAT.deep), x=512, y=218
    )
    arms = (Arm((-31, 72), (-46, 108), (-40, 140)), Arm((31, 72), (46, 108), (40, 140)))
    inside = bust(TOMOS, 420, 192, 0.74, Face("calm", -4, 3), hem=72)
    return Picture(
        "ladder-up",
        "Tomos is up in the treehouse and the ladder is rolled up. Priya stands below.",
        (
            _SKY,
            circle(150, 190, 118, APRICOT.tint),
            _MEADOW,
            treehouse(420, 430, 1.1),
            inside,
            slab(297, 240.8, 246, 17.6, WOOD, corner=7),
            rolled,
            standing(PRIYA, 158, 226, 0.94, Face("worried", 6, -4), arms=arms, legs=60),
            earth(APRICOT.deep, 24, 20),
        ),
    )


def ladder_down() -> Picture:
    """Draw the ladder down again: Tomos offers an open hand, and Priya thinks about it."""
    sorry = (Arm((-31, 72), (-62, 112), (-66, 92), "open", -46), Arm((31, 72), (46, 108), (40, 140)))
    thinking = (Arm((-31, 72), (-46, 108), (-40, 140)), Arm((30, 74), (62, 112), (18, 42)))
    return Picture(
        "ladder-down",
        "The ladder hangs down. Tomos holds out an open hand. Priya takes time to think.",
        (
            _SKY,
            circle(180, 200, 128, APRICOT.tint),
            _MEADOW,
            treehouse(470, 400),
            ladder(554, 240, 398),
            standing(PRIYA, 138, 234, 0.86, Face("small", 6, tilt=4), arms=thinking, legs=66),
            standing(TOMOS, 308, 230, 0.88, Face("small", -6), arms=sorry, legs=66),
            earth(APRICOT.deep, 24, 20),
        ),
    )


def mrs_osei_listens() -> Picture:
    """Draw Priya telling Mrs Osei in the library, and Lin listening from a small screen."""
    telling = (LEFT_AT_REST, Arm((31, 72), (66, 110), (56, 84), "open", 34))
    listening = (Arm((-31, 74), (-66, 118), (-18, 46)), RIGHT_AT_REST)
    lin = bust(LIN, 344, 344, 0.52, Face("small"), hem=76)
    return Picture(
        "mrs-osei-listens",
        "Priya talks with Mrs Osei in the library. Lin is with them on a small screen.",
        (
            GROUND,
            bookcase(20, 40, 176, 3),
            bookcase(444, 40, 176, 3),
            circle(320, 226, 184, APRICOT.tint),
            bubble(262, 44, 116, 74, MILK),
            three_dots(320, 81),
            bust(PRIYA, 172, 232, 1.34, Face("open", 5), arms=telling),
            bust(MRS_OSEI, 474, 196, 1.46, Face("small", -6, tilt=-4), arms=listening),
            table(404, APRICOT.deep, "#A25A1A"),
            tablet(280, 298, 128, 106, lin),
            mug(446, 374, 0.9, LAMP.fill, LAMP.tint),
        ),
    )


def evening_treehouse() -> Picture:
    """Draw the treehouse in the evening, its window lit and its ladder down; nobody is there."""
    return Picture(
        "evening-treehouse",
        "A treehouse in the evening, with a warm light inside and its ladder down.",
        (
            slab(0, 0, 640, 480, APRICOT.tint),
            circle(190, 300, 120, LAMP.fill),
            cut("M0 366Q180 300 400 352T640 338V480H0Z", LEAF.tint),
            cut("M0 408Q260 346 640 398V480H0Z", LEAF.fill),
            treehouse(430, 420, lit=LAMP.fill),
            ladder(514, 260, 416),
            tulip(84, 440, 0.8, CORAL.fill, LEAF.deep, lean=-5),
            tulip(122, 434, 0.9, PLUM.tint, LEAF.deep, lean=4),
            tulip(160, 440, 0.8, CORAL.fill, LEAF.deep, lean=6),
            strip("M84 96Q98 84 110 96Q122 84 136 96M196 140Q206 130 216 140Q226 130 236 140", INK, 4),
            earth(APRICOT.deep, 26, 22),
        ),
    )


PICTURES = (
    friends_online_and_off,
    many_names,
    far_away,
    ladder_up,
    ladder_down,
    mrs_osei_listens,
    evening_treehouse,
)
