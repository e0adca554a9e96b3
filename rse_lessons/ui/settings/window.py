"""The settings: six pages beside a list of them. Every change leaves the window at once.

It stores nothing; its owner does, and gives it the theme that follows from a change.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui import icons
from rse_lessons.ui.settings.data_page import DataPage
from rse_lessons.ui.settings.keys_page import KeysPage
from rse_lessons.ui.settings.languages_page import LanguagesPage
from rse_lessons.ui.settings.looks import LooksPage
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.settings.profiles_page import ProfilesPage
from rse_lessons.ui.settings.teaching import Pairs, TeachingPage
from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.paint import advance, box, broken, set_lines, smooth
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.small_window import Column, keep_on_screen, room_on_screen
from rse_lessons.ui.widgets.words import Words

_GAP = 4
RING = 6
"""Room for the ring round a place of the list."""
_LOW, _LINE = 31, 26
"""The least height of a place in the list, and of a line of its name."""
_SHARE = 0.36
"""How much of the window the list may take before long names go on in a second line."""
WIDE, TALL = 1024, 700
"""The window's size at 100%, where the screen has room."""


class Place(QRadioButton):
    """One page in the list: an icon and its name; where one is has a thick edge at the left."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(10))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its bold name, in one line."""
        px = self._theme.px
        wide = math.ceil(advance(self.text(), self._theme.font(bold=True))) + px(60)
        return QSize(wide, max(px(46), self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        """Never less than its longest word; large words on a small screen leave less room around them."""
        bold, px = self._theme.font(bold=True), self._theme.px
        longest = max((advance(word, bold) for word in self.text().split()), default=0.0)
        return QSize(math.ceil(longest) + px(60), px(_LOW))

    def lines(self, width: int) -> list[str]:
        """Give the lines of its name; as many as with bold words, so that choosing it moves nothing."""
        return broken(self.text(), self._theme.font(bold=True), width - self._theme.px(60) + 1)

    def least(self, width: int) -> int:
        """Give the height that its lines need at the least."""
        return self._theme.px(_LOW) + (len(self.lines(width)) - 1) * self._theme.px(_LINE)

    def hitButton(self, pos: QPoint) -> bool:
        """Press anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its state."""
        theme, on = self._theme, self.isChecked()
        px = theme.px
        painter = smooth(QPainter(self))
        ground = "selected" if on else "pressed" if self.isDown() else "hover" if self.underMouse() else ""
        if ground:
            box(painter, QRectF(self.rect()), px(10), fill=theme.colour(ground))
        if on:
            edge = theme.colour("on-selected" if theme.high_contrast else "selected-edge")
            box(painter, QRectF(px(4), px(10), px(4), self.height() - px(20)), px(2), fill=edge)
        ink = {"selected": "on-selected", "pressed": "on-pressed"}.get(ground, "text")
        picture = icons.pixmap(self._icon, theme.hex(ink), px(20), self.devicePixelRatioF())
        painter.drawPixmap(px(16), (self.height() - px(20)) // 2, picture)
        lines = self.lines(self.width())
        at = (px(46), (self.height() - len(lines) * px(_LINE)) / 2)
        set_lines(painter, lines, theme.font(bold=on), colour=theme.colour(ink), at=at, height=px(_LINE))
        painter.end()


class SettingsDialog(QDialog):
    """What a teacher prefers."""

    changed = Signal(dict)
    """Names of preferences with their new values."""
    screens_requested = Signal()
    """Show which screen is which."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        *,
        screens: Pairs,
        nations: Pairs,
        languages: Pairs,
        lessons: Pairs = (),
        paths: Sequence[tuple[str, Path | str]],
        standing: Callable[[str], str] = lambda _tag: "",
        parent: QWidget | None = None,
    ) -> None:
        """`standing` says of a language of the windows what whoever chooses it should know."""
        super().__init__(parent)
        self._theme = theme
        self.looks = LooksPage(theme, preferences)
        self.teaching = TeachingPage(
            theme,
            preferences,
            screens=screens,
            nations=nations,
            languages=languages,
            standing=standing,
            lessons=lessons,
        )
        self.keys = KeysPage(theme, preferences.keys)
        self.languages = tuple(languages)
        self.data, self.profiles = DataPage(theme, paths, preferences), ProfilesPage(theme)
        self.languages_page = LanguagesPage(theme)
        self.pages: tuple[Page, ...] = (
            self.looks,
            self.teaching,
            self.keys,
            self.languages_page,
            self.data,
            self.profiles,
        )
        icons_of = ("eye", "monitor", "keyboard", "globe", "lock", "users")
        self.places = tuple(Place(theme, icon) for icon in icons_of)
        self.close_button = Button(theme, kind="primary")
        self._title = Words(theme, role="section", wraps=False)
        # With large text the list is higher than the window, and scrolls.
        self._list = Column(margins=(RING, RING, RING, RING))
        self._line = Rule(theme)
        self._line.hide()
        self._list.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: self._line.setVisible(high > 0)
        )
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._lay()
        self.ring = Ring(self, theme)
        for page in self.pages:
            page.changed.connect(self.changed)
        self.teaching.nations.chosen.connect(self.data.year_end.show_nation)
        self.teaching.screens_requested.connect(self.screens_requested)
        for number, place in enumerate(self.places):
            place.toggled.connect(
                lambda on, number=number: self._stack.setCurrentIndex(number) if on else None
            )
        self.close_button.clicked.connect(self.accept)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.places[0].setChecked(True)
        self.places[0].setFocus()
        self.retranslate()

    def _lay(self) -> None:
        side = QFrame()
        side.setProperty("desk", True)
        column = QVBoxLayout(side)
        column.setContentsMargins(18 - RING, 24, 19 - RING, 20)
        column.setSpacing(4)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for line, widget in ((head, self._title), (foot, self.close_button)):
            line.setContentsMargins(RING, 0, RING, 0)
            line.addWidget(widget)
        column.addLayout(head)
        column.addSpacing(12 - RING)
        self._list.box.setSpacing(_GAP)
        for number, place in enumerate(self.places):
            self._group.addButton(place, number)
            self._list.box.addWidget(place)
        self._list.box.addStretch(1)
        column.addWidget(self._list, 1)
        for page in self.pages:
            self._stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._stack, 1)
        # A line tells a list that goes on below Close from one that ends there.
        column.addWidget(self._line)
        column.addSpacing(4)
        # Last, so that Tab goes from the list into the page, and from there to Close.
        column.addLayout(foot)
        self.setTabOrder(self._stack, self.close_button)

    def show_page(self, page: Page) -> None:
        """Open the window at one of its pages."""
        place = self.places[self.pages.index(page)]
        place.setChecked(True)
        place.setFocus()

    def set_screens(self, screens: Pairs) -> None:
        """Offer the screens that are there now."""
        self.teaching.set_screens(screens)

    def call_anew(self, *, screens: Pairs, nations: Pairs, paths: Sequence[tuple[str, Path | str]]) -> None:
        """Take what is called otherwise in another language; `retranslate` says it."""
        self.teaching.set_nations(nations)
        self.teaching.set_screens(screens)
        self.data.set_paths(paths)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything inside with `theme`, and keep what has the keyboard in sight."""
        grown = theme.scale != self._theme.scale
        self._theme = theme
        pass_on(self, theme)
        self._make_room()
        if grown and self.isVisible():
            self.fit()
        self._follow(None, QApplication.focusWidget())

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Settings"))
        self._title.setText(tr("Settings"))
        names = (
            tr("How it looks"),
            tr("Teaching"),
            tr("Keys"),
            tr("Languages"),
            tr("Your data"),
            tr("Profiles"),
        )
        for place, name in zip(self.places, names, strict=True):
            place.setText(name)
            place.setAccessibleName(name)
        self._make_room()
        self.close_button.set_text(tr("Close"))
        for page in self.pages:
            page.retranslate()

    def _make_room(self) -> None:
        """Have the list of pages as wide as its longest name, and as high as all of them."""
        bar = self._list.verticalScrollBar().sizeHint().width()
        around = 2 * RING + bar
        widest = max(place.sizeHint().width() for place in self.places)
        least = max(place.minimumSizeHint().width() for place in self.places)
        most = round(self._room().width() * _SHARE) - around
        wide = max(self._title.sizeHint().width(), least, min(widest, most))
        tall = 0
        for place in self.places:
            place.setMinimumHeight(place.least(wide))
            tall += place.least(wide) + _GAP
        self._list.inside.setMinimumHeight(tall + 2 * RING)  # the stylesheet would let them be lower
        self._list.setFixedWidth(wide + around)

    def _room(self) -> QSize:
        """Give the size that suits the text, as far as the screen allows."""
        return QSize(self._theme.px(WIDE), self._theme.px(TALL)).boundedTo(room_on_screen(self))

    def fit(self) -> None:
        """Take the size that suits the text, as far as the screen allows."""
        room = room_on_screen(self)
        size = self._room()
        self._make_room()
        self.setMinimumSize(QSize(640, 400).boundedTo(room))
        self.resize(size)
        keep_on_screen(self)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page) and new is not None and new.window() is self:
            page.follow()
            self._list.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right size before the first picture."""
        self.fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Go from page to page with Ctrl+PgUp and Ctrl+PgDown, from anywhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                place = self.places[(self._stack.currentIndex() + step) % len(self.places)]
                place.setChecked(True)
                place.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().event(event)
