"""The library: cards from its index, refreshed from the files, searched, and lessons read whole."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from rse_lessons.lesson.card import Card
from rse_lessons.lesson.index import Index, load_index, save_index
from rse_lessons.lesson.library import Library
from rse_lessons.lesson.model import Band
from rse_lessons.lesson.searching import find

LESSON = """+++
title = "{title}"
band = "{band}"
minutes = 10
summary = "Practising *how* to ask."
cover = "cover.svg"
cover-description = "A grey dot."
outcomes = ["I can ask my Dŵr friend."]
topics = ["consent", "sharing-images"]
[vocabulary]
permission = "saying that something is all right"
[curriculum]
eng = ["P-BS-1"]
+++
# A {{stage=welcome minutes=4}}

::: notes
Say: x
:::
---
# B {{stage=signpost minutes=6}}

::: help-routes
:::

::: notes
Say: y
:::
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


class Codes(dict[str, frozenset[str]]):
    """Curriculum codes that count how often they are asked for."""

    asked = 0

    def get(self, key: str, default: object = None) -> Any:
        self.asked += 1
        return frozenset({"P-BS-1"}) if key == "eng" else default


def put(folder: Path, name: str, title: str = "Ask first", band: str = "ks1") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cover.svg").write_text(SVG, encoding="utf-8")
    file = folder / f"{name}.md"
    file.write_text(LESSON.format(title=title, band=band), encoding="utf-8")
    return file


def later(file: Path) -> None:
    """Make a file look changed, whatever the clock's grain."""
    when = file.stat().st_mtime_ns + 2_000_000_000
    os.utime(file, ns=(when, when))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    put(tmp_path / "primary", "ask-first")
    put(tmp_path / "secondary", "if-shared", "If an image is shared", "ks3")
    return tmp_path / "primary", tmp_path / "secondary"


@pytest.fixture
def library(folders: tuple[Path, Path], tmp_path: Path) -> Library:
    library = Library(folders, tmp_path / "cache" / "library.json")
    assert library.cards() == ()
    assert library.refresh() is True
    return library


def test_card_says_what_the_shelf_shows(library: Library, folders: tuple[Path, Path]) -> None:
    card = library.cards()[0]
    assert (card.id, card.title, card.band, card.minutes) == ("ask-first", "Ask first", Band.KS1, 10)
    assert card.path == folders[0] / "ask-first.md"
    assert (card.cover, card.cover_path) == ("cover.svg", folders[0] / "cover.svg")
    assert (card.summary, card.topics) == ("Practising how to ask.", ("consent", "sharing-images"))
    assert card.stages == (("welcome", 240), ("signpost", 360))
    assert (card.slides, card.checked, card.errors) == (2, True, 0)
    assert library.card("ask-first") is card
    assert library.problems() == ()


def test_index_opens_again_without_reading_a_lesson(
    library: Library, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    codes = Codes()
    again = Library(folders, tmp_path / "cache" / "library.json", known_codes=codes)
    assert again.cards() == library.cards()
    assert again.refresh() is False
    assert codes.asked == 0


@pytest.mark.usefixtures("library")
def test_only_changed_files_are_read(folders: tuple[Path, Path], tmp_path: Path) -> None:
    codes = Codes()
    again = Library(folders, tmp_path / "cache" / "library.json", known_codes=codes)
    later(put(folders[0], "ask-first", "Ask before you take"))
    steps: list[tuple[int, int]] = []
    assert again.refresh(lambda done, total: steps.append((done, total))) is True
    assert steps == [(1, 2), (2, 2)]
    assert codes.asked == 1  # each of these lessons names one code
    assert [card.title for card in again.cards()] == ["Ask before you take", "If an image is shared"]


def test_new_and_removed_lessons(library: Library, folders: tuple[Path, Path]) -> None:
    put(folders[0], "kind-clicks", "Kind clicks")
    (folders[1] / "if-shared.md").unlink()
    assert library.refresh() is True
    assert [card.id for card in library.cards()] == ["ask-first", "kind-clicks"]
    assert library.refresh() is False


def test_search_band_and_topic(library: Library) -> None:
    def ids(words: str = "", band: str = "", topic: str = "") -> list[str]:
        return [card.id for card in library.find(words, band, topic)]

    assert ids() == ["ask-first", "if-shared"]
    assert ids(words="IMAGE shared") == ["if-shared"]
    assert ids(words="permission p-bs-1 dwr") == ["ask-first", "if-shared"]
    assert ids(words="sharing images") == ["ask-first", "if-shared"]
    assert ids(words="if-shared") == ["if-shared"], "by the name of its file"
    assert ids(words="nothing") == []
    assert ids(band="ks3") == ["if-shared"]
    assert ids(topic="consent", band="ks1") == ["ask-first"]
    assert find(library.cards()[:1], "image") == library.cards()[:1]
    assert [card.id for card in library.find(words="first", cards=library.cards()[1:])] == []


def test_lesson_is_read_whole(library: Library) -> None:
    reading = library.load("ask-first")
    assert reading.lesson is not None
    assert reading.lesson.front.title == "Ask first"
    missing = library.load("nothing")
    assert missing.lesson is None
    assert [problem.rule for problem in missing.problems] == ["lesson-missing"]


def test_id_used_twice_keeps_the_built_in_lesson(tmp_path: Path, folders: tuple[Path, Path]) -> None:
    own = put(tmp_path / "own", "ask-first", "Our own")
    both = Library([*folders, tmp_path / "own"], tmp_path / "both.json")
    both.refresh()
    assert [card.title for card in both.cards()] == ["Ask first", "If an image is shared"]
    (problem,) = both.problems()
    assert (problem.rule, problem.path) == ("duplicate-lesson", own)


def test_broken_and_refused_lessons(library: Library, folders: tuple[Path, Path]) -> None:
    put(folders[0], "broken", band="year-2")
    (folders[0] / "refused.md").write_bytes(b"\0")
    (folders[0] / "plain.md").write_text("# Plain\n\nWords.\n", encoding="utf-8")
    (folders[0] / "README.md").write_text("# About\n", encoding="utf-8")
    (folders[0] / "_draft.md").write_text("# Draft\n", encoding="utf-8")
    library.refresh()
    cards = {card.id: card for card in library.cards()}
    assert set(cards) == {"ask-first", "broken", "if-shared", "plain"}
    assert (cards["broken"].errors, cards["broken"].band, cards["broken"].checked) == (1, "", True)
    assert (cards["plain"].errors, cards["plain"].title, cards["plain"].checked) == (0, "Plain", False)
    assert {problem.rule for problem in library.problems()} == {"nul", "unknown-band", "no-head"}


def test_picture_put_right_is_seen_without_touching_the_lesson(
    library: Library, folders: tuple[Path, Path]
) -> None:
    (folders[0] / "cover.svg").unlink()
    later(folders[0] / "ask-first.md")
    library.refresh()
    assert library.cards()[0].cover_path is None
    (folders[0] / "cover.svg").write_text(SVG, encoding="utf-8")
    assert library.refresh() is True
    assert library.cards()[0].cover_path == folders[0] / "cover.svg"
    assert library.problems() == ()
    library.refresh()
    assert library.refresh() is False


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\0\xff",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"version":1}',
        b'{"version":1}\n{}\n',
        b"[]\n[]\n",
    ],
)
def test_damaged_index_is_made_anew(
    damage: bytes, library: Library, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    file = tmp_path / "cache" / "library.json"
    file.write_bytes(damage)
    again = Library(folders, file)
    assert again.cards() == ()
    assert again.refresh() is True
    assert again.cards() == library.cards()
    assert again.problems() == ()


@pytest.mark.usefixtures("library")
def test_index_with_wrong_values_is_as_good_as_none(folders: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "cache" / "library.json"
    head, whole = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    changes: tuple[dict[str, Any], ...] = (
        {"cards": {**whole["cards"], "title": [1, 2]}},
        {"cards": {**whole["cards"], "minutes": ["x", "y"]}},
        {"cards": {**whole["cards"], "id": ["only-one"]}},
        {"cards": {"id": []}},
        {"stamps": [1, 2]},
        {"stamps": []},
        {"files": None},
        {"problems": {"a": [["x"]]}},
    )
    for change in changes:
        _write(file, head, {**whole, **change})
        assert load_index(file, folders) == Index()
    for change in ({"version": ["other"]}, {"folders": []}, {"folders": None}):
        _write(file, {**head, **change}, whole)
        assert load_index(file, folders) == Index()
    _write(file, head, whole)
    assert load_index(file, folders) != Index()


def _write(file: Path, *lines: object) -> None:
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


def test_index_comes_back_as_it_was_kept(
    library: Library, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    put(folders[0], "broken", band="year-2")
    library.refresh()
    index = load_index(tmp_path / "cache" / "library.json", folders)
    save_index(tmp_path / "copy.json", folders, index)
    assert load_index(tmp_path / "copy.json", folders) == index
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not hold the superuser")
def test_index_that_cannot_be_kept_is_advice(folders: tuple[Path, Path], tmp_path: Path) -> None:
    cache = tmp_path / "readonly"
    cache.mkdir()
    cache.chmod(stat.S_IRUSR | stat.S_IXUSR)
    library = Library(folders, cache / "library.json")
    assert library.refresh() is True
    assert [problem.rule for problem in library.problems()] == ["index-not-kept"]


def test_index_in_a_place_that_is_no_folder_is_advice(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    library = Library(folders, tmp_path / "file" / "library.json")
    assert library.refresh() is True
    assert len(library.cards()) == 2
    assert [problem.rule for problem in library.problems()] == ["index-not-kept"]


def test_missing_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    library = Library([tmp_path / "away"], tmp_path / "library.json")
    assert library.refresh() is False
    assert library.cards() == ()


def test_refreshing_beside_reading(library: Library, folders: tuple[Path, Path]) -> None:
    for number in range(30):
        put(folders[0], f"lesson-{number}")
    worker = threading.Thread(target=library.refresh)
    worker.start()
    counts = set()
    while worker.is_alive():
        counts.add(len(library.cards()))
    worker.join()
    assert counts <= {2, 32}
    assert len(library.cards()) == 32


def test_five_thousand_cards_open_and_are_searched(tmp_path: Path) -> None:
    sample = "practising how to ask and how to take no for an answer " * 15
    cards = tuple(
        Card(
            f"lesson-{n}", f"/somewhere/primary/lesson-{n}.md", f"Lesson {n}", "ks1", 45, sample[:120],
            ("consent", "sharing"), "a.svg", "/somewhere/a.svg", "A dot.", 20, f"{sample}{n}", True, 0,
            "eng:P-BS-1|wls:RI-1?", "welcome 120 explore 480 practise 600 signpost 120 close 60",
        )
        for n in range(5_000)
    )  # fmt: skip
    index = Index(cards, {card.file: "1764000000000000000 20000" for card in cards})
    save_index(tmp_path / "library.json", (), index)
    library = Library([], tmp_path / "library.json")
    assert len(library.find(words="answer 4999")) == 1
    assert len(library.cards()) == 5_000
