"""Rules about questions, the bank and pairs: right answers, explanations, pages to read again.

`QUESTION_RULES` is their order; each takes the module and its context and yields problems.
"""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.problems import Problem
from rse_lessons.training.blocks import CHOSEN
from rse_lessons.training.model import Arrange, CheckKind, Example, Match, Module, Question, Rewrite, Section
from rse_lessons.training.rules import (
    Context,
    Rule,
    advice,
    all_blocks,
    error,
    line_of_section,
    options_of,
    pages_in,
)
from rse_lessons.training.showing import blocks_in

FEWEST_QUESTIONS, FEWEST_KINDS, FEWEST_SCENES = 16, 3, 3
"""What a bank has at least, in every nation."""
FEWEST_PAIRS = 3
MOST = 12
"""So many things can be chosen from, ordered or matched without losing the thread."""


def questions(module: Module) -> Iterator[Question]:
    """Give every question, in the bank or to try out."""
    return (block for block in all_blocks(module) if isinstance(block, Question))


def bank(module: Module) -> tuple[Question, ...]:
    """Give the questions of the section `check`."""
    return tuple(
        block
        for page in pages_in(module, Section.CHECK)
        for block in blocks_in(page.parts)
        if isinstance(block, Question)
    )


def answer_missing(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001  one shape for all
    """Ask that a question has a right answer, and it is among those offered."""
    for block in questions(module):
        if block.kind not in CHOSEN or not block.options:
            continue
        ids = [option.id for option in block.options]
        if not block.answers:
            sentence = f"The question “{block.id}” does not say which answer is right: answer={ids[0]}"
            yield error(module, block.place.line, sentence, "answer-missing")
        for answer in block.answers:
            if answer not in ids:
                sentence = f"The answer “{answer[:60]}” is none of those offered: {', '.join(ids)}."
                yield error(module, block.place.line, sentence, "answer-missing")
        if block.kind is CheckKind.SINGLE and len(block.answers) > 1:
            sentence = "A question of the kind “single” has one right answer; write kind=several for more."
            yield error(module, block.place.line, sentence, "answer-missing")


def answer_unexplained(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that each answer is explained: a wrong one teaches, too."""
    for block in questions(module):
        if block.kind is CheckKind.ORDER:
            continue
        for option in block.options:
            if not option.explanation.strip():
                sentence = "Nothing explains this answer; say why under it, indented: = …"
                yield error(module, option.place.line, sentence, "answer-unexplained")


def no_takeaway(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that an order, a match and an example end with why."""
    for block in all_blocks(module):
        if not isinstance(block, Arrange | Match | Example | Question) or block.takeaway.strip():
            continue
        if not isinstance(block, Question) or block.kind is CheckKind.ORDER:
            sentence = "Nothing is taken away from this; say why before it ends, at the margin: = …"
            yield error(module, block.place.line, sentence, "no-takeaway")


def wrong_number(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that there is something to choose, to order and to match."""
    for block in all_blocks(module):
        if isinstance(block, Match) or (isinstance(block, Question) and block.kind is CheckKind.MATCH):
            pairs = block.lefts if isinstance(block, Match) else block.options
            if 0 < len(pairs) < FEWEST_PAIRS:
                sentence = f"Matching needs {FEWEST_PAIRS} pairs at least, here are {len(pairs)}."
                yield error(module, block.place.line, sentence, "wrong-number")
        else:
            single = isinstance(block, Question) and len(block.options) == 1
            if single or (isinstance(block, Arrange) and len(block.steps) == 1):
                sentence = "One item leaves nothing to choose; add another."
                yield error(module, block.place.line, sentence, "wrong-number")


def many_items(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that nobody has to keep more in mind than can be kept."""
    for block in all_blocks(module):
        if isinstance(block, Question | Arrange | Match):
            for group in options_of(block):
                if len(group) > MOST:
                    sentence = f"These are {len(group)} items; up to {MOST} can be kept in mind."
                    yield advice(module, group[MOST].place.line, sentence, "many-items")


def pairs_incomplete(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that each left side has a right one, and no right side stands twice."""
    for block in all_blocks(module):
        if isinstance(block, Match):
            lefts, rights = block.lefts, block.rights
        elif isinstance(block, Question) and block.kind is CheckKind.MATCH:
            lefts, rights = block.options, block.rights
        else:
            continue
        for left in lefts:
            if not left.goes_to:
                sentence = "This has no right side to match: - left -> right"
                yield error(module, left.place.line, sentence, "pair-incomplete")
        first: dict[str, int] = {}
        for right in rights:
            words = " ".join(right.text.casefold().split())
            if words in first:
                sentence = f"This right side stands in line {first[words]} too; each may stand once."
                yield error(module, right.place.line, sentence, "right-side-twice")
            first.setdefault(words, right.place.line)


def same_text(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that no two items of a block say the same: nobody could tell them apart."""
    for block in all_blocks(module):
        for group in options_of(block):
            first: dict[str, int] = {}
            for option in group:
                words = " ".join(option.text.casefold().split())
                if words and words in first:
                    sentence = f"This says the same as line {first[words]}; nobody can tell the two apart."
                    yield error(module, option.place.line, sentence, "same-text")
                first.setdefault(words, option.place.line)


def phrase_missing(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that phrases to spot or to rewrite are copied from the text, once each and apart."""
    for block in all_blocks(module):
        if isinstance(block, Rewrite):
            text, phrases = block.given, block.reasons
        elif isinstance(block, Question) and block.kind is CheckKind.SPOT:
            text, phrases = block.text, block.options
        else:
            continue
        if not text:
            sentence = "There is no text here; write it in lines that begin with >."
            yield error(module, block.place.line, sentence, "text-missing")
            continue
        taken: list[tuple[int, int, int]] = []
        for phrase in phrases:
            words = " ".join(phrase.text.split())
            at = text.find(words) if words else -1
            if words and at < 0:
                sentence = f"“{words[:60]}” does not stand in the text above; copy it letter by letter."
                yield error(module, phrase.place.line, sentence, "phrase-missing")
            elif words and text.find(words, at + 1) >= 0:
                sentence = f"“{words[:60]}” stands in the text more than once; take more of its words."
                yield error(module, phrase.place.line, sentence, "phrase-twice")
            elif words:
                end = at + len(words)
                other = next((line for start, stop, line in taken if start < end and at < stop), 0)
                if other:
                    sentence = f"This phrase and that of line {other} share words; keep them apart."
                    yield error(module, phrase.place.line, sentence, "phrase-twice")
                taken.append((at, end, phrase.place.line))


def bank_too_small(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that tries differ, in every nation."""
    if not pages_in(module, Section.CHECK):
        return
    line = line_of_section(module, Section.CHECK)
    for where, (count, kinds, scenes) in context.counted(_counts):
        if count < FEWEST_QUESTIONS:
            sentence = f"The bank needs {FEWEST_QUESTIONS} blocks “check” at least{where}; there are {count}."
            yield error(module, line, sentence, "bank-too-small")
        if kinds < FEWEST_KINDS:
            sentence = f"The bank needs {FEWEST_KINDS} kinds of question at least{where}; there are {kinds}."
            yield error(module, line, sentence, "bank-kinds")
        if scenes < FEWEST_SCENES:
            sentence = (
                f"The bank needs {FEWEST_SCENES} questions with scenario=yes at least{where}; "
                f"there are {scenes}."
            )
            yield error(module, line, sentence, "bank-scenes")


def _counts(module: Module) -> tuple[int, int, int]:
    found = bank(module)
    return len(found), len({block.kind for block in found}), sum(block.scenario for block in found)


def page_missing(module: Module, context: Context) -> Iterator[Problem]:
    """Ask that a question of the bank names the page to read again, and every question one that is there."""
    for block in bank(module):
        if not block.page:
            sentence = f"The question “{block.id}” does not say which page to read again: page=…"
            yield error(module, block.place.line, sentence, "page-missing")
    pages = [page.id for page in module.pages if page.section is not Section.CHECK]
    for block in questions(module):
        if block.page and block.page not in pages:
            known = ", ".join(pages)
            sentence = f"There is no page “{block.page[:60]}” to read again; there are {known}."
            yield error(module, block.place.line, sentence, "page-missing")
    lost: dict[Question, list[str]] = {}
    for nation, shown in context.shown.items():
        there = {page.id for page in shown.pages}
        for block in questions(shown):
            if block.page in pages and block.page not in there:
                lost.setdefault(block, []).append(nation)
    for block, nations in lost.items():
        sentence = f"The page “{block.page}” is not there in {', '.join(nations)}, and this question is."
        yield error(module, block.place.line, sentence, "page-missing")


QUESTION_RULES: tuple[Rule, ...] = (
    answer_missing,
    answer_unexplained,
    no_takeaway,
    wrong_number,
    many_items,
    pairs_incomplete,
    same_text,
    phrase_missing,
    bank_too_small,
    page_missing,
)
