"""Brings a catalogue up to the English of today: what stays, what is stale, what moved, what is gone.

A translation is never lost and never shown for English that it was not made for. A passage is known by its
context; one whose slide or place is another now is found again by its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rse_lessons.i18n.po import Catalogue, Entry

LIKE_ENOUGH = 0.8
"""How alike two sentences are, at least, for one to be the other with a slip put right."""
_WEIGHTY = re.compile(
    r"\{\{[^{}]*\}\}|\d+|n[’']t\b|\b(?:no|not|none|never|nobody|nothing|nowhere|cannot|without|neither|nor)\b"
)
"""What changes a sentence with few letters."""


def merged(old: Catalogue | None, wanted: Sequence[Entry], header: dict[str, str], forms: int) -> Catalogue:
    """Give the catalogue for `wanted`, entries without translations, with what `old` has for them.

    `forms` is how many plural forms the language has.
    """
    left = list(old.entries) if old else []
    found: dict[int, Entry] = {}
    for finds in (_the_same, _moved, _changed):
        found |= finds([(at, one) for at, one in enumerate(wanted) if at not in found], left)
    entries = [_with_forms(found.get(at, one), forms) for at, one in enumerate(wanted)]
    obsolete = (
        replace(entry, obsolete=True, references=(), extracted=()) for entry in left if any(entry.strings)
    )
    comments = old.comments if old else ()
    kept = {name: value for name, value in (old.header if old else {}).items() if name not in header}
    return Catalogue(header | kept, (*entries, *obsolete), comments)


def _the_same(wanted: Iterable[tuple[int, Entry]], left: list[Entry]) -> dict[int, Entry]:
    by_key = {entry.key: entry for entry in reversed(left)}
    found: dict[int, Entry] = {}
    for at, one in wanted:
        entry = by_key.pop(one.key, None)
        if entry is not None and entry.plural == one.plural:
            found[at] = _renewed(one, entry)
            _take(left, entry)
    return found


def _moved(wanted: Iterable[tuple[int, Entry]], left: list[Entry]) -> dict[int, Entry]:
    by_words: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in left:
        if any(entry.strings):
            by_words[entry.msgid, entry.plural].append(entry)
    found: dict[int, Entry] = {}
    for at, one in wanted:
        if same := by_words.get((one.msgid, one.plural)):
            entry = same.pop(0)
            found[at] = _renewed(one, entry)
            _take(left, entry)
    return found


def _changed(wanted: Iterable[tuple[int, Entry]], left: list[Entry]) -> dict[int, Entry]:
    by_context = {entry.context: entry for entry in reversed(left) if any(entry.strings)}
    by_context.pop(None, None)
    found: dict[int, Entry] = {}
    for at, one in wanted:
        entry = by_context.pop(one.context, None)
        if entry is None:
            continue
        _take(left, entry)
        made_for = entry.previous or (entry.context, entry.msgid, entry.plural)
        if made_for[1:] == (one.msgid, one.plural):  # the English is again what it was translated from
            found[at] = replace(_renewed(one, entry), previous=None).with_fuzzy(fuzzy=False)
        else:
            found[at] = replace(_renewed(one, entry), previous=made_for).with_fuzzy(fuzzy=True)
    return found


def _take(left: list[Entry], entry: Entry) -> None:
    del left[next(at for at, one in enumerate(left) if one is entry)]


def _renewed(new: Entry, old: Entry) -> Entry:
    """Give the entry of today with the words and comments of the translators."""
    flags = new.flags | (old.flags & {"fuzzy"})
    return replace(
        new,
        strings=old.strings,
        flags=flags,
        comments=old.comments,
        previous=old.previous if old.fuzzy else None,
    )


def _with_forms(entry: Entry, forms: int) -> Entry:
    wanted = forms if entry.plural else 1
    strings = (*entry.strings, *[""] * wanted)[:wanted]
    return entry if strings == entry.strings else replace(entry, strings=strings)


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of carrying translations over a slip of the English."""

    catalogue: Catalogue
    carried: tuple[tuple[str, str], ...] = ()
    """English before and now."""
    too_much: tuple[tuple[str, str], ...] = ()
    """The same of what changed by more than a slip, and stays stale."""


def carried_over(before: Catalogue, after: Catalogue, context: str = "") -> Carried:
    """Take the mark off what became stale between two states of a catalogue, where only a slip was put right.

    What was stale before stays so, unless `context` names it.
    """
    stale = {entry.context for entry in before.live if entry.fuzzy}
    carried: list[tuple[str, str]] = []
    too_much: list[tuple[str, str]] = []
    entries: list[Entry] = []
    for entry in after.entries:
        named = bool(context) and entry.context == context
        newly = not context and entry.context not in stale
        if entry.obsolete or not entry.fuzzy or entry.previous is None or not (named or newly):
            entries.append(entry)
            continue
        change = entry.previous[1], entry.msgid
        if is_slip(*change):
            carried.append(change)
            entries.append(replace(entry, previous=None).with_fuzzy(fuzzy=False))
        else:
            too_much.append(change)
            entries.append(entry)
    return Carried(replace(after, entries=tuple(entries)), tuple(carried), tuple(too_much))


def is_slip(before: str, now: str) -> bool:
    """Say whether two sentences are so alike that one is the other with a slip put right.

    A no, a number or a placeholder more or less is never a slip, however few its letters.
    """
    if Counter(_WEIGHTY.findall(before.casefold())) != Counter(_WEIGHTY.findall(now.casefold())):
        return False
    return SequenceMatcher(None, before, now, autojunk=False).ratio() >= LIKE_ENOUGH
