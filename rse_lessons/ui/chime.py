"""One soft sound at the end of a timer, for those who wish it; made here and played by what the PC has.

Qt's own sounds need a library of 40 MB more. Where nothing can play it, the words on the slide stand alone.
"""

from __future__ import annotations

import math
import shutil
import struct
import sys
import wave
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from rse_lessons.presenting.session import Session
from rse_lessons.settings.files import write_whole

RATE = 22_050
SECONDS = 1.4
LOUDNESS = 0.16
"""Of the loudest there is: to be noticed by who listens for it, not to startle anybody."""
NOTES = ((392.0, 0.0), (523.25, 0.22))
"""Hertz, and the second at which each begins."""
LOOK_MS = 250
PLAYERS = ("pw-play", "paplay", "aplay", "afplay")


def sound() -> bytes:
    """Make the sound: two low notes that swell and fade, as a WAV file."""
    samples = bytearray()
    for number in range(int(RATE * SECONDS)):
        moment = number / RATE
        level = sum(_note(hertz, moment - begin) for hertz, begin in NOTES) / len(NOTES)
        samples += struct.pack("<h", round(32_767 * LOUDNESS * level))
    buffer = BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(samples))
    return buffer.getvalue()


def _note(hertz: float, moment: float) -> float:
    if moment < 0:
        return 0.0
    swell, fade = min(1.0, moment / 0.05), math.exp(-moment * 3.2)
    rest = max(0.0, min(1.0, (SECONDS - moment) / 0.2))
    return math.sin(2 * math.pi * hertz * moment) * swell * fade * rest


def player() -> str:
    """Give the program that plays sounds on this PC; empty where there is none. Windows needs none."""
    return next((found for name in PLAYERS if (found := shutil.which(name))), "")


def can_play() -> bool:
    """Tell whether this PC can play the sound."""
    return sys.platform == "win32" or bool(player())


class Chime(QObject):
    """Plays the sound once for each timer that comes to its end."""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file = folder / "timer-is-over.wav"
        self._was_done = session.timer.done
        self.played = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """See whether a timer has ended since the last look."""
        done = self._session.timer.done
        if done and not self._was_done:
            self._play()
        self._was_done = done

    def _play(self) -> None:
        self.played += 1
        try:
            if not self._file.exists():
                write_whole(self._file, sound())
        except OSError:
            return  # the words on the slide say it
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415  Windows alone has it

            winsound.PlaySound(str(self._file), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif program := player():
            QProcess.startDetached(program, [str(self._file)])
