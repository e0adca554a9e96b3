"""Text of a page as it is read: paragraphs and lists, headings, quotations, tables.

Each is a label of its own, so that a screen reader goes from one to the next; the words can be selected
with the mouse, and with the keyboard once Tab has come to them.
"""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.ui.slide.markup import Grid, Passage, inline, passages, plain
from rse_lessons.ui.theme import Theme, face
from rse_lessons.ui.widgets.paint import box, smooth
from rse_lessons.ui.widgets.words import Words

READING = 19
"""Pixels of a page's own text; what stands in a card is set as the rest of the window is."""
_INDENT, _QT_INDENT = 26, 40
"""How far a list's words stand in, at 100%; Qt sets them in by its own pixels, whatever their size."""
_PAGE_KEYS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class Prose(QLabel):
    """Some paragraphs and lists, or a table."""

    def __init__(self, theme: Theme, text: str, said: str, *, size: float = 17) -> None:
        super().__init__()
        self._size = size
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ring", True)
        self.setProperty("corner", 4)
        self.setAccessibleName(said)
        self._text = text
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours and sizes of `theme`."""
        self._theme = theme
        self.setText(_dressed(self._text, theme, self._size))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Grow downwards when the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines; measured once, where a label would set them with each question."""
        return _tall(self.text(), width)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure."""
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for one line at least."""
        return QSize(self._theme.px(48), self._theme.px(self._size * 1.6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that turn and scroll pages to the page."""
        if event.key() in _PAGE_KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


@lru_cache(maxsize=4096)
def _tall(text: str, width: int) -> int:
    document = _ruler()
    document.setHtml(text)
    document.setTextWidth(max(1, width))
    return math.ceil(document.size().height())


@cache
def _ruler() -> QTextDocument:
    """Give the document that everything is measured in; it is as a label's own."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(face(17, bold=False, italic=False))
    return made


def _dressed(text: str, theme: Theme, size: float) -> str:
    """Put the theme's colours and lengths into HTML that was made without them."""
    whole = f"<div style='font-size:{theme.px(size)}px'>{text}</div>"
    return (
        whole.replace("$gap", f"{theme.px(12)}px")
        .replace("$list", f"{theme.px(_INDENT) - _QT_INDENT}px")
        .replace("$cell", str(theme.px(8)))
        .replace("$head", theme.hex("sunken"))
        .replace("$rule", theme.hex("rule"))
    )


class Quote(QWidget):
    """Words that somebody says or writes, beside a thick line."""

    def __init__(self, theme: Theme, inside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 0, 4)
        column.addWidget(inside)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = smooth(QPainter(self))
        box(painter, QRectF(0, 0, 5, self.height()), 2, fill=self._theme.colour("ledge-front"))
        painter.end()


def steps_prose(theme: Theme, steps: Sequence[tuple[str, str]], *, numbered: bool = True) -> Prose:
    """Give lines of Markdown in bold, each with what is said of it below."""
    found = [(inline(text), inline(why) if why else "") for text, why in steps]
    words = [f"<b>{text}</b>{f'<br/>{why}' if why else ''}" for text, why in found]
    last = len(words) - 1
    gaps = ["0" if place == last else "$gap" for place in range(len(words))]
    items = zip(words, gaps, strict=True)
    if numbered:
        lines = "".join(f"<li style='margin-bottom:{gap}'>{one}</li>" for one, gap in items)
        text = f"<ol style='margin:0 0 0 $list'>{lines}</ol>"
    else:
        text = "".join(f"<p style='margin:0 0 {gap} 0'>{one}</p>" for one, gap in items)
    said = (plain(text if not why else f"{text} {why}") for text, why in found)
    return Prose(theme, text, "\n".join(said))


def prose(theme: Theme, markdown: str, *, size: float = 17) -> list[QWidget]:
    """Give the widgets of a piece of Markdown, from top to bottom."""
    made: list[QWidget] = []
    for kind, text, said in _runs(markdown):
        if kind == "heading":
            made.append(Words(theme, said, role="card", heading=True))
        elif kind == "quote":
            made.append(Quote(theme, Prose(theme, text, said, size=size)))
        else:
            made.append(Prose(theme, text, said, size=size))
    return made


@lru_cache(maxsize=512)
def _runs(markdown: str) -> tuple[tuple[str, str, str], ...]:
    """Part Markdown into what becomes a label each: kind, HTML, and its plain words."""
    found: list[tuple[str, str, str]] = []
    run: list[Passage] = []

    def close() -> None:
        if run:
            kind = "quote" if run[0].kind == "quote" else "text"
            found.append((kind, "".join(_paragraphs(run)), _said(run)))
            run.clear()

    for part in passages(markdown):
        if isinstance(part, Grid):
            close()
            found.append(("table", _table(part), _table_said(part)))
        elif part.kind == "heading":
            close()
            found.append(("heading", part.text, plain(part.text)))
        else:
            if run and (part.kind == "quote") != (run[0].kind == "quote"):
                close()
            run.append(part)
    close()
    return tuple(found)


def _paragraphs(run: Sequence[Passage]) -> Iterator[str]:
    """Give paragraphs and lists as HTML; items of a list within a list stand deeper."""
    open_lists: list[str] = []
    for place, part in enumerate(run):
        last = place == len(run) - 1
        depth = part.depth if part.kind == "item" else 0
        while len(open_lists) > depth or (
            open_lists and len(open_lists) == depth and (open_lists[-1] == "ol") != bool(part.number)
        ):
            yield f"</{open_lists.pop()}>"
        if part.kind == "item":
            while len(open_lists) < depth:
                open_lists.append("ol" if part.number else "ul")
                start = f" start='{part.number}'" if part.number else ""
                yield f"<{open_lists[-1]}{start} style='margin:0 0 0 $list'>"
            gap = "0" if last else "$gap"
            yield f"<li style='margin-bottom:{gap}'>{part.text}</li>"
        else:
            yield f"<p style='margin:0 0 {'0' if last else '$gap'} 0'>{part.text}</p>"
    while open_lists:
        yield f"</{open_lists.pop()}>"


def _said(run: Sequence[Passage]) -> str:
    return "\n".join(
        f"{part.number}. {plain(part.text)}" if part.number else plain(part.text) for part in run
    )


def _table(grid: Grid) -> str:
    rows = []
    for number, row in enumerate(grid.rows):
        tag = "th align='left'" if number == 0 else "td valign='top'"
        ground = " bgcolor='$head'" if number == 0 else ""
        cells = "".join(f"<{tag}{ground}>{cell}</{tag[:2]}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return (
        "<table width='100%' cellspacing='0' cellpadding='$cell' border='1' "
        f"style='border-collapse:collapse; border-color:$rule'>{''.join(rows)}</table>"
    )


def _table_said(grid: Grid) -> str:
    """Say a table row by row, each cell after its column's head."""
    head, *rows = ([plain(cell) for cell in row] for row in grid.rows)
    lines = [
        "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(head, row, strict=False))
        for row in rows
    ]
    return "\n".join(lines) if lines else html.unescape("; ".join(head))
