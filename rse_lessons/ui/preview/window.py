"""The preview: a lesson's slides as the class sees them, beside what is wrong with its file.

It reads nothing and writes nothing: its owner gives it slides and problems and hears what is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ptr, tr
from rse_lessons.lesson.model import Slide
from rse_lessons.presenting.staying import same_slide
from rse_lessons.ui.headings import install
from rse_lessons.ui.preview.desk import PreviewDesk, Shown
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.scene import SlideScene, build_scene
from rse_lessons.ui.slide.view import SlideView
from rse_lessons.ui.theme import Theme, pass_on
from rse_lessons.ui.widgets.buttons import Button, Chip
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Empty
from rse_lessons.ui.widgets.paint import advance
from rse_lessons.ui.widgets.ring import Ring
from rse_lessons.ui.widgets.words import Words
from rse_lessons.ui.words import stage_name

_GAP = 16


class _Slide(SlideView):
    """The slide; with the keyboard on it the arrows turn the pages."""

    turned = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page."""
        key = Qt.Key
        step = {key.Key_Right: 1, key.Key_Down: 1, key.Key_Space: 1, key.Key_Left: -1, key.Key_Up: -1}
        turn = step.get(key(event.key()))
        if turn is None:
            event.ignore()
        else:
            self.turned.emit(turn)


class PreviewWindow(QWidget):
    """Slides, problems, and how the class's screen would be."""

    nation_chosen = Signal(str)
    language_chosen = Signal(str)
    look_changed = Signal()
    """High contrast or answers were switched on or off."""
    editor_requested = Signal()
    folder_requested = Signal()
    restyled = Signal()
    """The application has another stylesheet: perhaps another theme or text size."""
    looked_at = Signal()
    """The window is in front again: something may have changed unnoticed."""
    closing = Signal()
    shown = Signal()
    """Slides were put up, new or again."""

    def __init__(self, theme: Theme, name: str, nations: Sequence[tuple[str, str]], nation: str) -> None:
        super().__init__()
        install()
        self._theme = theme
        self._name = name
        self._nations, self._nation = tuple(nations), nation
        self._slides: tuple[Slide, ...] = ()
        self._look: SlideLook | None = None
        self._scene: SlideScene | None = None
        self._where_room = 0
        self.index = 0
        """The slide in sight, from 0."""
        self.setProperty("room", True)
        self.setMinimumSize(640, 480)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.desk = PreviewDesk(theme)
        self.desk.show_name(name)
        self.desk.chosen.connect(self._go_to_problem)
        self.desk.editor_requested.connect(self.editor_requested)
        self.desk.folder_requested.connect(self.folder_requested)
        row.addWidget(self.desk)
        self._page = QVBoxLayout()
        self._page.setSpacing(_GAP)
        row.addLayout(self._page, 1)
        self._build(theme)
        self._keys()
        self.ring = Ring(self, theme)
        self.retranslate()
        self.view.setFocus()

    def _build(self, theme: Theme) -> None:
        self._tools = QWidget()
        self._flow = Flow(self._tools, gap=12)
        self.nation = Chooser(theme, "chip", icon="globe")
        self.language = Chooser(theme, "chip")
        self.language.hide()
        self.contrast, self.answers = Chip(theme, ""), Chip(theme, "")
        for widget in (self.nation, self.language, self.contrast, self.answers):
            self._flow.addWidget(widget)
        self.nation.chosen.connect(self.nation_chosen)
        self.language.chosen.connect(self.language_chosen)
        self.contrast.toggled.connect(self.look_changed)
        self.answers.toggled.connect(self.look_changed)
        self._page.addWidget(self._tools)
        self.view = _Slide(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setProperty("ring", True)
        self.view.setProperty("corner", 2)
        self.view.turned.connect(self.turn)
        self.view.setInteractive(False)
        self._page.addWidget(self.view)
        self.empty = Empty(theme, primary=False)
        self.empty.hide()
        self._page.addWidget(self.empty)
        turning = self._turning = QGridLayout()
        turning.setHorizontalSpacing(_GAP)
        turning.setVerticalSpacing(0)
        turning.setColumnStretch(1, 1)
        self.back = Button(theme, icon="chevron-left")
        self.next = Button(theme, icon="chevron-right")
        self.where = Words(theme, bold=True, centred=True)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        turning.addWidget(self.back, 1, 0)
        turning.addWidget(self.next, 1, 2)
        self._above: bool | None = None
        self._put_where(above=False)
        self._page.addLayout(turning)
        self._page.addStretch(1)

    def _put_where(self, *, above: bool) -> None:
        """Say which slide it is between the buttons, or over them where its words have no room there."""
        if above != self._above:
            self._above = above
            self._turning.removeWidget(self.where)
            self._turning.addWidget(self.where, 0 if above else 1, 0 if above else 1, 1, 3 if above else 1)

    def _keys(self) -> None:
        for keys, step in (("PgDown", 1), ("PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self.turn(step))
        for keys, last in (("Home", False), ("End", True)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda last=last: self.go_to(len(self._slides) - 1 if last else 0))
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    # What it shows

    def show_slides(self, slides: Sequence[Slide], look: SlideLook) -> None:
        """Put up the slides of the file as it is now, and stay at the one in sight."""
        place = same_slide(self._slides, self.index, slides) if self._slides else self.index
        fresh = len(slides) != len(self._slides)
        self._slides, self._look = tuple(slides), look
        if fresh:
            self._fit()
        self.view.show()
        self.empty.hide()
        self._show(place)
        self.shown.emit()

    def set_languages(self, languages: Mapping[str, str], language: str) -> None:
        """Offer languages besides English, tags with names; `language` is shown."""
        choices = [Choice(tag, name) for tag, name in languages.items()]
        self.language.set_choices((Choice("en", tr("English")), *choices), language)
        self.language.setVisible(bool(languages))
        self._fit()

    def show_problems(self, shown: Sequence[Shown], *, checking: bool) -> None:
        """Show what is wrong; `checking` says that more may come in a moment."""
        self.desk.show_problems(shown, checking=checking)

    def show_unreadable(self, sentence: str) -> None:
        """Say that the file cannot be read just now, and keep the slides; empty words say that it can."""
        there = bool(self._slides)
        self.desk.show_unreadable(sentence, slides=there)
        self.view.setVisible(there)
        self.empty.setVisible(not there)
        if sentence:
            self._announce(self.desk.stale.text.text())

    def turn(self, step: int) -> None:
        """Go on, or back."""
        self.go_to(self.index + step)

    def go_to(self, index: int) -> None:
        """Show another slide."""
        if self._slides:
            self._show(min(max(index, 0), len(self._slides) - 1))
            self._announce(f"{self.view.accessibleName()}. {self._slides[self.index].title}")

    def set_theme(self, theme: Theme) -> None:
        """Paint everything inside with `theme`."""
        if theme is self._theme:
            return
        self._theme = theme
        pass_on(self, theme)
        self._fit()
        self.look_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Preview of {file}").format(file=self._name))
        self.nation.set_question(tr("Nation"))
        self.nation.set_choices([Choice(code, name) for code, name in self._nations], self._nation)
        self.contrast.setText(tr("High contrast"))
        self.answers.setText(tr("With answers"))
        self.back.set_text(tr("Back"))
        self.next.set_text(ptr("action", "Next"))
        self.empty.set_picture("empty-shelf")
        self.empty.say(tr("No slide yet"), tr("The first slide comes as soon as the file can be read."), "")
        self.desk.retranslate()
        self._say_where()

    def _show(self, index: int) -> None:
        look = self._look
        if look is None or not self._slides:
            return
        self.index = index
        slide = self._slides[index]
        before, self._scene = self._scene, build_scene(slide, index + 1, look)
        self.view.set_margin_colour(self._theme.colour("ground"))
        self.view.show_scene(self._scene)
        if before is not None:
            before.deleteLater()
        self._say_where()
        said = " ".join(line.text for line in describe(slide, look))
        self.view.setAccessibleDescription(said)

    def _say_where(self) -> None:
        if self._slides:
            slide = self._slides[self.index]
            place = self._place()
            words = tr("{place} · {stage}").format(place=place, stage=stage_name(slide.stage))
            self.view.setAccessibleName(words)
            self.where.setText(words)
            if self.where.natural() > self._where_room:
                self.where.setText(place)

    def _place(self) -> str:
        return tr("Slide {slide} of {slides}").format(slide=self.index + 1, slides=len(self._slides))

    def _go_to_problem(self, one: Shown) -> None:
        if one.slide >= 0:
            self.go_to(one.slide)

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # Where everything stands

    def _fit(self) -> None:
        self.desk.set_window_width(self.width())
        wide = self.width() >= 1600
        side, top, foot = (50, 28, 24) if wide else (28, 20, 16)
        self._page.setContentsMargins(side, top, side, foot)
        width = self.width() - self.desk.width() - 2 * side
        tools = self._flow.heightForWidth(width)
        self._tools.setFixedHeight(tools)
        self._where_room = width - self.back.sizeHint().width() - self.next.sizeHint().width() - 2 * _GAP
        above = bool(self._slides) and advance(self._place(), self.where.face()) > self._where_room
        if above:
            self._where_room = width
        self._put_where(above=above)
        turning = self.back.sizeHint().height() + (self.where.line() if above else 0)
        left = self.height() - top - foot - tools - turning - 3 * _GAP
        # As large as it can be, with the buttons right below.
        self.view.setFixedHeight(max(120, min(left, round(width * 9 / 16))))
        self._say_where()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the desk and the margins what suits the window."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say when it is in front again, and when the application looks another way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "desk"):
            self.restyled.emit()
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.looked_at.emit()

    def sizeHint(self) -> QSize:
        """Ask for a window in which the slide is large."""
        return QSize(1440, 860)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it goes."""
        self.closing.emit()
        super().closeEvent(event)
