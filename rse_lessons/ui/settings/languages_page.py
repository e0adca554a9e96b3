"""Languages: for each how far windows, lessons and nations' words are, who read them, and the way to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.review import Standing
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.paint import box, broken, fill, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton
from rse_lessons.ui.widgets.words import Words

if TYPE_CHECKING:
    from rse_lessons.i18n.workshop import Count

PARTS = ("ui", "lessons", "training", "nations")


@dataclass(frozen=True, slots=True)
class Counted:
    """A language and how far each of its catalogues is."""

    tag: str
    name: str
    counts: tuple[Count, ...]
    titles: dict[str, str]
    """Titles of lessons by the names of their catalogues."""

    def of(self, part: str) -> list[Count]:
        """Give the catalogues of a part."""
        return [one for one in self.counts if one.name.partition("/")[0] == part]


def part_words(part: str, counts: Sequence[Count]) -> str:
    """Say how far a part is: how much of it is whole, draft and read, and how many of its words are there."""
    name = {
        "ui": tr("The windows"),
        "lessons": tr("Lessons"),
        "training": tr("Teacher mode"),
        "nations": tr("Nations’ words and help"),
    }[part]
    whole = [one for one in counts if one.standing in (Standing.DRAFT, Standing.REVIEWED, Standing.CHANGED)]
    read = sum(one.standing is Standing.REVIEWED for one in counts)
    share = per_cent(sum(one.words for one in counts), sum(one.all_words for one in counts))
    said = tr(
        "{name}: {whole} of {all} whole, {read} of them read, {draft} still drafts; {share}% of the words."
    )
    return said.format(
        name=name, whole=len(whole), all=len(counts), read=read, draft=len(whole) - read, share=share
    )


def per_cent(words: int, all_words: int) -> int:
    """Give how much is translated, 100 for all of it alone."""
    return 100 * words // all_words if all_words else 100


def standing_of(one: Count) -> str:
    """Say how far one lesson is, and in which role it was read, and when."""
    if one.standing is Standing.MISSING:
        return tr("Nothing of it is translated yet")
    if one.standing is Standing.PART:
        return tr("{percent}% of its words").format(percent=min(99, per_cent(one.words, one.all_words)))
    if one.review is None or one.standing is Standing.DRAFT:
        return tr("All of it, a draft")
    by = {
        "translator": tr("Read again by its translator on {day}"),
        "fluent-teacher": tr("Read by a fluent teacher on {day}"),
        "reviewer": tr("Read by a reviewer on {day}"),
    }
    day = tr("{date} {year}").format(date=day_and_month(one.review.on), year=one.review.on.year)
    said = by[one.review.role].format(day=day)
    if one.standing is Standing.CHANGED:
        return tr("{read}; changed since it was read").format(read=said)
    return said


class LessonRow(TallButton):
    """A lesson and how far it is; pressed, its translation is read."""

    def __init__(self, theme: Theme, name: str, title: str, standing: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name = name
        self._title, self._standing = title, standing
        self.setAccessibleName(f"{title}. {standing}")
        self.setAccessibleDescription(tr("Read the translation"))

    def _texts(self, width: int) -> tuple[list[str], list[str]]:
        room = width - 2 * self._theme.px(12)
        bold, soft = self._theme.font(17, bold=True), self._theme.font(15)
        return broken(self._title, bold, room), broken(self._standing, soft, room)

    def heightForWidth(self, width: int) -> int:
        """Give the height of title and state."""
        title, standing = self._texts(width)
        px = self._theme.px
        return len(title) * px(26) + len(standing) * px(22) + px(20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint title and state."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else None
        if ground:
            box(painter, QRectF(self.rect()), px(10), fill=theme.colour(ground))
        down = self.isDown()
        ink = theme.colour("on-pressed" if down else "text")
        soft = theme.colour("on-pressed" if down else "text-soft")
        title, standing = self._texts(self.width())
        bold = theme.font(17, bold=True)
        top = set_lines(painter, title, bold, colour=ink, at=(px(12), px(10)), height=px(26))
        set_lines(painter, standing, theme.font(15), colour=soft, at=(px(12), top), height=px(22))
        line = QRectF(px(12), self.height() - 1, self.width() - px(24), 1)
        fill(painter, line, theme.colour("rule"))
        painter.end()


class LanguagesPage(Page):
    """The page of languages; it is counted when it is first shown."""

    wanted = Signal()
    """The page is in sight, and nothing was counted yet."""
    read_wanted = Signal(str, str)
    """The name of a lesson's catalogue and the tag of a language: the translation is to be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._counted: tuple[Counted, ...] = ()
        self._asked = False
        self.choices = Choices(theme, columns=2)
        self.parts = {name: Words(theme) for name in PARTS}
        self._about = self.part(self.choices)
        self._summary = self.part(*self.parts.values())
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.rows: list[LessonRow] = []
        self._lessons = self.part(self._list)
        self.box.addStretch(1)
        self.choices.chosen.connect(self._choose)
        self.retranslate()

    def show_counts(self, counted: Sequence[Counted]) -> None:
        """Show how far the languages are."""
        self._counted = tuple(counted)
        self.retranslate()

    def _now(self) -> Counted | None:
        tag = self.choices.value
        found = next((one for one in self._counted if one.tag == tag), None)
        return found or (self._counted[0] if self._counted else None)

    def _choose(self, _tag: str) -> None:
        self._say_counts()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Languages"))
        self.soft.setText(tr("How far each language is, and who has read it."))
        self.say(self._about, tr("Language"), "" if self._counted else tr("Counting…"))
        self.choices.set_question(tr("Language"))
        now = self._now()
        choices = [Choice(one.tag, one.name) for one in self._counted]
        self.choices.set_choices(choices, now.tag if now else "")
        self._say_counts()

    def _say_counts(self) -> None:
        now = self._now()
        self.say(self._summary, tr("All together"))
        self.say(
            self._lessons,
            tr("Lessons"),
            tr("Choose a lesson to read its translation beside the English and to put it right."),
        )
        for widget in (*self._summary, *self._lessons, *self.parts.values(), self._list, self.choices):
            widget.setVisible(now is not None)
        self._summary[1].hide()
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        if now is None:
            return
        for part, words in self.parts.items():
            words.setText(part_words(part, now.of(part)))
        for one in now.of("lessons"):
            title = now.titles.get(one.name, one.name.partition("/")[2])
            row = LessonRow(self.theme, one.name, title, standing_of(one), self._list)
            row.clicked.connect(lambda _on=False, row=row: self._read(row))
            row.moved.connect(lambda step, row=row: self._move(row, step))
            self._rows.addWidget(row)
            self.rows.append(row)

    def _read(self, row: LessonRow) -> None:
        now = self._now()
        if now is not None:
            self.read_wanted.emit(row.name, now.tag)

    def _move(self, row: LessonRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: object) -> None:
        """Have it counted once the page is in sight."""
        super().showEvent(event)  # type: ignore[arg-type]
        if not self._asked:
            self._asked = True
            self.wanted.emit()
