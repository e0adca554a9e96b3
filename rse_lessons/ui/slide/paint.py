"""Slides painted elsewhere than in a view: on paper, in a picture file, as thumbnails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from rse_lessons.lesson.model import Slide
from rse_lessons.ui.slide.look import HEIGHT, WIDTH, SlideLook
from rse_lessons.ui.slide.scene import FRAME, SlideScene, build_scene


def paint_scene(scene: SlideScene, painter: QPainter, rect: QRectF) -> None:
    """Paint a whole scene into `rect`, keeping its proportions, in the middle."""
    scene.render(painter, rect, FRAME, Qt.AspectRatioMode.KeepAspectRatio)


def scene_image(scene: SlideScene, width: int, dpr: float = 1.0) -> QImage:
    """Paint a scene `width` logical pixels wide, as a picture for a screen of this pixel ratio."""
    across = max(1, round(width * dpr))
    image = QImage(across, max(1, round(across * HEIGHT / WIDTH)), QImage.Format.Format_RGB32)
    image.fill(scene.backgroundBrush().color())
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    scene.render(painter, QRectF(image.rect()), FRAME, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image


def thumbnail(  # noqa: PLR0917  what, how it stands, how large: in the order of the scene's own
    slide: Slide,
    number: int,
    look: SlideLook,
    states: Mapping[str, Any] | None,
    width: int,
    dpr: float = 1.0,
    other: Slide | None = None,
) -> QPixmap:
    """Paint a slide `width` logical pixels wide; its scene is not kept.

    `other` is the same slide in the look's second language.
    """
    return QPixmap.fromImage(scene_image(build_scene(slide, number, look, states, other), width, dpr))
