"""A lesson's report on paper: the same times, hands and sentence as in its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.report import Counted, Report
from rse_lessons.printing.document import Document, Para, Section, Style, Table
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.export import with_spaces
from rse_lessons.ui.paper.compose import lay_out
from rse_lessons.ui.paper.pages import paint_pages, pdf_on
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.report_words import (
    advice_words,
    hands_words,
    left_out_words,
    stage_words,
    when_word,
    whole_words,
)
from rse_lessons.ui.slide.pictures import PictureStore
from rse_lessons.ui.words import stage_name


def report_document(report: Report, title: str, about: str) -> Document:
    """Give the report as a document; `about` names the class and the day."""
    rows = tuple((stage_name(entry.stage), stage_words(entry)) for entry in report.stages)
    stages: tuple[Para | Table, ...] = (Table(rows, (tr("Stage"), tr("Time"))),)
    if said := left_out_words(report):
        stages = (*stages, Para(said))
    subtitle = " · ".join(part for part in (tr("How it went"), about, whole_words(report)) if part)
    return Document(
        title=title,
        subtitle=subtitle,
        sections=(
            Section(tr("Next time"), (Para(advice_words(report.advice), Style.KEEP),)),
            Section(tr("Stage by stage"), stages),
            *(_hands(counted) for counted in report.counted),
        ),
    )


def _hands(counted: Counted) -> Section:
    head = ("", *(when_word(when) for when in counted.when))
    rows = tuple((text, *(hands_words(count) for count in hands)) for text, hands in counted.rows)
    note = Para(tr("Hands of the whole class. A count under five is kept as “fewer than 5”."), Style.ASIDE)
    return Section(tr("Hands"), (Para(counted.question, Style.STRONG), Table(rows, head), note))


def print_report(device: QPagedPaintDevice, document: Document, band: str) -> None:
    """Put a report on a printer, or any other device of pages. Raises OSError."""
    paint_pages(lay_out(document, Sheet(band), PictureStore()), device)


def write_report(target: Path, document: Document, band: str) -> None:
    """Write a report to a PDF, whole or not at all. Raises OSError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_on(buffer, document.title, None)
    print_report(writer, document, band)
    del writer  # the last bytes are written when it goes
    write_whole(target, with_spaces(bytes(buffer.data().data())))
