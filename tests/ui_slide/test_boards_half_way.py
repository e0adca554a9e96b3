"""Every board of every lesson, card by card: no word is left out on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.presenting.boards import BOARDS
from rse_lessons.presenting.slides import slides_of
from rse_lessons.school import School
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.slide.scene import build_scene

LESSONS = sorted((Path(__file__).parents[2] / "content").glob("*ary/*.md"))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    return School(tmp_path_factory.mktemp("school"))


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_no_word_is_left_out_while_cards_are_being_placed(file: Path, school: School) -> None:
    read = school.read_file(file).lesson
    assert read is not None
    lesson = school.as_taught(read)
    look = SlideLook(str(lesson.front.band or ""), routes=school.routes(read))
    for number, slide in enumerate(slides_of(lesson), 1):
        for block in slide.parts:
            if type(block) not in BOARDS:
                continue
            board = BOARDS[type(block)]
            state = board.blank(block)
            name = getattr(block, "id", "")
            scene = build_scene(slide, number, look, {name: state})
            way = board.way(block)
            places = board.places(block)
            for at, card in enumerate(board.cards(block)):
                where = way.get(card.id) or places[at % len(places)]
                state = board.place(block, state, card.id, where)
                scene.apply(name, state)
                assert not scene.overfull, (slide.title, card.text)
            scene.apply(name, board.show(block, state))
            assert not scene.overfull, (slide.title, "one way to see it")
            scene.apply(name, state)
            assert not scene.overfull, (slide.title, "back to ours")
