"""A school's lessons in other languages: what counts, what stays English, who read it, and when."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rse_lessons.i18n.assembled import Assembled
from rse_lessons.i18n.assembling import MAX_BYTES, Assembly
from rse_lessons.i18n.documents import document
from rse_lessons.i18n.passages import Document
from rse_lessons.i18n.po import Catalogue, Entry, read, write
from rse_lessons.i18n.review import Standing, as_toml, reviewed
from rse_lessons.i18n.templates import entries_of
from rse_lessons.in_languages import UNUSABLE
from rse_lessons.lesson.model import Quiz
from rse_lessons.lesson.reader import Reading
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole
from tests.i18n.i18n_fixtures import LESSON, ROOT, all_translated, pseudo

PATH = Path("lessons/ask.md")
SOURCE = document(PATH, LESSON)


def catalogue(found: Document, said: Mapping[tuple[str, str], str], fuzzy: tuple[str, ...] = ()) -> str:
    entries = (
        replace(
            entry,
            strings=(said.get((entry.context or "", entry.msgid), ""),),
            flags=frozenset({"fuzzy"} if entry.context in fuzzy else ()),
        )
        for entry in entries_of(found, "ask.md")
    )
    return write(Catalogue({"Language": "cy"}, tuple(entries)))


WHOLE = catalogue(SOURCE, all_translated(SOURCE))


def put(folder: Path, tag: str, text: str, name: str = "lessons/ask") -> Path:
    file = folder / tag / f"{name}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def assembly(tmp_path: Path) -> Assembly:
    program = tmp_path / "program"
    program.mkdir()
    languages = (ROOT / "translations" / "languages.toml").read_text(encoding="utf-8")
    (program / "languages.toml").write_text(languages, encoding="utf-8")
    return Assembly(program, tmp_path / "own", tmp_path / "cache", write_whole)


def assembled(assembly: Assembly, tag: str = "cy", text: str = LESSON) -> Assembled:
    found = assembly.assembled(PATH, text, tag)
    assert found is not None
    return found


def without(*contexts: str) -> dict[tuple[str, str], str]:
    """Translations of all passages but some, by the ends of their contexts."""
    return {key: said for key, said in all_translated(SOURCE).items() if not key[0].endswith(contexts)}


def test_nothing_is_assembled_where_nothing_is_translated(assembly: Assembly) -> None:
    assert assembly.assembled(PATH, LESSON, "cy") is None
    assert assembly.assembled(PATH, LESSON, "en") is None
    assert assembly.assembled(PATH, LESSON, "../cy") is None


def test_what_is_not_translated_is_english_and_its_lines_are_known(
    assembly: Assembly, tmp_path: Path
) -> None:
    put(tmp_path / "program", "cy", catalogue(SOURCE, without("at-do-we-ask/heading", "when/always/text")))
    made = assembled(assembly)
    lines = made.text.split("\n")
    english = [lines[number - 1] for number in sorted(made.english_lines)]
    assert english[0].startswith("## Sort")
    # A quiz stays English whole, and its block is known by the line that opens it.
    assert english[1:] == [
        "::: quiz {id=when answer=always}",
        *("When?", "- [always] Always", "  = Yes.", "- Never", "  = No."),
    ]
    assert made.shown == made.passages - len(made.english)
    assert made.gaps == 0


def test_what_is_kept_is_taken_again_and_never_trusted(assembly: Assembly, tmp_path: Path) -> None:
    file = put(tmp_path / "program", "cy", WHOLE)
    made = assembled(assembly)
    (kept,) = (tmp_path / "cache").rglob("*.json")
    written = kept.stat().st_mtime_ns
    assert assembled(assembly) == made
    assert kept.stat().st_mtime_ns == written
    # The same length at the same time, and still another text.
    stamp = file.stat().st_mtime_ns
    put(tmp_path / "program", "cy", WHOLE.replace(pseudo("Ask first"), pseudo("Ask fierst")[:9]))
    os.utime(file, ns=(stamp, stamp))
    assert assembled(assembly).text != made.text
    assert assembled(assembly, text=LESSON.replace("Ask first", "Ask last.")).text != made.text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_keep_is_as_good_as_none(assembly: Assembly, tmp_path: Path, data: st.DataObject) -> None:
    put(tmp_path / "program", "cy", WHOLE)
    made = assembled(assembly)
    (kept,) = (tmp_path / "cache").rglob("*.json")
    whole = kept.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    change = data.draw(st.binary(max_size=4))
    kept.write_bytes(
        data.draw(
            st.sampled_from([whole[:place], whole[:place] + change + whole[place + len(change) :], change])
        )
    )
    assert assembled(assembly) == made


def test_a_school_lays_its_own_words_over_the_programs(assembly: Assembly, tmp_path: Path) -> None:
    put(tmp_path / "program", "cy", catalogue(SOURCE, without("ask/summary")))
    own = Catalogue(
        {},
        (
            Entry("Ask first", "ask/title", strings=("Gofyn",)),
            Entry("Asking.", "ask/summary", strings=("Made for other English",)),
            Entry(
                "Sort", "ask/at-do-we-ask/heading", strings=("Nobody sees it",), flags=frozenset({"fuzzy"})
            ),
        ),
    )
    put(tmp_path / "own", "cy", write(own))
    made = assembled(assembly)
    assert 'title = "Gofyn"' in made.text
    assert made.english == {"ask/summary"}
    assert f"## {pseudo('Sort')} {{" in made.text
    assert "Made for" not in made.text


def test_a_stale_or_fuzzy_passage_is_never_shown(assembly: Assembly, tmp_path: Path) -> None:
    put(tmp_path / "program", "cy", catalogue(SOURCE, all_translated(SOURCE), fuzzy=("ask/title",)))
    made = assembled(assembly, text=LESSON.replace("Ask first,\n> every time.", "Ask first,\n> always."))
    (title, changed) = sorted(made.english, key=lambda context: context != "ask/title")
    assert title == "ask/title"
    lines = made.text.split("\n")
    assert lines[1] == 'title = "Ask first"'
    assert [lines[number - 1] for number in sorted(made.english_lines)] == [lines[1], "> Ask first,"]
    assert changed.startswith("ask/at-welcome-1/text")


def test_ulster_scots_falls_back_to_scots_and_then_to_english(assembly: Assembly, tmp_path: Path) -> None:
    ulster = {("ask/title", "Ask first"): "Ulster", ("ask/when/always/text", "Always"): "Half a quiz"}
    scots = {key: f"{said}·" for key, said in without("ask/summary").items()}
    put(tmp_path / "program", "sco-ulster", catalogue(SOURCE, ulster))
    put(tmp_path / "program", "sco", catalogue(SOURCE, scots))
    made = assembled(assembly, "sco-ulster")
    assert 'title = "Ulster"' in made.text
    assert f"## {pseudo('Sort')}· {{" in made.text
    # Half a quiz is none: all of it is Scots.
    assert "Half a quiz" not in made.text
    assert f"] {pseudo('Always')}·" in made.text
    assert made.english == {"ask/summary"}


HOSTILE: dict[str, Callable[[Path], object]] = {
    "too large": lambda file: file.write_bytes(b"#" * (MAX_BYTES + 1)),
    "UTF-16": lambda file: file.write_bytes(WHOLE.encode("utf-16")),
    "no catalogue": lambda file: file.write_bytes(b'msgid "a"\nmsgid "b"\n' * 40),
    "nothing but signs": lambda file: file.write_bytes(bytes(range(256))),
    "a folder": lambda file: file.mkdir(),
    "a loop": lambda file: file.symlink_to(file.name),
    "open quotation marks": lambda file: file.write_bytes(b'msgid "' + b'\\"' * 100_000),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_catalogue_from_outside_that_cannot_be_used_leaves_english(school: School, kind: str) -> None:
    file = school.own_lessons / "translations" / "cy" / "lessons" / "ask.po"
    file.parent.mkdir(parents=True)
    HOSTILE[kind](file)
    reading = school.read("ask", "cy")
    assert reading.lesson is not None
    assert (reading.lesson.language, reading.lesson.front.title) == ("en", "Ask first")
    (told,) = [problem for problem in reading.problems if problem.rule == UNUSABLE]
    assert told.path == file
    assert told.sentence.startswith("This translation ")
    assert school.languages_of("ask") == ()


def test_translations_that_would_break_a_lesson_are_not_looked_through_for_ever(
    assembly: Assembly, tmp_path: Path
) -> None:
    slides = "".join(f"---\n## Slide {number}\n\nSome words.\n\n" for number in range(50))
    text = f"{LESSON}{slides}"
    found = document(PATH, text)
    # Each is right by itself, and would be another stage of its slide.
    broken = {
        (one.context, one.text): "Geiriau {stage=close}"
        for one in found.passages
        if one.context.endswith("/heading") and one.text.startswith("Slide ")
    }
    put(tmp_path / "program", "cy", catalogue(found, all_translated(found) | broken))
    made = assembled(assembly, text=text)
    assert "stage=close" not in made.text
    assert document(PATH, made.text).names == found.names
    assert len(broken) == 50
    assert 0 < made.shown < made.passages - len(broken) + 5


@pytest.fixture
def school(tmp_path: Path, school_in: Callable[[Path], School]) -> School:
    made = school_in(tmp_path)
    made.own_lessons.mkdir(parents=True)
    (made.own_lessons / "ask.md").write_text(LESSON, encoding="utf-8")
    made.library.refresh()
    return made


def language(reading: Reading) -> str:
    assert reading.lesson is not None
    return reading.lesson.language


def test_a_lesson_of_the_schools_own_reads_in_its_language(school: School) -> None:
    own = school.own_lessons / "translations"
    assert language(school.read("ask", "cy")) == "en"
    put(own, "cy", WHOLE)
    reading = school.read("ask", "cy")
    assert reading.lesson is not None
    assert (reading.lesson.language, reading.lesson.front.title) == ("cy", pseudo("Ask first"))
    assert not reading.lesson.english_lines
    assert school.read("ask", "cy") is reading
    assert language(school.read("ask")) == language(school.read("ask", "en")) == "en"
    put(own, "cy", catalogue(SOURCE, without("when/always/text")))
    lesson = school.read("ask", "cy").lesson
    assert lesson is not None
    (quiz,) = [part for slide in lesson.slides for part in slide.parts if isinstance(part, Quiz)]
    lines = {quiz.place.line, *(option.place.line for option in quiz.options)}
    assert lines <= lesson.english_lines
    assert lesson.slides[0].place.line not in lesson.english_lines


def test_a_translated_condition_is_said_without_the_english_if(school: School) -> None:
    def labels(language: str) -> list[str]:
        lesson = school.read("ask", language).lesson
        assert lesson is not None
        notes = lesson.slides[0].notes
        assert notes is not None
        return [part.label for part in notes.parts]

    own = school.own_lessons / "translations"
    put(own, "cy", WHOLE)
    assert labels("en") == ["Say", "If a child laughs", "Time"]
    assert labels("cy") == ["Say", pseudo("a child laughs"), "Time"]
    put(own, "cy", catalogue(SOURCE, without("/if/when")))
    assert labels("cy") == labels("en")


def test_placeholders_are_filled_in_the_language_of_the_lesson(school: School) -> None:
    put(school.own_lessons / "translations", "sco", WHOLE)
    lead = school.nation_of("eng").terms["safeguarding-lead"]
    words = Catalogue(
        {},
        (
            Entry(lead, "eng/terms/safeguarding-lead", strings=("arweinydd diogelu",)),
            Entry("An adult you trust", "eng/routes/trusted-adult/name", strings=("Oedolyn",)),
        ),
    )
    put(school.own_lessons / "translations", "sco", write(words), "nations/eng")
    scots, english = school.read("ask", "sco").lesson, school.read("ask").lesson
    assert scots is not None
    assert english is not None
    assert "arweinydd diogelu" in school.as_taught(scots).front.before[0].text
    assert lead in school.as_taught(english).front.before[0].text
    first = school.routes(scots)[0]
    assert (first.name, "name" in first.english, "who" in first.english) == ("Oedolyn", False, True)
    assert school.routes(english)[0].name == "An adult you trust"
    assert school.nation_of("eng", "sco").terms["subject"] == school.nation_of("eng").terms["subject"]


def test_it_is_said_how_far_a_language_is_and_who_read_it(school: School) -> None:
    own = school.own_lessons / "translations"
    put(own, "sco", WHOLE)
    put(own, "br", catalogue(SOURCE, without("at-signpost-1/help-routes/text", "ask/title")))
    put(own, "No language", WHOLE)
    (own / "kw").mkdir()
    scots, breton = school.languages_of("ask")
    assert (scots.tag, scots.name, scots.whole, scots.standing) == ("sco", "Scots", True, Standing.DRAFT)
    assert (breton.tag, breton.whole, breton.standing, breton.safety_gaps - scots.safety_gaps) == (
        "br",
        False,
        Standing.PART,
        1,
    )
    assert 0.9 < breton.share < 1
    said = reviewed(read(WHOLE), "fluent-teacher", date(2026, 11, 22))
    (own / "sco" / "review.toml").write_text(as_toml({"lessons/ask": said}), encoding="utf-8")
    (scots, _) = school.languages_of("ask")
    assert (scots.standing, scots.role, scots.on) == (Standing.REVIEWED, "fluent-teacher", date(2026, 11, 22))
    put(own, "sco", WHOLE.replace(pseudo("Ask first"), "Gofyn"))
    (scots, _) = school.languages_of("ask")
    assert scots.standing is Standing.CHANGED
    (own / "sco" / "review.toml").write_text("[", encoding="utf-8")
    (scots, _) = school.languages_of("ask")
    assert scots.standing is Standing.DRAFT


def test_a_module_reads_in_the_language_of_the_windows(school: School) -> None:
    name = "when-a-pupil-tells-you"
    path = ROOT / "content" / "training" / f"{name}.md"
    found = document(path, path.read_text(encoding="utf-8"))
    english = school.module(name)
    assert english is not None
    put(
        school.own_lessons / "translations", "cy", catalogue(found, all_translated(found)), f"training/{name}"
    )
    school.prefer(language="cy")
    welsh = school.module(name)
    assert welsh is not None
    assert (welsh.language, welsh.head.title) == ("cy", pseudo(english.head.title))
    school.prefer(language="en")
    assert school.module(name) is english
