"""Things that several lessons for ages 5 to 7 share: cards, tablets, round faces, blocks and hearts."""

from __future__ import annotations

from .kit import Picture, circle, cut, group, slab, strip
from .palette import APRICOT, BLUEBELL, INK, LAGOON, LAMP, LEAF, PLUM
from .people import Face, features

LAMP_CHEEK = APRICOT.fill
PLUM_CHEEK = "#AB7DA7"
BLUE_CHEEK = "#7E93CC"

_SMILE = Face()
_BLOCKS = (LAGOON.fill, LAMP.fill, PLUM.fill, LEAF.fill, BLUEBELL.fill, APRICOT.fill)


def card(name: str, title: str, ground: str, *shapes: str) -> Picture:
    """Return the small picture of a card to sort, on a plain ground."""
    return Picture(f"card-{name}", title, (slab(0, 0, 320, 240, ground), *shapes), 320, 240)


def smiley(x: float, y: float, radius: float, face: Face = _SMILE, *, colour: str = LAMP.fill) -> str:
    """Return a round face that shows one feeling; its cheeks go with its colour."""
    cheeks = {LAMP.fill: LAMP_CHEEK, PLUM.fill: PLUM_CHEEK, BLUEBELL.fill: BLUE_CHEEK}
    inner = group(features(face, INK, cheeks.get(colour, "")), x=x, y=y - radius * 0.06, scale=radius / 35)
    return circle(x, y, radius, colour) + inner


def heart(x: float, y: float, scale: float, colour: str) -> str:
    """Return a heart 60 wide, its middle at (x, y)."""
    return group(cut("M0 28C-44 -4 -30 -32 -13 -30Q-3 -28 0 -18Q3 -28 13 -30C30 -32 44 -4 0 28Z", colour),
                 x=x, y=y, scale=scale)  # fmt: skip


def tablet(
    x: float, y: float, width: float, height: float, *shown: str, ground: str = LAGOON.tint, turn: float = 0
) -> str:
    """Return a tablet with its screen to us and its middle at (x, y); `shown` is drawn round that middle."""
    frame = slab(-width / 2, -height / 2, width, height, INK, corner=16)
    screen = slab(-width / 2 + 14, -height / 2 + 14, width - 28, height - 28, ground, corner=6)
    return group(frame, screen, *shown, x=x, y=y, turn=turn)


def tablet_from_behind(x: float, y: float, width: float = 78, height: float = 56) -> str:
    """Return the back of a tablet that somebody holds before them, its middle at (x, y)."""
    back = slab(x - width / 2, y - height / 2, width, height, INK, corner=9)
    return back + circle(x - width / 2 + 12, y - height / 2 + 12, 4, LAMP.fill)


def block(x: float, y: float, size: float, colour: int, turn: float = 0) -> str:
    """Return one building block with a knob, its middle at (x, y); `colour` counts through six colours."""
    fill = _BLOCKS[colour % len(_BLOCKS)]
    half = size / 2
    shapes = slab(-half, -half, size, size, fill, corner=4) + slab(
        -half / 2, -half - 6, half, 8, fill, corner=3
    )
    return group(shapes, x=x, y=y, turn=turn)


def castle(x: float, y: float, size: float = 34) -> str:
    """Return a castle of blocks that stands at (x, y): two towers, a wall and a flag."""
    places = (
        (-2, 0),
        (-1, 0),
        (0, 0),
        (1, 0),
        (2, 0),
        (-2, 1),
        (-1, 1),
        (1, 1),
        (2, 1),
        (-2, 2),
        (2, 2),
        (0, 1),
    )
    blocks = "".join(
        block(column * size, -size * (row + 0.5), size - 2, index)
        for index, (column, row) in enumerate(places)
    )
    mast = size * 3.1
    flag = strip(f"M{2 * size:g} {-mast:g}V{-mast - size:g}", INK, 4)
    flag += cut(
        f"M{2 * size:g} {-mast - size:g}l{size:g} {size * 0.32:g}l{-size:g} {size * 0.32:g}Z", LAMP.fill
    )
    return group(blocks, flag, x=x, y=y)


def fallen_castle(x: float, y: float, size: float = 34) -> str:
    """Return the same blocks in a heap on (x, y)."""
    heap = (
        (-2.6, 0.5, 8),
        (-1.5, 0.5, -5),
        (-0.4, 0.5, 0),
        (0.8, 0.5, 12),
        (2, 0.5, -8),
        (3, 0.5, 20),
        (-1, 1.5, 24),
        (0.3, 1.5, -16),
        (1.5, 1.5, 34),
        (-0.2, 2.5, 40),
    )
    blocks = "".join(
        block(column * size, -size * row, size - 2, index, turn)
        for index, (column, row, turn) in enumerate(heap)
    )
    return group(blocks, x=x, y=y)


def three_faces(x: float, y: float, radius: float, *faces: Face, gap: float = 2.4) -> str:
    """Return round faces in a row with the row's middle at (x, y)."""
    start = x - radius * gap * (len(faces) - 1) / 2
    return "".join(smiley(start + radius * gap * index, y, radius, face) for index, face in enumerate(faces))
