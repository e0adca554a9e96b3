"""Making a pack and opening it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.reader import read_lesson
from rse_lessons.packs.form import PackError
from rse_lessons.packs.making import Label, id_from, make_pack, pictures_of
from rse_lessons.packs.manifest import why_not_id
from rse_lessons.packs.signing import fingerprint, public_part, read_key, read_or_make_key
from rse_lessons.packs.unpacking import open_pack
from rse_lessons.packs.zipped import write_zip
from tests.packs.parts import DAY, KEY, files_in, listing, pack_of, write_lesson

CONTENT = Path(__file__).resolve().parents[2] / "content"
ILLUSTRATIONS = Path(__file__).resolve().parents[2] / "assets" / "illustrations"


def test_a_pack_holds_lessons_pictures_and_what_its_author_typed(tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path, "kind-words")
    opened = open_pack(pack_of(lesson, title=" Kind words ", author=" Ann O’Neil, 5 Oak "))
    manifest = opened.manifest
    assert (manifest.title, manifest.author, manifest.id) == ("Kind words", "Ann O’Neil, 5 Oak", "kind-words")
    assert (manifest.made, manifest.app, opened.signer) == (DAY, "0.1.0", "")
    assert bytes(opened.files["lessons/kind-words.md"]) == lesson.read_bytes()
    assert [listed.path for listed in manifest.files] == ["lessons/kind-words.md", "pictures/kind-words.svg"]


@pytest.mark.parametrize("path", sorted(CONTENT.glob("*ary/*.md")), ids=lambda path: path.stem)
def test_every_lesson_of_the_app_can_be_shared_whole(path: Path) -> None:
    lesson = read_lesson(path, picture_folders=[ILLUSTRATIONS]).lesson
    assert lesson is not None
    opened = open_pack(make_pack([lesson], Label(lesson.front.title, ""), made=DAY, app="0.1.0", key=KEY))
    named = {f"pictures/{picture.file}" for picture in pictures_of(lesson)}
    assert named <= set(opened.files)
    assert lesson.front.cover is None or f"pictures/{lesson.front.cover.file}" in named
    assert opened.signer == fingerprint(public_part(KEY))


@given(
    st.text(min_size=1, max_size=120).filter(lambda title: title.strip() and title.isprintable()),
    st.binary(max_size=600),
)
@settings(max_examples=25)
def test_any_title_and_any_text_come_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, text: bytes
) -> None:
    folder = tmp_path_factory.mktemp("made")
    path = folder / "lesson.md"
    path.write_bytes(b"# A lesson\n\n" + text.replace(b"\0", b"").decode("utf-8", "ignore").encode())
    lesson = read_lesson(path).lesson
    assert lesson is not None
    try:
        data = make_pack([lesson], Label(title, ""), made=DAY, app="0.1.0", key=KEY)
    except PackError as refused:
        assert "signs in it that cannot be shown" in str(refused) or "picture" in str(refused)  # noqa: PT017
        return
    opened = open_pack(data)
    assert opened.manifest.title == title.strip()
    assert bytes(opened.files["lessons/lesson.md"]) == path.read_bytes()


@given(st.text(max_size=150))
def test_an_id_can_be_made_of_any_title(title: str) -> None:
    assert why_not_id(id_from(title)) == ""


def test_the_same_title_gives_the_same_id() -> None:
    assert id_from("Gŵyl  Garedig!") == id_from("gwyl garedig") == "gwyl-garedig"
    assert id_from("CON") == "pack-con"
    assert id_from("☼") == "pack"


def test_two_pictures_of_one_name_cannot_go_together(tmp_path: Path) -> None:
    one = write_lesson(tmp_path / "1", "one", picture="sun.svg", number=1)
    two = write_lesson(tmp_path / "2", "two", picture="sun.svg", number=2)
    with pytest.raises(PackError, match=r"Two different files are called “sun\.svg”") as told:
        pack_of(one, two)
    assert "No pack was written" in str(told.value)
    same = write_lesson(tmp_path / "3", "three", picture="sun.svg", number=1)
    assert len(open_pack(pack_of(one, same)).manifest.files) == 3


def test_what_cannot_be_opened_elsewhere_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="means something else on Windows"):
        pack_of(write_lesson(tmp_path, "aux", picture="a.svg"))
    with pytest.raises(PackError, match="at most 120 characters"):
        pack_of(write_lesson(tmp_path, "fine"), title="x" * 121)
    with pytest.raises(PackError, match="no title"):
        pack_of(tmp_path / "fine.md", title="  ")
    with pytest.raises(PackError, match="lower-case letters"):
        pack_of(tmp_path / "fine.md", pack_id="../up")
    with pytest.raises(PackError, match="between 1 and 500 files"):
        pack_of()


def test_a_newer_pack_says_so_whatever_else_is_in_its_list(tmp_path: Path) -> None:
    files = files_in(pack_of(write_lesson(tmp_path, "one")))
    with pytest.raises(PackError, match="made by a newer version of RSE Lessons") as told:
        open_pack(write_zip({**files, "pack.json": listing(files, format=2, further={"deep": [1]})}))
    assert "Update RSE Lessons" in str(told.value)


# Keys


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings" / "signing-key.pem"
    assert read_key(path) is None
    made = read_or_make_key(path)
    again = read_or_make_key(path)
    assert public_part(made) == public_part(again)
    assert path.stat().st_mode & 0o777 in (0o600, 0o666)  # Windows knows no such rights
    assert [file.name for file in path.parent.iterdir()] == ["signing-key.pem"]


@pytest.mark.parametrize(
    "content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_key_that_cannot_be_read_is_said_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "signing-key.pem"
    path.write_bytes(content)
    with pytest.raises(PackError, match="cannot be read") as told:
        read_or_make_key(path)
    assert "delete that file" in str(told.value)
    assert path.read_bytes() == content


def test_a_signature_speaks_for_this_list_and_no_other(tmp_path: Path) -> None:
    data = pack_of(write_lesson(tmp_path, "one"), key=KEY)
    files = files_in(data)
    assert open_pack(data).signer == fingerprint(public_part(KEY))
    title = json.loads(files["pack.json"])
    title["title"] = "Another title"
    with pytest.raises(PackError, match="signature does not fit"):
        open_pack(write_zip({**files, "pack.json": json.dumps(title).encode()}))
    without = {name: content for name, content in files.items() if name != "signature.json"}
    assert open_pack(write_zip(without)).signer == ""


def test_a_fingerprint_can_be_read_out_on_the_telephone() -> None:
    groups = fingerprint(bytes(32)).split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert set("".join(groups)) <= set("0123456789ABCDEF")
