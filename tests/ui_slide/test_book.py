"""Scenes that are kept: the teacher's goes with the timer, the others when they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.presenting.session import Session
from rse_lessons.school import School
from rse_lessons.ui.slide.blocks.talk_timer import TimerFace
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.drawing import Words
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.scene import SlideScene

TALK = 4
"""The slide of the demonstration lesson that has a discussion with a timer, from 0."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    school = School(tmp_path)
    lesson = school.read_file(school.demonstration).lesson
    assert lesson is not None
    return Session(school.as_taught(lesson), clock=lambda: 0.0, start=TALK)


def said(scene: SlideScene) -> set[str]:
    return {op.text for piece in scene.pieces for op in piece.ops if isinstance(op, Words)}


def test_a_timer_that_runs_changes_no_scene_that_waits(session: Session) -> None:
    book = SceneBook(session, SlideLook("upper-ks2"))
    block = next(part.id for part in session.slides[TALK].parts if type(part).__name__ == "Discuss")  # type: ignore[union-attr]
    talking = book.scene(TALK)
    assert "0:30" in said(talking)
    book.show_timer(block, TimerFace(21, 30, True))
    assert "0:21" in said(talking)
    session.next()
    session.go_to(TALK - 1)
    changed: list[object] = []
    talking.changed.connect(changed.append)
    before = talking.pieces
    book.show_timer(block, TimerFace(12, 30, True))
    assert talking.pieces == before
    assert book.scene(TALK) is talking
    assert "0:12" in said(talking)


def test_a_timer_goes_on_where_the_class_is_frozen(session: Session) -> None:
    book = SceneBook(session, SlideLook("upper-ks2"))
    block = next(part.id for part in session.slides[TALK].parts if type(part).__name__ == "Discuss")  # type: ignore[union-attr]
    shown = book.scene(TALK)
    session.freeze()
    book.hold()
    session.go_to(TALK + 1)
    book.hold()
    book.show_timer(block, TimerFace(12, 30, True))
    assert book.class_scene() is shown
    assert "0:12" in said(shown)
    session.freeze()
    book.hold()
    book.show_timer("", None)
    assert "0:30" in said(book.scene(TALK))
