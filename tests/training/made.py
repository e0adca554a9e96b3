"""Modules built by hand, for tests of what works with them; nothing is read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from rse_lessons.lesson.model import Option, Place
from rse_lessons.training.model import (
    Arrange,
    CheckKind,
    Match,
    Module,
    ModuleHead,
    ModulePart,
    Page,
    Practice,
    Question,
    Reply,
    Scene,
    Section,
)


def chance(seed: int) -> Random:
    """Chance that is the same each time."""
    return Random(seed)  # noqa: S311  questions are drawn, no secrets


PLACE = Place(Path("made.md"), 1)
TOLD = "Write down their own words, and pass them on the same day."


def option(id_: str, text: str = "", explanation: str = "", goes_to: str = "") -> Option:
    """An answer, a step, a left or right side, a phrase."""
    return Option(id_, text or f"Words of {id_}", PLACE, explanation or f"Why {id_}.", goes_to)


def question(
    id_: str, kind: CheckKind = CheckKind.SINGLE, *, scenario: bool = False, page: str = "first"
) -> Question:
    """A small question of a kind; `a` is right, and with several `c` is too."""
    if kind is CheckKind.MATCH:
        lefts = tuple(option(left, f"Left {left}", goes_to=f"{left}-r") for left in "abc")
        rights = tuple(option(f"{left}-r", f"Right {left}") for left in "cab")
        return Question(id_, PLACE, kind, f"Pairs of {id_}?", lefts, (), rights, "", page, scenario)
    options = tuple(option(one) for one in "abcd")
    answers: tuple[str, ...] = ("a", "c") if kind in (CheckKind.SEVERAL, CheckKind.SPOT) else ("a",)
    text = ""
    if kind is CheckKind.ORDER:
        answers = tuple("abcd")
    if kind is CheckKind.SPOT:
        text = "At first Words of a, and Words of b. Then Words of c; and in the end there are Words of d."
    return Question(id_, PLACE, kind, f"What of {id_}?", options, answers, (), text, page, scenario, TOLD)


KINDS = (*[CheckKind.SINGLE] * 8, *[CheckKind.SEVERAL] * 3, CheckKind.ORDER, CheckKind.ORDER)
KINDS += (CheckKind.MATCH, CheckKind.MATCH, CheckKind.SPOT)


def bank_of(kinds: Sequence[CheckKind] = KINDS, scenes: Sequence[int] = (0, 1, 2, 8)) -> list[Question]:
    """Questions `q0`, `q1`, … of these kinds; those at `scenes` are about a scene."""
    return [
        question(f"q{number}", kind, scenario=number in scenes, page="first" if number % 2 else "second")
        for number, kind in enumerate(kinds)
    ]


def module(questions: Sequence[Question] = (), parts: Sequence[ModulePart] = ()) -> Module:
    """A module of two pages to read and one with the bank."""
    pages = (
        Page("first", "What guidance asks", Section.GUIDANCE, 5, tuple(parts), PLACE),
        Page("second", "The first sentence", Section.EXAMPLES, 5, (), PLACE),
        Page("bank", "What you know", Section.CHECK, 5, tuple(questions), PLACE),
    )
    return Module("when-told", PLACE.path, ModuleHead("When a pupil tells you", 5, 40), pages)


def reply(id_: str, goes_to: str, better: str = "") -> Reply:
    """A reply with all that is said about it."""
    return Reply(id_, f"Say {id_}", PLACE, goes_to, f"Taken {id_}.", f"Asked {id_}.", better)


def practice() -> Practice:
    """Three scenes with replies, two endings, seven paths; `hush` can be better."""
    better = "I am here, and I am listening."
    start = (reply("thank", "more"), reply("hush", "quiet", "Thank you for telling me."))
    more = (reply("listen", "last"), reply("ask", "last", better))
    quiet = (reply("sorry", "last"), reply("leave", "gone", better))
    last = (reply("lead", "told"), reply("later", "gone", "I will tell the lead today."))
    scenes = (
        Scene("start", PLACE, "A pupil waits.", "What do you say?", start),
        Scene("more", PLACE, "The pupil goes on.", "And now?", more),
        Scene("quiet", PLACE, "The pupil looks down.", "And now?", quiet),
        Scene("last", PLACE, "The bell rings.", "What next?", last),
        Scene("told", PLACE, "The lead listens.", next_step="Write it down today."),
        Scene("gone", PLACE, "The room is empty.", next_step="Tell the lead what you saw, today."),
    )
    return Practice("waits", PLACE, "A pupil waits after the lesson", scenes, "It is never too late.")


def arrange() -> Arrange:
    """Four steps in order."""
    return Arrange("steps", PLACE, "What comes first?", tuple(option(one) for one in "abcd"), TOLD)


def match() -> Match:
    """Three pairs."""
    made = question("pairs", CheckKind.MATCH)
    return Match("pairs", PLACE, "Who does what?", made.options, made.rights, TOLD)
