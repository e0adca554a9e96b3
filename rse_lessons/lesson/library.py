"""The lessons in some folders: their cards, found fast and searched, and any one of them read whole.

`cards` answers from the index at once, `front` from the beginning of it; `refresh` looks at the files and
may run on another thread. A lesson is a `.md` file directly in one of the folders, or in the folder of a
lesson pack there; files and folders that begin with `.` or `_`, and README.md, are none. Of two lessons
with one id the one in the earlier folder counts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from rse_lessons.lesson.card import Card, Named, named
from rse_lessons.lesson.index import Index, load_front, load_index, save_index
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.searching import find
from rse_lessons.settings.sentences import in_english

if TYPE_CHECKING:
    from rse_lessons.lesson.reader import Reading

Progress = Callable[[int, int], None]
PACK_LIST = "pack.json"
"""The file by which the folder of a lesson pack is known."""
_NO_LESSONS = frozenset({"readme.md"})


class _Shelf(NamedTuple):
    """One state of the library; replaced whole, so that no thread ever sees half of it."""

    kept: Index
    cards: tuple[Card, ...]
    by_id: Mapping[str, Card]


class Library:
    """The lessons in some folders."""

    def __init__(
        self,
        folders: Sequence[Path],
        cache_file: Path,
        *,
        picture_folders: Sequence[Path] = (),
        known_codes: Mapping[str, Collection[str]] | None = None,
        known_placeholders: Collection[str] | None = None,
    ) -> None:
        """Take the built-in folders first, then a school's own; a folder may be missing.

        Reads the index in `cache_file` with the first need, and no lesson. What lessons are checked
        against is first looked at when a lesson is read, so it may be a mapping that fills itself then.
        """
        self._folders = tuple(folders)
        self._cache_file = cache_file
        self._picture_folders = tuple(picture_folders)
        self._known_codes = known_codes
        self._known_placeholders = known_placeholders
        self._refreshing, self._shelving = Lock(), Lock()
        self._trouble: tuple[Problem, ...] = ()
        self._names: Mapping[str, Named] = {}
        self._whole: _Shelf | None = None

    @property
    def _shelf(self) -> _Shelf:
        if self._whole is None:
            with self._shelving:
                if self._whole is None:
                    self._whole = _shelve(load_index(self._cache_file, self._folders), self._names)
        return self._whole

    def front(self) -> tuple[Card, ...]:
        """Give the cards that stand first in each band where there are thousands, all of them where not.

        For a first picture: as soon as anything else was asked for, all of them.
        """
        front = load_front(self._cache_file, self._folders) if self._whole is None else ()
        return _shelve(Index(front), self._names).cards if front else self.cards()

    def cards(self) -> tuple[Card, ...]:
        """Give the cards as the index has them, by folder and file name."""
        return self._shelf.cards

    def card(self, lesson_id: str) -> Card | None:
        """Give one lesson's card."""
        return self._shelf.by_id.get(lesson_id)

    def call(self, names: Mapping[str, Named]) -> bool:
        """Call lessons, by id, as they are called in the languages in use; True when that changed a card.

        Before all are read nothing changes: they are read with these names.
        """
        with self._shelving:
            before, self._names = self._whole, dict(names)
            if before is None:
                return False
            self._whole = _shelve(before.kept, self._names)
            return self._whole.cards != before.cards

    def problems(self) -> tuple[Problem, ...]:
        """Give the problems of all files, ids used twice included."""
        shelf = self._shelf
        found = [problem for group in shelf.kept.problems.values() for problem in group]
        return (*self._trouble, *sorted((*found, *_used_twice(shelf))))

    def load(self, lesson_id: str) -> Reading:
        """Read a lesson whole, now. An id that is not here gives a reading with a problem."""
        card = self._shelf.by_id.get(lesson_id)
        if card is None:
            sentence = in_english("There is no lesson “{lesson}” in the library.", lesson=lesson_id)
            where = self._folders[0] if self._folders else Path()
            # imported late: start-up
            from rse_lessons.lesson.reader import Reading  # noqa: PLC0415

            return Reading(None, (Problem(where, 1, Severity.ERROR, sentence, "lesson-missing"),))
        return self._read(card.path)

    def find(
        self,
        words: str = "",
        band: str = "",
        topic: str = "",
        cards: Sequence[Card] | None = None,
    ) -> tuple[Card, ...]:
        """Give the cards, of these or of all, that have every word, the band and the topic."""
        return find(self.cards() if cards is None else cards, words, band, topic)

    def refresh(self, progress: Progress | None = None) -> bool:
        """Look at every file, read those that changed, keep the index. True when anything changed.

        `progress` is told how many files of how many are done, on the calling thread.
        """
        with self._refreshing:
            before = self._shelf.kept
            after = self._scan(before, progress)
            changed = after != before
            if changed:
                with self._shelving:
                    self._whole = _shelve(after, self._names)
            if changed or not self._cache_file.exists():
                self._save(after)
            return changed

    def _save(self, index: Index) -> None:
        try:
            save_index(self._cache_file, self._folders, index)
            self._trouble = ()
        except OSError as error:
            sentence = (
                f"The list of lessons could not be kept ({error.strerror or error}); "
                "the lessons are safe, and the next start takes a little longer."
            )
            self._trouble = (Problem(self._cache_file, 1, Severity.ADVICE, sentence, "index-not-kept"),)

    def _scan(self, before: Index, progress: Progress | None) -> Index:
        # imported late: start-up
        from rse_lessons.lesson.cataloguing import make_card  # noqa: PLC0415

        old = {card.file: card for card in before.cards}
        files = [found for folder in self._folders for found in _files_in(folder)]
        cards: list[Card] = []
        stamps: dict[str, str] = {}
        problems: dict[str, tuple[Problem, ...]] = {}
        for done, (file, stamp) in enumerate(files, 1):
            if stamp and before.stamps.get(file) == stamp:
                card, told = old.get(file), before.problems.get(file, ())
            else:
                reading = self._read(Path(file))
                card, told = make_card(reading), reading.problems
            if card:
                cards.append(card)
            if told:
                problems[file] = told
            # A picture may be put right without a change to the lesson, so such a lesson is read each time.
            stamps[file] = "" if any(found.rule.startswith("picture-") for found in told) else stamp
            if progress:
                progress(done, len(files))
        return Index(tuple(cards), stamps, problems)

    def _read(self, path: Path) -> Reading:
        # imported late: start-up
        from rse_lessons.lesson.reader import read_lesson  # noqa: PLC0415

        return read_lesson(
            path,
            picture_folders=self._picture_folders,
            known_codes=self._known_codes,
            known_placeholders=self._known_placeholders,
        )


def _shelve(index: Index, names: Mapping[str, Named]) -> _Shelf:
    by_id: dict[str, Card] = {}
    for card in index.cards:
        by_id.setdefault(card.id, card)
    for name in by_id.keys() & names.keys():
        by_id[name] = named(by_id[name], names[name])
    cards = index.cards if not names and len(by_id) == len(index.cards) else tuple(by_id.values())
    return _Shelf(index, cards, by_id)


def _used_twice(shelf: _Shelf) -> Iterator[Problem]:
    if len(shelf.by_id) == len(shelf.kept.cards):
        return
    for card in shelf.kept.cards:
        first = shelf.by_id[card.id]
        if first.file != card.file:
            folder = first.path.parent
            sentence = f"There is already a lesson “{card.id}” in {folder}; give this file another name."
            yield Problem(card.path, 1, Severity.ERROR, sentence, "duplicate-lesson")


def _is_lesson_name(name: str) -> bool:
    return (
        name.lower().endswith(".md") and not name.startswith((".", "_")) and name.lower() not in _NO_LESSONS
    )


def _is_pack(entry: os.DirEntry[str]) -> bool:
    try:
        hidden = entry.name.startswith((".", "_"))
        return not hidden and entry.is_dir() and Path(entry.path, PACK_LIST).is_file()
    except OSError:
        return False


def _files_in(folder: Path, *, packs: bool = True) -> list[tuple[str, str]]:
    """Give the lesson files of a folder, by name, each with what it looks like: `mtime_ns size`."""
    found: list[tuple[str, str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if packs and _is_pack(entry):
                    found.extend(_files_in(Path(entry.path), packs=False))
                if not _is_lesson_name(entry.name):
                    continue
                try:
                    status = entry.stat()
                    if entry.is_dir():
                        continue
                    found.append((entry.path, f"{status.st_mtime_ns} {status.st_size}"))
                except OSError:
                    found.append((entry.path, ""))  # reading it says what is wrong
    except OSError:
        return []  # a folder of the school's own may be on a drive that is not there today
    return sorted(found)
