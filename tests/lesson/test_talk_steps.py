"""Think, pair, share: its three times as written, its usual times, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.lesson.model import Discuss, TalkStep
from rse_lessons.lesson.reader import Reading, read_text
from rse_lessons.lesson.rules import all_blocks

HEAD = """+++
title = "Talk"
band = "ks3"
minutes = 10
summary = "Talking."
outcomes = ["I can talk."]
topics = ["consent"]
+++
# Talk {stage=welcome minutes=2}

Hello.
---
## Talk {stage=explore minutes=6}

"""
FOOT = """
---
## Help {stage=signpost minutes=2}

::: help-routes
:::
"""


def read(attributes: str) -> Reading:
    block = f"::: discuss {{id=talk {attributes}}}\nWhat helps?\n:::\n"
    return read_text(HEAD + block + FOOT, Path("talk.md"))


def talk(attributes: str) -> Discuss:
    lesson = read(attributes).lesson
    assert lesson is not None
    return next(block for block in all_blocks(lesson) if isinstance(block, Discuss))


def rules(attributes: str) -> list[str]:
    return [problem.rule for problem in read(attributes).problems if problem.rule != "no-notes"]


def test_each_step_has_its_time_and_the_whole_theirs() -> None:
    block = talk("how=think-pair-share think=0.5 pair=1.5 share=2")
    assert block.talk_steps == (TalkStep("think", 30), TalkStep("pair", 90), TalkStep("share", 120))
    assert (block.how, block.seconds) == ("think-pair-share", 240)


def test_a_step_without_a_time_has_the_usual_one() -> None:
    assert [step.seconds for step in talk("how=think-pair-share pair=1").talk_steps] == [60, 60, 180]


def test_any_other_discussion_has_no_steps() -> None:
    assert talk("how=groups minutes=3").talk_steps == ()


@pytest.mark.parametrize(
    ("attributes", "wrong"),
    [
        ("how=think-pair-share", []),
        ("how=think-pair-share think=0", ["unknown-value"]),
        ("how=think-pair-share share=soon", ["unknown-value"]),
        ("how=think-pair-share minutes=6", ["discuss-times"]),
        ("how=pairs think=1", ["discuss-times"]),
        ("think=1 pair=2", ["discuss-times"]),
        ("how=think-pair-share share=9", ["discuss-too-long"]),
        ("how=pairs minutes=6", []),
        ("how=pairs minutes=6.5", ["discuss-too-long"]),
        ("how=alone", ["unknown-value"]),
    ],
)
def test_what_is_wrong_is_said_with_its_rule(attributes: str, wrong: list[str]) -> None:
    assert rules(attributes) == wrong
