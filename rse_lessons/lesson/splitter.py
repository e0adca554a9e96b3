"""From text to head, slides and `:::` blocks, each with its line. No word in them is understood here.

Nothing is lost and nothing is judged: what is not closed, too deep or too long is written down in
`Source` for `source_rules` to speak about. One pass, one stack, no recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rse_lessons.lesson.source import (
    MAX_DEPTH,
    MAX_LINE,
    MAX_LINES,
    MAX_SLIDES,
    NO_ATTRIBUTES,
    Attributes,
    Numbered,
    RawBlock,
    RawPart,
    RawSlide,
    RawText,
    Source,
)

_HEAD_MARK = "+++"
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*)")
_UNDERLINE = re.compile(r"(=+|-+)")
_OPENING = re.compile(r":::+[ \t]*([^\s{:]+)[ \t]*(.*)")
_CLOSING = re.compile(r":::+")
_TRAILING_BRACES = re.compile(r"^(.*?)[ \t]*\{([^{}]*)\}$")
_PAIR = re.compile(r"""\s*([A-Za-z][A-Za-z0-9_-]*)=("[^"]*"|[^\s"{}]+)(?=\s|$)""")
_WORD = re.compile(r"\s*(\S+)")
CONTAINERS = frozenset({"only"})


def split(text: str) -> Source:
    """Split the text of a file whose line ends are newlines."""
    lines = text.split("\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    too_many_lines = len(lines) > MAX_LINES
    del lines[MAX_LINES:]
    long_lines = tuple(number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE)
    for number in long_lines:
        lines[number - 1] = ""  # said once; nothing after this has to bear such a line
    head, closed, start = _split_head(lines)
    slides = _Slides(plain=head is None)
    for number, line in enumerate(lines[start:], start + 1):
        if not slides.take(number, line.rstrip()):
            break
    slides.end_slide()
    return Source(
        slides=tuple(slides.done),
        line_count=len(lines),
        head=head,
        head_closed=closed,
        long_lines=long_lines,
        stray_closings=tuple(slides.stray),
        too_deep=tuple(slides.too_deep),
        too_many_lines=too_many_lines,
        too_many_slides=slides.too_many,
    )


def _split_head(lines: list[str]) -> tuple[tuple[Numbered, ...] | None, bool, int]:
    """Give the head's lines, whether it is closed, and how many lines it takes with its marks."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None or lines[first].rstrip() != _HEAD_MARK:
        return None, True, 0
    for last in range(first + 1, len(lines)):
        if lines[last].rstrip() == _HEAD_MARK:
            return tuple(Numbered(i + 1, lines[i]) for i in range(first + 1, last)), True, last + 1
    return (), False, len(lines)


def _braced(heading: str) -> tuple[str, str] | None:
    """Part a heading from the braces that end it; what stands in quotes there may hold braces itself."""
    start, quoted = -1, False
    for at, sign in enumerate(heading if heading.endswith("}") else ""):
        if quoted or (sign == '"' and start >= 0):
            quoted ^= sign == '"'
        elif sign == "{":
            start = at
        elif sign == "}":
            if start >= 0 and at == len(heading) - 1:
                return heading[:start].rstrip(" \t"), heading[start + 1 : at]
            start = -1
    match = _TRAILING_BRACES.match(heading)  # a quotation mark without its fellow hides nothing
    return (match[1], match[2]) if match else None


def attributes(text: str) -> Attributes:
    """Read `key=value key="a value"`; what is neither is kept as malformed."""
    values: dict[str, str] = {}
    malformed: list[str] = []
    position = 0
    while match := _PAIR.match(text, position) or _WORD.match(text, position):
        if match.re is _PAIR:
            values[match[1]] = match[2].strip('"')
        else:
            malformed.append(match[1])
        position = match.end()
    return Attributes(values, " ".join(malformed))


@dataclass(slots=True)
class _OpenBlock:
    name: str
    attributes: Attributes
    line: int
    parts: list[RawPart] = field(default_factory=list)

    def close(self, *, closed: bool) -> RawBlock:
        return RawBlock(self.name, self.attributes, self.line, tuple(self.parts), closed)


class _Slides:
    """The slides made so far, and the one being made."""

    def __init__(self, *, plain: bool) -> None:
        self.done: list[RawSlide] = []
        self.stray: list[int] = []
        self.too_deep: list[int] = []
        self.too_many = 0
        self._plain = plain
        self._below = 0  # how many blocks are open beyond the depth allowed
        self._start_slide(0)

    def _start_slide(self, line: int) -> None:
        self._title = ""
        self._attributes = NO_ATTRIBUTES
        self._line = line
        self._parts: list[RawPart] = []
        self._text: list[Numbered] = []
        self._open: list[_OpenBlock] = []

    def take(self, number: int, line: str) -> bool:
        """Take one line; False when there are too many slides to go on."""
        if line == "---" and not self._underlines_heading():
            return self.end_slide()
        if line.startswith(":::") and self._take_mark(number, line):
            return True
        if self._plain and not self._open and self._take_plain_heading(number, line):
            return not self.too_many
        if (heading := _HEADING.fullmatch(line)) and not self._title and self._is_empty():
            self._begin(number, heading[1])
            return True
        if not self._line and line.strip():
            self._line = number
        if not self._below:
            self._text.append(Numbered(number, line))
        return True

    def _is_empty(self) -> bool:
        return not self._parts and not self._open and not any(line.text.strip() for line in self._text)

    def _begin(self, number: int, heading: str) -> None:
        """Open a slide with its heading."""
        heading = heading.strip()
        if found := _braced(heading):
            heading, self._attributes = found[0], attributes(found[1])
        self._title, self._line, self._text = heading.rstrip("#").rstrip(), number, []

    def _underlines_heading(self) -> bool:
        """Say whether `---` here underlines a heading; only in a plain Markdown file."""
        return self._plain and not self._open and self._can_be_underlined()

    def _can_be_underlined(self) -> bool:
        before = self._text[-1].text.strip() if self._text else ""
        return bool(before) and not before.startswith(("-", "*", ">", "|", "#"))

    def _take_plain_heading(self, number: int, line: str) -> bool:
        """In a plain Markdown file every heading opens a slide."""
        if heading := _HEADING.fullmatch(line):
            if self._title or not self._is_empty():
                self.end_slide()
            self._begin(number, heading[1])
            return True
        if _UNDERLINE.fullmatch(line) and self._can_be_underlined():
            title = self._text.pop()
            if self._title or not self._is_empty():
                self.end_slide()
            self._begin(title.number, title.text.strip())
            return True
        return False

    def _take_mark(self, number: int, line: str) -> bool:
        """Take a line that opens or closes a block; False when it does neither."""
        if _CLOSING.fullmatch(line):
            self._take_closing(number)
            return True
        match = _OPENING.fullmatch(line)
        if match is None:
            return False
        self._line = self._line or number
        if len(self._open) >= MAX_DEPTH or self._below:
            if not self._below:
                self.too_deep.append(number)
            self._below += 1
            return True
        self._flush()
        rest = match[2].strip()
        braced = rest.startswith("{") and rest.endswith("}") and len(rest) > 1
        found = attributes(rest[1:-1] if braced else rest)
        self._open.append(_OpenBlock(match[1], found, number))
        return True

    def _take_closing(self, number: int) -> None:
        if self._below:
            self._below -= 1
        elif self._open:
            self._flush()
            block = self._open.pop().close(closed=True)
            self._target().append(block)
        else:
            self.stray.append(number)

    def _target(self) -> list[RawPart]:
        return self._open[-1].parts if self._open else self._parts

    def _flush(self) -> None:
        if any(line.text.strip() for line in self._text):
            self._target().append(RawText(tuple(self._text)))
        self._text = []

    def end_slide(self) -> bool:
        """End the slide; an open block ends with it. False when one slide too many was met."""
        self._flush()
        while self._open:
            block = self._open.pop().close(closed=False)
            self._target().append(block)
            if block.name not in CONTAINERS:
                self._lift_out(block)
        self._below = 0
        if self._title or self._parts:
            if len(self.done) >= MAX_SLIDES:
                self.too_many = self._line
                self._start_slide(0)
                return False
            self.done.append(RawSlide(self._title, self._attributes, self._line, tuple(self._parts)))
        self._start_slide(0)
        return True

    def _lift_out(self, block: RawBlock) -> None:
        """Put blocks that only seem to stand inside an unclosed block beside it, where they were meant."""
        inner = [part for part in block.parts if isinstance(part, RawBlock)]
        if inner:
            own = tuple(part for part in block.parts if isinstance(part, RawText))
            target = self._target()
            target[-1] = RawBlock(block.name, block.attributes, block.line, own, closed=False)
            target.extend(inner)
