"""Lines of a file and stretches of them: where words stand, counted in characters from its beginning.

Blocks and Markdown are read line by line; here a few words of a line, or of several that go on, become
a slot of the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


class Cut(NamedTuple):
    """A line, or the end of one, and the column where it begins."""

    number: int
    column: int
    text: str

    def after(self, signs: int) -> Cut:
        """Give what is left after some signs, without the spaces around it."""
        rest = self.text[signs:]
        inner = rest.lstrip()
        return Cut(self.number, self.column + signs + len(rest) - len(inner), inner.rstrip())

    def bare(self) -> Cut:
        """Give the line without the spaces around it."""
        return self if self.text == self.text.strip() else self.after(0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where words stand in the file, and the words."""

    start: int
    end: int
    text: str
    joint: str
    line: int


class Lines:
    """A file's lines by number, from 1, as the splitter counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        self._starts = [start]
        self._starts += [found.end() for found in _LINE_END.finditer(text)]

    def offset(self, number: int, column: int = 0) -> int:
        """Give the place of a column of a line."""
        return self._starts[number - 1] + column

    def number(self, offset: int) -> int:
        """Give the line in which a place of the file lies."""
        return bisect_right(self._starts, offset)

    def whole(self, number: int) -> str:
        """Give a line as it is written, without its end."""
        start = self._starts[number - 1]
        found = _LINE_END.search(self.text, start)
        return self.text[start : found.start() if found else len(self.text)]

    def stretch(self, cuts: Sequence[Cut]) -> Stretch:
        """Give the stretch from the first cut to the last; they stand in lines that follow one another."""
        bare = [cut.bare() for cut in cuts]
        first, last = bare[0], bare[-1]
        start = self.offset(first.number, first.column)
        end = self.offset(last.number, last.column + len(last.text))
        joint = ""
        if len(bare) > 1:
            ended = self.offset(first.number, first.column + len(first.text))
            joint = self.text[ended : self.offset(bare[1].number, bare[1].column)]
        return Stretch(start, end, "\n".join(cut.text for cut in bare), joint, first.number)


def runs(cuts: Sequence[Cut]) -> Iterator[list[Cut]]:
    """Part cuts where a line is left out or blank, so that each run is lines that follow one another."""
    run: list[Cut] = []
    for cut in cuts:
        if run and (cut.number != run[-1].number + 1 or not cut.text.strip()):
            yield run
            run = []
        if cut.text.strip():
            run.append(cut)
    if run:
        yield run
