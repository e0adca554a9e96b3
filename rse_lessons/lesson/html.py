"""From a piece of Markdown to safe HTML for `QTextDocument`, and to plain words.

Raw HTML comes out as text, links lead to https or mailto only, pictures inside text are left out
(they are lines of their own and never come here). Python-Markdown is imported late: the library
window must not wait for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from threading import Lock
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element  # its type only: Python-Markdown makes the elements

from rse_lessons.lesson.words import plain

if TYPE_CHECKING:
    from markdown import Markdown

__all__ = ["inline", "plain", "to_html"]

_MAX_TEXT = 20_000
_MAX_MARKS = 300
"""So many brackets, stars or backticks in one passage are no prose; it is shown as written."""
_MAX_QUOTES = 20
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_LINK_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f]")
_GOOD_LINK = re.compile(r"(?:https://|mailto:)\S+", re.IGNORECASE)
_TAG_NAMES = (
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote strong em code pre br hr a table thead tbody tr th td div span"
)
_TAGS = frozenset(_TAG_NAMES.split())
_NOT_WANTED_INLINE = ("html", "image_link", "image_reference", "short_image_ref", "automail")
_PLAIN = re.compile(r"""(?:[^\W\d_]|["'(“‘])[^\n\t*_`\[\]<>&\\#|]*(?<!\s)""")
"""One line in which nothing is Markdown, as most are: making it costs a hundredth of converting it."""
_CONVERTING = Lock()
_PARAGRAPH = re.compile(r"</?p>")


def to_html(markdown: str) -> str:
    """Give the HTML of paragraphs, lists, quotations and tables."""
    return _to_html(_CONTROL.sub("", markdown.replace("\r\n", "\n").replace("\r", "\n")))


def inline(markdown: str) -> str:
    """Give the HTML of one line, without a paragraph around it."""
    one_line = " ".join(markdown.split())
    guarded = re.sub(r"^(\s*)([-*+>#]|\d+[.)])(\s)", _escape_mark, one_line)
    html = to_html(guarded)
    return _PARAGRAPH.sub("", html).strip()


def _escape_mark(match: re.Match[str]) -> str:
    """Keep a line that begins like a list or heading a line of text."""
    mark = match[2]
    return match[1] + (f"\\{mark}" if len(mark) == 1 else f"{mark[:-1]}\\{mark[-1]}") + match[3]


@lru_cache(maxsize=4096)
def _to_html(text: str) -> str:
    if len(text) <= _MAX_TEXT and _PLAIN.fullmatch(text):
        return f"<p>{text}</p>"
    if _too_tangled(text):
        return _as_written(text)
    with _CONVERTING:
        converter = _converter()
        converter.reset()
        try:
            return converter.convert(text)
        except RecursionError:
            return _as_written(text)


def _too_tangled(text: str) -> bool:
    if len(text) > _MAX_TEXT or any(text.count(mark) > _MAX_MARKS for mark in "[*_`<&\\"):
        return True
    return any(line.count(">", 0, 200) > _MAX_QUOTES for line in text.split("\n") if ">" in line)


def _as_written(text: str) -> str:
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs if part)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    """Make the one converter; it is reset at each call and used by one thread at a time."""
    # imported late: start-up
    from markdown import Markdown  # noqa: PLC0415
    from markdown.treeprocessors import Treeprocessor  # noqa: PLC0415

    class Guard(Treeprocessor):
        """Leaves in the tree only what is allowed."""

        def run(self, root: Element) -> None:
            for element in root.iter():
                _guard(element)

    converter = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in _NOT_WANTED_INLINE:
        converter.inlinePatterns.deregister(name)
    converter.treeprocessors.register(Guard(converter), "guard", 15)  # after inline (20), before pretty (10)
    return converter


def _guard(element: Element) -> None:
    tag = element.tag if isinstance(element.tag, str) else "span"
    href = element.get("href", "") if tag == "a" else ""
    align = re.search(r"text-align:\s*(left|right|center)", element.get("style", ""))
    element.attrib.clear()
    if tag not in _TAGS:
        element.tag = "span"
    elif tag == "a":
        target = _LINK_SPACE.sub("", unescape(href))
        if _GOOD_LINK.fullmatch(target) and not _CONTROL.search(target):
            element.set("href", target)
        else:
            element.tag = "span"
    elif tag in {"td", "th"} and align:
        element.set("align", align[1])
