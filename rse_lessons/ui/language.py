"""Qt speaks the interface's language, and every window says its words anew when it changes.

Qt's own words (buttons, file and print dialogs, menus of text fields, names of keys) are in the interface's
catalogue, under a context `Qt:` with Qt's own after it. Where Qt ships a language itself (Scottish Gaelic),
that answers what the catalogue does not.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from rse_lessons.i18n import catalogues
from rse_lessons.i18n.catalogues import ENGLISH

CONTEXT = "Qt:"
KEYS = "QShortcut"
"""Names of keys are the catalogue's alone, as keyboards have them: Qt knows only some in Gaelic."""
USUAL = "en_GB"
"""Whose dates and numbers a language takes that nobody has described."""
LATER_MS = 300
"""After so long hidden windows say their words anew; the class waits for none of them."""
_installed: list[QTranslator] = []


class GettextTranslator(QTranslator):
    """Answers Qt out of a gettext catalogue. With `heard`, it tells of all that Qt asks for."""

    def __init__(
        self,
        words: gettext.NullTranslations,
        heard: Callable[[str, str, str], object] | None = None,
    ) -> None:
        super().__init__()
        self._words, self._heard = words, heard

    def isEmpty(self) -> bool:
        """Qt asks only translators that have something."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Give Qt's words in this language; None, where the catalogue has none, sends Qt on to the next."""
        if self._heard is not None:
            self._heard(context, source, disambiguation or "")
        if not source:
            return None
        key = CONTEXT + context
        found = self._words.npgettext(key, source, source, n) if n >= 0 else self._words.pgettext(key, source)
        return None if found == source and context != KEYS else found


def speak_as_qt(folder: Path) -> None:
    """Have Qt speak the interface's language, and write dates and numbers as it does.

    `folder` holds the translations. `catalogues.use` comes before.
    """
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    tag = catalogues.interface_language()
    QLocale.setDefault(locale_of(tag, folder))
    if tag == ENGLISH:
        return
    own = QTranslator()
    if own.load(f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _install(own)
    _install(GettextTranslator(catalogues.words_of_interface()))  # the last one is asked first


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)


def locale_of(tag: str, folder: Path) -> QLocale:
    """Give the locale by which a language writes dates and numbers, and sorts."""
    if tag == ENGLISH:
        system = QLocale.system()
        return system if system.language() == QLocale.Language.English else QLocale(USUAL)
    if formats := catalogues.words_of_interface().info().get("x-formats", ""):
        return QLocale(formats)
    from rse_lessons.i18n.languages import LanguageError, load_languages  # noqa: PLC0415  imported late: few need it

    try:
        known = load_languages(folder).get(tag)
    except LanguageError:
        known = None
    return QLocale(known.formats if known is not None and known.formats else USUAL)


def say_anew(app: QApplication) -> None:
    """Have everything say its words anew: what can be seen at once, what is hidden when there is time."""
    seen: list[QWidget] = []
    hidden: list[QWidget] = []
    for window in app.topLevelWidgets():
        (seen if window.isVisible() else hidden).append(window)
    _retranslate(seen)
    QTimer.singleShot(LATER_MS, app, lambda: _retranslate(hidden))


def _retranslate(windows: Iterable[QWidget]) -> None:
    for window in windows:
        for one in (window, *window.findChildren(QWidget)) if isValid(window) else ():
            anew = getattr(one, "retranslate", None)
            if anew is not None and isValid(one):
                anew()
