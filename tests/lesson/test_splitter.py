"""The shape of a file: head, slides, blocks and the lines they stand at."""

from __future__ import annotations

import pytest

from rse_lessons.lesson.source import RawBlock, RawText
from rse_lessons.lesson.splitter import attributes, split

HEAD = '+++\ntitle = "x"\n+++\n'


def test_head_and_slides_with_their_lines() -> None:
    source = split(HEAD + "# One {stage=welcome}\n\nWords.\n---\n\n## Two\n---\n---\nNo heading.\n")
    assert source.head is not None
    assert [line.number for line in source.head] == [2]
    assert [(slide.title, slide.line) for slide in source.slides] == [("One", 4), ("Two", 9), ("", 12)]
    assert source.slides[0].attributes.values == {"stage": "welcome"}
    assert source.line_count == 12


def test_blocks_close_from_the_inside() -> None:
    text = "::: only {nation=eng}\nA\n::: quiz {id=a}\nB\n:::\nC\n:::\nD\n"
    (slide,) = split(HEAD + "# T\n" + text).slides
    only, after = slide.parts
    assert isinstance(only, RawBlock)
    assert isinstance(after, RawText)
    inner = [part for part in only.parts if isinstance(part, RawBlock)]
    assert [(block.name, block.line, block.closed) for block in (only, *inner)] == [
        ("only", 5, True),
        ("quiz", 7, True),
    ]
    assert [line.text for line in only.lines()] == ["A", "C"]


def test_block_after_an_unclosed_one_is_not_lost() -> None:
    text = "# T\n::: discuss {id=a}\nTalk.\n::: notes\nSay: x\n:::\n---\n# U\n"
    first, second = split(HEAD + text).slides
    assert [(part.name, part.closed) for part in first.parts if isinstance(part, RawBlock)] == [
        ("discuss", False),
        ("notes", True),
    ]
    assert second.title == "U"


def test_braces_may_be_left_out_of_a_block() -> None:
    (slide,) = split(HEAD + "# T\n::: only nation=wls\nA\n:::\n").slides
    (block,) = slide.parts
    assert isinstance(block, RawBlock)
    assert block.attributes.values == {"nation": "wls"}


@pytest.mark.parametrize(
    ("text", "values", "malformed"),
    [
        ("id=a answer=b", {"id": "a", "answer": "b"}, ""),
        ('nation="eng, nir" x=1', {"nation": "eng, nir", "x": "1"}, ""),
        ("stage=explore and minutes=5", {"stage": "explore", "minutes": "5"}, "and"),
        ('title="not closed', {}, 'title="not closed'),
        ("", {}, ""),
    ],
)
def test_attributes(text: str, values: dict[str, str], malformed: str) -> None:
    found = attributes(text)
    assert (dict(found.values), found.malformed) == (values, malformed)


@pytest.mark.parametrize(
    ("heading", "title", "values"),
    [
        (
            'A {stage=explore sensitive="Ask the {{term:lead}} first" minutes=2}',
            "A",
            {"stage": "explore", "sensitive": "Ask the {{term:lead}} first", "minutes": "2"},
        ),
        ('A {sensitive="{{term:lead}}"}', "A", {"sensitive": "{{term:lead}}"}),
        ('The {{term:lead}} {sensitive="a } b"}', "The {{term:lead}}", {"sensitive": "a } b"}),
        ("About the {{term:lead}}", "About the {{term:lead}}", {}),
        ('{ 12" {minutes=2}', '{ 12"', {"minutes": "2"}),
        ("}", "}", {}),
    ],
)
def test_quoted_words_of_a_heading_may_hold_braces(heading: str, title: str, values: dict[str, str]) -> None:
    (slide,) = split(f"{HEAD}# {heading}\n").slides
    assert (slide.title, dict(slide.attributes.values)) == (title, values)
    assert slide.attributes.malformed == ""


def test_depth_is_counted_and_closed_again() -> None:
    opening, closing = "::: only {nation=eng}\n", ":::\n"
    source = split(HEAD + "# T\n" + opening * 5 + "A\n" + closing * 5 + "B\n")
    assert source.too_deep == (8,)
    assert source.stray_closings == ()
    assert all(block.closed for block in source.blocks())
