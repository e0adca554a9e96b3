"""The zip around a pack: round trips with any content, and with other programs."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.packs.form import MAX_PACK, PackError
from rse_lessons.packs.zipped import read_zip, write_zip
from tests.packs.parts import Part, zip_of

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(
    lambda name: not name.endswith("/")
)
FILES = st.dictionaries(NAMES, st.binary(max_size=300), max_size=12)


@settings(max_examples=40)
@given(FILES)
def test_what_is_written_is_read(files: dict[str, bytes]) -> None:
    found = read_zip(write_zip(files))
    assert {name: bytes(data) for name, data in found.items()} == files
    assert list(found) == list(files)


@settings(max_examples=40)
@given(FILES)
def test_zipfile_opens_what_is_written(files: dict[str, bytes]) -> None:
    kept = {name: data for name, data in files.items() if "\0" not in name and "\\" not in name}
    with zipfile.ZipFile(io.BytesIO(write_zip(kept))) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == kept


@settings(max_examples=40)
@given(FILES)
def test_a_zip_written_by_hand_as_ours_is_the_same(files: dict[str, bytes]) -> None:
    assert zip_of([Part(name, data) for name, data in files.items()]) == write_zip(files)


@given(FILES.filter(bool), st.data())
@settings(max_examples=100)
def test_one_bit_changed_anywhere_is_refused(files: dict[str, bytes], data: st.DataObject) -> None:
    whole = bytearray(write_zip(files))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(PackError) as told:
        read_zip(bytes(whole))
    assert str(told.value).isprintable()


@given(st.binary(max_size=2000))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(PackError):
        read_zip(data)


@pytest.mark.parametrize("press", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_another_program_compressed_is_refused(press: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", press) as made:
        made.writestr("pack.json", b"{}" * 500)
    with pytest.raises(PackError):
        read_zip(stream.getvalue())


def test_a_pack_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(PackError, match="larger than 64 MiB"):
        read_zip(b"PK" + bytes(MAX_PACK))
