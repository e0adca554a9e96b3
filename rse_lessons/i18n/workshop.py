"""The translators' workshop: all catalogues of all languages, brought up to date, counted and checked.

Nothing is printed here, and files are written by what is handed in, so that each is whole or as it was.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rse_lessons.i18n.after_article import article_faults
from rse_lessons.i18n.blame import blame_faults
from rse_lessons.i18n.faults import Fault, faults, interface_faults
from rse_lessons.i18n.glossary import Glossary, GlossaryError, load_glossary
from rse_lessons.i18n.interface import load_remembered
from rse_lessons.i18n.languages import Language, LanguageError, language, load_languages, plural_rule
from rse_lessons.i18n.localise import localise, safety_gaps
from rse_lessons.i18n.merging import Carried, carried_over, merged
from rse_lessons.i18n.mnemonics import twice
from rse_lessons.i18n.passages import Document
from rse_lessons.i18n.po import Catalogue, Entry, PoError, read, write
from rse_lessons.i18n.review import (
    FILE,
    Review,
    ReviewError,
    Standing,
    as_toml,
    laid_over,
    load_reviews,
    standing,
    sum_of,
)
from rse_lessons.i18n.templates import INTERFACE, content_entries, header_of, interface_entries, template

Write = Callable[[Path, bytes], None]
TROUBLES = (LanguageError, PoError, ReviewError, GlossaryError)
"""What a file of a translator's may have wrong, each with its sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a catalogue is made from."""

    entries: tuple[Entry, ...]
    document: Document | None = None
    """None for the interface."""


@dataclass(frozen=True, slots=True)
class Count:
    """How far one catalogue of a language is."""

    name: str
    standing: Standing
    passages: int
    done: int
    stale: int
    missing: int
    words: int
    """English words that are translated."""
    all_words: int
    safety_missing: int = 0
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Updated:
    """What came of bringing a catalogue up to date."""

    name: str
    changed: bool
    new: int
    stale: int


class Workshop:
    """The catalogues in one folder, and the English that they are made from."""

    def __init__(
        self,
        root: Path,
        package: Path,
        folder: Path,
        write_file: Write,
        cache: Path | None = None,
        *,
        own: Path | None = None,
    ) -> None:
        """Take the folder that holds `content/`, the program's source, and the folder of translations.

        `cache` is a file for the strings of the interface as they were found; it may be deleted at any time.
        `own` is a school's folder of corrections: what it says is counted as it is shown, and never written.
        """
        self._own = own
        self._cache = cache
        self._root = root
        self._package = package
        self.folder = folder
        self._write = write_file
        self.unfound: list[str] = []

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """What every catalogue is made from, by name: the interface first, then the content."""
        content = {
            name: Source(tuple(entries), found) for name, found, entries in content_entries(self._root)
        }
        documents = [one.document for one in content.values() if one.document is not None]
        remembered = load_remembered(self._cache)
        before = json.dumps(remembered)
        entries, self.unfound = interface_entries(self._package, documents, remembered)
        if self._cache is not None and (now := json.dumps(remembered)) != before:
            with suppress(OSError):  # looked for again next time
                self._write(self._cache, now.encode())
        return {INTERFACE: Source(tuple(entries)), **content}

    @cached_property
    def known(self) -> Mapping[str, Language]:
        """The languages that are described."""
        own = load_languages(self.folder)
        return {**load_languages(self._root / "translations"), **own}

    @cached_property
    def glossary(self) -> Glossary:
        """The agreed terms."""
        own = self.folder / "glossary.toml"
        return load_glossary(own if own.is_file() else self._root / "translations" / "glossary.toml")

    def begun(self) -> tuple[str, ...]:
        """Give the tags of the languages that have a catalogue."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(one.name for one in self.folder.iterdir() if any(one.glob("**/*.po"))))

    def language(self, tag: str) -> Language:
        """Give a language; one that nobody has described has the plural forms of its own catalogue."""
        found = language(tag, self.known)
        if found.described:
            return found
        forms = self.catalogue(tag, INTERFACE)
        return (
            replace(found, plural_forms=forms.header["Plural-Forms"])
            if forms and "Plural-Forms" in forms.header
            else found
        )

    def path(self, tag: str, name: str) -> Path:
        """Give the file of a catalogue."""
        return self.folder / tag / f"{name}.po"

    def catalogue(self, tag: str, name: str) -> Catalogue | None:
        """Read a catalogue as it is; None when there is none. Raises PoError and OSError."""
        return _read(self.path(tag, name))

    def current(self, tag: str, name: str) -> Catalogue | None:
        """Give a catalogue brought up to the English of today, and change no file."""
        old = self._together(tag, name)
        found = self.language(tag)
        return None if old is None else merged(old, self.sources[name].entries, header_of(found), found.forms)

    def _together(self, tag: str, name: str) -> Catalogue | None:
        """Give a catalogue with what a school says differently."""
        program = self.catalogue(tag, name)
        own = _read(self._own / tag / f"{name}.po") if self._own is not None else None
        return program if own is None else laid_over(program, own)

    def begin(self, tag: str, name: str) -> Catalogue:
        """Give the catalogue that a language begins with, and write no file."""
        found = self.language(tag)
        return merged(None, self.sources[name].entries, header_of(found), found.forms)

    def put(self, tag: str, name: str, catalogue: Catalogue) -> None:
        """Write a catalogue. Raises OSError."""
        self._write(self.path(tag, name), write(catalogue).encode())

    def put_reviews(self, tag: str, reviews: Mapping[str, Review]) -> None:
        """Write what was reviewed of a language. Raises OSError."""
        self._write(self.folder / tag / FILE, as_toml(reviews).encode())

    def extract(self, folder: Path) -> int:
        """Write a template for each catalogue; gives how many."""
        for name, source in self.sources.items():
            self._write(folder / f"{name}.pot", write(template(source.entries)).encode())
        return len(self.sources)

    def update(self, tag: str) -> Iterator[Updated]:
        """Bring each catalogue of a language up to date, begin what is not there, and say what changed."""
        found = self.language(tag)
        for name, source in self.sources.items():
            old = self.catalogue(tag, name)
            new = merged(old, source.entries, header_of(found), found.forms)
            changed = old != new
            if changed:
                self.put(tag, name, new)
            before = {entry.key for entry in old.entries} if old else set()
            yield Updated(
                name,
                changed,
                sum(entry.key not in before for entry in new.live),
                sum(entry.fuzzy for entry in new.live),
            )

    def reviews(self, tag: str) -> dict[str, Review]:
        """Give what was reviewed of a language."""
        return load_reviews(self.folder / tag / FILE)

    def counts(self, tag: str) -> list[Count]:
        """Count every catalogue of a language, each with the review that counts: the one that still holds."""
        found = [self.reviews(tag)]
        if self._own is not None:
            found.insert(0, load_reviews(self._own / tag / FILE))
        counts = []
        for name, source in self.sources.items():
            now = self.current(tag, name)
            known = [reviews[name] for reviews in found if name in reviews]
            known.sort(key=lambda one: not one.reviewed)
            holding = [one for one in known if one.reviewed and now is not None and one.sum == sum_of(now)]
            counts.append(_count(name, source, now, next(iter([*holding, *known]), None)))
        return counts

    def minor_edit(self, tag: str, name: str, context: str = "") -> Carried | None:
        """Carry a catalogue over a slip that was put right in the English; None when it has no catalogue.

        A review that held before holds after it.
        """
        before, after = self.catalogue(tag, name), self.current(tag, name)
        if before is None or after is None:
            return None
        carried = carried_over(before, after, context)
        if not carried.carried:
            return carried
        reviews = self.reviews(tag)
        review = reviews.get(name)
        self.put(tag, name, carried.catalogue)
        if review is not None and review.sum == sum_of(before):
            reviews[name] = replace(review, sum=sum_of(carried.catalogue))
            self.put_reviews(tag, reviews)
        return carried

    def check(self, tag: str) -> Iterator[tuple[str, Fault]]:
        """Say what is wrong with a language's catalogues, each fault with the name of its catalogue."""
        found = self.language(tag)
        for name, source in self.sources.items():
            old, now = self.catalogue(tag, name), self.current(tag, name)
            if old is None or now is None:
                continue
            yield from ((name, fault) for fault in _header_faults(old, found))
            yield from ((name, fault) for fault in self._entry_faults(tag, source, now))
            if name == INTERFACE:
                yield from ((name, fault) for fault in twice(now.live))
            if source.document is not None:
                yield from ((name, fault) for fault in _shown_faults(tag, source.document, now))
        for name in self.reviews(tag):
            if name not in self.sources:
                yield name, Fault(name, "review", "There is no such catalogue.")

    def _entry_faults(self, tag: str, source: Source, now: Catalogue) -> Iterator[Fault]:
        slots = {slot.passage.context: slot for slot in source.document.slots} if source.document else {}
        for entry in now.live:
            where = entry.context or entry.msgid[:60]
            if entry.fuzzy:
                sentence = (
                    "The English has changed, or somebody marked it so; look at it and take the mark off."
                )
                yield Fault(where, "fuzzy", sentence)
            elif any(entry.strings) and not entry.translated:
                yield Fault(where, "plural-forms", "Some of its plural forms have no words.")
            if not entry.usable:
                continue
            slot = slots.get(entry.context or "")
            for form, text in enumerate(entry.strings):
                if slot is not None:
                    yield from faults(slot.passage, text, slot.form)
                    yield from self.glossary.register_faults(tag, slot.passage, text)
                    yield from article_faults(tag, where, text)
                else:
                    english = entry.plural or entry.msgid
                    if entry.plural and "{count}" not in text and form in self.language(tag).single_forms:
                        english = english.replace("{count}", "")  # the form itself says how many
                    yield from interface_faults(where, english, text)
                yield from self.glossary.faults(tag, where, entry.plural or entry.msgid, text)


def _read(file: Path) -> Catalogue | None:
    if not file.is_file():
        return None
    try:
        return read(file.read_text(encoding="utf-8"))
    except (PoError, UnicodeDecodeError) as error:
        raise PoError(f"{file} cannot be read. {error}") from error


def _header_faults(catalogue: Catalogue, wanted: Language) -> Iterator[Fault]:
    header = catalogue.header
    if header.get("Language", wanted.tag) != wanted.tag:
        yield Fault(
            "", "header", f"The header says Language: {header['Language']}; it has to be {wanted.tag}."
        )
    forms = header.get("Plural-Forms", "")
    if wanted.described and forms.replace(" ", "") != wanted.plural_forms.replace(" ", ""):
        yield Fault("", "header", f"Plural-Forms has to be {wanted.plural_forms} — `update` puts it right.")
    elif not wanted.described:
        try:
            plural_rule(forms)
        except LanguageError as error:
            yield Fault("", "header", str(error))


def _shown_faults(tag: str, document: Document, now: Catalogue) -> Iterator[Fault]:
    """Name what is translated without a fault of its own and still not shown, and what blames a child."""
    usable = now.usable()
    wanted = Counter(one.group for one in document.passages)
    have = Counter(one.group for one in document.passages if (one.context, one.text) in usable)
    shown = localise(document, usable)
    for slot in document.slots:
        passage = slot.passage
        if passage.context in shown.english and have[passage.group] == wanted[passage.group]:
            if any(
                fault.error for fault in faults(passage, usable[passage.context, passage.text], slot.form)
            ):
                continue
            sentence = (
                "It stays English, for with it the block would not be the same: two items alike, a phrase "
                "that is not in its text, or a sign that has a meaning of its own."
            )
            yield Fault(passage.context, "not-shown", sentence)
    yield from blame_faults(tag, shown)
    gaps = safety_gaps(document, shown.english)
    if gaps and len(shown.english) < len(document.slots):
        sentence = f"{len(gaps)} passages about help and safety are not translated; the first is this."
        yield Fault(gaps[0].context, "safety", sentence, error=False)


def _count(name: str, source: Source, now: Catalogue | None, review: Review | None) -> Count:
    live: Sequence[Entry] = now.live if now else source.entries
    done = [entry for entry in live if entry.usable]
    stale = sum(entry.fuzzy for entry in live)
    usable = now.usable() if now else {}
    passages = source.document.passages if source.document else ()
    return Count(
        name,
        standing(now, review),
        len(live),
        len(done),
        stale,
        len(live) - len(done) - stale,
        sum(len(entry.msgid.split()) for entry in done),
        sum(len(entry.msgid.split()) for entry in live),
        sum(one.safety and (one.context, one.text) not in usable for one in passages),
        review,
    )
