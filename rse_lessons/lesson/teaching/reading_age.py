"""How hard a lesson's words are for its pupils: the Flesch-Kincaid grade, with a limit for each band.

The formula is Kincaid, Fishburne, Rogers and Chissom's (1975): 0.39 × words a sentence + 11.8 × syllables a
word − 15.59, a school year of the United States; five more is about the age. It was made for passages of a
hundred words and more, so it judges a lesson as a whole, never a card. Syllables are counted by textstat;
sentences are ours, because textstat leaves out those of two words, and cards have no full stop.

The limits are a synthesis for this project, not from a source; docs/lesson-format.md says so.
`READING_RULES` is the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from rse_lessons.lesson.model import Band
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.teaching.said import Sentence
from rse_lessons.lesson.teaching.subject import Rule, Subject

LIMITS: Mapping[Band, float] = {
    Band.KS1: 2.0,
    Band.LOWER_KS2: 3.5,
    Band.UPPER_KS2: 5.5,
    Band.KS3: 7.0,
    Band.KS4: 8.5,
    Band.POST_16: 10.0,
}
"""The highest grade of all that pupils read in a lesson."""
TOO_FAR = 1.0
"""So far above the limit it is an error, no longer advice."""
ENOUGH = 100
"""Words from which on the formula says something."""
ENOUGH_ON_A_SLIDE = 30
"""Words from which on a slide can be named as one of the hardest."""
FAR, LONG = 4.0, 12
"""A sentence of so many words or more, so far above the limit, is named by itself."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NO_WORDS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?|\S*@\S+")
_SAME = str.maketrans("‘’", "''")
_EASY = frozenset(
    ("anyone", "anybody", "somebody", "everyone", "everybody", "nobody", "another", "together", "every")
)
"""Words of three syllables that nobody has to be told of."""
_ENDINGS = ("", "s", "es", "'s", "d", "ed", "ing", "ly")


@dataclass(frozen=True, slots=True)
class Measure:
    """Words, sentences and syllables of some text."""

    words: int = 0
    sentences: int = 0
    counted: int = 0
    """Words whose syllables count: names and the lesson's own vocabulary do not."""
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        """Put two texts together."""
        return Measure(
            self.words + other.words,
            self.sentences + other.sentences,
            self.counted + other.counted,
            self.syllables + other.syllables,
        )

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; 0 without words."""
        if not self.sentences or not self.counted:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.counted - 15.59


@dataclass(frozen=True)
class Known:
    """Words that do not count as hard for a lesson's pupils."""

    words: frozenset[str] = frozenset()
    """Single words, in small letters."""
    phrases: tuple[str, ...] = ()
    """Several words that are one name or one thing to learn, in small letters."""

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        longest_first = sorted(self.phrases, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def left_of(self, words: list[str]) -> list[str]:
        """Give the words whose syllables count."""
        said = " ".join(words)
        if self.phrases:
            said = self._phrase.sub(" ", said)
        return [word for word in said.split() if not self._has(word)]

    def _has(self, word: str) -> bool:
        return any(word.removesuffix(end) in self.words for end in _ENDINGS if word.endswith(end))


NOTHING_KNOWN = Known()


@cache
def syllables(word: str) -> int:
    """Count a word's syllables, as its dictionary says, or by its letters."""
    # imported late: it reads a dictionary of 135,000 words
    from textstat import textstat  # noqa: PLC0415

    return max(1, int(textstat.syllable_count(word)))


def words_of(text: str) -> list[str]:
    """Give the words in small letters; numbers and addresses are none, and a hyphen parts two."""
    return _WORD.findall(_NO_WORDS.sub(" ", text.translate(_SAME)).casefold())


def measure(text: str, known: Known = NOTHING_KNOWN) -> Measure:
    """Measure one sentence."""
    words = words_of(text)
    if not words:
        return Measure()
    left = known.left_of(words)
    return Measure(len(words), 1, len(left), sum(map(syllables, left)))


def measured(texts: Iterable[str], known: Known = NOTHING_KNOWN) -> Measure:
    """Measure sentences together."""
    return sum((measure(text, known) for text in texts), Measure())


def known_in(subject: Subject) -> Known:
    """Give the words that do not count: what the lesson teaches, its people, names of services."""
    front = subject.lesson.front
    people = {word for character in front.characters for word in words_of(character.name)}
    names = [words_of(name) for name in (*front.vocabulary, *subject.words.names)]
    single = {name[0] for name in names if len(name) == 1}
    return Known(frozenset(people | single), tuple(sorted(" ".join(name) for name in names if len(name) > 1)))


def reading_age(subject: Subject) -> Iterator[Problem]:
    """Ask that pupils of the band can read the lesson."""
    band = subject.lesson.front.band
    if band is None:
        return
    known, limit = known_in(subject), LIMITS[band]
    whole = measured((sentence.text for sentence in subject.read_by_pupils), known)
    if whole.words < ENOUGH or round(whole.grade, 1) <= limit:
        return
    sentence = (
        f"What pupils read comes to grade {whole.grade:.1f}; for {band} it is {limit:g} at most. "
        f"Shorter sentences and shorter words help{_hardest(subject, known, limit)}."
    )
    tell = subject.error if whole.grade > limit + TOO_FAR else subject.advice
    yield tell(subject.field("band"), sentence, "reading-age")


def _hardest(subject: Subject, known: Known, limit: float) -> str:
    """Name the slides to begin with."""
    slides: dict[int, Measure] = {}
    for sentence in subject.read_by_pupils:
        found = slides.get(sentence.slide, Measure())
        slides[sentence.slide] = found + measure(sentence.text, known)
    hard = [
        (found.grade, slide)
        for slide, found in slides.items()
        if slide and found.words >= ENOUGH_ON_A_SLIDE and found.grade > limit
    ]
    if not hard:
        return ""
    named = (f"slide {slide} ({grade:.1f})" for grade, slide in sorted(hard, reverse=True)[:3])
    return f"; begin with {', '.join(named)}"


def hard_sentence(subject: Subject) -> Iterator[Problem]:
    """Name each sentence that is far too hard, and what makes it so."""
    band = subject.lesson.front.band
    if band is None:
        return
    known = known_in(subject)
    for sentence in subject.read_by_pupils:
        found = measure(sentence.text, known)
        if found.words >= LONG and found.grade >= LIMITS[band] + FAR:
            why = _why(sentence, found, known)
            said = f"This sentence is far too hard for {band} (grade {found.grade:.1f}): {why}."
            yield subject.advice(subject.line_of(sentence), said, "hard-sentence")


def _why(sentence: Sentence, found: Measure, known: Known) -> str:
    count = f"it has {found.words} words"
    long = {word: syllables(word) for word in known.left_of(words_of(sentence.text)) if word not in _EASY}
    longest = sorted((word for word in long if long[word] > 2), key=lambda word: -long[word])[:4]
    if not longest:
        return f"{count}; make two sentences of it"
    return f"{count}, long ones among them ({', '.join(longest)})"


READING_RULES: tuple[Rule, ...] = (reading_age, hard_sentence)
