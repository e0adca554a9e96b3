"""The front of the index: what a first picture needs of thousands of lessons, read without the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.lesson.card import Card, Named
from rse_lessons.lesson.index import IN_FRONT, MANY, Index, front_of, load_front, load_index, save_index
from rse_lessons.lesson.library import Library
from rse_lessons.lesson.model import Band


def card(number: int, band: str, name: str = "") -> Card:
    lesson = name or f"lesson-{number}"
    return Card(
        lesson, f"/somewhere/{number}.md", f"Lesson {number}", band, 45, "Asking first.", ("consent",),
        "a.svg", "/somewhere/a.svg", "A dot.", 20, f"asking first {number}", True, 0, "eng:P-BS-1",
        "welcome 120 explore 480",
    )  # fmt: skip


def many(count: int = 3_000) -> tuple[Card, ...]:
    bands = [str(band) for band in Band]
    return tuple(card(number, bands[number * 7 % 11 % len(bands)]) for number in range(count))


def kept(file: Path, cards: tuple[Card, ...]) -> Path:
    save_index(file, (), Index(cards, {card.file: "1764000000000000000 20000" for card in cards}))
    return file


BANDS = st.sampled_from(("", "ks1", "ks3", "post-16"))


@given(st.lists(st.tuples(BANDS, st.integers(0, 900)), max_size=400), st.integers(0, 700))
def test_each_band_begins_in_the_front_as_it_does_in_the_whole(
    drawn: list[tuple[str, int]], more: int
) -> None:
    some = [card(number, band, f"lesson-{name}") for number, (band, name) in enumerate(drawn)]
    cards = (*some, *(card(number, "ks2") for number in range(1_000, 1_000 + more)))
    front = front_of(cards)
    if len(cards) <= MANY:
        assert front == ()
        return
    first = tuple({card.id: card for card in reversed(cards)}.values())  # of two with one id, the first
    whole = sorted(first, key=cards.index)
    for band in {card.band for card in whole}:
        assert [card for card in front if card.band == band] == [card for card in whole if card.band == band][
            :IN_FRONT
        ]
    assert list(front) == sorted(front, key=cards.index)


def test_front_comes_without_the_rest(tmp_path: Path) -> None:
    cards = many()
    file = kept(tmp_path / "library.json", cards)
    assert load_front(file, ()) == front_of(cards)
    assert load_index(file, ()).cards == cards
    head = file.read_bytes().partition(b"\n")[0]
    file.write_bytes(head + b"\nspoilt")
    library = Library([], file)
    assert library.front() == front_of(cards), "only the first line is read"
    assert library.cards() == ()
    assert library.front() == (), "once all was asked for, that is what there is"
    assert library.refresh() is False


def test_asked_for_one_lesson_all_are_there(tmp_path: Path) -> None:
    cards = many()
    library = Library([], kept(tmp_path / "library.json", cards))
    assert len(library.front()) < len(cards)
    assert library.card("lesson-2999") == cards[2999]
    assert library.front() == cards


def test_few_lessons_are_all_in_front(tmp_path: Path) -> None:
    cards = many(MANY)
    library = Library([], kept(tmp_path / "library.json", cards))
    assert library.front() == cards
    assert Library([], tmp_path / "none.json").front() == ()


def test_front_is_called_as_lessons_are_here(tmp_path: Path) -> None:
    library = Library([], kept(tmp_path / "library.json", many()))
    assert library.call({"lesson-0": Named("Gofyn yn gyntaf")}) is False
    assert library.front()[0].title == "Gofyn yn gyntaf"
    assert library.cards()[0].title == "Gofyn yn gyntaf"
    assert library.call({}) is True
    assert library.cards()[0].title == "Lesson 0"


@pytest.mark.parametrize(
    "change",
    [
        {"version": ["other"]},
        {"folders": ["/elsewhere"]},
        {"front": {"id": ["only-one"]}},
        {"front": []},
        {"front": [1]},
        {"front": None},
    ],
)
def test_spoilt_front_is_as_good_as_none(change: dict[str, object], tmp_path: Path) -> None:
    file = kept(tmp_path / "library.json", many())
    head, _end, whole = file.read_text(encoding="ascii").partition("\n")
    file.write_text(json.dumps({**json.loads(head), **change}) + "\n" + whole, encoding="ascii")
    assert load_front(file, ()) == ()
    assert Library([], file).front() == load_index(file, ()).cards
