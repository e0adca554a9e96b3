"""The table of block kinds, in the order of the lesson format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rse_lessons.lesson import model
from rse_lessons.ui.slide.blocks import (
    diamond,
    discuss,
    ground_rules,
    help_routes,
    line,
    misconception,
    order,
    prose,
    question_box,
    quiz,
    reveal,
    scenario,
    sort,
    vote,
)
from rse_lessons.ui.slide.blocks.kit import Kind

KINDS: Mapping[type[Any], Kind] = {
    model.Text: prose.KIND,
    model.Discuss: discuss.KIND,
    model.Quiz: quiz.KIND,
    model.Sort: sort.KIND,
    model.Order: order.KIND,
    model.Line: line.KIND,
    model.Diamond: diamond.KIND,
    model.Scenario: scenario.KIND,
    model.Vote: vote.KIND,
    model.Reveal: reveal.KIND,
    model.GroundRules: ground_rules.KIND,
    model.QuestionBox: question_box.KIND,
    model.HelpRoutes: help_routes.KIND,
    model.Misconception: misconception.KIND,
}
"""`Picture` and `Only` belong to the page; a `Handout` is paper only."""
