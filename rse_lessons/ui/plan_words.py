"""What a plan made anew would be, in words: which stages get shorter, and whether it fits."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.presenting.session import Session
from rse_lessons.presenting.stages import StagePlan, rest
from rse_lessons.ui.words import stage_name


def plan_words(session: Session, minutes: int) -> str:
    """Say what the plan becomes when so many minutes are left."""
    plan = session.plan_for(minutes * 60)
    shorter = _shorter(session.full_plan, plan)
    said = [
        tr("{stage} {minutes} instead of {before}").format(
            stage=stage_name(after.stage), minutes=_number(after.seconds), before=_number(before.seconds)
        )
        for before, after in shorter
    ]
    first = (
        tr("Minutes: {changes}.").format(changes=", ".join(said)) if said else tr("No stage gets shorter.")
    )
    return " ".join([first, missing_words(session, plan, minutes) or _whole(session, plan)])


def missing_words(session: Session, plan: Sequence[StagePlan], minutes: int) -> str:
    """Say that the shortest plan does not fit either; empty when it does."""
    needed = rest(plan, session.class_index, session.seconds_in_stage())
    planned = round(needed / 60)
    if planned <= minutes:
        return ""
    return tr(
        "It still needs about {planned} minutes, so end after “Where to get help” and go on next time."
    ).format(planned=planned)


def _whole(session: Session, plan: Sequence[StagePlan]) -> str:
    needed = round(rest(plan, session.class_index, session.seconds_in_stage()) / 60)
    return ntr("In all {count} minute.", "In all {count} minutes.", needed)


def _shorter(before: Sequence[StagePlan], after: Sequence[StagePlan]) -> list[tuple[StagePlan, StagePlan]]:
    return [pair for pair in zip(before, after, strict=True) if pair[0].seconds != pair[1].seconds]


def _number(seconds: int) -> str:
    """Write minutes with a half, `4½`."""
    minutes, half = divmod(round(seconds / 30), 2)
    return f"{minutes or ('' if half else 0)}{'½' if half else ''}"
