"""PDF files as they are read back: the words of each page, taken out once."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

from pypdf import PdfReader


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
        return tuple(re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(pdf).pages)
    finally:
        sys.settrace(watcher)
