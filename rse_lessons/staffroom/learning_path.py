"""From modules and the record of them to where a teacher stands: for Teacher mode and My learning alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rse_lessons.progress.facts.learning import Learning, ModuleRecord
from rse_lessons.training.model import Module
from rse_lessons.training.path import Done, PathStanding, path_of
from rse_lessons.ui.days import local_day


def done_of(record: ModuleRecord) -> Done:
    """Give what was done of a module, as the path counts it."""
    return Done(
        read=record.pages.keys(),
        walked=record.practised.keys(),
        passed=local_day(record.passed) if record.passed else None,
        last_page=record.last_page,
        opened=bool(record.opened),
    )


def path_for(modules: Sequence[Module], learning: Learning, today: date) -> PathStanding:
    """Say where the teacher stands, and where to go on; `modules` are as they are shown."""
    return path_of(modules, {one.id: done_of(learning.record(one.id)) for one in modules}, today)
