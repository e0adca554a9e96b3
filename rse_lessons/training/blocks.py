"""From a raw block to what it is in a module: one function a kind, in a table.

A block that says too little still becomes a value, as complete as it can be, so that a module with a
mistake can be looked at; what it lacks is judged by the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.items import Body, Item, Maker, make_options, read_body
from rse_lessons.lesson.model import Misconception, Option
from rse_lessons.lesson.source import RawBlock
from rse_lessons.lesson.source_rules import Format
from rse_lessons.training.conversation import read_conversation
from rse_lessons.training.model import (
    Arrange,
    CheckKind,
    Example,
    Guidance,
    Match,
    ModuleBlock,
    Question,
    Reflect,
    Rewrite,
    Tasks,
)
from rse_lessons.training.quoting import take_out

MODEL = "model"
YES = "yes"
CHOSEN = (CheckKind.SINGLE, CheckKind.SEVERAL, CheckKind.SPOT)
"""Kinds of question whose right answers are named by `answer=`."""
_KINDS = frozenset(CheckKind)


def _guidance(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:  # noqa: ARG001  every kind has the same shape
    text = "\n".join(line.text for line in raw.lines()).strip()
    return Guidance(make.place(raw.line), raw.attributes.get("source"), text)


def _example(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    body = read_body(raw.lines(), make.findings)
    title, steps = raw.attributes.get("title"), make_options(body.items, make)
    return Example(name, make.place(raw.line), title, body.prompt, steps, body.takeaway)


def _misconception(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    body = read_body(raw.lines(), make.findings)
    return Misconception(name, make.place(raw.line), body.prompt, body.takeaway)


def _order(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    body = read_body(raw.lines(), make.findings)
    return Arrange(name, make.place(raw.line), body.prompt, make_options(body.items, make), body.takeaway)


def _match(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    body = read_body(raw.lines(), make.findings)
    lefts, rights = _pairs(body, make)
    return Match(name, make.place(raw.line), body.prompt, lefts, rights, body.takeaway)


def _pairs(body: Body, make: Maker) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
    """Make the two sides of `- left -> right`; a left side without a right one goes nowhere."""
    written = make_options(body.items, make, arrows=True)
    said = (Item(left.place.line, left.goes_to) for left in written if left.goes_to)
    # Two right sides alike are one mistake, told by the rules, and not also one of their ids.
    rights = make_options(said, replace(make, findings=Findings(make.path)))
    ids = iter(rights)
    lefts = tuple(replace(left, goes_to=next(ids).id) if left.goes_to else left for left in written)
    return lefts, rights


def _rewrite(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    taken = take_out(raw.lines(), (MODEL,))
    body = read_body(taken.rest, make.findings)
    _nothing_to_take_away(body, raw, make)
    reasons = make_options(body.items, make)
    model = taken.fields.get(MODEL, "")
    return Rewrite(name, make.place(raw.line), body.prompt, taken.quoted, model, reasons)


def _check(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    given = raw.attributes.get
    kind = CheckKind(given("kind")) if given("kind") in _KINDS else CheckKind.SINGLE
    spot = kind is CheckKind.SPOT
    taken = take_out(raw.lines()) if spot else None
    body = read_body(taken.rest if taken else raw.lines(), make.findings)
    rights: tuple[Option, ...] = ()
    answers = tuple(dict.fromkeys(part.strip() for part in given("answer").split(",") if part.strip()))
    if kind is CheckKind.MATCH:
        options, rights = _pairs(body, make)
        answers = ()
    else:
        options = make_options(body.items, make)
    if kind is CheckKind.ORDER:
        answers = tuple(option.id for option in options)
    return Question(
        name,
        make.place(raw.line),
        kind,
        body.prompt,
        options,
        answers,
        rights,
        taken.quoted if taken else "",
        given("page"),
        given("scenario") == YES,
        body.takeaway,
    )


def _reflect(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    body = read_body(raw.lines(), make.findings)
    _nothing_to_take_away(body, raw, make)
    return Reflect(name, make.place(raw.line), body.prompt, make_options(body.items, make))


def _tasks(raw: RawBlock, name: str, make: Maker) -> ModuleBlock:
    body = read_body(raw.lines(), make.findings)
    _nothing_to_take_away(body, raw, make)
    return Tasks(name, make.place(raw.line), body.prompt, make_options(body.items, make))


def _nothing_to_take_away(body: Body, raw: RawBlock, make: Maker) -> None:
    if body.takeaway:
        sentence = f"A block “{raw.name}” shows nothing to take away; put what follows the = beside it."
        make.findings.error(raw.line, sentence, "stray-text")


class Kind(NamedTuple):
    """What a kind of block may carry, what it needs, and which function makes it."""

    attributes: frozenset[str]
    make: Callable[[RawBlock, str, Maker], ModuleBlock] | None = None
    """None for `comment`, and `only`, which holds others."""
    needed: tuple[str, ...] = ()


_ID = frozenset({"id"})
_TITLED = _ID | {"title"}
KINDS: Mapping[str, Kind] = {
    "guidance": Kind(frozenset({"source"}), _guidance, ("source",)),
    "example": Kind(_TITLED, _example, ("title",)),
    "misconception": Kind(_ID, _misconception),
    "order": Kind(_ID, _order),
    "match": Kind(_ID, _match),
    "practice": Kind(_TITLED, read_conversation, ("title",)),
    "rewrite": Kind(_ID, _rewrite),
    "check": Kind(_ID | {"kind", "answer", "page", "scenario"}, _check, ("kind",)),
    "reflect": Kind(_ID, _reflect),
    "tasks": Kind(_ID, _tasks),
    "only": Kind(frozenset({"nation"}), needed=("nation",)),
    "comment": Kind(frozenset()),
}
PAGE_ATTRIBUTES = frozenset({"section", "minutes", "id"})
MODULES = Format(
    blocks={name: kind.attributes for name, kind in KINDS.items()},
    heading=PAGE_ATTRIBUTES,
    needed={name: kind.needed for name, kind in KINDS.items() if kind.needed},
    whole="module",
    part="page",
    reader="teachers",
    placeholders=("term", "helpline", "source"),
)
"""What the file of a module may hold."""
