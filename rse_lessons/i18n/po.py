"""Catalogues of gettext (PO) as translators' tools write them: read whole, written the same each time.

No date, no line width and no order but the given one goes into what is written, so that nothing changes
where nothing was changed. Babel's reader and GNU's rules are what the tests hold this to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

_QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*(?=")')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class PoError(ValueError):
    """A catalogue cannot be read; the words say on which line and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message."""

    msgid: str
    context: str | None = None
    plural: str = ""
    strings: tuple[str, ...] = ("",)
    """One, or as many as the language has plural forms."""
    flags: frozenset[str] = frozenset()
    """`fuzzy`, which keeps it from being used, and those of tools."""
    comments: tuple[str, ...] = ()
    """The translators' own."""
    extracted: tuple[str, ...] = ()
    """Ours, for translators."""
    references: tuple[str, ...] = ()
    previous: tuple[str | None, str, str] | None = None
    """Context, English and plural of what the translation was made for, when that is not this."""
    obsolete: bool = False

    @property
    def fuzzy(self) -> bool:
        """Whether somebody has to look before it is used."""
        return "fuzzy" in self.flags

    @property
    def key(self) -> tuple[str | None, str]:
        """What it is looked up by."""
        return self.context, self.msgid

    @property
    def translated(self) -> bool:
        """Whether every form has words."""
        return bool(self.strings) and all(text.strip() for text in self.strings)

    @property
    def usable(self) -> bool:
        """Whether it may be shown."""
        return self.translated and not self.fuzzy and not self.obsolete

    def with_fuzzy(self, *, fuzzy: bool) -> Entry:
        """Give it with the mark set or taken off."""
        return replace(self, flags=self.flags | {"fuzzy"} if fuzzy else self.flags - {"fuzzy"})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A file of entries."""

    header: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    comments: tuple[str, ...] = ()
    """What stands above the header."""

    def usable(self) -> dict[tuple[str, str], str]:
        """Give what may be shown, by context and English; plurals are the interface's, and not here."""
        return {
            (entry.context or "", entry.msgid): entry.strings[0]
            for entry in self.entries
            if entry.usable and not entry.plural
        }

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that are not obsolete."""
        return tuple(entry for entry in self.entries if not entry.obsolete)


def write(catalogue: Catalogue) -> str:
    """Write a catalogue."""
    head = "".join(f"{name}: {value}\n" for name, value in catalogue.header.items())
    parts = [*(f"# {line}".rstrip() for line in catalogue.comments), 'msgid ""', *_field("msgstr", head), ""]
    for entry in catalogue.entries:
        parts += [*_entry(entry), ""]
    return "\n".join(parts)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in entry.comments)
    if not entry.obsolete:
        yield from (f"#. {line}".rstrip() for line in entry.extracted)
        yield from (f"#: {line}" for line in entry.references)
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags, key=lambda flag: (flag != 'fuzzy', flag)))}"
    mark = "#~ " if entry.obsolete else ""
    if entry.previous is not None:
        context, msgid, plural = entry.previous
        before = "#~| " if entry.obsolete else "#| "
        yield from (before + line for line in _message(context, msgid, plural))
    yield from (mark + line for line in _message(entry.context, entry.msgid, entry.plural))
    if entry.plural:
        for number, text in enumerate(entry.strings):
            yield from (mark + line for line in _field(f"msgstr[{number}]", text))
    else:
        yield from (mark + line for line in _field("msgstr", entry.strings[0] if entry.strings else ""))


def _message(context: str | None, msgid: str, plural: str) -> Iterator[str]:
    if context is not None:
        yield from _field("msgctxt", context)
    yield from _field("msgid", msgid)
    if plural:
        yield from _field("msgid_plural", plural)


def _field(name: str, text: str) -> list[str]:
    if "\n" not in text[:-1]:
        return [f"{name} {_quoted(text)}"]
    return [f'{name} ""', *map(_quoted, re.findall(r"[^\n]*\n|[^\n]+", text))]


def _quoted(text: str) -> str:
    return f'"{text.translate(_WRITTEN)}"'


def read(text: str) -> Catalogue:
    """Read a catalogue. Raises PoError."""
    reader = _Reader()
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        reader.take(number, line.strip())
    reader.end()
    return Catalogue(reader.header, tuple(reader.entries), reader.head_comments)


@dataclass(slots=True)
class _Half:
    """An entry while it is read."""

    fields: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    obsolete: bool = False
    strings: list[str] = field(default_factory=list)
    """The names of the fields that hold translations."""
    last: tuple[dict[str, str], str] | None = None
    """The field that a line in quotation marks goes on with."""


class _Reader:
    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.header: dict[str, str] = {}
        self.head_comments: tuple[str, ...] = ()
        self._half = _Half()
        self._headed = False

    def take(self, number: int, line: str) -> None:
        if not line:
            if self._half.strings and "msgid" in self._half.fields:
                self.end()
        elif line[0] != "#":
            self._words(number, line)
        elif line[1:2] == "~":
            rest = line[2:].lstrip()
            if self._half.strings and rest.startswith("msgctxt"):
                self.end()
            self._half.obsolete = True
            previous = rest.startswith("|")
            self._words(number, rest[1:].lstrip() if previous else rest, previous=previous)
        else:
            if self._half.strings:
                self.end()
            if line[1:2] == "|":
                self._words(number, line[2:].lstrip(), previous=True)
            else:
                self._comment(line)

    def end(self) -> None:
        """Finish the entry that is being read."""
        half, self._half = self._half, _Half()
        if "msgid" not in half.fields:
            return
        strings = tuple([half.fields[name] for name in half.strings])
        if not half.fields["msgid"] and "msgctxt" not in half.fields and not half.obsolete:
            if not self._headed:
                self._headed = True
                self.head_comments = tuple(half.comments)
                for line in (strings[0] if strings else "").split("\n"):
                    name, colon, value = line.partition(":")
                    if colon:
                        self.header[name.strip()] = value.strip()
            return
        before = half.previous
        self.entries.append(
            Entry(
                half.fields["msgid"],
                half.fields.get("msgctxt"),
                half.fields.get("msgid_plural", ""),
                strings or ("",),
                frozenset(half.flags),
                tuple(half.comments),
                tuple(half.extracted),
                tuple(half.references),
                (before.get("msgctxt"), before.get("msgid", ""), before.get("msgid_plural", ""))
                if before
                else None,
                half.obsolete,
            )
        )

    def _comment(self, line: str) -> None:
        kind, rest = line[1:2], line[2:].strip()
        if kind == ".":
            self._half.extracted.append(rest)
        elif kind == ":":
            self._half.references.append(rest)
        elif kind == ",":
            self._half.flags |= {flag.strip() for flag in rest.split(",") if flag.strip()}
        else:
            self._half.comments.append(line[1:].strip())

    def _words(self, number: int, line: str, *, previous: bool = False) -> None:
        keyword = None if line.startswith('"') else _KEYWORD.match(line)
        if keyword:
            name = keyword[1]
            if not previous and self._half.strings and name in ("msgctxt", "msgid"):
                self.end()
            into = self._half.previous if previous else self._half.fields
            if name in into:
                raise PoError(f"Line {number} says {name} twice for one entry.")
            into[name] = ""
            if not previous and name.startswith("msgstr"):
                self._half.strings.append(name)
            self._half.last = into, name
        found = _QUOTED.fullmatch(line, keyword.end() if keyword else 0)
        if found is None or self._half.last is None:
            raise PoError(f"Line {number} is neither a comment nor words in quotation marks: {line[:60]}")
        into, name = self._half.last
        text = found[1]
        into[name] += _ESCAPED.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[1], found[0])
