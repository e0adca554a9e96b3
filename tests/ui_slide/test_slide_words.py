"""What is drawn is also said: every word and every picture, in reading order."""

from __future__ import annotations

from rse_lessons.lesson import model
from rse_lessons.presenting.activity import QuizState, RevealState, VoteState
from rse_lessons.ui.slide.describe import Line, describe
from rse_lessons.ui.slide.markup import Grid, Passage, inline, passages, plain
from rse_lessons.ui.slide.scene import build_scene
from tests.ui_slide.made import HERE, look, options, picture, quiz, said, slide

KINDS = (
    model.Text("Some **bold** words.\n\n- an item\n\n> Nobody owes anybody a picture.", HERE),
    model.Discuss("d", HERE, "What helps?", 120, "groups", ("the place", "the person")),
    quiz("Listen", "Wait", takeaway="Remember this.", explanation="Because."),
    model.Sort("s", HERE, "Where?", options("Here", "There"), options("Card one", "Card two"), "Sorted."),
    model.Order("r", HERE, "Which first?", options("Stop", "Ask", "Wait"), "Ordered."),
    model.Line("l", HERE, "Stand.", ("Harder", "Easier"), options("Say no", "Say yes")),
    model.Diamond("m", HERE, "Rank.", options(*[f"Thing {number}" for number in range(9)])),
    model.Scenario(
        "c", HERE, (model.Step("a", HERE, "A story.", "What now?", options("Go", "Stay")),), "End."
    ),
    model.Vote("v", HERE, "Who?", options("One", "Two")),
    model.Reveal("e", HERE, "Lines.", options("First", "Second")),
    model.GroundRules("g", HERE, options("We listen.", "We pass.")),
    model.QuestionBox("b", HERE, "Write a question."),
    model.HelpRoutes(HERE, "There is always somebody."),
    model.Misconception("i", HERE, "It is too late.", "It is never too late."),
    picture(description="Two friends on a bench."),
)
DRAWN_ONLY = {"A", "B", "C", "1", "2", "3", "4", "2:00", "Before", "Now"} | {
    "One way to see it",
    "What do we take away?",
}
"""Letters, numbers on stones, the clock: the words around them say them. Buttons: keys do the same."""


def test_every_word_that_is_shown_is_said() -> None:
    for part in KINDS:
        made = slide(part, title="The heading")
        states = {"q": QuizState(("o1",), revealed=True), "v": VoteState({"o0": 7, "o1": None}, taken=True)}
        spoken = " ".join(line.text for line in describe(made, look(), states))
        for found in said(build_scene(made, 0, look(), states)):
            shown = plain(found.text)
            assert shown in spoken or shown in DRAWN_ONLY, (type(part).__name__, shown)


def test_a_picture_is_said_by_its_description() -> None:
    spoken = describe(slide(picture(description="Two friends on a bench."), title="Friends"), look())
    assert Line("picture", "Picture: Two friends on a bench.") in spoken


def test_the_heading_comes_first_even_where_a_question_is_the_heading() -> None:
    assert describe(slide(quiz("One", "Two")), look())[0] == Line("heading", "What could Ola do first?")


def test_what_is_still_hidden_is_not_said() -> None:
    made = slide(model.Reveal("e", HERE, "Lines.", options("First", "Second")), title="T")
    assert Line("item", "Second") not in describe(made, look(), {"e": RevealState(1)})
    assert Line("item", "First") in describe(made, look(), {"e": RevealState(1)})


def test_a_vote_is_said_in_numbers() -> None:
    before = VoteState({"o0": 13, "o1": 8}, taken=True)
    made = slide(model.Vote("w", HERE, "Who?", options("One", "Two"), compare="v"))
    now = {"w": VoteState({"o0": 24, "o1": None}, taken=True)}
    spoken = describe(made, look(compare=lambda _block: before), now)
    assert Line("option", "One: 13 before, 24 now") in spoken
    assert Line("option", "Two: 8 before, fewer than 5 now") in spoken
    unsaid = describe(made, look(compare=lambda _block: before), {"w": VoteState({"o0": 0, "o1": 0})})
    assert unsaid == (Line("heading", "Who?"), Line("option", "One"), Line("option", "Two"))


def test_markdown_becomes_passages() -> None:
    found = passages(
        "Words.\n\n- one\n- two\n\n1. first\n2. second\n\n> Remember.\n\n| a | b |\n|---|---|\n| c | d |"
    )
    assert found == (
        Passage("paragraph", "Words."),
        Passage("item", "one", 1),
        Passage("item", "two", 1),
        Passage("item", "first", 1, 1),
        Passage("item", "second", 1, 2),
        Passage("quote", "Remember."),
        Grid((("a", "b"), ("c", "d"))),
    )


def test_plain_words_take_the_short_way_to_the_same_end() -> None:
    assert passages("One line.\nStill one.\n\nAnother.") == (
        Passage("paragraph", "One line. Still one."),
        Passage("paragraph", "Another."),
    )


def test_links_are_words_and_raw_html_is_text() -> None:
    assert plain(inline("[Childline](https://www.childline.org.uk)")) == "Childline"
    assert "href" not in inline("[Childline](https://www.childline.org.uk)")
    assert "<script" not in inline("<script>x</script>")
