"""The interface's words in the chosen language, through the standard library's gettext.

A call looks its words up when it is made, never at import, so that a window's `retranslate()` is
enough to change its language. English is the source and needs no catalogue.
"""

from __future__ import annotations

import gettext
from pathlib import Path

_current: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str, folder: Path) -> None:
    """Take the words from `folder/<language>/ui.mo`; without that file they stay English."""
    global _current  # noqa: PLW0603  one interface language at a time, as in gettext itself
    file = folder / language / "ui.mo"
    if file.is_file():
        with file.open("rb") as stream:
            _current = gettext.GNUTranslations(stream)
    else:
        _current = gettext.NullTranslations()


def tr(text: str) -> str:
    """Give `text` in the interface's language."""
    return _current.gettext(text)


def ntr(one: str, many: str, count: int) -> str:
    """Give the form that fits `count`, with `{count}` filled in."""
    return _current.ngettext(one, many, count).format(count=count)


def ptr(context: str, text: str) -> str:
    """Give `text` as meant in `context`, where one English word has several meanings."""
    return _current.pgettext(context, text)
