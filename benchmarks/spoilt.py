"""Merge files that were spoilt, by accident or on purpose, and what has to come of each.

A file that was spoilt blindly no longer fits its own SHA-256. Whoever spoils it on purpose seals it again:
then the fields have to give it away. `SPOILERS` names every way.
"""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from rse_lessons.progress.between.pieces import Header, header_line
from rse_lessons.progress.between.verifying import read_header

Spoil = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to spoil a file."""

    spoil: Spoil
    may_stay_good: bool = False
    """Whether what comes out may be as good as what the program writes itself."""


# Blindly: nothing is sealed again


def _flip(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 8, 64))):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _drop(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randint(1, 400) :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + chance.randbytes(chance.randint(1, 200)) + content[start:]


def _overwrite(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    blank = chance.choice((b"\0", b"\xff", b" ", b"[", b'"')) * chance.choice((1, 16, 512))
    return content[:start] + blank + content[start + len(blank) :]


def _twice(content: bytes, _chance: random.Random) -> bytes:
    return content + content


def _windows_lines(content: bytes, _chance: random.Random) -> bytes:
    return content.replace(b"\n", b"\r\n")


def _other_letters(content: bytes, chance: random.Random) -> bytes:
    return content.decode().encode(chance.choice(("utf-16", "utf-8-sig", "utf-32")))


def _noise(_content: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((0, 1, 100, 10_000)))


# On purpose: sealed again, so that length and sum fit


def seal_again(header: Header, lines: list[bytes], **changes: Any) -> bytes:
    """Give a file whose first line fits these lines, but for what is changed on purpose."""
    body = b"".join(line + b"\n" for line in lines)
    fitting = replace(header, length=len(body), sha256=sha256(body).hexdigest())
    return header_line(replace(fitting, **changes)) + body


def _parts(content: bytes) -> tuple[Header, list[bytes]]:
    first, *lines = content.split(b"\n")[:-1]
    return read_header(first), lines


def _wrong_header(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    wrong: dict[str, list[Any]] = {
        "version": [0, -1, 2, 99, "1", None, 1.0, True],
        "device": ["", "ABCDEF0123456789", "0" * 15, "../../etc/passwd", 7, None, "0" * 16 + "\n"],
        "first": [-1, header.first + 1, "1", 10**30, None],
        "last": [header.last + 1, header.last - 1, 0, 10**30, 1.5],
        "count": [header.count + 1, header.count - 1, 0, 10**9, -1, None],
        "words": [header.words + 1, 10**9, -1, "0"],
        "length": [header.length + 1, header.length - 1, 0, -1, 10**12],
        "sha256": ["", "0" * 64, header.sha256.upper(), header.sha256[:-1], None],
    }
    name = chance.choice(list(wrong))
    return seal_again(header, lines, **{name: chance.choice(wrong[name])})


WRONG: Mapping[str, list[Any]] = {
    "id": ["", "x" * 32, "0" * 31, "A" * 32, None, 5, "../" * 10 + "ab"],
    "device": ["", "pc", "0" * 17, "G" * 16, None, ["0" * 16]],
    "counter": [0, -1, 10**9, 2**63, 10**400, "1", None, 1.0, True],
    "time": [
        *("", "yesterday", None, 0, "2026-02-30T09:00:00.000Z", "2026-13-01T09:00:00.000Z"),
        *("2026-03-02T09:15:00Z", "2026-03-02T09:15:00.000+00:00", "2026-03-02T25:15:00.000Z"),
    ],
    "kind": ["", "slides", "pupil-answer", "Slide", None, 3, "drop table events"],
    "class_label": [" 7B", "x" * 41, "7B\n", "7\u202eB", "7\x00B", None, ["7B"], "\ud800"],
    "profile": ["x" * 65, "a\nb", None, 1, "\u202e"],
    "data": [None, [], "{}", {"name": "Jane Smith"}, {"slide": "three"}, {"slide": 3, "note": "words"}],
    "version": [0, -1, None, "1", 1.0, True],
    "pupil": ["Jane Smith"],
}
"""What no event may hold, by field; `pupil` is a field that there is not."""


def _wrong_field(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    place = chance.randrange(header.count)
    event = json.loads(lines[place])
    name = chance.choice(list(WRONG))
    event[name] = chance.choice(WRONG[name])
    lines[place] = json.dumps(event).encode()
    return seal_again(header, lines)


def _lost_field(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    place = chance.randrange(header.count)
    event = json.loads(lines[place])
    del event[chance.choice(list(event))]
    lines[place] = json.dumps(event).encode()
    return seal_again(header, lines)


def _wrong_data(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    place = chance.randrange(header.count)
    event = json.loads(lines[place])
    event |= chance.choice(
        [
            {"kind": "tally", "data": {"block": "b", "counts": {"sure": chance.randint(0, 4)}}},
            {"kind": "tally", "data": {"block": "b", "counts": {"Jane Smith": 12}}},
            {"kind": "block", "data": {"block": "b", "state": {"said": "what a pupil said"}}},
            {"kind": "block", "data": {"block": "b", "state": {"a": [[[[[[1]]]]]]}}},
            {"kind": "block", "data": {"block": "b", "state": {"a": list(range(9_000))}}},
            {"kind": "slide", "data": {"slide": chance.choice((-1, 1000, 10**20, None, 1.5))}},
            {"kind": "stage", "data": {"stage": "explore", "seconds": chance.choice((-1, 86_401, 1e308))}},
            {"kind": "stroke", "data": {"page": "1", "place": 0, "pen": "x", "width": 1, "points": [1]}},
            {"kind": "questions-counted", "lesson": "", "data": {"slips": 3, "passed": 1}},
            {"kind": "class-added", "data": {"band": "ks3"}, "lesson": "ask-first"},
            {"kind": "slide", "lesson": "", "data": {"slide": 1}},
            {"kind": "slide", "lesson": "x" * 121, "data": {"slide": 1}},
        ]
    )
    lines[place] = json.dumps(event).encode()
    return seal_again(header, lines)


def _cleared_ahead(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    place = chance.randrange(header.count)
    before = chance.choice(
        ("2099-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2026-99-01T00:00:00.000Z")
    )
    event = json.loads(lines[place])
    event |= {"kind": "classes-cleared", "lesson": "", "class_label": ""}
    event["data"] = {"before": before, "mark": ""}
    lines[place] = json.dumps(event).encode()
    return seal_again(header, lines)


def _wrong_line(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    lines[chance.randrange(header.count)] = chance.choice(
        [
            *(b"", b"null", b"[]", b"{}", b'"', b"{", b"\xff\xfe", b"\x00", b"{}{}", b'{"data":NaN}'),
            *(b"[" * 30_000, b'{"a":' * 6_000, b"1" * 5_000, b'{"counter":Infinity}', b"x" * 40_000),
        ]
    )
    return seal_again(header, lines)


def _doubled_line(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    lines.insert(chance.randrange(len(lines)), lines[chance.randrange(header.count)])
    return seal_again(header, lines, count=header.count + 1)


def _strange_words(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    row: dict[str, Any] = {"words": "rule-2", "class_label": "7A", "at": "2026-03-02T09:15:00.000Z"}
    row["text"] = "We listen"
    name = chance.choice([*row, "pupil"])
    row[name] = chance.choice(["", "x" * 600, "two\nlines", None, 4, "\u202e"])
    lines.append(json.dumps(row).encode())
    return seal_again(header, lines, words=header.words + 1)


# On purpose, and perhaps to something that the program could have written


def _shuffled(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    chance.shuffle(lines)
    return seal_again(header, lines)


def _another_value(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    place = chance.randrange(header.count)
    event = json.loads(lines[place])
    name = chance.choice(list(event))
    other = json.loads(lines[chance.randrange(header.count)])
    event[name] = other[name]
    lines[place] = json.dumps(event, sort_keys=True, separators=(",", ":")).encode()
    return seal_again(header, lines)


def _flipped_inside(content: bytes, chance: random.Random) -> bytes:
    header, lines = _parts(content)
    place = chance.randrange(len(lines))
    line = bytearray(lines[place])
    line[chance.randrange(len(line))] = chance.randrange(32, 127)
    lines[place] = bytes(line)
    return seal_again(header, lines)


SPOILERS: Mapping[str, Way] = {
    "bits flipped": Way(_flip),
    "cut off": Way(_cut),
    "a part missing": Way(_drop),
    "something put in": Way(_insert),
    "overwritten": Way(_overwrite),
    "twice in one file": Way(_twice),
    "Windows line ends": Way(_windows_lines),
    "another encoding": Way(_other_letters),
    "noise": Way(_noise),
    "a wrong first line": Way(_wrong_header),
    "a wrong field": Way(_wrong_field),
    "a field missing": Way(_lost_field),
    "wrong data": Way(_wrong_data),
    "cleared in the future": Way(_cleared_ahead),
    "a wrong line": Way(_wrong_line),
    "an event twice": Way(_doubled_line),
    "words of nothing": Way(_strange_words),
    "lines shuffled": Way(_shuffled, may_stay_good=True),
    "a value of another event": Way(_another_value, may_stay_good=True),
    "a letter changed and sealed": Way(_flipped_inside, may_stay_good=True),
}


def spoilt(content: bytes, number: int) -> tuple[str, Way, bytes]:
    """Give the spoilt file of this number: by which way, and what came out."""
    chance = random.Random(number)  # noqa: S311  repeatable on purpose
    name = list(SPOILERS)[number % len(SPOILERS)]
    return name, SPOILERS[name], SPOILERS[name].spoil(content, chance)
