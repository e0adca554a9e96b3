"""Letters that press a button with Alt: no two alike in a window, for then Alt presses neither.

Our own windows have none. Qt's have; which of its words stand together in one window is said here. In a menu
two alike do no harm: the letter goes from one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rse_lessons.i18n.faults import Fault
from rse_lessons.i18n.po import Entry

_FILES = ("&Look in:", "File &name:", "Files of &type:")
TOGETHER: tuple[tuple[tuple[str, str], ...], ...] = (
    *(
        tuple(("Qt:QFileDialog", text) for text in (*_FILES, button))
        for button in ("&Open", "&Save", "&Choose")
    ),
    (
        ("Qt:QPrintDialog", "&Print"),
        ("Qt:QPrintDialog", "&Options <<"),
        *(("Qt:QPrintWidget", text) for text in ("&Name:", "Output &file:", "P&roperties")),
        ("Qt:QPrintSettingsOutput", "Page &Set:"),
    ),
    tuple(("Qt:QPageSetupWidget", text) for text in ("Page &order:", "Pages &per sheet:")),
    tuple(("Qt:QPlatformTheme", text) for text in ("&Yes", "&No", "Yes to &All", "N&o to All")),
)
"""Context and English of what stands in one window."""
_LETTER = re.compile(r"&(\w)")


def letter_of(text: str) -> str:
    """Give the letter that presses it, small; empty when there is none."""
    found = _LETTER.search(text.replace("&&", ""))
    return found[1].casefold() if found else ""


def twice(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Say which translations have the letter of another one in the same window."""
    said = {entry.key: entry.strings[0] for entry in entries if entry.usable}
    told: set[tuple[str, str]] = set()
    for window in TOGETHER:
        first: dict[str, str] = {}
        for key in window:
            text = said.get(key, "")
            letter = letter_of(text)
            if letter and first.setdefault(letter, text) != text and key not in told:
                told.add(key)
                sentence = (
                    f"In its window “{first[letter]}” has the same letter after the & as “{text}”. "
                    "Put one & before another letter."
                )
                yield Fault(key[1], "mnemonic-twice", sentence)
