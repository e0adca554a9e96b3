"""The shelves: sections of books on ledges, of which only those in sight exist as widgets.

What is looked for comes from the head above (`head`); which books there are, from `arrange`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from rse_lessons.ui.library.arrange import Card, Heights, Row, Section, TitleLines, Widths, rows, sections
from rse_lessons.ui.library.book_card import ABOVE_STATE, BELOW, ROOM, BookCard, text_height, title_lines
from rse_lessons.ui.library.section_words import section_words
from rse_lessons.ui.theme import Theme, bar_sheet
from rse_lessons.ui.widgets.book import LEDGE, paint_ledge
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.notices import state_lines
from rse_lessons.ui.widgets.paint import broken
from rse_lessons.ui.widgets.words import Words

State = tuple[str, str, str, bool]
"""Icon, words, colour role, and whether the lesson is begun."""
_LEAST = 244
"""The least width of a cover at 100%."""
_INSET = 20
"""From the end of a ledge to the first book."""


class _Room(QWidget):
    """The wall behind: paints ledges, carries books and headings."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ledges in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ledge in self._shelf.ledges(event.rect().top(), event.rect().bottom()):
            paint_ledge(painter, ledge, self._shelf.theme)
        painter.end()


class Shelf(QScrollArea):
    """Books to look at, to open with a click or Return, to walk along with the arrow keys."""

    opened = Signal(str)
    """The id of the lesson that was asked for."""

    def __init__(self, theme: Theme, covers: Covers, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._covers = covers
        self._head = head
        self._cards: list[Card] = []
        self._sections: list[Section] = []
        self._rows, self._tops = list[Row](), list[int]()
        self._detail_lines = 1
        self._heads: list[tuple[int, Section]] = []
        self._states: Mapping[str, State] = {}
        self._class = ("", "")
        self._phases: Mapping[str, str] = {}
        self._languages: Mapping[str, str] = {}
        self._books: dict[int, BookCard] = {}
        self._spare: list[BookCard] = []
        self._titles: dict[int, tuple[Words, Words]] = {}
        self._spare_titles: list[tuple[Words, Words]] = []
        # To ask for the viewport makes Python classes for every kind of widget: 15 ms at start.
        self._view = QSize(640, 480)
        self._title_lines_for: tuple[Theme, int] | None = None
        self._widths = Widths(len)
        self._title_lines = TitleLines(self._widths, 1)
        self._arranged_for = QSize()
        self._across = 1
        self._cover = QSize(0, 0)
        self._current = 0
        self._seen = False
        self._below: QWidget | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._room = _Room(self)
        head.setParent(self._room)
        self.setWidget(self._room)
        self.verticalScrollBar().valueChanged.connect(self._place)
        self.verticalScrollBar().setStyleSheet(bar_sheet(theme))
        covers.drawn.connect(self._room.update)

    # What stands on it

    def set_cards(self, cards: Sequence[Card], class_label: str, class_band: str) -> None:
        """Put up `cards`, the class's own age first."""
        self._class = (class_label, class_band)
        self._sections = sections(cards, class_band)
        self._cards = [card for section in self._sections for card in section.cards]
        self._current = min(self._current, max(0, len(self._cards) - 1))
        self.arrange()

    def set_states(self, states: Mapping[str, State]) -> None:
        """Show where the class is in each lesson, by id; seen when cards are set next."""
        self._states = states

    def set_languages(self, languages: Mapping[str, str]) -> None:
        """Say on each book which of these languages, tags with names, all of it is in."""
        self._languages = languages
        self._place()

    def set_phases(self, phases: Mapping[str, str]) -> None:
        """Name the school phase of each band, as the nation does."""
        self._phases = phases
        self._place()

    def set_below(self, widget: QWidget | None) -> None:
        """Show a widget instead of books, when there are none."""
        self._below = widget
        self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.verticalScrollBar().setStyleSheet(bar_sheet(theme))
        self.arrange()

    @property
    def shown(self) -> int:
        """How many lessons stand on it."""
        return len(self._cards)

    @property
    def books(self) -> list[BookCard]:
        """The books that exist as widgets, in order."""
        return [self._books[number] for number in sorted(self._books)]

    @property
    def across(self) -> int:
        """How many books stand side by side."""
        return self._across

    # Where everything stands

    def margin(self) -> int:
        """Give the room at both sides: 56, or 28 in a narrow window."""
        return 56 if self.width() > 1200 else 28

    def _ledge_width(self) -> int:
        # The scroll bar stands in the margin.
        return self.width() - 2 * self.margin()

    def arrange(self) -> None:
        """Work out rows and heights, and put the books in sight in their places."""
        if not self.isVisible():
            return  # showing it arranges it
        self._arranged_for = self.size()
        width = self._view.width()
        left = self.margin()
        room = max(200, self._ledge_width())
        top = self._arrange_head(room)
        gap = 32 if left == 56 else 24
        inside = room - 2 * _INSET
        self._across = max(1, (inside + gap) // (self.theme.px(_LEAST) + gap))
        wide = (inside - gap * (self._across - 1)) // self._across
        self._cover = QSize(wide, wide * 3 // 4)
        self._rows, self._heads = [], []
        lines, told, heights = self._measures()
        first, self._detail_lines = 0, self._most_lines()
        for section in self._sections:
            self._heads.append((top, section))
            top += self._heading_height()
            end = first + len(section.cards)
            self._rows += rows(
                lines[first:end], told[first:end], first=first, top=top, across=self._across, heights=heights
            )
            top = self._rows[-1].top + self._rows[-1].height + 8
            first = end
        self._tops = [row.top for row in self._rows]
        if self._below is not None:
            self._below.setGeometry(left, top, min(room, self.theme.px(820)), self._below_height(room))
            top += self._below.height() + 24
        self._room.resize(width, max(top + 16, self._view.height()))
        self._place()
        self._room.update()

    def _below_height(self, room: int) -> int:
        below = self._below
        if below is None:
            return 0
        layout = below.layout()
        width = min(room, self.theme.px(820))
        return max(below.sizeHint().height(), layout.totalHeightForWidth(width) if layout else 0)

    def _arrange_head(self, room: int) -> int:
        height = self._head.heightForWidth(room)
        self._head.setGeometry(self.margin(), 0, room, height)
        return height

    def _heading_height(self) -> int:
        px = self.theme.px
        return px(36) + 16 + (px(28) * self._detail_lines if self._stacked() else 0)

    def _most_lines(self) -> int:
        """Give the lines of the longest words after a title, where they stand below it."""
        font, wide = self.theme.font(self.theme.type("body")[0]), self._ledge_width()
        said = (section_words(section, self._class[0], self._phases)[1] for section in self._sections)
        return max((len(broken(line, font, wide)) for line in said), default=1)

    def _stacked(self) -> bool:
        """Whether a heading's detail stands below it."""
        return self._ledge_width() < self.theme.px(760)

    def _measures(self) -> tuple[list[int], list[int], Heights]:
        """Give the lines of all books' titles and of their states, and what rows are made of."""
        theme, width = self.theme, self._cover.width()
        if self._title_lines_for != (theme, width):
            if self._title_lines_for is None or self._title_lines_for[0] is not theme:
                font = theme.font(theme.type("card")[0], bold=True)
                self._widths = Widths(QFontMetricsF(font).horizontalAdvance)
            self._title_lines_for = (theme, width)
            self._title_lines = TitleLines(self._widths, width)
        lines = self._title_lines.of([card.title for card in self._cards])
        told = [self._state_lines(card.id) for card in self._cards] if self._states else []
        none = text_height(theme, 0, state_lines=0)
        plain = self._cover.height() + LEDGE + BELOW + none + 28
        line = theme.px(theme.type("card")[1])
        return lines, told, Heights(plain, line, ABOVE_STATE, theme.px(theme.type("small")[1]))

    def _state_lines(self, card: str) -> int:
        """Give how many lines say where the class is in a lesson."""
        said = self._states.get(card)
        return len(state_lines(self.theme, said[1], self._cover.width())) if said else 0

    def ledges(self, top: int, bottom: int) -> list[QRectF]:
        """Give the places of the ledges between two heights."""
        left = self.margin()
        width = self._ledge_width()
        return [
            QRectF(left, row.top + self._cover.height(), width, LEDGE)
            for row in self._rows_between(top, bottom)
        ]

    def _rows_between(self, top: int, bottom: int) -> list[Row]:
        start = max(0, bisect_right(self._tops, top) - 1)
        end = bisect_right(self._tops, bottom)
        return self._rows[start:end]

    # Widgets for what is in sight

    def _place(self) -> None:
        top = self.verticalScrollBar().value()
        bottom = top + self._view.height()
        wanted: dict[int, tuple[int, int]] = {}
        step = self._cover.width() + (32 if self.margin() == 56 else 24)
        for row in self._rows_between(top - 40, bottom + 40):
            for place in range(row.many):
                wanted[row.first + place] = (self.margin() + _INSET + place * step, row.top)
        for number in [number for number in self._books if number not in wanted]:
            book = self._books[number]
            if book.hasFocus() and number < len(self._cards):
                continue
            del self._books[number]
            self._spare.append(book)
        for number, (x, y) in wanted.items():
            self._put(number, x, y)
        for book in self._spare:
            book.hide()
        self._place_headings(top, bottom)
        if self._seen:
            self._rove()

    def _put(self, number: int, x: int, y: int) -> None:
        card = self._cards[number]
        book = self._books.get(number)
        if book is None:
            book = self._spare.pop() if self._spare else self._new_book()
            self._books[number] = book
        state = self._states.get(card.id)
        told, begun = (state[:3], state[3]) if state else (None, False)
        tongues, cover = self._languages, self._cover
        book.show_card(card, number, state=told, begun=begun, cover=cover, languages=tongues)
        titles = len(title_lines(self.theme, card.title, cover.width()))
        words = text_height(self.theme, titles, state_lines=self._state_lines(card.id))
        height = cover.height() + LEDGE + BELOW + words + ROOM + 4
        book.setGeometry(x - ROOM, y - ROOM, self._cover.width() + 2 * ROOM, height)
        book.show()

    def _new_book(self) -> BookCard:
        book = BookCard(self.theme, self._covers, self._room)
        book.clicked.connect(lambda: self.opened.emit(book.card_id))
        book.moved.connect(self._move)
        return book

    def _place_headings(self, top: int, bottom: int) -> None:
        near = {
            number: entry
            for number, entry in enumerate(self._heads)
            if top - 100 <= entry[0] <= bottom + 100 or number == 0
        }
        for number in [number for number in self._titles if number not in near]:
            pair = self._titles.pop(number)
            self._spare_titles.append(pair)
            for words in pair:
                words.hide()
        for number, (y, section) in near.items():
            if number not in self._titles:
                self._titles[number] = self._spare_titles.pop() if self._spare_titles else self._new_title()
            self._put_heading(self._titles[number], y, section)

    def _new_title(self) -> tuple[Words, Words]:
        return (
            Words(self.theme, role="desk", wraps=False, heading=True, parent=self._room),
            Words(self.theme, colour="text-soft", parent=self._room),
        )

    def _put_heading(self, pair: tuple[Words, Words], y: int, section: Section) -> None:
        title, detail = pair
        words, line = section_words(section, self._class[0], self._phases)
        title.setText(words)
        detail.setText(line)
        left, px = self.margin(), self.theme.px
        title.setGeometry(left, y, title.natural(), px(36))
        if self._stacked():
            wide = min(detail.natural(), self._ledge_width())
            detail.setGeometry(left, y + px(36), wide, max(px(28), detail.heightForWidth(wide)))
        else:
            detail.setGeometry(left + title.natural() + px(14), y + px(3), detail.natural(), px(34))
        title.show()
        detail.setVisible(bool(line))

    # The keyboard

    def begin(self) -> None:
        """Once the first picture is on the screen: make one book at a time a stop of the Tab key."""
        from rse_lessons.ui.widgets.following import follow_keyboard  # noqa: PLC0415  imported late: start-up

        self._seen = True
        follow_keyboard(self, self._head)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._rove()

    def _rove(self) -> None:
        policy = QtCore.Qt.FocusPolicy
        held = [number for number, book in self._books.items() if book.hasFocus()]
        if held:
            self._current = held[0]
        stop = self._current if self._current in self._books else min(self._books, default=-1)
        for number, book in self._books.items():
            book.setFocusPolicy(policy.StrongFocus if number == stop else policy.NoFocus)

    def focus_current(self) -> None:
        """Give the keyboard to the book where it last was."""
        self._go(self._current)

    def _move(self, way: str) -> None:
        last = len(self._cards) - 1
        now = self._current
        steps = {"left": now - 1, "right": now + 1, "first": 0, "last": last}
        target = steps[way] if way in steps else self._over_rows(now, way)
        self._go(min(last, max(0, target)))

    def _over_rows(self, number: int, way: str) -> int:
        at = bisect_right([row.first for row in self._rows], number) - 1
        place = number - self._rows[at].first
        page = max(1, self._view.height() // max(1, self._rows[at].height))
        step = {"up": -1, "down": 1, "page-up": -page, "page-down": page}[way]
        row = self._rows[min(len(self._rows) - 1, max(0, at + step))]
        return row.first + min(place, row.many - 1)

    def _go(self, number: int) -> None:
        if not 0 <= number < len(self._cards):
            return
        self._current = number
        row = self._rows[bisect_right([row.first for row in self._rows], number) - 1]
        bar = self.verticalScrollBar()
        top, bottom = row.top - self._heading_height() - 8, row.top + row.height
        if top < bar.value():
            bar.setValue(0 if row is self._rows[0] else top)
        elif bottom > bar.value() + self._view.height():
            bar.setValue(bottom - self._view.height())
        self._place()
        book = self._books[number]
        book.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        book.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        self._rove()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange what was set while it was hidden."""
        super().showEvent(event)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._view = event.size()
        if self.size() == self._arranged_for:  # only the scroll bar came or went
            self._room.resize(self._view.width(), self._room.height())
        else:
            self.arrange()
