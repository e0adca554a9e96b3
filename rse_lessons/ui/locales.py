"""A language as Qt knows it: what a screen reader speaks words in."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

_REGIONS = {"en": "en_GB", "ga": "ga_IE"}


def locale_of(language: str) -> QLocale:
    """Give the locale of a language's tag; English is that of these islands."""
    return QLocale(_REGIONS.get(language, language.replace("-", "_")))


def say_in(widget: QWidget, language: str) -> None:
    """Have a screen reader say what stands on a widget in a language."""
    locale = locale_of(language)
    if widget.locale() != locale:
        widget.setLocale(locale)
