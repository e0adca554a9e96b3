"""The page of Teacher mode as one reads it: the path, a front page, pages, their order and their place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.school import School
from rse_lessons.ui.training.cards import GuidanceBox
from rse_lessons.ui.training.front import Front
from rse_lessons.ui.training.known import Line, steps
from rse_lessons.ui.training.known import Path as ModulePath
from rse_lessons.ui.training.prose import Prose
from rse_lessons.ui.training.rewrite import RewriteCard
from rse_lessons.ui.training.sheet import Sheet
from rse_lessons.ui.training.words import finished_words, time_words
from tests.ui_training.conftest import Room

OWN = "small-acts"
Key, Mod = Qt.Key, Qt.KeyboardModifier


def sheet_of(room: Room) -> Sheet:
    assert room.page.sheet is not None
    return room.page.sheet


def front_of(room: Room) -> Front:
    assert room.page.front is not None
    return room.page.front


def at(room: Room, page: str, module: str = OWN) -> Sheet:
    room.learning.open_module(module)
    room.page.open_page(page)
    QApplication.processEvents()
    return sheet_of(room)


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, with_)
    QApplication.processEvents()


# The path


def test_the_path_shows_eight_modules_and_the_schools_own_after_them(opened: Room) -> None:
    desk = opened.page.desk
    numbers = [row.line.number for row in desk.rows.values()]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8, 0]
    assert desk.title.text() == "Your eight modules"
    assert desk.own_head.isVisible()
    assert desk.own_head.text() == "Your school’s own"
    names = [row.accessibleName() for row in desk.rows.values()]
    assert names[0] == "1. Responsibility and language, open now", "the first waits to be begun"
    assert names[-1] == "Small acts"


def test_the_front_page_of_where_to_go_on_is_open_at_once(opened: Room) -> None:
    assert front_of(opened).heading.text() == "Responsibility and language"
    assert front_of(opened).go.text() == "Begin"
    assert opened.kinds() == [], "to be shown is not to be opened"


def test_arrows_walk_along_the_path_and_return_opens(opened: Room) -> None:
    rows = list(opened.page.desk.rows.values())
    rows[0].setFocus()
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert rows[2].hasFocus()
    press(Key.Key_Return)
    assert opened.page.module_id == rows[2].line.id
    assert front_of(opened).heading.hasFocus()


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["new"] * 8, "About 6 hours in all."),
        (["finished"] * 4 + ["begun"] + ["new"] * 3, "Four finished, about 3 hours left."),
        (["finished"] * 7 + ["renew"], "Seven finished, about 45 minutes left."),
        (["finished"] * 8, "All finished."),
    ],
)
def test_a_line_says_how_far_the_path_is(states: list[str], said: str) -> None:
    lines = [Line(str(n), f"M{n}", n, state, 45) for n, state in enumerate(states, 1)]
    assert finished_words(ModulePath(lines)) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.4, "1 minute"), (7, "7 minutes"), (43, "45 minutes"), (58, "1 hour"), (130, "2 hours")],
)
def test_times_are_said_as_people_do(minutes: float, said: str) -> None:
    assert time_words(minutes) == said


def test_without_modules_the_page_says_so(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    school = School(tmp_path / "bare")
    school.root = tmp_path
    room.learning._means = room.learning._means._replace(school=school)
    with qtbot.waitSignal(room.learning.ready, timeout=10_000):
        room.learning.open()
    assert room.page.empty.isVisible()
    assert room.page.empty.title.text() == "No module is here"


def test_a_damaged_module_is_named_and_the_others_stay(
    opened: Room, qtbot: QtBot, school_read: School
) -> None:
    broken = school_read.training_folders[-1] / "broken.md"
    broken.write_bytes(b"+++\ntitle = \xff\xfe\n")
    try:
        with qtbot.waitSignal(opened.learning.ready, timeout=10_000):
            opened.learning.open()
        desk = opened.page.desk
        assert desk.damaged.isVisible()
        assert "broken.md" in desk.damaged.text()
        assert len(desk.rows) == 9
    finally:
        broken.unlink()
    with qtbot.waitSignal(opened.learning.ready, timeout=10_000):
        opened.learning.open()
    assert not desk.damaged.isVisible()


# A front page


def test_a_front_page_lists_pages_lessons_and_what_is_left(opened: Room) -> None:
    opened.learning.open_module(OWN)
    front = front_of(opened)
    module = front.opened.module
    assert list(front.rows) == [page.id for page in steps(module)]
    assert not front.standing.isVisible(), "before the first page there is nothing to go on with"
    front.rows["asks"].click()
    assert opened.page.page_id == "asks"
    press(Key.Key_Escape)
    front = front_of(opened)
    assert front.rows["asks"].read
    assert front.rows["asks"].accessibleName() == "What guidance asks, 4 minutes, read"
    assert front.go.text() == "Go on with page 1"
    left = front.standing_text.text().split("\n")
    assert left == [
        "7 pages to open.",
        "2 conversations to walk to their ends.",
        "A check to pass: eight questions, as many tries as you like.",
    ]


def test_lessons_are_opened_and_rehearsed_from_the_front_page(opened: Room, qtbot: QtBot) -> None:
    opened.learning.open_module(OWN)
    front = front_of(opened)
    assert list(front.lessons) == ["ask-first"]
    with qtbot.waitSignal(opened.learning.lesson_wanted) as lesson:
        front.lessons["ask-first"].click()
    with qtbot.waitSignal(opened.learning.rehearse_wanted) as rehearsed:
        front.rehearse.click()
    assert lesson.args == rehearsed.args == ["ask-first"]
    assert not front.meeting.isVisible()


def test_of_several_lessons_one_is_chosen_to_rehearse(opened: Room, qtbot: QtBot) -> None:
    opened.learning.open_module("when-a-pupil-tells-you")
    front = front_of(opened)
    assert len(front.lessons) > 1
    front.rehearse.click()
    with qtbot.waitSignal(opened.learning.rehearse_wanted) as rehearsed:
        QTest.keyClick(front.choice, Key.Key_Return)
    assert rehearsed.args == [next(iter(front.lessons))]
    with qtbot.waitSignal(opened.learning.meeting_wanted) as meeting:
        front.meeting.click()
    assert meeting.args == ["when-a-pupil-tells-you"]


# A page


def test_turning_goes_to_the_heading_and_to_the_top(opened: Room) -> None:
    at(opened, "examples")
    opened.page.view.area.verticalScrollBar().setValue(200)
    press(Key.Key_Right, Mod.AltModifier)
    sheet = sheet_of(opened)
    assert opened.page.page_id == "practise"
    assert sheet.heading.hasFocus()
    assert opened.page.view.place == 0
    interface = QAccessible.queryAccessibleInterface(sheet.heading)
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "Practise"
    assert sheet.line.text() == "Small acts: Practise, page 4 of 8"


def test_keys_turn_and_scroll_from_wherever_one_is(opened: Room) -> None:
    sheet = at(opened, "examples")
    bar = opened.page.view.area.verticalScrollBar()
    assert bar.maximum() > 0
    for focused in (sheet.heading, sheet.findChildren(Prose)[0]):
        focused.setFocus()
        bar.setValue(0)
        press(Key.Key_PageDown)
        down = bar.value()
        assert down > 100
        press(Key.Key_PageUp)
        assert bar.value() < down
        press(Key.Key_End)
        assert bar.value() == bar.maximum()
        press(Key.Key_Home)
        assert bar.value() == 0
    press(Key.Key_PageDown, Mod.ControlModifier)
    assert opened.page.page_id == "practise"
    press(Key.Key_PageUp, Mod.ControlModifier)
    press(Key.Key_Left, Mod.AltModifier)
    assert opened.page.page_id == "asks"


def test_tab_comes_to_all_that_is_there_and_back_comes_before_go_on(opened: Room) -> None:
    sheet = at(opened, "examples")
    reached = []
    for _ in range(60):
        press(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is sheet.on:
            break
    assert set(sheet.findChildren(Prose)) <= set(reached)
    assert reached[-2:] == [sheet.back, sheet.on]


def test_the_last_page_leads_back_to_the_front(opened: Room) -> None:
    sheet = at(opened, "reading")
    assert sheet.on.text() == "To the front page"
    sheet.on.click()
    assert front_of(opened).opened.module.id == OWN


def test_text_can_be_selected_and_is_said_without_marks(opened: Room) -> None:
    sheet = at(opened, "why")
    words = next(label for label in sheet.findChildren(Prose) if "Somebody always chose" in label.text())
    assert words.accessibleName().startswith("Somebody always chose. Office of Examples")
    words.setFocus()
    press(Key.Key_A, Mod.ControlModifier)
    assert words.selectedText().startswith("Somebody always chose.")


def test_guidance_says_its_source_and_whether_it_was_checked(opened: Room) -> None:
    opened.prefer(nation="sct")
    sheet = at(opened, "asks")
    sure, unsure = sheet.findChildren(GuidanceBox)
    assert sure.head.text() == "What guidance says"
    assert sure.source.text() == "A guide for tests, Office of Examples, 2026"
    assert sure.mark is None
    assert unsure.mark is not None
    assert unsure.mark.isVisible()
    assert unsure.note.text() == "Read from a copy."


def test_the_one_thing_to_do_stands_beside_the_text_where_there_is_room(opened: Room) -> None:
    opened.window.resize(1920, 1080)
    sheet = at(opened, "reflect")
    seen = [sheet.beside, at(opened, "why").beside]
    opened.window.resize(1280, 720)
    QApplication.processEvents()
    seen.append(sheet_of(opened).beside)
    opened.window.resize(1920, 1080)
    opened.wear("light", 2.0)
    seen.append(sheet_of(opened).beside)
    # With nothing beside it the field fills the page; the one picture stands beside the words.
    assert seen == [False, True, False, False]


# What changes meanwhile


def test_another_nation_brings_its_words_and_leaves_page_place_and_typed_words(opened: Room) -> None:
    sheet = at(opened, "asks")
    assert len(sheet.findChildren(GuidanceBox)) == 1
    kept = sheet.findChildren(GuidanceBox)[0]
    opened.prefer(nation="sct")
    assert opened.page.page_id == "asks"
    boxes = sheet_of(opened).findChildren(GuidanceBox)
    assert len(boxes) == 2
    assert boxes[0] is kept, "what is the same stays as it is"
    opened.prefer(nation="eng")
    assert len(sheet_of(opened).findChildren(GuidanceBox)) == 1


def test_a_module_that_is_opened_next_speaks_for_the_new_nation_at_once(opened: Room) -> None:
    opened.prefer(nation="sct")
    assert len(at(opened, "asks").findChildren(GuidanceBox)) == 2


def test_typed_words_outlive_another_nation(opened: Room) -> None:
    module = opened.learning._module(OWN)
    assert module is not None
    page = next(p for p in module.pages if any(type(part).__name__ == "Rewrite" for part in p.parts))
    sheet = at(opened, page.id)
    card = sheet.findChildren(RewriteCard)[0]
    card.field.setPlainText("He shared it.")
    card.reveal()
    QApplication.processEvents()
    opened.page.view.go_to(40)
    place = opened.page.view.place
    opened.prefer(nation="wls")
    QApplication.processEvents()
    after = sheet_of(opened).findChildren(RewriteCard)[0]
    assert after.typed == "He shared it."
    assert after.revealed
    assert opened.page.view.place == place


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_window(opened: Room, scale: float) -> None:
    opened.wear("high-contrast", scale)
    for name in ("why", "asks", "examples", "practise", "check", "reflect", "tomorrow"):
        sheet = at(opened, name)
        view = opened.page.view.area.viewport()
        assert opened.page.view.area.inside.width() <= view.width()
        right = view.mapToGlobal(view.rect().bottomRight()).x()
        for child in sheet.findChildren(QLabel):
            if child.isVisible():
                assert child.mapToGlobal(child.rect().bottomRight()).x() <= right, (name, child.text()[:40])
                assert child.height() >= child.heightForWidth(child.width()) or not child.wordWrap(), name


def test_the_next_page_is_made_while_one_reads(opened: Room, qtbot: QtBot) -> None:
    at(opened, "why")
    ahead = opened.page._ahead
    qtbot.waitUntil(lambda: ahead._sheet is not None)
    made = ahead._sheet
    assert made is not None
    assert not made.isVisible()
    opened.page.turn(1)
    assert sheet_of(opened) is made
    assert made.heading.hasFocus()
    qtbot.waitUntil(lambda: ahead._sheet is not None)
    opened.wear("dark")
    assert ahead._sheet is None, "it would have looked as before"
    opened.prefer(nation="sct")
    opened.page.turn(-1)
    opened.page.turn(1)
    assert len(sheet_of(opened).findChildren(GuidanceBox)) == 2


@contextmanager
def spoken(room: Room) -> Iterator[list[str]]:
    """Collect the names of what has the keyboard."""
    found: list[str] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def heard(_old: object, new: object) -> None:
        name = getattr(new, "accessibleName", str)()
        found.append(name or getattr(new, "text", str)())

    app.focusChanged.connect(heard)
    yield found
    app.focusChanged.disconnect(heard)


def test_everything_that_is_reached_has_a_name(opened: Room) -> None:
    for name in ("practise", "reflect", "tomorrow"):
        sheet = at(opened, name)
        with spoken(opened) as found:
            for _ in range(80):
                press(Key.Key_Tab)
                if QApplication.focusWidget() is sheet.on:
                    break
        assert found
        assert all(found), (name, found)


def test_a_field_says_that_its_words_are_not_kept(opened: Room) -> None:
    module = opened.learning._module(OWN)
    assert module is not None
    page = next(p for p in module.pages if any(type(part).__name__ == "Rewrite" for part in p.parts))
    field = at(opened, page.id).findChildren(QPlainTextEdit)[0]
    assert field.accessibleDescription() == (
        "What you write here stays here and is gone when you leave the page."
    )


def test_a_sentence_names_each_file_that_gave_no_module() -> None:
    from rse_lessons.staffroom.learning_words import damaged

    problem = Problem(Path("x/odd.md"), 3, Severity.ERROR, "Its head never ends.", "head")
    assert damaged([problem, problem], {"small-acts"}) == (
        "“odd.md” cannot be read as a module. Its head never ends.",
    )
    assert damaged([problem], {"odd"}) == ()
