"""The console's head: which lesson with which class, the time, all slides, the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.actions import label
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.elided import Elided

STEPS = 7
"""In so many steps words are left out."""


class _Spine(QWidget):
    def __init__(self, theme: Theme, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedSize(theme.px(10), theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()


class HeaderBar(QFrame):
    """Title, class, clock, and three quiet buttons."""

    requested = Signal(str)

    def __init__(self, theme: Theme, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("header", "true")
        self._theme = theme
        px = theme.px
        self.title = Elided(self)
        self.title.setProperty("role", "card")
        self.group = Elided(self)
        self.group.setProperty("role", "soft")
        self.clock = QLabel(self)
        self.clock.setProperty("role", "head-clock")
        self.ends = QLabel(self)
        self.ends.setProperty("role", "soft")
        self.minute = QLabel(self)
        self.minute.setProperty("role", "soft")
        self.slides = self._button("overview", "layout-grid")
        self.languages = self._button("languages", "globe")
        self.languages.hide()
        self.screens = self._button("which-screen", "monitor")
        self.keys = self._button("keys", "keyboard")
        self.end = self._button("leave", "")
        self.end.setProperty("kind", "secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(20), px(8), px(20), px(8))
        layout.setSpacing(px(12))
        layout.addWidget(_Spine(theme, colour, self))
        layout.addWidget(self.title)
        layout.addWidget(self.group)
        layout.addStretch(1)
        layout.addWidget(self.minute)
        layout.addWidget(self.clock)
        layout.addWidget(self.ends)
        layout.addSpacing(px(8))
        for button in (self.slides, self.languages, self.screens, self.keys, self.end):
            layout.addWidget(button)
        self._names = ("", "")
        self._pace: list[str] = []
        self._crowded = False
        self.retranslate()

    def _button(self, action: str, icon_name: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.requested.emit("end" if action == "leave" else action))
        if icon_name:
            size = self._theme.px(20)
            button.setIcon(icon(icon_name, self._theme.colour("text"), size))
            button.setIconSize(QSize(size, size))
        return button

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        self.show_lesson(*self._names)

    def _words(self) -> None:
        """Leave out what is least needed until the lesson's name and the class's are whole."""
        wide = self.width()
        compact = wide < self._theme.px(1100)
        for step in range(4 if compact else 0, STEPS):
            self._show(step, ends=wide >= self._theme.px(900), minute=not compact)
            if self._needed() <= wide:
                break
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _needed(self) -> int:
        """Give the width that everything shown asks for; the time left has words for little room."""
        layout = self.layout()
        width = layout.sizeHint().width() if layout is not None else 0
        if not self._crowded or not self._pace:
            return width
        short = self._pace[-2:][0]
        return width - self.title.sizeHint().width() + self.title.fontMetrics().horizontalAdvance(short)

    def _show(self, step: int, *, ends: bool, minute: bool) -> None:
        """Show all words (0), fewer on the buttons (1 to 4), or icons and the time of day alone (6)."""
        self._name_buttons(step)
        self.ends.setVisible(ends and step < 6)
        self.minute.setVisible(minute and step < 5)

    def _name_buttons(self, step: int) -> None:
        # Of all the buttons, that of the languages is clear without its word.
        wide = self.width() >= self._theme.px(1440)
        self.languages.setText("  " + tr("Languages") if wide and step < 1 else "")
        self.keys.setText("  " + tr("Keys") if step < 1 else "")
        self.screens.setText("  " + tr("Screens") if step < 2 else "")
        self.end.setText(tr("End the lesson") if step < 3 else tr("End"))
        self.slides.setText("  " + label("overview") if step < 4 else "")
        self.slides.setAccessibleName(label("overview"))
        self.slides.setToolTip(label("overview"))
        self.languages.setAccessibleName(label("languages"))
        self.languages.setToolTip(label("languages"))
        self.screens.setAccessibleName(label("which-screen"))
        self.screens.setToolTip(label("which-screen"))
        self.keys.setAccessibleName(label("keys"))
        self.keys.setToolTip(label("keys"))

    def set_crowded(self, crowded: bool) -> None:
        """Show the stage and its time in place of the lesson's title, and take less room."""
        if crowded == self._crowded:
            return
        self._crowded = crowded
        px = self._theme.px
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setContentsMargins(px(20), px(2 if crowded else 8), px(20), px(2 if crowded else 8))
        self.show_lesson(*self._names)

    def offer_languages(self, *, offered: bool) -> None:
        """Offer languages where the lesson has several."""
        self.languages.setVisible(offered)
        self._words()

    def show_pace(self, words: list[str]) -> None:
        """Keep the stage and its time, in more and in fewer words, for where their card has no room."""
        self._pace = words
        if self._crowded:
            self._say()

    def show_lesson(self, title: str, class_label: str) -> None:
        """Name the lesson and the class."""
        self._names = (title, class_label)
        self._say()
        self._words()

    def _say(self) -> None:
        title, class_label = self._names
        self.title.set_words(*(self._pace if self._crowded and self._pace else [title]))
        self.group.set_words(tr("with {class_label}").format(class_label=class_label) if class_label else "")
        self.group.setVisible(not self._crowded)

    def show_minute(self, gone: float, planned: float) -> None:
        """Say how far the lesson is, and how long it would be in all, in seconds; nothing without times."""
        words = ""
        if planned > gone:
            words = tr("minute {minute} of {minutes}").format(
                minute=int(gone // 60) + 1, minutes=max(int(gone // 60) + 1, round(planned / 60))
            )
        if self.minute.text() != words:
            wider = len(words) > len(self.minute.text())
            self.minute.setText(words)
            if wider:
                self._words()

    def show_clock(self, now: str, ends: str) -> None:
        """Show the time of day, and when the lesson ends."""
        if self.clock.text() != now:
            self.clock.setText(now)
        words = tr("ends at {time}").format(time=ends) if ends else ""
        if self.ends.text() != words:
            self.ends.setText(words)
            self._words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out when there is little room."""
        super().resizeEvent(event)
        self._words()
