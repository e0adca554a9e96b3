"""A lesson written to a PDF or a folder of pictures, whole or not at all; and the same put on a printer.

What is on the pages is made in `paper`; who asks for it, and with which lesson, is not known here.
"""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageSize

from rse_lessons.i18n.catalogues import interface_language, speaking, tr
from rse_lessons.lesson.model import Lesson, Slide
from rse_lessons.presenting.slides import slides_of
from rse_lessons.printing.document import Document
from rse_lessons.printing.handout import handouts
from rse_lessons.printing.parents import parent_pack
from rse_lessons.printing.plan import teachers_plan
from rse_lessons.printing.where import Where
from rse_lessons.printing.worksheets import worksheets
from rse_lessons.settings.files import write_whole
from rse_lessons.ui.paper.compose import lay_out
from rse_lessons.ui.paper.pages import Paged, Progress, StoppedError, page_image, paint_pages, pdf_on
from rse_lessons.ui.paper.slides import WORDS, paint_slides, states_on_paper, with_notes
from rse_lessons.ui.paper.style import Sheet
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.paint import scene_image
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.slide.tongues import bare
from rse_lessons.ui.slides_folder import ForeignFilesError, check, write_folder

_P = ParamSpec("_P")
_T = TypeVar("_T")
WIDESCREEN = QSizeF(960, 540)
"""Points of a slide's page: 16:9, as presenters write them."""
PICTURE_WIDTH = 1920
HANDOUT_SCALE = {"ks1": 1.55, "lower-ks2": 1.4, "upper-ks2": 1.25}
"""Younger pupils read larger words."""
NO_PAGES = frozenset({
    "bmp", "doc", "docx", "gif", "htm", "html", "jpeg", "jpg", "key", "md", "odp", "odt", "png", "ppt",
    "pptx", "rtf", "svg", "tif", "tiff", "txt", "webp", "xps",
})  # fmt: skip
"""Endings of files that are not written here: a folder is never meant by them."""


class What(StrEnum):
    """What of a lesson is written."""

    SLIDES = "slides"
    NOTES = "notes"
    """Each slide above its notes."""
    PLAN = "plan"
    PARENTS = "parents"
    HANDOUTS = "handouts"
    WORKSHEETS = "worksheets"
    """Each activity on a sheet to be cut out or written on."""
    FILLED = "worksheets-filled"
    """The same, filled in one way to see it."""


LOOSE = (What.HANDOUTS, What.WORKSHEETS, What.FILLED)
"""Sheets that are given out, each with a title of its own."""
PICTURED = (What.SLIDES, What.WORKSHEETS, What.FILLED)
LARGE_PRINT = 1.6
"""The size of words against the usual from which print is large."""


class ExportError(Exception):
    """Raised when nothing could be written; its text is a sentence for a person."""


def export(
    lesson: Lesson,
    look: SlideLook,
    target: Path,
    what: What = What.SLIDES,
    *,
    where: Where | None = None,
    large: bool = False,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Write a lesson as it is taught to `target`, a `.pdf` or a folder for PNG; gives the number of pages.

    `where` is the nation of plan and parent pack; `large` sets documents in large print. What paper adds is
    said in the language of the lesson.
    Raises ExportError with a sentence, and StoppedError when `stopped` says so; in both cases nothing is
    left half-written and what was there stays.
    """
    target = target.expanduser()
    look = replace(look, language=lesson.language)
    pages = 0

    def count(done: int, total: int) -> None:
        nonlocal pages
        pages = total
        if progress:
            progress(done, total)

    try:
        if _is_pdf(target, what):
            page = QPageSize(WIDESCREEN, QPageSize.Unit.Point) if what is What.SLIDES else None

            def paint(device: QPagedPaintDevice) -> None:
                print_on(
                    device, lesson, look, what, where=where, large=large, progress=count, stopped=stopped
                )

            data = _pdf(lesson.front.title, page, paint)
            if stopped():
                raise StoppedError
            write_whole(target, data)
        else:
            with speaking(lesson.language):
                painted = (
                    _slide_pictures(lesson, look)
                    if what is What.SLIDES
                    else _sheet_pictures(_paged(lesson, look, what, Where(), large=large))
                )
            write_folder(target, lambda folder: _pictures(painted, folder, lesson.language, count, stopped))
    except ForeignFilesError as error:
        raise ExportError(str(error)) from error
    except OSError as error:
        raise ExportError(sentence_of(error, target)) from error
    return pages


def print_on(
    printer: QPagedPaintDevice,
    lesson: Lesson,
    look: SlideLook,
    what: What,
    *,
    where: Where | None = None,
    large: bool = False,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Put a lesson on a printer, or any other device of pages. Raises ExportError and StoppedError."""
    look = replace(look, paper=True, language=lesson.language)
    told, halted = _in_the_windows(progress) if progress else None, _in_the_windows(stopped)
    try:
        with speaking(lesson.language):
            if what is What.SLIDES:
                paint_slides(lesson, look, printer, told, halted)
            else:
                paged = _paged(lesson, look, what, where or Where(), large=large)
                paint_pages(paged, printer, told, halted)
    except OSError as error:
        raise ExportError(
            tr(
                "The printer could not be used ({reason}). Nothing was printed. Try again, or save a PDF."
            ).format(reason=error)
        ) from error


def _in_the_windows(call: Callable[_P, _T]) -> Callable[_P, _T]:
    """Have what windows do between pages be said in their language."""

    def told(*args: _P.args, **named: _P.kwargs) -> _T:
        with speaking(interface_language()):
            return call(*args, **named)

    return told


def save_document(document: Document, target: Path) -> None:
    """Write a document that belongs to no lesson to a PDF. Raises ExportError with a sentence."""
    target = target.expanduser()
    try:
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "", str(target))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(target))
        data = _pdf(document.title, None, lambda device: paint_pages(lay_out(document, Sheet()), device))
        write_whole(target, data)
    except OSError as error:
        raise ExportError(sentence_of(error, target)) from error


def print_document(document: Document, printer: QPagedPaintDevice) -> None:
    """Put a document that belongs to no lesson on a printer."""
    paint_pages(lay_out(document, Sheet()), printer)


def _paged(lesson: Lesson, look: SlideLook, what: What, where: Where, *, large: bool) -> Paged:
    """Lay out everything but slides."""
    scale = HANDOUT_SCALE.get(look.band, 1.1) if what in LOOSE else 1.0
    sheet = Sheet(look.band, max(scale, LARGE_PRINT) if large else scale)
    if what is What.NOTES:
        return with_notes(lesson, look, sheet)
    return lay_out(document_of(lesson, what, where), sheet, look.pictures, loose=what in LOOSE)


def document_of(lesson: Lesson, what: What, where: Where) -> Document:
    """Give the plan, the parent pack or loose sheets. Raises ExportError when there is nothing to print."""
    if what is What.PLAN:
        return teachers_plan(lesson, where, WORDS)
    if what is What.PARENTS:
        return parent_pack(lesson, where, WORDS)
    found = (
        handouts(lesson) if what is What.HANDOUTS else worksheets(lesson, WORDS, filled=what is What.FILLED)
    )
    if not found.sections:
        with speaking(interface_language()):
            none = (
                tr("“{lesson}” has no handouts. Its plan and slides can be printed.")
                if what is What.HANDOUTS
                else tr("“{lesson}” has no activities for worksheets. Its plan and slides can be printed.")
            )
        raise ExportError(none.format(lesson=lesson.front.title))
    return found


def sentence_of(error: OSError, target: Path) -> str:
    """Say why a target could not be written, and what to do."""
    code = error.errno or 0
    if code in (errno.ENOSPC, errno.EDQUOT):
        words = tr(
            "There is no room left to write {target}. What was there before is unchanged. "
            "Make room and try again."
        )
    elif code in (errno.EACCES, errno.EPERM, errno.EROFS):
        words = tr(
            "You may not write {target}. Nothing was changed. Choose another folder, such as your documents."
        )
    elif code in (errno.ENOENT, errno.ENOTDIR):
        words = tr("There is no folder {folder}. Nothing was written. Make the folder, or choose another.")
    elif code == errno.EISDIR:
        words = tr("{target} is a folder. Nothing was written. Give the name of a file.")
    else:
        words = tr(
            "{target} could not be written ({reason}). What was there before is unchanged. "
            "Try another folder."
        )
    return words.format(target=target, folder=target.parent, reason=error.strerror or error)


def _is_pdf(target: Path, what: What) -> bool:
    """Tell PDF from a folder. Raises ExportError and OSError for what can be neither."""
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "", str(target))
    if target.suffix.lower() == ".pdf":
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(target))
        return True
    if what not in PICTURED:
        raise ExportError(
            tr(
                "Only slides and worksheets can be written as pictures. "
                "Give the name of a file that ends in .pdf."
            )
        )
    if target.suffix.lower().removeprefix(".") in NO_PAGES and not target.is_dir():
        raise ExportError(
            tr(
                "Files that end in {ending} are not written here. "
                "Give a file that ends in .pdf, or a folder for pictures."
            ).format(ending=target.suffix)
        )
    check(target)
    return False


def _pdf(title: str, page: QPageSize | None, paint: Callable[[QPagedPaintDevice], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_on(buffer, title, page)
    paint(writer)
    del writer  # the last bytes are written when it goes
    return with_spaces(bytes(buffer.data().data()))


def with_spaces(pdf: bytes) -> bytes:
    """Let words that are copied out of a PDF, or searched for in it, be parted by spaces.

    Andika has one glyph for space and tab, and Qt notes the tab as its meaning. The notes are plain text
    of a fixed length in the file, so they are put right where they stand.
    """
    return re.sub(
        rb"begincmap.*?endcmap", lambda found: found[0].replace(b"<0009>", b"<0020>"), pdf, flags=re.DOTALL
    )


Painted = Sequence[tuple[str, Callable[[], QImage]]]
"""For each picture what it shows, and how it is painted."""


def _slide_pictures(lesson: Lesson, look: SlideLook) -> Painted:
    states, look = states_on_paper(lesson), replace(look, paper=True)

    def painter(slide: Slide, number: int) -> Callable[[], QImage]:
        return lambda: scene_image(build_scene(slide, number, look, states), PICTURE_WIDTH)

    return [(bare(slide.title), painter(slide, number)) for number, slide in enumerate(slides_of(lesson), 1)]


def _sheet_pictures(paged: Paged) -> Painted:
    return [
        (tr("Page {number}").format(number=number), partial(page_image, paged, number))
        for number in range(1, len(paged.pages) + 1)
    ]


def _pictures(
    painted: Painted, folder: Path, language: str, progress: Progress, stopped: Callable[[], bool]
) -> Sequence[tuple[str, str]]:
    digits = max(2, len(str(len(painted))))
    listed = []
    for number, (title, paint) in enumerate(painted, 1):
        if stopped():
            raise StoppedError
        name = f"{number:0{digits}}-{slug(title)}.png"
        with speaking(language):
            image = paint()
        # Written by Python, whose errors say what was wrong.
        (folder / name).write_bytes(as_png(image))
        listed.append((name, title))
        progress(number, len(painted))
    return listed


def as_png(image: QImage) -> bytes:
    """Give a picture as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def slug(title: str) -> str:
    """Make a file name of a title: plain letters, short."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    short = ""
    for word in words:
        if len(short) + len(word) > 40:
            break
        short = f"{short}-{word}" if short else word
    return short or "slide"
