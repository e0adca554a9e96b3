"""How two languages stand on a slide, to choose by a small picture: small under, as large under, beside."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.widgets.choice_row import ChoiceRow
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.paint import box

_WIDE, _TALL = 96.0, 54.0
"""A slide, at 100%."""


def arrangements() -> list[Choice]:
    """Give the three, in words."""
    return [
        Choice("small", tr("Small under it"), tr("Fits on most slides.")),
        Choice("above", tr("Under it, as large"), tr("Both can be read from the back.")),
        Choice("beside", tr("Side by side"), tr("Each half is in one language.")),
    ]


class ArrangementRow(ChoiceRow):
    """One of them, with a slide in two languages above its words."""

    PICTURE = 54

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw a slide with lines of words, those of the second language lighter."""
        theme, px = self._theme, self._theme.px
        unit = px(100) / 100
        slide = QRectF(rect.left(), rect.top(), _WIDE * unit, _TALL * unit)
        box(painter, slide, px(4), fill=theme.colour("surface"), edge=theme.colour("control-edge"), width=1.5)
        first, second = theme.colour("text"), theme.colour("selected-edge")
        for x, y, wide, tall, other in _lines(self.choice.value):
            place = QRectF(slide.left() + x * unit, slide.top() + y * unit, wide * unit, tall * unit)
            box(painter, place, tall * unit / 2, fill=second if other else first)


def _lines(arrangement: str) -> Iterator[tuple[float, float, float, float, bool]]:
    """Give each line of words: left, top, width, height, and whether it is the second language."""
    if arrangement == "beside":
        for y, wide in ((10, 34), (22, 26), (34, 30)):
            yield 9, y, wide, 6, False
            yield 53, y, wide, 6, True
        return
    tall = 6 if arrangement == "above" else 3
    for y, wide in ((9, 66), (31, 54)):
        yield 10, y, wide, 6, False
        yield 10, y + 9, wide * (0.9 if arrangement == "above" else 0.7), tall, True
