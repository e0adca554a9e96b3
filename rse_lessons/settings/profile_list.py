"""What the list of profiles may say, and what a profile may be called. Pure, but for reading one file.

Whoever can write the file can write anything into it: what makes no sense is left out, never believed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rse_lessons.settings.access import FIRST

LONGEST = 40
"""Characters of a profile's name."""
LARGEST = 1 << 18
"""Bytes of the list; a larger file is none."""
VERSION = 1
REMOVING, GONE = "removing", "gone"
"""Marks of an entry: the profile is to be deleted; the first profile was deleted."""

_ID = re.compile(r"[0-9a-f]{16}")
_TAG = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z]{2,8})?")


@dataclass(frozen=True, slots=True)
class Profile:
    """One teacher on this PC."""

    id: str
    name: str = ""
    """Empty for a first profile that was never named, and for one found again without its name."""
    language: str = "en"
    guarded: bool = False
    """Whether a passcode is asked for."""
    listed: bool = True
    """Whether the list knows it; others were found by their folder."""
    mark: str = ""
    """What the file of its passcode bears, so that no other is taken for it; empty when it is not known."""


def tidy_name(name: str) -> str:
    """Give the name with one space between words, and without signs that cannot be seen."""
    composed = unicodedata.normalize("NFC", name)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in composed).split())


def alike(one: str, other: str) -> bool:
    """Whether two names would be taken for the same."""
    return plain(one) == plain(other)


def plain(name: str) -> str:
    """Give what is left of a name when case, accents, spaces and signs do not count."""
    folded = unicodedata.normalize("NFKD", tidy_name(name)).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def is_id(name: str) -> bool:
    """Whether a folder may be a further profile's."""
    return bool(_ID.fullmatch(name))


def parsed(path: Path) -> dict[str, object]:
    """Read a JSON object. Raises OSError; ValueError or RecursionError when it is none."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    found = json.loads(content.decode("utf-8-sig")) if len(content) <= LARGEST else None
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def is_newer(raw: Mapping[str, object]) -> bool:
    """Whether a newer program wrote the list."""
    version = raw.get("version", VERSION)
    return isinstance(version, int) and version > VERSION


def entries_of(raw: Mapping[str, object]) -> list[dict[str, object]]:
    """Give the entries that can be used, each id once; an id is what a folder may be called, nothing else."""
    rows = raw.get("profiles")
    found: dict[str, dict[str, object]] = {}
    for row in rows if isinstance(rows, list) else []:
        known = isinstance(row, dict) and isinstance(row.get("id"), str)
        if known and (row["id"] == FIRST or _ID.fullmatch(row["id"])):
            found.setdefault(row["id"], row)
    return list(found.values())


def entry_of(profile: Profile) -> dict[str, object]:
    """Give a profile as the list holds it."""
    return {
        "id": profile.id,
        "name": profile.name,
        "language": profile.language,
        "guarded": profile.guarded,
        **({"mark": profile.mark} if profile.mark else {}),
    }


def tidied(entry: Mapping[str, object]) -> dict[str, object]:
    """Give an entry with what is known of it, whoever wrote it."""
    known: dict[str, object] = {
        "id": entry["id"],
        "name": name_in(entry),
        "language": language_in(entry) or "en",
        "guarded": entry.get("guarded") is True,
    }
    if bound := mark_in(entry):
        known["mark"] = bound
    return known | {mark: True for mark in (REMOVING, GONE) if entry.get(mark) is True}


def with_profile(entries: list[dict[str, object]], profile: Profile) -> list[dict[str, object]]:
    """Put a profile into the list, in its place or at the end; the first one is first."""
    fresh = entry_of(profile)
    if any(entry["id"] == profile.id for entry in entries):
        return [fresh if entry["id"] == profile.id else entry for entry in entries]
    return [fresh, *entries] if profile.id == FIRST else [*entries, fresh]


def name_in(entry: Mapping[str, object]) -> str:
    """Give the name in an entry, made fit; empty when there is none."""
    name = entry.get("name")
    return tidy_name(name[: 4 * LONGEST])[:LONGEST].strip() if isinstance(name, str) else ""


def language_in(entry: Mapping[str, object]) -> str:
    """Give the language in an entry; empty when there is none."""
    language = entry.get("language")
    return language if isinstance(language, str) and _TAG.fullmatch(language) else ""


def mark_in(entry: Mapping[str, object]) -> str:
    """Give the mark of the passcode in an entry; empty when there is none."""
    mark = entry.get("mark")
    return mark if isinstance(mark, str) and is_id(mark) else ""


def apart(profiles: Iterable[Profile]) -> list[Profile]:
    """Tell profiles apart that a list written by somebody else calls alike: the later ones get a number."""
    taken: set[str] = set()
    found = []
    for profile in profiles:
        name, number = profile.name, 1
        while name and plain(name) in taken:
            number += 1
            name = f"{profile.name[: LONGEST - 4].strip()} {number}"
        taken.add(plain(name))
        found.append(replace(profile, name=name))
    return found
