"""The command line speaks the interface's language: its own words, and those of Python's argparse.

The language is chosen before the words are parsed, for help and complaints are given while they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rse_lessons.i18n.catalogues import ntr, ptr
from rse_lessons.settings.paths import where
from rse_lessons.settings.preferences import load
from rse_lessons.speaking import speak

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "%(prog)s: error: %(message)s\n",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid %(type)s value: %(value)r",
    "expected one argument",
    "expected at least one argument",
    "expected at most one argument",
    "not allowed with argument %s",
    "one of the arguments %s is required",
    "ambiguous option: %(option)s could match %(matches)s",
    "ignored explicit argument %r",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
)
"""What argparse says to whoever types a command; what it says to programmers is not here."""


def speak_for(words: Sequence[str]) -> None:
    """Take the language of the settings that the words of a command line lead to; makes no folder."""
    paths = where(_data_dir(words))
    preferences, _told_later = load(paths.preferences)
    speak(preferences.language, paths.cache)


def _data_dir(words: Sequence[str]) -> Path | None:
    """Find the folder in words that nobody has parsed yet."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        name, equals, value = word.partition("=")
        if len(name) > 2 and "--data-dir".startswith(name) and (equals or following):
            return Path(value if equals else following)
    return None


def speak_as_argparse() -> None:
    """Have argparse look its words up as we do: it takes them from names of its own module."""
    vars(argparse).update(_=_say, ngettext=_count)


def _say(text: str) -> str:
    return ptr("argparse", text)


def _count(one: str, many: str, number: int) -> str:
    if one == "expected %s argument":
        # Translators: %s is the number; keep it.
        return ntr("expected %s argument", "expected %s arguments", number)
    return one if number == 1 else many
