"""Checks the words of a whole module, as teachers read them, and gives problems with the file's lines.

Left alone is what the module itself puts right: the text to be rewritten or spotted in and phrases of it,
what is said in a scene that has replies, replies for which something better is offered, wrong answers and
left sides of pairs that are explained, misconceptions that are corrected. A text to be rewritten has to
have what is marked, and its model nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import Numbered, RawBlock, RawPart, RawSlide
from rse_lessons.lesson.splitter import split
from rse_lessons.lesson.wording.checking import check_text
from rse_lessons.lesson.wording.exceptions import read_exceptions
from rse_lessons.lesson.wording.lessons import check_places, comments_of_head
from rse_lessons.lesson.wording.passages import Passage, blank, comments, head_passages
from rse_lessons.lesson.wording.rulebook import rule_book
from rse_lessons.training.model import CheckKind, Module, Rewrite
from rse_lessons.training.rules import all_blocks

READER = "staff"
_NO_READING = frozenset({"status", "year", "nations", "lessons"})
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")
_ID = re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)])\s+)(\[[\w-]*\])")
_EXPLAINS = re.compile(r"\s*=\s")
_LEADS_TO = re.compile(r"->\s*[\w-]+\s*$")
_FIELD = re.compile(r"(\s*)(taken|asks|better|next|model):")
_SPEECH = re.compile(r"“[^“”]*(?:”|$)")
_LEFT = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+.*?(?=->)")
_SCENE = re.compile(r"^@\s*\S+|^\?\s")
_CHOICES = frozenset({CheckKind.SINGLE, CheckKind.SEVERAL})


def check_module(
    text: str, path: Path, module: Module, *, language: str = "en", reasons: str = ""
) -> tuple[Problem, ...]:
    """Find what a module's file would better not say, in order of lines; `text` has plain line ends.

    Raises LookupError for a language without rules.
    """
    source = split(text)
    rules = rule_book(language).ids
    head = source.head or ()
    places = [(read_exceptions(comments_of_head(head), rules), list(_head(head)))]
    for page in source.slides:
        places.append((read_exceptions(comments(page.parts), rules), list(page_passages(page))))
    problems = {
        *check_places(places, path, language=language, reasons=reasons),
        *_rewrites(module, text.split("\n"), language),
    }
    return tuple(sorted(problems))


def _head(lines: Sequence[Numbered]) -> Iterator[Passage]:
    """Give what stands in quotes in the head. Names of documents are nobody's to write anew."""
    read = [line for line in lines if not _names_something(line.text)]
    return (replace(passage, reader=READER) for passage in head_passages(read))


def _names_something(text: str) -> bool:
    key = text.partition("=")[0].strip().strip("\"'")
    return key in _NO_READING or key in ("name", "by", "cover")


def page_passages(page: RawSlide) -> Iterator[Passage]:
    """Give what a page says, its heading and blocks."""
    if page.title:
        yield Passage((Numbered(page.line, page.title),), READER)
    yield from _parts(page.parts)


def _parts(parts: Iterable[RawPart]) -> Iterator[Passage]:
    for part in parts:
        if not isinstance(part, RawBlock):
            yield _passage(part.lines)
        elif part.name == "only":
            yield from _parts(part.parts)
        elif part.name != "comment":
            if title := part.attributes.get("title"):
                yield Passage((Numbered(part.line, title),), READER)
            yield from _block(part)


def _passage(lines: Iterable[Numbered]) -> Passage:
    return Passage(tuple(Numbered(line.number, _words(line.text)) for line in lines), READER)


def _block(block: RawBlock) -> Iterator[Passage]:
    quotes = block.name == "rewrite" or _kind(block) == CheckKind.SPOT
    pieces = list(_pieces(block.lines()))
    for at, piece in enumerate(pieces):
        first = piece[0].text
        if quotes and first.lstrip().startswith((">", "model:")):
            continue  # what is given is there to be changed, and the model has a rule of its own
        if block.name == "practice" and _ITEM.match(first):
            yield from _reply(piece)
        elif block.name == "practice" and _is_answered(pieces[at:]):
            yield _passage(Numbered(line.number, _SPEECH.sub(_blanked, line.text)) for line in piece)
        elif read := piece[_left_alone(block, piece, quotes=quotes) :]:
            if "match" in (block.name, _kind(block)) and any(_EXPLAINS.match(line.text) for line in read):
                read[0] = Numbered(read[0].number, _LEFT.sub(_blanked, read[0].text))
            yield _passage(read)


def _left_alone(block: RawBlock, piece: list[Numbered], *, quotes: bool) -> int:
    """Give how many lines of a piece are put right by what explains them."""
    said = next((at for at, line in enumerate(piece) if _EXPLAINS.match(line.text)), len(piece))
    explained = said < len(piece)
    if not _ITEM.match(piece[0].text):
        return said if explained and block.name == "misconception" else 0
    if quotes:
        return said
    right = {part.strip() for part in block.attributes.get("answer").split(",")}
    wrong = _kind(block) in _CHOICES and _id_of(piece[0].text) not in right
    return said if explained and wrong else 0


def _is_answered(pieces: list[list[Numbered]]) -> bool:
    """Say whether pieces begin with a scene that has replies: what is said in it is answered there."""
    if not pieces[0][0].text.startswith("@"):
        return False
    following = (piece[0].text for piece in pieces[1:])
    return any(_ITEM.match(text) for text in takewhile(lambda text: not text.startswith("@"), following))


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _reply(piece: list[Numbered]) -> Iterator[Passage]:
    """Give what is said about a reply, and the reply itself when nothing better is offered."""
    parts: list[list[Numbered]] = []
    for line in piece:
        if not parts or _FIELD.match(line.text) or _EXPLAINS.match(line.text):
            parts.append([])
        parts[-1].append(line)
    better = any(part[0].text.lstrip().startswith("better:") for part in parts[1:])
    for part in parts[1:] if better else parts:
        recommended = part is parts[0] or part[0].text.lstrip().startswith("better:")
        # What somebody else says is not the module's; what a teacher is advised to say is.
        yield _passage(_without_marks(line) if recommended else line for line in part)


def _without_marks(line: Numbered) -> Numbered:
    return Numbered(line.number, line.text.replace("“", " ").replace("”", " "))


def _kind(block: RawBlock) -> str:
    return block.attributes.get("kind") if block.name == "check" else ""


def _id_of(item: str) -> str:
    found = _ID.match(item)
    return found[2].strip("[]") if found else ""


def _pieces(lines: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    """Part a block's lines at items, scenes, quoted text, endings and blank lines."""
    piece: list[Numbered] = []
    quoted = False
    for line in lines:
        text = line.text
        opens = not text.strip() or _ITEM.match(text) or text.startswith(("@", "? ", "next:", "model:"))
        was, quoted = quoted, text.lstrip().startswith(">")
        if piece and (opens or quoted != was):
            yield piece
            piece = []
        if text.strip():
            piece.append(line)
    if piece:
        yield piece


def _words(text: str) -> str:
    """Blank out, sign for sign, what only the program reads."""
    text = _ID.sub(lambda found: found[1] + " " * len(found[2]), blank(text))
    for mark in (_LEADS_TO, _SCENE, _FIELD):
        text = mark.sub(_blanked, text)
    return text


def _rewrites(module: Module, lines: Sequence[str], language: str) -> Iterator[Problem]:
    """Ask that a text to be rewritten has what the checker marks, and its model nothing."""
    for block in all_blocks(module):
        if not isinstance(block, Rewrite):
            continue
        line = block.place.line
        if block.given and not _errors(block.given, language):
            sentence = (
                "The wording checker finds nothing to change in the text to be rewritten; "
                "a teacher who rewrites it would not see when it is done."
            )
            yield Problem(module.path, line, Severity.ERROR, sentence, "rewrite-nothing-found")
        for found in _errors(block.model, language):
            sentence = f"The model still says “{found}”, which the wording checker marks; write it anew."
            at = next((n for n in range(line, len(lines)) if lines[n].lstrip().startswith("model:")), line)
            yield Problem(module.path, at + 1, Severity.ERROR, sentence, "rewrite-model-blames")


def _errors(text: str, language: str) -> list[str]:
    found = check_text(text, language=language, audience=READER)
    return [one.found for one in found if one.severity is Severity.ERROR]
