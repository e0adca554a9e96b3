"""The path at a glance: a card for each module, with how far it is and a bar that says the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui import icons
from rse_lessons.ui.my_learning.known import Known, ModuleLine
from rse_lessons.ui.my_learning.view import View, spaced
from rse_lessons.ui.my_learning.words import reminder_words, state_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.notices import Empty, Message
from rse_lessons.ui.widgets.paint import advance, box, broken, disc, fill, pen, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton

_CIRCLE, _SIDE, _GAP = 40, 20, 16
TWO = 720
"""Pixels at 100 % from which on two cards stand beside one another."""


class ModuleCard(TallButton):
    """Pressed, it opens its module."""

    CORNER = 12
    WIDE = 420
    LEAST = (220, 96)
    MOVES = False

    def __init__(self, theme: Theme, line: ModuleLine, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.line = line
        number = tr("{number}. {title}").format(number=line.number, title=line.title)
        self.setAccessibleName(number if line.number else line.title)
        self.setAccessibleDescription(state_words(line))

    def _texts(self, width: int) -> tuple[Sequence[str], Sequence[str]]:
        px = self._theme.px
        room = width - 2 * px(_SIDE) - px(_CIRCLE) - px(_GAP)
        title = broken(self.line.title, self._theme.font(19, bold=True), room)
        return title, broken(state_words(self.line), self._theme.font(15), room)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words, the bar, and the room around."""
        px = self._theme.px
        title, state = self._texts(width)
        return len(title) * px(28) + len(state) * px(22) + px(8 + 8) + 2 * px(18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the circle, the words and the bar."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = theme.colour("control-edge" if theme.high_contrast else "rule")
        box(painter, rect, px(12), fill=theme.colour(ground), edge=edge, width=1)
        ink = theme.colour("on-pressed" if self.isDown() else "text")
        soft = ink if self.isDown() else theme.colour("text-soft")
        title, state = self._texts(self.width())
        left, top = px(_SIDE) + px(_CIRCLE) + px(_GAP), px(18)
        self._paint_circle(painter, px(18) + px(14), ink)
        face, small = theme.font(19, bold=True), theme.font(15)
        y = set_lines(painter, title, face, colour=ink, at=(left, top), height=px(28))
        y = set_lines(painter, state, small, colour=soft, at=(left, y), height=px(22))
        self._paint_bar(painter, QRectF(left, y + px(8), self.width() - left - px(_SIDE), px(8)))
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        theme, line = self._theme, self.line
        done, every = line.read + line.walked, line.pages + line.practices
        part = 1.0 if line.state in ("finished", "renew") else min(done / every, 0.96) if every else 0.0
        edge = theme.colour("control-edge") if theme.high_contrast else None
        box(painter, bar, bar.height() / 2, fill=theme.colour("sunken"), edge=edge, width=1)
        if part > 0:
            filled = QRectF(bar)
            filled.setWidth(max(bar.height(), bar.width() * part))
            colour = "good" if part == 1.0 else "selected-edge"
            box(painter, filled, bar.height() / 2, fill=theme.colour(colour))

    def _paint_circle(self, painter: QPainter, middle: float, ink: QColor) -> None:
        theme, size = self._theme, self._theme.px(_CIRCLE)
        centre = QPointF(theme.px(_SIDE) + size / 2, middle)
        state, number = self.line.state, str(self.line.number or "")
        if state == "finished":
            fill(painter, disc(centre, size / 2), theme.colour("good"))
            ink = theme.colour("surface")
        else:
            fill(painter, disc(centre, size / 2 - 1), theme.colour("surface"))
            edge = {"renew": "care", "begun": "selected-edge"}.get(state, "control-edge")
            painter.strokePath(disc(centre, size / 2 - 1), pen(theme.colour(edge), 2))
            ink = theme.colour("text")
        icon = {"finished": "check", "renew": "rotate-ccw"}.get(state, "" if number else "file-text")
        if icon:
            wide = theme.px(22)
            picture = icons.pixmap(icon, ink, wide, self.devicePixelRatioF())
            painter.drawPixmap(centre - QPointF(wide / 2, wide / 2), picture)
            return
        face = theme.font(19, bold=True)
        at = (centre.x() - advance(number, face) / 2, centre.y() - theme.px(14))
        set_lines(painter, [number], face, colour=ink, at=at, height=theme.px(28))


class PathView(View):
    """Cards in two columns where there is room."""

    module_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._known = Known()
        self.cards: dict[str, ModuleCard] = {}
        self._places: dict[ModuleCard, tuple[int, int]] = {}
        self.reminder = Message(theme, "", icon="rotate-ccw")
        self.empty = Empty(theme)
        for widget in (self.reminder, self.empty):
            widget.hide()
            self.column.addWidget(spaced(widget, 20))
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self.column.addWidget(self._grid_holder)
        self.column.addStretch(1)
        self.retranslate()

    def show_known(self, known: Known) -> None:
        """Show what is known now; cards whose module stands as it stood stay."""
        self._known = known
        lines = {line.id: line for line in known.modules}
        for gone in [key for key, card in self.cards.items() if lines.get(key) != card.line]:
            card = self.cards.pop(gone)
            self._grid.removeWidget(card)
            self._places.pop(card, None)
            card.hide()
            card.deleteLater()
        for line in known.modules:
            if line.id not in self.cards:
                card = ModuleCard(self.theme, line)
                card.clicked.connect(lambda _=False, name=line.id: self.module_wanted.emit(name))
                self.cards[line.id] = card
        self.cards = {line.id: self.cards[line.id] for line in known.modules}
        self._arrange()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many cards beside one another as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        across = 2 if room >= self.theme.px(TWO) else 1
        before: QWidget | None = None
        for place, card in enumerate(self.cards.values()):
            if self._places.get(card) != divmod(place, across):
                self._places[card] = divmod(place, across)
                self._grid.addWidget(card, *self._places[card])
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        known = self._known
        self.title.setText(tr("The path"))
        self.about.setText(
            tr(
                "A module is finished when each page was opened, each conversation walked to an ending, and "
                "the knowledge check passed. There is no limit to tries, and no score is kept for "
                "anybody else."
            )
        )
        nothing = known.is_empty and not known.reading
        self.empty.setVisible(nothing and bool(known.modules))
        self.empty.say(
            tr("Nothing yet, and nothing is late"),
            tr(
                "Begin with the first module, or with the one that you need this week. Each takes 30 to 45 "
                "minutes, in as many sittings as you like."
            ),
            "",
        )
        title, text = reminder_words(known)
        self.reminder.say(title, text)
        self.reminder.setVisible(bool(title))
        for card in self.cards.values():
            card.setAccessibleDescription(state_words(card.line))
