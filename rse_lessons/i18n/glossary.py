"""Holds translations to agreed terms and to one “you”. The terms are data, with how sure each is.

Celtic languages change the beginnings of words; a term counts in each of the ways that it can begin.
Everything here is advice: a sentence may be good without the word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rse_lessons.i18n.faults import Fault
from rse_lessons.i18n.passages import Passage, Register

_WORDS = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_QUOTED = re.compile(r"“[^“”]*”")
_MUTATIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "cy": {
        "p": ("b", "ph", "mh"),
        "t": ("d", "th", "nh"),
        "c": ("g", "ch", "ngh"),
        "b": ("f", "m"),
        "d": ("dd", "n"),
        "g": ("", "ng"),
        "m": ("f",),
        "ll": ("l",),
        "rh": ("r",),
    },
    "ga": {
        "b": ("bh", "mb"),
        "c": ("ch", "gc"),
        "d": ("dh", "nd"),
        "f": ("fh", "bhf"),
        "g": ("gh", "ng"),
        "m": ("mh",),
        "p": ("ph", "bp"),
        "s": ("sh", "ts"),
        "t": ("th", "dt"),
    },
    "gd": {letter: (f"{letter}h",) for letter in "bcdfgmpst"},
}
_VOWELS = {"cy": ("h",), "ga": ("h", "n-", "t-", "n", "t"), "gd": ("h-", "n-", "t-")}


class GlossaryError(ValueError):
    """The file of terms cannot be used; the words say why."""


@dataclass(frozen=True, slots=True)
class Term:
    """An English term in one language."""

    english: tuple[str, ...]
    use: tuple[str, ...]
    never: tuple[str, ...] = ()
    verified: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """The words by which a language says “you”."""

    one: frozenset[str]
    many: frozenset[str]
    expected: Mapping[Register, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of all languages."""

    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    addresses: Mapping[str, Address] = field(default_factory=dict)

    def faults(self, language: str, context: str, english: str, translation: str) -> Iterator[Fault]:
        """Advise about terms that a translation has not, and forms that say something else."""
        words = _WORDS.findall(translation.casefold())
        said = " ".join(words)
        terms = [term for term in self.terms.get(language, ()) if _names(term.english, english)]
        wanted = {form for term in terms for form in term.use}
        for term in terms:
            for form in term.never:
                if form not in wanted and _stands(form, said, language):
                    sentence = f"“{form}” does not say “{term.english[0]}”."
                    yield Fault(context, "form", sentence, about=(form, term.english[0]))
            if not any(_stands(form, said, language) for form in term.use):
                sure = "" if term.verified else ", which has to be checked"
                sentence = f"The agreed word for “{term.english[0]}” is “{' or '.join(term.use)}”{sure}."
                about = term.english[0], " / ".join(term.use)
                yield Fault(context, "term", sentence, error=False, about=about)

    def register_faults(self, language: str, passage: Passage, translation: str) -> Iterator[Fault]:
        """Advise about “you” to one and to many in one breath, or the other one than is agreed here."""
        address = self.addresses.get(language)
        if address is None:
            return
        for said in [*_QUOTED.findall(translation), _QUOTED.sub(" ", translation)]:
            words = set(_WORDS.findall(said.casefold()))
            one, many = sorted(words & address.one), sorted(words & address.many)
            if one and many:
                sentence = f"“{one[0]}” speaks to one and “{many[0]}” to many; keep to one of them."
                yield Fault(passage.context, "register", sentence, error=False)
        words = set(_WORDS.findall(_QUOTED.sub(" ", translation).casefold()))
        expected = address.expected.get(passage.register, "")
        found = {"one": words & address.one, "many": words & address.many}
        other = {"one": "many", "many": "one"}.get(expected, "")
        if other and found[other] and not found[expected]:
            sentence = f"This speaks to {passage.register}; “{min(found[other])}” does not."
            yield Fault(passage.context, "register", sentence, error=False)


def load_glossary(file: Path) -> Glossary:
    """Read the terms; no file, no terms. Raises GlossaryError."""
    if not file.is_file():
        return Glossary()
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        languages = sorted({tag for row in table.get("terms", ()) for tag in row if tag != "english"})
        terms = {
            tag: tuple(_term(row["english"], row[tag]) for row in table["terms"] if tag in row)
            for tag in languages
        }
        addresses = {tag: _address(row) for tag, row in table.get("registers", {}).items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GlossaryError(f"{file} cannot be used ({error}).") from error
    return Glossary(terms, addresses)


def _term(english: Iterable[str], row: Mapping[str, object]) -> Term:
    if row["status"] not in ("verified", "check"):
        raise ValueError(f"{row['status']} is no status of a term")
    return Term(
        tuple(english),
        tuple(_strings(row["use"])),
        tuple(_strings(row.get("not", []))),
        row["status"] == "verified",
        str(row.get("source", "")),
    )


def _address(row: Mapping[str, object]) -> Address:
    expected = {
        register: str(row[key])
        for key, register in (("class", Register.CLASS), ("child", Register.CHILD))
        if key in row
    }
    return Address(frozenset(_strings(row["one"])), frozenset(_strings(row["many"])), expected)


def _strings(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise TypeError("a list of texts is wanted")
    return value


def _names(english: Iterable[str], text: str) -> bool:
    return any(_english(word).search(text) for word in english)


@cache
def _english(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)


def _stands(form: str, said: str, language: str) -> bool:
    return any(pattern.search(said) for pattern in _patterns(form.casefold(), language))


@cache
def _patterns(form: str, language: str) -> tuple[re.Pattern[str], ...]:
    """Give what to look for: the words of a form in a row, each begun in any of its ways."""
    words = [f"(?:{'|'.join(map(re.escape, _begun(word, language)))})[^ ]*" for word in form.split()]
    return (re.compile(r"(?:^| )" + " ".join(words)),)


def _begun(word: str, language: str) -> list[str]:
    """Give the ways in which a word can begin."""
    ways = [word]
    table = _MUTATIONS.get(language, {})
    first = word[:2] if word[:2] in table else word[:1]
    if word[:1] in "aeiouwyâêîôûŵŷáéíóúàèìòù":
        ways += [before + word for before in _VOWELS.get(language, ())]
    elif not (language == "cy" and word[:2] in ("ch", "dd", "ff", "ng", "ph", "th")):
        ways += [begun + word[len(first) :] for begun in table.get(first, ())]
    return ways
