"""Pictures, paper and the screens without words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from rse_lessons.lesson import model
from rse_lessons.lesson.model import Slide, Stage
from rse_lessons.ui.slide.drawing import Area, Image
from rse_lessons.ui.slide.look import inks
from rse_lessons.ui.slide.paint import paint_scene, scene_image, thumbnail
from rse_lessons.ui.slide.pictures import PictureStore
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.special import blank_scene, help_scene, safe_scene
from tests.ui_slide.made import HERE, ILLUSTRATIONS, ROUTES, judge, look, picture, said, slide

BANDS = ("ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16")


def title_slide() -> Slide:
    words = model.Text("We ask before we take or share a picture.", HERE)
    return slide(words, picture(), title="Ask first", layout="title", stage=Stage.WELCOME)


def test_a_picture_ground_is_drawn_on_without_a_seam() -> None:
    bare = slide(picture(), title="Hi", layout="title")
    scene = build_scene(bare, 1, look("ks1"))
    image = scene_image(scene, 1600)
    place = next(op for found in scene.pieces for op in found.ops if isinstance(op, Image)).spot
    assert place.x > 100
    seams = [y for y in range(900) if image.pixel(int(place.x) - 2, y) != image.pixel(int(place.x) + 2, y)]
    assert len(seams) <= 4


def test_words_of_a_title_never_lie_on_what_a_picture_shows() -> None:
    scene = build_scene(title_slide(), 1, look("ks1"))
    survey = scene.look.pictures.survey(ILLUSTRATIONS / "ask-first.svg")
    assert survey is not None
    place = next(op for found in scene.pieces for op in found.ops if isinstance(op, Image)).spot
    shown = place.x + survey.left * place.w
    reach = max(found.area.x for found in said(scene))
    assert reach < shown


def test_a_picture_is_painted_once_for_a_size_and_forgotten_when_many_are_kept() -> None:
    store = PictureStore(keep=600 * 450 * 4)
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for wide in (200.0, 400.0, 200.0):
        for name in ("ask-first.svg", "ben-says-no.svg"):
            area = Area(0, 0, wide, wide * 0.75)
            store.draw(painter, Image(area, ILLUSTRATIONS / name, area, 20))
    painter.end()
    assert 0 < store.kept_bytes <= 600 * 450 * 4


def test_a_picture_that_cannot_be_read_is_no_picture(tmp_path: Path) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("not a drawing", encoding="utf-8")
    for path in (broken, tmp_path / "nowhere.png", None):
        assert PictureStore().survey(path) is None


def test_thumbnails_follow_the_pixel_ratio() -> None:
    pixmap = thumbnail(title_slide(), 1, look("ks1"), {}, 240, 1.5)
    assert (pixmap.width(), pixmap.height()) == (360, 202)
    assert pixmap.devicePixelRatio() == 1.5


def test_a_slide_on_paper_keeps_its_words_and_drawings(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "slide.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    paint_scene(build_scene(title_slide(), 1, look("ks1")), painter, QRectF(0, 0, 4000, 2250))
    painter.end()
    data = (tmp_path / "slide.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/Font" in data
    assert len(data) < 400_000


@pytest.mark.parametrize("colour", ["black", "white"])
def test_blank_screens_are_blank(colour: str) -> None:
    image = scene_image(blank_scene(colour), 160)
    assert {image.pixelColor(x, y).name() for x in range(0, 160, 7) for y in range(0, 90, 7)} == {
        "#000000" if colour == "black" else "#ffffff"
    }


def test_the_safe_screen_says_nothing_and_fills_the_slide() -> None:
    scene = safe_scene(look())
    assert said(scene) == []
    image = scene_image(scene, 320)
    assert len({image.pixelColor(x, y).name() for x in range(0, 320, 9) for y in range(0, 180, 9)}) > 3


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
def test_help_names_every_route_the_trusted_adult_first_and_widest(theme: str) -> None:
    scene = help_scene(ROUTES, look(theme=theme))
    shown = [found.text for found in said(scene)]
    assert {route.name for route in ROUTES} | {route.contact for route in ROUTES} <= set(shown)
    boards = [found for found in scene.pieces if "route:" in found.key]
    assert all(boards[0].area.w > board.area.w for board in boards[1:])
    assert judge(scene) == []


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("band", [*BANDS, ""])
@pytest.mark.parametrize(("theme", "floor", "shapes"), [("light", 4.5, 3.0), ("high-contrast", 7.0, 7.0)])
def test_words_and_edges_can_be_told_from_their_grounds(
    band: str, theme: str, floor: float, shapes: float
) -> None:
    ink = inks(theme, band)
    pairs = [
        (ink.text, ink.ground), (ink.text, ink.card), (ink.text, ink.tint), (ink.text, ink.sunken),
        (ink.soft, ink.ground), (ink.soft, ink.sunken), (ink.deep, ink.ground), (ink.on_cover, ink.cover),
        (ink.on_selected, ink.selected), (ink.on_good, ink.good_ground), (ink.good, ink.good_ground),
        (ink.on_help, ink.help), (ink.care, ink.ground),
    ]  # fmt: skip
    edges = [
        (ink.edge, ink.ground),
        (ink.edge, ink.card),
        (ink.selected_edge, ink.ground),
        (ink.focus, ink.ground),
    ]
    assert [(one, two) for one, two in pairs if contrast(one, two) < floor] == []
    assert [(one, two) for one, two in edges if contrast(one, two) < shapes] == []


def test_scenes_do_not_outlive_their_use() -> None:
    scene = build_scene(title_slide(), 1, look("ks1"))
    assert isinstance(scene, SlideScene)
    scene.clear()
    assert scene.items() == []
