"""A lesson on paper in another language: its words, what paper adds, its nation's words, what is English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.cli.commands import run
from rse_lessons.i18n import catalogues
from rse_lessons.i18n.po import Catalogue, Entry, write
from rse_lessons.in_class.on_paper import drawn, where
from rse_lessons.lesson.model import Lesson
from rse_lessons.school import School
from rse_lessons.ui.export import ExportError, What, export
from rse_lessons.ui.slide.look import SlideLook
from rse_lessons.ui.theme import load_fonts
from tests.i18n.i18n_fixtures import LESSON, pseudo
from tests.i18n.test_in_languages import SOURCE, WHOLE, catalogue, put, without
from tests.pdfs import words

FORMS = {"Plural-Forms": "nplurals=2; plural=(n!=1);"}
LABELS = {
    "The teacher's plan": "The plan o the dominie",
    "The teacher’s plan": "The plan o the dominie",
    "Say": "Ca it",
    "Welcome": "Walcome",
    "Page {number} of {count}": "Shuit {number} o {count}",
    "“{lesson}” has no handouts. Its plan and slides can be printed.": "Nane.",
}


@pytest.fixture
def scots(tmp_path: Path, qapp: QApplication, school_in: Callable[[Path], School]) -> Iterator[School]:
    """A school with one lesson of its own and all of it in Scots; windows are in English."""
    load_fonts()
    folder = tmp_path / "words"
    entries = tuple(Entry(one, strings=(other,)) for one, other in LABELS.items())
    file = folder / "sco" / "ui.po"
    file.parent.mkdir(parents=True)
    file.write_text(write(Catalogue(FORMS, entries)), encoding="utf-8")
    school = school_in(tmp_path / "data")
    school.own_lessons.mkdir(parents=True)
    (school.own_lessons / "ask.md").write_text(LESSON, encoding="utf-8")
    put(school.own_lessons / "translations", "sco", WHOLE)
    school.library.refresh()
    catalogues.use("en", folder, tmp_path / "cache")
    yield school
    catalogues.use("en", folder)


def taught(school: School, language: str) -> Lesson:
    lesson = school.read("ask", language).lesson
    assert lesson is not None
    return school.as_taught(lesson)


def on_paper(school: School, target: Path, what: What, language: str = "sco") -> str:
    lesson = taught(school, language)
    look = SlideLook(routes=school.routes(lesson))
    export(drawn(school, lesson, what), look, target, what, where=where(school, lesson, what))
    return words(target)


def test_a_plan_is_whole_in_the_lessons_language(scots: School, target: Path) -> None:
    said = on_paper(scots, target, What.PLAN)
    assert pseudo("Ask first") in said
    assert LABELS["Welcome"] in said
    assert f"{pseudo('a child laughs')} {pseudo('Smile.')}" in said
    assert f"If {pseudo('a child')}" not in said
    assert LABELS["Page {number} of {count}"].format(number=1, count=1)[:7] in said
    english = on_paper(scots, target.with_name("english.pdf"), What.PLAN, "en")
    assert "If a child laughs Smile." in english
    assert "Walcome" not in english


def test_an_english_lesson_is_english_on_paper_whatever_the_windows_speak(
    scots: School, target: Path, tmp_path: Path
) -> None:
    catalogues.use("sco", tmp_path / "words", tmp_path / "cache")
    said = on_paper(scots, target, What.NOTES, "en")
    assert "Welcome" in said
    assert "Walcome" not in said
    assert catalogues.language() == "sco"


def test_what_goes_wrong_is_said_in_the_windows_language(scots: School, target: Path) -> None:
    with pytest.raises(ExportError, match="has no handouts"):
        on_paper(scots, target, What.HANDOUTS)


def test_what_owners_do_between_pages_speaks_the_windows_language(scots: School, target: Path) -> None:
    spoken: list[str] = []

    def told(_done: int, _total: int) -> None:
        spoken.append(catalogues.language())

    def stopped() -> bool:
        spoken.append(catalogues.language())
        return False

    lesson = taught(scots, "sco")
    export(lesson, SlideLook(), target, progress=told, stopped=stopped)
    assert set(spoken) == {"en"}


def test_slides_name_english_where_it_stayed(scots: School, target: Path) -> None:
    assert "English" not in on_paper(scots, target, What.SLIDES)
    own = scots.own_lessons / "translations"
    put(own, "sco", catalogue(SOURCE, without("at-do-we-ask/heading", "when/always/text")))
    said = on_paper(scots, target, What.SLIDES)
    assert "English Sort" in said
    assert "English When?" in said
    assert pseudo("Story") in said
    # The signs by which slides know it are for slides alone.
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in on_paper(scots, target, What.NOTES))


def test_nations_words_on_paper_are_those_of_the_language(scots: School, target: Path) -> None:
    trusted = Entry("An adult you trust", "eng/routes/trusted-adult/name", strings=("A body ye lippen til",))
    put(scots.own_lessons / "translations", "sco", write(Catalogue({}, (trusted,))), "nations/eng")
    assert "A body ye lippen til" in on_paper(scots, target, What.PARENTS)
    assert "A body ye lippen til" not in on_paper(scots, target, What.PARENTS, "en")


def test_the_command_writes_a_language_or_says_which_there_are(
    tmp_path: Path,
    school_in: Callable[[Path], School],
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
) -> None:
    school = school_in(tmp_path / "data")
    school.own_lessons.mkdir(parents=True, exist_ok=True)
    (school.own_lessons / "ask.md").write_text(LESSON, encoding="utf-8")
    put(school.own_lessons / "translations", "sco", WHOLE)
    target = tmp_path / "out.pdf"
    command = ["--data-dir", str(tmp_path / "data"), "export", "ask", "--as", "plan", "--to", str(target)]
    assert run([*command, "--language", "br"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing of this lesson is in the language “br”" in said.err
    assert "sco (Scots)" in said.err
    assert not target.exists()
    assert run([*command, "--language", "sco"]) == 0
    assert capsys.readouterr().err == ""
    assert pseudo("Ask first") in words(target)
