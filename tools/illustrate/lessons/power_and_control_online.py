"""Pictures of the lesson Power and control online: Leila's keys, two plants, a map, a bakery, a plan."""

from __future__ import annotations

from ..kit import Picture, circle, cut, earth, group, oval, ring, slab, strip
from ..palette import (
    APRICOT,
    BLUEBELL,
    CORAL,
    INK,
    LAGOON,
    LAMP,
    LEAF,
    MILK,
    OAT,
    PLUM,
    WOOD,
    WOOD_LIGHT,
)
from ..people import Arm, Face, arms_of, bust
from ..things import mug, plant, table
from ..things_ks4 import GROUND, LEFT_AT_REST, LEILA, MAREK, MR_HUANG, RIGHT_AT_REST, lanyard, sun

_GLASS = "#AFC0E8"


def _key(x: float, y: float, scale: float, colour: str, turn: float) -> str:
    """Return a key hanging from (x, y), 96 long."""
    return group(
        ring(0, 20, 15, colour, 9),
        strip("M0 36V92M0 74H15M0 90H18", colour, 9),
        x=x,
        y=y,
        scale=scale,
        turn=turn,
    )


def power_and_control_online() -> Picture:
    """Draw the cover: Leila at her own front door, her keys in her hand."""
    holding = (Arm((-31, 72), (-56, 112), (-66, 64)), Arm((31, 72), (44, 110), (36, 150)))
    keys = (
        ring(-66, 72, 15, INK, 5)
        + _key(-78, 82, 0.62, LAMP.fill, 24)
        + _key(-66, 86, 0.62, MILK, 0)
        + _key(-55, 82, 0.62, PLUM.deep, -24)
    )
    door = (
        slab(368, 62, 184, 366, BLUEBELL.deep, corner=8)
        + slab(384, 78, 152, 350, CORAL.fill, corner=6)
        + slab(404, 100, 112, 76, LAMP.tint, corner=6)
        + slab(404, 204, 112, 92, CORAL.deep, corner=6)
        + circle(402, 330, 9, LAMP.fill)
    )
    return Picture(
        "power-and-control-online",
        "Leila stands at her own front door, and her keys are in her hand.",
        (
            GROUND,
            circle(306, 230, 206, BLUEBELL.tint),
            door,
            earth(BLUEBELL.deep, 52, 20),
            slab(340, 418, 240, 26, OAT.deep, corner=6),
            group(plant(0, 0, 1.2, LEAF.deep, LAMP.fill), x=588, y=376),
            bust(LEILA, 250, 196, 1.5, Face("smile", 4), arms=holding, held=keys, hem=250),
        ),
    )


def _potted(x: float, y: float, tall: float, colour: str, pot: str) -> str:
    """Return a plant with paired leaves on a stem `tall` high, its pot standing on y."""
    pairs = "".join(
        oval(side * 22, -70 - step * 34, 22, 10, colour) for step in range(int(tall / 34)) for side in (-1, 1)
    )
    stem = strip(f"M0 -50V{-56 - tall}", colour, 6)
    pot_shape = cut("M-36 -52H36L27 0H-27Z", pot) + slab(-41, -62, 82, 16, pot, corner=5)
    return group(stem, pairs, circle(0, -62 - tall, 14, LAMP.fill), pot_shape, x=x, y=y)


def _jar(x: float, y: float) -> str:
    """Return a glass jar with a knob, standing mouth down on y."""
    dome = strip("M-64 0V-132Q-64 -178 0 -178T64 -132V0", _GLASS, 9) + circle(0, -188, 13, _GLASS)
    return group(dome, strip("M-46 -38V-122", MILK, 6), x=x, y=y)


def two_plants() -> Picture:
    """Draw two plants on a window ledge: one has room, the other stands under a glass jar."""
    window = slab(104, 36, 432, 330, MILK, corner=8) + slab(120, 52, 400, 314, BLUEBELL.tint)
    view = cut("M120 290Q230 224 340 272T520 250V366H120Z", LEAF.tint) + sun(320, 120, 38)
    bend = strip("M430 302Q430 262 418 250Q400 238 412 222", LEAF.deep, 6)
    leaves = oval(408, 284, 20, 9, LEAF.deep) + oval(448, 276, 18, 9, LEAF.deep)
    small_pot = cut("M394 318H466L457 370H403Z", CORAL.fill) + slab(389, 308, 82, 16, CORAL.fill, corner=5)
    return Picture(
        "two-plants",
        "Two plants stand at a window. One has room to grow, the other bends under a glass jar.",
        (
            GROUND,
            window,
            view,
            slab(312, 52, 16, 314, MILK),
            slab(70, 366, 500, 24, OAT.tint, corner=5),
            _potted(214, 368, 132, LEAF.deep, LAGOON.fill),
            small_pot,
            bend,
            leaves,
            _jar(430, 368),
            slab(0, 390, 640, 90, BLUEBELL.deep),
        ),
    )


def one_pin() -> Picture:
    """Draw a paper map on a table: a route, a park, a river, and one pin."""
    sheet = cut("M92 108L236 76L404 108L548 76V352L404 384L236 352L92 384Z", MILK)
    folds = cut("M236 76L404 108V384L236 352Z", "#F3EADA")
    park = cut("M268 136Q330 116 360 150Q384 190 340 204Q282 214 268 180Z", LEAF.fill)
    river = strip("M98 300Q170 252 240 292T392 288T542 236", BLUEBELL.fill, 20)
    roads = strip("M130 150L236 186L404 244L520 196M300 352L330 226L404 140", OAT.deep, 7)
    pin = circle(0, -58, 34, CORAL.fill) + cut("M-32 -46Q-14 -10 0 0Q14 -10 32 -46Z", CORAL.fill)
    pin += circle(0, -60, 13, MILK)
    return Picture(
        "one-pin",
        "A paper map lies on a table, with a single pin in it.",
        (
            GROUND,
            circle(320, 232, 222, BLUEBELL.tint),
            sheet,
            folds,
            park,
            river,
            roads,
            group(oval(0, 2, 18, 6, OAT.deep), pin, x=404, y=244),
            earth(BLUEBELL.deep, 26, 26),
        ),
    )


def _loaf(x: float, y: float, scale: float, colour: str) -> str:
    """Return a loaf with three cuts, lying on y."""
    cuts = strip("M-26 -40L-14 -22M-4 -44L8 -24M18 -42L30 -24", OAT.tint, 5)
    return group(cut("M-56 0Q-66 -52 0 -54Q66 -52 56 0Z", colour), cuts, x=x, y=y, scale=scale)


def marek_listens() -> Picture:
    """Draw Leila and Marek behind a bakery's counter; Leila talks, and Marek listens."""
    talking = (Arm((-31, 72), (-44, 112), (-20, 132)), Arm((31, 72), (64, 112), (52, 82), "open", 30))
    listening = (Arm((-31, 74), (-48, 104), (-40, 114)), Arm((31, 74), (48, 104), (40, 114)))
    shelf = slab(76, 94, 488, 14, WOOD_LIGHT, corner=5)
    counter = slab(0, 388, 640, 92, WOOD) + slab(0, 376, 640, 22, WOOD_LIGHT, corner=4)
    apron = "M-24 58L-30 260H30L24 58Q0 76 -24 58Z"
    return Picture(
        "marek-listens",
        "Leila and Marek stand behind a bakery's counter. Leila talks, and Marek listens.",
        (
            GROUND,
            circle(320, 236, 214, BLUEBELL.tint),
            shelf,
            _loaf(148, 94, 0.86, APRICOT.fill),
            _loaf(278, 94, 0.86, WOOD_LIGHT),
            _loaf(408, 94, 0.86, APRICOT.fill),
            oval(512, 82, 30, 13, WOOD_LIGHT) + oval(498, 66, 26, 12, APRICOT.fill),
            bust(LEILA, 204, 232, 1.36, Face("open", 6), hem=200),
            bust(MAREK, 436, 228, 1.36, Face("small", -6, tilt=-4), hem=200),
            group(cut(apron, MILK), *arms_of(LEILA, talking), x=204, y=232, scale=1.36),
            group(cut(apron, MILK), *arms_of(MAREK, listening), x=436, y=228, scale=1.36),
            counter,
            _loaf(78, 378, 0.9, APRICOT.fill),
            _loaf(570, 378, 0.9, WOOD_LIGHT),
        ),
    )


def plan_with_mr_huang() -> Picture:
    """Draw Leila and Marek at a table with Mr Huang, a sheet of paper between them."""
    writing = (Arm((-31, 72), (-52, 108), (-34, 132)), Arm((31, 72), (60, 106), (36, 136)))
    rows = "".join(
        circle(296, y, 6, colour) for y, colour in ((414, CORAL.fill), (434, LAMP.fill), (454, LEAF.fill))
    )
    lines = strip("M314 414H364M314 434H352M314 454H368", OAT.deep, 5)
    return Picture(
        "plan-with-mr-huang",
        "Leila and Marek sit with Mr Huang, an older teacher, and make a plan on paper.",
        (
            GROUND,
            circle(320, 230, 212, BLUEBELL.tint),
            bust(MAREK, 120, 238, 1.26, Face("small", 6), arms=(LEFT_AT_REST, RIGHT_AT_REST)),
            bust(LEILA, 254, 226, 1.32, Face("small", 6), arms=(LEFT_AT_REST, RIGHT_AT_REST)),
            bust(MR_HUANG, 470, 190, 1.5, Face("smile", -6), arms=writing, held=lanyard(LAMP.fill)),
            table(388),
            slab(276, 398, 106, 76, MILK, corner=4),
            rows,
            lines,
            mug(90, 374, 0.9, CORAL.fill),
            group(plant(0, 0, 0.9, LEAF.deep, LAGOON.fill), x=586, y=362),
        ),
    )


def jar_lifted() -> Picture:
    """Draw the second plant again: the jar stands beside it, and it has begun to straighten."""
    return Picture(
        "jar-lifted",
        "The plant stands in the sun. The glass jar stands beside it, empty.",
        (
            slab(0, 0, 640, 480, BLUEBELL.tint),
            circle(316, 226, 168, LAMP.tint),
            sun(316, 118, 44),
            cut("M0 366Q170 306 330 350Q500 384 640 336V480H0Z", LEAF.fill),
            cut("M0 416Q300 372 640 412V480H0Z", LEAF.deep),
            _potted(236, 430, 132, LEAF.deep, CORAL.fill),
            _jar(478, 436),
        ),
    )


PICTURES = (power_and_control_online, two_plants, one_pin, marek_listens, plan_with_mr_huang, jar_lifted)
