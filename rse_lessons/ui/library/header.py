"""The bar at the top of the main window: what the program is, where one is, nation and settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button, Tab
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.paint import fill, smooth
from rse_lessons.ui.widgets.words import Words

_BETWEEN = 20
"""Pixels between two tabs."""
_PLACES = {
    "teacher-mode": "teacher-mode",
    "my-learning": "teacher-mode",
    "progress": "progress",
    "keeping": "progress",
    "coverage": "coverage",
}
"""Which tab leads to a page, at once or by a further step; all other pages are among the lessons."""


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
        place = QHBoxLayout()
        place.setContentsMargins(0, 12, 0, 0)
        place.setSpacing(_BETWEEN)
        for tab in self._tabs():
            tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            place.addWidget(tab)
        self.nation = Chooser(theme, "quiet", icon="globe")
        self.settings = Button(theme, kind="quiet", icon="settings")
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(0, 0, 56, 0)
        brand.setSpacing(12)
        brand.addWidget(self.logo)
        brand.addWidget(self.name)
        self._row.addWidget(self._brand)
        self._row.addLayout(place)
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
        self.setFixedHeight(theme.px(76))
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
        self.nation.setVisible(bool(self._nations))
        self._fit()

    def _fit(self, _nation: str = "") -> None:
        wide = self.width() >= self._theme.px(1100)
        side = 50 if self.width() >= 1600 else 28
        self._row.setContentsMargins(side, 0, side, 1)
        self.settings.set_text(tr("Settings") if wide else "")
        self.settings.setAccessibleName(tr("Settings"))
        self.settings.setToolTip("" if wide else tr("Settings"))
        self.name.setVisible(self.width() >= self._theme.px(620) and self._room_for(side, self.name))
        self._brand.setVisible(self._room_for(side, self.logo))
        self.nation.set_wordless(wordless=False)
        # Tabs never lose their words.
        self.nation.set_wordless(wordless=not self._room_for(side, self.nation))

    def _room_for(self, side: int, asked: QWidget) -> bool:
        """Whether a part that says nothing leaves tabs and nation as wide as their words."""
        row = (self.logo, self.name, *self._tabs(), self.nation, self.settings)
        needed = sum(part.sizeHint().width() for part in row if part is asked or not part.isHidden())
        return self.width() - 2 * side >= needed + 12 + 56 + 16 + 3 * _BETWEEN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out that have no room."""
        super().resizeEvent(event)
        self._fit()
