"""Lessons, classes and windows for the tests of the library and the lesson page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rse_lessons.progress.facts.summary import ClassInfo, Standing, Summary
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import apply, begin, load_fonts, load_theme

ILLUSTRATIONS = Path(__file__).parents[2] / "assets" / "illustrations"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Book:
    """A card as the shelf reads it."""

    title: str
    band: str = "lower-ks2"
    minutes: int = 45
    topics: tuple[str, ...] = ("consent",)
    slides: int = 14
    checked: bool = True
    stages: tuple[tuple[str, int], ...] = (("welcome", 120), ("explore", 600), ("signpost", 240))
    cover_path: Path | None = ILLUSTRATIONS / "ask-first.svg"
    languages: str = ""

    @property
    def id(self) -> str:
        return self.title.lower().replace(" ", "-")

    @property
    def search(self) -> str:
        return f"{self.title} {' '.join(self.topics)}".casefold()


BOOKS = (
    Book("Friends online and off", topics=("friendship",)),
    Book("My picture, your choice", topics=("consent", "pictures")),
    Book("When somebody pushes", minutes=50, topics=("pressure",)),
    Book("Who is it really?", topics=("pretending-online",), minutes=30),
    Book("Group-chat choices", "upper-ks2", 50, ("sharing-pictures",)),
    Book("Ask first", "ks1", 40),
    Book("If a picture is shared", "ks3", 45, ("sharing-pictures",)),
)
SUMMARY = Summary(
    (ClassInfo("4 Maple", "lower-ks2"), ClassInfo("8 Hazel", "ks3")),
    {
        ("4 Maple", BOOKS[0].id): Standing(
            "taught", 13, 14, "2026-11-06T10:00:00Z", taught="2026-11-06T10:00:00Z"
        ),
        ("4 Maple", BOOKS[1].id): Standing("begun", 6, 14, "2026-11-19T10:00:00Z"),
    },
)


def settle() -> None:
    """Let everything happen that was put off for a moment."""
    for _ in range(12):
        QApplication.processEvents()


def open_library(
    *,
    books: tuple[Book, ...] = BOOKS,
    summary: Summary = SUMMARY,
    label: str = "4 Maple",
    theme: str = "light",
    scale: float = 1.0,
    size: tuple[int, int] = (1280, 720),
    styled: bool = True,
) -> LibraryWindow:
    """Show the library, painted and ready for keys."""
    # Windows of earlier tests wait for an event loop to be deleted in; a stylesheet would reach them too.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    load_fonts()
    look = load_theme(theme, scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    (apply if styled else begin)(app, look)
    window = LibraryWindow(look)
    window.set_nations([("eng", "England"), ("wls", "Wales")], "eng")
    window.set_cards(books)
    window.set_summary(summary, label, TODAY)
    window.resize(*size)
    window.show()
    window.activateWindow()
    settle()
    return window


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Give everything in sight that the keyboard can reach."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.isEnabled() and widget.focusPolicy().value & 1:
            yield widget


def pressable(window: QWidget) -> Iterator[QAbstractButton]:
    """Give every button in sight."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisibleTo(window) and not button.window().isHidden():
            yield button
