"""Pictures without people for ages 11 to 14: a table with telephones, a fingerpost, a tree."""

from __future__ import annotations

from .kit import Picture, circle, cut, earth, group, ring, slab, strip
from .palette import APRICOT, BARK, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD, darker
from .things import book, tulip

_GROUND = slab(0, 0, 640, 480, LAGOON.fill)


def _phone(x: float, y: float, turn: float, screen: str, *bubbles: tuple[float, float, float, str]) -> str:
    """Return a telephone from above; each bubble is (left, top, width, colour) on its screen."""
    shown = "".join(slab(left, top, width, 24, colour, corner=11) for left, top, width, colour in bubbles)
    return group(
        slab(-54, -96, 108, 192, INK, corner=18),
        slab(-45, -84, 90, 168, screen, corner=8),
        shown,
        x=x,
        y=y,
        turn=turn,
    )


def group_chat() -> Picture:
    """Draw a round table from above: two telephones with plain bubbles, and one face down."""
    left = _phone(
        168, 220, -14, MILK, (-38, -68, 58, LAGOON.fill), (-20, -34, 58, OAT.deep), (-38, 0, 48, LAGOON.fill)
    )
    right = _phone(
        474, 204, 12, MILK, (-20, -68, 58, CORAL.fill), (-38, -34, 62, OAT.deep), (-8, 0, 46, CORAL.fill)
    )
    face_down = group(
        slab(-54, -96, 108, 192, BLUEBELL.deep, corner=18),
        slab(-40, -82, 34, 50, darker(BLUEBELL.deep, 0.35), corner=12),
        circle(-23, -68, 8, INK) + circle(-23, -46, 8, INK),
        x=326,
        y=372,
        turn=78,
    )
    mug = ring(356, 122, 15, MILK, 9) + circle(318, 122, 40, MILK) + circle(318, 122, 31, WOOD)
    return Picture(
        "group-chat",
        "Three phones lie on a table. Two show plain bubbles, and one lies face down.",
        (
            _GROUND,
            circle(320, 246, 272, OAT.deep),
            circle(320, 240, 268, OAT.tint),
            mug,
            left,
            right,
            face_down,
        ),
    )


def _board(y: float, length: float, colour: str, to_the_left: bool) -> str:
    """Return a board of a fingerpost whose post stands at x 0."""
    way = -1 if to_the_left else 1
    point = f"M{-26 * way} {y:g}H{(length - 30) * way:g}L{length * way:g} {y + 27:g}"
    return cut(f"{point}L{(length - 30) * way:g} {y + 54:g}H{-26 * way}Z", colour)


def four_roads() -> Picture:
    """Draw a fingerpost with four empty boards where a path divides."""
    boards = (
        _board(-310, 172, LAMP.fill, to_the_left=False)
        + _board(-248, 160, CORAL.fill, to_the_left=True)
        + _board(-186, 150, APRICOT.fill, to_the_left=False)
        + _board(-124, 164, BLUEBELL.fill, to_the_left=True)
    )
    path = cut(
        "M196 480C240 420 240 372 96 326L128 320C250 346 300 376 330 404"
        "C356 368 420 340 530 318L566 324C440 362 384 404 424 480Z",
        OAT.tint,
    )
    post = slab(-12, -336, 24, 346, WOOD, corner=8)
    return Picture(
        "four-roads",
        "A fingerpost with four empty boards stands where a path divides.",
        (
            _GROUND,
            circle(330, 196, 176, LAGOON.tint),
            cut("M0 346Q150 284 330 322T640 306V480H0Z", LEAF.fill),
            path,
            group(post, boards, x=330, y=392),
            tulip(84, 420, 0.9, CORAL.fill, LEAF.deep, lean=-5),
            tulip(122, 432, 0.8, LAMP.fill, LEAF.deep, lean=5),
            tulip(546, 424, 0.9, PLUM.tint, LEAF.deep, lean=4),
            earth(LAGOON.deep, 20, 24),
        ),
    )


def out_of_story() -> Picture:
    """Draw a round tree and a closed book on the grass."""
    trunk = slab(-13, -130, 26, 140, BARK, corner=9) + strip("M0 -84L34 -118M0 -64L-28 -92", BARK, 12)
    crown = circle(0, -192, 122, LEAF.fill) + circle(0, -192, 84, "#AFCD96")
    return Picture(
        "out-of-story",
        "A tree, and a closed book on the grass.",
        (
            slab(0, 0, 640, 480, LAGOON.tint),
            circle(510, 112, 48, LAMP.fill),
            cut("M0 372C180 310 420 310 640 356V480H0Z", LAGOON.fill),
            group(trunk, crown, x=250, y=398),
            earth(LAGOON.deep, 70, 38),
            book(466, 434, 1.7, CORAL.fill, CORAL.deep),
        ),
    )


PICTURES = (group_chat, four_roads, out_of_story)
