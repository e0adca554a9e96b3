"""Walks through a practice scenario: choosing, going back, every path there is, and two walks side by side.

Nothing is judged here: every walk ends, and nobody fails. A path is written as `scene/reply` for each step,
which is what the records keep. What a file got wrong (a reply that leads nowhere) ends a walk; the checker
names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rse_lessons.training.model import Practice, Reply, Scene


@dataclass(frozen=True, slots=True)
class Step:
    """A scene and what was said or done in it."""

    scene: Scene
    reply: Reply

    @property
    def key(self) -> str:
        """Give it as the records keep it."""
        return f"{self.scene.id}/{self.reply.id}"


@dataclass(frozen=True, slots=True)
class Walk:
    """A conversation as far as it has gone; `choose` and `back` give another one."""

    practice: Practice
    replies: tuple[str, ...] = ()
    """Ids of the replies chosen, each in its own scene."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give the scenes gone through, with what was chosen; KeyError for a reply that is not there."""
        scene, steps = _first(self.practice), []
        for chosen in self.replies:
            reply = _reply(scene, chosen)
            steps.append(Step(scene, reply))
            scene = _led_to(self.practice, reply)
        return tuple(steps)

    @property
    def scene(self) -> Scene:
        """Give the scene that it has come to."""
        steps = self.steps
        return _led_to(self.practice, steps[-1].reply) if steps else _first(self.practice)

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to choose."""
        return not self.scene.replies

    @property
    def path(self) -> tuple[str, ...]:
        """Give it as the records keep it: `scene/reply` for each step."""
        return tuple(step.key for step in self.steps)

    def choose(self, reply: str) -> Walk:
        """Go on with a reply of this scene; KeyError when the scene has none of this id."""
        _reply(self.scene, reply)
        return replace(self, replies=(*self.replies, reply))

    def back(self) -> Walk:
        """Go back one step; at the beginning it stays there."""
        return replace(self, replies=self.replies[:-1])

    def again(self) -> Walk:
        """Go back to the beginning."""
        return replace(self, replies=())


@dataclass(frozen=True, slots=True)
class Parting:
    """Two walks side by side."""

    shared: tuple[Step, ...]
    """What both have at the beginning."""
    left: tuple[Step, ...]
    """What the first goes on with."""
    right: tuple[Step, ...]
    scene: Scene | None
    """Where they part: a scene in which each chose something else; None when they are the same."""
    endings: tuple[Scene, Scene]
    """What each led to, or has come to so far."""

    @property
    def meet(self) -> bool:
        """Whether both come to the same end, though they parted."""
        return self.scene is not None and self.endings[0].id == self.endings[1].id


def walk_of(practice: Practice, path: Sequence[str]) -> Walk | None:
    """Give the walk that was kept as `scene/reply`; None when the conversation has been rewritten since."""
    walk = Walk(practice)
    for kept in path:
        scene, _, reply = kept.partition("/")
        if walk.scene.id != scene or all(known.id != reply for known in walk.scene.replies):
            return None
        walk = walk.choose(reply)
    return walk


def paths(practice: Practice) -> Iterator[tuple[str, ...]]:
    """Give the replies of every way from the beginning to an end, each once.

    There may be very many: take as many as you need. A conversation that leads back to a scene it has been
    in has no end there, and no path.
    """
    yield from _paths(practice, _first(practice), frozenset())


def _paths(practice: Practice, scene: Scene, been: frozenset[str]) -> Iterator[tuple[str, ...]]:
    if not scene.replies:
        yield ()
        return
    for reply in scene.replies:
        to = _led_to(practice, reply)
        if to.id not in been | {scene.id}:
            for further in _paths(practice, to, been | {scene.id}):
                yield (reply.id, *further)


def compare(first: Walk, second: Walk) -> Parting:
    """Put two walks through the same conversation side by side."""
    left, right = first.steps, second.steps
    same = 0
    while same < min(len(left), len(right)) and left[same].key == right[same].key:
        same += 1
    parts = same < max(len(left), len(right))
    longer = left if len(left) > same else right
    where = longer[same].scene if parts else None
    return Parting(left[:same], left[same:], right[same:], where, (first.scene, second.scene))


def _first(practice: Practice) -> Scene:
    return practice.scenes[0] if practice.scenes else Scene("", practice.place, "")


def _reply(scene: Scene, reply: str) -> Reply:
    for known in scene.replies:
        if known.id == reply:
            return known
    raise KeyError(reply)


def _led_to(practice: Practice, reply: Reply) -> Scene:
    for scene in practice.scenes:
        if scene.id == reply.goes_to:
            return scene
    return Scene(reply.goes_to, reply.place, "")
