"""The slide on the console, in a frame whose colour and tab say what the class sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.actions import keys_of
from rse_lessons.ui.console.read_button import ReadButton
from rse_lessons.ui.console.text_view import TextView
from rse_lessons.ui.icons import icon
from rse_lessons.ui.slide.said import Spoken
from rse_lessons.ui.slide.view import SlideView
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import broken, set_lines
from rse_lessons.ui.widgets.tool_strip import SIDE, ToolStrip
from rse_lessons.ui.words import shows_word

ROLES = {
    Shows.LIVE: "live",
    Shows.FROZEN: "frozen",
    Shows.PRIVATE: "private",
    Shows.BLACK: "black",
    Shows.WHITE: "white",
    Shows.SAFE: "safe",
    Shows.HELP: "help",
}
ICONS = {
    Shows.LIVE: "eye",
    Shows.FROZEN: "snowflake",
    Shows.PRIVATE: "eye-off",
    Shows.BLACK: "square-black",
    Shows.WHITE: "square-white",
    Shows.SAFE: "leaf",
    Shows.HELP: "signpost",
}
EDGE = 8


class StateTab(QWidget):
    """Icon, bold word and sentence on a tab that stands on the frame; as a chip it stands by itself."""

    def __init__(self, theme: Theme, parent: QWidget, *, chip: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = chip
        self._shows = Shows.LIVE
        self._word = self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, shows: Shows, sentence: str) -> None:
        """Say what the class sees."""
        self._shows, self._word, self._sentence = shows, shows_word(shows), sentence
        self.setAccessibleName(f"{self._word}: {sentence}")
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(self._wide(self._sentence), self._theme.px(46))

    def minimumSizeHint(self) -> QSize:
        """Ask for the word; the sentence is left out where it has no room."""
        return QSize(self._wide(""), self._theme.px(46))

    def needed(self) -> int:
        """Give the width for the word, and for half the sentence where the word does not say all."""
        live = self._shows is Shows.LIVE
        return self._wide("" if live else self._sentence.partition(";")[0])

    def _wide(self, sentence: str) -> int:
        theme, px = self._theme, self._theme.px
        word = QFontMetrics(theme.font(19, bold=True)).horizontalAdvance(self._word)
        said = px(10) + QFontMetrics(theme.font(17)).horizontalAdvance(sentence) if sentence else 0
        return px(18) + px(20) + px(10) + word + said + px(20)

    def _said(self) -> str:
        """Give the sentence, or its first half, or nothing: never a word cut short."""
        for sentence in (self._sentence, self._sentence.partition(";")[0]):
            if self._wide(sentence) <= self.width():
                return sentence
        return ""

    def _set(self) -> tuple[QFont, list[str]]:
        """Give the font for the word and its lines: smaller, then two, where a language needs the room."""
        px = self._theme.px
        room = self.width() - px(18) - px(20) - px(10) - px(8)
        for size in (19, 17, 15):
            font = self._theme.font(size, bold=True)
            if QFontMetrics(font).horizontalAdvance(self._word) <= room:
                return font, [self._word]
        return font, broken(self._word, font, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tab."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        radius = px(10)
        wide = min(self.width(), self._wide(self._said()))
        path.addRoundedRect(QRectF(0, 0, wide, self.height() + (0 if self._chip else radius)), radius, radius)
        painter.fillPath(path, theme.colour(ROLES[self._shows]))
        ink = theme.colour("on-help" if self._shows is Shows.HELP else "on-state")
        size = px(20)
        x = px(18)
        icon(ICONS[self._shows], ink, size).paint(painter, x, (self.height() - size) // 2, size, size)
        x += size + px(10)
        font, lines = self._set()
        line = self.height() / len(lines) * (1.0 if len(lines) == 1 else 0.88)
        top = (self.height() - line * len(lines)) / 2
        set_lines(painter, lines, font, colour=ink, at=(x, top), height=line)
        x += QFontMetrics(theme.font(19, bold=True)).horizontalAdvance(self._word) + px(10)
        painter.setPen(QPen(ink))
        painter.setFont(theme.font(17))
        place = QRectF(x, 0, max(0, self.width() - x), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._said())
        painter.end()


class _Frame(QWidget):
    """A slide of 16:9 with a coloured edge, as large as its room lets it be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = QColor()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(128, 72)

    def add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)

    def set_colour(self, colour: QColor) -> None:
        if colour != self._colour:
            self._colour = colour
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        painter.drawRect(QRectF(0, 0, 24, 24))  # the tab stands on this corner
        painter.end()


class SlideFrame(QWidget):
    """Tab, slide number, frame and slide."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        rebound: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tab = StateTab(theme, self)
        self.tools = ToolStrip(theme, rebound or {}, self)
        self.tools.resized.connect(self._fit)
        self.read = ReadButton(theme, self, keys_of("read-aloud", rebound or {}))
        self._locked = False
        self.number = QLabel(self)
        self.number.setProperty("role", "strong")
        self.frame = _Frame(theme, self)
        self.view = SlideView(self.frame)
        self.text = TextView(theme, self.frame)
        self._pages = QStackedWidget(self.frame)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.text)
        self.frame.add(self._pages)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(theme.px(16))
        self._head.addWidget(self.tab)
        self._head.addStretch(1)
        self._head.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.read, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = QWidget(self)
        layout = QVBoxLayout(self._box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self.frame, 1)

    def show_state(self, shows: Shows, sentence: str, *, slide: int, slides: int) -> None:
        """Say what the class sees; slide numbers are counted from 0."""
        before = self.tab.needed()
        self.tab.show_state(shows, sentence)
        self.frame.set_colour(self._theme.colour(ROLES[shows]))
        self.number.setText(tr("Slide {number} of {count}").format(number=slide + 1, count=slides))
        if self.tab.needed() != before:
            self._fit()

    def show_text(self, lines: Sequence[Spoken] | None) -> None:
        """Show the slide as text, or with None as a picture again; the tab stays either way."""
        if lines is not None:
            self.text.show_lines(lines)
        self._pages.setCurrentWidget(self.view if lines is None else self.text)
        self._fit()

    def set_locked(self, *, locked: bool) -> None:
        """Offer nothing over the slide that does not work while the console is locked."""
        self._locked = locked
        self._fit()

    @property
    def text_shown(self) -> bool:
        """Whether the slide is shown as text."""
        return self._pages.currentWidget() is self.text

    def show_typing(self, words: str, slide: int, slides: int) -> None:
        """Say which number is being typed, or the slide's number again."""
        self.number.setText(words or tr("Slide {number} of {count}").format(number=slide + 1, count=slides))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours; the state is said again by the owner."""
        self._theme = theme
        self._fit()

    def height_for(self, width: int) -> int:
        """Give the height at which a slide as wide as this stands without room to spare."""
        return (width - 2 * EDGE) * 9 // 16 + 2 * EDGE + self.tab.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the slide at 16:9 and the tab right on it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        head = self.tab.sizeHint().height()
        if self.text_shown:  # words take what room there is
            self._box.setGeometry(self.rect())
            return
        width = min(self.width(), (self.height() - head - 2 * EDGE) * 16 // 9 + 2 * EDGE)
        height = (width - 2 * EDGE) * 9 // 16 + 2 * EDGE + head
        self._fit_head(width)
        self._box.setGeometry((self.width() - width) // 2, 0, width, height)

    def _fit_head(self, width: int) -> None:
        """Show what there is room for beside the tab: what the class sees comes first, then the tools.

        The number goes first, then all tools but one button; where not even the tab's word is whole
        beside them, everything else goes. Keys do all of it.
        """
        gap = self._head.spacing()
        least = gap + self.read.sizeHint().width() + gap + self._theme.px(SIDE) + gap
        needed, word = self.tab.needed(), self.tab.minimumSizeHint().width()
        room = width - (needed if width - needed >= least else word) - gap
        self.read.setVisible(not self._locked and room >= self.read.sizeHint().width())
        room -= self.read.sizeHint().width() + gap
        self.tools.setVisible(not self._locked and room >= self._theme.px(SIDE))
        self.tools.fit(room)
        left = room - self.tools.shown_width() - gap
        self.number.setVisible(left >= self.number.sizeHint().width())
