"""Writing a new lesson's file: a name that no other lesson has, never over another file, whole or not at all.

The command `new` and the window both come here. No Qt.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.lesson.model import Band
from rse_lessons.lesson.skeleton.frame import USUAL, minutes_of, new_lesson
from rse_lessons.lesson.skeleton.naming import TitleError, id_of, tidy_title
from rse_lessons.school import School


class NotWrittenError(Exception):
    """Raised when a lesson's file could not be made; its text is a sentence with what to do."""


def title_taken(school: School, title: str, folder: Path) -> str:
    """Say why a title cannot be a new lesson's, or nothing. The library has to have been looked through."""
    try:
        name = id_of(tidy_title(title))
    except TitleError as error:
        return retold(error.args[0])
    card = school.library.card(name)
    if card is not None:
        taken = tr("There is already a lesson “{title}” ({file}). Please give yours another title.")
        return taken.format(title=card.title, file=card.path.name)
    if name in _names_in(folder):
        taken = tr("There is already a file {file} in {folder}. Please give your lesson another title.")
        return taken.format(file=f"{name}.md", folder=folder)
    return ""


def write_lesson(
    school: School, title: str, band: Band, minutes: int = USUAL, folder: Path | None = None
) -> Path:
    """Write the frame of a new lesson and give its file. Raises NotWrittenError."""
    folder = school.lesson_folders[-1] if folder is None else folder
    if sentence := title_taken(school, title, folder):
        raise NotWrittenError(sentence)
    try:
        minutes_of(minutes)
    except ValueError as error:
        raise NotWrittenError(retold(error.args[0])) from error
    words = tidy_title(title)
    path = folder / f"{id_of(words)}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _put_new(path, new_lesson(words, band, minutes).encode())
    except FileExistsError as error:
        sentence = tr("There is already a file {file}. Please give your lesson another title.").format(
            file=path
        )
        raise NotWrittenError(sentence) from error
    except OSError as error:
        sentence = tr(
            "The lesson could not be written to {folder}: {reason}. Nothing was changed; try another folder, "
            "or ask whoever looks after this PC."
        ).format(folder=folder, reason=error.strerror or error)
        raise NotWrittenError(sentence) from error
    return path


def _names_in(folder: Path) -> set[str]:
    """Give the names of a folder's files without ending, in small letters: some systems know no capitals."""
    try:
        return {entry.stem.casefold() for entry in folder.iterdir() if entry.suffix.lower() == ".md"}
    except OSError:
        return set()


def _put_new(path: Path, content: bytes) -> None:
    """Write a file beside, flush it to the disk, and give it a name that nothing has. Raises OSError."""
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(half, path)
        except FileExistsError:
            raise
        except OSError:
            # No links here, as on a USB stick: the name is taken first, and given away for the whole file.
            path.open("xb").close()
            try:
                half.replace(path)
            except OSError:
                path.unlink(missing_ok=True)
                raise
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
