"""The small card over the notes that says what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.elided import Elided


class Preview(QWidget):
    """A small picture of a slide with rounded corners."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 68)

    def show_picture(self, picture: QPixmap, description: str) -> None:
        """Show a slide's picture; an empty one leaves the place blank."""
        self._picture = picture
        self.setAccessibleName(description)
        self.update()

    def slide_size(self) -> QSize:
        """How large a slide's picture is here."""
        width = min(self.width(), self.height() * 16 // 9)
        return QSize(width, width * 9 // 16)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and its edge."""
        size = self.slide_size()
        box = QRectF(1, 1, size.width() - 2, size.height() - 2)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(box, 8, 8)
        painter.save()
        painter.setClipPath(path)
        if self._picture.isNull():
            painter.fillPath(path, self._theme.colour("sunken"))
        else:
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        painter.setPen(QPen(self._theme.colour("control-edge"), 2))
        painter.drawPath(path)
        painter.end()


class NextCard(QWidget):
    """What comes next, in words and as a picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.title = QLabel(self)
        self.title.setProperty("role", "strong")
        self.name = Elided(self)
        self.name.setProperty("role", "soft")
        self.name.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._named = ""
        self._first: tuple[str, ...] = ()
        self._yours = False
        self.preview = Preview(theme, self)
        self._gap = px(12)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(self.title)
        head.addWidget(self.name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(head)
        layout.addWidget(self.preview, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words into the interface's language."""
        yours = self._yours and not self._first
        self.title.setText(tr("Next, for you first") if yours else tr("Next"))
        self._fit()

    def _fit(self) -> None:
        """Put the slide's name below where it has no room beside."""
        words = self.title.fontMetrics().horizontalAdvance(self.title.text())
        name = self.name.fontMetrics().horizontalAdvance(self.name.text())
        below = words + self._gap + name > self.width()
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)
        self._head.setSpacing(0 if below else self._gap)
        self.title.setWordWrap(below and words > self.width())
        self.name.setAlignment(Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the slide's name."""
        super().resizeEvent(event)
        self._fit()

    def show_first(self, *, first: bool) -> None:
        """Say that the teacher sees the next slide before the class does, or does not."""
        if first != self._yours:
            self._yours = first
            self.retranslate()

    def show_next(self, title: str, picture: QPixmap) -> None:
        """Show the slide to come; an empty title says that this is the last."""
        words = title or tr("This is the last slide")
        self._named = words
        self.name.set_words(*(self._first or (words,)))
        self._fit()
        self.preview.show_picture(picture, tr("Next: {title}").format(title=words))

    def say_first(self, *words: str) -> None:
        """Say what comes on this slide before the next one, in fewer and fewer words; none for nothing."""
        if words != self._first:
            self._first = words
            self.name.set_words(*(words or (self._named,)))
            self.retranslate()
