"""A small module that breaks no rule, and changes to it that each break one.

A change is a file of pairs: what stands in `good.md` between `<<<` and `===`, and what is to stand there up
to `>>>`. Its last line, `at:`, is the line where the problem stands, or how it begins. A file is named by
its rule; what follows `--` tells several of one rule apart.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "training"
_PAIR = re.compile(r"^<<<\n(.*?)\n===\n(.*?)\n?^>>>$", re.MULTILINE | re.DOTALL)


class Change(NamedTuple):
    """A module with one mistake."""

    rule: str
    text: str
    line: int


@cache
def good() -> str:
    """Give the module that breaks no rule."""
    return (FOLDER / "good.md").read_text(encoding="utf-8")


def names() -> list[str]:
    """Give the names of all changes."""
    return sorted(file.stem for file in (FOLDER / "problems").glob("*.change"))


def change(name: str) -> Change:
    """Give the module with the change of that name."""
    written = (FOLDER / "problems" / f"{name}.change").read_text(encoding="utf-8")
    text = good()
    for was, now in _PAIR.findall(written):
        assert text.count(was) == 1, was
        text = text.replace(was, now)
    at = written.rpartition("\nat: ")[2].rstrip("\n")
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines, 1) if line == at]
    places = places or [number for number, line in enumerate(lines, 1) if line.startswith(at)]
    return Change(name.partition("--")[0], text, places[0])
