"""What is wrong with a translation by itself: marks, placeholders, length, structure, register, forms.

An error keeps a translation from being shown; advice is for its translator. What language asks of words
(terms, forms that mean something else, “you” to one and to many) is data, see `glossary`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rse_lessons.i18n.passages import Form, Passage, kept

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>")
_STRONG = re.compile(r"(?<!\\)\*\*")
_STAR = re.compile(r"(?<!\\)\*")
_STRUCTURE = re.compile(
    r":::|\+\+\+|---|#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|=\s|@|\?\s|>|\||!\[|\[[^\[\]]*\](?!\()(?:\s|$)"
)
_CONTROL = frozenset({"Cc", "Cs", "Co", "Zl", "Zp"})
LONGEST = 1_500
"""Characters of any passage; a line of a file may have 2,000."""
MOST_WORDS = 40
"""Words of an item that can be read from the back of a room (`long-item`)."""
_ITEMS = re.compile(r"/(?:text|right)(?:~\d+)?$")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something about a translation that is to be looked at."""

    context: str
    rule: str
    sentence: str
    error: bool = True
    about: tuple[str, ...] = ()
    """The words that the sentence is about, for those who say it in another language."""


def faults(passage: Passage, translation: str, form: Form = Form.TEXT) -> Iterator[Fault]:
    """Yield what is wrong with a translation of a passage."""
    for rule in (_signs, _placeholders, _marks, _html, _length, _structure):
        for sentence, name, error in rule(passage, translation):
            yield Fault(passage.context, name, sentence, error)
    if form is Form.ATTRIBUTE and set('"{}') & set(translation):
        sentence = (
            "Straight quotation marks and single braces end this text in its file; use “ ” and no braces."
        )
        yield Fault(passage.context, "structure", sentence)
    if form is Form.LABEL and ":" in translation:
        sentence = "A colon ends the condition of a note; leave it out."
        yield Fault(passage.context, "structure", sentence)


def interface_faults(context: str, english: str, translation: str) -> Iterator[Fault]:
    """Yield what is wrong with a translated string of the interface: names in braces, and mnemonics."""
    named = r"(?<!\{)\{[a-z_]*(?:[!:][^{}]*)?\}(?!\})"
    if Counter(re.findall(named, english)) != Counter(re.findall(named, translation)):
        yield Fault(
            context, "placeholders", "The names in braces have to be those of the English, each as often."
        )
    if (len(re.findall(r"&\w", english)) > 0) != (len(re.findall(r"&\w", translation)) > 0):
        yield Fault(
            context,
            "mnemonic",
            "The & before a letter names its key; it stands in both or in neither.",
            error=False,
        )
    if (
        english[:1].isspace() != translation[:1].isspace()
        or english[-1:].isspace() != translation[-1:].isspace()
    ):
        yield Fault(context, "spaces", "Spaces at the beginning and the end belong to the text.")


_Told = Iterator[tuple[str, str, bool]]


def _signs(passage: Passage, text: str) -> _Told:  # noqa: ARG001  every rule has the same shape
    odd = "" if text.isprintable() else next(filter(_is_odd, text), "")
    if odd:
        yield f"There is a sign that nobody sees (U+{ord(odd):04X}); take it out.", "signs", True
    if not any(sign.isalpha() for sign in text):
        yield "There are no words in this translation.", "signs", True


def _is_odd(sign: str) -> bool:
    return sign not in "\n\t" and unicodedata.category(sign) in _CONTROL


def _placeholders(passage: Passage, text: str) -> _Told:
    keeps = kept(text)
    if keeps != passage.keeps:
        wanted, found = Counter(passage.keeps), Counter(keeps)
        if missing := wanted - found:
            yield (
                f"{_list(missing)} has to stand in the translation as it stands in the English.",
                "placeholders",
                True,
            )
        if strange := found - wanted:
            yield f"{_list(strange)} does not stand in the English.", "placeholders", True
    if text.count("{{") != passage.text.count("{{") or text.count("}}") != passage.text.count("}}"):
        yield (
            "Double braces have a meaning of their own; there are as many as in the English.",
            "placeholders",
            True,
        )


def _list(names: Counter[str]) -> str:
    return ", ".join(f"“{name}”" for name in sorted(names))


def _marks(passage: Passage, text: str) -> _Told:
    starred = "*" in text or "*" in passage.text
    for name, sign in (("**", _STRONG), ("*", _STAR)) if starred else ():
        if len(sign.findall(text)) % 2 and not len(sign.findall(passage.text)) % 2:
            yield f"A {name} is not closed.", "marks", True
            return
    if text.count("`") % 2 and not passage.text.count("`") % 2:
        yield "A ` is not closed.", "marks", True
    for opening, closing in ("[]", "()", "“”"):
        uneven = text.count(opening) != text.count(closing)
        if uneven and passage.text.count(opening) == passage.text.count(closing):
            yield f"{opening} and {closing} are not in pairs.", "marks", opening == "["
    if starred and len(_STRONG.findall(text)) != len(_STRONG.findall(passage.text)):
        yield "The English has more or fewer words in bold.", "emphasis", False


def _html(passage: Passage, text: str) -> _Told:
    if (
        "<" in text
        and _HTML.search(_AUTOLINK.sub("", text))
        and not _HTML.search(_AUTOLINK.sub("", passage.text))
    ):
        yield "HTML is shown as text; take it out.", "html", True
    if "![" in text and "![" not in passage.text:
        yield "A picture cannot be added by a translation.", "html", True


def _length(passage: Passage, text: str) -> _Told:
    if passage.longest is not None and len(text) > passage.longest:
        yield f"It has {len(text)} characters; {passage.longest} is the most here.", "length", True
    elif len(text) > max(LONGEST, len(passage.text)):
        yield f"It has {len(text)} characters; {LONGEST} is the most.", "length", True
    elif len(text) > 60 and len(text) > 2 * len(passage.text):
        yield "It is more than twice as long as the English; look whether it fits.", "length", False
    is_item = (
        passage.group != passage.context and _ITEMS.search(passage.context) and passage.kind != "handout"
    )
    if is_item and len(text.split()) > MOST_WORDS >= len(passage.text.split()):
        yield (
            f"It has {len(text.split())} words; {MOST_WORDS} can be read from the back of the room.",
            "length",
            False,
        )


def _structure(passage: Passage, text: str) -> _Told:
    english, first = passage.text.lstrip(), text.lstrip()
    found = _STRUCTURE.match(first)
    if passage.kind not in ("head", "moment", "nation") and found and not english.startswith(found[0]):
        yield (
            f"It begins with “{found[0].strip()}”, which has a meaning of its own in the file.",
            "structure",
            True,
        )
    if "->" in text and "->" not in passage.text:
        yield "An arrow -> has a meaning of its own in the file.", "structure", True
