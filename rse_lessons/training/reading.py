"""Reads a facilitation module whole: file, text, head, pages, rules. Never raises over what a file says.

The steps live in `lesson.load`, `lesson.splitter`, `head`, `build` and the rules; here they are in order.
Whether its words blame anybody is asked in `wording`, because that takes longer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.items import Maker
from rse_lessons.lesson.load import load, with_plain_line_ends
from rse_lessons.lesson.pictures import Pictures
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import Source
from rse_lessons.lesson.source_rules import SOURCE_RULES, SourceContext
from rse_lessons.lesson.splitter import split
from rse_lessons.training.blocks import MODULES
from rse_lessons.training.build import build_pages
from rse_lessons.training.head import module_head, read_module_head
from rse_lessons.training.model import Module, Page
from rse_lessons.training.practice_rules import PRACTICE_RULES
from rse_lessons.training.question_rules import QUESTION_RULES
from rse_lessons.training.rules import MODULE_RULES, Context, minutes_add_up
from rse_lessons.training.source_rules import MODULE_SOURCE_RULES

ENGLISH = "en"
_NO_TIME = frozenset({"wrong-type", "unknown-value"})
"""Where one of these is found, the minutes cannot add up for a reason that was already told."""


@dataclass(frozen=True, slots=True)
class ModuleReading:
    """What came of reading a file."""

    module: Module | None
    """None when the file is refused."""
    problems: tuple[Problem, ...]
    """Line by line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the module from being right."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def read_module(
    path: Path,
    *,
    picture_folders: Sequence[Path] = (),
    known_placeholders: Collection[str] | None = None,
    known_lessons: Collection[str] | None = None,
) -> ModuleReading:
    """Read the module in a file.

    Pictures are looked for beside it and in `picture_folders`. `known_placeholders` such as
    `term:subject` and `known_lessons`, ids, are not checked when they are not given.
    """
    findings = Findings(path)
    text = load(path, findings)
    if text is None:
        return ModuleReading(None, findings.in_order())
    return read_module_text(
        text,
        path,
        picture_folders=picture_folders,
        known_placeholders=known_placeholders,
        known_lessons=known_lessons,
    )


def read_module_text(
    text: str,
    path: Path,
    *,
    picture_folders: Sequence[Path] = (),
    known_placeholders: Collection[str] | None = None,
    known_lessons: Collection[str] | None = None,
    language: str = ENGLISH,
) -> ModuleReading:
    """Read a module from its text; `path` says where it stands, need not exist, and gives the id."""
    source = split(with_plain_line_ends(text))
    findings = Findings(path, source.line_count)
    pictures = Pictures(path.parent, picture_folders)
    readable = source.head is not None and source.head_closed
    table = read_module_head(source.head or (), findings) if readable else None
    module = replace(_module(source, path, pictures, table or {}, findings), language=language)
    known_sources = module.head.sources if table is not None else None
    source_context = SourceContext(path, known_placeholders, MODULES, known_sources)
    for source_rule in (*SOURCE_RULES, *MODULE_SOURCE_RULES):
        findings.extend(source_rule(source, source_context))
    if source.refused:
        return ModuleReading(None, findings.in_order())
    context = Context(source, module, pictures.faults, known_lessons, table is not None)
    time_is_known = not any(problem.rule in _NO_TIME for problem in findings)
    for rule in (*MODULE_RULES, *QUESTION_RULES, *PRACTICE_RULES):
        if time_is_known or rule is not minutes_add_up:
            findings.extend(rule(module, context))
    return ModuleReading(module, findings.in_order())


def _module(
    source: Source, path: Path, pictures: Pictures, table: Mapping[str, Any], findings: Findings
) -> Module:
    pages = build_pages(source, Maker(path, pictures.find, findings))
    read = module_head(
        table,
        source.head or (),
        path,
        fallback_title=_title(pages, path),
        find_picture=pictures.find,
        findings=findings,
    )
    return Module(path.stem, path, read, pages)


def _title(pages: tuple[Page, ...], path: Path) -> str:
    """Give the first heading, or the file's name, for a module whose head gives no title."""
    return next((page.title for page in pages if page.title), path.stem.replace("-", " "))
