"""The table of block kinds, in the order of the lesson format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rse_lessons.lesson import model
from rse_lessons.ui.slide.blocks import help_routes, prose, quiz, vote
from rse_lessons.ui.slide.blocks.kit import Kind

KINDS: Mapping[type[Any], Kind] = {
    model.Text: prose.KIND,
    model.Quiz: quiz.KIND,
    model.Vote: vote.KIND,
    model.HelpRoutes: help_routes.KIND,
}
"""`Picture` and `Only` belong to the page; a `Handout` is paper only."""
