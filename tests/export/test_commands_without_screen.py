"""`export`, `doctor` and `tour` as they are run: programs of their own, without a screen."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from rse_lessons.cli_doctor import LIBRARIES
from rse_lessons.progress.examine import examine

ROOT = Path(__file__).resolve().parents[2]
BARE = {
    name: value
    for name, value in os.environ.items()
    if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
}


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def run(data: Path, *said: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rse_lessons", "--data-dir", str(data), *said]
    return subprocess.run(
        command, cwd=ROOT, env={**BARE, **more}, capture_output=True, encoding="utf-8", check=False
    )


def test_export_needs_no_screen_and_says_what_it_wrote(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    done = run(tmp_path / "data", "export", "ask-first", "--to", str(target), "--as", "plan")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(PdfReader(target).pages)} pages written to {target}.\n"


def test_export_takes_a_file_outside_the_library(tmp_path: Path) -> None:
    plain = tmp_path / "plain.md"
    plain.write_text("# Hello\n\nWords.\n\n# Again\n\nMore words.\n", encoding="utf-8")
    done = run(tmp_path / "data", "export", str(plain), "--to", str(tmp_path / "out.pdf"), "--high-contrast")
    assert done.returncode == 0, done.stderr
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_an_unknown_lesson_is_a_sentence_and_one(tmp_path: Path) -> None:
    done = run(tmp_path / "data", "export", "nobody", "--to", str(tmp_path / "out.pdf"))
    assert done.returncode == 1
    assert "There is no lesson “nobody”" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent as Unix does")
def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    command = [
        sys.executable,
        "-m",
        "rse_lessons",
        "--data-dir",
        str(tmp_path / "data"),
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


def test_doctor_is_content_with_a_good_pc_and_says_where_things_lie(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("All is well.")
    for said in (
        "Python",
        "no screen here",
        str(tmp_path / "data"),
        "Nothing has been recorded",
        "Lessons found: ",
    ):
        assert said in done.stdout


def test_doctor_says_which_screen_the_class_would_look_at(tmp_path: Path) -> None:
    screens = ROOT / "tests" / "fixtures" / "screens.json"
    done = run(tmp_path, "doctor", QT_QPA_PLATFORM=f"offscreen:configfile={screens}")
    assert done.returncode == 0, done.stdout
    assert "1920 × 1080 at (1280, 0)" in done.stdout
    assert "The class would look at" in done.stdout


def test_doctor_finds_what_is_wrong_and_says_what_to_do(tmp_path: Path) -> None:
    lessons = tmp_path / "data" / "lessons"
    lessons.mkdir(parents=True)
    (lessons / "wrong.md").write_text(
        '+++\ntitle = "Wrong"\nband = "ks9"\nminutes = 5\n+++\n# A\n', encoding="utf-8"
    )
    (tmp_path / "data" / "progress.sqlite").write_bytes(b"no database at all, but long enough " * 40)
    done = run(tmp_path, "doctor", QT_QPA_PLATFORM="nothing-of-this-name")
    assert done.returncode == 1
    assert "3 things need attention." in done.stdout
    for said in ("Qt could not open a screen", "rse-lessons check", "safe place"):
        assert said in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_doctor_and_the_launcher_know_the_same_libraries() -> None:
    text = (ROOT / "run.py").read_text(encoding="utf-8")
    for library, package in LIBRARIES.items():
        assert f'"{library}": "{package}"' in text


def test_records_are_looked_over_without_a_change(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from rse_lessons.progress.store import Store

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


def test_tour_takes_the_pictures_asked_for_in_every_theme_and_size(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    done = run(tmp_path / "data", "tour", str(folder), "--only", "no-results")
    assert (done.returncode, done.stderr) == (0, "")
    names = {file.name for file in folder.iterdir()}
    for theme in ("light", "dark", "high-contrast"):
        for size in ("1280", "1920", "1280-200", "1920-200"):
            assert f"library-no-results-{theme}-{size}.png" in names
    assert "cut-words.txt" in names
    for name in names - {"cut-words.txt"}:
        image = QImage(str(folder / name))
        wide = 1280 if "1280" in name else 1920
        assert (image.width(), image.height()) == (wide, wide * 9 // 16), name
    assert not (tmp_path / "data" / "data" / "progress.sqlite").exists()


def test_two_tours_are_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = run(tmp_path / "data", "tour", str(tmp_path / name), "--only", "dark-1280-200 ask")
        assert done.returncode == 0
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


def test_tour_says_when_no_picture_has_that_name(tmp_path: Path) -> None:
    done = run(tmp_path / "data", "tour", str(tmp_path / "none"), "--only", "zebra")
    assert done.returncode == 1
    assert "No picture" in done.stderr
