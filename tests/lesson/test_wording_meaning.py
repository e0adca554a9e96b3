"""How sentences are read for what they mean, weighed, and learned from."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.wording.learning import signs_in
from rse_lessons.lesson.wording.checking import check_text
from rse_lessons.lesson.wording.meaning.reading import read_meanings
from rse_lessons.lesson.wording.meaning.signs import signs_of
from rse_lessons.lesson.wording.meaning.weighing import FOLDER, Weighed, read_scales, scales, written_scales
from rse_lessons.lesson.wording.rulebook import rule_book

FILE = """
[irregular]
send = "sent"
he = "she they"

[meanings.people]
child = "child pupil"
[meanings.deeds]
send = "send text"
known-better = "know_better"
"""
HEAD = {
    "rules": ["-", "fault", "sending"],
    "starts": [0, -1, -1],
    "listens": [1, 1],
    "heard": [[-1, -1], [2, 0], [0, 2]],
    "step": 0.1,
    "known": "well",
}
SAID = {
    "SEND": (128, 168),
    "not~SEND": (128, 68),
    "blame": (178, 128),
    "=fault": (228, 128),
    "~boo": (98, 98),
}
"""What each sign says to two listeners, of whom the first listens for faults and the second for sending."""
WEIGHTS = written_scales(HEAD, list(SAID), bytes(value for row in SAID.values() for value in row))


def means(text: str) -> list[list[str]]:
    return [word.means for word in read_meanings(FILE).read(text.lower(), text)]


def test_a_word_is_read_as_its_stem_and_what_it_means() -> None:
    assert means("pupils sent") == [["pupil", "CHILD"], ["send", "SEND"]]
    assert means("she texts") == [["he"], ["text", "SEND"]]


@pytest.mark.parametrize("text", ["didn't", "didnt", "did not"])
def test_a_not_is_read_however_it_is_written(text: str) -> None:
    assert [word.stem for word in read_meanings(FILE).read(text, text)][-1] == "not"


def test_a_name_is_a_child_and_a_word_in_capitals_is_none() -> None:
    assert means("when Zuzanna sent")[1] == ["NAME", "CHILD"]
    assert means("WHEN SHE SENT")[2] == ["send", "SEND"]


def test_words_mean_more_together() -> None:
    assert "KNOWN-BETTER" in means("she knows better")[1]
    assert "KNOWN-BETTER" not in means("she knows much")[1]


def test_a_word_with_a_hyphen_is_two_unless_it_is_known_as_one() -> None:
    assert means("child-sent") == [["child", "CHILD"], ["send", "SEND"]]


def test_signs_tell_what_stands_together_and_what_a_not_turns_round() -> None:
    meanings = read_meanings(FILE)
    text = "the child did not send"
    signs = {sign for sign, _, _ in signs_of(meanings.read(text, text), text)}
    assert {"CHILD", "CHILD>SEND", "not~SEND", "^the", "$not_send", "~<chi", "the_child_did"} <= signs
    assert "not~CHILD" not in signs


def weighed(text: str, *named: tuple[str, bool]) -> Weighed:
    """What comes of a sentence with the weights of this file."""
    scale = read_scales(WEIGHTS, read_meanings(FILE))
    return scale.weigh(scale.hear(scale.meanings.read(text, text), text), named)


def test_what_weighs_most_is_told_with_its_place() -> None:
    scale = read_scales(WEIGHTS, read_meanings(FILE))
    text = "well, the pupil sent something"
    words = scale.meanings.read(text, text)
    assert weighed(text).speaks > 0
    assert weighed(text).rules[0][0] == "sending"
    first, last, core = scale.place(words, text, "sending")
    assert words[core].stem == "send"
    assert first <= core <= last
    assert weighed("the pupil did not send").speaks < weighed(text).speaks


def test_words_of_a_rule_speak_for_it() -> None:
    plain, named = weighed("a book"), weighed("a book", ("fault", False))
    assert plain.speaks < 0 < named.speaks
    assert named.rules[0][0] == "fault"


def test_letters_of_a_word_speak_however_it_ends() -> None:
    assert weighed("a booklet").speaks == weighed("they overbooked").speaks < weighed("a look").speaks


def test_weights_are_learned_from_sentences() -> None:
    pytest.importorskip("numpy", reason="weights are learned with NumPy")
    from benchmarks.wording.listeners import Example, Learner, written

    meanings = read_meanings(FILE)
    told = [("the child is to blame", "fault"), ("she sent it", "sending"), ("we read a book", "-")] * 20
    examples = [Example(signs_in(said, meanings), rule) for said, rule in told]
    learners = [Learner(examples, listeners=many) for many in (12, 20)]
    for learner in learners:
        learner.learn(12)
    scale = read_scales(written(learners, ["the"]), meanings)
    assert len(scale.listens) == 12 + 20
    for said, rule in told[:3]:
        found = scale.weigh(scale.hear(meanings.read(said, said), said))
        assert (found.speaks > 0) == (rule != "-")
        assert rule in ("-", found.rules[0][0])


def test_every_rule_that_has_weights_is_in_the_book() -> None:
    scale = scales("en")
    assert scale is not None
    assert set(scale.rules[1:]) <= set(rule_book().ids)
    assert scales("cy") is None


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("own-fault", "The pupil has nobody but herself to blame for the picture she sent him."),
        ("failed-to-act", "He could have told a teacher months ago, and he never said a word about the man."),
        ("just-banter", "The boys were only having a laugh when they passed her picture round."),
        ("what-expect", "If you send a boy that picture you can hardly be surprised that he shared it."),
    ],
)
def test_what_no_rule_has_words_for_is_found_by_what_it_means(rule: str, sentence: str) -> None:
    found = check_text(sentence)
    assert rule in [one.rule for one in found]
    for one in found:
        assert one.found in " ".join(sentence.split())
        assert one.say
        assert one.reason


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    folded = text.lower()
    if len(folded) == len(text):
        words = read_meanings(FILE).read(folded, text)
        assert all(0 <= word.start < word.end <= len(text) for word in words)


def test_other_forms_of_irregular_words_are_words() -> None:
    """Words that belong together stand with what they mean: as forms of a word they would never be found."""
    irregular = tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8"))["irregular"]
    assert [plain for plain, others in irregular.items() if "_" in others] == []
