#!/usr/bin/env python3
"""Set up and run RSE Lessons. Needs nothing but Python.

  python3 run.py              set up when needed, then open the app
  python3 run.py test         install what the tests need, then check and test everything
  python3 run.py WORDS ...    set up when needed, then run `rse-lessons WORDS ...`

Everything is installed into the folder `.venv` beside this file. The first run needs the internet,
to fetch Qt; after that nothing does.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
OLDEST, NEWEST = (3, 11), (3, 14)
GLIBC = (2, 34)
MIB_FOR_APP, MIB_FOR_TESTS = 700, 1000

# What Qt's wheels expect of the system: its shared libraries and Debian's packages that bring them.
QT_LIBRARIES = {
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

# What tests of exported modules run them in; without one of these they are left out.
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class Stop(Exception):  # noqa: N818  it is a sentence for a person, not an error of ours
    """A reason to stop, in words for the person at the keyboard."""


def say(words: str) -> None:
    """Print words at once, on the error stream, so that a command's own output stays clean."""
    print(words, file=sys.stderr, flush=True)


def check_python() -> None:
    """Stop when this Python is too old or too new."""
    version = sys.version_info[:2]
    if version < OLDEST:
        raise Stop(
            f"RSE Lessons needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {version[0]}.{version[1]}. "
            "Nothing was changed. Install a newer Python from python.org or your software centre, "
            "then run this again with it, for instance: python3.12 run.py"
        )
    if version > NEWEST:
        say(
            f"Python {version[0]}.{version[1]} is newer than what RSE Lessons was tried with "
            f"({NEWEST[0]}.{NEWEST[1]}). If the set-up fails, use an older Python."
        )


def check_system() -> None:
    """Stop when Qt's wheels cannot run on this system at all."""
    if sys.platform != "linux":
        return
    name, number = platform.libc_ver()
    if name != "glibc":
        raise Stop(
            "RSE Lessons needs a Linux with glibc, such as Debian 12, Ubuntu 22.04 or Fedora 36 and "
            "their successors; this one has another C library. Nothing was changed."
        )
    if tuple(int(part) for part in number.split(".")[:2]) < GLIBC:
        raise Stop(
            f"This Linux is too old for Qt: it has glibc {number} and Qt needs {GLIBC[0]}.{GLIBC[1]} or "
            "newer (Debian 12, Ubuntu 22.04). Nothing was changed. Use RSE Lessons on a newer system."
        )


def check_space(mib: int) -> None:
    """Stop when the disk has no room for the set-up."""
    free = shutil.disk_usage(HERE).free // 2**20
    if free < mib:
        raise Stop(
            f"There is not enough room on the disk: the set-up needs about {mib} MB in {HERE} and "
            f"{free} MB are free. Nothing was changed. Free some space and run this again."
        )


def is_root() -> bool:
    """Tell whether packages can be installed without asking for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: list[str], what: str) -> None:
    """Install Debian packages as root, or stop with the exact command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise Stop(
            f"{what} Nothing was changed. Install them with this system's package manager, then run this "
            f"again. Their Debian names are: {' '.join(packages)}"
        )
    if not is_root():
        raise Stop(
            f"{what} Nothing was changed. Run this once, then start again:\n\n  sudo {' '.join(command)}\n"
        )
    say(f"{what} Installing: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environment, stdout=subprocess.DEVNULL, check=False)
    if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        raise Stop(
            "The packages could not be installed. Run this by hand to see why:\n\n  " + " ".join(command)
        )


def missing_libraries() -> list[str]:
    """Name the Debian packages whose libraries Qt would miss; none outside Linux."""
    if sys.platform != "linux":
        return []
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def browser_for_tests() -> None:
    """Have a browser to test exported modules in, or name the command that brings one; never stop for it."""
    if sys.platform != "linux" or any(map(shutil.which, BROWSERS)):
        return
    try:
        apt_install(["chromium"], "Chromium is missing, in which exported modules are tested.")
    except Stop as reason:
        say(f"{reason}\nThe tests that need it are left out.")


def venv_python() -> Path:
    """Give the path of the virtual environment's Python."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def fingerprint(extra: str) -> str:
    """Say in a hash what the environment must hold, so that a second start has nothing to do."""
    parts = [sys.version, str(HERE), extra]
    parts += [(HERE / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_ready(extra: str) -> bool:
    """Tell whether the environment holds what this run needs."""
    stamp = VENV / f"ready{extra}"
    try:
        return stamp.read_text(encoding="utf-8") == fingerprint(extra) and venv_python().exists()
    except OSError:
        return False


def make_venv() -> None:
    """Make the virtual environment, or stop with the way out."""
    if venv_python().exists():
        working = subprocess.run(
            [str(venv_python()), "-m", "pip", "--version"], capture_output=True, check=False
        )
        if working.returncode == 0:
            return
    say("Making the folder .venv …")
    try:
        import ensurepip  # noqa: F401, PLC0415  Debian parts it from Python
        import venv  # noqa: PLC0415
    except ImportError:
        apt_install(
            [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], "Python's venv module is missing."
        )
        again = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if again.returncode:
            raise Stop("The virtual environment could not be made. The line above says why.") from None
        return
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        raise Stop(
            f"The folder {VENV} could not be made: {fault}. Check that this folder can be written and that "
            "the disk is not full, then run this again."
        ) from None


def install(extra: str) -> None:
    """Install the app, and with `extra` what its tests need, into the environment."""
    check_space(MIB_FOR_TESTS if extra else MIB_FOR_APP)
    packages = missing_libraries()
    if packages:
        apt_install(packages, "Some system libraries that Qt needs are missing.")
    make_venv()
    say("Installing RSE Lessons; the first time this fetches about 90 MB …")
    target = f"{HERE}[{extra}]" if extra else str(HERE)
    command = [str(venv_python()), "-m", "pip", "install", "-q", "--disable-pip-version-check",
               "-c", str(HERE / "constraints.txt"), "-e", target]  # fmt: skip
    if subprocess.run(command, check=False).returncode:
        raise Stop(
            "RSE Lessons could not be installed; the lines above say why. The first set-up needs the "
            "internet "
            "and about a gigabyte of disk. Nothing outside the folder .venv was changed; run this again to "
            "retry."
        )
    # pip compiles what it installs, but not what it only links to: the first start would have to.
    subprocess.run([str(venv_python()), "-m", "compileall", "-q", "rse_lessons"], cwd=HERE, check=False)
    (VENV / f"ready{extra}").write_text(fingerprint(extra), encoding="utf-8")


def processors() -> int:
    """Give how many processors this program may use, which can be fewer than the PC has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 2


def run_tests(words: list[str]) -> int:
    """Check style and types, then run every test; give the first failing exit status."""
    python = str(venv_python())
    places = ["rse_lessons", "tests", "benchmarks", "tools", "run.py"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNDEFAULTENCODING": "1"}
    # Tests start the program many times; each start would compile it anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if words:
        return subprocess.run(
            [python, "-m", "pytest", *words], cwd=HERE, env=environment, check=False
        ).returncode
    # Each worker begins with files of its own, whose set-up is then done once, and helps out at the end.
    tests = [python, "-m", "pytest", "-n", str(processors()), "--dist", "worksteal"]
    steps = [
        [python, "-m", "ruff", "check", *places],
        [python, "-m", "ruff", "format", "--check", *places],
        [*tests, "--lines-run"],
    ]
    types = [python, "-m", "mypy"]
    worst = 0
    # Types are looked at beside the rest: mypy uses one processor, and alone it would leave the others idle.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as found:
        beside = subprocess.Popen(types, cwd=HERE, env=environment, stdout=found, stderr=subprocess.STDOUT)
        try:
            for step in steps:
                say("+ " + " ".join(["python", *step[1:]]))
                worst = subprocess.run(step, cwd=HERE, env=environment, check=False).returncode or worst
            say("+ python -m mypy")
            worst = beside.wait() or worst
        finally:
            beside.kill()
        found.seek(0)
        print(found.read(), end="", flush=True)
    return worst


def start(words: list[str]) -> int:  # noqa: RET503  off Windows it does not come back
    """Hand over to the installed program."""
    command = [str(venv_python()), "-m", "rse_lessons", *words]
    if sys.platform == "win32":
        return subprocess.run(command, check=False).returncode
    # The same process goes on, so that signals reach it.
    os.execv(command[0], command)  # noqa: S606  nothing comes after it


def main(words: list[str]) -> int:
    """Set up what is missing, then test or start."""
    testing = words[:1] == ["test"]
    extra = "test" if testing else ""
    try:
        check_python()
        if not is_ready(extra) and not (not extra and is_ready("test")):
            check_system()
            install(extra)
        if testing:
            browser_for_tests()
        return run_tests(words[1:]) if testing else start(words)
    except Stop as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Run this again to go on where it stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
