"""Learn the weights of the language checker from the tuning sets; `python -m benchmarks.wording.learning`.

A multinomial logistic regression over the signs of `meaning.weighing`: what each sign speaks for, a rule or
none. It is learned by AdaGrad with a pull to nought, so that signs that tell little have no weight. The
withheld set is never read. The order of the sentences is drawn with a fixed seed: the same sentences give the
same weights.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from pathlib import Path

from benchmarks.wording.__main__ import TUNING_SETS, lines_of, to_find
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.wording.folding import fold, paragraphs, sentences
from rse_lessons.lesson.wording.meaning.reading import Meanings
from rse_lessons.lesson.wording.meaning.weighing import FOLDER, Scales, meanings_of, read_scales, signs_of
from rse_lessons.lesson.wording.passages import comments, head_passages, slide_passages
from rse_lessons.lesson.wording.quoting import quotations

CONTENT = Path(__file__).resolve().parents[2] / "content"
_LEFT_OUT = re.compile(r"[“”\"‘]|^\s*>|(?<!\w)'|(?m:^\s*=)|Listen for|may say|might say")
ROUNDS = 9
AVERAGED = 5
"""What is learned is averaged over so many last rounds: it depends less on the order."""
STEP = 0.12
PULL = 0.008
"""Towards nought, a round."""
SELDOM = 2
"""A sign that fewer sentences have is not learned from."""
ENOUGH_AMISS = 0.002
"""What is nearer to right than this teaches nothing."""
LEAST = 8
"""Weights under so many hundredths are left out."""

Example = tuple[list[str], str]
"""The signs of a sentence, and the rule that it is to be found for, or "-"."""


def sentences_of(names: Iterable[str]) -> list[tuple[str, str]]:
    """Give the sentences of some sets, each with its rule or "-"."""
    pairs: list[tuple[str, str]] = []
    for name in names:
        pairs += [(said, rule) for rule, said in to_find(name)]
        pairs += [(said, "-") for said in lines_of(f"clean-{name}")]
    return pairs


def lessons_sentences(folder: Path = CONTENT) -> list[str]:
    """Give what the lessons say in their own words: they blame nobody, and are what is mostly checked.

    Quotations are left out, as they may be put right by what follows; so is what a rule is excepted for.
    """
    said = []
    for file in sorted(folder.rglob("*.md")):
        source = split(file.read_text(encoding="utf-8"))
        passages = [*head_passages(source.head or ())]
        for slide in source.slides:
            if not any("wording:" in line.text for line in comments(slide.parts)):
                passages += slide_passages(slide)
        for passage in passages:
            folded = fold(passage.text)
            for begin, end in paragraphs(folded.text):
                for start, stop in sentences(folded, begin, end):
                    words = " ".join(passage.text[folded.place(start) : folded.place(stop - 1) + 1].split())
                    if len(words.split()) > 2 and not quotations(words) and not _LEFT_OUT.search(words):
                        said.append(words)
    return list(dict.fromkeys(said))


def plain_words(sentences: Iterable[str], meanings: Meanings) -> frozenset[str]:
    """Give the stems that somewhere stand without a capital, and so are no names."""
    return frozenset(
        stem
        for said in sentences
        for word in fold(said).cased.split()
        if word[:1].islower()
        for stem in meanings.stems(word)
    )


def signs_in(said: str, meanings: Meanings) -> list[str]:
    """Give the signs of a sentence, each once."""
    folded = fold(said)
    return list(dict.fromkeys(sign for sign, _, _ in signs_of(meanings.read(folded.text, folded.cased))))


class Learner:
    """Learns weights."""

    def __init__(self, examples: Sequence[Example]) -> None:
        counts = Counter(sign for signs, _ in examples for sign in signs)
        self.signs = {sign: at for at, sign in enumerate(s for s, n in counts.items() if n >= SELDOM)}
        self.rules = ["-", *sorted({rule for _, rule in examples} - {"-"})]
        rules = {rule: at for at, rule in enumerate(self.rules)}
        self.examples = [
            ([self.signs[sign] for sign in signs if sign in self.signs], rules[rule])
            for signs, rule in examples
        ]
        width = len(self.rules)
        self.weights = [[0.0] * width for _ in self.signs]
        self.moved = [[1.0] * width for _ in self.signs]
        self.sums = [[0.0] * width for _ in self.signs]
        self.averaged = 0
        self.starts = [0.0] * width
        self.starts_moved = [1.0] * width

    def learn(self, rounds: int = ROUNDS) -> None:
        """Go through the sentences so many times."""
        order = list(range(len(self.examples)))
        chance = random.Random(20)  # noqa: S311  an order of sentences is no secret
        for number in range(rounds):
            chance.shuffle(order)
            for at in order:
                self._learn_one(*self.examples[at])
            self._pull(PULL)
            if number >= rounds - AVERAGED:
                self._add_up()
            print(f"round {number + 1} of {rounds}", file=sys.stderr)

    def _add_up(self) -> None:
        """Add what has been learned to what is averaged."""
        self.averaged += 1
        for total, row in zip(self.sums, self.weights, strict=True):
            for at, value in enumerate(row):
                if value:
                    total[at] += value

    def _learn_one(self, signs: list[int], rule: int) -> None:
        rows = [self.weights[sign] for sign in signs]
        totals = [sum(column) for column in zip(self.starts, *rows, strict=True)]
        top = max(totals)
        parts = [exp(total - top) for total in totals]
        whole = sum(parts)
        amiss = ((at, part / whole - (at == rule)) for at, part in enumerate(parts))
        wrong = [(at, by, by * by) for at, by in amiss if abs(by) > ENOUGH_AMISS]
        for row, moved in zip(rows, (self.moved[sign] for sign in signs), strict=True):
            for at, by, square in wrong:
                moved[at] += square
                row[at] -= STEP * by / sqrt(moved[at])
        for at, by, square in wrong:
            self.starts_moved[at] += square
            self.starts[at] -= STEP * by / sqrt(self.starts_moved[at])

    def _pull(self, by: float) -> None:
        for row in self.weights:
            for at, value in enumerate(row):
                if value:
                    row[at] = 0.0 if abs(value) <= by else value - by if value > 0 else value + by

    def written(self) -> str:
        """Write the weights as `read_scales` reads them."""
        lines = [" ".join(self.rules), " ".join(str(round(start * 100)) for start in self.starts)]
        for sign, at in sorted(self.signs.items()):
            pairs = [
                f"{rule}:{round(value * 100)}"
                for rule, value in enumerate(total / self.averaged for total in self.sums[at])
                if abs(value) * 100 >= LEAST
            ]
            if pairs:
                lines.append(" ".join([sign, *pairs]))
        return "\n".join(lines) + "\n"


def learn(names: Sequence[str], language: str = "en") -> tuple[str, Scales]:
    """Learn from sets by their names; give the file of weights, and the weights."""
    meanings = meanings_of(language)
    pairs = sentences_of(names) + [(said, "-") for said in lessons_sentences()]
    meanings.known = plain_words((said for said, _ in pairs), meanings)
    learner = Learner([(signs_in(said, meanings), rule) for said, rule in pairs])
    learner.learn()
    written = learner.written()
    return written, read_scales(written, meanings)


def main(words: Sequence[str] | None = None) -> int:
    """Learn from all tuning sets and write the weights, or, with `--without`, try them on one set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wording.learning", description=__doc__)
    parser.add_argument("--into", type=Path, default=FOLDER / "en.weights", help="where to write the weights")
    parser.add_argument("--without", action="append", default=[], help="leave out a set")
    args = parser.parse_args(words)
    written, _ = learn([name for name in TUNING_SETS if name not in args.without])
    args.into.write_text(written, encoding="utf-8")
    print(f"{len(written.splitlines()) - 2} signs, {len(written) // 1000} KB, in {args.into}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
