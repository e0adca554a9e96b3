"""What is on a slide, as it reads on paper: one function for each kind of block, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rse_lessons.lesson import model
from rse_lessons.printing.document import Bullets, Marks, Para, Part, Picture, Style, Table
from rse_lessons.printing.said import answered, explained, prompt, takeaway
from rse_lessons.printing.where import Route, Where
from rse_lessons.printing.words import Words, minutes

Printer = Callable[[Any, Where, Words], Iterable[Part]]


def numbered(lesson: model.Lesson) -> tuple[tuple[int, model.Slide], ...]:
    """Give the slides with their numbers on the screen; 0 for a slide that is for paper alone."""
    result = []
    number = 0
    for slide in lesson.slides:
        on_screen = not slide.parts or not all(isinstance(part, model.Handout) for part in slide.parts)
        number += on_screen
        result.append((number if on_screen else 0, slide))
    return tuple(result)


def numbered_title(number: int, slide: model.Slide, words: Words) -> str:
    """Give a slide's number and heading, such as "3. Who asks?"."""
    title = slide.title or words.tr("A slide without a heading")
    return words.tr("{number}. {title}").format(number=number, title=title) if number else title


def slide_parts(slide: model.Slide, where: Where, words: Words) -> tuple[Part, ...]:
    """Give everything that the class sees on a slide, and what its activities say afterwards."""
    return tuple(_parts(slide.parts, where, words))


def route_table(routes: Iterable[Route], words: Words) -> Table:
    """Give the ways to get help."""
    head = (words.tr("Who"), words.tr("How"), words.tr("When"), words.tr("What for"))
    return Table(tuple(_route_row(route, words) for route in routes), head)


def _route_row(route: Route, words: Words) -> tuple[str, ...]:
    who = route.who
    if route.to_check:
        who = words.tr("{who} Check this before you print it.").format(who=who).strip()
    return f"**{route.name}**", route.contact, route.hours, who


def _parts(parts: Iterable[model.Part], where: Where, words: Words) -> Iterator[Part]:
    for part in parts:
        printer = PRINTERS.get(type(part))
        if printer is not None:
            yield from printer(part, where, words)


def _text(text: model.Text, _where: Where, _words: Words) -> Iterator[Part]:
    yield Para(text.markdown)


def _picture(picture: model.Picture, _where: Where, _words: Words) -> Iterator[Part]:
    yield Picture(picture.path, picture.description)


def _discuss(block: model.Discuss, _where: Where, words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)
    yield from _list(block.points)
    if block.talk_steps:
        sentences = {
            "think": words.tr("Think: {time}."),
            "pair": words.tr("Talk with a partner: {time}."),
            "share": words.tr("Share with the class: {time}."),
        }
        steps = (sentences[step.way].format(time=minutes(step.seconds, words)) for step in block.talk_steps)
        yield Para(" ".join(steps), Style.ASIDE)
        return
    sentence = {
        "think": words.tr("Time to think: {time}."),
        "pairs": words.tr("Talking in pairs: {time}."),
        "groups": words.tr("Talking in groups: {time}."),
        "class": words.tr("Talking together: {time}."),
    }.get(block.how, words.tr("Talking: {time}."))
    if block.seconds > 0:
        yield Para(sentence.format(time=minutes(block.seconds, words)), Style.ASIDE)


def _quiz(block: model.Quiz, _where: Where, words: Words) -> Iterator[Part]:
    yield from prompt(block.question)
    yield from answered(block, words)


def _sort(block: model.Sort, _where: Where, _words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)
    rows = (
        (
            f"**{column.text}**",
            "; ".join(explained(card) for card in block.cards if card.goes_to == column.id),
        )
        for column in block.columns
    )
    yield Table(tuple(rows))
    yield from takeaway(block.takeaway)


def _order(block: model.Order, _where: Where, _words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)
    yield Bullets(tuple(explained(step) for step in block.steps), Marks.NUMBERS)
    yield from takeaway(block.takeaway)


def _line(block: model.Line, _where: Where, words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)
    first, last = block.ends
    yield Para(words.tr("Between “{first}” and “{last}”:").format(first=first, last=last))
    yield from _list(explained(card) for card in block.cards)
    yield from takeaway(block.takeaway)


def _diamond(block: model.Diamond, _where: Where, _words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)
    yield from _list(explained(card) for card in block.cards)
    yield from takeaway(block.takeaway)


def _scenario(block: model.Scenario, _where: Where, words: Words) -> Iterator[Part]:
    numbers = {step.id: number for number, step in enumerate(block.steps, 1)}
    for step in block.steps:
        yield Para(words.tr("**Step {number}.** {text}").format(number=numbers[step.id], text=step.text))
        yield from prompt(step.question)
        leads = words.tr("{choice} (go to step {number})")
        yield from _list(
            leads.format(choice=explained(choice), number=numbers[choice.goes_to])
            if choice.goes_to in numbers
            else explained(choice)
            for choice in step.choices
        )
    yield from takeaway(block.takeaway)


def _vote(block: model.Vote, _where: Where, _words: Words) -> Iterator[Part]:
    yield from prompt(block.question)
    yield from _list(explained(option) for option in block.options)
    yield from takeaway(block.takeaway)


def _reveal(block: model.Reveal, _where: Where, _words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)
    yield from _list(explained(item) for item in block.items)
    yield from takeaway(block.takeaway)


def _ground_rules(block: model.GroundRules, _where: Where, _words: Words) -> Iterator[Part]:
    yield from _list(explained(rule) for rule in block.rules)


def _question_box(block: model.QuestionBox, _where: Where, _words: Words) -> Iterator[Part]:
    yield from prompt(block.prompt)


def _help_routes(block: model.HelpRoutes, where: Where, words: Words) -> Iterator[Part]:
    if block.intro:
        yield Para(block.intro)
    if where.routes:
        yield route_table(where.routes, words)


def _misconception(block: model.Misconception, _where: Where, words: Words) -> Iterator[Part]:
    yield Para(words.tr("Some people say: {claim}").format(claim=block.claim))
    yield Para(words.tr("What is true: {correction}").format(correction=block.correction), Style.KEEP)


def _handout(block: model.Handout, _where: Where, words: Words) -> Iterator[Part]:
    yield Para(words.tr("With this slide comes a handout: {title}").format(title=block.title), Style.ASIDE)


def _only(block: model.Only, where: Where, words: Words) -> Iterator[Part]:
    yield from _parts(block.parts, where, words)


def _list(items: Iterable[str]) -> Iterator[Part]:
    found = tuple(items)
    if found:
        yield Bullets(found)


PRINTERS: Mapping[type[Any], Printer] = {
    model.Text: _text,
    model.Picture: _picture,
    model.Discuss: _discuss,
    model.Quiz: _quiz,
    model.Sort: _sort,
    model.Order: _order,
    model.Line: _line,
    model.Diamond: _diamond,
    model.Scenario: _scenario,
    model.Vote: _vote,
    model.Reveal: _reveal,
    model.GroundRules: _ground_rules,
    model.QuestionBox: _question_box,
    model.HelpRoutes: _help_routes,
    model.Misconception: _misconception,
    model.Handout: _handout,
    model.Only: _only,
}
