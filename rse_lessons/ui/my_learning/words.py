"""How My learning says things: times, days, what was done, how far a module is."""

from __future__ import annotations

from datetime import date

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.certificate import Checked, Verdict
from rse_lessons.ui.days import day_and_month, month_name
from rse_lessons.ui.my_learning.known import EvidenceLine, Known, ModuleLine

_HOUR = 60


def day_words(day: date | None) -> str:
    """Write a date whole: `6 November 2026`; nothing for none."""
    if day is None:
        return ""
    return tr("{date} {year}").format(date=day_and_month(day), year=day.year)


def month_words(day: date) -> str:
    """Write the month of a date: `November 2026`."""
    return tr("{month} {year}").format(month=month_name(day.month), year=day.year)


def time_words(minutes: int) -> str:
    """Say a length of time: `50 minutes`, `3 hours`, `12 hours 30 minutes`."""
    hours, rest = divmod(minutes, _HOUR)
    short = ntr("{count} minute", "{count} minutes", rest)
    if not hours:
        return short
    long = ntr("{count} hour", "{count} hours", hours)
    return tr("{hours} {minutes}").format(hours=long, minutes=short) if rest else long


def state_words(line: ModuleLine) -> str:
    """Say how far a module is."""
    if line.state in ("finished", "renew"):
        passed = tr("Finished, the check passed on {day} with {right} of {asked}.")
        return passed.format(day=day_words(line.passed), right=line.right, asked=line.asked)
    about = time_words(max(line.minutes_left, 1))
    if line.state == "new":
        return tr("Not begun yet, about {time}.").format(time=about)
    if line.read < line.pages:
        words = tr("{read} of {pages} pages read, about {time} left.")
        return words.format(read=line.read, pages=line.pages, time=about)
    if line.walked < line.practices:
        words = tr("All pages read. {walked} of {practices} conversations walked to an ending.")
        return words.format(walked=line.walked, practices=line.practices)
    return tr("All pages read. The knowledge check is still to pass.")


def reminder_words(known: Known) -> tuple[str, str]:
    """Say which modules are due to be learnt again, and why; nothing when none is."""
    due = known.due
    if not due:
        return "", ""
    title = ntr("{count} module to learn again", "{count} modules to learn again", len(due))
    why = tr("Guidance asks all staff for an update on safeguarding at least once a year.")
    return title, " ".join([*(due_words(one, known.today) for one in due[:3]), why])


def due_words(line: ModuleLine, today: date) -> str:
    """Say when a module is to be learnt again."""
    if line.due is None:
        return ""
    if line.due <= today:
        return tr("“{title}” was due again on {day}.").format(title=line.title, day=day_words(line.due))
    return tr("“{title}” is due again on {day}.").format(title=line.title, day=day_words(line.due))


def finished_words(known: Known) -> str:
    """Say how much of the path is done."""
    done, every = known.finished, len(known.modules)
    if every and done == every:
        return ntr("{count} module, finished", "All {count} modules finished", every)
    words = ntr("{{done}} of {count} module finished", "{{done}} of {count} modules finished", every)
    return words.format(done=done)


def total_words(known: Known) -> str:
    """Say how much time went into it, in a few words."""
    return tr("{total} of learning").format(total=time_words(known.minutes_app + known.minutes_logged))


def hours_words(known: Known) -> str:
    """Say how much time went into it."""
    if known.minutes_app and known.minutes_logged:
        words = tr("{total} of learning: {app} in this app, {own} logged by you.")
        total = time_words(known.minutes_app + known.minutes_logged)
        return words.format(
            total=total, app=time_words(known.minutes_app), own=time_words(known.minutes_logged)
        )
    if known.minutes_logged:
        return tr("{total} of learning, logged by you.").format(total=time_words(known.minutes_logged))
    return tr("{total} of learning in this app.").format(total=time_words(known.minutes_app))


def what_words(what: str) -> str:
    """Name a kind of evidence."""
    return {
        "observed": tr("Observed a lesson"),
        "co-taught": tr("Taught together with somebody"),
        "taught": tr("Taught a lesson"),
        "read": tr("Read"),
        "course": tr("Course or training day"),
        "meeting": tr("Meeting"),
        "talked-with-lead": tr("Talked with the safeguarding lead"),
        "module": tr("Module"),
        "rehearsed": tr("Rehearsed a lesson"),
    }.get(what, tr("Something else"))


def evidence_title(line: EvidenceLine) -> str:
    """Say what was done, in a few words."""
    if line.title:
        return tr("{what}: {title}").format(what=what_words(line.what), title=line.title)
    return what_words(line.what)


def evidence_words(line: EvidenceLine) -> str:
    """Say what belongs to a line of the log: the teacher's words, or what the app knows."""
    if line.what != "module":
        return line.words
    parts = []
    if line.practised:
        parts.append(ntr("{count} conversation practised", "{count} conversations practised", line.practised))
    if line.tries:
        parts.append(ntr("{count} try of the check", "{count} tries of the check", line.tries))
    return ", ".join(parts)


def checked_words(checked: Checked) -> tuple[str, str, bool]:
    """Say what came of checking a certificate: a title, a sentence, and whether it is well."""
    record = checked.record
    about = ""
    if record is not None:
        about = tr("The record is about {name}: {modules}, on {day}.").format(
            name=record.name or tr("somebody without a name"),
            modules=ntr("{count} finished module", "{count} finished modules", len(record.modules)),
            day=day_words(date.fromisoformat(record.issued)),
        )
    proves = tr(
        "It was not changed since it was written. Compare it with the paper. It does not prove who wrote it: "
        "ask the teacher, or the school, if that matters."
    )
    code = tr("Its code is {code}.").format(code=checked.code)
    return {
        Verdict.GOOD: (tr("Code and record belong together."), f"{about} {code} {proves}", True),
        Verdict.CHANGED: (
            tr("Code and record do not belong together."),
            tr(
                "Something in the record was changed after the certificate was made, or the code is of "
                "another one."
            )
            + f" {about} {code}",
            False,
        ),
        Verdict.NO_CODE: (
            tr("There is no code to compare."),
            f"{about} {code} " + tr("Type the code that is printed on the certificate, and check again."),
            False,
        ),
        Verdict.NO_RECORD: (
            tr("There is no record in this PDF."),
            tr(
                "A certificate that was printed, scanned or saved by another program has lost it. Ask for "
                "the file as RSE Lessons saved it, or for the record beside it."
            ),
            False,
        ),
        Verdict.FOREIGN: (
            tr("This is no certificate of RSE Lessons."),
            tr("Choose the PDF of a certificate, or the record that was saved beside it."),
            False,
        ),
        Verdict.NEWER: (
            tr("This certificate was made by a newer version of RSE Lessons."),
            tr("Update RSE Lessons on this PC to check it."),
            False,
        ),
    }[checked.verdict]
