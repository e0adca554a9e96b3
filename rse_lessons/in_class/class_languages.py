"""The languages of a lesson that is given to a class: what it reads at first, changed on the way, remembered.

The classroom shows; the panel asks; what was chosen goes to the class's records, or to the preferences where
there is no class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.in_class.class_desk import ClassDesk
from rse_lessons.in_class.offering import Offering, ask_before
from rse_lessons.lesson.model import Lesson
from rse_lessons.progress.facts.summary import ClassInfo
from rse_lessons.school import ENGLISH, School
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.classroom import Classroom
from rse_lessons.ui.lesson_languages import in_short
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.readings import Readings, Reads
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.chooser import Choice

_LATER_MS = 1200
"""After this the class has its slide, and the teacher the screen."""

Record = Callable[[dict[str, object]], object]


def reads_of(info: ClassInfo, preferences: Preferences, own: str) -> Reads:
    """Give what a class reads: what was chosen for it, else what is preferred, else the teacher's."""
    usual = preferences.lesson_language or own
    if info.language or info.second:
        how = info.arrangement or preferences.arrangement
        reads = Reads(info.language or usual, info.second, how)
    else:
        reads = Reads(usual, preferences.second_language, preferences.arrangement)
    return replace(reads, second="") if reads.second == reads.language else reads


def _instead(reads: Reads, tag: str, other: str) -> Reads:
    """Give what is read with one language in the place of another; never the same one twice."""
    first = other if reads.language == tag else reads.language
    second = other if reads.second == tag else reads.second
    return replace(reads, language=first, second="" if second == first else second)


def readings_of(school: School, lesson: Lesson, look: SlideLook) -> Readings:
    """Give a lesson, as it is taught in English, in all languages that it is asked for in."""
    known = school.path_of(lesson.id) == lesson.path
    name = lesson.id if known else str(lesson.path)

    def read(language: str) -> tuple[Lesson, Any] | None:
        found = school.read(name, language).lesson
        if found is None:
            return None
        taught = school.as_taught(found)
        return taught, school.routes(taught)

    return Readings(lesson, look, read)


class ClassLanguages(QObject):
    """Asks before a lesson and in it, and keeps what was chosen."""

    preferred = Signal(dict)
    """Preferences that changed."""

    def __init__(
        self, school: School, desk: ClassDesk, theme: Theme, lesson: Lesson, class_label: str
    ) -> None:
        super().__init__()
        self._school, self._theme = school, theme
        self._lesson, self._label = lesson, class_label
        info = desk.info(class_label) if class_label else ClassInfo("", "")
        staff = bool(lesson.front.audience)
        self.reads = Reads(school.language) if staff else reads_of(info, school.preferences, school.language)
        self._offering = Offering(school, desk.summary, self)
        self._classroom: Classroom | None = None
        self._parent: Callable[[], QWidget | None] = lambda: None
        self._record: Record = lambda _reads: None

    def ask(self) -> bool:
        """Ask before much English, or English about help, is shown to a class; False for not yet."""
        answer = ask_before(self._school, self._theme, self._lesson.id, self.reads.language, None)
        if not answer:
            return False
        self.reads = _instead(self.reads, self.reads.language, answer)
        return True

    def attend(self, classroom: Classroom, parent: Callable[[], QWidget | None], record: Record) -> None:
        """Serve a classroom; `record` keeps what a class reads, `parent` is where the teacher is."""
        self.setParent(classroom)
        self._classroom, self._parent, self._record = classroom, parent, record
        classroom.languages.requested.connect(self._open)
        classroom.languages.chosen.connect(self._keep)
        classroom.ended.connect(self._end)
        self._offering.found.connect(self._offer)
        QTimer.singleShot(_LATER_MS, self, lambda: self._offering.look(self._lesson.id))

    def _end(self) -> None:
        self._classroom = None

    def _offer(self) -> None:
        """Offer the languages in which the lesson is there, and have them ready at rest."""
        # A window that sums the lesson up may be open before everybody was told of the end.
        if self._classroom is not None and not self._classroom.over:
            self._classroom.wording.offer_languages([choice.value for choice in self._choices()])

    def _choices(self) -> list[Choice]:
        lesson = self._lesson.id
        offers = self._offering.offers(lesson) or self._school.languages_of(lesson)
        found = [Choice(one.tag, one.name, in_short(one)) for one in offers]
        names = dict(self._school.in_languages.named())
        return [Choice(ENGLISH, names[ENGLISH]), *found]

    # In the middle of a lesson

    def _open(self) -> None:
        classroom = self._classroom
        if classroom is None:
            return
        from rse_lessons.ui.dialogs.languages import LanguagesWindow  # noqa: PLC0415  imported late: few lessons need it

        window = LanguagesWindow(
            self._theme, self._choices(), self._owns(), class_label=self._label, parent=self._parent()
        )

        def take(reads: Reads) -> None:
            self._take(reads, window)
            window.show_chosen(self.reads, self._school.language)

        def speak(language: str) -> None:
            self.preferred.emit({"language": language})
            classroom.retranslate()
            window.call_anew(self._choices(), self._owns())
            window.show_chosen(self.reads, self._school.language)

        window.reads_wanted.connect(take)
        window.own_wanted.connect(speak)
        window.show_chosen(self.reads, self._school.language)
        window.exec()
        window.deleteLater()

    def _take(self, reads: Reads, window: QWidget) -> None:
        """Give the class other languages, unless the teacher thinks better of it."""
        if self._classroom is None:
            return
        for tag in {reads.language, reads.second} - {"", ENGLISH, self.reads.language, self.reads.second}:
            answer = ask_before(self._school, self._theme, self._lesson.id, tag, window)
            if not answer:
                return
            reads = _instead(reads, tag, answer)
        self.reads = reads
        self._classroom.languages.choose(reads)

    def _owns(self) -> list[Choice]:
        """Give the languages of the windows, with how far they are."""
        from rse_lessons.i18n.offered import offered  # noqa: PLC0415  imported late: start-up
        from rse_lessons.ui.language_words import standing_words  # noqa: PLC0415  imported late: start-up

        found = offered(self._school.root / "translations", self._school.paths.cache)
        return [Choice(one.tag, one.name, standing_words(one)) for one in found]

    def _keep(self, reads: Reads) -> None:
        """Keep what was chosen, for when the class goes on."""
        if self._label:
            self._record(asdict(reads))
        elif not self._lesson.front.audience:
            self.preferred.emit(
                {
                    "lesson_language": reads.language,
                    "second_language": reads.second,
                    "arrangement": reads.arrangement,
                }
            )
