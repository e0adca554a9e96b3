"""Puts translations into a file: the same slides, blocks, ids, answers and pictures, in other words.

What has no translation stays English, passage by passage and marked; a quiz or an activity stays English
whole. A translation of other English than the file's is not one. A translation that would change anything
but words is left out, so that no catalogue can break a lesson.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rse_lessons.i18n.documents import document
from rse_lessons.i18n.faults import faults
from rse_lessons.i18n.passages import Document, Form, Passage, Slot
from rse_lessons.i18n.toml_texts import quoted

MOST_TRIES = 60
"""A catalogue so full of what does not fit is not looked through to its end: the rest stays English."""
Translations = Mapping[tuple[str, str], str]
"""Translations by context and English."""


@dataclass(frozen=True, slots=True)
class Localised:
    """A file in another language, as far as it is translated."""

    text: str
    """What the ordinary readers read."""
    document: Document
    """The same, taken apart: its passages say on which line each stands."""
    english: frozenset[str]
    """Contexts of the passages that stayed English."""

    @property
    def whole(self) -> bool:
        """Whether nothing stayed English."""
        return not self.english

    def english_lines(self) -> frozenset[int]:
        """Give the lines of the localised text on which English passages begin."""
        return frozenset(one.line for one in self.document.passages if one.context in self.english)


def localise(source: Document, *translations: Translations) -> Localised:
    """Put the translations that fit into a document; what the first have not, the next may have."""
    chosen = _chosen(source, translations)
    groups = sorted({slot.passage.group for slot in source.slots if slot.passage.context in chosen})
    fits = _Fitting(source, chosen)
    kept = fits.kept(groups)
    made = fits.made(kept)
    shown = {slot.passage.context for slot in source.slots if slot.passage.group in kept} & chosen.keys()
    english = frozenset(slot.passage.context for slot in source.slots) - shown
    return Localised(made.text, made, english)


def safety_gaps(source: Document, english: Iterable[str]) -> tuple[Passage, ...]:
    """Give what says where help is, or what an adult does for a child in need, and stayed English.

    A lesson with gaps is offered in the language only with a plain warning.
    """
    left = frozenset(english)
    return tuple(one for one in source.passages if one.safety and one.context in left)


def condition_shown(label: str) -> str:
    """Give the condition of a localised note as it is shown: without the word by which it is known."""
    return label.removeprefix("If").strip()


def _chosen(source: Document, translations: Sequence[Translations]) -> dict[str, str]:
    """Give the translations that may be shown, by context: none with an error, no group in part or mixed."""
    groups: dict[str, list[Slot]] = defaultdict(list)
    for slot in source.slots:
        groups[slot.passage.group].append(slot)
    chosen: dict[str, str] = {}
    for slots in groups.values():
        for some in translations:
            found = _said(slots, some)
            if found and _fits_together(slots, found):
                chosen |= found
                break
    return chosen


def _said(slots: Sequence[Slot], translations: Translations) -> dict[str, str]:
    """Give the translations of a group by context; none at all when one is missing or wrong."""
    found: dict[str, str] = {}
    for slot in slots:
        passage = slot.passage
        said = translations.get((passage.context, passage.text), "").strip()
        if not said or any(fault.error for fault in faults(passage, said, slot.form)):
            return {}
        found[passage.context] = said
    return found


def _fits_together(slots: Sequence[Slot], found: Mapping[str, str]) -> bool:
    """Ask that items that differ in English differ, and phrases stand in the text they are copied from."""
    lists: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for slot in slots:
        *before, _, role = slot.passage.context.split("/")
        lists["/".join(before), role].append(slot.passage)
    for (_, role), items in lists.items():
        if role in _OF_LISTS and _most(found[one.context] for one in items) > _most(
            one.text for one in items
        ):
            return False
    items = [one for (_, role), some in lists.items() if role == "text" for one in some]
    quotes = [slot.passage for slot in slots if slot.passage.context.rpartition("/")[2].startswith("quoted")]
    if not quotes:
        return True
    text = "\n\n".join(" ".join(found[one.context].split()) for one in quotes)
    phrases = [" ".join(found[one.context].split()) for one in items]
    return all(text.count(phrase) == 1 for phrase in phrases) and _apart(text, phrases)


def _most(texts: Iterable[str]) -> int:
    """Give how many of the texts are the same one."""
    return max(Counter(" ".join(text.casefold().split()) for text in texts).values(), default=0)


def _apart(text: str, phrases: Sequence[str]) -> bool:
    spans = sorted((text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases)
    return all(before[1] <= after[0] for before, after in pairwise(spans))


_OF_LISTS = frozenset({"text", "right", "word", "name"})
"""What items are known by: of two alike, readers say that one is too many."""


class _Fitting:
    """Finds the groups whose words change nothing but words, by putting them in and looking."""

    def __init__(self, source: Document, chosen: Mapping[str, str]) -> None:
        self._source = source
        self._last: Document | None = None
        self._tries = 0
        self._written: dict[str, dict[str, str]] = defaultdict(dict)
        for slot in source.slots:
            context = slot.passage.context
            if context in chosen and chosen[context] != slot.passage.text:
                self._written[slot.passage.group][context] = _as_written(
                    slot, chosen[context], source.newline
                )

    def made(self, groups: Iterable[str]) -> Document:
        """Put groups in and take the result apart; its passages keep the contexts that they had."""
        made = self._apart(self._source.put_together(self._of(groups)))
        if len(made.slots) != len(self._source.slots):
            return made
        slots = tuple(
            _named_as(old.passage, new) for old, new in zip(self._source.slots, made.slots, strict=True)
        )
        return replace(made, slots=slots)

    def _apart(self, text: str) -> Document:
        """Take a text apart; what was asked last is asked again."""
        if self._last is None or self._last.text != text:
            self._last = document(self._source.path, text)
        return self._last

    def kept(self, groups: Sequence[str]) -> frozenset[str]:
        """Give as many of the groups as fit together."""
        return frozenset(self._more((), list(groups)))

    def _more(self, before: tuple[str, ...], groups: list[str]) -> tuple[str, ...]:
        if self._tries >= MOST_TRIES:
            return before
        self._tries += 1
        if not groups or self._fits((*before, *groups)):
            return (*before, *groups)
        if len(groups) == 1:
            return before
        half = len(groups) // 2
        return self._more(self._more(before, groups[:half]), groups[half:])

    def _fits(self, groups: Iterable[str]) -> bool:
        groups = tuple(groups)
        written = self._of(groups)
        source, made = self._source, self._apart(self._source.put_together(written))
        if made.names != source.names or len(made.slots) != len(source.slots):
            return False
        return all(
            _place(old.passage) == _place(new.passage)
            and made.text[new.start : new.end]
            == written.get(old.passage.context, source.text[old.start : old.end])
            for old, new in zip(source.slots, made.slots, strict=True)
        )

    def _of(self, groups: Iterable[str]) -> dict[str, str]:
        return {context: text for group in groups for context, text in self._written.get(group, {}).items()}


def _named_as(old: Passage, new: Slot) -> Slot:
    if new.passage.context == old.context and new.passage.group == old.group:
        return new
    return replace(new, passage=replace(new.passage, context=old.context, group=old.group))


def _place(passage: Passage) -> tuple[str, int, str]:
    """Give what a passage is, apart from the ids that a localised file names and its source need not."""
    return passage.kind, passage.slide, passage.context.rpartition("/")[2].partition("~")[0]


def _as_written(slot: Slot, translation: str, newline: str) -> str:
    return _FORMS[slot.form](slot, translation).replace("\n", newline)


def _text(slot: Slot, translation: str) -> str:
    lines = [" ".join(line.split()) for line in translation.split("\n") if line.strip()]
    joint = slot.joint.replace("\r\n", "\n").replace("\r", "\n")
    return (joint or " ").join(lines)


def _toml(slot: Slot, translation: str) -> str:
    return quoted(translation if "\n" in slot.passage.text else " ".join(translation.split()))


_FORMS: Mapping[Form, Callable[[Slot, str], str]] = {
    Form.TEXT: _text,
    Form.LABEL: _text,
    Form.ATTRIBUTE: lambda slot, text: f'"{_text(slot, text)}"',
    Form.TOML: _toml,
}
