"""`export`, `doctor` and `tour` as they are run: programs of their own, without a screen."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rse_lessons.cli import commands
from rse_lessons.cli.doctor import LIBRARIES
from rse_lessons.progress.upkeep.examine import examine
from rse_lessons.school import School

ROOT = Path(__file__).resolve().parents[2]
BARE = {
    name: value
    for name, value in os.environ.items()
    if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
}


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def run(data: Path, *said: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rse_lessons", "--data-dir", str(data), *said]
    return subprocess.run(command, cwd=ROOT, env=BARE, capture_output=True, encoding="utf-8", check=False)


def here(data: Path, *said: str) -> int:
    """Carry a command out in this program, where nothing is about a program of its own."""
    return commands.run(["--data-dir", str(data), *said])


@pytest.fixture
def data(tmp_path: Path, school_in: Callable[[Path], School]) -> Path:
    """Give a data folder as it is at every start but the first."""
    school_in(tmp_path / "data")
    return tmp_path / "data"


def test_export_needs_no_screen_and_says_what_it_wrote(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    done = run(data, "export", "ask-first", "--to", str(target), "--as", "plan")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(PdfReader(target).pages)} pages written to {target}.\n"


def test_export_takes_a_file_outside_the_library(data: Path, tmp_path: Path, qapp: QApplication) -> None:
    plain = tmp_path / "plain.md"
    plain.write_text("# Hello\n\nWords.\n\n# Again\n\nMore words.\n", encoding="utf-8")
    assert here(data, "export", str(plain), "--to", str(tmp_path / "out.pdf"), "--high-contrast") == 0
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_an_unknown_lesson_is_a_sentence_and_one(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert here(data, "export", "nobody", "--to", str(tmp_path / "out.pdf")) == 1
    assert "There is no lesson “nobody”" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent as Unix does")
def test_ctrl_c_leaves_nothing(data: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    command = [
        sys.executable,
        "-m",
        "rse_lessons",
        "--data-dir",
        str(data),
        "export",
        "ask-first",
    ]
    with subprocess.Popen(
        [*command, "--to", str(place / "slides")],
        cwd=ROOT,
        env=BARE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        until = time.monotonic() + 30
        while not list(place.glob(".slides*/*.png")) and time.monotonic() < until and program.poll() is None:
            os.sched_yield()
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=30)
    assert program.returncode == 130
    assert said == "Stopped. Nothing was written.\n"
    assert names_in(place) == []


def test_doctor_is_content_with_a_good_pc_and_says_where_things_lie(data: Path) -> None:
    done = run(data, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("All is well.")
    for said in (
        "Python",
        "no screen here",
        str(data / "data"),
        "Nothing has been recorded",
        "Lessons found: ",
    ):
        assert said in done.stdout


def test_doctor_says_which_screen_the_class_would_look_at(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screens = ROOT / "tests" / "fixtures" / "screens.json"
    monkeypatch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={screens}")
    assert here(data, "doctor") == 0
    said = capsys.readouterr().out
    assert "1920 × 1080 at (1280, 0)" in said
    assert "The class would look at" in said


def test_doctor_finds_what_is_wrong_and_says_what_to_do(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lessons = data / "data" / "lessons"
    lessons.mkdir(parents=True)
    (lessons / "wrong.md").write_text(
        '+++\ntitle = "Wrong"\nband = "ks9"\nminutes = 5\n+++\n# A\n', encoding="utf-8"
    )
    (data / "data" / "progress.sqlite").write_bytes(b"no database at all, but long enough " * 40)
    monkeypatch.setenv("QT_QPA_PLATFORM", "nothing-of-this-name")
    assert here(data, "doctor") == 1
    told = capsys.readouterr().out
    assert "3 things need attention." in told
    for said in ("Qt could not open a screen", "rse-lessons check", "safe place"):
        assert said in told


def test_doctor_and_the_launcher_know_the_same_libraries() -> None:
    text = (ROOT / "run.py").read_text(encoding="utf-8")
    for library, package in LIBRARIES.items():
        assert f'"{library}": "{package}"' in text


def test_records_are_looked_over_without_a_change(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from rse_lessons.progress.recording.store import Store

    path = tmp_path / "progress.sqlite"
    assert examine(path) == examine(tmp_path / "other.sqlite")
    store = Store(path, now=lambda: datetime(2026, 11, 19, tzinfo=UTC), tell=lambda _sentence: None)
    store.open()
    store.record("class-added", class_label="2 Oak", data={"band": "ks1"}).wait(10)
    store.close()
    found = examine(path)
    assert (found.exists, found.events, found.devices, found.trouble) == (True, 1, 1, "")
    with sqlite3.connect(path) as conn:
        conn.execute("pragma user_version = 99")
        names = [(f"to_come_{number}",) for number in range(99)]
        conn.executemany(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('progress', ?, '')",
            names,
        )
    conn.close()
    assert "newer" in examine(path).trouble


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory, school_in: Callable[[Path], School]) -> Path:
    """Give a folder into which two programs put the same pictures: `one` and `two`."""
    folder = tmp_path_factory.mktemp("toured")
    school_in(folder / "data")
    for name in ("one", "two"):
        done = run(folder / "data", "tour", str(folder / name), "--only", "no-results")
        assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_tour_takes_the_pictures_asked_for_in_every_theme_and_size(toured: Path) -> None:
    names = set(names_in(toured / "one"))
    for theme in ("light", "dark", "high-contrast"):
        for size in ("1280", "1920", "1280-200", "1920-200"):
            assert f"library-no-results-{theme}-{size}.png" in names
    assert "cut-words.txt" in names
    for name in names - {"cut-words.txt"}:
        image = QImage(str(toured / "one" / name))
        wide = 1280 if "1280" in name else 1920
        assert (image.width(), image.height()) == (wide, wide * 9 // 16), name
    assert not (toured / "data" / "data" / "progress.sqlite").exists()


def test_two_tours_are_the_same(toured: Path) -> None:
    files = names_in(toured / "one")
    assert len(files) > 12
    assert names_in(toured / "two") == files
    for file in files:
        assert (toured / "one" / file).read_bytes() == (toured / "two" / file).read_bytes(), file


def test_tour_says_when_no_picture_has_that_name(
    data: Path,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # A tour puts its own into the place of both.
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ["QT_QPA_PLATFORM"])
    written = QLocale()
    try:
        assert here(data, "tour", str(tmp_path / "none"), "--only", "zebra") == 1
    finally:
        QLocale.setDefault(written)
    assert "No picture" in capsys.readouterr().err
