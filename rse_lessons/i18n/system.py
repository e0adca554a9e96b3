"""Which languages the operating system speaks to its user, without Qt; best first."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence

_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[_-]([A-Za-z0-9]{2,8}))*(?:[.@].*)?")


def system_languages() -> tuple[str, ...]:
    """Give tags such as `cy`, as this PC's user has chosen them; empty when the system does not say."""
    if sys.platform == "win32":
        return tags([_of_windows()])
    return from_environment(os.environ)


def from_environment(told: Mapping[str, str]) -> tuple[str, ...]:
    """Read the variables of POSIX and gettext: the first of them that is set says all."""
    locale = told.get("LC_ALL") or told.get("LC_MESSAGES") or told.get("LANG") or ""
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return ()  # gettext heeds LANGUAGE only where there is a locale
    return tags([*told.get("LANGUAGE", "").split(":"), locale])


def tags(locales: Sequence[str]) -> tuple[str, ...]:
    """Give the languages of locales such as `cy_GB.UTF-8`, each once."""
    found = (_LOCALE.fullmatch(name.strip()) for name in locales)
    return tuple(dict.fromkeys(name[1].lower() for name in found if name))


def _of_windows() -> str:
    import ctypes  # noqa: PLC0415  imported late: only here
    import locale  # noqa: PLC0415  imported late: only here

    return locale.windows_locale.get(getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage(), "")  # noqa: B009  elsewhere there is none
