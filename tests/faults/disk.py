"""A folder as a power cut leaves it, out of the log of what a program did to it.

What was written reaches the disk at the latest when it is synced; before that any part of it may have, in
any order, torn between sectors. Names are harder to say, for file systems differ, so both are tried:

- `Names.IN_ORDER`, as ext4, XFS, Btrfs and NTFS keep them: names change on the disk in the order in which
  they were changed, and syncing any file also brings all names so far onto the disk.
- `Names.BY_FOLDER`, the least that POSIX promises: only syncing the folder itself keeps its names, and of
  those not synced any may have reached the disk without those before.

A sync that failed keeps nothing, and what was unsynced then stays so: Linux forgets that it had to be
written. A sector holds either what it held before or what was written, nothing else.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

from tests.faults.shim import Step

SECTOR = 512


class Names(StrEnum):
    """What a file system promises about names."""

    IN_ORDER = "names in order"
    BY_FOLDER = "names by folder"


class Left(StrEnum):
    """How much of what was not synced is on the disk after the cut."""

    NOTHING = "nothing unsynced"
    EVERYTHING = "everything unsynced"
    SOME = "sectors of it in any order"
    FIRST = "its beginning, torn"
    LAST = "its end alone"


@dataclass(slots=True)
class Piece:
    """A write or a cut that may or may not have reached the disk."""

    place: int
    data: bytes | None
    """None when the file is cut to `place`."""
    sure: bool = False
    forgotten: bool = False
    """A sync failed: no later one promises it."""


@dataclass(slots=True)
class File:
    """What is certain to be on the disk, and what came after."""

    base: bytearray = field(default_factory=bytearray)
    pieces: list[Piece] = field(default_factory=list)

    def sync(self) -> None:
        """Everything so far is on the disk, but for what a failed sync forgot."""
        for piece in self.pieces:
            piece.sure = piece.sure or not piece.forgotten
        while self.pieces and self.pieces[0].sure:
            put(self.base, self.pieces.pop(0))

    def fail_to_sync(self) -> None:
        """What is unsynced now is forgotten."""
        for piece in self.pieces:
            piece.forgotten = piece.forgotten or not piece.sure

    def after(self, left: Left, dice: random.Random) -> bytes:
        """Give what lies on the disk after the cut."""
        content = bytearray(self.base)
        for piece in kept(self.pieces, left, dice):
            put(content, piece)
        return bytes(content)


@dataclass(slots=True)
class Change:
    """A change of names: a number where a file comes to be, None where a name goes."""

    folder: str
    """Whose sync keeps it."""
    gone: tuple[str, ...]
    come: tuple[tuple[str, int], ...]
    folders_gone: tuple[str, ...] = ()
    folders_come: tuple[str, ...] = ()
    sure: bool = False


@dataclass(slots=True)
class Tree:
    """Names and folders."""

    names: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def copy(self) -> Tree:
        """Give another one that may be changed."""
        return Tree(dict(self.names), set(self.folders))

    def apply(self, change: Change) -> None:
        """Let the names be changed."""
        for name in change.gone:
            self.names.pop(name, None)
        self.folders -= set(change.folders_gone)
        self.folders |= set(change.folders_come)
        self.names.update(change.come)


class Disk:
    """A folder under the program's hands, and what of it is certain to be on the disk."""

    def __init__(self, folder: Path, inodes: Mapping[int, tuple[str, bytes]], *, lies: bool = False) -> None:
        """Begin with what lay in the folder: each file's name in it and content by its inode's number.

        One that `lies` takes no notice of a sync, as some drives do; nothing written is certain.
        """
        self._folder, self._lies = str(folder.resolve()), lies
        self._files: list[File] = []
        self._numbers: dict[int, int] = {}
        self.seen = Tree(folders={self._folder})
        for inode, (name, content) in inodes.items():
            path = PurePosixPath(self._folder, name)
            self.seen.names[str(path)] = self._new(inode, content)
            self.seen.folders |= {str(parent) for parent in path.parents}
        self._base = self.seen.copy()
        self._changes: list[Change] = []
        self._in_order = 0
        """How many of the changes are on the disk where names change in order."""

    def do(self, step: Step) -> None:
        """Let the program do one thing more."""
        if step.what == "!":
            raise AssertionError(f"the shim could not see what was done to {step.path}")
        if step.what in "WTS":
            self._do_to_file(step)
        elif step.what == "D":
            if not self._lies and not step.failed:
                self._keep_names(step.path)
        elif step.what not in "AF":
            change = self._change(step)
            self.seen.apply(change)
            self._changes.append(change)

    def cut(self, names: Names, dice: random.Random) -> Iterator[tuple[str, bytes]]:
        """Cut the power now, and give each file that is there, by its path under the folder."""
        tree = self._tree(names, dice)
        for path, number in sorted(tree.names.items()):
            inside = PurePosixPath(path).relative_to(self._folder)
            lost = any(
                str(PurePosixPath(self._folder) / parent) not in tree.folders
                for parent in inside.parents
                if str(parent) != "."
            )
            if not lost:
                yield str(inside), self._files[number].after(dice.choice(tuple(Left)), dice)

    def content(self) -> dict[str, bytes]:
        """Give what the program sees now, cut or not."""
        dice = random.Random(0)  # noqa: S311 - not used, for everything is there
        return {
            str(PurePosixPath(path).relative_to(self._folder)): self._files[number].after(
                Left.EVERYTHING, dice
            )
            for path, number in self.seen.names.items()
        }

    def _new(self, inode: int, content: bytes = b"") -> int:
        self._files.append(File(bytearray(content)))
        self._numbers[inode] = len(self._files) - 1
        return len(self._files) - 1

    def _do_to_file(self, step: Step) -> None:
        file = self._files[self._numbers[step.file]]
        if step.what == "W":
            file.pieces.append(Piece(step.place, step.data))
        elif step.what == "T":
            file.pieces.append(Piece(step.place, None))
        elif step.failed:
            file.fail_to_sync()
        elif not self._lies:
            file.sync()
            self._in_order = len(self._changes)

    def _keep_names(self, folder: str) -> None:
        for change in self._changes:
            change.sure = change.sure or change.folder == folder
        self._in_order = len(self._changes)
        while self._changes and self._changes[0].sure:
            self._base.apply(self._changes.pop(0))
            self._in_order -= 1

    def _tree(self, names: Names, dice: random.Random) -> Tree:
        """The names on the disk after the cut."""
        tree = self._base.copy()
        if names is Names.IN_ORDER:
            upto = dice.randint(self._in_order, len(self._changes))
            kept_changes: Iterable[Change] = self._changes[:upto]
        else:
            share = dice.choice((0.0, 0.5, 1.0))
            kept_changes = [one for one in self._changes if one.sure or dice.random() < share]
        for change in kept_changes:
            tree.apply(change)
        return tree

    def _change(self, step: Step) -> Change:
        path, names = step.path, self.seen.names
        folder = str(PurePosixPath(path).parent)
        simple = {
            "C": lambda: Change(folder, (), ((path, self._new(step.file)),)),
            "U": lambda: Change(folder, (path,), ()),
            "M": lambda: Change(folder, (), (), folders_come=(path,)),
            "X": lambda: Change(folder, (), (), folders_gone=(path,)),
        }
        if step.what in simple:
            return simple[step.what]()
        new = os.fsdecode(step.data)
        folder = str(PurePosixPath(new).parent)
        if path in names:
            return Change(folder, (path,) if step.what == "R" else (), ((new, names[path]),))
        inside = [name for name in names if name.startswith(f"{path}/")]
        below = [name for name in self.seen.folders if name == path or name.startswith(f"{path}/")]
        return Change(
            folder,
            tuple(inside),
            tuple((new + name[len(path) :], names[name]) for name in inside),
            tuple(below),
            tuple(new + name[len(path) :] for name in below),
        )


def put(content: bytearray, piece: Piece) -> None:
    """Let a piece come onto the disk; a hole reads as noughts."""
    if piece.data is None:
        del content[piece.place :]
        content.extend(bytes(piece.place - len(content)))
        return
    content.extend(bytes(max(0, piece.place - len(content))))
    content[piece.place : piece.place + len(piece.data)] = piece.data


def kept(pieces: list[Piece], left: Left, dice: random.Random) -> Iterator[Piece]:
    """Give the pieces, or the sectors of them, that reached the disk."""
    loose = sum(not piece.sure for piece in pieces)
    edge = dice.randrange(loose) if loose else 0
    share = dice.choice((0.1, 0.5, 0.9))
    place = -1
    for piece in pieces:
        place += not piece.sure
        whole = piece.sure or left is Left.EVERYTHING
        whole = whole or (left is Left.FIRST and place < edge) or (left is Left.LAST and place > edge)
        if whole:
            yield piece
        elif left is Left.SOME or (left in (Left.FIRST, Left.LAST) and place == edge):
            yield from (part for part in sectors(piece) if dice.random() < share)


def sectors(piece: Piece) -> Iterator[Piece]:
    """Give a write as the sectors that it falls into; a cut is one thing."""
    if piece.data is None:
        yield piece
        return
    at = 0
    while at < len(piece.data):
        size = SECTOR - (piece.place + at) % SECTOR
        yield Piece(piece.place + at, piece.data[at : at + size])
        at += size


def lying_in(folder: Path) -> dict[int, tuple[str, bytes]]:
    """Give what lies in a folder as `Disk` wants it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.stat().st_ino: (str(path.relative_to(folder)), path.read_bytes()) for path in found}


def lay_down(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Make the folder out of what `Disk.cut` gave; nothing else may lie there."""
    folder.mkdir(parents=True)
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
