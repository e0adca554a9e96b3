"""The disk that `power` cuts off: what is synced stays, and of the rest anything may happen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INODE = 7


@pytest.fixture(autouse=True)
def tests_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))


def left_by(
    *steps: tuple[str, int, str, bytes], names: str, turns: int = 300
) -> set[frozenset[tuple[str, bytes]]]:
    """Every folder that a cut at the end of these steps left, in so many cuts."""
    from tests.faults.disk import Disk, Names
    from tests.faults.shim import Step

    disk = Disk(Path("/records"), {})
    for what, place, path, data in steps:
        failed, kind = what.startswith("not "), what.removeprefix("not ")
        disk.do(Step(kind, failed, INODE, place, path, data))
    dice = random.Random(3)  # noqa: S311 - a dice
    return {frozenset(disk.cut(Names(names), dice)) for _ in range(turns)}


MADE = ("C", 0, "/records/a", b"")
OLD, NEW = b"o" * 1024, b"n" * 1024
BOTH = [NEW[:512] + OLD[512:], OLD[:512] + NEW[512:], OLD, NEW]
IN_ORDER, BY_FOLDER = "names in order", "names by folder"


def test_what_was_synced_stays() -> None:
    steps = (MADE, ("W", 0, "", OLD), ("S", 0, "", b""))
    assert left_by(*steps, names=IN_ORDER) == {frozenset({("a", OLD)})}
    # The least that POSIX promises: without its name in a synced folder a file is nowhere.
    assert left_by(*steps, names=BY_FOLDER) == {frozenset({("a", OLD)}), frozenset()}
    assert left_by(*steps, ("D", 0, "/records", b""), names=BY_FOLDER) == {frozenset({("a", OLD)})}


def test_what_was_not_synced_is_torn_between_sectors_and_nowhere_else() -> None:
    steps = (MADE, ("W", 0, "", OLD), ("S", 0, "", b""), ("W", 0, "", NEW))
    assert left_by(*steps, names=IN_ORDER) == {frozenset({("a", content)}) for content in BOTH}


def test_a_later_write_may_come_before_an_earlier_one() -> None:
    steps = (MADE, ("S", 0, "", b""), ("W", 0, "", b"1" * 512), ("W", 512, "", b"2" * 512))
    contents = {content for cut in left_by(*steps, names=IN_ORDER) for _, content in cut}
    assert contents == {b"", b"1" * 512, bytes(512) + b"2" * 512, b"1" * 512 + b"2" * 512}


def test_a_sync_that_failed_keeps_nothing_and_a_later_one_does_not_help() -> None:
    steps = (MADE, ("S", 0, "", b""), ("W", 0, "", OLD), ("not S", 0, "", b""), ("S", 0, "", b""))
    assert frozenset({("a", b"")}) in left_by(*steps, names=IN_ORDER)


def test_a_name_may_come_before_the_content() -> None:
    steps = (MADE, ("W", 0, "", OLD), ("R", 0, "/records/a", b"/records/b"))
    for names in (IN_ORDER, BY_FOLDER):
        assert frozenset({("b", b"")}) in left_by(*steps, names=names)
    synced = (MADE, ("W", 0, "", OLD), ("S", 0, "", b""), ("R", 0, "/records/a", b"/records/b"))
    for names in (IN_ORDER, BY_FOLDER):
        assert frozenset({("b", b"")}) not in left_by(*synced, names=names)
    kept = left_by(*synced, ("D", 0, "/records", b""), names=BY_FOLDER)
    assert kept == {frozenset({("b", OLD)})}


def test_a_file_in_a_folder_that_was_never_kept_is_lost() -> None:
    steps = (("M", 0, "/records/x", b""), ("C", 0, "/records/x/a", b""), ("D", 0, "/records/x", b""))
    assert left_by(*steps, names=BY_FOLDER) == {frozenset(), frozenset({("x/a", b"")})}
