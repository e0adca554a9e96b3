"""The page of one lesson: what it is, what pupils will be able to do, every slide, and Present.

It shows what it is given and asks through signals; drawing slides and keeping ticks is its owner's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.i18n.lesson_languages import LessonLanguage
from rse_lessons.lesson.model import Lesson, Stage
from rse_lessons.lesson.words import plain
from rse_lessons.nation.profiles import Certainty, Nation, Statement
from rse_lessons.progress.facts.summary import Standing
from rse_lessons.ui.bands import ages_line
from rse_lessons.ui.lesson_languages import gaps
from rse_lessons.ui.lesson_page.desk import LessonDesk
from rse_lessons.ui.lesson_page.facts import Fact, Facts, Outcome
from rse_lessons.ui.lesson_page.grid import StageGrid, Thumbnail
from rse_lessons.ui.lesson_page.language_line import Languages
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.book import Cover
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.covers import Covers
from rse_lessons.ui.widgets.following import follow_keyboard
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.page_area import PageArea
from rse_lessons.ui.widgets.words import Words


class LessonPage(QWidget):
    """Everything about one lesson, and the button that gives it."""

    back_requested = Signal()
    present_requested = Signal(str, int)
    """A lesson's id and the slide to begin with, from 0."""
    class_chosen = Signal(str)
    class_add_requested = Signal()
    class_kept_requested = Signal(str)
    ticked = Signal(str, str, bool)
    """The lesson's id, a preparation's id, and whether it is done."""
    problems_requested = Signal(str)
    """The teacher wants to know what is wrong with this lesson's file."""
    print_requested = Signal(str, str)
    """The lesson's id, and `plan`, `handouts` or `parents`."""
    preview_requested = Signal(str)
    """The teacher wants to see this lesson of the school's own while it is written."""
    share_requested = Signal(str)
    """The lesson is to go into a pack for another school."""
    report_requested = Signal(str)
    """The teacher wants to see how this lesson went with the class."""

    language_chosen = Signal(str, str)
    """The lesson's id, and the tag of the language to look at."""
    review_requested = Signal(str, str)
    """The lesson's id, and the tag of the language whose translation is to be read."""

    def __init__(self, theme: Theme, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lesson: Lesson | None = None
        self._problems = 0
        self._nation: Nation | None = None
        self._frameworks: Mapping[str, Mapping[str, Statement]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.desk = LessonDesk(theme)
        self.desk.class_chosen.connect(self.class_chosen)
        self.desk.class_add_requested.connect(self.class_add_requested)
        self.desk.class_kept_requested.connect(self.class_kept_requested)
        self.desk.present_requested.connect(lambda slide: self.present_requested.emit(self.lesson_id, slide))
        self.desk.ticked.connect(lambda item, done: self.ticked.emit(self.lesson_id, item, done))
        self.desk.print_requested.connect(lambda kind: self.print_requested.emit(self.lesson_id, kind))
        self.desk.share_requested.connect(lambda: self.share_requested.emit(self.lesson_id))
        self.desk.report_requested.connect(lambda: self.report_requested.emit(self.lesson_id))
        row.addWidget(self.desk)
        self.area = PageArea()
        self._inside, self._column = self.area.inside, self.area.column
        self._facts_due = False
        self._facts_later = QTimer(self)
        self._facts_later.setSingleShot(True)
        self._facts_later.setInterval(0)
        self._facts_later.timeout.connect(self._say_facts)
        self._build(theme, covers)
        row.addWidget(self.area, 1)
        self.desk.begin()
        follow_keyboard(self.area, self._inside)
        self.retranslate()

    @property
    def lesson_id(self) -> str:
        """The lesson that is shown."""
        return self._lesson.id if self._lesson else ""

    def _build(self, theme: Theme, covers: Covers) -> None:
        self.back = Button(theme, kind="quiet", icon="arrow-left", flush=True, wraps=True)
        self.back.clicked.connect(self.back_requested)
        back = QHBoxLayout()
        back.setContentsMargins(0, 0, 0, 0)
        back.addWidget(self.back)
        back.addStretch(1)
        self.preview = Button(theme, kind="quiet", icon="pencil", wraps=True)
        self.preview.clicked.connect(lambda: self.preview_requested.emit(self.lesson_id))
        self.preview.hide()
        self.languages = Languages(theme, self)
        self.languages.chosen.connect(lambda tag: self.language_chosen.emit(self.lesson_id, tag))
        self.languages.review_wanted.connect(lambda tag: self.review_requested.emit(self.lesson_id, tag))
        self._above, self._ways = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        where = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft
        for widget in (self.languages.chooser, self.languages.review, self.preview):
            self._ways.addWidget(widget, 0, where)
        self._above.setSpacing(8)
        self._above.addLayout(back, 1)
        self._above.addLayout(self._ways)
        self._column.addLayout(self._above)
        self._column.addSpacing(8)
        self._build_notes(theme)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(40)
        self.cover = Cover(theme, covers, overhang=12)
        cover = QVBoxLayout()
        cover.setContentsMargins(0, 0, 0, 0)
        cover.addWidget(self.cover)
        cover.addStretch(1)
        self._top.addLayout(cover)
        self._top.addLayout(self._build_words(theme), 1)
        self._column.addLayout(self._top)
        self._column.addSpacing(40)
        heads = QVBoxLayout()
        heads.setSpacing(0)
        self.stages_head = Words(theme, role="desk", heading=True)
        self.stages_note = Words(theme, colour="text-soft")
        heads.addWidget(self.stages_head)
        heads.addWidget(self.stages_note)
        self._column.addLayout(heads)
        self._column.addSpacing(8)
        self.grid = StageGrid(theme)
        self.grid.start_chosen.connect(self.desk.set_start)
        self._column.addWidget(self.grid)
        self.vocabulary, self.codes = Facts(theme), Facts(theme)
        self.adapting, self.endings = Facts(theme), Facts(theme)
        for facts in (self.vocabulary, self.codes, self.adapting, self.endings):
            self._column.addWidget(facts)
        self._column.addStretch(1)

    def _build_notes(self, theme: Theme) -> None:
        self.unchecked, self.faulty = Message(theme, "", icon="info"), Message(theme, "", icon="info")
        self.what_is_wrong = Button(theme, wraps=True)
        self.what_is_wrong.clicked.connect(lambda: self.problems_requested.emit(self.lesson_id))
        self.faulty.put(self.what_is_wrong)
        self.gaps = Message(theme, "", icon="signpost")
        self._notes = QWidget()
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 20)
        notes.setSpacing(12)
        notes.addWidget(self.faulty)
        notes.addWidget(self.unchecked)
        notes.addWidget(self.gaps)
        self._column.addWidget(self._notes)

    def _build_words(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.ages = Words(theme, bold=True)
        self.title = Words(theme, role="page", heading=True)
        self.summary = Words(theme, role="lead")
        self.measure = Words(theme, colour="text-soft")
        self.end_head = Words(theme, role="desk", heading=True)
        self._outcomes = QVBoxLayout()
        self._outcomes.setSpacing(0)
        for widget in (self.ages, self.title, self.summary, self.measure, self.languages.words):
            column.addWidget(widget)
        column.addSpacing(20)
        column.addWidget(self.end_head)
        column.addLayout(self._outcomes)
        column.addStretch(1)
        return column

    # What it shows

    def show_lesson(
        self,
        lesson: Lesson,
        *,
        thumbnail: Thumbnail,
        nation: Nation | None = None,
        frameworks: Mapping[str, Mapping[str, Statement]] | None = None,
        problems: int = 0,
        own: bool = False,
    ) -> None:
        """Show `lesson`; `frameworks` holds the statements of curricula by framework and code.

        `problems` says how many errors there are in its file, `own` that it is one of the school's own.
        """
        self._lesson, self._nation, self._problems = lesson, nation, problems
        self.setAccessibleName(lesson.front.title)
        self.preview.setVisible(own)
        self._frameworks = frameworks or ({nation.code: nation.frameworks} if nation else {})
        self.desk.show_lesson(lesson)
        cover = lesson.front.cover
        self.cover.set_book(cover.path if cover else None, str(lesson.front.band or ""))
        self.grid.show_lesson(lesson, thumbnail)
        self.area.verticalScrollBar().setValue(0)
        self._fit()
        self.retranslate()

    def set_languages(
        self, offers: Sequence[LessonLanguage], language: str, wished: str = "", given: str = ""
    ) -> None:
        """Offer the languages that the lesson is there in; see `Languages.show_languages`."""
        self.languages.show_languages(offers, language, wished, given)
        self._say_notes()
        self._fit()

    def set_class(
        self, classes: Sequence[tuple[str, str]], current: str, standing: Standing | None, ready: int = 0
    ) -> None:
        """Show the classes, the one being taught, where it is in this lesson, and how many answers wait."""
        self.desk.set_class(classes, current, standing, ready)

    def set_theme(self, theme: Theme) -> None:
        """Take the sizes of `theme`."""
        self._theme = theme
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.back.set_text(
            tr("Teacher mode")
            if self._lesson is not None and self._lesson.front.audience
            else tr("All lessons")
        )
        self.preview.set_text(tr("Preview"))
        self.preview.setToolTip(tr("See the slides and what is wrong while you change the file"))
        self.end_head.setText(tr("By the end"))
        self.stages_head.setText(
            tr("The meeting, stage by stage")
            if self._lesson is not None and self._lesson.front.audience
            else tr("The lesson, stage by stage")
        )
        self.unchecked.say(
            tr("This file is not written as a lesson, and nobody has checked it."),
            tr("Every heading is shown as a slide. Read it through before you present it."),
        )
        self.faulty.say(
            ntr("This file has {count} problem.", "This file has {count} problems.", self._problems),
            tr("You can present it. Look through its slides first: some may not be what was meant."),
        )
        self.what_is_wrong.set_text(tr("See what is wrong"))
        self.languages.retranslate()
        self.desk.retranslate()
        if self._lesson is not None:
            self._say(self._lesson)

    def _say(self, lesson: Lesson) -> None:
        front, band = lesson.front, str(lesson.front.band or "")
        phase = self._nation.phases.get(band) if self._nation else None
        ages = ages_line(band)
        line = tr("{ages}, {phase}").format(ages=ages, phase=phase.name) if phase else ages
        if front.audience:
            line = tr("For a staff meeting")
        self.ages.setText(line)
        self.ages.set_colour(self._theme.band(band).mark.name())
        self.title.setText(front.title)
        spoken = QtCore.QLocale(lesson.language)
        for words in (self.title, self.summary):
            words.setLocale(spoken)
        self.summary.setText(plain(front.summary))
        self.summary.setVisible(bool(front.summary))
        minutes = ntr("{count} minute", "{count} minutes", front.minutes) if front.minutes else ""
        slides = ntr("{count} slide", "{count} slides", len(lesson.slides))
        self.measure.setText(" · ".join(words for words in (minutes, slides) if words))
        self._say_notes()
        self.end_head.setVisible(bool(front.outcomes))
        while (item := self._outcomes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for outcome in front.outcomes:
            said = Outcome(self._theme, plain(outcome), band)
            said.setLocale(spoken)
            self._outcomes.addWidget(said)
        help_seconds = sum(slide.seconds for slide in lesson.slides if slide.stage == Stage.SIGNPOST)
        kept = max(1, round(help_seconds / 60))
        # To colleagues the agenda speaks for itself.
        help_seconds = 0 if front.audience else help_seconds
        self.stages_note.setText(
            ntr(
                "Where to get help keeps its {count} minute, however short the lesson.",
                "Where to get help keeps its {count} minutes, however short the lesson.",
                kept,
            )
        )
        self.stages_note.setVisible(help_seconds > 0)
        self._facts_due = True
        self.update()

    def _say_notes(self) -> None:
        """Say above the lesson what is to be known before it is given."""
        checked = self._lesson is None or self._lesson.checked
        now = self.languages.current
        missing = now is not None and now.safety_gaps > 0
        if now is not None and missing:
            self.gaps.say(*gaps(now))
        self.unchecked.setVisible(not checked and not self._problems)
        self.faulty.setVisible(self._problems > 0)
        self.gaps.setVisible(missing)
        self._notes.setVisible(self._problems > 0 or not checked or missing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the end of the page once its beginning is painted."""
        super().paintEvent(event)
        if self._facts_due:
            self._facts_due = False
            self._facts_later.start()

    def _say_facts(self) -> None:
        """Fill the lists at the end of the page; after its first picture, for they are out of sight."""
        lesson = self._lesson
        if lesson is None:
            return
        front = lesson.front
        words = [Fact(word, plain(meaning)) for word, meaning in front.vocabulary.items()]
        self.vocabulary.show_facts(tr("Words to know"), words)
        name = self._nation.name if self._nation else ""
        self.codes.show_facts(
            tr("In the curriculum of {nation}").format(nation=name), self._code_facts(lesson)
        )
        adapting = {
            "send": tr("For pupils with SEND"),
            "eal": tr("For pupils learning English"),
            "quicker": tr("A quicker class"),
            "slower": tr("A slower class"),
        }
        facts = [Fact(adapting.get(key, key), plain(text)) for key, text in front.adaptations.items()]
        self.adapting.show_facts(tr("To adapt it"), facts)
        endings = {
            "card": tr("With a card"),
            "picture": tr("With a picture"),
            "sentence": tr("With a sentence"),
            "line": tr("With a line"),
        }
        ends = [Fact(endings.get(key, key.capitalize()), plain(text)) for key, text in front.endings.items()]
        self.endings.show_facts(tr("Ways to end it"), ends)

    def _code_facts(self, lesson: Lesson) -> list[Fact]:
        facts = []
        for code in lesson.front.curriculum:
            known = self._frameworks.get(code.framework)
            if known is None:
                continue
            statement = known.get(code.code)
            text = (
                " – ".join(part for part in (statement.heading, statement.text) if part) if statement else ""
            )
            check = code.to_check or statement is None or statement.status == Certainty.CHECK
            facts.append(Fact(code.code, text, tr("To be checked by your lead") if check else ""))
        return facts

    # Where everything stands

    def _fit(self) -> None:
        self.desk.set_window_width(self.width())
        wide = self.width() >= 1600
        side = 56 if wide else 28
        bar = self.area.verticalScrollBar().sizeHint().width()
        self._column.setContentsMargins(side, 20, side - bar, 40)
        room = self.width() - self.desk.width() - 2 * side
        stacked = room < self._theme.px(800)
        way = QBoxLayout.Direction
        # Below one another where words are large.
        ways = (self.languages.chooser, self.languages.review, self.preview, self.back)
        wide_of = [0 if one.isHidden() else one.sizeHint().width() + 8 for one in ways]
        self._above.setDirection(way.LeftToRight if sum(wide_of) <= room else way.TopToBottom)
        self._ways.setDirection(way.LeftToRight if sum(wide_of[:3]) <= room else way.TopToBottom)
        self._top.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self.cover.setFixedWidth(min(room, 444 if wide or stacked else 336))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give desk, cover and margins what suits the window."""
        self._fit()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the shelves with Escape; present with F5, as slide shows do elsewhere."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() == QtCore.Qt.Key.Key_F5:
            self.desk.give(here=bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
