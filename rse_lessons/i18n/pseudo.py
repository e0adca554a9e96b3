"""A language that nobody speaks: the English in brackets, a third longer, to see what windows make of words.

What stands in a window without brackets was not looked up; what is cut off there would be in Welsh.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import cycle, islice

from rse_lessons.i18n.po import Catalogue, Entry

TAG = "qps"
"""One of the tags that are nobody's."""
OPENING, CLOSING = "⟦", "⟧"
LONGER = 0.35
_LETTERS = "âêîôûŵŷàèìòù"
"""What makes words longer: letters of Welsh and Gaelic, which every window has to have."""
_ENDS = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_KEYS = ("QShortcut",)


def pseudo(entries: Iterable[Entry]) -> Catalogue:
    """Translate the interface."""
    header = {"Language": TAG, "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    return Catalogue(header, tuple(_translated(entry) for entry in entries))


def _translated(entry: Entry) -> Entry:
    if (entry.context or "").rpartition(":")[2] in _KEYS:
        return entry  # keys are read again from what is shown
    english = (entry.msgid, entry.plural) if entry.plural else (entry.msgid,)
    return replace(entry, strings=tuple(said(text) for text in english))


def said(text: str) -> str:
    """Say a text in brackets, as much longer as another language may be."""
    found = _ENDS.fullmatch(text)
    before, words, after = found.groups() if found else ("", text, "")
    longer = max(1, round(len(words) * LONGER))
    letters = "".join(islice(cycle(_LETTERS), longer))
    more = " ".join(letters[start : start + 8] for start in range(0, longer, 8))
    return f"{before}{OPENING}{words} {more}{CLOSING}{after}"
