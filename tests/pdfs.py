"""PDF files as they are read back: the words of each page, taken out once."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

DRAWN = re.compile(rb"(?m)^(?:[-\d. ]+ (?:m|l|c|re)|h|f\*?|S|B\*?|W\*? n)\n")
"""What draws lines and pictures, a line each, as Qt writes it."""
NEXT_LETTER = re.compile(rb"> Tj\n[\d.]+ 0 Td <")
"""What stands between two letters of a line: Qt puts each in its place."""


def pages_of(pdf: Path) -> tuple[str, ...]:
    """Give the words of every page, parted by single spaces."""
    stat = pdf.stat()
    return _pages(pdf, stat.st_mtime_ns, stat.st_size)


def words(pdf: Path, page: int | None = None) -> str:
    """Give the words of a page, or of all."""
    pages = pages_of(pdf)
    return " ".join(pages) if page is None else pages[page]


@cache
def _pages(pdf: Path, _changed: int, _size: int) -> tuple[str, ...]:
    # The reader of PDFs goes letter by letter, and takes three times as long when it is watched for
    # coverage, which is not about it.
    watcher = sys.gettrace()
    sys.settrace(None)
    try:
        pages = map(_only_words, PdfReader(pdf).pages)
        return tuple(re.sub(r"\s+", " ", page.extract_text()) for page in pages)
    finally:
        sys.settrace(watcher)


def _only_words(page: PageObject) -> PageObject:
    """Leave out what is drawn, and put the letters of a line together: most of the time goes there."""
    contents = page.get_contents()
    if contents is not None:
        words = DecodedStreamObject()
        words.set_data(NEXT_LETTER.sub(b"", DRAWN.sub(b"", contents.get_data())))
        page[NameObject("/Contents")] = words
    return page
