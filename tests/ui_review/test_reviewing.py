"""A fluent teacher reads a translation: by keyboard alone, each change kept at once, all of it marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.authors.reviewing import Review, Reviewing
from rse_lessons.i18n.corrections import Reading, State
from rse_lessons.i18n.faults import Fault
from rse_lessons.i18n.po import read
from rse_lessons.i18n.review import Standing
from rse_lessons.school import School
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.lesson_languages import told
from rse_lessons.ui.review.words import (
    CHANGED,
    FAMILIES,
    FILTERS,
    FOUND,
    NOTES,
    PUPILS,
    SAFETY,
    UNREAD,
    found,
)
from rse_lessons.ui.theme import load_theme
from tests.i18n.i18n_fixtures import pseudo
from tests.ui_review.conftest import Open

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(
    review: Review, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    here = QApplication.focusWidget() or review.window
    QTest.keyClick(here, key, modifier)


def write(review: Review, text: str) -> None:
    """Type other words in the field, and have them looked at without the pause."""
    field = review.window.editor.field
    field.selectAll()
    QTest.keyClicks(field, text)
    review.window.flush()


def own_file(school: School) -> Path:
    return school.own_lessons / "translations" / "sco" / "lessons" / "ask.po"


def title(school: School) -> str:
    lesson = school.read("ask", "sco").lesson
    assert lesson is not None
    return lesson.front.title


def here(review: Review) -> str:
    return review.window.context.removeprefix("ask/")


def slide_words(review: Review) -> str:
    return review.window.desk.view.accessibleDescription()


def answering(name: str) -> None:
    """Answer the question that comes up."""

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        buttons = [one for one in question.findChildren(QPushButton) if one.text() == name]
        assert buttons, [one.text() for one in question.findChildren(QPushButton)]
        buttons[0].click()

    QTimer.singleShot(0, answer)


def test_passages_stand_in_order_under_the_headings_of_their_slides(review: Review) -> None:
    contexts = [one.passage.context for one in review.corrections.readings]
    assert list(review.window.rows) == contexts
    headings = [heading.words.text() for heading, _ in review.window._headings]
    assert headings[:3] == ["About the lesson", "Slide 1: Asha", "Slide 2: Sort"]
    assert here(review) == "title"
    assert review.window.editor.english.text() == "Ask first"
    assert review.window.editor.text == pseudo("Ask first")
    assert QApplication.focusWidget() is review.window.editor.field
    assert "Pupils read this." in review.window.editor.about.text()
    review.window.choose("ask/before/tell")
    about = review.window.editor.about.text()
    assert "Teachers read this." in about
    assert "Keep as it is: {{term:safeguarding-lead}}" in about
    assert "help and safety" in about


def test_a_correction_is_kept_as_it_is_typed_and_shown_everywhere(
    qtbot: QtBot, review: Review, school: School
) -> None:
    assert title(school) == pseudo("Ask first")
    with qtbot.waitSignal(review.kept, timeout=5000):
        review.window.editor.field.selectAll()
        QTest.keyClicks(review.window.editor.field, "Spier first")  # no key after it: a pause is enough
    assert [one.strings for one in read(own_file(school).read_text(encoding="utf-8")).entries] == [
        ("Spier first",)
    ]
    assert title(school) == "Spier first"
    assert "Before your school’s change" in review.window.editor.before.text()
    review.window.editor.back.click()
    assert review.window.editor.text == pseudo("Ask first")
    assert not own_file(school).exists()


def test_an_error_is_said_in_words_and_not_kept(review: Review, school: School) -> None:
    write(review, "{{x}} first")
    editor = review.window.editor
    assert editor.findings.isVisible()
    assert editor.findings.title.text() == "Not kept yet: please put this right."
    assert "letter for letter" in editor.findings.text.text()
    assert "letter for letter" in editor.field.accessibleDescription()
    assert not own_file(school).exists()
    # It cannot be said to be right, and nobody is led away from it.
    press(review, Qt.Key.Key_Return, CTRL)
    assert here(review) == "title"
    assert review.corrections.done == 0
    # Whoever goes on all the same finds the words again.
    press(review, Qt.Key.Key_Down, ALT)
    assert here(review) == "summary"
    assert not editor.findings.isVisible()
    press(review, Qt.Key.Key_Up, ALT)
    assert editor.text == "{{x}} first"
    assert editor.findings.isVisible()
    write(review, "Spier first")
    assert not editor.findings.isVisible()
    assert title(school) == "Spier first"


def test_it_is_read_by_keyboard_alone(review: Review) -> None:
    press(review, Qt.Key.Key_Return, CTRL)
    assert here(review) == "summary"
    assert review.corrections.reading("ask/title").state is State.RIGHT
    assert review.window.desk.progress.text().startswith("1 of ")
    press(review, Qt.Key.Key_Down, ALT)
    press(review, Qt.Key.Key_Up, ALT)
    assert here(review) == "summary"
    write(review, "Spierin.")
    press(review, Qt.Key.Key_Return, CTRL)
    assert review.corrections.reading("ask/summary").own == "Spierin."
    # Undone one after another, the words first that were written last.
    review.undo()
    assert here(review) == "summary"
    assert review.corrections.reading("ask/summary").own == ""
    assert review.corrections.reading("ask/summary").state is State.UNREAD
    assert review.window.editor.text == review.corrections.reading("ask/summary").program
    press(review, Qt.Key.Key_Z, CTRL)
    assert here(review) == "title"
    assert review.corrections.done == 0
    review.undo()
    assert here(review) == "title"


def test_undo_in_the_field_takes_back_typing_first(review: Review) -> None:
    press(review, Qt.Key.Key_Return, CTRL)
    before = review.window.editor.text
    QTest.keyClicks(review.window.editor.field, "x")
    press(review, Qt.Key.Key_Z, CTRL)
    assert review.window.editor.text == before
    assert here(review) == "summary"
    assert review.corrections.done == 1


def test_the_slide_follows_what_is_typed(review: Review) -> None:
    review.window.choose("ask/do-we-ask/prompt")
    assert review.window.desk.where.text().startswith("Slide 2")
    write(review, "Whilk is it?")
    assert "Whilk is it?" in slide_words(review)
    # A slide of one nation alone is shown as that nation has it.
    wales = next(one for one in review.corrections.readings if one.passage.text == "For Wales.")
    review.window.choose(wales.passage.context)
    assert review.window.desk.where.text().startswith("Slide 2")


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_shows_what_it_names(review: Review, name: str) -> None:
    corrections = review.corrections
    corrections.keep("ask/summary", "Spierin.")
    corrections.mark("ask/title", right=True)
    review.window.show_again(corrections.readings)
    review.window.desk.filter_chosen.emit(name)
    shown = {one.reading.passage.context for one in review.window.rows.values() if not one.filtered}
    wanted: dict[str, Callable[[Reading], object]] = {
        PUPILS: lambda one: one.passage.reader == "pupils",
        NOTES: lambda one: one.passage.reader == "teachers",
        FAMILIES: lambda one: one.passage.reader == "families",
        SAFETY: lambda one: one.passage.safety,
        UNREAD: lambda one: one.passage.context != "ask/title",
        CHANGED: lambda one: one.passage.context == "ask/summary",
        FOUND: lambda one: one.faults,
    }
    asked: Callable[[Reading], object] = wanted.get(name, bool)
    assert shown == {one.passage.context for one in corrections.readings if asked(one)}
    # The next passage is the next of these.
    if shown:
        assert review.window.context in shown
    review.window.step(1)
    assert review.window.context in shown or not shown


def test_the_reading_is_taken_up_again(open_it: Open) -> None:
    first = open_it()
    press(first, Qt.Key.Key_Return, CTRL)
    press(first, Qt.Key.Key_Return, CTRL)
    left = here(first)
    again = open_it()
    assert here(again) == left
    assert again.window.desk.progress.text().startswith("2 of ")


def read_all(review: Review) -> None:
    for one in review.corrections.readings:
        review.corrections.mark(one.passage.context, right=True)
    review.window.show_again(review.corrections.readings)


def test_all_of_it_is_marked_as_read_and_said_so(review: Review, school: School) -> None:
    review.window.desk.finish.click()
    count = len(review.corrections.readings)
    assert review.window.desk.told.title.text() == f"{count} passages have not been looked at yet."
    assert school.languages_of("ask")[0].standing is Standing.DRAFT
    read_all(review)
    answering("Not yet")
    review.window.desk.finish.click()
    assert review.corrections.review is None
    answering("Yes, mark it as read")
    review.window.desk.finish.click()
    (scots,) = school.languages_of("ask")
    assert (scots.standing, scots.role, scots.here) == (Standing.REVIEWED, "fluent-teacher", True)
    assert scots.on == date.today()  # noqa: DTZ011  the teacher's own day
    assert told(scots).startswith("Read in Scots by a fluent teacher of this school on ")
    assert review.window.desk.standing.text() == told(scots)
    review.window.choose("ask/title")
    write(review, "Spier first")
    (scots,) = school.languages_of("ask")
    assert scots.standing is Standing.CHANGED
    assert told(scots).endswith("Some of its words have changed since then.")


def test_what_cannot_be_written_is_said_and_tried_again(review: Review, school: School) -> None:
    folder = own_file(school).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", encoding="utf-8")
    write(review, "Spier first")
    told_ = review.window.desk.told
    assert told_.isVisible()
    assert "could not be written" in told_.text.text()
    assert review.window.editor.text == "Spier first"
    folder.unlink()
    write(review, "Speir first")
    assert not told_.isVisible()
    assert title(school) == "Speir first"


def test_what_was_changed_is_saved_to_send_back(review: Review, tmp_path: Path) -> None:
    review.window.desk.save.click()
    assert review.window.desk.told.title.text() == "There is nothing to send back yet."
    write(review, "Spier first")
    review.save(tmp_path / "back.po")
    assert [one.strings for one in read((tmp_path / "back.po").read_text(encoding="utf-8")).entries] == [
        ("Spier first",)
    ]
    assert "Nothing was sent." in review.window.desk.told.text.text()
    review.save(tmp_path / "gone" / "back.po" / "x.po")
    (tmp_path / "file").write_text("", encoding="utf-8")
    review.save(tmp_path / "file" / "back.po")
    assert review.window.desk.told.title.text() == "That did not work"


def test_typing_is_kept_when_the_window_is_closed(review: Review, school: School) -> None:
    review.window.editor.field.selectAll()
    QTest.keyClicks(review.window.editor.field, "Spier first")
    assert not own_file(school).exists()
    review.window.close()
    assert title(school) == "Spier first"


def test_large_words_scroll_downwards_only(qtbot: QtBot, review: Review) -> None:
    large = load_theme("high-contrast", 2.0)
    review.window.resize(1280, 720)
    review.window.set_theme(large)
    write(review, "{{x}} and a great many words more than there were before in this very small title")
    column = review.window.column
    qtbot.waitUntil(lambda: column.inside.width() <= column.viewport().width())
    assert column.horizontalScrollBar().maximum() == 0


def test_everything_with_the_keyboard_has_a_name(review: Review) -> None:
    widgets = [
        one
        for one in review.window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.focusProxy() is None
    ]
    assert len(widgets) > 20
    assert [one for one in widgets if not (one.accessibleName() or getattr(one, "text", str)())] == []


@pytest.fixture
def reviewing(qtbot: QtBot, school: School) -> Iterator[Reviewing]:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    theme = load_theme("light")
    made = Reviewing(school, main, lambda: theme)
    yield made
    made.end()


def test_one_window_for_a_lesson_which_goes_while_a_class_is_taught(
    qtbot: QtBot, reviewing: Reviewing, school: School
) -> None:
    reviewing.open("ask", "sco")
    reviewing.open("ask", "sco")
    (review,) = reviewing.open_now.values()
    main = reviewing.parent()
    assert isinstance(main, QWidget)
    main.hide()
    assert not review.window.isVisible()
    main.show()
    assert review.window.isVisible()
    review.window.close()
    assert not reviewing.open_now


def test_what_cannot_be_read_is_told_and_opened_never(
    qtbot: QtBot, reviewing: Reviewing, school: School
) -> None:
    own_file(school).parent.mkdir(parents=True)
    own_file(school).write_bytes(b"no catalogue")
    with qtbot.waitSignal(reviewing.failed) as told_:
        reviewing.open("ask", "sco")
    assert "Nothing was changed." in told_.args[0]
    assert own_file(school).read_bytes() == b"no catalogue"
    assert not reviewing.open_now


def test_every_finding_is_said_in_words() -> None:
    rules = (
        "signs",
        "placeholders",
        "marks",
        "emphasis",
        "html",
        "structure",
        "register",
        "article",
        "not-shown",
    )
    said = {found(Fault("x", rule, "")) for rule in (*rules, "length")}
    assert "" not in said
    assert len(said) == len(rules) + 1
    assert found(Fault("x", "term", "", error=False, about=("consent", "caniatâd"))) == (
        "The agreed word for “consent” is “caniatâd”."
    )
    assert found(Fault("x", "form", "", about=("consensws", "consent"))) == (
        "“consensws” does not say “consent”."
    )
