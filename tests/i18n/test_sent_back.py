"""A school's changes in one file, and such a file taken in: what fits, what does not, what means harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rse_lessons.i18n.assembling import MAX_BYTES
from rse_lessons.i18n.corrections import Corrections
from rse_lessons.i18n.documents import document
from rse_lessons.i18n.glossary import Glossary
from rse_lessons.i18n.languages import load_languages
from rse_lessons.i18n.po import Catalogue, Entry, read, write
from rse_lessons.i18n.review import Standing, load_reviews
from rse_lessons.i18n.sent_back import OF, SentBackError, file_name, take, to_send_back
from rse_lessons.i18n.templates import entries_of
from rse_lessons.i18n.workshop import Workshop
from rse_lessons.settings.files import write_whole
from tests.i18n.i18n_fixtures import LESSON, ROOT, I18n, i18n_of, pseudo, small_program

NAME, DAY = "lessons/ask", date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small program with one lesson, whole in Scots."""
    source = document(Path("primary/ask.md"), LESSON)
    entries = tuple(replace(one, strings=(pseudo(one.msgid),)) for one in entries_of(source, ""))
    files = {
        "content/primary/ask.md": LESSON,
        "rse_lessons/a.py": 'print(tr("Present"))\n',
        "translations/sco/lessons/ask.po": write(Catalogue({"Language": "sco"}, entries)),
    }
    return small_program(tmp_path, files)


@pytest.fixture
def i18n(root: Path, monkeypatch: pytest.MonkeyPatch) -> I18n:
    return i18n_of(root, monkeypatch)


def workshop(root: Path) -> Workshop:
    return Workshop(root, root / "rse_lessons", root / "translations", write_whole)


def at_school(root: Path, own: Path) -> Corrections:
    return Corrections(
        document(root / "content/primary/ask.md", LESSON),
        load_languages(ROOT / "translations")["sco"],
        name=NAME,
        folders=(root / "translations", own),
        write_file=write_whole,
        glossary=Glossary(),
    )


def catalogue(root: Path) -> Catalogue:
    return read((root / "translations/sco/lessons/ask.po").read_text(encoding="utf-8"))


def everything(root: Path) -> dict[str, bytes]:
    folder = root / "translations"
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def sent(root: Path, *entries: Entry, header: dict[str, str] | None = None) -> Path:
    file = root / "sent.po"
    file.write_text(
        write(Catalogue(header or {"Language": "sco", OF: NAME}, tuple(entries))), encoding="utf-8"
    )
    return file


def test_what_a_school_changed_and_read_is_taken_in(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    school = at_school(root, root / "a school of Ada Byron" / "own")
    school.keep("ask/title", "Spier first")
    school.keep("ask/summary", "Spierin.")
    for one in school.readings:
        school.mark(one.passage.context, right=True)
    school.finish(DAY)
    file = root / file_name(school)
    file.write_bytes(to_send_back(school))
    text = file.read_text(encoding="utf-8")
    assert file.name == "ask-sco.po"
    for word in ("Ada", "content/", str(root), ".md"):
        assert word not in text
    assert f"Before: {pseudo('Ask first')}" in text
    assert "read by pupils" in text
    assert len(read(text).entries) == 2

    assert i18n("take", str(file)) == 0
    said = capsys.readouterr().out
    assert "2 passages taken, 0 were so already, 0 left out." in said
    assert "fluent-teacher on 2026-11-22" in said
    usable = catalogue(root).usable()
    assert usable["ask/title", "Ask first"] == "Spier first"
    assert len(usable) == len(school.readings)
    assert load_reviews(root / "translations/sco/review.toml")[NAME].on == DAY
    lesson = next(one for one in workshop(root).counts("sco") if one.name == NAME)
    assert lesson.standing is Standing.REVIEWED
    # The school's own copy of what is now the program's does no harm.
    assert at_school(root, root / "a school of Ada Byron" / "own").review_holds

    before = everything(root)
    assert i18n("take", str(file)) == 0
    assert "0 passages taken, 2 were so already, 0 left out." in capsys.readouterr().out
    assert everything(root) == before


def test_what_no_longer_fits_is_left_out_with_a_sentence(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sent(
        root,
        Entry("Ask first", "ask/title", strings=("Spier first",)),
        Entry("Some older English.", "ask/summary", strings=("Auld.",)),
        Entry("Gone", "ask/gone\x1b[2J", strings=("Gaen",)),
        Entry("I can ask.", "ask/outcomes/1", strings=("{{x}}",)),
        Entry("I can listen.", "ask/outcomes/2", strings=("Eh?",), flags=frozenset({"fuzzy"})),
    )
    assert i18n("take", str(file)) == 1
    said = capsys.readouterr().out
    assert "1 passages taken, 0 were so already, 4 left out." in said
    assert "ask/summary: The English is another now" in said
    assert "ask/gone?[2J: There is no such passage" in said
    assert "“{{x}}” does not stand in the English" in said
    assert "ask/outcomes/2: It has no words, or is marked fuzzy." in said
    assert catalogue(root).usable()["ask/title", "Ask first"] == "Spier first"
    assert catalogue(root).usable()["ask/summary", 'Asking, "please", and listening.'].startswith("Âskîng")


def test_answers_that_would_read_alike_are_left_out(root: Path) -> None:
    found = {one.msgid: one for one in catalogue(root).live}
    always, never = found["Always"], found["Never"]
    file = sent(
        root,
        replace(always, strings=never.strings),
        Entry("Ask first", "ask/title", strings=("Spier first",)),
    )
    came = take(workshop(root), file)
    assert came.taken == ["ask/title"]
    assert [context for context, _ in came.left] == [always.context]
    assert catalogue(root).usable()[str(always.context), "Always"] == always.strings[0]


def test_what_stands_twice_is_left_out(root: Path) -> None:
    entry = Entry("Ask first", "ask/title", strings=("Spier first",))
    came = take(workshop(root), sent(root, entry, replace(entry, strings=("Speir first",))))
    assert not came.taken
    assert len(came.left) == 2


def test_a_review_of_other_words_is_left_out(root: Path) -> None:
    school = at_school(root, root / "own")
    for one in school.readings:
        school.mark(one.passage.context, right=True)
    school.finish(DAY)
    file = root / "sent.po"
    file.write_bytes(to_send_back(school))
    changed = tuple(
        replace(one, strings=("Spier first",)) if one.context == "ask/title" else one
        for one in catalogue(root).entries
    )
    (root / "translations/sco/lessons/ask.po").write_text(
        write(replace(catalogue(root), entries=changed)), encoding="utf-8"
    )
    came = take(workshop(root), file)
    assert came.review is None
    assert came.review_left
    assert not (root / "translations/sco/review.toml").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"This is no catalogue",
        b"",
        b'msgid ""\nmsgstr "Language: sco\\n"\n',
        b'msgid ""\nmsgstr "Language: ../../x\\nX-Catalogue: lessons/ask\\n"\n',
        b'msgid ""\nmsgstr "Language: en\\nX-Catalogue: lessons/ask\\n"\n',
        b'msgid ""\nmsgstr "Language: sco\\nX-Catalogue: ../../etc/passwd\\n"\n',
        b'msgid ""\nmsgstr "Language: sco\\nX-Catalogue: ui\\n"\n',
        b'msgid ""\nmsgstr "' + b"x" * MAX_BYTES + b'"\n',
    ],
)
def test_what_is_no_such_file_is_refused_and_nothing_is_written(
    root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    file = root / "sent.po"
    file.write_bytes(data)
    before = everything(root)
    assert i18n("take", str(file)) == 1
    assert "Nothing was taken." in capsys.readouterr().err
    assert everything(root) == before


def test_a_file_that_is_not_there_is_told(root: Path, i18n: I18n, capsys: pytest.CaptureFixture[str]) -> None:
    assert i18n("take", str(root / "gone.po")) == 1
    assert "gone.po" in capsys.readouterr().err


HEAD = b'msgid ""\nmsgstr "Language: sco\\nX-Catalogue: lessons/ask\\n"\n\n'


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rest=st.binary(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                b'msgctxt "ask/title"\n',
                b'msgid "Ask first"\n',
                b'msgstr "Spier"\n',
                b'msgstr "{{x}}"\n',
                b'msgstr "---"\n',
                b"\n",
                b"#, fuzzy\n",
                b'msgid_plural "x"\n',
                b'msgstr[0] "y"\n',
                b"#~ ",
                b"# Review: fluent-teacher 2026-11-22 0\n",
                b'msgctxt "ask/../../x"\n',
            ]
        ),
        max_size=14,
    ).map(b"".join)
)
def test_nothing_that_a_stranger_writes_breaks_a_catalogue(root: Path, rest: bytes) -> None:
    file = root / "sent.po"
    file.write_bytes(HEAD + rest)
    before = everything(root)
    try:
        take(workshop(root), file)
    except SentBackError:
        assert everything(root) == before
    after = everything(root)
    assert after.keys() == before.keys()
    assert len(catalogue(root).usable()) == len(
        read(before[next(iter(name for name in before if name.endswith("ask.po")))].decode()).usable()
    )
