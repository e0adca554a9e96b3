"""Qt for commands that paint but open no window: on PCs without a screen, too."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from rse_lessons.ui.theme import STYLE, load_fonts


def painting_app() -> QApplication:
    """Give the application that exists, or one that needs no screen; the caller keeps it."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    # Windows and macOS always have a screen; elsewhere the screen's own libraries may be missing.
    if sys.platform not in ("win32", "darwin") and "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_tell)
    app = QApplication(["rse-lessons", *STYLE])
    app.setApplicationName("RSE Lessons")
    load_fonts()
    return app


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not that a screen which nobody sees cannot do everything."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)  # noqa: T201  as Qt would
