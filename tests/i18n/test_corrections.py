"""What a school's fluent teacher corrects and finds right, in real files, one change at a time."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.i18n.assembling import Assembly
from rse_lessons.i18n.corrections import Corrections, State
from rse_lessons.i18n.documents import document
from rse_lessons.i18n.glossary import load_glossary
from rse_lessons.i18n.languages import load_languages
from rse_lessons.i18n.passages import Document
from rse_lessons.i18n.po import Catalogue, PoError, read, write
from rse_lessons.i18n.review import ReviewError, load_reviews
from rse_lessons.i18n.templates import entries_of
from rse_lessons.settings.files import write_whole
from tests.i18n.i18n_fixtures import LESSON, ROOT, pseudo

PATH = Path("lessons/ask.md")
SOURCE = document(PATH, LESSON)
SCOTS = load_languages(ROOT / "translations")["sco"]
GLOSSARY = load_glossary(ROOT / "translations" / "glossary.toml")
TITLE, SUMMARY, TELL = "ask/title", "ask/summary", "ask/before/tell"
DAY = date(2026, 11, 22)


@cache
def translated(source: Document, left: str = "") -> str:
    """The program's catalogue of everything but one passage."""
    entries = (
        replace(one, strings=("" if one.context == left else pseudo(one.msgid),))
        for one in entries_of(source, "")
    )
    return write(Catalogue({"Language": "sco"}, tuple(entries)))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    file = tmp_path / "program" / "sco" / "lessons" / "ask.po"
    file.parent.mkdir(parents=True)
    file.write_text(translated(SOURCE), encoding="utf-8")
    return tmp_path / "program", tmp_path / "own"


def opened(folders: tuple[Path, Path], source: Document = SOURCE) -> Corrections:
    return Corrections(
        source, SCOTS, name="lessons/ask", folders=folders, write_file=write_whole, glossary=GLOSSARY
    )


def own(folders: tuple[Path, Path]) -> Path:
    return folders[1] / "sco" / "lessons" / "ask.po"


def shown(folders: tuple[Path, Path], tmp_path: Path, text: str = LESSON) -> str:
    """The lesson as the program reads it."""
    made = Assembly(*folders, tmp_path / "cache", write_whole).assembled(PATH, text, "sco")
    assert made is not None
    return made.text


def test_a_correction_lies_alone_in_the_schools_folder_and_is_shown(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    program = (folders[0] / "sco/lessons/ask.po").read_bytes()
    made = opened(folders).keep(TITLE, "  Spier first ")
    assert (made.own, made.program, made.said) == ("Spier first", pseudo("Ask first"), "Spier first")
    found = read(own(folders).read_text(encoding="utf-8"))
    assert [(one.context, one.msgid, one.strings) for one in found.entries] == [
        (TITLE, "Ask first", ("Spier first",))
    ]
    assert found.header["Language"] == "sco"
    assert 'title = "Spier first"' in shown(folders, tmp_path)
    assert opened(folders).reading(TITLE).own == "Spier first"
    assert (folders[0] / "sco/lessons/ask.po").read_bytes() == program
    assert sorted(path.name for path in folders[1].rglob("*") if path.is_file()) == ["ask.po"]


def test_an_error_is_told_and_not_kept(folders: tuple[Path, Path]) -> None:
    corrections = opened(folders)
    made = corrections.keep(TELL, "Tell the heid.")
    assert {fault.rule for fault in made.faults if fault.error} == {"placeholders"}
    assert made.own == ""
    assert not own(folders).exists()
    assert corrections.reading(TELL).faults == ()
    assert corrections.keep(TITLE, "   ").own == ""
    assert not own(folders).exists()


def test_a_correction_that_is_taken_back_leaves_nothing(folders: tuple[Path, Path], tmp_path: Path) -> None:
    corrections = opened(folders)
    corrections.keep(TITLE, "Spier first")
    corrections.keep(SUMMARY, "Spierin.")
    assert corrections.take_back(TITLE).said == pseudo("Ask first")
    assert [one.context for one in read(own(folders).read_text(encoding="utf-8")).entries] == [SUMMARY]
    # The program's own words, typed again, are no correction.
    corrections.keep(SUMMARY, corrections.reading(SUMMARY).program)
    assert not own(folders).exists()
    assert pseudo("Ask first") in shown(folders, tmp_path)


def test_what_a_school_wrote_by_other_means_stays(folders: tuple[Path, Path]) -> None:
    corrections = opened(folders)
    own(folders).parent.mkdir(parents=True)
    by_hand = (
        '# By hand.\nmsgid ""\nmsgstr "Language: sco\\n"\n\n'
        'msgctxt "ask/gone"\nmsgid "Gone"\nmsgstr "Gaen"\n\n'
        'msgctxt "ask/summary"\nmsgid "Older English."\nmsgstr "Auld."\n'
    )
    own(folders).write_text(by_hand, encoding="utf-8")
    corrections.keep(TITLE, "Spier first")
    after = read(own(folders).read_text(encoding="utf-8"))
    assert after.comments == ("By hand.",)
    assert {one.context: one.strings[0] for one in after.entries} == {
        "ask/gone": "Gaen",
        SUMMARY: "Auld.",
        TITLE: "Spier first",
    }
    again = opened(folders)
    assert again.reading(SUMMARY).outdated == ("Older English.", "Auld.")
    assert again.reading(SUMMARY).own == ""
    assert again.keep(SUMMARY, "Spierin.").outdated is None
    assert "Auld." not in own(folders).read_text(encoding="utf-8")


def test_the_reading_is_taken_up_where_it_was_left(folders: tuple[Path, Path]) -> None:
    corrections = opened(folders)
    assert {one.state for one in corrections.readings} == {State.UNREAD}
    corrections.mark(TITLE, right=True)
    corrections.mark(SUMMARY, right=True)
    corrections.mark(SUMMARY, right=False)
    again = opened(folders)
    assert [one.passage.context for one in again.readings if one.state is State.RIGHT] == [TITLE]
    # Other words are not those that were looked at; the same words again are.
    assert again.keep(TITLE, "Spier first").state is State.UNREAD
    assert again.take_back(TITLE).state is State.RIGHT


def test_what_is_english_cannot_be_right(folders: tuple[Path, Path]) -> None:
    (folders[0] / "sco/lessons/ask.po").write_text(translated(SOURCE, TITLE), encoding="utf-8")
    corrections = opened(folders)
    assert corrections.mark(TITLE, right=True).state is State.ENGLISH
    for one in corrections.readings:
        corrections.mark(one.passage.context, right=True)
    assert not corrections.all_right
    with pytest.raises(ReviewError):
        corrections.finish(DAY)
    assert corrections.review is None
    corrections.keep(TITLE, "Spier first")
    corrections.mark(TITLE, right=True)
    assert corrections.all_right


def read_all(corrections: Corrections) -> None:
    for one in corrections.readings:
        corrections.mark(one.passage.context, right=True)


def test_a_review_is_of_the_words_as_they_are_shown(folders: tuple[Path, Path], tmp_path: Path) -> None:
    corrections = opened(folders)
    corrections.keep(TITLE, "Spier first")
    read_all(corrections)
    corrections.finish(DAY)
    file = folders[1] / "sco" / "review.toml"
    review = load_reviews(file)["lessons/ask"]
    assert (review.reviewed, review.role, review.on) == (True, "fluent-teacher", DAY)
    made = Assembly(*folders, tmp_path / "cache", write_whole).assembled(PATH, LESSON, "sco")
    assert made is not None
    assert made.sum == review.sum
    assert corrections.review_holds
    corrections.keep(TITLE, "Speir first")
    again = opened(folders)
    assert not again.review_holds
    assert not again.all_right


def test_changed_english_asks_for_its_passage_alone_again(folders: tuple[Path, Path]) -> None:
    corrections = opened(folders)
    read_all(corrections)
    changed = document(PATH, LESSON.replace("Today is about", "Today we talk about"))
    again = opened(folders, changed)
    left = [one.passage.text for one in again.readings if one.state is not State.RIGHT]
    assert left == ["Today we talk about **pictures**,\nand friends."]


def test_answers_that_would_read_alike_are_said_to_stay_english(folders: tuple[Path, Path]) -> None:
    corrections = opened(folders)
    quiz = [one for one in corrections.readings if one.passage.text in ("Always", "Never")]
    other = corrections.keep(quiz[0].passage.context, quiz[1].said)
    assert "not-shown" in {fault.rule for fault in other.faults}
    assert corrections.take_back(quiz[0].passage.context).faults == ()


def test_a_folder_that_cannot_be_written_loses_nothing(folders: tuple[Path, Path]) -> None:
    corrections = opened(folders)
    corrections.keep(TITLE, "Spier first")
    before = own(folders).read_bytes()
    # The folder is gone and a file stands in its way.
    folder = own(folders).parent
    folder.rename(folder.with_name("aside"))
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="lessons"):
        corrections.keep(SUMMARY, "Spierin.")
    assert corrections.reading(SUMMARY).own == ""
    folder.unlink()
    folder.with_name("aside").rename(folder)
    assert own(folders).read_bytes() == before
    assert corrections.keep(SUMMARY, "Spierin.").own == "Spierin."


KILLED = """
import sys
from pathlib import Path
from rse_lessons.i18n.corrections import Corrections
from rse_lessons.i18n.documents import read
from rse_lessons.i18n.glossary import Glossary
from rse_lessons.i18n.languages import load_languages
from rse_lessons.settings.files import write_whole
lesson, *folders = map(Path, sys.argv[1:])
corrections = Corrections(
    read(lesson),
    load_languages(Path("translations"))["sco"],
    name="lessons/ask",
    folders=tuple(folders),
    write_file=write_whole,
    glossary=Glossary(),
)
for one in corrections.readings:
    kept = corrections.keep(one.passage.context, one.said + " ay")
    if kept.own:
        corrections.mark(one.passage.context, right=True)
        print(one.passage.context, flush=True)
"""


def test_no_change_is_lost_when_the_program_is_killed(folders: tuple[Path, Path], tmp_path: Path) -> None:
    told: list[str] = []
    lesson = tmp_path / "lessons" / "ask.md"
    lesson.parent.mkdir()
    lesson.write_bytes(LESSON.encode())
    words = [sys.executable, "-c", KILLED, str(lesson), *map(str, folders)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT) as program:
        assert program.stdout is not None
        for line in program.stdout:
            told.append(line.strip())
            if len(told) == 5:
                program.kill()
                break
    again = opened(folders)
    assert len(told) == 5
    for context in told:
        assert again.reading(context).own.endswith(" ay")
        assert again.reading(context).state is State.RIGHT


def test_what_cannot_be_read_is_told_and_never_written_over(folders: tuple[Path, Path]) -> None:
    own(folders).parent.mkdir(parents=True)
    own(folders).write_bytes(b'msgid "half')
    with pytest.raises(PoError, match=r"ask\.po"):
        opened(folders)
    assert own(folders).read_bytes() == b'msgid "half'
    own(folders).unlink()
    corrections = opened(folders)
    read_all(corrections)
    (folders[1] / "sco" / "review.toml").write_text("[", encoding="utf-8")
    with pytest.raises(ReviewError):
        corrections.finish(DAY)
    assert (folders[1] / "sco" / "review.toml").read_text(encoding="utf-8") == "["


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([one.context for one in SOURCE.passages]),
            st.text(max_size=30) | st.text("ab {}*[]\n->", max_size=12),
            st.booleans(),
        ),
        max_size=4,
    )
)
def test_whatever_is_typed_is_kept_whole_or_not_at_all(typed: list[tuple[str, str, bool]]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folders = Path(made) / "program", Path(made) / "own"
        (folders[0] / "sco/lessons").mkdir(parents=True)
        (folders[0] / "sco/lessons/ask.po").write_text(translated(SOURCE), encoding="utf-8")
        corrections = opened(folders)
        for context, text, right in typed:
            corrections.keep(context, text)
            corrections.mark(context, right=right)
        again = opened(folders)
        assert [(one.said, one.state) for one in again.readings] == [
            (one.said, one.state) for one in corrections.readings
        ]
        # What was kept has no error, and the lesson keeps its shape.
        assert not [
            fault
            for one in again.readings
            for fault in one.faults
            if fault.error and one.own and fault.rule != "not-shown"
        ]
        assert again.localised().document.names == SOURCE.names
