"""Walking through a conversation: on, back, again, every path, and two walks side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.training.model import Practice
from rse_lessons.training.walking import Walk, compare, paths, walk_of
from tests.training.made import PLACE, practice, reply

TALK = practice()
PATHS = list(paths(TALK))


def test_every_path_is_there_once_and_ends_with_the_next_step() -> None:
    assert len(PATHS) == len(set(PATHS)) == 7
    for replies in PATHS:
        walk = Walk(TALK, replies)
        assert walk.ended
        assert walk.scene.next_step
        assert walk_of(TALK, walk.path) == walk
    assert Walk(TALK, ("hush", "leave")).path == ("start/hush", "quiet/leave")


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 1)), max_size=20))
@settings(max_examples=60, deadline=None)
def test_going_on_and_back_in_any_order_is_the_same_as_going_there(moves: list[tuple[bool, int]]) -> None:
    walk, trail = Walk(TALK), [""]
    for back, number in moves:
        if back:
            walk = walk.back()
            trail = trail[:-1] or [""]
        elif not walk.ended:
            chosen = walk.scene.replies[number].id
            walk = walk.choose(chosen)
            trail.append(chosen)
    assert walk == Walk(TALK, tuple(filter(None, trail)))
    assert walk.again() == Walk(TALK)


def test_a_reply_of_another_scene_is_refused_and_a_kept_walk_that_fits_no_more_is_left_out() -> None:
    with pytest.raises(KeyError):
        Walk(TALK).choose("lead")
    assert walk_of(TALK, ["start/gone-since"]) is None
    assert walk_of(TALK, ["quiet/sorry"]) is None
    assert walk_of(TALK, ["start/thank", "more/listen", "last/lead", "told/more"]) is None


def test_two_walks_show_where_they_part_and_what_each_led_to() -> None:
    one, other = Walk(TALK, ("thank", "ask", "lead")), Walk(TALK, ("thank", "listen", "later"))
    parting = compare(one, other)
    assert [step.key for step in parting.shared] == ["start/thank"]
    assert parting.scene is TALK.scenes[1]
    assert [step.reply.id for step in parting.left] == ["ask", "lead"]
    assert [step.reply.id for step in parting.right] == ["listen", "later"]
    assert [scene.id for scene in parting.endings] == ["told", "gone"]
    assert not parting.meet
    assert compare(one, Walk(TALK, ("thank", "listen", "lead"))).meet
    same = compare(one, one)
    assert (same.scene, same.left, same.right, same.meet) == (None, (), (), False)
    assert compare(one, one.back()).scene is TALK.scenes[3]


@given(st.sampled_from(PATHS), st.sampled_from(PATHS))
@settings(max_examples=49, deadline=None)
def test_shared_and_own_steps_make_up_each_walk(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    parting = compare(Walk(TALK, first), Walk(TALK, second))
    assert tuple(step.reply.id for step in (*parting.shared, *parting.left)) == first
    assert tuple(step.reply.id for step in (*parting.shared, *parting.right)) == second
    assert (parting.scene is None) == (first == second)


def test_what_a_file_got_wrong_ends_a_walk_and_never_goes_round() -> None:
    empty = Practice("none", PLACE, "Nothing", ())
    assert Walk(empty).ended
    assert list(paths(empty)) == [()]
    start = replace(TALK.scenes[0], replies=(reply("nowhere", "gone-since"), reply("round", "start")))
    odd = replace(TALK, scenes=(start,))
    assert Walk(odd, ("nowhere",)).ended
    assert list(paths(odd)) == [("nowhere",)]
