"""What lies on the desk in the library: the class, where it stopped, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.facts.summary import ClassInfo, Standing
from rse_lessons.progress.views.planning import coming, order_of
from rse_lessons.ui.days import local_day, when_words
from rse_lessons.ui.library.arrange import Card
from rse_lessons.ui.library.book_card import minutes_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.book import Cover
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.class_field import ClassField
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.desk import OVERHANG, Desk
from rse_lessons.ui.widgets.notices import Empty
from rse_lessons.ui.widgets.paint import advance, box, broken, fill, set_lines, smooth
from rse_lessons.ui.widgets.rule import Rule
from rse_lessons.ui.widgets.stage_bar import StageBar
from rse_lessons.ui.widgets.words import Words

if TYPE_CHECKING:
    from rse_lessons.ui.library.pack_buttons import PackButtons

NEXT = 2
"""How many lessons that come next are shown."""


class OnDesk(NamedTuple):
    """Everything that the desk shows."""

    classes: Sequence[tuple[str, str]] = ()
    """Label and band."""
    current: str = ""
    stopped: tuple[Card, Standing] | None = None
    following: Sequence[Card] = ()
    ready: int = 0
    """Answers to the question box that wait for the class."""


def stopped_words(standing: Standing, minutes: int, today: date) -> str:
    """Say where a class stopped, when, and about how long is left."""
    many = max(standing.slides, standing.slide + 1)
    day = local_day(standing.when)
    place = {"slide": standing.slide + 1, "slides": many}
    if day is None:
        where = tr("Slide {slide} of {slides}.").format(**place)
    else:
        said = when_words(day, today)
        where = tr("Slide {slide} of {slides}, {day}.").format(**place, day=said)
    if not minutes:
        return where
    left = max(1, round(minutes * (1 - standing.slide / many)))
    return f"{where} {ntr('About {count} minute is left.', 'About {count} minutes are left.', left)}"


class NextRow(QPushButton):
    """A lesson that could come next: a small book, its title and minutes."""

    def __init__(self, theme: Theme, covers: Covers) -> None:
        super().__init__()
        self._theme = theme
        self._covers = covers
        self._card: Card | None = None
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("corner", 8)
        covers.drawn.connect(self.update)

    @property
    def card_id(self) -> str:
        """The lesson that it leads to."""
        return self._card.id if self._card else ""

    def show_card(self, card: Card) -> None:
        """Lead to `card`."""
        self._card = card
        self.setAccessibleName(f"{card.title}, {self._minutes()}")
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _minutes(self) -> str:
        return minutes_words(self._card) if self._card else ""

    def _lines(self, width: int) -> Sequence[str]:
        title = self._card.title if self._card else ""
        return broken(title, self._theme.font(17, bold=True), width - 76 - 16)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards with a long title."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the book or of the words."""
        px = self._theme.px
        return max(57, len(self._lines(width)) * px(26) + px(22)) + 20

    def sizeHint(self) -> QSize:
        """Ask for the desk's width."""
        width = self.width() if self.width() > 200 else 280
        return QSize(280, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the least that shows the book and a word."""
        return QSize(180, 77)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint book and words; the title is underlined when it can be pressed."""
        if self._card is None:
            return
        theme = self._theme
        px = theme.px
        painter = smooth(QPainter(self))
        if self.isDown():
            box(painter, QRectF(self.rect()), 8, fill=theme.colour("hover"))
        if self.property("ruled"):
            fill(painter, QRectF(0, 0, self.width(), 1), theme.colour("rule"))
        top = (self.height() - 57) // 2
        ratio = self.devicePixelRatioF()
        band = str(self._card.band or "")
        book = self._covers.book(self._card.cover_path, band, QSize(76, 57), ratio, theme)
        painter.drawPixmap(QPointF(0, top), book)
        lines = self._lines(self.width())
        font, ink = theme.font(17, bold=True), theme.colour("text")
        y = (self.height() - len(lines) * px(26) - px(22)) / 2
        end = set_lines(painter, lines, font, colour=ink, at=(92, y), height=px(26))
        if self.underMouse():
            for number, words in enumerate(lines):
                wide = advance(words, font)
                fill(painter, QRectF(92, y + (number + 1) * px(26) - px(2), wide, px(2)), ink)
        soft, small = theme.colour("text-soft"), theme.font(15)
        set_lines(painter, [self._minutes()], small, colour=soft, at=(92, end), height=px(22))
        painter.end()


class LibraryDesk(Desk):
    """Says whom the teacher teaches and what to do now."""

    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_kept_requested = Signal(str)
    go_on_requested = Signal(str, int)
    """The lesson's id and the slide, from 0, to go on with."""
    opened = Signal(str)
    write_requested = Signal()
    """The teacher wants to write a lesson."""
    problems_requested = Signal()
    """The teacher wants to know what is wrong with lesson files."""
    pack_requested = Signal()
    """A lesson pack is to be added."""
    share_requested = Signal()
    """Lessons are to go into a pack."""
    wording_requested = Signal()
    """The words of some text are to be checked."""

    def __init__(self, theme: Theme, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._covers = covers
        self.problems: Button | None = None
        self.write: Button | None = None
        self._faulty = 0
        self._sized = self._tight = False
        self._data = OnDesk()
        self._today = date.today()  # noqa: DTZ011  the teacher's own day
        self.classes = ClassField(theme)
        self.classes.chosen.connect(self.class_chosen)
        self.classes.add_requested.connect(self.class_add_requested)
        self.classes.kept_requested.connect(self.class_kept_requested)
        self.empty = Empty(theme, upright=True, icon="plus")
        self.empty.pressed.connect(self.class_add_requested)
        self.put(self.classes)
        self.put(self.empty)
        self._build_stopped(theme)
        self._build_following(theme)
        self.column.addStretch(1)
        self.packs: PackButtons | None = None
        self.retranslate()

    def _build_stopped(self, theme: Theme) -> None:
        self.stopped = QWidget()
        column = QVBoxLayout(self.stopped)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        self.stopped_head = Words(theme, role="desk", heading=True)
        self.cover = Cover(theme, self._covers, overhang=OVERHANG)
        self.title = Words(theme, role="desk")
        self.where = Words(theme, colour="text-soft")
        self.bar = StageBar(theme)
        self.go_on = Button(theme, kind="primary", icon="play-filled", big=True, wraps=True)
        self.again = Button(theme, kind="quiet", wraps=True)
        self.go_on.clicked.connect(self._ask_go_on)
        self.again.clicked.connect(self._ask_again)
        above, below = QVBoxLayout(), QVBoxLayout()
        for part in (above, below):
            part.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
            part.setSpacing(0)
        above.addWidget(self.stopped_head)
        above.addSpacing(8)
        column.addLayout(above)
        book = QHBoxLayout()
        book.setContentsMargins(0, 0, 0, 0)
        book.addWidget(self.cover, 1)
        book.addStretch(0)
        self.cover.setMaximumWidth(440)
        column.addLayout(book)
        column.addLayout(below)
        below.addSpacing(16)
        below.addWidget(self.title)
        below.addWidget(self.where)
        below.addSpacing(12)
        below.addWidget(self.bar)
        below.addSpacing(16)
        self.pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.pair.setSpacing(8)
        self.pair.addWidget(self.go_on, 1)
        self.pair.addWidget(self.again)
        below.addLayout(self.pair)
        self.column.addWidget(self.stopped)

    def _build_following(self, theme: Theme) -> None:
        self.following = QWidget()
        column = QVBoxLayout(self.following)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        self.line = Rule(theme)
        self.following_head = Words(theme, role="card", heading=True)
        column.addWidget(self.line)
        column.addSpacing(20)
        column.addWidget(self.following_head)
        column.addSpacing(4)
        self.rows = [NextRow(theme, self._covers) for _ in range(NEXT)]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self.opened.emit(row.card_id))
            row.setProperty("ruled", row is not self.rows[0])
            column.addWidget(row)
        self.put(self.following)

    def set_window_width(self, window: int) -> None:
        """Take the width that suits, and put the two buttons below one another where they need it."""
        super().set_window_width(window)
        if not hasattr(self, "pair"):
            return
        needed = self.go_on.sizeHint().width() + self.again.sizeHint().width() + 8
        way = QBoxLayout.Direction
        self.pair.setDirection(way.LeftToRight if needed <= self.room() else way.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large text would push Go on out of sight, leave the picture out and keep it at the foot."""
        super().resizeEvent(event)
        self._sized = True
        self._fit_foot()

    def _fit_foot(self) -> None:
        if not self._sized:
            return
        tight = self.height() < self._theme.px(660 if self._data.ready else 600)
        if tight != self._tight:
            self._tight = tight
            self.cover.setVisible(not tight)
            if tight:
                self.foot.addWidget(self.go_on)
            else:
                self.pair.insertWidget(0, self.go_on, 1)
        # At the foot it is no longer hidden with what it belongs to.
        self.go_on.setVisible(self._data.stopped is not None and bool(self._data.current))
        self.show_foot(shown=tight and self.go_on.isVisibleTo(self))

    def begin(self) -> None:
        """Take the keys, and offer what could wait for the first picture."""
        super().begin()
        self.write = Button(self._theme, kind="quiet", icon="pencil", flush=True, wraps=True)
        self.write.clicked.connect(self.write_requested)
        self.column.addSpacing(16)
        self.put(self.write)
        QWidget.setTabOrder(self.rows[-1], self.write)
        self._offer_packs(self.write)
        self._say_problems()

    def _offer_packs(self, after: QWidget) -> None:
        from rse_lessons.ui.library.pack_buttons import PackButtons  # noqa: PLC0415  imported late: start-up

        self.packs = PackButtons(self._theme)
        self.packs.add.clicked.connect(self.pack_requested)
        self.packs.share.clicked.connect(self.share_requested)
        self.packs.wording.clicked.connect(self.wording_requested)
        self.put(self.packs)
        QWidget.setTabOrder(after, self.packs.add)
        QWidget.setTabOrder(self.packs.add, self.packs.share)
        QWidget.setTabOrder(self.packs.share, self.packs.wording)

    def set_problems(self, files: int) -> None:
        """Say quietly that some lesson files have problems; most schools never see it."""
        self._faulty = files
        if files and self.problems is None:
            self.problems = Button(self._theme, kind="quiet", icon="info", flush=True, wraps=True)
            self.problems.clicked.connect(self.problems_requested)
            self.put(self.problems)
            before = self.packs.wording if self.packs is not None else self.rows[-1]
            QWidget.setTabOrder(before, self.problems)
        self._say_problems()

    def _say_problems(self) -> None:
        if self.problems is not None:
            words = ntr("{count} file has problems", "{count} files have problems", self._faulty)
            self.problems.set_text(words)
            self.problems.setVisible(self._faulty > 0)
        if self.write is not None:
            self.write.set_text(tr("Write a lesson"))

    def set_data(self, data: OnDesk, today: date) -> None:
        """Show the class's place in its lessons."""
        self._data, self._today = data, today
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        data = self._data
        has_class = bool(data.current)
        held = self.window().focusWidget()
        self.classes.setVisible(bool(data.classes))
        self.classes.set_classes(data.classes, data.current, data.ready)
        if data.classes and held is self.empty.button:
            self.classes.chooser.setFocus()  # the first class was added: what added it goes
        self.empty.setVisible(not data.classes)
        self.empty.say(
            tr("No class here yet"), tr("Give it the name that you use. No pupil is named."), tr("New class")
        )
        self.go_on.set_text(tr("Go on"))
        self.again.set_text(tr("Start again"))
        self.stopped_head.setText(tr("Where {class_label} stopped").format(class_label=data.current))
        self.stopped.setVisible(has_class and data.stopped is not None)
        self._fit_foot()
        if data.stopped is not None:
            self._show_stopped(*data.stopped)
        self._say_problems()
        if self.packs is not None:
            self.packs.retranslate()
        self.following_head.setText(tr("Next for {class_label}").format(class_label=data.current))
        self.following.setVisible(has_class and bool(data.following))
        self.line.setVisible(data.stopped is not None)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(data.following))
            if number < len(data.following):
                row.show_card(data.following[number])

    def _show_stopped(self, card: Card, standing: Standing) -> None:
        self.cover.set_book(card.cover_path, str(card.band or ""), begun=True)
        self.title.setText(card.title)
        words = stopped_words(standing, card.minutes, self._today)
        self.where.setText(words)
        stages = card.stages
        whole = sum(length for _stage, length in stages)
        part = standing.slide / max(1, standing.slides, standing.slide + 1)
        self.bar.set_stages(stages, whole * part)
        self.bar.setAccessibleName(words)
        said = tr("Go on with {title}").format(title=card.title)
        self.go_on.setAccessibleName(said)
        self.again.setAccessibleName(tr("Start {title} again").format(title=card.title))

    def _ask_go_on(self) -> None:
        if self._data.stopped is not None:
            card, standing = self._data.stopped
            self.go_on_requested.emit(card.id, standing.slide)

    def _ask_again(self) -> None:
        if self._data.stopped is not None:
            self.go_on_requested.emit(self._data.stopped[0].id, 0)


def next_lessons(cards: Sequence[Card], known: ClassInfo, standings: Mapping[str, Standing]) -> list[Card]:
    """Give the first `NEXT` lessons of the class's plan that wait to be begun."""
    by_id = {card.id: card for card in cards}
    return [by_id[lesson] for lesson in coming(order_of(known, cards), standings)[:NEXT]]
