"""What a pack is made of: the names inside it, its limits, and how a refusal is said. Reads nothing.

The form is described in docs/packs.md; a change that an older version could not read raises `FORMAT`.
"""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.library import PACK_LIST
from rse_lessons.lesson.source import MAX_BYTES

ENDING = ".rsepack"
FORMAT = 1
MANIFEST, SIGNATURE = PACK_LIST, "signature.json"
LESSONS, PICTURES = "lessons", "pictures"
"""The two folders inside a pack."""

MAX_PACK = 64 * 1024 * 1024
MAX_FILE = MAX_BYTES
"""Bytes of one lesson or one picture, as everywhere in the app."""
MAX_FILES = 500
MAX_TEXT = 8 * 1024 * 1024
"""Bytes of all lessons of a pack together: each of them is read and checked before anything is shown."""
MAX_MANIFEST = 256 * 1024
MAX_SIGNATURE = 4 * 1024
MAX_WORDS = 120
"""Characters of a pack's title and of its author's name."""
MAX_ID = 60


class PackError(Exception):
    """The world's fault, in a sentence each: what happened, what is safe, what to do next."""

    def __init__(self, happened: str, todo: str = "", safe: str = "") -> None:
        """Without other words nothing was added, and the pack is to be had again from its giver."""
        said = safe or tr("Nothing was added, and your lessons are as they were.")
        super().__init__(f"{happened} {said} {todo or ask_again()}")
        self.happened = happened


def ask_again() -> str:
    """Say what to do about a pack that is not as its author made it."""
    return tr("Ask whoever gave you the pack to give it to you again.")


def ask_author() -> str:
    """Say what to do about a pack that was made wrongly."""
    return tr("Ask the author of the pack to make it again with RSE Lessons.")
