"""Where the compiled words of the interface lie, and whether they are still those of their catalogue.

In the wheel they lie beside their catalogue and are made when the wheel is built. Elsewhere they are made
when the language is first used, and again when the catalogue is another; they are kept in the cache folder,
which may always be written to, and never in the checkout. A start that finds them loads nothing else.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from rse_lessons.i18n.mo_form import MAGIC, SOURCE, source_sum

FILE = "ui"
_RULES = 2
"""Counted up when the same catalogue is to be compiled in another way."""


def words_of(folder: Path, tag: str, cache: Path | None) -> bytes:
    """Give the compiled words of a language out of the folder of translations; empty when it has none.

    A catalogue that cannot be read or compiled has none: `rse-lessons i18n check` says why. Never raises.
    """
    source, beside = folder / tag / f"{FILE}.po", folder / tag / f"{FILE}.mo"
    try:
        stat = source.stat()
    except OSError:
        return _whole(beside)
    if words := _whole(beside):
        with suppress(OSError, UnicodeDecodeError):
            if f"{SOURCE}: {source_sum(source.read_text(encoding='utf-8'))}\n".encode() in words:
                return words
    kept = None
    if cache is not None:
        where = crc32(str(source).encode("utf-8", "surrogatepass"))
        stamps = (_RULES, where, _changed(folder / "languages.toml"), stat.st_size, stat.st_mtime_ns)
        kept = cache / "words" / f"{tag}-{'-'.join(f'{stamp:x}' for stamp in stamps)}.mo"
        if words := _whole(kept):
            return words
    return _compiled(source, tag, folder, kept)


def _compiled(source: Path, tag: str, folder: Path, kept: Path | None) -> bytes:
    # Imported late: once for each language and catalogue.
    from rse_lessons.i18n.compiling import compile_text  # noqa: PLC0415
    from rse_lessons.i18n.languages import LanguageError, language, load_languages  # noqa: PLC0415
    from rse_lessons.i18n.po import PoError  # noqa: PLC0415

    try:
        words = compile_text(source.read_text(encoding="utf-8"), language(tag, load_languages(folder)))
    except (OSError, UnicodeDecodeError, PoError, LanguageError):
        return b""
    if kept is not None:
        _keep(kept, tag, words)
    return words


def _changed(file: Path) -> int:
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
    return words if (magic, place + length + 1) == (MAGIC, len(words)) else b""


def _keep(file: Path, tag: str, words: bytes) -> None:
    """Keep compiled words, and put those away that they replace; without room they are made again."""
    from rse_lessons.settings.files import write_whole  # noqa: PLC0415  imported late: only when it is written

    with suppress(OSError):
        for old in file.parent.glob(f"{tag}-[0-9]*.mo"):
            old.unlink()
    with suppress(OSError):
        write_whole(file, words)
