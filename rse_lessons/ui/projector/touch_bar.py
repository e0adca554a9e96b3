"""Large buttons at the foot of the class's screen, for a touch panel. They show no notes.

They keep a place of their own beside the slide, so that nothing on it is covered, and are never lower
or narrower than 64 px; on a screen with more dots they grow with it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.actions import BY_ID, label
from rse_lessons.ui.theme import Theme, load_theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.paint import fill

KINDS = {"next": "primary", "help-routes": "help"}
ICONS = {"reveal": "eye", "undo": "undo-2", "leave": "x"}
ORDER = ("back", "next", "reveal", "undo", "overview", "leave", "safe", "help-routes")
ALONE = ("overview", "leave")
"""What only the one screen of a room needs: on two, they are on the teacher's."""
STEPS: tuple[frozenset[str], ...] = (
    frozenset(ORDER),
    frozenset({"next", "reveal", "undo", "safe", "help-routes"}),
    frozenset({"next", "safe", "help-routes"}),
    frozenset({"next", "help-routes"}),
    frozenset(),
)
"""Which buttons have words, from a wide screen to a narrow one."""
TALL = 1080
"""Height of a screen in px on which the buttons have their plain size."""
BASE = 88
"""Height of the bar at that size: a button of 64 and room around."""


class TouchBar(QWidget):
    """Back, next, show, undo; safe screen and help; alone also all slides and the end."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plain = self._theme = theme
        self._alone = False
        self._shows = Shows.LIVE
        self._can = {"reveal": False, "undo": False}
        self.buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        for name in ORDER:
            button = Button(theme, kind=KINDS.get(name, "secondary"), icon=self._icon(name), big=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the slide
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, name=name: self.requested.emit(self._meant(name)))
            self.buttons[name] = button
            self._row.addWidget(button)
            if name in ("undo", "leave"):
                self._row.addStretch(1)
        self.setFixedHeight(BASE)
        self.retranslate()

    @staticmethod
    def _icon(name: str) -> str:
        return ICONS.get(name) or BY_ID[name].icon

    def _meant(self, name: str) -> str:
        # Over a black or white screen the way back is the one thing to press.
        return self._shows.value if name == "next" and self._shows in (Shows.BLACK, Shows.WHITE) else name

    def fit_screen(self, size: QSize) -> None:
        """Grow with a screen of many dots: what is 64 px high on 1080 lines is 128 on 2160."""
        factor = max(1.0, min(size.width(), size.height()) / TALL)
        self._theme = load_theme(self._plain.name, min(2.0, factor * self._plain.scale))
        px = self._theme.px
        for button in self.buttons.values():
            button.set_theme(self._theme)
        self._row.setContentsMargins(px(24), px(12), px(24), px(12))
        self._row.setSpacing(px(12))
        self.setFixedHeight(px(BASE))
        self._fit()

    def set_alone(self, alone: bool) -> None:
        """Offer what is otherwise on the teacher's screen."""
        self._alone = alone
        self._show_parts()

    def show_state(self, shows: Shows, *, reveal: bool, undo: bool) -> None:
        """Follow what the class sees; show and undo are there for slides that have something to do."""
        now = (shows, {"reveal": reveal, "undo": undo})
        if now != (self._shows, self._can):
            self._shows, self._can = now
            self._show_parts()
            self.update()

    def retranslate(self) -> None:
        """Put the buttons' words into the interface's language."""
        self._show_parts()

    def _words(self, name: str) -> str:
        back = tr("Back to the lesson")
        if name == "next" and self._shows in (Shows.BLACK, Shows.WHITE):
            return back
        if (name, self._shows) in (("safe", Shows.SAFE), ("help-routes", Shows.HELP)):
            return back
        short = {"reveal": tr("Show"), "undo": tr("Undo"), "leave": tr("End"), "help-routes": tr("Help")}
        return short.get(name) or label(name)

    def _show_parts(self) -> None:
        covered = self._shows not in (Shows.LIVE, Shows.FROZEN)
        blank = self._shows in (Shows.BLACK, Shows.WHITE)
        for name, button in self.buttons.items():
            there = name not in ALONE or self._alone
            if blank:
                there = name == "next"
            elif covered:
                there = name in ("safe", "help-routes") or (name in ALONE and self._alone)
            elif name in self._can:
                there = self._can[name]
            button.setVisible(there)
            button.setAccessibleName(self._words(name))
        self._fit()

    def _fit(self) -> None:
        """Leave words out, the least needed first, until the row fits."""
        if self.width() <= 0:
            return
        for worded in STEPS:
            self._show_words(worded)
            if self._needed() <= self.width():
                break

    def _show_words(self, worded: frozenset[str]) -> None:
        for name, button in self.buttons.items():
            words = self._words(name) if name in worded else ""
            if button.text() != words:
                button.setText(words)
                button.updateGeometry()

    def _needed(self) -> int:
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        margins = self._row.contentsMargins()
        widths = sum(button.sizeHint().width() for button in shown)
        return widths + self._row.spacing() * (len(shown) + 1) + margins.left() + margins.right()

    def resizeEvent(self, _event: object) -> None:
        """Fit the words to the new width."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar's ground: black under a black screen, that nothing shines into the room."""
        painter = QPainter(self)
        role = "ground" if self._shows is not Shows.BLACK else ""
        colour = self._theme.colour(role) if role else self._theme.colour("text").fromRgb(0, 0, 0)
        fill(painter, self.rect(), colour)
        if role:
            fill(painter, self.rect().adjusted(0, 0, 0, 1 - self.height()), self._theme.colour("rule"))
        painter.end()
