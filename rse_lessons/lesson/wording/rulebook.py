"""Reads the rules of a language from its file beside this module. What is done with them is in `checking`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.patterns import Compiler, Pattern, PatternError
from rse_lessons.lesson.wording.vocabulary import Vocabulary

FOLDER = Path(__file__).parent
READ_WELL = frozenset({"en"})
"""Languages whose rules have been read by people who speak them well; those of others are drafts."""
_Made = TypeVar("_Made")
AUDIENCES = ("pupils", "staff", "families")


@dataclass(frozen=True)
class Rule:
    """Words that are better not said. Several rules may share an id, where readers or ages differ."""

    id: str
    level: Severity
    say: str
    """Better words, or what to do instead."""
    reason: str
    """Why, in one plain sentence."""
    source: str
    """The tag of its source."""
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()
    """What overlaps one of these in a sentence is not meant."""
    never_with: tuple[Pattern, ...] = ()
    """What stands in a sentence with one of these, before or after, is not meant."""
    swap: str = ""
    """Words that can be put in the place of those found; empty where that would not read well."""
    audiences: tuple[str, ...] = ()
    """For whom it holds; empty for all."""
    bands: tuple[str, ...] = ()
    """For which ages it holds; empty for all, and for text that has no age."""
    is_term: bool = False
    """Whether it is about a name for something, so that to say that the thing is wrong excuses nothing."""
    negatable: bool = True
    """Whether a plain “not” before the words says the opposite of what the rule looks for."""

    def holds(self, audience: str, band: str) -> bool:
        """Say whether it holds for a reader and an age; without them it does."""
        return (not self.audiences or not audience or audience in self.audiences) and (
            not self.bands or not band or band in self.bands
        )


@dataclass(frozen=True)
class Frame:
    """Words around others that show they are spoken about, and not said."""

    patterns: tuple[Pattern, ...]
    where: str
    """`before`, `after` or `anywhere` in the sentence."""
    within: int
    """So many words may stand between."""
    for_terms: bool = False
    """Whether it holds for rules about names, too."""
    before_more: bool = False
    """Whether it holds only where the paragraph goes on after the sentence."""
    is_plain_no: bool = False
    """Whether it is a plain “not”, which some rules are not stopped by."""


@dataclass(frozen=True)
class RuleBook:
    """All that is known about one language."""

    language: str
    rules: tuple[Rule, ...]
    frames: tuple[Frame, ...]
    corrections: tuple[Pattern, ...]
    """What a sentence that puts a quotation right says, or how it begins."""
    denies: frozenset[str]
    """How an answer begins, up to its first mark, that says no to a question."""
    asks: tuple[str, ...]
    """How a sentence begins that asks whether something is so, without a question mark."""
    heard: tuple[Pattern, ...]
    """How a sentence begins that tells of words one may hear."""
    answers: tuple[Pattern, ...]
    """How an answer to such words begins."""
    spoken: tuple[Pattern, ...]
    """How a sentence begins that gives words to say."""
    comments: tuple[Pattern, ...]
    """How a sentence goes on after a quotation that it speaks about; not for names of things."""
    cues: frozenset[str]
    """Words beside a quotation that show that it is spoken about; not for names of things."""
    term_cues: frozenset[str]
    """Words beside a quoted name that show it."""
    here: frozenset[str]
    """Words that show that a sentence is about what the rules are about."""
    elsewhere: frozenset[str]
    """Words that show, where there is none of those, that it is about something else."""
    used: frozenset[str]
    """All words that rules look for."""
    sources: Mapping[str, str]
    index: Mapping[str, tuple[tuple[Rule, Pattern], ...]]
    """The patterns worth trying, by a word that a text must have for them."""
    clause_end: re.Pattern[str]
    """Where what frames a sentence's words ends before the sentence does."""
    parts_words: bool
    """Whether words are written onto others with an apostrophe, so that each part counts as one."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rules, each once."""
        return tuple(dict.fromkeys(rule.id for rule in self.rules))

    def rule(self, name: str, audience: str = "", band: str = "") -> Rule | None:
        """Give the rule of an id that holds for a reader and an age; None where none does."""
        return next((rule for rule in self.rules if rule.id == name and rule.holds(audience, band)), None)


def languages() -> tuple[str, ...]:
    """Give the languages that have rules."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


def language_of_rules(language: str) -> str:
    """Give a language that has rules: this one, else English."""
    return language if language in languages() else "en"


def rule_book(language: str = "en") -> RuleBook:
    """Give the rules of a language, read once. Raises LookupError for one that has none."""
    return _read_once(language)


@cache
def _read_once(language: str) -> RuleBook:
    if language not in languages():
        message = (
            f"There are no wording rules for “{language}”; there are rules for {', '.join(languages())}."
        )
        raise LookupError(message)
    return read_rule_book((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def read_rule_book(text: str) -> RuleBook:
    """Read rules from the text of a file. Raises PatternError or KeyError for one that is not right."""
    data = tomllib.loads(text)
    vocabulary = _vocabulary(data)
    compiler = Compiler(vocabulary)
    rules = tuple(_rule(table, compiler) for table in data["rule"])
    frames = tuple(_frame(table, compiler) for table in data.get("frame", ()))
    put_right = data.get("corrections", {})
    begins = [f"^ ({' | '.join(put_right['begins'])})"] if put_right.get("begins") else []
    return RuleBook(
        language=data["language"],
        rules=rules,
        frames=frames,
        corrections=_patterns([*begins, *put_right.get("says", ())], compiler),
        denies=frozenset(put_right.get("denies", ())),
        asks=tuple(put_right.get("asks", ())),
        heard=_patterns(put_right.get("heard", ()), compiler),
        answers=_patterns(put_right.get("answers", ()), compiler),
        spoken=_patterns(put_right.get("spoken", ()), compiler),
        comments=_patterns(put_right.get("comments", ()), compiler),
        cues=frozenset(put_right.get("cues", "").split()),
        term_cues=frozenset(put_right.get("term-cues", "").split()),
        here=frozenset(data.get("topic", {}).get("here", "").split()),
        elsewhere=frozenset(data.get("topic", {}).get("elsewhere", "").split()),
        used=frozenset().union(*(need for rule in rules for line in rule.patterns for need in line.needs)),
        sources=data["sources"],
        index=_index(rules),
        clause_end=re.compile(f";{vocabulary.turning}"),
        parts_words=bool(vocabulary.joined or vocabulary.beginnings),
    )


def _vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    return Vocabulary(
        lists=data.get("lists", {}),
        forms=data.get("forms", {}),
        endings=tuple(
            (table["ends"], table["drop"], tuple(table["add"])) for table in data.get("endings", ())
        ),
        contractions=data.get("contractions", {}),
        spellings=tuple(data.get("spellings", {}).items()),
        common=frozenset(data.get("common", {}).get("words", "").split()),
        beginnings=_grouped(data.get("beginnings", {}), _ways),
        letters=_grouped(data.get("letters", {}), str),
        unchanged=frozenset(data.get("words", {}).get("unchanged", "").split()),
        joined=data.get("words", {}).get("joined", "").split(),
        turns=data.get("words", {}).get("turns", "").split(),
    )


def _grouped(table: Mapping[str, str], made: Callable[[str], _Made]) -> dict[str, _Made]:
    """Give what each of some letters has, where those that have the same stand together."""
    return {letters: made(value) for key, value in table.items() for letters in key.split()}


def _ways(written: str) -> list[str]:
    """Give the ways that are named, `-` for none of the letters."""
    return ["" if way == "-" else way for way in written.split()]


def _patterns(written: Iterable[str], compiler: Compiler) -> tuple[Pattern, ...]:
    return tuple(compiler.compile(line) for line in written)


def _rule(table: Mapping[str, Any], compiler: Compiler) -> Rule:
    try:
        return Rule(
            id=table["id"],
            level=Severity(table["level"]),
            say=table["say"],
            reason=table["reason"],
            source=table["source"],
            patterns=(
                *_patterns(table["patterns"], compiler),
                *(compiler.compile(line, sure=True) for line in table.get("surely", ())),
            ),
            unless=_patterns(table.get("unless", ()), compiler),
            never_with=_patterns(table.get("never-with", ()), compiler),
            swap=table.get("swap", ""),
            audiences=tuple(table.get("audiences", ())),
            bands=tuple(table.get("bands", ())),
            is_term=table.get("term", False),
            negatable=table.get("negatable", True),
        )
    except PatternError as error:
        message = f"The rule “{table['id']}”: {error}"
        raise PatternError(message) from error


def _frame(table: Mapping[str, Any], compiler: Compiler) -> Frame:
    return Frame(
        _patterns(table["patterns"], compiler),
        table["where"],
        table.get("within", 0),
        table.get("terms", False),
        table.get("before-more", False),
        table.get("plain-no", False),
    )


def _index(rules: Sequence[Rule]) -> dict[str, tuple[tuple[Rule, Pattern], ...]]:
    found: dict[str, list[tuple[Rule, Pattern]]] = {}
    for rule in rules:
        for pattern in rule.patterns:
            for word in pattern.anchor:
                found.setdefault(word, []).append((rule, pattern))
    return {word: tuple(pairs) for word, pairs in found.items()}
