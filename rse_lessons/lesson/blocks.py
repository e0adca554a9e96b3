"""From a raw block to what it is: one function a kind, in a table.

A block that says too little still becomes a value, as complete as it can be, so that a lesson with a
mistake can be looked at; what it lacks is judged by `rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from rse_lessons.lesson.items import Body, Maker, make_options, read_body, split_bar
from rse_lessons.lesson.model import (
    Block,
    Diamond,
    Discuss,
    GroundRules,
    Handout,
    HelpRoutes,
    Line,
    Misconception,
    NotePart,
    Option,
    Order,
    QuestionBox,
    Quiz,
    Reveal,
    Scenario,
    Sort,
    Step,
    TalkStep,
    Vote,
)
from rse_lessons.lesson.source import Numbered, RawBlock
from rse_lessons.lesson.words import is_id, plain, slug

THINK_PAIR_SHARE = "think-pair-share"
HOW = ("think", "pairs", "groups", "class", THINK_PAIR_SHARE)
DISCUSS_SECONDS = 120
TALK_STEPS: Mapping[str, int] = {"think": 60, "pair": 120, "share": 180}
"""The steps of think-pair-share with the seconds that each has unless the lesson says otherwise."""
MAX_STEPS = 60
_LABEL = re.compile(r"(Say|Ask|Do|Listen for|If\b[^:]{0,120}|Adapt|Time):(?:[ \t]+(.*)|$)")
_STEP = re.compile(r"@[ \t]*(\S*)[ \t]*(.*)")
_QUESTION = re.compile(r"\?[ \t]+(.*)")


def minutes_to_seconds(text: str) -> int | None:
    """Give the seconds of `8` or `1.5` minutes, up to two hours; None for anything else."""
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", text, re.ASCII):
        return None
    seconds = round(float(text) * 60)
    return seconds if seconds <= 7_200 else None


def note_parts(lines: tuple[Numbered, ...], conditions: Collection[int] = ()) -> tuple[NotePart, ...]:
    """Part a teacher's notes by their labels (`Say:`, `Listen for:`, `If …:` and so on).

    On the lines `conditions` the words after If are a whole condition in another language.
    """
    parts: list[tuple[str, list[str]]] = []
    for number, text in lines:
        if found := _LABEL.match(text.strip()):
            label = found[1].removeprefix("If").strip() if number in conditions else found[1]
            parts.append((plain(label), [found[2] or ""]))
        elif parts:
            parts[-1][1].append(text)
        elif text.strip():
            parts.append(("", [text]))
    return tuple(NotePart(label, "\n".join(text).strip()) for label, text in parts)


def _discuss(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    _nothing_to_take_away(body, raw, make)
    given = raw.attributes.get
    seconds = minutes_to_seconds(given("minutes")) or DISCUSS_SECONDS
    how = raw.attributes.get("how", "pairs")
    steps: tuple[TalkStep, ...] = ()
    if how == THINK_PAIR_SHARE:
        steps = tuple(
            TalkStep(way, minutes_to_seconds(given(way)) or usual) for way, usual in TALK_STEPS.items()
        )
        seconds = sum(step.seconds for step in steps)
    points = tuple(item.text for item in body.items)
    how = how if how in HOW else "pairs"
    return Discuss(name, make.place(raw.line), body.prompt, seconds, how, points, steps)


def _quiz(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    answers = tuple(part.strip() for part in raw.attributes.get("answer").split(",") if part.strip())
    options = make_options(body.items, make)
    return Quiz(name, make.place(raw.line), body.prompt, options, answers, body.takeaway)


def _sort(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings, ("columns",))
    columns = make_options(split_bar(body.fields["columns"]), make) if "columns" in body.fields else ()
    by_name = {slug(column.text): column.id for column in columns}
    by_name |= {column.id: column.id for column in columns}
    cards = tuple(
        _going_to(card, by_name.get(card.goes_to) or by_name.get(slug(card.goes_to)) or card.goes_to)
        for card in make_options(body.items, make, arrows=True)
    )
    return Sort(name, make.place(raw.line), body.prompt, columns, cards, body.takeaway)


def _going_to(card: Option, column: str) -> Option:
    return Option(card.id, card.text, card.place, card.explanation, column, card.picture)


def _order(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    steps = make_options(body.items, make)
    return Order(name, make.place(raw.line), body.prompt, steps, body.takeaway)


def _line(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings, ("ends",))
    ends = [item.text for item in split_bar(body.fields["ends"])] if "ends" in body.fields else []
    two = (ends[0], ends[1]) if len(ends) == 2 else ("", "")
    cards = make_options(body.items, make)
    return Line(name, make.place(raw.line), body.prompt, two, cards, body.takeaway)


def _diamond(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    cards = make_options(body.items, make)
    return Diamond(name, make.place(raw.line), body.prompt, cards, body.takeaway)


def _scenario(raw: RawBlock, name: str, make: Maker) -> Block:
    steps: list[Step] = []
    takeaway = ""
    for mark, lines in _steps(raw, make):
        question = next((found[1] for line in lines if (found := _QUESTION.match(line.text))), "")
        body = read_body([line for line in lines if not _QUESTION.match(line.text)], make.findings)
        takeaway = takeaway or body.takeaway
        steps.append(_step(mark, body, question, make))
    return Scenario(name, make.place(raw.line), tuple(steps), takeaway)


def _steps(raw: RawBlock, make: Maker) -> list[tuple[Numbered, list[Numbered]]]:
    """Part the lines of a scenario at its `@` lines."""
    steps: list[tuple[Numbered, list[Numbered]]] = []
    for line in raw.lines():
        if line.text.startswith("@"):
            if len(steps) == MAX_STEPS:
                sentence = f"A scenario may have {MAX_STEPS} steps; make two of it."
                make.findings.error(line.number, sentence, "too-many-items")
                break
            steps.append((line, []))
        elif steps:
            steps[-1][1].append(line)
        elif line.text.strip():
            sentence = "This stands before the first step; a step opens with @ and its id."
            make.findings.error(line.number, sentence, "stray-text")
    return steps


def _step(mark: Numbered, body: Body, question: str, make: Maker) -> Step:
    found = _STEP.match(mark.text)
    name, rest = (found[1], found[2]) if found else ("", "")
    if not name:
        sentence = "This step needs an id after the @, like “@ ask-ben”, so that choices can lead to it."
        make.findings.error(mark.number, sentence, "missing-id")
    elif not is_id(name):
        sentence = f"“{name}” cannot be a step's id; use lower-case letters, digits and single hyphens."
        make.findings.error(mark.number, sentence, "bad-id")
    text = "\n".join(part for part in (rest.strip(), body.prompt) if part)
    choices = make_options(body.items, make, arrows=True)
    return Step(name, make.place(mark.number), text, question.strip(), choices)


def _vote(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    options = make_options(body.items, make)
    compare = raw.attributes.get("compare")
    return Vote(name, make.place(raw.line), body.prompt, options, compare, body.takeaway)


def _reveal(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    return Reveal(name, make.place(raw.line), body.prompt, make_options(body.items, make), body.takeaway)


def _nothing_to_take_away(body: Body, raw: RawBlock, make: Maker) -> None:
    if body.takeaway:
        sentence = (
            f"A block “{raw.name}” shows nothing to take away; put what follows the = into the slide's text."
        )
        make.findings.error(raw.line, sentence, "stray-text")


def _ground_rules(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    _nothing_to_take_away(body, raw, make)
    return GroundRules(name, make.place(raw.line), make_options(body.items, make))


def _question_box(raw: RawBlock, name: str, make: Maker) -> Block:
    return QuestionBox(name, make.place(raw.line), _markdown(raw))


def _help_routes(raw: RawBlock, name: str, make: Maker) -> Block:  # noqa: ARG001  every kind has the same shape
    return HelpRoutes(make.place(raw.line), _markdown(raw))


def _misconception(raw: RawBlock, name: str, make: Maker) -> Block:
    body = read_body(raw.lines(), make.findings)
    return Misconception(name, make.place(raw.line), body.prompt, body.takeaway)


def _handout(raw: RawBlock, name: str, make: Maker) -> Block:
    return Handout(name, make.place(raw.line), raw.attributes.get("title"), _markdown(raw))


def _markdown(raw: RawBlock) -> str:
    return "\n".join(line.text for line in raw.lines()).strip()


class Kind(NamedTuple):
    """What a kind of block may carry and which function makes it."""

    attributes: frozenset[str]
    make: Callable[[RawBlock, str, Maker], Block] | None = None
    """None for what is no block of a slide: `notes`, `comment`, and `only`, which holds others."""


_ID = frozenset({"id"})
KINDS: Mapping[str, Kind] = {
    "notes": Kind(frozenset()),
    "discuss": Kind(_ID | {"minutes", "how", *TALK_STEPS}, _discuss),
    "quiz": Kind(_ID | {"answer"}, _quiz),
    "sort": Kind(_ID, _sort),
    "order": Kind(_ID, _order),
    "line": Kind(_ID, _line),
    "diamond": Kind(_ID, _diamond),
    "scenario": Kind(_ID, _scenario),
    "vote": Kind(_ID | {"compare"}, _vote),
    "reveal": Kind(_ID, _reveal),
    "ground-rules": Kind(_ID, _ground_rules),
    "question-box": Kind(_ID, _question_box),
    "help-routes": Kind(frozenset(), _help_routes),
    "misconception": Kind(_ID, _misconception),
    "handout": Kind(_ID | {"title"}, _handout),
    "only": Kind(frozenset({"nation"})),
    "comment": Kind(frozenset()),
}
SLIDE_ATTRIBUTES = frozenset({"stage", "minutes", "layout", "sensitive"})
LAYOUTS = ("title", "picture-left", "picture-right", "calm")
