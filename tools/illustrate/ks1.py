"""The story of Asha, Ben and the camera, and of two puppets with a tablet, for ages 5 to 7."""

from __future__ import annotations

from .cast import ASHA, BEN
from .kit import Picture, circle, cut, earth, group, oval, slab, strip
from .palette import BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, PLUM, darker
from .people import Arm, Face, bust
from .things import (
    bubble,
    camera,
    camera_from_behind,
    camera_from_the_side,
    plant,
    question_mark,
    tree,
)

_GROUND = slab(0, 0, 640, 480, CORAL.fill)
_EARTH = earth(CORAL.deep)
_HOLDING = (Arm((-31, 70), (-56, 108), (-31, 114)), Arm((31, 70), (56, 108), (31, 114)))
_LOWERED = (Arm((-31, 72), (-52, 108), (-30, 128)), Arm((31, 72), (52, 108), (30, 128)))
_LEFT_AT_REST = Arm((-31, 72), (-42, 110), (-36, 180))
_RIGHT_AT_REST = Arm((31, 72), (42, 110), (36, 180))


def _hanging_camera(y: float) -> str:
    """Return a camera on its strap, its lens `y` below the middle of the face."""
    return strip(f"M-15 48L-26 {y - 14}M15 48L26 {y - 14}", CORAL.deep, 5) + camera(0, y, 0.66)


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
            bust(ASHA, 206, 232, 1.5, Face("open", 4), arms=_HOLDING, held=camera(0, 108, 0.66)),
            bust(BEN, 442, 240, 1.5, Face("smile", -4), arms=(_LEFT_AT_REST, waving)),
            _EARTH,
        ),
    )


def asha_asks_ben() -> Picture:
    """Draw Asha, her camera lowered, waiting while Ben thinks of a picture of himself."""
    thinking = Arm((-30, 74), (-62, 112), (-16, 42))
    cloud = circle(424, 104, 56, MILK) + circle(480, 84, 66, MILK) + circle(538, 104, 56, MILK)
    cloud += slab(400, 92, 160, 68, MILK, corner=34) + circle(492, 180, 13, MILK) + circle(478, 206, 7, MILK)
    photo = slab(440, 46, 80, 92, BLUEBELL.tint, corner=6) + bust(BEN, 480, 90, 0.62, hem=77)
    return Picture(
        "asha-asks-ben",
        "Asha has lowered her camera and waits. Ben thinks.",
        (
            _GROUND,
            circle(250, 236, 206, CORAL.tint),
            cloud,
            photo,
            bust(ASHA, 190, 214, 1.42, Face("smile", 5), arms=_LOWERED, held=_hanging_camera(123)),
            bust(BEN, 424, 266, 1.42, Face("small", 4, -4, tilt=5), arms=(_RIGHT_AT_REST, thinking)),
            plant(574, 400, 1, LEAF.deep, LAMP.fill),
            _EARTH,
        ),
    )


def ben_says_no() -> Picture:
    """Draw Ben with a friendly raised palm, and Asha smiling, her camera lowered."""
    palm = Arm((-30, 74), (-74, 100), (-62, 42), "open", -6)
    return Picture(
        "ben-says-no",
        "Ben raises a friendly palm to say no. Asha lowers her camera and smiles.",
        (
            _GROUND,
            tree(528, 440, 1.2, LEAF.fill, "#AFCD96"),
            circle(286, 250, 204, CORAL.tint),
            bust(ASHA, 180, 216, 1.44, Face("smile", 5), arms=_LOWERED, held=_hanging_camera(123)),
            bust(BEN, 444, 226, 1.44, Face("smile", -5), arms=(palm, _RIGHT_AT_REST)),
            _EARTH,
        ),
    )


def ben_says_yes() -> Picture:
    """Draw Ben with a thumb up while Asha looks through her camera at him; both smile."""
    aiming = (Arm((-31, 72), (-22, 128), (44, 34)), Arm((31, 72), (82, 92), (68, 36)))
    thumb = Arm((30, 74), (66, 100), (58, 56), "thumb")
    return Picture(
        "ben-says-yes",
        "Ben smiles with his thumb up. Asha smiles and holds up her camera.",
        (
            _GROUND,
            circle(346, 240, 206, LAMP.tint),
            bust(
                ASHA, 166, 222, 1.44, Face("smile", 5), arms=aiming, held=camera_from_the_side(62, 12, 0.78)
            ),
            bust(BEN, 462, 230, 1.44, Face("open", -5), arms=(_LEFT_AT_REST, thumb)),
            _EARTH,
        ),
    )


def changed_mind() -> Picture:
    """Draw Asha and Ben over the camera's little screen: Ben shakes his head, and Asha listens."""
    showing = (Arm((-31, 72), (-46, 116), (0, 124)), Arm((31, 72), (66, 104), (74, 128)))
    doubting = Arm((31, 72), (60, 112), (14, 112), "open", -30)
    shaking = strip("M366 190Q357 212 366 234M504 190Q513 212 504 234", CORAL.fill, 7)
    return Picture(
        "changed-mind",
        "Asha and Ben look at the little screen of the camera. Ben shakes his head. Asha listens.",
        (
            _GROUND,
            circle(330, 236, 210, CORAL.tint),
            shaking,
            bust(BEN, 436, 214, 1.44, Face("unsure", -6, 3, tilt=-3), arms=(_LEFT_AT_REST, doubting)),
            bust(
                ASHA,
                222,
                208,
                1.44,
                Face("small", 6, 2, tilt=6),
                arms=showing,
                held=camera_from_behind(38, 118, 0.86),
            ),
            _EARTH,
        ),
    )


def _fox() -> str:
    """Return a glove puppet of a fox round the middle of its face, its hem at y 250."""
    ears = cut("M-62 -8L-56 -70L-16 -40ZM62 -8L56 -70L16 -40Z", CORAL.deep)
    inside = cut("M-50 -30L-48 -54L-30 -40ZM50 -30L48 -54L30 -40Z", CORAL.tint)
    face = cut("M-64 -8Q-50 -48 0 -48Q50 -48 64 -8L0 40Z", CORAL.deep)
    cheeks = cut("M-64 -8Q-30 -12 0 34Q30 -12 64 -8Q52 40 0 60Q-52 40 -64 -8Z", MILK)
    eyes = circle(-22, -10, 6, INK) + circle(22, -10, 6, INK) + oval(0, 50, 10, 8, INK)
    body = cut("M-50 250V136C-50 82 -34 56 0 56C34 56 50 82 50 136V250Z", CORAL.deep)
    bib = cut("M-24 62Q0 54 24 62Q26 108 0 122Q-26 108 -24 62Z", MILK)
    cuff = slab(-50, 192, 100, 16, LAMP.fill)
    return body + cuff + bib + ears + inside + face + cheeks + eyes


def _owl() -> str:
    """Return a glove puppet of an owl round the middle of its face, its hem at y 240."""
    tufts = cut("M-56 -26L-58 -70L-18 -50ZM56 -26L58 -70L18 -50Z", PLUM.deep)
    body = cut("M-62 240V0C-62 -70 62 -70 62 0V240Z", PLUM.fill)
    belly = oval(0, 104, 40, 54, PLUM.tint)
    feathers = strip(
        "M-20 84q8 9 16 0M4 84q8 9 16 0M-8 106q8 9 16 0M-20 128q8 9 16 0M4 128q8 9 16 0", PLUM.fill, 4
    )
    eyes = (
        circle(-24, -6, 26, MILK)
        + circle(24, -6, 26, MILK)
        + circle(-26, -4, 9, INK)
        + circle(22, -4, 9, INK)
    )
    cuff = slab(-62, 186, 124, 16, LAMP.fill)
    return tufts + body + cuff + belly + feathers + eyes + cut("M-11 12H11L0 30Z", LAMP.fill)


def my_tablet() -> Picture:
    """Draw two puppets: a fox holds a tablet, and an owl lifts a wing to say wait."""
    paw = darker(CORAL.deep, 0.2)
    tablet = group(
        slab(-48, -36, 96, 72, INK, corner=9), slab(-39, -28, 78, 56, LAGOON.tint, corner=4), turn=-6
    )
    screen = group(circle(-12, -4, 13, LAMP.fill), cut("M-39 28V14Q-6 -2 39 16V28Z", LAGOON.fill), turn=-6)
    fox_arms = strip("M-40 104Q-66 140 -48 160M40 104Q66 140 48 150", paw, 26)
    paws = circle(-46, 160, 14, paw) + circle(46, 150, 14, paw)
    wing = cut(
        "M-50 50C-90 54 -118 16 -116 -36C-102 -30 -98 -20 -96 -10"
        "C-90 -22 -84 -22 -80 -22C-82 -4 -72 -8 -66 -8Z",
        PLUM.deep,
    )
    other_wing = cut("M54 60C86 84 92 150 74 190C58 164 46 120 54 60Z", PLUM.deep)
    return Picture(
        "my-tablet",
        "A toy fox holds a tablet. A toy owl lifts a wing to say wait.",
        (
            _GROUND,
            circle(318, 244, 208, CORAL.tint),
            group(_fox(), fox_arms, group(tablet, screen, x=0, y=152), paws, x=206, y=196, scale=1.12),
            group(other_wing, _owl(), wing, x=456, y=218, scale=1.08),
            _EARTH,
        ),
    )


PICTURES = (ask_first, asha_asks_ben, ben_says_no, ben_says_yes, changed_mind, my_tablet)
