"""Takes out of a block the text that begins with `>` and what goes on in several lines, such as `model:`.

What is left is read as every block is, by `lesson.items.read_body`; blank lines stand where something was
taken, so that nothing goes on across it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rse_lessons.lesson.source import Numbered

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_EXPLAINS = re.compile(r"[ \t]*=[ \t]")


@dataclass(slots=True)
class Taken:
    """What was taken out, and what is left."""

    quoted: str = ""
    """The text in lines that begin with `>`; lines of one paragraph are one line here."""
    rest: list[Numbered] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def take_out(lines: Iterable[Numbered], names: tuple[str, ...] = ()) -> Taken:
    """Take the quoted text and the fields `names` out of a block's lines."""
    taken = Taken()
    quoted: list[str] = []
    name = ""
    for line in lines:
        bare = line.text.strip()
        before, colon, after = bare.partition(":")
        if bare.startswith(">"):
            quoted.append(bare[1:].strip())
            name = ""
        elif colon and before in names:
            name = before
            taken.fields[name] = after.strip()
        elif name and bare and not begins_something(line.text):
            taken.fields[name] = f"{taken.fields[name]} {bare}".strip()
        else:
            name = ""
            taken.rest.append(line)
            continue
        taken.rest.append(Numbered(line.number, ""))
    paragraphs = "\n".join(quoted).strip("\n").split("\n\n")
    taken.quoted = "\n\n".join(" ".join(part.split()) for part in paragraphs if part.strip())
    return taken


def begins_something(text: str) -> bool:
    """Say whether a line begins an item or an explanation, so that nothing goes on in it."""
    return bool(_ITEM.match(text) or _EXPLAINS.match(text))
