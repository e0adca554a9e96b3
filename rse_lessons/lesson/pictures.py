"""Finds the file of a picture and says why one may not be shown. Draws nothing.

A picture is a bare file name. It lies in the lesson's own folder or in one of the folders handed in
(the program's illustrations), links followed, and is safe to hand to a renderer: see `svg` for
drawings; PNG and JPEG are known by their first bytes and their size in pixels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rse_lessons.lesson.load import inside, read_bytes
from rse_lessons.lesson.source import MAX_BYTES

ENDINGS = (".svg", ".png", ".jpg", ".jpeg")
MAX_PIXELS = 6_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_SIZES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Fault(NamedTuple):
    """Why a picture is not shown."""

    rule: str
    sentence: str


class Pictures:
    """Looks pictures up for one lesson and remembers what is wrong with them."""

    def __init__(self, own_folder: Path, folders: Sequence[Path]) -> None:
        """Look in the lesson's own folder first, then in `folders`, in order."""
        self._folders = (own_folder, *folders)
        self._found: dict[str, Path | None] = {}
        self.faults: dict[str, Fault] = {}
        """By the name that the lesson uses."""

    def find(self, file: str) -> Path | None:
        """Give the file of a picture that may be shown; None, and a fault, for any other."""
        if file not in self._found:
            found = self._look(file)
            if isinstance(found, Fault):
                self.faults[file] = found
            self._found[file] = None if isinstance(found, Fault) else found
        return self._found[file]

    def _look(self, file: str) -> Path | Fault:
        if _SCHEME.match(file) or "/" in file or "\\" in file or file.startswith("."):
            where = "in the lesson's folder or among the illustrations"
            return Fault("picture-outside", f"The picture “{file}” has to be a bare file name, {where}.")
        if not file.lower().endswith(ENDINGS):
            return Fault("picture-kind", f"The picture “{file}” has to be an SVG, PNG or JPEG file.")
        for folder in self._folders:
            path = folder / file
            try:
                status = path.stat()
                if not inside(path, folder):
                    return Fault("picture-outside", f"The picture “{file}” is a link to another folder.")
            except (OSError, ValueError, RuntimeError):
                continue
            sentence = _why_unsafe(path, status.st_mtime_ns, status.st_size)
            return Fault("picture-unsafe", f"The picture “{file}” {sentence}") if sentence else path
        return Fault("picture-missing", f"There is no picture “{file}” here or among the illustrations.")


@lru_cache(maxsize=512)
def _why_unsafe(path: Path, changed: int, size: int) -> str:  # noqa: ARG001  part of the cache's key
    """Give the rest of a sentence that says why a picture is refused; empty for a safe one."""
    if size > MAX_BYTES:
        return "is larger than 1 MiB; save it smaller."
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}."
    if path.suffix.lower() == ".svg":
        # imported late: start-up
        from rse_lessons.lesson.svg import why_refused  # noqa: PLC0415

        return why_refused(data)
    return _why_no_raster(data)


def _why_no_raster(data: bytes) -> str:
    """Look at the first bytes of a PNG or JPEG: is it one, and how large when unpacked."""
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    elif data.startswith(_JPEG):
        width, height = _jpeg_size(data)
    else:
        return "is not the PNG or JPEG that its name says."
    if not 0 < width <= MAX_PIXELS or not 0 < height <= MAX_PIXELS:
        return f"has to be between 1 and {MAX_PIXELS} pixels wide and high."
    return ""


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk a JPEG's segments to its size (ISO/IEC 10918-1, B.2.2); 0, 0 when there is none."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _JPEG_SIZES:
            high = int.from_bytes(data[position + 5 : position + 7], "big")
            return int.from_bytes(data[position + 7 : position + 9], "big"), high
        length = 0 if marker == 0xFF else int.from_bytes(data[position + 2 : position + 4], "big")
        position += 1 if marker == 0xFF else 2 + max(2, length)
    return 0, 0
