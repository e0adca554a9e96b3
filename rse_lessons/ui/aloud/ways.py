"""The ways in which a PC can speak: which program, how it is asked for its voices, how it is given words.

Words are data: they go to the program's standard input, never onto a command line. A voice is only taken when
it speaks the language asked for. Nothing here runs anything.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rse_lessons.i18n.catalogues import tr

Voices = Iterator[tuple[str, str]]
"""Languages with the name by which the program knows a voice for them."""
REGIONS = {"en": "en-gb", "cy": "cy-gb", "ga": "ga-ie", "gd": "gd-gb"}
"""Of several voices for a language, the one of these is taken."""


@dataclass(frozen=True, slots=True)
class Way:
    """One program that speaks."""

    id: str
    programs: tuple[str, ...]
    """Its names, or its whole path."""
    listing: tuple[str, ...]
    """Arguments for a list of its voices."""
    voices: Callable[[str], Voices]
    """Reads that list."""
    speaking: Callable[[str], tuple[str, ...]]
    """Arguments for speaking what comes in, with the voice of this name."""
    lasting: bool = False
    """Whether it runs on, speaks line by line, and says a line back after each. The first is the voice."""
    stopping: tuple[str, ...] = ()
    """Arguments that silence it, where ending the program does not."""


def ways_of_this_pc() -> tuple[Way, ...]:
    """Give the ways to try here, the best first."""
    if sys.platform == "win32":
        return (windows(os.environ.get("SYSTEMROOT", r"C:\Windows")),)
    return (MAC,) if sys.platform == "darwin" else (ESPEAK, DISPATCHER)


def best_voice(found: Voices, language: str) -> str:
    """Give the name of the best voice for a language; empty when none speaks it."""
    wanted = _tag(language)
    least = wanted.partition("-")[0]
    known = [(_tag(tag), name) for tag, name in found]
    fitting = [(tag, name) for tag, name in known if tag.partition("-")[0] == least]
    for exact in (wanted if "-" in wanted else REGIONS.get(wanted, wanted), least):
        named = [name for tag, name in fitting if tag == exact]
        # A voice that somebody fetched for this PC is better than those it came with.
        for name in sorted(named, key=lambda name: not re.search(r"\((Premium|Enhanced)\)|Natural", name)):
            return name
    return fitting[0][1] if fitting else ""


def as_line(words: str) -> str:
    """Give words as one line that no voice takes for orders: `[[ ]]` steers some, `!-!` and `-` others."""
    line = re.sub(r"[\x00-\x1f\x7f\u2028\u2029]+", " ", words)
    return " " + line.replace("[[", "[ [").replace("]]", "] ]").strip()


def _tag(tag: str) -> str:
    return tag.casefold().replace("_", "-")


# Each program's list of voices


def espeak_voices(said: str) -> Voices:
    """Read `espeak-ng --voices`: priority, language, age and sex, name, file."""
    for line in said.splitlines()[1:]:
        cells = line.split()
        # The voices in mb/ need a program and data that are not asked for here.
        if len(cells) >= 5 and not cells[4].startswith("mb/"):
            yield cells[1], cells[1]


def dispatcher_voices(said: str) -> Voices:
    """Read `spd-say --list-synthesis-voices`: name, language, variant, of which a name may hold spaces."""
    for line in said.splitlines()[1:]:
        for cell in reversed(line.split()[1:][-2:]):
            if re.fullmatch(r"[a-z]{2,3}([-_][A-Za-z0-9]+)*", cell) and cell != "none":
                yield cell, cell
                break


def mac_voices(said: str) -> Voices:
    """Read `say -v ?`: name, language, and after a # something that it says."""
    for line in said.splitlines():
        found = re.match(r"(.+?)\s+([a-z]{2,3}[_-][A-Za-z0-9_-]+)\s+#", line)
        if found:
            yield found[2], found[1]


def windows_voices(said: str) -> Voices:
    """Read what `_LIST` says: language and name with a line between them."""
    for line in said.splitlines():
        tag, bar, name = line.strip().partition("|")
        if bar and tag and name:
            yield tag, name


# The programs

ESPEAK = Way(
    "espeak",
    ("espeak-ng", "espeak"),
    ("--voices",),
    espeak_voices,
    # 150 words a minute: a room hears less well than one listener.
    lambda voice: ("-v", voice, "-s", "150", "-b", "1", "--stdin"),
)
DISPATCHER = Way(
    "speech-dispatcher",
    ("spd-say",),
    ("--list-synthesis-voices",),
    dispatcher_voices,
    # Given as an argument, words were once a format for printf; as lines they are words.
    lambda voice: ("--pipe-mode", "--wait", "--rate", "-15", "--language", voice),
    stopping=("--stop",),
)
MAC = Way("say", ("/usr/bin/say",), ("-v", "?"), mac_voices, lambda voice: ("-v", voice, "-r", "160"))

_SPEECH = (
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false; "
)
_LIST = _SPEECH + (
    "$voice.GetInstalledVoices() | Where-Object { $_.Enabled } | "
    "ForEach-Object { $_.VoiceInfo.Culture.Name + '|' + $_.VoiceInfo.Name }"
)
_SPEAK = _SPEECH + (
    "$lines = New-Object System.IO.StreamReader "
    "-ArgumentList ([Console]::OpenStandardInput()), ([System.Text.Encoding]::UTF8); "
    "$voice.Rate = -1; $voice.SelectVoice($lines.ReadLine().Trim()); "
    "while ($null -ne ($line = $lines.ReadLine())) { "
    "$voice.Speak($line); [Console]::Out.WriteLine('said'); [Console]::Out.Flush() }"
)


def windows(root: str) -> Way:
    """Give the way of Windows: its own speech, through the PowerShell that every Windows has."""
    shell = root + r"\System32\WindowsPowerShell\v1.0\powershell.exe"
    start = ("-NoLogo", "-NoProfile", "-NonInteractive", "-Command")
    return Way(
        "windows", (shell,), (*start, _LIST), windows_voices, lambda _voice: (*start, _SPEAK), lasting=True
    )


# What to do where there is none


def language_name(language: str) -> str:
    """Name a language that lessons can be in."""
    names = {
        "en": tr("English"),
        "cy": tr("Welsh"),
        "ga": tr("Irish"),
        "gd": tr("Scottish Gaelic"),
        "sco": tr("Scots"),
    }
    return names.get(language.partition("-")[0].partition("_")[0], language)


def what_to_install(language: str, system: str = sys.platform) -> str:
    """Say how this system comes by a voice."""
    if system == "win32":
        words = tr(
            "In Windows, open Settings, Time and language, Speech, choose Add voices, and add {language}."
        )
    elif system == "darwin":
        words = tr(
            "On this Mac, open System Settings, Accessibility, Spoken Content, then the list of system "
            "voices, choose Manage Voices, and add {language}."
        )
    else:
        words = tr(
            "On Linux, have the package espeak-ng installed; it speaks English, Welsh, Irish and Scottish "
            "Gaelic."
        )
    return words.format(language=language_name(language))
