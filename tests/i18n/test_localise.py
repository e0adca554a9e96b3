"""Putting translations in: other words, the same lesson; what cannot be shown stays English, and is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.i18n.documents import content_files, document
from rse_lessons.i18n.localise import condition_shown, localise, safety_gaps
from rse_lessons.i18n.passages import Document, Kind
from rse_lessons.lesson.model import Lesson, Option, Place
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.reader import read_text
from rse_lessons.nation.profiles import load_nation
from rse_lessons.training.model import Reply
from rse_lessons.training.reading import read_module_text
from rse_lessons.training.rehearsal import read_moments
from tests.i18n.i18n_fixtures import (
    CONTENT,
    FILES,
    LESSON,
    MODULE,
    PLACES,
    all_translated,
    by_context,
    pseudo,
    taken_apart,
)

PLACE = Path("lessons/ask.md")
OF_A_LANGUAGE = {"outcome-i-can", "rewrite-nothing-found", "rewrite-model-blames"}
"""Rules about English words, which other languages are not held to."""


def problems_of(found: Document, text: str) -> tuple[Problem, ...]:
    if found.kind is Kind.MODULE:
        return read_module_text(text, found.path).problems
    return read_text(text, found.path).problems


def new_problems(found: Document, text: str, *, errors: bool = False) -> Counter[str]:
    """What readers find in a localised text and not in the English."""

    def rules(said: str) -> Counter[str]:
        return Counter(
            one.rule
            for one in problems_of(found, said)
            if one.rule not in OF_A_LANGUAGE and not (errors and one.severity is not Severity.ERROR)
        )

    return rules(text) - rules(found.text)


def shape(value: Any) -> Any:
    """A lesson or module without its words: what is what, ids, answers, pictures, where choices lead."""
    if isinstance(value, Option | Reply):
        return type(value).__name__, value.id, value.goes_to, getattr(value, "picture", None) is not None
    if isinstance(value, Place):
        return None
    if is_dataclass(value):
        ids = ("id", "answers", "compare", "file", "stage", "section", "seconds", "kind", "page", "nations")
        known = {name: getattr(value, name) for name in ids if hasattr(value, name)}
        inner = [shape(getattr(value, one.name)) for one in fields(value)]
        return type(value).__name__, known, inner
    if isinstance(value, tuple):
        return [shape(one) for one in value]
    return None


def shape_of(found: Document, text: str) -> Any:
    if found.kind is Kind.MODULE:
        module = read_module_text(text, found.path).module
        return shape(module.pages) if module else None
    lesson = read_text(text, found.path).lesson
    return shape(lesson.slides) if lesson else None


@pytest.mark.parametrize("path", list(content_files(CONTENT))[::6], ids=lambda path: path.stem)
def test_a_whole_translation_is_the_same_lesson_in_other_words(path: Path) -> None:
    found = taken_apart(path)
    shown = localise(found, all_translated(found))
    assert shown.whole
    assert [one.text for one in shown.document.passages] == [pseudo(one.text) for one in found.passages]
    if path.suffix == ".md":
        assert shape_of(found, shown.text) == shape_of(found, found.text)
        assert not new_problems(found, shown.text)


STRUCTURE = {
    *("id", "goes_to", "answers", "compare", "file", "stage", "section", "layout", "how", "path", "kind"),
    *("page", "nations", "source", "topics", "curriculum", "characters", "band", "audience", "module"),
    *("lessons", "way", "place", "language", "label", "found"),
}


def words_of(value: Any) -> Iterator[str]:
    """Every text of a lesson or module that somebody reads."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in STRUCTURE:
                yield from words_of(getattr(value, one.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from words_of(inner)
    elif isinstance(value, dict):
        yield from words_of(tuple(value.values()))


@pytest.mark.parametrize("name", ["primary/ask-first", "secondary/blackmail-getting-help"])
def test_no_word_of_a_lesson_is_left_out(name: str) -> None:
    found = taken_apart(CONTENT / f"{name}.md")
    lesson = read_text(localise(found, all_translated(found)).text, found.path).lesson
    assert lesson is not None
    assert lesson.front.vocabulary.keys() == {pseudo(word) for word in lesson_of(found).front.vocabulary}
    said = list(words_of((lesson.front, lesson.slides)))
    assert len(said) > 250
    assert [text for text in said if pseudo(text) != text] == []


def test_no_word_of_a_module_is_left_out() -> None:
    found = taken_apart(CONTENT / "training" / "when-a-pupil-tells-you.md")
    module = read_module_text(localise(found, all_translated(found)).text, found.path).module
    assert module is not None
    said = list(words_of((module.head, module.pages)))
    assert len(said) > 400
    assert [text for text in said if pseudo(text) != text] == []


def lesson_of(found: Document) -> Lesson:
    lesson = read_text(found.text, found.path).lesson
    assert lesson is not None
    return lesson


def test_nations_and_moments_are_read_in_other_words(tmp_path: Path) -> None:
    wales = taken_apart(CONTENT / "nations" / "wls.toml")
    (tmp_path / "wls.toml").write_text(localise(wales, all_translated(wales)).text, encoding="utf-8")
    english, localised = load_nation("wls", CONTENT / "nations"), load_nation("wls", tmp_path)
    assert localised.terms["families"] == pseudo(english.terms["families"])
    assert [route.contact for route in localised.routes] == [route.contact for route in english.routes]
    assert [route.screens for route in localised.routes] == [route.screens for route in english.routes]
    assert set(localised.frameworks) == set(english.frameworks)
    moments = taken_apart(CONTENT / "training" / "moments.toml")
    (tmp_path / "moments.toml").write_text(localise(moments, all_translated(moments)).text, encoding="utf-8")
    before, after = read_moments(moments.path), read_moments(tmp_path / "moments.toml")
    assert [moment.title for moment in after] == [pseudo(moment.title) for moment in before]
    assert [[reply.id for reply in moment.replies] for moment in after] == [
        [reply.id for reply in moment.replies] for moment in before
    ]


def test_ids_made_of_english_words_are_named() -> None:
    found = document(PLACE, LESSON)
    text = localise(found, all_translated(found)).text
    assert "columns: [ask-first] Âsk fîrst | [free] Nô nêêd" in text
    assert "- [gran] ![Grân smîlês.](gran.svg) Grân -> ask-first" in text
    assert "- [never] Nêvêr" in text
    assert shape_of(found, text) == shape_of(found, LESSON)
    module = document(Path("training/words.md"), MODULE)
    text = localise(module, all_translated(module)).text
    assert "{section=why minutes=4 id=why-it-matters}" in text
    assert "- [sent] sênt -> [was-pressed] wâs prêssêd" in text


def test_without_translations_it_is_the_same_file() -> None:
    found = document(PLACE, LESSON)
    shown = localise(found, {})
    assert shown.text == LESSON
    assert shown.english == {one.context for one in found.passages}


def test_what_is_not_translated_stays_english_and_is_marked() -> None:
    found = document(PLACE, LESSON)
    said = by_context(found)
    one = said["at-welcome-1/heading"]
    shown = localise(found, {(one.context, one.text): "Âshâ"})
    assert "# Âshâ {stage=welcome" in shown.text
    assert one.context not in shown.english
    assert len(shown.english) == len(found.slots) - 1
    assert min(shown.english_lines()) == 2


def test_a_quiz_stays_english_whole() -> None:
    found = document(PLACE, LESSON)
    words = all_translated(found)
    missing = by_context(found)["when/always/why"]
    del words[missing.context, missing.text]
    shown = localise(found, words)
    group = {one.context for one in found.passages if one.group == missing.group}
    assert len(group) == 5
    assert shown.english == group
    assert "When?\n- [always] Always\n  = Yes.\n- Never\n" in shown.text


def test_a_vote_that_compares_stays_english_with_the_vote_it_names() -> None:
    found = document(PLACE, LESSON)
    words = all_translated(found)
    missing = by_context(found)["second/takeaway"]
    del words[missing.context, missing.text]
    assert by_context(found)["first/prompt"].context in localise(found, words).english


def test_a_translation_of_other_english_is_never_shown() -> None:
    found = document(PLACE, LESSON)
    words = all_translated(found)
    changed = document(PLACE, LESSON.replace("“Hello!”", "“Good morning!”"))
    shown = localise(changed, words)
    assert shown.english == {"ask/at-welcome-1/notes/say"}
    assert "“Good morning!”" in shown.text


def test_what_would_break_the_file_stays_english() -> None:
    found = document(PLACE, LESSON)
    said = by_context(found)
    for name, words in {
        "at-welcome-1/heading": "Âshâ #",
        "at-welcome-1/text": "---",
        "at-welcome-1/text~2": "a | b",
        "at-welcome-1/notes/if/when": "one: two",
        "at-do-we-ask/sensitive": 'a "b"',
        "at-signpost-1/help-routes/text": "::: quiz",
        "before/tell": "without its placeholder",
        "home/about": "<b>bold</b> words",
    }.items():
        passage = said[name]
        shown = localise(found, all_translated(found) | {(passage.context, passage.text): words})
        assert passage.context in shown.english, name
        assert len(shown.english) == 1, name
        assert shape_of(found, shown.text) == shape_of(found, LESSON)


def test_two_items_alike_stay_english() -> None:
    found = document(PLACE, LESSON)
    said = by_context(found)
    words = all_translated(found)
    for name in ("first/item-1/text", "first/item-2/text"):
        words[said[name].context, said[name].text] = "Wêl"
    assert said["first/prompt"].context in localise(found, words).english


def test_a_phrase_that_is_not_in_its_text_keeps_its_question_english() -> None:
    found = document(Path("training/words.md"), MODULE)
    said = by_context(found)
    words = all_translated(found)
    phrase = said["spot-it/a/text"]
    words[phrase.context, phrase.text] = "ânôthêr phrâsê"
    shown = localise(found, words)
    assert shown.english == {one.context for one in found.passages if one.group == phrase.group}


def test_safety_has_to_be_complete() -> None:
    found = document(PLACE, LESSON)
    words = all_translated(found)
    assert not safety_gaps(found, localise(found, words).english)
    missing = by_context(found)["at-signpost-1/help-routes/text"]
    del words[missing.context, missing.text]
    assert safety_gaps(found, localise(found, words).english) == (missing,)


def test_a_condition_is_shown_without_its_english_word() -> None:
    found = document(PLACE, LESSON)
    lesson = read_text(localise(found, all_translated(found)).text, PLACE).lesson
    assert lesson is not None
    assert lesson.slides[0].notes is not None
    labels = [part.label for part in lesson.slides[0].notes.parts]
    assert labels == ["Say", "If â chîld lâûghs", "Time"]
    assert condition_shown(labels[1]) == "â chîld lâûghs"


def test_windows_line_ends_stay() -> None:
    text = LESSON.replace("\n", "\r\n")
    found = document(PLACE, text)
    words = all_translated(found)
    assert localise(found, words).text.replace("\r\n", "\n") == localise(document(PLACE, LESSON), words).text


@settings(deadline=None, max_examples=40)
@given(FILES, PLACES)
def test_any_lesson_stays_the_same_lesson(text: str, place: Path) -> None:
    found = document(place, text)
    shown = localise(found, all_translated(found))
    made = document(place, shown.text)
    assert made.names == found.names
    assert len(made.slots) == len(found.slots)
    assert shape_of(found, shown.text) == shape_of(found, text)
    assert not new_problems(found, shown.text, errors=True)


@settings(deadline=None, max_examples=30)
@given(FILES, PLACES, st.randoms(use_true_random=False))
def test_any_part_of_translations_is_shown_group_by_group(text: str, place: Path, random: Random) -> None:
    found = document(place, text)
    words = all_translated(found)
    near = {key: said for key, said in words.items() if random.random() < 0.7}
    far = {key: f"{said}·" for key, said in words.items() if random.random() < 0.7}
    shown = localise(found, near, far)
    assert shown.document.names == found.names
    sides: dict[str, set[str]] = defaultdict(set)
    for before, after in zip(found.passages, shown.document.passages, strict=True):
        key = before.context, before.text
        if before.context in shown.english:
            side = "English"
            assert after.text == before.text
        else:
            side = "far" if after.text.endswith("·") else "near"
            assert key in (far if side == "far" else near)
        sides[before.group].add(side)
    # All of a quiz is in one language.
    assert all(len(side) == 1 for side in sides.values())
    assert document(place, shown.text).put_together() == shown.text


HOSTILE = st.text(
    "aé \n:#-=@?>|[]{}()!*`“”<>/\\0\"'+~&\t\u0085\u2028", min_size=1, max_size=24
) | st.sampled_from(
    [
        "::: quiz",
        "---",
        "+++",
        "a\n---\nb",
        "[x] y",
        "a -> b",
        "{{term:subject}}",
        "<b>x",
        "Say: x",
        "= y",
        "a: b",
    ]
)
BASES: tuple[tuple[Path, str], ...] = ((PLACE, LESSON), (Path("training/words.md"), MODULE))


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(BASES), st.dictionaries(st.integers(0, 60), HOSTILE, max_size=8))
def test_no_translation_can_break_a_lesson(base: tuple[Path, str], hostile: dict[int, str]) -> None:
    found = document(*base)
    words = all_translated(found)
    for number, said in hostile.items():
        one = found.passages[number % len(found.passages)]
        words[one.context, one.text] = said
    shown = localise(found, words)
    assert shape_of(found, shown.text) == shape_of(found, found.text)
    assert not new_problems(found, shown.text, errors=True)
