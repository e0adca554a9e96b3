"""Making a pack of lessons: which files belong to them, and all of it as one file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.load import inside, read_bytes
from rse_lessons.lesson.model import Lesson, Picture
from rse_lessons.packs.form import (
    LESSONS,
    MANIFEST,
    MAX_FILE,
    MAX_FILES,
    MAX_ID,
    MAX_PACK,
    MAX_TEXT,
    PICTURES,
    SIGNATURE,
    PackError,
)
from rse_lessons.packs.manifest import Listed, Manifest, to_bytes, why_not_id, why_not_words
from rse_lessons.packs.names import quoted, taken_twice, why_not_path
from rse_lessons.packs.signing import sign
from rse_lessons.packs.zipped import write_zip

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Label:
    """What the author says about a pack."""

    title: str
    author: str
    id: str = ""
    """Made from the title when it is empty."""


def make_pack(
    lessons: Sequence[Lesson], label: Label, *, made: date, app: str, key: Ed25519PrivateKey | None = None
) -> bytes:
    """Give the pack of some lessons and all their pictures. Raises PackError."""
    files = _files(lessons)
    listed = tuple(Listed(path, len(data), hashlib.sha256(data).hexdigest()) for path, data in files.items())
    title, author = label.title.strip(), label.author.strip()
    pack = label.id or id_from(title)
    wrong = why_not_words(title, needed=True) or why_not_words(author, needed=False) or why_not_id(pack)
    if wrong:
        raise _not_made(wrong)
    manifest = to_bytes(Manifest(pack, title, author, made, app, listed))
    signed = {SIGNATURE: sign(manifest, key)} if key is not None else {}
    data = write_zip({MANIFEST: manifest, **signed, **files})
    if len(data) > MAX_PACK:
        raise _not_made(tr("These lessons are larger than 64 MiB together."))
    return data


def id_from(title: str) -> str:
    """Make a pack's id of its title: the same title gives the same id, so that editions are known."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:MAX_ID].strip("-")
    # A name that Windows keeps for itself, or one without a letter, still has to become an id.
    return words if words and not why_not_id(words) else f"pack-{words}".strip("-")


def pictures_of(thing: object) -> Iterator[Picture]:
    """Give every picture of a lesson, cover included, that was found."""
    if isinstance(thing, Picture):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from pictures_of(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for known in fields(thing):
            yield from pictures_of(getattr(thing, known.name))


def _files(lessons: Sequence[Lesson]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for lesson in lessons:
        _put(files, f"{LESSONS}/{lesson.path.name}", lesson.path)
    if sum(map(len, files.values())) > MAX_TEXT:
        raise _not_made(tr("The texts of these lessons are larger than 8 MiB together."))
    for lesson in lessons:
        for picture in pictures_of(lesson):
            if picture.path is not None:
                _put(files, f"{PICTURES}/{picture.file}", picture.path)
    if not files or len(files) > MAX_FILES:
        raise _not_made(tr("A pack holds between 1 and {most} files.").format(most=MAX_FILES))
    if twice := taken_twice(files):
        message = tr("Two files have names that some systems take for the same, “{name}”.")
        raise _not_made(message.format(name=quoted(twice)))
    return files


def _put(files: dict[str, bytes], path: str, source: Path) -> None:
    if reason := why_not_path(path):
        raise _not_made(reason)
    try:
        if source.is_symlink() and not inside(source, source.parent):
            raise _not_made(tr("The file {file} is a link to another folder.").format(file=source))
        data = read_bytes(source, MAX_FILE)
    except OSError as error:
        message = tr("The file {file} cannot be read ({reason}).")
        raise _not_made(message.format(file=source, reason=error.strerror or error)) from None
    if len(data) > MAX_FILE:
        raise _not_made(tr("The file {file} is larger than 1 MiB.").format(file=source))
    if files.get(path, data) != data:
        message = tr("Two different files are called “{name}”.")
        raise _not_made(message.format(name=quoted(source.name)))
    files[path] = data


def _not_made(reason: str) -> PackError:
    return PackError(
        reason,
        tr("Change that, or make several packs."),
        tr("No pack was written, and your lessons are as they were."),
    )
