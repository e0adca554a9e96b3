"""The words for the six age bands: their ages, as a chip, a line or a heading says them."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr

AGES: dict[str, tuple[int, int]] = {
    "ks1": (5, 7),
    "lower-ks2": (7, 9),
    "upper-ks2": (9, 11),
    "ks3": (11, 14),
    "ks4": (14, 16),
    "post-16": (16, 18),
}
"""Youngest first."""


def short_ages(band: str) -> str:
    """Give the ages as a chip has them, `7–9`."""
    first, last = AGES[str(band)]
    return f"{first}–{last}"


def ages_line(band: str | None) -> str:
    """Say for whom a lesson is, `Ages 7 to 9`."""
    ages = AGES.get(str(band))
    if ages is None:
        return tr("For any age")
    return tr("Ages {first} to {last}").format(first=ages[0], last=ages[1])


def topic_words(topic: str) -> str:
    """Write a topic's id as words, `sharing-images` as `Sharing images`."""
    words = tr(topic.replace("-", " "))
    return words[:1].upper() + words[1:]
