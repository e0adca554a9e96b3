"""How lessons are called in the languages in use here, and which are whole in them: for shelves and search.

Kept in the folder of what can be made again, so that a Welsh shelf is there with the first picture. What is
kept counts as long as a lesson and its catalogues look as they did.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rse_lessons import __version__
from rse_lessons.lesson.card import Card, Named

if TYPE_CHECKING:
    from rse_lessons.i18n.assembled import Assembled
    from rse_lessons.lesson.reader import Reading

_FORMAT = 1

Looks = Callable[[Path, str], tuple[object, ...]]
Read = Callable[[Path, str], "tuple[Assembled, Reading] | None"]


class _Name(NamedTuple):
    """A lesson in one language."""

    look: str
    """What lesson and catalogues looked like."""
    title: str = ""
    summary: str = ""
    cover_description: str = ""
    search: str = ""
    whole: bool = False


class LessonNames:
    """The names of lessons by language."""

    def __init__(self, cache: Path, write: Callable[[Path, bytes], None], looks: Looks, read: Read) -> None:
        """Take where names are kept, what looks at catalogues, and what reads a lesson in a language."""
        self._cache = cache
        self._write = write
        self._looks = looks
        self._read = read

    def look(self, cards: Iterable[Card], tags: Sequence[str], titled: str) -> dict[str, Named]:
        """Look at every lesson that changed, keep its names, and give them; titles are in `titled`."""
        files = {card.id: card.path for card in cards}
        found = {tag: self._of(tag, files) for tag in tags}
        return _together(found, titled)

    def _of(self, tag: str, files: Mapping[str, Path]) -> dict[str, _Name]:
        before = _load(_file(self._cache, tag))
        after = {}
        for name, path in files.items():
            catalogues = self._looks(path, tag)
            if not any(catalogues):
                continue
            look = repr((_stamp(path), catalogues))
            known = before.get(name)
            after[name] = known if known is not None and known.look == look else self._made(path, tag, look)
        if after != before:
            with suppress(OSError):  # made again next time
                self._write(_file(self._cache, tag), _written(after))
        return after

    def _made(self, path: Path, tag: str, look: str) -> _Name:
        from rse_lessons.lesson.cataloguing import make_card  # noqa: PLC0415  imported late: start-up

        found = self._read(path, tag)
        card = make_card(found[1]) if found is not None else None
        if found is None or card is None:
            return _Name(look)
        whole = not found[0].english
        return _Name(look, card.title, card.summary, card.cover_description, card.search, whole)


def kept(cache: Path, tags: Sequence[str], titled: str) -> dict[str, Named]:
    """Give the names as they are kept, and look at no lesson; titles are in `titled`."""
    return _together({tag: _load(_file(cache, tag)) for tag in tags}, titled)


def _file(cache: Path, tag: str) -> Path:
    return cache / f"lesson-names-{tag}.json"


def _load(file: Path) -> dict[str, _Name]:
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if head.decode("ascii") != _head(body):
            return {}
        return {str(name): _Name(*row) for name, row in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _written(names: Mapping[str, _Name]) -> bytes:
    body = json.dumps(names, separators=(",", ":")).encode("ascii")
    return _head(body).encode("ascii") + b"\n" + body


def _head(body: bytes) -> str:
    return f"{_FORMAT} {__version__} {blake2b(body, digest_size=20).hexdigest()}"


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _together(found: Mapping[str, Mapping[str, _Name]], titled: str) -> dict[str, Named]:
    """Put the languages together: titles of one of them, words to be found by and wholeness of all."""
    made = {}
    for lesson in dict.fromkeys(lesson for names in found.values() for lesson in names):
        here = {tag: names[lesson] for tag, names in found.items() if lesson in names}
        shown = here.get(titled, _Name(""))
        search = " ".join(dict.fromkeys(word for name in here.values() for word in name.search.split()))
        whole = " ".join(tag for tag, name in here.items() if name.whole)
        made[lesson] = Named(shown.title, shown.summary, shown.cover_description, search, whole)
    return made
