"""From the bytes of a pack to a folder beside the lessons, where nothing reads it yet. Installs nothing.

First all is looked at in memory: the zip, its list, the signature, every name, length and sum. Only then are
files written, into a folder of their own whose name begins with a dot.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.load import read_bytes
from rse_lessons.lesson.pictures import Pictures
from rse_lessons.packs.form import (
    LESSONS,
    MANIFEST,
    MAX_FILE,
    MAX_PACK,
    MAX_TEXT,
    SIGNATURE,
    PackError,
    ask_author,
)
from rse_lessons.packs.leftovers import UNPACKING
from rse_lessons.packs.manifest import Manifest, check_contents, from_bytes
from rse_lessons.packs.names import name_of, quoted
from rse_lessons.packs.signing import fingerprint, signer_of
from rse_lessons.packs.zipped import read_zip
from rse_lessons.settings.files import flush_folder


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack in memory whose every byte is as its list says."""

    manifest: Manifest
    signer: str
    """The fingerprint of who signed it; empty when nobody did."""
    files: Mapping[str, memoryview]
    """Its own two files included."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A pack in a folder of its own beside the lessons."""

    manifest: Manifest
    signer: str
    folder: Path
    lessons: tuple[Path, ...]

    def discard(self) -> None:
        """Take the folder away again, as far as that is possible; the next start takes what is left."""
        shutil.rmtree(self.folder, ignore_errors=True)


def load_pack(file: Path) -> Opened:
    """Read a pack's file and check all that can be checked in memory. Raises PackError."""
    try:
        data = read_bytes(file, MAX_PACK)
    except OSError as error:
        message = tr("The file {file} cannot be read ({reason}).")
        raise PackError(
            message.format(file=quoted(file.name), reason=error.strerror or error),
            tr("Copy it to this PC and try again."),
        ) from None
    return open_pack(data)


def open_pack(data: bytes) -> Opened:
    """Check a pack's bytes. Raises PackError."""
    files = read_zip(data)
    if MANIFEST not in files:
        raise PackError(tr("This is a zip file, but not a lesson pack: it has no list of contents."))
    listing = bytes(files[MANIFEST])
    manifest = from_bytes(listing)
    signature = files.get(SIGNATURE)
    signer = fingerprint(signer_of(listing, bytes(signature))) if signature is not None else ""
    contents = {name: data for name, data in files.items() if name not in (MANIFEST, SIGNATURE)}
    check_contents(manifest, contents)
    for listed in manifest.files:
        _check_file(listed.path, contents[listed.path], listed.length, listed.sha256)
    text = sum(listed.length for listed in manifest.files if listed.path.startswith(f"{LESSONS}/"))
    if text > MAX_TEXT:
        raise PackError(tr("The texts in it are larger than 8 MiB together."), ask_author())
    if not text:
        raise PackError(tr("There is no lesson in it."), ask_author())
    return Opened(manifest, signer, files)


def _check_file(path: str, content: memoryview, length: int, digest: str) -> None:
    name = quoted(name_of(path))
    if len(content) > MAX_FILE:
        raise PackError(tr("The file “{name}” in it is larger than 1 MiB.").format(name=name), ask_author())
    if len(content) != length:
        raise PackError(
            tr("The file “{name}” in it is longer or shorter than it should be.").format(name=name)
        )
    if hashlib.sha256(content).hexdigest() != digest:
        raise PackError(tr("The file “{name}” in it was changed after the pack was made.").format(name=name))


def unpack(opened: Opened, own: Path) -> Unpacked:
    """Write a pack into a folder beside the school's lessons, flushed to the disk. Raises PackError."""
    try:
        own.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=UNPACKING, dir=own))
    except OSError as error:
        raise _no_room(own, error) from None
    made = Unpacked(
        opened.manifest,
        opened.signer,
        folder,
        tuple(
            folder / name_of(listed.path)
            for listed in opened.manifest.files
            if listed.path.startswith(f"{LESSONS}/")
        ),
    )
    try:
        for name, content in opened.files.items():
            write_new(folder / name_of(name), content)
        flush_folder(folder)
        _check_pictures(made)
    except OSError as error:
        made.discard()
        raise _no_room(own, error) from None
    except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
        made.discard()
        raise
    return made


def write_new(path: Path, content: bytes | memoryview) -> None:
    """Write a file that is not there yet, and have it on the disk. Raises OSError."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _check_pictures(made: Unpacked) -> None:
    """See that each picture is one that may be shown, also one that no lesson names."""
    pictures = Pictures(made.folder, ())
    for listed in made.manifest.files:
        name = name_of(listed.path)
        if not listed.path.startswith(f"{LESSONS}/") and pictures.find(name) is None:
            message = tr("The picture “{name}” in it is not one that can be shown safely.")
            raise PackError(message.format(name=quoted(name)), ask_author())


def _no_room(own: Path, error: OSError) -> PackError:
    message = tr("The pack could not be unpacked into {folder} ({reason}).")
    return PackError(
        message.format(folder=own, reason=error.strerror or error),
        tr("Make room there, or ask whoever looks after this PC to let you write there."),
    )
