"""A lesson in another language, as a teacher comes to it: offered, looked at, warned of, found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.i18n.documents import read
from rse_lessons.i18n.lesson_languages import LessonLanguage
from rse_lessons.i18n.po import Catalogue, write
from rse_lessons.i18n.review import Standing
from rse_lessons.i18n.templates import entries_of
from rse_lessons.in_class.offering import ask_before
from rse_lessons.ui.lesson_languages import before_giving, gaps, in_short, per_cent, told
from rse_lessons.ui.library.arrange import Wanted, find, told_apart
from rse_lessons.ui.library.book_card import minutes_line
from rse_lessons.ui.library.head import Head
from rse_lessons.ui.theme import load_theme
from tests.i18n.i18n_fixtures import pseudo
from tests.ui.meanwhile import meanwhile
from tests.ui.shelves import BOOKS, Book

LESSON = "if-an-image-is-shared"
SCOTS = LessonLanguage("sco", "Scots", "Scots", 300, 300, 0, Standing.DRAFT)


def translate(main: Main, *left: str) -> None:
    """Have the lesson in Scots, but for passages whose contexts hold some words."""
    lesson, nation = main.school.path_of(LESSON), main.school.nations / f"{main.school.nation.code}.toml"
    assert lesson is not None
    for path, name in ((lesson, f"lessons/{LESSON}"), (nation, f"nations/{nation.stem}")):
        entries = (
            replace(
                entry,
                strings=("" if any(one in str(entry.context) for one in left) else pseudo(entry.msgid),),
            )
            for entry in entries_of(read(path), path.name)
        )
        file = main.school.own_lessons / "translations" / "sco" / f"{name}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write(Catalogue({}, tuple(entries))), encoding="utf-8")


def opened(qtbot: QtBot, main: Main) -> None:
    """Open the lesson's page and wait until its languages are known."""
    with qtbot.waitSignal(main.desks.opening.offering.found):
        main.window.lesson_opened.emit(LESSON)


def english_title(main: Main) -> str:
    lesson = main.school.read(LESSON).lesson
    assert lesson is not None
    return lesson.front.title


def test_a_teacher_looks_at_a_lesson_in_another_language(qtbot: QtBot, main: Main) -> None:
    translate(main)
    opened(qtbot, main)
    page, title = main.desks.opening.page, english_title(main)
    assert page.title.text() == title
    assert page.languages.chooser.isVisible()
    assert not page.languages.words.isVisible()
    page.languages.chooser.chosen.emit("sco")
    assert page.title.text() == pseudo(title)
    assert page.title.locale().name() != "cy_GB"
    assert page.languages.chooser.value == "sco"
    assert "careful draft" in page.languages.words.text()
    assert page.languages.words.text().endswith("The class reads it in English.")
    assert not page.gaps.isVisible()
    page.languages.chooser.chosen.emit("en")
    assert page.title.text() == title
    assert not page.languages.words.isVisible()


def test_a_page_is_in_the_language_that_lessons_are_read_in(qtbot: QtBot, main: Main) -> None:
    translate(main, "where-to-begin/text~10")
    main.prefer(lesson_language="sco")
    opened(qtbot, main)
    page = main.desks.opening.page
    assert page.title.text() == pseudo(english_title(main))
    assert page.gaps.isVisible()
    assert "getting help is in English" in page.gaps.title.text()
    assert "1 passage about help and safety" in page.gaps.text.text()
    # Another class brings its own language, and what was chosen for this one is forgotten.
    page.languages.chooser.chosen.emit("en")
    assert page.languages.words.text() == "The class reads it in Scots."
    assert not page.gaps.isVisible()
    main.prefer(class_label="")
    assert page.title.text() == pseudo(english_title(main))


def test_it_is_said_that_a_lesson_is_not_there_in_the_classs_language(qtbot: QtBot, main: Main) -> None:
    main.prefer(lesson_language="sco")
    opened(qtbot, main)
    page = main.desks.opening.page
    assert page.title.text() == english_title(main)
    assert page.languages.words.isVisible()
    assert "not there in Scots yet" in page.languages.words.text()


def test_a_lesson_with_gaps_is_given_only_after_a_question(main: Main) -> None:
    school, theme = main.school, main.theme
    assert ask_before(school, theme, LESSON, "", main.window) == "en"
    assert ask_before(school, theme, LESSON, "sco", main.window) == "en"
    translate(main)
    assert ask_before(school, theme, LESSON, "sco", main.window) == "sco"
    translate(main, "where-to-begin/text~10")
    meanwhile(lambda question: press(question, "Give it in Scots"))
    assert ask_before(school, theme, LESSON, "sco", main.window) == "sco"
    meanwhile(lambda question: press(question, "Give it in English"))
    assert ask_before(school, theme, LESSON, "sco", main.window) == "en"
    meanwhile(lambda question: question.reject())
    assert ask_before(school, theme, LESSON, "sco", main.window) == ""


def press(question: QDialog, words: str) -> None:
    next(button for button in question.findChildren(QPushButton) if button.text() == words).click()


def test_how_far_a_language_is_is_said_plainly() -> None:
    part = replace(SCOTS, shown=299, standing=Standing.PART)
    assert (per_cent(part), in_short(part)) == (99, "99%")
    assert told(part) == "99% of it is in Scots. The rest is shown in English, and marked so."
    read_by = replace(SCOTS, standing=Standing.REVIEWED, role="fluent-teacher", on=date(2026, 11, 22))
    assert told(read_by) == "A teacher who speaks Scots well read all of it on 22 November 2026."
    changed = replace(read_by, standing=Standing.CHANGED)
    assert told(changed).startswith(told(read_by))
    assert told(changed).endswith("changed since then.")
    assert len({in_short(one) for one in (SCOTS, part, read_by, changed)}) == 4
    for role in ("translator", "reviewer"):
        assert "22 November 2026" in told(replace(read_by, role=role))
    assert "2 passages" in gaps(replace(part, safety_gaps=2))[1]


def test_much_english_is_asked_about_too(qtbot: QtBot) -> None:
    some = replace(SCOTS, shown=100, standing=Standing.PART)
    assert some.to_be_asked
    assert not replace(SCOTS, shown=280, standing=Standing.PART).to_be_asked
    question = before_giving(load_theme("light"), some)
    qtbot.addWidget(question)
    assert question.windowTitle() == "Much of this lesson is in English."


@pytest.mark.parametrize("languages", [{}, {"sco": "Scots"}])
def test_lessons_are_told_apart_where_some_are_in_a_language_and_some_not(languages: dict[str, str]) -> None:
    books = (Book("Ask first", languages="cy sco"), Book("Who is it really?"), *BOOKS)
    assert told_apart(books, languages) == languages
    assert told_apart(BOOKS, languages) == {}
    assert told_apart(books[:1], languages) == {}
    assert find(books, Wanted(language="sco")) == [books[0]]
    assert bool(Wanted(language="sco"))
    assert minutes_line(books[0], 1, "Scots") == "45 minutes · Scots · Consent"


def test_the_shelves_offer_a_language_where_that_helps(qtbot: QtBot) -> None:
    head = Head(load_theme("light"))
    qtbot.addWidget(head)
    head.resize(900, 200)
    head.show()
    assert not head.language.isVisible()
    head.set_languages({"sco": "Scots"})
    assert head.language.isVisible()
    wanted: list[Wanted] = []
    head.wanted_changed.connect(wanted.append)
    head.language.set_choices((), "sco")
    assert head.wanted.language == "sco"
    head.clear_all()
    assert wanted[-1] == Wanted()
    head.set_languages({})
    assert not head.language.isVisible()
