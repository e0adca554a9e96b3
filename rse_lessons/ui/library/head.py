"""Above the shelves: the page's name, the search field, the ages, topic and length to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui import icons
from rse_lessons.ui.bands import AGES, ages_line, short_ages, topic_words
from rse_lessons.ui.library.arrange import Wanted
from rse_lessons.ui.locales import in_order
from rse_lessons.ui.theme import Theme, palette
from rse_lessons.ui.widgets.buttons import Button, Chip
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.paint import box, smooth
from rse_lessons.ui.widgets.words import Words

_TITLED = 560
"""From this width on, in px at 100% text, the page has its title."""

_Spot: TypeAlias = tuple[QWidget, int, int, int, int]


class Search(QLineEdit):
    """The field to search in, with a glass at its left. It paints its own ground and edge."""

    left_below = Signal()
    """Down was pressed: the teacher wants to go to what was found."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setProperty("painted", True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(10))
        self.setTextMargins(theme.px(44), 0, theme.px(12), 0)
        colours = palette(theme)
        colours.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(colours)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the books with Down; no scroll area may have it first."""
        if event.key() == QtCore.Qt.Key.Key_Down:
            self.left_below.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, edge and glass, then the words."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        edge = theme.colour("control-edge")
        box(painter, QRectF(self.rect()), px(10), fill=theme.colour("surface"), edge=edge)
        glass = icons.pixmap("search", theme.hex("text-soft"), px(20), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(px(16), (self.height() - px(20)) / 2), glass)
        painter.end()
        super().paintEvent(event)


class Head(QWidget):
    """Says what the teacher wants to see."""

    wanted_changed = Signal(object)
    """A `Wanted`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = (0, 0)
        self._topics: tuple[str, ...] = ()
        self.title = Words(theme, role="page", wraps=False, heading=True, parent=self)
        self.search = Search(theme, self)
        self.search.textChanged.connect(self._changed)
        self.chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        for band in ("", *AGES):
            chip = Chip(theme, "", swatch=band, parent=self)
            chip.setChecked(not band)
            chip.toggled.connect(self._toggled)
            self._group.addButton(chip)
            self.chips[band] = chip
        self.age = Chooser(theme, "chip", parent=self)
        self.age.chosen.connect(lambda band: self.chips[band].setChecked(True))
        self.topic = Chooser(theme, "chip", parent=self)
        self.length = Chooser(theme, "chip", parent=self)
        self.language = Chooser(theme, "chip", icon="globe", parent=self)
        self._languages: Mapping[str, str] = {}
        for chooser in (self.topic, self.length, self.language):
            chooser.chosen.connect(self._changed)
        self.found = Words(theme, bold=True, wraps=False, parent=self)
        self.clear = Button(theme, kind="quiet", parent=self)
        self.clear.clicked.connect(self.clear_all)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Lessons"))
        self.search.setPlaceholderText(tr("Find a lesson, a topic or a code"))
        self.search.setAccessibleName(tr("Find a lesson, a topic or a code"))
        for band, chip in self.chips.items():
            chip.setText(short_ages(band) if band else tr("All ages"))
            chip.setAccessibleName(ages_line(band) if band else tr("All ages"))
        self.age.set_question(tr("Age"))
        self._offer_ages()
        self.topic.set_question(tr("Topic"))
        self.length.set_question(tr("Length"))
        lengths = (
            Choice("", tr("Any length")),
            Choice("short", tr("Up to 30 minutes")),
            Choice("middle", tr("31 to 45 minutes")),
            Choice("long", tr("Over 45 minutes")),
        )
        self.length.set_choices(lengths, self.length.value)
        self.language.set_question(tr("Language"))
        self.set_languages(self._languages)
        self.set_topics(self._topics)
        self.clear.set_text(tr("Show all lessons"))
        self._arrange()

    def set_topics(self, topics: Sequence[str]) -> None:
        """Offer the topics that lessons have, by id."""
        self._topics = tuple(topics)
        choices = in_order(
            (Choice(topic, topic_words(topic)) for topic in topics), lambda choice: choice.text
        )
        value = self.topic.value if self.topic.value in self._topics else ""
        self.topic.set_choices((Choice("", tr("Any topic")), *choices), value)
        self._arrange()

    def set_languages(self, languages: Mapping[str, str]) -> None:
        """Offer languages, tags with names, that some lessons are there in; none offers nothing."""
        self._languages = languages
        value = self.language.value if self.language.value in languages else ""
        words = tr("All of it in {language}")
        choices = (Choice(tag, words.format(language=name)) for tag, name in languages.items())
        self.language.set_choices((Choice("", tr("Any language")), *choices), value)
        self.language.setVisible(bool(languages))

    def set_counts(self, shown: int, there: int) -> None:
        """Say how many of all lessons are shown."""
        self._counts = (shown, there)
        self.found.setText(ntr("{count} lesson", "{count} lessons", shown))

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        band = next((band for band, chip in self.chips.items() if chip.isChecked()), "")
        return Wanted(self.search.text(), band, self.topic.value, self.length.value, self.language.value)

    def clear_all(self) -> None:
        """Ask for everything again."""
        self.blockSignals(True)
        self.search.clear()
        self.chips[""].setChecked(True)
        self.blockSignals(False)
        self.topic.set_choices((), "")
        self.length.set_choices((), "")
        self.language.set_choices((), "")
        self.retranslate()
        self._changed()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme

    def _toggled(self, on: bool) -> None:
        if on:
            self._offer_ages()
            self._changed()

    def _offer_ages(self) -> None:
        ages = [Choice(band, ages_line(band), swatch=band) for band in AGES]
        self.age.set_choices((Choice("", tr("All ages")), *ages), self.wanted.band)

    def _changed(self) -> None:
        self.wanted_changed.emit(self.wanted)

    # Where everything stands

    def heightForWidth(self, width: int) -> int:
        """Give the height at `width`."""
        return self._stand(width, move=False)

    def _arrange(self) -> None:
        self._stand(self.width(), move=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def _stand(self, width: int, *, move: bool) -> int:
        px = self._theme.px
        spots: list[_Spot] = []
        y = 28 if width > 1000 else 20
        field = min(width, px(330) if width < 1000 else px(420))
        natural = self.title.natural()
        # With very large text there is room for a book or for the title, which the tab above says too.
        titled = width >= px(_TITLED)
        self.title.setVisible(titled)
        if titled:
            spots.append((self.title, 0, y, natural, self.title.line()))
        if natural + 24 + field <= width:
            spots.append((self.search, width - field, y + (px(54) - px(44)) // 2, field, px(44)))
        else:
            y += self.title.line() + 8 if titled else 0
            spots.append((self.search, 0, y, width, px(44)))
            y -= px(10)
        y += px(54) + 16
        y = self._stand_filters(spots, width, y)
        active = bool(self.wanted)
        self.found.setVisible(active)
        # Where nothing was found, the place below has the same button.
        self.clear.setVisible(active and self._counts[0] > 0)
        if active:
            line = px(44)
            spots.append((self.found, 0, y + 8, self.found.natural(), line))
            wide = self.clear.sizeHint().width()
            spots.append((self.clear, self.found.natural() + 16, y + 8, wide, line))
            y += 8 + line
        if move:
            for widget, left, top, wide, tall in spots:
                widget.setGeometry(left, top, wide, tall)
        return y + 28

    def _stand_filters(self, spots: list[_Spot], width: int, y: int) -> int:
        """Chips flow from the left; topic and length stand at the right end while there is room.

        Where the chips would take more than two lines, one list of ages takes their place.
        """
        px = self._theme.px
        gap, tall = 10, px(36)
        sizes = [(chip, chip.sizeHint().width()) for chip in self.chips.values()]
        last = _flow(sizes, width, gap)
        as_list = last[-1][2] > 1
        for chip in self.chips.values():
            chip.setVisible(not as_list)
        self.age.setVisible(as_list)
        choosers = (self.topic, self.length, *([self.language] if self._languages else []))
        both = [(chooser, chooser.sizeHint().width()) for chooser in choosers]
        if as_list:
            both.insert(0, (self.age, self.age.sizeHint().width()))
            x, line = 0, 0
        else:
            spots += [(w, at, y + row * (tall + gap), wide, tall) for w, at, row, wide in last]
            x, line = last[-1][1] + last[-1][3] + 16, last[-1][2]
        needed = sum(wide for _chooser, wide in both) + gap * (len(both) - 1)
        if not as_list and x + needed <= width:
            left = width - needed
        else:
            left, line = 0, line if as_list else line + 1
        y += line * (tall + gap)
        placed = _flow(both, width - left, gap)
        spots += [
            (w, left + at, y + row * (tall + gap), min(wide, width), tall) for w, at, row, wide in placed
        ]
        return y + placed[-1][2] * (tall + gap) + tall


def _flow(
    widgets: Sequence[tuple[QWidget, int]], width: int, gap: int
) -> list[tuple[QWidget, int, int, int]]:
    """Give widget, left, line and width of each, from left to right and then the next line."""
    result = []
    x, line = 0, 0
    for widget, wide in widgets:
        if x and x + wide > width:
            x, line = 0, line + 1
        result.append((widget, x, line, wide))
        x += wide + gap
    return result
