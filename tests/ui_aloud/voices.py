"""Programs that play a PC's voice: found and started as any voice is, they note what they are told."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

# No more is imported than is needed: it is started for each sentence.
ESPEAK = """\
import os, sys, time

here = {here!r} + "/"
with open(here + "mood", encoding="utf-8") as file:
    mood = file.read()
with open(here + "told", "a", encoding="utf-8") as told:
    told.write(repr(sys.argv[1:]) + "\\n")
if "--voices" in sys.argv:
    print("Pty Language       Age/Gender VoiceName          File                 Other Languages")
    with open(here + "languages", encoding="utf-8") as file:
        languages = file.read().split()
    for language in languages:
        print(f" 5  {{language}}              --/M      A_Voice              xx/{{language}}")
    sys.exit(0)
words = sys.stdin.buffer.read().decode("utf-8")
with open(here + "heard", "a", encoding="utf-8") as heard:
    heard.write(words)
if mood == "silent":
    sys.exit(0)
if mood == "broken":
    sys.exit(3)
if mood == "hangs":
    with open(here + "pid", "w", encoding="utf-8") as file:
        file.write(str(os.getpid()))
    time.sleep(600)
time.sleep(0.01 * len(words))
"""


class Espeak:
    """A program called espeak-ng on a path of its own."""

    def __init__(self, folder: Path, *languages: str, name: str = "espeak-ng") -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.be("well")
        (folder / "languages").write_text(" ".join(languages), encoding="utf-8")
        program = folder / name
        program.write_text(f"#!{sys.executable} -SE\n" + ESPEAK.format(here=str(folder)), encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def be(self, mood: str) -> None:
        """Be well, silent, broken, or hang from now on."""
        (self.folder / "mood").write_text(mood, encoding="utf-8")

    @property
    def heard(self) -> list[str]:
        """What was spoken, a line each."""
        file = self.folder / "heard"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    @property
    def told(self) -> list[str]:
        """Its arguments, a line for each run."""
        file = self.folder / "told"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    @property
    def process(self) -> int:
        """The number of the process that hangs; 0 before it does."""
        file = self.folder / "pid"
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        return int(text or 0)

    def runs(self) -> bool:
        """Whether that process is there."""
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        return True


LASTING = """\
import sys, time

voice = sys.stdin.readline().strip()
for line in sys.stdin:
    time.sleep(0.01 * len(line))
    with open({heard!r}, "a", encoding="utf-8") as heard:
        heard.write(voice + ":" + line)
    print("said", flush=True)
"""
