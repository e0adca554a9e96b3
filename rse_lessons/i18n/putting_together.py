"""Puts one file and its catalogues together: which translations count, what stayed English, and where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rse_lessons.i18n.assembled import Assembled, Trouble
from rse_lessons.i18n.documents import document
from rse_lessons.i18n.localise import Localised, localise, safety_gaps
from rse_lessons.i18n.passages import Form, Kind
from rse_lessons.i18n.po import Catalogue, PoError, read
from rse_lessons.i18n.review import laid_over, sum_of
from rse_lessons.lesson.splitter import split
from rse_lessons.settings.sentences import Sentence, in_english


def assemble(
    path: Path,
    text: str,
    tag: str,
    catalogues: Sequence[tuple[str, Path, bytes]],
    *,
    own: Path,
    troubles: Sequence[Trouble] = (),
) -> Assembled:
    """Put `catalogues` into a text: each with its language, its file and its bytes, the nearest first.

    Those in the folder `own` are the school's, and are laid over the program's of the same language.
    """
    found: dict[str, list[Catalogue | None]] = {}
    told = [*troubles]
    for one, where, data in catalogues:
        try:
            made = read(data.decode("utf-8"))
        except (PoError, UnicodeDecodeError) as error:
            told.append(Trouble(where, _sentence(error)))
        else:
            found.setdefault(one, [None, None])[where.is_relative_to(own)] = made
    source = document(path, text)
    together = {one: laid_over(*both) for one, both in found.items()}
    shown = localise(source, *(one.usable() for one in together.values()))
    return Assembled(
        tag,
        shown.text,
        english_lines(shown),
        _conditions(shown),
        shown.english,
        len(source.slots),
        len(safety_gaps(source, shown.english)),
        sum_of(together[tag]) if tag in together else "",
        tuple(told),
    )


def _sentence(error: Exception) -> Sentence:
    if isinstance(error, UnicodeDecodeError):
        return in_english("This translation is not in UTF-8. Its lesson is shown without it.")
    reason = str(error).rstrip(".")
    return in_english(
        "This translation cannot be used ({reason}). Its lesson is shown without it.", reason=reason
    )


def _conditions(shown: Localised) -> frozenset[int]:
    conditions = (slot.passage for slot in shown.document.slots if slot.form is Form.LABEL)
    return frozenset(one.line for one in conditions if one.context not in shown.english)


def english_lines(shown: Localised) -> frozenset[int]:
    """Give the lines on which English begins: of passages, and of blocks in which nothing else stands."""
    lines = shown.english_lines()
    if not lines or shown.document.kind in (Kind.MOMENTS, Kind.NATION):
        return lines
    translated = {one.line for one in shown.document.passages if one.context not in shown.english}
    blocks: set[int] = set()
    for block in split(shown.text).blocks():
        inner = {line.number for line in block.lines()} | {block.line}
        if inner & lines and not inner & translated:
            blocks.add(block.line)
    return lines | blocks
