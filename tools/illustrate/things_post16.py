"""The people and things of the stories for ages 16 to 18: students, their rooms, papers and screens."""

from __future__ import annotations

from .kit import Picture, circle, cut, earth, group, number, oval, slab, strip
from .palette import (
    APRICOT,
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
    darker,
)
from .people import Arm, Look

GETHIN = Look(0, "short", CHESTNUT, LEAF.fill, BLUEBELL.deep, glasses=True, head=0.87)
SAFIYA = Look(2, "hijab", LAGOON.deep, LAGOON.fill, head=0.87)
MS_ACHEBE = Look(5, "bun", BLACK, LAMP.fill, head=0.85)

EWAN = Look(1, "curly", GINGER, BLUEBELL.deep, INK, head=0.87)
NIAMH = Look(0, "long", BROWN, CORAL.fill, INK, head=0.87)
CHARLIE = Look(4, "afro", BLACK, LEAF.fill, BLUEBELL.deep, head=0.87)
MR_LLOYD = Look(0, "bald", GREY, APRICOT.fill, INK, beard=GREY, head=0.85)

HAMZA = Look(3, "crop", BLACK, LAMP.fill, BLUEBELL.deep, hearing_aid=False, head=0.87)
WEN = Look(1, "bob", BLACK, LAGOON.fill, INK, glasses=True, head=0.87)
ROSA = Look(2, "tail", BROWN, CORAL.fill, INK, head=0.87)
DR_RAO = Look(4, "bun", GREY, BLUEBELL.fill, INK, head=0.85)

BOLA = Look(5, "crop", BLACK, APRICOT.fill, BLUEBELL.deep, head=0.87)
MEGAN = Look(0, "bob", FAIR, LAGOON.fill, INK, hearing_aid=True, head=0.87)
DARA = Look(2, "swoop", BROWN, LEAF.fill, INK, head=0.87)
TUTOR = Look(2, "bob", GREY, PLUM.deep, INK, glasses=True, head=0.85)
SORCHA = Look(1, "plaits", GINGER, BLUEBELL.fill, INK, head=0.87)

GROUND = slab(0, 0, 640, 480, PLUM.fill)
EARTH = earth(PLUM.deep)
LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 190))
RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 190))
LEFT_ON_TABLE = Arm((-31, 72), (-50, 108), (-16, 122))
RIGHT_ON_TABLE = Arm((31, 72), (50, 108), (16, 122))


def scene(
    name: str, title: str, *shapes: str, disc: str = PLUM.tint, at: tuple[float, float] = (320, 232)
) -> Picture:
    """Return a picture on the ground of this band, with the big round thing behind everything."""
    return Picture(name, title, (GROUND, circle(*at, 206, disc), *shapes))


def window(x: float, y: float, scale: float = 1, *, night: bool = True) -> str:
    """Return a round-topped window 228 wide and 236 high from its top left corner."""
    sky = PLUM.deep if night else LAGOON.tint
    glass = cut("M0 236V114A114 114 0 0 1 228 114V236Z", sky)
    light = circle(146, 84, 44, LAMP.tint) if night else circle(146, 84, 40, LAMP.fill)
    stars = circle(46, 78, 4, MILK) + circle(70, 44, 3, MILK) + circle(56, 176, 3, MILK)
    stars += circle(196, 168, 4, MILK)
    bars = strip("M114 6V230M4 130H224", PLUM.tint, 8)
    sill = slab(-16, 228, 260, 14, PLUM.tint, corner=6)
    return group(glass, light, stars if night else "", bars, sill, x=x, y=y, scale=scale)


def sheet(x: float, y: float, lines: int, *, scale: float = 1, turn: float = 0) -> str:
    """Return a page 150 by 196 round (x, y), with a heading and so many lines on it."""
    page = slab(-75, -98, 150, 196, MILK, corner=5)
    heading = slab(-55, -78, 74, 12, INK, corner=6)
    rows = "".join(
        slab(-55, -50 + 24 * row, 110 - 26 * (row % 3 == 2), 8, OAT.deep, corner=4) for row in range(lines)
    )
    return group(page, heading, rows, x=x, y=y, scale=scale, turn=turn)


def pencil(x: float, y: float, turn: float, colour: str, scale: float = 1) -> str:
    """Return a pencil 92 long whose point is at (x, y), pointing left before it is turned."""
    wood = cut("M0 0L18 -8V8Z", OAT.tint) + cut("M0 0L7 -3V3Z", INK)
    body = slab(18, -8, 66, 16, colour) + slab(84, -8, 12, 16, CORAL.fill, corner=4)
    return group(wood, body, x=x, y=y, turn=turn, scale=scale)


def forearm(x: float, y: float, sleeve: str, skin: str, *, turn: float, reach: float = 170) -> str:
    """Return a hand from above at (x, y) and its sleeve, which comes from below before it is turned."""
    arm = strip(f"M0 {number(reach)}V44", sleeve, 46)
    thumb = strip("M-10 6L-21 -10", skin, 12)
    return group(
        arm, oval(0, 10, 20, 24, skin), strip("M-7 -4V-18M5 -6V-21", skin, 11), thumb, x=x, y=y, turn=turn
    )


def phone(
    x: float, y: float, scale: float = 1, *, turn: float = 0, screen: str = MILK, shown: str = ""
) -> str:
    """Return a telephone 108 by 192 round (x, y); `shown` lies on its screen of 90 by 168."""
    body = slab(-54, -96, 108, 192, INK, corner=18) + slab(-45, -84, 90, 168, screen, corner=8)
    return group(body, shown, x=x, y=y, turn=turn, scale=scale)


def chat(*bubbles: tuple[float, float, float, str]) -> str:
    """Return plain speech bubbles on a screen, each (left, top, width, colour)."""
    return "".join(slab(left, top, width, 24, colour, corner=11) for left, top, width, colour in bubbles)


def laptop(x: float, y: float, scale: float = 1, *, colour: str = OAT.deep) -> str:
    """Return an open laptop from behind, 168 wide, its foot at y."""
    lid = slab(-76, -112, 152, 106, colour, corner=10) + circle(0, -60, 9, darker(colour, 0.2))
    return group(lid, slab(-88, -10, 176, 12, darker(colour, 0.3), corner=6), x=x, y=y, scale=scale)


def teapot(x: float, y: float, scale: float = 1) -> str:
    """Return a teapot 76 wide with its spout to the right; its rim is at y."""
    spout = strip("M34 18Q66 14 60 -12", MILK, 10)
    body = cut("M-38 0H38Q46 58 26 62H-26Q-46 58 -38 0Z", MILK)
    handle = '<circle cx="-42" cy="26" r="16" fill="none" stroke="' + MILK + '" stroke-width="9"/>'
    lid = slab(-28, -8, 56, 12, LAMP.fill, corner=6) + circle(0, -14, 7, LAMP.fill)
    return group(handle, spout, body, lid, x=x, y=y, scale=scale)


def backpack(x: float, y: float, colour: str, scale: float = 1) -> str:
    """Return a bag that stands on y, 84 wide and 104 high."""
    body = slab(-42, -100, 84, 100, colour, corner=26) + slab(
        -30, -46, 60, 40, darker(colour, 0.18), corner=10
    )
    strap = strip("M-16 -98Q0 -120 16 -98", darker(colour, 0.3), 8)
    return group(strap, body, strip("M-22 -34H22", MILK, 4), x=x, y=y, scale=scale)


def steam(x: float, y: float) -> str:
    """Return the steam over a mug whose rim is at y."""
    return strip(
        f"M{number(x - 8)} {number(y)}q-9 -11 0 -22t0 -22M{number(x + 14)} {number(y)}q-9 -11 0 -22t0 -22",
        PLUM.tint,
        5,
    )


def sitting_legs(x: float, seat: float, foot: float, trousers: str, *, spread: float = 42) -> str:
    """Return the two legs of somebody who sits facing us on `seat`, shoes on `foot`."""
    knees = slab(x - spread - 17, seat - 18, 2 * spread + 34, 40, trousers, corner=20)
    left, right = number(x - spread), number(x + spread)
    legs = strip(
        f"M{left} {number(seat + 4)}V{number(foot)}M{right} {number(seat + 4)}V{number(foot)}", trousers, 31
    )
    shoes = strip(
        f"M{left} {number(foot + 8)}h-12M{right} {number(foot + 8)}h12",
        MILK,
        20,
    )
    return knees + legs + shoes


def sofa(x: float, y: float, width: float, colour: str) -> str:
    """Return a sofa standing on y, 190 high, its middle at x; who sits on it is drawn afterwards."""
    left = x - width / 2
    back = slab(left + 20, y - 190, width - 40, 150, colour, corner=34)
    seat = slab(left + 18, y - 82, width - 36, 54, darker(colour, 0.12), corner=18)
    arms = slab(left, y - 122, 54, 100, darker(colour, 0.2), corner=24)
    arms += slab(left + width - 54, y - 122, 54, 100, darker(colour, 0.2), corner=24)
    feet = slab(left + 24, y - 26, 16, 26, WOOD) + slab(left + width - 40, y - 26, 16, 26, WOOD)
    return feet + back + seat + arms
