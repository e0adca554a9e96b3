"""Measure the language checker: recall, precision and speed; `python -m benchmarks.wording`.

With `--language cy`, `ga` or `gd` the sentences of that language, in a folder of its own, are measured.

The sentences were written apart from the rules. The rules may be improved against the tuning set; of the
withheld set only numbers are printed, so that nobody improves them against it.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import check_text
from rse_lessons.lesson.wording.rulebook import rule_book

HERE = Path(__file__).parent
TUNING, WITHHELD = "tuning", "withheld"
MORE = tuple(f"tuning-{number}" for number in range(2, 49))
"""More to tune on, by other writers; the third has sentences to find alone."""
TUNING_SETS = (TUNING, *MORE)
OTHER_SETS = (TUNING, "tuning-2", WITHHELD, "withheld-2")
"""Of other languages than English: those with a 2 were made by another writer in English, and translated."""
WANTED = {Severity.ERROR: (0.95, 0.98), Severity.ADVICE: (0.90, 0.95)}
"""Recall and precision asked for on the withheld set."""
ENGLISH = "en"
ENOUGH = 2_000
"""Sentences a second."""


@dataclass
class Counts:
    """What came of one set."""

    asked: Counter[Severity] = field(default_factory=Counter)
    found: Counter[Severity] = field(default_factory=Counter)
    wrong: Counter[Severity] = field(default_factory=Counter)
    """Reports on clean sentences."""
    beside: Counter[Severity] = field(default_factory=Counter)
    """Reports of another rule on a sentence that has one to find: they count neither way."""
    missed: list[tuple[str, str]] = field(default_factory=list)
    accused: list[tuple[str, str]] = field(default_factory=list)

    def recall(self, level: Severity) -> float:
        """How many of those to find were found."""
        return self.found[level] / max(1, self.asked[level])

    def precision(self, level: Severity) -> float:
        """How many reports were right."""
        return self.found[level] / max(1, self.found[level] + self.wrong[level])


def lines_of(name: str, language: str = ENGLISH) -> list[str]:
    file = (HERE if language == ENGLISH else HERE / language) / f"{name}.tsv"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def to_find(name: str, language: str = ENGLISH) -> list[tuple[str, str]]:
    lines = lines_of(f"find-{name}", language)
    return [(rule, said) for rule, _, said in (line.partition("\t") for line in lines)]


def measure(name: str, language: str = ENGLISH) -> Counts:
    levels = {rule.id: rule.level for rule in rule_book(language).rules}
    counts = Counts()
    for rule, sentence in to_find(name, language):
        level = levels[rule]
        reported = {found.rule for found in check_text(sentence, language=language)}
        counts.asked[level] += 1
        counts.found[level] += rule in reported
        if rule not in reported:
            counts.missed.append((rule, sentence))
        counts.beside.update(levels[other] for other in reported - {rule})
    for sentence in lines_of(f"clean-{name}", language):
        for found in check_text(sentence, language=language):
            counts.wrong[found.severity] += 1
            counts.accused.append((found.rule, sentence))
    return counts


def speed(language: str = ENGLISH) -> tuple[float, float]:
    """Give sentences a second of processor time on a first pass, which makes patterns, and on the next."""
    sentences = [said for _, said in to_find(TUNING, language)] + lines_of(f"clean-{TUNING}", language)
    rule_book(language)
    rates = []
    for _ in range(2):
        start = time.process_time()
        for sentence in sentences:
            check_text(sentence, language=language)
        rates.append(len(sentences) / (time.process_time() - start))
    return rates[0], rates[1]


def main(words: Sequence[str] | None = None) -> int:
    """Measure; 1 when the withheld set or the speed falls short."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wording", description=__doc__)
    parser.add_argument("--language", default=ENGLISH, help="cy, ga or gd; without it, English")
    parser.add_argument("--missed", action="store_true", help="print what went wrong on the tuning sets")
    args = parser.parse_args(words)
    first, then = speed(args.language)
    met = then >= ENOUGH
    print(
        f"{'set':<10} {'level':<7} {'to find':>7} {'recall':>7} {'precision':>9} {'wrong':>5} {'beside':>6}"
    )
    for name in (*TUNING_SETS, WITHHELD) if args.language == ENGLISH else OTHER_SETS:
        counts = measure(name, args.language)
        for level in (level for level in Severity if counts.asked[level] or counts.wrong[level]):
            recall, precision = counts.recall(level), counts.precision(level)
            shares = f"{recall:>7.1%} {precision:>9.1%}" if counts.asked[level] else f"{'-':>7} {'-':>9}"
            print(
                f"{name:<10} {level!s:<7} {counts.asked[level]:>7} {shares}"
                f" {counts.wrong[level]:>5} {counts.beside[level]:>6}"
            )
            if name.startswith(WITHHELD):
                met = met and recall >= WANTED[level][0] and precision >= WANTED[level][1]
        if not name.startswith(WITHHELD) and args.missed:
            for kind, pairs in (("missed", counts.missed), ("wrong", counts.accused)):
                for rule, sentence in pairs:
                    print(f"  {kind}: {rule}: {sentence}")
    print(f"{then:,.0f} sentences a second ({first:,.0f} on the first pass, which makes the patterns)")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
