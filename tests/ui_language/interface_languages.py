"""The languages that the windows can be in, for tests; and the language that nobody speaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from rse_lessons.i18n import catalogues
from rse_lessons.i18n.offered import offered
from rse_lessons.i18n.po import write
from rse_lessons.i18n.pseudo import TAG, pseudo
from rse_lessons.i18n.templates import content_entries, interface_entries
from rse_lessons.settings.paths import data_root
from rse_lessons.ui.language import say_anew, speak_as_qt

ROOT = data_root()
FOLDER = ROOT / "translations"
TAGS = tuple(one.tag for one in offered(FOLDER, None) if one.share == 100)
"""English, and each language that has all words: with some of them, Qt's own stand beside ours."""


@cache
def longer() -> str:
    """The catalogue of the language that nobody speaks."""
    documents = [document for _, document, _ in content_entries(ROOT) if document is not None]
    entries, unfound = interface_entries(ROOT / "rse_lessons", documents)
    assert unfound == []
    return write(pseudo(entries))


def write_longer(folder: Path) -> None:
    """Put it into a folder of translations."""
    (folder / TAG).mkdir(parents=True)
    (folder / TAG / "ui.po").write_text(longer(), encoding="utf-8")


@contextmanager
def speaking_as(app: QApplication, tag: str, folder: Path = FOLDER) -> Iterator[None]:
    """Have windows and Qt speak a language for a while, and English afterwards."""
    try:
        catalogues.use(tag, folder)
        speak_as_qt(folder)
        yield
    finally:
        catalogues.use("en", FOLDER)
        speak_as_qt(FOLDER)
        say_anew(app)
