"""What a value in the settings file may be: each check gives the value, or raises Refused.

Which preference has which check is in `preferences`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from rse_lessons.settings.sentences import in_english

Check: TypeAlias = Callable[[object], object]
"""Given what the file says, the value; raises Refused."""


class Refused(ValueError):  # noqa: N818 - it reads as what it says: "text-scale is … "
    """The value makes no sense; the message goes on after the preference's name."""


def choice(*known: str) -> Check:
    """Make a check for one of a few words."""

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise Refused(
                in_english("is {value} and can only be {known}", value=_short(value), known=", ".join(known))
            )
        return value

    return check


def whole(low: int, high: int) -> Check:
    """Make a check for a whole number between two ends."""

    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise Refused(
                in_english(
                    "is {value} and can only be a whole number from {low} to {high}",
                    value=_short(value),
                    low=low,
                    high=high,
                )
            )
        return value

    return check


def text(longest: int) -> Check:
    """Make a check for a line of text."""

    def check(value: object) -> str:
        if not isinstance(value, str) or len(value) > longest or not value.isprintable():
            raise Refused(
                in_english(
                    "is {value} and can only be a line of up to {count} characters",
                    value=_short(value),
                    count=longest,
                )
            )
        return value

    return check


def names(value: object) -> tuple[str, ...]:
    """Check for a list of names."""
    line = text(200)
    if not isinstance(value, list | tuple) or len(value) > 20:
        raise Refused(in_english("is {value} and can only be a list of names", value=_short(value)))
    return tuple(str(line(name)) for name in value)


def flag(value: object) -> bool:
    """Check for yes or no."""
    if not isinstance(value, bool):
        raise Refused(in_english("is {value} and can only be true or false", value=_short(value)))
    return value


def tag(value: object) -> str:
    """Check for a language code such as `cy` or `en_GB`."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]{2,3}([_-][A-Za-z]{2,8})?", value):
        raise Refused(
            in_english("is {value} and can only be a language code such as en or cy", value=_short(value))
        )
    return value


def tag_or_none(value: object) -> str:
    """Check for a language code, or an empty text for none."""
    return tag(value) if value != "" else ""


def day(value: object) -> str:
    """Check for a day such as `2026-11-30`, or no day."""
    try:
        whole = isinstance(value, str) and (not value or date.fromisoformat(value).isoformat() == value)
    except ValueError:
        whole = False
    if not whole:
        raise Refused(
            in_english("is {value} and can only be a day such as 2026-11-30, or empty", value=_short(value))
        )
    return str(value)


def year_end(value: object) -> str:
    """Check for a day of every year, written as month and day such as `07-21`, or no day."""
    try:
        # 2001 has no 29 February, as most years have none.
        found = date.fromisoformat(f"2001-{value}") if value else None
        whole = isinstance(value, str) and (found is None or f"{found:%m-%d}" == value)
    except ValueError:
        whole = False
    if not whole:
        raise Refused(
            in_english(
                "is {value} and can only be a month and a day such as 07-21, or empty", value=_short(value)
            )
        )
    return str(value)


def keys(value: object) -> Mapping[str, tuple[str, ...]]:
    """Check for a table of keys by action."""
    line = text(60)
    if not isinstance(value, Mapping):
        raise Refused(in_english("is {value} and can only be a table of keys", value=_short(value)))
    found: dict[str, tuple[str, ...]] = {}
    for action, chosen in value.items():
        if not isinstance(chosen, list):
            raise Refused(
                in_english(
                    "has {chosen} for {action} and can only have lists of keys",
                    chosen=_short(chosen),
                    action=_short(action),
                )
            )
        found[action] = tuple(str(line(key)) for key in chosen)
    return found


def lines(value: object) -> Mapping[str, str]:
    """Check for a table of texts, such as windows' places."""
    line = text(2000)
    if not isinstance(value, Mapping):
        raise Refused(in_english("is {value} and can only be a table of texts", value=_short(value)))
    return {name: str(line(words)) for name, words in value.items()}


def _short(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 40 else words[:39] + "…"
