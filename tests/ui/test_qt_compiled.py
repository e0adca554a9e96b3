"""What Python makes of the modules inside PySide6 is kept, and made anew where it is not as it was left."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.ui.qt_compiled import Compiled, read, write

SOURCE = "answer = 6 * 7\n"
FILE = "inside/one.py"


def made(compiled: Compiled, source: str = SOURCE) -> object:
    names: dict[str, object] = {}
    exec(compiled.compile(source, FILE, "exec"), names)  # noqa: S102
    return names["answer"]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the start before has left."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "new" / "kept.inside-pyside"
    first = Compiled(path)
    assert made(first) == 42
    first.keep()
    return path


def test_what_was_compiled_is_there_at_the_next_start(kept: Path) -> None:
    was = kept.stat()
    again = Compiled(kept)
    assert again.compile(SOURCE, FILE, "exec") == read(kept)[FILE][1]
    again.keep()
    assert kept.stat().st_mtime_ns == was.st_mtime_ns
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def test_another_version_of_a_module_is_compiled_anew(kept: Path) -> None:
    newer = Compiled(kept)
    assert made(newer, "answer = 43\n") == 43
    newer.keep()
    assert made(Compiled(kept), "answer = 43\n") == 43
    assert made(Compiled(kept)) == 42


def test_other_ways_to_compile_pass_by(kept: Path) -> None:
    compiled = Compiled(kept)
    assert eval(compiled.compile("6 * 7", FILE, "eval")) == 42  # noqa: S307
    assert list(read(kept)) == [FILE]


def test_nothing_is_written_where_python_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    compiled = Compiled(tmp_path / "kept")
    assert made(compiled) == 42
    compiled.keep()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    write(tmp_path / "file" / "kept", {})
    (tmp_path / "folder").mkdir()
    write(tmp_path / "folder", {})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255))
def test_a_damaged_file_is_as_good_as_none(
    place: float, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "kept"
    write(path, {FILE: (b"12345678", compile("answer = 0", FILE, "exec"))})
    whole = path.read_bytes()
    at = int(place * len(whole))
    path.write_bytes(whole[:at] + bytes([whole[at] ^ byte]) + whole[at + 1 :])
    assert read(path) == {}
    path.write_bytes(whole[:at])
    assert read(path) == {}
