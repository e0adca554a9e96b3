"""How the language of here and now writes months and days, and in which order its words stand.

English needs none of it. Qt knows Welsh, Irish and Gaelic; a language that it does not know has its
translators' words, and the order of English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QCollator, QLocale
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import ENGLISH, interface_language, language

T = TypeVar("T")
_USUAL = "en_GB"
_REGIONS = {"en": "en_GB", "ga": "ga_IE"}


@cache
def known_to_qt(tag: str) -> QLocale | None:
    """Give Qt's knowledge of a language; None when it has none."""
    found = QLocale(tag)
    return found if found.name().partition("_")[0] == tag else None


def here() -> QLocale | None:
    """Give what Qt knows of the language of here and now; None for English, and for what it does not know."""
    tag = language()
    return None if tag == ENGLISH else known_to_qt(tag)


@cache
def _collator(tag: str) -> QCollator:
    made = QCollator(known_to_qt(tag) or QLocale(_USUAL))
    made.setNumericMode(True)
    return made


def in_order(items: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """Sort as a dictionary in the windows' language does: in Welsh, `chwech` comes after `cwm`."""
    collator = _collator(interface_language())
    return sorted(items, key=lambda item: collator.sortKey(words(item)))


def locale_of(language: str) -> QLocale:
    """Give the locale of a language's tag; English is that of these islands."""
    return QLocale(_REGIONS.get(language, language.replace("-", "_")))


def say_in(widget: QWidget, language: str) -> None:
    """Have a screen reader say what stands on a widget in a language."""
    locale = locale_of(language)
    if widget.locale() != locale:
        widget.setLocale(locale)
