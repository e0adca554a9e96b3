"""From passages and the interface's strings to the entries of catalogues, with what translators are told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rse_lessons.i18n.documents import catalogue_name, content_files, read
from rse_lessons.i18n.interface import Remembered, interface
from rse_lessons.i18n.languages import Language
from rse_lessons.i18n.passages import Document, Passage
from rse_lessons.i18n.po import Catalogue, Entry

_TOPICS = re.compile(r"^topics\s*=\s*\[([^\]]*)\]", re.MULTILINE)
INTERFACE = "ui"
"""The catalogue of the interface."""
QT_WORDS = Path(__file__).with_name("qt_words.toml")


def entries_of(document: Document, reference: str) -> list[Entry]:
    """Give the entries of a document; `reference` is its path as translators know it."""
    return [_entry(one, reference) for one in document.passages]


def _entry(passage: Passage, reference: str) -> Entry:
    return Entry(
        passage.text,
        passage.context,
        extracted=tuple(_told(passage)),
        references=(f"{reference}:{passage.line}",),
    )


def _told(passage: Passage) -> Iterator[str]:
    where = f"Slide {passage.slide}: {passage.slide_title}".rstrip(": ") if passage.slide else ""
    if passage.kind in ("page", "guidance", "practice", "check", "rewrite", "tasks", "reflect", "match"):
        where = where.replace("Slide", "Page", 1)
    yield " · ".join(filter(None, (where, passage.kind, f"read by {passage.reader}")))
    if passage.note:
        yield passage.note
    if passage.keeps:
        yield f"Keep as it is: {' '.join(passage.keeps)}"
    if passage.longest is not None:
        yield f"At most {passage.longest} characters."
    if passage.safety:
        yield "About safety: nothing may be lost, and nothing added."


def interface_entries(
    package: Path, documents: Sequence[Document], remembered: Remembered | None = None
) -> tuple[list[Entry], list[str]]:
    """Give the interface's entries, topics of lessons included, and calls whose words nobody could name."""
    found = interface(package, remembered)
    known = {entry.key for entry in found.entries}
    names = {name for document in documents for name in topics_in(document.text)}
    more = [entry for entry in topic_entries(names) if entry.key not in known]
    return [*found.entries, *more, *qt_entries()], found.unfound


def qt_entries() -> list[Entry]:
    """Give the words of Qt's own windows and menus, and its names of keys."""
    table = tomllib.loads(QT_WORDS.read_text(encoding="utf-8"))
    return [
        Entry(text, f"Qt:{context}", extracted=tuple(_of_qt(context, text)))
        for context, texts in table.items()
        for text in texts
    ]


def _of_qt(context: str, text: str) -> Iterator[str]:
    yield {
        "QShortcut": "The name of a key, as it stands on keyboards; leave it English where they have it so.",
        "QAccessibleActionInterface": "Said by screen readers: what can be done with a button.",
        "QScrollBar": "In the menu of a scroll bar.",
        "QPlatformTheme": "A button in one of the system's windows.",
    }.get(context, "In one of the system's windows for files and printing, or the menu of a text field.")
    if "%1" in text:
        yield "%1 is filled in; keep it."


def topics_in(text: str) -> list[str]:
    """Give the topics that a lesson's head names."""
    head = _TOPICS.search(text.partition("\n+++")[0])
    return re.findall(r"[a-z0-9-]+", head[1]) if head else []


def topic_entries(names: Iterable[str]) -> list[Entry]:
    """Give the words of topics, which are made of their ids when they are shown."""
    note = "A topic of lessons; its first letter becomes a capital."
    return [Entry(name.replace("-", " "), extracted=(note,)) for name in sorted(names)]


def content_entries(root: Path) -> Iterator[tuple[str, Document, list[Entry]]]:
    """Give the entries of every file of the content, by the name of its catalogue."""
    for path in content_files(root / "content"):
        document = read(path)
        yield catalogue_name(document), document, entries_of(document, path.relative_to(root).as_posix())


def template(entries: Sequence[Entry]) -> Catalogue:
    """Make a template: a catalogue of no language."""
    return Catalogue(_header("", ""), tuple(entries), ("A template; translate a copy of it.",))


def header_of(language: Language) -> dict[str, str]:
    """Give the header of a language's catalogues; a language nobody has described keeps its own plurals."""
    return _header(language.tag, language.plural_forms)


def _header(tag: str, plural_forms: str) -> dict[str, str]:
    header = {
        "Project-Id-Version": "RSE Lessons",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    return {name: value for name, value in header.items() if value or name == "Language"}
