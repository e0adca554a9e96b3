"""The story of Idris, a surprise for Nana Adjoa and a secret that weighs, for ages 5 to 7."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from ..palette import (
    APRICOT,
    BARK,
    BLACK,
    BLUEBELL,
    CORAL,
    FAIR,
    GREY,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    MILK,
    OAT,
    PLUM,
    WOOD,
    darker,
)
from ..people import Arm, Face, Look, bust
from ..things import bubble, plant, table
from ..things_ks1 import card, heart, smiley, tablet, tablet_from_behind

IDRIS = Look(5, "crop", BLACK, LEAF.fill)
ZOFIA = Look(0, "bob", FAIR, BLUEBELL.fill, hearing_aid=True)
NELL = Look(1, "swoop", BLACK, APRICOT.fill, head=0.92)
NANA_ADJOA = Look(5, "afro", GREY, PLUM.fill, glasses=True, head=0.9)

_GROUND = slab(0, 0, 640, 480, CORAL.fill)
_EARTH = earth(CORAL.deep)
_STONE = darker(GREY, 0.3)


def gift(x: float, y: float, scale: float, colour: str, ribbon: str = LAMP.fill) -> str:
    """Return a box with a ribbon and a bow, standing at (x, y), 120 wide."""
    box = slab(-56, -92, 112, 92, colour, corner=6) + slab(-62, -112, 124, 30, darker(colour), corner=6)
    band = slab(-11, -112, 22, 112, ribbon)
    bow = cut(
        "M0 -112C-40 -160 -66 -132 -40 -116Q-22 -108 0 -112ZM0 -112C40 -160 66 -132 40 -116Q22 -108 0 -112Z",
        ribbon,
    )
    return group(box, band, bow, circle(0, -114, 10, darker(ribbon)), x=x, y=y, scale=scale)


def rucksack(x: float, y: float, scale: float, *, stones: bool = True) -> str:
    """Return a rucksack standing at (x, y), 130 wide; stones look out of it when it is heavy."""
    heap = (
        circle(-34, -138, 24, _STONE) + circle(30, -140, 27, GREY) + circle(-2, -152, 26, darker(GREY, 0.15))
    )
    loop = strip("M-14 -134Q0 -158 14 -134", BLUEBELL.deep, 9)
    body = slab(-60, -136, 120, 136, BLUEBELL.deep, corner=26)
    pocket = slab(-42, -62, 84, 48, BLUEBELL.fill, corner=12) + slab(-42, -48, 84, 6, BLUEBELL.deep)
    flap = cut(
        "M-60 -112C-60 -140 -44 -140 -34 -140H34C44 -140 60 -140 60 -112V-88Q0 -66 -60 -88Z", BLUEBELL.fill
    )
    clasp = slab(-9, -90, 18, 26, LAMP.fill, corner=5)
    return group(heap if stones else loop, body, flap, pocket, clasp, x=x, y=y, scale=scale)


def surprise_or_worrying_secret() -> Picture:
    """Draw the cover: Idris between a gift and a heavy rucksack, wondering."""
    wondering = (Arm((-31, 72), (-44, 112), (-40, 180)), Arm((31, 72), (56, 112), (16, 44)))
    return Picture(
        "surprise-or-worrying-secret",
        "Idris stands between a gift with a bow and a rucksack full of stones, and wonders.",
        (
            _GROUND,
            circle(320, 240, 206, CORAL.tint),
            bust(IDRIS, 320, 214, 1.42, Face("unsure", 0, -3, tilt=5, brows="up"), arms=wondering),
            gift(158, 444, 1.05, LAGOON.fill),
            rucksack(484, 446, 1.06),
            _EARTH,
        ),
    )


def surprise_for_nana() -> Picture:
    """Draw Idris and Zofia at a table, painting a card together."""
    painting = (Arm((-31, 72), (-66, 96), (-54, 44)), Arm((31, 72), (52, 112), (48, 128)))
    holding = (Arm((-31, 72), (-54, 112), (-46, 128)), Arm((31, 72), (48, 112), (40, 134)))
    paper = slab(-84, -56, 168, 112, MILK, corner=4)
    petals = "".join(group(oval(0, -19, 10, 14, PLUM.fill), turn=72 * step) for step in range(5))
    flower = group(petals, circle(0, 0, 11, LAMP.fill), x=-34, y=-8)
    shown = paper + strip("M-34 12V38", LEAF.deep, 5) + flower + heart(36, 2, 0.95, CORAL.fill)
    pots = slab(92, 384, 44, 46, LAGOON.fill, corner=6) + slab(504, 384, 44, 46, LAMP.fill, corner=6)
    brush = strip("M-54 58L-54 0", WOOD, 7) + strip("M-54 4V-16", PLUM.fill, 11)
    return Picture(
        "surprise-for-nana",
        "Idris and Zofia paint a card with a flower and a heart. Both smile.",
        (
            _GROUND,
            circle(320, 220, 202, CORAL.tint),
            bust(IDRIS, 204, 204, 1.4, Face("smile", 4), arms=painting, held=brush),
            bust(ZOFIA, 436, 204, 1.4, Face("open", -4), arms=holding),
            table(404, CORAL.deep, "#B2503E"),
            pots,
            group(shown, x=320, y=388, turn=-2),
        ),
    )


def nell_says_never() -> Picture:
    """Draw Nell, who is bigger, with a tablet and a raised finger; Idris looks worried."""
    raised = (Arm((-31, 72), (-70, 100), (-58, 122)), Arm((31, 72), (64, 92), (52, 44), "thumb"))
    tummy = (Arm((-31, 72), (-58, 112), (-12, 122)), Arm((31, 72), (58, 112), (14, 130)))
    held = tablet_from_behind(-14, 112, 84, 60)
    return Picture(
        "nell-says-never",
        "Nell, a bigger child, holds a tablet and raises a finger. Idris holds his tummy, worried.",
        (
            _GROUND,
            circle(326, 250, 206, CORAL.tint),
            bust(NELL, 206, 168, 1.62, Face("calm", 6, brows="up"), arms=raised, held=held),
            bust(IDRIS, 456, 252, 1.34, Face("worried", -4, 3, brows="worried"), arms=tummy),
            _EARTH,
        ),
    )


def heavy_bag() -> Picture:
    """Draw Idris with the rucksack of stones on his back, bent under it."""
    gripping = (Arm((-27, 70), (-50, 104), (-28, 92)), Arm((27, 70), (50, 104), (28, 92)))
    straps = strip("M-24 50Q-34 84 -30 128M24 50Q34 84 30 128", BLUEBELL.deep, 11)
    idris = bust(IDRIS, 0, 0, 1, Face("worried", 3, 4, brows="worried"), arms=gripping, held="", hem=240)
    return Picture(
        "heavy-bag",
        "Idris carries a rucksack full of stones on his back. He looks down and is worried.",
        (
            _GROUND,
            circle(320, 244, 206, BLUEBELL.tint),
            group(rucksack(0, 0, 1), x=262, y=428, scale=1.84, turn=-5),
            group(idris, straps, x=390, y=196, scale=1.46, turn=6),
            _EARTH,
        ),
    )


def _legs(x: float, y: float, trousers: str, shoes: str) -> str:
    """Return the legs of somebody who sits facing us, from the knees at y down."""
    shins = strip(f"M{x - 24:g} {y:g}V{y + 66:g}M{x + 24:g} {y:g}V{y + 66:g}", trousers, 34)
    return shins + strip(f"M{x - 24:g} {y + 82:g}H{x - 32:g}M{x + 24:g} {y + 82:g}H{x + 32:g}", shoes, 20)


def nana_listens() -> Picture:
    """Draw Idris telling Nana Adjoa on a bench; the rucksack is light, and stones lie on the ground."""
    telling = (Arm((-31, 72), (-50, 98), (-26, 96)), Arm((31, 72), (66, 92), (62, 66), "open", 20))
    near = (Arm((-31, 72), (-60, 100), (-34, 112)), Arm((31, 72), (52, 104), (24, 114)))
    bench = slab(60, 352, 520, 30, WOOD, corner=8) + slab(60, 262, 520, 34, WOOD, corner=8)
    posts = slab(74, 270, 22, 180, BARK, corner=6) + slab(544, 270, 22, 180, BARK, corner=6)
    stones = circle(262, 450, 20, GREY) + circle(300, 456, 15, _STONE) + circle(398, 452, 18, _STONE)
    return Picture(
        "nana-listens",
        "Idris sits on a bench and tells Nana Adjoa, who leans to him. Beside his bag lie stones.",
        (
            _GROUND,
            circle(320, 220, 202, LAMP.tint),
            posts,
            bench,
            earth(CORAL.deep, 44, 34),
            bust(IDRIS, 184, 226, 1.34, Face("small", 6), arms=telling, hem=104),
            bust(NANA_ADJOA, 466, 178, 1.48, Face("smile", -6, 2, tilt=-5), arms=near, hem=126),
            _legs(184, 372, INK, MILK),
            _legs(466, 372, BLUEBELL.deep, INK),
            rucksack(330, 452, 0.86, stones=False),
            stones,
        ),
    )


def mole_and_hen() -> Picture:
    """Draw two puppets: a mole with a little rucksack, and a hen that listens with her head bent."""
    fur, paw = "#5A5470", "#F0B49B"
    claws = "M-8 8L-11 18M0 10V21M8 8L11 18"
    mole = (
        cut("M-62 250V40C-62 -20 -40 -62 0 -62C40 -62 62 -20 62 40V250Z", fur),
        oval(0, 128, 36, 54, PLUM.tint),
        circle(-22, -20, 5, MILK) + circle(22, -20, 5, MILK),
        circle(-21, -19, 3.2, INK) + circle(23, -19, 3.2, INK),
        cut("M-30 8C-24 -12 24 -12 30 8C28 30 16 40 0 40C-16 40 -28 30 -30 8Z", paw),
        oval(0, 6, 15, 10, CORAL.deep),
        strip("M-8 30Q0 25 8 30M-40 4H-58M-40 14L-57 18M40 4H58M40 14L57 18", INK, 3),
        strip("M-36 62V150M36 62V150", BLUEBELL.deep, 12),
        strip("M-54 92Q-74 114 -54 132M54 92Q74 106 66 128", darker(fur, 0.3), 24),
        group(oval(0, 0, 18, 15, paw), strip(claws, MILK, 5), x=-52, y=140, turn=20),
        group(oval(0, 0, 18, 15, paw), strip(claws, MILK, 5), x=68, y=134, turn=-20),
        slab(-62, 190, 124, 16, LAMP.fill),
    )
    hen = (
        cut("M-58 250V10C-58 -62 40 -66 46 0C48 40 66 60 70 110V250Z", MILK),
        circle(-22, -62, 15, CORAL.deep) + circle(0, -70, 16, CORAL.deep) + circle(20, -60, 14, CORAL.deep),
        circle(-24, -12, 5.5, INK) + circle(6, -12, 5.5, INK),
        cut("M-22 2H4L-12 26Z", LAMP.fill) + oval(-10, 34, 8, 13, CORAL.deep),
        cut("M22 74C70 70 84 140 40 168C10 160 0 100 22 74Z", OAT.deep),
        cut("M-40 84C-72 92 -76 140 -50 158C-30 146 -26 104 -40 84Z", OAT.deep),
        slab(-58, 190, 128, 16, LAMP.fill),
    )
    return Picture(
        "mole-and-hen",
        "A toy mole with a little rucksack talks to a toy hen, who listens.",
        (
            _GROUND,
            circle(318, 244, 208, CORAL.tint),
            group(rucksack(0, 0, 1, stones=False), x=134, y=400, scale=0.98),
            group(*mole, x=216, y=206, scale=1.1),
            group(*hen, x=442, y=206, scale=1.12),
            plant(588, 404, 0.8, LEAF.deep, LAMP.fill),
            _EARTH,
        ),
    )


def quiet_corner() -> Picture:
    """Draw a corner to rest in: cushions on a rug, a lamp, an open book."""
    lamp = strip("M470 424V190", WOOD, 10) + oval(470, 428, 44, 10, BARK)
    lamp += cut("M430 200L452 126H488L510 200Z", LAMP.fill)
    cushions = (
        slab(170, 330, 132, 92, PLUM.fill, corner=34)
        + slab(286, 346, 124, 78, LEAF.fill, corner=30)
        + group(slab(-58, -46, 116, 92, LAGOON.fill, corner=32), x=252, y=296, turn=-8)
    )
    book = group(
        cut("M0 0Q-30 -20 -62 -6V34Q-30 20 0 38Z", MILK),
        cut("M0 0Q30 -20 62 -6V34Q30 20 0 38Z", "#E3D4BA"),
        strip("M-50 8Q-30 0 -12 10M-50 18Q-30 10 -12 20M12 10Q30 0 50 8M12 20Q30 10 50 18", OAT.deep, 3),
        x=330,
        y=420,
    )
    return Picture(
        "quiet-corner",
        "A quiet corner with cushions, a lamp and an open book.",
        (
            slab(0, 0, 640, 480, CORAL.tint),
            circle(470, 176, 104, LAMP.tint),
            earth(CORAL.fill, 92, 30),
            oval(322, 430, 224, 40, LAGOON.tint),
            lamp,
            cushions,
            book,
        ),
    )


def card_cake() -> Picture:
    """Draw a cake with fruit on it."""
    plate = oval(160, 196, 112, 18, MILK)
    cake = slab(76, 120, 168, 72, APRICOT.fill, corner=10) + slab(76, 148, 168, 14, MILK)
    drips = "Q236 146 222 128Q206 150 190 128Q174 152 158 128Q142 150 126 128Q110 148 98 128Q84 144 72 126Z"
    icing = cut("M72 126C72 96 92 96 100 96H220C228 96 248 96 248 126" + drips, CORAL.fill)
    fruit = (
        circle(114, 88, 14, CORAL.deep) + circle(160, 82, 15, CORAL.deep) + circle(206, 88, 14, CORAL.deep)
    )
    leaves = strip("M114 76Q118 66 128 64M160 69Q164 58 174 56M206 76Q210 66 220 64", LEAF.deep, 5)
    return card("cake", "A cake with fruit on it.", LAGOON.tint, plate, cake, fruit, leaves, icing)


def card_gift() -> Picture:
    """Draw a gift with a bow, and a smile beside it."""
    return card("gift", "A gift with a bow.", LEAF.tint, gift(160, 214, 1.3, LAGOON.fill))


def card_show_song() -> Picture:
    """Draw a child who sings between two curtains."""
    curtains = cut("M0 0H96Q80 110 30 240H0ZM320 0H224Q240 110 290 240H320Z", CORAL.deep)
    notes = strip("M222 96V58L248 50V88", INK, 5) + oval(214, 98, 10, 8, INK) + oval(240, 90, 10, 8, INK)
    return card(
        "show-song",
        "A child sings on a stage.",
        LAMP.tint,
        slab(0, 214, 320, 26, WOOD),
        bust(ZOFIA, 140, 116, 1.14, Face("open"), hem=110),
        curtains,
        slab(0, 0, 320, 26, darker(CORAL.deep, 0.2)),
        group(notes, x=-2, y=-2, scale=0.94),
    )


def _zipped(x: float, y: float, radius: float) -> str:
    """Return a round face whose mouth is a zip."""
    zip_line = strip(f"M{x - radius * 0.44:g} {y + radius * 0.4:g}h{radius * 0.88:g}", INK, 5)
    teeth = "".join(
        strip(f"M{x + radius * share:g} {y + radius * 0.28:g}v{radius * 0.24:g}", INK, 3.5)
        for share in (-0.3, -0.1, 0.1, 0.3)
    )
    eyes = circle(x - radius * 0.32, y - radius * 0.1, radius * 0.1, INK)
    eyes += circle(x + radius * 0.32, y - radius * 0.1, radius * 0.1, INK)
    return circle(x, y, radius, BLUEBELL.fill) + eyes + zip_line + teeth


def card_never_tell() -> Picture:
    """Draw a message in a game: a face with a zip for a mouth."""
    message = bubble(-92, -66, 184, 104, MILK) + _zipped(0, -14, 42)
    return card(
        "never-tell", "A message with a zipped mouth.", BLUEBELL.tint, tablet(160, 120, 256, 190, message)
    )


def card_scary_video() -> Picture:
    """Draw a dark video on a tablet, waiting to be started, and a worried face before it."""
    start = circle(-30, -14, 38, MILK) + cut("M-42 -36L-6 -14L-42 8Z", INK)
    return card(
        "scary-video",
        "A dark video on a tablet, and a worried face.",
        PLUM.tint,
        tablet(160, 116, 256, 186, start, ground=darker(BLUEBELL.deep, 0.5)),
        ring(250, 182, 46, PLUM.tint, 8),
        smiley(250, 182, 44, Face("worried", 0, 2, brows="worried"), colour=PLUM.fill),
    )


def card_gift_never_tell() -> Picture:
    """Draw a gift with a padlock on its ribbon and a zipped mouth beside it."""
    lock = ring(0, -22, 17, INK, 8) + slab(-26, -20, 52, 42, INK, corner=8) + circle(0, -2, 6, LAMP.fill)
    return card(
        "gift-never-tell",
        "A gift with a padlock, and a zipped mouth.",
        APRICOT.tint,
        gift(118, 214, 1.22, PLUM.fill),
        group(lock, x=118, y=164),
        _zipped(252, 108, 46),
    )


PICTURES = (
    surprise_or_worrying_secret,
    surprise_for_nana,
    nell_says_never,
    heavy_bag,
    nana_listens,
    mole_and_hen,
    quiet_corner,
    card_cake,
    card_gift,
    card_show_song,
    card_never_tell,
    card_scary_video,
    card_gift_never_tell,
)
