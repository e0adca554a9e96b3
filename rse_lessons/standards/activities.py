"""What xAPI statements are about: modules, their parts, lessons and evidence, by names that last.

Types are ADL's own where ADL has one. A part that is no longer in its module keeps its id as its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rse_lessons.standards.naming import percent
from rse_lessons.standards.prose import plain
from rse_lessons.training.model import Module, Practice, Tasks
from rse_lessons.training.path import blocks_of

_TYPES = "http://adlnet.gov/expapi/activities/"
PAGE = "http://activitystrea.ms/schema/1.0/page"
EVIDENCE: Mapping[str, tuple[str, str]] = {
    "observed": ("Observed a lesson", "performance"),
    "co-taught": ("Taught a lesson with a colleague", "performance"),
    "taught": ("Taught a lesson", "performance"),
    "read": ("Read", "media"),
    "course": ("Took a course", "course"),
    "meeting": ("Was at a meeting", "meeting"),
    "talked-with-lead": ("Talked with the safeguarding lead", "meeting"),
    "other": ("Other learning", "performance"),
}
"""What a teacher may log, in words and as a type."""


@dataclass(frozen=True, slots=True)
class Known:
    """What has a title today."""

    modules: Mapping[str, Module] = field(default_factory=dict)
    """As they are shown in the teacher's nation, by their ids."""
    lessons: Mapping[str, str] = field(default_factory=dict)
    """Titles by ids."""

    def parts(self, module: str) -> tuple[frozenset[str], frozenset[str]]:
        """Give the ids of a module's pages and conversations; nothing of one that is not there."""
        shown = self.modules.get(module)
        if shown is None:
            return frozenset(), frozenset()
        practices = (id_ for id_, block in blocks_of(shown).items() if isinstance(block, Practice))
        return frozenset(page.id for page in shown.pages), frozenset(practices)


class Activities:
    """Makes the objects of statements."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._blocks = cache(lambda module: blocks_of(known.modules[module]))
        self._titles = cache(self._page_titles)

    def module(self, module: str) -> dict[str, Any]:
        """Give a module."""
        shown = self._known.modules.get(module)
        title = plain(shown.head.title) if shown else module
        summary = plain(shown.head.summary) if shown else ""
        return self._made(module, ("module", module), title, _TYPES + "module", summary)

    def page(self, module: str, page: str) -> dict[str, Any]:
        """Give a page of a module."""
        title = self._titles(module).get(page, page)
        return self._made(module, ("module", module, "page", page), title, PAGE)

    def practice(self, module: str, block: str) -> dict[str, Any]:
        """Give a conversation."""
        found = self._block(module, block)
        title = plain(found.title) if isinstance(found, Practice) else block
        return self._made(module, ("module", module, "practice", block), title, _TYPES + "simulation")

    def rewrite(self, module: str, block: str) -> dict[str, Any]:
        """Give a text to be written anew."""
        return self._part(module, "rewrite", block, "interaction")

    def reflection(self, module: str, block: str) -> dict[str, Any]:
        """Give a question to think about."""
        return self._part(module, "reflection", block, "interaction")

    def question(self, module: str, question: str) -> dict[str, Any]:
        """Give a question of a check."""
        return self._part(module, "question", question, "question")

    def check(self, module: str) -> dict[str, Any]:
        """Give the knowledge check of a module."""
        shown = self._known.modules.get(module)
        title = f"Knowledge check: {plain(shown.head.title) if shown else module}"
        return self._made(module, ("module", module, "check"), title, _TYPES + "assessment")

    def task(self, module: str, task: str) -> dict[str, Any]:
        """Give a thing to do; `task` is `block/item`."""
        block, _, item = task.partition("/")
        found = self._block(module, block)
        tasks = {one.id: plain(one.text) for one in found.tasks} if isinstance(found, Tasks) else {}
        return self._made(
            module, ("module", module, "task", block, item), tasks.get(item, task), _TYPES + "objective"
        )

    def lesson(self, lesson: str) -> dict[str, Any]:
        """Give a lesson that was rehearsed."""
        title = f"Rehearsal: {self._known.lessons.get(lesson, lesson)}"
        return self._made("", ("lesson", lesson, "rehearsal"), title, _TYPES + "performance")

    def evidence(self, what: str) -> dict[str, Any]:
        """Give a sort of evidence; its words stay here."""
        title, kind = EVIDENCE.get(what, EVIDENCE["other"])
        return self._made("", ("evidence", what), title, _TYPES + kind)

    def _page_titles(self, module: str) -> Mapping[str, str]:
        shown = self._known.modules.get(module)
        return {one.id: plain(one.title) for one in shown.pages} if shown else {}

    def _part(self, module: str, kind: str, block: str, type_: str) -> dict[str, Any]:
        """Give a block that has no title but what it asks."""
        prompt = plain(getattr(self._block(module, block), "prompt", "")) or block
        return self._made(module, ("module", module, kind, block), prompt, _TYPES + type_)

    def _block(self, module: str, block: str) -> object:
        return self._blocks(module).get(block) if module in self._known.modules else None

    def _made(
        self, module: str, name: tuple[str, ...], title: str, type_: str, description: str = ""
    ) -> dict[str, Any]:
        shown = self._known.modules.get(module)
        language = shown.language if shown else "en"
        definition: dict[str, Any] = {"type": type_, "name": {language: title or name[-1]}}
        if description:
            definition["description"] = {language: description}
        iri = ":".join(("urn", "rse-lessons", *map(percent, name)))
        return {"objectType": "Activity", "id": iri, "definition": definition}
