"""What the teacher prefers: typed, with defaults, read from and written to one TOML file.

A value that makes no sense falls back to its default with a sentence; keys that are not known (a newer
version's) stay in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from rse_lessons.settings.checks import (
    Check,
    Refused,
    choice,
    day,
    flag,
    keys,
    lines,
    names,
    tag_or_none,
    text,
    whole,
    year_end,
)
from rse_lessons.settings.files import write_whole
from rse_lessons.settings.sentences import Sentence, in_english

LARGEST = 1 << 20
"""Bytes of a settings file; a larger one is no settings file."""
AS_AT_FIRST = "{wrong} The settings are as at first; lessons and records are untouched."


class Preferences(NamedTuple):
    """Every preference, with its default. In the file, underscores are hyphens."""

    theme: str = "system"
    """`light`, `dark`, `high-contrast` or `system`."""
    text_scale: int = 100
    """Per cent, 100 to 200."""
    reduced_motion: bool = False
    nation: str = "eng"
    """`eng`, `wls`, `sct` or `nir`."""
    language: str = ""
    """The windows' language, such as `en` or `cy`; empty to follow the system until one is chosen."""
    lesson_language: str = ""
    """What a lesson is read in where the class says nothing of it; empty for `language`."""
    second_language: str = ""
    """A second language on the slides of such a lesson; empty for none."""
    arrangement: str = "small"
    """How two languages stand on a slide: `small` (the second under the first, smaller), `above` (under it,
    as large) or `beside`."""
    class_label: str = ""
    """The class chosen last; empty when none was."""
    projector: str = ""
    """The name of the screen that the class looks at, as the system gives it; empty until chosen."""
    own_screen: str = ""
    """The name of the teacher's own screen; empty for the main one."""
    more_screens: tuple[str, ...] = ()
    """Names of further screens that show the class's slide."""
    big_buttons: bool = False
    """Whether large buttons stand at the foot of the class's screen, for a touch panel."""
    share_window: bool = False
    """Whether the class's slide stands in a window that is shared in a video call."""
    lesson_report: bool = True
    """Whether a report is shown after a lesson: the time of each stage, and what to do next time."""
    lock_minutes: int = 10
    """Minutes without a key or a touch after which a profile with a passcode locks, 1 to 120."""
    timer_sound: bool = False
    """Whether a soft sound says that a timer is over."""
    notes_size: int = 24
    """Pixels of the notes on the console before scaling, 12 to 72."""
    console_layout: str = "even"
    """The teacher's screen while presenting: `even`, `slide` (large) or `notes` (large)."""
    slide_theme: str = "auto"
    """`auto` (as the room is), `light` or `high-contrast`."""
    pack_author: str = ""
    """Who the lesson packs made here say that they are by; empty until one was made."""
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys that the teacher chose, by action id; an empty tuple takes all keys from an action."""
    routes_checked: Mapping[str, str] = MappingProxyType({})
    """When somebody here tried a help route, by its id: the day and the contact."""
    year_end: str = ""
    """The last day of the school year as month and day, such as `07-21`; empty for the nation's own."""
    year_put_off: str = ""
    """The day until which it is not asked whether to clear the year that has ended; empty for at once."""
    windows: Mapping[str, str] = MappingProxyType({})
    """Where windows stood, by window id, as text that the window itself understands."""


CHECKS: Mapping[str, Check] = {
    "theme": choice("light", "dark", "high-contrast", "system"),
    "text_scale": whole(100, 200),
    "reduced_motion": flag,
    "nation": choice("eng", "wls", "sct", "nir"),
    "language": tag_or_none,
    "lesson_language": tag_or_none,
    "second_language": tag_or_none,
    "arrangement": choice("small", "above", "beside"),
    "class_label": text(40),
    "projector": text(200),
    "own_screen": text(200),
    "more_screens": names,
    "big_buttons": flag,
    "share_window": flag,
    "lesson_report": flag,
    "lock_minutes": whole(1, 120),
    "timer_sound": flag,
    "notes_size": whole(12, 72),
    "console_layout": choice("even", "slide", "notes"),
    "slide_theme": choice("auto", "light", "high-contrast"),
    "pack_author": text(120),
    "keys": keys,
    "routes_checked": lines,
    "year_end": year_end,
    "year_put_off": day,
    "windows": lines,
}
"""What each preference may be."""


def load(path: Path) -> tuple[Preferences, tuple[str, ...]]:
    """Read the preferences, and give a sentence for each value that fell back to its default.

    Never raises: a file that is missing gives the defaults, one that cannot be read the defaults and a
    sentence.
    """
    try:
        raw = _read(path)
    except OSError as error:
        wrong = in_english("The settings file {file} cannot be read ({reason}).", **_about(path, error))
        return Preferences(), (in_english(AS_AT_FIRST, wrong=wrong),)
    except _UnreadableError as error:
        return Preferences(), (in_english(AS_AT_FIRST, wrong=error.sentence),)
    values: dict[str, object] = {}
    sentences: list[str] = []
    for name in Preferences._fields:
        key = _key(name)
        if key not in raw:
            continue
        try:
            values[name] = CHECKS[name](raw[key])
        except Refused as refused:
            sentences.append(
                in_english(
                    "In the settings file {file}, {key} {refused}, so it is as at first for now."
                    " All other settings are as you left them; choose it again in Settings.",
                    file=path,
                    key=key,
                    refused=refused.args[0],
                )
            )
    return Preferences(**values), tuple(sentences)  # type: ignore[arg-type]  # each was checked above


def save(path: Path, preferences: Preferences) -> str:
    """Write the preferences, and give a sentence when that was not possible; empty when it was.

    The file is replaced as a whole. Unknown keys stay in it; a file that could not be understood is kept
    beside it.
    """
    import tomli_w  # noqa: PLC0415 - imported late: start-up

    try:
        raw = _read_or_keep(path)
        raw.update(_changed(preferences, raw))
        write_whole(path, tomli_w.dumps(raw).encode())
    except OSError as error:
        return in_english(
            "Your settings could not be stored in {file} ({reason}). They hold until you close RSE Lessons,"
            " and the settings stored earlier are safe; ask whoever looks after this PC to let you write"
            " there.",
            **_about(path, error),
        )
    return ""


def _about(path: Path, error: OSError) -> dict[str, object]:
    return {"file": path, "reason": error.strerror or error}


class _UnreadableError(Exception):
    """The file is there and cannot be understood."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return {}
    if len(content) > LARGEST:
        raise _UnreadableError(in_english("The settings file {file} is too large to be one.", file=path))
    import tomllib  # noqa: PLC0415  imported late: start-up

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        why = in_english("The settings file {file} cannot be understood ({reason}).", file=path, reason=error)
        raise _UnreadableError(why) from None


def _read_or_keep(path: Path) -> dict[str, object]:
    """Read the file; put it aside when it cannot be understood, for somebody may have written it by hand."""
    try:
        return _read(path)
    except _UnreadableError:
        path.replace(path.with_name(path.name + ".unreadable"))
        return {}


def _changed(preferences: Preferences, raw: Mapping[str, object]) -> dict[str, object]:
    """Give what differs from the defaults or is in the file: a later, better default reaches the rest."""
    defaults = Preferences()
    found: dict[str, object] = {}
    for name in Preferences._fields:
        value = getattr(preferences, name)
        if value != getattr(defaults, name) or _key(name) in raw:
            found[_key(name)] = dict(value) if isinstance(value, Mapping) else value
    return found


def _key(name: str) -> str:
    return name.replace("_", "-")
