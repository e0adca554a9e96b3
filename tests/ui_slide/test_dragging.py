"""Where a card lands that is let go over a slide."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from rse_lessons.ui.slide.area import Area
from rse_lessons.ui.slide.dragging import landing
from rse_lessons.ui.slide.drawing import Piece

TRAY = Piece("tray", Area(0, 0, 600, 200), (), target="", level=0)
ONE = Piece("one", Area(0, 260, 140, 60), (), target="1", level=1)
TWO = Piece("two", Area(200, 260, 140, 60), (), target="2", level=1)
PLACES = (TRAY, ONE, TWO)


def card(x: float, y: float) -> QRectF:
    return QRectF(x, y, 180, 150)


def test_the_place_under_the_hand_is_taken_though_the_card_covers_another() -> None:
    assert landing(QPointF(20, 290), card(150, 240), PLACES) is ONE


def test_the_topmost_place_under_the_hand_is_taken() -> None:
    over = Piece("over", Area(0, 0, 100, 100), (), target="9", level=2)
    assert landing(QPointF(50, 50), card(0, 0), (over, TRAY)) is over


def test_beside_every_place_the_card_goes_where_it_covers_most() -> None:
    assert landing(QPointF(160, 350), card(120, 230), PLACES) is TWO


def test_a_card_that_covers_no_place_goes_nowhere() -> None:
    assert landing(QPointF(700, 500), card(620, 420), PLACES) is None
    assert landing(QPointF(160, 225), card(120, 205), (ONE,)) is None
