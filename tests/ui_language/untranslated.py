"""What a window says in English, while it should speak the language that nobody speaks.

Two things are a fault: words of the interface as the template has them, and several words in a row that stand
in no lesson. Names, keys and what the tour made up are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.po import read
from rse_lessons.i18n.pseudo import CLOSING, OPENING
from rse_lessons.settings.paths import data_root
from rse_lessons.ui.actions import ACTIONS
from tests.ui_language.interface_languages import longer

_SAID = (
    *("text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText"),
    *("accessibleName", "accessibleDescription", "toPlainText", "specialValueText", "prefix", "suffix"),
)
_IN_BRACKETS = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)*")
_PIECES = re.compile(r"[\n·|;]|(?<=[.?!:,]) |\s{2,}| – ")
_FIELD = re.compile(r"\{[^{}]*\}")
MANY = 4
"""From so many words on, a text that stands in no lesson is told, whether the template has it or not."""
OF_THE_CLASS = frozenset({"_Paragraph"})
"""Widgets that show a slide's own text, which is in the language of the class."""
MADE_UP = (
    *("content/**/*.md", "content/**/*.toml", "rse_lessons/ui/tour/*.py"),
    *("rse_lessons/lesson/skeleton/*.md", "rse_lessons/lesson/wording/*.toml"),
    "tests/fixtures/lessons/every-activity.md",
)
"""Where lessons, what they begin with, rules about words, and what the tour shows are written."""


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@cache
def _content() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Give all threes and twos of words of lessons, and the texts that stand alone there."""
    root = data_root()
    groups: set[tuple[str, ...]] = set()
    alone: set[str] = set()
    for pattern in MADE_UP:
        for path in sorted(root.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            words = _words(re.sub(r'"\n\s*"', "", text))
            groups |= {*pairwise(words), *zip(words, words[1:], words[2:], strict=False)}
            alone |= set(re.findall(r'"([^"\n]{2,80})"', text))
            lines = [line.lstrip("-#=?@ ") for line in text.split("\n")]
            alone |= {line.partition(" {")[0] for line in lines} | {line.partition(":")[0] for line in lines}
    return frozenset(groups), frozenset(alone)


@cache
def _template() -> tuple[frozenset[str], dict[str, list[re.Pattern[str]]]]:
    """Give the interface's English: what has no fields, and what has, by its longest word."""
    plain: set[str] = set()
    filled: dict[str, list[re.Pattern[str]]] = {}
    for entry in read(longer()).entries:
        if (entry.context or "").startswith("Qt:"):
            continue  # names of keys, which stay
        for text in filter(None, (entry.msgid, entry.plural)):
            rest = _FIELD.sub(" ", text)
            if rest == text:
                plain.add(text.strip())
            elif len(_words(rest)) >= MANY:  # with fewer it would be many another text as well
                longest = max(_words(rest), key=len)
                parts = (re.escape(part) for part in _FIELD.split(text.strip()))
                filled.setdefault(longest, []).append(re.compile(".*".join(parts)))
    return frozenset(plain - _content()[1]), filled


def is_interface(text: str) -> bool:
    """Tell whether this is a string of the interface, filled in or not."""
    plain, filled = _template()
    return text in plain or any(
        pattern.fullmatch(text) for word in set(_words(text)) for pattern in filled.get(word, ())
    )


def is_content(text: str) -> bool:
    """Tell whether words stand in a lesson, a module or a nation, most of them in a row."""
    words = _words(text)
    rows = [row in _content()[0] for row in zip(words, words[1:], words[2:], strict=False)]
    return sum(rows) * 2 >= len(rows)


def without_brackets(text: str) -> str:
    """Give what stands outside all brackets, however deep they are in one another."""
    rest = re.sub(r"<[^>]*>", " ", text)
    while (shorter := _IN_BRACKETS.sub("  ", rest)) != rest:
        rest = shorter
    return re.sub(f"{OPENING}[^{CLOSING}]*$", "", rest)  # what was cut off behind it


def said_by(widget: QWidget) -> Iterator[str]:
    """Give all that a widget shows or tells a screen reader."""
    for name in _SAID:
        said = getattr(widget, name, None)
        if callable(said) and isinstance(text := said(), str) and text:
            yield text
    yield from (action.text() for action in widget.actions())


def is_english(text: str) -> bool:
    """Tell whether a text has words that should have been looked up."""
    rest = without_brackets(text).strip()
    pieces = [piece.strip() for piece in _PIECES.split(rest)]
    return any(
        is_interface(piece) or (len(_words(piece)) >= MANY and not is_content(piece))
        for piece in {*pieces, *(piece.rstrip(" .:,;") for piece in pieces)} - _keys()
        if re.search("[a-z]{2}", piece)
    )


@cache
def _keys() -> frozenset[str]:
    """Give the names of keys, which are what stands on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return frozenset(QKeySequence(key).toString(native) for action in ACTIONS for key in action.keys)


def untranslated(window: QWidget, *, seen: bool = False) -> list[str]:
    """Name what was not looked up, by widget; with `seen`, only what can be seen now."""
    found = {
        f"{type(widget).__name__}: {text[:200]}"
        for widget in (window, *window.findChildren(QWidget))
        if type(widget).__name__ not in OF_THE_CLASS and (widget.isVisible() or not seen)
        for text in said_by(widget)
        if is_english(text)
    }
    return sorted(found)
