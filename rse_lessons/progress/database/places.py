"""Where a database lies, so that a copy of it notices that it is one.

Two databases that count under one device's id would give the same number to different events. A database
therefore has an id for each place: this PC and this path. A copy in another place begins an id of its own.
An older copy that was put back in the same place is known by a small file outside it, which says how far the
counting had come when events last left this PC. A third net is in `journal`: an event of our own that we do
not know comes in from outside.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

_MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_LARGEST = 64_000
"""Bytes of the file of marks; more is not ours."""


def place_of(path: Path) -> str:
    """Give the place of a file: 32 hexadecimal digits that tell nothing of this PC or its folders."""
    whole = f"{_machine()}\n{path.resolve()}"
    return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()[:32]


def read_mark(file: Path, place: str) -> tuple[str, int] | None:
    """Give the device and the counter up to which events have left this place; None when none is known.

    A file that is missing or makes no sense is no mark: the other two nets remain.
    """
    found = _read(file).get(place)
    if isinstance(found, list) and len(found) == 2 and isinstance(found[0], str) and type(found[1]) is int:
        return found[0], found[1]
    return None


def write_mark(file: Path, place: str, device: str, counter: int) -> None:
    """Keep that events up to `counter` have left this place. Raises OSError."""
    marks = {**_read(file), place: [device, counter]}
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.{os.getpid()}.part")
    with half.open("w", encoding="utf-8") as target:
        json.dump(marks, target)
        target.flush()
        os.fsync(target.fileno())
    half.replace(file)


def _read(file: Path) -> dict[str, object]:
    with suppress(OSError, ValueError):
        if file.stat().st_size <= _LARGEST:
            found = json.loads(file.read_text(encoding="utf-8"))
            return found if isinstance(found, dict) else {}
    return {}


def _machine() -> str:
    """Give what tells this PC from others: the system's own id of it, or else its name."""
    if sys.platform == "win32":
        return _windows_machine()
    for file in _MACHINE_FILES:
        with suppress(OSError, UnicodeDecodeError):
            found = file.read_text(encoding="utf-8").strip()
            if found:
                return found
    return platform.node()


if sys.platform == "win32":

    def _windows_machine() -> str:
        """Give the id that Windows gave this PC when it was installed, or the PC's name."""
        import winreg  # noqa: PLC0415  there is none elsewhere

        where = winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography"
        with suppress(OSError), winreg.OpenKey(*where) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return platform.node()
