"""The story of Jakub's woolly hat, of Kai who pushes and of Ruby who helps, for ages 7 to 9."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, slab, strip
from ..palette import APRICOT, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, PLUM, WOOD, WOOD_LIGHT
from ..people import Arm, Face, arms_of, bust, features, standing
from ..things import bubble, mug, plant, table
from ..things_lower_ks2 import (
    GROUND,
    JAKUB,
    KAI,
    LEFT_AT_REST,
    MR_LAING,
    RIGHT_AT_REST,
    RUBY,
    tablet,
    wheelchair_before,
    wheelchair_behind,
)

_EARTH = earth(APRICOT.deep)
_RIM = slab(-38, -26, 76, 21, CORAL.tint, corner=10)
_RIBS = strip("M-22 -25V-9M-7 -25V-9M8 -25V-9M23 -25V-9", CORAL.fill, 3)
_HAT = (
    cut("M-34 -18C-38 -70 38 -70 34 -18Z", CORAL.deep)
    + cut("M-35 -34Q0 -46 35 -34L34 -24H-34Z", CORAL.fill)
    + _RIM
    + _RIBS
    + circle(0, -62, 15, CORAL.tint)
)
_TUFT = cut("M-30 -8Q-44 -4 -40 8Q-32 4 -27 -4ZM30 -8Q42 -8 42 2Q34 2 27 -4Z", JAKUB.hair_colour)


def _jakub(x: float, y: float, scale: float, face: Face, *arms: Arm, whole: bool = False) -> str:
    """Return Jakub with his woolly hat on, from the head down or as a `whole`; hands may lie on the hat."""
    body = standing(JAKUB, 0, 0, 1, face, legs=64) if whole else bust(JAKUB, 0, 0, 1, face)
    return group(body, _TUFT, _HAT, *arms_of(JAKUB, arms), x=x, y=y, scale=scale)


def _ruby(x: float, y: float, scale: float, face: Face, *arms: Arm, held: str = "") -> str:
    """Return Ruby in her wheelchair, who looks to the left."""
    return group(
        wheelchair_behind(),
        bust(RUBY, 0, 0, 1, face, hem=140),
        wheelchair_before(RUBY.trousers),
        *arms_of(RUBY, arms, held),
        x=x,
        y=y,
        scale=scale,
    )


def _den(x: float, foot: float, scale: float = 1) -> str:
    """Return a den of two chairs and a blanket, 300 wide and open in front."""
    legs = strip("M-128 0V-150M128 0V-150", WOOD, 12)
    inside = cut("M-128 0V-150Q0 -196 128 -150V0Z", PLUM.deep)
    outline = "M-150 0Q-140 -90 -128 -156Q0 -206 128 -156Q140 -90 150 0H96Q84 -84 0 -96Q-84 -84 -96 0Z"
    right = ((0, -160), (56, -142), (108, -112), (116, -50))
    dots = "".join(circle(way * at, y, 8, PLUM.tint) for at, y in right for way in (-1, 1)[at == 0 :])
    return group(legs, inside, cut(outline, PLUM.fill), dots, x=x, y=foot, scale=scale)


def when_someone_pushes() -> Picture:
    """Draw the cover: Jakub in his woolly hat and Ruby, with a den of chairs behind them."""
    waving = Arm((-30, 74), (-64, 82), (-58, 30), "open", -8)
    easy = Arm((31, 72), (46, 108), (40, 140))
    on_lap = Arm((30, 72), (48, 100), (26, 112))
    hello = Arm((-30, 72), (-60, 86), (-64, 44), "open", -10)
    return Picture(
        "when-someone-pushes",
        "Jakub in a woolly hat and Ruby in her wheelchair smile beside a den made of chairs.",
        (
            GROUND,
            circle(330, 226, 206, APRICOT.tint),
            _den(142, 404, 0.86),
            earth(APRICOT.deep, 84, 40),
            _jakub(308, 180, 1.12, Face("smile", 4), waving, easy, whole=True),
            _ruby(486, 196, 1.16, Face("open", -4), hello, on_lap),
        ),
    )


def hat_stays_on() -> Picture:
    """Draw Jakub, who holds his hat with both hands; the tablet on the table is full of bubbles."""
    holding = (Arm((-31, 74), (-84, 52), (-36, -16)), Arm((31, 74), (84, 52), (36, -16)))
    bubbles = "".join(
        slab(x, y, width, 26, CORAL.fill, corner=12)
        for x, y, width in ((404, 250, 96), (404, 284, 120), (404, 318, 70), (404, 352, 108))
    )
    return Picture(
        "hat-stays-on",
        "Jakub holds his woolly hat with both hands. The tablet beside him shows bubble after bubble.",
        (
            GROUND,
            circle(276, 232, 204, APRICOT.tint),
            _jakub(216, 234, 1.4, Face("unsure", 6, brows="unsure"), *holding),
            table(404, APRICOT.deep, "#A25A1A"),
            tablet(380, 224, 174, 184, bubbles, screen=MILK),
            mug(92, 374, 0.9, LAGOON.fill),
        ),
    )


def three_pushes() -> Picture:
    """Draw three bubbles: a steep hill for a dare, a sad face for guilt, a ring of dots for nagging."""
    hill = cut("M-52 40L-8 -38L14 -8L28 -26L58 40Z", BLUEBELL.deep)
    hill += cut("M-8 -38L-26 -6L-8 -14L4 -22Z", MILK)
    flag = strip("M-8 -36V-66", INK, 4) + cut("M-6 -66L24 -56L-6 -46Z", CORAL.deep)
    sad = group(features(Face("worried", brows="worried"), INK, "#D9BBD5"), scale=1.7)
    again = "".join(
        slab(x - 22, y - 15, 44, 30, LAGOON.fill, corner=13) + circle(x - 18, y + 15, 5, LAGOON.fill)
        for y in (-46, 4, 54)
        for x in (-58, 0, 58)
    )
    return Picture(
        "three-pushes",
        "Three bubbles: a steep hill with a flag, a sad face, and one small bubble again and again.",
        (
            GROUND,
            circle(320, 236, 214, APRICOT.tint),
            bubble(58, 34, 240, 158, BLUEBELL.tint),
            group(hill, flag, x=178, y=124, scale=1.05),
            bubble(342, 66, 240, 158, PLUM.tint, tail="right"),
            group(sad, x=462, y=142),
            bubble(160, 236, 262, 174, LAGOON.tint),
            group(again, x=291, y=315),
            _EARTH,
        ),
    )


def a_push_is_like_wind() -> Picture:
    """Draw wind from the left: Jakub holds on to his hat, and Ruby holds an umbrella before them both."""
    gusts = "M88 132H178Q216 132 214 104Q208 86 190 96M70 186H186M104 236H174M74 288H166M98 338H196"
    wind = strip(gusts, LAGOON.fill, 9)
    umbrella = strip("M-34 30L38 -6", WOOD, 7) + cut("M-30 -64Q-120 8 -46 100Q-40 20 -30 -64Z", LAMP.fill)
    umbrella += cut("M-30 -64Q-76 10 -46 100Q-40 20 -30 -64Z", "#E0AC33")
    one_hand = (Arm((-31, 72), (-46, 108), (-40, 140)), Arm((31, 74), (84, 52), (36, -16)))
    holding = (Arm((-30, 72), (-58, 96), (-64, 84)), Arm((30, 72), (48, 100), (26, 112)))
    return Picture(
        "a-push-is-like-wind",
        "Wind blows. Ruby holds an umbrella against it, and Jakub behind her holds on to his hat.",
        (
            slab(0, 0, 640, 480, LAGOON.tint),
            circle(420, 200, 176, APRICOT.tint),
            wind,
            earth(APRICOT.deep, 84, 40),
            _jakub(500, 206, 1, Face("small", -5), *one_hand, whole=True),
            _ruby(366, 216, 1.04, Face("smile", -4), *holding, held=group(umbrella, x=-84, y=66)),
        ),
    )


def in_the_den() -> Picture:
    """Draw Jakub and Ruby in the den; the tablet before them is full of bubbles, and Ruby sees his face."""
    holding = (Arm((-31, 72), (-46, 108), (-34, 130)), Arm((31, 74), (84, 52), (36, -16)))
    bubbles = "".join(
        slab(x, y, width, 17, CORAL.fill, corner=8)
        for x, y, width in ((268, 354, 72), (268, 377, 92), (268, 400, 54))
    )
    return Picture(
        "in-the-den",
        "In the den, the tablet is full of messages. Ruby sees that Jakub is worried.",
        (
            GROUND,
            circle(320, 216, 206, APRICOT.tint),
            _den(320, 470, 2),
            group(bust(RUBY, 0, 0, 1, Face("unsure", 7, brows="unsure"), hem=140), x=206, y=296, scale=1.16),
            _jakub(424, 306, 1.16, Face("worried", 4, 4, brows="worried"), *holding),
            table(424, APRICOT.deep, "#A25A1A"),
            tablet(250, 338, 130, 96, bubbles, screen=MILK),
        ),
    )


def mr_laing_listens() -> Picture:
    """Draw Mr Laing beside the den: Ruby and Jakub look out and tell him."""
    open_hands = (Arm((-31, 72), (-48, 122), (-62, 100), "open", -60), RIGHT_AT_REST)
    telling = (Arm((-31, 72), (-46, 108), (-34, 130)), Arm((31, 72), (60, 108), (54, 78), "open", 30))
    return Picture(
        "mr-laing-listens",
        "Jakub and Ruby look out of their den and tell Mr Laing, who listens with an open hand.",
        (
            GROUND,
            circle(300, 216, 206, APRICOT.tint),
            _den(220, 462, 1.5),
            group(bust(RUBY, 0, 0, 1, Face("small", 6), hem=140), x=158, y=330, scale=0.98),
            _jakub(282, 332, 0.98, Face("open", 6), *telling),
            bust(MR_LAING, 522, 244, 1.42, Face("small", -6, 3), arms=open_hands),
            _EARTH,
        ),
    )


def kai_hears_a_no() -> Picture:
    """Draw Kai, who has laid the tablet face down and breathes out, a hand on the chest."""
    calm = (LEFT_AT_REST, Arm((31, 74), (68, 104), (6, 82)))
    face_down = slab(378, 376, 176, 16, INK, corner=7) + slab(378, 376, 176, 9, BLUEBELL.deep, corner=5)
    heard = bubble(346, 70, 176, 112, MILK) + strip("M402 128L426 152L470 102", LEAF.deep, 14)
    return Picture(
        "kai-hears-a-no",
        "Kai has laid the tablet face down, with a hand on the chest, and hears the answer.",
        (
            GROUND,
            circle(290, 232, 204, APRICOT.tint),
            heard,
            bust(KAI, 226, 232, 1.46, Face("small", 5, tilt=3), arms=calm),
            table(392, APRICOT.deep, "#A25A1A"),
            face_down,
            plant(86, 354, 0.9, LEAF.deep, CORAL.fill),
        ),
    )


def hat_on_a_peg() -> Picture:
    """Draw four pegs on a wall with a woolly hat, a scarf and a bag, and a low sun in the window."""
    rail = slab(60, 150, 520, 26, WOOD_LIGHT, corner=8)
    pegs = "".join(strip(f"M{x} 166V188", WOOD, 13) for x in (130, 262, 394, 512))
    scarf = strip("M252 196Q242 290 256 366M272 196Q284 270 274 336", LAGOON.fill, 24)
    bag = strip("M378 190Q394 160 410 190V232M378 190V232", LEAF.deep, 8)
    bag += slab(344, 226, 100, 108, LEAF.fill, corner=16) + slab(360, 274, 68, 46, LEAF.deep, corner=8)
    sleeves = strip("M488 206Q464 262 462 318M536 206Q560 262 562 318", "#8796C6", 24)
    coat = sleeves + cut("M484 194Q512 178 540 194L556 350Q512 362 468 350Z", BLUEBELL.fill)
    coat += "".join(circle(512, y, 5, MILK) for y in (230, 262, 294, 326))
    shoes = slab(230, 396, 60, 22, PLUM.deep, corner=10) + slab(300, 396, 60, 22, PLUM.deep, corner=10)
    return Picture(
        "hat-on-a-peg",
        "A woolly hat, a scarf, a bag and a coat hang on their pegs in the evening light.",
        (
            slab(0, 0, 640, 480, APRICOT.tint),
            circle(326, 232, 190, LAMP.tint),
            rail,
            pegs,
            strip("M130 184V214", CORAL.deep, 5),
            group(_HAT, x=130, y=290, scale=1.3),
            scarf,
            bag,
            coat,
            slab(40, 416, 560, 22, WOOD, corner=6),
            shoes,
            earth(APRICOT.deep, 24, 12),
        ),
    )


PICTURES = (
    when_someone_pushes,
    hat_stays_on,
    a_push_is_like_wind,
    three_pushes,
    in_the_den,
    mr_laing_listens,
    kai_hears_a_no,
    hat_on_a_peg,
)
