"""What words a widget paints, and where: it paints itself once more, for a device that writes words down.

So nothing needs to be asked of any widget: what is elided or broken, and by whom, is seen in what is painted.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QWidget

_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Painted:
    """Words on one line, as they were painted."""

    text: str
    ink: QRectF
    """Where their letters are, in the widget."""
    room: QRectF
    """Where letters are seen: the widget, or less where the painter was told to cut."""


def words_of(widget: QWidget) -> list[Painted]:
    """Give what `widget` paints itself, line by line; what its children paint is theirs."""
    sheet = _Sheet(widget)
    # A view of a scene has a `render` of its own, which is another thing.
    QWidget.render(widget, sheet, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return sheet.writer.lines


class _Writer(QPaintEngine):
    """Writes words down, and lets all else go."""

    def __init__(self, all_of_it: QRectF) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.lines: list[Painted] = []
        self._all = all_of_it

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        """Let it go: the painter is asked with each line."""

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        text = item.text().rstrip()
        if not text.strip():
            return
        painter = self.painter()
        placed = painter.deviceTransform()
        metrics = QFontMetricsF(item.font())
        tall = metrics.tightBoundingRect(text)
        # Across, the pen's way counts: the hook of a j at the beginning of a line hangs out everywhere.
        letters = QRectF(0, tall.top(), metrics.horizontalAdvance(text), tall.height())
        ink = placed.mapRect(letters.translated(at))
        room = self._all
        if painter.hasClipping():
            room = room.intersected(placed.mapRect(painter.clipBoundingRect()))
        for number, line in enumerate(self.lines):
            if (line.text, line.ink) == (text, ink):
                # Words partly in another colour are painted once for each, cut to their part; where they
                # take several lines, all lines for one colour and then all for the next.
                self.lines[number] = Painted(text, ink, line.room.united(room))
                return
        last = self.lines[-1] if self.lines else None
        # A line of several fonts or scripts comes in pieces.
        if last and abs(last.ink.center().y() - ink.center().y()) < ink.height() and _follows(last.ink, ink):
            self.lines[-1] = Painted(f"{last.text} {text}", last.ink.united(ink), last.room.intersected(room))
        else:
            self.lines.append(Painted(text, ink, room))

    def drawPixmap(self, *_what: object) -> None:
        """Let it go, as all that follows."""

    def drawImage(self, *_what: object) -> None: ...
    def drawTiledPixmap(self, *_what: object) -> None: ...
    def drawPath(self, *_what: object) -> None: ...
    def drawPolygon(self, *_what: object) -> None: ...
    def drawRects(self, *_what: object) -> None: ...
    def drawLines(self, *_what: object) -> None: ...
    def drawEllipse(self, *_what: object) -> None: ...
    def drawPoints(self, *_what: object) -> None: ...


def _follows(before: QRectF, after: QRectF) -> bool:
    return -1 <= after.left() - before.right() < after.height() * 0.2


class _Sheet(QPaintDevice):
    """As large as the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        size = widget.size()
        self.writer = _Writer(QRectF(widget.rect()))
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metric.PdmWidth: size.width(),
            metric.PdmHeight: size.height(),
            metric.PdmWidthMM: round(size.width() * 25.4 / _PER_INCH),
            metric.PdmHeightMM: round(size.height() * 25.4 / _PER_INCH),
            metric.PdmDpiX: _PER_INCH,
            metric.PdmDpiY: _PER_INCH,
            metric.PdmPhysicalDpiX: _PER_INCH,
            metric.PdmPhysicalDpiY: _PER_INCH,
            metric.PdmDepth: 32,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }

    def paintEngine(self) -> QPaintEngine:
        return self.writer

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(which, 0)
