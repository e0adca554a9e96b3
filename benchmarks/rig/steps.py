"""The small language of a try-out: what to press, when to wait, when to take a picture.

    key Right; wait 0.5; shot a.png; unplug; wait 2; shot b.png; plug; type "hello; world"

Steps are parted by semicolons or new lines; words with spaces or semicolons in them stand in quotes. Parsing
only: `script.py` carries the steps out.
"""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# The fewest and most words that may follow each verb.
VERBS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "key": (1, 2),
        "type": (1, 1),
        "wait": (1, 1),
        "still": (0, 1),
        "until": (1, 1),
        "shot": (1, 2),
        "click": (2, 3),
        "move": (2, 2),
        "drag": (4, 5),
        "unplug": (0, 1),
        "plug": (0, 1),
        "windows": (0, 0),
        "memory": (0, 0),
    }
)


_NUMBERS = ("wait", "still", "click", "move", "drag")
"""The verbs whose words are numbers all."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: a verb of the table and its words."""

    verb: str
    words: tuple[str, ...]


def parse_steps(text: str) -> tuple[Step, ...]:
    """Read a try-out; raise ValueError with a sentence that says which step cannot be done."""
    reader = shlex.shlex(text.replace("\n", ";"), posix=True, punctuation_chars=";")
    reader.whitespace_split = True
    reader.commenters = ""
    steps, words = [], []
    for word in [*reader, ";"]:
        if word.strip(";"):
            words.append(word)
        elif words:
            steps.append(_step(words))
            words = []
    return tuple(steps)


def _step(words: list[str]) -> Step:
    verb, *rest = words
    if verb not in VERBS:
        raise ValueError(f"“{verb}” is not a step; there are {', '.join(VERBS)}.")
    fewest, most = VERBS[verb]
    if not fewest <= len(rest) <= most:
        wanted = f"{fewest}" if fewest == most else f"{fewest} to {most}"
        raise ValueError(f"“{' '.join(words)}”: {verb} takes {wanted} words, not {len(rest)}.")
    numbers = rest if verb in _NUMBERS else rest[1:] if verb == "key" else []
    for number in numbers:
        try:
            float(number)
        except ValueError:
            raise ValueError(f"“{' '.join(words)}”: “{number}” is not a number.") from None
    return Step(verb, tuple(rest))
