"""A slide as a scene of 1600 x 900 units, which any number of views show at once.

The scene is the picture of a session's state: it asks (`requested`), is told (`apply`) and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneMouseEvent,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Slide
from rse_lessons.presenting.ink import Drawing
from rse_lessons.presenting.tools import NO_TOOLS, Tools
from rse_lessons.ui.slide.blocks import kit
from rse_lessons.ui.slide.dragging import Dragging
from rse_lessons.ui.slide.drawing import Area, Piece, PieceItem, Press, words_at
from rse_lessons.ui.slide.look import HEIGHT, LEFT, RIGHT, WIDTH, Inks, SlideLook, Style, inks, speaking_in
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.outline import Outline
from rse_lessons.ui.slide.page import Page, Placed
from rse_lessons.ui.slide.tongues import on_a_line
from rse_lessons.ui.slide.tool_layer import ToolLayer
from rse_lessons.ui.slide.twofold import lay_out

FRAME = QRectF(0, 0, WIDTH, HEIGHT)


class SlideScene(QGraphicsScene):
    """One slide. States are put in with `apply`; presses come out as `requested`."""

    requested = Signal(object)
    """A `Press`."""
    left = Signal(QRectF)
    """Something went from here. A view that shows a picture painted ahead has to paint this part itself: Qt
    covers only what it saw painted."""
    touched = Signal()
    """Something on it is not as it was. Qt's own `changed` is not for this: once anything is connected to it,
    Qt repaints whole items where a part of one would do."""

    def __init__(self, look: SlideLook, lay_out: Callable[[Mapping[str, object]], Page]) -> None:
        super().__init__()
        self._lay_out = lay_out
        self.setSceneRect(FRAME)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.look = look
        self.ink: Inks = inks(look.theme_name, look.band)
        self.setBackgroundBrush(QBrush(QColor(self.ink.ground)))
        self._items: dict[str, PieceItem] = {}
        self._placed: dict[str, list[Placed]] = {}
        """By block: one, or one for each language where two stand side by side."""
        self.arrangement = ""
        """How two languages stand on it; empty where it is in one."""
        self._states: dict[str, object] = {}
        self._left_out = False
        self._rings: list[Outline] = []
        self._tools: ToolLayer | None = None
        self._focus: tuple[str, int] | None = None
        self._dragging: Dragging | None = None

    def addItem(self, item: QGraphicsItem) -> None:
        """Add it, and tell that the scene changed."""
        super().addItem(item)
        self.touched.emit()

    def removeItem(self, item: QGraphicsItem) -> None:
        """Take it away, and tell that the scene changed."""
        super().removeItem(item)
        self.touched.emit()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything shown, lowest first."""
        return tuple(item.piece for item in self._items.values())

    @property
    def overfull(self) -> bool:
        """Whether the slide holds more words than it can show; it says so itself, too."""
        return self._left_out or kit.any_short(self.pieces)

    def show_states(self, states: Mapping[str, object]) -> None:
        """Lay the slide out for these states of its blocks, and show it."""
        self._states = dict(states)
        page = self._lay_out(self._states)
        self.arrangement = page.arrangement
        self._placed = {}
        for placed in page.placed:
            self._placed.setdefault(placed.id, []).append(placed)
        fresh = list(page.ground)
        for placed in page.placed:
            fresh += placed.pieces(self._state_of(placed))
        self._left_out = page.overfull
        if page.overfull or kit.any_short(fresh):
            with speaking_in(self.look):
                fresh.append(_note(self.ink))
        self._reconcile(fresh, list(self._items))

    def apply(self, block_id: str, state: object) -> None:
        """Show another state of a block; only what changed is repainted."""
        found = self._placed.get(block_id)
        if found is None:
            return
        # What was made small to show one way to see it becomes large again.
        less = (
            getattr(self._states.get(block_id), "shown", None) is True and getattr(state, "shown", 0) is False
        )
        self._states[block_id] = state
        if not less and all(placed.fits(state) for placed in found):
            for placed in found:
                self._redraw(placed)
        else:
            self.show_states(self._states)

    def show_tools(self, tools: Tools, drawing: Drawing) -> None:
        """Show tools, and what is drawn, over the slide."""
        if self._tools is None:
            if tools.idle and not drawing:
                return
            self._tools = ToolLayer(self.ink)
            self.addItem(self._tools)
        if self._tools.show_tools(tools, drawing):
            self.touched.emit()

    def set_focus(self, focus: object | None) -> None:
        """Draw the ring of the keyboard's focus, given an object with `block_id` and `position`, or none."""
        self._focus = None if focus is None else (str(focus.block_id), int(focus.position))  # type: ignore[attr-defined]
        self._show_ring()

    def piece_at(self, x: float, y: float) -> Piece | None:
        """Give the topmost piece that can be pressed at a place in units."""
        return self._top(lambda piece: bool(piece.action or piece.drags) and piece.area.qt().contains(x, y))

    def _top(self, wanted: Callable[[Piece], bool]) -> Piece | None:
        found = [item.piece for item in self._items.values() if wanted(item.piece)]
        return max(reversed(found), key=lambda piece: piece.level, default=None)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Ask for what stands under a press; a second button asks to take back."""
        spot = event.scenePos()
        piece = self.piece_at(spot.x(), spot.y())
        if piece is None:
            super().mousePressEvent(event)
            return
        back = event.button() == Qt.MouseButton.RightButton or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        moving = self._items.get(piece.drags)
        if moving is not None and not back:
            self._dragging = Dragging(moving, spot, piece, self.ink.focus)
        elif action := piece.other if back else piece.action:
            self.requested.emit(Press(action, piece.block, piece.option, piece.target or ""))
        event.accept()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Let a card follow the hand."""
        if self._dragging is None:
            super().mouseMoveEvent(event)
        else:
            self.left.emit(self._dragging.move(event.scenePos(), self.pieces))
            self.touched.emit()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Put a card where it is let go, or take a press without a drag as a tap."""
        if self._dragging is None:
            super().mouseReleaseEvent(event)
            return
        press = self._dragging.drop(event.scenePos(), self.pieces)
        self._dragging = None
        self.touched.emit()
        event.accept()
        if press is not None:
            self.requested.emit(press)

    def let_go(self) -> None:
        """Put a card that is being dragged back: another slide is shown."""
        if self._dragging is not None:
            self._dragging.cancel()
            self._dragging = None
            self.touched.emit()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take the second press of two as a press: hands are counted quickly."""
        self.mousePressEvent(event)

    def _state_of(self, placed: Placed) -> object:
        return self._states.get(placed.id)

    def _redraw(self, placed: Placed) -> None:
        mine = [
            key
            for key, item in self._items.items()
            if item.piece.block == placed.id and item.piece.side == placed.side
        ]
        self._reconcile(placed.pieces(self._state_of(placed)), mine)

    def _reconcile(self, fresh: Sequence[Piece], old: Sequence[str]) -> None:
        """Show `fresh` in place of the pieces named `old`; those that are alike are left alone."""
        keys = {piece.key for piece in fresh}
        for key in old:
            if key not in keys:
                if self._dragging is not None and self._dragging.key == key:
                    self.let_go()
                item = self._items.pop(key)
                self.left.emit(item.sceneBoundingRect())
                self.removeItem(item)
        for piece in fresh:
            self._put(piece)
        self._show_ring()

    def _put(self, piece: Piece) -> None:
        item = self._items.get(piece.key)
        if item is None:
            item = PieceItem(piece, self.look.pictures)
            self._items[piece.key] = item
            self.addItem(item)
        elif item.piece != piece:
            if item.piece.area != piece.area:
                self.left.emit(item.sceneBoundingRect())
            item.show_piece(piece)
            self.touched.emit()

    def _show_ring(self) -> None:
        """Draw the ring round what has the focus, in both languages where they stand side by side."""
        found: dict[str, Area] = {}
        if self._focus is not None:
            for piece in self.pieces:
                if (piece.block, piece.position) == self._focus:
                    found.setdefault(piece.side, piece.area)
        while len(self._rings) < len(found):
            ring = Outline(self.ink.focus, gap=11, level=10)
            self._rings.append(ring)
            self.addItem(ring)
        for ring, area in zip_longest(self._rings, found.values()):
            if ring.surround(area):
                self.touched.emit()


def _note(ink: Inks) -> Piece:
    """Say that words had to be left out."""
    place = Area(LEFT, 856, RIGHT - LEFT, 36)
    style = Style(24.0, 34.0, bold=True)
    said = on_a_line(lambda: tr("This slide holds more words than fit. The teacher’s screen has them all."))
    text = inline(said)
    return Piece("overfull", place, (words_at(place, text, style, ink.care),))


def build_scene(
    slide: Slide,
    number: int,
    look: SlideLook,
    states: Mapping[str, Any] | None = None,
    other: Slide | None = None,
) -> SlideScene:
    """Build the scene of a slide; `number` is its folio, counted from 1, or 0 for none.

    `other` is the same slide in the look's second language.
    """
    scene = SlideScene(look, partial(lay_out, slide, other, number, look))
    scene.show_states(states or {})
    scene.show_tools(NO_TOOLS, look.drawn(number))
    return scene
