"""A rehearsal: a lesson given to an empty room, with moments that come up, and a summary afterwards.

The lesson is given by `giving`, as it would be to a class, and nothing of it goes into a class's records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from random import Random

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rse_lessons.in_class.class_desk import ClassDesk
from rse_lessons.in_class.giving import Giving
from rse_lessons.in_class.seating import for_rehearsal
from rse_lessons.in_class.unrecorded import Unrecorded
from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.report import Report, report
from rse_lessons.presenting.session import What
from rse_lessons.progress.facts.summary import Standing, Summary
from rse_lessons.progress.recording.promises import Receipt
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import ENGLISH, School
from rse_lessons.training.rehearsal import (
    Met,
    RoomMoment,
    as_recorded,
    for_band,
    moments_of,
    plan_moments,
    read_moments,
    without,
)
from rse_lessons.ui.dialogs.moment import MomentCard
from rse_lessons.ui.dialogs.rehearsal import AGAIN, AfterRehearsal, BeforeRehearsal
from rse_lessons.ui.screens import Screens
from rse_lessons.ui.session_bridge import SessionBridge
from rse_lessons.ui.theme import Theme

MOMENT_MS = (6_000, 15_000)
"""How long a slide is in front before something happens, at least and at most."""
LAST_MS = 3_000
"""The same for what happens at the very end."""
PREFERRED = frozenset({"console_layout", "notes_size", "big_buttons"})
"""What may be changed for good in a rehearsal; which screens there are at home says nothing about school."""


class Heard(Unrecorded):
    """What a rehearsal tells, for its summary; none of it is kept."""

    def __init__(self, school: School) -> None:
        super().__init__(school.paths.records, now=lambda: datetime.now(UTC), tell=lambda _sentence: None)
        self.stage_seconds: dict[str, float] = {}
        self.seen: set[int] = set()
        self.finished = False

    def record(
        self,
        kind: str,
        *,
        lesson: str = "",
        class_label: str = "",
        data: Mapping[str, object] | None = None,
        words: str = "",
        waits: bool = False,
    ) -> Receipt:
        """Hear it, and let it go by."""
        del waits
        told = data or {}
        if kind == "stage":
            stage, seconds = str(told["stage"]), told["seconds"]
            if isinstance(seconds, int | float):
                self.stage_seconds[stage] = self.stage_seconds.get(stage, 0.0) + seconds
        elif kind in ("slide", "started") and isinstance(told.get("slide"), int):
            self.seen.add(int(str(told["slide"])))
        self.finished = self.finished or kind == "finished"
        return super().record(kind, lesson=lesson, class_label=class_label, data=data, words=words)


def ask_before(theme: Theme, title: str, parent: QWidget | None) -> int | None:
    """Ask how many moments are to come up; None is not now."""
    asked = BeforeRehearsal(theme, title, parent)
    agreed = asked.exec() == QDialog.DialogCode.Accepted
    asked.deleteLater()
    return asked.count if agreed else None


def moments_in(school: School) -> tuple[RoomMoment, ...]:
    """Give what may come up, in the interface's language as far as it is there, in the nation's words."""
    from rse_lessons.in_words import filling  # noqa: PLC0415  imported late: start-up

    path, code = school.root / "content" / "training" / "moments.toml", school.preferences.nation
    other = school.in_languages.moments(path, school.language)
    if other is None:
        return read_moments(path, filling(school, code, ENGLISH))
    return moments_of(other, path.name, filling(school, code, school.language, read_moments(path)))


class Rehearsing(QObject):
    """One rehearsal, from its first slide to its summary's words."""

    ended = Signal()

    def __init__(
        self,
        school: School,
        theme: Theme,
        screens: Screens,
        prefer: Callable[..., object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._school, self._theme = school, theme
        self._heard = Heard(school)
        store: Store = self._heard
        desk = ClassDesk(lambda: store, Summary, lambda: theme, self)
        self.giving = Giving(school, store, desk, theme, screens)
        self.giving.rehearsal = True
        self.giving.wish = for_rehearsal(screens, school.preferences)
        self.giving.preferred.connect(
            lambda changes: prefer(**{name: changes[name] for name in changes.keys() & PREFERRED})
        )
        self.giving.ended.connect(self._end)
        self.lesson: Lesson | None = None
        self.met: list[Met] = []
        self.card: MomentCard | None = None
        self.plan: dict[int, RoomMoment] = {}
        """The moments that are still to come, by slide."""
        self.reached = 0
        self._here = -1
        self._random = Random()  # noqa: S311  nothing here is secret
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._happen)

    def start(
        self, lesson: Lesson, count: int, recent: Sequence[str] = (), random: Random | None = None
    ) -> bool:
        """Begin with a lesson and `count` moments; those of `recent` rehearsals come last of all.

        Gives False when nothing was begun.
        """
        self.lesson = lesson
        self._random = random or self._random
        taught = self._school.as_taught(lesson)
        moments = for_band(moments_in(self._school), lesson.front.band)
        left = without(moments, recent, count)
        self.plan = dict(plan_moments(taught.slides, left, count, self._random))
        if not self.giving.start(lesson, "", Standing(), 0, again=False):
            return False
        classroom = self.giving.classroom
        if classroom is not None:
            self._bridge = SessionBridge(classroom.session, self)
            self._bridge.changed.connect(self._changed)
        return True

    @property
    def seconds(self) -> int:
        """How long it took."""
        return round(sum(self._heard.stage_seconds.values()))

    def report(self) -> Report:
        """Give each stage's time beside the plan. Only once it has begun."""
        if self.lesson is None:
            raise RuntimeError("nothing was rehearsed")
        heard = self._heard
        return report(
            self._school.as_taught(self.lesson),
            stage_seconds=heard.stage_seconds,
            tallies={},
            seen=heard.seen,
            slide=self.reached,
            finished=heard.finished,
        )

    def summarise(self, parent: QWidget | None) -> bool:
        """Show how it went; True when the teacher wants to rehearse it again."""
        if self.lesson is None:
            return False
        window = AfterRehearsal(self._theme, self.lesson.front.title, self.report(), self.met, parent)
        result = window.exec()
        window.deleteLater()
        return result == AGAIN

    def as_recorded(self) -> dict[str, object]:
        """Give what is kept of it: how long it took, and what was chosen."""
        return {"seconds": self.seconds, "moments": as_recorded(self.met)}

    # Moments

    def _changed(self, what: frozenset[What]) -> None:
        classroom = self.giving.classroom
        if classroom is None or What.SLIDE not in what:
            return
        index = classroom.session.class_index
        if index == self._here:
            return
        if self._timer.isActive():
            self._timer.stop()
            self._happen()  # whoever is quick is met at the next slide
        self._here = index
        self.reached = max(self.reached, index)
        moment = self.plan.get(index)
        if moment is not None:
            self._timer.start(LAST_MS if moment.last else self._random.randint(*MOMENT_MS))

    def _happen(self) -> None:
        """Let the moment of the slide come up, unless another or a window is still being answered."""
        classroom = self.giving.classroom
        if classroom is None or self._here not in self.plan:
            return
        elsewhere = classroom.console.overview_shown or QApplication.activeModalWidget() is not None
        if self.card is not None or classroom.session.locked or elsewhere:
            self._timer.start(LAST_MS)
            return
        moment = self.plan.pop(self._here)
        place = len(self.met)
        self.met.append(Met(moment, None, self._here))
        card = self.card = MomentCard(self._theme, moment, classroom.console)

        def answer(name: str) -> None:
            self.met[place] = Met(moment, moment.reply(name), self.met[place].slide)

        card.answered.connect(answer)
        card.closed.connect(self._put_away)
        card.come()
        classroom.console.activateWindow()

    def _put_away(self) -> None:
        self.card = None

    def _end(self) -> None:
        self._timer.stop()
        self._bridge.close()
        self.card = None
        self.ended.emit()
