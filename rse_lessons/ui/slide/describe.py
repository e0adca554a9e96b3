"""A slide in plain words, in reading order: for the text view beside the slide, and for announcements.

Everything that is shown is said, with what a picture shows and how things stand. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson import model
from rse_lessons.ui.slide import describe_cards
from rse_lessons.ui.slide.blocks import discuss, kit, vote
from rse_lessons.ui.slide.lines import Line, ended, words_of
from rse_lessons.ui.slide.look import SlideLook, routes_of, speaking_in
from rse_lessons.ui.slide.markup import Passage, passages, plain
from rse_lessons.ui.slide.page import part_id, shown_parts

__all__ = ["Line", "describe", "words_of"]

_Lines = Iterator[Line]


def describe(
    slide: model.Slide, look: SlideLook, states: Mapping[str, object] | None = None
) -> tuple[Line, ...]:
    """Say a slide in the states of its blocks; without a state a block is said whole.

    The program's own words are in the look's language.
    """
    with speaking_in(look):
        return _described(slide, look, states or {})


def _described(slide: model.Slide, look: SlideLook, states: Mapping[str, object]) -> tuple[Line, ...]:
    found = [Line("heading", slide.title)] if slide.title.strip() else []
    for part in shown_parts(slide, look.nation):
        say = _SAY.get(type(part))
        if say is not None:
            found += say(part, look, states.get(part_id(part)))
    if not slide.title.strip():
        found = _headed(found)
    return tuple(line for at, line in enumerate(found) if line.text and line not in found[:at][-1:])


def _headed(found: Sequence[Line]) -> list[Line]:
    """Give a slide without a title its first question as heading."""
    lines = list(found)
    for at, line in enumerate(lines):
        if line.role == "subheading":
            lines[at] = Line("heading", line.text)
            break
    return lines


def _line(role: str, markdown: str) -> Line:
    return Line(role, words_of(markdown))


def _text(part: model.Text, _look: SlideLook, _state: object) -> _Lines:
    roles = {"paragraph": "paragraph", "item": "item", "quote": "message", "heading": "subheading"}
    for passage in passages(part.markdown):
        if isinstance(passage, Passage):
            number = f"{passage.number}. " if passage.number else ""
            yield Line(roles[passage.kind], number + plain(passage.text).strip())
        else:
            for row in passage.rows:
                yield Line("row", "; ".join(plain(cell).strip() for cell in row))


def _picture(part: model.Picture, _look: SlideLook, _state: object) -> _Lines:
    yield Line("picture", tr("Picture: {description}").format(description=part.description))


def _discuss(part: model.Discuss, _look: SlideLook, state: object) -> _Lines:
    yield Line("label", discuss.how_words(part))
    for said in discuss.step_words(part, int(getattr(state, "step", 0))):
        yield Line("item", said)
    yield _line("subheading", part.prompt)
    for point in part.points:
        yield _line("item", point)


def _quiz(part: model.Quiz, _look: SlideLook, state: object) -> _Lines:
    chosen: Sequence[str] = getattr(state, "chosen", ())
    revealed = bool(getattr(state, "revealed", False))
    yield _line("subheading", part.question)
    for index, option in enumerate(part.options):
        text = f"{kit.LETTERS[index % 26]}. {words_of(option.text)}"
        remember = revealed and option.id in part.answers
        if remember:
            text = tr("{option} This is one to remember.").format(option=ended(text))
        elif option.id in chosen:
            text = tr("{option} Chosen.").format(option=ended(text))
        if option.explanation and revealed and (remember or option.id in chosen):
            text = f"{ended(text)} {words_of(option.explanation)}"
        yield Line("option", text)
    if revealed:
        yield _line("message", part.takeaway)


def _vote(part: model.Vote, look: SlideLook, state: object) -> _Lines:
    earlier = look.compare(part.compare) if part.compare and vote.begun(look, state) else None
    yield _line("subheading", part.question)
    for option in part.options:
        now, before = _hands(state, option.id), _hands(earlier, option.id)
        text = words_of(option.text)
        if now and before:
            said = tr("{option}: {before} before, {now} now")
            text = said.format(option=text, before=before, now=now)
        elif before:
            text = tr("{option}: {before} before").format(option=text, before=before)
        elif now:
            text = tr("{option}: {now}").format(option=text, now=now)
        yield Line("option", text)
    if vote.counted(part, look, state):
        yield _line("message", part.takeaway)


def _hands(state: object, option_id: str) -> str:
    """Say an option's hands, or nothing where none were counted."""
    if state is None or not getattr(state, "taken", True):
        return ""
    counts: Mapping[str, int | None] = getattr(state, "counts", {})
    count = counts.get(option_id, 0)
    return tr("fewer than 5") if count is None else str(count)


def _reveal(part: model.Reveal, _look: SlideLook, state: object) -> _Lines:
    shown = len(part.items) if state is None else int(getattr(state, "shown", 0))
    yield _line("subheading", part.prompt)
    for item in part.items[:shown]:
        yield _line("item", item.text)
    if part.takeaway and shown >= len(part.items):
        yield _line("message", part.takeaway)


def _rules(part: model.GroundRules, _look: SlideLook, state: object) -> _Lines:
    agreed = getattr(state, "agreed", ())
    rules = [(rule.id, words_of(rule.text)) for rule in part.rules]
    rules += [(rule.id, rule.text) for rule in getattr(state, "own", ())]
    for rule, text in rules:
        yield Line("item", tr("{rule} Agreed.").format(rule=ended(text)) if rule in agreed else text)


def _box(part: model.QuestionBox, _look: SlideLook, _state: object) -> _Lines:
    yield _line("paragraph", part.prompt)


def _routes(part: model.HelpRoutes, look: SlideLook, _state: object) -> _Lines:
    yield _line("paragraph", part.intro)
    for route in routes_of(part, look):
        said = [words_of(text) for text in (route.name, route.contact, route.who) if text]
        yield Line("item", ": ".join([said[0], ", ".join(said[1:])]) if said[1:] else said[0])


def _misconception(part: model.Misconception, _look: SlideLook, state: object) -> _Lines:
    yield Line("label", tr("Some people say"))
    yield _line("paragraph", part.claim)
    if not getattr(state, "shown", True):
        return
    yield Line("label", tr("What is true"))
    yield _line("message", part.correction)


_SAY: Mapping[type[Any], Callable[[Any, SlideLook, object], _Lines]] = {
    model.Text: _text,
    model.Picture: _picture,
    model.Discuss: _discuss,
    model.Quiz: _quiz,
    model.Sort: describe_cards.sort,
    model.Order: describe_cards.order,
    model.Line: describe_cards.line,
    model.Diamond: describe_cards.diamond,
    model.Scenario: describe_cards.scenario,
    model.Vote: _vote,
    model.Reveal: _reveal,
    model.GroundRules: _rules,
    model.QuestionBox: _box,
    model.HelpRoutes: _routes,
    model.Misconception: _misconception,
}
