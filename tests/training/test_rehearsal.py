"""What comes up in a rehearsal: chosen by chance, and never against the lesson."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.model import Band, Place, Slide, Stage
from rse_lessons.lesson.wording.checking import check_text
from rse_lessons.nation.profiles import NATIONS, fill, load_nation
from rse_lessons.settings.paths import data_root
from rse_lessons.training.rehearsal import (
    MANY,
    Met,
    MomentsError,
    as_recorded,
    for_band,
    plan_moments,
    read_moments,
    without,
)

FILE = data_root() / "content" / "training" / "moments.toml"
MOMENTS = read_moments(FILE)
_HERE = Place(FILE, 1)


def slide(stage: Stage) -> Slide:
    return Slide("", stage, 60, (), None, _HERE)


LESSONS = st.lists(st.sampled_from(list(Stage)), min_size=1, max_size=16).map(
    lambda stages: [slide(stage) for stage in sorted(stages, key=list(Stage).index)]
)


@settings(max_examples=60)
@given(slides=LESSONS, count=st.integers(0, MANY), seed=st.integers(0, 999))
def test_moments_come_where_they_belong_and_never_at_the_first_slide(
    slides: list[Slide], count: int, seed: int
) -> None:
    plan = plan_moments(slides, MOMENTS, count, Random(seed))  # noqa: S311  chance, and no secret
    assert len(plan) <= count
    assert len({moment.id for moment in plan.values()}) == len(plan), "nothing happens twice"
    assert 0 not in plan
    assert all(slides[index].stage in moment.stages for index, moment in plan.items())
    assert sum(moment.last for moment in plan.values()) <= 1


def test_what_comes_last_is_never_left_out_and_comes_last() -> None:
    slides = [slide(stage) for stage in Stage]
    for seed in range(20):
        plan = plan_moments(slides, MOMENTS, 2, Random(seed))  # noqa: S311  chance, and no secret
        assert list(plan.values())[-1].last
        assert len(plan) == 2


def test_another_rehearsal_brings_other_moments() -> None:
    names = [moment.id for moment in MOMENTS]
    left = without(MOMENTS, names[:5], 4)
    assert not {moment.id for moment in left} & set(names[:5])
    everything = without(MOMENTS, names, 4)
    assert len(everything) == 4
    assert [moment.id for moment in everything] == names[:4], "the longest ago come again first"


def test_young_children_are_not_asked_about_phones() -> None:
    young = {moment.id for moment in for_band(MOMENTS, Band.KS1)}
    assert "offers-a-phone" not in young
    assert young < {moment.id for moment in for_band(MOMENTS, Band.KS3)}


@cache
def blaming(text: str) -> list[str]:
    """What a reply says that would better not be said; most say the same in every nation."""
    return [found.found for found in check_text(text, audience="teachers") if found.severity == "error"]


@pytest.mark.parametrize("code", NATIONS)
def test_every_moment_is_whole_in_every_nation(code: str) -> None:
    nation = load_nation(code, FILE.parents[1] / "nations")
    for moment in read_moments(FILE, lambda text: fill(text, nation)):
        texts = [moment.situation, moment.question, moment.next_step]
        for reply in moment.replies:
            texts += [reply.text, reply.taken, reply.asks, reply.better]
            assert not blaming(f"{reply.taken}\n{reply.asks}\n{reply.better}")
        assert not any("{{" in text for text in texts)
        assert any(not reply.better for reply in moment.replies)


def test_what_was_put_aside_is_not_recorded() -> None:
    first, second = MOMENTS[:2]
    met = [Met(first, None, 3), Met(second, second.replies[0], 4)]
    assert as_recorded(met) == [f"{second.id}/{second.replies[0].id}"]


WHOLE = """
[[moments]]
id = "one"
title = "T"
stages = ["explore"]
situation = "S"
question = "Q"
next = "N"
[[moments.replies]]
id = "a"
text = "A"
taken = "A"
asks = "A"
[[moments.replies]]
id = "b"
text = "B"
taken = "B"
asks = "B"
better = "A"
"""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("[[moments]]", "[[moments"), "cannot be read"),
        (('id = "one"', 'id = "One!"'), "no id"),
        (('next = "N"', 'next = " "'), "one needs next"),
        (('taken = "B"\n', ""), "one/b needs taken"),
        (('"explore"', '"nowhere"'), "nowhere"),
        (('["explore"]', "[]"), "no stage"),
        (('asks = "A"\n', 'asks = "A"\nbetter = "B"\n'), "a good one"),
        (('id = "b"', 'id = "a"'), "a twice"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    file = tmp_path / "moments.toml"
    file.write_text(WHOLE, encoding="utf-8")
    assert len(read_moments(file)) == 1
    file.write_text(WHOLE.replace(*change, 1), encoding="utf-8")
    with pytest.raises(MomentsError, match=words):
        read_moments(file)
