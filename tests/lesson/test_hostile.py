"""Files that mean harm, or were damaged, end in a sentence within a second.

Seconds are the processor's, so that other programs on the machine do not make a test fail.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from rse_lessons.lesson.findings import AT_MOST
from rse_lessons.lesson.reader import Reading, read_data, read_lesson, read_text

PLACE = Path("lesson.md")
HEAD = (
    '+++\ntitle = "x"\nband = "ks1"\nminutes = 10\nsummary = "x"\noutcomes = ["x"]\ntopics = ["x"]\n+++\n'
    "# T {stage=signpost minutes=10}\n"
)
MIB = 1024 * 1024


def rules_of(reading: Reading) -> set[str]:
    return {problem.rule for problem in reading.problems}


def fill(piece: str) -> str:
    return HEAD + piece * ((MIB - len(HEAD) - 10) // len(piece.encode()))


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        ":::\n",
        "::: only {nation=eng}\n",
        "::: quiz {id=a}\n",
        "::: notes\nSay: x\n:::\n",
        "---\n",
        "# a\n---\n",
        "- a\n",
        "- [a] b -> c\n",
        "@ a\n",
        "[[[[[[[[[[\n",
        "![](a)\n",
        "<a\n",
        "<a <a <a <a <a <a <a\n",
        "{{\n",
        "{{term:}}\n",
        "> > > > > > > >\n",
        "a=b \n",
        "| a |\n",
        "\n",
        "\t\x0b\x0c\u2028",
        "= x\n",
        "[a](\n[a]: \n",
    ],
)
def test_a_mebibyte_of_anything_ends_within_a_second(piece: str) -> None:
    start = time.process_time()
    reading = read_data(fill(piece).encode(), PLACE)
    assert time.process_time() - start < 1
    assert len(reading.problems) <= AT_MOST + 1


@pytest.mark.parametrize(
    "inside",
    [
        "::: sort {id=a}\ncolumns: x | y\n" + "- card -> x\n" * 60_000 + ":::\n",
        "::: scenario {id=a}\n" + "@ s\n- a -> s\n" * 60_000 + ":::\n",
        "::: vote {id=a}\n" + "- " + "x" * 1_900 + "\n",
        "::: quiz {" + "id=a " * 390 + "}\n",
        "::: quiz {" + '"' * 1_900 + "}\n",
    ],
)
def test_a_block_that_never_ends(inside: str) -> None:
    start = time.process_time()
    read_text(HEAD + inside, PLACE)
    assert time.process_time() - start < 1


def test_more_problems_than_anybody_reads_are_summed_up() -> None:
    problems = read_text(HEAD + ":::\n" * 5_000, PLACE).problems
    assert len(problems) == AT_MOST + 1
    assert problems[-1].rule == "too-many-problems"


@pytest.mark.parametrize(
    "head",
    [
        "a = " + "[" * 1_900,
        "a = " + "\n".join("[" * 900 for _ in range(100)),
        "a = " + "{a=" * 600,
        "a." * 900 + "a = 1",
        "[" + "a." * 900 + "a]",
        "a = " + "9" * 1_900,
        "a = 1e999999999",
        '"""',
        "x = 1\n" * 5_000,
        "a = 2026-99-99",
        '\x7f = "a"',
        "minutes = true",
        "title = 5\nband = []\nminutes = 1.5\nbefore = 1\ncurriculum = []\nhome = [1]",
    ],
)
def test_heads_that_are_no_toml_or_strange(head: str) -> None:
    start = time.process_time()
    reading = read_text(f"+++\n{head}\n+++\n# T\n", PLACE)
    assert time.process_time() - start < 1
    assert reading.problems
    assert reading.lesson is not None


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"# A\n\0", "nul"),
        (b"# A\n\xff\xfe", "not-utf8"),
        ("# A".encode("utf-16"), "not-utf8"),
        (b"# A\n" * MIB, "file-too-big"),
        (b"# A\n" + b"\n" * 10_000, "file-too-big"),
        (b"", "no-slides"),
        (b"\xef\xbb\xbf", "no-slides"),
        (b"+++", "unclosed-head"),
        (b"+++\n+++", "missing-field"),
    ],
)
def test_bytes_that_are_no_lesson(data: bytes, rule: str) -> None:
    assert rule in rules_of(read_data(data, PLACE))


def test_no_such_file_and_no_file_at_all(tmp_path: Path) -> None:
    assert rules_of(read_lesson(tmp_path / "nothing.md")) == {"unreadable"}
    folder = tmp_path / "folder.md"
    folder.mkdir()
    assert rules_of(read_lesson(folder)) == {"unreadable"}


needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows users lack")


@needs_links
def test_link_out_of_the_folder_is_refused_and_one_inside_is_not(tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text(HEAD, encoding="utf-8")
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "link.md").symlink_to(outside)
    assert rules_of(read_lesson(folder / "link.md")) == {"lesson-outside"}
    (folder / "real.md").write_text(HEAD, encoding="utf-8")
    (folder / "inner.md").symlink_to(folder / "real.md")
    assert read_lesson(folder / "inner.md").lesson is not None
    (folder / "loop.md").symlink_to(folder / "loop.md")
    assert rules_of(read_lesson(folder / "loop.md")) == {"unreadable"}
    (folder / "zero.md").symlink_to("/dev/zero")
    assert rules_of(read_lesson(folder / "zero.md")) == {"lesson-outside"}


@needs_links
def test_pipe_neither_hangs_nor_fills(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert rules_of(read_lesson(tmp_path / "pipe.md")) == {"unreadable"}


@needs_links
def test_picture_that_is_a_link_out_of_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "secret.svg"
    outside.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "link.svg").symlink_to(outside)
    lesson = folder / "lesson.md"
    lesson.write_text("# T\n\n![x](link.svg)\n", encoding="utf-8")
    reading = read_lesson(lesson)
    assert rules_of(reading) == {"no-head", "picture-outside"}
    assert reading.lesson is not None
    assert "secret" not in repr(reading.lesson)
