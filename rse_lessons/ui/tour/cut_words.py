"""Which words of a window are not shown whole: cut, broken inside a word, under others, or beyond its edge.

What a window paints is judged, not what its widgets say about themselves. Words that end in … with the whole
of them in the tool tip are only said to be shortened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QStackedLayout,
    QTextEdit,
    QWidget,
)

from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.tour.painted import Painted, words_of

SHORTENED = "shortened"
SLACK = 1.5
"""px of a letter that may lie outside: the smoothed edge of its strokes, and the rounding of measures."""


@dataclass(frozen=True, slots=True)
class NotWhole:
    """Words that cannot be read whole, or a part of a window that lies outside it."""

    how: str
    """`cut`, `broken`, `covered`, `too wide`, or `shortened`, which alone may be meant."""
    text: str
    where: str
    """The widget and those around it, from the inside outwards."""
    why: str

    def __str__(self) -> str:
        return "\t".join((self.how, " ".join(self.text.split()), self.why, self.where))


def not_whole(window: QWidget) -> list[NotWhole]:
    """Look through a window that is shown."""
    shown = [window, *(child for child in window.findChildren(QWidget) if child.isVisibleTo(window))]
    shown = [one for one in shown if one.window() is window]
    found: list[NotWhole] = []
    seen: list[tuple[QWidget, Painted]] = []
    for widget in shown:
        found += _beyond(widget, window)
        if _is_typed(widget):
            continue  # it moves along under the cursor, and breaks where the field ends
        if _looks_closer(widget):
            continue
        lines = words_of(widget) if not widget.size().isEmpty() else []
        if not lines and type(widget) is QPushButton and widget.text():
            found.append(_said(widget, "cut", widget.text(), "nothing of it is painted"))
        seen += [(widget, line) for line in lines]
        found += [_said(widget, *one) for one in (*_cut(widget, window, lines), *_changed(widget, lines))]
    found += [_said(one, "covered", text, why) for one, text, why in _covered(seen)]
    return list(dict.fromkeys(found))


def _is_typed(widget: QWidget) -> bool:
    """Say whether this shows what somebody types."""
    if isinstance(widget, QLineEdit):
        return bool(widget.text())
    return isinstance(widget.parentWidget(), QPlainTextEdit | QTextEdit)


def _looks_closer(widget: QWidget) -> bool:
    """Say whether this shows a part of a picture, made larger: what is beyond is meant to be."""
    view = widget.parentWidget()
    if not isinstance(view, QGraphicsView) or view.scene() is None:
        return False
    return not view.sceneRect().contains(view.scene().sceneRect())


def _said(widget: QWidget, how: str, text: str, why: str) -> NotWhole:
    return NotWhole(how, text, _where(widget), why)


def _where(widget: QWidget) -> str:
    names: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(names) < 4:
        names.append(one.objectName() or type(one).__name__)
        one = one.parentWidget()
    return " < ".join(names)


def _beyond(widget: QWidget, window: QWidget) -> Iterator[NotWhole]:
    """Find what lies outside at the left or right, and bars that scroll sideways."""
    around = widget.parentWidget()
    if widget is window or around is None:
        return
    if isinstance(widget, QScrollBar) and widget.width() > widget.height() and widget.maximum() > 0:
        yield _said(widget, "too wide", widget.accessibleName(), "scrolls sideways")
    left = widget.mapTo(window, QPoint()).x()
    if left < -SLACK or left + widget.width() > window.width() + SLACK:
        outer = around.mapTo(window, QPoint()).x()
        if around is window or (outer >= 0 and outer + around.width() <= window.width()):
            yield _said(widget, "too wide", _own(widget), f"from {left} to {left + widget.width()} px")


def _cut(widget: QWidget, window: QWidget, lines: Sequence[Painted]) -> Iterator[tuple[str, str, str]]:
    """Find letters outside the widget, outside those around it, and outside where it paints."""
    for line in lines:
        sides = _outside(line.ink, line.room, across_only=_scrolls(widget))
        one, ink = widget, line.ink
        free = _scrolls(widget)
        while not sides and one is not window and (around := one.parentWidget()) is not None:
            ink, one = ink.translated(QPointF(one.pos())), around
            free = free or _scrolls(one)
            sides = _outside(ink, QRectF(one.rect()), across_only=free)
        if sides:
            yield "cut", line.text, sides


def _scrolls(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return isinstance(around, QAbstractScrollArea) and around.viewport() is widget


def _outside(ink: QRectF, room: QRectF, *, across_only: bool) -> str:
    over = {"left": room.left() - ink.left(), "right": ink.right() - room.right()}
    if not across_only:
        over |= {"top": room.top() - ink.top(), "bottom": ink.bottom() - room.bottom()}
    elif ink.bottom() < room.top() or ink.top() > room.bottom():
        return ""  # scrolled away
    return ", ".join(f"{px:.0f} px at the {side}" for side, px in over.items() if px > SLACK)


def _changed(widget: QWidget, lines: Sequence[Painted]) -> Iterator[tuple[str, str, str]]:
    """Find words that end in … though they do not, and lines that part a word."""
    if not lines:
        return
    known = _known(widget)
    tip = _plain(widget.toolTip())
    for line in lines:
        if (
            line.text.strip(" .…")
            and line.text.endswith("…")
            and not _whole_slide(widget)
            and not any(_squeezed(line.text) in _squeezed(text) for text in known)
        ):
            begun = _squeezed(line.text[:-1])
            told = bool(begun) and begun in _squeezed(tip)
            yield (
                (SHORTENED, line.text, "all of it is in the tip") if told else ("cut", line.text, "ends in …")
            )
    for before, after in pairwise(lines):
        end, start = before.text[-1], after.text[0]
        if (
            not (end.isalnum() and start.isalnum())
            or after.ink.top() < before.ink.bottom() - before.ink.height()
        ):
            continue
        joined = before.text.split()[-1] + after.text.split()[0]
        apart = f"{before.text.split()[-1]} {after.text.split()[0]}"
        # A word of three lines is known by its first break.
        whole = re.compile(rf"(?<!\w){re.escape(joined)}")
        if any(whole.search(text) and apart not in " ".join(text.split()) for text in known):
            yield "broken", joined, f"after “{before.text.split()[-1]}”"


def _whole_slide(widget: QWidget) -> bool:
    """Say whether this shows a slide that left no words out: words on it that end in … are its author's."""
    view = widget.parentWidget()
    scene = view.scene() if isinstance(view, QGraphicsView) else None
    return isinstance(scene, SlideScene) and not scene.overfull


def _known(widget: QWidget) -> list[str]:
    """Give all texts that the widget has to show or to say."""
    texts = [_own(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is not None:
        children = [spoken.child(number) for number in range(spoken.childCount())]
        texts += [one.text(QAccessible.Text.Name) for one in (spoken, *children) if one is not None]
    return [plain for text in texts if (plain := _plain(text))]


def _own(widget: QWidget) -> str:
    for name in ("text", "title", "placeholderText", "currentText"):
        held = widget.property(name)
        if isinstance(held, str) and held:
            return held
    return ""


def _plain(text: str) -> str:
    if "<" in text:
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return re.sub(r"&(?=\S)", "", text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _covered(seen: Sequence[tuple[QWidget, Painted]]) -> Iterator[tuple[QWidget, str, str]]:
    """Find words that lie on one another, in one widget or in two that a layout put there."""
    placed = [(widget, line, _visible(widget, line)) for widget, line in seen]
    for (one, first, here), (other, second, there) in combinations(placed, 2):
        both = here.intersected(there)
        if both.width() <= 2 * SLACK or both.height() <= 2 * SLACK:
            continue
        if isinstance(one.parentWidget(), QGraphicsView):
            continue  # a card that is held lies over others
        if one is not other and not _side_by_side(one, other):
            continue
        yield other, second.text, f"on “{first.text}”"


def _visible(widget: QWidget, line: Painted) -> QRectF:
    """Give the part of a line's letters that can be seen, in the window."""
    ink, one = line.ink.intersected(line.room), widget
    while not one.isWindow() and (around := one.parentWidget()) is not None:
        ink = ink.translated(QPointF(one.pos())).intersected(QRectF(around.rect()))
        one = around
    return ink


def _side_by_side(one: QWidget, other: QWidget) -> bool:
    """Say whether one layout placed both, or what they are in; what floats above others is in none."""
    mine, theirs = _line_of(one), _line_of(other)
    common = next((widget for widget in mine if widget in theirs), None)
    if common is None or common in (one, other):
        return False
    layout = common.layout()
    branches = mine[mine.index(common) - 1], theirs[theirs.index(common) - 1]
    if layout is None or isinstance(layout, QStackedLayout):
        return False
    return all(_laid_out(branch, common) for branch in branches)


def _laid_out(branch: QWidget, around: QWidget) -> bool:
    waiting = [layout] if (layout := around.layout()) is not None else []
    while waiting:
        layout = waiting.pop()
        for number in range(layout.count()):
            item = layout.itemAt(number)
            if item is None:
                continue
            if item.widget() is branch:
                return True
            if (inner := item.layout()) is not None:
                waiting.append(inner)
    return False


def _line_of(widget: QWidget) -> list[QWidget]:
    line = [widget]
    while (around := line[-1].parentWidget()) is not None and not line[-1].isWindow():
        line.append(around)
    return line
