"""Hair, and what is worn on it: each kind is what lies behind the body, over it, and before the face.

The face is an oval of 29 by 31 round the origin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .kit import circle, cut, strip


def _nothing(_colour: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Hair:
    """One way to wear hair; every part takes the colour and returns its shapes."""

    front: Callable[[str], str]
    back: Callable[[str], str] = _nothing
    over: Callable[[str], str] = _nothing
    """Lies over the shoulders and behind the face: a scarf, a plait."""

    ears: bool = True


def _shape(outline: str) -> Callable[[str], str]:
    return lambda colour: cut(outline, colour)


def _line(outline: str, width: float) -> Callable[[str], str]:
    return lambda colour: strip(outline, colour, width)


def _dots(*dots: tuple[float, float, float]) -> Callable[[str], str]:
    return lambda colour: "".join(circle(x, y, radius, colour) for x, y, radius in dots)


def _patka(colour: str) -> str:
    return cut("M-32 -5C-36 -49 36 -49 32 -5C20 -19 -20 -19 -32 -5Z", colour) + circle(0, -41, 10, colour)


_CAP = _shape("M-29 -8C-32 -44 32 -44 29 -8C24 -18 14 -21 0 -21C-14 -21 -24 -18 -29 -8Z")
_PARTED = _shape(
    "M-33 12C-39 -48 39 -48 33 12Q30 16 28 2C26 -9 14 -17 -4 -24C-10 -13 -24 -9 -28 2Q-30 16 -33 12Z"
)

HAIR = {
    "afro": Hair(_shape("M-32 -6C-36 -50 36 -50 32 -6C22 -20 -22 -20 -32 -6Z"), _dots((0, -12, 45))),
    "bald": Hair(
        _shape("M-31 5C-37 -8 -32 -19 -25 -22Q-28 -8 -27 5ZM31 5C37 -8 32 -19 25 -22Q28 -8 27 5Z"),
    ),
    "bob": Hair(
        _PARTED, _shape("M-37 22C-45 -50 45 -50 37 22Q31 31 20 27L-20 27Q-31 31 -37 22Z"), ears=False
    ),
    "bun": Hair(_CAP, _dots((0, -43, 17))),
    "crop": Hair(_shape("M-30 -3C-34 -44 34 -44 30 -3C26 -21 -26 -21 -30 -3Z")),
    "curly": Hair(
        _dots((-28, -14, 12), (-23, -27, 14), (-9, -35, 15), (8, -36, 15), (22, -28, 14), (28, -14, 12))
    ),
    "hijab": Hair(
        _nothing, over=_shape("M-37 48C-55 -67 55 -67 37 48Q30 68 0 70Q-30 68 -37 48Z"), ears=False
    ),
    "long": Hair(_PARTED, _shape("M-38 70C-46 -56 46 -56 38 70Q20 78 0 74Q-20 78 -38 70Z"), ears=False),
    "patka": Hair(_patka),
    "plaits": Hair(_CAP, over=_line("M-30 4Q-40 34 -35 66M30 4Q40 34 35 66", 13)),
    "puffs": Hair(_CAP, _dots((-32, -26, 20), (32, -26, 20))),
    "short": Hair(
        _shape("M-31 0C-37 -49 37 -49 31 0C29 -13 22 -19 12 -17C0 -13 -20 -15 -25 -13Q-30 -8 -31 0Z")
    ),
    "swoop": Hair(_shape("M-31 3C-40 -45 26 -57 33 -6C26 -13 14 -14 4 -22C-6 -10 -24 -11 -31 3Z")),
    "tail": Hair(_CAP, _line("M18 -27Q50 -22 44 24", 17)),
}
