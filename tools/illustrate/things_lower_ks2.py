"""The people of the stories for ages 7 to 9, and the things that more than one of those stories has."""

from __future__ import annotations

from .kit import circle, cut, group, ring, slab, strip
from .palette import (
    APRICOT,
    BARK,
    BLACK,
    BLUEBELL,
    BROWN,
    CHESTNUT,
    CORAL,
    FAIR,
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
    WOOD_LIGHT,
)
from .people import Arm, Look

PRIYA = Look(2, "tail", BLACK, PLUM.fill, BLUEBELL.deep, glasses=True)
TOMOS = Look(0, "curly", BROWN, LEAF.fill, BLUEBELL.deep)
LIN = Look(1, "swoop", BLACK, CORAL.fill, INK)
MRS_OSEI = Look(5, "afro", GREY, BLUEBELL.fill, glasses=True, head=0.86)

ISLA = Look(0, "long", GINGER, LAGOON.fill, INK)
YUSUF = Look(3, "crop", BLACK, BLUEBELL.fill, INK, glasses=True)
BRYN = Look(1, "short", FAIR, LAMP.fill, INK)
AUNTIE_BEA = Look(4, "bun", BLACK, CORAL.fill, BLUEBELL.deep, INK, head=0.88)

RUBY = Look(3, "plaits", BLACK, LEAF.fill, BLUEBELL.deep)
KAI = Look(2, "puffs", CHESTNUT, PLUM.fill, INK)
JAKUB = Look(0, "short", FAIR, LAGOON.fill, INK, hearing_aid=True)
MR_LAING = Look(5, "crop", BLACK, BLUEBELL.fill, INK, beard=BLACK, head=0.86)

OMAR = Look(3, "short", BLACK, LAGOON.fill, INK)
AMARA = Look(5, "puffs", BLACK, LAMP.fill, BLUEBELL.deep)
AOIFE = Look(0, "bun", GINGER, CORAL.fill, INK)
MISS_DOYLE = Look(1, "bob", GREY, PLUM.fill, head=0.86)

GROUND = slab(0, 0, 640, 480, APRICOT.fill)
LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 180))
RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 180))
LEFT_WAVES = Arm((-30, 74), (-68, 84), (-60, 34), "open", -8)
RIGHT_WAVES = Arm((30, 74), (68, 84), (60, 34), "open", 8)


def tablet(x: float, y: float, width: float, height: float, *shown: str, screen: str = LAGOON.tint) -> str:
    """Return a tablet from its top left corner; `shown` is drawn on its screen in the picture's measure."""
    case = slab(x, y, width, height, INK, corner=12)
    return case + slab(x + 10, y + 10, width - 20, height - 20, screen, corner=5) + "".join(shown)


def wheelchair_behind() -> str:
    """Return what lies behind somebody in a wheelchair who looks to the left: back and handle."""
    return strip("M34 66V162H-38", INK, 9) + strip("M34 72H46", INK, 8)


def wheelchair_before(trousers: str) -> str:
    """Return lap, legs and wheels before somebody in a wheelchair who looks to the left."""
    legs = strip("M10 128H-46L-52 182", trousers, 27) + strip("M-54 192H-68", INK, 16)
    return legs + ring(21, 154, 48, INK, 8) + circle(21, 154, 9, LAMP.fill) + ring(-40, 196, 11, INK, 6)


def ladder(x: float, top: float, foot: float) -> str:
    """Return a rope ladder 44 wide that hangs from `top` to `foot`."""
    ropes = strip(f"M{x - 20:g} {top:g}V{foot:g}M{x + 20:g} {top:g}V{foot:g}", OAT.deep, 6)
    steps = range(int(top) + 24, int(foot), 28)
    return ropes + "".join(strip(f"M{x - 20:g} {y}H{x + 20:g}", WOOD_LIGHT, 8) for y in steps)


def treehouse(x: float, foot: float, scale: float = 1, *, lit: str = LAMP.tint) -> str:
    """Return a tree 384 high round x with a hut on a platform that lies 172 above `foot`."""
    trunk = cut("M-30 0Q-16 -90 -24 -190H24Q16 -90 30 0Z", BARK) + strip("M0 -140L86 -196", BARK, 16)
    crown = circle(-70, -246, 78, LEAF.deep) + circle(72, -252, 74, LEAF.deep)
    crown += circle(0, -292, 92, LEAF.deep) + circle(-34, -318, 42, "#527B3B")
    hut = slab(-66, -262, 132, 94, WOOD_LIGHT) + slab(-40, -246, 80, 78, lit, corner=10)
    roof = cut("M-88 -256L0 -318L88 -256Z", CORAL.deep)
    floor = slab(-112, -172, 224, 16, WOOD, corner=6)
    return group(trunk, crown, hut, roof, floor, x=x, y=foot, scale=scale)


def bookcase(x: float, y: float, width: float, shelves: int = 2) -> str:
    """Return a bookcase from its top left corner, each shelf 92 high and full of plain books."""
    colours = (LAGOON.fill, LAMP.fill, PLUM.fill, MILK, LEAF.fill, CORAL.fill, BLUEBELL.fill)
    shapes = [slab(x, y, width, 92 * shelves + 10, WOOD, corner=6)]
    for shelf in range(shelves):
        top = y + 10 + 92 * shelf
        shapes.append(slab(x + 10, top, width - 20, 82, OAT.deep))
        left, turn = x + 16, shelf * 3
        while left < x + width - 34:
            thick, high = 16 + turn * 5 % 9, 58 + turn * 7 % 19
            shapes.append(slab(left, top + 82 - high, thick, high, colours[turn % 7], corner=2))
            left, turn = left + thick + 3, turn + 1
    return "".join(shapes)
