"""The certificate and the portfolio on sheets of paper: cover, contents, parts, certificate."""

from __future__ import annotations

import errno
import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPainterPath, QPen

from rse_lessons.i18n.catalogues import tr
from rse_lessons.printing.document import Section
from rse_lessons.printing.portfolio import (
    Certified,
    Portfolio,
    certificate_sections,
    portfolio_sections,
)
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.export import with_spaces
from rse_lessons.ui.paper.compose import Composer
from rse_lessons.ui.paper.flow import Break, Drawn, Lines, Stack, Thing
from rse_lessons.ui.paper.pages import Paged, Progress, StoppedError, paginate, paint_pages, pdf_on
from rse_lessons.ui.paper.slides import WORDS
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide.pictures import PictureStore

BAND = "ks4"
"""The band that lends its colour: training belongs to no age, and plum to nothing a pupil sees first."""
RECORD_NAME = "certificate-record.json"
"""What the record is called that is attached to a certificate."""

Stopped = Callable[[], bool]


def _never() -> bool:
    return False


@dataclass
class Contents:
    """Which heading stands on which sheet; known once everything is laid out."""

    heads: list[tuple[str, Lines]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


def certificate(certified: Certified, sheet: Sheet | None = None) -> Paged:
    """Lay a certificate out."""
    sheet = sheet or Sheet(BAND)
    composer = Composer(sheet, PictureStore())
    foot = " · ".join(part for part in (tr("Certificate"), certified.name, certified.issued) if part)
    return paginate(_certificate(certified, composer), sheet, foot)


def portfolio(
    found: Portfolio,
    sheet: Sheet | None = None,
    *,
    progress: Progress | None = None,
    stopped: Stopped = _never,
) -> Paged:
    """Lay a portfolio out. Raises StoppedError when `stopped` says so."""
    sheet = sheet or Sheet(BAND)
    composer = Composer(sheet, PictureStore())
    sections = portfolio_sections(found, WORDS)
    contents = Contents()
    foot = " · ".join(part for part in (tr("Portfolio"), found.name, found.made) if part)
    things = _portfolio(found, sections, composer, contents)
    paged = paginate(_watched(things, len(sections), progress, stopped), sheet, foot)
    at = {id(thing): number for number, page in enumerate(paged.pages, 1) for thing, _ in page}
    contents.pages = [at[id(head)] for _title, head in contents.heads]
    return paged


def write(
    paged: Paged,
    title: str,
    target: Path,
    *,
    record: bytes = b"",
    progress: Progress | None = None,
    stopped: Stopped = _never,
) -> None:
    """Write sheets to a PDF, whole or not at all, with a record attached. Raises OSError and StoppedError."""
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "", str(target))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_on(buffer, title)
    if record:
        writer.addFileAttachment(RECORD_NAME, record, "application/json")
    paint_pages(paged, writer, progress, stopped)
    del writer  # the last bytes are written when it goes
    if stopped():
        raise StoppedError
    write_whole(target, with_spaces(bytes(buffer.data().data())))


def put_on(paged: Paged, printer: QPagedPaintDevice) -> None:
    """Put sheets on a printer. Raises OSError."""
    paint_pages(paged, printer)


def _watched(
    things: Iterable[Thing | None], parts: int, progress: Progress | None, stopped: Stopped
) -> Iterator[Thing]:
    """Hand things on; None among them says that a part is done."""
    done = 0
    for thing in things:
        if stopped():
            raise StoppedError
        if thing is not None:
            yield thing
            continue
        done += 1
        if progress is not None:
            progress(done, parts)


def _portfolio(
    found: Portfolio, sections: Sequence[Section], composer: Composer, contents: Contents
) -> Iterator[Thing | None]:
    yield _cover(found, composer)
    yield Break()
    heads = [composer.heading(section.heading) for section in sections if section.level == 1]
    main = [section.heading for section in sections if section.level == 1]
    last = composer.heading(tr("Certificate")) if found.certified is not None else None
    contents.heads = list(zip(main, heads, strict=True))
    yield composer.title(tr("Contents"))
    lines = len(heads) + (last is not None)
    certificate_head = _frame(composer.sheet) if last is not None else None
    if certificate_head is not None:
        contents.heads.append((tr("Certificate"), certificate_head))  # type: ignore[arg-type]  # known by identity
    yield _contents(contents, composer, lines)
    first = iter(heads)
    for section in sections:
        if section.level == 1:
            yield Break()
            yield next(first)
        elif section.heading:
            yield composer.heading(section.heading, section.level)
        yield from composer.parts(section.parts)
        yield None
    if found.certified is not None and certificate_head is not None:
        yield Break()
        yield from _certificate(found.certified, composer, certificate_head)


def _cover(found: Portfolio, composer: Composer) -> Drawn:
    """Give the cover: a board book as they stand on the shelf, with what it is and whose."""
    sheet = composer.sheet
    ink = sheet.ink
    indent, room = sheet.points(34), sheet.wide - sheet.points(34 + 28)

    def line(text: str, size: float, *, bold: bool = False, soft: bool = False, gap: float = 0) -> Lines:
        face = sheet.style(size, 1.3, bold=bold)
        made = composer.lines(html.escape(text, quote=False), face, room, gap=sheet.points(gap))
        return replace(made, colour=ink.soft) if soft else made

    top = Stack(
        (
            line(tr("My portfolio"), 34, bold=True),
            line(tr("Learning to teach relationships and sex education well"), 15, gap=8),
        )
    )
    below = [line(found.name, 20, bold=True)] if found.name else []
    below += [line(found.path, 12.5, gap=10), line(found.hours, 12.5, gap=2)]
    below += [line(" · ".join((found.made, found.nation)), 11, soft=True, gap=14)]
    under = Stack(tuple(below))
    tall = sheet.tall

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.tint))
        painter.drawRoundedRect(QRectF(x, y, sheet.wide, tall), 140, 140)
        painter.setBrush(QColor(ink.deep))
        painter.drawRoundedRect(QRectF(x, y, sheet.points(14), tall), 40, 40)
        painter.drawEllipse(
            QPointF(x + sheet.wide * 0.69, y + tall * 0.56), sheet.points(70), sheet.points(70)
        )
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(
            QPointF(x + sheet.wide * 0.69, y + tall * 0.56), sheet.points(46), sheet.points(46)
        )
        _tick(painter, QPointF(x + sheet.wide * 0.69, y + tall * 0.56), sheet.points(24), ink.deep)
        top.paint(painter, x + indent, y + sheet.points(56))
        under.paint(painter, x + indent, y + tall - under.height - sheet.points(40))

    return Drawn(tall, draw)


def _tick(painter: QPainter, centre: QPointF, size: float, colour: str) -> None:
    pen = QPen(QColor(colour), size * 0.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = [(-0.75, 0.05), (-0.2, 0.6), (0.8, -0.55)]
    painter.drawPolyline([QPointF(centre.x() + x * size, centre.y() + y * size) for x, y in corners])


def _contents(contents: Contents, composer: Composer, count: int) -> Drawn:
    """Give the list of parts with their sheets; the numbers are known when it is painted."""
    sheet = composer.sheet
    face = sheet.style(12, 2.0)

    def draw(painter: QPainter, x: float, y: float) -> None:
        for (title, _head), page in zip(contents.heads, contents.pages, strict=True):
            name = composer.lines(html.escape(title, quote=False), face, sheet.wide - sheet.points(40))
            number = composer.lines(str(page), replace(face, align="right"), sheet.wide)
            painter.setPen(QPen(QColor(sheet.ink.rule), 7))
            painter.drawLine(QPointF(x, y + face.line), QPointF(x + sheet.wide, y + face.line))
            replace(name, last=1).paint(painter, x, y)
            number.paint(painter, x, y)
            y += face.line

    return Drawn(count * face.line, draw, gap=sheet.points(16))


def _certificate(certified: Certified, composer: Composer, frame: Drawn | None = None) -> Iterator[Thing]:
    sheet = composer.sheet
    yield frame or _frame(sheet)

    def middle(text: str, size: float, *, bold: bool = False, gap: float = 0, soft: bool = False) -> Lines:
        face = sheet.style(size, 1.3, bold=bold, align="centre")
        made = composer.lines(html.escape(text, quote=False), face, sheet.wide, gap=sheet.points(gap))
        return replace(made, colour=sheet.ink.soft) if soft else made

    yield middle(tr("Certificate"), 30, bold=True, gap=10)
    yield middle(tr("Learning to teach relationships and sex education well"), 13, gap=4, soft=True)
    yield middle(certified.name, 24, bold=True, gap=20) if certified.name else _line_to_write_on(sheet)
    modules = len(certified.rows)
    yield middle(
        WORDS.ntr(
            "has finished this module of Teacher mode in RSE Lessons.",
            "has finished these {count} modules of Teacher mode in RSE Lessons.",
            modules,
        ),
        12.5,
        gap=6,
    )
    yield middle(certified.issued, 12.5, gap=2)
    table, facts, statement = certificate_sections(certified, WORDS)
    for place, thing in enumerate(composer.parts(table.parts)):
        yield thing if place else replace(thing, gap=sheet.points(18))
    yield from composer.parts(facts.parts)
    yield _code(certified.code, composer)
    yield from composer.parts(statement.parts)


def _frame(sheet: Sheet) -> Drawn:
    """Give a frame round the whole sheet, with the band's spine at its left."""

    def draw(painter: QPainter, x: float, y: float) -> None:
        out = 260.0
        # Its foot stands above that of the sheet.
        area = QRectF(x - out, y - out, sheet.wide + 2 * out, sheet.tall + out + 130)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(sheet.ink.deep), 14))
        painter.drawRoundedRect(area, 140, 140)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(sheet.ink.deep))
        spine, whole = QPainterPath(), QPainterPath()
        spine.addRect(QRectF(area.left(), area.top(), 130, area.height()))
        whole.addRoundedRect(area, 140, 140)
        painter.drawPath(spine.intersected(whole))

    return Drawn(0.0, draw)


def _line_to_write_on(sheet: Sheet) -> Drawn:
    tall = sheet.points(34)

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(QColor(sheet.ink.text), 8))
        painter.drawLine(QPointF(x + sheet.wide * 0.2, y + tall), QPointF(x + sheet.wide * 0.8, y + tall))

    return Drawn(tall + sheet.points(4), draw, gap=sheet.points(26))


def _code(code: str, composer: Composer) -> Drawn:
    """Give the code, large enough to be typed from paper."""
    sheet = composer.sheet
    label = replace(
        composer.lines(html.escape(tr("Verification code")), sheet.style(9.5, align="centre"), sheet.wide),
        colour=sheet.ink.soft,
    )
    digits = composer.lines(html.escape(code), sheet.style(19, 1.4, bold=True, align="centre"), sheet.wide)
    stack = Stack((label, digits))
    tall = stack.height + sheet.points(16)

    def draw(painter: QPainter, x: float, y: float) -> None:
        area = QRectF(x + sheet.wide * 0.18, y, sheet.wide * 0.64, tall)
        painter.setPen(QPen(QColor(sheet.ink.deep), 12))
        painter.setBrush(QColor(sheet.ink.tint))
        painter.drawRoundedRect(area, 100, 100)
        stack.paint(painter, x, y + sheet.points(8))

    return Drawn(tall, draw, gap=sheet.points(14))
