"""Takes a file apart: every passage of a lesson, staff meeting, module, `moments.toml` or nation's file.

`document` is the one place where passages come from; extraction, localising, checks and status ask it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rse_lessons.i18n.block_passages import Gatherer
from rse_lessons.i18n.data_passages import toml_passages
from rse_lessons.i18n.file_names import FOLDERS, MOMENTS, kind_of
from rse_lessons.i18n.names_in_words import Ids, ids_of
from rse_lessons.i18n.passages import Document, Kind, Passage, Reader
from rse_lessons.i18n.slide_passages import slides_passages
from rse_lessons.i18n.stretches import Lines
from rse_lessons.lesson.load import with_plain_line_ends
from rse_lessons.lesson.source import Source
from rse_lessons.lesson.splitter import split


def document(path: Path, text: str) -> Document:
    """Take the text of a file apart; `path` says what it is, need not exist, and gives the id.

    A file that readers refuse has no passages.
    """
    kind = kind_of(path)
    lines = Lines(text)
    if kind in (Kind.MOMENTS, Kind.NATION):
        gather = Gatherer(path.stem, lines, Ids())
        start = lines.offset(1)
        toml_passages(gather, kind, text[start:], start)
        return Document(kind, path.stem, path, text, *gather.found.in_order())
    source = split(with_plain_line_ends(text))
    if source.refused:
        return Document(kind, path.stem, path, text)
    module = kind is Kind.MODULE
    gather = Gatherer(path.stem, lines, ids_of(source, path, module=module))
    _head(gather, kind, source)
    reader = Reader.PUPILS if kind is Kind.LESSON else Reader.TEACHERS
    slides_passages(source, gather, reader, module=module)
    return Document(kind, path.stem, path, text, *gather.found.in_order(), gather.ids.in_order())


def passages(path: Path, text: str) -> Iterator[Passage]:
    """Yield every translatable passage of a file, in its order."""
    yield from document(path, text).passages


def read(path: Path) -> Document:
    """Take a file apart as it lies on the disk. Raises OSError and UnicodeDecodeError."""
    return document(path, path.read_bytes().decode("utf-8"))


def content_files(content: Path) -> Iterator[Path]:
    """Give every file of the content that has passages, in a fixed order."""
    for folder in ("primary", "secondary", "training", "training/sessions"):
        for path in sorted((content / folder).glob("*.md")):
            if not path.name.startswith((".", "_")) and path.name.lower() != "readme.md":
                yield path
    if (content / "training" / MOMENTS).is_file():
        yield content / "training" / MOMENTS
    yield from sorted((content / "nations").glob("*.toml"))


def catalogue_name(found: Document) -> str:
    """Give the name of a document's catalogue in the folder of a language, without its ending."""
    return f"{FOLDERS[found.kind]}/{found.id}"


def _head(gather: Gatherer, kind: Kind, source: Source) -> None:
    if not source.head or not source.head_closed:
        return
    start = gather.lines.offset(source.head[0].number)
    end = gather.lines.offset(source.head[-1].number + 1)
    toml_passages(gather, kind, gather.lines.text[start:end], start)
