"""The lists of voices that programs give, which voice is taken, and words that cannot become orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.ui.aloud.ways import (
    DISPATCHER,
    ESPEAK,
    MAC,
    Way,
    as_line,
    best_voice,
    language_name,
    what_to_install,
    windows,
)

# As the programs say them: espeak-ng 1.51, speech-dispatcher, macOS 14, Windows 11.
ESPEAK_SAYS = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cy              --/M      Welsh              cel/cy
 3  en-uk           --/M      english-mb-en1     mb/mb-en1            (en-gb 3)(en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 5  gd              --/M      Gaelic_(Scottish)  cel/gd
"""
DISPATCHER_SAYS = """\
                     NAME                 LANGUAGE                  VARIANT
          English (America)                    en-US                     none
    English (Great Britain)                    en-GB                     none
                      Piper                    ga_IE                    MALE1
"""
MAC_SAYS = """\
Albert              en_US    # Hello! My name is Albert.
Daniel              en_GB    # Hello! My name is Daniel.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Serena (Premium)    en_GB    # Hello! My name is Serena.
Bad News            en_US    # Hello! My name is Bad News.
"""
WINDOWS_SAYS = "en-US|Microsoft Zira Desktop\r\nen-GB|Microsoft Hazel Desktop\r\n\r\n"
WINDOWS = windows(r"C:\Windows")


@pytest.mark.parametrize(
    ("way", "said", "language", "voice"),
    [
        (ESPEAK, ESPEAK_SAYS, "en", "en-gb"),
        (ESPEAK, ESPEAK_SAYS, "cy", "cy"),
        (ESPEAK, ESPEAK_SAYS, "gd", "gd"),
        (ESPEAK, ESPEAK_SAYS, "ga", ""),
        (DISPATCHER, DISPATCHER_SAYS, "en", "en-GB"),
        (DISPATCHER, DISPATCHER_SAYS, "en_US", "en-US"),
        (DISPATCHER, DISPATCHER_SAYS, "ga", "ga_IE"),
        (DISPATCHER, DISPATCHER_SAYS, "cy", ""),
        (MAC, MAC_SAYS, "en", "Serena (Premium)"),
        (MAC, MAC_SAYS, "cy", ""),
        (WINDOWS, WINDOWS_SAYS, "en", "Microsoft Hazel Desktop"),
        (WINDOWS, WINDOWS_SAYS, "cy", ""),
        (ESPEAK, "", "en", ""),
        (DISPATCHER, "Failed to get voice list.\n", "en", ""),
    ],
)
def test_the_voice_taken_speaks_the_language(way: Way, said: str, language: str, voice: str) -> None:
    assert best_voice(way.voices(said), language) == voice


@pytest.mark.parametrize("way", [ESPEAK, DISPATCHER, MAC, WINDOWS])
@given(said=st.text(max_size=300))
def test_any_list_can_be_read(way: Way, said: str) -> None:
    assert isinstance(best_voice(way.voices(said), "en"), str)


@given(st.text(max_size=200))
def test_words_stay_one_line_that_is_no_order(words: str) -> None:
    line = as_line(words)
    assert len(line.splitlines()) <= 1 or not set(line) & set("\r\n\x0b\x0c\x00\u2028\u2029")
    assert "\n" not in line
    assert "[[" not in line
    assert not line.startswith(("!", "-"))


def test_no_way_has_room_for_words_on_its_command_line() -> None:
    for way in (ESPEAK, DISPATCHER, MAC, WINDOWS):
        voice = "Voice; rm -rf 'x' $(x) \"y\""
        arguments = way.speaking(voice)
        assert all(argument == voice or "rm -rf" not in argument for argument in arguments)
    # On Windows not even the voice's name is: it comes in as a line.
    assert WINDOWS.speaking("one") == WINDOWS.speaking("two")
    assert not any('"' in argument for argument in WINDOWS.speaking("") + WINDOWS.listing)


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_what_to_install_is_said_for_each_system(system: str) -> None:
    words = what_to_install("cy", system)
    assert "{" not in words
    assert "Welsh" in words
    assert {"win32": "Windows", "darwin": "Mac", "linux": "espeak-ng"}[system] in words


def test_languages_have_names() -> None:
    assert [language_name(code) for code in ("en", "cy_GB", "ga", "gd", "xx")] == [
        "English",
        "Welsh",
        "Irish",
        "Scottish Gaelic",
        "xx",
    ]
