"""The translations as they are: the same lessons in other words, in letters that the bundled fonts have.

All that holds for made-up translations is held here for the real ones, for each language that there is.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from rse_lessons.i18n.documents import catalogue_name, content_files
from rse_lessons.i18n.file_names import catalogue_of
from rse_lessons.i18n.languages import Language, load_languages
from rse_lessons.i18n.localise import localise
from rse_lessons.i18n.merging import carried_over, merged
from rse_lessons.i18n.passages import Document, Form, Kind, Passage, kept
from rse_lessons.i18n.po import Catalogue
from rse_lessons.i18n.po import read as read_po
from rse_lessons.i18n.templates import entries_of, header_of
from rse_lessons.lesson.reader import read_text
from rse_lessons.training.reading import read_module_text
from tests.i18n.i18n_fixtures import CONTENT, ROOT, taken_apart
from tests.i18n.test_localise import OF_A_LANGUAGE, shape

PICTURES = (ROOT / "assets" / "illustrations",)
TRANSLATIONS = ROOT / "translations"
LANGUAGES = load_languages(TRANSLATIONS)
TAGS = sorted(tag for tag in LANGUAGES if any((TRANSLATIONS / tag).glob("*/*.po")))


@cache
def catalogue(tag: str, name: str) -> Catalogue | None:
    file = TRANSLATIONS / tag / f"{name}.po"
    return read_po(file.read_text(encoding="utf-8")) if file.is_file() else None


def as_read(source: Document, text: str) -> tuple[Any, tuple[str, ...]]:
    """What readers make of a text: its shape without words, and what is wrong with it."""
    if source.kind is Kind.MODULE:
        reading = read_module_text(text, source.path, picture_folders=PICTURES, language="cy")
        made = shape(reading.module.pages) if reading.module else None
        return made, tuple(one.rule for one in reading.errors if one.rule not in OF_A_LANGUAGE)
    found = read_text(text, source.path, picture_folders=PICTURES)
    return shape(found.lesson.slides) if found.lesson else None, tuple(one.rule for one in found.errors)


PATHS = {catalogue_of(path): path for path in content_files(CONTENT)}
NAMES = sorted(PATHS)
PARTS = 4
"""Files are looked at in so many parts: side by side, and each taken apart once for all languages."""


@pytest.mark.parametrize("part", range(PARTS))
def test_every_file_is_the_same_in_every_language(part: int) -> None:
    for name in NAMES[part::PARTS]:
        source = taken_apart(PATHS[name])
        assert catalogue_name(source) == name
        in_english = as_read(source, source.text) if source.path.suffix == ".md" else None
        for tag in TAGS:
            said = catalogue(tag, name)
            if said is None or not (usable := said.usable()):
                continue
            shown = localise(source, usable)
            assert shown.document.names == source.names, (tag, name)
            assert len(shown.document.slots) == len(source.slots), (tag, name)
            for before, after in zip(source.passages, shown.document.passages, strict=True):
                assert (before.context, before.kind, before.slide) == (after.context, after.kind, after.slide)
                assert Counter(kept(before.text)) == Counter(kept(after.text)), (tag, before.context)
            if in_english is not None:
                # Ids, answers, where choices lead, pictures, stages and times.
                assert as_read(source, shown.text) == in_english, (tag, name)


@pytest.mark.parametrize("tag", TAGS)
def test_no_catalogue_belongs_to_a_file_that_is_not_there(tag: str) -> None:
    there = {f"{name}.po" for name in PATHS} | {"ui.po"}
    found = {path.relative_to(TRANSLATIONS / tag).as_posix() for path in (TRANSLATIONS / tag).rglob("*.po")}
    assert found <= there


@cache
def changeable(tag: str, name: str) -> tuple[Passage, ...]:
    """Passages of a sentence or so, which are translated."""
    said = catalogue(tag, name)
    usable = said.usable() if said else {}
    return tuple(
        slot.passage
        for slot in taken_apart(PATHS[name]).slots
        if slot.form is Form.TEXT
        and (slot.passage.context, slot.passage.text) in usable
        and len(slot.passage.text) > 30
        and slot.passage.text[:1].isalpha()
        and not slot.passage.keeps
        and "\n" not in slot.passage.text
    )


def with_other_english(source: Document, passage: Passage, text: str) -> Document:
    """The file after its author changed one passage."""
    said = {(one.context, one.text): one.text for one in source.passages}
    made = localise(source, said | {(passage.context, passage.text): text})
    assert not made.english
    return made.document


@settings(deadline=None, max_examples=6)
@given(data=st.data())
def test_changed_english_makes_exactly_its_passage_stale(data: st.DataObject) -> None:
    language, source, said, passage = drawn(data)
    before = merged(said, entries_of(source, ""), header_of(language), language.forms)
    changed = with_other_english(source, passage, f"{passage.text} And this is new.")
    after = merged(before, entries_of(changed, ""), header_of(language), language.forms)
    assert {one.context for one in after.live if one.fuzzy} - stale(before) == {passage.context}
    # What pupils see: English for it and for what is shown whole or not at all with it, and nothing else.
    was, now = localise(source, before.usable()), localise(changed, after.usable())
    with_it = {one.context for one in source.passages if one.group == passage.group}
    assert now.english == was.english | with_it
    assert "And this is new." in now.text


@settings(deadline=None, max_examples=6)
@given(data=st.data())
def test_a_slip_that_is_put_right_makes_nothing_stale(data: st.DataObject) -> None:
    language, source, said, passage = drawn(data)
    before = merged(said, entries_of(source, ""), header_of(language), language.forms)
    place = data.draw(st.integers(0, len(passage.text) - 1).filter(lambda at: passage.text[at].isalpha()))
    slipped = passage.text[: place + 1] + passage.text[place] + passage.text[place + 1 :]
    changed = with_other_english(source, passage, slipped)
    after = merged(before, entries_of(changed, ""), header_of(language), language.forms)
    carried = carried_over(before, after)
    if carried.too_much:  # a letter more made a not, or unmade one
        assert carried.too_much == ((passage.text, slipped),)
        return
    assert stale(carried.catalogue) == stale(before)
    assert carried.carried == ((passage.text, slipped),)
    assert localise(changed, carried.catalogue.usable()).english == localise(source, before.usable()).english


def stale(one: Catalogue) -> set[str | None]:
    return {entry.context for entry in one.live if entry.fuzzy}


def drawn(data: st.DataObject) -> tuple[Language, Document, Catalogue, Passage]:
    """One passage of one lesson of a language; what is asked of it is the same in each."""
    tag = data.draw(st.sampled_from(TAGS))
    name = data.draw(
        st.sampled_from([name for name in NAMES if (TRANSLATIONS / tag / f"{name}.po").is_file()])
    )
    said = catalogue(tag, name)
    assume(said is not None and changeable(tag, name))
    assert said is not None
    return LANGUAGES[tag], taken_apart(PATHS[name]), said, data.draw(st.sampled_from(changeable(tag, name)))


def test_every_letter_of_every_catalogue_is_in_the_fonts(qapp: QApplication) -> None:
    files = [path for path in TRANSLATIONS.rglob("*.po") if "tests" not in path.parts]
    texts = [path.read_text(encoding="utf-8") for path in (*files, TRANSLATIONS / "languages.toml")]
    letters = sorted({letter for text in texts for letter in text} - {"\n", "\ufeff"})
    for face in ("Regular", "Bold", "Italic"):
        font = QRawFont(str(ROOT / "assets" / "fonts" / f"Andika-{face}.ttf"), 20)
        assert font.isValid()
        assert [letter for letter in letters if not font.supportsCharacter(ord(letter))] == [], face


def test_the_fonts_have_the_letters_of_all_our_languages(qapp: QApplication) -> None:
    letters = "âêîôûŵŷäëïöüẅÿàèìòùẁỳáéíóúẃýḃċḋḟġṁṗṡṫ"
    for face in ("Regular", "Bold", "Italic"):
        font = QRawFont(str(ROOT / "assets" / "fonts" / f"Andika-{face}.ttf"), 20)
        assert all(font.supportsCharacter(ord(one)) for one in letters + letters.upper()), face
        assert not font.supportsCharacter(0x4E2D)
