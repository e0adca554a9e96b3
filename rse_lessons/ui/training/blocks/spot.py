"""A text with phrases to find: each is a toggle in the running text, reachable by Tab.

The text is painted here, and each phrase by a toggle of its own that covers exactly its words, on as many
lines as they take.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.training.marking import Answer, Marked
from rse_lessons.training.model import Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.blocks.question_body import Body, still_to_find
from rse_lessons.ui.training.blocks.question_row import FITS, MISSED, OPEN, OTHER, state_word
from rse_lessons.ui.training.blocks.question_said import paragraphs
from rse_lessons.ui.training.blocks.spot_lines import Measure, Piece, lines_of, words_of
from rse_lessons.ui.widgets.paint import box, fill, pen, rounded, set_lines, smooth
from rse_lessons.ui.widgets.words import Words

_ROOM = 20
"""Around the text, at 100%."""
_LINE = 1.9
"""The lines stand further apart than in other text, so that each phrase can be pressed."""


class Phrase(QCheckBox):
    """One phrase, over its own words alone."""

    def __init__(self, id_: str, words: str, owner: SpotText) -> None:
        super().__init__(owner)
        self.id, self.words, self._owner = id_, words, owner
        self.state = OPEN
        self.locked = False
        self._by_keys = False
        self.pieces: list[Piece] = []
        self.setProperty("painted", True)
        self.setProperty("ring", False)  # a phrase on two lines has a ring of its own on each
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.toggled.connect(lambda _on=False: owner.update())

    def stand(self, state: str) -> None:
        """Show how it fits."""
        self.state = state
        self.setAccessibleDescription(state_word(state))
        self.update()

    def put(self, pieces: list[Piece]) -> None:
        """Lie over these pieces of the owner's text."""
        self.pieces = pieces
        region = QRegion()
        for piece in pieces:
            region = region.united(QRegion(piece.rect.adjusted(-5, -5, 5, 5).toAlignedRect()))
        self.setGeometry(region.boundingRect())
        self.setMask(region.translated(-region.boundingRect().topLeft()))

    def sizeHint(self) -> QSize:
        """Take the room of its words."""
        return self.size()

    def hitButton(self, _pos: object) -> bool:
        """Press anywhere on its words."""
        return not self.locked

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a ring, unless the mouse came here."""
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self._owner.update(self.geometry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay as it is once it can only be read."""
        if not (self.locked and event.key() == Qt.Key.Key_Space):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each piece on its line: ground, underline, words, and a ring where the keyboard is."""
        theme = self._owner.theme
        painter = smooth(QPainter(self))
        painter.translate(-self.x(), -self.y())
        ground, edge, ink = self._colours()
        for piece in self.pieces:
            rect = piece.rect.adjusted(-2, -1, 2, 1)
            if ground:
                box(painter, rect, theme.px(6), fill=theme.colour(ground))
            line = pen(theme.colour(edge), 2)
            dashed = self.state in (OTHER, MISSED) or (self.state == OPEN and not self.isChecked())
            if dashed:
                line.setDashPattern([3, 2])
            if self.state == OPEN and not self.isChecked():
                painter.setPen(line)
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            else:
                painter.strokePath(rounded(rect.adjusted(1, 1, -1, -1), theme.px(6)), line)
            self._owner.paint_piece(painter, piece, ink)
            if self.hasFocus() and self._by_keys:
                ring = piece.rect.adjusted(-3.5, -3.5, 3.5, 3.5)
                painter.strokePath(rounded(ring, theme.px(8)), pen(theme.colour("focus"), 3))
        painter.end()

    def _colours(self) -> tuple[str, str, str]:
        """Give ground (or nothing), line and ink."""
        if self.state in (FITS, MISSED):
            return "good-ground", "good", "text"
        if self.state == OTHER:
            return "", "control-edge", "text"
        if self.isChecked():
            return "selected", "selected-edge", "on-selected"
        return ("hover" if self.underMouse() and not self.locked else ""), "control-edge", "text"


class SpotText(QWidget):
    """The whole text on a ground of its own."""

    def __init__(self, theme: Theme, text: str, phrases: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = words_of(text, phrases)
        self._laid: tuple[int, float, list[Piece], int] | None = None
        self.phrases: dict[str, Phrase] = {}
        before: QWidget | None = None
        parts = (part for paragraph in self._words for word in paragraph for part in word)
        for id_ in dict.fromkeys(part.phrase for part in parts if part.phrase):  # as they stand in the text
            made = Phrase(id_, phrases[id_], self)
            if before is not None:
                QWidget.setTabOrder(before, made)
            self.phrases[id_] = before = made
        self.setAccessibleName(text)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.updateGeometry()
        self._put()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Grow downwards."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines and the room around."""
        return self._lay(width)[1]

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self.theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a width for a few words."""
        return QSize(self.theme.px(200), self.theme.px(72))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._put()

    def _put(self) -> None:
        pieces, _height = self._lay(self.width())
        for id_, phrase in self.phrases.items():
            phrase.put([piece for piece in pieces if piece.phrase == id_])

    def _lay(self, width: int) -> tuple[list[Piece], int]:
        """Break the text into pieces on lines at a width, and give its height."""
        theme = self.theme
        if self._laid is None or self._laid[:2] != (width, theme.scale):
            size, room = theme.type("body")[0], theme.px(_ROOM)
            right = max(width - room, room + theme.px(60))
            apart, high = theme.px(size * _LINE), theme.px(size * 1.45)
            measure = Measure(theme.font(size), room, right, room, apart, high)
            pieces, below = lines_of(self._words, measure)
            self._laid = (width, theme.scale, pieces, round(below) + room)
        return self._laid[2], self._laid[3]

    def paint_piece(self, painter: QPainter, piece: Piece, ink: str) -> None:
        """Set the words of a piece."""
        theme = self.theme
        font = theme.font(theme.type("body")[0])
        at = (piece.rect.left(), piece.rect.top())
        set_lines(painter, [piece.words], font, colour=theme.colour(ink), at=at, height=piece.rect.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the running text."""
        theme = self.theme
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        edge = theme.colour("control-edge") if theme.dark else None
        box(painter, rect, theme.px(12), fill=theme.colour("ground"), edge=edge, width=1)
        fill(
            painter, QRectF(0, theme.px(14), theme.px(4), rect.height() - theme.px(28)), theme.colour("ledge")
        )
        for piece in self._lay(self.width())[0]:
            if not piece.phrase:
                self.paint_piece(painter, piece, "text")
        painter.end()


class SpotBody(Body):
    """The text to find phrases in, and below it, once that is told, why each is what it is."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._phrases = {option.id: paragraphs(option.text) for option in question.options}
        self._reasons = {option.id: paragraphs(option.explanation) for option in question.options}
        self.text = SpotText(theme, paragraphs(question.text), self._phrases, self)
        self.reasons: dict[str, Words] = {}
        """What is said of each phrase, as far as it has been said."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.text)
        for phrase in self.text.phrases.values():
            phrase.toggled.connect(lambda _on=False: self.changed.emit())

    def answer(self) -> Answer:
        """Give the ids of the phrases that are chosen."""
        phrases = self.text.phrases
        return tuple(id_ for id_ in self._phrases if id_ in phrases and phrases[id_].isChecked())

    def show_marked(self, marked: Marked, *, reveal: bool) -> None:
        """Mark what was chosen; with `reveal` show what else was to be found, and say why."""
        for id_, phrase in self.text.phrases.items():
            phrase.locked = True
            if id_ in marked.wrong:
                phrase.stand(OTHER)
            elif phrase.isChecked():
                phrase.stand(FITS)
            elif id_ in marked.missing and reveal:
                phrase.stand(MISSED)
        for id_ in self.text.phrases:
            if id_ in marked.wrong or (reveal and id_ in self.question.answers):
                self._say(id_)

    def _say(self, id_: str) -> None:
        if id_ in self.reasons or not self._reasons.get(id_):
            return
        said = tr("{phrase} – {reason}").format(phrase=self._phrases[id_], reason=self._reasons[id_])
        self.reasons[id_] = Words(self.theme, said, parent=self)
        self._column.addWidget(self.reasons[id_])

    def not_yet(self, marked: Marked, *, reveal: bool) -> tuple[str, str]:
        """Say how many are still to be found."""
        del reveal  # what was chosen stays to be seen, beside what fits
        return tr("Not all of it yet"), still_to_find(len(marked.missing), len(marked.wrong))

    def show_reasons(self) -> None:
        """Say of each phrase why it is to be found, or why it may stay."""
        for id_ in self.text.phrases:
            self._say(id_)

    def has_reasons(self) -> bool:
        """Whether a phrase has not been spoken of yet."""
        return any(self._reasons.get(id_) and id_ not in self.reasons for id_ in self.text.phrases)

    def reset(self) -> None:
        """Let it be looked through once more."""
        for words in self.reasons.values():
            self._column.removeWidget(words)
            words.hide()
            words.deleteLater()
        self.reasons = {}
        for phrase in self.text.phrases.values():
            phrase.locked = False
            phrase.stand(OPEN)
            phrase.setChecked(False)
        self.changed.emit()

    def take_keys(self) -> None:
        """Go to the first phrase."""
        for phrase in list(self.text.phrases.values())[:1]:
            phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_number(self, number: int) -> None:
        """Choose the phrase at this place of the text."""
        phrases = list(self.text.phrases.values())
        if 1 <= number <= len(phrases) and not phrases[number - 1].locked:
            phrases[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            phrases[number - 1].click()

    def retranslate(self) -> None:
        """Say how each phrase stands in the interface's language."""
        for phrase in self.text.phrases.values():
            phrase.stand(phrase.state)
