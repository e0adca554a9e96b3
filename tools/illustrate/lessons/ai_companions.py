"""Pictures of the lesson about companion apps: a smiling bubble, fitted words, a goodnight and a copy."""

from __future__ import annotations

from ..kit import Picture, circle, cut, group, slab, strip
from ..palette import APRICOT, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD, darker
from ..people import Arm, Face, bust, standing
from ..things import bubble, mug, table
from ..things_post16 import (
    EARTH,
    HAMZA,
    LEFT_ON_TABLE,
    RIGHT_AT_REST,
    ROSA,
    WEN,
    chat,
    laptop,
    phone,
    scene,
    teapot,
    window,
)

_SMILE = circle(-26, -8, 7, INK) + circle(26, -8, 7, INK) + strip("M-22 16Q0 36 22 16", INK, 6)


def ai_companions() -> Picture:
    """Draw the cover: a smiling bubble over Hamza's laptop, and Wen with two mugs."""
    typing = (Arm((-31, 72), (-46, 112), (6, 128)), Arm((31, 72), (56, 112), (58, 128)))
    bringing = (Arm((-31, 72), (-62, 106), (-66, 104)), Arm((31, 72), (58, 108), (30, 118)))
    return scene(
        "ai-companions",
        "Hamza sits at a laptop with a smiling speech bubble above it. Wen holds out a mug to him.",
        bust(HAMZA, 126, 210, 1.42, Face("calm", 5), arms=typing),
        bust(WEN, 504, 196, 1.42, Face("smile", -6), arms=bringing, held=mug(-66, 74, 0.86, CORAL.fill)),
        table(392),
        laptop(264, 412, 1.06),
        bubble(200, 62, 148, 116, LAMP.fill),
        group(_SMILE, x=274, y=116),
        mug(402, 392, 1.0, BLUEBELL.fill, BLUEBELL.tint),
    )


_CELL = 64
_COLOURS = (
    (CORAL.fill, LAGOON.fill, LAMP.fill, LEAF.fill),
    (LAMP.fill, BLUEBELL.fill, CORAL.fill, ""),
    (LEAF.fill, APRICOT.fill, LAGOON.fill, BLUEBELL.fill),
)


def _jigsaw(left: float, top: float) -> str:
    """Return twelve cells of a jigsaw, one of them empty; each has a knob to the right and one below."""
    pieces = []
    # From the last to the first, so that a knob lies on the piece it goes into.
    for row in (2, 1, 0):
        for column in (3, 2, 1, 0):
            colour = _COLOURS[row][column]
            if not colour:
                continue
            x, y = left + column * _CELL, top + row * _CELL
            pieces.append(slab(x, y, _CELL, _CELL, colour))
            if column < 3:
                pieces.append(circle(x + _CELL + 6, y + _CELL / 2, 12, colour))
            if row < 2:
                pieces.append(circle(x + _CELL / 2, y + _CELL + 6, 12, colour))
    return "".join(pieces)


def _loose_piece(x: float, y: float, colour: str, turn: float) -> str:
    """Return the piece that fits the gap: hollow above and to the left, with a knob below."""
    outline = (
        "M-32 -32H-9C-16 -22 -10 -13 0 -13C10 -13 16 -22 9 -32H32V32"
        "H-32V9C-22 16 -13 10 -13 0C-13 -10 -22 -16 -32 -9Z"
    )
    return group(cut(outline, colour), circle(0, 38, 12, colour), x=x, y=y, turn=turn)


def fitting_words() -> Picture:
    """Draw a speech bubble of jigsaw pieces over a telephone, the last piece about to go in."""
    return scene(
        "fitting-words",
        "A speech bubble of jigsaw pieces comes out of a phone; one piece is still missing.",
        cut("M236 240L196 318L322 240Z", MILK),
        slab(206, 28, 288, 224, MILK, corner=26),
        _jigsaw(222, 44),
        _loose_piece(566, 176, PLUM.deep, 12),
        EARTH,
        phone(150, 370, 0.98, turn=-12, screen=LAGOON.tint, shown=chat((-34, -60, 56, LAGOON.fill))),
        at=(340, 232),
    )


def _message(x: float, y: float, width: float, colour: str) -> str:
    """Return a message with a tail towards the telephone at its left, and two lines for its words."""
    tail = cut(f"M{x + 16:g} {y + 34:g}L{x - 6:g} {y + 56:g}L{x + 44:g} {y + 40:g}Z", colour)
    lines = strip(f"M{x + 20:g} {y + 22:g}H{x + width - 22:g}", darker(colour, 0.35), 6)
    return slab(x, y, width, 44, colour, corner=20) + tail + lines


def goodnight() -> Picture:
    """Draw Hamza with a hand on the light switch, and a telephone that goes on writing."""
    switching = (Arm((-31, 72), (-64, 98), (-72, 54)), Arm((31, 72), (46, 108), (38, 146)))
    messages = (
        _message(470, 316, 120, LAMP.fill)
        + _message(484, 258, 120, CORAL.tint)
        + _message(498, 200, 120, MILK)
    )
    desk = (
        slab(372, 410, 236, 14, WOOD, corner=4) + slab(388, 422, 14, 58, WOOD) + slab(578, 422, 14, 58, WOOD)
    )
    switch = slab(84, 186, 34, 48, MILK, corner=5) + slab(96, 198, 10, 22, OAT.deep, corner=3)
    return scene(
        "goodnight",
        "Hamza has a hand on the light switch. On the table a phone shows one message after another.",
        window(344, 20, 0.62),
        slab(0, 446, 640, 34, PLUM.deep),
        switch,
        standing(HAMZA, 206, 138, 1.3, Face("unsure", 6, brows="unsure"), arms=switching, legs=74),
        desk,
        phone(434, 352, 0.6, turn=-6, screen=LAGOON.tint, shown=chat((-34, -64, 52, LAGOON.fill))),
        messages,
        at=(250, 232),
    )


def paper_copy() -> Picture:
    """Draw Rosa looking at a flat paper figure like Wen, and the real Wen beside it."""
    border = (
        "M-47 26C-55 -60 55 -60 47 26Q40 40 26 40C44 50 54 74 52 130V206"
        "H-52V130C-54 74 -44 50 -26 40Q-40 40 -47 26Z"
    )
    hair = "M-37 22C-45 -50 45 -50 37 22Q31 31 20 27H-20Q-31 31 -37 22Z"
    body = "M-44 206V120C-46 66 -34 44 -12 42H12C34 44 46 66 44 120V206Z"
    copy = group(
        cut(border, MILK),
        cut(hair, OAT.deep),
        cut(body, "#B4D5CA"),
        slab(-9, 20, 18, 30, OAT.tint),
        cut("M-25 2C-28 -26 28 -26 25 2C24 34 -24 34 -25 2Z", OAT.tint),
        x=322,
        y=196,
        scale=1.2,
    )
    looking = (Arm((-31, 72), (-50, 108), (-8, 120)), Arm((31, 72), (62, 112), (76, 92)))
    noticed = (Arm((-31, 72), (-62, 88), (-54, 38), "open", -8), RIGHT_AT_REST)
    return scene(
        "paper-copy",
        "Rosa looks at a flat paper figure like Wen without a face. The real Wen lifts a hand to be seen.",
        copy,
        bust(ROSA, 122, 206, 1.36, Face("small", 6, down=1), arms=looking),
        bust(WEN, 524, 200, 1.38, Face("worried", -6, brows="worried"), arms=noticed),
        EARTH,
    )


def _open_book(x: float, y: float, cover: str) -> str:
    """Return an open book that lies on a table, 132 wide, its foot at y."""
    boards = cut("M-66 0L-58 -30Q-28 -38 0 -26Q28 -38 58 -30L66 0Q30 -8 0 4Q-30 -8 -66 0Z", cover)
    pages = cut("M-58 -5L-52 -33Q-24 -40 0 -29Q24 -40 52 -33L58 -5Q28 -12 0 -1Q-28 -12 -58 -5Z", MILK)
    lines = strip(
        "M-42 -27Q-26 -30 -10 -24M-44 -18Q-26 -22 -10 -15M42 -27Q26 -30 10 -24M44 -18Q26 -22 10 -15",
        OAT.deep,
        3,
    )
    return group(boards, pages, lines, x=x, y=y)


def thursdays() -> Picture:
    """Draw Hamza and Wen at a table with open books and a teapot; the laptop is closed."""
    writing = (LEFT_ON_TABLE, Arm((31, 72), (52, 112), (22, 124)))
    telling = (Arm((-31, 72), (-60, 110), (-54, 84), "open", -30), Arm((31, 72), (50, 108), (16, 122)))
    closed = slab(508, 396, 108, 10, OAT.deep, corner=5)
    closed += slab(504, 405, 116, 9, darker(OAT.deep, 0.3), corner=4)
    return scene(
        "thursdays",
        "Hamza and Wen revise at a table with open books and a teapot. The laptop is closed.",
        bust(HAMZA, 190, 206, 1.42, Face("smile", 5), arms=writing),
        bust(WEN, 440, 202, 1.42, Face("open", -6), arms=telling),
        table(394),
        _open_book(196, 436, CORAL.fill),
        _open_book(438, 436, LEAF.fill),
        teapot(316, 366, 0.95),
        closed,
    )


PICTURES = (ai_companions, fitting_words, goodnight, paper_copy, thursdays)
