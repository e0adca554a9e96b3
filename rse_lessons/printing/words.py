"""The words that paper adds to a lesson's own, in whatever language `Words` speaks.

The two functions of the catalogue are passed in, so that a parent pack can be in the lesson's
language while the screen is in another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rse_lessons.lesson.model import Stage


def _same(text: str) -> str:
    return text


def _english(one: str, many: str, count: int) -> str:
    return (one if count == 1 else many).format(count=count)


@dataclass(frozen=True, slots=True)
class Words:
    """A catalogue as two functions; English without any."""

    tr: Callable[[str], str] = _same
    ntr: Callable[[str, str, int], str] = _english
    """Takes the form for one, the form for many and the count, and fills in `{count}`."""


ENGLISH = Words()


def minutes(seconds: int, words: Words) -> str:
    """Give a time in minutes and half minutes: "1 minute", "2½ minutes"."""
    halves = round(seconds / 30)
    if halves % 2 == 0:
        return words.ntr("{count} minute", "{count} minutes", halves // 2)
    if halves == 1:
        return words.tr("half a minute")
    return words.tr("{minutes} minutes").format(minutes=f"{halves // 2}½")


def stage_name(stage: Stage, words: Words) -> str:
    """Give a stage's name as teachers know it."""
    return {
        Stage.WELCOME: words.tr("Welcome"),
        Stage.GROUND_RULES: words.tr("What we agreed"),
        Stage.BASELINE: words.tr("Before"),
        Stage.EXPLORE: words.tr("Explore"),
        Stage.PRACTISE: words.tr("Practise"),
        Stage.CHECK: words.tr("Check"),
        Stage.ENDPOINT: words.tr("After"),
        Stage.DISTANCE: words.tr("Out of role"),
        Stage.SIGNPOST: words.tr("Where to get help"),
        Stage.CLOSE: words.tr("Closing"),
    }[stage]


def note_label(label: str, words: Words) -> str:
    """Give the label of a part of the notes; one that begins with If is the author's own words."""
    known = {
        "Say": words.tr("Say"),
        "Ask": words.tr("Ask"),
        "Do": words.tr("Do"),
        "Listen for": words.tr("Listen for"),
        "Adapt": words.tr("Adapt"),
        "Time": words.tr("Time"),
    }
    return known.get(label, label)


def adaptation_name(name: str, words: Words) -> str:
    """Give the name of one way to adapt a lesson."""
    known = {
        "send": words.tr("Pupils with additional needs"),
        "eal": words.tr("Pupils new to the language"),
        "quicker": words.tr("A class that is quicker"),
        "slower": words.tr("A class that needs longer"),
    }
    return known.get(name, name)


def ending_name(name: str, words: Words) -> str:
    """Give the name of one way for pupils to end a lesson."""
    known = {
        "card": words.tr("A card"),
        "picture": words.tr("A picture"),
        "sentence": words.tr("A sentence"),
        "line": words.tr("A mark on a line"),
    }
    return known.get(name, name)
