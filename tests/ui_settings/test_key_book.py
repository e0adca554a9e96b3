"""The rules for changing keys."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.ui.actions import ACTIONS, BY_ID, key_table, normal
from rse_lessons.ui.settings.key_book import NEEDED, KeyBook, defaults

ACTION = st.sampled_from([action.id for action in ACTIONS])
KEY = st.sampled_from([normal(key) for action in ACTIONS for key in action.keys] + ["J", "Ctrl+J", "F9"])
STEP = st.one_of(
    st.tuples(st.just("add"), ACTION, KEY),
    st.tuples(st.just("remove"), ACTION, KEY),
    st.tuples(st.just("reset"), ACTION, KEY),
)


def test_as_it_came_there_is_nothing_to_keep() -> None:
    book = KeyBook({})
    assert book.rebound() == {}
    assert not book.any_changed()
    assert book.keys("black") == ("B", ".")
    assert book.owner("B") == "black"
    assert book.owner("J") == ""


def test_a_key_given_away_leaves_its_action() -> None:
    book = KeyBook({})
    assert book.add("freeze", "B")
    assert book.rebound() == {"freeze": ("F", "B"), "black": (".",)}
    assert book.reset("black") == ("freeze",)
    assert book.rebound() == {}


def test_the_last_key_of_next_back_and_leave_stays() -> None:
    book = KeyBook({"next": ("N",), "back": ("Left",)})
    assert not book.remove("next", "N")
    assert not book.remove("back", "Left")
    assert not book.remove("leave", "Esc")
    assert not book.add("black", "N")
    assert book.keys("next") == ("N",)
    assert book.remove("black", "B")
    assert book.remove("black", ".")
    assert book.rebound()["black"] == ()


def test_a_key_written_twice_by_hand_belongs_to_one_action() -> None:
    rebound = {"black": ("J",), "white": ("J", "W")}
    book = KeyBook(rebound)
    assert book.owner("J") == key_table(rebound)["J"]
    assert sum("J" in book.keys(action) for action in BY_ID) == 1


def test_actions_of_a_newer_version_stay() -> None:
    book = KeyBook({"fly": ("Ctrl+Y",)})
    book.reset_all()
    assert book.rebound() == {"fly": ("Ctrl+Y",)}


@settings(max_examples=40, deadline=None)
@given(st.lists(STEP, max_size=25))
def test_whatever_is_done_no_key_is_shared_and_nothing_needed_is_lost(
    steps: list[tuple[str, str, str]],
) -> None:
    book = KeyBook({})
    for verb, action, key in steps:
        if verb == "reset":
            book.reset(action)
        else:
            getattr(book, verb)(action, key)
    keys = [key for action in BY_ID for key in book.keys(action)]
    assert len(keys) == len(set(keys))
    assert all(book.keys(action) for action in NEEDED)
    # What is kept says the same when it is read again.
    again = KeyBook(book.rebound())
    assert {action: again.keys(action) for action in BY_ID} == {action: book.keys(action) for action in BY_ID}
    book.reset_all()
    assert all(book.keys(action) == defaults(action) for action in BY_ID)
