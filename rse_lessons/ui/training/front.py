"""The front page of a module: what it is for, where one left off, and what is still to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.words import plain
from rse_lessons.training.model import Practice, Section
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.training.cards import Card, Plate
from rse_lessons.ui.training.heading import Heading
from rse_lessons.ui.training.known import Opened, joined, steps
from rse_lessons.ui.training.page_row import PageRow
from rse_lessons.ui.training.picture import PictureBox
from rse_lessons.ui.training.prose import prose
from rse_lessons.ui.training.rows import in_lines
from rse_lessons.ui.training.sheet import LARGE, MEASURE, WIDEST
from rse_lessons.ui.training.words import section_name
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.words import Words

BESIDE = 800
"""Pixels at 100% from which on the list of pages stands beside the words."""


class Front(QWidget):
    """It is made for one module as it is now; a change makes another."""

    page_wanted = Signal(str)
    lesson_wanted = Signal(str)
    rehearse_wanted = Signal(str)
    meeting_wanted = Signal(str)

    def __init__(self, theme: Theme, opened: Opened) -> None:
        super().__init__()
        self._theme, self.opened = theme, opened
        self._steps = steps(opened.module)
        head = opened.module.head
        self.line = Words(theme, colour="text-soft")
        self.heading = Heading(theme, plain(head.title))
        self.summary = prose(theme, head.summary, size=21) if head.summary else []
        self.picture = PictureBox(theme, head.cover, tallest=300) if head.cover else None
        self.go = Button(theme, kind="primary", icon="play-filled", big=True, wraps=True)
        self.go.clicked.connect(lambda: self.page_wanted.emit(self.next_page))
        self.standing = Plate(theme, "selected", icon="")
        self.standing_head, self.standing_text = Words(theme, bold=True), Words(theme)
        for words in (self.standing_head, self.standing_text):
            self.standing.column.addWidget(words)
        self.end_head = Words(theme, role="desk", heading=True)
        self.pages_head = Words(theme, role="desk", heading=True)
        self.rows: dict[str, PageRow] = {}
        self.sections: dict[Section, Words] = {}
        self.lessons_head = Words(theme, role="desk", heading=True)
        self.lessons_note = Words(theme, colour="text-soft")
        self.lessons: dict[str, Button] = {}
        self.rehearse = Button(theme, icon="play", wraps=True)
        self.meeting = Button(theme, icon="users", wraps=True)
        self._lay(theme)
        self.retranslate()

    def _lay(self, theme: Theme) -> None:
        way = QBoxLayout.Direction.LeftToRight
        self._top, self._below = QBoxLayout(way), QBoxLayout(way)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(40)
        whole.addLayout(self._top)
        whole.addLayout(self._below)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.line)
        words.addSpacing(8)
        words.addWidget(self.heading)
        words.addSpacing(12)
        for widget in self.summary:
            words.addWidget(widget)
        words.addSpacing(20)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        words.addLayout(row)
        words.addStretch(1)
        self._top.addLayout(words, 11)
        if self.picture is not None:
            picture = QVBoxLayout()
            picture.addWidget(self.picture)
            picture.addStretch(1)
            self._top.addLayout(picture, 10)
        self._lay_below(theme)

    def _lay_below(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.standing)
        outcomes = self.opened.module.head.outcomes
        self._gap = QWidget()
        self._gap.setFixedHeight(28)
        words.addWidget(self._gap)
        if outcomes:
            words.addWidget(self.end_head)
            words.addSpacing(8)
            for line in prose(theme, "\n".join(f"- {one}" for one in outcomes)):
                words.addWidget(line)
        self._lay_lessons(words)
        words.addStretch(1)
        self._below.addLayout(words, 11)
        beside = QVBoxLayout()
        beside.addWidget(self._contents(theme))
        beside.addStretch(1)
        self._below.addLayout(beside, 10)

    def _contents(self, theme: Theme) -> QWidget:
        card = Card(theme)
        card.column.setSpacing(0)
        card.column.setContentsMargins(18, 24, 18, 20)
        card.add(_inset(self.pages_head))
        for page in self._steps:
            if page.section not in self.sections:
                words = Words(theme, role="small", colour="text-soft", bold=True)
                self.sections[page.section] = words
                card.column.addSpacing(12)
                card.add(_inset(words))
                card.column.addSpacing(2)
            row = PageRow(theme, plain(page.title), page.minutes)
            row.clicked.connect(lambda _on=False, page=page.id: self.page_wanted.emit(page))
            self.rows[page.id] = row
            card.add(row)
        return card

    def _lay_lessons(self, words: QVBoxLayout) -> None:
        opened = self.opened
        for lesson, title in opened.lessons:
            button = Button(self._theme, title, wraps=True)
            button.clicked.connect(lambda _on=False, lesson=lesson: self.lesson_wanted.emit(lesson))
            self.lessons[lesson] = button
        self.rehearse.clicked.connect(self._rehearse)
        self.meeting.clicked.connect(lambda: self.meeting_wanted.emit(opened.module.id))
        if self.lessons:
            words.addSpacing(28)
            words.addWidget(self.lessons_head)
            words.addSpacing(4)
            words.addWidget(self.lessons_note)
            words.addSpacing(12)
            words.addWidget(in_lines(*self.lessons.values()))
        words.addSpacing(20)
        words.addWidget(in_lines(self.rehearse, self.meeting))
        self.rehearse.setVisible(bool(opened.lessons))
        self.meeting.setVisible(opened.meeting)

    def _rehearse(self) -> None:
        """Rehearse the lesson, or the one that is chosen of several."""
        lessons = self.opened.lessons
        if len(lessons) == 1:
            self.rehearse_wanted.emit(lessons[0][0])
            return
        self.choice = QMenu(self)
        self.choice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for lesson, title in lessons:
            action = self.choice.addAction(title)
            action.triggered.connect(lambda _on=False, lesson=lesson: self.rehearse_wanted.emit(lesson))
        self.choice.setActiveAction(self.choice.actions()[0])
        self.choice.popup(self.rehearse.mapToGlobal(self.rehearse.rect().bottomLeft()))

    @property
    def next_page(self) -> str:
        """The page that one goes on with; empty without pages."""
        known = {page.id for page in self._steps}
        wanted = joined(self.opened.module, self.opened.go_on)[0] if self.opened.go_on else ""
        return wanted if wanted in known else self._steps[0].id if self._steps else ""

    def fit(self, room: int) -> None:
        """Set picture and list of pages beside the words where there is room."""
        way = QBoxLayout.Direction
        beside = room >= self._theme.px(BESIDE)
        for pair in (self._top, self._below):
            pair.setDirection(way.LeftToRight if beside else way.TopToBottom)
            pair.setSpacing(56 if room >= 1100 else 40 if beside else 28)
        self.heading.fit(large=room >= self._theme.px(LARGE))
        self.setMaximumWidth(min(room, self._theme.px(WIDEST if beside else MEASURE)))

    def said(self) -> str:
        """Give what is announced when the module is opened."""
        return f"{self.heading.text()}. {self.line.text()}. {self.standing_head.text()}"

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme

    def retranslate(self) -> None:
        """Say everything in the interface's language; the module's own words stay."""
        opened = self.opened
        head = opened.module.head
        minutes = ntr("{count} minute", "{count} minutes", head.minutes)
        line = tr("Module {number}, about {minutes}") if head.number else tr("About {minutes}")
        self.line.setText(line.format(number=head.number, minutes=minutes))
        self.go.set_text(self._go_words())
        self.go.setVisible(bool(self._steps))
        self.end_head.setText(tr("By the end"))
        self.pages_head.setText(tr("Its pages"))
        for section, words in self.sections.items():
            words.setText(section_name(section))
        for page in self._steps:
            read = all(one in opened.read for one in joined(opened.module, page.id))
            self.rows[page.id].show_state(
                read=read, here=bool(opened.read and opened.go_on) and page.id == self.next_page
            )
        self._say_standing()
        self.lessons_head.setText(tr("Lessons that it helps with"))
        self.lessons_note.setText(
            tr("A rehearsal is the real lesson with nobody there, and hard moments that come up.")
        )
        self.rehearse.set_text(tr("Rehearse one of them"))
        self.meeting.set_text(tr("Staff meeting on this module"))

    def _go_words(self) -> str:
        if not self.opened.read:
            return tr("Begin")
        order = [page.id for page in self._steps]
        if self.opened.state == "renew":
            return tr("Take the check again")
        if not self.opened.go_on:
            return tr("Read it again")
        return tr("Go on with page {page}").format(page=order.index(self.next_page) + 1)

    def _say_standing(self) -> None:
        opened = self.opened
        shown = bool(opened.read) or opened.state != "new"
        self.standing.setVisible(shown)
        self._gap.setVisible(shown)
        todo = still_to_do(opened)
        kind, title, text = "selected", tr("Still to do"), "\n".join(todo)
        if opened.state == "renew":
            kind, title = "care", tr("You finished this more than a year ago.")
            text = tr("Guidance asks for a fresh look each year. Pass a try again to renew it.")
        elif not todo:
            kind, title = "good", tr("You have finished this module.")
            text = tr("You passed on {day}. It counts for a year.").format(day=opened.passed)
        self.standing.set_kind(kind)
        self.standing_head.setText(title)
        self.standing_text.setText(text)


def still_to_do(opened: Opened) -> list[str]:
    """Say in sentences what is left until the module is finished."""
    module, found = opened.module, []
    pages = sum(not set(joined(module, page.id)) <= opened.read for page in steps(module))
    practices = {part.id for page in module.pages for part in page.parts if isinstance(part, Practice)}
    left = len(practices - opened.walked)
    if pages:
        found.append(ntr("{count} page to open.", "{count} pages to open.", pages))
    if left:
        one = "{count} conversation to walk to its end."
        found.append(ntr(one, "{count} conversations to walk to their ends.", left))
    if not opened.passed:
        found.append(tr("A check to pass: eight questions, as many tries as you like."))
    return found


def _inset(widget: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(10, 0, 10, 0)
    row.addWidget(widget)
    return made
