"""What every measurement needs: where it may write, how often it repeats, how it starts the program."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import ROOT
from benchmarks.rig.room import environment

LESSON = "healthy-online-relationships"
"""It marks no slide as sensitive: there the first key changes nothing on the projector, by design."""
LESSON_FILE = ROOT / "content" / "secondary" / f"{LESSON}.md"
CLASS = "8 Hazel"


class BenchError(Exception):
    """A measurement could not be made; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One run of the benchmarks."""

    folder: Path
    """Temporary; thrown away afterwards."""
    n: int
    """How often what takes a whole start is repeated; what takes a moment is repeated ten times as often."""
    many: int
    """How many lessons are in a full folder."""

    def data(self, name: str) -> Path:
        """Return a data folder of that name."""
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def prefer(self, data: Path, settings: str) -> None:
        """Write the settings of a data folder, as TOML."""
        (data / "config").mkdir(exist_ok=True)
        (data / "config" / "settings.toml").write_text(settings, encoding="utf-8")

    def app(self, data: Path, *words: str) -> list[str]:
        """Return the command that starts the program on a data folder."""
        return [sys.executable, "-m", "rse_lessons", "--data-dir", str(data), *words]

    def inside(self, verb: str, data: Path, *words: str, display: str = "") -> dict[str, list[float]]:
        """Time something from inside the program; without a display it must not need one."""
        command = [sys.executable, "-m", "benchmarks.inside", verb, "--data-dir", str(data), *words]
        done = subprocess.run(
            command, cwd=ROOT, env=environment(display), capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise BenchError(f"{verb} could not be measured: {done.stderr.strip()[-2000:]}")
        found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
        return found
