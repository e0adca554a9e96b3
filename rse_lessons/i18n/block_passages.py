"""The passages of a block: what it says, item by item, under contexts made of ids and never of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rse_lessons.i18n.markdown_units import units
from rse_lessons.i18n.names_in_words import Ids
from rse_lessons.i18n.passages import Collected, Form, Passage, Pin, Reader, Register, Slot, has_words, kept
from rse_lessons.i18n.said import Said, body, conversation, cuts_of, story, without_quoted
from rse_lessons.i18n.stretches import Cut, Lines, Stretch
from rse_lessons.i18n.words_to_translators import note_for
from rse_lessons.lesson.items import ARROW
from rse_lessons.lesson.source import RawBlock
from rse_lessons.lesson.words import is_id

_ID = re.compile(r"\[([^\[\]]*)\](?!\()(?=[ \t]|$)[ \t]*")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^()]*)\)[ \t]*")
_SAFETY = re.compile(
    r"\{\{(?:helpline:|term:safeguarding-lead)|thank you for telling|not your fault", re.IGNORECASE
)
_PARTED = frozenset({"handout", "guidance", "question-box"})
"""Blocks that are read a paragraph at a time: a part of them may stand in English."""
_MARKDOWN = _PARTED | {"help-routes"}
_FIELDS = {"sort": ("columns",), "line": ("ends",)}
_SINGLE_CHILD = frozenset({"help-routes", "handout", "question-box"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Where passages stand: slide, block, reader."""

    base: str
    """What their contexts begin with."""
    kind: str
    slide: int
    slide_title: str
    reader: Reader
    register: Register
    group: str = ""
    safety: bool = False
    nation: str = ""
    told: str = ""
    """A word of the author's to translators, for this slide."""


class Gatherer:
    """Collects the passages of one file."""

    def __init__(self, name: str, lines: Lines, ids: Ids) -> None:
        """Take the file's id, which every context begins with."""
        self.lines = lines
        self.ids = ids
        self.found = Collected()
        self._name = name
        self._taken: dict[str, int] = {}

    def add(
        self,
        frame: Frame,
        name: str,
        cuts: Sequence[Cut],
        role: str,
        *,
        form: Form = Form.TEXT,
        longest: int | None = None,
    ) -> None:
        """Add a passage; words that are none (numbers, a placeholder alone) are none."""
        wanted = [*cuts]
        while wanted and not wanted[0].text.strip():
            wanted.pop(0)
        if not wanted or not has_words("".join(cut.text for cut in wanted)):
            return
        stretch = self.lines.stretch(wanted)
        self.add_stretch(frame, name, stretch, role=role, form=form, longest=longest)

    def add_stretch(
        self, frame: Frame, name: str, stretch: Stretch, *, role: str, form: Form, longest: int | None = None
    ) -> None:
        """Add a passage of a stretch."""
        note = note_for(frame.kind, role, frame.reader, frame.register)
        context = self._unique(f"{self._name}/{frame.base}/{name}" if frame.base else f"{self._name}/{name}")
        passage = Passage(
            context=context,
            text=stretch.text,
            kind=frame.kind,
            line=stretch.line,
            reader=frame.reader,
            register=frame.register,
            slide=frame.slide,
            slide_title=frame.slide_title,
            longest=longest,
            keeps=kept(stretch.text),
            note=" ".join(
                filter(None, (note, f"Only for {frame.nation}." if frame.nation else "", frame.told))
            ),
            group=f"{self._name}/{frame.group}" if frame.group else context,
            safety=frame.safety or _SAFETY.search(stretch.text) is not None,
        )
        self.found.slots.append(Slot(passage, stretch.start, stretch.end, form, stretch.joint))

    def pin(self, frame: Frame, start: int, end: int, text: str) -> None:
        """Have a stretch written anew with its block."""
        self.found.pins.append(Pin(start, end, text, f"{self._name}/{frame.group or frame.base}"))

    def _unique(self, context: str) -> str:
        number = self._taken[context] = self._taken.get(context, 0) + 1
        return context if number == 1 else f"{context}~{number}"

    def markdown(self, frame: Frame, name: str, cuts: Sequence[Cut], *, pictures: bool = False) -> None:
        """Add a passage for each paragraph, item and cell."""
        for unit in units(cuts, pictures=pictures):
            role = "picture" if unit.kind == "picture" else name
            self.add(frame, "picture" if role == "picture" else name, unit.cuts, role)


def block_passages(gather: Gatherer, raw: RawBlock, frame: Frame) -> None:
    """Collect what a block says. `frame` is made for it, its kind the block's name."""
    if frame.kind in _SINGLE_CHILD and frame.reader is Reader.PUPILS:
        frame = replace(frame, register=Register.CHILD)
    if title := raw.attributes.get("title"):
        attribute(gather, frame, raw.line, "title", title)
    cuts = cuts_of(raw.lines())
    if frame.kind in _MARKDOWN:
        gather.markdown(frame, "text", cuts)
        return
    reader = _BlockReader(gather, frame, raw)
    for said in _said(raw, cuts):
        reader.take(said)


def grouped(name: str, base: str) -> str:
    """Give the group of a block: whole or English; nothing for one that may be partly English."""
    return "" if name in _PARTED else base


def _said(raw: RawBlock, cuts: Sequence[Cut]) -> Iterable[Said]:
    name = raw.name
    if name == "scenario":
        return story(cuts)
    if name == "practice":
        return conversation(cuts)
    if name == "rewrite" or (name == "check" and raw.attributes.get("kind") == "spot"):
        taken, rest = without_quoted(cuts, ("model",) if name == "rewrite" else ())
        return [*taken, *body(rest)]
    return body(cuts, _FIELDS.get(name, ()))


class _BlockReader:
    """Adds what a block says, remembering what its items are called."""

    def __init__(self, gather: Gatherer, frame: Frame, raw: RawBlock) -> None:
        self._gather = gather
        self._frame = frame
        self._name = raw.name
        self._pairs = raw.name == "match" or (raw.name == "check" and raw.attributes.get("kind") == "match")
        self._items: dict[tuple[str, int], str] = {}

    def take(self, said: Said) -> None:
        """Add one thing that is said."""
        # What is to be taken away is the whole block's, whatever step it stands under.
        step = f"{said.step}/" if said.step and said.role != "takeaway" else ""
        if said.role == "prompt":
            for unit in units(said.cuts):
                self._add(f"{step}prompt", unit.cuts, "prompt")
        elif said.role in ("columns", "ends"):
            self._bar(said)
        elif said.role == "item":
            self._item(said, step)
        elif said.item:
            name = self._items.get((said.step, said.item))
            if name is not None:
                self._add(f"{step}{name}/{said.role}", said.cuts, said.role)
        else:
            self._add(f"{step}{said.role}", said.cuts, said.role)

    def _add(self, name: str, cuts: Sequence[Cut], role: str) -> None:
        self._gather.add(self._frame, name, cuts, role)

    def _bar(self, said: Said) -> None:
        """Add what stands between bars; of columns their ids as well."""
        line = said.cuts[0]
        names = self._gather.ids.columns.get(line.number, []) if said.role == "columns" else []
        place = number = 0
        for part in line.text.split("|"):
            cut = Cut(line.number, line.column + place, part).bare()
            place += len(part) + 1
            if cut.text:
                number += 1
                written = ""
                if names:
                    cut, written = self._without_id(cut, names[number - 1] if number <= len(names) else "")
                self._add(f"{said.role}/{written or number}/name", [cut], said.role)

    def _item(self, said: Said, step: str) -> None:
        line = said.cuts[0].number
        if self._name == "discuss":
            self._items[said.step, said.item] = name = f"item-{said.item}"
            self._add(f"{step}{name}/text", said.cuts, "item")
            return
        made = self._gather.ids.items.get(line, "")
        if not made:
            return  # one too many, which no reader shows
        arrows = self._pairs or self._name in ("sort", "scenario", "practice")
        cuts, target = _parted(said.cuts) if arrows else ([*said.cuts], [])
        first, written = self._without_id(cuts[0], made)
        cuts[0] = first
        # Never a name made of the words: it would be another when the words are.
        self._items[said.step, said.item] = name = written or f"item-{said.item}"
        if found := _PICTURE.match(first.text):
            described = Cut(first.number, first.column + found.start(1), found[1])
            self._add(f"{step}{name}/picture", [described], "picture")
            cuts[0] = first.after(found.end())
        self._add(f"{step}{name}/text", cuts, "item")
        if target and self._pairs:
            right, _ = self._without_id(target[0], self._gather.ids.rights.get(line, ""))
            self._add(f"{step}{name}/right", [right, *target[1:]], "right")
        elif target and self._name == "sort":
            stretch = self._gather.lines.stretch(target)
            column = self._gather.ids.targets.get(line, "")
            if is_id(column) and column != stretch.text:
                self._gather.pin(self._frame, stretch.start, stretch.end, column)

    def _without_id(self, cut: Cut, made: str) -> tuple[Cut, str]:
        """Take `[id]` off an item and give it; where none is written, pin the one that readers made."""
        found = _ID.match(cut.text)
        if found and is_id(found[1]):
            return cut.after(found.end()), found[1]
        start = self._gather.lines.offset(cut.number, cut.column)
        if made:
            self._gather.pin(self._frame, start, start + (found.end() if found else 0), f"[{made}] ")
        return (cut.after(found.end()) if found else cut), ""


def _parted(cuts: Sequence[Cut]) -> tuple[list[Cut], list[Cut]]:
    """Part an item at its last arrow."""
    for number in range(len(cuts) - 1, -1, -1):
        cut = cuts[number]
        before, arrow, _ = cut.text.rpartition(ARROW)
        if arrow:
            words = [*cuts[:number], Cut(cut.number, cut.column, before.rstrip())]
            if number and not words[-1].text:
                words.pop()
            target = [cut.after(len(before) + len(ARROW)), *cuts[number + 1 :]]
            return words, [one for one in target if one.text]
    return [*cuts], []


def attribute(gather: Gatherer, frame: Frame, line: int, name: str, value: str, *, after: int = 0) -> None:
    """Add the value of an attribute, with its quotation marks."""
    whole = gather.lines.whole(line)
    for found in re.finditer(rf"""(?<![\w-]){name}=("[^"]*"|[^\s"{{}}]+)""", whole[after:]):
        if found[1].strip('"') == value and has_words(value):
            start = gather.lines.offset(line, after + found.start(1))
            stretch = Stretch(start, start + len(found[1]), value, "", line)
            gather.add_stretch(frame, name, stretch, role=name, form=Form.ATTRIBUTE)
            return
