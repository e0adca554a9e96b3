"""Compiled catalogues are what gettext and Babel read, and hold nothing that may not be shown."""

from __future__ import annotations

import gettext
import io
import os
from datetime import date
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.i18n import catalogues
from rse_lessons.i18n.catalogues import ntr, ptr, speaking, tr
from rse_lessons.i18n.compiling import compile_text, compiled, may_be_shown
from rse_lessons.i18n.kept_words import words_of
from rse_lessons.i18n.languages import language, load_languages
from rse_lessons.i18n.offered import interface_language, offer, offered
from rse_lessons.i18n.po import Catalogue, Entry, read, write
from rse_lessons.i18n.review import as_toml, reviewed
from rse_lessons.i18n.system import from_environment, tags
from tests.i18n.i18n_fixtures import ROOT

KNOWN = load_languages(ROOT / "translations")
CLDR = {
    "cy": ("zero", "one", "two", "few", "many", "other"),
    "gd": ("one", "two", "few", "other"),
    "ga": ("one", "two", "few", "many", "other"),
    "sco": ("one", "other"),
}
WELSH = Catalogue(
    {"Language": "cy", "Plural-Forms": "nplurals=2; plural=(n != 1);"},
    (
        Entry("Save", strings=("Cadw",)),
        Entry("Open", "noun", strings=("Agored",)),
        Entry("Close", strings=("Hen",), flags=frozenset({"fuzzy"})),
        Entry("Gone", strings=("Aeth",), obsolete=True),
        Entry("Empty"),
        Entry("{name} is here", strings=("{enw} yma",)),
        Entry("{name} went", strings=("Aeth {name",)),
        Entry("100%", strings=("100 y cant {",)),
        Entry("{count} day", None, "{count} days", tuple(f"{{count}} {form}" for form in CLDR["cy"])),
        Entry("{count} week", None, "{count} weeks", ("{count} wythnos", "")),
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of translations with some Welsh."""
    home = tmp_path / "translations"
    (home / "cy").mkdir(parents=True)
    text = (ROOT / "translations" / "languages.toml").read_text(encoding="utf-8")
    (home / "languages.toml").write_text(text, encoding="utf-8")
    (home / "cy" / "ui.po").write_text(write(WELSH), encoding="utf-8")
    return home


@pytest.fixture(autouse=True)
def english_afterwards() -> object:
    """Speak English again."""
    yield
    catalogues.use("en", ROOT / "translations")


def test_words_are_looked_up_and_what_may_not_be_shown_stays_english(folder: Path, tmp_path: Path) -> None:
    catalogues.use("cy", folder, tmp_path / "cache")
    assert (tr("Save"), ptr("noun", "Open"), tr("Open")) == ("Cadw", "Agored", "Open")
    assert [tr(word) for word in ("Close", "Gone", "Empty", "{name} is here", "{name} went")] == [
        "Close",
        "Gone",
        "Empty",
        "{name} is here",
        "{name} went",
    ]
    assert tr("100%") == "100 y cant {"  # nothing is filled in there
    assert ntr("{count} week", "{count} weeks", 2) == "2 weeks"
    with speaking("en"):
        assert tr("Save") == "Save"
    assert catalogues.interface_language() == "cy"


@pytest.mark.parametrize("tag", CLDR)
def test_numbers_take_the_forms_of_cldr(tag: str) -> None:
    """From 0 to 200, through a compiled catalogue as gettext reads it."""
    from babel import Locale

    forms = tuple(f"{{count}} {form}" for form in CLDR[tag])
    text = write(
        Catalogue({"Plural-Forms": "nplurals=1; plural=0;"}, (Entry("{count} a", None, "b", forms),))
    )
    words = gettext.GNUTranslations(io.BytesIO(compile_text(text, KNOWN[tag])))
    theirs = Locale.parse("en" if tag == "sco" else tag).plural_form
    for number in range(201):
        assert words.ngettext("{count} a", "b", number) == f"{{count}} {theirs(number)}"


def test_babel_reads_what_is_compiled(folder: Path) -> None:
    found = read_mo(io.BytesIO(words_of(folder, "cy", None)))
    forms = [f"{{count}} {form}" for form in CLDR["cy"]]
    # Babel's reader leaves contexts as bytes, which its types do not say.
    assert {(str(one.context), str(one.id), str(one.string)) for one in found if one.id} == {
        ("None", "Save", "Cadw"),
        ("b'noun'", "Open", "Agored"),
        ("None", "100%", "100 y cant {"),
        ("None", str(["{count} day", "{count} days"]), str(forms)),
    }
    assert found.num_plurals == 6


_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\4\r"), min_size=1, max_size=30
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.none() | _TEXT, _TEXT), _TEXT, max_size=12))
def test_every_string_is_found_again(told: dict[tuple[str | None, str], str]) -> None:
    entries = tuple(Entry(msgid, context, strings=(text,)) for (context, msgid), text in told.items())
    header = {"Content-Type": "text/plain; charset=UTF-8"}
    words = gettext.GNUTranslations(io.BytesIO(compiled(Catalogue({}, entries), header, 2)))
    for entry in entries:
        given_back = (
            words.gettext(entry.msgid)
            if entry.context is None
            else words.pgettext(entry.context, entry.msgid)
        )
        assert given_back == (entry.strings[0] if may_be_shown(entry, 2) else entry.msgid)


def test_it_is_compiled_once_and_again_when_the_catalogue_is_another(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = words_of(folder, "cy", cache)
    (kept,) = (cache / "words").glob("*.mo")
    assert kept.read_bytes() == first
    kept.write_bytes(first.replace(b"Cadw", b"Kept"))
    assert b"Kept" in words_of(folder, "cy", cache)  # not compiled again
    source = folder / "cy" / "ui.po"
    source.write_text(source.read_text(encoding="utf-8").replace("Cadw", "Storio"), encoding="utf-8")
    os.utime(source, ns=(1, 1))  # an older file that was put back is another one as well
    assert b"Storio" in words_of(folder, "cy", cache)
    assert [path.name for path in (cache / "words").iterdir()] != [kept.name]
    assert len(list((cache / "words").iterdir())) == 1
    assert list(folder.rglob("*.mo")) == []


def test_what_lies_beside_is_taken_while_it_is_of_this_catalogue(folder: Path, tmp_path: Path) -> None:
    beside, source = folder / "cy" / "ui.mo", folder / "cy" / "ui.po"
    made = compile_text(source.read_text(encoding="utf-8"), KNOWN["cy"])
    beside.write_bytes(made)
    assert words_of(folder, "cy", tmp_path / "cache") == made
    assert not (tmp_path / "cache").exists()
    source.write_text(source.read_text(encoding="utf-8").replace("Cadw", "Storio"), encoding="utf-8")
    assert b"Storio" in words_of(folder, "cy", tmp_path / "cache")
    source.unlink()
    assert words_of(folder, "cy", tmp_path / "cache") == made


@pytest.mark.parametrize("damage", [b"\xde\x12\x04\x95", b"nothing", b"\xff\xfe"])
def test_damaged_files_leave_the_windows_english(folder: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    words_of(folder, "cy", cache)
    (kept,) = (cache / "words").glob("*.mo")
    kept.write_bytes(damage)
    catalogues.use("cy", folder, cache)
    assert tr("Save") == "Cadw"  # compiled again
    (folder / "cy" / "ui.po").write_bytes(b'msgid "\xff')
    catalogues.use("cy", folder, cache)
    assert tr("Save") == "Save"
    catalogues.use("cy", folder, folder / "languages.toml" / "no folder")
    assert tr("Save") == "Save"


def test_a_language_falls_back_as_it_is_described(folder: Path) -> None:
    (folder / "sco").mkdir()
    (folder / "sco-ulster").mkdir()
    for tag, entry in (
        ("sco", Entry("Save", strings=("Haud",))),
        ("sco-ulster", Entry("Close", strings=("Shut",))),
    ):
        (folder / tag / "ui.po").write_text(write(Catalogue({}, (entry,))), encoding="utf-8")
    catalogues.use("sco-ulster", folder)
    assert (tr("Save"), tr("Close"), tr("Open")) == ("Haud", "Shut", "Open")


def test_only_languages_with_words_are_offered(folder: Path, tmp_path: Path) -> None:
    (folder / "sco").mkdir()
    (folder / "sco" / "ui.po").write_text(write(Catalogue({}, (Entry("Save"),))), encoding="utf-8")
    found = {one.tag: one for one in offered(folder, tmp_path / "cache")}
    assert list(found) == ["en", "cy"]
    assert (found["cy"].name, found["cy"].done, found["cy"].strings) == ("Cymraeg", 4, 9)
    assert (found["cy"].share, found["cy"].reviewed, found["en"].reviewed) == (44, False, True)


def test_a_review_holds_for_the_words_that_were_read(folder: Path, tmp_path: Path) -> None:
    source, reviews = folder / "cy" / "ui.po", folder / "cy" / "review.toml"
    review = reviewed(read(source.read_text(encoding="utf-8")), "fluent-teacher", date(2026, 11, 22))
    reviews.write_text(as_toml({"ui": review}), encoding="utf-8")
    one = offer(folder, "cy", tmp_path)
    assert one is not None
    assert one.reviewed
    source.write_text(source.read_text(encoding="utf-8").replace("Cadw", "Storio"), encoding="utf-8")
    changed = offer(folder, "cy", tmp_path)
    assert changed is not None
    assert not changed.reviewed


def test_the_interface_follows_the_system_until_a_language_is_chosen(folder: Path) -> None:
    def language_of(preferred: str, *wanted: str) -> str:
        return interface_language(preferred, wanted, folder, None)

    assert language_of("", "gd", "cy", "en") == "cy"  # there is no Gaelic here
    assert language_of("", "en", "cy") == "en"
    assert language_of("", "fr") == "en"
    assert language_of("") == "en"
    assert language_of("en", "cy") == "en"
    assert language_of("gd", "cy") == "gd"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"LANG": "cy_GB.UTF-8"}, ("cy",)),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "gd_GB"}, ("gd",)),
        ({"LANG": "en_GB", "LC_MESSAGES": "ga_IE@euro"}, ("ga",)),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "cy:en_GB:en"}, ("cy", "en")),
        ({"LANG": "C.UTF-8", "LANGUAGE": "cy"}, ()),
        ({"LANG": "POSIX"}, ()),
        ({}, ()),
        ({"LANG": "!!"}, ()),
    ],
)
def test_what_posix_says_of_languages(told: dict[str, str], expected: tuple[str, ...]) -> None:
    assert from_environment(told) == expected


def test_locales_of_windows_are_tags() -> None:
    assert tags(["cy_GB", "gd-GB", ""]) == ("cy", "gd")


def test_a_language_that_nobody_described_counts_as_its_catalogue_says() -> None:
    text = write(
        Catalogue({"Plural-Forms": "nplurals=1; plural=0;"}, (Entry("{count} a", None, "b", ("{count} x",)),))
    )
    words = gettext.GNUTranslations(io.BytesIO(compile_text(text, language("br", {}))))
    assert words.ngettext("{count} a", "b", 1) == "{count} x"
