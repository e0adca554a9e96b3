"""From a catalogue of the interface (`ui.po`) to what gettext reads (`.mo`), and where that lies.

In the wheel it lies beside its catalogue and is made when the wheel is built. Elsewhere it is made when the
language is first used, and again when the catalogue is another; it is kept in the cache folder, which may
always be written to, and never in the checkout. What must not be shown is not in it: what is fuzzy, what is
not whole, and what would not take the names in braces.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from string import Formatter

from rse_lessons.i18n.languages import Language, LanguageError, language, load_languages
from rse_lessons.i18n.po import Catalogue, Entry, PoError, read
from rse_lessons.i18n.review import sum_of
from rse_lessons.settings.files import write_whole

FILE = "ui"
_RULES = 1
"""Counted up when the same catalogue is to be compiled in another way."""
_MAGIC = 0x950412DE
_FIELD = re.compile(r"(?<!\{)\{([a-z_]*)(?:[!:][^{}]*)?\}(?!\})")
_MARK = re.compile(r"%(?:\([a-z_]+\))?[srd]\b|%L?[1-9]")
"""What argparse and Qt fill in."""
SOURCE, SUM, DONE, ALL = "X-Source", "X-Sum", "X-Done", "X-All"
"""Fields that we add to the header: the sum of the catalogue's file, the sum that a review is of, how many
strings there are in this language, and how many in English."""


def compiled(catalogue: Catalogue, header: dict[str, str], forms: int) -> bytes:
    """Write what may be shown as a `.mo` file; `forms` is how many plural forms there are."""
    head = "".join(f"{name}: {value}\n" for name, value in header.items())
    messages = {b"": head.encode()}
    for entry in catalogue.entries:
        if may_be_shown(entry, forms):
            messages[_key(entry)] = "\0".join(entry.strings).encode()
    keys = sorted(messages)  # as gettext asks
    start, count = 28, len(keys)
    words = start + 16 * count
    rows: list[tuple[int, int]] = []
    told = [*keys, *(messages[key] for key in keys)]
    for text in told:
        rows.append((len(text), words))
        words += len(text) + 1
    table = b"".join(struct.pack("<II", *row) for row in rows)
    first = struct.pack("<7I", _MAGIC, 0, count, start, start + 8 * count, 0, 0)
    return first + table + b"".join(text + b"\0" for text in told)


def may_be_shown(entry: Entry, forms: int) -> bool:
    """Tell whether an entry can be shown: usable, with all forms, and with no name that nobody fills in."""
    if not entry.usable or len(entry.strings) != (forms if entry.plural else 1):
        return False
    known = set(_FIELD.findall(entry.msgid + entry.plural))
    if known and not all(set(_fields(text)) <= known for text in entry.strings):
        return False
    marks = sorted(_MARK.findall(entry.msgid))
    return all(sorted(_MARK.findall(text)) == marks for text in entry.strings)


def _fields(text: str) -> Iterator[str]:
    try:
        yield from (name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        yield "{"  # a brace that is not closed; no English has a field of this name


def _key(entry: Entry) -> bytes:
    context = f"{entry.context}\4" if entry.context is not None else ""
    plural = f"\0{entry.plural}" if entry.plural else ""
    return f"{context}{entry.msgid}{plural}".encode()


def compile_text(text: str, spoken: Language) -> bytes:
    """Compile the text of a catalogue. Raises PoError and LanguageError."""
    catalogue = read(text)
    if not spoken.described and "Plural-Forms" in catalogue.header:
        spoken = Language(spoken.tag, spoken.name, spoken.english, catalogue.header["Plural-Forms"])
    live = catalogue.live
    header = {
        "Language": spoken.tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": spoken.plural_forms,
        SOURCE: source_sum(text),
        SUM: sum_of(catalogue),
        DONE: str(sum(may_be_shown(entry, spoken.forms) for entry in live)),
        ALL: str(len(live)),
    }
    return compiled(catalogue, header, spoken.forms)


def source_sum(text: str) -> str:
    """Give the sum by which a compiled file knows its catalogue, whatever its line ends are."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def words_of(folder: Path, tag: str, cache: Path | None) -> bytes:
    """Give the compiled words of a language out of the folder of translations; empty when it has none.

    A catalogue that cannot be read or compiled has none: `rse-lessons i18n check` says why. Never raises.
    """
    source, beside = folder / tag / f"{FILE}.po", folder / tag / f"{FILE}.mo"
    try:
        stat = source.stat()
    except OSError:
        return _whole(beside)
    kept = None
    if words := _whole(beside):
        with suppress(OSError, UnicodeDecodeError):
            if f"{SOURCE}: {source_sum(source.read_text(encoding='utf-8'))}\n".encode() in words:
                return words
    if cache is not None:
        stamp = f"{_RULES} {source} {stat.st_size} {stat.st_mtime_ns} {_stamp(folder / 'languages.toml')}"
        kept = cache / "words" / f"{tag}-{sha256(stamp.encode()).hexdigest()[:16]}.mo"
        if words := _whole(kept):
            return words
    try:
        spoken = language(tag, load_languages(folder))
        words = compile_text(source.read_text(encoding="utf-8"), spoken)
    except (OSError, UnicodeDecodeError, PoError, LanguageError):
        return b""
    if kept is not None:
        _keep(kept, tag, words)
    return words


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _whole(file: Path) -> bytes:
    """Read a compiled file; empty when it is not there, or not whole."""
    try:
        words = file.read_bytes()
        magic, _, count, start = struct.unpack_from("<4I", words)
        length, place = struct.unpack_from("<II", words, start + 16 * count - 8)
    except (OSError, struct.error):
        return b""
    return words if (magic, place + length + 1) == (_MAGIC, len(words)) else b""


def _keep(file: Path, tag: str, words: bytes) -> None:
    """Keep compiled words, and put those away that they replace; without room they are made again."""
    with suppress(OSError):
        for old in file.parent.glob(f"{tag}-{'[0-9a-f]' * 16}.mo"):
            old.unlink()
    with suppress(OSError):
        write_whole(file, words)
