"""Whether what was found outside of a sound database can be an event or words of this program's. Pure.

Text from a damaged file, or from a file that somebody else could write, is taken for nothing until it has
passed here: every field has its shape and its limit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from rse_lessons.progress.facts.class_words import LONGEST_ANSWER, LONGEST_REFLECTION, check_words
from rse_lessons.progress.facts.events import VERSION, Event, check_event
from rse_lessons.progress.facts.labels import check_label

LONGEST_DATA = 40_000
"""Characters of an event's data as JSON; a plan of 200 lessons has about 26,000."""

_ID = re.compile(r"[0-9a-zA-Z_-]{1,64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_NAME = re.compile(r"[a-z][a-z-]{0,39}")
_MOST = 2**53
_LONGEST_PROFILE = 100


def sound_event(row: Sequence[object]) -> Event | None:
    """Give the event that ten values are, in the order of `reading.COLUMNS`; None when they are none.

    An event of a later version of the table may have a kind or fields that are not known here; then its
    shape and its limits alone count, for a later version must find it again.
    """
    if len(row) != 10:
        return None
    number, device, counter, time, kind, lesson, label, profile, text, version = row
    texts = (number, device, time, kind, lesson, label, profile, text)
    if not all(isinstance(value, str) for value in texts) or type(counter) is not int:
        return None
    if type(version) is not int or not (0 < counter < _MOST and 0 < version < 1000):
        return None
    patterns = ((_ID, number), (_ID, device), (_TIME, time), (_NAME, kind))
    if not all(pattern.fullmatch(str(value)) for pattern, value in patterns):
        return None
    data = _data(str(text))
    if data is None or len(str(profile)) > _LONGEST_PROFILE or not str(profile).isprintable():
        return None
    event = Event(
        str(number),
        str(device),
        counter,
        str(time),
        str(kind),
        str(lesson),
        str(label),
        str(profile),
        data,
        version,
    )
    return event if _is_allowed(event) else None


def sound_words(row: Sequence[object]) -> tuple[str, str, str, str] | None:
    """Give the words that four values are: id, class, time, text; None when they are none.

    Words without a class are about the teacher's own learning, and may be longer.
    """
    if len(row) != 4 or not all(isinstance(value, str) for value in row):
        return None
    number, label, at, text = (str(value) for value in row)
    if not _ID.fullmatch(number) or not _TIME.fullmatch(at):
        return None
    try:
        check_label(label)
        check_words(text, LONGEST_ANSWER if label else LONGEST_REFLECTION, paragraphs=not label)
    except ValueError:
        return None
    return number, label, at, text


def _data(text: str) -> dict[str, object] | None:
    if len(text) > LONGEST_DATA:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _is_allowed(event: Event) -> bool:
    try:
        check_label(event.class_label)
        if event.version > VERSION:
            return len(event.lesson) <= 120 and (not event.lesson or event.lesson.isprintable())
        check_event(event.kind, event.lesson, event.class_label, event.data)
    except (ValueError, RecursionError):
        return False
    return True
