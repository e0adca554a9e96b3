"""Reads a lesson whole: file, text, head, slides, rules. Never raises over what a file says.

The steps live in `load`, `splitter`, `front_matter`, `build` and the rules; here they are in order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rse_lessons.lesson.block_rules import BLOCK_RULES
from rse_lessons.lesson.build import build_slides
from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.front_matter import front_matter, read_head
from rse_lessons.lesson.item_rules import ITEM_RULES
from rse_lessons.lesson.items import Maker
from rse_lessons.lesson.load import decode, load, with_plain_line_ends
from rse_lessons.lesson.model import Lesson, Slide
from rse_lessons.lesson.pictures import Pictures
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.rules import RULES, Context, minutes_add_up
from rse_lessons.lesson.slide_rules import SLIDE_RULES
from rse_lessons.lesson.source import Source
from rse_lessons.lesson.source_rules import SOURCE_RULES, SourceContext
from rse_lessons.lesson.splitter import split

_NO_TIME = frozenset({"wrong-type", "unknown-value"})
"""Where one of these is found, the minutes cannot add up for a reason that was already told."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file."""

    lesson: Lesson | None
    """None when the file is refused."""
    problems: tuple[Problem, ...]
    """Line by line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the lesson from being right."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of a lesson's text, and what of the text is in another one."""

    language: str = "en"
    english_lines: frozenset[int] = frozenset()
    """Lines on which English begins."""
    conditions: frozenset[int] = frozenset()
    """Lines of notes whose condition is translated: the English If, by which they are known, is not said."""


def read_lesson(
    path: Path,
    *,
    picture_folders: Sequence[Path] = (),
    known_codes: Mapping[str, Collection[str]] | None = None,
    known_placeholders: Collection[str] | None = None,
) -> Reading:
    """Read the lesson in a file.

    Pictures are looked for beside it and in `picture_folders`. `known_codes` are the curriculum codes
    by framework, `known_placeholders` such as `term:subject`; without them they are not checked.
    """
    findings = Findings(path)
    text = load(path, findings)
    if text is None:
        return Reading(None, findings.in_order())
    return read_text(
        text,
        path,
        picture_folders=picture_folders,
        known_codes=known_codes,
        known_placeholders=known_placeholders,
    )


def read_data(data: bytes, path: Path, *, picture_folders: Sequence[Path] = ()) -> Reading:
    """Read a lesson from bytes that would stand in `path`."""
    findings = Findings(path)
    text = decode(data, findings)
    if text is None:
        return Reading(None, findings.in_order())
    return read_text(text, path, picture_folders=picture_folders)


def read_text(
    text: str,
    path: Path,
    *,
    picture_folders: Sequence[Path] = (),
    known_codes: Mapping[str, Collection[str]] | None = None,
    known_placeholders: Collection[str] | None = None,
    tongue: Tongue | None = None,
) -> Reading:
    """Read a lesson from its text; `path` says where it stands, need not exist, and gives the id.

    A text in another language than English comes with what is known of it, its `tongue`.
    """
    source = split(with_plain_line_ends(text))
    findings = Findings(path, source.line_count)
    source_context = SourceContext(path, known_placeholders)
    for source_rule in (*SOURCE_RULES, *SLIDE_RULES):
        findings.extend(source_rule(source, source_context))
    pictures = Pictures(path.parent, picture_folders)
    lesson = _lesson(source, path, pictures, findings, tongue or Tongue())
    if source.refused:
        return Reading(None, findings.in_order())
    context = Context(source, pictures.faults, known_codes)
    time_is_known = not any(problem.rule in _NO_TIME for problem in findings)
    for rule in (*RULES, *BLOCK_RULES, *ITEM_RULES):
        if time_is_known or rule is not minutes_add_up:
            findings.extend(rule(lesson, context))
    return Reading(lesson, findings.in_order())


def _lesson(source: Source, path: Path, pictures: Pictures, findings: Findings, tongue: Tongue) -> Lesson:
    slides = build_slides(source, Maker(path, pictures.find, findings), tongue.conditions)
    table = read_head(source.head, findings) if source.head is not None and source.head_closed else None
    head = source.head or ()
    front = front_matter(
        table or {},
        head,
        path,
        fallback_title=_title(slides, path),
        find_picture=pictures.find,
        findings=findings,
    )
    return Lesson(
        path.stem,
        path,
        front,
        slides,
        language=tongue.language,
        checked=table is not None,
        english_lines=tongue.english_lines,
    )


def _title(slides: tuple[Slide, ...], path: Path) -> str:
    """Give the first heading, or the file's name, for a lesson whose head gives no title."""
    return next((slide.title for slide in slides if slide.title), path.stem.replace("-", " "))
