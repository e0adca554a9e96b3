"""The passages of slides and pages: headings, text, pictures, notes, and blocks in their frames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rse_lessons.i18n.block_passages import Frame, Gatherer, attribute, block_passages, grouped
from rse_lessons.i18n.markdown_units import units
from rse_lessons.i18n.passages import Form, Reader, Register
from rse_lessons.i18n.said import cuts_of
from rse_lessons.i18n.stretches import Cut
from rse_lessons.lesson.blocks import KINDS as LESSON_KINDS
from rse_lessons.lesson.model import Stage
from rse_lessons.lesson.source import RawBlock, RawPart, RawSlide, RawText, Source
from rse_lessons.lesson.words import is_id, plain
from rse_lessons.training.blocks import KINDS as MODULE_KINDS

LONGEST_CONDITION = 115
"""Characters of a note's condition; readers know a note by its first 120, the word If among them."""
LABEL = re.compile(r"(Say|Ask|Do|Listen for|If\b[^:]{0,120}|Adapt|Time):(?:[ \t]+(.*)|$)")
_TO_TRANSLATORS = re.compile(r"translators:[ \t]*(\S.*)", re.IGNORECASE)
_HASHES = re.compile(r"[ ]{0,3}#*[ \t]*")


def slides_passages(source: Source, gather: Gatherer, reader: Reader, *, module: bool) -> None:
    """Collect the passages of all slides, or of all pages of a module."""
    kinds = frozenset(MODULE_KINDS if module else LESSON_KINDS)
    part, key = ("why", "section") if module else (str(Stage.WELCOME), "stage")
    unnamed: dict[str, int] = {}
    for number, raw in enumerate(source.slides, 1):
        part = raw.attributes.get(key) or part
        base = raw.attributes.get("id") if module else next(_ids(raw.parts, kinds), "")
        if not is_id(base):
            # Counted within its stage, so that a slide put in elsewhere changes nothing here.
            unnamed[part] = unnamed.get(part, 0) + 1
            base = f"{part}-{unnamed[part]}"
        register = Register.CLASS if reader is Reader.PUPILS else Register.ADULTS
        frame = Frame(
            base=f"at-{base}",
            kind="page" if module else "slide",
            slide=number,
            slide_title=plain(raw.title),
            reader=reader,
            register=register,
            safety=part == Stage.SIGNPOST,
            told=" ".join(_told(raw.parts)),
        )
        _slide(gather, raw, frame, kinds)


def _slide(gather: Gatherer, raw: RawSlide, frame: Frame, kinds: frozenset[str]) -> None:
    if raw.title:
        _heading(gather, raw, frame)
    _parts(gather, raw.parts, frame, kinds)


def _heading(gather: Gatherer, raw: RawSlide, frame: Frame) -> None:
    whole = gather.lines.whole(raw.line)
    hashes = _HASHES.match(whole)
    column = whole.find(raw.title, hashes.end() if hashes else 0)
    if column >= 0:
        gather.add(frame, "heading", [Cut(raw.line, column, raw.title)], "heading")
        end = column + len(raw.title)
        if note := raw.attributes.get("sensitive"):
            adults = replace(frame, reader=Reader.TEACHERS, register=Register.ADULTS)
            attribute(gather, adults, raw.line, "sensitive", note, after=end)
        _pin_page(gather, raw, frame, whole.rstrip(), end)


def _pin_page(gather: Gatherer, raw: RawSlide, frame: Frame, whole: str, end: int) -> None:
    """Name a page whose id is made of its heading's words, as soon as any of it is in another language."""
    made = gather.ids.pages.get(raw.line, "")
    if not made or is_id(raw.attributes.get("id")):
        return
    start = gather.lines.offset(raw.line)
    if whole.endswith("}") and "{" in whole[end:]:
        gather.pin(
            replace(frame, group=f"{frame.base}/heading"),
            start + len(whole) - 1,
            start + len(whole) - 1,
            f" id={made}",
        )
    else:
        gather.pin(
            replace(frame, group=f"{frame.base}/heading"),
            start + len(whole),
            start + len(whole),
            f" {{id={made}}}",
        )


def _parts(gather: Gatherer, parts: Sequence[RawPart], frame: Frame, kinds: frozenset[str]) -> None:
    for part in parts:
        if isinstance(part, RawText):
            gather.markdown(frame, "text", cuts_of(part.lines), pictures=True)
        elif part.name == "only":
            nation = part.attributes.get("nation")
            base = f"{frame.base}/{'-'.join(one.strip() for one in nation.split(','))}"
            _parts(gather, part.parts, replace(frame, base=base, nation=nation), kinds)
        elif part.name == "notes" and part.name in kinds:
            notes = replace(
                frame,
                base=f"{frame.base}/notes",
                kind="notes",
                reader=Reader.TEACHERS,
                register=Register.ADULTS,
                nation="",
            )
            _notes(gather, cuts_of(part.lines()), notes)
        elif part.name in kinds and part.name != "comment":
            _block(gather, part, frame)


def _block(gather: Gatherer, raw: RawBlock, frame: Frame) -> None:
    name = raw.attributes.get("id")
    base = name if is_id(name) else f"{frame.base}/{raw.name}"
    compared = raw.attributes.get("compare")
    group = grouped(raw.name, compared if is_id(compared) else base)
    safety = frame.safety or raw.name == "help-routes"
    block_passages(gather, raw, replace(frame, base=base, kind=raw.name, group=group, safety=safety))


def _notes(gather: Gatherer, cuts: Sequence[Cut], frame: Frame) -> None:
    """Part notes at their labels, as readers do; the labels themselves are the program's words."""
    name, held = "text", []
    for cut in cuts:
        bare = cut.bare()
        if not (found := LABEL.match(bare.text)):
            held.append(cut)
            continue
        _note(gather, frame, name, held)
        label = found[1]
        name, held = label.split(" ", 1)[0].lower(), [bare.after(found.end(1) + 1)]
        if name == "if" and label != "If":
            condition = Cut(bare.number, bare.column + 2, label[2:]).bare()
            gather.add(frame, "if/when", [condition], "when", form=Form.LABEL, longest=LONGEST_CONDITION)
    _note(gather, frame, name, held)


def _note(gather: Gatherer, frame: Frame, name: str, held: Sequence[Cut]) -> None:
    for unit in units(held):
        gather.add(frame, name, unit.cuts, name)


def _ids(parts: Sequence[RawPart], kinds: frozenset[str]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, RawBlock):
            name = part.attributes.get("id")
            if part.name in kinds and is_id(name):
                yield name
            yield from _ids(part.parts, kinds)


def _told(parts: Sequence[RawPart]) -> Iterator[str]:
    """Give what authors say to translators: lines of a comment that begin so."""
    for part in parts:
        if not isinstance(part, RawBlock):
            continue
        if part.name == "comment":
            for line in part.lines():
                if found := _TO_TRANSLATORS.match(line.text.strip()):
                    yield found[1].strip()
        else:
            yield from _told(part.parts)
