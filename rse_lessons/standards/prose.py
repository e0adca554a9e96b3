"""A module's text as HTML for a package: what `lesson.html` makes, without a way out of the package."""

from __future__ import annotations

import re
from html import escape

from rse_lessons.lesson.html import inline, to_html
from rse_lessons.lesson.words import plain

__all__ = ["escape", "line", "plain", "rich"]

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h[1-4]>")
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)


def rich(markdown: str) -> str:
    """Give paragraphs, lists, quotations and tables; headings stand below that of a block."""
    made = _HEADING.sub(r"<\1h4>", _unlinked(to_html(markdown)))
    return _TABLE.sub(r'<div class="table"><table>\1</table></div>', made)


def line(markdown: str) -> str:
    """Give one line."""
    return _unlinked(inline(markdown))


def _unlinked(made: str) -> str:
    """Write web addresses out as words: a package leads nowhere."""

    def words(found: re.Match[str]) -> str:
        address, said = found[1].removeprefix("mailto:"), found[2]
        return said if address in said or address.removeprefix("https://") in said else f"{said} ({address})"

    return _LINK.sub(words, made)
