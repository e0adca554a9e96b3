"""The interface's words in the chosen language, through the standard library's gettext.

A call looks its words up when it is made, never at import, so that a window's `retranslate()` is
enough to change its language. English is the source and needs no catalogue.

What the class reads may be in another language than the teacher's windows: within `speaking()` words are
looked up in that one.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

ENGLISH = "en"

_folder: Path | None = None
_language = ENGLISH
_current: gettext.NullTranslations = gettext.NullTranslations()
_read: dict[str, gettext.NullTranslations] = {}
_spoken: ContextVar[tuple[str, gettext.NullTranslations] | None] = ContextVar("spoken", default=None)


def use(language: str, folder: Path) -> None:
    """Take the words from `folder/<language>/ui.mo`; without that file they stay English."""
    global _current, _folder, _language  # noqa: PLW0603  one interface language at a time, as in gettext itself
    if folder != _folder:
        _folder = folder
        _read.clear()
    _language, _current = language, _words(language)


def language() -> str:
    """Give the tag of the language that words are looked up in here and now."""
    spoken = _spoken.get()
    return _language if spoken is None else spoken[0]


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


def _here() -> gettext.NullTranslations:
    spoken = _spoken.get()
    return _current if spoken is None else spoken[1]


def _words(language: str) -> gettext.NullTranslations:
    found = _read.get(language)
    if found is None:
        file = None if _folder is None else _folder / language / "ui.mo"
        if file is not None and file.is_file():
            with file.open("rb") as stream:
                found = gettext.GNUTranslations(stream)
        else:
            found = gettext.NullTranslations()
        _read[language] = found
    return found
