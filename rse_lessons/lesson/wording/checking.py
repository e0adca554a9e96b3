"""Checks any text against the rules of its language: what was found, where, and what to say instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.folding import Folded, fold, paragraphs, sentences
from rse_lessons.lesson.wording.meaning.weighing import Weighed, scales
from rse_lessons.lesson.wording.patterns import Pattern
from rse_lessons.lesson.wording.quoting import is_put_right, quotations
from rse_lessons.lesson.wording.reasons import reason_in
from rse_lessons.lesson.wording.rulebook import Frame, Rule, RuleBook, rule_book

_WORD = re.compile(r"[^\W_]+")
_ANSWER = re.compile(r"""[\s"'(]*([^\W\d_](?:[^\W\d_]|[' ]){1,20}?)\s*(?:[.,;:!)]|-|$)""")
MOST = 1_000
"""So many findings are told of one text; a text with more has one cause, not thousands."""
ENOUGH = 0.5
"""So much has to speak for a rule that no words of a rule are needed."""
ENOUGH_READ = 4.0
"""So much in a lesson or a module, which others have read before."""
FIRM = 1.0
"""Where so much speaks for a rule, what stands around the words was weighed with them, and excuses nothing.

But it does in a lesson or a module.
"""
VETO, VETO_SURE, VETO_TERM, VETO_QUOTED = -1.0, -3.0, -3.0, -20.0
"""What speaks no more than this for any rule is not found, although words of one stand there."""
FAR_FROM = -7.0
"""Where so little speaks for any rule, words of rules are not even looked for, but in what may be quoted."""

MUCH = 1.0
"""Where no more speaks, one rule is told."""
ALSO = 0.25
"""A further rule is told if it is so likely, measured by the first."""
NEAREST = 2
"""A plain “not” so many words before has been weighed with what it turns round."""
FRAME_REACH = 220
"""No frame is looked for farther away than so many letters."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Words that are better not said."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    start: int
    """Where in the text, counted from 0."""
    length: int
    found: str
    """The words, as they were written."""
    say: str
    reason: str
    rule: str
    severity: Severity
    swap: str = ""
    """What can be put in their place as it stands; empty where that would not read well."""
    source: str = ""
    """The full name of the rule's source."""


def check_text(
    text: str, *, language: str = "en", audience: str = "", band: str = "", reasons: str = ""
) -> tuple[Finding, ...]:
    """Find, in order, what a text would better not say.

    `audience` is `pupils`, `staff` or `families`, `band` a lesson's; without them every rule holds.
    `reasons` is the language in which it is said why, without it the text's.
    Raises LookupError for a language without rules.
    """
    return tuple(_Text(text, rule_book(language), reasons or language).findings(audience, band))


def apart(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of findings that share words keep one, an error before advice, the longer before the shorter."""
    kept: list[Finding] = []
    for found in sorted(findings, key=lambda one: (one.severity is not Severity.ERROR, -one.length)):
        if all(
            found.start + found.length <= one.start or one.start + one.length <= found.start for one in kept
        ):
            kept.append(found)
    return tuple(sorted(kept, key=lambda one: one.start))


def words_of_rules(text: str, *, language: str = "en") -> frozenset[tuple[str, bool]]:
    """Give the rules whose words stand in a text, each with whether these mean one thing only."""
    book, folded = rule_book(language), fold(text)
    return frozenset(
        (rule.id, pattern.sure)
        for begin, end in paragraphs(folded.text)
        for start, stop in sentences(folded, begin, end)
        for part in (folded.text[start:stop],)
        for rule, pattern, _, _ in _matches(
            _Sentence(part, _words(part, book), _has_more(folded.text, stop, end), book), "", ""
        )
        if not rule.bands
    )


class _Text:
    """A text while it is checked."""

    def __init__(self, text: str, book: RuleBook, reasons: str) -> None:
        self._text = text
        self._book = book
        self._reasons = reasons
        self._folded: Folded = fold(text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return quotations(self._text)

    def findings(self, audience: str, band: str) -> Iterator[Finding]:
        found: dict[tuple[int, int, str], Rule] = {}
        folded = self._folded.text
        for begin, end in paragraphs(folded):
            cuts = list(sentences(self._folded, begin, end))
            for number, (start, stop) in enumerate(cuts):
                if len(found) >= MOST:
                    break
                if number + 1 < len(cuts) and self._is_denied(start, stop, *cuts[number + 1]):
                    continue
                text = folded[start:stop]
                sentence = _Sentence(text, _words(text, self._book), _has_more(folded, stop, end), self._book)
                for rule, at, to in self._meant(sentence, self._folded.cased[start:stop], audience, band):
                    place, last = self._folded.place(start + at), self._folded.place(start + to - 1) + 1
                    if not self._is_put_right(rule, place, last, start + to, strictly=bool(audience)):
                        found[place, last, rule.id] = rule
        yield from sorted(self._finding(*key[:2], rule) for key, rule in _apart(found).items())

    def _is_denied(self, start: int, stop: int, begin: int, end: int) -> bool:
        """Say whether a sentence asks what the next one, from `begin`, says no to."""
        text = self._folded.text
        if "?" not in text[stop - 4 : stop] and not text[start:stop].lstrip().startswith(self._book.asks):
            return False
        answer = _ANSWER.match(text, begin, end)
        return answer is not None and answer[1] in self._book.denies

    def _meant(
        self, sentence: _Sentence, cased: str, audience: str, band: str
    ) -> Iterator[tuple[Rule, int, int]]:
        """Give what a sentence is found for: words that rules name, weighed, and what weighs enough alone."""
        scale = scales(self._book.language)
        if scale is None or len(sentence.words) < 2:
            yield from ((rule, start, end) for rule, _, start, end in _matches(sentence, audience, band))
            return
        words = scale.meanings.read(sentence.text, cased)
        said = scale.hear(words, sentence.text)
        alone = weighed = scale.weigh(said)
        quotes, before = _may_quote(sentence.text), alone.speaks
        if not audience and before <= (VETO_QUOTED if quotes else FAR_FROM):
            return  # whatever words of rules stand there
        matches = list(_matches(sentence, audience, band))
        if before <= VETO_TERM and not quotes:
            matches = [one for one in matches if one[1].sure or _is_certain(one[0], band)]
        if matches:
            weighed = scale.weigh(
                said, [(one.id, words.sure) for one, words, _, _ in matches if not one.bands]
            )
        named = set()
        for rule, pattern, start, end in matches:
            if _is_certain(rule, band) or weighed.speaks > _veto(rule, pattern, sentence.text):
                named.add(rule.id)
                yield rule, start, end
        enough = ENOUGH_READ if audience else ENOUGH
        if weighed.speaks <= enough:
            return
        for name in _likely(weighed, alone):
            other = self._book.rule(name, audience, band)
            if name in named or other is None:
                continue
            named.add(name)
            first, last, core = scale.place(words, sentence.text, name)
            heaviest = words[core].start, words[core].end
            start, end = _within_quotation(sentence.text, words[first].start, words[last].end, *heaviest)
            if (audience or weighed.speaks < FIRM) and (
                _is_about_other(sentence, start, end) or _is_framed(other, sentence, *heaviest, weighed=True)
            ):
                continue
            yield other, start, end

    def _is_put_right(self, rule: Rule, start: int, end: int, after: int, *, strictly: bool) -> bool:
        for begin, stop in self._quotations:
            if begin <= start and end <= stop:
                rest = after + (stop - end)  # folding moves places by a letter or two at most
                return is_put_right(
                    self._folded, begin, rest, self._book, is_term=rule.is_term, strictly=strictly
                )
        return False

    def _finding(self, start: int, end: int, rule: Rule) -> Finding:
        book = self._book
        line = bisect_right(self._line_starts, start)
        found = self._text[start:end]
        swap = rule.swap[:1].upper() + rule.swap[1:] if found[:1].isupper() else rule.swap
        return Finding(
            line=line,
            column=start - self._line_starts[line - 1] + 1,
            start=start,
            length=end - start,
            found=" ".join(found.split()),
            say=rule.say,
            reason=rule.reason if self._reasons == book.language else reason_in(self._reasons, rule),
            rule=rule.id,
            severity=rule.level,
            swap=swap,
            source=book.sources.get(rule.source, rule.source),
        )


def _likely(weighed: Weighed, alone: Weighed) -> Iterator[str]:
    """Give the likeliest rule; where much speaks others too, with and without words of rules."""
    yield weighed.rules[0][0]
    for one in (weighed, alone):
        if one.speaks > MUCH:
            rules = one.rules
            yield from (name for name, likely in rules if likely >= ALSO * rules[0][1])


def _words(text: str, book: RuleBook) -> frozenset[str]:
    """Give the words of a sentence, and of words written onto others each part."""
    words = frozenset(_WORD.findall(text.replace("'", "")))
    return words | frozenset(_WORD.findall(text)) if book.parts_words and "'" in text else words


def _words_at_most(text: str, most: int) -> bool:
    # No more is cut than has to be counted: of a long paragraph that is little.
    return len(text.split(None, most)) <= most


def _has_more(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph goes on for more than a word or two."""
    return not _words_at_most(text[start:end], 2)


def _apart(found: dict[tuple[int, int, str], Rule]) -> dict[tuple[int, int, str], Rule]:
    """Leave out what the same rule found again inside or across what it found."""
    kept: dict[tuple[int, int, str], Rule] = {}
    ends: dict[str, int] = {}
    for (start, end, name), rule in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= ends.get(name, -1):
            kept[start, end, name] = rule
            ends[name] = end
    return kept


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence while its rules are tried."""

    text: str
    words: frozenset[str]
    more: bool
    """Whether its paragraph goes on after it."""
    book: RuleBook


def _matches(sentence: _Sentence, audience: str, band: str) -> Iterator[tuple[Rule, Pattern, int, int]]:
    """Find where a sentence holds words of a rule that means it."""
    words, book = sentence.words, sentence.book
    for word in words & book.index.keys():
        for rule, pattern in book.index[word]:
            if not pattern.may_be_in(words) or not rule.holds(audience, band):
                continue
            for span in pattern.spans(sentence.text):
                start, end = _trimmed(sentence.text, *span)
                if start >= end or _is_about_other(sentence, start, end):
                    continue
                if not _is_excepted(rule, pattern, sentence, start, end):
                    yield rule, pattern, start, end


def _is_about_other(sentence: _Sentence, start: int, end: int) -> bool:
    """Say whether words show that the sentence is about another thing: any, or such as rules use, outside."""
    book = sentence.book
    if not sentence.words.isdisjoint(book.here):
        return False
    away = sentence.words & book.elsewhere
    if away - book.used:
        return True
    around = (sentence.text[:start], sentence.text[end:])
    return any(word in away for part in around for word in _WORD.findall(part))


def _veto(rule: Rule, pattern: Pattern, text: str) -> float:
    """Say how much has to speak for a rule whose words were found, for them to be meant.

    In a quotation or behind a colon, words that mean one thing only are meant until they are put right.
    """
    if rule.is_term:
        return VETO_TERM
    if pattern.sure:
        return VETO_QUOTED if _may_quote(text) else VETO_SURE
    return VETO


def _is_certain(rule: Rule, band: str) -> bool:
    """Say whether a rule is meant whatever speaks against it: for one age alone, as words show no age."""
    return bool(band and rule.bands)


def _may_quote(text: str) -> bool:
    return '"' in text or ":" in text


def _within_quotation(text: str, start: int, end: int, core: int, after: int) -> tuple[int, int]:
    """Cut a part of a sentence at quotation marks, so that it lies where its heaviest word does."""
    opens, closes = text.rfind('"', start, core), text.find('"', after, end)
    return _trimmed(text, opens + 1 if opens >= 0 else start, closes if closes >= 0 else end)


def _trimmed(sentence: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not sentence[start].isalnum():
        start += 1
    while end > start and not sentence[end - 1].isalnum():
        end -= 1
    return start, end


def _is_excepted(rule: Rule, pattern: Pattern, sentence: _Sentence, start: int, end: int) -> bool:
    text, words = sentence.text, sentence.words
    for other in rule.never_with:
        if other.may_be_in(words) and other.regex.search(text):
            return True
    for other in () if pattern.sure else rule.unless:
        if other.may_be_in(words) and any(
            match.start() < end and match.end() > start for match in other.regex.finditer(text)
        ):
            return True
    return _is_framed(rule, sentence, start, end)


def _is_framed(rule: Rule, sentence: _Sentence, start: int, end: int, *, weighed: bool = False) -> bool:
    """Say whether words around show that what was found is spoken about, and not said.

    In what was weighed a “not” beside the words has been weighed with them.
    """
    text = sentence.text
    return any(
        ((rule.negatable and not (weighed and frame.within <= NEAREST)) or not frame.is_plain_no)
        and (sentence.more or not frame.before_more)
        and (frame.for_terms or not rule.is_term)
        and _framed(frame, text, start, end, sentence.book.clause_end)
        for frame in sentence.book.frames
    )


def _framed(frame: Frame, sentence: str, start: int, end: int, clause_end: re.Pattern[str]) -> bool:
    if frame.where == "anywhere":
        return any(
            match.end() > start or not clause_end.search(sentence, match.end(), start)
            for pattern in frame.patterns
            for match in pattern.regex.finditer(sentence)
        )
    if frame.where == "before":
        from_here = max(0, start - FRAME_REACH)
        return _comes_before(frame, sentence[from_here:end], start - from_here, clause_end)
    after = sentence[end : end + FRAME_REACH]
    for pattern in frame.patterns:
        if (match := pattern.regex.search(after)) and _words_at_most(after[: match.start()], frame.within):
            return True
    return False


def _comes_before(frame: Frame, text: str, start: int, clause_end: re.Pattern[str]) -> bool:
    """Say whether one of the patterns begins before `start` and ends near it, in the same clause."""
    for pattern in frame.patterns:
        for match in pattern.regex.finditer(text):
            if match.start() >= start:
                break
            between = text[match.end() : start]
            if _words_at_most(between, frame.within) and not clause_end.search(between):
                return True
    return False
