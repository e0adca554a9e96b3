"""Which lessons stand where, without a window."""

from __future__ import annotations

import time
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.ui.library.arrange import Card, Heights, TitleLines, Wanted, Widths, find, rows, sections
from tests.ui.shelves import BOOKS, Book


def titles(found: Sequence[Card]) -> list[str]:
    return [book.title for book in found]


def test_words_are_found_in_any_order_and_case() -> None:
    assert titles(find(BOOKS, Wanted(words="CHOICE my"))) == ["My picture, your choice"]


def test_band_topic_and_length_narrow_together() -> None:
    found = find(BOOKS, Wanted(band="lower-ks2", topic="pretending-online", length="short"))
    assert [book.id for book in found] == ["who-is-it-really?"]
    assert find(BOOKS, Wanted(band="lower-ks2", length="long", topic="friendship")) == []


def test_nothing_wanted_is_everything() -> None:
    assert not Wanted(words="  ")
    assert len(find(BOOKS, Wanted())) == len(BOOKS)


def test_the_class_comes_first_then_older_then_younger() -> None:
    order = [(section.band, section.place) for section in sections(BOOKS, "lower-ks2")]
    assert order == [("lower-ks2", "class"), ("upper-ks2", "older"), ("ks1", "younger"), ("ks3", "")]


def test_without_a_class_the_youngest_come_first_and_the_bandless_last() -> None:
    plain = Book("Notes", band="")
    assert [section.band for section in sections((plain, *BOOKS))] == [
        "ks1",
        "lower-ks2",
        "upper-ks2",
        "ks3",
        "",
    ]


@given(
    lines=st.lists(st.integers(1, 4), max_size=60),
    across=st.integers(1, 7),
    first=st.integers(0, 50),
    top=st.integers(0, 5000),
)
def test_rows_hold_every_book_once_and_never_overlap(
    lines: list[int], across: int, first: int, top: int
) -> None:
    made = rows(lines, [], first=first, top=top, across=across, heights=Heights(300, 28, 4, 22))
    assert sum(row.many for row in made) == len(lines)
    assert [row.first for row in made] == list(range(first, first + len(lines), across))
    below = top
    for row in made:
        assert row.top == below
        assert row.height >= 300 + 28
        below += row.height


def test_a_row_makes_room_for_a_state_only_where_one_is() -> None:
    told = [0, 0, 1, 0]
    made = rows([1, 1, 1, 1], told, first=0, top=0, across=2, heights=Heights(300, 28, 4, 22))
    assert [row.height for row in made] == [328, 354]


def test_long_titles_are_reckoned_in_lines() -> None:
    reckon = TitleLines(Widths(lambda _letter: 10.0), 100)
    assert reckon.of(["short", "just ten c", "two lines here", "x" * 25]) == [1, 1, 2, 3]


def test_five_thousand_lessons_are_narrowed_fast() -> None:
    books = [
        Book(f"Lesson {number} about friends", band=list("abcdef")[number % 6]) for number in range(5000)
    ]
    start = time.process_time()
    for _ in range(5):
        found = find(books, Wanted(words="lesson 12"))
    assert found
    # Generous: the figure to reach is in the benchmarks; this only notices a slip to the square.
    assert (time.process_time() - start) / 5 < 0.25
