"""A view shows the whole slide and nothing beside it, whether it was painted ahead or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from rse_lessons.lesson import model
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.view import SlideView
from tests.ui_slide.made import HERE, look, slide

MARGIN = QColor("#FF00FF")


def shown(qtbot: QtBot, size: QSize) -> tuple[SlideView, SlideScene]:
    view = SlideView()
    qtbot.addWidget(view)
    view.set_margin_colour(MARGIN)
    scene = build_scene(slide(model.Text("Words.", HERE), title="A heading"), 1, look())
    view.resize(size)
    view.show_scene(scene)
    view.show()
    return view, scene


def grabbed(view: SlideView) -> QImage:
    return view.viewport().grab().toImage()


@pytest.mark.parametrize(
    "size", [QSize(1920, 1080), QSize(1280, 720), QSize(1118, 628), QSize(703, 395), QSize(800, 450)]
)
def test_a_slide_reaches_every_edge_and_stays_where_it_was_painted_ahead(qtbot: QtBot, size: QSize) -> None:
    view, scene = shown(qtbot, size)
    painted = grabbed(view)
    for x in (0, size.width() // 2, size.width() - 1):
        for y in (0, size.height() // 2, size.height() - 1):
            assert painted.pixelColor(x, y) != MARGIN
    view.paint_ahead(scene)
    assert view.is_ready(scene)
    assert grabbed(view) == painted


def test_what_is_left_over_beside_a_slide_is_shared_and_has_the_margins_colour(qtbot: QtBot) -> None:
    view, scene = shown(qtbot, QSize(1024, 768))
    painted = grabbed(view)
    assert painted.pixelColor(512, 95) == MARGIN == painted.pixelColor(512, 672)
    assert painted.pixelColor(512, 97) != MARGIN != painted.pixelColor(512, 670)
    view.paint_ahead(scene)
    assert grabbed(view) == painted
