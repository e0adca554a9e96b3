"""Kinds of damage that a disk, a program or a hand does to a file, each the same again for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

PAGE = 4096


def _zeroed(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(0, max(len(content) // PAGE, 1)) * PAGE
        content[at : at + PAGE] = bytes(len(content[at : at + PAGE]))


def _noise(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(0, max(len(content) // PAGE, 1)) * PAGE
        content[at : at + PAGE] = dice.randbytes(len(content[at : at + PAGE]))


def _swapped(content: bytearray, dice: random.Random) -> None:
    pages = len(content) // PAGE
    for _ in range(dice.randint(1, 4)):
        one, two = (dice.randrange(pages) * PAGE for _ in range(2))
        first, second = bytes(content[one : one + PAGE]), bytes(content[two : two + PAGE])
        content[one : one + PAGE], content[two : two + PAGE] = second, first


def _doubled(content: bytearray, dice: random.Random) -> None:
    pages = len(content) // PAGE
    one, two = (dice.randrange(pages) * PAGE for _ in range(2))
    content[one : one + PAGE] = content[two : two + PAGE]


def _cut(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def _cut_at_a_page(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content) // PAGE) * PAGE :]


def _bits(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.choice([1, 3, 40, 400])):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _header(content: bytearray, dice: random.Random) -> None:
    at = dice.randrange(100)
    content[at : at + dice.randint(1, 30)] = dice.randbytes(dice.randint(1, 30))


def _sectors(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 20)):
        at = dice.randrange(max(len(content) // 512, 1)) * 512
        content[at : at + 512] = dice.choice([bytes(512), b"\xff" * 512, dice.randbytes(512)])


def _other_content(content: bytearray, dice: random.Random) -> None:
    content[:] = dice.choice([b"", b"\0" * len(content), b"Dear diary, " * 500, dice.randbytes(9000)])


def _moved(content: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(content))
    content[at:at] = dice.randbytes(dice.choice([1, 17, 512, PAGE]))


def _end_again(content: bytearray, dice: random.Random) -> None:
    content += content[-dice.randint(1, 5) * PAGE :]


KINDS: Mapping[str, Callable[[bytearray, random.Random], None]] = {
    "pages zeroed": _zeroed,
    "pages of noise": _noise,
    "pages swapped": _swapped,
    "a page twice": _doubled,
    "cut": _cut,
    "cut at a page": _cut_at_a_page,
    "bits turned": _bits,
    "header": _header,
    "sectors": _sectors,
    "other content": _other_content,
    "moved": _moved,
    "the end again": _end_again,
}


def damage(path: Path, seed: int) -> str:
    """Damage a file and say how."""
    dice = random.Random(seed)  # noqa: S311 - the same again for the same seed
    kind = list(KINDS)[seed % len(KINDS)]
    content = bytearray(path.read_bytes())
    KINDS[kind](content, dice)
    path.write_bytes(content)
    return f"{kind} (seed {seed})"
