"""The languages that the windows can be in, for tests; and the language that nobody speaks."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from rse_lessons.i18n import catalogues
from rse_lessons.i18n.documents import content_files
from rse_lessons.i18n.interface import Interface, interface
from rse_lessons.i18n.offered import offered
from rse_lessons.i18n.po import write
from rse_lessons.i18n.pseudo import TAG, pseudo
from rse_lessons.i18n.templates import qt_entries, topic_entries, topics_in
from rse_lessons.settings.paths import data_root
from rse_lessons.ui.language import say_anew, speak_as_qt

ROOT = data_root()
FOLDER = ROOT / "translations"
KEPT = TemporaryDirectory(prefix="rse-lessons-words-")
"""Where what was compiled is kept until the tests end, as it is in a school's folder."""
atexit.register(KEPT.cleanup)
TAGS = tuple(one.tag for one in offered(FOLDER, Path(KEPT.name)) if one.share == 100)
"""English, and each language that has all words: with some of them, Qt's own stand beside ours."""


@cache
def words_in_code() -> Interface:
    """All that the program's code says."""
    return interface(ROOT / "rse_lessons")


@cache
def longer() -> str:
    """The catalogue of the language that nobody speaks."""
    found = words_in_code()
    assert found.unfound == []
    known = {entry.key for entry in found.entries}
    # As `interface_entries` does, which would take every lesson apart for them.
    names = {
        name
        for path in content_files(ROOT / "content")
        for name in topics_in(path.read_text(encoding="utf-8"))
    }
    topics = [entry for entry in topic_entries(names) if entry.key not in known]
    return write(pseudo([*found.entries, *topics, *qt_entries()]))


def write_longer(folder: Path) -> None:
    """Put it into a folder of translations."""
    (folder / TAG).mkdir(parents=True)
    (folder / TAG / "ui.po").write_text(longer(), encoding="utf-8")


@contextmanager
def speaking_as(app: QApplication, tag: str, folder: Path = FOLDER) -> Iterator[None]:
    """Have windows and Qt speak a language for a while, and English afterwards."""
    try:
        catalogues.use(tag, folder, Path(KEPT.name))
        speak_as_qt(folder)
        yield
    finally:
        catalogues.use("en", FOLDER)
        speak_as_qt(FOLDER)
        say_anew(app)
