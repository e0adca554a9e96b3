"""Lessons, modules and nations' files as they read in another language, assembled once and kept.

Assembling takes several times as long as reading, so what comes of it is kept in the folder of what can
be made again. A kept text counts for exactly the English and the catalogues that it was made of, and only
while it is whole: anything else is assembled anew. A school's own corrections, in a folder of its own, are
laid over the program's catalogues entry by entry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from rse_lessons import __version__
from rse_lessons.i18n.assembled import Assembled, Trouble
from rse_lessons.i18n.file_names import catalogue_of
from rse_lessons.i18n.languages import Language, LanguageError, language, load_languages
from rse_lessons.lesson.load import read_bytes
from rse_lessons.settings.sentences import Sentence, in_english

MAX_BYTES = 4 * 1024 * 1024
"""A catalogue; the largest of the program has an eighth of it."""
_FORMAT = 3
_FOLDER = "in-other-languages"
_SAID = re.compile(rb'^msgstr(?:\[\d+\])? "(?:[^"]|"\n")', re.MULTILINE)
_FUZZY = re.compile(rb"^#,.*\bfuzzy\b", re.MULTILINE)

Write = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class _Found:
    """A catalogue's bytes as they lie on the disk."""

    tag: str
    path: Path
    data: bytes | None
    trouble: Sentence | None = None


class Assembly:
    """Assembles files; the folders of catalogues are the program's first, then the school's own."""

    def __init__(self, program: Path, own: Path, cache: Path, write: Write) -> None:
        """Take the folders, that of what can be made again, and what writes a file whole."""
        self._folders = (program, own)
        self._cache = cache / _FOLDER
        self._write = write

    @cached_property
    def known(self) -> Mapping[str, Language]:
        """The languages that the program describes, in its order."""
        try:
            return load_languages(self._folders[0])
        except LanguageError:
            return {}

    def described(self, tag: str) -> Language:
        """Give a language by its tag. Raises LanguageError for what can be none."""
        return language(tag, self.known)

    def tags(self) -> tuple[str, ...]:
        """Give the languages that have a folder of catalogues: those that are described first."""
        found = {name for folder in self._folders for name in _folders_in(folder)}
        rest = sorted(name for name in found - {*self.known} if self._is_tag(name))
        return (*(tag for tag in self.known if tag in found), *rest)

    def with_words(self) -> tuple[str, ...]:
        """Give those of the languages in which anything at all is translated; an empty one is not offered."""
        return tuple(
            tag
            for tag in self.tags()
            if any(_has_words(file) for folder in self._folders for file in (folder / tag).glob("*/*.po"))
        )

    def chain(self, tag: str) -> tuple[str, ...]:
        """Give a language and those that stand in for what it has not, before English."""
        found = self.known.get(tag)
        return (tag, *(found.falls_back if found else ()))

    def files(self, name: str, tag: str) -> tuple[Path, ...]:
        """Give the files that a catalogue may lie in, the nearest language's first."""
        return tuple(path for _, path in self._paths(name, tag))

    def looks(self, name: str, tag: str) -> tuple[tuple[int, int] | None, ...]:
        """Give what tells one state of a catalogue's files from another, without reading them."""
        return tuple(_look(path) for _, path in self._paths(name, tag))

    def assembled(self, path: Path, text: str, tag: str) -> Assembled | None:
        """Give a file's text in another language; None where nothing of it is translated.

        A catalogue that cannot be used leaves English, and a sentence among the troubles.
        """
        if tag == "en" or not self._is_tag(tag):
            return None
        name = catalogue_of(path)
        found = [_read(one, where) for one, where in self._paths(name, tag)]
        if all(one.data is None and not one.trouble for one in found):
            return None
        key = _key(path, name, text, found)
        kept = self._cache / f"{tag}-{name.replace('/', '-')}.json"
        known = _load(kept, key, tag)
        if known is None:
            from rse_lessons.i18n.putting_together import assemble  # noqa: PLC0415  imported late: start-up

            catalogues = [(one.tag, one.path, one.data) for one in found if one.data is not None]
            troubles = [Trouble(one.path, one.trouble) for one in found if one.trouble]
            known = assemble(path, text, tag, catalogues, own=self._folders[1], troubles=troubles)
            if not troubles:  # what could not be opened now may be there again in a moment
                with suppress(OSError):
                    self._write(kept, _kept(known, key))
        return known

    def _paths(self, name: str, tag: str) -> Iterator[tuple[str, Path]]:
        for one in self.chain(tag):
            for folder in self._folders:
                yield one, folder / one / f"{name}.po"

    def _is_tag(self, name: str) -> bool:
        try:
            language(name, self.known)
        except LanguageError:
            return False
        return True


def _has_words(file: Path) -> bool:
    """Say whether a catalogue has a translation that may be shown; as little is read of it as will do."""
    try:
        entries = read_bytes(file, MAX_BYTES).replace(b"\r", b"").split(b"\n\n")
    except (OSError, RuntimeError, ValueError):
        return False
    return any(_SAID.search(one) and not _FUZZY.search(one) for one in entries[1:])


def _folders_in(folder: Path) -> list[str]:
    try:
        return [one.name for one in folder.iterdir() if one.is_dir()]
    except OSError:
        return []


def _look(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _read(tag: str, path: Path) -> _Found:
    try:
        data = read_bytes(path, MAX_BYTES)
    except FileNotFoundError:
        return _Found(tag, path, None)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _Found(
            tag, path, None, in_english("This translation cannot be read ({reason}).", reason=reason)
        )
    if len(data) > MAX_BYTES:
        return _Found(tag, path, None, in_english("This translation is larger than 4 MiB, so it is none."))
    return _Found(tag, path, data)


def _key(path: Path, name: str, text: str, found: Sequence[_Found]) -> str:
    made = blake2b(digest_size=20)
    parts = [repr((_FORMAT, __version__, path.stem, name)).encode(), text.encode("utf-8", "surrogatepass")]
    for one in found:
        # Where a catalogue would lie that is not there says nothing.
        where = b"" if one.data is None else str(one.path).encode("utf-8", "surrogatepass")
        parts += [one.tag.encode(), where, one.data or b""]
    for part in parts:
        made.update(f"{len(part)} ".encode())
        made.update(part)
    return made.hexdigest()


def _kept(made: Assembled, key: str) -> bytes:
    said = {
        "text": made.text,
        "lines": sorted(made.english_lines),
        "conditions": sorted(made.conditions),
        "english": sorted(made.english),
        "passages": made.passages,
        "gaps": made.gaps,
        "sum": made.sum,
        "troubles": [[str(one.path), one.sentence.english, dict(one.sentence.told)] for one in made.troubles],
    }
    body = json.dumps(said, separators=(",", ":"))
    return f"{key} {blake2b(body.encode(), digest_size=20).hexdigest()}\n{body}".encode("ascii")


def _load(file: Path, key: str, tag: str) -> Assembled | None:
    """Read what was kept; None when it is not for this key, or not as it was written."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if head.decode("ascii") != f"{key} {blake2b(body, digest_size=20).hexdigest()}":
            return None
        said = json.loads(body)
        return Assembled(
            tag,
            said["text"],
            frozenset(said["lines"]),
            frozenset(said["conditions"]),
            frozenset(said["english"]),
            said["passages"],
            said["gaps"],
            said["sum"],
            tuple(
                Trouble(Path(path), Sentence.of(english, told)) for path, english, told in said["troubles"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
