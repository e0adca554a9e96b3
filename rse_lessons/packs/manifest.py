"""A pack's list of contents, `pack.json`: what it says, written and read strictly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from rse_lessons.i18n.catalogues import tr
from rse_lessons.packs.form import FORMAT, MAX_FILES, MAX_ID, MAX_MANIFEST, MAX_WORDS, PackError, ask_author
from rse_lessons.packs.names import is_plain, quoted, taken_twice, why_not_name, why_not_path

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUM = re.compile(r"[0-9a-f]{64}")
_KEYS = frozenset({"format", "id", "title", "author", "made", "app", "files"})
_FILE_KEYS = frozenset({"path", "length", "sha256"})


class Listed(NamedTuple):
    """A file as the list names it."""

    path: str
    """`lessons/…` or `pictures/…`."""
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says about itself."""

    id: str
    """Lower-case words parted by hyphens: the same for every edition of a pack."""
    title: str
    author: str
    """As the author typed it; may be empty. Nobody vouches for it but a signature."""
    made: date
    app: str
    """The version of the app that made it."""
    files: tuple[Listed, ...]


class NewerPackError(PackError):
    """The pack was made by a newer version."""


def why_not_id(pack: str) -> str:
    """Say in a sentence why a pack cannot be called so; empty for a good id."""
    if len(pack) > MAX_ID or not _ID.fullmatch(pack) or why_not_name(pack):
        return tr("The short name of a pack is lower-case letters and digits with single hyphens.")
    return ""


def why_not_words(words: str, *, needed: bool) -> str:
    """Say in a sentence why a title or a name cannot be kept; empty when it can."""
    if needed and not words.strip():
        return tr("The pack has no title.")
    if len(words) > MAX_WORDS:
        return tr("A title or a name has at most {most} characters.").format(most=MAX_WORDS)
    return "" if is_plain(words) else tr("A title or a name has signs in it that cannot be shown.")


def to_bytes(manifest: Manifest) -> bytes:
    """Write the list."""
    content = {
        "format": FORMAT,
        "id": manifest.id,
        "title": manifest.title,
        "author": manifest.author,
        "made": manifest.made.isoformat(),
        "app": manifest.app,
        "files": [listed._asdict() for listed in manifest.files],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def from_bytes(data: bytes) -> Manifest:
    """Read the list. Raises PackError for anything that is not exactly one."""
    if len(data) > MAX_MANIFEST:
        raise PackError(tr("Its list of contents is too large."), ask_author())
    try:
        found = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_refuse)
        if isinstance(found, Mapping) and _is_newer(found.get("format")):
            raise NewerPackError(
                tr("This pack was made by a newer version of RSE Lessons."),
                tr("Update RSE Lessons on this PC, then open the pack again."),
            )
        return _manifest(found)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PackError(tr("Its list of contents cannot be understood."), ask_author()) from None


def check_contents(manifest: Manifest, names: Iterable[str]) -> None:
    """See that the list names files that may be here, and just those that are. Raises PackError."""
    paths = [listed.path for listed in manifest.files]
    for path in paths:
        if reason := why_not_path(path):
            raise PackError(reason, ask_author())
    if twice := taken_twice(paths):
        message = tr("Two files in it have names that some systems take for the same, “{name}”.")
        raise PackError(message.format(name=quoted(twice)), ask_author())
    there, listed_names = set(names), set(paths)
    for name in sorted(there ^ listed_names):
        message = (
            tr("The file “{name}” is in it and not in its list of contents.")
            if name in there
            else tr("The file “{name}” of its list of contents is missing.")
        )
        raise PackError(message.format(name=quoted(name)))


def _is_newer(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number > FORMAT


def _is_this(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number == FORMAT


def _manifest(found: Any) -> Manifest:
    if not isinstance(found, dict) or set(found) != _KEYS or not _is_this(found["format"]):
        raise TypeError("not the list of a pack")
    title, author, app = (_text(found[key]) for key in ("title", "author", "app"))
    files = found["files"]
    if not isinstance(files, list) or not 0 < len(files) <= MAX_FILES:
        raise ValueError("no files, or too many")
    manifest = Manifest(
        _text(found["id"]),
        title,
        author,
        date.fromisoformat(_text(found["made"])),
        app,
        tuple(_listed(entry) for entry in files),
    )
    wrong = why_not_id(manifest.id) or why_not_words(title, needed=True)
    if wrong or why_not_words(author, needed=False) or why_not_words(app, needed=True):
        raise ValueError(wrong)
    return manifest


def _listed(found: Any) -> Listed:
    if not isinstance(found, dict) or set(found) != _FILE_KEYS:
        raise TypeError("not a file of a list")
    path, length, digest = _text(found["path"]), found["length"], _text(found["sha256"])
    if not isinstance(length, int) or isinstance(length, bool) or length < 0 or not _SUM.fullmatch(digest):
        raise ValueError("no length or no sum")
    return Listed(path, length, digest)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not words")
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a key that stands twice: two readers could each believe another one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(_constant: str) -> object:
    raise ValueError("not a number")
