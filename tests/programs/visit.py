"""A program that does what a teacher does on one visit, with the real windows, and ends.

`python visit.py DATA LESSON` opens the library, the lesson's page and the lesson, shows three slides, ends
the lesson, and prints as JSON where the app was found, and what is wrong with the lesson that the tour shows.
Whatever fails ends it with a traceback and 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import rse_lessons
from rse_lessons.app import Main
from rse_lessons.i18n import catalogues
from rse_lessons.school import School
from rse_lessons.ui.theme import STYLE, load_fonts

CLASS = "8 Hazel"
PATIENCE_MS = 60_000


def visit(data: Path, lesson: str) -> dict[str, object]:
    """Open everything as `rse_lessons.starting` does; gives where the app is and what was reached."""
    school = School(data)
    school.prefer(class_label=CLASS, theme="light")
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setQuitOnLastWindowClosed(False)
    load_fonts(("Regular", "Bold"))
    catalogues.use(school.preferences.language, school.root / "translations")
    main = Main(app, school)
    reached: list[str] = []
    loop = QEventLoop()
    main.window.painted.connect(lambda: reached.append("painted"))
    main.warmed.connect(lambda: reached.append("warmed"))
    main.warmed.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    main.open()
    loop.exec()
    assert reached == ["painted", "warmed"], f"the library came as far as {reached}"
    main.window.lesson_opened.emit(lesson)
    assert main.window.pages.currentWidget() is main.desks.opening.page, "the lesson's page did not open"
    main.desks.opening.page.present_requested.emit(lesson, 0)
    give(main)
    standing = main.summary.standing(CLASS, lesson)
    app.quit()
    main.close()
    return {
        "file": rse_lessons.__file__,
        "data": str(school.root),
        "slide": standing.slide,
        "demonstration": str(school.demonstration),
        "faults": [problem.sentence for problem in school.read_file(school.demonstration).problems],
    }


def give(main: Main) -> None:
    """Give three slides of the lesson on both screens, and end it."""
    assert main.giving is not None
    classroom = main.giving.classroom
    assert classroom is not None, "no classroom was opened"
    assert classroom.projector.isVisible(), "the class saw nothing"
    while classroom.session.index < 3:
        QTest.keyClick(classroom.console, Qt.Key.Key_Right)
    main.giving.end()
    assert main.window.isVisible(), "the library did not come back"


def main() -> int:
    """Visit; a fault in a slot, which Qt would only print, counts as one of the visit."""
    faults: list[type[BaseException]] = []

    def note(kind: type[BaseException], *rest: object) -> None:
        faults.append(kind)
        sys.__excepthook__(kind, *rest)  # type: ignore[arg-type]

    sys.excepthook = note
    seen = visit(Path(sys.argv[1]), sys.argv[2])
    print(json.dumps(seen), flush=True)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
