"""The record behind a certificate, its verification code, and whether the two belong together. Pure.

The code is made over the record's content: SHA-256 of its canonical JSON (RFC 8785: keys sorted, UTF-8, no
spaces; there are whole numbers and texts alone, so that nothing else of it matters), of which the first 80
bits are written in Crockford's base 32. It proves that the record was not changed after it was written. It
does not prove who wrote it: whoever has the program can make a record and its code.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

FORMAT, VERSION = "rse-lessons-certificate", 1
LONGEST_NAME = 80
"""Characters of the name on a certificate."""
LARGEST = 1 << 20
"""Bytes of a record's file."""
LARGEST_PDF = 32 << 20

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DIGITS, _GROUP = 16, 4
_LOOKALIKES = str.maketrans("OIL", "011")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_BEGINS = b'{"code":'
_DEEPEST = 8


class CertifiedModule(NamedTuple):
    """One finished module."""

    id: str
    title: str
    passed: str
    """The day of the try, such as `2026-11-22`."""
    asked: int
    right: int
    scenes: int
    """Questions about scenes; each of them was understood, for otherwise the try is not passed."""
    practised: tuple[str, ...] = ()
    """Titles of the conversations that were walked to an ending."""
    minutes: int = 0
    """Spent on its pages."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a certificate says."""

    name: str
    issued: str
    """The day, such as `2026-11-22`."""
    nation: str
    """Its name, not its code."""
    app: str
    """The program and its version."""
    modules: tuple[CertifiedModule, ...]
    minutes: int
    """Of learning altogether, evidence included."""
    rehearsals: int = 0

    def to_data(self) -> dict[str, object]:
        """Give it as plain values: texts, whole numbers, rows and tables."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "name": self.name,
            "issued": self.issued,
            "nation": self.nation,
            "app": self.app,
            "minutes": self.minutes,
            "rehearsals": self.rehearsals,
            "modules": [{**one._asdict(), "practised": list(one.practised)} for one in self.modules],
        }


class Verdict(StrEnum):
    """What came of checking a certificate."""

    GOOD = "good"
    CHANGED = "changed"
    """Code and record do not belong together."""
    NO_CODE = "no-code"
    """A record without a code, and none was given."""
    NO_RECORD = "no-record"
    """A PDF without a record in it."""
    FOREIGN = "foreign"
    """No certificate's record at all."""
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of it, with what the record says where it can be read."""

    verdict: Verdict
    record: Record | None = None
    code: str = ""
    """The code that belongs to this record."""


def canonical(data: object) -> bytes:
    """Write plain values as RFC 8785 has them. Raises ValueError for what it cannot hold."""
    _refuse(data)
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8")


def code_of(data: object) -> str:
    """Give the code of a record's plain values, in groups of four."""
    number = int.from_bytes(hashlib.sha256(canonical(data)).digest()[:10], "big")
    digits = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_DIGITS)))
    return "-".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def tidy_code(typed: str) -> str:
    """Give a code as it was printed, of one that somebody typed; empty when it can be none.

    Small letters, spaces and missing hyphens do not matter, nor does O for 0, or I and L for 1.
    """
    digits = re.sub(r"[\s\-‐‑–—]", "", typed).upper().translate(_LOOKALIKES)
    if len(digits) != _DIGITS or any(digit not in _ALPHABET for digit in digits):
        return ""
    return "-".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def written(record: Record) -> bytes:
    """Write a record with its code: what is saved beside a certificate, and in it."""
    data = record.to_data()
    return canonical({"code": code_of(data), "record": data})


def check(content: bytes, code: str = "") -> Checked:
    """Say whether code and record belong together; `content` is a record's file or a certificate's PDF.

    `code` is one that was typed from paper; without it the code in the file is taken.
    """
    if content.startswith(b"%PDF-"):
        found = next(_attached(content[:LARGEST_PDF]), None)
        return check(found, code) if found is not None else Checked(Verdict.NO_RECORD)
    try:
        told, plain = _parted(_read(content))
        if _is_newer(plain):
            return Checked(Verdict.NEWER)
        right, record = code_of(plain), _record(plain)
    except (ValueError, KeyError, TypeError):
        return Checked(Verdict.FOREIGN)
    asked = code.strip() or told
    if not asked:
        return Checked(Verdict.NO_CODE, record, right)
    return Checked(Verdict.GOOD if tidy_code(asked) == right else Verdict.CHANGED, record, right)


def _parted(data: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give code and record of a file; the code may be missing. Raises ValueError."""
    whole = data.keys() == {"code", "record"}
    told, plain = (data["code"], data["record"]) if whole else ("", data)
    if not isinstance(plain, dict) or not isinstance(told, str) or plain.get("format") != FORMAT:
        raise ValueError("no record")
    return told, plain


def _is_newer(plain: Mapping[str, Any]) -> bool:
    version = plain.get("version")
    return type(version) is int and version > VERSION


def _read(content: bytes) -> dict[str, Any]:
    """Read JSON strictly: no name twice, no broken numbers. Raises ValueError."""
    if len(content) > LARGEST:
        raise ValueError("too large")

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("a name twice")
        return found

    try:
        found = json.loads(content.decode("utf-8-sig"), object_pairs_hook=table)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(found, dict):
        raise ValueError("no table")
    _refuse(found)
    return found


def _refuse(data: object, depth: int = 0) -> None:
    """Raise ValueError for anything but texts, whole numbers, rows and tables."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    if isinstance(data, str):
        data.encode("utf-8")  # raises UnicodeEncodeError, a ValueError, for half a sign
    elif isinstance(data, Mapping):
        for key, value in data.items():
            _refuse(str(key), depth + 1)
            _refuse(value, depth + 1)
    elif isinstance(data, list | tuple):
        for value in data:
            _refuse(value, depth + 1)
    elif type(data) is not int or abs(data) >= 1 << 53:
        raise ValueError("neither a text nor a whole number")


def _record(data: Mapping[str, Any]) -> Record:
    """Make the record of its plain values. Raises ValueError, KeyError and TypeError when it is none."""
    texts = [data[name] for name in ("name", "issued", "nation", "app")]
    if not all(isinstance(text, str) and len(text) <= 200 for text in texts) or data["version"] != VERSION:
        raise ValueError("a text")
    modules = data["modules"]
    if not isinstance(modules, list) or len(modules) > 100:
        raise ValueError("the modules")
    name, issued, nation, app = texts
    minutes, rehearsals = _counts(data, "minutes", "rehearsals")
    whole = Record(name, _day(issued), nation, app, tuple(map(_module, modules)), minutes, rehearsals)
    if data.keys() != whole.to_data().keys():
        raise ValueError("further fields")
    return whole


def _module(data: Mapping[str, Any]) -> CertifiedModule:
    if data.keys() != set(CertifiedModule._fields):
        raise ValueError("further fields")
    texts: Sequence[Any] = [data["id"], data["title"], *data["practised"]]
    if not all(isinstance(text, str) and len(text) <= 300 for text in texts):
        raise ValueError("a text")
    asked, right, scenes, minutes = _counts(data, "asked", "right", "scenes", "minutes")
    return CertifiedModule(
        texts[0], texts[1], _day(data["passed"]), asked, right, scenes, tuple(texts[2:]), minutes
    )


def _counts(data: Mapping[str, Any], *names: str) -> Iterator[int]:
    for name in names:
        if type(data[name]) is not int or data[name] < 0:
            raise ValueError(f"{name} is no count")
        yield data[name]


def _day(text: object) -> str:
    if not isinstance(text, str) or date.fromisoformat(text).isoformat() != text:
        raise ValueError("a day")
    return text


def _attached(pdf: bytes) -> Iterator[bytes]:
    """Give what is attached to a PDF and begins as a record does: as this program writes it, packed or not.

    Qt writes an attachment as a stream without a type of its own, so each stream is looked into.
    """
    for found in _STREAM.finditer(pdf):
        end = pdf.find(b"endstream", found.end())
        raw = pdf[found.end() : end if end >= 0 else found.end()]
        if raw.startswith(_BEGINS):
            yield raw.strip()
            continue
        try:
            if zlib.decompressobj().decompress(raw[:4096], len(_BEGINS)) == _BEGINS:
                yield zlib.decompressobj().decompress(raw, LARGEST + 1)
        except zlib.error:
            continue
