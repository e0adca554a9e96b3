"""What is said in a conversation, and what is said about it: two sides, and a panel of three parts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.model import Reply, Scene
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_said import paragraphs
from rse_lessons.ui.widgets.paint import box, fill, smooth
from rse_lessons.ui.widgets.words import Words

_TAIL = 10


class Speech(QFrame):
    """What happens, on the left, or what you say, on the right, as in a conversation written down.

    It is no wider than its words, and never as wide as there is room: the other side stays free.
    """

    def __init__(self, theme: Theme, words: str, *, mine: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.mine = theme, mine
        ink = "on-selected" if mine else "text"
        self.who = Words(theme, role="small", colour=ink, bold=True, wraps=False, parent=self)
        self.words = Words(theme, words, colour=ink, top=True, parent=self)
        self.who.setVisible(mine)
        self._at: dict[int, QRectF] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        """Say who speaks in the interface's language."""
        self.who.setText(tr("You"))
        self._at = {}
        if self.mine:
            self.words.setAccessibleName(f"{self.who.text()}: {self.words.text()}")

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme, self._at = theme, {}
        self.who.set_theme(theme)
        self.words.set_theme(theme)
        self.updateGeometry()
        self._place()
        self.update()

    def _bubble(self, width: int) -> QRectF:
        """Give the place of the bubble, tail left out, at a width; Qt asks very often."""
        if width not in self._at:
            self._at[width] = self._measured(width)
        return self._at[width]

    def _measured(self, width: int) -> QRectF:
        px = self._theme.px
        most = width - min(px(56), 72)
        wide = max(self.words.natural(), self.who.natural() if self.mine else 0) + 2 * px(18)
        wide = min(wide, most)
        high = self.words.heightForWidth(wide - 2 * px(18)) + 2 * px(11)
        high += self.who.line() if self.mine else 0
        return QRectF(width - wide if self.mine else 0, 0, wide, high)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines, and of the tail."""
        return round(self._bubble(width).height()) + self._theme.px(_TAIL)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self._theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a few words."""
        return QSize(self._theme.px(120), self._theme.px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words into their bubble."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        px = self._theme.px
        inner = self._bubble(self.width()).toRect().adjusted(px(18), px(11), -px(18), -px(11))
        if self.mine:
            self.who.setGeometry(inner.x(), inner.y(), inner.width(), self.who.line())
            inner.setTop(inner.y() + self.who.line())
        self.words.setGeometry(inner)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubble, with a tail on the side of whoever speaks."""
        theme, px = self._theme, self._theme.px
        rect = self._bubble(self.width())
        painter = smooth(QPainter(self))
        ground = theme.colour("selected" if self.mine else "ground")
        edge = theme.colour("control-edge") if theme.dark and not self.mine else None
        box(painter, rect, px(14), fill=ground, edge=edge, width=1)
        x = rect.right() - px(44) if self.mine else rect.left() + px(24)
        tail = QPainterPath(QPointF(x, rect.bottom() - 1))
        tail.lineTo(x + px(20), rect.bottom() - 1)
        tail.lineTo(x + px(20) if self.mine else x, rect.bottom() + px(_TAIL))
        tail.closeSubpath()
        fill(painter, tail, edge if edge is not None else ground)
        painter.end()


def scene_words(scene: Scene) -> str:
    """Give what happens in a scene."""
    return paragraphs(scene.text)


class ToldPanel(QFrame):
    """How a reply may be taken, what guidance asks, and a better wording where there is one.

    It places its words itself: there are many of these when two walks stand side by side.
    """

    def __init__(self, theme: Theme, reply: Reply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.reply = theme, reply
        self._high: dict[int, int] = {}
        texts = [reply.taken, reply.asks] if reply.good else [reply.taken, reply.asks, reply.better]
        self.heads = [Words(theme, role="small", colour="link", bold=True, parent=self) for _ in texts]
        self.texts = [Words(theme, paragraphs(text), top=True, parent=self) for text in texts]
        self.good = Words(theme, bold=True, colour="good", top=True, parent=self) if reply.good else None
        """Says so where nothing better is offered."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def said(self) -> str:
        """Give all of it, for a screen reader."""
        parts = [part for pair in zip(self.heads, self.texts, strict=True) for part in pair]
        return " ".join(part.text() for part in (*parts, *([self.good] if self.good else ())))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        asked = tr("What guidance asks") if self.reply.sourced else tr("What to aim for")
        named = (tr("How it may be taken"), asked, tr("A better wording"))
        for head, words in zip(self.heads, named, strict=False):
            head.setText(words)
        if self.good:
            self.good.setText(tr("That is a good way to say it."))
        self._high = {}
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme, self._high = theme, {}
        for words in (*self.heads, *self.texts, *([self.good] if self.good else ())):
            words.set_theme(theme)
        self.updateGeometry()
        self._place(self.width(), move=True)
        self.update()

    def _place(self, width: int, *, move: bool) -> int:
        """Give the height of all of it at a width, and put the words there."""
        px = self._theme.px
        left, room, y = px(24), width - px(44), px(16)
        parts: list[tuple[Words, int, int]] = []
        for head, text in zip(self.heads, self.texts, strict=True):
            parts += [(head, 0, px(2)), (text, 0, px(10))]
        if self.good:
            parts.append((self.good, px(28), px(10)))
        for words, aside, after in parts:
            high = words.heightForWidth(room - aside)
            if move:
                words.setGeometry(left + aside, y, room - aside, high)
            y += high + after
        return y + px(8)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all of it; Qt asks very often."""
        if width not in self._high:
            self._high[width] = self._place(width, move=False)
        return self._high[width]

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self._theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a few words."""
        return QSize(self._theme.px(120), self._theme.px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words where they belong."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._place(self.width(), move=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a box with a strip: green beside what is good already, lamp beside what can be better."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        box(painter, rect, px(12), fill=theme.colour("surface"), edge=theme.colour("rule"), width=1)
        strip = QRectF(px(8), px(16), px(5), rect.height() - px(32))
        box(painter, strip, px(2), fill=theme.colour("good" if self.reply.good else "help"))
        if self.good:
            size = px(20)
            at = QPointF(px(24), self.good.y() + (self.good.line() - size) / 2)
            tick = icons.pixmap("check", theme.hex("good"), size, self.devicePixelRatioF())
            painter.drawPixmap(at, tick)
        painter.end()
