"""What of a curriculum the lessons cover: for each statement the lessons that say they serve it.

Lessons come in as plain values; nothing here reads one. Whether a lesson serves a statement is its author's
claim, and a claim or a statement marked "to be checked" stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rse_lessons.nation.profiles import BANDS, Certainty, Statement


class Claim(NamedTuple):
    """One lesson's word that it serves a statement."""

    code: str
    lesson: str
    """The lesson's id."""
    title: str
    band: str
    to_check: bool = False
    """The author marked it to be checked."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A statement, and the lessons that serve it, youngest first."""

    statement: Statement
    claims: tuple[Claim, ...] = ()

    @property
    def to_check(self) -> bool:
        """Whether the statement itself has to be checked before it is relied on."""
        return self.statement.status is Certainty.CHECK


@dataclass(frozen=True, slots=True)
class Area:
    """Statements under one heading of the curriculum, in its order."""

    heading: str
    rows: tuple[Covered, ...]


def coverage(statements: Mapping[str, Statement], claims: Iterable[Claim]) -> tuple[Area, ...]:
    """Give every statement with the claims on it. Claims on codes that are not there are left out."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.code, []).append(claim)
    rows = [
        Covered(statement, tuple(sorted(found.get(code, ()), key=_youngest_first)))
        for code, statement in statements.items()
    ]
    areas: dict[str, list[Covered]] = {}
    for heading, group in groupby(rows, key=lambda row: row.statement.heading):
        areas.setdefault(heading, []).extend(group)
    return tuple(Area(heading, tuple(group)) for heading, group in areas.items())


def only(areas: Sequence[Area], *, band: str = "", covered: bool | None = None) -> tuple[Area, ...]:
    """Keep the claims of one band, and of the rows those that are covered by it, or those that are not."""
    kept = []
    for area in areas:
        rows = [
            Covered(row.statement, tuple(claim for claim in row.claims if not band or claim.band == band))
            for row in area.rows
        ]
        rows = [row for row in rows if covered is None or bool(row.claims) is covered]
        if rows:
            kept.append(Area(area.heading, tuple(rows)))
    return tuple(kept)


def counted(areas: Sequence[Area]) -> tuple[int, int]:
    """Give how many statements a lesson serves, and how many there are."""
    rows = [row for area in areas for row in area.rows]
    return sum(bool(row.claims) for row in rows), len(rows)


def _youngest_first(claim: Claim) -> tuple[int, str]:
    return BANDS.index(claim.band) if claim.band in BANDS else len(BANDS), claim.title
