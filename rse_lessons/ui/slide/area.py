"""Rectangles in scene units, and a picture's place in one. Nothing here knows how a picture is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.h

    def inset(self, dx: float, dy: float | None = None) -> Area:
        """Give the area inside margins of `dx` and `dy`."""
        down = dx if dy is None else dy
        return Area(self.x + dx, self.y + down, max(1.0, self.w - 2 * dx), max(1.0, self.h - 2 * down))

    def qt(self) -> QRectF:
        """Give it as Qt's."""
        return QRectF(self.x, self.y, self.w, self.h)


class Pictures(Protocol):
    """What draws pictures."""

    def draw(self, painter: QPainter, image: Image) -> None:
        """Draw a picture inside its rounded area."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on a plate with round corners; `bleed` grows its edges over what it does not cover."""

    area: Area
    path: Path
    spot: Area
    """Where the whole picture lies; what is outside `area` is cut away."""
    radius: float = 0.0
    bleed: bool = False

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Draw it."""
        pictures.draw(painter, self)
