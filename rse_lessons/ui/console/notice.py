"""A message over the console: what happened, what is safe, what to do.

Where all of its words would push the slide away, the first sentence stands here and the rest in a window.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme

_MOST = 0.2
"""How much of the window's height a message may take."""


class Notice(QFrame):
    """One message at a time, with a button for an action and one to put it away."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme.px
        self.setStyleSheet(
            f"#notice {{ background: {theme.hex('care-ground')}; border-bottom: 2px solid "
            f"{theme.hex('care')}; }}"
        )
        self.title = QLabel(self)
        self.title.setProperty("role", "strong")
        self.title.setWordWrap(True)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._action = ""
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.requested.emit(self._action))
        self.more = QPushButton(self)
        self.more.clicked.connect(self._read_more)
        self.close_button = QPushButton(self)
        self.close_button.setProperty("kind", "quiet")
        self.close_button.clicked.connect(self.hide)
        text = self._text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.title)
        text.addWidget(self.words)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(px(40), px(8), px(40), px(8))
        layout.setSpacing(px(12))
        layout.addLayout(text, 1)
        for button in (self.more, self.button, self.close_button):
            layout.addWidget(button)
        self._held = False
        self._kept: tuple[str, str, str, str] | None = None
        """What was said while others might read it, or was there before."""
        self._folded: bool | None = None
        self._whole: QWidget | None = None
        super().hide()

    def hold(self, *, held: bool) -> None:
        """Keep to itself whatever is said, and say it when it may be read again."""
        if held == self._held:
            return
        self._held = held
        if held:
            self._kept = self._shown() if not self.isHidden() else None
            self._put_away()
        elif self._kept is not None:
            kept, self._kept = self._kept, None
            self.say(*kept)

    def hide(self) -> None:
        """Put the message away."""
        self._kept = None
        self._put_away()

    def _put_away(self) -> None:
        if self._whole is not None:
            self._whole.close()
        super().hide()

    def _shown(self) -> tuple[str, str, str, str]:
        return self.title.text(), self.words.text(), self._action, self.button.text()

    def say(self, title: str, words: str, action: str = "", label: str = "") -> None:
        """Show a message; with `action` a button called `label` asks for it."""
        if self._held:
            self._kept = title, words, action, label
            return
        if self._whole is not None:
            self._whole.close()
        self.title.setText(title)
        self.words.setText(words)
        self._action = action
        self.button.setText(label)
        self.button.setVisible(bool(action))
        self.close_button.setAccessibleName(tr("Put this away"))
        self.close_button.setVisible(not action)
        self.more.setText(tr("Read more"))
        self.setAccessibleName(f"{title}. {words}")
        self._folded = None
        self._fit()
        self.show()

    # Fitting

    @property
    def folded(self) -> bool:
        """Whether there is room for the first sentence alone."""
        return bool(self._folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all of it, or the first sentence."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        folded = bool(self.words.text()) and self._tall(window.width()) > window.height() * _MOST
        if folded == self._folded:
            return
        self._folded = folded
        self.words.setVisible(not folded)
        self.more.setVisible(folded)
        # With little room a cross puts the message away; it has its words for who cannot see it.
        size = self._theme.px(20)
        away = tr("Put this away")
        self.close_button.setText("" if folded else away)
        self.close_button.setToolTip(away if folded else "")
        colour = self._theme.colour("text")
        self.close_button.setIconSize(QSize(size, size) if folded else QSize(0, 0))
        if folded:
            self.close_button.setIcon(icon("x", colour, size))
        self.updateGeometry()

    def _tall(self, width: int) -> int:
        """Give the height of all words beside the button, in a window of this width."""
        margins = self._row.contentsMargins()
        button = self.button if self._action else self.close_button
        asked = button.sizeHint().width() if self._action or not self._folded else self._away_width()
        room = width - margins.left() - margins.right() - self._row.spacing() - asked
        words = sum(label.heightForWidth(max(1, room)) for label in (self.title, self.words))
        return words + margins.top() + margins.bottom()

    def _away_width(self) -> int:
        """Give the width of the button with its words, while it shows a cross."""
        metrics = self.close_button.fontMetrics()
        return metrics.horizontalAdvance(tr("Put this away")) + self._theme.px(28)

    def _read_more(self) -> None:
        """Show all of it in a window of its own, over the console."""
        from rse_lessons.ui.console.notice_window import NoticeWindow  # noqa: PLC0415  imported late: few see it

        whole = NoticeWindow(self._theme, self.title.text(), self.words.text(), self.window())
        self._whole = whole
        whole.finished.connect(self._was_read)
        whole.open()

    def _was_read(self) -> None:
        if self._whole is not None:
            self._whole.deleteLater()
            self._whole = None
