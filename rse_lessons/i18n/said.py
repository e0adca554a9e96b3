"""What each line of a block says: prompt, item, why, takeaway, as `lesson.items` and `training` read it.

The readers give values and forget where the words stood; here is where they stand, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rse_lessons.i18n.stretches import Cut
from rse_lessons.lesson.source import Numbered

ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
_EMPTY_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+$")
_EXPLAINS = re.compile(r"([ \t]*)=[ \t]+")
_STEP = re.compile(r"@[ \t]*(\S*)[ \t]*")
_QUESTION = re.compile(r"\?[ \t]+")
ANSWERS = ("taken", "asks", "better", "next")


@dataclass(slots=True)
class Said:
    """Words that belong together, and what they are in their block."""

    role: str
    """`prompt`, `item`, `why`, `takeaway`, `question`, `quoted`, or the name of a field such as `columns`."""
    cuts: list[Cut]
    item: int = 0
    """To which item it belongs, from 1."""
    step: str = ""
    """To which step of a story or scene of a conversation it belongs."""


@dataclass(slots=True)
class Block:
    """What is collected of a block, or of one step of it."""

    step: str = ""
    said: list[Said] = field(default_factory=list)
    items: int = 0
    goes_on: Said | None = None
    begun: bool = False
    """Whether a list or an explanation has begun, so that no prompt can follow."""

    def add(self, role: str, cut: Cut, *, item: int = 0) -> None:
        """Open something new, which the next line may go on with."""
        self.goes_on = Said(role, [cut], item, self.step)
        self.said.append(self.goes_on)

    def prompt(self, cut: Cut) -> None:
        """Add a line to the prompt; blank ones part its paragraphs."""
        if not self.said or self.said[-1].role != "prompt":
            self.said.append(Said("prompt", [], 0, self.step))
        self.said[-1].cuts.append(cut)

    def go_on(self, cut: Cut) -> bool:
        """Add a line to what it goes on with; False when there is nothing."""
        if self.goes_on is None or self.goes_on.cuts[-1].number + 1 != cut.number:
            return False
        self.goes_on.cuts.append(cut)
        return True


def cuts_of(lines: Iterable[Numbered]) -> list[Cut]:
    """Give the lines of a block as cuts."""
    return [Cut(line.number, 0, line.text) for line in lines]


def body(cuts: Sequence[Cut], fields: tuple[str, ...] = (), step: str = "") -> list[Said]:
    """Read the lines of a block, or of a step, as `lesson.items.read_body` does."""
    block = Block(step)
    for cut in cuts:
        _take(block, cut, fields)
    return block.said


def _take(block: Block, cut: Cut, fields: tuple[str, ...]) -> None:
    bare = cut.text.strip()
    name, colon, _ = bare.partition(":")
    if not bare:
        block.goes_on = None
        if not block.begun:
            block.prompt(cut)
    elif found := _EXPLAINS.match(cut.text):
        inner = bool(found[1] and block.items)
        block.begun = True
        block.add("why" if inner else "takeaway", cut.after(found.end()), item=block.items if inner else 0)
    elif colon and name in fields:
        block.said.append(Said(name, [cut.bare().after(len(name) + 1)], 0, block.step))
        block.goes_on = None
    elif found := ITEM.match(cut.text):
        block.items += 1
        block.begun = True
        block.add("item", cut.after(found.end()), item=block.items)
    elif _EMPTY_ITEM.match(cut.text):
        block.items += 1
        block.begun, block.goes_on = True, None
    elif not block.go_on(cut.bare()) and not block.begun:
        block.prompt(cut)


def story(cuts: Sequence[Cut]) -> Iterator[Said]:
    """Read the steps of a scenario, as `lesson.blocks` does."""
    steps: list[tuple[str, list[Cut]]] = []
    questions: dict[int, Said] = {}
    for cut in cuts:
        if cut.text.startswith("@"):
            found = _STEP.match(cut.text)
            steps.append((found[1] if found else "", [cut.after(found.end() if found else 1)]))
        elif not steps:
            continue
        elif found := _QUESTION.match(cut.text):
            questions.setdefault(len(steps), Said("question", [cut.after(found.end())], 0, steps[-1][0]))
        else:
            steps[-1][1].append(cut)
    for number, (name, lines) in enumerate(steps, 1):
        yield from body(lines, step=name)
        if number in questions:
            yield questions[number]


def conversation(cuts: Sequence[Cut]) -> Iterator[Said]:
    """Read the scenes of a practice, as `training.conversation` does."""
    scene: Block | None = None
    for cut in cuts:
        bare = cut.text.strip()
        if cut.text.startswith("@"):
            if scene:
                yield from scene.said
            found = _STEP.match(cut.text)
            scene = Block(found[1] if found else "")
            scene.prompt(cut.after(found.end() if found else 1))
        elif scene is not None and not bare:
            scene.goes_on = None
            if not scene.items:
                scene.prompt(cut)
        elif scene is not None:
            _take_in_scene(scene, cut)
    if scene:
        yield from scene.said


def _take_in_scene(scene: Block, cut: Cut) -> None:
    bare = cut.bare()
    name, colon, _ = bare.text.partition(":")
    asked = any(said.role == "question" for said in scene.said)
    if found := _EXPLAINS.match(cut.text):
        scene.begun = True
        scene.add("takeaway", cut.after(found.end()))
    elif (found := _QUESTION.match(cut.text)) and not asked:
        scene.begun = True
        scene.add("question", cut.after(found.end()))
    elif colon and name in ANSWERS:
        scene.begun = True
        scene.add(name, bare.after(len(name) + 1), item=0 if name == "next" else scene.items)
    elif found := ITEM.match(cut.text):
        scene.items += 1
        scene.begun = True
        scene.add("item", cut.after(found.end()), item=scene.items)
    elif not scene.go_on(bare) and not scene.begun:
        scene.prompt(cut)


def without_quoted(cuts: Sequence[Cut], names: tuple[str, ...] = ()) -> tuple[list[Said], list[Cut]]:
    """Take the text in lines that begin with `>`, and fields that go on, out of a block's lines."""
    said: list[Said] = []
    rest: list[Cut] = []
    open_: Said | None = None
    for cut in cuts:
        bare = cut.bare()
        name, colon, _ = bare.text.partition(":")
        goes_on = open_ is not None and open_.cuts[-1].number + 1 == cut.number
        if bare.text.startswith(">"):
            inner = bare.after(1)
            if open_ is not None and goes_on and open_.role == "quoted" and inner.text:
                open_.cuts.append(inner)
            else:
                open_ = Said("quoted", [inner]) if inner.text else None
                said += [open_] if open_ else []
        elif colon and name in names:
            open_ = Said(name, [bare.after(len(name) + 1)])
            said.append(open_)
        elif open_ and goes_on and open_.role != "quoted" and bare.text and not _begins(cut.text):
            open_.cuts.append(bare)
        else:
            open_ = None
            rest.append(cut)
            continue
        rest.append(Cut(cut.number, 0, ""))
    return said, rest


def _begins(text: str) -> bool:
    return bool(ITEM.match(text) or _EMPTY_ITEM.match(text) or _EXPLAINS.match(text))
