"""Sentences that are made here in English and shown in the interface's language, which nothing here knows.

A sentence is a text like any other; it also remembers the words before names were filled in. By those
`i18n.catalogues.retold` finds its translation.
"""

from __future__ import annotations

from collections.abc import Mapping


class Sentence(str):
    """A sentence in English that knows what it was made of."""

    english: str
    told: Mapping[str, object]

    @classmethod
    def of(cls, english: str, told: Mapping[str, object]) -> Sentence:
        """Fill names in."""
        made = cls(english.format(**told))
        made.english, made.told = english, told
        return made


def in_english(english: str, **names: object) -> Sentence:
    """Make a sentence: `in_english("There is no file {file}.", file=path)`."""
    return Sentence.of(english, names)
