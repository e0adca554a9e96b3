"""Every slide is set in the program's own fonts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.ui.theme import load_fonts


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp is not None
    load_fonts()
