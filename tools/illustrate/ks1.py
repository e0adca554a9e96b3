"""The story of Asha, Ben and the camera, for ages 5 to 7."""

from __future__ import annotations

from .cast import ASHA, BEN
from .kit import Picture, circle, cut, earth, group, slab, strip
from .palette import BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK
from .people import Arm, Face, bust
from .things import bubble, camera, camera_from_the_side, plant, question_mark, tree

_GROUND = slab(0, 0, 640, 480, CORAL.fill)
_EARTH = earth(CORAL.deep)
_HOLDING = (Arm((-31, 70), (-56, 108), (-31, 114)), Arm((31, 70), (56, 108), (31, 114)))
_AT_REST_LEFT = Arm((-31, 72), (-42, 110), (-36, 160))
_AT_REST_RIGHT = Arm((31, 72), (42, 110), (36, 160))


def ask_first() -> Picture:
    """Draw the cover: Asha asks with her camera in her hands, and Ben waves."""
    waving = Arm((30, 74), (68, 84), (62, 34), "open", 8)
    return Picture(
        "ask-first",
        "Asha holds a camera and asks. Ben waves.",
        (
            _GROUND,
            circle(326, 250, 212, CORAL.tint),
            bubble(266, 50, 108, 84, MILK),
            question_mark(320, 94),
            bust(ASHA, 206, 232, 1.5, Face("open", 4), _HOLDING, camera(0, 108, 0.66)),
            bust(BEN, 442, 240, 1.5, Face("smile", -4), (_AT_REST_LEFT, waving)),
            _EARTH,
        ),
    )


PICTURES = (ask_first,)
