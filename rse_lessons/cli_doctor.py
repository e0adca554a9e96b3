"""The command `doctor`: what this PC has and lacks, a line each, and what to do where something lacks.

It needs no screen, no network, and not even a Qt that can be loaded.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from rse_lessons import __version__
from rse_lessons.lesson.problems import Severity
from rse_lessons.school import School

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
"""The system's libraries that Qt needs on Linux, with Debian's packages for them; as in `run.py`."""
LITTLE_ROOM = 100 * 1024 * 1024
FACES = {"Regular", "Bold", "Italic"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: str
    sentence: str
    advice: str = ""
    """What to do."""
    attention: bool = False
    """Whether something is wrong that the teacher would notice."""


def doctor(options: argparse.Namespace) -> int:
    """Print the findings; 0 when all is well, 1 when something needs attention."""
    found = []
    for finding in findings(options.data_dir):
        found.append(finding)
        print(_shown(finding), flush=True)
    count = sum(finding.attention for finding in found)
    print()
    if count == 0:
        print("All is well.")
        return 0
    print("One thing needs attention." if count == 1 else f"{count} things need attention.")
    return 1


def findings(data_dir: Path | None) -> Iterator[Finding]:
    """Look at one thing after another."""
    yield Finding("Versions", f"RSE Lessons {__version__}, Python {platform.python_version()}, {_qt()}.")
    libc = " ".join(platform.libc_ver())
    system = f"{platform.system()} {platform.release()}, {platform.machine()}{', ' + libc if libc else ''}."
    yield Finding("System", system)
    if sys.platform.startswith("linux"):
        yield _libraries()
    school = School(data_dir)
    yield from (Finding("Settings", sentence, attention=True) for sentence in school.messages)
    yield from _screens_and_fonts(school)
    yield from _folders(school)
    yield _records(school)
    yield from _lessons(school)


def _qt() -> str:
    try:
        return f"PySide6 {metadata.version('PySide6_Essentials')}"
    except metadata.PackageNotFoundError:
        return "PySide6 of unknown version"


def _libraries() -> Finding:
    missing = [name for name in LIBRARIES if not _loads(name)]
    if not missing:
        return Finding("Qt's libraries", "All system libraries that Qt needs are here.")
    packages = " ".join(LIBRARIES[name] for name in missing)
    return Finding(
        "Qt's libraries",
        f"The system lacks {', '.join(missing)}; some windows, or printing, may not work.",
        f"On Debian and Ubuntu: sudo apt-get install {packages}",
        attention=True,
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _screens_and_fonts(school: School) -> Iterator[Finding]:
    seen = _has_screen()
    if seen is None:
        yield Finding(
            "Screens",
            "Qt could not be loaded, so no window can be opened.",
            "Install what is missing above, or set RSE Lessons up anew with: python3 run.py",
            attention=True,
        )
        return
    qt, complaint = _look(school.preferences.projector, screen=seen)
    if qt is None:
        yield Finding(
            "Screens",
            f"Qt could not open a screen: {complaint}",
            "Log in at this PC's own desktop and try again.",
            attention=True,
        )
        return
    if seen:
        yield from _screens(qt)
        yield _sleep(qt)
    else:
        yield Finding(
            "Screens", "There is no screen here. These work without one: list, check, export, tour, doctor."
        )
    lacking = FACES - set(qt["fonts"])
    if lacking:
        sentence = f"The font Andika is not whole: {', '.join(sorted(lacking))} is missing."
        yield Finding("Fonts", sentence, "Install RSE Lessons again.", attention=True)
    else:
        yield Finding("Fonts", "Andika is here, in regular, bold and italic.")


def _has_screen() -> bool | None:
    """Tell whether windows can be opened; None when Qt itself cannot be loaded."""
    try:
        # Imported late: this report must also work where Qt does not.
        from rse_lessons.starting import has_screen  # noqa: PLC0415
    except ImportError:
        return None
    return has_screen()


def _look(remembered: str, *, screen: bool) -> tuple[Mapping[str, Any] | None, str]:
    """Let Qt look round in a program of its own; gives what it found, or what it complained of."""
    package = Path(__file__).resolve().parents[1]
    path = os.pathsep.join(part for part in (str(package), os.environ.get("PYTHONPATH", "")) if part)
    environment = {**os.environ, "PYTHONPATH": path}
    if not screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-P", "-m", "rse_lessons.ui.this_pc", remembered]
    try:
        done = subprocess.run(  # noqa: S603  our own module, by our own Python
            command,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, str(error)
    if done.returncode != 0:
        said = done.stderr.strip().splitlines()
        return None, said[0] if said else f"it ended with {done.returncode}."
    return json.loads(done.stdout), ""


def _screens(qt: Mapping[str, Any]) -> Iterator[Finding]:
    for screen in qt["screens"]:
        size = f"{screen['width']} × {screen['height']} at ({screen['x']}, {screen['y']})"
        main = ", the main one" if screen["primary"] else ""
        detail = f"scaled {screen['scale']:g} times, {screen['refresh']:g} pictures a second{main}"
        yield Finding("Screen", f"{screen['name']}: {size}, {detail}.")
    if qt["mirrored"]:
        yield Finding(
            "Class",
            "The screens show the same picture, so the class would see this one.",
            "Extend the desktop: on Windows press the Windows key and P and choose Extend; on a Mac turn "
            "mirroring off in Displays; on Linux choose Join in Settings, Displays.",
            attention=True,
        )
    elif qt["projector"]:
        yield Finding("Class", f"The class would look at {qt['projector']}; notes stay on {qt['teacher']}.")
    else:
        yield Finding(
            "Class",
            "There is one screen, so the class would see this one, and notes stay hidden.",
            "Connect the projector and extend the desktop to have notes on your own screen.",
        )


def _sleep(qt: Mapping[str, Any]) -> Finding:
    if qt["awake"]:
        return Finding("Sleep", "The screen can be kept on while a lesson is given.")
    return Finding(
        "Sleep",
        "This desktop does not let a program keep the screen on.",
        "In the system's settings, let the screen stay on for as long as a lesson takes.",
    )


def _folders(school: School) -> Iterator[Finding]:
    paths = school.paths
    named = (
        ("Data folder", paths.data),
        ("Config folder", paths.config),
        ("Cache folder", paths.cache),
        ("Own lessons", school.lesson_folders[-1]),
    )
    for about, folder in named:
        where = folder if folder.exists() else folder.parent
        if not _writable(where):
            yield Finding(
                about,
                f"{folder} may not be written to.",
                "Ask whoever looks after this PC for the right to write there, or use --data-dir.",
                attention=True,
            )
            continue
        yet = "" if folder.exists() else " The folder is made when it is needed."
        yield Finding(about, f"{folder} can be written to.{yet}")
    yield _room(paths.data)


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free / 1024**3:.1f} GiB are free where records are kept."
    if free >= LITTLE_ROOM:
        return Finding("Room", said)
    said = f"Only {free / 1024**2:.0f} MiB are free where records are kept."
    return Finding("Room", said, "Make room on that disk, so that lessons can be recorded.", attention=True)


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _records(school: School) -> Finding:
    from rse_lessons.progress.examine import examine  # noqa: PLC0415  imported late: with the rest of its kind

    found = examine(school.paths.records)
    if not found.exists:
        return Finding("Records", "Nothing has been recorded yet.")
    if found.trouble:
        return Finding(
            "Records",
            found.trouble,
            f"Copy {school.paths.records} to a safe place before anything else, then start RSE Lessons.",
            attention=True,
        )
    devices = f" from {found.devices} PCs" if found.devices > 1 else ""
    return Finding("Records", f"{found.events} steps are recorded{devices}; the file is sound.")


def _lessons(school: School) -> Iterator[Finding]:
    library = school.library
    library.refresh()
    problems = library.problems()
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    count = len(library.cards())
    if count == 0:
        yield Finding("Lessons", "No lesson was found.", "Install RSE Lessons again.", attention=True)
    elif errors:
        sentence = (
            f"{count} lessons were found, and {errors} error{'s' if errors > 1 else ''} in their files."
        )
        yield Finding("Lessons", sentence, "See them with: rse-lessons check", attention=True)
    else:
        pieces = f", with {len(problems)} piece(s) of advice" if problems else ""
        yield Finding("Lessons", f"{count} lessons were found; none has an error{pieces}.")


def _shown(finding: Finding) -> str:
    mark = "!!" if finding.attention else "  "
    lines = [f"{mark} {finding.about + ':':<15} {finding.sentence}"]
    if finding.advice:
        lines += textwrap.wrap(
            finding.advice,
            100,
            initial_indent=" " * 19 + "→ ",
            subsequent_indent=" " * 21,
            break_on_hyphens=False,
        )
    return "\n".join(lines)
