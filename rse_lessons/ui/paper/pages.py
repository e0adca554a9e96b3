"""Where sheets end, and painting them with their feet to a PDF or a printer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.paper.flow import Break, Row, Thing
from rse_lessons.ui.paper.style import UNITS_A_POINT, Sheet
from rse_lessons.ui.slide import words

DOTS_AN_INCH = 600
Progress = Callable[[int, int], None]
Placed = tuple[Thing, float]


class StoppedError(Exception):
    """Raised when somebody asked to stop; nothing is left behind."""


@dataclass(frozen=True, slots=True)
class Paged:
    """A document laid out: what stands on each sheet, each thing with its height on the sheet."""

    sheet: Sheet
    pages: tuple[tuple[Placed, ...], ...]
    foot: str
    """Plain words at the foot of every sheet."""


def paginate(things: Iterable[Thing], sheet: Sheet, foot: str) -> Paged:
    """Put things on sheets, one under another."""
    waiting = deque(things)
    pages: list[list[Placed]] = [[]]
    used = 0.0
    while waiting:
        thing = waiting.popleft()
        if isinstance(thing, Break):
            if pages[-1]:
                pages.append([])
                used = 0.0
            continue
        gap = thing.gap if pages[-1] else 0.0
        room = sheet.tall - used - gap
        rest: Thing | None = None
        if not _fits(thing, waiting, room):
            parts = None if thing.keep else thing.cut(room)
            if parts is not None:
                thing, rest = parts
            elif pages[-1]:
                waiting.appendleft(thing)
                if isinstance(thing, Row) and thing.head is not None:
                    waiting.appendleft(thing.head)
                pages.append([])
                used = 0.0
                continue
        pages[-1].append((thing, used + gap))
        used += gap + thing.height
        if rest is not None:
            waiting.appendleft(rest)
            if isinstance(rest, Row) and rest.head is not None:
                waiting.appendleft(rest.head)
            pages.append([])
            used = 0.0
    return Paged(sheet, tuple(tuple(page) for page in pages if page), foot)


def _fits(thing: Thing, waiting: Sequence[Thing], room: float) -> bool:
    """Whether a thing fits, and with it what it must not be parted from."""
    need = thing.height
    if thing.keep:
        chain = [thing]
        for following in waiting:
            chain.append(following)
            if not following.keep:
                break
        for after in chain[1:]:
            need += (
                0.0 if isinstance(after, Break) else after.gap + (after.height if after.keep else after.least)
            )
    return need <= room + 0.5


def pdf_on(device: QIODevice | str, title: str, page: QPageSize | None = None) -> QPdfWriter:
    """Make a PDF with upright A4 sheets, or other ones, and no margins of its own."""
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator("RSE Lessons")
    writer.setResolution(DOTS_AN_INCH)
    size = page or QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    )
    return writer


def to_units(painter: QPainter, device: QPagedPaintDevice, wide: float, tall: float) -> None:
    """Make a page of `wide` x `tall` units as large as the paper allows, in the middle."""
    page = device.pageLayout().paintRectPixels(device.logicalDpiX())
    factor = min(page.width() / wide, page.height() / tall)
    painter.translate((page.width() - wide * factor) / 2, (page.height() - tall * factor) / 2)
    painter.scale(factor, factor)


def paint_pages(
    paged: Paged,
    device: QPagedPaintDevice,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Paint every sheet. Raises StoppedError, and OSError when the device cannot be painted on."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(tr("the printer or file could not be opened"))
    try:
        for number, page in enumerate(paged.pages, 1):
            if stopped():
                raise StoppedError
            if number > 1:
                device.newPage()
            paint_page(paged, page, number, painter, device)
            if progress:
                progress(number, len(paged.pages))
    finally:
        painter.end()


def paint_page(
    paged: Paged, page: Sequence[Placed], number: int, painter: QPainter, device: QPagedPaintDevice
) -> None:
    """Paint one sheet and its foot."""
    painter.save()
    to_units(painter, device, paged.sheet.width, paged.sheet.height)
    _paint(paged, page, number, painter)
    painter.restore()


def page_image(paged: Paged, number: int, dots_an_inch: int = 200) -> QImage:
    """Give a sheet as a picture; sheets are counted from 1."""
    sheet = paged.sheet
    factor = dots_an_inch / 72 / UNITS_A_POINT
    image = QImage(round(sheet.width * factor), round(sheet.height * factor), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(factor, factor)
    _paint(paged, paged.pages[number - 1], number, painter)
    painter.end()
    return image


def _paint(paged: Paged, page: Sequence[Placed], number: int, painter: QPainter) -> None:
    """Paint a sheet in its own units."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for thing, y in page:
        thing.paint(painter, paged.sheet.side, paged.sheet.top + y)
    _foot(paged, number, painter)


def _foot(paged: Paged, number: int, painter: QPainter) -> None:
    sheet = paged.sheet
    style = sheet.style(8.5)
    # The foot does not grow with large print beyond what the margin holds.
    style = style if style.size <= 120 else Sheet(scale=1.4).style(8.5)
    y = sheet.height - sheet.bottom + 170
    painter.setPen(QPen(QColor(sheet.ink.rule), 6))
    painter.drawLine(QPointF(sheet.side, y), QPointF(sheet.width - sheet.side, y))
    count = tr("Page {number} of {count}").format(number=number, count=len(paged.pages))
    font = words.font(style.size, bold=False)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(sheet.ink.soft))
    line = QRectF(sheet.side, y + 50, sheet.wide, style.line)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
    left = line.adjusted(0, 0, -metrics.horizontalAdvance(count) - 300, 0)
    name = metrics.elidedText(paged.foot, Qt.TextElideMode.ElideRight, left.width())
    painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
