"""A small lesson that teaches well, and changes to it that each break one rule.

A change is a file of pairs: what stands in `good.md` between `<<<` and `===`, and what is to stand there
up to `>>>`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from rse_lessons.lesson.reader import read_text
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.teaching.subject import NO_WORDS, Subject, Words

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "lessons" / "teaching"
_PAIR = re.compile(r"^<<<\n(.*?)\n===\n(.*?)\n?^>>>$", re.MULTILINE | re.DOTALL)


@cache
def good() -> str:
    """Give the lesson that breaks no rule."""
    return (FOLDER / "good.md").read_text(encoding="utf-8")


def changed(rule: str) -> str:
    """Give it with the change that breaks a rule."""
    text = good()
    for was, now in _PAIR.findall((FOLDER / f"{rule}.change").read_text(encoding="utf-8")):
        assert text.count(was) == 1, was
        text = text.replace(was, now)
    return text


def subject(text: str, words: Words = NO_WORDS, *, name: str = "the-kite") -> Subject:
    """Give a lesson as its checks see it."""
    lesson = read_text(text, FOLDER / f"{name}.md").lesson
    assert lesson is not None
    return Subject(lesson, split(text), words)
