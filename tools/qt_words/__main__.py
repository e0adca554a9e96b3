"""Finds out what Qt says by itself, and writes it to rse_lessons/i18n/qt_words.toml.

    QT_QPA_PLATFORM=offscreen python -m tools.qt_words

It opens each of Qt's own windows that the program uses, and its menus, and listens to what Qt looks up. What
was found before stays in the file: another system or version of Qt asks for other words. Run it on Windows
and macOS as well.
"""

from __future__ import annotations

import gettext
import re
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination, QLibraryInfo, QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeySequence
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from rse_lessons.ui.language import GettextTranslator

FILE = Path(__file__).resolve().parents[2] / "rse_lessons" / "i18n" / "qt_words.toml"
NOT_WORDS = {"QT_LAYOUT_DIRECTION", "%p%", "%1", "%1%", "Form"}
"""What is not for people; windows that a designer of Qt called a form have it as a title that nobody sees."""
WORD = re.compile(r"(?!Alt\+).*[A-Za-z]{2}", re.DOTALL)
"""What is to be translated: no letters alone, and no keys, which Qt takes out of the text again."""
NOT_TRANSLATED = {"QPageSize"}
"""Sizes of paper are called as they are everywhere: A4, Envelope DL."""
SELDOM = {
    "QFileDialog": [
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
        "'%1' is write protected.\nDo you want to delete it anyway?",
        "Are you sure you want to delete '%1'?",
        "Could not delete directory.",
        "New Folder",
        "Recent Places",
        "Remove",
    ],
    "QFileSystemModel": [
        "Invalid filename",
        "Kind",
        "My Computer",
    ],
    "QPrintDialog": [
        "%1 already exists.\nDo you want to overwrite it?",
        "%1 is a directory.\nPlease choose a different file name.",
        "&Options <<",
        "File %1 is not writable.\nPlease choose a different file name.",
        "Print To File ...",
    ],
    "QWidgetTextControl": ["Copy &Link Location"],
}
"""What Qt says only when something goes wrong, or on another system; its own Gaelic tells whether it does."""
HEAD = """\
# What Qt says by itself in the windows that this program opens: buttons, menus, names of keys. Found by
# `python -m tools.qt_words`, which adds to it; each table is a context of Qt's, each text a word of Qt's.
"""


def main() -> None:
    """Open everything, listen, and write."""
    app = QApplication(sys.argv[:1])
    known = tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    heard = {(context, text) for context, texts in known.items() for text in texts}

    def hear(context: str, text: str, _meant: str) -> None:
        if text not in NOT_WORDS and context not in NOT_TRANSLATED and WORD.match(text):
            heard.add((context, text))

    translator = GettextTranslator(gettext.NullTranslations(), hear)
    app.installTranslator(translator)
    for way in (windows, menus, keys, names):
        way(app)
    heard |= seldom()
    parts = [HEAD]
    for context in sorted({context for context, _ in heard}):
        texts = sorted((text for of, text in heard if of == context), key=lambda text: (text.lower(), text))
        parts.append(f"{context} = [\n" + "".join(f"  {quoted(text)},\n" for text in texts) + "]\n")
    FILE.write_text("\n".join(parts), encoding="utf-8")
    print(f"{len(heard)} texts in {FILE}")


def seldom() -> set[tuple[str, str]]:
    """Give what is said seldom, where this version of Qt knows it."""
    gaelic = QTranslator()
    if not gaelic.load("qtbase_gd", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        raise SystemExit("Qt's own Gaelic is not here, by which to see what it says.")
    wanted = {(context, text) for context, texts in SELDOM.items() for text in texts}
    said = {pair for pair in wanted if gaelic.translate(*pair)}
    for context, text in sorted(wanted - said):
        print(f"This Qt does not say “{text}” in {context}.")
    return said


def quoted(text: str) -> str:
    """Write a text as TOML has it."""
    return (
        '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    )


def windows(app: QApplication) -> None:
    """Open Qt's windows, by themselves and in the ways that need an answer."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "there.txt").write_text("x", encoding="utf-8")
        for make in (_file_windows(Path(folder)), _plain_windows(), _printing(Path(folder))):
            for made in make:
                window = made()
                window.show()
                app.processEvents()
                for child in window.findChildren(QWidget):
                    app.sendEvent(child, QEvent(QEvent.Type.ToolTip)) if child.toolTip() else None
                for menu in window.findChildren(QMenu):
                    menu.aboutToShow.emit()
                window.hide()
                window.deleteLater()
        _asked_back(app, Path(folder))


def _file_windows(folder: Path) -> list[Callable[[], QWidget]]:
    def opened(
        mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode, view: QFileDialog.ViewMode
    ) -> QDialog:
        dialog = QFileDialog(None, "", str(folder))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.setAcceptMode(accept)
        dialog.setViewMode(view)
        return dialog

    ways = [
        (mode, accept, view)
        for mode in QFileDialog.FileMode
        for accept in QFileDialog.AcceptMode
        for view in QFileDialog.ViewMode
    ]
    return [lambda way=way: opened(*way) for way in ways]  # type: ignore[misc]


def _plain_windows() -> list[Callable[[], QWidget]]:
    def message() -> QWidget:
        box = QMessageBox(QMessageBox.Icon.Question, "", "x")
        box.setStandardButtons(QMessageBox.StandardButton(0x7FFFC00 | 0x400))
        box.setDetailedText("x")
        return box

    def buttons() -> QWidget:
        box = QDialogButtonBox()
        for button in QDialogButtonBox.StandardButton:
            if button.value and button.value & (button.value - 1) == 0:
                box.addButton(button)
        return box

    return [message, buttons, lambda: QProgressDialog("x", "", 0, 9)]


def _printing(folder: Path) -> list[Callable[[], QWidget]]:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / "there.pdf"))
    return [lambda: QPrintDialog(printer), lambda: QPageSetupDialog(printer)]


def _asked_back(app: QApplication, folder: Path) -> None:
    """Have the file dialog ask whether to write over a file, say that one is not there, rename, delete."""

    def press() -> None:
        box = app.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.reject()

    for accept, name in (
        (QFileDialog.AcceptMode.AcceptSave, "there.txt"),
        (QFileDialog.AcceptMode.AcceptOpen, "not there.txt"),
    ):
        dialog = QFileDialog(None, "", str(folder))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(accept)
        dialog.setFileMode(
            QFileDialog.FileMode.AnyFile
            if accept is QFileDialog.AcceptMode.AcceptSave
            else QFileDialog.FileMode.ExistingFile
        )
        dialog.show()
        app.processEvents()
        dialog.findChildren(QLineEdit)[0].setText(name)
        QTimer.singleShot(200, press)
        dialog.accept()
        dialog.hide()
        dialog.deleteLater()


def menus(app: QApplication) -> None:
    """Open the menu of each kind of field."""
    read_only = QLineEdit("x")
    read_only.setReadOnly(True)
    password = QLineEdit("x")
    password.setEchoMode(QLineEdit.EchoMode.Password)
    tabs = QTabWidget()
    tabs.setTabsClosable(True)
    tabs.addTab(QWidget(), "x")
    combo = QComboBox()
    combo.setEditable(True)
    fields = (
        *(QLineEdit("x"), read_only, password, QTextEdit("x"), QPlainTextEdit("x"), QSpinBox(), combo),
        *(QScrollBar(), QScrollBar(Qt.Orientation.Horizontal), QSlider(), tabs, QCheckBox("x")),
        *(QPushButton("x"), QToolButton()),
    )
    for field in fields:
        field.show()
        app.processEvents()
        QTimer.singleShot(
            50, lambda: [one.close() for one in app.topLevelWidgets() if isinstance(one, QMenu)]
        )
        at = field.viewport() if isinstance(field, QAbstractScrollArea) else field
        where = QPoint(2, 2)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, at.mapToGlobal(where))
        app.sendEvent(at, event)
        for _ in range(20):
            app.processEvents()
        _accessible(field)
        field.close()


def _accessible(field: QWidget) -> None:
    """Ask for what a screen reader would be told that can be done with it."""
    found = QAccessible.queryAccessibleInterface(field)
    actions = found.actionInterface() if found is not None else None
    if actions is not None:
        for name in actions.actionNames():
            actions.localizedActionName(name)
            actions.localizedActionDescription(name)


KEYS = (
    *("Escape", "Tab", "Backtab", "Backspace", "Return", "Enter", "Insert", "Delete", "Pause", "Print"),
    *("SysReq", "Home", "End", "Left", "Up", "Right", "Down", "PageUp", "PageDown", "CapsLock", "NumLock"),
    *("ScrollLock", "Menu", "Help", "Space", "Back", "Forward", "Stop", "Refresh", "VolumeDown"),
    *("VolumeMute", "VolumeUp", "MediaPlay", "MediaStop", "MediaPrevious", "MediaNext", "Clear", "Select"),
)


def keys(_app: QApplication) -> None:
    """Name the keys of keyboards and remotes, with what is held down."""
    held = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    more = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier)
    for name in KEYS:
        key = getattr(Qt.Key, f"Key_{name}")
        for modifier in (Qt.KeyboardModifier.NoModifier, *held, *more, Qt.KeyboardModifier.KeypadModifier):
            combined = QKeySequence(QKeyCombination(modifier, key))
            combined.toString(QKeySequence.SequenceFormat.NativeText)
    QKeySequence(Qt.Key.Key_F5).toString(QKeySequence.SequenceFormat.NativeText)


def names(_app: QApplication) -> None:
    """Ask for buttons as a system names them."""
    for button in QMessageBox.StandardButton:
        if button.value and button.value & (button.value - 1) == 0:
            QMessageBox(QMessageBox.Icon.NoIcon, "", "", button).button(button)


if __name__ == "__main__":
    main()
