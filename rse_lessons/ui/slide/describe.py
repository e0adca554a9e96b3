"""A slide in plain words, in reading order: for the text view beside the slide, and for announcements.

Everything that is shown is said, with what a picture shows and how things stand. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rse_lessons.i18n.catalogues import ptr, tr
from rse_lessons.lesson import model
from rse_lessons.ui.slide.blocks import discuss, kit, vote
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.markup import Passage, inline, passages, plain
from rse_lessons.ui.slide.page import part_id, shown_parts


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said."""

    role: str
    """`heading`, `subheading`, `paragraph`, `item`, `message`, `picture`, `option`, `label` or `row`."""
    text: str


_Lines = Iterator[Line]


def describe(
    slide: model.Slide, look: SlideLook, states: Mapping[str, object] | None = None
) -> tuple[Line, ...]:
    """Say a slide in the states of its blocks; without a state a block is said whole."""
    found = [Line("heading", slide.title)] if slide.title.strip() else []
    for part in shown_parts(slide, look.nation):
        say = _SAY.get(type(part))
        if say is not None:
            found += say(part, look, (states or {}).get(part_id(part)))
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


def words_of(markdown: str) -> str:
    """Give the plain words of one line of Markdown."""
    return plain(inline(markdown)).strip()


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


def _discuss(part: model.Discuss, _look: SlideLook, _state: object) -> _Lines:
    yield Line("label", discuss.how_words(part))
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
            text = tr("{option} This is one to remember.").format(option=_ended(text))
        elif option.id in chosen:
            text = tr("{option} Chosen.").format(option=_ended(text))
        if option.explanation and revealed and (remember or option.id in chosen):
            text = f"{_ended(text)} {words_of(option.explanation)}"
        yield Line("option", text)
    if revealed:
        yield _line("message", part.takeaway)


def _ended(text: str) -> str:
    """End words with a full stop where they have no end."""
    return text if text.endswith((".", "!", "?", "…", "”", ".)")) else f"{text}."


def _cards(prompt: str, found: Sequence[model.Option]) -> _Lines:
    yield _line("subheading", prompt)
    for card in found:
        yield from _card(card)


def _outcome(takeaway: str, look: SlideLook) -> _Lines:
    """Say what an activity leads to where the slide says it: on paper alone."""
    if look.paper:
        yield _line("message", takeaway)


def _card(card: model.Option) -> _Lines:
    yield _line("item", card.text)
    if card.picture is not None:
        yield from _picture(card.picture, SlideLook(), None)


def _sort(part: model.Sort, look: SlideLook, _state: object) -> _Lines:
    yield from _cards(part.prompt, part.cards)
    for column in part.columns:
        yield Line("label", tr("Tray: {name}").format(name=words_of(column.text)))
    yield from _outcome(part.takeaway, look)


def _order(part: model.Order, look: SlideLook, _state: object) -> _Lines:
    yield from _cards(part.prompt, kit.mixed(part.steps))
    yield from _outcome(part.takeaway, look)


def _line_block(part: model.Line, look: SlideLook, _state: object) -> _Lines:
    yield from _cards(part.prompt, part.cards)
    one, two = (words_of(end) for end in part.ends)
    yield Line("label", tr("A line from “{one}” to “{two}”").format(one=one, two=two))
    yield from _outcome(part.takeaway, look)


def _diamond(part: model.Diamond, look: SlideLook, _state: object) -> _Lines:
    yield from _cards(part.prompt, part.cards)
    yield Line("label", ptr("diamond", "Matters most"))
    yield Line("label", ptr("diamond", "Matters least"))
    yield from _outcome(part.takeaway, look)


def _scenario(part: model.Scenario, look: SlideLook, _state: object) -> _Lines:
    for step in part.steps[:1]:
        yield _line("paragraph", step.text)
        yield _line("subheading", step.question)
        for index, choice in enumerate(step.choices):
            yield Line("option", f"{kit.LETTERS[index % 26]}. {words_of(choice.text)}")
    yield from _outcome(part.takeaway, look)


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


def _rules(part: model.GroundRules, look: SlideLook, state: object) -> _Lines:
    agreed = getattr(state, "agreed", ())
    for rule in part.rules:
        text = words_of(rule.text)
        yield Line("item", tr("{rule} Agreed.").format(rule=_ended(text)) if rule.id in agreed else text)
    for own in look.class_rules:
        yield _line("item", own)


def _box(part: model.QuestionBox, _look: SlideLook, _state: object) -> _Lines:
    yield _line("paragraph", part.prompt)


def _routes(part: model.HelpRoutes, look: SlideLook, _state: object) -> _Lines:
    yield _line("paragraph", part.intro)
    for route in look.routes:
        said = [words_of(text) for text in (route.name, route.contact, route.who) if text]
        yield Line("item", ": ".join([said[0], ", ".join(said[1:])]) if said[1:] else said[0])


def _misconception(part: model.Misconception, _look: SlideLook, _state: object) -> _Lines:
    yield Line("label", tr("Some people say"))
    yield _line("paragraph", part.claim)
    yield Line("label", tr("What is true"))
    yield _line("message", part.correction)


_SAY: Mapping[type[Any], Callable[[Any, SlideLook, object], _Lines]] = {
    model.Text: _text,
    model.Picture: _picture,
    model.Discuss: _discuss,
    model.Quiz: _quiz,
    model.Sort: _sort,
    model.Order: _order,
    model.Line: _line_block,
    model.Diamond: _diamond,
    model.Scenario: _scenario,
    model.Vote: _vote,
    model.Reveal: _reveal,
    model.GroundRules: _rules,
    model.QuestionBox: _box,
    model.HelpRoutes: _routes,
    model.Misconception: _misconception,
}
