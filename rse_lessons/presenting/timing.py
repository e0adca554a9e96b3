"""The clocks of a session: the countdown for talking, the stages' times, pace, and lost time."""

from __future__ import annotations

from dataclasses import replace

from rse_lessons.lesson.model import Discuss, Stage
from rse_lessons.presenting import journal, stages
from rse_lessons.presenting.core import SessionCore
from rse_lessons.presenting.moment import What
from rse_lessons.presenting.stages import Pace, StagePlan

TALK_SECONDS = 120
"""The countdown on a slide without a discussion."""


class Timing(SessionCore):
    """The times of a session. Methods that change something tell whether they did."""

    def start_timer(self, seconds: float | None = None) -> bool:
        """Start the countdown: so many seconds, or the slide's discussion time, or two minutes."""
        talk = next((b for k in self._ids[self.index] if isinstance(b := self._blocks[k], Discuss)), None)
        if seconds is None:
            seconds = talk.seconds if talk and talk.seconds > 0 else TALK_SECONDS
        return self._start(seconds, talk.id if talk else "")

    def stop_timer(self) -> bool:
        """Put the countdown away."""
        if not self.timer.started:
            return False
        self.timer.stop()
        self.timer_block = ""
        return self._timer_changed()

    def toggle_pause(self) -> bool:
        """Hold the countdown, or let it go on."""
        if not self.timer.started or self.timer.done:
            return False
        if self.timer.paused:
            self.timer.resume()
        else:
            self.timer.pause()
        return self._timer_changed()

    def add_time(self, seconds: float) -> bool:
        """Give the countdown more time, or less."""
        if not self.timer.started or not seconds:
            return False
        self.timer.add(seconds)
        return self._timer_changed()

    def seconds_in_lesson(self) -> float:
        """Give the seconds of all stages so far, those of earlier days included."""
        return self._time.total()

    def seconds_in_stage(self, stage: Stage | None = None) -> float:
        """Give the seconds in a stage, or in the one the class is in."""
        return self._time.seconds(stage or self._class_stage())

    def seconds_planned(self) -> float:
        """Give the seconds still planned from here to the end."""
        return stages.rest(self.plan, self.class_index, self.seconds_in_stage())

    def pace(self) -> Pace:
        """Tell how the time stands against the plan."""
        gone = self.seconds_in_lesson() - self._now.forgiven
        return stages.pace(self.plan, self.class_index, gone, self.seconds_in_stage())

    @property
    def full_plan(self) -> tuple[StagePlan, ...]:
        """The stages and their times as the lesson has them, whatever was lost since."""
        return self._full_plan

    def plan_for(self, seconds_left: float) -> tuple[StagePlan, ...]:
        """Give the plan that `lost_time` would make, and change nothing."""
        return stages.shorten(self._full_plan, self.class_index, seconds_left, self.seconds_in_stage())

    def lost_time(self, seconds_left: float) -> bool:
        """Fit the full plan into the time left, as far as it may shrink; the class is then on time."""
        plan = self.plan_for(seconds_left)
        raw = stages.pace(plan, self.class_index, self.seconds_in_lesson(), self.seconds_in_stage())
        over = max(0.0, stages.rest(plan, self.class_index, self.seconds_in_stage()) - max(0.0, seconds_left))
        return self._become(replace(self._now, plan=plan, forgiven=raw.behind - over))

    def suspend(self) -> None:
        """Stop the stages' clock and record what it owes; for closing the console."""
        self._time.stop()
        self._note(journal.stage_events(self._time.owed()))

    def resume(self) -> None:
        """Let the stages' clock go on after `suspend`."""
        self._time.go()

    def _start(self, seconds: float, block_id: str) -> bool:
        self.timer.start(seconds)
        self.timer_block = block_id
        return self._timer_changed()

    def _timer_changed(self) -> bool:
        self._tell(frozenset({What.TIMER}))
        return True
