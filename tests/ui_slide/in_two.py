"""The demonstration lesson in a made-up language: every letter of English that has one gets its accent."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from rse_lessons.i18n.documents import document
from rse_lessons.i18n.localise import localise
from rse_lessons.i18n.putting_together import english_lines
from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.reader import Tongue, read_text
from rse_lessons.presenting.slides import for_nation

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION = ROOT / "tests" / "fixtures" / "lessons" / "every-activity.md"
_KEPT = re.compile(r"\{\{[^}]*\}\}|\]\([^)]*\)|https?://\S+")
_ACCENTS = str.maketrans("aeiouyAEIOUY", "âêîôûŷÂÊÎÔÛŶ")
MADE_UP = "br"
"""The tag that stands for it: of a language that the program has no words of its own in."""


def accented(text: str) -> str:
    """Give a text in the made-up language."""
    kept = _KEPT.findall(text)
    parts = _KEPT.split(text)
    found = [part.translate(_ACCENTS) for part in parts]
    return "".join(part + (kept[at] if at < len(kept) else "") for at, part in enumerate(found))


@cache
def demonstration(language: str, *, without: str = "") -> Lesson:
    """Give the lesson in English or in the made-up language, `without` the passages that hold some words."""
    text = DEMONSTRATION.read_text(encoding="utf-8")
    tongue = None
    if language == MADE_UP:
        source = document(DEMONSTRATION, text)
        translations = {
            (one.context, one.text): accented(one.text)
            for one in source.passages
            if not without or without not in one.text
        }
        made = localise(source, translations)
        text, tongue = made.text, Tongue(language, english_lines(made))
    reading = read_text(
        text,
        DEMONSTRATION,
        picture_folders=[ROOT / "assets" / "illustrations", DEMONSTRATION.parent / "pictures"],
        tongue=tongue,
    )
    assert reading.lesson is not None
    return for_nation(reading.lesson, "eng")
