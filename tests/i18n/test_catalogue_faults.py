"""What is wrong with a translation by itself, and what is advised about its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.i18n.documents import document
from rse_lessons.i18n.faults import faults, interface_faults
from rse_lessons.i18n.glossary import Glossary, GlossaryError, load_glossary
from rse_lessons.i18n.passages import Form, Passage, Reader, Register
from tests.i18n.i18n_fixtures import LESSON, ROOT, by_context, content


def passage(text: str, *, longest: int | None = None, register: Register = Register.CLASS) -> Passage:
    lesson = LESSON.replace("Today is about **pictures**,\nand friends.", text)
    found = by_context(document(Path("lessons/ask.md"), lesson))["at-welcome-1/text"]
    return Passage("x/y", text, "slide", 3, Reader.PUPILS, register, longest=longest, keeps=found.keeps)


def rules(english: str, said: str, *, longest: int | None = None, form: Form = Form.TEXT) -> set[str]:
    return {fault.rule for fault in faults(passage(english, longest=longest), said, form)}


@pytest.mark.parametrize(
    ("english", "said", "rule"),
    [
        ("Tell the {{term:subject}}.", "Dywed.", "placeholders"),
        ("Tell.", "Dywed {{term:subject}}.", "placeholders"),
        ("See [this](https://a.b).", "Gwêl [hyn](https://b.a).", "placeholders"),
        ("A **word**.", "**Gair.", "marks"),
        ("A word.", "*Gair.", "marks"),
        ("A word.", "`Gair.", "marks"),
        ("A [word](https://a.b).", "[Gair](https://a.b", "marks"),
        ("A word.", "“Gair.", "marks"),
        ("A **word**.", "Gair.", "emphasis"),
        ("A word.", "<i>Gair</i>.", "html"),
        ("A word.", "![Gair](a.svg)", "html"),
        ("A word.", "Gair" * 500, "length"),
        ("A word.", "- Gair", "structure"),
        ("A word.", "[gair] Gair", "structure"),
        ("A word.", "Gair -> gair", "structure"),
        ("A word.", "Gair\x00", "signs"),
        ("A word.", "…", "signs"),
    ],
)
def test_each_rule_finds_what_it_asks_for(english: str, said: str, rule: str) -> None:
    assert rule in rules(english, said)


def test_forms_of_the_file_are_kept() -> None:
    assert "length" in rules("A word.", "Gair hir.", longest=5)
    assert "structure" in rules("A word.", 'A "gair".', form=Form.ATTRIBUTE)
    assert "structure" in rules("A word.", "Gair: dau.", form=Form.LABEL)


def test_the_english_itself_has_no_fault() -> None:
    for one in content():
        for slot in one.slots:
            found = [fault for fault in faults(slot.passage, slot.passage.text, slot.form) if fault.error]
            assert not found, slot.passage.context


def test_strings_of_the_interface_keep_their_names() -> None:
    assert not list(interface_faults("", "{count} of {all}", "{all}: {count}"))
    assert [fault.rule for fault in interface_faults("", "{count} of", "{cyfrif} o")] == ["placeholders"]
    assert [fault.rule for fault in interface_faults("", "&Save", "Cadw")] == ["mnemonic"]
    assert [fault.rule for fault in interface_faults("", "Done. ", "Wedi gorffen.")] == ["spaces"]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary(ROOT / "translations" / "glossary.toml")


@pytest.mark.parametrize(
    ("language", "english", "said", "found"),
    [
        ("cy", "Consent is free.", "Mae cydsyniad yn rhydd.", []),
        ("cy", "Consent is free.", "Rhaid cael ei chydsyniad.", []),  # an aspirate mutation
        ("cy", "Consent is free.", "Mae consensws yn rhydd.", ["form", "term"]),
        ("cy", "A picture of Ben.", "Dau lun o Ben.", []),  # a soft mutation
        ("cy", "A picture of Ben.", "Ffotograff o Ben.", ["term"]),
        ("ga", "My friend.", "Mo chara.", []),  # lenition
        ("ga", "In a picture.", "I bpictiúr.", []),  # eclipsis
        ("gd", "Two pictures.", "Dà dhealbh.", []),
        ("gd", "Consent is free.", "Tha cead saor.", ["form", "term"]),
        ("gd", "Consent is more than permission.", "Tha aonta nas motha na cead.", []),
        ("cy", "A consensus.", "Consensws.", []),
        ("sco", "Consent is free.", "Consent is free.", []),
    ],
)
def test_terms_are_looked_for_in_all_their_mutations(
    glossary: Glossary, language: str, english: str, said: str, found: list[str]
) -> None:
    assert [fault.rule for fault in glossary.faults(language, "x", english, said)] == found


@pytest.mark.parametrize(
    ("language", "register", "said", "found"),
    [
        ("cy", Register.CLASS, "Beth ydych chi’n ei weld?", 0),
        ("cy", Register.CLASS, "Beth wyt ti’n ei weld?", 1),
        ("cy", Register.CHILD, "Dyma dy gerdyn.", 0),
        ("cy", Register.CHILD, "Dyma dy gerdyn. Beth ydych chi’n ei weld?", 1),
        ("cy", Register.ADULTS, "Dywedwch: “Wyt ti’n iawn?” Wedyn rydych yn gwrando.", 0),
        ("ga", Register.CLASS, "Cad a fheiceann tú? Labhraígí libh.", 1),
        ("gd", Register.CHILD, "Innis dhuibh.", 1),
        ("sco", Register.CHILD, "Tell thaim.", 0),
    ],
)
def test_one_you_is_kept_to(
    glossary: Glossary, language: str, register: Register, said: str, found: int
) -> None:
    told = list(glossary.register_faults(language, passage("A word.", register=register), said))
    assert len(told) == found
    assert not any(fault.error for fault in told)


def test_every_term_says_how_sure_it_is(glossary: Glossary) -> None:
    assert set(glossary.terms) == {"cy", "ga", "gd"}
    assert all(len(terms) > 30 for terms in glossary.terms.values())
    assert all(term.source for terms in glossary.terms.values() for term in terms if term.verified)


def test_a_damaged_glossary_is_told(tmp_path: Path) -> None:
    file = tmp_path / "glossary.toml"
    file.write_text(
        '[[terms]]\nenglish = ["a"]\n[terms.cy]\nuse = ["b"]\nstatus = "sure"\n', encoding="utf-8"
    )
    with pytest.raises(GlossaryError, match="cannot be used"):
        load_glossary(file)
    assert load_glossary(tmp_path / "none.toml") == Glossary()
