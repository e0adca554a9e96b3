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
from rse_lessons.i18n.catalogues import ntr, retold, tr
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
        print(tr("All is well."))
        return 0
    print(ntr("{count} thing needs attention.", "{count} things need attention.", count))
    return 1


def findings(data_dir: Path | None) -> Iterator[Finding]:
    """Look at one thing after another."""
    yield Finding(
        tr("Versions"),
        tr("RSE Lessons {version}, Python {python}, {qt}.").format(
            version=__version__, python=platform.python_version(), qt=_qt()
        ),
    )
    libc = " ".join(platform.libc_ver())
    system = f"{platform.system()} {platform.release()}, {platform.machine()}{', ' + libc if libc else ''}."
    yield Finding(tr("System"), system)
    if sys.platform.startswith("linux"):
        yield _libraries()
    school = School(data_dir)
    yield from (Finding(tr("Settings"), retold(sentence), attention=True) for sentence in school.messages)
    yield from _screens_and_fonts(school)
    yield from _folders(school)
    yield _records(school)
    yield from _lessons(school)


def _qt() -> str:
    try:
        return f"PySide6 {metadata.version('PySide6_Essentials')}"
    except metadata.PackageNotFoundError:
        return tr("PySide6 of unknown version")


def _libraries() -> Finding:
    missing = [name for name in LIBRARIES if not _loads(name)]
    if not missing:
        return Finding(tr("Qt's libraries"), tr("All system libraries that Qt needs are here."))
    packages = " ".join(LIBRARIES[name] for name in missing)
    return Finding(
        tr("Qt's libraries"),
        tr("The system lacks {libraries}; some windows, or printing, may not work.").format(
            libraries=", ".join(missing)
        ),
        tr("On Debian and Ubuntu: sudo apt-get install {packages}").format(packages=packages),
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
            tr("Screens"),
            tr("Qt could not be loaded, so no window can be opened."),
            tr("Install what is missing above, or set RSE Lessons up anew with: python3 run.py"),
            attention=True,
        )
        return
    qt, complaint = _look(school.preferences.projector, screen=seen)
    if qt is None:
        yield Finding(
            tr("Screens"),
            tr("Qt could not open a screen: {complaint}").format(complaint=complaint),
            tr("Log in at this PC's own desktop and try again."),
            attention=True,
        )
        return
    if seen:
        yield from _screens(qt)
        yield _sleep(qt)
    else:
        yield Finding(
            tr("Screens"),
            tr("There is no screen here. These work without one: list, check, export, tour, doctor."),
        )
    lacking = FACES - set(qt["fonts"])
    if lacking:
        faces = ", ".join(sorted(lacking))
        sentence = tr("The font Andika is not whole: {faces} is missing.").format(faces=faces)
        yield Finding(tr("Fonts"), sentence, tr("Install RSE Lessons again."), attention=True)
    else:
        yield Finding(tr("Fonts"), tr("Andika is here, in regular, bold and italic."))


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
    package = Path(__file__).resolve().parents[2]
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
        return None, said[0] if said else tr("it ended with {number}.").format(number=done.returncode)
    return json.loads(done.stdout), ""


def _screens(qt: Mapping[str, Any]) -> Iterator[Finding]:
    for screen in qt["screens"]:
        said = tr("{name}: {size} at {place}, scaled {scale} times, {refresh} pictures a second.")
        if screen["primary"]:
            said = tr(
                "{name}: {size} at {place}, scaled {scale} times, {refresh} pictures a second, the main one."
            )
        told = said.format(
            name=screen["name"],
            size=f"{screen['width']} × {screen['height']}",
            place=f"({screen['x']}, {screen['y']})",
            scale=f"{screen['scale']:g}",
            refresh=f"{screen['refresh']:g}",
        )
        yield Finding(tr("Screen"), told)
    if qt["mirrored"]:
        yield Finding(
            tr("Class"),
            tr("The screens show the same picture, so the class would see this one."),
            tr(
                "Extend the desktop: on Windows press the Windows key and P and choose Extend; "
                "on a Mac turn mirroring off in Displays; on Linux choose Join in Settings, "
                "Displays."
            ),
            attention=True,
        )
    elif qt["projector"]:
        yield Finding(
            tr("Class"),
            tr("The class would look at {projector}; notes stay on {teacher}.").format(
                projector=qt["projector"], teacher=qt["teacher"]
            ),
        )
    else:
        yield Finding(
            tr("Class"),
            tr("There is one screen, so the class would see this one, and notes stay hidden."),
            tr("Connect the projector and extend the desktop to have notes on your own screen."),
        )


def _sleep(qt: Mapping[str, Any]) -> Finding:
    if qt["awake"]:
        return Finding(tr("Sleep"), tr("The screen can be kept on while a lesson is given."))
    return Finding(
        tr("Sleep"),
        tr("This desktop does not let a program keep the screen on."),
        tr("In the system's settings, let the screen stay on for as long as a lesson takes."),
    )


def _folders(school: School) -> Iterator[Finding]:
    paths = school.paths
    named = (
        (tr("Data folder"), paths.data),
        (tr("Config folder"), paths.config),
        (tr("Cache folder"), paths.cache),
        (tr("Own lessons"), school.lesson_folders[-1]),
    )
    for about, folder in named:
        where = folder if folder.exists() else folder.parent
        if not _writable(where):
            yield Finding(
                about,
                tr("{folder} may not be written to.").format(folder=folder),
                tr("Ask whoever looks after this PC for the right to write there, or use --data-dir."),
                attention=True,
            )
            continue
        said = tr("{folder} can be written to. The folder is made when it is needed.")
        if folder.exists():
            said = tr("{folder} can be written to.")
        yield Finding(about, said.format(folder=folder))
    yield _room(paths.data)


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = tr("{size} are free where records are kept.").format(size=f"{free / 1024**3:.1f} GiB")
    if free >= LITTLE_ROOM:
        return Finding(tr("Room"), said)
    said = tr("Only {size} are free where records are kept.").format(size=f"{free / 1024**2:.0f} MiB")
    return Finding(
        tr("Room"), said, tr("Make room on that disk, so that lessons can be recorded."), attention=True
    )


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _records(school: School) -> Finding:
    from rse_lessons.progress.upkeep.examine import examine  # noqa: PLC0415  imported late: with the rest of its kind

    found = examine(school.paths.records)
    if not found.exists:
        return Finding(tr("Records"), tr("Nothing has been recorded yet."))
    if found.trouble:
        return Finding(
            tr("Records"),
            f"{tr(found.trouble)} {found.detail}".rstrip(),
            tr("Copy {records} to a safe place before anything else, then start RSE Lessons.").format(
                records=school.paths.records
            ),
            attention=True,
        )
    said = tr("Steps recorded: {count}. The file is sound.").format(count=found.events)
    if found.devices > 1:
        said = tr("Steps recorded: {count}, from {pcs} PCs. The file is sound.").format(
            count=found.events, pcs=found.devices
        )
    return Finding(tr("Records"), said)


def _lessons(school: School) -> Iterator[Finding]:
    library = school.library
    library.refresh()
    problems = library.problems()
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    count = len(library.cards())
    if count == 0:
        yield Finding(
            tr("Lessons"), tr("No lesson was found."), tr("Install RSE Lessons again."), attention=True
        )
    elif errors:
        wrong = ntr("{count} error in their files", "{count} errors in their files", errors)
        sentence = tr("Lessons found: {count}, with {errors}.").format(count=count, errors=wrong)
        yield Finding(tr("Lessons"), sentence, tr("See them with: rse-lessons check"), attention=True)
    else:
        said = tr("Lessons found: {count}; none has an error.").format(count=count)
        if problems:
            said = tr("Lessons found: {count}; none has an error. Pieces of advice: {advice}.").format(
                count=count, advice=len(problems)
            )
        yield Finding(tr("Lessons"), said)


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
