"""The text of a new lesson: `lesson.md` with a title, an age, a time, and words that suit the age."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

from rse_lessons.lesson.model import Band
from rse_lessons.lesson.words import plain
from rse_lessons.settings.sentences import in_english

LEAST, MOST, USUAL = 30, 60, 45
"""Minutes of a lesson, and how many there are unless somebody says otherwise."""
_KEPT = {
    "rules": 3,
    "baseline": 2,
    "endpoint": 2,
    "distance": 2,
    "signpost": 3,
    "box": 4,
    "welcome": 2,
    "thanks": 1,
}
"""Minutes of the slides that take as long in a short lesson as in a long one."""
_SHARES = {"story": 5, "first_claim": 2, "sort": 7, "scenario": 8, "second_claim": 2, "quiz": 2}
"""How the others share what is left."""
_MARKS = re.compile(r"[^\w\s]|_")
_PRIMARY: Mapping[str, str] = {
    "an_adult": "a grown-up",
    "trusted_adult": "a grown-up who listens to you and helps you to be safe",
    "sentence_start": "If a friend has a worry, I can",
    "made_up": "The people in our story are made up.",
    "rule_listen": "We listen.",
    "rule_pass": "We can pass.",
    "rule_story": "We talk about the story.",
    "rule_help": "We can ask for help.",
    "claim_one": "If you tell, you get someone into trouble.",
    "correction_one": "If you tell, you get help. That is a kind thing to do.",
    "sort_heading": "Where does it go?",
    "claim_two": "You said yes, so it stays yes.",
    "correction_two": "You can change a yes to a no. You can do it at any time.",
    "quiz_question": "A friend has a worry. When can they tell a grown-up?",
    "quiz_day": "Just on the same day",
    "quiz_day_why": "It can be much later, too.",
    "quiz_always": "At any time",
    "quiz_always_why": "Yes. It is never too late to tell.",
    "quiz_refused": "Not when one has been too busy",
    "quiz_refused_why": "Tell again, or tell someone else. Keep on until someone helps.",
    "quiz_takeaway": "It is never too late to tell.",
    "out_of_story": "The story is done. We are us again.",
    "thank_you": "You can ask. You can say no. You can tell.",
}
_SECONDARY: Mapping[str, str] = {
    "an_adult": "an adult",
    "trusted_adult": "somebody grown up who listens, takes you seriously and helps",
    "sentence_start": "If a friend told me about a worry, I could",
    "made_up": "The people in this lesson are invented.",
    "rule_listen": "We listen and let each other finish.",
    "rule_pass": "Anybody can pass.",
    "rule_story": "We talk about the story, not about each other.",
    "rule_help": "We can ask for help at any time.",
    "claim_one": "Telling an adult only gets somebody into trouble.",
    "correction_one": "Telling is how help begins. It is a kind thing to do, for a friend and for yourself.",
    "sort_heading": "Which side does it belong to?",
    "claim_two": "Once somebody has said yes, they have to stick to it.",
    "correction_two": "Anybody can change their mind at any time, and the other person stops.",
    "quiz_question": "A friend is worried about something online. When can they ask for help?",
    "quiz_day": "Only on the day it happened",
    "quiz_day_why": "Help is there later too: after a week, or after a year.",
    "quiz_always": "At any time",
    "quiz_always_why": "Yes. It is never too late, whatever has happened.",
    "quiz_refused": "Not after one adult was too busy to listen",
    "quiz_refused_why": "They can ask again, or ask somebody else, until somebody helps.",
    "quiz_takeaway": "It is never too late to ask for help.",
    "out_of_story": "The story is over. We are ourselves again.",
    "thank_you": "Nobody has to sort out a worry alone.",
}
_WORDS: Mapping[Band, Mapping[str, str]] = {
    Band.KS1: _PRIMARY,
    Band.LOWER_KS2: _PRIMARY,
    Band.UPPER_KS2: _PRIMARY,
    Band.KS3: _SECONDARY,
    Band.KS4: _SECONDARY,
    Band.POST_16: _SECONDARY,
}
# About getting help, which the frame teaches; each to be checked by whoever fills it in.
_CODES: Mapping[Band, Mapping[str, str]] = {
    Band.KS1: {"eng": "P-BS-7", "wls": "ESR-1", "sct": "HWB 1-03a", "nir": "PDMU-KS1"},
    Band.LOWER_KS2: {"eng": "P-BS-7", "wls": "ESR-2", "sct": "HWB 1-03a", "nir": "PDMU-KS2"},
    Band.UPPER_KS2: {"eng": "P-BS-7", "wls": "ESR-2", "sct": "HWB 2-03a", "nir": "PDMU-KS2"},
    Band.KS3: {"eng": "S-BS-3", "wls": "ESR-3", "sct": "HWB 3-03a", "nir": "LLW-KS3"},
    Band.KS4: {"eng": "S-BS-3", "wls": "SHW-3", "sct": "HWB 4-03a", "nir": "LLW-KS4"},
    Band.POST_16: {"eng": "S-BS-3", "wls": "SHW-3", "sct": "HWB 4-03a", "nir": "RSE-internet"},
}
_EVERYWHERE = "Online relationships"


def minutes_of(minutes: int) -> dict[str, int]:
    """Share a lesson's minutes among its slides; they add up. Raises ValueError outside 30 to 60."""
    if not LEAST <= minutes <= MOST:
        message = in_english(
            "A lesson takes {least} to {most} minutes here, not {minutes}. You can change it in the file "
            "afterwards; the slides’ minutes have to add up to it.",
            least=LEAST,
            most=MOST,
            minutes=minutes,
        )
        raise ValueError(message)
    left, shares = minutes - sum(_KEPT.values()), sum(_SHARES.values())
    found = {name: max(1, left * share // shares) for name, share in _SHARES.items()}
    found["scenario"] += left - sum(found.values())
    return {**_KEPT, **found}


def new_lesson(title: str, band: Band, minutes: int = USUAL) -> str:
    """Give the text of a new lesson. Raises ValueError with a sentence for minutes that it cannot have.

    `title` is tidy, as `naming.tidy_title` gives it.
    """
    times = minutes_of(minutes)
    codes = {name: f'["{code}?"]' for name, code in {**_CODES[band], "efcw": _EVERYWHERE}.items()}
    template = Path(__file__).with_name("lesson.md").read_text(encoding="utf-8")
    return Template(template).substitute(
        title=_as_toml(title),
        heading=_heading(title),
        band=str(band),
        minutes=minutes,
        talk=max(1, times["story"] - 2),
        **{f"m_{name}": count for name, count in times.items()},
        **codes,
        **_WORDS[band],
    )


def _heading(title: str) -> str:
    """Write a title so that a heading says it whole, with a name for each sign that would be a mark."""
    if plain(title) == title and not {"{", "}"} & set(title) and not title.endswith("#"):
        return title
    return _MARKS.sub(lambda sign: f"&#{ord(sign[0])};", title)


def _as_toml(text: str) -> str:
    """Quote a line of text as TOML does."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
