"""The six picture cards of the sorting game for ages 5 to 7: faces in the corners of a camera, and things."""

from __future__ import annotations

from .cast import GRAN, MEI
from .kit import Picture, circle, cut, group, oval, slab, strip
from .palette import APRICOT, BLUEBELL, BROWN, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, SKINS, darker
from .people import Face, bust, features

_CORNERS = strip(
    "M36 66V36Q36 26 46 26H76M244 26H274Q284 26 284 36V66"
    "M284 174V204Q284 214 274 214H244M76 214H46Q36 214 36 204V174",
    INK,
    7,
)


def _card(name: str, title: str, *shapes: str) -> Picture:
    return Picture(name, title, shapes, 320, 240)


def _ground(colour: str) -> str:
    return slab(0, 0, 320, 240, colour)


def card_gran() -> Picture:
    """Draw Gran, as a camera sees her."""
    gran = bust(GRAN, 160, 116, 1.34, Face("smile"), hem=110)
    return _card("card-gran", "A photo of Gran.", _ground(PLUM.tint), gran, _CORNERS)


def card_friend() -> Picture:
    """Draw a friend, as a camera sees her."""
    friend = bust(MEI, 160, 110, 1.36, Face("open"), hem=110)
    return _card("card-friend", "A photo of a friend.", _ground(CORAL.tint), friend, _CORNERS)


def card_baby() -> Picture:
    """Draw a baby in a blanket, as a camera sees it."""
    skin = SKINS[2]
    blanket = cut("M66 240C70 184 110 164 160 164C210 164 250 184 254 240Z", LAMP.fill)
    fold = cut("M104 184Q160 150 216 184Q190 214 160 216Q130 214 104 184Z", MILK)
    ears = circle(103, 122, 12, skin) + circle(217, 122, 12, skin)
    curl = strip("M152 64Q160 40 174 52Q180 64 164 64", BROWN, 7)
    face = group(features(Face("smile"), INK, "#BB7750"), x=160, y=122, scale=1.55)
    return _card(
        "card-baby",
        "A photo of a baby.",
        _ground(APRICOT.tint),
        blanket,
        fold,
        ears,
        oval(160, 118, 60, 58, skin),
        curl,
        face,
        _CORNERS,
    )


def card_cat_drawing() -> Picture:
    """Draw a child's drawing of a cat on a sheet of paper."""
    cat = (
        strip("M36 58Q72 62 66 26", APRICOT.fill, 13),
        oval(0, 50, 40, 38, APRICOT.fill),
        cut("M-33 -14L-36 -54L-10 -36ZM33 -14L36 -54L10 -36Z", APRICOT.fill),
        oval(0, -12, 36, 31, APRICOT.fill),
        circle(-12, -15, 4, INK) + circle(12, -15, 4, INK),
        strip("M-8 -2Q-4 4 0 -1Q4 4 8 -2M-26 -6H-48M-26 1L-46 6M26 -6H48M26 1L46 6", INK, 3),
        oval(0, 58, 20, 24, APRICOT.tint),
    )
    pencil = group(
        slab(-6, -46, 12, 74, CORAL.fill, corner=2),
        cut("M-6 -46H6L0 -62Z", OAT.deep),
        cut("M-2.3 -56H2.3L0 -62Z", INK),
        x=270,
        y=150,
        turn=24,
    )
    return _card(
        "card-cat-drawing",
        "A drawing of a cat.",
        _ground(LAGOON.tint),
        group(slab(-88, -104, 176, 208, MILK, corner=4), group(*cat, y=10), x=150, y=122, turn=-3),
        pencil,
    )


def card_sandcastle() -> Picture:
    """Draw a sandcastle on a beach, a bucket beside it."""
    sand, shadow = OAT.deep, darker(OAT.deep, 0.14)
    towers = cut("M72 196V96H86V108H98V96H112V108H124V96H138V196Z", sand)
    towers += cut("M138 196V70H152V82H166V70H180V82H194V70H208V196Z", shadow)
    flag = strip("M173 70V30", INK, 5) + cut("M175 30L206 41L175 52Z", CORAL.fill)
    bucket = cut("M232 158H282L275 206H239Z", LAGOON.fill) + strip("M234 158Q257 122 280 158", LAGOON.deep, 5)
    return _card(
        "card-sandcastle",
        "A photo of a sandcastle.",
        _ground(BLUEBELL.tint),
        circle(58, 52, 26, LAMP.fill),
        slab(0, 178, 320, 62, APRICOT.fill),
        towers,
        slab(62, 140, 160, 58, sand, corner=6),
        cut("M126 198V174Q126 156 142 156Q158 156 158 174V198Z", INK),
        flag,
        bucket,
    )


def card_flower() -> Picture:
    """Draw one big flower in a meadow."""
    petals = "".join(group(oval(0, -42, 21, 28, CORAL.fill), turn=60 * step) for step in range(6))
    leaves = cut("M0 100Q44 92 54 56Q12 58 0 100ZM0 118Q-44 112 -56 78Q-12 78 0 118Z", LEAF.deep)
    return _card(
        "card-flower",
        "A photo of a flower.",
        _ground(LEAF.tint),
        cut("M0 204Q160 180 320 204V240H0Z", LEAF.fill),
        group(strip("M0 20V140", LEAF.deep, 8), leaves, petals, circle(0, 0, 24, LAMP.fill), x=160, y=88),
    )


PICTURES = (card_gran, card_friend, card_baby, card_cat_drawing, card_sandcastle, card_flower)
