"""Rules about any file written in this way: blocks, attributes, links, placeholders. One function a rule.

Each takes the split file and yields problems; `SOURCE_RULES` is their order. What only a slide's braces
say is judged in `slide_rules`, what a lesson says once it is understood in `rules` and `block_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from rse_lessons.lesson.blocks import KINDS, SLIDE_ATTRIBUTES
from rse_lessons.lesson.build import PICTURE_LINE
from rse_lessons.lesson.front_matter import FRAMEWORKS
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.source import (
    MAX_DEPTH,
    MAX_LINE,
    MAX_LINES,
    MAX_SLIDES,
    Attributes,
    Numbered,
    RawBlock,
    Source,
)
from rse_lessons.lesson.splitter import CONTAINERS
from rse_lessons.lesson.words import is_id
from rse_lessons.nation.fill_in import TO_FILL_IN
from rse_lessons.settings.sentences import in_english

LESSON = "lesson"
NATIONS = FRAMEWORKS[:4]
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,300})?/?>|<!--|<[!?][A-Za-z]")
_LINK = re.compile(
    r"(?<!!)\[[^\[\]]{0,300}\]\(\s*([^()\s]+)|^\s{0,3}\[[^\[\]]{1,300}\]:\s*(\S+)|<([a-z]+:[^<>\s]+)>"
)
_GOOD_LINK = re.compile(r"(?:https://|mailto:)[^\s]+", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_PLACEHOLDER = re.compile(r"\{\{(.{0,100}?)\}\}|\{\{")
_INLINE_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,300}\)")
_ITEM_PICTURE = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[^\[\]]*\][ \t]+)?!\[[^\[\]]*\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Format:
    """What one kind of file may hold: lessons here, facilitation modules in `training`."""

    blocks: Mapping[str, Collection[str]]
    """Every block, with the attributes that it may carry."""
    heading: Collection[str]
    """The attributes of a heading that opens a slide or page."""
    needed: Mapping[str, Collection[str]]
    """Attributes without which a block cannot be shown; ids are asked for apart."""
    whole: str = LESSON
    part: str = "slide"
    reader: str = "the class"
    placeholders: Collection[str] = ("term", "helpline")


LESSONS = Format(
    blocks={name: kind.attributes for name, kind in KINDS.items()},
    heading=SLIDE_ATTRIBUTES,
    needed={"handout": ("title",), "only": ("nation",)},
)


@dataclass(frozen=True, slots=True)
class SourceContext:
    """What rules about the file may know besides the file."""

    path: Path
    known_placeholders: Collection[str] | None = None
    """Such as `term:subject`; None when the nations' words are not at hand."""
    format: Format = LESSONS
    known_sources: Collection[str] | None = None
    """The ids of a module's own sources; None where its head cannot be read."""


Rule = Callable[[Source, SourceContext], Iterable[Problem]]


def source_error(context: SourceContext, line: int, sentence: str, rule: str) -> Problem:
    """Make an error in the file that `context` is about."""
    return Problem(context.path, line, Severity.ERROR, sentence, rule)


def long_line(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a line has at most 2,000 characters."""
    for line in source.long_lines:
        most = f"{MAX_LINE:,}"
        sentence = in_english("This line has more than {most} characters; break it up.", most=most)
        yield source_error(context, line, sentence, "long-line")


def too_many_lines(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a file has at most 10,000 lines."""
    if source.too_many_lines:
        sentence = in_english(
            "The file has more than {most} lines; make several lessons of it."
            if context.format.whole == LESSON
            else "The file has more than {most} lines; make several modules of it.",
            most=f"{MAX_LINES:,}",
        )
        yield source_error(context, source.line_count, sentence, "file-too-big")


def too_many_slides(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a lesson has at most 200 slides."""
    if source.too_many_slides:
        sentence = in_english(
            "A lesson may have {most} slides, and here is one more; make two lessons of it."
            if context.format.whole == LESSON
            else "A module may have {most} pages, and here is one more; make two modules of it.",
            most=MAX_SLIDES,
        )
        yield source_error(context, source.too_many_slides, sentence, f"too-many-{context.format.part}s")


def unclosed_head(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that the head ends with a second `+++`."""
    if not source.head_closed:
        sentence = in_english("The head opens here with +++ and is never closed by +++.")
        yield source_error(context, 1, sentence, "unclosed-head")


def empty_file(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a lesson has slides."""
    if not source.slides and source.head_closed and not (source.long_lines or source.too_many_lines):
        sentence = in_english(
            "There is no slide in this file."
            if context.format.whole == LESSON
            else "There is no page in this file."
        )
        yield source_error(context, source.line_count, sentence, f"no-{context.format.part}s")


def unclosed_block(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a block is closed on its own slide."""
    for block in source.blocks():
        if not block.closed:
            sentence = f"The block “{block.name}” is not closed; put ::: on a line of its own after it."
            yield source_error(context, block.line, sentence, "unclosed-block")


def stray_closing(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that what closes a block has one to close."""
    for line in source.stray_closings:
        yield source_error(context, line, "This ::: closes nothing; take it away.", "stray-closing")


def nested_too_deep(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that blocks stand in one another at most three deep."""
    for line in source.too_deep:
        sentence = f"This block is more than {MAX_DEPTH} deep in others; take it out."
        yield source_error(context, line, sentence, "nested-too-deep")


def block_in_block(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that only `only` holds other blocks, and it holds no notes."""
    for block in source.blocks():
        for inner in block.parts:
            if not isinstance(inner, RawBlock):
                continue
            if block.name not in CONTAINERS and block.closed:
                sentence = f"“{inner.name}” stands inside “{block.name}”; close that block first with :::."
                yield source_error(context, inner.line, sentence, "block-in-block")
            elif block.name in CONTAINERS and inner.name == "notes":
                sentence = "Notes are for the whole slide; put them outside “only”."
                yield source_error(context, inner.line, sentence, "block-in-block")


def unknown_block(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that the name of a block is one of the format's."""
    for block in source.blocks():
        if block.name not in context.format.blocks:
            known = ", ".join(context.format.blocks)
            sentence = f"There is no block “{block.name[:60]}”; there are {known}."
            yield source_error(context, block.line, sentence, "unknown-block")


def unknown_attribute(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that what stands in braces is known for this heading or block, and written `key=value`."""
    for slide in source.slides:
        yield from _strange(context, slide.line, "a heading", slide.attributes.values, context.format.heading)
        yield from _malformed(context, slide.line, slide.attributes.malformed)
    for block in source.blocks():
        known = context.format.blocks.get(block.name)
        if known is not None:
            name = f"“{block.name}”"
            yield from _strange(context, block.line, name, block.attributes.values, known)
        yield from _malformed(context, block.line, block.attributes.malformed)


def _strange(
    context: SourceContext, line: int, where: str, given: Iterable[str], known: Collection[str]
) -> Iterator[Problem]:
    for name in given:
        if name not in known:
            there = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
            sentence = f"There is no “{name[:60]}=” for {where}; {there}."
            yield source_error(context, line, sentence, "unknown-attribute")


def _malformed(context: SourceContext, line: int, text: str) -> Iterator[Problem]:
    if text:
        sentence = f'“{text[:60]}” cannot be read; write key=value, or key="a value" with spaces.'
        yield source_error(context, line, sentence, "bad-attribute")


def missing_id(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that blocks that are remembered have an id, and it is one."""
    for block in source.blocks():
        if "id" not in context.format.blocks.get(block.name, ()):
            continue
        name = block.attributes.get("id")
        if not name:
            sentence = f"The block “{block.name}” needs an id, like {{id=a-few-words}}."
            yield source_error(context, block.line, sentence, "missing-id")
        elif not is_id(name):
            sentence = f"“{name[:60]}” cannot be an id; use lower-case letters, digits and single hyphens."
            yield source_error(context, block.line, sentence, "bad-id")


def missing_attribute(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a handout has a title, `only` says for which nation, and so on."""
    for block in source.blocks():
        for needed in context.format.needed.get(block.name, ()):
            if not block.attributes.get(needed).strip(" ,"):
                sentence = f"The block “{block.name}” needs {needed}=…"
                yield source_error(context, block.line, sentence, "missing-attribute")


def unknown_nation(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that `only` names nations that there are."""
    for block in source.blocks():
        if block.name == "only":
            for name in block.attributes.get("nation").split(","):
                if name.strip() and name.strip() not in NATIONS:
                    sentence = f"There is no nation “{name.strip()[:60]}”; there are {', '.join(NATIONS)}."
                    yield source_error(context, block.line, sentence, "unknown-nation")


def unknown_placeholder(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a placeholder is `{{term:…}}` or `{{helpline:…}}`, and the nations' files have it."""
    for number, text in source.body_lines():
        if "{{" not in text:
            continue
        for found in _PLACEHOLDER.finditer(TO_FILL_IN.sub("", text)):
            name = (found[1] or "").strip()
            kind, _, rest = name.partition(":")
            if kind not in context.format.placeholders or not is_id(rest) or not _has(context, kind, name):
                shown = f"{{{{{name}}}}}" if found[1] is not None else "{{"
                *ways, last = (f"{{{{{way}:…}}}}" for way in context.format.placeholders)
                sentence = f"The placeholder {shown} is not known; use {', '.join(ways)} or {last}."
                yield source_error(context, number, sentence, "unknown-placeholder")


def _has(context: SourceContext, kind: str, name: str) -> bool:
    if kind == "source":
        return context.known_sources is None or name.partition(":")[2] in context.known_sources
    return context.known_placeholders is None or name in context.known_placeholders


def to_fill_in(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that nothing is left of what `rse-lessons new` asks its author to fill in."""
    for number, text in _written(source):
        for found in TO_FILL_IN.finditer(text):
            sentence = f"Still to fill in: {found[1].strip() or 'your own words'}."
            yield source_error(context, number, sentence, "to-fill-in")


def _written(source: Source) -> Iterator[Numbered]:
    """Give all that an author wrote: the head with its remarks, headings, braces and every line of text."""
    yield from source.head or ()
    for slide in source.slides:
        yield from _with_braces(slide.line, slide.title, slide.attributes)
    for block in source.blocks():
        yield from _with_braces(block.line, "", block.attributes)
    yield from source.body_lines()


def _with_braces(line: int, title: str, attributes: Attributes) -> Iterator[Numbered]:
    for text in (title, *attributes.values.values()):
        yield Numbered(line, text)


def bad_link(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a link leads to https or mailto."""
    for number, text in source.body_lines():
        if "[" not in text and "<" not in text:
            continue
        for found in _LINK.finditer(text):
            target = found[1] or found[2] or found[3]
            if not _GOOD_LINK.fullmatch(_UNSEEN.sub("", unescape(target))):
                sentence = f"The link “{target[:60]}” has to begin with https:// or mailto:."
                yield source_error(context, number, sentence, "bad-link")


def raw_html(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that HTML is shown as it is written."""
    for number, text in source.body_lines():
        if "<" in text and _TAG.search(text):
            sentence = f"HTML is shown to {context.format.reader} as text; use Markdown."
            yield Problem(context.path, number, Severity.ADVICE, sentence, "raw-html")


def picture_in_text(source: Source, context: SourceContext) -> Iterator[Problem]:
    """Ask that a picture is a line of its own on the slide, or begins a card."""
    for slide in source.slides:
        for part in slide.parts:
            if not isinstance(part, RawBlock):
                for number, text in part.lines:
                    if "![" in text and not PICTURE_LINE.fullmatch(text) and _INLINE_PICTURE.search(text):
                        yield _in_text(context, number)
    for block in source.blocks():
        for number, text in block.lines():
            if "![" not in text or (block.name == "only" and PICTURE_LINE.fullmatch(text)):
                continue
            if _INLINE_PICTURE.search(_ITEM_PICTURE.sub("", text)):
                yield _in_text(context, number)


def _in_text(context: SourceContext, line: int) -> Problem:
    part = context.format.part
    sentence = f"A picture stands on a line of its own on the {part}, or begins a card; here it is not shown."
    return source_error(context, line, sentence, "picture-in-text")


SOURCE_RULES: tuple[Rule, ...] = (
    long_line,
    too_many_lines,
    too_many_slides,
    unclosed_head,
    empty_file,
    unclosed_block,
    stray_closing,
    nested_too_deep,
    block_in_block,
    unknown_block,
    unknown_attribute,
    missing_id,
    missing_attribute,
    unknown_nation,
    unknown_placeholder,
    to_fill_in,
    bad_link,
    raw_html,
    picture_in_text,
)
"""Rules about any file that is written in this way, whatever its `Format`."""
