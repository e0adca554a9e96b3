"""Pictures of the lesson about what turning 18 changes: a cake, some steps, a policy and two doors."""

from __future__ import annotations

from ..kit import Picture, circle, cut, group, mirrored, oval, slab, strip
from ..palette import APRICOT, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, SKINS, WOOD, darker
from ..people import Arm, Face, arms_of, bust
from ..things import mug, plant, table
from ..things_post16 import (
    GETHIN,
    GROUND,
    LEFT_ON_TABLE,
    MS_ACHEBE,
    SAFIYA,
    backpack,
    forearm,
    pencil,
    scene,
    sheet,
    sitting_legs,
)


def _cake(x: float, y: float) -> str:
    """Return a birthday cake with five candles, its plate on y."""
    plate = oval(0, 0, 124, 13, MILK)
    body = slab(-96, -78, 192, 78, APRICOT.fill, corner=12)
    icing = cut(
        "M-96 -66Q-96 -84 -78 -84H78Q96 -84 96 -66V-52Q84 -36 72 -52Q58 -36 46 -52"
        "Q32 -36 20 -52Q6 -36 -6 -52Q-20 -36 -32 -52Q-46 -36 -58 -52Q-72 -36 -84 -52L-96 -50Z",
        CORAL.tint,
    )
    candles = "".join(
        slab(at - 5, -122, 10, 40, colour, corner=3)
        + cut(f"M{at} -152Q{at + 11} -134 {at} -126Q{at - 11} -134 {at} -152Z", LAMP.fill)
        for at, colour in (
            (-64, BLUEBELL.fill),
            (-32, LEAF.fill),
            (0, CORAL.fill),
            (32, LAGOON.fill),
            (64, PLUM.fill),
        )
    )
    return group(plate, body, icing, candles, x=x, y=y)


def when_18_changes_the_law() -> Picture:
    """Draw the cover: Gethin and Safiya behind a birthday cake."""
    glad = (LEFT_ON_TABLE, Arm((31, 72), (52, 112), (42, 122)))
    cheering = (LEFT_ON_TABLE, Arm((31, 72), (64, 84), (57, 30), "open", 12))
    return scene(
        "when-18-changes-the-law",
        "Gethin and Safiya sit behind a birthday cake with candles.",
        bust(GETHIN, 166, 200, 1.44, Face("smile", 4), arms=glad),
        bust(SAFIYA, 458, 206, 1.42, Face("smile", -5), arms=cheering),
        table(388),
        group(_cake(0, 0), x=314, y=416, scale=0.9),
    )


def gethin_on_the_steps() -> Picture:
    """Draw Gethin on the steps of a college, and Safiya waiting one step away."""
    steps = (
        slab(40, 276, 560, 204, OAT.deep)
        + slab(40, 276, 560, 14, OAT.tint)
        + slab(0, 352, 640, 128, "#CDB78F")
        + slab(0, 352, 640, 14, OAT.tint)
        + slab(0, 438, 640, 42, "#BDA57B")
        + slab(0, 438, 640, 12, OAT.tint)
    )
    door = slab(236, 46, 168, 230, PLUM.deep, corner=8) + slab(
        252, 62, 64, 214, darker(PLUM.deep, 0.35), corner=4
    )
    door += slab(324, 62, 64, 214, darker(PLUM.deep, 0.35), corner=4) + circle(308, 176, 6, LAMP.fill)
    low = (Arm((-31, 72), (-50, 104), (-18, 122)), Arm((31, 72), (50, 104), (18, 122)))
    near = (Arm((-31, 72), (-48, 104), (-16, 118)), Arm((31, 72), (48, 104), (16, 118)))
    return Picture(
        "gethin-on-the-steps",
        "Gethin sits on the steps of a college and looks down. Safiya sits near and waits.",
        (
            GROUND,
            circle(320, 214, 200, PLUM.tint),
            door,
            steps,
            bust(GETHIN, 214, 196, 1.28, Face("worried", -2, down=3, tilt=-3), hem=118),
            sitting_legs(214, 340, 424, GETHIN.trousers),
            group(*arms_of(GETHIN, low), x=214, y=196, scale=1.28),
            backpack(108, 352, CORAL.fill, 0.95),
            bust(SAFIYA, 440, 196, 1.28, Face("calm", -5), hem=118),
            sitting_legs(440, 340, 424, SAFIYA.trousers),
            group(*arms_of(SAFIYA, near), x=440, y=196, scale=1.28),
        ),
    )


def mending_a_policy() -> Picture:
    """Draw a page on a table from above; three hands cross out and write beside it."""
    crossed = strip("M264 211H372", CORAL.deep, 6)
    beside = strip("M416 196q8 -10 16 0t16 0t16 0M416 224q8 -10 16 0t16 0", BLUEBELL.deep, 5)
    return Picture(
        "mending-a-policy",
        "Three hands mend a printed page: a line is crossed out, and new lines stand beside it.",
        (
            GROUND,
            circle(320, 240, 268, OAT.deep),
            circle(320, 234, 264, OAT.tint),
            sheet(318, 236, 6, scale=1.36, turn=0),
            crossed,
            slab(404, 168, 84, 82, LAMP.tint, corner=4),
            beside,
            pencil(470, 240, 44, BLUEBELL.fill),
            forearm(524, 306, LAGOON.fill, SKINS[2], turn=-38, reach=260),
            pencil(262, 214, 128, LEAF.fill),
            forearm(196, 300, LEAF.fill, SKINS[0], turn=42, reach=300),
            forearm(400, 92, LAMP.fill, SKINS[5], turn=196, reach=180),
            circle(132, 140, 40, MILK) + circle(132, 140, 31, WOOD),
        ),
    )


def _door(x: float, hinge_left: bool, colour: str) -> str:
    """Return a doorway full of light, 132 wide, and its door, which stands open to one side."""
    way = -1 if hinge_left else 1
    light = slab(x - 66, 112, 132, 272, LAMP.tint) + cut(
        f"M{x - 66} 384H{x + 66}L{x + 104} 452H{x - 104}Z", "#F6E3B0"
    )
    near, far = x + way * 66, x + way * 132
    leaf = cut(f"M{near} 108L{far} 92V412L{near} 388Z", colour)
    knob = circle(x + way * 118, 254, 7, INK)
    return slab(x - 76, 100, 152, 284, MILK, corner=4) + light + leaf + knob


def two_doors() -> Picture:
    """Draw two open doors side by side, with the same light behind both."""
    return Picture(
        "two-doors",
        "Two doors stand open, a yellow one and a blue one, and warm light comes out of both.",
        (
            GROUND,
            circle(320, 220, 206, PLUM.tint),
            slab(0, 384, 640, 96, PLUM.deep),
            _door(222, True, LAMP.fill),
            _door(418, False, BLUEBELL.fill),
            plant(320, 350, 0.9, LEAF.deep, CORAL.fill),
        ),
    )


def ms_achebe_listens() -> Picture:
    """Draw Ms Achebe and Gethin at a table with tea; she has put her papers aside."""
    telling = (LEFT_ON_TABLE, Arm((31, 72), (66, 108), (58, 80), "open", 30))
    listening = (Arm((-31, 72), (-56, 112), (-16, 122)), Arm((31, 72), (66, 118), (26, 44)))
    papers = slab(548, 374, 78, 10, MILK, corner=2) + slab(542, 384, 84, 10, OAT.deep, corner=2)
    return scene(
        "ms-achebe-listens",
        "Gethin talks, and Ms Achebe listens. There is tea, and her papers lie aside.",
        bust(GETHIN, 196, 204, 1.42, Face("open", 5), arms=telling),
        bust(MS_ACHEBE, 462, 192, 1.5, Face("small", -6, tilt=-4), arms=listening),
        table(390),
        mirrored(mug(0, 0, 1, CORAL.fill, CORAL.tint), x=296, y=378, scale=1.1),
        mug(362, 378, 1.1, LAGOON.fill, LAGOON.tint),
        papers,
    )


PICTURES = (when_18_changes_the_law, gethin_on_the_steps, mending_a_policy, two_doors, ms_achebe_listens)
