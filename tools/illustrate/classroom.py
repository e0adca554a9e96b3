"""What a class of ages 5 to 7 sees round its story: grown-ups, feelings, the rug, the box and the garden."""

from __future__ import annotations

from .cast import ARJUN, ASHA, BEN, CARER, EVIE, GRANDAD, MEI, TEACHER, TOBI
from .kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from .palette import APRICOT, BARK, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD
from .people import Arm, Face, arms_of, bust, features, from_behind, on_the_floor, standing
from .things import kite, mug, plant, table, tree, tulip

_GROUND = slab(0, 0, 640, 480, CORAL.fill)


def _wheelchair_behind() -> str:
    """Return what lies behind somebody in a wheelchair who looks to the left."""
    return strip("M34 66V162H-38", INK, 9) + strip("M34 72H46", INK, 8)


def _wheelchair_before() -> str:
    """Return the lap, the legs and the wheels before somebody in a wheelchair."""
    legs = strip("M10 128H-46L-52 182", BLUEBELL.deep, 27) + strip("M-54 192H-68", INK, 16)
    return legs + ring(21, 154, 48, INK, 8) + circle(21, 154, 9, LAMP.fill) + ring(-40, 196, 11, INK, 6)


def trusted_adults() -> Picture:
    """Draw a teacher, a grandad and a carer in a wheelchair, all waving."""
    badge = strip("M-10 62L0 92L10 62", CORAL.deep, 4) + slab(-10, 90, 20, 26, MILK, corner=4)
    teacher = (Arm((-31, 72), (-64, 88), (-58, 36), "open", -8), Arm((31, 72), (46, 110), (34, 146)))
    grandad = (Arm((-31, 72), (-48, 110), (-46, 138)), Arm((31, 72), (64, 86), (58, 32), "open", 8))
    stick = strip("M-46 218V132Q-46 120 -58 122", WOOD, 7)
    carer = (Arm((-30, 72), (-62, 80), (-58, 28), "open", -8), Arm((30, 72), (48, 100), (26, 112)))
    return Picture(
        "trusted-adults",
        "A teacher, a grandad and a carer in a wheelchair wave.",
        (
            _GROUND,
            circle(320, 232, 208, CORAL.tint),
            earth(CORAL.deep, 84, 40),
            standing(TEACHER, 146, 152, 1.14, Face("smile", 1.5), arms=teacher, held=badge, legs=76),
            standing(GRANDAD, 322, 140, 1.18, Face("smile"), arms=grandad, held=stick, legs=76),
            group(
                _wheelchair_behind(),
                bust(CARER, 0, 0, 1, Face("smile", -3), hem=140),
                _wheelchair_before(),
                *arms_of(CARER, carer),
                x=512,
                y=202,
                scale=1.12,
            ),
        ),
    )


def _round_face(x: float, y: float, colour: str, cheek: str, face: Face) -> str:
    return circle(x, y, 100, colour) + group(features(face, INK, cheek), x=x, y=y - 6, scale=2.85)


def feelings_faces() -> Picture:
    """Draw four round faces: happy, unsure, worried and calm."""
    return Picture(
        "feelings-faces",
        "Four round faces: happy, unsure, worried and calm.",
        (
            slab(0, 0, 640, 480, CORAL.tint),
            earth(CORAL.fill, 96, 40),
            _round_face(206, 126, LAMP.fill, APRICOT.fill, Face("smile")),
            _round_face(434, 126, PLUM.fill, "#AB7DA7", Face("unsure", brows="unsure")),
            _round_face(206, 346, BLUEBELL.fill, "#7E93CC", Face("worried", brows="worried")),
            _round_face(434, 346, LEAF.fill, "#84AA67", Face("small", closed=True)),
        ),
    )


def question_box() -> Picture:
    """Draw a decorated box with a slot, and a folded paper half way in."""
    dots = "".join(
        circle(x, y, 13, colour)
        for x, y, colour in (
            (236, 304, LAMP.fill),
            (320, 304, CORAL.fill),
            (404, 304, MILK),
            (278, 354, LEAF.tint),
            (362, 354, LAMP.fill),
            (236, 404, CORAL.fill),
            (320, 404, MILK),
            (404, 404, LEAF.tint),
        )
    )
    paper = group(
        slab(-44, -92, 88, 92, MILK, corner=3),
        slab(-44, -92, 44, 92, "#E3D4BA", corner=3),
        x=320,
        y=212,
        turn=6,
    )
    return Picture(
        "question-box",
        "A decorated box with a slot, and a folded paper going in.",
        (
            slab(0, 0, 640, 480, OAT.tint),
            circle(320, 226, 196, "#F6EEE1"),
            earth(OAT.deep, 62, 30),
            slab(184, 240, 272, 204, BLUEBELL.fill, corner=10),
            dots,
            cut("M164 252L196 184H444L476 252Z", BLUEBELL.deep),
            slab(262, 206, 116, 16, INK, corner=8),
            paper,
            slab(262, 214, 116, 8, INK, corner=4),
            slab(164, 240, 312, 26, BLUEBELL.deep, corner=8),
        ),
    )


def calm_garden() -> Picture:
    """Draw a garden with one big round tree and a kite."""
    return Picture(
        "calm-garden",
        "A quiet garden with a round tree, tulips and a kite.",
        (
            slab(0, 0, 640, 480, CORAL.tint),
            cut("M0 330Q170 270 360 326T640 306V480H0Z", LEAF.tint),
            cut("M0 384Q240 318 640 372V480H0Z", LEAF.fill),
            strip("M486 124Q444 290 372 366", INK, 2.5) + strip("M372 388V364", BARK, 8),
            kite(486, 124, 0.9, CORAL, LAGOON.deep, turn=-16),
            tree(214, 398, 1.32, LEAF.deep, "#527B3B"),
            tulip(420, 436, 0.9, CORAL.fill, LEAF.deep, lean=-6),
            tulip(462, 446, 1, LAMP.fill, LEAF.deep),
            tulip(506, 438, 0.9, CORAL.fill, LEAF.deep, lean=7),
            tulip(76, 442, 0.9, LAMP.fill, LEAF.deep, lean=-5),
            tulip(116, 450, 0.8, CORAL.fill, LEAF.deep, lean=6),
            earth(CORAL.deep, 24, 26),
        ),
    )


def thank_you() -> Picture:
    """Draw a plant and a mug on a table before a big sun."""
    return Picture(
        "thank-you",
        "A plant and a mug stand on a table in the sun.",
        (
            _GROUND,
            circle(334, 226, 186, LAMP.tint),
            table(382, CORAL.deep, "#B2503E"),
            plant(250, 316, 1.9, LEAF.deep, LAGOON.fill),
            mug(398, 308, 1.74, LAMP.fill),
            strip("M386 288q-9 -12 0 -24t0 -24M412 288q-9 -12 0 -24t0 -24", MILK, 6),
        ),
    )


def listening_circle() -> Picture:
    """Draw children on a rug, one talking with a soft ball in hand while the others listen."""
    talking = (Arm((-30, 72), (-50, 108), (-14, 112)), Arm((30, 72), (50, 108), (14, 112)))
    rug = (
        oval(320, 352, 296, 118, MILK)
        + oval(320, 352, 270, 102, LAGOON.fill)
        + oval(320, 352, 176, 62, LAGOON.tint)
    )
    return Picture(
        "listening-circle",
        "Children sit in a circle on a rug. One talks, and the others listen.",
        (
            _GROUND,
            circle(320, 196, 176, CORAL.tint),
            cut("M0 316Q320 276 640 316V480H0Z", CORAL.deep),
            rug,
            on_the_floor(MEI, 320, 130, 0.98, Face("open"), arms=talking, held=circle(0, 104, 15, LAMP.fill)),
            on_the_floor(TOBI, 176, 190, 0.98, Face("smile", 6)),
            on_the_floor(EVIE, 464, 190, 0.98, Face("smile", -6)),
            on_the_floor(ARJUN, 78, 258, 1.04, Face("small", 7)),
            on_the_floor(BEN, 562, 258, 1.04, Face("smile", -7)),
            from_behind(ASHA, 320, 338, 1.14),
        ),
    )


PICTURES = (
    trusted_adults,
    feelings_faces,
    question_box,
    calm_garden,
    thank_you,
    listening_circle,
)
