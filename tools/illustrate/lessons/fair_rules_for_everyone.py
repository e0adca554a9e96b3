"""The story of a school fair and its list of jobs, for ages 9 to 11."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, slab, strip
from ..palette import APRICOT, BARK, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD, darker
from ..people import Arm, Face, bust
from ..things import bubble, mug, plant, table, three_dots, tulip
from ..things_upper_ks2 import EOIN, FINLAY, GROUND, LEFT_AT_REST, MS_OKAFOR, RIGHT_AT_REST, SAOIRSE

_COLOURS = (CORAL.fill, LAMP.fill, BLUEBELL.fill, PLUM.fill, LAGOON.fill)


def _bunting(y: float, sag: float, foot: float) -> str:
    """Return a line of little triangles between two posts, hanging lowest in the middle."""
    posts = slab(40, y - 12, 14, foot - y + 12, WOOD, corner=6)
    posts += slab(586, y - 12, 14, foot - y + 12, WOOD, corner=6)
    shapes = [posts, strip(f"M47 {y:g}Q320 {y + 2 * sag:g} 593 {y:g}", WOOD, 4)]
    for place in range(7):
        x = 95 + 75 * place
        share = (x - 47) / 546
        top = y + 4 * sag * share * (1 - share)
        shapes.append(cut(f"M{x - 22} {top:.1f}H{x + 22}L{x} {top + 44:.1f}Z", _COLOURS[place % 5]))
    return "".join(shapes)


def _cake(x: float, y: float, scale: float = 1, icing: str = CORAL.fill) -> str:
    """Return a cake on a stand, standing on y."""
    stand = cut("M-20 0H20L10 -18H-10Z", LAGOON.deep) + slab(-56, -26, 112, 10, LAGOON.deep, corner=5)
    layers = slab(-44, -60, 88, 34, APRICOT.fill, corner=6) + slab(-44, -78, 88, 22, icing, corner=8)
    drops = circle(-26, -58, 8, icing) + circle(0, -54, 9, icing) + circle(26, -58, 8, icing)
    cherries = (
        circle(-20, -84, 8, CORAL.deep) + circle(20, -84, 8, CORAL.deep) + circle(0, -87, 8, CORAL.deep)
    )
    return group(stand, layers, drops, cherries, x=x, y=y, scale=scale)


def _ball(x: float, y: float, radius: float) -> str:
    """Return a football round (x, y)."""
    seams = strip("M0 -12V-38M12 -4L35 -14M7 10L22 31M-7 10L-22 31M-12 -4L-35 -14", INK, 4)
    panel = cut("M0 -15L14 -5L9 12H-9L-14 -5Z", INK)
    return group(circle(0, 0, 40, MILK), panel, seams, x=x, y=y, scale=radius / 40)


def fair_rules_for_everyone() -> Picture:
    """Draw the cover: three children behind a stall, with a cake, a ball and a brush."""
    with_ball = (Arm((-31, 72), (-50, 108), (-26, 116)), Arm((31, 72), (50, 108), (26, 116)))
    with_brush = (LEFT_AT_REST, Arm((31, 72), (62, 92), (56, 44)))
    brush = strip("M56 66L56 -4", WOOD, 8) + slab(47, -16, 18, 16, LAMP.fill)
    brush += cut("M46 -16Q40 -44 56 -58Q72 -44 66 -16Z", PLUM.deep)
    with_spoon = (Arm((-31, 72), (-60, 96), (-52, 50)), RIGHT_AT_REST)
    spoon = strip("M-52 74V30", WOOD, 8) + oval(-52, 14, 13, 19, WOOD)
    return Picture(
        "fair-rules-for-everyone",
        "Three children stand behind a stall with a wooden spoon, a football and a paintbrush.",
        (
            GROUND,
            circle(330, 246, 200, LEAF.tint),
            _bunting(34, 26, 400),
            bust(EOIN, 130, 234, 1.2, Face("smile", 4), arms=with_spoon, held=spoon, hem=160),
            bust(SAOIRSE, 320, 216, 1.24, Face("open"), arms=with_ball, held=_ball(0, 112, 32), hem=160),
            bust(FINLAY, 498, 234, 1.2, Face("smile", -4), arms=with_brush, held=brush, hem=160),
            table(400),
            _cake(180, 402, 0.8),
            plant(450, 372, 0.66, LEAF.deep, CORAL.fill),
        ),
    )


def the_job_list() -> Picture:
    """Draw Eoin, who thinks of a cake, and Saoirse, who thinks of carrying a table."""
    thinking = (Arm((-31, 74), (-62, 112), (-16, 44)), RIGHT_AT_REST)
    thinking_too = (LEFT_AT_REST, Arm((31, 74), (62, 112), (16, 44)))
    wished = (
        slab(-62, -26, 124, 15, WOOD, corner=5) + slab(-50, -14, 13, 58, BARK) + slab(37, -14, 13, 58, BARK)
    )
    clouds = slab(52, 30, 208, 142, MILK, corner=60) + circle(196, 192, 13, MILK) + circle(206, 220, 7, MILK)
    clouds += (
        slab(380, 30, 208, 142, MILK, corner=60) + circle(444, 192, 13, MILK) + circle(434, 220, 7, MILK)
    )
    return Picture(
        "the-job-list",
        "Eoin thinks of icing a cake. Saoirse thinks of carrying a table.",
        (
            GROUND,
            circle(320, 262, 206, LEAF.tint),
            clouds,
            _cake(156, 150, 1),
            group(wished, x=484, y=92),
            bust(EOIN, 200, 276, 1.4, Face("unsure", -4, -3), arms=thinking),
            bust(SAOIRSE, 440, 276, 1.4, Face("unsure", 4, -3), arms=thinking_too),
            earth(LEAF.deep),
        ),
    )


def _apron(x: float, y: float, colour: str, pocket: str) -> str:
    """Return an apron hanging from a hook at (x, y)."""
    straps = strip("M-26 50Q-22 6 0 0Q22 6 26 50", darker(colour, 0.3), 7)
    ties = strip("M-58 122Q-84 132 -78 168M58 122Q84 132 78 168", darker(colour, 0.3), 7)
    outline = "M-34 44H34C34 84 44 104 64 112L70 222Q70 232 60 232"
    outline += "H-60Q-70 232 -70 222L-64 112C-44 104 -34 84 -34 44Z"
    bag = slab(-34, 142, 68, 50, pocket, corner=10)
    return group(circle(0, 0, 11, WOOD), straps, ties, cut(outline, colour), bag, x=x, y=y, scale=0.86)


def aprons_for_anyone() -> Picture:
    """Draw four aprons in four colours on four hooks."""
    return Picture(
        "aprons-for-anyone",
        "Four aprons in four colours hang on hooks, for anyone to take.",
        (
            slab(0, 0, 640, 480, LEAF.tint),
            circle(320, 236, 210, LEAF.fill),
            slab(24, 86, 592, 26, OAT.deep, corner=10),
            _apron(104, 100, LAGOON.fill, LAGOON.tint),
            _apron(248, 100, CORAL.fill, CORAL.tint),
            _apron(392, 100, BLUEBELL.fill, BLUEBELL.tint),
            _apron(536, 100, LAMP.fill, LAMP.tint),
            slab(0, 420, 640, 60, LEAF.deep),
            mug(92, 376, 1, PLUM.fill, PLUM.tint),
            _ball(548, 396, 30),
        ),
    )


def _umbrella(x: float, y: float, scale: float) -> str:
    """Return an open umbrella whose handle ends at (x, y)."""
    canopy = cut(
        "M-190 -190C-180 -320 -70 -350 0 -350C70 -350 180 -320 190 -190Q152 -220 114 -190Q76 -220 38 -190"
        "Q0 -220 -38 -190Q-76 -220 -114 -190Q-152 -220 -190 -190Z",
        LAMP.fill,
    )
    panels = cut("M-38 -190C-40 -280 -20 -340 0 -350C20 -340 40 -280 38 -190Q0 -220 -38 -190Z", APRICOT.fill)
    return group(strip("M0 -350V0", INK, 9), canopy, panels, circle(0, -352, 9, INK), x=x, y=y, scale=scale)


def under_the_umbrella() -> Picture:
    """Draw Eoin, who has been crying, and Saoirse, who holds an umbrella over both of them."""
    places = ((60, 60), (132, 24), (556, 40), (604, 128), (34, 190), (84, 300), (590, 270), (540, 352))
    drops = "".join(f"M{x} {y}l-7 26" for x, y in places)
    holding = (Arm((-31, 72), (-58, 104), (-54, 66)), RIGHT_AT_REST)
    drooping = (Arm((-31, 72), (-46, 110), (-8, 118)), Arm((31, 72), (46, 110), (8, 122)))
    return Picture(
        "under-the-umbrella",
        "It rains. Saoirse holds an umbrella over Eoin, who looks sad.",
        (
            slab(0, 0, 640, 480, BLUEBELL.fill),
            strip(drops, BLUEBELL.tint, 6),
            circle(320, 262, 196, BLUEBELL.tint),
            _umbrella(342, 330, 0.88),
            bust(EOIN, 232, 246, 1.34, Face("worried", 0, 4, tilt=4, brows="worried"), arms=drooping),
            bust(SAOIRSE, 416, 246, 1.34, Face("small", -6), arms=holding),
            earth(BLUEBELL.deep, 40, 30),
        ),
    )


def finlay_listens() -> Picture:
    """Draw Finlay and Ms Okafor, who talks with him on a level."""
    listening = (Arm((-31, 72), (-46, 112), (-12, 120)), Arm((31, 72), (46, 112), (12, 124)))
    talking = (Arm((-31, 74), (-62, 116), (-58, 90), "open", -34), RIGHT_AT_REST)
    lanyard = strip("M-12 52L0 96L12 52", LAMP.fill, 4) + slab(-11, 94, 22, 28, MILK, corner=4)
    return Picture(
        "finlay-listens",
        "Ms Okafor talks calmly with Finlay. He listens and thinks.",
        (
            GROUND,
            circle(320, 238, 212, LEAF.tint),
            bubble(290, 40, 112, 78, MILK, tail="right"),
            three_dots(346, 79),
            bust(FINLAY, 196, 238, 1.42, Face("calm", 5, 3, tilt=3), arms=listening),
            bust(MS_OKAFOR, 456, 196, 1.5, Face("small", -6), arms=talking, held=lanyard),
            tulip(44, 452, 1.1, LAMP.fill, LEAF.deep, lean=-5),
            tulip(600, 452, 1.1, CORAL.fill, LEAF.deep, lean=6),
            earth(LEAF.deep),
        ),
    )


def the_fair_is_over() -> Picture:
    """Draw a tidy stall in the evening, with bunting, a cake, a ball and a mug."""
    return Picture(
        "the-fair-is-over",
        "A tidy stall in the evening light, with a cake, a ball and a steaming mug.",
        (
            slab(0, 0, 640, 480, LEAF.tint),
            circle(330, 300, 150, LAMP.fill),
            _bunting(56, 30, 372),
            table(372),
            _cake(196, 374, 1),
            strip("M342 300q-9 -12 0 -24t0 -24M366 300q-9 -12 0 -24t0 -24", MILK, 6),
            mug(354, 326, 1.1, CORAL.fill, CORAL.tint),
            _ball(488, 338, 36),
        ),
    )


PICTURES = (
    fair_rules_for_everyone,
    the_job_list,
    aprons_for_anyone,
    under_the_umbrella,
    finlay_listens,
    the_fair_is_over,
)
