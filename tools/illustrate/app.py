"""The program's own pictures: the safe screen, the empty places and the sign of the program."""

from __future__ import annotations

from .kit import Picture, circle, cut, group, oval, slab, strip
from .palette import APRICOT, BARK, BLUEBELL, CORAL, INK, LAGOON, LAMP, LEAF, MILK, OAT, PLUM
from .things import plant

_FAR_HILL = "#C9D4EE"
_NEAR_HILL = "#B4D5CA"
_CROWN = "#7FA768"
_CROWN_BEHIND = "#6B9455"


def _bird(x: float, y: float, scale: float) -> str:
    return group(strip("M-17 3Q-8 -7 0 3Q8 -7 17 3", INK, 4), x=x, y=y, scale=scale)


def _round_tree(x: float, y: float, radius: float, crown: str) -> str:
    trunk = slab(x - radius / 9, y - radius * 1.3, radius / 4.5, radius * 1.3, BARK, corner=radius / 14)
    return trunk + circle(x, y - radius * 1.95, radius, crown)


def _bud(x: float, y: float, colour: str, lean: float) -> str:
    """Return a flower of the meadow growing from (x, y)."""
    return group(strip("M0 0Q-3 -26 0 -46", LEAF.deep, 5), oval(0, -60, 8, 18, colour), x=x, y=y, turn=lean)


def safe_screen() -> Picture:
    """Draw a wide, quiet landscape to rest the eyes on."""
    pond = oval(1166, 834, 196, 33, BLUEBELL.tint) + strip("M1070 826H1164M1186 844H1272", MILK, 5)
    flowers = (
        (150, 842, 0),
        (198, 858, 1),
        (250, 836, 0),
        (816, 850, 1),
        (870, 866, 0),
        (1432, 866, 0),
        (1486, 844, 1),
    )
    return Picture(
        "safe-screen",
        "A quiet landscape with hills, trees, a pond and a low sun.",
        (
            slab(0, 0, 1600, 900, BLUEBELL.tint),
            circle(1034, 392, 192, LAMP.tint),
            cut("M0 534C240 400 480 410 740 512C1000 610 1300 540 1600 434V900H0Z", _FAR_HILL),
            cut("M0 600C340 490 560 500 860 586C1160 680 1400 660 1600 542V900H0Z", LAGOON.tint),
            cut("M0 666C200 590 420 620 640 672C900 734 1280 706 1600 642V900H0Z", _NEAR_HILL),
            _round_tree(492, 718, 56, _CROWN_BEHIND),
            cut("M0 750C340 696 680 690 960 744C1220 800 1460 810 1600 734V900H0Z", LEAF.fill),
            _round_tree(358, 722, 93, _CROWN),
            pond,
            "".join(_bud(x, y, (LAMP.fill, CORAL.fill)[kind], x % 11 - 5) for x, y, kind in flowers),
            _bird(650, 194, 1) + _bird(778, 206, 1) + _bird(706, 250, 1.3),
        ),
        1600,
        900,
    )


def empty_shelf() -> Picture:
    """Draw a small shelf with a plant and some books; there is nothing behind it."""
    books = slab(176, 100, 22, 92, LAGOON.fill, corner=3) + slab(200, 114, 20, 78, LAMP.fill, corner=3)
    leaning = group(slab(0, -84, 20, 84, PLUM.fill, corner=3), x=223, y=192, turn=-11)
    return Picture(
        "empty-shelf",
        "A small shelf with a plant and some books.",
        (
            circle(170, 116, 96, APRICOT.tint),
            plant(116, 156, 0.95, LEAF.deep, CORAL.fill),
            books,
            leaning,
            slab(44, 192, 232, 12, OAT.deep, corner=4),
            slab(44, 201, 232, 7, "#C2AB82", corner=3),
        ),
        320,
        240,
    )


def no_results() -> Picture:
    """Draw an open book under a round leaf that looks like a magnifying glass."""
    pages = cut("M160 178Q112 152 52 162V84Q112 76 160 102Z", MILK)
    pages += cut("M160 178Q208 152 268 162V84Q208 76 160 102Z", OAT.tint)
    cover = cut("M160 192Q110 168 42 176V93Q112 84 160 112Q208 84 278 93V176Q210 168 160 192Z", LAGOON.deep)
    leaf = (
        strip("M226 138L262 178", LEAF.deep, 11)
        + circle(204, 112, 40, LEAF.deep)
        + circle(204, 112, 32, LEAF.fill)
    )
    leaf += strip("M222 132L186 92M204 112V90M204 112H182M216 125V108M216 125H199", LEAF.tint, 3.5)
    return Picture(
        "no-results",
        "An open book under a round leaf.",
        (
            circle(160, 118, 96, LAGOON.tint),
            cover,
            pages,
            strip("M84 104Q108 102 136 112M84 124Q108 122 136 132", OAT.deep, 5),
            leaf,
        ),
        320,
        240,
    )


def app_logo() -> Picture:
    """Draw the sign of the program: a little open book with a sun between its pages."""
    return Picture(
        "app-logo",
        "A little open book with a sun.",
        (
            cut("M64 34Q40 18 12 24V104Q40 98 64 114Z", CORAL.fill),
            cut("M64 34Q88 18 116 24V104Q88 98 64 114Z", LAGOON.fill),
            circle(64, 38, 21, LAMP.fill),
        ),
        128,
        128,
    )


PICTURES = (safe_screen, empty_shelf, no_results, app_logo)
