"""What stands above each section of the shelf: for whom its lessons are."""

from __future__ import annotations

from collections.abc import Mapping

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.bands import ages_line
from rse_lessons.ui.library.arrange import Section


def section_words(section: Section, class_label: str, phases: Mapping[str, str]) -> tuple[str, str]:
    """Give a section's title and the softer words after it; `phases` names each band as the nation does."""
    ages, phase = ages_line(section.band), phases.get(section.band, "")
    if not section.place:
        return ages, phase
    line = tr("{ages}, {phase}").format(ages=ages, phase=phase) if phase else ages
    if section.place == "class":
        return tr("For {class_label}").format(class_label=class_label), line
    return tr("A little older") if section.place == "older" else tr("A little younger"), line
