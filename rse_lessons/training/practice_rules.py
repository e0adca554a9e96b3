"""Rules about conversations and about what else a teacher reads and does: that they hold what they need.

`PRACTICE_RULES` is their order; each takes the module and its context and yields problems. Nothing here
follows a path one by one: there may be more than can be walked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rse_lessons.lesson.model import Misconception
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.words import is_id
from rse_lessons.training.model import (
    Arrange,
    Example,
    ForNations,
    Guidance,
    Match,
    Module,
    ModuleBlock,
    Practice,
    Question,
    Reflect,
    Rewrite,
    Scene,
    Section,
    Tasks,
)
from rse_lessons.training.rules import Context, Rule, advice, all_blocks, error, options_of
from rse_lessons.training.showing import blocks_in

FEWEST_SCENES, FEWEST_PATHS, MOST_PATHS = 3, 6, 1_000
"""Scenes with replies, and ways from the first scene to an ending."""
HOME: Mapping[type[ModuleBlock], Section] = {
    Example: Section.EXAMPLES,
    Practice: Section.PRACTISE,
    Reflect: Section.REFLECT,
    Tasks: Section.TOMORROW,
}


def practices(module: Module) -> Iterator[Practice]:
    """Give every conversation."""
    return (block for block in all_blocks(module) if isinstance(block, Practice))


def by_id(practice: Practice) -> dict[str, Scene]:
    """Give the scenes by their ids; of two with one id the first counts."""
    scenes: dict[str, Scene] = {}
    for scene in practice.scenes:
        scenes.setdefault(scene.id, scene)
    return scenes


def _leads_to(scene: Scene, scenes: Mapping[str, Scene]) -> set[str]:
    return {reply.goes_to for reply in scene.replies if reply.goes_to in scenes}


def _reachable(scenes: Mapping[str, Scene]) -> dict[str, set[str]]:
    """Give, for each scene, the scenes that can be reached from it by one reply or more."""
    reach = {}
    for name in scenes:
        seen: set[str] = set()
        ahead = [name]
        while ahead:
            new = _leads_to(scenes[ahead.pop()], scenes) - seen
            seen |= new
            ahead.extend(new)
        reach[name] = seen
    return reach


def scene_missing(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001  one shape for all
    """Ask that a reply leads to one of the scenes, and a scene's id is used once."""
    for practice in practices(module):
        scenes = by_id(practice)
        for scene in practice.scenes:
            if scenes[scene.id] is not scene and scene.id:
                sentence = f"There are two scenes “{scene.id}” in this conversation."
                yield error(module, scene.place.line, sentence, "duplicate-id")
            for reply in scene.replies:
                if not reply.goes_to:
                    sentence = "This reply does not say where it leads: - … -> scene-id"
                    yield error(module, reply.place.line, sentence, "scene-missing")
                elif reply.goes_to not in scenes:
                    sentence = f"There is no scene “{reply.goes_to[:60]}” in this conversation."
                    yield error(module, reply.place.line, sentence, "scene-missing")


def reply_incomplete(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a reply says how it may be taken and what guidance asks, and one of a scene is a good one."""
    for practice in practices(module):
        for scene in practice.scenes:
            for reply in scene.replies:
                for name, words in (("taken", reply.taken), ("asks", reply.asks)):
                    if not words.strip():
                        sentence = f"This reply has no “{name}:” under it; nobody should be left to guess."
                        yield error(module, reply.place.line, sentence, "reply-incomplete")
            if scene.replies and not any(reply.good for reply in scene.replies):
                sentence = (
                    "Every reply of this scene has a “better:”; offer one that is good as it stands, without."
                )
                yield error(module, scene.place.line, sentence, "no-good-reply")


def endings(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that an ending says the right next step, and nothing but an ending does."""
    for practice in practices(module):
        for scene in practice.scenes:
            if not scene.replies and not scene.next_step.strip():
                sentence = f"The scene “{scene.id}” is an ending; say the right next step: next: …"
                yield error(module, scene.place.line, sentence, "ending-without-next")
            elif scene.replies and scene.next_step.strip():
                sentence = f"The scene “{scene.id}” has replies, so it is no ending; take its “next:” away."
                yield error(module, scene.place.line, sentence, "next-before-ending")


def loops_and_ends(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a conversation goes forward, each scene is reached, and from each an ending can be."""
    for practice in practices(module):
        scenes = by_id(practice)
        if not scenes:
            continue
        reach, order = _reachable(scenes), list(scenes)
        ending = {name for name, scene in scenes.items() if not scene.replies}
        for scene in scenes.values():
            for reply in scene.replies:
                back = reply.goes_to in scenes and (
                    reply.goes_to == scene.id or scene.id in reach[reply.goes_to]
                )
                # Where no ending can be reached at all, that is the mistake.
                if back and order.index(reply.goes_to) <= order.index(scene.id) and ending & reach[scene.id]:
                    sentence = f"This reply leads back to “{reply.goes_to}”, so the conversation goes round."
                    yield error(module, reply.place.line, sentence, "practice-loop")
        first = next(iter(scenes))
        for name, scene in scenes.items():
            if name not in ending and not ending & reach[name]:
                sentence = f"From the scene “{name}” no ending can be reached; let a reply lead to one."
                yield error(module, scene.place.line, sentence, "practice-endless")
            if name != first and name not in reach[first] and is_id(name):
                sentence = f"No reply leads to the scene “{name}”, so nobody sees it."
                yield error(module, scene.place.line, sentence, "scene-unreachable")


def few_paths(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask for enough to practise on, and not more than anybody can walk."""
    for practice in practices(module):
        count = sum(bool(scene.replies) for scene in practice.scenes)
        if practice.scenes and count < FEWEST_SCENES:
            sentence = f"A conversation needs {FEWEST_SCENES} scenes with replies; this one has {count}."
            yield error(module, practice.place.line, sentence, "few-scenes")
        paths = count_paths(practice)
        if paths is not None and practice.scenes and paths < FEWEST_PATHS:
            sentence = f"A conversation needs {FEWEST_PATHS} different paths; this one has {paths}."
            yield error(module, practice.place.line, sentence, "few-paths")
        elif paths is not None and paths > MOST_PATHS:
            sentence = f"This conversation has {paths:,} paths; nobody can walk more than {MOST_PATHS:,}."
            yield error(module, practice.place.line, sentence, "too-many-paths")


def count_paths(practice: Practice) -> int | None:
    """Count the ways from the first scene to an ending; None for a conversation that goes round."""
    scenes = by_id(practice)
    if not scenes:
        return 0
    reach = _reachable(scenes)
    if any(name in found for name, found in reach.items()):
        return None
    counts: dict[str, int] = {}
    # Whoever can reach less comes first, so that all it leads to is counted when its turn comes. What is
    # not there counts as an ending: it is told by another rule.
    for name in sorted(scenes, key=lambda name: len(reach[name])):
        replies = scenes[name].replies
        counts[name] = sum(counts.get(reply.goes_to, 1) for reply in replies) if replies else 1
    return counts[next(iter(scenes))]


def empty_block(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that a block says something."""
    for block in all_blocks(module):
        for what, there in _needs(block):
            if not there:
                sentence = f"This block has no {what}; fill it or take it away."
                yield error(module, block.place.line, sentence, "empty-block")


def _needs(block: ModuleBlock) -> Iterator[tuple[str, object]]:
    """Give what a block cannot be without, in words, and what there is of it."""
    if isinstance(block, Guidance):
        yield "words", block.markdown
    elif isinstance(block, Misconception):
        yield "words", block.claim
    elif isinstance(block, Example):
        yield "situation", block.situation
        yield "items that say what is said or done", block.steps
    elif isinstance(block, Practice):
        yield "scenes", block.scenes
    elif isinstance(block, ForNations):
        yield "parts", block.parts
    else:
        yield "prompt", block.prompt
        yield from _needs_to_do(block)


def _needs_to_do(
    block: Rewrite | Question | Arrange | Match | Reflect | Tasks,
) -> Iterator[tuple[str, object]]:
    if isinstance(block, Rewrite):
        yield "“model:”, one good way to write it", block.model
        yield "phrases with reasons", block.reasons
    elif isinstance(block, Question):
        yield "answers", block.options
    elif isinstance(block, Arrange):
        yield "steps", block.steps
    elif isinstance(block, Match):
        yield "pairs", block.lefts
    elif isinstance(block, Tasks):
        yield "things to do", block.tasks


def empty_item(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that each item has words, and a scene too."""
    for block in all_blocks(module):
        for group in options_of(block):
            for option in group:
                if not option.text.strip() and option.picture is None:
                    sentence = "This item has no words; give it some, or take it away."
                    yield error(module, option.place.line, sentence, "empty-item")
        if isinstance(block, Practice):
            for scene in block.scenes:
                if not scene.text.strip():
                    sentence = f"The scene “{scene.id}” says nothing; tell what happens there."
                    yield error(module, scene.place.line, sentence, "empty-item")
                for reply in scene.replies:
                    if not reply.text.strip():
                        sentence = "This reply has no words; give it some, or take it away."
                        yield error(module, reply.place.line, sentence, "empty-item")


def reason_missing(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that what is said in an example, and each phrase that is rewritten, has its reason."""
    for block in all_blocks(module):
        group = block.steps if isinstance(block, Example) else ()
        group = block.reasons if isinstance(block, Rewrite) else group
        for option in group:
            if not option.explanation.strip():
                sentence = "Nothing says why; say it under this, indented: = …"
                yield error(module, option.place.line, sentence, "reason-missing")


def misconception_corrected(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that what people wrongly say is never left standing without what is true."""
    for block in all_blocks(module):
        if isinstance(block, Misconception) and not block.correction:
            sentence = "This misconception has no correction; add a line with = and what is true."
            yield error(module, block.place.line, sentence, "misconception-without-correction")


def out_of_place(module: Module, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    """Ask that blocks stand in the sections where they are looked for."""
    for page in module.pages:
        for block in blocks_in(page.parts):
            home = HOME.get(type(block))
            if page.section is Section.CHECK and not isinstance(block, Question | ForNations):
                sentence = "In the section “check” questions are asked, and this is none; move it up."
                yield error(module, block.place.line, sentence, "out-of-place")
            elif home is not None and page.section is not home:
                sentence = f"This block is looked for in the section “{home}”; here it is “{page.section}”."
                yield advice(module, block.place.line, sentence, "out-of-place")


PRACTICE_RULES: tuple[Rule, ...] = (
    scene_missing,
    reply_incomplete,
    endings,
    loops_and_ends,
    few_paths,
    empty_block,
    empty_item,
    reason_missing,
    misconception_corrected,
    out_of_place,
)
