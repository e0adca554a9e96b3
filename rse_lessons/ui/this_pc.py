"""What Qt finds on this PC: screens, which one the class looks at, fonts, whether sleep can be held off.

It is run as a program of its own, because Qt ends the program in which it cannot open a screen.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QScreen

from rse_lessons.ui.awake import Awake
from rse_lessons.ui.screens import Wish, arrange
from rse_lessons.ui.theme import FAMILY, load_fonts


def look(remembered: str) -> dict[str, object]:
    """Look round; `remembered` is the name of the screen that the class looked at last."""
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    styles = [str(style) for style in QFontDatabase.styles(FAMILY)]
    room = arrange(app.screens(), app.primaryScreen(), Wish(remembered))
    awake = Awake()
    awake.hold("RSE Lessons looks whether it can keep the screen on")
    held = awake.held
    awake.release()
    return {
        "qt": qVersion(),
        "platform": app.platformName(),
        "screens": [_screen(screen, app.primaryScreen()) for screen in app.screens()],
        "teacher": room.teacher.name(),
        "projector": room.projector.name() if room.projector else "",
        "mirrored": room.mirrored,
        "awake": held,
        "fonts": styles,
    }


def _screen(screen: QScreen, primary: QScreen) -> dict[str, object]:
    area = screen.geometry()
    return {
        "name": screen.name(),
        "x": area.x(),
        "y": area.y(),
        "width": area.width(),
        "height": area.height(),
        "scale": screen.devicePixelRatio(),
        "refresh": round(screen.refreshRate(), 1),
        "primary": screen is primary,
    }


if __name__ == "__main__":
    print(json.dumps(look(sys.argv[1] if len(sys.argv) > 1 else "")))  # noqa: T201  its one output
