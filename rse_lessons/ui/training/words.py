"""How the page of Teacher mode says things: sections, times, how far one is."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.training.model import GuidanceSource, Section
from rse_lessons.ui.training.known import Line, Path

_HOUR = 60


def section_name(section: Section) -> str:
    """Name a section of a module."""
    return {
        Section.WHY: tr("Why it matters"),
        Section.GUIDANCE: tr("What guidance says"),
        Section.EXAMPLES: tr("Worked examples"),
        Section.PRACTISE: tr("Practise"),
        Section.CHECK: tr("Check what you know"),
        Section.REFLECT: tr("Reflect"),
        Section.TOMORROW: tr("What to do tomorrow"),
        Section.READING: tr("Read further"),
    }[section]


def time_words(minutes: float) -> str:
    """Say a length of time as people do: `20 minutes`, `2 hours`."""
    if minutes < _HOUR - 5:
        count = max(1, round(minutes) if minutes < 10 else 5 * round(minutes / 5))
        return ntr("{count} minute", "{count} minutes", count)
    return ntr("{count} hour", "{count} hours", round(minutes / _HOUR))


def path_title(path: Path) -> str:
    """Head the path."""
    numbered = sum(line.number > 0 for line in path.lines)
    return tr("Your eight modules") if numbered == 8 else tr("Your modules")


def finished_words(path: Path) -> str:
    """Say how many modules are finished, and about how long the others take."""
    built_in = [line for line in path.lines if line.number]
    lines = built_in or list(path.lines)
    done = sum(line.state == "finished" for line in lines)
    left = sum(line.minutes for line in lines if line.state != "finished")
    if done == len(lines):
        return tr("All finished.")
    counted = {
        1: tr("One finished"),
        2: tr("Two finished"),
        3: tr("Three finished"),
        4: tr("Four finished"),
        5: tr("Five finished"),
        6: tr("Six finished"),
        7: tr("Seven finished"),
    }
    if not done:
        return tr("About {time} in all.").format(time=time_words(left))
    finished = counted.get(done) or ntr("{count} finished", "{count} finished", done)
    return tr("{finished}, about {time} left.").format(finished=finished, time=time_words(left))


def state_words(line: Line) -> str:
    """Say in a few words how far a module is; nothing where its number says it all."""
    if line.state == "begun":
        return tr("Begun, about {time} left").format(time=time_words(line.minutes))
    return tr("Finished over a year ago: time to renew it") if line.state == "renew" else ""


def source_words(source: GuidanceSource) -> str:
    """Name a document, who issued it and its year."""
    named = tr("{name}, {by}, {year}") if source.by else tr("{name}, {year}")
    return named.format(name=source.name, by=source.by, year=source.year)
