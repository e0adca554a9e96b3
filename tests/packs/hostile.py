"""Packs that were damaged, or made to do harm: each kind is a function, chosen and filled in by dice.

None of them may be added. What a kind does is in its name.
"""

from __future__ import annotations

import bz2
import json
import lzma
import stat
import struct
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from rse_lessons.packs.signing import sign
from rse_lessons.packs.zipped import write_zip
from tests.packs.parts import KEY, OTHER_KEY, SVG, Part, files_in, listing, parts_of, zip_of

Kind = Callable[[Random, bytes], bytes]
HUGE = 200 * 1024 * 1024
ESCAPES = (
    *("../evil.md", "lessons/../../evil.md", "/etc/evil.md", "//server/share/evil.md", "lessons//evil.md"),
    *(
        "C:\\evil.md",
        "C:evil.md",
        "lessons/C:evil.md",
        "lessons\\evil.md",
        "..\\evil.md",
        "lessons/..\\evil.md",
    ),
    *(
        "lessons/ev\0il.md",
        "lessons/evil.md\0.svg",
        "lessons/./evil.md",
        "./lessons/evil.md",
        "lessons/..",
        "~/e.md",
    ),
    *("\\\\?\\C:\\evil.md", "lessons/a/b/evil.md", "lessons/evil.md:stream.md", "lessons/%2e%2e/evil.md", ""),
)
RESERVED = (
    *("con.md", "CON.md", "nul.md", "aux.x.md", "com1.md", "LPT9.md", "com¹.md", "conin$.md", "prn.md"),
    *(
        "trailing.md.",
        "trailing.md ",
        " leading.md",
        ".hidden.md",
        "_hidden.md",
        "EVILFI~1.md",
        "a?.md",
        "a*.md",
    ),
    *(
        'a".md',
        "a|.md",
        "a<b>.md",
        "line\nend.md",
        "turn\u202ened.md",
        "zero\u200bwidth.md",
        "x" * 130 + ".md",
    ),
    *("unassigned\u0378.md", "private\ue000.md", "e\u0301.md", "README.md", "readme.md", "bell\a.md"),
)
FOREIGN = (
    *(
        "lessons/run.exe",
        "lessons/run.md.exe",
        "lessons/page.html",
        "pictures/page.svgz",
        "pictures/anim.gif",
    ),
    *(
        "lessons/script.py",
        "run.sh",
        "lessons/evil.svg",
        "pictures/evil.md",
        "fonts/evil.ttf",
        "lessons/evil",
    ),
    *("pictures/evil.svg.lnk", "desktop.ini", "lessons/desktop.ini", "other.json", "lessons/pack.json"),
)
NESTED = (
    "lessons/in.rsepack",
    "in.rsepack",
    "pictures/in.zip",
    "in.zip",
    "lessons/in.md.zip",
    "pictures/in.7z",
)
UNSAFE = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    b'<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1/x"/></svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(file:///etc/passwd)"/></svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    b"<svg", b"", b"PK\3\4 not a drawing", b"<html/>", b"<?xml-stylesheet href='x'?><svg/>",
    b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 500 + b"</g>" * 500 + b"</svg>",
)  # fmt: skip


# Bytes


def flip_bits(dice: Random, pack: bytes) -> bytes:
    data = bytearray(pack)
    for place in {dice.randrange(len(data)) for _ in range(dice.choice((1, 1, 1, 2, 9)))}:
        data[place] ^= 1 << dice.randrange(8)
    return bytes(data)


def overwrite(dice: Random, pack: bytes) -> bytes:
    start = dice.randrange(len(pack))
    noise = dice.randbytes(min(dice.randint(1, 400), len(pack) - start))
    changed = pack[:start] + noise + pack[start + len(noise) :]
    return changed if changed != pack else changed[:-1]


def cut_end(dice: Random, pack: bytes) -> bytes:
    return pack[: dice.randrange(len(pack))]


def cut_beginning(dice: Random, pack: bytes) -> bytes:
    return pack[dice.randint(1, len(pack)) :]


def cut_middle(dice: Random, pack: bytes) -> bytes:
    start = dice.randrange(len(pack))
    return pack[:start] + pack[start + dice.randint(1, 600) :]


def insert(dice: Random, pack: bytes) -> bytes:
    start = dice.randint(0, len(pack))
    return pack[:start] + dice.randbytes(dice.randint(1, 300)) + pack[start:]


def double_piece(dice: Random, pack: bytes) -> bytes:
    start = dice.randrange(len(pack))
    end = start + dice.randint(1, 2000)
    return pack[:end] + pack[start:end] + pack[end:]


def swap_pieces(dice: Random, pack: bytes) -> bytes:
    a, b, c = sorted(dice.sample(range(len(pack) + 1), 3))
    changed = pack[:a] + pack[b:c] + pack[a:b] + pack[c:]
    return changed if changed != pack else pack[::-1]


def twice(_dice: Random, pack: bytes) -> bytes:
    return pack + pack


def noise(dice: Random, _pack: bytes) -> bytes:
    return dice.choice((b"", b"P", b"PK", b"PK\3\4", b"PK\5\6" + bytes(18), b"%PDF-1.7", b"\x89PNG")) + (
        dice.randbytes(dice.choice((0, 0, 22, 500)))
    )


def header_field(dice: Random, pack: bytes) -> bytes:
    """Change two or four bytes of some header to a telling number."""
    sign = dice.choice((b"PK\3\4", b"PK\1\2", b"PK\5\6"))
    places = [at for at in range(len(pack) - 46) if pack.startswith(sign, at)] or [len(pack) - 22]
    at = dice.choice(places) + dice.randrange(4, 20 if sign == b"PK\5\6" else 30, 2)
    size = dice.choice((2, 4))
    number = dice.choice((0, 1, 8, 0x7FFF, 0xFFFF, 0xFFFFFFFF, dice.randrange(1 << 32))) % (1 << 8 * size)
    changed = pack[:at] + number.to_bytes(size, "little") + pack[at + size :]
    return changed if changed != pack else flip_bits(dice, pack)


# Zips that a reader could be fooled by


def _parts(pack: bytes) -> list[Part]:
    return [Part(name, data) for name, data in files_in(pack).items()]


def _one(dice: Random, pack: bytes, **odd: Any) -> bytes:
    parts = _parts(pack)
    part = dice.choice(parts)
    for name, value in odd.items():
        setattr(part, name, value)
    return zip_of(parts)


def encrypted(dice: Random, pack: bytes) -> bytes:
    return _one(dice, pack, flags=dice.choice((1, 0x41, 0x2001, 0x801)))


def strange_flags(dice: Random, pack: bytes) -> bytes:
    return _one(dice, pack, flags=dice.choice((2, 4, 8, 0x10, 0x20, 0x808, 0x8000)))


def special_file(dice: Random, pack: bytes) -> bytes:
    kinds = (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK, stat.S_IFDIR)
    return _one(dice, pack, mode=dice.choice(kinds) | 0o777)


def symlink_with_target(dice: Random, pack: bytes) -> bytes:
    files = {**_lessons(pack), "pictures/link.svg": dice.choice((b"/etc/passwd", b"../../x", b"C:\\x"))}
    parts = parts_of(files)
    parts[-1].mode = stat.S_IFLNK | 0o777
    return zip_of(parts)


def folder_entry(dice: Random, pack: bytes) -> bytes:
    extra = Part(
        "lessons/", b"", mode=dice.choice((stat.S_IFDIR | 0o755, stat.S_IFREG)), dos=dice.choice((0, 16))
    )
    return zip_of([*_parts(pack), extra])


def compressed(dice: Random, pack: bytes) -> bytes:
    parts = _parts(pack)
    part = dice.choice(parts)
    part.method, press = dice.choice(((8, _deflate), (12, bz2.compress), (14, lzma.compress), (9, _deflate)))
    part.stored = press(part.data)
    return zip_of(parts)


def bomb(dice: Random, pack: bytes) -> bytes:
    """Little that would become very much, with a directory that is honest about it, or lies."""
    bloat = _deflate(bytes(HUGE // 50)) * dice.choice((1, 40))
    part = Part("lessons/bomb.md", b"0", stored=bloat, method=8)
    if dice.random() < 0.5:
        part.local = {"size": HUGE}
    return zip_of([*_parts(pack), part])


def same_entry_twice(dice: Random, pack: bytes) -> bytes:
    parts = _parts(pack)
    part = dice.choice(parts)
    data = dice.choice((part.data, b"something else"))
    return zip_of([*parts, Part(part.name, data)])


def laid_over(dice: Random, pack: bytes) -> bytes:
    """Two lines of the directory lead to one place, or into the middle of a file."""
    parts = _parts(pack)
    part = dice.choice(parts[1:])
    part.at = dice.choice((0, 1, len(pack) // 2, len(pack), 0xFFFFFFFF))
    return zip_of(parts)


def gap(dice: Random, pack: bytes) -> bytes:
    return _one(dice, pack, gap=dice.randbytes(dice.randint(1, 90)))


def hidden_file(dice: Random, pack: bytes) -> bytes:
    """A file in the zip that the directory does not name."""
    return zip_of([*_parts(pack), Part("lessons/hidden.md", dice.randbytes(80), listed=False)])


def something_before(dice: Random, pack: bytes) -> bytes:
    return zip_of(_parts(pack), before=dice.choice((b"MZ", b"#!/bin/sh\n", dice.randbytes(40))))


def comment(dice: Random, pack: bytes) -> bytes:
    if dice.random() < 0.5:
        return zip_of(_parts(pack), comment=dice.choice((b"hello", pack[-22:])))
    return _one(dice, pack, comment=b"hello")


def extra_field(dice: Random, pack: bytes) -> bytes:
    zip64 = struct.pack("<HHQQ", 1, 16, HUGE, HUGE)
    return _one(dice, pack, extra=dice.choice((zip64, b"UT\5\0\0abcd", b"\0")))


def local_name_differs(dice: Random, pack: bytes) -> bytes:
    return _one(dice, pack, local_name=dice.choice(("../evil.md", "lessons/other.md", "Pack.json", "x")))


def local_header_differs(dice: Random, pack: bytes) -> bytes:
    field = dice.choice(("flags", "method", "crc", "size"))
    numbers = (1, 8, 0xFFFF) if field in ("flags", "method") else (1, 8, HUGE, 0xFFFFFFFF)
    return _one(dice, pack, local={field: dice.choice(numbers)})


def wrong_count(dice: Random, pack: bytes) -> bytes:
    parts = _parts(pack)
    return zip_of(parts, count=dice.choice((0, len(parts) - 1, len(parts) + 1, 501, 503, 0xFFFF)))


# Names


def _lessons(pack: bytes) -> dict[str, bytes]:
    """Give the lessons and pictures of a pack."""
    return {name: data for name, data in files_in(pack).items() if "/" in name}


def _with(pack: bytes, name: str, data: bytes) -> bytes:
    return zip_of(parts_of({**_lessons(pack), name: data}))


def _text(pack: bytes) -> bytes:
    return next(data for name, data in _lessons(pack).items() if name.endswith(".md"))


def escaping(dice: Random, pack: bytes) -> bytes:
    return _with(pack, dice.choice(ESCAPES), _text(pack))


def reserved(dice: Random, pack: bytes) -> bytes:
    return _with(pack, f"lessons/{dice.choice(RESERVED)}", _text(pack))


def foreign(dice: Random, pack: bytes) -> bytes:
    return _with(pack, dice.choice(FOREIGN), dice.choice((b"x", _text(pack))))


def nested(dice: Random, pack: bytes) -> bytes:
    return _with(pack, dice.choice(NESTED), pack)


def case_twins(dice: Random, pack: bytes) -> bytes:
    files = _lessons(pack)
    name = dice.choice(list(files))
    folder, _, file = name.partition("/")
    stem, dot, ending = file.rpartition(".")
    return _with(pack, f"{folder}/{stem.swapcase()}{dot}{ending}", files[name])


def unicode_twins(dice: Random, pack: bytes) -> bytes:
    name = dice.choice(("Ŵy-gwersi", "café", "Straße", "ﬁrst", "Åse"))
    other = dice.choice((unicodedata.normalize("NFD", name), name.upper(), name.casefold()))
    other = name.swapcase() if other == name else other
    files = {**_lessons(pack), f"lessons/{name}.md": _text(pack), f"lessons/{other}.md": _text(pack)}
    return zip_of(parts_of(files))


# The list of contents


def _listed(pack: bytes, manifest: bytes) -> bytes:
    return write_zip({"pack.json": manifest, **_lessons(pack)})


def _changed_list(pack: bytes, **changes: Any) -> bytes:
    return _listed(pack, listing(_lessons(pack), **changes))


def no_list(dice: Random, pack: bytes) -> bytes:
    return write_zip(_lessons(pack))


def list_is_no_list(dice: Random, pack: bytes) -> bytes:
    deep = dice.choice((b"[" * 90_000, b'{"a":' * 30_000, b"[" * 1_000 + b"]" * 1_000))
    whole = listing(_lessons(pack))
    odd = (
        b"",
        b"null",
        b"[]",
        b"{}",
        b"1",
        b'"x"',
        b"\xff\xfe",
        b"{",
        deep,
        whole[:-2],
        whole + b"{}",
        b" " * 300_000,
    )
    return _listed(pack, dice.choice(odd))


def list_has_wrong_types(dice: Random, pack: bytes) -> bytes:
    name = dice.choice(("format", "id", "title", "author", "made", "app", "files"))
    values: list[Any] = [None, True, 0, -1, 1.5, [], {}, ["x"], {"a": 1}, 10**400, "x" * 5_000]
    if name != "author":  # which may stay empty
        values.append("")
    return _changed_list(pack, **{name: dice.choice(values)})


def list_has_wrong_words(dice: Random, pack: bytes) -> bytes:
    name = dice.choice(("title", "author"))
    words = ("a\nb", "a\x1b[2J", "a\u202eb", "\u200b", "x" * 121, "a\0b", "\ud800", "\ue000")
    return _changed_list(pack, **{name: dice.choice(words)})


def list_has_wrong_id(dice: Random, pack: bytes) -> bytes:
    ids = ("", "A", "../x", "a b", "con", "nul", "com1", "a--b", "-a", "a-", "x" * 61, "a/b", "é", "lpt9")
    return _changed_list(pack, id=dice.choice(ids))


def list_has_wrong_day(dice: Random, pack: bytes) -> bytes:
    return _changed_list(
        pack, made=dice.choice(("", "yesterday", "2026-13-01", "2026-02-30", "22.11.2026", "9" * 9))
    )


def list_has_other_keys(dice: Random, pack: bytes) -> bytes:
    if dice.random() < 0.3:
        whole = listing(_lessons(pack)).decode()
        return _listed(pack, whole.replace('"format": 1', '"format": 2, "format": 1', 1).encode())
    content = json.loads(listing(_lessons(pack)))
    if dice.random() < 0.5:
        del content[dice.choice(list(content))]
    else:
        content["run"] = "something"
    return _listed(pack, json.dumps(content).encode())


def list_has_wrong_files(dice: Random, pack: bytes) -> bytes:
    content = json.loads(listing(_lessons(pack)))
    entry = dice.choice(content["files"])
    field = dice.choice(("path", "length", "sha256"))
    odd: Mapping[str, tuple[Any, ...]] = {
        "path": (None, 5, "lessons/none.md", "../x.md", [], "pack.json"),
        "length": (None, -1, entry["length"] + 1, 0, "5", 1.0, True, 10**30),
        "sha256": (None, "", entry["sha256"].upper() + "0", "0" * 64, "z" * 64, entry["sha256"][:-1], 7),
    }
    entry[field] = dice.choice(odd[field])
    if dice.random() < 0.2:
        content["files"].append({"path": "lessons/more.md", "length": 0, "sha256": "0" * 64, "x": 1})
    return _listed(pack, json.dumps(content).encode())


def file_missing(dice: Random, pack: bytes) -> bytes:
    files = _lessons(pack)
    manifest = listing(files)
    del files[dice.choice(list(files))]
    return write_zip({"pack.json": manifest, **files})


def file_not_listed(dice: Random, pack: bytes) -> bytes:
    files = _lessons(pack)
    return write_zip({"pack.json": listing(files), **files, "lessons/more.md": _text(pack)})


def file_changed(dice: Random, pack: bytes) -> bytes:
    """A file that is another one, in a zip that is in order again."""
    files = files_in(pack)
    name = dice.choice([name for name in files if "/" in name])
    files[name] = dice.choice((files[name] + b"\n", files[name][:-1], flip_bits(dice, files[name]), b""))
    return write_zip(files)


def newer(dice: Random, pack: bytes) -> bytes:
    return _changed_list(pack, format=dice.choice((2, 3, 99, 10**12)), more={"deep": [1]})


def too_many_files(dice: Random, pack: bytes) -> bytes:
    text = _text(pack)
    return zip_of(parts_of({f"lessons/l{number}.md": text for number in range(501 + dice.randrange(3))}))


def no_lesson(dice: Random, pack: bytes) -> bytes:
    return zip_of(parts_of({"pictures/a.svg": SVG.format(n=dice.randint(1, 9)).encode()}))


# Signatures


def _signed_parts(dice: Random, pack: bytes) -> tuple[bytes, dict[str, bytes], dict[str, str]]:
    files = _lessons(pack)
    manifest = listing(files, title=f"Signed {dice.randrange(1000)}")
    return manifest, files, json.loads(sign(manifest, KEY))


def signature_wrong(dice: Random, pack: bytes) -> bytes:
    manifest, files, signed = _signed_parts(dice, pack)
    other = json.loads(sign(manifest + b" ", dice.choice((KEY, OTHER_KEY))))
    wrong: Any = dice.choice((
        {**signed, "signature": other["signature"]},
        {**signed, "key": json.loads(sign(manifest, OTHER_KEY))["key"]},
        {**signed, "algorithm": "none"},
        {**signed, "key": "AAAA"},
        {**signed, "key": ""},
        {**signed, "signature": "A" * 86 + "=="},
        {**signed, "signature": signed["signature"][:-4]},
        {**signed, "more": 1},
        {"key": signed["key"]},
        [],
        None,
    ))  # fmt: skip
    return write_zip({"pack.json": manifest, "signature.json": json.dumps(wrong).encode(), **files})


def signature_is_none(dice: Random, pack: bytes) -> bytes:
    manifest, files, _signed = _signed_parts(dice, pack)
    odd = (b"", b"{", b"\xff", b"[" * 3_000, b" " * 5_000, b"-----BEGIN PGP SIGNATURE-----")
    return write_zip({"pack.json": manifest, "signature.json": dice.choice(odd), **files})


def signed_then_changed(dice: Random, pack: bytes) -> bytes:
    """Everything fits but the signature: the list was written anew for a changed lesson."""
    manifest, files, signed = _signed_parts(dice, pack)
    name = dice.choice([name for name in files if name.endswith(".md")])
    files[name] += b"\n\nOne more sentence.\n"
    title = json.loads(manifest)["title"]
    changed = listing(files, title=title)
    return write_zip({"pack.json": changed, "signature.json": json.dumps(signed).encode(), **files})


# What files hold


def lesson_is_none(dice: Random, pack: bytes) -> bytes:
    text = _text(pack)
    odd = (
        *(
            text.replace(b"We ask", b"We\0ask"),
            text.decode().encode("utf-16"),
            b"\xff\xfe" + text,
            b"",
            b"+++\n",
        ),
        *(text + b"x" * 2_100, text + b"\n---\n# a" * 250, text + b"\n" * 10_100, text + b"y" * (1 << 20)),
    )
    return _with(pack, "lessons/odd.md", dice.choice(odd))


def picture_is_unsafe(dice: Random, pack: bytes) -> bytes:
    return _with(pack, "pictures/odd.svg", dice.choice(UNSAFE))


def picture_is_none(dice: Random, pack: bytes) -> bytes:
    size = struct.pack(">II", *dice.choice(((0, 5), (60_000, 60_000), (7_000, 10))))
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size + b"\10\2\0\0\0"
    odd = (
        png,
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"GIF89a",
        dice.randbytes(60),
        pack,
        b"",
        b"x" * ((1 << 20) + 1),
    )
    return _with(pack, f"pictures/odd{dice.choice(('.png', '.jpg', '.jpeg', '.PNG'))}", dice.choice(odd))


def too_much_text(dice: Random, pack: bytes) -> bytes:
    text = _text(pack)
    long = text + b"\n" * 9_000 + b"word " * 50
    many = (8 * 1024 * 1024) // len(long) + 2
    return zip_of(parts_of({f"lessons/l{number}.md": long for number in range(many)}))


def _deflate(data: bytes) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return press.compress(data) + press.flush()


FAMILIES: Mapping[str, tuple[Kind, ...]] = {
    "bytes": (
        *(
            flip_bits,
            flip_bits,
            flip_bits,
            overwrite,
            cut_end,
            cut_beginning,
            cut_middle,
            insert,
            double_piece,
        ),
        *(swap_pieces, twice, noise, header_field, header_field, header_field),
    ),
    "zip": (
        *(encrypted, strange_flags, special_file, symlink_with_target, folder_entry, compressed, bomb),
        *(same_entry_twice, laid_over, gap, hidden_file, something_before, comment, extra_field),
        *(local_name_differs, local_header_differs, wrong_count),
    ),
    "names": (escaping, escaping, reserved, reserved, foreign, nested, case_twins, unicode_twins),
    "list": (
        *(no_list, list_is_no_list, list_has_wrong_types, list_has_wrong_words, list_has_wrong_id),
        *(list_has_wrong_day, list_has_other_keys, list_has_wrong_files, file_missing, file_not_listed),
        *(file_changed, newer, too_many_files, no_lesson),
    ),
    "signature": (signature_wrong, signature_is_none, signed_then_changed),
    "contents": (lesson_is_none, picture_is_unsafe, picture_is_none, too_much_text),
}
"""By what they attack; a family is chosen first, then one of its kinds."""
