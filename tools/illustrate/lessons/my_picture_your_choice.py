"""The story of Bryn the bee, Yusuf's camera and the garden board, for ages 7 to 9."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, slab, strip
from ..palette import APRICOT, BARK, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD
from ..people import Arm, Face, arms_of, bust, standing
from ..things import bubble, camera, question_mark, tulip
from ..things_lower_ks2 import (
    AUNTIE_BEA,
    BRYN,
    GROUND,
    ISLA,
    LEFT_AT_REST,
    RIGHT_AT_REST,
    YUSUF,
    tablet,
    wheelchair_before,
    wheelchair_behind,
)

_EARTH = earth(APRICOT.deep)
_FEELERS = strip("M-12 -40Q-16 -60 -28 -66M12 -40Q16 -60 28 -66", INK, 4)
_FEELERS += circle(-29, -67, 6.5, CORAL.fill) + circle(29, -67, 6.5, CORAL.fill)
_WINGS = group(oval(0, 0, 54, 32, MILK), oval(0, 0, 38, 20, LAGOON.tint), x=-62, y=66, turn=28)
_WINGS += group(oval(0, 0, 54, 32, MILK), oval(0, 0, 38, 20, LAGOON.tint), x=62, y=66, turn=-28)


def _bands(*bands: tuple[float, float]) -> str:
    """Return dark bands across a bee's body, 17 high; each is (half its width, top)."""
    return "".join(
        cut(f"M{-half:g} {top:g}q{half:g} 9 {2 * half:g} 0v17q{-half:g} 9 {-2 * half:g} 0Z", INK)
        for half, top in bands
    )


def _bee(x: float, y: float, scale: float, face: Face, *arms: Arm, hem: float = 250, held: str = "") -> str:
    """Return Bryn in the bee costume, from the feelers down to `hem`."""
    body = bust(BRYN, 0, 0, 1, face, hem=hem)
    dress = _bands(*(band for band in ((36, 74), (42, 110), (44, 146)) if band[1] < hem - 24))
    return group(_WINGS, body, dress, *arms_of(BRYN, arms, held), _FEELERS, x=x, y=y, scale=scale)


def _whole_bee(x: float, y: float, scale: float, face: Face, *arms: Arm, legs: float = 66) -> str:
    """Return Bryn in the bee costume from feelers to shoes."""
    body = standing(BRYN, 0, 0, 1, face, legs=legs)
    dress = _bands((36, 86), (36, 120))
    return group(_WINGS, body, dress, *arms_of(BRYN, arms), _FEELERS, x=x, y=y, scale=scale)


def _sunflower(x: float, foot: float, high: float, scale: float = 1) -> str:
    """Return a sunflower growing from `foot`, its middle `high` above."""
    petals = "".join(group(oval(0, -40, 13, 22, LAMP.fill), turn=30 * step) for step in range(12))
    stalk = strip(f"M{x:g} {foot:g}V{foot - high:g}", LEAF.deep, 9)
    leaf = f"M{x:g} {foot - high * 0.4:g}q34 -6 46 -38q-40 2 -46 38Zm0 30q-34 -6 -46 -38q40 2 46 38Z"
    head = group(petals, circle(0, 0, 28, BARK), circle(0, 0, 17, WOOD), x=x, y=foot - high, scale=scale)
    return stalk + cut(leaf, LEAF.deep) + head


def _hive(x: float, foot: float) -> str:
    """Return a straw beehive 132 high on a stand."""
    rings = "".join(
        slab(-half, top, 2 * half, 30, colour, corner=15)
        for half, top, colour in (
            (34, -132, OAT.deep),
            (52, -106, "#CDB78F"),
            (62, -80, OAT.deep),
            (66, -54, "#CDB78F"),
        )
    )
    door = cut("M-14 -24V-42Q0 -60 14 -42V-24Z", INK)
    stand = (
        slab(-50, -14, 14, 16, WOOD) + slab(36, -14, 14, 16, WOOD) + slab(-76, -26, 152, 14, WOOD, corner=5)
    )
    return group(rings, door, stand, x=x, y=foot)


def _small_bee(x: float, y: float, scale: float = 1) -> str:
    """Return a bee on its way to the right."""
    wings = group(oval(-4, -18, 9, 15, MILK), turn=-14) + group(oval(8, -18, 9, 15, MILK), turn=18)
    body = oval(0, 0, 24, 15, LAMP.fill) + slab(-9, -14, 7, 28, INK) + slab(5, -13, 7, 26, INK)
    return group(wings, body, circle(16, -3, 2.6, INK), x=x, y=y, scale=scale)


def _photo(x: float, y: float, scale: float = 1, turn: float = 0) -> str:
    """Return a photograph of Bryn the bee, 96 by 116, from its middle."""
    paper = slab(-48, -58, 96, 116, MILK, corner=3) + slab(-39, -49, 78, 84, LEAF.tint)
    return group(paper, _bee(0, -8, 0.5, Face("open"), hem=86), x=x, y=y, scale=scale, turn=turn)


def _board(x: float, y: float, width: float, height: float, *notes: str) -> str:
    """Return a cork board from its top left corner with `notes` on it."""
    frame = slab(x, y, width, height, WOOD, corner=8)
    return frame + slab(x + 12, y + 12, width - 24, height - 24, "#E3B981", corner=3) + "".join(notes)


def _leaf_note(x: float, y: float, colour: str) -> str:
    leaf = cut("M0 22Q-20 2 0 -24Q20 2 0 22Z", LEAF.deep)
    return slab(x - 32, y - 38, 64, 76, colour, corner=2) + group(leaf, x=x, y=y)


def my_picture_your_choice() -> Picture:
    """Draw the cover: Bryn the bee among sunflowers, and Yusuf, who asks with his camera lowered."""
    held = strip("M-15 48L-26 104M15 48L26 104", APRICOT.deep, 5) + camera(0, 118, 0.66)
    lowered = (Arm((-31, 72), (-52, 106), (-30, 124)), Arm((31, 72), (52, 106), (30, 124)))
    open_arm = Arm((30, 74), (70, 100), (70, 56), "open", 12)
    return Picture(
        "my-picture-your-choice",
        "Bryn is dressed as a bee. Yusuf asks, with his camera lowered.",
        (
            GROUND,
            circle(318, 240, 210, APRICOT.tint),
            _sunflower(74, 470, 250, 1.05),
            _sunflower(574, 470, 292, 1.1),
            bubble(286, 44, 104, 80, MILK, tail="right"),
            question_mark(338, 86, scale=0.9),
            _bee(214, 240, 1.36, Face("smile", 5), LEFT_AT_REST, open_arm),
            bust(YUSUF, 438, 234, 1.4, Face("open", -5), arms=lowered, held=held),
            _EARTH,
        ),
    )


def what_is_it_for() -> Picture:
    """Draw Yusuf showing Bryn the empty place on the garden board."""
    showing = (Arm((-31, 74), (-84, 92), (-92, 18), "open", -20), RIGHT_AT_REST)
    thinking = (LEFT_AT_REST, Arm((30, 74), (62, 112), (18, 42)))
    notes = (
        _leaf_note(96, 106, LEAF.tint),
        _leaf_note(172, 114, LAGOON.tint),
        _leaf_note(96, 204, PLUM.tint),
        slab(222, 84, 84, 104, APRICOT.tint, corner=3),
        circle(264, 94, 5, CORAL.deep),
    )
    return Picture(
        "what-is-it-for",
        "Yusuf shows Bryn an empty place on the garden board. Bryn is thinking.",
        (
            GROUND,
            circle(420, 220, 190, APRICOT.tint),
            _board(40, 44, 292, 226, *notes),
            _bee(232, 292, 1.16, Face("small", 4, -4), *thinking),
            bust(YUSUF, 464, 226, 1.34, Face("smile", -6), arms=showing),
            _EARTH,
        ),
    )


def _ticket(*on_it: str, used: bool, turn: float) -> str:
    """Return a big ticket round the middle of a picture; a hole is in it once it is `used`."""
    outline = "M112 140H496L544 188V220A20 20 0 0 0 544 260V340H112Q96 340 96 324V260A20 20 0 0 0 96 220V156"
    paper = cut(f"{outline}Q96 140 112 140Z", LAMP.fill) + slab(128, 160, 286, 160, LAGOON.fill, corner=8)
    dots = "".join(circle(440, y, 5, APRICOT.tint) for y in range(160, 330, 22))
    hole = circle(494, 240, 17, APRICOT.tint) if used else ""
    return group(group(paper, dots, *on_it, hole, x=-320, y=-240), x=320, y=232, turn=turn)


def a_yes_is_a_ticket() -> Picture:
    """Draw one big ticket with a bee and a board on it, clipped and with a hole: it is for one thing."""
    photo = slab(302, 206, 56, 68, MILK, corner=2) + _small_bee(330, 244, 0.8)
    board = _board(268, 182, 124, 116, photo)
    return Picture(
        "a-yes-is-a-ticket",
        "A big ticket shows a bee and a board; one corner is clipped and it has a hole.",
        (
            GROUND,
            circle(320, 240, 222, APRICOT.tint),
            _ticket(_small_bee(196, 252, 2), board, used=True, turn=4),
            _EARTH,
        ),
    )


def an_empty_ticket() -> Picture:
    """Draw a ticket with nothing on it yet but places to write, and a pencil."""
    lines = ((180, 190), (216, 240), (252, 150))
    places = "".join(slab(150, y, width, 22, MILK, corner=8) for y, width in lines)
    pencil = group(
        slab(-11, -120, 22, 150, CORAL.fill, corner=3),
        slab(-11, 20, 22, 20, PLUM.deep, corner=4),
        cut("M-11 -120H11L0 -154Z", OAT.tint) + cut("M-4 -142H4L0 -154Z", INK),
        x=432,
        y=366,
        turn=-48,
    )
    return Picture(
        "an-empty-ticket",
        "A ticket is still empty, and a pencil lies ready to fill it in.",
        (
            GROUND,
            circle(320, 240, 222, APRICOT.tint),
            _ticket(places, used=False, turn=-4),
            pencil,
            _EARTH,
        ),
    )


def bryn_changes_mind() -> Picture:
    """Draw the picture on the board; Bryn shakes their head, and Yusuf listens with open hands."""
    listening = (Arm((-31, 72), (-58, 116), (-74, 92), "open", -40), RIGHT_AT_REST)
    doubting = (LEFT_AT_REST, Arm((31, 74), (72, 104), (62, 58), "open", 8))
    notes = (
        _leaf_note(170, 100, LAGOON.tint),
        _leaf_note(170, 196, LEAF.tint),
        _leaf_note(428, 100, PLUM.tint),
        _photo(318, 138, 1.2, -3),
        circle(318, 76, 6, CORAL.fill),
    )
    shaking = strip("M96 216Q88 238 96 260M236 216Q244 238 236 260", CORAL.deep, 6)
    return Picture(
        "bryn-changes-mind",
        "A picture of Bryn the bee is on the board. Bryn shakes their head. Yusuf listens.",
        (
            GROUND,
            _board(112, 36, 376, 234, *notes),
            shaking,
            _bee(166, 268, 1.2, Face("unsure", 5, -2, tilt=3), *doubting),
            bust(YUSUF, 484, 216, 1.36, Face("small", -6, 2, brows="up"), arms=listening),
            _EARTH,
        ),
    )


def auntie_bea_helps() -> Picture:
    """Draw Auntie Bea in her wheelchair in the garden, listening to Isla; Bryn stands close."""
    hands = (Arm((-30, 72), (-58, 106), (-68, 88), "open", -56), Arm((30, 72), (48, 100), (26, 112)))
    telling = (Arm((-31, 72), (-50, 108), (-18, 118)), Arm((31, 72), (60, 110), (52, 82), "open", 30))
    low = group(tablet(-34, 0, 68, 46), x=-22, y=104, turn=-8)
    arms = (Arm((-31, 72), (-46, 108), (-40, 140)), Arm((31, 72), (46, 108), (40, 140)))
    return Picture(
        "auntie-bea-helps",
        "Isla tells Auntie Bea what happened, and Bryn is with them. Auntie Bea listens with open hands.",
        (
            GROUND,
            circle(320, 222, 204, APRICOT.tint),
            _sunflower(606, 440, 280, 0.9),
            earth(APRICOT.deep, 84, 40),
            _whole_bee(112, 198, 0.98, Face("small", 6), *arms),
            standing(ISLA, 268, 188, 1, Face("unsure", 6), arms=telling, held=low, legs=70),
            group(
                wheelchair_behind(),
                bust(AUNTIE_BEA, 0, 0, 1, Face("smile", -5), hem=140),
                wheelchair_before(AUNTIE_BEA.trousers),
                *arms_of(AUNTIE_BEA, hands),
                x=476,
                y=190,
                scale=1.14,
            ),
        ),
    )


def wings_on_a_hook() -> Picture:
    """Draw the bee's wings and feelers on a hook by the garden, a hive and sunflowers in the evening."""
    post = slab(-8, -250, 16, 254, WOOD, corner=4) + strip("M0 -226H60", WOOD, 10)
    strap = strip("M62 -222Q34 -196 30 -170M62 -222Q90 -196 94 -170", LAMP.fill, 7)
    band = strip("M36 -214Q62 -262 88 -214", INK, 6)
    band += strip("M52 -236Q44 -258 32 -262M72 -236Q80 -258 92 -262", INK, 4)
    band += circle(31, -263, 7, CORAL.fill) + circle(93, -263, 7, CORAL.fill)
    wings = group(_WINGS, x=62, y=-212, scale=0.78)
    return Picture(
        "wings-on-a-hook",
        "Bee wings hang on a hook in a quiet garden with a hive and sunflowers.",
        (
            slab(0, 0, 640, 480, APRICOT.tint),
            circle(300, 212, 112, LAMP.fill),
            cut("M0 340Q200 280 420 330T640 312V480H0Z", LEAF.tint),
            cut("M0 396Q260 344 640 388V480H0Z", LEAF.fill),
            _sunflower(74, 440, 190, 0.9),
            _sunflower(142, 448, 140, 0.78),
            _hive(300, 420),
            _small_bee(398, 250, 0.9),
            _small_bee(196, 166, 0.7),
            group(post, wings, strap, band, x=446, y=430),
            tulip(574, 444, 0.8, CORAL.fill, LEAF.deep, lean=5),
            tulip(606, 448, 0.7, BLUEBELL.fill, LEAF.deep, lean=-4),
            earth(APRICOT.deep, 26, 22),
        ),
    )


PICTURES = (
    my_picture_your_choice,
    what_is_it_for,
    a_yes_is_a_ticket,
    an_empty_ticket,
    bryn_changes_mind,
    auntie_bea_helps,
    wings_on_a_hook,
)
