"""Module files that mean harm, or were damaged, end in sentences within a second; nothing raises.

Seconds are the processor's, so that other programs on the machine do not make a test fail.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.findings import AT_MOST
from rse_lessons.lesson.load import with_plain_line_ends
from rse_lessons.training.model import Practice
from rse_lessons.training.practice_rules import count_paths
from rse_lessons.training.reading import ModuleReading, read_module, read_module_text
from rse_lessons.training.rules import all_blocks
from rse_lessons.training.showing import as_shown
from rse_lessons.training.wording import check_module
from tests.training.module_fixtures import good

PLACE = Path("module.md")
HEAD = good().partition("# Why it matters")[0] + "# T {section=why minutes=30}\n"
MIB = 1024 * 1024


def rules_of(reading: ModuleReading) -> set[str]:
    return {problem.rule for problem in reading.problems}


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        ":::\n",
        "::: only {nation=eng}\n",
        "::: only {nation=eng}\n::: check {id=a}\n:::\n:::\n",
        "::: practice {id=a}\n",
        "::: check {id=a kind=spot}\n> a\n- a\n:::\n",
        "::: guidance {source=a}\nx\n:::\n",
        "---\n",
        "# a\n---\n",
        "- a -> b\n",
        "@ a\n",
        "taken: a\n",
        "> a\n",
        "{{source:a\n",
        "{{source:}}\n",
        "= x\n",
        "\n",
        "\t\x0b\x0c\u2028",
    ],
)
def test_a_mebibyte_of_anything_ends_within_a_second(piece: str, tmp_path: Path) -> None:
    file = tmp_path / "module.md"
    file.write_text(HEAD + piece * ((MIB - len(HEAD) - 10) // len(piece.encode())), encoding="utf-8")
    start = time.process_time()
    reading = read_module(file)
    assert time.process_time() - start < 1
    assert 0 < len(reading.problems) <= AT_MOST + 1


LOOPS = "".join(f"@ s{n}\nx\n" + "".join(f"- r{to} -> s{to}\n" for to in range(60)) + "\n" for n in range(60))


@pytest.mark.parametrize(
    "inside",
    [
        "::: practice {id=a title=a}\n@ a\n" + "- b -> a\n" * 9_000 + ":::\n",
        "::: practice {id=a title=a}\n" + "@ s\n- a -> s\n" * 4_000 + ":::\n",
        "::: practice {id=a title=a}\n" + LOOPS + ":::\n",
        "::: match {id=a}\n" + "- a -> b\n" * 9_000 + ":::\n",
        "::: rewrite {id=a}\n" + "> a\n" * 9_000 + ":::\n",
        "::: check {id=a kind=spot}\n> " + "ab " * 600 + "\n" + "- a\n" * 8_000 + ":::\n",
        "::: check {" + "id=a " * 390 + "}\n",
    ],
)
def test_a_block_that_never_ends(inside: str) -> None:
    start = time.process_time()
    reading = read_module_text(HEAD + inside, PLACE)
    assert time.process_time() - start < 1
    assert reading.module is not None


def test_paths_without_number_are_counted_and_not_walked() -> None:
    steps = "".join(
        f"@ s{n}\nx\n? x\n"
        + "".join(f"- [r{r}] x{r} -> s{n + 1}\n  taken: x\n  asks: x\n" for r in range(20))
        for n in range(58)
    )
    text = f"{HEAD}::: practice {{id=a title=a}}\n{steps}@ s58 x\nnext: x\n:::\n"
    start = time.process_time()
    reading = read_module_text(text, PLACE)
    assert time.process_time() - start < 1
    assert "too-many-paths" in rules_of(reading)
    assert reading.module is not None
    (practice,) = (block for block in all_blocks(reading.module) if isinstance(block, Practice))
    assert count_paths(practice) == 20**58


def test_more_scenes_replies_or_items_than_there_may_be_are_said_once() -> None:
    scenes = "".join(f"@ s{n} x\nnext: x\n" for n in range(70))
    replies = "@ a x\n" + "".join(f"- x{n} -> b\n" for n in range(70))
    for inside in (scenes, replies):
        found = read_module_text(f"{HEAD}::: practice {{id=a title=a}}\n{inside}:::\n", PLACE).problems
        assert [problem.rule for problem in found].count("too-many-items") == 1


@pytest.mark.parametrize(
    "head",
    [
        "sources = []",
        "[sources]\na = 1",
        "[sources.a]\nname = 1\nnations = 5\nstatus = []",
        "[sources.'A B']\nname = 'x'",
        "[[sources.a]]\nname = 'x'",
        "a = " + "[" * 1_900,
        "minutes = true\nnumber = -1\nlessons = [1]",
        "x = 1\n" * 5_000,
    ],
)
def test_heads_that_are_strange_end_in_sentences(head: str) -> None:
    reading = read_module_text(f"+++\n{head}\n+++\n# T {{section=why}}\n\nx\n", PLACE)
    assert reading.module is not None
    assert reading.errors


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"# A\n\0", "nul"),
        (b"# A\n\xff\xfe", "not-utf8"),
        ("# A".encode("utf-16"), "not-utf8"),
        (b"# A\n" * MIB, "file-too-big"),
        (b"# A\n" + b"\n" * 10_000, "file-too-big"),
        (b"# A\n" + b"a" * 2_001, "long-line"),
        (b"+++\n+++\n" + b"# a\nx\n---\n" * 201, "too-many-pages"),
        (b"", "no-pages"),
        (b"+++", "unclosed-head"),
        (b"+++\n+++\n# A\n", "missing-field"),
        (b"# A\n::: only\n::: only\n::: only\n::: only\n", "nested-too-deep"),
    ],
)
def test_bytes_that_are_no_module(data: bytes, rule: str, tmp_path: Path) -> None:
    file = tmp_path / "module.md"
    file.write_bytes(data)
    reading = read_module(file)
    assert rule in rules_of(reading)
    assert all("lesson" not in problem.sentence for problem in reading.problems)


def test_no_such_file_and_no_file_at_all(tmp_path: Path) -> None:
    assert rules_of(read_module(tmp_path / "nothing.md")) == {"unreadable"}
    (tmp_path / "folder.md").mkdir()
    assert rules_of(read_module(tmp_path / "folder.md")) == {"unreadable"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows users lack")
def test_links_out_of_the_folder_and_pipes_are_refused(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.md", tmp_path / "training"
    outside.write_text(good(), encoding="utf-8")
    folder.mkdir()
    (folder / "link.md").symlink_to(outside)
    (folder / "loop.md").symlink_to(folder / "loop.md")
    os.mkfifo(folder / "pipe.md")
    assert rules_of(read_module(folder / "link.md")) == {"lesson-outside"}
    assert rules_of(read_module(folder / "loop.md")) == {"unreadable"}
    assert rules_of(read_module(folder / "pipe.md")) == {"unreadable"}


PIECES = st.sampled_from(
    [
        "+++",
        'title = "x"',
        "minutes = 30",
        "[sources.a]",
        "---",
        ":::",
        "::: check {id=a kind=single answer=b page=c scenario=yes}",
        "::: check {id=b kind=spot answer=a}",
        "::: check {id=c kind=match}",
        "::: practice {id=p title=t}",
        "::: rewrite {id=r}",
        "::: match {id=m}",
        "::: order",
        "::: example {id=e}",
        "::: guidance {source=a}",
        "::: misconception {id=x}",
        "::: reflect {id=y}",
        "::: tasks {id=z}",
        "::: only {nation=sct}",
        "::: comment",
        "# Title {section=check minutes=2 id=c}",
        "## {section=practise}",
        "- [a] text -> b",
        "1. one",
        "  = because",
        "= so",
        "> they let it happen",
        "model: so",
        "@ a says",
        "@ b",
        "? what",
        "  taken: so",
        "asks: so",
        "  better:",
        "next: go",
        "![x](y.svg)",
        "{{source:a}} {{term:b}}",
        "",
        "  ",
        "\ufeff",
    ]
)
SOUP = st.lists(PIECES | st.text(max_size=20), max_size=60).map("\n".join)
BLOCKS = st.lists(PIECES, max_size=40).map(lambda pieces: HEAD + "\n".join(pieces))


@settings(deadline=None, max_examples=40)
@given(SOUP | BLOCKS)
def test_any_text_can_be_read_and_shown(text: str) -> None:
    reading = read_module_text(text, PLACE)
    last = max(1, len(with_plain_line_ends(text).split("\n")))
    assert all(1 <= problem.line <= last for problem in reading.problems)
    assert reading.problems
    if reading.module is not None:
        for nation in ("eng", "sct"):
            as_shown(reading.module, nation, str)


@settings(deadline=None, max_examples=12)
@given(BLOCKS)
def test_the_words_of_any_module_can_be_checked(text: str) -> None:
    reading = read_module_text(text, PLACE)
    if reading.module is not None:
        last = len(with_plain_line_ends(text).split("\n"))
        assert all(1 <= found.line <= last for found in check_module(text, PLACE, reading.module))


@settings(deadline=None, max_examples=20)
@given(SOUP)
def test_windows_line_ends_change_nothing(text: str) -> None:
    lines = with_plain_line_ends(text)
    assert read_module_text(lines.replace("\n", "\r\n"), PLACE) == read_module_text(lines, PLACE)
