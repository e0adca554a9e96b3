"""The demonstration lesson shows every activity, and the tour pictures each in its states."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.lesson import model
from rse_lessons.lesson.model import Lesson
from rse_lessons.presenting.activity import KINDS, PlacingState, from_data, kind_of, to_data
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.school import School
from rse_lessons.ui.theme import load_fonts, load_theme
from rse_lessons.ui.tour import activities
from rse_lessons.ui.tour.given import Given

SHOWN = set(model.Block.__args__) - {model.Only}
MANY_SIDED = (model.Sort, model.Order, model.Line, model.Diamond)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    return School(tmp_path_factory.mktemp("school"))


@pytest.fixture(scope="module")
def lesson(school: School) -> Lesson:
    found = school.read_file(school.demonstration)
    assert found.problems == ()
    assert found.lesson is not None
    return school.as_taught(found.lesson)


@pytest.fixture
def given(school: School, lesson: Lesson, qapp: QApplication) -> Given:
    load_fonts()
    return Given((), (), (), school.nation, (), {}, {lesson.id: school.routes(lesson)}, demonstration=lesson)


def test_it_shows_every_kind_of_block_and_stands_on_no_shelf(school: School, lesson: Lesson) -> None:
    assert {type(part) for slide in lesson.slides for part in slide.parts} >= SHOWN
    assert {kind.block for kind in KINDS} <= SHOWN
    school.library.refresh()
    assert lesson.id not in {card.id for card in school.library.cards()}


def test_each_board_is_there_with_few_cards_with_pictures_and_with_long_words(lesson: Lesson) -> None:
    for kind in MANY_SIDED:
        found = [block for block in blocks_of(lesson.slides).values() if isinstance(block, kind)]
        groups = [block.steps if isinstance(block, model.Order) else block.cards for block in found]
        assert any(card.picture for cards in groups for card in cards), kind
        assert any(len(card.text) > 45 for cards in groups for card in cards), kind
        assert any(all(len(card.text) < 30 and not card.picture for card in cards) for cards in groups), kind


def test_every_picture_of_it_is_found(lesson: Lesson) -> None:
    for block in blocks_of(lesson.slides).values():
        for option in (*getattr(block, "cards", ()), *getattr(block, "steps", ())):
            picture = getattr(option, "picture", None)
            assert picture is None or Path(picture.path).is_file()


def test_states_of_the_tour_are_such_as_a_class_can_leave(lesson: Lesson) -> None:
    for block in blocks_of(lesson.slides).values():
        for name, state in activities.states_of(block).items():
            kind = kind_of(block)
            assert kind is not None
            assert isinstance(state, kind.state)
            kept = from_data(block, to_data(state))
            if isinstance(state, PlacingState):
                assert isinstance(kept, PlacingState)
                assert kept.placed == state.placed, (block.id, name)  # type: ignore[union-attr]


def test_every_activity_has_its_pictures(given: Given, lesson: Lesson) -> None:
    names = activities.class_sees(lesson)
    for block_id, block in blocks_of(slides_of(lesson)).items():
        if not isinstance(block, model.Handout):
            assert f"activity-{block_id}" in names
            for state in activities.states_of(block):
                assert f"activity-{block_id}-{state}" in names
    for name in ("activity-good-wall-begun", "activity-the-newsletter-ended", "activity-wall-after-ended"):
        shown = names[name](given, load_theme("light"))
        assert shown.widget.width() > 0
        shown.end()
        shown.widget.deleteLater()
    assert set(activities.consoles(lesson)) == {
        "console-activity-text",
        *(f"console-activity-{kind.__name__.lower()}" for kind in (*MANY_SIDED, model.Scenario)),
    }
