"""Making classes and their plans: the windows ask, and what comes of them goes to the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.events import SKIP_REASONS
from rse_lessons.progress.facts.summary import ClassInfo, Standing, Summary
from rse_lessons.progress.views.planning import order_of
from rse_lessons.ui.bands import AGES, ages_line
from rse_lessons.ui.days import day_and_month, local_day
from rse_lessons.ui.dialogs.new_class import ClassDialog
from rse_lessons.ui.dialogs.pick import Asked, PickWindow
from rse_lessons.ui.dialogs.plan import PlanWindow
from rse_lessons.ui.dialogs.plan_list import PlanLine
from rse_lessons.ui.nations import nations
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.weekdays import weekday, weekday_inside
from rse_lessons.ui.widgets.chooser import Choice

if TYPE_CHECKING:
    from rse_lessons.progress.recording.store import Store
    from rse_lessons.school import School

_WEEKS = 6
"""How far ahead a day can be planned."""
_MOST_DAYS = 12
_NO_DAY = "none"


class ClassMaking(QObject):
    """Opens the windows of a class and its plan."""

    changed = Signal()
    """Something was recorded."""
    deletion_requested = Signal(str)
    """The teacher wants a class deleted for good."""
    lesson_requested = Signal(str)
    """A lesson's page is wanted."""

    def __init__(
        self,
        school: School,
        store: Callable[[], Store],
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._school, self._store, self._theme = school, store, theme

    def add(self, parent: QWidget) -> str:
        """Ask for a new class, and give its label; empty when the teacher thought better of it."""
        window = self._window(None, parent)
        label = window.label if window.exec() else ""
        if label:
            self._record("class-added", label, {"band": window.band})
            if any(window.details.values()):
                self._record("class-described", label, _described(window))
            if any(window.languages.values()):
                self._record("class-reads", label, window.languages)
            self.changed.emit()
        window.deleteLater()
        return label

    def edit(self, label: str, parent: QWidget) -> None:
        """Ask what has changed about a class, or whether it is to be deleted."""
        info = self._summary().info(label)
        window = self._window(info, parent)
        kept = bool(window.exec())
        told, reads = _described(window), window.languages
        wants_deletion = window.wants_deletion
        window.deleteLater()
        known = {"band": info.band, "nation": info.nation, "language": "", "days": list(info.days)}
        knew = {"language": info.language, "second": info.second, "arrangement": info.arrangement}
        described = kept and told != known
        if described:
            self._record("class-described", label, told)
        # Being described anew takes the language with it, which is kept with the second one.
        if kept and (reads != knew or (described and any(reads.values()))):
            self._record("class-reads", label, reads)
        if described or (kept and reads != knew):
            self.changed.emit()
        if wants_deletion:
            self.deletion_requested.emit(label)

    def _window(self, known: ClassInfo | None, parent: QWidget) -> ClassDialog:
        labels = [info.label for info in self._summary().classes]
        bands = [(band, ages_line(band)) for band in AGES]
        languages = self._school.in_languages.named()
        return ClassDialog(
            self._theme(), bands, labels, nations(), known=known, languages=languages, parent=parent
        )

    # The plan

    def plan(self, label: str, parent: QWidget) -> None:
        """Show a class's plan, and keep what is changed in it."""
        window = PlanWindow(self._theme(), label, self._lines(label), parent)

        def show() -> None:
            window.show_lines(self._lines(label))
            self.changed.emit()

        def reorder(lessons: Sequence[str]) -> None:
            self._record("plan-ordered", label, {"lessons": list(lessons)})
            self.changed.emit()

        def take_in(lesson: str) -> None:
            self.unskip(label, lesson)
            show()

        def leave_out(lesson: str) -> None:
            if self.skip(label, lesson, window):
                show()

        def plan_day(lesson: str) -> None:
            if self.plan_day(label, lesson, window):
                show()

        def open_lesson(lesson: str) -> None:
            window.accept()
            self.lesson_requested.emit(lesson)

        window.reordered.connect(reorder)
        window.unskip_wanted.connect(take_in)
        window.skip_wanted.connect(leave_out)
        window.day_wanted.connect(plan_day)
        window.opened.connect(open_lesson)
        window.exec()
        window.deleteLater()

    def skip(self, label: str, lesson: str, parent: QWidget) -> bool:
        """Ask why a class leaves a lesson out, keep it, and say whether it does."""
        asked = Asked(
            tr("Leave “{title}” out").format(title=self._title(lesson)),
            tr("The plan then goes on with the next lesson. You can take it in again at any time."),
            tr("Leave it out"),
        )
        words = reasons()
        choices = [Choice(reason, words[reason]) for reason in SKIP_REASONS]
        reason = self._pick(asked, choices, self._standing(label, lesson).skipped, parent)
        if reason:
            self._record("lesson-skipped", label, {"reason": reason}, lesson)
            self.changed.emit()
        return bool(reason)

    def unskip(self, label: str, lesson: str) -> None:
        """Take a lesson in again."""
        self._record("lesson-unskipped", label, {}, lesson)
        self.changed.emit()

    def plan_day(self, label: str, lesson: str, parent: QWidget) -> bool:
        """Ask for which day a lesson is planned, keep it, and say whether something was chosen."""
        summary = self._summary()
        known = summary.standing(label, lesson).planned
        asked = Asked(
            tr("A day for “{title}”").format(title=self._title(lesson)),
            tr("The calendar and the plan of {class_label} show it.").format(class_label=label),
            tr("Keep the day"),
        )
        days = _days_ahead(summary.info(label).days, date.today())  # noqa: DTZ011  the teacher's own day
        planned = {day.isoformat(): day for day in days}
        if known:
            planned.setdefault(known, date.fromisoformat(known))
        choices = [
            Choice(value, f"{weekday(day.weekday())}, {day_and_month(day)}")
            for value, day in sorted(planned.items())
        ]
        choices.append(Choice(_NO_DAY, tr("No day yet")))
        picked = self._pick(asked, choices, known or _NO_DAY, parent)
        if picked:
            self._record("lesson-planned", label, {"day": "" if picked == _NO_DAY else picked}, lesson)
            self.changed.emit()
        return bool(picked)

    def _pick(self, asked: Asked, choices: Sequence[Choice], value: str, parent: QWidget) -> str:
        window = PickWindow(self._theme(), asked, choices, value, parent)
        picked = window.value if window.exec() else ""
        window.deleteLater()
        return picked

    def _lines(self, label: str) -> list[PlanLine]:
        cards = {card.id: card for card in self._school.library.cards()}
        summary = self._summary()
        order = order_of(summary.info(label), cards.values())
        return [line_of(lesson, cards[lesson].title, summary.standing(label, lesson)) for lesson in order]

    def _title(self, lesson: str) -> str:
        card = self._school.library.card(lesson)
        return card.title if card else lesson

    def _standing(self, label: str, lesson: str) -> Standing:
        return self._summary().standing(label, lesson)

    def _record(self, kind: str, label: str, data: Mapping[str, object], lesson: str = "") -> None:
        self._store().record(kind, class_label=label, lesson=lesson, data=data)

    def _summary(self) -> Summary:
        return self._store().snapshot()


def _described(window: ClassDialog) -> dict[str, object]:
    return {**window.details, "band": window.band, "language": ""}


def line_of(lesson: str, title: str, standing: Standing) -> PlanLine:
    """Give a line of the plan: where the class stands in a lesson."""
    taught = local_day(standing.taught) if standing.taught else None
    if standing.status == "begun" and not standing.skipped:  # as in the progress window
        slides = max(standing.slides, standing.slide + 1)
        place = {"slide": standing.slide + 1, "slides": slides}
        return PlanLine(lesson, title, tr("Part way: slide {slide} of {slides}").format(**place))
    if standing.skipped and standing.status != "taught":
        detail = tr("Left out: {reason}").format(reason=reasons()[standing.skipped])
        return PlanLine(lesson, title, detail, left_out=True, done=True)
    if taught is not None:
        return PlanLine(lesson, title, tr("Taught {date}").format(date=day_and_month(taught)), done=True)
    if standing.planned:
        day = date.fromisoformat(standing.planned)
        words = f"{weekday_inside(day.weekday())}, {day_and_month(day)}"
        return PlanLine(lesson, title, tr("Planned for {day}").format(day=words))
    return PlanLine(lesson, title, tr("Not yet"))


def reasons() -> dict[str, str]:
    """Give the words of each reason to leave a lesson out."""
    return {
        "covered-elsewhere": tr("Covered in another lesson or subject"),
        "no-time": tr("No time for it this year"),
        "not-for-this-class": tr("Not the right lesson for this class now"),
        "with-the-lead": tr("The safeguarding lead asked to wait"),
        "other": tr("Another reason"),
    }


def _days_ahead(taught: Sequence[int], today: date) -> list[date]:
    """Give the next days on which the class has its lessons, or the next school days."""
    wanted = set(taught) or set(range(5))
    days = (today + timedelta(days=ahead) for ahead in range(_WEEKS * 7))
    return [day for day in days if day.weekday() in wanted][:_MOST_DAYS]
