"""A school's corrections in one file to send back, and such a file laid over the catalogues by a maintainer.

The file is a catalogue with nothing in it but what the school says differently, each passage with what it
was before; that a fluent teacher read all of it stands in a comment. No name and no path is in it. Whoever
takes it in trusts nothing of it: what does not fit is left out, with a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from rse_lessons.i18n.assembling import MAX_BYTES
from rse_lessons.i18n.corrections import ROLE, Corrections, own_entries
from rse_lessons.i18n.faults import faults
from rse_lessons.i18n.languages import LanguageError
from rse_lessons.i18n.localise import localise
from rse_lessons.i18n.passages import Document
from rse_lessons.i18n.po import Catalogue, Entry, PoError, read, write
from rse_lessons.i18n.review import ROLES, Review, sum_of
from rse_lessons.i18n.templates import header_of
from rse_lessons.i18n.workshop import Source, Workshop
from rse_lessons.lesson.load import read_bytes

OF = "X-Catalogue"
"""The field of the header that names the catalogue."""
_REVIEW = re.compile(rf"Review: ({'|'.join(ROLES)}) (\d{{4}}-\d\d-\d\d) ([0-9a-f]{{64}})")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


class SentBackError(ValueError):
    """A file cannot be taken; the words say why."""


@dataclass(slots=True)
class Taken:
    """What came of taking a file."""

    tag: str = ""
    name: str = ""
    taken: list[str] = field(default_factory=list)
    """Contexts of passages whose words are others now."""
    same: list[str] = field(default_factory=list)
    """Contexts of passages that were so already."""
    left: list[tuple[str, str]] = field(default_factory=list)
    """Contexts of what was left out, each with a sentence."""
    review: Review | None = None
    """The review that was taken in."""
    review_left: bool = False
    """Whether there is a review that is not of the words as they are now."""


def to_send_back(corrections: Corrections) -> bytes:
    """Make the file."""
    review = corrections.review if corrections.review_holds else None
    comments = ["Changes made by a school; take them in with: rse-lessons i18n take FILE"]
    if review is not None:
        comments.append(f"Review: {ROLE} {review.on.isoformat()} {review.sum}")
    header = {**header_of(corrections.language), OF: corrections.name}
    return write(Catalogue(header, own_entries(corrections), tuple(comments))).encode()


def file_name(corrections: Corrections) -> str:
    """Give the name that the file is offered with."""
    return f"{corrections.name.rpartition('/')[2]}-{corrections.language.tag}.po"


def take(workshop: Workshop, file: Path) -> Taken:
    """Lay a file over a language's catalogues, and say what came of it.

    Raises SentBackError, and OSError for what cannot be read or written; then nothing is written.
    """
    sent = _opened(file)
    tag, name = sent.header.get("Language", ""), sent.header.get(OF, "")
    if not _TAG.fullmatch(tag) or tag == "en":
        raise SentBackError("Its header names no language that there is a catalogue for. Nothing was taken.")
    source = workshop.sources.get(name)
    if source is None or source.document is None:
        raise SentBackError("Its header names no catalogue that there is (X-Catalogue). Nothing was taken.")
    try:
        workshop.language(tag)
    except LanguageError as error:
        raise SentBackError(f"{error} Nothing was taken.") from error
    now = workshop.current(tag, name) or workshop.begin(tag, name)
    came = Taken(tag, name)
    made = _laid(now, _fitting(sent, now, source, came), came, source.document)
    if made != now:
        workshop.put(tag, name, made)
    _take_review(workshop, sent, made, came)
    return came


def _opened(file: Path) -> Catalogue:
    data = read_bytes(file, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise SentBackError("It is larger than 4 MiB, so it is no such file. Nothing was taken.")
    try:
        return read(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SentBackError("It is not in UTF-8. Nothing was taken.") from error
    except PoError as error:
        raise SentBackError(f"It is no catalogue. {error} Nothing was taken.") from error


def _fitting(sent: Catalogue, now: Catalogue, source: Source, came: Taken) -> dict[str, str]:
    """Give the words that may be taken, by context; say of the others why not."""
    slots = {slot.passage.context: slot for slot in source.document.slots} if source.document else {}
    before = {entry.context: entry for entry in now.live}
    times = Counter(entry.context for entry in sent.entries)
    found: dict[str, str] = {}
    for entry in sent.entries:
        context = entry.context or ""
        slot, text = slots.get(context), entry.strings[0].strip() if entry.strings else ""
        known = before.get(context)
        if slot is None or known is None:
            came.left.append((context, "There is no such passage (any more)."))
        elif times[entry.context] > 1:
            came.left.append((context, "It stands there more than once."))
        elif entry.msgid != slot.passage.text or entry.plural:
            came.left.append((context, "The English is another now, so these words may not fit it."))
        elif not entry.usable:
            came.left.append((context, "It has no words, or is marked fuzzy."))
        elif known.usable and known.strings[0].strip() == text:
            came.same.append(context)
        elif wrong := [one.sentence for one in faults(slot.passage, text, slot.form) if one.error]:
            came.left.append((context, wrong[0]))
        else:
            found[context] = text
    return found


def _laid(now: Catalogue, words: Mapping[str, str], came: Taken, document: Document) -> Catalogue:
    """Put words into a catalogue; those with which their block would be English again are left out."""
    made = _with(now, words)
    english_before = localise(document, now.usable()).english
    english = localise(document, made.usable()).english
    groups = {one.context: one.group for one in document.passages}
    lost = {groups[context] for context in english - english_before}
    kept = {context: text for context, text in words.items() if groups[context] not in lost}
    for context in words:
        if context in kept:
            came.taken.append(context)
        else:
            came.left.append(
                (context, "With it two answers would read alike, or a phrase would not be in its text.")
            )
    return _with(now, kept)


def _with(now: Catalogue, words: Mapping[str, str]) -> Catalogue:
    def changed(entry: Entry) -> Entry:
        said = words.get(entry.context or "", "")
        if entry.obsolete or not said:
            return entry
        return replace(entry, strings=(said,), previous=None).with_fuzzy(fuzzy=False)

    return replace(now, entries=tuple(map(changed, now.entries)))


def _take_review(workshop: Workshop, sent: Catalogue, made: Catalogue, came: Taken) -> None:
    found = [match for line in sent.comments if (match := _REVIEW.fullmatch(line.strip()))]
    if len(found) != 1:
        return
    role, day, together = found[0].groups()
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return
    if together != sum_of(made):
        came.review_left = True
        return
    reviews = workshop.reviews(came.tag)
    came.review = reviews[came.name] = Review(True, role, on, together)
    workshop.put_reviews(came.tag, reviews)
