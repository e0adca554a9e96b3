"""Lessons, pictures and packs for tests; and a zip with whatever headers a test asks for."""

from __future__ import annotations

import hashlib
import json
import stat
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rse_lessons.lesson.reader import read_lesson
from rse_lessons.packs.making import Label, make_pack
from rse_lessons.packs.zipped import read_zip

LESSON = """\
+++
title = "{title}"
band = "ks1"
minutes = 10
summary = "Asking before sharing."
outcomes = ["I can ask first."]
topics = ["consent"]
+++
# {title} {{stage=welcome minutes=4}}

We ask first.

![A sun over a hill.]({picture})

::: notes
Say: Today we ask first.
:::
---
## Who helps? {{stage=signpost minutes=6}}

::: help-routes
:::

::: notes
Say: There is always somebody to tell.
:::
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="{n}" height="8"/></svg>'
KEY, OTHER_KEY = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (7, 8))
DAY = date(2026, 11, 22)


def write_lesson(folder: Path, name: str, *, title: str = "", picture: str = "", number: int = 4) -> Path:
    """Write a lesson with a picture of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    file = picture or f"{name}.svg"
    (folder / file).write_text(SVG.format(n=number), encoding="utf-8")
    path = folder / f"{name}.md"
    path.write_text(LESSON.format(title=title or name.title(), picture=file), encoding="utf-8")
    return path


def pack_of(
    *paths: Path,
    title: str = "A pack",
    author: str = "Ann",
    key: Ed25519PrivateKey | None = None,
    pack_id: str = "",
) -> bytes:
    """Make a pack of lesson files."""
    lessons = [lesson for path in paths if (lesson := read_lesson(path).lesson)]
    return make_pack(lessons, Label(title, author, pack_id), made=DAY, app="0.1.0", key=key)


def files_in(data: bytes) -> dict[str, bytes]:
    """Give the files of a pack, in their order."""
    return {name: bytes(content) for name, content in read_zip(data).items()}


def listing(files: Mapping[str, bytes], /, **changes: Any) -> bytes:
    """Write a list of contents that fits these files, but for what is changed."""
    entries = [
        {"path": name, "length": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    content = {"format": 1, "id": "a-pack", "title": "A pack", "author": "Ann", "made": "2026-11-22"}
    return json.dumps({**content, "app": "0.1.0", "files": entries, **changes}).encode()


@dataclass
class Part:
    """A file of a zip, with headers that may say anything."""

    name: str
    data: bytes
    stored: bytes | None = None
    """What stands in the zip, when that is something else than the data."""
    method: int = 0
    flags: int | None = None
    mode: int = stat.S_IFREG | 0o644
    dos: int = 0
    extra: bytes = b""
    comment: bytes = b""
    local: Mapping[str, int] | None = None
    """Fields of the header before the file that say something else: `flags`, `method`, `crc`, `size`."""
    local_name: str = ""
    at: int | None = None
    """Where the directory says that it begins."""
    gap: bytes = b""
    """What stands before it."""
    listed: bool = True
    """Whether it stands in the directory."""


def zip_of(
    parts: Sequence[Part], *, comment: bytes = b"", before: bytes = b"", count: int | None = None
) -> bytes:
    """Write a zip by hand."""
    body, directory = bytearray(before), bytearray()
    for part in parts:
        body += part.gap
        start = len(body)
        stored = part.data if part.stored is None else part.stored
        name = part.name.encode("utf-8", "surrogateescape")
        flags = part.flags if part.flags is not None else (0 if name.isascii() else 0x800)
        crc = zlib.crc32(part.data)
        odd = dict(part.local or {})
        inner = (part.local_name or part.name).encode("utf-8", "surrogateescape")
        body += struct.pack(
            "<4sHHHHHIIIHH",
            b"PK\3\4",
            20,
            odd.get("flags", flags),
            odd.get("method", part.method),
            0,
            33,
            odd.get("crc", crc),
            odd.get("size", len(stored)),
            odd.get("size", len(part.data)),
            len(inner),
            len(part.extra),
        )
        body += inner + part.extra + stored
        at = start if part.at is None else part.at
        if part.listed:
            head = (b"PK\1\2", 0x314, 20, flags, part.method, 0, 33, crc, len(stored), len(part.data))
            attributes = (part.mode << 16 | part.dos) & 0xFFFFFFFF
            tail = (len(name), len(part.extra), len(part.comment), 0, 0, attributes, at)
            directory += struct.pack("<4sHHHHHHIIIHHHHHII", *head, *tail) + name + part.extra + part.comment
    many = sum(part.listed for part in parts) if count is None else count
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, many, many, len(directory), len(body), len(comment))
    return bytes(body + directory + end + comment)


def parts_of(files: Mapping[str, bytes], **changes: Any) -> list[Part]:
    """Give the parts of a pack whose list fits its files."""
    return [Part("pack.json", listing(files, **changes)), *(Part(name, data) for name, data in files.items())]


def state_of(folder: Path) -> dict[str, str]:
    """Give every file below a folder with its sum; the lock is no part of a library."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
        if path.name != ".packs.lock"
    }
