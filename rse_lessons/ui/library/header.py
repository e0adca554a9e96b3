"""The bar at the top of the main window: what the program is, where one is, nation and settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button, Tab
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.paint import fill, smooth
from rse_lessons.ui.widgets.words import Words

_BETWEEN, _TIGHT = 20, 4
"""Pixels between two tabs, and where there is little room."""
_BRAND = 56
"""Pixels between the program's name and the tabs."""
_LINE = 50
"""Height of a further line of tabs, at 100%."""
_PLACES = {
    "teacher-mode": "teacher-mode",
    "my-learning": "teacher-mode",
    "progress": "progress",
    "keeping": "progress",
    "coverage": "coverage",
}
"""Which tab leads to a page, at once or by a further step; all other pages are among the lessons."""


class _Way(NamedTuple):
    """What the bar says in full, and in how many lines its tabs stand."""

    settings: bool = True
    name: bool = True
    logo: bool = True
    nation: bool = True
    chooser: bool = True
    """Whether the nation can be chosen here; in the settings it always can."""
    tight: bool = False
    lines: int = 1


class Logo(QWidget):
    """An open book, with the sun of a new morning over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a size that grows with the words beside it."""
        return QSize(self._theme.px(38), self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint two pages and the sun."""
        painter = smooth(QPainter(self))
        painter.scale(self.width() / 38, self.height() / 32)
        for sign, colour in ((-1, "coral"), (1, "lagoon")):
            page = QPainterPath()
            page.moveTo(19, 6)
            page.quadTo(19 + sign * 8, 1, 19 + sign * 18, 4)
            page.lineTo(19 + sign * 18, 28)
            page.quadTo(19 + sign * 8, 26, 19, 31)
            page.closeSubpath()
            fill(painter, page, QColor(self._theme.palette[colour]))
        sun = QPainterPath()
        sun.addEllipse(QRectF(13, 0, 12, 12))
        fill(painter, sun, QColor(self._theme.palette["lamp"]))
        painter.end()


class Header(QFrame):
    """Logo, places, nation and settings."""

    lessons_requested = Signal()
    learning_requested = Signal()
    progress_requested = Signal()
    coverage_requested = Signal()
    nation_chosen = Signal(str)
    settings_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nations: tuple[tuple[str, str], ...] = ()
        self._nation = ""
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self.logo = Logo(theme)
        self.name = Words(theme, role="desk", wraps=False)
        self.lessons = Tab(theme, "")
        self.learning = Tab(theme, "")
        self.progress = Tab(theme, "")
        self.coverage = Tab(theme, "")
        self._places = QGridLayout()
        self._places.setContentsMargins(0, 12, 0, 0)
        self._places.setHorizontalSpacing(_BETWEEN)
        self._places.setVerticalSpacing(0)
        self._lines = 1
        for number, tab in enumerate(self._tabs()):
            tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            self._places.addWidget(tab, 0, number)
        self.nation = Chooser(theme, "quiet", icon="globe")
        self.settings = Button(theme, kind="quiet", icon="settings")
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(0, 0, _BRAND, 0)
        brand.setSpacing(12)
        brand.addWidget(self.logo)
        brand.addWidget(self.name)
        self._row.addWidget(self._brand)
        self._row.addLayout(self._places)
        self._row.addStretch(1)
        self._row.addWidget(self.nation)
        self._row.addSpacing(16)
        self._row.addWidget(self.settings)
        self.lessons.clicked.connect(self.lessons_requested)
        self.learning.clicked.connect(self.learning_requested)
        self.progress.clicked.connect(self.progress_requested)
        self.coverage.clicked.connect(self.coverage_requested)
        self.nation.chosen.connect(self._fit)
        self.nation.chosen.connect(self.nation_chosen)
        self.settings.clicked.connect(self.settings_requested)
        self.show_place("")
        self.set_theme(theme)
        self.retranslate()

    def show_place(self, page: str) -> None:
        """Mark where one is, by the name of the page: anywhere else is among the lessons."""
        here = _PLACES.get(page, "lessons")
        names = ("lessons", "teacher-mode", "progress", "coverage")
        for tab, name in zip(self._tabs(), names, strict=True):
            tab.current = name == here
            tab.update()

    def _tabs(self) -> tuple[Tab, ...]:
        return self.lessons, self.learning, self.progress, self.coverage

    def set_nations(self, nations: Sequence[tuple[str, str]], current: str) -> None:
        """Offer nations by code and name."""
        self._nations, self._nation = tuple(nations), current
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        self.update()
        QTimer.singleShot(0, self, self._fit)  # once what is inside has its new size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and its lower edge."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("surface"))
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self._theme.colour("rule"))
        painter.end()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.name.setText(tr("RSE Lessons"))
        self.lessons.setText(tr("Lessons"))
        self.learning.setText(tr("Teacher mode"))
        self.progress.setText(tr("Progress"))
        self.coverage.setText(tr("Coverage"))
        self.nation.set_question(tr("Nation"))
        self.nation.set_choices([Choice(code, name) for code, name in self._nations], self._nation)
        self._fit()

    def _fit(self, _nation: str = "") -> None:
        """Leave out what there is no room for. Tabs never lose their words."""
        side = 50 if self.width() >= 1600 else 28
        room = self.width() - 2 * side
        ways = self._ways()
        way = next((way for way in ways if self._needed(way) <= room), ways[-1])
        self._row.setContentsMargins(side, 0, side, 1)
        self.settings.set_text(tr("Settings") if way.settings else "")
        self.settings.setAccessibleName(tr("Settings"))
        self.settings.setToolTip("" if way.settings else tr("Settings"))
        self.name.setVisible(way.name)
        self._brand.setVisible(way.logo)
        self.nation.set_wordless(wordless=not way.nation)
        self.nation.setVisible(bool(self._nations) and way.chooser)
        self.setFixedHeight(self._theme.px(76 + _LINE * (way.lines - 1)))
        self._set_tabs(way)

    def _ways(self) -> tuple[_Way, ...]:
        """Give what the bar may say, the most first; each of them says less than the one before."""
        px = self._theme.px
        way = _Way(settings=self.width() >= px(1100), name=self.width() >= px(620))
        ways = [way]
        for less in ({"settings": False}, {"name": False}, {"logo": False}, {"tight": True}):
            ways.append(ways[-1]._replace(**less))
        last = ways[-1]._replace(nation=False)
        low = last._replace(lines=2)
        return (*ways, last, low._replace(nation=True), low, low._replace(chooser=False))

    def _needed(self, way: _Way) -> int:
        """Give the width of everything that is said."""
        brand = (self.logo.sizeHint().width() + _BRAND) * way.logo
        brand += (self.name.sizeHint().width() + 12) * way.name
        tabs = [tab.wide(tight=way.tight) for tab in self._tabs()]
        per_line = -(-len(tabs) // way.lines)
        columns = [max(tabs[at::per_line]) for at in range(per_line)]
        places = sum(columns) + (per_line - 1) * (_TIGHT if way.tight else _BETWEEN)
        nation = self.nation.wide(wordless=not way.nation) if self._nations and way.chooser else 0
        return brand + places + nation + 16 + self.settings.wide(tr("Settings") if way.settings else "")

    def _set_tabs(self, way: _Way) -> None:
        """Put the tabs beside one another, or in two lines where a window is very narrow."""
        tabs = self._tabs()
        self._places.setHorizontalSpacing(_TIGHT if way.tight else _BETWEEN)
        for tab in tabs:
            tab.set_tight(tight=way.tight)
        if way.lines == self._lines:
            return
        self._lines = way.lines
        per_line = -(-len(tabs) // way.lines)
        for number, tab in enumerate(tabs):
            self._places.removeWidget(tab)
            self._places.addWidget(tab, number // per_line, number % per_line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out that have no room."""
        super().resizeEvent(event)
        self._fit()
