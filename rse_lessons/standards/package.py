"""A SCORM 1.2 package as the bytes of a ZIP file: made of modules as shown, and of nothing else."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rse_lessons.i18n.catalogues import speaking, tr
from rse_lessons.lesson.model import Picture
from rse_lessons.lesson.source import MAX_BYTES
from rse_lessons.lesson.svg import why_refused
from rse_lessons.lesson.words import slug
from rse_lessons.standards.manifest import FILE, Sco, manifest
from rse_lessons.standards.naming import file_name
from rse_lessons.standards.pages import SCRIPTS, STYLE, module_page, pictures_of
from rse_lessons.standards.prose import plain
from rse_lessons.training.model import Module

TITLE = "RSE Lessons: Teacher mode"
_DAY = (1980, 1, 1, 0, 0, 0)
"""One day for all files: the same modules give the same package, to the byte."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A module that goes into a package."""

    module: Module
    """As it is shown in the nation."""
    rights: str = ""
    """Under which terms others may use it; empty when that is not known."""


def scorm_package(
    chosen: Sequence[Chosen],
    nation: str,
    player: Path,
    version: str,
    progress: Progress | None = None,
) -> bytes:
    """Make one package, each module an item of its own; `player` is the folder of `assets/scorm`.

    Raises ValueError without a module, and OSError when the player's own files cannot be read.
    """
    if not chosen:
        raise ValueError("a package holds a module at least")
    files: dict[str, bytes] = {}
    common = [f"player/{name}" for name in (*SCRIPTS, STYLE)]
    for name in (*SCRIPTS, STYLE):
        files[f"player/{name}"] = (player / name).read_bytes()
    scos = []
    for done, one in enumerate(chosen):
        if progress is not None:
            progress(done, len(chosen))
        scos.append(_add(one, nation, files))
    modules = [one.module for one in chosen]
    with speaking(scos[0].language):
        title = plain(modules[0].head.title) if len(modules) == 1 else tr(TITLE)
    name = scos[0].name if len(scos) == 1 else "all"
    listed = manifest(name, title, scos, common, version)
    made = _zipped({FILE: listed.encode("utf-8"), **files})
    if progress is not None:
        progress(len(chosen), len(chosen))
    return made


def _add(one: Chosen, nation: str, files: dict[str, bytes]) -> Sco:
    """Put a module's page and its pictures among the files."""
    module = one.module
    addresses = {}
    for picture in pictures_of(module):
        found = _picture(picture)
        if found is not None:
            addresses[picture.file] = found[0]
            files[found[0]] = found[1]
    name = file_name(module.id)
    with speaking(module.language):  # the page's own words are those of what is read on it
        page = module_page(module, nation, one.rights, lambda picture: addresses.get(picture.file, ""))
    files[f"{name}.html"] = page.encode("utf-8", "replace")
    return Sco(
        name,
        plain(module.head.title),
        plain(module.head.summary),
        module.language,
        module.head.minutes,
        (f"{name}.html", *dict.fromkeys(addresses.values())),
        one.rights,
    )


def _picture(picture: Picture) -> tuple[str, bytes] | None:
    """Give a picture's address and content; None when it is not there any more, or may not be shown."""
    if picture.path is None:
        return None
    try:
        content = picture.path.read_bytes()
    except OSError:
        return None
    suffix = picture.path.suffix.lower()
    # It was looked at when the module was read; the file may be another one since.
    if len(content) > MAX_BYTES or (suffix == ".svg" and why_refused(content)):
        return None
    mark = hashlib.sha256(content).hexdigest()[:8]
    return f"pictures/{slug(picture.path.stem) or 'picture'}-{mark}{suffix}", content


def _zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()
