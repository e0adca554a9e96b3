"""Lessons of this school into a pack on a disk. No Qt; the command `pack` and the window ask here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rse_lessons import __version__
from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Lesson
from rse_lessons.packs.form import PICTURES, PackError
from rse_lessons.packs.making import Label, make_pack
from rse_lessons.packs.signing import fingerprint, public_part, read_or_make_key
from rse_lessons.packs.unpacking import open_pack
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole

__all__ = ["Label", "Shared", "share"]


@dataclass(frozen=True, slots=True)
class Shared:
    """What was written."""

    pictures: int
    mark: str = ""
    """The fingerprint of the key that signed; empty for an unsigned pack."""
    new_key: bool = False
    """Whether the key was made for it."""


def share(
    school: School, lessons: Sequence[Lesson], label: Label, target: Path, *, signed: bool, today: date
) -> Shared:
    """Write lessons, as they stand in their files, with their pictures. Raises PackError."""
    new_key = signed and not school.paths.signing_key.exists()
    try:
        key = read_or_make_key(school.paths.signing_key) if signed else None
        data = make_pack(lessons, label, made=today, app=__version__, key=key)
        opened = open_pack(data)  # what is written here can be read there
        write_whole(target, data)
    except OSError as error:
        message = tr("The pack could not be written to {file} ({reason}).")
        raise PackError(
            message.format(file=target, reason=error.strerror or error),
            tr("Choose another folder, or make room."),
            tr("Your lessons are as they were."),
        ) from None
    pictures = sum(name.startswith(f"{PICTURES}/") for name in opened.files)
    return Shared(pictures, fingerprint(public_part(key)) if key is not None else "", new_key)
