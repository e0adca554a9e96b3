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

made: list[str] = []
create = enum.EnumType._create_  # type: ignore[attr-defined]


def noted(cls: type, name: str, *rest: object, **more: object) -> object:
    made.append(name)
    return create(cls, name, *rest, **more)


def end(_window: object) -> None:
    before = list(made)
    QtCore.Qt.Key.Key_A  # noqa: B018  asking is what makes them
    print(json.dumps({"before": before, "after": made[len(before) :]}), flush=True)
    os._exit(0)


enum.EnumType._create_ = noted  # type: ignore[attr-defined]

from rse_lessons.starting import open_app  # noqa: E402
from rse_lessons.ui.library.window import LibraryWindow  # noqa: E402

LibraryWindow._after_paint = end  # type: ignore[assignment,method-assign]
sys.exit(open_app(Path(sys.argv[1])))
