"""The texts of a TOML file and where they stand: `tomllib` says what they are, and not where.

A scanner that knows just enough of TOML to walk over it. What it does not know it gives up on, and
`texts` gives nothing that `tomllib` does not read as well.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'[^'\r\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]\}#\r\n\"']+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TomlText:
    """A text, or a key, with its quotation marks."""

    path: Path
    """Keys and, in lists, numbers from 0; of a key its own path."""
    start: int
    end: int
    value: str
    is_key: bool = False


class _UnknownTomlError(Exception):
    pass


def texts(text: str) -> tuple[TomlText, ...]:
    """Give every text and every key of TOML in order; nothing when it cannot be read."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        table = tomllib.loads(plain)
        found = list(_Scanner(text).scan())
    except (tomllib.TOMLDecodeError, _UnknownTomlError, RecursionError, ValueError):
        return ()
    return tuple(one for one in found if one.is_key or _at(table, one.path) == one.value)


def quoted(text: str) -> str:
    """Write a text as TOML, on one line."""
    signs = (
        _ESCAPES.get(sign) or (f"\\u{ord(sign):04X}" if sign < " " or sign == "\x7f" else sign)
        for sign in text
    )
    return f'"{"".join(signs)}"'


def _at(table: Any, path: Path) -> Any:
    for step in path:
        try:
            table = table[step]
        except (KeyError, IndexError, TypeError):
            return None
    return table


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._lists: dict[Path, int] = {}
        """How many entries each list of tables has."""

    def scan(self) -> Iterator[TomlText]:
        table: Path = ()
        self._skip(_SPACE)
        while self._place < len(self._text):
            if self._takes("[["):
                table = self._header("]]")
            elif self._takes("["):
                table = self._header("]")
            else:
                yield from self._pair(table)
            self._skip(_SPACE)

    def _header(self, closing: str) -> Path:
        self._skip(_BLANK)
        keys = [value for _, _, value in self._keys()]
        self._skip(_BLANK)
        self._want(closing)
        path: Path = ()
        for number, key in enumerate(keys):
            path = (*path, key)
            last = number == len(keys) - 1
            if last and closing == "]]":
                self._lists[path] = self._lists.get(path, -1) + 1
            if path in self._lists:
                path = (*path, self._lists[path])
        return path

    def _pair(self, table: Path) -> Iterator[TomlText]:
        path = table
        for start, end, value in self._keys():
            path = (*path, value)
            key = TomlText(path, start, end, value, is_key=True)
        yield key
        self._skip(_BLANK)
        self._want("=")
        self._skip(_BLANK)
        yield from self._value(path)

    def _keys(self) -> Iterator[tuple[int, int, str]]:
        found = []
        while True:
            start = self._place
            if match := _BARE_KEY.match(self._text, start):
                found.append((start, match.end(), match[0]))
            elif match := _STRING.match(self._text, start):
                found.append((start, match.end(), _decoded(match[0])))
            else:
                raise _UnknownTomlError
            self._place = match.end()
            blank = _BLANK.match(self._text, self._place)
            after = blank.end() if blank else self._place
            if not self._text.startswith(".", after):
                return iter(found)
            self._place = after + 1
            self._skip(_BLANK)

    def _value(self, path: Path) -> Iterator[TomlText]:
        if match := _STRING.match(self._text, self._place):
            self._place = match.end()
            yield TomlText(path, match.start(), match.end(), _decoded(match[0]))
        elif self._takes("["):
            number = 0
            self._skip(_SPACE)
            while not self._takes("]"):
                yield from self._value((*path, number))
                number += 1
                self._comma("]")
        elif self._takes("{"):
            self._skip(_SPACE)
            while not self._takes("}"):
                yield from self._pair(path)
                self._comma("}")
        elif match := _SCALAR.match(self._text, self._place):
            self._place = match.end()
        else:
            raise _UnknownTomlError

    def _comma(self, closing: str) -> None:
        self._skip(_SPACE)
        if not self._takes(","):
            if not self._text.startswith(closing, self._place):
                raise _UnknownTomlError
            return
        self._skip(_SPACE)

    def _skip(self, what: re.Pattern[str]) -> None:
        if found := what.match(self._text, self._place):
            self._place = found.end()

    def _takes(self, sign: str) -> bool:
        if self._text.startswith(sign, self._place):
            self._place += len(sign)
            return True
        return False

    def _want(self, sign: str) -> None:
        if not self._takes(sign):
            raise _UnknownTomlError


def _decoded(raw: str) -> str:
    if "\\" not in raw and not raw.startswith(('"""', "'''")):
        return raw[1:-1]
    plain = raw.replace("\r\n", "\n").replace("\r", "\n")
    return str(tomllib.loads(f"x = {plain}")["x"])
