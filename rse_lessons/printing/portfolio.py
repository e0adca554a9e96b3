"""A teacher's portfolio and certificate as printed documents: plain values in, sections out. Pure.

What stands in them was judged before: whoever makes a `Portfolio` leaves out the reflections and notes that
the teacher did not tick. Cover, contents and the certificate's frame are drawn in `ui`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rse_lessons.printing.document import Bullets, Para, Part, Section, Style, Table
from rse_lessons.printing.words import Words

_MARKS = str.maketrans({"&": "&amp;", **{sign: f"\\{sign}" for sign in "\\`*_[]>#"}})
_LIST = re.compile(r"^(\d+)([.)])|^([+-])(?= )")


@dataclass(frozen=True, slots=True)
class Practised:
    """A conversation that was walked to an ending."""

    title: str
    ways: tuple[tuple[str, ...], ...]
    """For each different way the replies that were chosen, in words."""


@dataclass(frozen=True, slots=True)
class OfModule:
    """What was done of one module."""

    title: str
    number: int
    state: str
    """How far it is, as a sentence."""
    outcomes: tuple[str, ...] = ()
    days: str = ""
    """When it was begun and worked on last."""
    time: str = ""
    tries: tuple[tuple[str, str], ...] = ()
    """For each try its day and its result."""
    practised: tuple[Practised, ...] = ()
    rewritten: int = 0
    tasks: tuple[tuple[str, bool], ...] = ()
    """What to do tomorrow, and whether it was ticked."""
    reflections: tuple[tuple[str, str], ...] = ()
    """The question and the words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log."""

    month: str
    """Such as `November 2026`."""
    day: str
    """The day of the month."""
    what: str
    time: str
    words: str = ""
    from_app: bool = False


@dataclass(frozen=True, slots=True)
class Certified:
    """What stands on a certificate."""

    name: str
    """Empty for a line to write it on."""
    issued: str
    rows: tuple[tuple[str, str, str], ...]
    """For each module its title, the day, and the result."""
    time: str
    practised: str
    """How many conversations were practised."""
    nation: str
    app: str
    code: str


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything in it."""

    name: str
    made: str
    """The day."""
    nation: str
    app: str
    path: str
    """How much of the path is done."""
    hours: str
    modules: tuple[OfModule, ...] = ()
    entries: tuple[Entry, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Day and words."""
    certified: Certified | None = None


def portfolio_sections(portfolio: Portfolio, words: Words) -> tuple[Section, ...]:
    """Give what stands between the contents and the certificate: each main part begins a sheet."""
    tr = words.tr
    found = [
        Section(tr("Where I stand"), (Para(plain(portfolio.path), Style.LEAD), *_overview(portfolio, words)))
    ]
    for module in portfolio.modules:
        found += _module(module, words)
    if portfolio.entries:
        found.append(Section(tr("Evidence log"), (Para(plain(portfolio.hours), Style.LEAD),)))
        found += [
            Section(month, (_log(tuple(entries), words),), 2)
            for month, entries in groupby(portfolio.entries, key=lambda one: one.month)
        ]
    if portfolio.notes:
        notes = (Para(f"**{plain(day)}**\n\n{paragraphs(text)}") for day, text in portfolio.notes)
        found.append(Section(tr("Notes for a mentor"), tuple(notes)))
    return tuple(found)


def certificate_sections(certified: Certified, words: Words) -> tuple[Section, ...]:
    """Give what stands on a certificate below its title and the name."""
    tr = words.tr
    head = (tr("Module"), tr("Day"), tr("Result"))
    # A day stays in one line.
    rows = tuple(
        (plain(title), day.replace(" ", "\u00a0"), plain(result)) for title, day, result in certified.rows
    )
    facts = (
        (tr("Time spent learning"), plain(certified.time)),
        (tr("Practised"), plain(certified.practised)),
        (tr("Guidance of"), plain(certified.nation)),
        (tr("Made by"), plain(certified.app)),
    )
    return (
        Section("", (Table(rows, head),)),
        Section("", (Table(facts),)),
        Section("", (Para(statement(words), Style.KEEP),)),
    )


def statement(words: Words) -> str:
    """Give what a certificate says of itself: what it is not, and what its code shows."""
    return words.tr(
        "This is the record that the program RSE Lessons keeps of a teacher’s own learning. It is no "
        "qualification and no accreditation. The code is made over the record, which is attached to the PDF "
        "and saved beside it: “Check a certificate” in RSE Lessons tells whether the two belong together. "
        "That shows that the record was not changed afterwards, and does not show who made it."
    )


def _overview(portfolio: Portfolio, words: Words) -> Iterator[Part]:
    tr = words.tr
    yield Para(plain(portfolio.hours))
    rows = tuple((plain(_numbered(one, words)), plain(one.state)) for one in portfolio.modules)
    if rows:
        yield Table(rows, (tr("Module"), tr("Where I stand")))
    yield Para(
        tr(
            "This portfolio was made by RSE Lessons out of the records on the teacher’s own PC. No answer, "
            "no name and no work of a pupil is in it."
        ),
        Style.ASIDE,
    )


def _module(module: OfModule, words: Words) -> Iterator[Section]:
    tr = words.tr
    facts = [(tr("Where I stand"), plain(module.state))]
    for label, fact in ((tr("Worked on"), module.days), (tr("Time spent"), module.time)):
        if fact:
            facts.append((label, plain(fact)))
    if module.rewritten:
        text = words.ntr("{count} text that blamed", "{count} texts that blamed", module.rewritten)
        facts.append((tr("Rewritten"), text))
    yield Section(_numbered(module, words), (Table(tuple(facts)),))
    if module.outcomes:
        yield Section(tr("What it is for"), (Bullets(module.outcomes),), 2)
    if module.tries:
        rows = tuple((plain(day), plain(result)) for day, result in module.tries)
        yield Section(tr("Tries of the knowledge check"), (Table(rows, (tr("Day"), tr("Result"))),), 2)
    if module.practised:
        yield Section(tr("What I practised"), tuple(_practised(module.practised, words)), 2)
    if module.tasks:
        yield Section(tr("What I planned to do"), (Table(tuple(_tasks(module.tasks, words))),), 2)
    if module.reflections:
        each = (Para(f"**{plain(prompt)}**\n\n{paragraphs(text)}") for prompt, text in module.reflections)
        yield Section(tr("What I thought about"), tuple(each), 2)


def _practised(found: Sequence[Practised], words: Words) -> Iterator[Part]:
    for one in found:
        ways = words.ntr("one way", "{count} different ways", len(one.ways))
        yield Para(
            words.tr("**{title}**: walked to its end in {ways}.").format(title=plain(one.title), ways=ways)
        )
        for way in one.ways:
            yield Bullets((words.tr(" · then · ").join(map(plain, way)),))


def _tasks(tasks: Sequence[tuple[str, bool]], words: Words) -> Iterator[tuple[str, str]]:
    for text, done in tasks:
        yield (words.tr("Done") if done else words.tr("Not yet"), text)


def _log(entries: Sequence[Entry], words: Words) -> Table:
    tr = words.tr
    rows = []
    for one in entries:
        what = plain(one.what)
        if one.words:
            what = f"{what}. {plain(one.words)}" if one.from_app else f"**{what}**. {plain(one.words)}"
        rows.append((plain(one.day), what, plain(one.time), tr("app") if one.from_app else tr("me")))
    return Table(tuple(rows), (tr("Day"), tr("What"), tr("Time"), tr("From")))


def _numbered(module: OfModule, words: Words) -> str:
    if not module.number:
        return module.title
    return words.tr("{number}. {title}").format(number=module.number, title=module.title)


def plain(text: str) -> str:
    """Write words of a person so that no sign in them is taken for Markdown."""
    return _LIST.sub(r"\1\\\2\3", " ".join(text.translate(_MARKS).split()))


def paragraphs(text: str) -> str:
    """Write paragraphs of a person in the same way."""
    return "\n\n".join(plain(line) for line in text.split("\n") if line.strip())
