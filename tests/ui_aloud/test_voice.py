"""A voice found and used, as processes: heard in order, silent at once, ended when it hangs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rse_lessons.ui.aloud import voice as module
from rse_lessons.ui.aloud.voice import Trouble, Voice
from rse_lessons.ui.aloud.ways import DISPATCHER, ESPEAK, Way, windows_voices
from tests.ui_aloud.voices import LASTING, Espeak

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts with a first line")


@pytest.fixture
def espeak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Espeak:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return Espeak(tmp_path / "bin", "en-gb", "en-us")


@pytest.fixture
def voice(qtbot: QtBot) -> Iterator[Voice]:
    made = Voice((ESPEAK, DISPATCHER))
    yield made
    made.close()


def found(qtbot: QtBot, voice: Voice, language: str = "en") -> bool:
    with qtbot.waitSignal(voice.found, timeout=10_000) as told:
        voice.find(language)
    return bool(told.args and told.args[0])


def test_words_come_to_it_as_they_are_and_as_no_arguments(qtbot: QtBot, voice: Voice, espeak: Espeak) -> None:
    assert found(qtbot, voice)
    words = "Ask “first”; $(touch x) `y` && 'z' | --help Ŵyr"
    with qtbot.waitSignal(voice.said, timeout=10_000):
        voice.say(words)
    assert espeak.heard == [" " + words]
    assert espeak.told == ["['--voices']", "['-v', 'en-gb', '-s', '150', '-b', '1', '--stdin']"]


def test_a_voice_is_looked_for_once(qtbot: QtBot, voice: Voice, espeak: Espeak) -> None:
    assert found(qtbot, voice)
    assert found(qtbot, voice)
    assert len(espeak.told) == 1


def test_no_voice_of_another_language_is_taken(qtbot: QtBot, voice: Voice, espeak: Espeak) -> None:
    assert not found(qtbot, voice, "cy")
    voice.say("Iawn.")
    assert espeak.heard == []


def test_without_any_program_there_is_none(
    qtbot: QtBot, voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not found(qtbot, voice)


def test_one_installed_meanwhile_is_found(
    qtbot: QtBot, voice: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert not found(qtbot, voice)
    Espeak(tmp_path / "bin", "en-gb")
    assert found(qtbot, voice)


def test_the_next_program_is_asked_where_the_first_has_no_voice(
    qtbot: QtBot, voice: Voice, espeak: Espeak
) -> None:
    other = Espeak(espeak.folder / "other", "cy", name="spd-say")
    (other.folder / "spd-say").rename(espeak.folder / "spd-say")
    assert not found(qtbot, voice, "cy")  # it lists its voices otherwise
    assert other.told == ["['--list-synthesis-voices']"]


@pytest.mark.parametrize(("mood", "trouble"), [("silent", Trouble.SILENT), ("broken", Trouble.BROKEN)])
def test_a_sentence_that_nobody_heard_is_told(
    qtbot: QtBot, voice: Voice, espeak: Espeak, mood: str, trouble: Trouble
) -> None:
    espeak.be(mood)
    assert found(qtbot, voice)
    with qtbot.waitSignal(voice.failed, timeout=10_000) as told:
        voice.say("A sentence that takes a while to be spoken, whoever speaks it, however fast. " * 4)
    assert told.args == [trouble]


def test_stopped_it_is_silent_at_once_and_its_process_gone(
    qtbot: QtBot, voice: Voice, espeak: Espeak
) -> None:
    espeak.be("hangs")
    assert found(qtbot, voice)
    voice.say("Ask first.")
    qtbot.waitUntil(lambda: espeak.process > 0, timeout=10_000)
    with qtbot.assertNotEmitted(voice.said), qtbot.assertNotEmitted(voice.failed):
        voice.stop()
        qtbot.waitUntil(lambda: not espeak.runs())


def test_a_process_that_hangs_is_ended(
    qtbot: QtBot, voice: Voice, espeak: Espeak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "START_MS", 400)
    monkeypatch.setattr(module, "SLOWEST_MS", 0)
    espeak.be("hangs")
    assert found(qtbot, voice)
    with qtbot.waitSignal(voice.failed, timeout=10_000) as told:
        voice.say("Ask first.")
    assert told.args == [Trouble.HUNG]
    qtbot.waitUntil(lambda: not espeak.process or not espeak.runs())


def test_the_end_of_the_program_leaves_no_process(qtbot: QtBot, espeak: Espeak) -> None:
    made = Voice((ESPEAK,))
    espeak.be("hangs")
    assert found(qtbot, made)
    made.say("Ask first.")
    qtbot.waitUntil(lambda: espeak.process > 0, timeout=10_000)
    made.close()
    assert not espeak.runs()


def lasting(tmp_path: Path) -> Way:
    """One that runs on, as the one of Windows does."""
    script = LASTING.format(heard=str(tmp_path / "heard"))
    return Way(
        "lasting",
        (sys.executable,),
        ("-S", "-c", "print('en-GB|A voice')"),
        windows_voices,
        lambda _voice: ("-S", "-c", script),
        lasting=True,
    )


def test_a_voice_that_runs_on_speaks_line_by_line_in_one_process(qtbot: QtBot, tmp_path: Path) -> None:
    made = Voice((lasting(tmp_path),))
    assert found(qtbot, made)
    for words in ("One two three.", "Ŵyr a wyres."):
        with qtbot.waitSignal(made.said, timeout=10_000):
            made.say(words)
    made.close()
    heard = (tmp_path / "heard").read_text(encoding="utf-8").splitlines()
    assert heard == ["A voice: One two three.", "A voice: Ŵyr a wyres."]


def test_a_voice_that_runs_on_and_dies_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    way = replace(lasting(tmp_path), speaking=lambda _voice: ("-c", ""))
    made = Voice((way,))
    assert found(qtbot, made)
    with qtbot.waitSignal(made.failed, timeout=10_000) as told:
        made.say("One two three.")
    assert told.args == [Trouble.BROKEN]
    made.close()
