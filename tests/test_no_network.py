"""Nothing opens a socket: not the commands, not the windows, not the programs that they start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "tests" / "programs"
REFUSED = 97
LESSON = "if-an-image-is-shared"


class Watched:
    """Runs Python programs that a socket would end, and knows what they did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._notes = folder / "watch.txt"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join(map(str, (PROGRAMS / "watched", ROOT)))
        environment = {**os.environ, "PYTHONPATH": path, "RSE_LESSONS_WATCH": str(self._notes)}
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def commands(self, *commands: tuple[str, ...]) -> list[tuple[int, str, str]]:
        """Carry commands out in one program; gives of each its status and what it said."""
        given = json.dumps([("--data-dir", "data", *words) for words in commands])
        done = self.run(str(PROGRAMS / "commands.py"), given)
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    @property
    def programs(self) -> int:
        """How many Python programs were watched."""
        return self._lines().count("watched")

    @property
    def seen(self) -> list[str]:
        """What was done to a network."""
        return [line for line in self._lines() if line != "watched"]

    def _lines(self) -> list[str]:
        return self._notes.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_every_kind_of_command_and_the_program_that_one_starts(watched: Watched) -> None:
    me = ("--name", "me", "--home", "https://example.org")
    lessons = ROOT / "content" / "primary"
    mine = watched.folder / "mine.md"
    mine.write_text("# Hello\n\nWords.\n\n# Again\n\nMore words.\n", encoding="utf-8")
    commands = (
        ("list", "--json"),
        ("check", str(mine), str(lessons / ".." / "training" / "a-safe-classroom.md")),
        ("export", "mine.md", "--to", "slides.pdf"),
        ("pack", "ask-first", "--to", "one.rsepack", "--sign"),
        ("pack", "mine.md", "--to", "mine.rsepack", "--sign"),
        ("unpack", "mine.rsepack", "--yes"),
        ("learning", "scorm", "--to", "modules.zip"),
        ("learning", "xapi", "--to", "record.json", *me),
        ("doctor",),
    )
    done = watched.commands(*commands)
    assert [status for status, _, _ in done] == [0] * len(commands), done
    assert LESSON in done[0][1]
    assert "Andika is here" in done[-1][1]
    assert (watched.folder / "slides.pdf").read_bytes().startswith(b"%PDF")
    assert (watched.folder / "record.json").is_file()
    assert (watched.programs, watched.seen) == (2, [])


def test_the_windows_with_a_lesson_given_and_ended(watched: Watched) -> None:
    done = watched.run(str(PROGRAMS / "visit.py"), "data", LESSON)
    assert done.returncode == 0, done.stderr
    assert (watched.programs, watched.seen) == (1, [])


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import socket; socket.socket()", "socket.__new__"),
        ("import socket; socket.getaddrinfo('localhost', 80)", "socket.getaddrinfo"),
        ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')", "socket."),
    ],
)
def test_the_watch_ends_who_opens_a_socket(watched: Watched, code: str, event: str) -> None:
    assert watched.run("-c", code).returncode == REFUSED
    assert watched.programs == 1
    assert [line.startswith(event) for line in watched.seen] == [True]


def test_the_watch_reaches_programs_started_by_programs(watched: Watched) -> None:
    inner = "import socket; socket.socket()"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-P', '-c', {inner!r}])"
    assert watched.run("-c", code).returncode == 0
    assert watched.programs == 2
    assert len(watched.seen) == 1
