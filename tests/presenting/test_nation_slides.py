"""From a lesson to one nation's slides."""

from __future__ import annotations

from rse_lessons.lesson.model import (
    Handout,
    HelpRoutes,
    NotePart,
    Notes,
    Only,
    Option,
    Quiz,
    Slide,
    Stage,
    Text,
    Vote,
)
from rse_lessons.presenting.slides import blocks_of, filled, for_nation, slides_of
from rse_lessons.presenting.stages import plan
from tests.presenting.rooms import AT, LESSON, lesson_of, options, slide

WALES = Only(AT, ("wls",), (Text("In Wales.", AT), Vote("vote", AT, "Which?", options("a", "b"))))


def test_parts_of_other_nations_go_and_our_own_stay() -> None:
    lesson = lesson_of(slide("Rights", Stage.EXPLORE, 4, Text("Everybody.", AT), WALES))
    assert for_nation(lesson, "wls").slides[0].parts == (Text("Everybody.", AT), *WALES.parts)
    assert for_nation(lesson, "eng").slides[0].parts == (Text("Everybody.", AT),)


def test_a_slide_left_empty_goes_and_its_time_stays_in_the_stage() -> None:
    lesson = lesson_of(
        slide("Rights", Stage.EXPLORE, 4),
        slide("Rights in Wales", Stage.EXPLORE, 2, WALES),
        slide("In Wales only", Stage.CHECK, 3, WALES),
    )
    england = for_nation(lesson, "eng")
    assert [(s.title, s.seconds) for s in england.slides] == [("Rights", 360)]
    assert len(for_nation(lesson, "wls").slides) == 3


def test_signposting_is_never_dropped_nor_a_heading_that_stood_alone() -> None:
    heading = Slide("Thank you", Stage.CLOSE, 60, (), None, AT)
    lesson = lesson_of(slide("Who helps", Stage.SIGNPOST, 2, Only(AT, ("wls",), (HelpRoutes(AT),))), heading)
    assert [s.title for s in for_nation(lesson, "eng").slides] == ["Who helps", "Thank you"]


def test_a_lesson_all_for_another_nation_keeps_its_slides() -> None:
    lesson = lesson_of(slide("In Wales", Stage.EXPLORE, 2, WALES))
    assert len(for_nation(lesson, "eng").slides) == 1


def test_a_vote_that_compares_carries_the_words_of_the_first() -> None:
    first = Vote("before", AT, "Who helps?", options("a", "b"))
    later = Vote("after", AT, "", (), compare="before")
    lesson = for_nation(
        lesson_of(slide("B", Stage.BASELINE, 1, first), slide("A", Stage.ENDPOINT, 1, later)), "eng"
    )
    assert lesson.slides[1].parts == (Vote("after", AT, "Who helps?", options("a", "b"), compare="before"),)


def test_a_slide_for_paper_alone_is_not_shown() -> None:
    handout = Handout("card", AT, "A card", "Words")
    lesson = lesson_of(slide("One", Stage.EXPLORE, 2), slide("Paper", Stage.EXPLORE, 3, handout))
    assert [s.title for s in slides_of(lesson)] == ["One"]
    assert plan(lesson)[0].seconds == 300
    assert len(for_nation(lesson, "eng").slides) == 2


def test_placeholders_are_filled_wherever_words_are() -> None:
    mark = "{{term:lead}}"
    quiz = Quiz(
        "q", AT, f"Ask {mark}", (Option("a", mark, AT, explanation=f"See {mark}"),), ("a",), takeaway=mark
    )
    page = Slide(
        f"To {mark}", Stage.CHECK, 60, (Text(mark, AT), quiz), Notes((NotePart("Say", mark),), AT), AT
    )
    lesson = for_nation(lesson_of(page), "eng", lambda text: text.replace(mark, "the lead"))
    assert "{{" not in repr(lesson)
    assert repr(lesson).count("the lead") == 7


def test_what_has_no_placeholder_is_left_as_it_is() -> None:
    assert filled(LESSON.slides, str.upper) is LESSON.slides


def test_blocks_are_found_inside_parts_that_nobody_has_chosen() -> None:
    assert list(blocks_of((slide("Rights", Stage.EXPLORE, 4, WALES),))) == ["vote"]
