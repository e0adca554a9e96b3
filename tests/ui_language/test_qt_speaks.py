"""Qt's own windows speak the language of the windows, and no two of their words answer to one letter."""

from __future__ import annotations

import gettext
import io
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.i18n import catalogues
from rse_lessons.i18n.compiling import compile_text
from rse_lessons.i18n.languages import load_languages
from rse_lessons.i18n.mnemonics import TOGETHER, letter_of, twice
from rse_lessons.i18n.po import Catalogue, Entry, write
from rse_lessons.i18n.templates import qt_entries
from rse_lessons.ui.actions import ACTIONS, normal
from rse_lessons.ui.language import GettextTranslator, locale_of
from tests.ui_language.interface_languages import FOLDER, TAGS, speaking_as

KNOWN = load_languages(FOLDER)


def words(*entries: Entry) -> gettext.NullTranslations:
    text = write(Catalogue({}, entries))
    return gettext.GNUTranslations(io.BytesIO(compile_text(text, KNOWN["cy"])))


def test_qt_is_answered_out_of_the_catalogue(qapp: QApplication) -> None:
    heard: list[tuple[str, str, str]] = []
    made = GettextTranslator(
        words(
            Entry("Save", "Qt:QPlatformTheme", strings=("Cadw",)),
            Entry("%n item(s)", "Qt:QX", "%n item(s)", tuple(f"%n o{form}" for form in "abcdef")),
        ),
        lambda *asked: heard.append(asked),
    )
    QCoreApplication.installTranslator(made)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Save") == "Cadw"
        assert QCoreApplication.translate("QFileDialog", "Save") == "Save"
        assert QCoreApplication.translate("QPlatformTheme", "Close", "a button") == "Close"
        assert QCoreApplication.translate("QX", "%n item(s)", None, 3) == "3 od"
        box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Save)
        assert box.button(QMessageBox.StandardButton.Save).text() == "Cadw"
        box.deleteLater()
    finally:
        QCoreApplication.removeTranslator(made)
    assert ("QPlatformTheme", "Close", "a button") in heard


def test_names_of_keys_are_all_of_one_language(qapp: QApplication) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    with speaking_as(qapp, "gd", FOLDER):
        shown = [QKeySequence(key).toString(native) for key in ("Right", "PgDown", "Ctrl+Down", "Tab")]
    assert shown == ["Right", "PgDown", "Ctrl+Down", "Tab"]


def test_gaelic_leans_on_what_qt_knows_itself(qapp: QApplication) -> None:
    with speaking_as(qapp, "gd", FOLDER.parent / "none"):
        assert QCoreApplication.translate("QFileDialog", "Sidebar") == "Bàr-taoibh"
        assert QCoreApplication.translate("QFileDialog", "nobody says this") == "nobody says this"
    assert QCoreApplication.translate("QFileDialog", "Sidebar") == "Sidebar"


@pytest.mark.parametrize(
    ("tag", "name"), [("cy", "cy_GB"), ("gd", "gd_GB"), ("ga", "ga_GB"), ("sco", "en_GB"), ("br", "en_GB")]
)
def test_dates_and_numbers_follow(qapp: QApplication, tag: str, name: str) -> None:
    with speaking_as(qapp, tag):
        assert QLocale().name() == name
    assert locale_of("en", FOLDER).language() == QLocale.Language.English


def windows(qtbot: QtBot) -> Iterator[QWidget]:
    """Qt's windows that the program opens."""
    save, folder = QFileDialog(), QFileDialog()
    for dialog in (save, folder):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    save.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    folder.setFileMode(QFileDialog.FileMode.Directory)
    question = QMessageBox()
    yes_and_no = QMessageBox.StandardButton
    question.setStandardButtons(
        yes_and_no.Yes | yes_and_no.No | yes_and_no.YesToAll | yes_and_no.NoToAll | yes_and_no.Cancel
    )
    printer = QPrinter()
    for window in (save, folder, question, QPrintDialog(printer)):
        qtbot.addWidget(window)
        yield window


@pytest.mark.parametrize("tag", TAGS)
def test_no_letter_presses_two_things(qtbot: QtBot, qapp: QApplication, tag: str) -> None:
    with speaking_as(qapp, tag):
        for window in windows(qtbot):
            window.show()
            pressed = Counter(
                letter_of(one.text())
                for one in window.findChildren(QWidget)
                if isinstance(one, QAbstractButton | QLabel) and one.isVisible() and letter_of(one.text())
            )
            assert [letter for letter, count in pressed.items() if count > 1] == []
            window.hide()


@pytest.mark.parametrize("tag", TAGS)
def test_keys_are_the_same_whatever_they_are_called(qapp: QApplication, tag: str) -> None:
    english = [normal(key) for action in ACTIONS for key in action.keys]
    with speaking_as(qapp, tag):
        assert [normal(key) for action in ACTIONS for key in action.keys] == english
        for key in english:
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            assert normal(shown) == key  # what is shown can be read back


def test_what_is_said_twice_is_found() -> None:
    keys = {entry.key for entry in qt_entries()}
    assert {key for window in TOGETHER for key in window} <= keys
    files = [
        Entry("&Look in:", "Qt:QFileDialog", strings=("&Chwilio:",)),
        Entry("File &name:", "Qt:QFileDialog", strings=("&Enw:",)),
        Entry("&Choose", "Qt:QFileDialog", strings=("Dewis (&C)",)),
    ]
    (fault,) = twice(files)
    assert (fault.context, fault.rule) == ("&Choose", "mnemonic-twice")
    assert not list(twice([*files[:2], Entry("&Choose", "Qt:QFileDialog", strings=("De&wis && mwy",))]))


def test_our_own_windows_have_no_such_letters() -> None:
    from rse_lessons.i18n.interface import interface

    found = interface(FOLDER.parent / "rse_lessons")
    assert [entry.msgid for entry in found.entries if letter_of(entry.msgid + entry.plural)] == []


def test_english_needs_no_translator(qapp: QApplication) -> None:
    with speaking_as(qapp, "en"):
        assert catalogues.words_of_interface().gettext("Save") == "Save"
        assert QCoreApplication.translate("QPlatformTheme", "Save") == "Save"
