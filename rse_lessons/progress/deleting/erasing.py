"""Erasing all records of a folder, with proof: which files went, and that a text is nowhere in it any more.

Lessons, settings and lesson packs are no records, and stay. A disk may keep traces of what a file once held;
that is beyond any program.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rse_lessons.progress.database.backup import backups_folder
from rse_lessons.progress.database.disk import GONE, PART, WORK, held, wipe
from rse_lessons.progress.mending.sidefile import lock_path

_ENDINGS = (".sqlite", "-wal", "-shm", "-journal", ".json", ".jsonl", PART, GONE, WORK)
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasing came to."""

    removed: tuple[tuple[Path, int], ...]
    """Each file that was overwritten and removed, with its bytes."""
    left: tuple[Path, ...]
    """Files that could not be removed; another program has them open."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left."""
        return not self.left


def record_files(database: Path, also: Iterable[Path] = ()) -> list[Path]:
    """Give every file that holds records, or tells of them, and is there; `also` names further ones."""
    found = [
        path
        for folder in (database.parent, backups_folder(database))
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if _is_ours(path, database.stem)
    ]
    return [*found, *(path for path in also if path.is_file())]


def erase_everything(database: Path, also: Iterable[Path] = (), *, seconds: float = 10.0) -> Erased:
    """Overwrite and remove every file of the records. Nobody in this program has them open.

    Raises TimeoutError when another program is at work beside them; then nothing has been changed. A file
    that cannot be removed is in `left`, and the others are gone.
    """
    removed: list[tuple[Path, int]] = []
    left: list[Path] = []
    with held(lock_path(database), seconds):
        for path in record_files(database, also):
            try:
                size = path.stat().st_size
                wipe(path)
            except OSError:
                left.append(path)
            else:
                removed.append((path, size))
        with suppress(OSError):
            backups_folder(database).rmdir()
    with suppress(OSError):
        lock_path(database).unlink(missing_ok=True)
    return Erased(tuple(removed), tuple(left))


def traces(folder: Path, texts: Collection[str]) -> list[tuple[Path, str]]:
    """Look for texts in every byte of every file of a folder, and give where one was found. Raises OSError.

    Each is looked for as UTF-8, as UTF-16 and as JSON writes it.
    """
    wanted = [(text, form) for text in texts if text for form in _forms(text)]
    return [
        (path, text)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for text in dict.fromkeys(_found(path, wanted))
    ]


def _is_ours(path: Path, stem: str) -> bool:
    rest = path.name.removeprefix(stem)
    return path.is_file() and rest != path.name and rest[:1] in (".", "-") and rest.endswith(_ENDINGS)


def _forms(text: str) -> set[bytes]:
    escaped = json.dumps(text)[1:-1]
    return {
        form.encode(code, "surrogatepass")
        for form in (text, escaped)
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    }


def _found(path: Path, wanted: Collection[tuple[str, bytes]]) -> Iterator[str]:
    overlap = max((len(form) for _, form in wanted), default=1) - 1
    with path.open("rb") as file:
        before = b""
        while block := file.read(_BLOCK):
            content = before + block
            yield from (text for text, form in wanted if form in content)
            before = content[-overlap:] if overlap else b""
