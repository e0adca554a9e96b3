"""Where and for whom a lesson is printed: a nation's words for it, as data; made by `where_of`.

The documents know a nation through this alone. Reading a nation's file is `nation`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rse_lessons.nation import profiles


@dataclass(frozen=True, slots=True)
class Route:
    """One way to get help."""

    name: str
    contact: str = ""
    """A number as it is printed, or a web address; empty for a person in the room."""
    hours: str = ""
    who: str = ""
    """Whom it is for and what they do."""
    to_check: bool = False
    """True when nobody has verified it lately."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a curriculum code stands for."""

    heading: str
    text: str = ""
    to_check: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A nation and a phase, as far as paper needs them."""

    nation: str = ""
    """Its name, such as "Wales"."""
    subject: str = ""
    """What the subject is called there."""
    phase: str = ""
    years: str = ""
    ages: str = ""
    safeguarding_lead: str = "safeguarding lead"
    """What the person is called there."""
    frameworks: tuple[str, ...] = ()
    """The frameworks whose codes are printed, such as `wls`; empty for all that the lesson names."""
    statements: Mapping[str, Statement] = field(default_factory=dict)
    """By code."""
    routes: tuple[Route, ...] = ()
    """The trusted adult first."""


def where_of(
    nation: profiles.Nation,
    band: str | None,
    *,
    families: bool = False,
    further: Mapping[str, profiles.Statement] | None = None,
) -> Where:
    """Give what paper needs of a nation for one age band.

    Paper has room for every route of the band, those that the class's screen leaves out as well.
    `families` adds the lines for families, but for an address that pupils already have. `further` are
    the statements of a framework beside the nation's own.
    """
    phase = nation.phases.get(band) if band else None
    adults = profiles.routes_for_adults(nation, "families") if families else ()
    routes = profiles.printed_routes_for(nation, band or "") + adults
    known = {**(further or {}), **nation.frameworks}
    return Where(
        nation=nation.name,
        subject=nation.subject,
        phase=phase.name if phase else "",
        years=phase.years if phase else "",
        ages=phase.ages if phase else "",
        safeguarding_lead=nation.terms.get("safeguarding-lead", "safeguarding lead"),
        frameworks=(nation.code, *(("efcw",) if further else ())),
        statements={
            code: Statement(found.heading, found.text, found.status is profiles.Certainty.CHECK)
            for code, found in known.items()
        },
        routes=tuple(_route(route) for route in _once(routes)),
    )


def _once(routes: Iterable[profiles.HelpRoute]) -> Iterable[profiles.HelpRoute]:
    """Give the first of the routes that have one contact: a child's and an adult's line to one place."""
    found: dict[str, profiles.HelpRoute] = {}
    for route in routes:
        found.setdefault(route.contact or route.id, route)
    return found.values()


def _route(route: profiles.HelpRoute) -> Route:
    to_check = route.certainty is profiles.Certainty.CHECK and route.kind != "person"
    return Route(route.name, route.contact, route.hours, _sentence(route.details or route.who), to_check)


def _sentence(words: str) -> str:
    """Give words that stand alone a capital and a full stop: on paper another sentence may follow."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) or not words else ".")
