"""What a window says about itself: a state in a word, a message, an empty place with its way out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.ui import icons
from rse_lessons.ui.assets import assets
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.paint import box, broken, set_lines, smooth
from rse_lessons.ui.widgets.words import Words


class Icon(QWidget):
    """An icon beside words that say the same."""

    def __init__(self, theme: Theme, name: str, colour: str = "text", size: int = 20) -> None:
        super().__init__()
        self._theme, self._name, self._colour, self._size = theme, name, colour, size

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the icon's own size."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it at the top left."""
        painter = QPainter(self)
        size = self._theme.px(self._size)
        colour = self._theme.hex(self._colour)
        painter.drawPixmap(0, 0, icons.pixmap(self._name, colour, size, self.devicePixelRatioF()))
        painter.end()


class StateBadge(QWidget):
    """Icon and bold words in a state's colour: taught, part way, to be checked."""

    def __init__(self, theme: Theme, icon: str, text: str, colour: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._icon = Icon(theme, icon, colour, 18)
        self._words = Words(theme, text, "small", colour=colour, bold=True)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)

    def set_state(self, icon: str, text: str, colour: str) -> None:
        """Show another state."""
        self._icon.set_icon(icon, colour)
        self._words.set_colour(colour)
        self._words.setText(text)


class Message(QFrame):
    """What happened, and what to do; `kind` is `good` or `care`."""

    def __init__(
        self, theme: Theme, title: str, text: str = "", kind: str = "care", *, icon: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._icon = icon
        self._mark = Icon(theme, self._sign(), kind)
        row.addWidget(self._mark)
        row.setAlignment(self._mark, row.alignment())
        self.title = Words(theme, title, bold=True)
        self.text = Words(theme, text)
        self.text.setVisible(bool(text))
        column.addWidget(self.title)
        column.addWidget(self.text)
        row.addLayout(column, 1)
        self._column = column

    def _sign(self) -> str:
        return self._icon or ("check" if self._kind == "good" else "clock")

    def set_kind(self, kind: str) -> None:
        """Be `good` or `care` from now on."""
        self._kind = kind
        self._mark.set_icon(self._sign(), kind)
        self.update()

    def put(self, button: Button) -> None:
        """Offer a way on, below the words."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def say(self, title: str, text: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tinted ground, with an edge where grounds are all black."""
        painter = smooth(QPainter(self))
        edge = self._theme.colour(self._kind) if self._theme.high_contrast else None
        ground = self._theme.colour(f"{self._kind}-ground")
        box(painter, QRectF(self.rect()), self._theme.px(12), fill=ground, edge=edge)
        painter.end()


class _Drawing(QWidget):
    """A small picture of a place that waits."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(144, 108)

    def set_picture(self, name: str) -> None:
        """Show another illustration."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  imported late: start-up

        painter = smooth(QPainter(self))
        file = assets() / "illustrations" / f"{self._name}.svg"
        QSvgRenderer(str(file)).render(painter, QRectF(self.rect()))
        painter.end()


class Empty(QFrame):
    """A place with nothing in it yet: a drawing, what to know, one button."""

    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        primary: bool = True,
        upright: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._upright = theme, upright
        outer = QVBoxLayout(self) if upright else QHBoxLayout(self)
        margin = 0 if upright else 32
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(24)
        self._drawing = _Drawing("empty-shelf")
        outer.addWidget(self._drawing)
        column = QVBoxLayout()
        column.setSpacing(8)
        self.title = Words(theme, role="card", heading=True)
        self.text = Words(theme, colour="text-soft")
        self.button = Button(theme, kind="primary" if primary else "secondary", icon=icon)
        self.button.clicked.connect(self.pressed)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        outer.addLayout(column, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card that it lies on, unless it stands on a desk."""
        if self._upright:
            return
        painter = smooth(QPainter(self))
        surface, rule = self._theme.colour("surface"), self._theme.colour("rule")
        box(painter, QRectF(self.rect()), self._theme.px(12), fill=surface, edge=rule, width=1)
        painter.end()

    def set_picture(self, name: str) -> None:
        """Show the illustration `name`."""
        self._drawing.set_picture(name)

    def say(self, title: str, text: str, button: str) -> None:
        """Say what is missing and what the button does; without words there is no button."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.set_text(button)
        self.button.setVisible(bool(button))


def paint_state(
    painter: QPainter,
    theme: Theme,
    state: tuple[str, str, str],
    *,
    at: QPointF,
    ratio: float,
    width: float = 0,
) -> None:
    """Paint a state (icon, words, colour role) as `StateBadge` shows it, without making a widget.

    With a `width`, words that have no room go on in a new line.
    """
    icon, text, colour = state
    size, line = theme.px(18), theme.px(theme.type("small")[1])
    top = at.y() + (line - size) / 2
    painter.drawPixmap(QPointF(at.x(), top), icons.pixmap(icon, theme.hex(colour), size, ratio))
    lines = state_lines(theme, text, width) if width else [text]
    font = theme.font(theme.type("small")[0], bold=True)
    at_words = (at.x() + size + theme.px(8), at.y())
    set_lines(painter, lines, font, colour=theme.colour(colour), at=at_words, height=line)


def state_lines(theme: Theme, text: str, width: float) -> list[str]:
    """Break the words of a state at the width that `paint_state` has."""
    return broken(text, theme.font(theme.type("small")[0], bold=True), width - theme.px(18) - theme.px(8))
