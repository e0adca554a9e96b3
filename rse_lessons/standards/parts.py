"""The parts of a module's page as HTML. What is to be done has an empty box, which the player fills."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Misconception, Option, Picture, Text
from rse_lessons.standards.prose import escape, line, rich
from rse_lessons.standards.words import SAID
from rse_lessons.training.model import (
    Arrange,
    Example,
    ForNations,
    Guidance,
    GuidanceSource,
    Match,
    Module,
    ModulePart,
    Page,
    Practice,
    Question,
    Reflect,
    Rewrite,
    Section,
    Tasks,
)

NamePicture = Callable[[Picture], str]
"""Gives a picture's address in the package; empty when it cannot be had."""


def page_parts(module: Module, page: Page, picture: NamePicture) -> Iterator[str]:
    """Give the HTML of a page's parts; the questions of the bank stand together, as a try."""
    tried = False
    for part in page.parts:
        if isinstance(part, Question) and page.section is Section.CHECK:
            if not tried:
                yield '<div class="card" data-do="try"></div>'
            tried = True
        else:
            yield _part(module, part, picture)


def _part(module: Module, part: ModulePart, picture: NamePicture) -> str:
    if isinstance(part, Picture):
        return picture_figure(part, picture)
    if isinstance(part, Guidance):
        return _guidance(part, module.head.sources.get(part.source))
    if isinstance(part, ForNations):
        raise TypeError("a module is shown for one nation before it goes into a package")
    return _MAKERS[type(part)](part)


def picture_figure(part: Picture, picture: NamePicture) -> str:
    """Give a picture with its description, or the description alone when the picture cannot be had."""
    address, description = picture(part), escape(part.description)
    if not address:
        return f'<p class="small">{description}</p>'
    return f'<figure><img src="{escape(address)}" alt="{description}" width="640" height="480"></figure>'


def source_words(source: GuidanceSource) -> str:
    """Name a document, who issued it and its year."""
    return ", ".join(filter(None, (source.name, source.by, source.year)))


def _guidance(part: Guidance, source: GuidanceSource | None) -> str:
    named = mark = ""
    if source is not None:
        named = f'<p><strong dir="auto">{escape(source_words(source))}</strong></p>'
    if source is not None and source.to_check:
        mark = f'<p class="care"><strong>{said("to-be-checked")}.</strong> {line(source.note)}</p>'
    head = f'<h3 class="kicker">{said("guidance")}</h3>'
    return f'<section class="card">{head}{named}{rich(part.markdown)}{mark}</section>'


def _example(part: Example) -> str:
    steps = "".join(f"<li>{line(step.text)}{_small(step.explanation)}</li>" for step in part.steps)
    return (
        f'<section class="card"><p class="kicker">{said("example")}</p>'
        f'<h3 dir="auto">{line(part.title)}</h3>'
        f"{rich(part.situation)}<ul>{steps}</ul>"
        f'<div class="plate"><h4>{said("take")}</h4>{rich(part.takeaway)}</div></section>'
    )


def _rewrite(part: Rewrite) -> str:
    reasons = "".join(
        f"<li>“{line(reason.text)}”{_small(reason.explanation)}</li>" for reason in part.reasons
    )
    field = id_of("rewrite", part.id)
    return f"""<section class="card" data-do="rewrite" data-id="{escape(part.id)}">
<h3 class="kicker">{said("rewrite")}</h3>{rich(part.prompt)}
<h4>{said("somebody-wrote")}</h4><blockquote>{rich(part.given)}</blockquote>
<label for="{field}">{said("your-version")}</label>
<textarea id="{field}" rows="4" autocomplete="off" aria-describedby="{field}-note"></textarea>
<p class="small" id="{field}-note">{said("no-checker")}</p>
<details><summary>{said("show-model")}</summary>
<h4>{said("model")}</h4>{rich(part.model)}
<h4>{said("changed")}</h4><ul>{reasons}</ul></details></section>"""


def _reflect(part: Reflect) -> str:
    helps = "".join(f"<li>{line(one.text)}</li>" for one in part.helps)
    field = id_of("reflect", part.id)
    more = f"<details><summary>{said('helps')}</summary><ul>{helps}</ul></details>" if helps else ""
    return f"""<section class="card">
<h3 class="kicker">{said("reflect")}</h3>{rich(part.prompt)}{more}
<label for="{field}">{said("thoughts")}</label>
<textarea id="{field}" rows="6" autocomplete="off" aria-describedby="{field}-note"></textarea>
<p class="small" id="{field}-note">{said("not-sent")}</p></section>"""


def _tasks(part: Tasks) -> str:
    def row(task: Option) -> str:
        name = escape(f"{part.id}/{task.id}")
        box = f'<input type="checkbox" data-task="{name}">'
        return f'<li><label class="choice">{box} <span>{line(task.text)}</span></label></li>'

    rows = "".join(map(row, part.tasks))
    return (
        f'<section class="card"><h3 class="kicker">{said("tasks")}</h3>{rich(part.prompt)}'
        f'<ul class="plain">{rows}</ul></section>'
    )


def _small(markdown: str) -> str:
    return f'<br><span class="why">{line(markdown)}</span>' if markdown else ""


def id_of(kind: str, name: str) -> str:
    """Give an element's id, fit for an attribute."""
    return f"{kind}-{escape(name)}"


def said(name: str) -> str:
    """Give a sentence of the package's own."""
    return escape(tr(SAID[name]))


def _text(part: Text) -> str:
    return rich(part.markdown)


def _misconception(part: Misconception) -> str:
    return (
        f'<section class="card"><h3 class="kicker">{said("people-say")}</h3>{rich(part.claim)}'
        f'<div class="plate"><h4>{said("is-true")}</h4>{rich(part.correction)}</div></section>'
    )


def _question(part: Question | Arrange | Match) -> str:
    return f'<div class="card" data-do="question" data-id="{escape(part.id)}"></div>'


def _practice(part: Practice) -> str:
    return f'<div class="card" data-do="practice" data-id="{escape(part.id)}"></div>'


_MAKERS: Mapping[type, Callable[[Any], str]] = {
    Text: _text,
    Example: _example,
    Misconception: _misconception,
    Rewrite: _rewrite,
    Reflect: _reflect,
    Tasks: _tasks,
    Question: _question,
    Arrange: _question,
    Match: _question,
    Practice: _practice,
}
