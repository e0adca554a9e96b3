"""The card of the timer: the time for talking, its buttons, and the steps of think, pair, share."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.icons import icon
from rse_lessons.ui.talk_words import over_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.elided import Elided
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.words import clock_words


@dataclass(frozen=True, slots=True)
class TimerSays:
    """What the card shows."""

    caption: str
    """Who talks with whom, or which step it is."""
    left: float
    """Seconds; below nought when the time is over, from where it counts on."""
    total: float
    running: bool
    started: bool
    step: int = 0
    """The step reached, from 1."""
    steps: int = 0
    """How many steps there are; 0 for a discussion without any."""

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.started and self.left <= 0


class _Bar(QWidget):
    """How much of the time has gone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = 0.0
        self.setFixedHeight(theme.px(10))

    def set_part(self, part: float) -> None:
        part = round(part, 3)
        if part != self._part:
            self._part = part
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        if self._theme.high_contrast:
            painter.setPen(QPen(self._theme.colour("control-edge"), 1))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("selected-edge"))
        width = self.width() * min(1.0, max(0.0, self._part))
        painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)
        painter.end()


class TimerCard(QFrame):
    """A countdown that asks for pause, one minute more, and the steps before and after."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.caption = Elided(self)
        self.caption.setProperty("role", "strong")
        self.card = QFrame(self)
        self.card.setProperty("card", "true")
        self.left = Words(theme, "0:00", "page", wraps=False, parent=self.card)
        self.total = Elided(self.card)
        self.total.setProperty("role", "soft")
        self.bar = _Bar(theme, self.card)
        self.pause = self._button("timer-main")
        self.more = self._button("timer-more")
        self.before = self._button("talk-back", "chevron-left")
        self.after = self._button("talk-on", "chevron-right")
        self._build()
        self._shown: TimerSays | None = None
        self._compact = self._narrow = False
        self._main, self._sign = "", "play"
        """What the first button does, and the sign for it."""

    def _button(self, action: str, picture: str = "") -> QPushButton:
        button = QPushButton(self.card)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.requested.emit(action))
        if picture:
            size = self._theme.px(20)
            button.setIcon(icon(picture, self._theme.colour("text"), size))
            button.setIconSize(QSize(size, size))
            button.setFixedWidth(self._theme.px(44))
            button.setProperty("kind", "quiet")
        return button

    def _build(self) -> None:
        px = self._theme.px
        times = QHBoxLayout()
        times.setSpacing(px(8))
        times.addWidget(self.left)
        times.addWidget(self.total, 1, Qt.AlignmentFlag.AlignBottom)
        times.addWidget(self.before)
        times.addWidget(self.after)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.pause, 1)
        buttons.addWidget(self.more)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(px(16), px(8), px(16), px(12))
        inside.setSpacing(px(6))
        inside.addStretch(1)
        inside.addLayout(times)
        inside.addWidget(self.bar)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.caption)
        layout.addWidget(self.card, 1)
        self._times, self._buttons = times, buttons

    def set_compact(self, compact: bool, *, narrow: bool = False) -> None:
        """Show the time and its first button alone, in one low card, while it is of use.

        A `narrow` one has no room for the buttons of the steps: Next goes through them, too.
        """
        if narrow != self._narrow:
            self._narrow = narrow
            if self._shown is not None:
                self._say_buttons(self._shown)
        if compact == self._compact:
            return
        self._compact = compact
        for part in (self.caption, self.total, self.bar, self.more):
            part.setVisible(not compact)
        row = self._times if compact else self._buttons
        row.removeWidget(self.pause)
        row.insertWidget(1 if compact else 0, self.pause, 0 if compact else 1)
        self._fit_words()

    def show_time(self, says: TimerSays) -> None:
        """Show the timer."""
        self.bar.set_part(1 - says.left / says.total if says.total else 0)
        # Times change within a second, what is written does not.
        whole = TimerSays(
            says.caption,
            round(says.left) if says.left > 0 else -int(-says.left),
            says.total,
            says.running,
            says.started,
            says.step,
            says.steps,
        )
        if whole == self._shown:
            return
        self._shown = whole
        self.setVisible(says.started or not self._compact)
        self.caption.set_words(says.caption)
        self.left.setText(clock_words(abs(whole.left)))
        self.left.updateGeometry()
        of = tr("of {time}").format(time=clock_words(says.total))
        self.total.set_words(tr("over") if says.over else of)
        self.total.setVisible(not self._compact and (says.over or not says.steps))
        self._say_buttons(says)
        left = tr("Timer: {time} left").format(time=clock_words(says.left))
        self.setAccessibleName((over_words(-says.left) or tr("The time is over")) if says.over else left)

    def _say_buttons(self, says: TimerSays) -> None:
        going_on = says.started and not says.over
        main = tr("Pause") if says.running else tr("Go on") if going_on else tr("Start")
        self._main = tr("Again") if says.over else main
        self._sign = "rotate-ccw" if says.over else "pause" if says.running else "play"
        self.pause.setAccessibleName(self._main)
        self.more.setText(tr("+1 min"))
        self.more.setAccessibleName(tr("One minute more"))
        for button, words, there in (
            (self.before, tr("The step before"), says.step > 0),
            (self.after, tr("The next step"), says.step < says.steps),
        ):
            button.setVisible(says.steps > 0 and not self._narrow)
            button.setEnabled(there)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._fit_words()

    def _fit_words(self) -> None:
        """Say what the first button does, or show its sign where the words have no room."""
        self.pause.setText(self._main)
        self.pause.setIcon(QIcon())
        self.pause.setToolTip("")
        row = self._times if self._compact else self._buttons
        margins = self.card.contentsMargins()
        inside = self.card.layout()
        if inside is not None:
            margins = inside.contentsMargins()
        row.invalidate()
        if row.sizeHint().width() + margins.left() + margins.right() <= self.width():
            return
        size = self._theme.px(20)
        self.pause.setText("")
        self.pause.setIcon(icon(self._sign, self._theme.colour("text"), size))
        self.pause.setIconSize(QSize(size, size))
        self.pause.setToolTip(self._main)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first button words where there is room."""
        super().resizeEvent(event)
        self._fit_words()
