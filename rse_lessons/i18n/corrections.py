"""A lesson's translation as a school's fluent teacher reads it: each passage, what is said, what was changed.

What the school says differently lies in a folder of its own, `<language>/lessons/<id>.po`, with nothing in it
but that; beside it, in `<id>.read`, what was found right, and in `review.toml` that all of it was read. Each
file is written whole with each change, so that none is lost and none is half there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from rse_lessons.i18n.after_article import article_faults
from rse_lessons.i18n.faults import Fault, faults
from rse_lessons.i18n.glossary import Glossary
from rse_lessons.i18n.languages import Language
from rse_lessons.i18n.localise import Localised, localise
from rse_lessons.i18n.passages import Document, Passage, Slot
from rse_lessons.i18n.po import Catalogue, Entry, PoError, read, write
from rse_lessons.i18n.review import (
    FILE,
    Review,
    ReviewError,
    as_toml,
    laid_over,
    load_reviews,
    reviewed,
    sum_of,
)
from rse_lessons.i18n.templates import entries_of, header_of

ROLE = "fluent-teacher"
_READ_HEAD = "# What was found right, one sum of context, English and translation a line. No names."
Write = Callable[[Path, bytes], None]


class State(StrEnum):
    """How a passage stands in the reading."""

    ENGLISH = "english"
    """Nothing is said in the language."""
    UNREAD = "unread"
    RIGHT = "right"
    """Somebody looked at these very words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage."""

    slot: Slot
    program: str = ""
    """What the program says; empty where it has nothing for today's English."""
    own: str = ""
    """What the school says instead."""
    state: State = State.ENGLISH
    faults: tuple[Fault, ...] = ()
    outdated: tuple[str, str] | None = None
    """English that has changed since, and the school's words for it."""

    @property
    def passage(self) -> Passage:
        """The English and all about it."""
        return self.slot.passage

    @property
    def said(self) -> str:
        """What is said in the language."""
        return self.own or self.program


class Corrections:
    """One lesson in one language: read, corrected, kept."""

    def __init__(
        self,
        source: Document,
        language: Language,
        *,
        name: str,
        folders: tuple[Path, Path],
        write_file: Write,
        glossary: Glossary,
    ) -> None:
        """Take the lesson, the name of its catalogue, and the folders: the program's and the school's own.

        Raises PoError, ReviewError and OSError when what lies there cannot be read: nothing is written then.
        """
        self.source, self.name, self.language = source, name, language
        tag = language.tag
        self._slots = {slot.passage.context: slot for slot in source.slots}
        self._program_file = folders[0] / tag / f"{name}.po"
        self.own_file = folders[1] / tag / f"{name}.po"
        self._read_file = self.own_file.with_suffix(".read")
        self._review_file = folders[1] / tag / FILE
        self._write = write_file
        self._glossary = glossary
        self._program = _catalogue(self._program_file)
        self._ours = self._program.usable() if self._program else {}
        self._sums = _sums_in(self._read_file)
        self._reviews_of_program = load_reviews(folders[0] / tag / FILE)
        self._readings: dict[str, Reading] = {}
        self._shown: Localised | None = None
        self.refresh()

    # What there is

    def refresh(self) -> None:
        """Look anew at what the school said: a file of its may have been changed by another program."""
        own = _catalogue(self.own_file) or Catalogue()
        said = own.usable()
        left = {e.context: (e.msgid, e.strings[0]) for e in own.entries if any(e.strings) and e.context}
        self._readings = {
            context: self._reading(slot, said.get((context, slot.passage.text), ""), left.get(context))
            for context, slot in self._slots.items()
        }
        self._look_at_groups()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All passages in the order of the lesson."""
        return tuple(self._readings[slot.passage.context] for slot in self.source.slots)

    def reading(self, context: str) -> Reading:
        """Give one passage."""
        return self._readings[context]

    @property
    def done(self) -> int:
        """How many passages were found right."""
        return sum(one.state is State.RIGHT for one in self._readings.values())

    @property
    def all_right(self) -> bool:
        """Whether every passage was found right as it is now."""
        return bool(self._readings) and self.done == len(self._readings)

    def look(self, context: str, text: str) -> tuple[Fault, ...]:
        """Give what is wrong with words for a passage, and what to look at."""
        slot = self._slots[context]
        passage, tag = slot.passage, self.language.tag
        if not text.strip():
            return ()
        found = [
            *faults(passage, text, slot.form),
            *self._glossary.register_faults(tag, passage, text),
            *article_faults(tag, context, text),
            *self._glossary.faults(tag, context, passage.text, text),
        ]
        return tuple(found)

    def localised(self) -> Localised:
        """Give the lesson put together as it is said now."""
        if self._shown is None:
            said = {(context, one.passage.text): one.said for context, one in self._readings.items()}
            self._shown = localise(self.source, {key: text for key, text in said.items() if text})
        return self._shown

    def _reading(self, slot: Slot, own: str, left: tuple[str, str] | None) -> Reading:
        passage = slot.passage
        program = self._ours.get((passage.context, passage.text), "")
        own = "" if own == program else own
        said = own or program
        state = State.ENGLISH
        if said:
            right = _sum(passage, said) in self._sums
            state = State.RIGHT if right else State.UNREAD
        outdated = left if left is not None and left[0] != passage.text else None
        return Reading(slot, program, own, state, self.look(passage.context, said), outdated)

    def _look_at_groups(self) -> None:
        """Say of what is translated and stays English all the same that it does."""
        self._shown = None
        english = self.localised().english
        whole = {
            group
            for group, some in _grouped(self._readings.values()).items()
            if all(one.said and not _wrong(one.faults) for one in some)
        }
        for context, one in self._readings.items():
            kept = tuple(fault for fault in one.faults if fault.rule != "not-shown")
            if context in english and one.passage.group in whole:
                kept += (Fault(context, "not-shown", "With these words it stays English."),)
            if kept != one.faults:
                self._readings[context] = replace(one, faults=kept)

    # What the teacher does

    def keep(self, context: str, text: str) -> Reading:
        """Keep words for a passage in the school's own folder, unless they have an error. Raises OSError.

        The program's own words take the school's away again.
        """
        slot, text = self._slots[context], text.strip()
        before = self._readings[context]
        found = self.look(context, text)
        if text == before.said or not text or _wrong(found):
            return replace(before, faults=found) if text else before
        own = "" if text == before.program else text
        self._write_own(slot, own)
        self._readings[context] = self._reading(slot, own, None)
        self._look_at_groups()
        return self._readings[context]

    def take_back(self, context: str) -> Reading:
        """Let the program's words stand again. Raises OSError."""
        slot = self._slots[context]
        self._write_own(slot, "")
        self._readings[context] = self._reading(slot, "", None)
        self._look_at_groups()
        return self._readings[context]

    def mark(self, context: str, *, right: bool) -> Reading:
        """Say that a passage is right as it is, or take that back. Raises OSError."""
        one = self._readings[context]
        if not one.said:
            return one
        made = _sum(one.passage, one.said)
        sums = self._sums | {made} if right else self._sums - {made}
        if sums != self._sums:
            lines = "".join(f"{line}\n" for line in [_READ_HEAD, *sorted(sums)])
            self._write(self._read_file, lines.encode("ascii"))
            self._sums = sums
        state = State.RIGHT if right else State.UNREAD
        self._readings[context] = replace(one, state=state)
        return self._readings[context]

    def finish(self, on: date) -> Review:
        """Say that all of it was read by a fluent teacher of the school. Raises OSError and ReviewError."""
        if not self.all_right:
            raise ReviewError("Not all of it was found right.")
        review = reviewed(self.together(), ROLE, on)
        reviews = load_reviews(self._review_file)
        reviews[self.name] = review
        self._write(self._review_file, as_toml(reviews).encode())
        return review

    @property
    def review(self) -> Review | None:
        """What the school said of all of it, whether it still holds or not."""
        return load_reviews(self._review_file).get(self.name)

    @property
    def review_holds(self) -> bool:
        """Whether the school's review is of the words as they are."""
        review = self.review
        return review is not None and review.reviewed and review.sum == sum_of(self.together())

    def together(self) -> Catalogue:
        """Give the program's catalogue with the school's own laid over, as lessons are read."""
        return laid_over(self._program, _catalogue(self.own_file))

    def _write_own(self, slot: Slot, text: str) -> None:
        """Write the school's catalogue with other words for one passage, and none for its older English."""
        passage = slot.passage
        own = _catalogue(self.own_file) or Catalogue()
        kept = [entry for entry in own.entries if entry.context != passage.context]
        if text:
            told = entries_of(replace(self.source, slots=(slot,)), "")[0]
            kept.append(replace(told, strings=(text,), references=()))
        order = {context: at for at, context in enumerate(self._slots)}
        kept.sort(key=lambda entry: order.get(entry.context or "", len(order)))
        if kept or own.comments:
            made = Catalogue(header_of(self.language), tuple(kept), own.comments)
            self._write(self.own_file, write(made).encode())
        elif self.own_file.exists():
            self.own_file.unlink()


def own_entries(corrections: Corrections) -> tuple[Entry, ...]:
    """Give what the school says differently, for today's English, with what it was before."""
    made = []
    for one in corrections.readings:
        if one.own:
            told = entries_of(replace(corrections.source, slots=(one.slot,)), "")[0]
            before = (f"Before: {' '.join(one.program.split())}",) if one.program else ()
            made.append(replace(told, strings=(one.own,), references=(), comments=before))
    return tuple(made)


def _wrong(found: tuple[Fault, ...]) -> bool:
    return any(fault.error for fault in found)


def _grouped(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = {}
    for one in readings:
        found.setdefault(one.passage.group, []).append(one)
    return found


def _sum(passage: Passage, said: str) -> str:
    parts = "\0".join((passage.context, passage.text, said))
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _sums_in(file: Path) -> frozenset[str]:
    try:
        text = file.read_text(encoding="ascii")
    except FileNotFoundError:
        return frozenset()
    except UnicodeDecodeError:
        return frozenset()  # what nobody can read says nothing: it is looked at again
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _catalogue(file: Path) -> Catalogue | None:
    """Read a catalogue; None where there is none. Raises PoError and OSError."""
    if not file.is_file():
        return None
    try:
        return read(file.read_text(encoding="utf-8"))
    except (PoError, UnicodeDecodeError) as error:
        raise PoError(f"{file.name} cannot be read. {error}") from error
