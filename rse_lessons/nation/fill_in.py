"""The mark of what an author still has to write, `{{fill-in: what}}`, and what a class sees of it."""

from __future__ import annotations

import re

TO_FILL_IN = re.compile(r"\{\{[ \t]*fill-in:([^{}]*)\}\}")
"""The whole mark on one line; its first group says what belongs there."""
SHOWN = "…"
"""What a class sees in its place."""


def left_open(text: str) -> str:
    """Put what a class may see in the place of each mark."""
    return TO_FILL_IN.sub(SHOWN, text)
