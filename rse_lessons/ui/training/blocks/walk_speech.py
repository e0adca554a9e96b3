"""What is said in a conversation, and what is said about it: two sides, and a panel of three parts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.model import Reply, Scene
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_said import paragraphs
from rse_lessons.ui.widgets.notices import StateBadge
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        """Say who speaks in the interface's language."""
        self.who.setText(tr("You"))
        if self.mine:
            self.words.setAccessibleName(f"{self.who.text()}: {self.words.text()}")

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self._place()
        self.update()

    def _bubble(self, width: int) -> QRectF:
        """Give the place of the bubble, tail left out, at a width."""
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
    """How a reply may be taken, what guidance asks, and a better wording where there is one."""

    def __init__(self, theme: Theme, reply: Reply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.reply = theme, reply
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self.heads = [Words(theme, role="small", colour="link", bold=True) for _ in range(3)]
        texts = (reply.taken, reply.asks, reply.better)
        self.texts = [Words(theme, paragraphs(text)) for text in texts]
        self.good = StateBadge(theme, "check", "", "good")
        for number, (head, text) in enumerate(zip(self.heads, self.texts, strict=True)):
            if number:
                self._column.addSpacing(10)
            if number == 2 and reply.good:
                self._column.addWidget(self.good)
                head.hide()
                text.hide()
                continue
            self._column.addWidget(head)
            self._column.addWidget(text)
        self.good.setVisible(reply.good)
        self.set_theme(theme)
        self.retranslate()

    def said(self) -> str:
        """Give all of it, for a screen reader."""
        parts = [part for pair in zip(self.heads, self.texts, strict=True) for part in pair]
        shown = parts[:4] if self.reply.good else parts
        words = [part.text() for part in shown]
        return " ".join([*words, self._good_words()] if self.reply.good else words)

    @staticmethod
    def _good_words() -> str:
        return tr("That is a good way to say it.")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        named = (tr("How it may be taken"), tr("What guidance asks"), tr("A better wording"))
        for head, words in zip(self.heads, named, strict=True):
            head.setText(words)
        self.good.set_state("check", self._good_words(), "good")

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(24), px(16), px(20), px(18))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a box with a strip: green beside what is good already, lamp beside what can be better."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        box(painter, rect, px(12), fill=theme.colour("surface"), edge=theme.colour("rule"), width=1)
        strip = QRectF(px(8), px(16), px(5), rect.height() - px(32))
        box(painter, strip, px(2), fill=theme.colour("good" if self.reply.good else "help"))
        painter.end()
