"""The people of the stories, so that everybody looks the same in every picture."""

from __future__ import annotations

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
    PLUM,
)
from .people import Look

ASHA = Look(3, "puffs", BLACK, LAMP.fill)
BEN = Look(0, "curly", GINGER, LAGOON.fill, glasses=True)

SAM = Look(1, "bob", CHESTNUT, LAMP.fill, INK, head=0.92)
OLA = Look(4, "afro", BLACK, BLUEBELL.deep, PLUM.fill, head=0.92)
MR_KHAN = Look(2, "short", GREY, PLUM.fill, glasses=True, beard=GREY, head=0.86)

TEACHER = Look(1, "hijab", LAGOON.deep, LAGOON.fill, INK, head=0.9)
GRANDAD = Look(5, "bald", GREY, LAMP.fill, BLUEBELL.deep, INK, glasses=True, beard=GREY, head=0.9)
CARER = Look(0, "tail", BROWN, LEAF.fill, BLUEBELL.deep, INK, head=0.9)

GRAN = Look(4, "bun", GREY, PLUM.fill, glasses=True)
MEI = Look(1, "bob", BLACK, PLUM.fill)
ARJUN = Look(2, "patka", BLUEBELL.deep, CORAL.fill, INK)
TOBI = Look(5, "crop", BLACK, APRICOT.fill, BLUEBELL.deep, hearing_aid=True)
EVIE = Look(0, "plaits", FAIR, LEAF.fill, BLUEBELL.deep)
ZARA = Look(2, "hijab", PLUM.deep, PLUM.fill, head=0.92)
KAI = Look(3, "swoop", BROWN, CORAL.fill, INK, head=0.92)
DEE = Look(5, "crop", BLACK, BLUEBELL.fill, INK, hearing_aid=True, head=0.92)
