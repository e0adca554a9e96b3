"""The modules in some folders: found, read once while their files stay as they are, in the order of the path.

A module is a `.md` file directly in one of the folders; files that begin with `.` or `_`, and README.md,
are none. Of two modules with one id the one in the earlier folder counts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import RLock

from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.training.model import Module
from rse_lessons.training.reading import ModuleReading

Read = Callable[[Path], ModuleReading]
_NO_MODULES = frozenset({"readme.md"})
_LAST = 1_000
"""Where a school's own modules stand, after all that have a number."""


class ModuleShelf:
    """The modules of the program and of the school; any thread may ask, so that they can be read ahead."""

    def __init__(
        self, folders: Sequence[Path], read: Read, besides: Callable[[Path], tuple[object, ...]] | None = None
    ) -> None:
        """Take the built-in folder first, then the school's own; a folder may be missing.

        `besides` gives what else has to stay as it is for a reading of a file to hold.
        """
        self._folders = tuple(folders)
        self._read = read
        self._besides = besides or (lambda _path: ())
        self._known: dict[Path, tuple[tuple[object, ...], ModuleReading]] = {}
        self._reading = RLock()

    def modules(self) -> tuple[Module, ...]:
        """Give the modules by number, then title; files that changed are read again."""
        by_id: dict[str, Module] = {}
        for reading in self._readings():
            if reading.module is not None:
                by_id.setdefault(reading.module.id, reading.module)
        return tuple(sorted(by_id.values(), key=_place))

    def module(self, module_id: str) -> Module | None:
        """Give one module by its id, and read no other."""
        files = [(path, stamp) for path, stamp in self._files() if path.stem == module_id]
        readings = (self._read_once(path, stamp) for path, stamp in files)
        return next((reading.module for reading in readings if reading.module is not None), None)

    def problems(self) -> tuple[Problem, ...]:
        """Give what is wrong with the modules' files, ids used twice included."""
        found = {problem for reading in self._readings() for problem in reading.problems}
        return tuple(sorted({*found, *self.used_twice()}))

    def used_twice(self) -> Iterator[Problem]:
        """Name each file whose id a file of an earlier folder has already."""
        first: dict[str, Path] = {}
        for path, _stamp in self._files():
            other = first.setdefault(path.stem, path)
            if other is not path:
                sentence = (
                    f"There is already a module “{path.stem}” in {other.parent}; give this file another name."
                )
                yield Problem(path, 1, Severity.ERROR, sentence, "duplicate-module")

    def _readings(self) -> list[ModuleReading]:
        files = self._files()
        with self._reading:
            for gone in self._known.keys() - {path for path, _stamp in files}:
                del self._known[gone]
        return [self._read_once(path, stamp) for path, stamp in files]

    def _read_once(self, path: Path, stamp: tuple[int, int]) -> ModuleReading:
        with self._reading:
            known = self._known.get(path)
            besides = self._besides(path)
            if known is None or known[0] != (*_looks(path, stamp, known[1]), *besides):
                reading = self._read(path)
                known = self._known[path] = (*_looks(path, stamp, reading), *besides), reading
            return known[1]

    def _files(self) -> list[tuple[Path, tuple[int, int]]]:
        return [found for folder in self._folders for found in files_in(folder)]


def files_in(folder: Path) -> list[tuple[Path, tuple[int, int]]]:
    """Give the files of modules in a folder, by name, each with what it looks like: mtime in ns, size."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not is_module_name(entry.name):
                    continue
                try:
                    if not entry.is_dir():
                        status = entry.stat()
                        found.append((Path(entry.path), (status.st_mtime_ns, status.st_size)))
                except OSError:
                    found.append((Path(entry.path), (0, 0)))  # reading it says what is wrong
    except OSError:
        return []  # a folder of the school's own may be on a drive that is not there today
    return sorted(found)


def is_module_name(name: str) -> bool:
    """Say whether a file of this name may hold a module."""
    lowered = name.lower()
    return lowered.endswith(".md") and not name.startswith((".", "_")) and lowered not in _NO_MODULES


def _place(module: Module) -> tuple[int, str, str]:
    return module.head.number or _LAST, module.head.title.casefold(), module.id


def _looks(path: Path, stamp: tuple[int, int], reading: ModuleReading) -> tuple[int, ...]:
    """Give what has to stay as it is for a reading to hold; a missing picture may come into the folder."""
    if not any(problem.rule.startswith("picture-") for problem in reading.problems):
        return stamp
    try:
        return *stamp, path.parent.stat().st_mtime_ns
    except OSError:
        return stamp
