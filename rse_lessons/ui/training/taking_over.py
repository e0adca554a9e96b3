"""What stays of a page when it is made anew: blocks that are as they were, and what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from rse_lessons.ui.training.blocks.practice import PracticeWidget
from rse_lessons.ui.training.parts import Made
from rse_lessons.ui.training.reflecting import ReflectCard
from rse_lessons.ui.training.rewrite import RewriteCard


def take_over(parts: Sequence[Made], before: Sequence[Made]) -> list[Made]:
    """Give a page's widgets, those of before where their part is the same, typed words where it is not."""
    left = list(before)
    return [_kept(made, left) for made in parts]


def _kept(made: Made, left: list[Made]) -> Made:
    same = next((old for old in left if old.key == made.key), None)
    if same is None:
        other = next((old for old in left if made.does and _id(old.key) == _id(made.key)), None)
        if other is not None:
            _carry(other, made)
        return made
    left.remove(same)
    for widget in made.widgets:
        widget.deleteLater()
    for widget in same.widgets:
        # Out of the old page and into none: the keyboard then comes to it in the order of the new one.
        widget.setParent(None)
    return same


def _carry(other: Made, made: Made) -> None:
    for old, new in zip(other.widgets, made.widgets, strict=False):
        if isinstance(old, RewriteCard) and isinstance(new, RewriteCard):
            new.take_over(old)
        if isinstance(old, PracticeWidget) and isinstance(new, PracticeWidget):
            new.take_over(old)
        if isinstance(old, ReflectCard) and isinstance(new, ReflectCard):
            new.take_over(old)


def _id(part: object) -> str:
    return f"{type(part).__name__} {getattr(part, 'id', '')}"
