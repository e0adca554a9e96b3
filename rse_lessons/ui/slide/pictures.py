"""Pictures of slides: SVG and bitmaps, drawn at the size of the screen and kept for the next painting.

On paper an SVG stays a drawing. Nothing here decides where a picture stands.
"""

from __future__ import annotations

import itertools
import math
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPaintEngine, QPainter, QPainterPath, QPixmap, QTransform

from rse_lessons.ui.slide.area import Area, Image

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


_KEEP = 3 * 1024 * 1024
"""Bytes of painted pictures kept: about one slide's worth at 1080p; whole slides are painted ahead."""
_OPEN = 6
"""Pictures kept read; those of the slides beside this one."""
_LOOK = 96
_UPRIGHT = {
    QTransform.TransformationType.TxNone,
    QTransform.TransformationType.TxTranslate,
    QTransform.TransformationType.TxScale,
}
_STRIP = 0.04
"""The share of a picture's width at its left edge that is looked at closely."""
_MAX_RUNS = 4
_PAPER = {QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG, QPaintEngine.Type.Picture}


@dataclass(frozen=True, slots=True)
class Survey:
    """What a picture's edges and margins are like; shares of its width and height."""

    aspect: float
    """Width divided by height."""
    side: tuple[tuple[float, str, float], ...] = ()
    """The colours down its left edge, each with the share at which it begins and how steeply that border
    falls to the right, in shares of the height a width; empty where they are many."""
    top: str = ""
    """The colour along its upper edge, or empty where there are several."""
    left: float = 0.0
    """Nothing but ground from the left edge to here."""
    right: float = 1.0
    """Nothing but ground from here to the right edge."""
    ground_until: float = 1.0
    """Down to here the ground of the left margin is of one colour."""

    @property
    def bleeds(self) -> bool:
        """Whether the ground may be drawn on to the left and above without a seam."""
        return bool(self.side and self.top) and self.side[0][1] == self.top


class PictureStore:
    """Reads pictures once and keeps what was painted lately."""

    def __init__(self, keep: int = _KEEP) -> None:
        self._keep = keep
        self._used = 0
        self._readers: dict[Path, QSvgRenderer | QImage | None] = {}
        self._surveys: dict[Path, Survey | None] = {}
        self._painted: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    @property
    def kept_bytes(self) -> int:
        """Give how much memory the painted pictures take."""
        return self._used

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
        whole = device.mapRect(image.area.qt())
        upright = device.type() in _UPRIGHT
        frame = QRectF(whole.toAlignedRect()) if upright else whole
        size = frame.size().toSize()
        if size.width() < 1 or size.height() < 1:
            return
        pixmap = self._pixmap(image, reader, size)
        # A picture drawn pixel on pixel needs no smoothing, which would blur it and take time.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not upright)
        target = device.inverted()[0].mapRect(frame) if upright else image.area.qt()
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))

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
        painter.fillRect(area.qt(), QColor(survey.side[0][1]))
        for share, colour, steep in survey.side[1:]:
            painter.fillPath(_drawn_on(area, spot, share, steep), QColor(colour))

    def _reader(self, path: Path) -> QSvgRenderer | QImage | None:
        if path not in self._readers:
            self._readers[path] = _open(path)
            while len(self._readers) > _OPEN:
                del self._readers[next(iter(self._readers))]
        return self._readers[path]

    @staticmethod
    def _render(painter: QPainter, reader: QSvgRenderer | QImage, spot: QRectF) -> None:
        if isinstance(reader, QImage):
            painter.drawImage(spot, reader)
            return
        # What an SVG draws outside its view box is not part of the picture; QtSvg does not cut it away. Whole
        # pixels alone are kept: a half-covered row would show what lies beyond as a hairline.
        painter.save()
        device = painter.transform()
        whole = device.mapRect(spot)
        left, top = math.ceil(whole.left() - 0.01), math.ceil(whole.top() - 0.01)
        right, bottom = math.floor(whole.right() + 0.01), math.floor(whole.bottom() + 0.01)
        inner = QRectF(left, top, right - left, bottom - top)
        painter.setClipRect(device.inverted()[0].mapRect(inner), Qt.ClipOperation.IntersectClip)
        reader.render(painter, spot)
        painter.restore()

    def _look(self, path: Path) -> Survey | None:
        reader = self._reader(path)
        if reader is None:
            return None
        size = reader.size() if isinstance(reader, QImage) else reader.viewBoxF().size().toSize()
        if size.isEmpty():
            return None
        aspect = size.width() / size.height()
        small = _blank(_LOOK, max(8, min(4 * _LOOK, round(_LOOK / aspect))))
        strip = _blank(16, 960)
        with _painting(small) as painter:
            self._render(painter, reader, QRectF(small.rect()))
        with _painting(strip) as painter:
            self._render(painter, reader, QRectF(0, 0, strip.width() / _STRIP, strip.height()))
        return _survey(small, strip, aspect)

    def aspect(self, path: Path | None) -> float:
        """Give a picture's width divided by its height; 0 when there is no picture to read."""
        reader = self._reader(path) if path is not None else None
        if reader is None:
            return 0.0
        size = reader.size() if isinstance(reader, QImage) else reader.viewBoxF().size().toSize()
        return size.width() / size.height() if size.height() else 0.0


def _blank(wide: int, tall: int) -> QImage:
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    return image


def _survey(small: QImage, strip: QImage, aspect: float) -> Survey:
    """Judge a picture by itself, drawn small, and by its left edge, drawn fine."""
    wide, tall = small.width(), small.height()
    side, further = _runs(strip, 0), _runs(strip, strip.width() - 1)
    runs = []
    for index, (start, pixel) in enumerate(side):
        steep = 0.0
        if index and len(side) == len(further) and further[index][1] == pixel:
            steep = (further[index][0] - start) / strip.height() / _STRIP
        runs.append((start / strip.height(), _name(pixel), steep))
    first = side[0][1]
    flat = all(small.pixel(x, 0) == first for x in range(wide))
    # Where earth begins rises and falls along the picture: what is ground is judged by colour alone.
    ground = {pixel for _, pixel in side}

    def calm(x: int) -> bool:
        return sum(small.pixel(x, y) not in ground for y in range(tall)) <= 2 * len(side)

    left = next((x for x in range(wide) if not calm(x)), wide)
    right = next((x for x in range(wide - 1, -1, -1) if not calm(x)), 0)
    until = min((_first_other(small, x, first) for x in range(left)), default=tall) / tall
    kept = tuple(runs) if len(runs) <= _MAX_RUNS else ()
    return Survey(aspect, kept, _name(first) if flat else "", left / wide, (right + 1) / wide, until)


def _first_other(small: QImage, x: int, pixel: int) -> int:
    return next((y for y in range(small.height()) if small.pixel(x, y) != pixel), small.height())


def _runs(small: QImage, x: int) -> list[tuple[int, int]]:
    """Give where each colour begins down a column, without the blends between two colours."""
    pixels = [small.pixel(x, y) for y in range(small.height())]
    starts = [0, *(y for y in range(1, len(pixels)) if pixels[y] != pixels[y - 1]), len(pixels)]
    long = [(a, pixels[a]) for a, b in itertools.pairwise(starts) if b - a > 2]
    return [run for at, run in enumerate(long) if not at or run[1] != long[at - 1][1]] or [(0, pixels[0])]


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

    def __init__(self, device: QPixmap | QImage) -> None:
        self._painter = QPainter(device)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def __enter__(self) -> QPainter:
        return self._painter

    def __exit__(self, *_: object) -> None:
        self._painter.end()


def _drawn_on(area: Area, spot: Area, share: float, steep: float) -> QPainterPath:
    """Give the ground below a border, drawn on past the picture's left edge in the border's own bend."""
    y = spot.y + share * spot.h
    run = max(0.0, spot.x - area.x)
    fall = steep * spot.h / spot.w * run * 0.5
    fall = max(-max(0.0, area.bottom - 24 - y), min(fall, spot.h * 0.08))
    path = QPainterPath(QPointF(area.right + 1, y))
    path.lineTo(spot.x, y)
    if run:
        path.quadTo(spot.x - run * 0.5, y - fall, area.x, y - fall * 1.1)
    path.lineTo(area.x, area.bottom + 1)
    path.lineTo(area.right + 1, area.bottom + 1)
    path.closeSubpath()
    return path


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
