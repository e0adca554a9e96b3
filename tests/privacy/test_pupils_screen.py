"""What pupils look at takes no text: no field to type in, in no window and on no slide of any lesson."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGraphicsProxyWidget,
    QGraphicsTextItem,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rse_lessons.presenting.slides import parts_of, slides_of
from rse_lessons.school import School
from rse_lessons.ui.projector.window import ProjectorWindow
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.scene import build_scene
from tests.ui_settings.small import dressed

PACKAGE = Path(__file__).resolve().parents[2] / "rse_lessons"
PUPILS = ("ui/projector", "ui/slide", "ui/aloud")
"""Packages that make what pupils see or hear."""
ENTRIES = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QKeySequenceEdit)
WORDS = {
    *("QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QSpinBox", "QDoubleSpinBox", "QComboBox"),
    *("QInputDialog", "QKeySequenceEdit", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QGraphicsProxyWidget"),
}


MODULES = [path for package in PUPILS for path in sorted((PACKAGE / package).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_of_theirs_has_a_field_to_type_in(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not names & WORDS
    assert "TextEditorInteraction" not in names


def test_none_of_them_writes_a_record() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not any(module.startswith("rse_lessons.progress.recording.store") for module in imported), path


def test_no_slide_of_any_lesson_can_be_typed_into(
    qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]
) -> None:
    school = school_in(tmp_path)
    window = ProjectorWindow(dressed())
    qtbot.addWidget(window)
    window.resize(640, 360)
    lessons = [school.read(card.id).lesson for card in school.library.cards()]
    lessons.append(school.read_file(school.demonstration).lesson)
    seen, met = 0, Counter[tuple[object, ...]]()
    for lesson in lessons:
        assert lesson is not None
        for number, slide in enumerate(slides_of(lesson), 1):
            # What is on a slide comes of its parts: three slides of the same parts in an order are enough.
            seen, parts = seen + 1, (slide.stage, *map(type, parts_of(slide)))
            met[parts] += 1
            if met[parts] > 3:
                continue
            scene = build_scene(slide, number, SlideLook(band=lesson.front.band or ""))
            for item in scene.items():
                assert not isinstance(item, QGraphicsProxyWidget)
                if isinstance(item, QGraphicsTextItem):
                    assert not item.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable
            scene.deleteLater()
    assert seen > 300
    assert len({kind for _stage, *kinds in met for kind in kinds}) > 10
    assert not entries(window)


def entries(window: QWidget) -> list[QWidget]:
    """Fields to type in."""
    return [widget for widget in (window, *window.findChildren(QWidget)) if isinstance(widget, ENTRIES)]


def test_what_is_typed_at_the_projector_is_keys_and_never_text(qtbot: QtBot) -> None:
    window = ProjectorWindow(dressed())
    qtbot.addWidget(window)
    window.set_alone(True)
    window.show_bar()
    window.show()
    assert not entries(window)
    pressed: list[str] = []
    window.key_pressed.connect(lambda event: pressed.append(event.text()))
    QTest.keyClicks(window, "jane")
    # Each goes out as one key, for the table of actions; nothing here holds a word.
    assert pressed == list("jane")
    texts = [str(widget.property("text") or "") for widget in window.findChildren(QWidget)]
    assert not any("jane" in text for text in texts)
