"""Small readings of a line's words: ids made from them, and the words without Markdown's marks.

Nothing here makes HTML; `html` does. Folding words for a search is in `searching`.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_ID_LENGTH = 48
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_ID = re.compile(r"[^a-z0-9]+")
_IMAGE_OR_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+|mailto:[^<>\s]+)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?!\w)|(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)")
_LINE_START = re.compile(r"^\s*(?:>\s?|[-*+]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")
_SPACES = re.compile(r"\s+")


def is_id(text: str) -> bool:
    """Say whether `text` is lower-case letters and digits, parted by single hyphens."""
    return _ID.fullmatch(text) is not None


def slug(text: str) -> str:
    """Make an id from English words: `"Keep asking!"` gives `keep-asking`; no words give an empty id."""
    letters = unicodedata.normalize("NFKD", plain(text).casefold().replace("'", "").replace("’", ""))
    made = _NOT_ID.sub("-", letters.encode("ascii", "ignore").decode()).strip("-")
    if len(made) <= _ID_LENGTH:
        return made
    return made[:_ID_LENGTH].rpartition("-")[0] or made[:_ID_LENGTH]


def plain(markdown: str) -> str:
    """Give the words of a piece of Markdown on one line, its marks taken off."""
    text = markdown
    if "[" in text:
        text = _IMAGE_OR_LINK.sub(r"\1", text)
    if "<" in text:
        text = _AUTOLINK.sub(lambda match: match[1].removeprefix("mailto:"), text)
    text = _LINE_START.sub("", text)
    if "*" in text or "_" in text:
        text = _STRONG.sub(r"\2", text)
        text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    text = _ESCAPED.sub(r"\1", text.replace("`", ""))
    return _SPACES.sub(" ", unescape(text)).strip()
