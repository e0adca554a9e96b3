"""The four nations by code and name, as one chooses among them."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr


def nations() -> list[tuple[str, str]]:
    """Give the nations to choose from, by code and name."""
    return [
        ("eng", tr("England")),
        ("wls", tr("Wales")),
        ("sct", tr("Scotland")),
        ("nir", tr("Northern Ireland")),
    ]
