"""The interface's words in the chosen language, through the standard library's gettext.

A call looks its words up when it is made, never at import, so that a window's `retranslate()` is
enough to change its language. English is the source and needs no catalogue.

What the class reads may be in another language than the teacher's windows: within `speaking()` words are
looked up in that one.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from rse_lessons.settings.sentences import Sentence

ENGLISH = "en"

_folder: Path | None = None
_cache: Path | None = None
_language = ENGLISH
_current: gettext.NullTranslations = gettext.NullTranslations()
_read: dict[str, gettext.NullTranslations] = {}
_parsed: dict[str, tuple[bytes, gettext.NullTranslations]] = {}
"""Languages that were used, with the words they were made of: to change back and forth costs no time."""
_spoken: ContextVar[tuple[str, gettext.NullTranslations] | None] = ContextVar("spoken", default=None)


def use(language: str, folder: Path, cache: Path | None = None) -> None:
    """Take the words from `folder/<language>`, where `ui.mo` or `ui.po` lies; without them they stay English.

    What has to be compiled is kept in `cache`.
    """
    global _cache, _current, _folder, _language
    _folder, _cache = folder, cache
    _read.clear()
    _language, _current = language or ENGLISH, _words(language or ENGLISH)


def interface_language() -> str:
    """Give the tag of the language of the windows, whatever is spoken here and now."""
    return _language


def language() -> str:
    """Give the tag of the language that words are looked up in here and now."""
    spoken = _spoken.get()
    return _language if spoken is None else spoken[0]


def words_of_interface() -> gettext.NullTranslations:
    """Give the catalogue of the windows' language."""
    return _current


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Look words up in another language for a while, in this thread; an empty tag changes nothing."""
    if not language or (language == _language and _spoken.get() is None):
        yield
        return
    token = _spoken.set((language, _words(language)))
    try:
        yield
    finally:
        _spoken.reset(token)


def tr(text: str) -> str:
    """Give `text` in the language of here and now."""
    return _here().gettext(text)


def ntr(one: str, many: str, count: int) -> str:
    """Give the form that fits `count`, with `{count}` filled in."""
    return _here().ngettext(one, many, count).format(count=count)


def ptr(context: str, text: str) -> str:
    """Give `text` as meant in `context`, where one English word has several meanings."""
    return _here().pgettext(context, text)


def retold(sentence: object) -> str:
    """Give a sentence that was made in English below, where no language is known, in that of here and now."""
    if isinstance(sentence, Sentence):
        names = {
            name: retold(value) if isinstance(value, str) else value for name, value in sentence.told.items()
        }
        return _here().gettext(sentence.english).format(**names)
    text = str(sentence)
    return _here().gettext(text) if text else ""


def _here() -> gettext.NullTranslations:
    spoken = _spoken.get()
    return _current if spoken is None else spoken[1]


def _words(language: str) -> gettext.NullTranslations:
    found = _read.get(language)
    if found is None:
        found = gettext.NullTranslations() if language == ENGLISH else _load(language)
        _read[language] = found
    return found


def _load(tag: str) -> gettext.NullTranslations:
    from rse_lessons.i18n.kept_words import words_of  # noqa: PLC0415  imported late: English needs none of it

    if _folder is None:
        return gettext.NullTranslations()
    words = words_of(_folder, tag, _cache)
    before, found = _parsed.get(tag, (None, gettext.NullTranslations()))
    if before == words:
        return found
    found = gettext.GNUTranslations(io.BytesIO(words)) if words else gettext.NullTranslations()
    _parsed[tag] = words, found
    for other in found.info().get("x-falls-back", "").split():
        found.add_fallback(_words(other))
    return found
