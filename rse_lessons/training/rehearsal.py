"""A rehearsal: moments that come up while a lesson is given to an empty room, and what was done in them.

Pure values. The lesson itself is given by `presenting`; when a moment is due is told here by slide, and
shown by `ui`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from rse_lessons.lesson.model import Band, Slide, Stage
from rse_lessons.lesson.words import is_id

USUAL = 4
"""How many moments come up unless the teacher says otherwise, the last one included."""
FEW, MANY = 2, 7


class MomentsError(ValueError):
    """The file of moments is not as it should be; the words say where."""


@dataclass(frozen=True, slots=True)
class MomentReply:
    """What a teacher may say or do."""

    id: str
    text: str
    taken: str
    """How it may be taken."""
    asks: str
    """What good practice asks here."""
    better: str = ""
    """A better wording; empty when this is a good one."""


@dataclass(frozen=True, slots=True)
class RoomMoment:
    """Something that may happen in a room during a lesson."""

    id: str
    title: str
    stages: tuple[Stage, ...]
    situation: str
    question: str
    next_step: str
    replies: tuple[MomentReply, ...]
    last: bool = False
    """Whether it comes at the very end of a lesson."""
    bands: tuple[Band, ...] = ()
    """The ages that it may happen at; empty for all."""

    def reply(self, name: str) -> MomentReply:
        """Give a reply by its id. Raises KeyError."""
        for one in self.replies:
            if one.id == name:
                return one
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Met:
    """A moment that came up, and what was chosen; nothing when it was put aside."""

    moment: RoomMoment
    reply: MomentReply | None
    slide: int
    """Where it came up, from 0."""


def read_moments(path: Path, fill: Callable[[str], str] = str) -> tuple[RoomMoment, ...]:
    """Read the moments of a file; `fill` puts the nation's words into every text.

    Raises OSError, and MomentsError when something is missing or said twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise MomentsError(f"{path.name} cannot be read: {error}") from error
    return moments_of(text, path.name, fill)


def moments_of(text: str, name: str, fill: Callable[[str], str] = str) -> tuple[RoomMoment, ...]:
    """Read the moments of a file's text, in whatever language. Raises MomentsError."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MomentsError(f"{name} cannot be read: {error}") from error
    moments = tuple(_moment(entry, fill) for entry in table.get("moments", ()))
    _once([moment.id for moment in moments], name)
    return moments


def _moment(entry: Mapping[str, Any], fill: Callable[[str], str]) -> RoomMoment:
    name = _id(entry)
    replies = tuple(_reply(one, name, fill) for one in entry.get("replies", ()))
    _once([reply.id for reply in replies], name)
    if len(replies) < 2 or all(reply.better for reply in replies):
        raise MomentsError(f"{name} needs two replies at least, and one that is a good one")
    try:
        stages = tuple(Stage(stage) for stage in entry.get("stages", ()))
        bands = tuple(Band(band) for band in entry.get("bands", ()))
    except ValueError as error:
        raise MomentsError(f"{name}: {error}") from error
    if not stages:
        raise MomentsError(f"{name} happens in no stage")
    title, situation, question, after = (
        _text(entry, key, name, fill) for key in ("title", "situation", "question", "next")
    )
    last = entry.get("last") is True
    return RoomMoment(name, title, stages, situation, question, after, replies, last, bands)


def _reply(entry: Mapping[str, Any], moment: str, fill: Callable[[str], str]) -> MomentReply:
    name = _id(entry)
    where = f"{moment}/{name}"
    text, taken, asks = (_text(entry, key, where, fill) for key in ("text", "taken", "asks"))
    return MomentReply(name, text, taken, asks, fill(str(entry.get("better", ""))))


def _id(entry: Mapping[str, Any]) -> str:
    name = entry.get("id")
    if not isinstance(name, str) or not is_id(name):
        raise MomentsError(f"{name!r} is no id")
    return name


def _text(entry: Mapping[str, Any], key: str, where: str, fill: Callable[[str], str]) -> str:
    text = entry.get(key)
    if not isinstance(text, str) or not text.strip():
        raise MomentsError(f"{where} needs {key}")
    return fill(text)


def _once(names: Sequence[str], where: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise MomentsError(f"{where} has {name} twice")


def for_band(moments: Sequence[RoomMoment], band: Band | None) -> tuple[RoomMoment, ...]:
    """Give the moments that may happen with pupils of this age; all of them for a lesson of no band."""
    return tuple(one for one in moments if band is None or not one.bands or band in one.bands)


def without(moments: Sequence[RoomMoment], recent: Sequence[str], wanted: int) -> tuple[RoomMoment, ...]:
    """Leave out what came up in earlier rehearsals, the latest of `recent` last, while enough are left."""
    left = list(moments)
    for name in reversed(recent):
        fewer = [moment for moment in left if moment.id != name]
        if len(fewer) < wanted:
            break
        left = fewer
    return tuple(left)


def plan_moments(
    slides: Sequence[Slide], moments: Sequence[RoomMoment], count: int, random: Random
) -> Mapping[int, RoomMoment]:
    """Choose on which slides which moments come up: at most one a slide, none on the first.

    One that comes last is among them where the lesson has its stage, on the last slide of that stage.
    """
    chosen: dict[int, RoomMoment] = {}
    ends = [moment for moment in moments if moment.last]
    random.shuffle(ends)
    for moment in ends:
        places = [index for index, slide in enumerate(slides) if index and slide.stage in moment.stages]
        if places and count > 0:
            chosen[places[-1]] = moment
            break
    others = [moment for moment in moments if not moment.last]
    random.shuffle(others)
    for moment in others:
        if len(chosen) >= count:
            break
        if places := list(_free(slides, moment, chosen)):
            chosen[random.choice(places)] = moment
    return dict(sorted(chosen.items()))


def _free(slides: Sequence[Slide], moment: RoomMoment, taken: Mapping[int, RoomMoment]) -> Iterator[int]:
    for index, slide in enumerate(slides):
        if index and slide.stage in moment.stages and index not in taken:
            yield index


def as_recorded(met: Sequence[Met]) -> list[str]:
    """Give what is kept of the moments that were answered: `moment/reply`, in their order."""
    return [f"{one.moment.id}/{one.reply.id}" for one in met if one.reply is not None]
