"""Learn the weights of the language checker from the tuning sets; `python -m benchmarks.wording.learning`.

What is learned from is gathered here, how it is learned stands in `listeners`, which needs NumPy
(`pip install "numpy>=2.2,<3"`). The withheld set is never read.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.wording.__main__ import TUNING_SETS, lines_of, to_find
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.wording.checking import words_of_rules
from rse_lessons.lesson.wording.folding import fold, paragraphs, sentences
from rse_lessons.lesson.wording.meaning.reading import Meanings
from rse_lessons.lesson.wording.meaning.signs import signs_of, signs_of_rules
from rse_lessons.lesson.wording.meaning.weighing import FOLDER, meanings_of
from rse_lessons.lesson.wording.passages import comments, head_passages, slide_passages
from rse_lessons.lesson.wording.quoting import quotations

MADE_WITH = ("tuning", "tuning-2", "tuning-3", "tuning-4", "tuning-5")
"""Rules were made with these, and find in them more than they find elsewhere."""
DOUBT = 0.6
"""So often what rules find in those is not learned from."""
CONTENT = Path(__file__).resolve().parents[2] / "content"
_LEFT_OUT = re.compile(r"[“”\"‘]|^\s*>|(?<!\w)'|(?m:^\s*=)|Listen for|may say|might say")


def sentences_of(names: Iterable[str]) -> list[tuple[str, str, float]]:
    """Give the sentences of some sets and of the lessons, each with its rule or "-" and a doubt."""
    told: list[tuple[str, str, float]] = []
    for name in names:
        doubt = DOUBT if name in MADE_WITH else 0.0
        told += [(said, rule, doubt) for rule, said in to_find(name)]
        told += [(said, "-", doubt) for said in lines_of(f"clean-{name}")]
    return told + [(said, "-", DOUBT) for said in lessons_sentences()]


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
                    if words and not quotations(words) and not _LEFT_OUT.search(words):
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
    """Give the signs of a sentence."""
    folded = fold(said)
    return [sign for sign, _, _ in signs_of(meanings.read(folded.text, folded.cased), folded.text)]


def learn(names: Sequence[str], language: str = "en") -> bytes:
    """Learn from sets by their names; give the file of weights."""
    from benchmarks.wording import listeners  # noqa: PLC0415  imported late: it needs NumPy

    meanings = meanings_of(language)
    told = sentences_of(names)
    meanings.known = plain_words((said for said, _, _ in told), meanings)
    examples = [
        listeners.Example(signs_in(said, meanings), rule, signs_of_rules(words_of_rules(said)), doubt)
        for said, rule, doubt in told
    ]
    learners = []
    for many, most in listeners.NETWORKS:
        learner = listeners.Learner(examples, listeners=many)
        learner.learn(most=most)
        learners.append(learner)
    return listeners.written(learners, sorted(meanings.known))


def main(words: Sequence[str] | None = None) -> int:
    """Learn from all tuning sets and write the weights, or, with `--without`, try them on one set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wording.learning", description=__doc__)
    parser.add_argument("--into", type=Path, default=FOLDER / "en.weights", help="where to write the weights")
    parser.add_argument("--without", action="append", default=[], help="leave out a set")
    args = parser.parse_args(words)
    written = learn([name for name in TUNING_SETS if name not in args.without])
    args.into.write_bytes(written)
    print(f"{len(written) // 1000} KB in {args.into}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
