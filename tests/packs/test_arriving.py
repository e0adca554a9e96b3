"""Packs that arrive at a real school: compared with what is here, added, refused, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rse_lessons.authors.arriving import Reception, StoppedError
from rse_lessons.authors.sharing import Label, share
from rse_lessons.packs.arrival import Added, Arrival, Here, Wish
from rse_lessons.packs.form import PackError
from rse_lessons.packs.installing import alone, tidy
from rse_lessons.packs.signers import Known, Signers, Standing, read_signers
from rse_lessons.school import School
from tests.packs.parts import DAY, KEY, OTHER_KEY, pack_of, state_of, write_lesson


@pytest.fixture
def school(tmp_path: Path, school_in: Callable[[Path], School]) -> School:
    made = school_in(tmp_path / "school")
    write_lesson(made.own_lessons, "ours", title="Ours", number=1)
    made.library.refresh()
    return made


def pack(
    tmp_path: Path,
    *names: str,
    title: str = "Words",
    number: int = 4,
    key: Ed25519PrivateKey | None = None,
    author: str = "Ann",
) -> Path:
    folder = tmp_path / f"made-{number}-{title}"
    lessons = [write_lesson(folder, name, title=f"{title} {name}", number=number) for name in names]
    file = tmp_path / f"{title}-{number}.rsepack"
    file.write_bytes(pack_of(*lessons, title=title, author=author, key=key))
    return file


def look(school: School, file: Path) -> Arrival:
    with Reception(school) as reception:
        found = reception.receive(file)
        found.unpacked.discard()
        return found


def add(school: School, file: Path, wish: Wish = Wish.KEEP, day: date = DAY) -> Added:
    with Reception(school) as reception:
        added = reception.accept(reception.receive(file), wish, today=day)
    school.library.refresh()
    return added


def titles(school: School) -> dict[str, str]:
    own = school.own_lessons
    return {card.id: card.title for card in school.library.cards() if card.path.is_relative_to(own)}


def test_looking_at_a_pack_changes_nothing(school: School, tmp_path: Path) -> None:
    before = state_of(tmp_path / "school")
    found = look(school, pack(tmp_path, "one", "two"))
    assert [(lesson.lesson.id, lesson.here) for lesson in found.lessons] == [
        ("one", Here.NEW),
        ("two", Here.NEW),
    ]
    assert found.standing is Standing.UNSIGNED
    assert state_of(tmp_path / "school") == before


def test_what_was_added_is_on_the_shelf_with_its_own_picture(school: School, tmp_path: Path) -> None:
    added = add(school, pack(tmp_path, "one", "two"))
    assert (added.lessons, added.folder) == (("one", "two"), school.own_lessons / "words")
    assert titles(school) == {"one": "Words one", "two": "Words two", "ours": "Ours"}
    lesson = school.read("one").lesson
    assert lesson is not None
    assert school.read("one").problems == ()
    assert School(tmp_path / "school").library.card("one") is not None, "the index knows it, too"


def test_the_same_pack_again_adds_nothing(school: School, tmp_path: Path) -> None:
    file = pack(tmp_path, "one")
    add(school, file)
    before = state_of(school.own_lessons)
    found = look(school, file)
    assert [lesson.here for lesson in found.lessons] == [Here.ALIKE]
    assert not found.wanted
    assert add(school, file, Wish.BOTH).lessons == ()
    assert state_of(school.own_lessons) == before


def test_another_picture_makes_another_lesson(school: School, tmp_path: Path) -> None:
    add(school, pack(tmp_path, "one", number=1))
    assert [lesson.here for lesson in look(school, pack(tmp_path, "one", number=2)).lessons] == [Here.OWN]


def test_mine_is_kept_unless_i_say_otherwise(school: School, tmp_path: Path) -> None:
    added = add(school, pack(tmp_path, "ours", "new"))
    assert (added.lessons, added.left_out) == (("new",), 1)
    assert titles(school) == {"ours": "Ours", "new": "Words new"}


def test_theirs_is_taken_and_mine_is_put_aside(school: School, tmp_path: Path) -> None:
    mine = (school.own_lessons / "ours.md").read_bytes()
    added = add(school, pack(tmp_path, "ours", "new"), Wish.TAKE)
    assert (added.lessons, added.replaced) == (("ours", "new"), 1)
    assert titles(school) == {"ours": "Words ours", "new": "Words new"}
    (aside,) = (school.own_lessons / "_replaced").rglob("ours.md")
    assert aside.read_bytes() == mine
    assert (school.own_lessons / "ours.svg").is_file(), "another lesson may use the picture"


def test_both_stand_beside_each_other(school: School, tmp_path: Path) -> None:
    added = add(school, pack(tmp_path, "ours", "ours-2"), Wish.BOTH)
    assert added.renamed == (("ours", "ours-3"),)
    assert titles(school) == {"ours": "Ours", "ours-2": "Words ours-2", "ours-3": "Words ours"}


def test_a_new_edition_takes_the_place_of_the_whole_old_one(school: School, tmp_path: Path) -> None:
    add(school, pack(tmp_path, "one", "two", number=1))
    add(school, pack(tmp_path, "one", "two", "three", number=2), Wish.TAKE)
    assert titles(school) == {"ours": "Ours", **{name: f"Words {name}" for name in ("one", "two", "three")}}
    packs = [path.name for path in school.own_lessons.iterdir() if path.is_dir()]
    assert sorted(packs) == ["_replaced", "words"]


def test_a_lesson_that_came_with_the_app_is_never_replaced(school: School, tmp_path: Path) -> None:
    before = school.library.card("ask-first")
    file = pack(tmp_path, "ask-first")
    assert [lesson.here for lesson in look(school, file).lessons] == [Here.BUILT_IN]
    assert add(school, file, Wish.TAKE).renamed == (("ask-first", "ask-first-2"),)
    assert school.library.card("ask-first") == before
    assert titles(school) == {"ours": "Ours", "ask-first-2": "Words ask-first"}


def test_what_the_checker_finds_is_told_before(school: School, tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path / "made", "one")
    text = lesson.read_text(encoding="utf-8").replace("stage=signpost minutes=6", "stage=nowhere minutes=6")
    lesson.write_text(text.replace("We ask first.", "She should have known better."), encoding="utf-8")
    file = tmp_path / "faulty.rsepack"
    file.write_bytes(pack_of(lesson))
    (found,) = look(school, file).lessons
    assert {"unknown-stage", "wording-known-better"} <= {problem.rule for problem in found.problems}
    assert found.errors


def test_a_teacher_who_waits_no_longer(school: School, tmp_path: Path) -> None:
    before = state_of(school.own_lessons)
    with Reception(school) as reception, pytest.raises(StoppedError):
        reception.receive(pack(tmp_path, "one"), stopped=lambda: True)
    assert state_of(school.own_lessons) == before


# Signers


def test_the_first_time_the_same_again_and_another(school: School, tmp_path: Path) -> None:
    first, again, other, bare = (
        pack(tmp_path, "one", number=number, key=key)
        for number, key in ((1, KEY), (2, KEY), (3, OTHER_KEY), (4, None))
    )
    assert look(school, first).standing is Standing.NEW
    assert look(school, first).standing is Standing.NEW, "looking alone is no meeting"
    add(school, first, day=date(2026, 9, 1))
    found = look(school, again)
    assert found.standing is Standing.SAME
    assert found.known == Known("Ann", "2026-09-01", "Words")
    assert look(school, other).standing is Standing.OTHER
    assert look(school, bare).standing is Standing.GONE
    assert look(school, other).standing.doubtful


def test_a_name_that_somebody_else_signed_with_before(school: School, tmp_path: Path) -> None:
    add(school, pack(tmp_path, "one", key=KEY, author="Ann O’Neil"))
    other = pack(tmp_path, "two", title="Else", key=OTHER_KEY, author=" ann  o’neil")
    assert look(school, other).standing is Standing.OTHER
    assert (
        look(school, pack(tmp_path, "two", title="More", key=KEY, author="A. O’Neil")).standing
        is Standing.SAME
    )


def test_my_own_pack_comes_back(school: School, tmp_path: Path) -> None:
    lesson = school.read("ours").lesson
    assert lesson is not None
    target = tmp_path / "mine.rsepack"
    shared = share(school, [lesson], Label("Mine", "Me"), target, signed=True, today=DAY)
    assert (shared.new_key, shared.pictures) == (True, 1)
    found = look(school, target)
    assert (found.standing, found.unpacked.signer) == (Standing.OWN, shared.mark)
    assert not share(school, [lesson], Label("Mine", "Me"), target, signed=True, today=DAY).new_key


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"signers": {"a": 5}, "packs": {}}', b"\xff", b"[" * 99_999]
)
def test_a_damaged_list_of_signers_knows_nobody(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "known-signers.json"
    path.write_bytes(content)
    assert read_signers(path) == Signers()


# What a crash left


def test_leftovers_are_tidied_at_the_next_start(school: School, tmp_path: Path) -> None:
    with Reception(school) as reception:
        reception.receive(pack(tmp_path, "one"))  # and then the power fails
    assert list(school.own_lessons.glob(".unpacking-*"))
    again = School(tmp_path / "school")
    again.library.refresh()
    assert not list(school.own_lessons.glob(".unpacking-*"))
    assert "one" not in titles(again)


def test_what_was_accepted_is_finished_at_the_next_start(school: School, tmp_path: Path) -> None:
    with Reception(school) as reception:
        folder = reception.receive(pack(tmp_path, "one")).unpacked.folder
    folder.rename(folder.with_name(folder.name.replace(".unpacking-", ".installing-")))
    again = School(tmp_path / "school")
    again.library.refresh()
    assert titles(again) == {"ours": "Ours", "one": "Words one"}


def test_two_windows_do_not_get_in_each_others_way(school: School, tmp_path: Path) -> None:
    with Reception(school) as reception:
        found = reception.receive(pack(tmp_path, "one"))
        with pytest.raises(PackError, match="Another window"):
            Reception(School(tmp_path / "school"))
        tidy(school.own_lessons)
        assert found.unpacked.folder.is_dir(), "nobody tidies away what is being looked at"
        reception.accept(found)
    with alone(school.own_lessons) as free:
        assert free


def test_folders_that_are_no_packs_hold_no_lessons(school: School) -> None:
    for name in ("_replaced/x", ".hidden", "drafts"):
        write_lesson(school.own_lessons / name, "not-here")
    school.library.refresh()
    assert set(titles(school)) == {"ours"}


def test_a_file_that_is_not_there_or_no_file(school: School, tmp_path: Path) -> None:
    for file in (tmp_path / "none.rsepack", tmp_path):
        with pytest.raises(PackError, match="cannot be read"):
            look(school, file)
