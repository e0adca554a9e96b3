"""The pure parts of the benchmarks: figures, tables, steps, made-up lessons. Nothing is timed here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.calm import TRIES, Calmest, at_calmest, how_calm
from benchmarks.figures import Base, Limit, Row, percentile
from benchmarks.lessons import cut_lesson, make_lessons
from benchmarks.rig.steps import Step, parse_steps
from benchmarks.table import BEGIN, END, as_markdown, as_text, cells, put_between
from rse_lessons.lesson.reader import read_lesson

ROOT = Path(__file__).resolve().parents[2]


def test_the_95th_percentile_is_a_value_that_was_measured() -> None:
    values = [float(n) for n in range(100, 0, -1)]
    assert percentile(values, 0.95) == 95
    assert percentile(values, 1.0) == 100
    assert percentile([7.0], 0.95) == 7
    assert percentile([1.0, 9.0, 2.0], 0.95) == 9


def test_a_row_without_a_limit_is_neither_met_nor_missed() -> None:
    assert Row("x", (1.0,)).met is None


@pytest.mark.parametrize(("median", "p95", "met"), [(2, 3, True), (1.9, 3, False), (2, 2.9, False)])
def test_a_row_is_met_when_every_limit_is_kept(median: float, p95: float, met: bool) -> None:
    row = Row("x", (1.0, 2.0, 3.0), limits=(Limit("median", median), Limit("p95", p95)))
    assert row.met is met


def test_a_ratio_compares_medians() -> None:
    row = Row(
        "x", (3.0, 4.0, 50.0), limits=(Limit("ratio", 2.0),), base=Base("an empty window", (1.0, 2.0, 3.0))
    )
    assert row.ratio == 2.0
    assert row.met is True


def test_a_ratio_with_nothing_to_compare_is_not_reached() -> None:
    assert Row("x", (1.0,), limits=(Limit("ratio", 9.0),)).met is False


def test_cells_say_amounts_limits_and_whether_they_are_kept() -> None:
    limits = (Limit("median", 8), Limit("p95", 12))
    row = Row("Key to projector", (5.0, 6.0, 20.0), limits=limits, base=Base("before", (3.0,)))
    assert cells(row) == (
        "Key to projector",
        "6.0 ms",
        "20.0 ms",
        "3",
        "2.00 × before",
        "8 ms, 95th 12 ms",
        "**no**",
    )
    assert cells(Row("Memory", (118.4,), "MiB")) == ("Memory", "118 MiB", "", "1", "", "", "")


def test_the_text_table_is_aligned_and_ends_with_its_notes_once() -> None:
    rows = [
        Row("one", (1.0, 2.0), note="Why."),
        Row("the second", (1.0, 2.0), limits=(Limit("median", 1),), note="Why."),
    ]
    head, first, second, note = as_text(rows).split("\n")
    assert head.index("Median") == first.index("1.5 ms") == second.index("1.5 ms")
    assert second.endswith("no")
    assert note == "Why."


def test_a_table_goes_between_its_markers_and_again_replaces_itself() -> None:
    page = f"# Performance\n\n{BEGIN}\nold\n{END}\n\nAfter.\n"
    table = as_markdown([Row("one", (1.0,))], ["A machine."])
    once = put_between(page, table)
    assert "old" not in once
    assert "- A machine." in once
    assert "| one | 1.0 ms |" in once
    assert once.startswith("# Performance\n")
    assert once.endswith("\n\nAfter.\n")
    assert put_between(once, table) == once


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        put_between("# Performance\n", "table")


def test_the_page_in_the_documentation_has_its_markers() -> None:
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert page.count(BEGIN) == page.count(END) == 1


def test_steps_are_parted_by_semicolons_and_lines() -> None:
    steps = parse_steps("key Right 3; wait 0.5\nshot a.png projector;; unplug ; type 'hello; world'")
    assert steps == (
        Step("key", ("Right", "3")),
        Step("wait", ("0.5",)),
        Step("shot", ("a.png", "projector")),
        Step("unplug", ()),
        Step("type", ("hello; world",)),
    )


def test_no_steps_are_nothing_to_do() -> None:
    assert parse_steps("") == ()
    assert parse_steps(" ;; \n") == ()


def test_keys_that_are_marks_can_be_pressed() -> None:
    assert parse_steps("key /; key .; key ?; key ctrl+F; key semicolon; key #") == tuple(
        Step("key", (key,)) for key in ("/", ".", "?", "ctrl+F", "semicolon", "#")
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("jump", "“jump” is not a step"),
        ("wait", "wait takes 1 words, not 0"),
        ("wait soon", "“soon” is not a number"),
        ("shot a b c", "shot takes 1 to 2 words, not 3"),
        ("click 1 x", "“x” is not a number"),
        ("key Right often", "“often” is not a number"),
        ("type 'it", "quot"),
    ],
)
def test_steps_that_cannot_be_done_are_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_steps(text)


def test_made_up_lessons_are_lessons_without_problems(tmp_path: Path) -> None:
    make_lessons(tmp_path, 400)
    files = sorted(tmp_path.glob("*.md"))
    assert len(files) == 400
    titles = set()
    for file in files[::57]:
        reading = read_lesson(file, picture_folders=[ROOT / "assets" / "illustrations"])
        assert reading.problems == ()
        assert reading.lesson is not None
        assert len(reading.lesson.slides) == 8
        titles.add(reading.lesson.front.title)
    assert len(titles) == len(files[::57])


def test_a_cut_lesson_is_whole_slides_of_the_long_one(tmp_path: Path) -> None:
    source = ROOT / "content" / "secondary" / "if-an-image-is-shared.md"
    out = tmp_path / "cut.md"
    lines = cut_lesson(source, out, 200)
    text = out.read_text(encoding="utf-8")
    assert 100 < lines <= 200
    assert text.count("\n") == lines
    assert source.read_text(encoding="utf-8").startswith(text.rstrip("\n"))


def _ticks(*taken: int) -> Iterator[list[int]]:
    """Give the ticks of processors before and after each try of 100, of which the host took so many."""
    for share in taken:
        yield [0] * 8
        yield [100 - share, 0, 0, 0, 0, 0, 0, share]


@pytest.mark.parametrize(
    ("taken", "shown", "tries"),
    [((0,), 0, 1), ((1,), 0, 1), ((9, 0), 1, 2), ((9, 7, 8, 30), 1, TRIES), ((2, 2, 2), 0, TRIES)],
)
def test_the_calmest_try_is_shown_and_a_calm_one_ends_it(
    taken: tuple[int, ...], shown: int, tries: int
) -> None:
    ticks = _ticks(*taken)
    found = at_calmest(lambda place: place, range(TRIES), lambda: next(ticks))
    assert found == (shown, taken[shown] / 100, tries)


def test_what_was_measured_again_is_said() -> None:
    calm = {"starting": Calmest(0, 0.002, 1)}
    assert how_calm(calm) == "The host took up to 0.2% of the processors' time away."
    again = how_calm({**calm, "opening": Calmest(0, 0.031, 4)})
    assert again.startswith("The host took up to 3.1% ")
    assert again.endswith("the calmest time is shown: opening (4 times).")
