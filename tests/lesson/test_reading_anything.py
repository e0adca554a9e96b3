"""Whatever stands in a file, reading it gives values and sentences, never an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.html import inline, plain, to_html
from rse_lessons.lesson.load import with_plain_line_ends
from rse_lessons.lesson.reader import read_data, read_text
from rse_lessons.lesson.words import is_id, slug

PLACE = Path("lesson.md")
PIECES = st.sampled_from(
    [
        "+++",
        'title = "x"',
        "minutes = 5",
        "[before]",
        "---",
        ":::",
        "::: quiz {id=a answer=b}",
        "::: sort {id=a}",
        "::: scenario {id=s}",
        "::: vote {id=v compare=a}",
        "::: only {nation=eng}",
        "::: notes",
        "::: diamond",
        "columns: a | b",
        "ends: a | b",
        "# Title {stage=welcome minutes=2}",
        "## {",
        "- [a] text -> b",
        "  = because",
        "= so",
        "@ a",
        "? what",
        "![x](y.svg)",
        "{{term:a}}",
        "<b>x</b>",
        "Say: hello",
        "",
        "  ",
        "\ufeff",
    ]
)
FILES = st.lists(PIECES | st.text(max_size=30), max_size=40).map("\n".join)


@settings(deadline=None, max_examples=50)
@given(FILES)
def test_any_text_can_be_read_and_lines_lie_within_the_file(text: str) -> None:
    reading = read_text(text, PLACE)
    last = max(1, len(with_plain_line_ends(text).split("\n")))
    assert all(1 <= problem.line <= last for problem in reading.problems)
    assert reading.lesson is not None or reading.problems


@settings(deadline=None, max_examples=40)
@given(FILES)
def test_windows_line_ends_change_nothing(text: str) -> None:
    lines = with_plain_line_ends(text)
    assert read_text(lines.replace("\n", "\r\n"), PLACE) == read_text(lines, PLACE)


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=300) | FILES.map(str.encode))
def test_any_bytes_can_be_read(data: bytes) -> None:
    reading = read_data(data, PLACE)
    assert reading.lesson is not None or reading.problems


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60))
def test_slug_is_an_id_or_empty_and_stays_itself(text: str) -> None:
    made = slug(text)
    assert made == "" or is_id(made)
    assert slug(made) == made


@settings(deadline=None, max_examples=50)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80)
    | st.text("[](){}<>!*_`#-=|>&;:/\\ \n\tah1.", max_size=60)
)
def test_any_text_becomes_html_without_danger(text: str) -> None:
    for html in (to_html(text), inline(text)):
        assert "<script" not in html.lower()
        assert "<img" not in html.lower()
        assert "\0" not in html
    assert "\n" not in plain(text)
