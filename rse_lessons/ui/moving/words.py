"""What came of sharing and merging, in words: counts, days, and a sentence for whatever was odd."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QLocale, QTime

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.between.merging import OfClass, Preview
from rse_lessons.progress.between.oddities import SENTENCES, Finding, shown
from rse_lessons.progress.between.sharing import Outcome
from rse_lessons.progress.between.troubles import SENTENCES as TROUBLES
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.ui.days import when_words


def finding_words(finding: Finding) -> str:
    """Say what was odd about a file."""
    return tr(SENTENCES[finding.oddity]).format(file=shown(finding.path))


def trouble_words(trouble: Trouble) -> str:
    """Say why sharing ended early."""
    return tr(TROUBLES[trouble])


def when_shared(outcome: Outcome, today: date) -> str:
    """Say when the last visit was."""
    moment = datetime.fromisoformat(outcome.when).astimezone()
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    words = tr("Not finished {day} at {time}") if outcome.trouble else tr("Shared {day} at {time}")
    return words.format(day=when_words(moment.date(), today), time=time)


def outcome_words(outcome: Outcome) -> str:
    """Say what came of a visit: why it ended, or what came and went."""
    if outcome.trouble is not None:
        return trouble_words(outcome.trouble)
    parts = []
    if outcome.taken:
        parts.append(
            ntr(
                "{count} new step came from other PCs.",
                "{count} new steps came from other PCs.",
                outcome.taken,
            )
        )
    if outcome.given:
        parts.append(
            ntr("{count} step of this PC was added.", "{count} steps of this PC were added.", outcome.given)
        )
    return " ".join([*(parts or [tr("Nothing was new, here or there.")]), _pcs(outcome)])


def _pcs(outcome: Outcome) -> str:
    if not outcome.devices:
        return tr("No other PC has shared here yet.")
    return ntr("{count} other PC shares here.", "{count} other PCs share here.", len(outcome.devices))


def waiting_words(outcome: Outcome) -> str:
    """Say that what was cleared still lies in files of other PCs; empty when it does not."""
    if not outcome.waiting:
        return ""
    return ntr(
        "Files of {count} other PC still hold records that were cleared. They go when it shares next, or"
        " after two weeks.",
        "Files of {count} other PCs still hold records that were cleared. They go when these PCs share next,"
        " or after two weeks.",
        len(outcome.waiting),
    )


# Merge files


def class_words(found: OfClass) -> tuple[str, str]:
    """Give a class's name, and what a file changes for it."""
    parts = []
    if found.new:
        parts.append(tr("new class"))
    if found.gone:
        parts.append(tr("removed on another PC"))
    for count, one, many in (
        (found.lessons_new, "{count} lesson is new", "{count} lessons are new"),
        (found.lessons_changed, "{count} lesson changes", "{count} lessons change"),
        (found.lessons_gone, "{count} lesson was cleared", "{count} lessons were cleared"),
    ):
        if count:
            parts.append(ntr(one, many, count))
    return found.label or tr("Without a class"), " · ".join(parts)


def preview_words(preview: Preview) -> str:
    """Say in a sentence what a file would change."""
    if not preview.new:
        return tr("Everything in this file is here already. Taking it in changes nothing.")
    if preview.training_gone:
        return ntr(
            "Your training records were deleted on another PC. Taking this file in deletes {count} step of "
            "them here, too. What it changes for classes stands below.",
            "Your training records were deleted on another PC. Taking this file in deletes {count} steps of "
            "them here, too. What it changes for classes stands below.",
            preview.training_gone,
        )
    if not preview.classes and preview.training:
        return ntr(
            "Your own records stay. {count} new step of your training becomes known here.",
            "Your own records stay. {count} new steps of your training become known here.",
            preview.training,
        )
    if not preview.classes:
        return tr("The file holds more steps of lessons that are known here. Nothing else changes.")
    if any(found.gone or found.lessons_gone for found in preview.classes):
        return tr("This is what changes here. What was cleared on another PC is cleared on this one, too:")
    return tr("Your own records stay. This is what becomes known here:")


def taken_words(new: int) -> str:
    """Say what was taken in."""
    if not new:
        return tr("Everything in this file was here already. Nothing has changed.")
    return ntr("{count} new step is in your records now.", "{count} new steps are in your records now.", new)


_WRITING: Mapping[Trouble, str] = {
    Trouble.FULL: "The disk is full, so no file was saved. Free some space, or save it elsewhere.",
    Trouble.READ_ONLY: "RSE Lessons may not write there, so no file was saved. Choose another folder.",
    Trouble.GONE: "The folder is not there any more, so no file was saved. Choose another folder.",
    Trouble.TOO_MUCH: TROUBLES[Trouble.TOO_MUCH],
    Trouble.NOT_STORED: (
        "Your records cannot be read just now, so no file was saved. Nothing is lost; try again in a moment."
    ),
}


def not_saved_words(trouble: Trouble) -> str:
    """Say why no file was saved."""
    plain = "No file was saved, for the disk did not take it. Check the stick or the connection."
    return tr(_WRITING.get(trouble, plain))
