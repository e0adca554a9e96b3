"""What every part of a session stands on: the moment, the step to the next one, who is told.

A step puts another moment in place of the one before; from the difference of the two come the
events to record and what subscribers hear. What can be done is in `doing`, `timing` and `session`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from rse_lessons.lesson.model import Lesson, Slide, Stage
from rse_lessons.presenting import ink, journal, privately, stages
from rse_lessons.presenting.activity import State, blank, from_data
from rse_lessons.presenting.moment import Focus, Moment, What, difference
from rse_lessons.presenting.showing import Shows
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.presenting.stage_clock import StageClock
from rse_lessons.presenting.stages import StagePlan
from rse_lessons.presenting.timer import Timer

Record = Callable[[str, Mapping[str, object]], None]
Callback = Callable[[frozenset[What]], None]


def _forget(_kind: str, _data: Mapping[str, object]) -> None:
    """Record nothing: for previews and rehearsals."""


class SessionCore:
    """One lesson with one class. Slides are counted from 0; times are seconds."""

    def __init__(
        self,
        lesson: Lesson,
        *,
        clock: Callable[[], float],
        record: Record = _forget,
        start: int = 0,
        states: Mapping[str, Mapping[str, object]] | None = None,
        stage_seconds: Mapping[str, float] | None = None,
        seen: Collection[int] = (),
        drawings: Mapping[str, object] | None = None,
        class_label: str = "",
    ) -> None:
        """Begin, or go on with `start`, `states`, `stage_seconds`, `seen` and `drawings` as they were kept.

        What makes no sense in them is passed over. Raises ValueError for a lesson without a slide.
        """
        self._lesson = lesson
        self._slides = slides_of(lesson)
        if not self._slides:
            raise ValueError(f"The lesson {lesson.id} has no slide to show.")
        self._class_label = class_label
        self._blocks = blocks_of(self._slides)
        self._ids = tuple(
            tuple(key for key in blocks_of([slide]) if blank(self._blocks[key]) is not None)
            for slide in self._slides
        )
        self._pages = ink.pages(self._slides)
        self._full_plan = stages.plan(lesson)
        start = min(max(0, start), len(self._slides) - 1)
        earlier = _earlier(stage_seconds)
        here = stages.position(self._full_plan, start)
        self._marks = privately.marked(self._slides)
        moment = Moment(
            start,
            self._states_from(states or {}),
            self._full_plan,
            # Who starts in the middle is not ahead by the stages left out.
            forgiven=0.0 if earlier else -float(sum(entry.seconds for entry in self._full_plan[:here])),
            seen=self._marks.intersection(seen),
            drawings=ink.drawings_from(drawings, self._pages),
        )
        self._now = privately.begun(moment, self._marks)
        self._record = record
        self._subscribers: list[Callback] = []
        self.timer = Timer(clock)
        self.timer_block = ""
        self._time = StageClock(clock, self._slides[start].stage, earlier)
        record("started", {"slides": len(self._slides), "slide": start})

    @property
    def lesson(self) -> Lesson:
        """The lesson, as it was handed in."""
        return self._lesson

    @property
    def slides(self) -> tuple[Slide, ...]:
        """The slides to show, without those for paper alone."""
        return self._slides

    @property
    def class_label(self) -> str:
        """The class, by the label that the teacher chose."""
        return self._class_label

    @property
    def index(self) -> int:
        """The teacher's slide."""
        return self._now.index

    @property
    def class_index(self) -> int:
        """The class's slide; under black, white, safe and help, the one to come back to."""
        return self._now.class_index

    @property
    def nothing_shown(self) -> bool:
        """True while the class sees a calm picture, because the lesson began at a marked slide."""
        return self._now.showing.held is not None and self._now.showing.held.calm

    @property
    def held_still(self) -> bool:
        """True while the teacher has frozen the class's slide, under a cover too."""
        held = self._now.showing.held
        return held is not None and not held.calm and not self._now.showing.private

    @property
    def pending(self) -> bool:
        """True while the teacher is at a slide that the class may not see yet."""
        return self.is_pending(self._now.index)

    @property
    def shows(self) -> Shows:
        """What the class sees."""
        return self._now.shows

    @property
    def plan(self) -> tuple[StagePlan, ...]:
        """The stages and their times, shortened when time was lost."""
        return self._now.plan

    @property
    def finished(self) -> bool:
        """True once the class has reached the close."""
        return self._now.finished

    @property
    def focus(self) -> Focus | None:
        """Where the keyboard is in an activity, or None."""
        return self._now.focus

    @property
    def locked(self) -> bool:
        """True while the console hides all but the slide."""
        return self._now.locked

    @property
    def states(self) -> Mapping[str, State]:
        """The state of every block that keeps one, by block id."""
        return self._now.states

    @property
    def class_states(self) -> Mapping[str, State]:
        """The states that the class sees; they stand still while it is frozen."""
        return self._now.class_states

    def state(self, block_id: str) -> State | None:
        """Give one block's state, or None for a block that keeps none."""
        return self._now.states.get(block_id)

    def is_marked(self, index: int) -> bool:
        """Tell whether the teacher sees a slide before the class does."""
        return index in self._marks

    def is_pending(self, index: int) -> bool:
        """Tell whether a slide is marked and was not shown to the class yet."""
        return privately.is_pending(self._now, index, self._marks)

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Be told after each change what changed; call what is returned to hear no more."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    # The step, for the parts of a session

    def _become(self, after: Moment) -> bool:
        """Put another moment in place, record what it means, tell who listens; False when nothing changed."""
        before = self._now
        after = privately.settled(before, after, self._marks)
        if after.class_index != before.class_index and self._is_close(after.class_index):
            after = replace(after, finished=True)
        changed = difference(before, after)
        self._now = after
        if changed:
            self._note(journal.stage_events(self._time.move(self._class_stage())))
            self._note(journal.events(before, after))
            self._tell(changed)
        return bool(changed)

    def _note(self, events: Iterable[journal.Event]) -> None:
        for kind, data in events:
            self._record(kind, data)

    def _tell(self, changed: frozenset[What]) -> None:
        for callback in tuple(self._subscribers):
            callback(changed)

    def _class_stage(self) -> Stage:
        return self._slides[self._now.class_index].stage

    def _is_close(self, index: int) -> bool:
        return self._slides[index].stage is Stage.CLOSE or index == len(self._slides) - 1

    def _states_from(self, kept: Mapping[str, object]) -> dict[str, State]:
        """Give a state for every block that keeps one: the kept one, or a blank one."""
        known = kept if isinstance(kept, Mapping) else {}
        found = {key: from_data(block, known.get(key)) for key, block in self._blocks.items()}
        return {key: state for key, state in found.items() if state is not None}


def _earlier(kept: Mapping[str, float] | None) -> dict[Stage, float]:
    """Read the seconds of earlier days by stage; what makes no sense is passed over."""
    if not isinstance(kept, Mapping):
        return {}
    return {
        Stage(name): float(seconds)
        for name, seconds in kept.items()
        if name in set(Stage) and isinstance(seconds, int | float) and 0 < seconds < float("inf")
    }
