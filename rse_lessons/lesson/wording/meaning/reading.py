"""Reads the words of a sentence for what they mean.

A word is brought to its stem and given the meanings that the language's file lists for it; words that belong
together are given their meaning together. Names count as children, for whom they mostly stand in what schools
write. Nothing is judged here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

NAME, NUMBER = "NAME", "#"
_CHILD = "CHILD"
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[\"?!:;,.]")
_SHORT = re.compile(r"(.+)'(ve|re|ll|d|m)")
_LONG = {"ve": "have", "re": "are", "ll": "will", "d": "would", "m": "am"}
_NO_MARK = frozenset(
    [
        "didnt",
        "doesnt",
        "shouldnt",
        "couldnt",
        "wouldnt",
        "hasnt",
        "hadnt",
        "wasnt",
        "werent",
        "isnt",
        "arent",
        "dont",
    ]
)
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "cant": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    **{f"{word}ve": (word, "have") for word in ("should", "could", "would", "must", "might")},
}
_ENDS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "ly")
_VOWEL = re.compile("[aeiouy]")


@dataclass(slots=True)
class Word:
    """A word of a sentence, or a mark."""

    start: int
    end: int
    stem: str
    ideas: list[str]
    """Its meanings, in capitals."""

    @property
    def means(self) -> list[str]:
        """Its stem and its meanings."""
        return [self.stem, *self.ideas]


@dataclass(frozen=True, slots=True)
class _Entry:
    stem: str
    ideas: tuple[str, ...]


@dataclass
class Meanings:
    """What the words of a language mean."""

    irregular: dict[str, str]
    """The plain form of an irregular one."""
    single: dict[str, frozenset[str]] = field(default_factory=dict)
    """The meanings of a stem."""
    together: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """The stems that have a meaning together, by the first two."""
    known: frozenset[str] = frozenset()
    """Stems that are no names where they begin a sentence."""
    _seen: dict[str, tuple[_Entry, ...]] = field(default_factory=dict)

    def read(self, text: str, cased: str) -> list[Word]:
        """Read a sentence; `text` in small letters, `cased` as it was written, sign for sign."""
        words: list[Word] = []
        begins = True
        for found in _WORD.finditer(text):
            start, end = found.span()
            entries = self._entries(found[0])
            if len(entries) == 1 and self._is_name(cased, start, end, entries[0], begins=begins):
                words.append(Word(start, end, NAME, [_CHILD]))
            else:
                words.extend(Word(start, end, entry.stem, list(entry.ideas)) for entry in entries)
            begins = not found[0][0].isalnum()
        self._join(words)
        return words

    def stems(self, text: str) -> tuple[str, ...]:
        """Give the stems of words, a word with a hyphen as one."""
        words = (part for found in _WORD.finditer(text) for part in _parts(found[0]))
        return tuple(self._entry(word).stem for word in words)

    def stem(self, word: str) -> str:
        """Bring a word to its stem."""
        if word in self.irregular:
            return self.irregular[word]
        if len(word) <= 3:
            return word
        if word.endswith("'s"):
            return self.stem(word[:-2])
        word = _without_ending(word)
        if len(word) > 4 and word[-1] == "e":
            word = word[:-1]
        if len(word) > 4 and word[-1] == "y":
            word = word[:-1] + "i"
        return word

    def _entries(self, word: str) -> tuple[_Entry, ...]:
        known = self._seen.get(word)
        if known is None:
            parts = _parts(word)
            if "-" in word and self.stem(word) not in self.single:
                parts = tuple(part for half in word.split("-") if half for part in _parts(half))
            known = tuple(self._entry(part) for part in parts)
            if len(self._seen) < 50_000:
                self._seen[word] = known
        return known

    def _entry(self, word: str) -> _Entry:
        if word.isdigit():
            return _Entry(NUMBER, ())
        if not word[0].isalpha():
            return _Entry(word, ())
        stem = self.stem(word)
        return _Entry(stem, tuple(sorted(self.single.get(stem, ()))))

    def _is_name(self, cased: str, start: int, end: int, entry: _Entry, *, begins: bool) -> bool:
        if not cased[start].isupper() or entry.stem in self.single:
            return False
        if cased[start:end].isupper():
            return False
        return not begins or entry.stem not in self.known

    def _join(self, words: list[Word]) -> None:
        stems = tuple(word.stem for word in words)
        for at in range(len(words) - 1):
            if phrases := self.together.get(stems[at : at + 2]):
                for phrase, meaning in phrases:
                    if stems[at : at + len(phrase)] == phrase and meaning not in words[at].ideas:
                        words[at].ideas.append(meaning)


def read_meanings(text: str, more: Mapping[str, Iterable[str]] | None = None) -> Meanings:
    """Read the meanings from the text of a language's file; `more` words by the name of what they mean."""
    data = tomllib.loads(text)
    irregular: dict[str, str] = {}
    for plain, others in data["irregular"].items():
        for other in others.split():
            irregular.setdefault(other, plain)
    made = Meanings(irregular)
    single: dict[str, set[str]] = {}
    others = ((name.upper(), word) for name, words in (more or {}).items() for word in words)
    for name, word in (*_listed(data["meanings"]), *others):
        stems = made.stems(word.replace("_", " "))
        if len(stems) == 1:
            single.setdefault(stems[0], set()).add(name)
        elif stems:
            made.together.setdefault(stems[:2], []).append((stems, name))
    made.single = {stem: frozenset(names) for stem, names in single.items()}
    return made


def _listed(groups: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    for group in groups.values():
        for name, words in group.items():
            for word in words.split():
                yield name.upper(), word


def _parts(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't") and len(word) > 3:
        return word[:-3], "not"
    if word in _NO_MARK:
        return word[:-2], "not"
    if found := _SHORT.fullmatch(word):
        return found[1], _LONG[found[2]]
    return (word,)


def _without_ending(word: str) -> str:
    for ending in _ENDS:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        if (ending == "s" and word[-2] in "su") or (ending == "ly" and len(word) < 7):
            continue
        rest = word[: -len(ending)]
        if ending in ("ied", "ies"):
            return rest + "y"
        if ending in ("ing", "ings", "ed", "edly"):
            if not _VOWEL.search(rest):
                continue
            if rest[-1] == rest[-2] and rest[-1] not in "lsz":
                rest = rest[:-1]
        return rest
    return word
