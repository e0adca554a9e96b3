"""Reads a branching conversation: scenes that open with `@`, replies that lead on, endings with `next:`.

Nothing is judged here but what only the text shows; `practice_rules` does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rse_lessons.lesson.items import MAX_ITEMS, Item, Maker, make_options
from rse_lessons.lesson.source import Numbered, RawBlock
from rse_lessons.lesson.words import is_id
from rse_lessons.training.model import Practice, Reply, Scene

MAX_SCENES = 60
ANSWERS = ("taken", "asks", "better")
NEXT = "next"
_SCENE = re.compile(r"@[ \t]*(\S*)[ \t]*(.*)")
_QUESTION = re.compile(r"\?[ \t]+(.*)")
_REPLY = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)")
_EXPLAINS = re.compile(r"[ \t]*=[ \t]+(.*)")

Add = Callable[[str], None]


@dataclass(slots=True)
class _Reply:
    item: Item
    said: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Scene:
    id: str
    line: int
    text: list[str]
    question: str = ""
    replies: list[_Reply] = field(default_factory=list)
    next_step: str = ""
    overfull: bool = False


def read_conversation(raw: RawBlock, name: str, make: Maker) -> Practice:
    """Make a practice of its block."""
    reader = _Reader(make)
    for line in raw.lines():
        reader.take(line)
    scenes = tuple(_made(scene, make) for scene in reader.scenes)
    title = raw.attributes.get("title")
    return Practice(name, make.place(raw.line), title, scenes, reader.takeaway)


class _Reader:
    """Reads line by line, remembering what a line that merely goes on is added to."""

    def __init__(self, make: Maker) -> None:
        self.scenes: list[_Scene] = []
        self.takeaway = ""
        self._make = make
        self._goes_on: Add | None = None
        self._too_many = False

    def take(self, line: Numbered) -> None:
        if self._too_many:
            return
        bare = line.text.strip()
        if not bare:
            self._goes_on = None
            if self.scenes and not self.scenes[-1].replies:
                self.scenes[-1].text.append("")
        elif line.text.startswith("@"):
            self._open(line)
        elif found := _EXPLAINS.match(line.text):
            self._goes_on = self._take_away(found[1].strip())
        elif not self.scenes:
            sentence = "This stands before the first scene; a scene opens with @ and its id."
            self._error(line.number, sentence, "stray-text")
        else:
            self._take_in_scene(self.scenes[-1], line, bare)

    def _take_in_scene(self, scene: _Scene, line: Numbered, bare: str) -> None:
        name, colon, rest = bare.partition(":")
        if (found := _QUESTION.match(line.text)) and not scene.question:
            self._goes_on = self._ask(scene, found[1].strip())
        elif colon and name == NEXT:
            self._goes_on = self._lead_on(scene, rest.strip(), line.number)
        elif colon and name in ANSWERS:
            self._goes_on = self._answer(scene, name, rest.strip(), line.number)
        elif found := _REPLY.match(line.text):
            self._goes_on = self._reply(scene, found[1].strip(), line.number)
        elif self._goes_on:
            self._goes_on(bare)
        elif scene.replies or scene.next_step or scene.question or self.takeaway:
            sentence = "This line belongs to nothing; put it to the scene’s text, or to a reply."
            self._error(line.number, sentence, "stray-text")
        else:
            scene.text.append(line.text)

    def _open(self, line: Numbered) -> None:
        found = _SCENE.match(line.text)
        name, rest = (found[1], found[2]) if found else ("", "")
        if len(self.scenes) == MAX_SCENES:
            sentence = f"A conversation may have {MAX_SCENES} scenes; make two of it."
            self._error(line.number, sentence, "too-many-items")
            self._too_many = True
            return
        if not name:
            sentence = "This scene needs an id after the @, like “@ listens”, so that replies can lead to it."
            self._error(line.number, sentence, "missing-id")
        elif not is_id(name):
            sentence = f"“{name[:60]}” cannot be a scene's id; use lower-case letters, digits and hyphens."
            self._error(line.number, sentence, "bad-id")
        self.scenes.append(_Scene(name, line.number, [rest.strip()]))
        self._goes_on = None

    def _take_away(self, text: str) -> Add:
        def add(more: str) -> None:
            self.takeaway = f"{self.takeaway} {more}".strip()

        add(text)
        return add

    def _ask(self, scene: _Scene, text: str) -> Add:
        def add(more: str) -> None:
            scene.question = f"{scene.question} {more}".strip()

        add(text)
        return add

    def _lead_on(self, scene: _Scene, text: str, line: int) -> Add:
        if scene.next_step:
            self._error(line, "This scene already says what comes next; keep one of them.", "stray-text")

        def add(more: str) -> None:
            scene.next_step = f"{scene.next_step} {more}".strip()

        add(text)
        return add

    def _answer(self, scene: _Scene, name: str, text: str, line: int) -> Add:
        if not scene.replies:
            self._error(line, f"“{name}:” stands under a reply; there is none before it here.", "stray-text")
            return _drop
        said = scene.replies[-1].said
        if name in said:
            self._error(line, f"This reply says “{name}:” twice; keep one of them.", "stray-text")
        elif not text:
            sentence = f"There is nothing after “{name}:”; say it, or take the line away."
            self._error(line, sentence, "empty-item")

        def add(more: str) -> None:
            said[name] = f"{said.get(name, '')} {more}".strip()

        add(text)
        return add

    def _reply(self, scene: _Scene, text: str, line: int) -> Add:
        if len(scene.replies) >= MAX_ITEMS:
            if not scene.overfull:
                sentence = f"A scene may have {MAX_ITEMS} replies; take some away."
                self._error(line, sentence, "too-many-items")
            scene.overfull = True
            return _drop
        item = Item(line, text)
        scene.replies.append(_Reply(item))

        def add(more: str) -> None:
            item.text = f"{item.text} {more}"

        return add

    def _error(self, line: int, sentence: str, rule: str) -> None:
        self._make.findings.error(line, sentence, rule)


def _drop(_: str) -> None:
    """Take a line that belongs to nothing, which was told."""


def _made(scene: _Scene, make: Maker) -> Scene:
    text = "\n".join(scene.text).strip()
    replies = tuple(_replies(scene.replies, make))
    return Scene(scene.id, make.place(scene.line), text, scene.question, replies, scene.next_step)


def _replies(replies: list[_Reply], make: Maker) -> Iterable[Reply]:
    options = make_options((reply.item for reply in replies), make, arrows=True)
    for option, reply in zip(options, replies, strict=True):
        taken, asks, better = (reply.said.get(name, "") for name in ANSWERS)
        yield Reply(
            option.id, option.text, option.place, option.goes_to, taken, asks, better, "{{source:" in asks
        )
