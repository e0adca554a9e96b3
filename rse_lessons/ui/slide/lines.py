"""One thing said of a slide, and Markdown as words that are only said. What is said is in `describe`."""

from __future__ import annotations

from dataclasses import dataclass

from rse_lessons.ui.slide.markup import inline, plain


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said."""

    role: str
    """`heading`, `subheading`, `paragraph`, `item`, `message`, `picture`, `option`, `label` or `row`."""
    text: str


def words_of(markdown: str) -> str:
    """Give the plain words of one line of Markdown."""
    return plain(inline(markdown)).strip()


def ended(text: str) -> str:
    """End words with a full stop where they have no end."""
    return text if not text or text.endswith((".", "!", "?", "…", "”", ".)")) else f"{text}."
