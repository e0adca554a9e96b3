"""What the language checker finds in any text, and what it leaves alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.wording.__main__ import TUNING, lines_of, to_find
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.checking import Finding, check_text
from rse_lessons.lesson.wording.patterns import Compiler, PatternError
from rse_lessons.lesson.wording.rulebook import languages, read_rule_book, rule_book
from rse_lessons.lesson.wording.vocabulary import Vocabulary

ERRORS = [
    "self-generated", "child-porn", "known-better", "why-send", "what-expect", "asked-for-it",
    "shouldnt-have-been", "shouldnt-have-accepted", "failed-to-act", "didnt-say-no", "put-at-risk",
    "exploited-self", "consented-to-abuse", "child-prostitute", "shaming-words", "attention-seeking",
    "streetwise", "contacting-adults", "sex-in-return", "silly-mistake", "ruined-life", "leaked",
    "dont-be-victim", "just-dont", "just-banter", "gender-rule", "stranger-danger", "promise-secret",
    "no-record", "own-fault",
]  # fmt: skip
ADVICE = [
    "risky-behaviour", "sexting", "revenge-porn", "sextortion", "deepfake-porn", "nudes-slang",
    "victim-label", "perpetrator", "monster", "adult-boyfriend", "sexual-activity", "admitted",
    "keep-yourself-safe", "online-forever", "arrested", "snitch", "no-actor",
]  # fmt: skip


def rules_in(text: str, **where: str) -> list[str]:
    return [found.rule for found in check_text(text, **where)]


# The rules


def test_every_row_has_its_rule_at_its_level() -> None:
    levels = {rule.id: rule.level for rule in rule_book().rules}
    assert levels == {
        **dict.fromkeys(ERRORS, Severity.ERROR),
        **dict.fromkeys(ADVICE, Severity.ADVICE),
    }


def test_every_rule_says_what_instead_why_and_from_where() -> None:
    book = rule_book()
    for rule in book.rules:
        assert rule.say, rule.id
        assert rule.reason[0].isupper(), rule.id
        assert rule.reason.endswith("."), rule.id
        assert ". " not in rule.reason, f"{rule.id}: one sentence"
        assert rule.source in book.sources, rule.id


def test_every_pattern_is_a_regular_expression() -> None:
    book = rule_book()
    for rule in book.rules:
        for pattern in (*rule.patterns, *rule.unless, *rule.never_with):
            pattern.regex.search("she said nothing of the kind")
    for frame in book.frames:
        for pattern in frame.patterns:
            pattern.regex.search("never say so")


def test_a_language_without_rules_is_refused() -> None:
    assert languages() == ("cy", "en", "ga", "gd")
    with pytest.raises(LookupError, match="wording rules"):
        check_text("hallo", language="sco")


def test_a_further_language_needs_only_a_file() -> None:
    book = read_rule_book(
        'language = "xx"\n[sources]\nJ = "us"\n[[rule]]\nid = "bai"\nlevel = "error"\nsay = "arall"\n'
        'reason = "Mae bai arno."\nsource = "J"\npatterns = ["(ei|dy) ..1 fai"]\n'
    )
    (pattern,) = book.rules[0].patterns
    assert pattern.regex.search("ei fawr fai")
    assert not pattern.regex.search("fy mai")


# The pattern language

WORDS = Vocabulary(
    lists={"they": ["she", "he or she"]},
    forms={"send": ["send", "sent"]},
    endings=((r"e$", 1, ("es", "ed", "ing")), (r".", 0, ("s", "ed", "ing"))),
    contractions={"can_not": ["cannot", "can't"]},
    spellings=(("behaviour", "behavior"),),
    common=frozenset({"the"}),
)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("self-generated", "self-generated"),
        ("self-generated", "self generated"),
        ("self-generated", "selfgenerated"),
        ("<send> it", "sent it"),
        ("<share> it", "sharing it"),
        ("did_not tell", "didn't tell"),
        ("did_not tell", "didnt tell"),
        ("did_not tell", "did not tell"),
        ("can_not go", "can't go"),
        ("@they knew", "he or she knew"),
        ("should (really|just)? know", "should know"),
        ("should (really|just)? know", "should really know"),
        ("why did ..2 send", "why did poor mia send"),
        ("risky behaviour", "risky behavior"),
        ("#-year-old", "a 13-year-old"),
        ("the !girl left", "the van left"),
        ("^ just say no", '"just say no"'),
    ],
)
def test_a_pattern_is_found(pattern: str, text: str) -> None:
    assert Compiler(WORDS).compile(pattern).regex.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("why did ..2 send", "why did all of the others send"),
        ("why did ..2 send", "why did it. send"),
        ("the !girl left", "the girl left"),
        ("^ just say no", "they just say no"),
        ("<send> it", "resent it"),
    ],
)
def test_a_pattern_is_not_found(pattern: str, text: str) -> None:
    assert not Compiler(WORDS).compile(pattern).regex.search(text)


@pytest.mark.parametrize("pattern", ["", "(a", "a)", "@nobody", "a||b", "word?", "<>"])
def test_a_pattern_that_cannot_be_read_is_told(pattern: str) -> None:
    with pytest.raises(PatternError):
        Compiler(WORDS).compile(pattern)


# What is found


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("known-better", "She should've known better."),
        ("known-better", "She shouldve  known\nbetter."),
        ("known-better", "She *should have* known better."),
        ("known-better", "SHE SHOULD HAVE KNOWN BETTER"),
        ("self-generated", "A self‑generated image."),
        ("failed-to-act", "He didn’t report it for weeks."),
        ("failed-to-act", "He didnt report it for weeks."),
        ("risky-behaviour", "Risky online behavior was seen."),
        ("asked-for-it", "“She asked for it,” he wrote."),
        ("sexting", "Two pupils were sex­ting."),
    ],
)
def test_spelling_case_hyphens_and_apostrophes_make_no_difference(rule: str, sentence: str) -> None:
    assert rule in rules_in(sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("known-better", "The boy was naive to trust him."),
        ("known-better", "Amina should have known better."),
        ("what-expect", "What did the child expect to happen?"),
        ("failed-to-act", "Why didn't the child tell anyone?"),
        ("didnt-say-no", "Why didn't the child just say no?"),
        ("streetwise", "The girl knew exactly what she was doing."),
        ("why-send", "Why did Callum send it?"),
        ("asked-for-it", "The pupil was asking for it."),
        ("silly-mistake", "It was a silly mistake that they made."),
        ("put-at-risk", "My daughter put herself at risk."),
        ("own-fault", "If the girl hadn't sent it, none of this would have happened."),
        ("ruined-life", "His life is ruined."),
        ("leaked", "Her nudes got leaked."),
        ("just-dont", "Just don't send nudes."),
    ],
)
def test_what_everybody_says_is_found_whomever_it_is_said_of(rule: str, sentence: str) -> None:
    assert rule in rules_in(sentence)


def test_two_rules_that_are_nearly_as_likely_are_both_told() -> None:
    assert {"known-better", "what-expect"} <= set(
        rules_in("She must have known that he would show his friends.")
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Never say “she should have known better”.",
        "Say “intimate image abuse”, not “revenge porn”.",
        "The Revenge Porn Helpline helps adults.",
        "Sharing nudes and semi-nudes: advice for education settings.",
        "“He was asking for it” is a sentence that blames the wrong person.",
        "Listen for: “She should not have sent it.” Answer: “Who chose to share it?”",
        "Some say “boys will be boys”. Not true: anybody can choose to be kind.",
        "It was never her fault, whatever she sent.",
        "The van should not have been on the playground.",
        "The wooden ship was a victim of the storm.",
        "The person who shared it should have known better.",
        "Nobody should be asked why they sent it.",
        "Is it ever the child's own fault? No: somebody else chose to do it.",
        "True or false: she asked for it. False.",
    ],
)
def test_what_is_spoken_about_or_put_right_is_left_alone(sentence: str) -> None:
    assert rules_in(sentence) == []


def test_a_quotation_that_nothing_puts_right_is_found() -> None:
    assert rules_in("“He asked for it,” wrote the tutor.") == ["asked-for-it"]
    assert rules_in("> Just don't send nudes to anybody.") != []


def test_a_finding_knows_its_place() -> None:
    text = "All is well.\nIt is sexting, and\n\n  she asked for it."
    first, second = check_text(text)
    assert (first.line, first.column, first.length, first.found) == (2, 7, 7, "sexting")
    assert (second.line, second.column, second.found) == (4, 7, "asked for it")
    assert text[second.start : second.start + second.length] == "asked for it"
    assert first.severity is Severity.ADVICE
    assert first.swap == "sharing nudes and semi-nudes"
    assert check_text("Sexting is up.")[0].swap == "Sharing nudes and semi-nudes"
    assert "UKCIS" in first.source


def test_places_hold_where_letters_change_their_number() -> None:
    text = "ﬁrst, İstanbul; sex\u00adting…"
    (found,) = check_text(text)
    assert text[found.start : found.start + found.length] == "sex\u00adting"


def test_rules_know_age_and_reader() -> None:
    assert "nudes-slang" in rules_in("A naked picture.", audience="pupils", band="ks1")
    assert "nudes-slang" not in rules_in("A naked picture.", audience="pupils", band="ks3")
    assert "nudes-slang" not in rules_in("A naked picture.", audience="staff", band="ks1")


# The set of sentences


def test_the_tuning_set_is_nearly_all_found_and_nobody_is_accused() -> None:
    levels = {rule.id: rule.level for rule in rule_book().rules}
    pairs = to_find(TUNING)[::3]  # `python -m benchmarks.wording` measures all
    found = [(rule, rule in rules_in(sentence)) for rule, sentence in pairs]
    for level, recall in ((Severity.ERROR, 0.95), (Severity.ADVICE, 0.9)):
        mine = [hit for rule, hit in found if levels[rule] is level]
        assert sum(mine) / len(mine) >= recall
    clean = lines_of(f"clean-{TUNING}")[::3]
    accused = [sentence for sentence in clean if rules_in(sentence)]
    assert len(accused) <= len(clean) * 0.02, accused


# Anything


BITS = ["she", "asked", "for", "it", "“", "”", ".", "\n", "\0", "-", "’", "not", "”."]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(BITS)).map(" ".join))
def test_any_text_can_be_checked_and_findings_lie_in_it(text: str) -> None:
    last = -1
    for found in check_text(text):
        assert isinstance(found, Finding)
        assert 0 <= found.start < found.start + found.length <= len(text)
        assert found.start >= last
        lines = text.split("\n")
        assert lines[found.line - 1][found.column - 1 :][:1] == text[found.start]
        last = found.start


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "she " * 15_000,
        "\0" * 60_000,
        "“" * 60_000,
        "'" * 60_000,
        "why did she " * 5_000,
        "should have not never " * 2_700,
        "- " * 30_000,
        "\n" * 60_000,
        "a, " * 20_000,
        "So? " * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_ends_soon(text: str) -> None:
    check_text(text[:2_000])  # the patterns that it needs are made
    start = time.process_time()
    check_text(text)
    # A slip to the square would take far longer; a pasted letter has some kilobytes, and these have sixty.
    assert time.process_time() - start < 8


# The page


def test_the_page_tells_every_rule_and_source() -> None:
    page = (Path(__file__).parents[2] / "docs" / "wording.md").read_text(encoding="utf-8")
    book = rule_book()
    for rule in book.rules:
        assert f"| `{rule.id}` | {rule.level} |" in page, rule.id
        assert rule.reason in page, rule.id
    for source in book.sources.values():
        assert source in page
