"""The story of a picture that goes round a chat after a class trip, for ages 9 to 11."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from ..palette import APRICOT, BLUEBELL, BROWN, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD
from ..people import Arm, Face, Look, bust
from ..things import bubble, mug, plant, table, three_dots, tree, tulip
from ..things_upper_ks2 import (
    DEV,
    GROUND,
    KIT,
    LEFT_AT_REST,
    NOOR,
    RIGHT_AT_REST,
    mr_singh,
    phone_from_behind,
    tablet,
)

_FRIEND = Look(1, "bob", BROWN, LAGOON.fill, head=0.96)


def _tick(x: float, y: float) -> str:
    return strip(f"M{x - 20} {y}L{x - 5} {y + 14}L{x + 20} {y - 16}", INK, 9)


def _smile(x: float, y: float) -> str:
    eyes = circle(x - 14, y - 10, 5.5, INK) + circle(x + 14, y - 10, 5.5, INK)
    return eyes + strip(f"M{x - 20} {y + 8}Q{x} {y + 26} {x + 20} {y + 8}", INK, 7)


def group_chat_choices() -> Picture:
    """Draw the cover: four children round a table, three bubbles over them."""
    people = (
        bust(NOOR, 110, 238, 1.16, Face("smile", 4), hem=160),
        bust(KIT, 250, 212, 1.16, Face("open", 3), hem=160),
        bust(DEV, 392, 212, 1.16, Face("smile", -3), hem=160),
        bust(_FRIEND, 530, 238, 1.16, Face("smile", -4), hem=160),
    )
    bubbles = (
        bubble(52, 52, 132, 88, MILK, tail="right"),
        three_dots(118, 96),
        bubble(232, 26, 112, 88, LAMP.fill, tail="left"),
        _tick(288, 70),
        bubble(436, 52, 132, 88, BLUEBELL.tint, tail="left"),
        _smile(502, 94),
    )
    on_the_table = (
        mug(162, 386, 0.95, CORAL.fill, CORAL.tint),
        tablet(320, 400, 0.72, shown=slab(-38, -22, 46, 18, LAGOON.fill, corner=8))
        + group(slab(-6, 4, 46, 18, OAT.deep, corner=8), x=320, y=400, scale=0.72),
        plant(486, 388, 0.66, LEAF.deep, APRICOT.fill),
    )
    return Picture(
        "group-chat-choices",
        "Four children sit round a table and talk. Over them are bubbles with dots, a tick and a smile.",
        (
            GROUND,
            circle(320, 250, 214, LEAF.tint),
            *bubbles,
            *people,
            oval(320, 512, 440, 204, OAT.tint),
            *on_the_table,
        ),
    )


def kit_wonders() -> Picture:
    """Draw Kit with a telephone whose back is to us; nothing of its screen can be seen."""
    holding = (Arm((-31, 74), (-52, 116), (-20, 122)), Arm((31, 74), (72, 116), (20, 48)))
    window = slab(430, 70, 160, 176, MILK, corner=8) + slab(442, 82, 136, 152, LAGOON.tint, corner=4)
    window += circle(536, 124, 22, LAMP.fill) + cut("M442 210Q500 178 578 208V234H442Z", LEAF.fill)
    window += slab(504, 82, 12, 152, MILK) + slab(422, 240, 176, 14, OAT.deep, corner=5)
    return Picture(
        "kit-wonders",
        "Kit holds a phone whose back is to us, and thinks about what to do.",
        (
            GROUND,
            window,
            circle(250, 238, 196, LEAF.tint),
            bubble(62, 58, 118, 82, MILK, tail="right"),
            three_dots(121, 99),
            bust(
                KIT,
                266,
                214,
                1.5,
                Face("calm", -5, 3, tilt=4, brows="unsure"),
                arms=holding,
                held=phone_from_behind(-20, 92, 0.84, turn=-6),
            ),
            table(402),
            mug(478, 390, 1.1, LAMP.fill),
            plant(566, 372, 0.86, LEAF.deep, CORAL.fill),
        ),
    )


def _boat(x: float, y: float, scale: float, colour: str) -> str:
    """Return a folded paper boat floating on (x, y)."""
    hull = cut("M-44 -16H44L28 10H-28Z", colour) + cut("M-44 -16L0 -4L-28 10Z", MILK)
    return group(cut("M0 -58L22 -16H-22Z", MILK), hull, x=x, y=y, scale=scale)


def ripples() -> Picture:
    """Draw a pond: one stone has made rings, and the rings reach three paper boats."""
    rings = "".join(ring(320, 262, radius, MILK, width) for radius, width in ((34, 7), (86, 6), (142, 5)))
    rings += ring(320, 262, 202, "#CFE8E3", 4)
    stone = oval(320, 262, 22, 16, INK) + oval(315, 257, 9, 5, "#4A5A68")
    reeds = strip("M34 470Q30 400 50 340M62 474Q66 420 60 372M604 470Q606 400 588 348", LEAF.deep, 9)
    heads = strip("M50 344V316M588 350V324", WOOD, 17)
    return Picture(
        "ripples",
        "A stone in a pond makes rings that go wider and wider, and three paper boats rock.",
        (
            slab(0, 0, 640, 480, LEAF.fill),
            oval(320, 262, 306, 226, LAGOON.deep),
            oval(320, 254, 306, 226, LAGOON.fill),
            rings,
            stone,
            _boat(182, 190, 1, CORAL.fill),
            _boat(470, 206, 1, LAMP.fill),
            _boat(346, 424, 1.1, PLUM.fill),
            oval(124, 330, 34, 14, LEAF.deep) + oval(528, 348, 38, 15, LEAF.deep),
            reeds,
            heads,
        ),
    )


def dev_and_noor() -> Picture:
    """Draw Dev, who says something with open hands, and Noor, who listens."""
    open_hands = (
        Arm((-31, 72), (-56, 122), (-40, 118), "open", -40),
        Arm((31, 72), (62, 122), (64, 100), "open", 36),
    )
    folded = (Arm((-31, 72), (-58, 116), (20, 108)), Arm((31, 72), (58, 120), (-24, 122)))
    return Picture(
        "dev-and-noor",
        "Dev talks with open hands. Noor listens with her arms folded.",
        (
            GROUND,
            tree(566, 440, 1.24, LEAF.deep, "#527B3B"),
            circle(300, 244, 208, LEAF.tint),
            bust(DEV, 190, 216, 1.44, Face("small", 5, 1, brows="worried"), arms=open_hands),
            bust(NOOR, 436, 222, 1.44, Face("calm", -5), arms=folded),
            earth(LEAF.deep),
        ),
    )


def _tray(x: float, y: float, colour: str) -> str:
    """Return a lunch tray with a plate, a roll and an apple, seen from the side."""
    roll = cut("M-34 -14C-34 -40 18 -40 18 -14Z", APRICOT.fill)
    apple = circle(42, -22, 15, CORAL.deep) + strip("M42 -36Q44 -44 52 -46", LEAF.deep, 4)
    return group(roll, apple, slab(-66, -10, 132, 12, colour, corner=6), x=x, y=y)


def lunch_with_noor() -> Picture:
    """Draw Kit and Noor side by side at lunch; both smile."""
    eating = (Arm((-31, 72), (-46, 106), (-20, 118)), RIGHT_AT_REST)
    sharing = (LEFT_AT_REST, Arm((31, 74), (64, 108), (54, 72), "open", 20))
    return Picture(
        "lunch-with-noor",
        "Kit sits beside Noor at lunch. They talk, and both smile.",
        (
            GROUND,
            circle(320, 220, 204, LAMP.tint),
            bubble(262, 34, 116, 78, MILK, tail="left"),
            _smile(320, 70),
            bust(KIT, 208, 220, 1.4, Face("open", 5), arms=sharing),
            bust(NOOR, 438, 224, 1.4, Face("smile", -5), arms=eating),
            table(386),
            _tray(206, 386, BLUEBELL.deep),
            _tray(452, 386, PLUM.deep),
        ),
    )


def kit_tells_mr_singh() -> Picture:
    """Draw Kit talking to Mr Singh in the school garden; the telephone is nowhere."""
    telling = (LEFT_AT_REST, Arm((31, 74), (64, 112), (56, 74), "open", 20))
    listening = (Arm((-31, 72), (-52, 118), (-54, 102), "open", -52), Arm((31, 72), (50, 112), (30, 150)))
    return Picture(
        "kit-tells-mr-singh",
        "Kit talks, and Mr Singh, a teacher with a beard and a turban, listens kindly.",
        (
            GROUND,
            circle(330, 236, 212, LEAF.tint),
            bubble(176, 40, 112, 80, MILK, tail="left"),
            three_dots(232, 80),
            bust(KIT, 176, 244, 1.42, Face("open", 6), arms=telling),
            mr_singh(446, 172, 1.56, Face("smile", -5), arms=listening),
            tulip(592, 452, 1.1, CORAL.fill, LEAF.deep, lean=6),
            tulip(44, 452, 1.1, LAMP.fill, LEAF.deep, lean=-5),
            earth(LEAF.deep),
        ),
    )


PICTURES = (group_chat_choices, kit_wonders, ripples, dev_and_noor, lunch_with_noor, kit_tells_mr_singh)
