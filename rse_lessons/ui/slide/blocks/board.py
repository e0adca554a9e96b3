"""What sort, order, line and diamond draw alike: their cards as they lie, and the buttons at their foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Option
from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.placing import WAITING, Board, PlacingState
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import cards, kit
from rse_lessons.ui.slide.blocks.kit import Setting
from rse_lessons.ui.slide.drawing import Area, Box, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, Style
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both, each, on_a_line, sign_here

_LIFT = 10.0
"""Units by which a held card is lifted."""
_BUTTON = Style(30.0, 42.0, bold=True, align="centre")
_OF_TWO = Style(30.0, 34.0, bold=True, align="centre")
_BAR, _BAR_OF_TWO = 64.0, 80.0
"""The height of the buttons, with words in one language and in two, one under the other."""
_WIDEST = 640.0
"""No card is wider: the last one that waits is still a card."""
_GAP = 16.0
_ROWS = 8.0
"""Between rows of buttons."""
HELD = 6
"""The level of a held card; cards lie on 2, places on 1."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One block's cards as they are to be drawn."""

    block: Any
    setting: Setting
    board: Board[Any]
    state: PlacingState
    where: Mapping[str, str]
    """Place by card, in the order of placing; a held card is at the place that it is held over."""
    order: Sequence[str]
    """The cards as the keyboard goes along them."""
    waiting: Sequence[Option]
    """The cards without a place."""
    placed: Mapping[str, Sequence[Option]]
    """The cards by their place, in the order of placing."""

    def on(self, place: str) -> Sequence[Option]:
        """Give the cards on a place, in the order of placing."""
        return self.placed.get(place, ())


def standing(block: Any, setting: Setting, state: object) -> Standing:
    """Give the cards of a block in a state; without one as before anybody touched them."""
    board = BOARDS[type(block)]
    now = state if isinstance(state, PlacingState) else board.blank(block)
    where = board.where(block, now)
    if now.held:
        where.pop(now.held, None)
        if now.at != WAITING:
            where[now.held] = now.at
    cards = {card.id: card for card in board.cards(block)}
    placed: dict[str, list[Option]] = {}
    for card, place in where.items():
        if card in cards:
            placed.setdefault(place, []).append(cards[card])
    waiting = [card for name, card in cards.items() if name not in where]
    return Standing(block, setting, board, now, where, board.order(block, now), waiting, placed)


def outcome(at: Standing) -> str:
    """Give what to take away: on paper, and on the screen once it is asked for."""
    return at.board.takeaway(at.block) if at.setting.look.paper or at.state.shown else ""


def foot_need(at: Standing, width: float, fit: Fit) -> float:
    """Give the height of the takeaway and of the buttons."""
    bar = 0.0 if at.setting.look.paper else _bar(at, width).height + 6 + 10 * fit.gap
    if beside := _back(at, Area(0.0, 0.0, width, _BAR)):
        bar = max(bar, beside.h + 6 + 10 * fit.gap)
        return max(bar, kit.takeaway_need(outcome(at), width - beside.w - _GAP, fit))
    return kit.takeaway_need(outcome(at), width, fit) + bar


def foot(at: Standing, area: Area, fit: Fit) -> tuple[list[Piece], Area]:
    """Draw the buttons at the foot, and what to take away; give them and the area above."""
    pieces: list[Piece] = []
    used = 0.0
    inner = area
    if not at.setting.look.paper:
        tall = _bar(at, area.w).height
        bar = Area(area.x, area.bottom - tall, area.w, tall)
        pieces += _buttons(at, bar)
        beside = _back(at, bar)
        used = max(tall, beside.h if beside is not None else 0.0) + 6 + 10 * fit.gap
        # While one way to see it is shown, what to take away stands beside the one button that is left.
        if beside is not None:
            inner = replace(area, w=area.w - beside.w - _GAP)
        else:
            inner = replace(area, h=max(1.0, area.h - used))
            used = 0.0
    taken, above = kit.takeaway(outcome(at), at.setting, inner, fit)
    high = max(1.0, min(above.h, area.h - used) if used else above.h)
    return pieces + taken, replace(area, h=high)


def _back(at: Standing, bar: Area) -> Area | None:
    """Give the place of the way back to the class's own cards, while one way to see it is shown."""
    if at.setting.look.paper or not (at.state.shown and at.board.can_show(at.block)):
        return None
    (place,) = _way_back(bar).places(bar)
    return replace(place, x=bar.right - place.w, y=bar.bottom - place.h)


def _way_back(bar: Area) -> Buttons:
    return buttons_for({"reveal": lambda: tr("Back to ours")}, bar.w * 0.6)


def _bar(at: Standing, width: float) -> Buttons:
    """Give the buttons, with all that may come to stand there: what takes back, then what shows."""
    says: dict[str, Callable[[], str]] = {"undo": lambda: tr("Undo"), "again": lambda: tr("Begin again")}
    if at.board.can_show(at.block):
        way = at.board.way(at.block)
        says["reveal"] = lambda: tr("One way to see it") if way else tr("What do we take away?")
    return buttons_for(says, width)


def _buttons(at: Standing, bar: Area) -> list[Piece]:
    """Draw what can be done with the whole: at the right what shows, at the left what takes back."""
    if back := _back(at, bar):
        return [button("reveal", _way_back(bar).labels["reveal"], at.setting, back)]
    laid = _bar(at, bar.w)
    labels = laid.labels
    can = {
        "undo": bool(at.state.past),
        "again": at.state.placed != at.board.start(at.block),
        "reveal": "reveal" in labels,
    }
    places = dict(zip(labels, laid.places(bar), strict=True))
    if "reveal" in places:
        last = places["reveal"]
        places["reveal"] = replace(last, x=bar.right - last.w)
    if not can["undo"]:
        places["again"] = replace(places["again"], x=places["undo"].x, y=places["undo"].y)
    shown = sorted((name for name in labels if can[name]), key=lambda name: name != "reveal")
    return [button(name, labels[name], at.setting, places[name]) for name in shown]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons at a slide's foot, by what they do, for a bar of one width."""

    labels: Mapping[str, str]
    tall: float
    """The height of one."""
    width: float

    @property
    def height(self) -> float:
        """The height of them all."""
        places = self.places(Area(0.0, 0.0, self.width, self.tall))
        return max((place.bottom for place in places), default=0.0)

    def places(self, bar: Area) -> list[Area]:
        """Give each its place from the left; those that have no room in a row stand in the next."""
        found: list[Area] = []
        x, y = bar.x, bar.y
        for label in self.labels.values():
            wide = words.natural_width(inline(label), _style(label), max(1.0, bar.w - 48)) + 48
            if x > bar.x and x + wide > bar.right + 0.5:
                x, y = bar.x, y + self.tall + _ROWS
            found.append(Area(x, y, min(wide, bar.w), self.tall))
            x += wide + _GAP
        return found


def buttons_for(says: Mapping[str, Callable[[], str]], width: float) -> Buttons:
    """Give buttons for a bar so wide; two languages stand on one line where all buttons have room so."""
    line = Buttons({name: on_a_line(make) for name, make in says.items()}, _BAR, width)
    if not sign_here():
        return replace(line, labels={name: both(make) for name, make in says.items()})
    if line.height <= _BAR and all(_on_one_line(label, width) for label in line.labels.values()):
        return line
    return Buttons({name: both(make) for name, make in says.items()}, _BAR_OF_TWO, width)


def _style(label: str) -> Style:
    return _OF_TWO if len(words.runs(label, _BUTTON)) > 1 else _BUTTON


def _on_one_line(label: str, width: float) -> bool:
    return words.measured(inline(label), _BUTTON, max(1.0, width - 48))[0] <= _BUTTON.line


def button(action: str, text: str, setting: Setting, place: Area) -> Piece:
    """Draw a button on a slide."""
    ink = setting.ink
    ops: tuple[Op, ...] = (
        Box(place, ink.card, ink.edge, 3.0, 16),
        words_at(place.inset(12, 6), inline(text), _style(text), ink.text, middle=True),
    )
    return Piece(action, place, ops, action=action, level=3)


def standing_at(piece: Piece, position: int) -> Piece:
    """Give a piece a place in the order of the keyboard."""
    return replace(piece, position=position)


def card(at: Standing, option: Option, place: Area, fit: Fit, sign: str = "") -> Piece:
    """Draw one card where it lies; one that is held stands out and a little above."""
    held = at.state.held == option.id
    if held:
        place = replace(place, x=place.x - _LIFT, y=place.y - _LIFT)
    ops = cards.face(option, at.setting, place, fit, sign, held=held)
    return Piece(
        f"card:{option.id}",
        place,
        ops,
        action="pick",
        option=option.id,
        position=at.order.index(option.id),
        drags=f"card:{option.id}",
        target=at.where.get(option.id) if at.board.single else None,
        level=HELD if held else 2,
    )


def explained(at: Standing, option: Option) -> Option:
    """Give a card with its explanation under it while one way to see it is shown."""
    if not at.state.shown or not option.explanation:
        return option
    told = each(lambda text, why: f"**{text}** – {why}", option.text, option.explanation)
    return replace(option, text=told)


def grid_of(at: Standing, found: Sequence[Option], width: float, fit: Fit) -> cards.Grid:
    """Give the grid of some cards; those with an explanation lie under one another, to be read."""
    if _told(at, found):
        return cards.grid(found, width, fit, most=1)
    grid = cards.grid(found, width, fit)
    return cards.grid(found, min(width, _WIDEST), fit, most=1) if grid.columns == 1 else grid


def _told(at: Standing, found: Sequence[Option]) -> bool:
    return at.state.shown and any(option.explanation for option in found)


def stacked_in(
    at: Standing, found: Sequence[Option], area: Area, fit: Fit, *, most: float = 40.0
) -> list[Piece]:
    """Draw cards in a grid inside an area."""
    grid = grid_of(at, found, area.w, fit)
    heights = kit.share_out(grid.rows, area.h, grid.gap, most)
    wide = (area.w - grid.gap * (grid.columns - 1)) / grid.columns
    narrow = min(_WIDEST, wide)
    fits = all(
        cards.need(option, narrow, fit) <= grid.rows[place // grid.columns] + 0.5
        for place, option in enumerate(found)
    )
    if fits and not _told(at, found):
        wide = narrow
    pieces = []
    for row_at, row in enumerate(kit.stacked(area, heights, grid.gap)):
        line = found[row_at * grid.columns : (row_at + 1) * grid.columns]
        used = wide * len(line) + grid.gap * (len(line) - 1)
        x = row.x + (row.w - used) / 2
        for index, option in enumerate(line):
            place = Area(x + index * (wide + grid.gap), row.y, wide, row.h)
            pieces.append(card(at, option, place, fit))
    return pieces
