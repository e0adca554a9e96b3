"""The story of Omar, Amara, Aoife and a message that was not from her, for ages 7 to 9."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from ..palette import APRICOT, BARK, BLUEBELL, CORAL, GREY, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM, WOOD
from ..people import Arm, Face, Look, arms_of, bust, standing
from ..things import bubble, mug, question_mark, table
from ..things_lower_ks2 import (
    AMARA,
    AOIFE,
    GROUND,
    LEFT_AT_REST,
    MISS_DOYLE,
    OMAR,
    RIGHT_AT_REST,
    tablet,
)

_AOIFES_GRAN = Look(0, "bun", GREY, LEAF.fill, glasses=True, head=0.9)
_EARTH = earth(APRICOT.deep)
_TABLE = table(404, APRICOT.deep, "#A25A1A")


def _boat(x: float, y: float, scale: float, hull: str, sail: str) -> str:
    """Return a boat with one sail, 120 wide, its water line at y."""
    body = cut("M-60 -18H60Q48 12 28 12H-28Q-48 12 -60 -18Z", hull)
    mast = strip("M0 -18V-122", WOOD, 6)
    sails = cut("M8 -120Q66 -70 60 -30H8Z", sail) + cut("M-8 -104Q-44 -64 -44 -30H-8Z", MILK)
    return group(mast, sails, body, x=x, y=y, scale=scale)


def _waves(left: float, right: float, y: float, foot: float, colour: str) -> str:
    """Return water from `left` to `right` with small waves on top at y, down to `foot`."""
    count = int((right - left) // 40)
    step = (right - left) / count
    crest = "".join(f"q{step / 2:.1f} -12 {step:.1f} 0" for _ in range(count))
    return cut(f"M{left:g} {y:g}{crest}V{foot:g}H{left:g}Z", colour)


def _game(x: float, y: float, width: float, height: float, *shown: str) -> str:
    """Return a tablet that shows the boat game: sky, water and a boat."""
    water = slab(x + 10, y + height * 0.68, width - 20, height * 0.32 - 10, LAGOON.fill)
    crests = _waves(x + 10, x + width - 10, y + height * 0.69, y + height * 0.74, LAGOON.fill)
    boat = _boat(x + width * 0.36, y + height * 0.72, height / 250, CORAL.deep, LAMP.fill)
    return tablet(x, y, width, height, boat, water, crests, *shown, screen=BLUEBELL.tint)


def who_is_it_really() -> Picture:
    """Draw the cover: Omar and Amara look at the boat game, where somebody asks something."""
    leaning = Arm((31, 74), (58, 124), (30, 150))
    resting = Arm((-31, 74), (-58, 124), (-30, 150))
    badge = circle(392, 286, 30, MILK) + question_mark(392, 284, PLUM.deep, 0.72)
    return Picture(
        "who-is-it-really",
        "Omar and Amara look at a boat game. A badge with a question mark is on the screen.",
        (
            GROUND,
            circle(320, 216, 204, APRICOT.tint),
            bust(OMAR, 148, 204, 1.34, Face("unsure", 7, 3, tilt=3), arms=(LEFT_AT_REST, leaning)),
            bust(AMARA, 494, 206, 1.34, Face("small", -7, 3, tilt=-3), arms=(resting, RIGHT_AT_REST)),
            _TABLE,
            _game(212, 236, 226, 176, badge),
        ),
    )


def pretend_for_fun() -> Picture:
    """Draw Amara as a cardboard robot, and Omar laughing with her."""
    box = slab(-58, 46, 116, 112, OAT.deep, corner=8) + slab(-38, 66, 76, 44, MILK, corner=6)
    buttons = circle(-20, 88, 10, CORAL.fill) + circle(4, 88, 10, LAMP.fill) + circle(27, 88, 7, LAGOON.fill)
    dial = ring(0, 134, 12, INK, 5) + strip("M0 134L6 126", INK, 4)
    helmet = cut("M-52 -58H52V40H-52ZM-33 -30V34H33V-30Z", OAT.deep).replace("/>", ' fill-rule="evenodd"/>')
    springs = strip("M-24 -58V-80M24 -58V-80", INK, 4) + circle(-24, -86, 8, CORAL.fill)
    springs += circle(24, -86, 8, LAGOON.fill)
    arms = (
        Arm((-52, 74), (-84, 80), (-82, 34), "open", -6),
        Arm((52, 74), (84, 80), (82, 34), "open", 6),
    )
    robot = standing(AMARA, 0, 0, 1, Face("open"), legs=56)
    laughing = (Arm((-31, 72), (-58, 108), (-14, 120)), Arm((31, 72), (58, 108), (14, 128)))
    return Picture(
        "pretend-for-fun",
        "Amara is dressed as a cardboard robot and waves. Omar laughs with her.",
        (
            GROUND,
            circle(320, 230, 206, APRICOT.tint),
            earth(APRICOT.deep, 84, 40),
            group(robot, box, buttons, dial, helmet, springs, *arms_of(AMARA, arms), x=230, y=194, scale=1.1),
            standing(OMAR, 446, 196, 1.06, Face("open", -6), arms=laughing, legs=66),
        ),
    )


def a_message_comes() -> Picture:
    """Draw the boat game from near: another boat comes with a question mark on its sail."""
    sea = _waves(0, 640, 340, 480, LAGOON.fill) + _waves(0, 640, 390, 480, "#4E9C95")
    mark = question_mark(444, 196, PLUM.deep, 1.2)
    return Picture(
        "a-message-comes",
        "In a boat game a second boat comes near. A question mark is on its sail.",
        (
            slab(0, 0, 640, 480, BLUEBELL.tint),
            circle(196, 132, 74, LAMP.fill),
            _boat(222, 330, 1.3, CORAL.deep, LAMP.fill),
            group(
                strip("M0 -18V-150", WOOD, 6),
                cut("M-62 -142Q0 -160 62 -142L54 -40Q0 -28 -54 -40Z", PLUM.tint),
                cut("M-60 -18H60Q48 12 28 12H-28Q-48 12 -60 -18Z", PLUM.deep),
                x=442,
                y=334,
                scale=1.34,
            ),
            mark,
            sea,
            bubble(292, 40, 116, 72, MILK, tail="right"),
            strip("M318 64H382M318 86H358", LAGOON.deep, 8),
            earth(APRICOT.deep, 20, 16),
        ),
    )


def omar_wonders() -> Picture:
    """Draw Omar with a hand at his chin: in the game a bubble has come up, and nobody knows whose it is."""
    thinking = (LEFT_AT_REST, Arm((31, 74), (66, 114), (16, 44)))
    badge = circle(530, 262, 26, MILK) + question_mark(530, 260, PLUM.deep, 0.62)
    words = bubble(372, 84, 176, 108, MILK, tail="right")
    words += strip("M400 116H518M400 140H518M400 164H470", LAGOON.deep, 9)
    return Picture(
        "omar-wonders",
        "Omar looks at a message in the boat game. A question mark is beside it. He is unsure.",
        (
            GROUND,
            circle(290, 226, 204, APRICOT.tint),
            bust(OMAR, 196, 220, 1.42, Face("unsure", 7, 2, brows="unsure"), arms=thinking),
            _TABLE,
            _game(350, 224, 220, 184, badge),
            words,
        ),
    )


def miss_doyle_looks() -> Picture:
    """Draw Miss Doyle, who listens to Omar; the tablet lies between them, and Amara stays beside him."""
    telling = (LEFT_AT_REST, Arm((31, 72), (62, 114), (52, 84), "open", 30))
    near = (Arm((-31, 74), (-62, 118), (-14, 48)), RIGHT_AT_REST)
    return Picture(
        "miss-doyle-looks",
        "Omar tells Miss Doyle, and Amara stays with him. Miss Doyle listens, her hand at her chin.",
        (
            GROUND,
            circle(328, 220, 204, APRICOT.tint),
            bust(AMARA, 104, 236, 1.12, Face("small", 7), arms=(LEFT_AT_REST, RIGHT_AT_REST)),
            bust(OMAR, 232, 226, 1.24, Face("open", 6), arms=telling),
            bust(MISS_DOYLE, 488, 192, 1.5, Face("small", -6, 2, tilt=-3), arms=near),
            _TABLE,
            slab(330, 386, 122, 14, INK, corner=6) + slab(330, 384, 122, 8, LAGOON.tint, corner=4),
            mug(572, 374, 0.9, LAMP.fill),
        ),
    )


def boats_in_the_evening() -> Picture:
    """Draw three boats at rest on quiet water under a low sun."""
    sparkle = strip("M196 384H296M170 404H270M216 424H316", MILK, 5)
    jetty = slab(470, 372, 190, 16, WOOD) + strip("M500 384V440M560 384V440M620 384V440", BARK, 13)
    return Picture(
        "boats-in-the-evening",
        "Three boats rest on quiet water in the evening, beside a wooden jetty.",
        (
            slab(0, 0, 640, 480, APRICOT.tint),
            circle(252, 252, 108, LAMP.fill),
            cut("M250 352Q390 270 500 304T640 284V352Z", LEAF.tint),
            slab(0, 342, 42, 138, LAGOON.tint),
            _waves(40, 640, 342, 480, LAGOON.tint),
            _boat(112, 366, 0.86, PLUM.deep, PLUM.fill),
            _boat(262, 352, 0.6, LAGOON.deep, CORAL.fill),
            sparkle,
            jetty,
            _boat(410, 424, 1.12, CORAL.deep, LAMP.fill),
            slab(0, 440, 42, 40, LAGOON.fill),
            _waves(40, 640, 440, 480, LAGOON.fill),
            earth(APRICOT.deep, 16, 10),
        ),
    )


def _clue(name: str, title: str, ground: str, *shapes: str) -> Picture:
    return Picture(name, title, (slab(0, 0, 320, 240, ground), *shapes), 320, 240)


def clue_name() -> Picture:
    """Draw a name badge with a scribble for a name."""
    badge = slab(46, 62, 228, 130, MILK, corner=16) + slab(46, 62, 228, 40, CORAL.fill, corner=16)
    scribble = strip("M84 150Q100 118 116 146T150 142T184 148T236 138", INK, 8)
    return _clue("clue-name", "A name badge.", CORAL.tint, badge, slab(46, 88, 228, 14, CORAL.fill), scribble)


def clue_dog() -> Picture:
    """Draw a photograph of a dog."""
    fur, ear = APRICOT.fill, BARK
    dog = (
        oval(0, 66, 52, 46, fur),
        oval(0, 0, 46, 42, fur),
        cut("M-38 -26Q-70 -20 -60 34Q-42 30 -34 -4Z", ear),
        cut("M38 -26Q70 -20 60 34Q42 30 34 -4Z", ear),
        circle(-16, -6, 5, INK) + circle(16, -6, 5, INK),
        oval(0, 20, 20, 16, MILK),
        oval(0, 12, 9, 7, INK) + strip("M0 18V26", INK, 3),
    )
    photo = slab(62, 14, 196, 212, MILK, corner=4) + slab(78, 30, 164, 152, LEAF.tint)
    foot = slab(78, 182, 164, 44, MILK)
    return _clue(
        "clue-dog", "A photo of a dog.", LEAF.fill, photo, group(*dog, x=160, y=96, scale=0.94), foot
    )


def clue_nine() -> Picture:
    """Draw a birthday cake with nine candles."""
    drops = "q-16 18 -31 0" + "q-16 18 -32 0" * 4 + "q-15 18 -29 0"
    cake = slab(66, 128, 188, 78, CORAL.fill, corner=10)
    cake += cut(f"M66 146V132Q66 120 80 120H240Q254 120 254 132V146{drops}Z", MILK)
    wax = (LAGOON.fill, PLUM.fill)
    candles = "".join(slab(74 + 19.4 * at, 84, 9, 38, wax[at % 2], corner=3) for at in range(9))
    flames = "".join(oval(78.5 + 19.4 * at, 73, 5, 9, LAMP.fill) for at in range(9))
    plate = oval(160, 208, 120, 12, OAT.deep)
    return _clue("clue-nine", "A cake with nine candles.", BLUEBELL.tint, plate, cake, candles, flames)


def clue_kind_words() -> Picture:
    """Draw a speech bubble with a flower in it."""
    petals = "".join(group(oval(0, -24, 12, 17, PLUM.fill), turn=60 * step) for step in range(6))
    flower = group(strip("M0 10V66", LEAF.deep, 7), petals, circle(0, 0, 13, LAMP.fill), x=160, y=82)
    return _clue(
        "clue-kind-words",
        "A speech bubble with a flower.",
        LAGOON.fill,
        bubble(48, 24, 224, 152, MILK),
        flower,
    )


def clue_face_to_face() -> Picture:
    """Draw Aoife and Omar face to face."""
    return _clue(
        "clue-face-to-face",
        "Aoife and Omar talk face to face.",
        APRICOT.fill,
        circle(160, 118, 108, APRICOT.tint),
        bust(AOIFE, 92, 122, 1.06, Face("open", 6), arms=(LEFT_AT_REST,), hem=130),
        bust(OMAR, 230, 122, 1.06, Face("smile", -6), arms=(RIGHT_AT_REST,), hem=130),
    )


def clue_a_call() -> Picture:
    """Draw a grown-up on a telephone with a cord."""
    holding = Arm((31, 74), (78, 92), (42, 14))
    receiver = group(
        strip("M0 -22V22", INK, 13),
        slab(-16, -34, 22, 18, INK, corner=7),
        slab(-16, 16, 22, 18, INK, corner=7),
        x=44,
        y=8,
        turn=8,
    )
    cord = strip("M44 40q14 10 2 20t2 20t2 20t2 20t2 20", INK, 4)
    return _clue(
        "clue-a-call",
        "A grown-up makes a call.",
        PLUM.tint,
        group(
            bust(
                _AOIFES_GRAN,
                0,
                0,
                1,
                Face("smile"),
                arms=(LEFT_AT_REST, holding),
                held=receiver + cord,
                hem=130,
            ),
            x=146,
            y=116,
            scale=1.12,
        ),
    )


PICTURES = (
    who_is_it_really,
    pretend_for_fun,
    a_message_comes,
    omar_wonders,
    miss_doyle_looks,
    boats_in_the_evening,
    clue_name,
    clue_dog,
    clue_nine,
    clue_kind_words,
    clue_face_to_face,
    clue_a_call,
)
