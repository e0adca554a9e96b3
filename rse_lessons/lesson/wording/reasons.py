"""Why a rule is there, in the language of whoever reads it, which may be another than the text's.

Better words are said in the language of the text; the reason is for the teacher.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from rse_lessons.lesson.wording.rulebook import FOLDER, Rule, languages

ENGLISH = "en"


def reason_in(language: str, rule: Rule) -> str:
    """Give a rule's reason in a language, in English where that has no rules, else in the rule's own."""
    known = _reasons(language if language in languages() else ENGLISH)
    return known.get((rule.id, rule.bands)) or known.get((rule.id, ()), rule.reason)


@cache
def _reasons(language: str) -> Mapping[tuple[str, tuple[str, ...]], str]:
    """Read the reasons of a language by rule and ages; any age stands for a rule that has none for all."""
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for table in data["rule"]:
        found[table["id"], tuple(table.get("bands", ()))] = table["reason"]
        found.setdefault((table["id"], ()), table["reason"])
    return found
