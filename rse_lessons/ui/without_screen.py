"""Qt for commands that paint but open no window: on PCs without a screen, too."""

from __future__ import annotations

import os
import sys

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
    app = QApplication(["rse-lessons", *STYLE])
    app.setApplicationName("RSE Lessons")
    load_fonts()
    return app
