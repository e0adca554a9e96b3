"""A program that opens the library and ends at its first picture: `python start.py DATA`.

It prints as JSON which of Qt's enumerations had been made by then, and which there were after the first of
the namespace `Qt` was asked for: making those takes longer than all else before the picture.
"""

from __future__ import annotations

import enum
import json
import os
import sys
from pathlib import Path

from PySide6 import QtCore


def made(kind: type[enum.Enum] = enum.Enum) -> set[str]:
    below = kind.__subclasses__()
    return {one.__qualname__ for one in below}.union(*map(made, below))


def end(_window: object) -> None:
    before = made()
    QtCore.Qt.Key.Key_A  # noqa: B018  asking is what makes them
    print(json.dumps({"before": sorted(before), "after": sorted(made() - before)}), flush=True)
    os._exit(0)


from rse_lessons.starting import open_app  # noqa: E402
from rse_lessons.ui.library.window import LibraryWindow  # noqa: E402

LibraryWindow._after_paint = end  # type: ignore[assignment,method-assign]
sys.exit(open_app(Path(sys.argv[1])))
