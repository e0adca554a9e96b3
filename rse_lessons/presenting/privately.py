"""Slides marked sensitive: the teacher sees them first, and the class when the teacher shows them.

Until then the class goes on seeing the slide before. Shown once, a slide is not held back again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from rse_lessons.lesson.model import Slide, Stage
from rse_lessons.presenting.moment import Moment
from rse_lessons.presenting.showing import Held, Showing
from rse_lessons.presenting.tools import put_away


def marked(slides: Sequence[Slide]) -> frozenset[int]:
    """Give the slides to look at first, from 0. Where to get help is never held back."""
    return frozenset(
        index
        for index, slide in enumerate(slides)
        if slide.sensitive.strip() and slide.stage is not Stage.SIGNPOST
    )


def is_pending(moment: Moment, index: int, marks: Collection[int]) -> bool:
    """Tell whether the class may not see a slide yet."""
    return index in marks and index not in moment.seen


def begun(moment: Moment, marks: Collection[int]) -> Moment:
    """Begin: at a slide that is marked, the class sees a calm picture first."""
    if not is_pending(moment, moment.index, marks):
        return moment
    held = Held(moment.index, moment.states, calm=True, tools=moment.tools)
    return replace(moment, showing=Showing(held=held, private=True))


def settled(before: Moment, after: Moment, marks: Collection[int]) -> Moment:
    """Hold what the class sees while the teacher is at a pending slide; let it go at any other."""
    pending = is_pending(after, after.index, marks)
    if pending and after.showing.held is None:
        held = before.showing.held or _stilled(before, after)
        return replace(after, showing=replace(after.showing, held=held, private=True))
    if after.showing.private and not pending:
        return replace(after, showing=replace(after.showing, held=None, private=False))
    return after


def _stilled(before: Moment, after: Moment) -> Held:
    """Keep the slide that the class sees, without the tool that was used on it, with all that is drawn."""
    return Held(before.index, before.states, tools=put_away(before.tools), drawings=after.drawings)
