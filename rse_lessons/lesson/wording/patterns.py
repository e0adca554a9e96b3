"""The small language in which rules say what they look for, and its way into `re`.

    should have known better       these words, whatever the space, case, apostrophes and hyphens
    <send>                         every form of a verb or noun: send, sends, sent, sending
    @child                         any word of a list that the language's file names
    (really|ever so)  just?        one of these; perhaps
    ..  ..6                        up to three, up to six words between
    did_not                        did not, didn't, didnt
    self-generated                 with a hyphen, a space or nothing
    #-year-old                     a number of up to three digits
    =bai                           this word as it is written, in a language that changes others
    !@child  !word                 one word that is not that
    ^                              where a sentence or what is quoted begins
    one & other                    both in one clause, in whatever order
    one -> other                   both in one clause, in this order
    one &! other                   one in a clause that has not the other

Nothing here knows a language: lists, forms, contractions and spellings, beginnings of words that change and
accents come with `Vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from rse_lessons.lesson.wording.vocabulary import Needs, Vocabulary, letters_of

GAP = r"""(?:["'(]?[^\s,.!?;:()"]{1,40})"""
"""One word that is stepped over; never the end of a sentence."""
BETWEEN = r"""(?:["')*]?[\s,]{1,4}["'(*]?|\s?-\s?)"""
"""What may stand between two words."""
START = r"""(?:\A|[:;"(]\s?)[^\w]{0,8}"""
_TOKEN = re.compile(r"\s+|(\.\.)(\d?)|<([^<>\s]+)>|@([a-z_]+)|([()|?^!])|([^\s()|?@<>^!]+)")
_WORD = re.compile(r"[^\W_]+")
_JOIN = re.compile(r"\s(&!|&|->)\s")
CLAUSE_END = r"""[;:!?"]|\s-\s"""
FARTHEST = 120
"""So many letters what meets in a clause may take at most."""


class PatternError(ValueError):
    """A pattern cannot be read; the message is a sentence."""


@dataclass(frozen=True)
class Piece:
    """A part of a pattern, ready to be joined."""

    regex: str
    needs: tuple[Needs, ...] = ()
    """All of them are needed."""
    optional: bool = False
    is_gap: bool = False
    is_start: bool = False


@dataclass(frozen=True)
class Pattern:
    """A pattern that can be looked for."""

    written: str
    source: str
    """The regular expression."""
    anchor: Needs
    """The rarest words of which a text must have one."""
    needs: tuple[Needs, ...]
    sure: bool = False
    """Whether these words mean one thing only, so that no exception of their rule is asked."""

    meets: tuple[tuple[Pattern, bool], ...] = ()
    """What has to stand in the same clause, and whether it has to come after what is named before it."""
    bans: tuple[Pattern, ...] = ()
    """What may not stand in the same clause."""
    clause_end: re.Pattern[str] = re.compile(CLAUSE_END)
    """Where a clause ends in this language."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, made when it is first looked for: most texts need few of them."""
        return re.compile(self.source)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where a sentence has what is looked for."""
        if not self.meets and not self.bans:
            yield from (found.span() for found in self.regex.finditer(text))
            return
        begin = 0
        for end in (*(found.start() for found in self.clause_end.finditer(text)), len(text)):
            if not any(ban.regex.search(text, begin, end) for ban in self.bans):
                for found in self.regex.finditer(text, begin, end):
                    if span := self._meeting(text, begin, end, found.span()):
                        yield span
            begin = end

    def _meeting(self, text: str, begin: int, end: int, first: tuple[int, int]) -> tuple[int, int] | None:
        """Give what a clause has from the first to the last of all that has to meet, or nothing."""
        taken = [first]
        for other, follows in self.meets:
            least = taken[-1][1] if follows else begin
            near = min(
                (
                    span
                    for span in (found.span() for found in other.regex.finditer(text, least, end))
                    if all(span[1] <= one[0] or one[1] <= span[0] for one in taken)
                ),
                key=lambda span: max(span[0] - first[1], first[0] - span[1]),
                default=None,
            )
            if near is None:
                return None
            taken.append(near)
        start, stop = min(span[0] for span in taken), max(span[1] for span in taken)
        return (start, stop) if stop - start <= FARTHEST else None

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Say whether a text that has these words is worth looking at."""
        for need in self.needs:  # noqa: SIM110  asked twenty times a sentence: a loop is twice as fast
            if need.isdisjoint(words):
                return False
        return True


class Compiler:
    """Makes patterns of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = vocabulary
        self._between = vocabulary.written_on + BETWEEN
        self._clause_end = re.compile(CLAUSE_END + vocabulary.turning)
        self._cost = cache(vocabulary.cost)
        self._lists: dict[str, Piece] = {}
        self._pieces: dict[str, Piece] = {}
        self._making: list[str] = []

    def compile(self, written: str, *, sure: bool = False) -> Pattern:
        """Make one pattern. Raises PatternError."""
        first, *more = _JOIN.split(written)
        alone = self._alone(first, sure=sure)
        pairs = [
            (sign, self._alone(part, sure=sure)) for sign, part in zip(more[::2], more[1::2], strict=True)
        ]
        meets = tuple((part, sign == "->") for sign, part in pairs if sign != "&!")
        needs = (*alone.needs, *(need for part, _ in meets for need in part.needs))
        if not needs:
            message = f"“{written}” says no word that a text must have."
            raise PatternError(message)
        anchor = min(needs, key=self._cost)
        bans = tuple(part for sign, part in pairs if sign == "&!")
        return replace(alone, written=written, anchor=anchor, needs=needs, meets=meets, bans=bans)

    def _alone(self, written: str, *, sure: bool) -> Pattern:
        piece = self._read(written)
        needs = tuple(need for need in piece.needs if need)
        before = "" if piece.regex.startswith(START) else r"(?<!\w)"
        regex = rf"{before}{piece.regex}(?!\w)"
        return Pattern(written, regex, frozenset(), needs, sure, clause_end=self._clause_end)

    def _read(self, written: str) -> Piece:
        tokens = []
        position = 0
        while position < len(written):
            found = _TOKEN.match(written, position)
            if found is None:
                message = f"“{written}” cannot be read at “{written[position:]}”."
                raise PatternError(message)
            if not found[0].isspace():
                tokens.append(found)
            position = found.end()
        reader = _Reader(self, written, tokens)
        piece = reader.choice()
        if reader.left:
            message = f"“{written}” closes what it did not open."
            raise PatternError(message)
        return piece

    def word(self, word: str) -> Piece:
        """Make a word that stands for itself."""
        piece = self._pieces.get(word)
        if piece is None:
            not_ = word.endswith("_not")
            piece = self._negated(word.removesuffix("_not")) if not_ else self._any_of([word])
            self._pieces[word] = piece
        return piece

    def forms(self, word: str) -> Piece:
        """Make a word in all its forms; of a hyphenated word the last part is inflected."""
        head, hyphen, last = word.rpartition("-")
        return self._any_of([head + hyphen + form for form in self._words.forms_of(last)])

    def listed(self, name: str) -> Piece:
        """Make a list by its name."""
        if name not in self._lists:
            if name not in self._words.lists or name in self._making:
                message = f"There is no list “{name}”, or it names itself."
                raise PatternError(message)
            self._making.append(name)
            self._lists[name] = self.one_of([self._read(entry) for entry in self._words.lists[name]])
            self._making.pop()
        return self._lists[name]

    def anything_but(self, piece: Piece) -> Piece:
        """Make one word that is not, and does not begin, what a piece says."""
        return Piece(rf"(?!{piece.regex}(?!\w)){GAP}")

    def one_of(self, pieces: Sequence[Piece]) -> Piece:
        """Make a choice; what is needed is one of the words that each way needs most."""
        if len(pieces) == 1:
            return pieces[0]
        regex = "(?:" + "|".join(dict.fromkeys(piece.regex for piece in pieces)) + ")"
        best = [min(piece.needs, key=self._cost, default=frozenset[str]()) for piece in pieces]
        needs = frozenset[str]().union(*best) if all(best) else frozenset[str]()
        return Piece(regex, (needs,) if needs else ())

    def joined(self, pieces: Sequence[Piece]) -> Piece:
        """Make a sequence, each piece parted from the next."""
        if len(pieces) == 1 and not pieces[0].is_gap and not pieces[0].optional:
            return pieces[0]
        if all(isinstance(piece, Gap) for piece in pieces):
            most = sum(piece.most for piece in pieces if isinstance(piece, Gap))
            return Piece(f"(?:{GAP}(?:{self._between}{GAP}){{0,{most - 1}}}?)")
        needed = [at for at, piece in enumerate(pieces) if not (piece.optional or piece.is_gap)]
        if not needed or pieces[needed[-1]].is_start:
            message = "A pattern needs a word that is not optional."
            raise PatternError(message)
        last = needed[-1]
        written = []
        for at, piece in enumerate(pieces):
            if piece.is_start or at == last:
                written.append(piece.regex)
            elif at < last:
                written.append(f"(?:{piece.regex}{self._between}){_times(piece)}")
            else:
                written.append(f"(?:{self._between}{piece.regex}){_times(piece)}")
        return Piece("".join(written), tuple(need for at in needed for need in pieces[at].needs))

    def _negated(self, word: str) -> Piece:
        written = self._words.contractions.get(f"{word}_not")
        if written is None:
            written = (f"{word} not", f"{word}n't", f"{word} n't")
        alternatives = [BETWEEN.join(map(letters_of, entry.split(" "))) for entry in written]
        last = frozenset(_WORD.findall(entry.split(" ")[-1].replace("'", ""))[-1] for entry in written)
        return Piece("(?:" + "|".join(alternatives) + ")", (last,))

    def _any_of(self, words: Iterable[str]) -> Piece:
        spelt = list(dict.fromkeys(way for word in words for way in self._words.spelt(word.lower())))
        regex = "|".join(map(self._words.regex, spelt))
        return Piece(f"(?:{regex})" if len(spelt) > 1 else regex, self._words.needs(spelt))


def _times(piece: Piece) -> str:
    return piece.regex_times if isinstance(piece, Gap) else "?" if piece.optional else ""


@dataclass(frozen=True)
class Gap(Piece):
    """Some words that are stepped over."""

    most: int = 3

    @cached_property
    def regex_times(self) -> str:
        """How often, for `re`."""
        return f"{{0,{self.most}}}?"


_END = "end"
_ENDS = frozenset({")", "|", _END})
"""What ends a sequence; the last stands behind the last token."""
_MAKES = {3: Compiler.forms, 4: Compiler.listed, 6: Compiler.word}
"""What makes a token that says words, by the part of `_TOKEN` that it is."""


class _Reader:
    """Reads the tokens of one pattern."""

    def __init__(self, compiler: Compiler, written: str, tokens: list[re.Match[str]]) -> None:
        self._compiler = compiler
        self._written = written
        self._tokens = tokens
        self._signs = [*(token[5] or "" for token in tokens), _END]
        self._at = 0

    @property
    def left(self) -> bool:
        return self._at < len(self._tokens)

    def choice(self) -> Piece:
        ways = [self._sequence()]
        while self._take("|"):
            ways.append(self._sequence())
        return self._compiler.one_of(ways)

    def _sequence(self) -> Piece:
        pieces: list[Piece] = []
        while self._signs[self._at] not in _ENDS:
            pieces.append(self._piece())
        if not pieces:
            message = f"“{self._written}” has an empty place."
            raise PatternError(message)
        return self._compiler.joined(pieces)

    def _piece(self) -> Piece:
        token = self._tokens[self._at]
        self._at += 1
        piece = self._of(token)
        if self._take("?"):
            return Piece(piece.regex, optional=True)
        return piece

    def _of(self, token: re.Match[str]) -> Piece:
        if make := _MAKES.get(token.lastindex or 0):
            return make(self._compiler, token[0].strip("<>@"))
        if token[1]:
            return Gap(GAP, is_gap=True, most=int(token[2] or 3))
        if token[5] == "!":
            return self._compiler.anything_but(self._piece())
        if token[5] == "^":
            return Piece(START, is_start=True)
        if token[5] == "(":
            piece = self.choice()
            if self._take(")"):
                return piece
        message = f"“{self._written}” cannot be read at “{token[0]}”."
        raise PatternError(message)

    def _take(self, sign: str) -> bool:
        if self._signs[self._at] == sign:
            self._at += 1
            return True
        return False
