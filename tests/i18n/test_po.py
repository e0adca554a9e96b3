"""Catalogues as files: read as Babel reads them, written the same each time, and refused with a sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.i18n.po import Catalogue, Entry, PoError, read, write

TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\x85\u2028\u2029", exclude_categories=["Cc", "Cs"]),
    max_size=20,
)
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)
COMMENT = TEXT.map(lambda text: " ".join(text.split())).filter(lambda text: text and text[0] not in ".:,|~#")
ENTRIES = st.builds(
    Entry,
    msgid=LINES.filter(bool),
    context=LINES.filter(bool) | st.none(),
    strings=LINES.map(lambda text: (text,)),
    flags=st.sampled_from([frozenset[str](), frozenset({"fuzzy"}), frozenset({"python-brace-format"})]),
    comments=st.lists(COMMENT, max_size=2).map(tuple),
    extracted=st.lists(COMMENT, max_size=2).map(tuple),
    references=st.just(("a.md:1",)),
    previous=st.none() | st.tuples(st.none() | LINES.filter(bool), LINES.filter(bool), st.just("")),
    obsolete=st.just(value=False),
)
HEADER = {
    "Language": "cy",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=(n!=1);",
}
CATALOGUES = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.key).map(
    lambda entries: Catalogue(HEADER, tuple(entries))
)


@settings(deadline=None, max_examples=40)
@given(CATALOGUES)
def test_what_is_written_is_read(catalogue: Catalogue) -> None:
    text = write(catalogue)
    assert read(text) == catalogue
    assert write(read(text)) == text
    assert read(text.replace("\n", "\r\n")) == catalogue


@settings(deadline=None, max_examples=30)
@given(CATALOGUES)
def test_babel_reads_the_same(catalogue: Catalogue) -> None:
    theirs = read_po(BytesIO(write(catalogue).encode()), abort_invalid=True)
    assert theirs.locale_identifier == "cy"
    said = {(message.context, message.id): message for message in theirs if message.id}
    assert set(said) == {entry.key if entry.key[0] else (None, entry.msgid) for entry in catalogue.entries}
    for entry in catalogue.entries:
        assert said[entry.key].string == entry.strings[0]
        assert said[entry.key].fuzzy == entry.fuzzy


def test_a_file_as_poedit_leaves_it_is_read() -> None:
    found = read(POEDIT)
    assert found.header["X-Generator"] == "Poedit 3.4"
    first, plural, gone = found.entries
    assert first.msgid == "A long sentence that was wrapped."
    assert first.context == "a/b"
    assert first.comments == ("Mine.",)
    assert first.extracted == ("Slide 1",)
    assert first.previous == (None, "A sentence that was wrapped.", "")
    assert first.fuzzy
    assert not first.usable
    assert plural.strings == ("dim", "un", "dau")
    assert plural.plural == "{count} things"
    assert gone.obsolete
    assert gone.strings == ("mynd",)
    assert not found.usable()
    assert read(write(found)) == found


POEDIT = """\
# Somebody
msgid ""
msgstr ""
"Language: cy\\n"
"X-Generator: Poedit 3.4\\n"

# Mine.
#. Slide 1
#: a.md:1
#, fuzzy
#| msgid "A sentence that was wrapped."
msgctxt "a/b"
msgid ""
"A long sentence "
"that was wrapped."
msgstr "Brawddeg"

msgid "{count} thing"
msgid_plural "{count} things"
msgstr[0] "dim"
msgstr[1] "un"
msgstr[2] "dau"

#~ msgctxt "x"
#~ msgid "gone"
#~ msgstr "mynd"
"""


@pytest.mark.parametrize("text", ['msgid "a\n', "nonsense", 'msgid "a"\nmsgid "b"\n', '"a"'])
def test_what_is_no_catalogue_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(PoError, match=r"Line [12] "):
        read(text)
