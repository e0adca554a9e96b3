"""What differs between the four nations: words, phases, curriculum codes, help routes, dated settings.

All of it is data in `content/nations/*.toml`, each line with its source; nothing here is a fact of
its own. Which routes a band's class sees on its screen, and which are for paper alone, is decided by
the data too (see `routes_for` and `printed_routes_for`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rse_lessons.nation.fill_in import left_open
from rse_lessons.settings.sentences import in_english

NATIONS = ("eng", "wls", "sct", "nir")
FRAMEWORKS = (*NATIONS, "efcw")
BANDS = ("ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16")
ADULTS = ("families", "staff")
KINDS = ("number", "text", "web", "person")
IN_WORDS = ("name", "who", "details", "hours", "ages")
"""The fields of a help route that are translated."""
_PLACEHOLDER = re.compile(r"\{\{(term|helpline):([a-z0-9-]+)\}\}")


class NationError(Exception):
    """A nation's file cannot be used; the sentence says which and why."""


class Certainty(StrEnum):
    """How sure a line of a nation's file is."""

    VERIFIED = "verified"
    """Read where the issuing body, or a public body's copy of it, says so."""
    CHECK = "check"
    """Read elsewhere, old or contradicted: somebody has to look before it is relied on."""


@dataclass(frozen=True, slots=True)
class Phase:
    """What a nation's schools call an age band."""

    name: str
    """Such as `Key Stage 1`."""
    years: str
    """Such as `Years 1 and 2`."""
    ages: str
    """Such as `5–7`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a curriculum asks for under one code; the text is a paraphrase, never a quotation."""

    code: str
    heading: str
    text: str
    status: Certainty
    source: str = ""


@dataclass(frozen=True, slots=True)
class HelpRoute:
    """Where help comes from."""

    id: str
    name: str
    contact: str
    """A number as it is printed, or a web address; empty for a person."""
    kind: str
    """`number`, `text`, `web` or `person`."""
    hours: str
    """Empty where sources are too old or contradict each other."""
    ages: str
    who: str
    """Whom it is for and when, short enough for a slide (45 characters) and easy for its youngest screen."""
    details: str
    """The same at length, for paper and pages that adults read; empty where `who` says it all."""
    bands: tuple[str, ...]
    """The age bands it is for; `families` and `staff` for adults' own lines."""
    screens: tuple[str, ...]
    """The bands whose class sees it on its screen, some of `bands`; for the others it is on paper."""
    verified_on: date | None
    """The day a source says the line was checked; None when no source gives a day."""
    source: str
    certainty: Certainty
    english: frozenset[str] = frozenset()
    """Of a route in another language the fields that stayed English, such as `who`."""


@dataclass(frozen=True, slots=True)
class DatedSetting:
    """Something that the law is about to change, so that it is data with a date and never prose."""

    value: str
    as_of: date
    status: Certainty
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Nation:
    """One of the four nations."""

    code: str
    """`eng`, `wls`, `sct` or `nir`."""
    name: str
    subject: str
    """What its schools call the subject, in short."""
    terms: Mapping[str, str]
    phases: Mapping[str, Phase]
    """By band."""
    frameworks: Mapping[str, Statement]
    """By code."""
    routes: tuple[HelpRoute, ...]
    settings: Mapping[str, DatedSetting]
    english: frozenset[str] = frozenset()
    """Of a nation in another language the terms that stayed English."""


def load_nation(code: str, folder: Path) -> Nation:
    """Read `folder/<code>.toml`. Raises NationError when it cannot be used."""
    file = folder / f"{code}.toml"
    return _nation(_read(file), file)


def nation_in(text: str, file: Path, english: Collection[str]) -> Nation:
    """Read a nation from its file's text in another language; `english` are the contexts that stayed English.

    Raises NationError when it cannot be used.
    """
    made = _nation(_parse(text, file), file)
    return _marked(made, lambda context: f"{made.code}/{context}" in english)


def all_english(nation: Nation) -> Nation:
    """Give a nation for a language that nothing of it is translated into."""
    return _marked(nation, lambda _context: True)


def _marked(nation: Nation, is_english: Callable[[str], bool]) -> Nation:
    routes = (
        replace(
            route,
            english=frozenset(
                name for name in IN_WORDS if getattr(route, name) and is_english(f"routes/{route.id}/{name}")
            ),
        )
        for route in nation.routes
    )
    terms = frozenset(name for name in nation.terms if is_english(f"terms/{name}"))
    return replace(nation, routes=tuple(routes), english=terms)


def framework_in(text: str, file: Path) -> Mapping[str, Statement]:
    """Read the codes of a framework from its file's text in another language. Raises NationError."""
    try:
        return _statements(_parse(text, file))
    except (KeyError, TypeError, ValueError) as error:
        raise NationError(_sentence(file, error)) from error


def _parse(text: str, file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise NationError(_sentence(file, error)) from error


def _nation(table: Mapping[str, Any], file: Path) -> Nation:
    try:
        return Nation(
            code=str(table["code"]),
            name=str(table["name"]),
            subject=str(table["subject"]),
            terms={name: str(words) for name, words in table["terms"].items()},
            phases={band: Phase(**table["phases"][band]) for band in BANDS},
            frameworks=_statements(table),
            routes=tuple(_route(row, table["sources"]) for row in table["routes"]),
            settings={name: _setting(row) for name, row in table.get("settings", {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NationError(_sentence(file, error)) from error


def load_framework(code: str, folder: Path) -> Mapping[str, Statement]:
    """Read the codes of one framework, a nation's or `efcw`. Raises NationError when it cannot be used."""
    file = folder / f"{code}.toml"
    try:
        return _statements(_read(file))
    except (KeyError, TypeError, ValueError) as error:
        raise NationError(_sentence(file, error)) from error


def _read(file: Path) -> Mapping[str, Any]:
    """Read a nation's file, once while it stays as it is: codes, placeholders and words ask for the same."""
    try:
        stat = file.stat()
        return _parsed(file, stat.st_mtime_ns, stat.st_size)
    except (OSError, ValueError, RecursionError) as error:
        raise NationError(_sentence(file, error)) from error


@lru_cache(maxsize=16)
def _parsed(file: Path, changed: int, size: int) -> Mapping[str, Any]:  # noqa: ARG001  part of the cache's key
    with file.open("rb") as stream:
        return MappingProxyType(tomllib.load(stream))


def _sentence(file: Path, error: BaseException) -> str:
    return in_english(
        "The nation's file {file} cannot be used ({reason}). Install the program again to put it back.",
        file=file,
        reason=error,
    )


def _statements(table: Mapping[str, Any]) -> dict[str, Statement]:
    """Read the codes, which stand in groups that share a heading, a status and a source."""
    return {
        code: Statement(
            code, group["heading"], text, Certainty(group["status"]), table["sources"][group["source"]]
        )
        for group in table["statements"]
        for code, text in group["codes"].items()
    }


def _route(row: Mapping[str, Any], sources: Mapping[str, str]) -> HelpRoute:
    if row["kind"] not in KINDS or not set(row["bands"]) <= {*BANDS, *ADULTS}:
        message = f"the route {row['id']} has a kind or a band that there is not"
        raise ValueError(message)
    screens = tuple(row.get("screens", ()))
    if not set(screens) <= {*BANDS} & {*row["bands"]}:
        message = f"the route {row['id']} is on the screen of a band that it is not for"
        raise ValueError(message)
    return HelpRoute(
        id=row["id"],
        name=row["name"],
        contact=row.get("contact", ""),
        kind=row["kind"],
        hours=row.get("hours", ""),
        ages=row.get("ages", ""),
        who=row.get("who", ""),
        details=row.get("details", ""),
        bands=tuple(row["bands"]),
        screens=screens,
        verified_on=row.get("verified_on"),
        source=sources[row["source"]],
        certainty=Certainty(row["certainty"]),
    )


def _setting(row: Mapping[str, Any]) -> DatedSetting:
    return DatedSetting(
        str(row["value"]), row["as_of"], Certainty(row["status"]), str(row["text"]), str(row["source"])
    )


def routes_for(nation: Nation, band: str) -> tuple[HelpRoute, ...]:
    """Give the help routes on the screen of a band's class; the adult whom they trust always comes first.

    They are few, so that each can be read from the back of a room. A band that is not known (a lesson
    without a head) gets the routes of the youngest, and `staff` the lines for adults who work with children.
    """
    if band in ADULTS:
        return routes_for_adults(nation, band)
    wanted = _known(band)
    routes = [route for route in nation.routes if wanted in route.screens]
    return tuple(sorted(routes, key=lambda route: route.kind != "person"))


def printed_routes_for(nation: Nation, band: str) -> tuple[HelpRoute, ...]:
    """Give every help route for pupils of a band: those on the screen first, then those for paper."""
    shown = routes_for(nation, band)
    if band in ADULTS:
        return shown
    wanted = _known(band)
    return shown + tuple(route for route in nation.routes if wanted in route.bands and route not in shown)


def _known(band: str) -> str:
    return band if band in BANDS else BANDS[0]


def routes_for_adults(nation: Nation, who: str) -> tuple[HelpRoute, ...]:
    """Give the lines for `families` or for `staff`."""
    return tuple(route for route in nation.routes if who in route.bands)


def safety_in_english(nation: Nation, readers: str) -> int:
    """Count what a class of a band would see, or its teacher be told, of getting help in English words."""
    lines = sum(
        len(route.english & {"name", "who", "hours", "ages"}) for route in routes_for(nation, readers)
    )
    return lines + ("safeguarding-lead" in nation.english)


def fill(text: str, nation: Nation) -> str:
    """Put the nation's words in the place of `{{term:…}}` and `{{helpline:…}}`.

    A help route that this nation has not becomes its first one, the adult whom a pupil trusts, and a
    term that it has not becomes its own name: no braces are ever shown to a class. What an author still
    has to fill in becomes three dots.
    """
    return left_open(_PLACEHOLDER.sub(lambda found: _words(found[1], found[2], nation), text))


def _words(kind: str, name: str, nation: Nation) -> str:
    if kind == "term":
        setting = nation.settings.get(name)
        return nation.terms.get(name) or (setting.value if setting else name.replace("-", " "))
    for route in nation.routes:
        if route.id == name:
            if route.kind == "text":  # its name ends in "text … to"
                return f"{route.name} {route.contact}"
            return f"{route.name} ({route.contact})" if route.contact else route.name
    return nation.routes[0].name if nation.routes else name.replace("-", " ")


def known_codes(folder: Path) -> dict[str, frozenset[str]]:
    """Give the codes of every framework in `folder`, for the rules of lessons. Raises NationError."""
    return {name: frozenset(load_framework(name, folder)) for name in FRAMEWORKS}


def known_placeholders(folder: Path) -> frozenset[str]:
    """Give what lessons may put between double braces, such as `term:subject`. Raises NationError.

    A term has to be known to every nation; a help route to one at least, for `fill` knows what to say
    where there is none.
    """
    nations = [load_nation(code, folder) for code in NATIONS]
    terms = set.intersection(*({*nation.terms, *nation.settings} for nation in nations))
    routes = {route.id for nation in nations for route in nation.routes}
    return frozenset({f"term:{name}" for name in terms} | {f"helpline:{name}" for name in routes})
