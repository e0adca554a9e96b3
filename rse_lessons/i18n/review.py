"""What was said about a catalogue by who speaks its language: draft or reviewed, by which role, when.

Kept in `translations/<language>/review.toml`. A review holds for the words that were read: as soon as
one of them is another, it does not. No name is kept, only a role.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from rse_lessons.i18n.po import Catalogue
from rse_lessons.i18n.toml_texts import quoted

FILE = "review.toml"
ROLES = ("translator", "fluent-teacher", "reviewer")
"""Who may have read it: whoever wrote it, a teacher who speaks the language, somebody whose work it is."""


class ReviewError(ValueError):
    """A file of reviews cannot be used; the words say why."""


class Standing(StrEnum):
    """How far a catalogue is."""

    MISSING = "missing"
    """Nothing is translated."""
    PART = "part"
    DRAFT = "draft"
    """Whole, and nobody has said that it is right."""
    REVIEWED = "reviewed"
    CHANGED = "changed since review"


@dataclass(frozen=True, slots=True)
class Review:
    """What was said about a catalogue."""

    reviewed: bool
    role: str
    on: date
    sum: str


def load_reviews(file: Path) -> dict[str, Review]:
    """Read the reviews of a language by catalogue, such as `lessons/ask-first`. Raises ReviewError."""
    if not file.is_file():
        return {}
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return {name: _review(name, row) for name, row in table.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReviewError(f"{file} cannot be used ({error}).") from error


def _review(name: str, row: Mapping[str, object]) -> Review:
    state, role, on, what = row["state"], row["by"], row["on"], row["sum"]
    if state not in ("draft", "reviewed"):
        raise ValueError(f"{name}: the state is draft or reviewed")
    if role not in ROLES:
        raise ValueError(f"{name}: a review is by one of {', '.join(ROLES)}, and never by name")
    if not isinstance(on, date) or not isinstance(what, str):
        raise TypeError(f"{name}: a review needs a day and a sum")
    return Review(state == "reviewed", str(role), on, what)


def as_toml(reviews: Mapping[str, Review]) -> str:
    """Write the reviews of a language."""
    parts = [
        "# Who read which catalogue, in which role, and when. A sum holds for the words that were read.\n"
    ]
    for name, review in sorted(reviews.items()):
        state = "reviewed" if review.reviewed else "draft"
        parts.append(
            f'[{quoted(name)}]\nstate = "{state}"\nby = {quoted(review.role)}\n'
            f"on = {review.on.isoformat()}\nsum = {quoted(review.sum)}\n"
        )
    return "\n".join(parts)


def laid_over(program: Catalogue | None, own: Catalogue | None) -> Catalogue:
    """Give the program's catalogue with a school's own words, entry by entry, where those may be shown."""
    if program is None or own is None:
        return own or program or Catalogue()
    better = {entry.key: entry for entry in own.live if entry.usable}
    entries = [better.pop(entry.key, entry) for entry in program.live]
    return replace(program, entries=(*entries, *better.values()))


def sum_of(catalogue: Catalogue) -> str:
    """Give the sum of all that may be shown: contexts, English and translations, in no order."""
    said = sorted(
        [entry.context or "", entry.msgid, entry.plural, *entry.strings]
        for entry in catalogue.live
        if entry.usable
    )
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def reviewed(catalogue: Catalogue, role: str, on: date) -> Review:
    """Make the review of a catalogue as it is now. Raises ReviewError for a role that there is not."""
    if role not in ROLES:
        raise ReviewError(f"There is no role “{role}”; there are {', '.join(ROLES)}.")
    return Review(True, role, on, sum_of(catalogue))


def standing(catalogue: Catalogue | None, review: Review | None) -> Standing:
    """Judge a catalogue that was brought up to the English of today."""
    live = catalogue.live if catalogue else ()
    usable = sum(entry.usable for entry in live)
    if catalogue is None or not usable:
        return Standing.MISSING
    if usable < len(live):
        return Standing.PART
    if review is None or not review.reviewed:
        return Standing.DRAFT
    return Standing.REVIEWED if review.sum == sum_of(catalogue) else Standing.CHANGED
