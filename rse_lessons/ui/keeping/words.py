"""How the records are, in words: from what was found to what the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.progress.database.backup import Backup, Why
from rse_lessons.progress.mending.said import Said
from rse_lessons.progress.upkeep.health import Health
from rse_lessons.ui.days import day_and_month
from rse_lessons.ui.keeping.page import Kept
from rse_lessons.ui.keeping.rows import Day, Fact
from rse_lessons.ui.weekdays import weekday_inside

_MEGABYTE = 1_000_000
_LITTLE_ROOM = 200 * _MEGABYTE
"""Bytes: with less than this, a full disk is near."""


def kept_words(found: Health, now: datetime) -> Kept:
    """Say everything that was found. `now` has its time zone."""
    title, text, good = _whole(found, now)
    return Kept(
        title, text, good, _where(found), _safe(found, now), [_day(one, now) for one in found.backups]
    )


def said_words(sentences: Iterable[Said]) -> str:
    """Say sentences of the records in the interface's language."""
    return " ".join(
        tr(said.text).format(
            **{
                name: moment_words(value, None) if isinstance(value, datetime) else value
                for name, value in said.values.items()
            }
        )
        for said in sentences
    )


def size_words(size: int) -> str:
    """Write a size, such as `2.1 MB`."""
    if size < _MEGABYTE:
        return tr("{size} kB").format(size=max(1, round(size / 1000)))
    return tr("{size} MB").format(size=f"{size / _MEGABYTE:.1f}")


def moment_words(moment: datetime, today: date | None) -> str:
    """Write a day and the time of it: `today, 9:12`, `Friday, 20 November, 16:40`."""
    local = moment.astimezone()
    clock = f"{local.hour}:{local.minute:02}"
    day = local.date()
    if day == today:
        return tr("today, {clock}").format(clock=clock)
    words = f"{weekday_inside(day.weekday())}, {day_and_month(day)}"
    if today is None or day.year != today.year:
        words = f"{words} {day.year}"
    return f"{words}, {clock}"


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _whole(found: Health, now: datetime) -> tuple[str, str, bool]:
    if not found.records.events and found.is_sound:
        return (
            tr("Nothing is recorded yet."),
            tr("The first lesson that you present begins the records."),
            True,
        )
    if not found.is_sound:
        return (
            tr("Your records need a repair."),
            tr("It is done by itself with the next step that is stored; you can go on presenting. ")
            + tr(found.records.trouble),
            False,
        )
    newest = found.newest_backup
    if newest is None:
        return tr("Your records are whole."), tr("There is no backup yet."), True
    when = moment_words(newest.made, now.astimezone().date())
    return (
        tr("Your records are whole and backed up."),
        tr("The newest backup: {when}.").format(when=when),
        True,
    )


def _where(found: Health) -> list[Fact]:
    if not found.records.events:
        return [Fact(str(found.database.parent), tr("Here they will be."))]
    steps = ntr("{count} step", "{count} steps", found.records.events)
    classes = ntr("{count} class", "{count} classes", found.classes)
    detail = tr("{steps} of {classes}. With backups {size}.").format(
        steps=steps, classes=classes, size=size_words(found.total)
    )
    facts = [Fact(str(found.database.parent), detail)]
    if found.records.devices > 1:
        told = tr("They were written on {count} PCs and brought together here.")
        facts.append(Fact(told.format(count=found.records.devices)))
    return facts


def _safe(found: Health, now: datetime) -> list[Fact]:
    today = now.astimezone().date()
    care, side = found.care, found.side
    facts = []
    if care.quick is not None:
        looked = moment_words(care.quick, today)
        whole = moment_words(care.full, today) if care.full else ""
        detail = tr("Looked through: {when}.").format(when=looked)
        if whole:
            detail += " " + tr("Page by page, as every week: {when}.").format(when=whole)
        title = tr("The records are whole") if care.sound else tr("The last look found damage")
        facts.append(Fact(title, detail, care.sound))
    if side.exists and found.records.events:
        title = tr("The newest steps are written twice")
        detail = ntr(
            "{count} step lies in a second file beside the records, too.",
            "{count} steps lie in a second file beside the records, too.",
            side.events,
        )
        if not side.is_good:
            title = tr("The second copy of the newest steps is not whole")
            detail = tr("The records themselves are not touched by that. It is written anew by itself.")
        facts.append(Fact(title, detail, side.is_good))
    if found.damaged:
        names = ", ".join(path.name for path in found.damaged)
        title = ntr("{count} damaged file is kept", "{count} damaged files are kept", len(found.damaged))
        facts.append(
            Fact(
                title,
                tr("It is beside the records, for whoever looks after this PC: {names}.").format(names=names),
            )
        )
    if found.repaired is not None:
        facts.append(
            Fact(tr("The last repair"), said_words(found.repaired.sentences), found.repaired.complete)
        )
    if 0 <= found.free < _LITTLE_ROOM:
        title = tr("The disk is nearly full: {size} are free").format(size=size_words(found.free))
        facts.append(
            Fact(title, tr("What is stored is safe. Free some space, so that new steps can be."), False)
        )
    return facts


def _day(backup: Backup, now: datetime) -> Day:
    title = _first_up(moment_words(backup.made, now.astimezone().date()))
    parts = [ntr("{count} step", "{count} steps", backup.events)] if backup.events >= 0 else []
    parts.append(size_words(backup.size))
    if backup.why is Why.RESTORE:
        parts.append(tr("before you went back to another day"))
    if backup.why is Why.UPDATE:
        parts.append(tr("before an update of RSE Lessons"))
    parts.append(tr("checked") if backup.checked else tr("not checked yet"))
    return Day(backup.path.name, title, ", ".join(parts), True if backup.checked else None)
