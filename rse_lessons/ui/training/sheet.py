"""One page of a module: what it is part of, its heading, its parts, and the way on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Picture
from rse_lessons.lesson.words import plain
from rse_lessons.training.model import Page, Section
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.heading import Heading
from rse_lessons.ui.training.known import Opened
from rse_lessons.ui.training.parts import Made
from rse_lessons.ui.training.picture import TALLEST, PictureBox
from rse_lessons.ui.training.rows import in_lines
from rse_lessons.ui.training.words import section_name
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.widgets.words import Words

MEASURE = 760
"""Pixels at 100%, wider than which no text is set."""
BESIDE = 1120
"""Pixels at 100% from which on what is done stands beside the text."""
LARGE = 1000
"""Pixels at 100% from which on the heading is large."""
WIDEST = 1400
"""Pixels at 100% that a page takes at most."""
NARROW = 560
"""Pixels at 100% below which the name of the next page stands under the way on."""
ASIDE = 520
"""Pixels that a picture beside the text is high at most."""
_BETWEEN = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in its module."""

    pages: Sequence[Page]
    at: int

    @property
    def page(self) -> Page:
        """The page itself."""
        return self.pages[self.at]

    @property
    def after(self) -> Page | None:
        """The page that comes next."""
        return self.pages[self.at + 1] if self.at + 1 < len(self.pages) else None

    @property
    def before(self) -> Page | None:
        """The page before."""
        return self.pages[self.at - 1] if self.at else None


class Sheet(QWidget):
    """It is made for one page; another page is another sheet."""

    back_wanted = Signal()
    on_wanted = Signal()

    def __init__(self, theme: Theme, opened: Opened, place: Place, parts: Sequence[Made]) -> None:
        super().__init__()
        self._theme, self.place, self.parts = theme, place, tuple(parts)
        self.opened, self.module = opened, opened.module
        self.line = Words(theme, colour="text-soft")
        self.bar = StageBar(theme)
        self.heading = Heading(theme, plain(place.page.title))
        self.bar.set_stages(*_bar(place))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)
        self._column.addSpacing(8)
        self._column.addWidget(self.bar)
        self._column.addSpacing(16)
        self._column.addWidget(self.heading)
        self._column.addSpacing(20)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(64)
        self._sides = QVBoxLayout(), QVBoxLayout()
        for side in self._sides:
            side.setSpacing(_BETWEEN)
            self._pair.addLayout(side, 1)
        self._column.addLayout(self._pair)
        for made in parts:
            for widget in made.widgets:
                self._sides[0].addWidget(widget)
        for side in self._sides:
            side.addStretch(1)
        self.beside = False
        self._set_pair()
        leads = any(made.leads for made in parts)  # of two ways on, that of what is done is the darker
        self.back = Button(theme, icon="arrow-left", big=True)
        self.on = Button(theme, kind="secondary" if leads else "primary", big=True)
        self.next_words = Words(theme, colour="text-soft")
        self._lay_way_on()
        self.back.clicked.connect(self.back_wanted)
        self.on.clicked.connect(self.on_wanted)
        self.retranslate()

    def _lay_way_on(self) -> None:
        buttons = in_lines(self.back, self.on, gap=16)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(16)
        self._ways.addWidget(buttons)
        self._ways.addWidget(self.next_words, 1)
        self._column.addSpacing(40)
        self._column.addLayout(self._ways)
        self._column.addStretch(1)

    @property
    def page(self) -> Page:
        """The page that it shows."""
        return self.place.page

    def fit(self, room: int) -> None:
        """Set text and what is done beside each other, or one below the other; `room` is the width."""
        aside = self._aside() if room >= self._theme.px(BESIDE) else None
        beside = aside is not None
        wide = self._theme.px(MEASURE)
        self.setMaximumWidth(min(room, self._theme.px(WIDEST)) if beside else min(room, wide))
        self.heading.fit(large=room >= self._theme.px(LARGE))
        way, narrow = QBoxLayout.Direction, room < self._theme.px(NARROW)
        self._ways.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for made in self.parts:
            for widget in made.widgets:
                if isinstance(widget, PictureBox):
                    widget.set_tallest(ASIDE if made is aside else TALLEST)
        if beside == self.beside:
            return
        self.beside = beside
        # Removed by their widgets: a widget whose taken item lives on would keep its first height for good.
        for made in self.parts:
            for widget in made.widgets:
                for side in self._sides:
                    side.removeWidget(widget)
        for made in self.parts:
            side = self._sides[1 if made is aside else 0]
            for widget in made.widgets:
                side.insertWidget(side.count() - 1, widget)
        self._set_pair()

    def _set_pair(self) -> None:
        aside = self._aside()
        text, other = (2, 3) if aside is not None and aside.talks else (1, 1)
        self._pair.setStretch(0, text)
        self._pair.setStretch(1, other if self.beside else 0)
        self._pair.setSpacing(64 if self.beside else 0)

    def _aside(self) -> Made | None:
        """Give what stands beside the text: the one thing to do, or the one picture where there is none."""
        doing = [made for made in self.parts if made.does]
        found = doing or [made for made in self.parts if isinstance(made.key, Picture)]
        return found[0] if len(found) == 1 and len(self.parts) > 1 else None

    def said(self) -> str:
        """Give what is announced when the page is turned to."""
        return f"{self.heading.text()}. {self.line.text()}"

    def retranslate(self) -> None:
        """Say everything in the interface's language; the page's own words stay."""
        number, place = self.module.head.number, self.place
        words = {
            "number": number,
            "module": plain(self.module.head.title),
            "section": section_name(place.page.section),
            "page": place.at + 1,
            "pages": len(place.pages),
        }
        line = tr("Module {number}: {section}, page {page} of {pages}")
        own = tr("{module}: {section}, page {page} of {pages}")
        self.line.setText((line if number else own).format(**words))
        self.bar.setAccessibleName(self.line.text())
        after = place.after
        self.back.set_text(tr("Back"))
        self.back.setToolTip(tr("Back (Alt+Left)"))
        self.on.set_text(tr("Go on") if after else tr("To the front page"))
        self.on.setToolTip(tr("Go on (Alt+Right)"))
        self.next_words.setText(tr("Next: {page}").format(page=plain(after.title)) if after else "")
        self.on.setAccessibleDescription(self.next_words.text())

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme

    def minimumSizeHint(self) -> QSize:
        """Be no wider than the window, whatever stands inside."""
        return QSize(self._theme.px(200), super().minimumSizeHint().height())


def _bar(place: Place) -> tuple[list[tuple[str, float]], float]:
    """Give the sections with how long they are, and how much of them is behind."""
    found: dict[Section, float] = {}
    behind = 0.0
    for number, page in enumerate(place.pages):
        long = max(page.minutes, 0.5)
        found[page.section] = found.get(page.section, 0.0) + long
        behind += long if number < place.at else long / 2 if number == place.at else 0.0
    return [(str(section), long) for section, long in found.items()], behind
