"""What is kept about a shared folder, and whole visits as the app makes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.progress.between.oddities import SENTENCES, Finding, Oddity
from rse_lessons.progress.between.pieces import PieceName
from rse_lessons.progress.between.shared_folder import prepare
from rse_lessons.progress.between.sharing import Outcome, Seen, StoppedError
from rse_lessons.progress.between.sharing_log import (
    LOCK,
    NAME,
    Log,
    load_log,
    prefer,
    save_log,
    share,
    through,
)
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.database.disk import held
from rse_lessons.progress.recording.store import Store
from tests.progress.pcs import Clock, Pc

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture
def pc(tmp_path: Path) -> Callable[[str], Pc]:
    clock = Clock()
    return lambda name: Pc(tmp_path / name, clock)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    last = Outcome(
        "2026-03-02T09:15:00.000Z",
        3,
        4,
        ("a" * 16,),
        (Finding(Path("/stick/x"), Oddity.HALF),),
        ("b" * 16,),
        Trouble.FULL,
    )
    log = Log("/stick", False, True, last, {PieceName("a" * 16, 1, 2, "b" * 16): Seen(2, 1 << 100)}, 7)
    save_log(tmp_path / NAME, log)
    assert load_log(tmp_path / NAME) == log


def test_a_file_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert load_log(tmp_path / NAME) == Log()


@settings(max_examples=40, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["folder", "last", "seen", "when", "taken", "findings", "trouble", "at-end"]),
                inner,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_the_file_is_read(tmp_path_factory: pytest.TempPathFactory, found: object) -> None:
    file = tmp_path_factory.mktemp("log") / NAME
    file.write_text(json.dumps(found), encoding="utf-8")
    assert isinstance(load_log(file), Log)
    file.write_bytes(json.dumps(found).encode()[:-1] + b"\xff")
    assert load_log(file) == Log()


def test_a_visit_keeps_what_came_of_it(pc: Callable[[str], Pc], tmp_path: Path) -> None:
    a, b = pc("a"), pc("b")
    (tmp_path / "stick").mkdir()
    root = prepare(tmp_path / "stick")
    for one in (a, b):
        one.teach(f"lesson-of-{one.folder.name}")
        prefer(one.folder / NAME, folder=str(root))
    for one, taken in ((a, 0), (b, 4), (a, 4), (b, 0)):
        outcome = share(one.folder / NAME, one.path, one.do, now=one.clock())
        assert (outcome.taken, outcome.trouble) == (taken, None)
        assert load_log(one.folder / NAME).last == outcome
    assert a.events == b.events
    assert len(load_log(a.folder / NAME).seen) == 2


def test_what_is_chosen_while_a_visit_goes_on_stays_chosen(pc: Callable[[str], Pc], tmp_path: Path) -> None:
    a = pc("a")
    (tmp_path / "stick").mkdir()
    file = a.folder / NAME
    prefer(file, folder=str(prepare(tmp_path / "stick")))
    a.teach()

    def meanwhile(_done: int, _total: int) -> None:
        prefer(file, at_end=False)

    assert share(file, a.path, a.do, now=a.clock(), tick=meanwhile).given == 4
    assert not load_log(file).at_end


def test_two_visits_at_once_do_not_meet(pc: Callable[[str], Pc], tmp_path: Path) -> None:
    a = pc("a")
    with held(a.folder / LOCK, 1):
        assert share(a.folder / NAME, a.path, a.do, now=a.clock()).trouble is Trouble.BUSY
    assert share(a.folder / NAME, a.path, a.do, now=a.clock()).trouble is Trouble.NO_FOLDER


def test_work_that_waits_for_a_writer_that_cannot_write_can_be_stopped(tmp_path: Path) -> None:
    (tmp_path / "progress.sqlite").mkdir()  # no database can be made here
    told: list[str] = []
    store = Store(tmp_path / "progress.sqlite", now=Clock(), tell=told.append, retry_seconds=0.01)
    asked = iter([False, True])
    with pytest.raises(StoppedError):
        through(store, lambda: next(asked))(lambda journal: journal.device)
    store.close(1)
    with pytest.raises(StoppedError):
        through(store)(lambda journal: journal.device)


def test_the_page_tells_of_every_oddity() -> None:
    page = (DOCS / "moving.md").read_text(encoding="utf-8")
    assert [name for name in SENTENCES if f"| `{name}` |" not in page] == []
