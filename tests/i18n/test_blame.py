"""What a translation says that blames a child: named by its passage, with what puts it right around it."""

from __future__ import annotations

from pathlib import Path

from rse_lessons.i18n.blame import blame_faults
from rse_lessons.i18n.documents import document
from rse_lessons.i18n.faults import Fault
from rse_lessons.i18n.localise import localise

LESSON = """+++
title = "Made"
band = "ks3"
minutes = 20
summary = "She asked for it."
outcomes = ["I can ask."]
+++
# Made {stage=welcome}

Whose choice was it?

::: misconception {id=fault}
It was her fault.
= Somebody chose to share it.
:::
"""


def said(welsh: dict[str, str], language: str = "cy", text: str = LESSON) -> list[Fault]:
    source = document(Path("content/secondary/made.md"), text)
    known = {one.text: one.context for one in source.passages}
    assert set(welsh) <= set(known)
    shown = localise(source, {(known[english], english): words for english, words in welsh.items()})
    return list(blame_faults(language, shown))


def test_a_passage_that_blames_is_named_with_better_words() -> None:
    (fault,) = said({"Whose choice was it?": "Ei bai hi oedd hyn."})
    assert (fault.rule, fault.error) == ("wording-own-fault", True)
    assert fault.context.startswith("made/")
    assert (
        "say “y person a ddewisodd wneud niwed sy'n gyfrifol”: it gives the child a share" in fault.sentence
    )


def test_the_english_that_is_left_is_not_read_and_neither_is_a_language_without_rules() -> None:
    assert said({"I can ask.": "Galla i ofyn."}) == []
    assert said({"Whose choice was it?": "Ei bai hi oedd hyn."}, language="sco") == []


def test_what_the_next_passage_puts_right_may_be_said() -> None:
    blames, right = {"It was her fault.": "Ei bai hi oedd hyn."}, "Dewisodd rhywun rannu’r llun."
    assert said({**blames, "Somebody chose to share it.": right}) == []


def test_advice_is_no_error_and_an_exception_holds() -> None:
    (fault,) = said({"Whose choice was it?": "Gwers am secstio yw hon."})
    assert not fault.error
    allowed = "\n::: comment\nwording: allow sexting: because the policy is called so\n:::\n"
    assert said({"Whose choice was it?": "Gwers am secstio yw hon."}, text=LESSON + allowed) == []
