"""The two small cards over the notes: what comes next, and the timer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.elided import Elided
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.words import clock_words


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
        self.preview = Preview(theme, self)
        head = QHBoxLayout()
        head.setSpacing(px(12))
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
        self.title.setText(tr("Next"))

    def show_next(self, title: str, picture: QPixmap) -> None:
        """Show the slide to come; an empty title says that this is the last."""
        words = title or tr("This is the last slide")
        self.name.set_words(words)
        self.preview.show_picture(picture, tr("Next: {title}").format(title=words))


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
    """A countdown that asks for pause and one minute more."""

    requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.caption = QLabel(self)
        self.caption.setProperty("role", "strong")
        self.card = QFrame(self)
        self.card.setProperty("card", "true")
        self.left = Words(theme, "0:00", "page", wraps=False, parent=self.card)
        self.total = QLabel(self.card)
        self.total.setProperty("role", "soft")
        self.bar = _Bar(theme, self.card)
        self.pause = QPushButton(self.card)
        self.more = QPushButton(self.card)
        for button, action in ((self.pause, "timer-main"), (self.more, "timer-more")):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=action: self.requested.emit(name))
        times = QHBoxLayout()
        times.setSpacing(px(8))
        times.addWidget(self.left)
        times.addWidget(self.total, 0, Qt.AlignmentFlag.AlignBottom)
        times.addStretch(1)
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
        self._shown: tuple[object, ...] = ()
        self._times, self._buttons = times, buttons
        self._compact = False

    def set_compact(self, compact: bool) -> None:
        """Show the time and its first button alone, in one low card, while it is of use."""
        if compact == self._compact:
            return
        self._compact = compact
        for part in (self.caption, self.total, self.bar, self.more):
            part.setVisible(not compact)
        row = self._times if compact else self._buttons
        row.removeWidget(self.pause)
        row.insertWidget(row.count() if compact else 0, self.pause, 0 if compact else 1)

    def show_time(self, caption: str, left: float, total: float, *, running: bool, started: bool) -> None:
        """Show the timer: seconds left of `total`."""
        state = (caption, round(left), total, running, started)
        self.bar.set_part(1 - left / total if total else 0)
        if state == self._shown:
            return
        self._shown = state
        self.setVisible(started or not self._compact)
        self.caption.setText(caption)
        self.left.setText(clock_words(left))
        self.left.updateGeometry()
        self.total.setText(tr("of {time}").format(time=clock_words(total)))
        over = started and left <= 0
        main = tr("Pause") if running else tr("Go on") if started and not over else tr("Start")
        self.pause.setText(main)
        self.more.setText(tr("+1 min"))
        self.more.setAccessibleName(tr("One minute more"))
        self.setAccessibleName(tr("Timer: {time} left").format(time=clock_words(left)))
