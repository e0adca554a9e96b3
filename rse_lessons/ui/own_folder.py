"""Showing a folder in the system's own file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from rse_lessons.i18n.catalogues import tr


def open_folder(folder: Path) -> str:
    """Make the folder if need be and show it; gives a sentence when it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return tr("The folder {folder} cannot be made: {reason}. Lessons that are there are safe.").format(
            folder=folder, reason=error.strerror or error
        )
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    return ""


def open_file(path: Path) -> str:
    """Open a file in the system's own editor; gives a sentence when it has none."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    return tr(
        "This PC does not know which program opens {file}. Press Open the folder, and open the file with any "
        "program for plain text, such as Notepad, TextEdit or Text Editor."
    ).format(file=path.name)
