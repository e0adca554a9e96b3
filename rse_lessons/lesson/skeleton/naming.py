"""From a lesson's title to the name of its file: what can be one, and why another cannot."""

from __future__ import annotations

import unicodedata

from rse_lessons.lesson.words import slug
from rse_lessons.settings.sentences import in_english

LONGEST = 80
"""Characters of a title; more do not stand on a book's cover line or a slide."""
_NOT_A_LESSON = frozenset({"readme"})
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for itself, whatever their ending."""


class TitleError(ValueError):
    """Raised for a title that no lesson can have; its text is a sentence for a person."""


def tidy_title(title: str) -> str:
    """Give a title on one line without spaces that nobody sees. Raises TitleError."""
    words = " ".join(unicodedata.normalize("NFC", title).split())
    if not words:
        raise TitleError(
            in_english("The lesson has no title yet. Give it the name that stands on its cover.")
        )
    if len(words) > LONGEST:
        raise TitleError(
            in_english(
                "This title has {count} characters, and {most} is the most. Please shorten it.",
                count=len(words),
                most=LONGEST,
            )
        )
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"} for sign in words):
        raise TitleError(
            in_english(
                "There is a sign in this title that cannot be kept. Letters, digits and spaces are fine."
            )
        )
    if "{{" in words or "}}" in words:
        raise TitleError(
            in_english(
                "Double braces have a meaning of their own in a lesson. Please leave them out of the title."
            )
        )
    return words


def id_of(title: str) -> str:
    """Make a lesson's id, which is its file's name without `.md`, from its title. Raises TitleError."""
    made = slug(title)
    if not made:
        raise TitleError(
            in_english(
                "The file’s name is made from the title, and there is no letter from a to z and no digit in "
                "it. Please add a word that has some."
            )
        )
    if made in _NOT_A_LESSON | _DEVICES:
        raise TitleError(
            in_english(
                "A lesson’s file cannot be called “{name}”. Please add a word to the title.", name=made
            )
        )
    return made
