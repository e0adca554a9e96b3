"""The languages that the interface can be shown in: those that have words, with how far they are."""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rse_lessons.i18n import compiling, kept_words
from rse_lessons.i18n.catalogues import ENGLISH
from rse_lessons.i18n.languages import LanguageError, language, load_languages
from rse_lessons.i18n.review import FILE, Review, ReviewError, load_reviews


@dataclass(frozen=True, slots=True)
class Offered:
    """A language of the interface."""

    tag: str
    name: str
    """What its speakers call it."""
    done: int
    """Strings that it has."""
    strings: int
    """Strings that there are."""
    review: Review | None = None
    """What was said about it, when that still holds for these words."""

    @property
    def reviewed(self) -> bool:
        """Whether somebody who speaks it well has read all of it as it is."""
        return self.tag == ENGLISH or (self.review is not None and self.review.reviewed)

    @property
    def share(self) -> int:
        """Per cent of the strings that it has, and 100 only for all."""
        return 100 * self.done // self.strings if self.strings else 100


def offered(folder: Path, cache: Path | None) -> tuple[Offered, ...]:
    """Give English and each language that has words, by its name."""
    found = [Offered(ENGLISH, "English", 0, 0)]
    for home in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (home / "ui.po").is_file() or (home / "ui.mo").is_file():
            one = offer(folder, home.name, cache)
            found += [one] if one is not None else []
    return tuple(found)


def offer(folder: Path, tag: str, cache: Path | None) -> Offered | None:
    """Give one language as it is offered; None when it has no words."""
    head = _header(kept_words.words_of(folder, tag, cache))
    done = int(head.get(compiling.DONE.lower(), 0))
    if not done:
        return None
    try:
        name = language(tag, load_languages(folder)).name
        review = load_reviews(folder / tag / FILE).get(kept_words.FILE)
    except (LanguageError, ReviewError):
        name, review = tag, None
    holds = review is not None and review.sum == head.get(compiling.SUM.lower())
    return Offered(tag, name, done, int(head.get(compiling.ALL.lower(), 0)), review if holds else None)


def _header(words: bytes) -> Mapping[str, str]:
    return gettext.GNUTranslations(io.BytesIO(words)).info() if words else {}


def interface_language(preferred: str, wanted: tuple[str, ...], folder: Path, cache: Path | None) -> str:
    """Give the language of the windows: the one preferred, else the first of the system's that is offered."""
    if preferred:
        return preferred
    for tag in wanted:
        if tag == ENGLISH or offer(folder, tag, cache) is not None:
            return tag
    return ENGLISH
