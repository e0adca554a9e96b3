"""Large buttons at the foot of the class's screen, for a touch panel. They show no notes.

They keep a place of their own beside the slide, so that nothing on it is covered, and are never lower
or narrower than 64 px; on a screen with more dots they grow with it.
"""

from __future__ import annotations

from dataclasses import dataclass

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
ORDER = ("back", "next", "reveal", "draw", "undo", "overview", "leave", "lock", "safe", "help-routes")
ALONE = ("overview", "leave")
"""What only the one screen of a room needs: on two, they are on the teacher's."""
OPEN = (Shows.LIVE, Shows.FROZEN, Shows.PRIVATE)
"""The class sees a slide."""
STEPS: tuple[frozenset[str], ...] = (
    frozenset(ORDER),
    frozenset({"next", "reveal", "draw", "undo", "safe", "help-routes"}),
    frozenset({"next", "safe", "help-routes"}),
    frozenset({"next", "help-routes"}),
    frozenset(),
)
"""Which buttons have words, from a wide screen to a narrow one."""
TALL = 1080
"""Height of a screen in px on which the buttons have their plain size."""
BASE = 88
"""Height of the bar at that size: a button of 64 and room around."""
LARGER = 1.25
"""The most that the windows' text size makes them grow: words are more help than size."""
NARROW = 64 * len(ORDER) + 12 * (len(ORDER) + 1) + 2 * 24
"""Width of all buttons without words at that size."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What the bar goes by."""

    shows: Shows = Shows.LIVE
    can: frozenset[str] = frozenset()
    """Of `reveal` and `undo`, what the slide has something for."""
    drawing: bool = False
    locked: bool = False
    """Whether the teacher's screen is locked."""


class TouchBar(QWidget):
    """Back, next, show, draw, undo; safe screen and help; alone also all slides and the end."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plain = self._theme = theme
        self._alone = False
        self._doing = Doing()
        self.buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for name in ORDER:
            button = Button(theme, kind=KINDS.get(name, "secondary"), icon=self._icon(name), big=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the slide
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, name=name: self.requested.emit(self._meant(name)))
            self.buttons[name] = button
            self._row.addWidget(button)
            if name in ("undo", "lock"):
                self._row.addStretch(1)
        self.setFixedHeight(BASE)
        self.retranslate()

    @staticmethod
    def _icon(name: str) -> str:
        return ICONS.get(name) or BY_ID[name].icon

    def _meant(self, name: str) -> str:
        # Over a black or white screen the way back is the one thing to press.
        return self._doing.shows.value if name == "next" and self._is_blank() else name

    def _is_blank(self) -> bool:
        return self._doing.shows in (Shows.BLACK, Shows.WHITE)

    def fit_screen(self, size: QSize) -> None:
        """Grow with a screen of many dots: what is 64 px high on 1080 lines is 128 on 2160."""
        factor = max(1.0, min(size.width(), size.height()) / TALL) * min(LARGER, self._plain.scale)
        # Never so large that buttons without words would not fit beside one another.
        self._theme = load_theme(self._plain.name, max(1.0, min(2.0, factor, size.width() / NARROW)))
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

    def show_doing(self, doing: Doing) -> None:
        """Follow what the class sees and what its slide has to do."""
        if doing != self._doing:
            self._doing = doing
            self._show_parts()
            self.update()

    def retranslate(self) -> None:
        """Put the buttons' words into the interface's language."""
        self._show_parts()

    def _words(self, name: str) -> str:
        back = tr("Back to the lesson")
        if name == "next" and self._is_blank():
            return back
        if (name, self._doing.shows) in (("safe", Shows.SAFE), ("help-routes", Shows.HELP)):
            return back
        short = {
            "reveal": tr("Show"),
            "undo": tr("Undo"),
            "leave": tr("End"),
            "lock": tr("Unlock"),
            "help-routes": tr("Help"),
        }
        return short.get(name) or label(name)

    def _is_there(self, name: str) -> bool:
        doing = self._doing
        if self._is_blank():
            return name == "next"
        if name in ALONE:
            return self._alone and not doing.locked
        if name == "lock":
            return self._alone and doing.locked
        if doing.shows not in OPEN:
            return name in ("safe", "help-routes")
        if name in ("reveal", "undo", "draw"):
            wanted = name == "draw" or name in doing.can or (name == "undo" and doing.drawing)
            return wanted and not doing.locked
        return True

    def _show_parts(self) -> None:
        for name, button in self.buttons.items():
            button.setVisible(self._is_there(name))
            button.setAccessibleName(self._words(name))
        self.buttons["draw"].setCheckable(self._doing.drawing)
        self.buttons["draw"].setChecked(self._doing.drawing)
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

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as any screen."""
        return QSize(0, self.height())

    def resizeEvent(self, _event: object) -> None:
        """Fit the words to the new width."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar's ground: black under a black screen, that nothing shines into the room."""
        painter = QPainter(self)
        role = "ground" if self._doing.shows is not Shows.BLACK else ""
        colour = self._theme.colour(role) if role else self._theme.colour("text").fromRgb(0, 0, 0)
        fill(painter, self.rect(), colour)
        if role:
            fill(painter, self.rect().adjusted(0, 0, 0, 1 - self.height()), self._theme.colour("rule"))
        painter.end()
