"""The search for what was deleted: it finds what is there, in every form, and nothing by chance."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rse_lessons.progress.deleting.traces import Content, search

ID = "3f9a0c1e2b4d5f60718293a4b5c6d7e8"
SOUGHT = Content(
    frozenset({ID}),
    frozenset({"7B", "Oak 7B", "Ddraig Gôch"}),
    frozenset({"We knock, môr braf"}),
    frozenset({"ask-first", "ks3"}),
)

BLOCK = 64 << 10
"""Bytes that are looked at together; the program takes more of them."""


@pytest.mark.parametrize(
    "planted",
    [
        f"\x04{ID}\x01",
        f"0a1b2c3d4e5f6071{ID}2026-03-02T09:00",  # between the digits of other columns
        "lively Oak 7B today",
        json.dumps("Ddraig Gôch"),
        "Ddraig Gôch",
        '"7B"',
        "ask-first7B{",
        "7Bask-first",
        "7Bks3",
        "We knock, môr braf",
        json.dumps("We knock, môr braf"),
    ],
)
@pytest.mark.parametrize("before", [0, 17, BLOCK - 3])
def test_it_is_found_wherever_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: str, before: int
) -> None:
    monkeypatch.setattr("rse_lessons.progress.deleting.traces._BLOCK", BLOCK)
    file = tmp_path / "some.bin"
    file.write_bytes(bytes(before) + planted.encode() + bytes(40))
    found = search([file], SOUGHT)
    assert found.found == [file]
    assert (found.files, found.size) == (1, file.stat().st_size)


@pytest.mark.parametrize("innocent", ["\x017B\x02", "room 7B", ID[1:] + "f", "Oak 7A", "we knock", ""])
def test_nothing_is_found_by_chance(tmp_path: Path, innocent: str) -> None:
    file = tmp_path / "some.bin"
    file.write_bytes(bytes(20) + innocent.encode() + bytes(20))
    assert search([file], SOUGHT).found == []


def test_a_file_that_cannot_be_read_is_told_and_one_that_went_is_not(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = search([tmp_path / "folder", tmp_path / "went"], SOUGHT)
    assert (done.found, done.unread, done.files) == ([], [tmp_path / "folder"], 0)


def test_what_is_gone_is_what_was_there_before() -> None:
    now = Content(labels=frozenset({"7B"}))
    assert SOUGHT.gone(now).labels == {"Oak 7B", "Ddraig Gôch"}
    assert SOUGHT.gone(now).ids == {ID}
