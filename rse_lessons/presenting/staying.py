"""Which slide of a lesson that was changed is the one somebody was looking at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

from rse_lessons.lesson.model import Slide
from rse_lessons.presenting.slides import blocks_of


def same_slide(before: Sequence[Slide], index: int, after: Sequence[Slide]) -> int:
    """Give the place, from 0, of the slide `before[index]` in `after`.

    A slide is known by its heading and the ids of its blocks, by its ids, or by its heading, whichever
    tells it from all others; else by its neighbours. One that is gone gives what stands in its place.
    """
    if not after:
        return 0
    if not 0 <= index < len(before):
        return min(max(index, 0), len(after) - 1)
    for key in _KEYS:
        wanted = key(before[index])
        if wanted and [key(slide) for slide in before].count(wanted) == 1:
            found = [place for place, slide in enumerate(after) if key(slide) == wanted]
            if len(found) == 1:
                return found[0]
    return _by_neighbours(before, index, after)


def _by_neighbours(before: Sequence[Slide], index: int, after: Sequence[Slide]) -> int:
    old, new = ([_whole(slide) for slide in slides] for slides in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _what, start, end, there, until in matcher.get_opcodes():
        if start <= index < end:
            last = max(there, until - 1)
            return min(there + index - start, last, len(after) - 1)
    return min(index, len(after) - 1)


def _ids(slide: Slide) -> tuple[str, ...]:
    return tuple(blocks_of([slide]))


def _title(slide: Slide) -> str:
    return slide.title.casefold()


def _whole(slide: Slide) -> tuple[str, ...]:
    return (_title(slide), *_ids(slide)) if slide.title or _ids(slide) else ()


_KEYS: tuple[Callable[[Slide], Hashable], ...] = (_whole, _ids, _title)
