"""Things from a kitchen, a classroom and a garden, each drawn round its own origin and put in place."""

from __future__ import annotations

from .kit import circle, cut, group, oval, ring, slab, strip
from .palette import BARK, GINGER, INK, LAGOON, LAMP, MILK, OAT, SKINS, Hue


def plant(x: float, y: float, scale: float, leaves: str, pot: str) -> str:
    """Return a pot plant standing 38 below (x, y)."""
    stems = strip("M0 0Q-2 -40 -24 -58M0 0Q2 -46 22 -66M0 0V-76", leaves, 5)
    tips = oval(-28, -62, 9, 16, leaves) + oval(26, -70, 9, 16, leaves) + oval(0, -84, 9, 16, leaves)
    return group(stems, tips, cut("M-25 0H25L18 38H-18Z", pot), x=x, y=y, scale=scale)


def mug(x: float, y: float, scale: float, colour: str, stripe: str = MILK) -> str:
    """Return a mug with its ear on the right; its rim is at y and it is 46 high."""
    body = slab(-24, 0, 48, 46, colour, corner=9) + slab(-24, 15, 48, 8, stripe)
    return group(ring(24, 22, 13, colour, 8), body, x=x, y=y, scale=scale)


def camera(x: float, y: float, scale: float = 1) -> str:
    """Return a camera seen from the front, 92 wide, its lens at (x, y + 5)."""
    body = slab(-18, -35, 36, 18, INK, corner=6) + slab(-46, -25, 92, 60, INK, corner=13)
    lens = circle(0, 5, 22, MILK) + circle(0, 5, 16, LAGOON.fill) + circle(-5, 0, 5, MILK)
    return group(body, lens, circle(33, -12, 5, LAMP.fill), x=x, y=y, scale=scale)


def camera_from_the_side(x: float, y: float, scale: float = 1) -> str:
    """Return a camera whose lens looks to the right."""
    lens = slab(20, -15, 34, 32, LAGOON.deep, corner=4) + slab(44, -19, 13, 40, LAGOON.fill, corner=5)
    body = slab(-14, -36, 26, 20, INK, corner=6) + slab(-30, -27, 58, 56, INK, corner=10)
    return group(lens, body, circle(-18, -14, 5, LAMP.fill), x=x, y=y, scale=scale)


def bubble(x: float, y: float, width: float, height: float, colour: str, *, tail: str = "left") -> str:
    """Return a speech bubble from its top left corner, its tail under the `left` or `right` end."""
    base = y + height - 6
    if tail == "left":
        point = f"M{x + 20:g} {base:g}L{x + 6:g} {base + 32:g}L{x + 52:g} {base:g}Z"
    else:
        point = f"M{x + width - 20:g} {base:g}L{x + width - 6:g} {base + 32:g}L{x + width - 52:g} {base:g}Z"
    return slab(x, y, width, height, colour, corner=min(28, height / 2)) + cut(point, colour)


def question_mark(x: float, y: float, colour: str = INK, scale: float = 1) -> str:
    """Return a question mark 52 high, its middle at (x, y)."""
    hook = strip("M-13 -14Q-12 -28 2 -27Q15 -25 14 -13Q13 -6 5 -1Q0 3 0 10", colour, 8)
    return group(hook, circle(0, 23, 5, colour), x=x, y=y, scale=scale)


def three_dots(x: float, y: float, colour: str = INK, gap: float = 26, radius: float = 7) -> str:
    """Return three dots in a row with their middle at (x, y)."""
    return "".join(circle(x + step * gap, y, radius, colour) for step in (-1, 0, 1))


def tree(x: float, y: float, scale: float, crown: str, light: str) -> str:
    """Return a round tree standing at (x, y), 260 high, with a lighter round of leaves on its crown."""
    trunk = slab(-11, -150, 22, 154, BARK, corner=8) + strip("M0 -90L30 -124", BARK, 11)
    return group(trunk, circle(0, -178, 84, crown), circle(-22, -196, 42, light), x=x, y=y, scale=scale)


def tulip(x: float, y: float, scale: float, colour: str, stalk: str, *, lean: float = 0) -> str:
    """Return a tulip growing from (x, y), 72 high, leaning by `lean` degrees."""
    petals = cut("M-12 -74Q-6 -70 0 -80Q6 -70 12 -74Q16 -44 0 -44Q-16 -44 -12 -74Z", colour)
    leaf = cut("M0 -4Q-4 -28 -20 -36Q-20 -10 0 -4Z", stalk)
    return group(strip("M0 0V-48", stalk, 5), leaf, petals, x=x, y=y, scale=scale, turn=lean)


def kite(x: float, y: float, scale: float, warm: Hue, cool: str, *, turn: float = 0) -> str:
    """Return a kite whose lower corner is 104 under (x, y), with a tail of three bows."""
    sail = cut("M0 -92L66 0L0 104L-66 0Z", warm.fill) + cut("M0 -92L66 0H0Z", LAMP.fill)
    sail += cut("M0 104L-66 0H0Z", cool)
    tail = strip("M0 104Q30 128 8 156T16 204", MILK, 5)
    bows = "".join(
        cut(f"M{bow_x} {bow_y}l18 -9v18ZM{bow_x} {bow_y}l-18 -9v18Z", LAMP.fill)
        for bow_x, bow_y in ((16, 128), (6, 164), (16, 204))
    )
    return group(tail, bows, sail, x=x, y=y, scale=scale, turn=turn)


def frame(x: float, y: float, width: float, height: float, colour: str, *, inside: str = MILK) -> str:
    """Return an empty picture frame from its top left corner."""
    inner = slab(x + 12, y + 12, width - 24, height - 24, inside, corner=3)
    return slab(x, y, width, height, colour, corner=6) + inner


def table(y: float, top: str = OAT.tint, edge: str = OAT.deep) -> str:
    """Return a table that reaches from `y` to the foot of a 640 by 480 picture."""
    return slab(0, y, 640, 480 - y, top) + slab(0, y, 640, 12, edge)


def book(x: float, y: float, scale: float, cover: str, spine: str) -> str:
    """Return a closed book lying flat, its spine to the left, resting at y."""
    pages = slab(-56, -24, 110, 18, MILK, corner=3)
    boards = slab(-62, -30, 124, 8, cover, corner=4) + slab(-62, -8, 124, 8, cover, corner=4)
    return group(pages, boards, slab(-66, -30, 14, 30, spine, corner=6), x=x, y=y, scale=scale)


def camera_from_behind(x: float, y: float, scale: float = 1) -> str:
    """Return a camera with its little screen to us, and somebody's picture on the screen."""
    body = slab(-18, -35, 36, 18, INK, corner=6) + slab(-46, -25, 92, 62, INK, corner=13)
    screen = slab(-34, -16, 58, 44, LAGOON.tint, corner=4) + cut(
        "M-22 28Q-22 12 -5 12Q12 12 12 28Z", LAGOON.fill
    )
    face = circle(-5, 0, 10, SKINS[0]) + cut(
        "M-16 0Q-17 -13 -5 -13Q7 -13 6 0Q0 -6 -5 -6Q-10 -6 -16 0Z", GINGER
    )
    return group(body, screen, face, circle(35, -8, 5, LAMP.fill), x=x, y=y, scale=scale)
