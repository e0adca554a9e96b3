"""The lesson, stage by stage: every slide as a small picture under its stage and its minutes.

Pictures come one at a time once the page is on the screen. A slide that is pressed is where
presenting would begin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.model import Lesson, Slide, Stage
from rse_lessons.ui import icons
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.paint import advance, box, broken, fill, rounded, set_lines, smooth
from rse_lessons.ui.words import stage_name

Thumbnail = Callable[[Lesson, int, int], QPixmap]
"""Gives the picture of a lesson's slide, counted from 0, at a width in device-independent px."""
_LEAST = 196
_GAP = 16
_HEAD = 40
_NAME_LINE = 24


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A stage with the first of its slides, how many, and its planned minutes."""

    stage: Stage
    first: int
    count: int
    seconds: int


def spans(slides: Sequence[Slide]) -> list[StageSpan]:
    """Join neighbouring slides of one stage."""
    result: list[StageSpan] = []
    for number, slide in enumerate(slides):
        if result and result[-1].stage == slide.stage:
            last = result.pop()
            result.append(StageSpan(last.stage, last.first, last.count + 1, last.seconds + slide.seconds))
        else:
            result.append(StageSpan(slide.stage, number, 1, slide.seconds))
    return result


class Thumb(QPushButton):
    """One slide: its picture, number and heading."""

    moved = Signal(int, str)

    def __init__(self, theme: Theme, number: int, title: str, stage: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.number = number
        self._title = title
        self._picture: QPixmap | None = None
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        self.setProperty("corner", 8)
        name = tr("Slide {number}: {title}. {stage}")
        self.setAccessibleName(name.format(number=number + 1, title=title or stage, stage=stage))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def set_picture(self, picture: QPixmap | None) -> None:
        """Show the slide; None while it is being drawn."""
        self._picture = picture
        self.update()

    def lines(self, width: int) -> Sequence[str]:
        """Give the heading in lines that stand beside the number."""
        theme = self._theme
        return broken(self._title, theme.font(15), width - self._indent()) if self._title else [""]

    def _indent(self) -> int:
        return self._theme.px(28)

    def sizeHint(self) -> QSize:
        """Take the size that the grid gives."""
        return self.size()

    def minimumSizeHint(self) -> QSize:
        """Take the size that the grid gives."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slide in its frame, then number and heading."""
        theme = self._theme
        px = theme.px
        painter = smooth(QPainter(self))
        rect = QRectF(0, 0, self.width(), round(self.width() * 9 / 16))
        chosen = self.isChecked()
        painter.save()
        painter.setClipPath(rounded(rect, 6))
        fill(painter, rect, theme.colour("surface"))
        if self._picture is not None:
            painter.drawPixmap(rect, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        lively = chosen or self.underMouse()
        edge = theme.colour("selected-edge" if lively else "control-edge")
        box(painter, rect, 6, edge=edge, width=3 if chosen else 1.5)
        font, line = theme.font(15, bold=chosen), px(22)
        top = rect.bottom() + 6
        soft, ink = theme.colour("text-soft"), theme.colour("text")
        set_lines(painter, [str(self.number + 1)], font, colour=soft, at=(0, top), height=line)
        lines = self.lines(self.width())
        set_lines(painter, lines, theme.font(15), colour=ink, at=(self._indent(), top), height=line)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to another slide with the arrows."""
        key = QtCore.Qt.Key
        ways: dict[int, str] = {
            key.Key_Left: "left",
            key.Key_Right: "right",
            key.Key_Up: "up",
            key.Key_Down: "down",
            key.Key_Home: "first",
            key.Key_End: "last",
        }
        if way := ways.get(event.key()):
            self.moved.emit(self.number, way)
        else:
            super().keyPressEvent(event)


class StageGrid(QWidget):
    """All slides in rows, with the name, minutes and bar of each stage above its slides."""

    start_chosen = Signal(int)
    """The slide to begin with, from 0; -1 when none is chosen any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lesson: Lesson | None = None
        self._thumbnail: Thumbnail | None = None
        self._spans: list[StageSpan] = []
        self._thumbs: list[Thumb] = []
        self._tops: list[int] = []
        self._across = 1
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_one)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def thumbs(self) -> list[Thumb]:
        """The slides, in order."""
        return self._thumbs

    def show_lesson(self, lesson: Lesson, thumbnail: Thumbnail) -> None:
        """Show the slides of `lesson`."""
        for thumb in self._thumbs:
            thumb.hide()
            thumb.deleteLater()
        self._lesson, self._thumbnail = lesson, thumbnail
        self._spans = spans(lesson.slides)
        policy = QtCore.Qt.FocusPolicy
        self._thumbs = []
        for number, slide in enumerate(lesson.slides):
            thumb = Thumb(self._theme, number, slide.title, stage_name(slide.stage), self)
            thumb.setFocusPolicy(policy.NoFocus if number else policy.StrongFocus)
            thumb.clicked.connect(lambda on, number=number: self._pressed(number, on))
            thumb.moved.connect(self._move)
            thumb.show()
            self._thumbs.append(thumb)
        self._arrange()
        self.updateGeometry()
        self.draw_again()

    def draw_again(self) -> None:
        """Draw the pictures anew, one by one, once what is there is painted; slides or theme have changed."""
        self._next = 0
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self._arrange()
        self.updateGeometry()
        self.draw_again()

    def _draw_one(self) -> None:
        if self._lesson is None or self._thumbnail is None or self._next >= len(self._thumbs):
            return
        if not self.isVisible():
            return
        thumb = self._thumbs[self._next]
        thumb.set_picture(self._thumbnail(self._lesson, self._next, thumb.width()))
        self._next += 1
        self._timer.start()

    def _pressed(self, number: int, on: bool) -> None:
        for thumb in self._thumbs:
            if thumb.number != number:
                thumb.setChecked(False)
        self.start_chosen.emit(number if on else -1)

    def choose(self, number: int) -> None:
        """Mark the slide to begin with, without telling anybody; -1 marks none."""
        for thumb in self._thumbs:
            thumb.setChecked(thumb.number == number)

    def _move(self, number: int, way: str) -> None:
        last = len(self._thumbs) - 1
        step = {"left": -1, "right": 1, "up": -self._across, "down": self._across}.get(way, 0)
        target = {"first": 0, "last": last}.get(way, number + step)
        if 0 <= target <= last:
            policy = QtCore.Qt.FocusPolicy
            self._thumbs[number].setFocusPolicy(policy.NoFocus)
            self._thumbs[target].setFocusPolicy(policy.StrongFocus)
            self._thumbs[target].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    # Where everything stands

    def _size(self, width: int) -> tuple[int, int]:
        across = max(1, (width + _GAP) // (self._theme.px(_LEAST) + _GAP))
        across = min(across, 8)
        return across, (width - _GAP * (across - 1)) // across

    def _places(self, width: int) -> tuple[list[QRect], list[int]]:
        px = self._theme.px
        across, wide = self._size(width)
        places: list[QRect] = []
        tops: list[int] = []
        top = 0
        for start in range(0, len(self._thumbs), across):
            row = self._thumbs[start : start + across]
            tall = round(wide * 9 / 16) + 6 + max(len(thumb.lines(wide)) for thumb in row) * px(22)
            tops.append(top)
            head = px(_HEAD) + self._more(start, start + across, wide)
            for place in range(len(row)):
                places.append(QRect(place * (wide + _GAP), top + head, wide, tall))
            top += head + tall + 20
        return places, [*tops, top]

    def _more(self, first: int, end: int, wide: int) -> int:
        """Give the height of further lines of the names of stages that begin among some slides."""
        names = [self._name(span, wide)[0] for span in self._spans if first <= span.first < end]
        return max((len(lines) - 1 for lines in names), default=0) * self._theme.px(_NAME_LINE)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        return self._places(width)[1][-1] if self._thumbs else 0

    def sizeHint(self) -> QSize:
        """Ask for a few slides side by side."""
        return QSize(860, self.heightForWidth(max(400, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Give the least that shows one slide a row."""
        return QSize(self._theme.px(_LEAST), 10)

    def _arrange(self) -> None:
        if not self._thumbs:
            return
        places, self._tops = self._places(self.width())
        self._across = self._size(self.width())[0]
        for thumb, place in zip(self._thumbs, places, strict=True):
            thumb.setGeometry(place)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew, and draw the slides in their new size."""
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.draw_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, minutes and bars of the stages."""
        if self._lesson is None or not self._thumbs:
            return
        painter = smooth(QPainter(self))
        for span in self._spans:
            self._paint_stage(painter, span)
        painter.end()
        self._timer.start()

    def _paint_stage(self, painter: QPainter, span: StageSpan) -> None:
        theme = self._theme
        px = theme.px
        band = self._lesson.front.band if self._lesson else None
        is_help = span.stage == Stage.SIGNPOST
        colour = theme.colour("help") if is_help else theme.band(str(band or "")).mark
        first = span.first
        while first < span.first + span.count:
            row = first // self._across
            last = min(span.first + span.count, (row + 1) * self._across) - 1
            begin, end = self._thumbs[first].geometry(), self._thumbs[last].geometry()
            bar = QRectF(begin.left(), begin.top() - 10, end.right() + 1 - begin.left(), 4)
            fill(painter, rounded(bar, 2), colour)
            if first == span.first:
                self._paint_name(painter, span, QRectF(begin.left(), bar.top() - px(28), begin.width(), 0))
            first = last + 1

    def _name(self, span: StageSpan, wide: float) -> tuple[list[str], str]:
        """Give the lines of a stage's name above a slide of this width, and its minutes."""
        px = self._theme.px
        minutes = ntr("{count} min", "{count} min", max(1, round(span.seconds / 60)))
        room = wide - advance(minutes, self._theme.font(15)) - px(8)
        room -= px(24) if span.stage == Stage.SIGNPOST else 0
        return broken(stage_name(span.stage), self._theme.font(17, bold=True), room), minutes

    def _paint_name(self, painter: QPainter, span: StageSpan, rect: QRectF) -> None:
        """Paint a name, its last line and the minutes on the line of `rect`."""
        theme = self._theme
        px = theme.px
        lines, minutes = self._name(span, rect.width())
        bold, plain = theme.font(17, bold=True), theme.font(15)
        ink, soft = theme.colour("text"), theme.colour("text-soft")
        right = rect.right() - advance(minutes, plain)
        set_lines(painter, [minutes], plain, colour=soft, at=(right, rect.top() + 1), height=px(26))
        if span.stage == Stage.SIGNPOST:
            lock = icons.pixmap("lock", theme.hex("text"), px(16), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(right - px(22), rect.top() + px(4)), lock)
        top = rect.top() - (len(lines) - 1) * px(_NAME_LINE)
        for number, words in enumerate(lines):
            at = (rect.left(), top + number * px(_NAME_LINE))
            set_lines(painter, [words], bold, colour=ink, at=at, height=px(26))
