"""How the languages of the interface are offered: by their own names, and how far each is."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.offered import Offered


def standing_words(one: Offered) -> str:
    """Say of a language what somebody should know who chooses it; nothing when all is well."""
    parts = []
    if one.share < 100:
        parts.append(tr("{share}% of the windows’ words; the rest is in English.").format(share=one.share))
    if not one.reviewed:
        parts.append(tr("A draft, not yet read by a fluent person."))
    return " ".join(parts)
