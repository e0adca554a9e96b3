"""Pictures of slides: SVG and bitmaps, drawn at the size of the screen and kept for the next painting.

On paper an SVG stays a drawing. Nothing here decides where a picture stands.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPaintEngine, QPixmap, QTransform

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

    from rse_lessons.ui.slide.drawing import Image

_KEEP = 32 * 1024 * 1024
"""Bytes of painted pictures kept: about ten slides' worth at 1080p."""
_LOOK = 160
_MAX_RUNS = 3
_PAPER = {QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG, QPaintEngine.Type.Picture}


@dataclass(frozen=True, slots=True)
class Survey:
    """What a picture's edges and margins are like; shares of its width and height."""

    aspect: float
    """Width divided by height."""
    side: tuple[tuple[float, str], ...] = ()
    """The colours down its left edge, each with the share at which it begins; empty where they are many."""
    top: str = ""
    """The colour along its upper edge, or empty where there are several."""
    left: float = 0.0
    """Nothing but ground from the left edge to here."""
    right: float = 1.0
    """Nothing but ground from here to the right edge."""

    @property
    def bleeds(self) -> bool:
        """Whether the ground may be drawn on to the left and above without a seam."""
        return bool(self.side and self.top) and self.side[0][1] == self.top

    @property
    def ground_until(self) -> float:
        """Where the strip of earth begins at the left edge."""
        return self.side[1][0] if len(self.side) > 1 else 1.0


class PictureStore:
    """Reads pictures once and keeps what was painted lately."""

    def __init__(self, keep: int = _KEEP) -> None:
        self._keep = keep
        self._used = 0
        self._readers: dict[Path, QSvgRenderer | QImage | None] = {}
        self._surveys: dict[Path, Survey | None] = {}
        self._painted: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def survey(self, path: Path | None) -> Survey | None:
        """Look at a picture's edges; None when there is no picture to read."""
        if path is None:
            return None
        if path not in self._surveys:
            self._surveys[path] = self._look(path)
        return self._surveys[path]

    def draw(self, painter: QPainter, image: Image) -> None:
        """Draw a picture inside its rounded area."""
        reader = self._reader(image.path)
        if reader is None:
            return
        engine = painter.paintEngine()
        if engine is not None and engine.type() in _PAPER:
            painter.save()
            painter.setClipPath(_rounded(image.area.qt(), image.radius))
            self._fill(painter, image)
            self._render(painter, reader, image.spot.qt())
            painter.restore()
            return
        device = painter.deviceTransform()
        size = device.mapRect(image.area.qt()).size().toSize()
        if size.width() < 1 or size.height() < 1:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixmap = self._pixmap(image, reader, size)
        painter.drawPixmap(image.area.qt(), pixmap, QRectF(pixmap.rect()))

    def _pixmap(self, image: Image, reader: QSvgRenderer | QImage, size: QSize) -> QPixmap:
        key = (image.path, image.area.w, image.area.h, image.spot, image.radius, size.width(), size.height())
        found = self._painted.get(key)
        if found is not None:
            self._painted.move_to_end(key)
            return found
        flat = QPixmap(size)
        flat.fill(QColor(0, 0, 0, 0))
        across = size.width() / image.area.w
        down = size.height() / image.area.h
        with _painting(flat) as painter:
            painter.scale(across, down)
            painter.translate(-image.area.x, -image.area.y)
            self._fill(painter, image)
            self._render(painter, reader, image.spot.qt())
        made = _round_off(flat, image.radius * across) if image.radius else flat
        self._painted[key] = made
        self._used += _bytes(made)
        while self._used > self._keep and len(self._painted) > 1:
            _, old = self._painted.popitem(last=False)
            self._used -= _bytes(old)
        return made

    def _fill(self, painter: QPainter, image: Image) -> None:
        """Draw the picture's ground on, where it bleeds over its own edges."""
        survey = self.survey(image.path)
        if not image.bleed or survey is None or not survey.side:
            return
        area, spot = image.area, image.spot
        for index, (share, colour) in enumerate(survey.side):
            top = spot.y + share * spot.h if index else min(area.y, spot.y)
            painter.fillRect(QRectF(area.x, top, area.w, max(0.0, area.bottom - top)), QColor(colour))

    def _reader(self, path: Path) -> QSvgRenderer | QImage | None:
        if path not in self._readers:
            self._readers[path] = _open(path)
        return self._readers[path]

    @staticmethod
    def _render(painter: QPainter, reader: QSvgRenderer | QImage, spot: QRectF) -> None:
        if isinstance(reader, QImage):
            painter.drawImage(spot, reader)
        else:
            reader.render(painter, spot)

    def _look(self, path: Path) -> Survey | None:
        reader = self._reader(path)
        if reader is None:
            return None
        size = reader.size() if isinstance(reader, QImage) else reader.viewBoxF().size().toSize()
        if size.isEmpty():
            return None
        aspect = size.width() / size.height()
        small = QImage(_LOOK, max(8, min(4 * _LOOK, round(_LOOK / aspect))), QImage.Format.Format_RGB32)
        small.fill(QColor(255, 255, 255))
        with _painting(small, smooth=False) as painter:
            self._render(painter, reader, QRectF(small.rect()))
        return _survey(small, aspect)


def _survey(small: QImage, aspect: float) -> Survey:
    wide, tall = small.width(), small.height()
    column = [small.pixel(0, y) for y in range(tall)]
    side = [(0.0, _name(column[0]))]
    for y in range(1, tall):
        if column[y] != column[y - 1]:
            side.append((y / tall, _name(column[y])))
    flat = all(small.pixel(x, 0) == column[0] for x in range(wide))
    # Rows where the earth begins rise and fall along the picture: they are judged by colour alone.
    ground = set(column)

    def calm(x: int) -> bool:
        return all(small.pixel(x, y) in ground for y in range(0, tall, 2))

    left = next((x for x in range(wide) if not calm(x)), wide)
    right = next((x for x in range(wide - 1, -1, -1) if not calm(x)), 0)
    runs = tuple(side) if len(side) <= _MAX_RUNS else ()
    return Survey(aspect, runs, _name(column[0]) if flat else "", left / wide, (right + 1) / wide)


def _name(pixel: int) -> str:
    return QColor(pixel).name().upper()


def _open(path: Path) -> QSvgRenderer | QImage | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if path.suffix.lower() == ".svg":
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  imported late: start-up

        svg = QSvgRenderer(data)
        svg.setAspectRatioMode(Qt.AspectRatioMode.IgnoreAspectRatio)
        return svg if svg.isValid() else None
    image = QImage.fromData(data)
    return None if image.isNull() else image


class _painting:  # noqa: N801  reads as a with-statement's verb
    """Paint on a device and end the painter whatever happens."""

    def __init__(self, device: QPixmap | QImage, *, smooth: bool = True) -> None:
        self._painter = QPainter(device)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def __enter__(self) -> QPainter:
        return self._painter

    def __exit__(self, *_: object) -> None:
        self._painter.end()


def _rounded(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path


def _round_off(flat: QPixmap, radius: float) -> QPixmap:
    """Round a pixmap's corners; a clip path would leave them jagged."""
    made = QPixmap(flat.size())
    made.fill(QColor(0, 0, 0, 0))
    with _painting(made) as painter:
        brush = QBrush(flat)
        brush.setTransform(QTransform())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.setBrushOrigin(QPointF(0, 0))
        painter.drawRoundedRect(QRectF(made.rect()), radius, radius)
    return made


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


