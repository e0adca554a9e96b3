"""Pictures of the lesson Blackmail: getting help: umbrella, hourglass, advice line, nurse, bag."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, slab, strip
from ..palette import (
    APRICOT,
    BARK,
    BLACK,
    BLUEBELL,
    CORAL,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    MILK,
    PLUM,
    WOOD,
    WOOD_LIGHT,
)
from ..people import Arm, Face, Look, arms_of, bust
from ..things import bubble, mug, plant, table, three_dots
from ..things_ks4 import (
    GROUND,
    LEFT_AT_REST,
    NGOZI,
    NURSE_PATEL,
    RHYS,
    RIGHT_AT_REST,
    hills,
    lanyard,
    sun,
)

_LISTENER = Look(4, "crop", BLACK, LEAF.fill, hearing_aid=False, head=0.88)
_SECOND = Look(0, "bob", BLACK, PLUM.fill, glasses=True, head=0.88)


def _umbrella(x: float, y: float, scale: float) -> str:
    """Return an open umbrella, the middle of its hem at (x, y), its stick reaching 190 down."""
    panels = (
        cut("M-170 0C-160 -120 -70 -150 0 -150C70 -150 160 -120 170 0Z", LAMP.fill)
        + cut("M-64 0C-60 -90 -30 -140 0 -150C30 -140 60 -90 64 0Z", CORAL.fill)
        + cut("M-170 0Q-117 -34 -64 0Q0 -36 64 0Q117 -34 170 0Z", BLUEBELL.tint)
    )
    return group(strip("M0 -166V-140", WOOD, 8), panels, strip("M0 -13V186", WOOD, 8), x=x, y=y, scale=scale)


def _rain(*drops: tuple[float, float]) -> str:
    """Return short slanting strips, one a drop."""
    return "".join(strip(f"M{x} {y}l-7 24", MILK, 5) for x, y in drops)


def blackmail_getting_help() -> Picture:
    """Draw the cover: Ngozi holds a wide umbrella over Rhys and herself; the sun is coming back."""
    holding = (Arm((-31, 72), (-60, 110), (-64, 76)), Arm((31, 72), (46, 110), (36, 170)))
    rest = (Arm((-31, 72), (-44, 112), (-34, 176)), Arm((31, 72), (46, 112), (30, 166)))
    return Picture(
        "blackmail-getting-help",
        "Ngozi holds a wide umbrella over Rhys and herself. The sun is coming back.",
        (
            GROUND,
            circle(330, 236, 206, BLUEBELL.tint),
            sun(578, 96, 42),
            _rain((548, 176), (604, 214), (566, 262), (616, 302), (512, 52), (620, 30)),
            hills(BLUEBELL.fill, LEAF.fill),
            bust(RHYS, 246, 262, 1.24, Face("small", 5, tilt=3), arms=rest, hem=200),
            group(_umbrella(0, 0, 1), x=322, y=196, scale=1.06),
            bust(NGOZI, 402, 262, 1.26, Face("smile", -6), hem=200),
            group(*arms_of(NGOZI, holding), x=402, y=262, scale=1.26),
            earth(BLUEBELL.deep, 44, 30),
        ),
    )


def hourglass_at_rest() -> Picture:
    """Draw an hourglass lying on its side on a table: no sand runs, and there is time."""
    glass = cut(
        "M-150 -74C-60 -78 -34 -20 0 -13C34 -20 60 -78 150 -74V74C60 78 34 20 0 13C-34 20 -60 78 -150 74Z",
        MILK,
    )
    sand = cut("M-146 70C-66 72 -40 26 -12 14Q-70 20 -146 6Z", APRICOT.fill)
    sand += cut("M146 70C66 72 40 26 12 14Q70 26 146 22Z", APRICOT.fill)
    caps = slab(-178, -96, 28, 192, WOOD, corner=8) + slab(150, -96, 28, 192, WOOD, corner=8)
    rods = slab(-160, -92, 320, 10, WOOD_LIGHT, corner=4) + slab(-160, 82, 320, 10, WOOD_LIGHT, corner=4)
    return Picture(
        "hourglass-at-rest",
        "An hourglass lies on its side on a table. No sand runs.",
        (
            GROUND,
            circle(320, 214, 190, BLUEBELL.tint),
            table(372),
            group(rods, glass, sand, caps, x=290, y=280),
            mug(540, 332, 1.3, LAMP.fill),
            strip("M530 314q-8 -11 0 -22t0 -22M552 314q-8 -11 0 -22t0 -22", MILK, 5),
        ),
    )


def advice_line() -> Picture:
    """Draw two young people at a desk with headsets, listening."""
    resting = (Arm((-31, 74), (-48, 106), (-34, 120)), Arm((31, 74), (48, 106), (34, 120)))
    talking = (Arm((-31, 74), (-48, 106), (-34, 120)), Arm((31, 72), (64, 108), (56, 72), "open", 22))
    band = strip("M-30 -6C-32 -46 32 -46 30 -6", INK, 6)
    band += oval(-31, 4, 8, 12, INK) + strip("M-31 14Q-26 34 -6 31", INK, 4) + circle(-5, 31, 4.5, LAMP.fill)
    return Picture(
        "advice-line",
        "Two young people with headsets sit at a desk. One talks, one listens.",
        (
            GROUND,
            circle(320, 230, 208, BLUEBELL.tint),
            bubble(82, 48, 120, 78, MILK, tail="right"),
            three_dots(142, 87),
            bubble(438, 44, 120, 78, LAMP.fill, tail="left"),
            bust(_LISTENER, 210, 240, 1.38, Face("small", 5, tilt=-3), hem=120),
            group(band, x=210, y=247, scale=1.22),
            bust(_SECOND, 440, 236, 1.38, Face("open", -5), hem=120),
            group(band, x=440, y=243, scale=1.22),
            table(386),
            group(*arms_of(_LISTENER, resting), x=210, y=240, scale=1.38),
            group(*arms_of(_SECOND, talking), x=440, y=236, scale=1.38),
            mug(78, 378, 1, CORAL.fill),
            group(plant(0, 0, 1, LEAF.deep, LAGOON.fill), x=584, y=364),
        ),
    )


def nurse_patel_listens() -> Picture:
    """Draw Rhys, Ngozi and Nurse Patel in a bright room; the nurse listens with open hands."""
    open_hands = (Arm((-31, 72), (-52, 120), (-62, 98), "open", -58), Arm((31, 72), (52, 114), (30, 156)))
    window = slab(252, 44, 136, 128, MILK, corner=6) + slab(264, 56, 112, 104, LAMP.tint)
    window += slab(316, 56, 8, 104, MILK)
    return Picture(
        "nurse-patel-listens",
        "Rhys and Ngozi talk with Nurse Patel, who listens with an open hand.",
        (
            GROUND,
            circle(320, 250, 216, BLUEBELL.tint),
            window,
            bust(NGOZI, 112, 232, 1.32, Face("small", 5), arms=(LEFT_AT_REST, RIGHT_AT_REST)),
            bust(RHYS, 252, 228, 1.34, Face("open", 6), arms=(LEFT_AT_REST, RIGHT_AT_REST)),
            bust(NURSE_PATEL, 484, 176, 1.52, Face("smile", -6), arms=open_hands, held=lanyard(CORAL.fill)),
            earth(BLUEBELL.deep, 40, 26),
        ),
    )


def bag_set_down() -> Picture:
    """Draw a full rucksack set down on a bench in the morning."""
    bench = (
        slab(136, 240, 20, 186, BARK)
        + slab(484, 240, 20, 186, BARK)
        + slab(100, 248, 440, 20, WOOD_LIGHT, corner=7)
        + slab(92, 330, 456, 24, WOOD, corner=7)
    )
    bag = (
        strip("M-30 -168Q0 -204 30 -168", PLUM.deep, 11)
        + slab(-66, -168, 132, 170, CORAL.fill, corner=34)
        + slab(-46, -78, 92, 66, CORAL.deep, corner=14)
        + strip("M-46 -54H46", LAMP.fill, 5)
        + slab(-66, -130, 132, 14, APRICOT.fill)
        + circle(0, -123, 10, LAMP.fill)
    )
    return Picture(
        "bag-set-down",
        "A full rucksack stands on a bench in the morning sun.",
        (
            slab(0, 0, 640, 480, BLUEBELL.tint),
            circle(320, 206, 168, LAMP.tint),
            sun(470, 112, 42),
            hills("#C9D4EE", LEAF.fill),
            bench,
            group(bag, x=300, y=330),
            earth(BLUEBELL.deep, 46, 24),
        ),
    )


PICTURES = (blackmail_getting_help, hourglass_at_rest, advice_line, nurse_patel_listens, bag_set_down)
