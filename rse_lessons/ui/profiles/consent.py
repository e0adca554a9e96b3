"""The questions answered by typing: before private words, or a whole profile, are deleted for good."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.typed_consent import TypedConsent


def way_back(theme: Theme, name: str, parent: QWidget | None = None) -> TypedConsent:
    """Ask before a profile is opened without its passcode, and without its private words."""
    return TypedConsent(
        theme,
        tr("Open {name} without the passcode?").format(name=name)
        if name
        else tr("Open it without the passcode?"),
        word=name or tr("open"),
        goes=[
            tr("The passcode"),
            tr("Rules that classes made for themselves, and answers to the question box"),
            tr("The same words in backups on this PC; other PCs that share these records delete them, too"),
        ],
        stays=[
            tr("Classes, and which lesson was taught when"),
            tr("Votes and quizzes of whole classes, and what was drawn over slides"),
            tr("Training, and settings"),
        ],
        button=tr("Delete them and open"),
        parent=parent,
    )


def removal(theme: Theme, name: str, parent: QWidget | None = None) -> TypedConsent:
    """Ask before a whole profile is deleted."""
    return TypedConsent(
        theme,
        tr("Remove the profile {name}?").format(name=name) if name else tr("Remove this profile?"),
        word=name or tr("remove"),
        goes=[
            tr("All records: classes, lessons taught, votes, rules, answers and training"),
            tr("Backups of them on this PC"),
            tr("Its settings, its passcode and the key that signs lesson packs"),
        ],
        stays=[
            tr("Every other profile"),
            tr("Your school’s own lessons"),
            tr("What you exported, or keep in a shared folder or on another PC"),
        ],
        button=tr("Remove it and close"),
        parent=parent,
    )
