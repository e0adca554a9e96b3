"""Pictures of the lesson Upstanders and culture: a team, dominoes, bubbles, a talk, an evening pitch."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, ring, slab, strip
from ..palette import BLUEBELL, CORAL, INK, LAMP, LEAF, MILK, OAT
from ..people import Arm, Face, arms_of, bust, standing
from ..things import three_dots
from ..things_ks4 import AIDAN, GROUND, KWAME, ORLA, SKYE, pine


def _football(x: float, y: float, radius: float) -> str:
    """Return a ball in two colours, its middle at (x, y)."""
    patches = cut("M0 -13L12 -4L8 11H-8L-12 -4Z", LAMP.fill) + strip(
        "M0 -13V-25M12 -4L24 -8M8 11L15 22M-8 11L-15 22M-12 -4L-24 -8", LAMP.fill, 4
    )
    return group(circle(0, 0, 26, MILK), patches, x=x, y=y, scale=radius / 26)


def _chair_behind() -> str:
    """Return the back of a wheelchair whose rider looks to the left."""
    return strip("M34 66V162H-38", INK, 9) + strip("M34 72H46", INK, 8)


def _chair_before() -> str:
    """Return the lap, the legs and the wheels before somebody in a wheelchair."""
    legs = strip("M10 128H-46L-52 182", BLUEBELL.deep, 27) + strip("M-54 192H-68", MILK, 16)
    return legs + ring(21, 154, 48, INK, 8) + circle(21, 154, 9, LAMP.fill) + ring(-40, 196, 11, INK, 6)


def upstanders_and_culture() -> Picture:
    """Draw the cover: Skye, Orla and Kwame together on the pitch, the ball at their feet."""
    skye = (Arm((-31, 72), (-62, 92), (-58, 40), "open", -8), Arm((31, 72), (48, 108), (40, 140)))
    orla = (Arm((-31, 72), (-50, 104), (-30, 138)), Arm((31, 72), (50, 104), (30, 138)))
    kwame = (Arm((-30, 72), (-60, 90), (-56, 46), "open", -8), Arm((30, 72), (48, 100), (26, 112)))
    return Picture(
        "upstanders-and-culture",
        "Skye, Orla and Kwame are together on the pitch. A ball lies at their feet.",
        (
            GROUND,
            circle(330, 226, 206, BLUEBELL.tint),
            cut("M0 352Q160 300 330 330Q500 352 640 318V480H0Z", LEAF.fill),
            cut("M0 404Q320 364 640 404V480H0Z", LEAF.deep),
            standing(SKYE, 232, 178, 1.1, Face("smile", 3), arms=skye, legs=74),
            standing(ORLA, 368, 168, 1.14, Face("smile"), arms=orla, legs=74),
            group(
                _chair_behind(),
                bust(KWAME, 0, 0, 1, Face("smile", -3), hem=140),
                _chair_before(),
                *arms_of(KWAME, kwame),
                x=524,
                y=212,
                scale=1.08,
            ),
            _football(300, 438, 20),
        ),
    )


def one_stands() -> Picture:
    """Draw a row of dominoes: some lean, one stands firm, and behind it all still stand."""

    def piece(x: float, colour: str, turn: float = 0) -> str:
        return group(
            slab(-15, -132, 30, 132, colour, corner=6), strip("M-8 -66H8", MILK, 4), x=x, y=364, turn=turn
        )

    leaning = "".join(
        piece(x, BLUEBELL.deep, turn) for x, turn in ((40, 62), (102, 50), (166, 38), (230, 26))
    )
    standing_row = "".join(piece(x, CORAL.fill) for x in (404, 470, 536, 602))
    firm = slab(-24, -150, 48, 150, LAMP.fill, corner=8) + strip("M-14 -75H14", MILK, 5)
    return Picture(
        "one-stands",
        "A row of dominoes. Some are tipping, one stands firm, and all behind it stay up.",
        (
            GROUND,
            circle(330, 218, 192, BLUEBELL.tint),
            slab(0, 362, 640, 118, OAT.tint),
            slab(0, 362, 640, 12, OAT.deep),
            leaning,
            standing_row,
            group(firm, x=324, y=364),
        ),
    )


def one_different_bubble() -> Picture:
    """Draw a wall of plain bubbles; most wait, and one in lamp yellow says something."""
    bubbles = []
    for row, y in enumerate((44, 134, 224, 314)):
        for column in range(4):
            x = 76 + column * 124 + (14 if row % 2 else -14)
            special = (row, column) == (1, 2)
            colour = LAMP.fill if special else MILK
            tail = cut(f"M{x + 20} {y + 56}L{x + 8} {y + 76}L{x + 46} {y + 56}Z", colour)
            bubbles.append(slab(x, y, 102, 58, colour, corner=22) + tail)
            if special:
                bubbles.append(strip(f"M{x + 22} {y + 23}H{x + 80}M{x + 22} {y + 38}H{x + 60}", INK, 6))
            else:
                bubbles.append(three_dots(x + 51, y + 29, BLUEBELL.fill, gap=18, radius=5))
    return Picture(
        "one-different-bubble",
        "Many bubbles are empty but for three dots. One has words in it.",
        (GROUND, circle(330, 226, 214, BLUEBELL.tint), *bubbles, earth(BLUEBELL.deep, 40, 28)),
    )


def kwame_and_aidan() -> Picture:
    """Draw Kwame talking with Aidan beside the pitch; Aidan sits on a low wall and listens."""
    talking = (Arm((-30, 72), (-62, 98), (-64, 66), "open", -20), Arm((30, 72), (48, 100), (26, 112)))
    listening = (Arm((-31, 72), (-46, 108), (-8, 122)), Arm((31, 72), (46, 108), (12, 122)))
    wall = slab(60, 348, 240, 76, OAT.deep) + slab(50, 338, 260, 20, OAT.tint, corner=4)
    return Picture(
        "kwame-and-aidan",
        "Kwame talks quietly with Aidan beside the pitch, and Aidan listens.",
        (
            GROUND,
            circle(320, 222, 204, BLUEBELL.tint),
            pine(52, 340, 1.2, LEAF.deep),
            pine(606, 350, 1.1, LEAF.deep),
            cut("M0 352Q160 326 330 340Q500 356 640 334V480H0Z", LEAF.fill),
            bust(AIDAN, 182, 186, 1.28, Face("calm", 6, down=2, tilt=3), hem=140),
            wall,
            strip("M148 356V438M216 356V438", AIDAN.trousers, 36),
            strip("M144 446H128M220 446H236", MILK, 19),
            slab(122, 328, 120, 44, AIDAN.trousers, corner=22),
            group(*arms_of(AIDAN, listening), x=182, y=186, scale=1.28),
            group(
                _chair_behind(),
                bust(KWAME, 0, 0, 1, Face("small", -6), hem=140),
                _chair_before(),
                *arms_of(KWAME, talking),
                x=446,
                y=192,
                scale=1.22,
            ),
            _football(316, 440, 22),
        ),
    )


def evening_pitch() -> Picture:
    """Draw the empty pitch in the evening: a goal, and the ball at rest in the grass."""
    net = "".join(f"M{x} 238L{x + (x - 320) * 0.06:.0f} 366" for x in range(220, 430, 40))
    rows = "".join(f"M190 {y}H450" for y in range(260, 366, 30))
    goal = strip(net + rows, "#B9C8E6", 3) + strip("M182 372V232H458V372", MILK, 11)
    return Picture(
        "evening-pitch",
        "An empty pitch in the evening sun, with a goal and a ball at rest.",
        (
            slab(0, 0, 640, 480, BLUEBELL.tint),
            circle(320, 232, 128, LAMP.fill),
            cut("M0 326Q110 270 240 312Q400 352 520 300Q590 276 640 300V400H0Z", LEAF.fill),
            pine(88, 346, 1.1, LEAF.deep),
            pine(560, 338, 1.2, LEAF.deep),
            cut("M0 372Q320 340 640 372V480H0Z", LEAF.deep),
            goal,
            strip("M70 424Q320 396 570 424", "#5F8A45", 6),
            _football(412, 424, 24),
        ),
    )


PICTURES = (upstanders_and_culture, one_stands, one_different_bubble, kwame_and_aidan, evening_pitch)
