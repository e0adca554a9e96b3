"""A pack compared with the lessons that are here, and what is to become of each of its lessons: values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rse_lessons.lesson.model import Lesson
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.reader import Reading
from rse_lessons.packs.installing import Plan
from rse_lessons.packs.making import pictures_of
from rse_lessons.packs.signers import Known, Standing
from rse_lessons.packs.unpacking import Unpacked


class Here(StrEnum):
    """Whether a lesson of a pack is here already."""

    NEW = "new"
    ALIKE = "alike"
    """The same lesson with the same pictures."""
    OWN = "own"
    """Another lesson with this id, which the school may replace."""
    BUILT_IN = "built-in"
    """Another lesson with this id, which came with the app and stays as it is."""


class Wish(StrEnum):
    """What to do with lessons whose ids are here already."""

    KEEP = "keep"
    TAKE = "take"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A lesson of a pack that arrived."""

    lesson: Lesson
    problems: tuple[Problem, ...]
    here: Here

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the lesson from being right."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A pack that may be added: checked, and in a folder of its own that the library does not read."""

    unpacked: Unpacked
    lessons: tuple[Arrived, ...]
    standing: Standing
    known: Known | None = None
    """Who signed with the same key before."""

    @property
    def clashes(self) -> tuple[Arrived, ...]:
        """The lessons of which another one is here."""
        return tuple(found for found in self.lessons if found.here in (Here.OWN, Here.BUILT_IN))

    @property
    def wanted(self) -> bool:
        """Whether there is anything that is not here already."""
        return any(found.here is not Here.ALIKE for found in self.lessons)


@dataclass(frozen=True, slots=True)
class Added:
    """What was added."""

    lessons: tuple[str, ...]
    """Ids, as they are called here."""
    left_out: int
    renamed: tuple[tuple[str, str], ...]
    """Ids in the pack, each with the one it has here."""
    replaced: int
    folder: Path
    message: str = ""
    """A sentence, when the signer could not be kept in mind."""
    titles: tuple[str, ...] = ()
    """Titles of `lessons`, in the same order."""


def plan_of(arrival: Arrival, wish: Wish, taken: Mapping[str, Path]) -> tuple[Plan, tuple[Arrived, ...]]:
    """Decide what becomes of each lesson, and give those that are added.

    `taken` has the files that are here by id. A lesson that came with the app never gives way.
    """
    leave_out: list[str] = []
    give_way: list[Path] = []
    rename: dict[str, str] = {}
    added: list[Arrived] = []
    ids = {*taken, *(found.lesson.id for found in arrival.lessons)}
    for found in arrival.lessons:
        lesson = found.lesson
        name = lesson.path.name
        if found.here is Here.ALIKE or (found.here is not Here.NEW and wish is Wish.KEEP):
            leave_out.append(name)
            continue
        added.append(found)
        if found.here is Here.OWN and wish is Wish.TAKE:
            give_way.append(taken[lesson.id])
        elif found.here is not Here.NEW:
            other = _other_id(lesson.id, ids)
            ids.add(other)
            rename[name] = f"{other}{lesson.path.suffix}"
    return Plan(tuple(leave_out), rename, tuple(give_way)), tuple(added)


def _other_id(lesson: str, taken: set[str]) -> str:
    number = 2
    while f"{lesson}-{number}" in taken:
        number += 1
    return f"{lesson}-{number}"


def alike(lesson: Lesson, other: Reading) -> bool:
    """Say whether two lessons are the same in every byte, those of their pictures included."""
    if other.lesson is None:
        return False
    ours, theirs = (
        {"": found.path, **{picture.file: picture.path for picture in pictures_of(found)}}
        for found in (lesson, other.lesson)
    )
    if ours.keys() != theirs.keys():
        return False
    try:
        return all(_bytes(ours[name]) == _bytes(theirs[name]) for name in ours)
    except OSError:
        return False


def _bytes(path: Path | None) -> bytes:
    return path.read_bytes() if path is not None else b""
